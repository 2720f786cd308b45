"""A strength that brings no points says why; one that brings some says nothing."""

from jdrewrite.analysis import analyse
from jdrewrite.analysis.idle import GLUED, MEANS, TAKEN, idle
from jdrewrite.documents import read_bytes


def told(*duties: str) -> dict[str, set[str]]:
    """Return why strengths of each line bring nothing, by the line; ``""`` for one that brings something."""
    text = "# Clerk\n\n## Duties\n\n" + "".join(f"- {duty}\n" for duty in duties)
    assessment = analyse(read_bytes(text.encode(), "clerk.md"))
    why = idle(assessment)
    found: dict[str, set[str]] = {}
    for finding in assessment.findings:
        if finding.level == "strength":
            found.setdefault(assessment.statement(finding.statement).text, set()).add(why.get(finding.id, ""))
    return found


HELP = "Help customers understand their bills."
UPSELL = "Upsell every customer to increase revenue."


def test_a_strength_that_counts_says_nothing():
    assert told(HELP, "File the letters.")[HELP] == {""}


def test_words_glued_to_line_after_line():
    glued = [f"{act} so that customers get what they need." for act in ("File letters", "Count tools", "Scan slips")]
    assert all(reasons == {GLUED} for reasons in told(*glued).values())


def test_those_served_are_named_as_a_means():
    assert told(UPSELL, "File the letters.")[UPSELL] == {MEANS}


def test_inward_lines_outweigh_the_good_that_one_names():
    found = told(HELP, UPSELL, "Raise margins on each order to increase profit.")
    assert TAKEN in found[HELP]
