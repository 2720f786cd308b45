"""What names a job, and what only stands where a title could."""

import pytest

from jdrewrite.language.jobs import mentions_a_job, names_a_job


@pytest.mark.parametrize(
    "title",
    [
        "Deputy Registrar (part-time)",
        "Director of Voter Services",
        "City and County Clerk",
        "Elections Equipment/Operations Analyst",
        "Nurse",
        "Senior Director Customer Success",
        "Lock Keeper II",
        "Machine Operators",
        "Designer, Web (m/f/d)",
        "Product Manager GS15",
    ],
)
def test_titles_name_a_job(title):
    assert names_a_job(title)


@pytest.mark.parametrize(
    "line",
    [
        "Skip to Main Content",
        "Career Opportunities",
        "Utah County",
        "Human Resources",
        "Find a Doctor",
        "Start your career as an engineer",
        "Meet the Director",
        "Events Calendar",
        "Returning User?",
        "Members",
        "",
        "12",
        "The engineer keeps the gates.",
    ],
)
def test_lines_of_a_page_do_not(line):
    assert not names_a_job(line)


def test_an_occupation_may_stand_inside():
    assert mentions_a_job("Tide Analyst Internship")
    assert not mentions_a_job("Flood Protection")
