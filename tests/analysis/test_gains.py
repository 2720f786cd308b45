"""Through which lenses a text says more than another one."""

from jdrewrite.analysis import lenses_gained
from jdrewrite.analysis.rules import Changes
from jdrewrite.analysis.settings import Settings


def test_gains_are_what_the_later_text_says_more():
    pairs = (
        ("Enter invoices into the ledger.", "Enter invoices into the ledger, so that customers get correct bills."),
        ("Enter invoices into the ledger.", "Enter invoices into the book."),
        (None, "Ask customers every month what they need, and pass it on."),
        ("Ask customers every month what they need, and pass it on.", ""),
    )
    first, second, third, fourth = lenses_gained(pairs)
    assert {"customer", "sight"} <= set(first)
    assert second == fourth == ()
    assert "voice" in third


def test_nothing_is_gained_through_a_lens_that_a_project_leaves_out():
    line = "Ask customers every month what they need, and pass it on."
    out = Settings(changes=Changes(disable=("voice.*",)))
    assert "voice" in lenses_gained([(None, line)])[0]
    (gained,) = lenses_gained([(None, line)], out)
    assert "voice" not in gained
    assert "customer" in gained
