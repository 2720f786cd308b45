"""The verdict on whole documents: what stayed, moved, came and went."""

from __future__ import annotations

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
    fine = verify_documents(document(LINES), document([*LINES, "Pass on what customers ask to the team."]))
    assert fine.passed
    assert any(fact.check == "agreement" for fact in fine.warnings)
    assert not verify_documents(document(LINES), document([*LINES, "Answer 30 calls a day."])).passed


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
