from jdrewrite.model import Fact, Verdict
from jdrewrite.verifying import verify
from jdrewrite.verifying.acts import changed_act, in_sentence

WHOLE = (
    "An Accounts Clerk prepares customer invoices for the branch; posts payments to customer accounts every day; files "
    "the sales tax return of twelve branches; and waters the plants of the office."
)
EFFECT = "invoices for the branch so that customers can check the bill against what they received;"


def rewrite(old: str, new: str) -> str:
    assert old in WHOLE
    return WHOLE.replace(old, new)


def test_the_only_act_that_differs_is_read_alone():
    after = rewrite("every day;", "each day;")
    one, other, start = changed_act(WHOLE, after)
    assert (one, other) == (
        "posts payments to customer accounts every day",
        "posts payments to customer accounts each day",
    )
    assert WHOLE[start:].startswith(one)


def test_two_changed_acts_or_another_number_of_them_are_read_whole():
    for after in (
        rewrite("every day;", "each day;").replace("plants", "trees"),
        rewrite("every day; files the sales tax return of twelve branches;", "every day;"),
    ):
        assert changed_act(WHOLE, after) == (WHOLE, after, 0)


def test_an_effect_of_one_act_passes_and_a_lost_fact_of_it_is_found_in_its_place():
    assert verify(WHOLE, rewrite("invoices for the branch;", EFFECT)).passed
    verdict = verify(WHOLE, rewrite("of twelve branches", "of the branches"))
    assert not verdict.passed
    assert "twelve" in {WHOLE[fact.start : fact.end] for fact in verdict.lost}


def test_an_act_of_a_notice_stays_locked():
    assert not verify(WHOLE, rewrite("invoices for the branch;", EFFECT), section="legal").passed


def test_spans_are_moved_by_where_the_part_begins():
    fact = Fact(check="figures", text="12", start=3, end=5)
    found = in_sentence(Verdict(passed=False, lost=(fact,)), 10).lost[0]
    assert (found.start, found.end) == (13, 15)
