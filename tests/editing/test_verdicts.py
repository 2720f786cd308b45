"""What is said of a verdict: a refusal is one, a doubt is a doubt and says what is in doubt and why a reason is asked."""

from jdrewrite.editing import looking, verdicts
from jdrewrite.editing.desk import Desk
from jdrewrite.editing.rows import SIGNS, rows
from jdrewrite.model import Fact, Verdict
from jdrewrite.verifying import verify
from tests.editing.conftest import DOUBTED, REFUSED, proposal


def test_a_refusal_is_told_as_one():
    assert verdicts.refusal(REFUSED) == "lost: 12"
    assert verdicts.question(REFUSED) == "The judge refused this wording (lost: 12). Why should it stand all the same?"


def test_where_the_own_end_of_a_line_gave_way_the_facts_are_kept_and_the_purpose_is_another():
    old = "Contact accounts that are past due in order to improve cash flow."
    reframed = verify(old, "Contact accounts that are past due so that customers can pay in time.")
    assert reframed.passed
    assert verdicts.approval(reframed) == "facts kept; the purpose is another"
    assert [f.text for f in reframed.warnings if f.check == "purpose"] == [
        "the purpose was “in order to improve cash flow”"
    ]
    bare = verify(old, "Contact accounts that are past due.")
    assert verdicts.approval(bare) == "facts kept; the purpose is gone"
    kept = verify(old, "Contact accounts that are past due in order to improve cash flow, so that customers can plan.")
    assert verdicts.approval(kept) == "nothing lost, nothing invented"


def test_a_doubt_says_what_is_in_doubt_and_why_a_reason_is_asked():
    asked = verdicts.question(DOUBTED)
    assert "refused" not in asked
    assert "in doubt about this wording (perhaps lost: customer; perhaps invented: voting)" in asked
    assert "only a person can tell" in asked
    assert asked.endswith("why is it right as written?")


def test_what_nobody_judged_is_not_called_refused():
    assert "refused" not in verdicts.question(None)


def test_of_several_lines_each_is_told_as_what_it_is():
    both = verdicts.question_of_lines([DOUBTED, REFUSED], 5)
    assert "refused 1 of 5 changed lines (lost: 12) and is in doubt about 1 more" in both
    assert "refused" not in verdicts.question_of_lines([DOUBTED, DOUBTED], 3)
    assert "refused 2 of 3 changed lines (lost: 12)" in verdicts.question_of_lines([REFUSED, REFUSED], 3)


def test_more_than_three_facts_are_counted():
    lost = tuple(Fact(check="content", text=word, start=0, end=1) for word in "abcde")
    assert verdicts.refusal(Verdict(passed=False, lost=lost)).endswith("lost: c and 2 more")


def test_a_proposal_in_doubt_has_a_sign_of_its_own_and_waits_for_a_decision(document, assessment):
    desk = Desk(document=document, assessment=assessment, proposals=(proposal(1, DOUBTED),))
    row = next(row for row in rows(desk, "review") if row.proposal is not None)
    assert row.sign == SIGNS["doubtful"] != SIGNS["failed"]
    assert looking.is_open(row)


def test_a_fact_within_another_is_not_told_again():
    assert verdicts.refusal(verify("Answer letters.", "Answer letters within one week.")) == "invented: within one week"
    said = verdicts.against(
        verify("Check the doors for unauthorized locks.", "Check the doors for locks without permission.")
    )
    assert said == ["lost: unauthorized", "invented: without permission"]
    strict = verdicts.against(verify("Keep records.", "Keep strict records."))
    assert strict == ["perhaps invented: strict"]
