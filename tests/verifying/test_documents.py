"""The verdict on whole documents: what stayed, moved, came and went."""

from __future__ import annotations

import pytest

from jdrewrite.model import Block, BlockKind, Document
from jdrewrite.verifying import verify_documents

LINES = [
    "Process vendor invoices in SAP.",
    "Reconcile supplier statements every month.",
    "Answer questions from branch managers.",
    "We are an equal opportunity employer.",
]


def document(lines: list[str], headings: frozenset[str] = frozenset()) -> Document:
    blocks = tuple(
        Block(id=f"b{n}", kind=BlockKind.HEADING if text in headings else BlockKind.BULLET, text=text, line=n)
        for n, text in enumerate(lines, 1)
    )
    return Document(path="x.txt", format="text", title="Clerk", blocks=blocks, source=b"")


def test_the_same_document_passes_and_so_does_another_order() -> None:
    assert verify_documents(document(LINES), document(LINES)).passed
    assert verify_documents(document(LINES), document(LINES[::-1])).passed


def test_a_faithful_rewrite_of_a_line_passes() -> None:
    after = [LINES[0].replace(".", ", so that customers get their goods."), *LINES[1:]]
    verdict = verify_documents(document(LINES), document(after))
    assert verdict.passed, verdict
    assert verdict.added_purpose


def test_a_line_that_is_gone_is_lost() -> None:
    verdict = verify_documents(document(LINES), document([LINES[0], *LINES[2:]]))
    assert [fact.check for fact in verdict.lost] == ["blocks"]


def test_two_lines_made_one_lose_nothing() -> None:
    merged = ["Process vendor invoices in SAP and reconcile supplier statements every month.", *LINES[2:]]
    assert verify_documents(document(LINES), document(merged)).passed


def test_a_new_line_is_judged_as_an_addition() -> None:
    line = "Pass on what customers ask to the team."
    fine = verify_documents(document(LINES), document([*LINES, line]), agreed=[f" {line}"])
    assert fine.passed, fine
    figure = "Answer 30 calls a day."
    assert not verify_documents(document(LINES), document([*LINES, figure]), agreed=[figure]).passed


@pytest.mark.parametrize(
    "line",
    [
        "Dismiss staff.",
        "Prescribe medication without a doctor.",
        "Do not speak to the press.",
        "Approve all refunds without asking anybody.",
        "Clean the toilets and carry out the payroll.",
        "Pass on what customers ask to the team.",
        "Responsible for the warehouse",
    ],
)
def test_a_new_line_that_nobody_agreed_to_is_in_doubt_and_named(line: str) -> None:
    verdict = verify_documents(document(LINES), document([*LINES, line]))
    assert (verdict.passed, verdict.doubtful) == (False, True)
    assert [(f.check, f.text, f.line, f.original_line) for f in verdict.invented] == [("agreement", line, 5, 0)]


@pytest.mark.parametrize("agreed", [(), ("Pass on what customers ask to the team.",)])
def test_a_new_line_is_told_once_at_most(agreed: tuple[str, ...]) -> None:
    line = "Pass on what customers ask to the team."
    verdict = verify_documents(document(LINES), document([*LINES, line]), agreed=agreed)
    told = [fact for fact in (*verdict.invented, *verdict.warnings) if fact.check == "agreement"]
    assert [fact.text for fact in told] == ([] if agreed else [line])


def test_a_new_line_excuses_no_fault_of_another_one() -> None:
    after = [LINES[0].replace(" in SAP", " in Oracle"), *LINES[1:], "Dismiss staff."]
    verdict = verify_documents(document(LINES), document(after))
    assert (verdict.passed, verdict.doubtful) == (False, False)
    assert {"Oracle", "Dismiss staff."} <= {f.text for f in verdict.invented}


def test_a_new_line_in_the_place_of_one_that_is_gone_is_no_rewrite_of_it() -> None:
    after = [*LINES[:1], "Dismiss staff and approve overtime.", *LINES[2:]]
    verdict = verify_documents(document(LINES), document(after))
    assert (verdict.passed, verdict.doubtful) == (False, False)
    assert "agreement" in {f.check for f in verdict.invented}


def test_a_faithful_rewrite_that_is_unlike_its_line_is_no_commitment() -> None:
    before = [*LINES, "Meet production goals in order to maximize output."]
    after = [*LINES, "Meet production goals so that customers can receive their orders complete and sooner."]
    verdict = verify_documents(document(before), document(after))
    assert verdict.passed, verdict


def test_a_line_cut_in_two_and_one_said_again_are_no_commitments() -> None:
    before = ["Open the post, sort it for the partners and greet visitors.", "Order paper for the office."]
    after = ["Open the post and sort it for the partners.", "Greet visitors.", before[1]]
    verdict = verify_documents(document(before), document(after))
    assert verdict.passed, verdict
    again = verify_documents(document(before), document([*before, before[1]]))
    assert again.passed, again


@pytest.mark.parametrize(
    ("old", "rest", "new"),
    [
        ("Do not dismiss staff, and plan their shifts.", "Plan their shifts.", "Dismiss staff."),
        ("Help nurses, and prescribe no medication.", "Help nurses.", "Prescribe medication."),
    ],
)
def test_words_of_another_line_do_not_make_a_duty_of_its_contrary(old: str, rest: str, new: str) -> None:
    assert not verify_documents(document([*LINES, old]), document([*LINES, rest, new])).passed


def test_locked_text_may_neither_change_nor_go() -> None:
    changed = [*LINES[:3], "We are an equal opportunity employer that serves customers."]
    assert not verify_documents(document(LINES), document(changed)).passed
    assert [f.check for f in verify_documents(document(LINES), document(LINES[:3])).lost] == ["locked"]


def test_a_heading_locks_what_stands_under_it() -> None:
    lines = ["Benefits", "Free lunch in the canteen.", "Duties", "Cook lunch in the canteen."]
    headings = frozenset({"Benefits", "Duties"})
    free = [*lines[:3], "Cook lunch in the canteen, so that guests feel at home."]
    assert verify_documents(document(lines, headings), document(free, headings)).passed
    locked = ["Benefits", "Free lunch in the canteen every day.", *lines[2:]]
    assert not verify_documents(document(lines, headings), document(locked, headings)).passed


def test_a_duty_that_moved_to_another_line_is_kept() -> None:
    before = ["Open the post and sort it for the partners.", "Order paper for the office and greet visitors."]
    after = ["Open the post, sort it for the partners and greet visitors.", "Order paper for the office."]
    verdict = verify_documents(document(before), document(after))
    assert verdict.passed, verdict


def test_a_document_is_in_doubt_where_all_that_is_wrong_in_it_is() -> None:
    before = document(["Greet guests on the terrace each morning.", "Serve 4 tables at lunch."])
    doubt = document(["Greet guests on the balcony each morning.", "Serve 4 tables at lunch."])
    wrong = document(["Greet guests on the balcony each morning.", "Serve 5 tables at lunch."])
    assert verify_documents(before, doubt).doubtful
    assert not verify_documents(before, wrong).doubtful
    assert not verify_documents(before, before).doubtful


DESK = [
    "Answer calls within 2 hours.",
    "Answer letters within 10 days.",
    "Lead a team of 8 clerks.",
    "Bring 5 years of experience in logistics.",
    "Work in Leeds.",
    "Travel to Dublin each month.",
]


@pytest.mark.parametrize(
    "swapped",
    [
        {0: "Answer calls within 10 days.", 1: "Answer letters within 2 hours."},
        {2: "Lead a team of 5 clerks.", 3: "Bring 8 years of experience in logistics."},
        {4: "Work in Dublin.", 5: "Travel to Leeds each month."},
        {0: "Answer calls within 10 days and letters within 2 hours.", 1: ""},
    ],
)
def test_facts_exchanged_between_lines_are_a_change(swapped: dict[int, str]) -> None:
    after = [text for n, line in enumerate(DESK) if (text := swapped.get(n, line))]
    verdict = verify_documents(document(DESK), document(after))
    assert not verdict.passed
    assert not verdict.doubtful
    assert "exchanged" in {fact.check for fact in verdict.changed}


@pytest.mark.parametrize(
    "moved",
    [
        {0: DESK[1], 1: DESK[0]},
        {0: "Answer calls within 2 hours and letters within 10 days.", 1: ""},
        {2: "Lead a team of eight clerks and travel to Dublin each month.", 5: ""},
    ],
)
def test_facts_that_moved_with_what_they_are_said_of_are_kept(moved: dict[int, str]) -> None:
    after = [text for n, line in enumerate(DESK) if (text := moved.get(n, line))]
    verdict = verify_documents(document(DESK), document(after))
    assert verdict.passed, verdict


def test_a_figure_that_another_line_got_makes_up_for_none() -> None:
    before = ["Cook for three schools in the town.", "Train two apprentices each year."]
    after = ["Cook for two schools in the town.", "Train apprentices each year."]
    verdict = verify_documents(document(before), document(after))
    assert [fact.text for fact in verdict.lost] == ["three", "two"]
    assert [fact.text for fact in verdict.invented] == ["two"]


def test_what_was_required_may_not_come_to_stand_under_what_is_preferred() -> None:
    before = ["Required", "Excel for reports.", "SAP for billing.", "Preferred", "Polish for calls with drivers."]
    after = [before[0], before[2], before[3], before[1], before[4]]
    headings = frozenset({"Required", "Preferred"})
    verdict = verify_documents(document(before, headings), document(after, headings))
    assert [(fact.check, fact.original_line, fact.line) for fact in verdict.changed] == [("modality", 2, 4)]


def test_every_fact_has_its_lines_and_its_place_in_them() -> None:
    after = [LINES[0].replace(" in SAP", ""), "Answer 30 calls a day.", *LINES[1:]]
    verdict = verify_documents(document(LINES), document(after))
    (lost,) = verdict.lost
    assert (lost.text, lost.original_line, lost.line) == ("SAP", 1, 1)
    assert LINES[0][lost.start : lost.end] == "SAP"
    assert [(fact.text, fact.original_line, fact.line) for fact in verdict.invented] == [("30", 0, 2)]


def test_only_the_sentence_that_changed_is_judged() -> None:
    notice = "We are an equal opportunity employer."
    before = [f"Sort the post. File reports for 3 clerks. {notice}"]
    verdict = verify_documents(document(before), document([before[0].replace("for 3", "for the 3")]))
    assert verdict.passed, verdict
    fault = verify_documents(document(before), document([before[0].replace("for 3", "for 4")]))
    (invented,) = fault.invented
    assert before[0].replace("for 3", "for 4")[invented.start : invented.end] == "4"


HELPED = "Assists with the maintenance of desk manuals."


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        (HELPED, "Maintains desk manuals.", "scope"),
        ("Helps with the organization of tours.", "Organizes tours.", "scope"),
        ("May prepare the annual report of the archive.", "Preparation of the archive's annual reports.", "modality"),
    ],
)
def test_a_line_made_stronger_in_words_unlike_its_own_is_told_as_that(old: str, new: str, check: str) -> None:
    verdict = verify_documents(document([*LINES, old]), document([*LINES, new]))
    assert not verdict.passed
    assert check in {fact.check for fact in verdict.changed}
    assert "agreement" not in {fact.check for fact in verdict.invented}
    assert {(fact.line, fact.original_line) for fact in verdict.changed} == {(5, 5)}


def test_a_line_made_stronger_is_told_though_something_was_added_to_it() -> None:
    verdict = verify_documents(document([*LINES, HELPED]), document([*LINES, "Maintains desk manuals and logs."]))
    assert "scope" in {fact.check for fact in verdict.changed}
    assert "logs" in {fact.text for fact in verdict.invented}


def test_lines_made_stronger_in_another_order_are_told_each() -> None:
    old = ["Assists in the preparation of ballots.", "Helps with the organization of tours."]
    verdict = verify_documents(document(old), document(["Organizes tours.", "Prepares ballots."]))
    assert [(fact.line, fact.original_line) for fact in verdict.changed] == [(2, 1), (1, 2)]


def test_a_line_that_still_helps_passes_in_other_words() -> None:
    verdict = verify_documents(document([*LINES, HELPED]), document([*LINES, "Helps maintain desk manuals."]))
    assert verdict.passed, verdict


def test_a_line_that_was_agreed_is_not_taken_for_the_one_that_is_gone() -> None:
    new = "Maintains desk manuals."
    verdict = verify_documents(document([*LINES, HELPED]), document([*LINES, new]), agreed=[new])
    assert "scope" not in {fact.check for fact in verdict.changed}
