"""A numbered list that has become bullets or plain lines is for a person to look at."""

import pytest

from jdrewrite.documents import read_bytes, render
from jdrewrite.verifying import verify_documents

LIST = b"# Clerk\n\n1. Send the invoices.\n2. Post the receipts.\n3. Answer callers.\n"


def verdict(after, before=LIST, name="b.md"):
    return verify_documents(read_bytes(before, "a.md"), read_bytes(after, name))


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (b"# Clerk\n\n- Send the invoices.\n- Post the receipts.\n- Answer callers.\n", "its lines are bullets now"),
        (b"# Clerk\n\nSend the invoices.\n\nPost the receipts.\n\nAnswer callers.\n", "its lines have none now"),
    ],
)
def test_numbers_that_are_gone_are_said_and_leave_the_verdict_in_doubt(after, said):
    found = verdict(after)
    assert not found.passed
    assert found.doubtful
    (fact,) = found.changed
    assert fact.text == f"the numbers 1. to 3. of a list are gone: {said}"
    assert (fact.check, fact.original_line, fact.line) == ("list numbers", 3, 3)


def test_one_number_that_is_gone_is_said_too():
    found = verdict(b"# Clerk\n\n1. Send the invoices.\n2. Post the receipts.\n\nAnswer callers.\n")
    assert [fact.text for fact in found.changed] == ["the number 3. of a list is gone: its line has none now"]


@pytest.mark.parametrize(
    "after",
    [
        LIST.replace(b"3.", b"4.").replace(b"2.", b"3."),
        LIST.replace(b". ", b") "),
        b"# Clerk\n\n## Send the invoices.\n\n## Post the receipts.\n\n## Answer callers.\n",
    ],
)
def test_other_numbers_and_headings_are_no_loss(after):
    assert verdict(after).passed


@pytest.mark.parametrize("kind", ["docx", "html", "txt"])
def test_numbers_in_another_format_are_numbers(kind):
    assert verdict(render(read_bytes(LIST, "a.md"), (), kind), name=f"b.{kind}").passed


def test_what_is_wrong_beside_it_decides():
    found = verdict(b"# Clerk\n\n- Send the invoices.\n- Post the receipts.\n- Answer no callers.\n")
    assert not found.passed
    assert not found.doubtful
    assert "list numbers" in {fact.check for fact in found.changed}
