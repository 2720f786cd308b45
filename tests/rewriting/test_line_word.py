"""A line that names those served by a word of its own is continued with that word, in parts of sentences as well."""

import pytest

import jdrewrite
from jdrewrite.analysis.served_word import word_of_line
from jdrewrite.rewriting import alternatives

TOWN = """# Permit Clerk

The City of Oakfield serves the public. The clerk supports city services for members of the public and the public at large.

## Duties

- Help members of the public find the forms that they need.
- Explain rules to members of the public.
- {}
"""


def continued(line, serves=None, function=None):
    """What is added to a line, in every wording that is known."""
    document = jdrewrite.read_bytes(TOWN.format(line).encode(), "jd.md")
    assessment = jdrewrite.analyse(document, serves=serves, function=function)
    if serves is None:
        assert assessment.customer_word.plural == "members of the public"
    found = alternatives(assessment, assessment.statements[-1].id, engine="offline", count=40)
    assert found
    return [p.proposed.replace(line.rstrip("."), "") if ";" not in line else p.proposed for p in found]


@pytest.mark.parametrize("serves", [None, "taxpayers"])
@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("Respond to customer complaints and inquiries.", "customers"),
        ("Answer questions of citizens and residents at the counter.", "citizens and residents"),
        ("Answer questions of citizens at the counter.", "citizens"),
        ("Issue permits to applicants.", "applicants"),
        ("Schedule appointments with clients and property owners.", "clients and property owners"),
    ],
)
def test_the_word_of_the_line_is_continued(line, word, serves):
    said = continued(line, serves)
    assert any(word in text for text in said)
    assert not any("members of the public" in text or "taxpayers" in text for text in said)


def test_each_part_of_a_sentence_has_its_own():
    line = (
        "Receives payments from residents and posts them; answers questions of customers at the counter; prepares monthly "
        "billing statements for residents; maintains records and files of the office and its forms; sorts the mail."
    )
    first, second = "posts them so that residents", "at the counter so that"
    said = continued(line, function="accounts-receivable-payable")
    assert any(first in text.split(";")[0] for text in said)
    assert any(f"{second} customers" in text.split(";")[1] for text in said)
    own = [part for text in said for part in text.split(";")[:3]]  # the fourth names nobody
    assert not any("members of the public" in part for part in own)


def test_who_applies_for_a_job_is_not_whom_it_is_for():
    document = jdrewrite.read_bytes(TOWN.format("Send letters to applicants.").encode(), "jd.md")
    line = jdrewrite.analyse(document).statements[-1]
    assert (word_of_line(line), word_of_line(line, applicants=False)) == ("applicants", "")
