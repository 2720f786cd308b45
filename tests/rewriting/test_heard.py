"""The voice of the customer decides between true effects, and nothing else."""

from pathlib import Path

import jdrewrite
from jdrewrite import proposing
from jdrewrite.rewriting.offline.clauses import Wording
from jdrewrite.rewriting.offline.heard import Heard

EXAMPLES = Path(__file__).parents[2] / "examples"
CHOICES = [
    Wording("orders leave complete, and {customers} do not have to wait for the rest", False, "a/b"),
    Wording("receive their goods on the day they were given", True, "a/b"),
    Wording("rely on carriers who keep to what was agreed", True, "a/b"),
]
LATE = "Delivery was not on the promised day."


def test_the_effect_that_customers_speak_of_comes_first() -> None:
    heard = Heard((LATE, "I like the colour."))
    assert heard.first(CHOICES) == [CHOICES[1], CHOICES[0], CHOICES[2]]
    assert LATE in heard.said(CHOICES[1])
    assert heard.said(CHOICES[2]) == ""


def test_without_comments_that_bear_on_it_nothing_changes() -> None:
    for comments in ((), ("I like trains.",)):
        heard = Heard(comments)
        assert heard.first(CHOICES) == CHOICES
        assert all(heard.said(wording) == "" for wording in CHOICES)


def test_proposals_say_what_customers_said_and_pass_the_judge() -> None:
    seen = jdrewrite.analyse(jdrewrite.read(EXAMPLES / "word" / "accounts-receivable-specialist.docx"))
    quiet = proposing.proposals(seen)
    told = proposing.proposals(
        seen, comments=["You credited the wrong account.", "My account does not show what I paid."]
    )
    assert all(p.verdict is not None and p.verdict.passed for p in told)
    assert any("Customers speak of it" in p.rationale for p in told)
    assert not any("Customers speak of it" in p.rationale for p in quiet)
