"""Numbers of statements count paragraphs in Word, and that is said."""

import pytest

from jdrewrite.audit.ready import ForOne, Ready
from jdrewrite.audit.reports.html_across import proposals_for as in_html
from jdrewrite.audit.reports.markdown import proposals_for as in_markdown
from jdrewrite.formats import unit_of


@pytest.mark.parametrize(
    ("name", "unit"),
    [("a.docx", "paragraph"), ("A.DOCX", "paragraph"), ("a.md", "line"), ("jobs.csv#12", "line"), ("-", "line")],
)
def test_the_unit_of_a_file(name, unit):
    assert unit_of(name) == unit


@pytest.mark.parametrize(("name", "unit"), [("a.docx", "paragraph"), ("a.md", "line")])
def test_reports_say_which_paragraph_of_word_is_meant(name, unit):
    ready = Ready(kind="add", line=7, original="Send bills.", proposed="Send right bills.", why="")
    one = ForOne(path=name, title="Clerk", proposals=(ready,), count=1, command="jdrewrite rewrite")
    assert f"- {unit} 7: Send bills." in list(in_markdown(one))
    assert f"<th>{unit.capitalize()}</th>" in in_html(one)
