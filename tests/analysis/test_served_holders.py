"""Whoever holds the job is not whom it serves, however the text praises them."""

import pytest

from jdrewrite.analysis.served_word.holders import are_holders
from tests.analysis.jobs import jd, word

ABOUT = "We help our {they} grow. We support our {they} with good training, and care for all {they}. Join our team of {they}."


@pytest.mark.parametrize(
    ("title", "they", "function", "served"),
    [
        ("Social Worker", "social workers", "community-public-service", "families"),
        ("Experienced Social Workers (Level 3)", "social workers", "community-public-service", "families"),
        ("Teacher of Music", "teachers", "training-education", "pupils"),
    ],
)
def test_the_praise_of_those_who_hold_the_job_does_not_make_them_those_served(title, they, function, served):
    text = jd(["Write notes.", f"Visit {served} when asked.", "File the papers."], title, ABOUT.format(they=they))
    assert word(text, function) == served
    assert word(text.replace(f"# {title}", "# Coordinator"), function) == they


@pytest.mark.parametrize(
    ("people", "title"),
    [
        ("social workers", "Senior Social Worker II"),
        ("social workers", "Newly Qualified Social Workers"),
        ("teachers", "Education - Teacher (full-time)"),
        ("teachers", "Head Teacher"),
        ("nurses", "Nurse, Ward 4"),
        ("workers", "Youth Worker for the North"),
    ],
)
def test_a_title_names_its_holders(people, title):
    assert are_holders(people, title)


@pytest.mark.parametrize(
    ("people", "title"),
    [
        ("teachers", "Teacher Trainer"),
        ("teachers", "Coordinator of Support for Teachers"),
        ("farm workers", "Youth Worker"),
        ("students", "Library Student"),
        ("members", "Member Services Representative"),
        ("customers", "Customer Service Manager"),
        ("nurses", ""),
    ],
)
def test_a_title_that_speaks_of_others(people, title):
    assert not are_holders(people, title)
