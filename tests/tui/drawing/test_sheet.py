from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from jdrewrite.editing import Row
from jdrewrite.editing.pieces import Piece
from jdrewrite.model import BlockKind
from jdrewrite.tui.drawing.sheet import breaks, laid, wrapped

TEXT = st.text("ab cd,é漢", max_size=80).map(lambda s: " ".join(s.split()))


@given(TEXT, st.integers(2, 30))
def test_no_line_is_too_wide_and_no_letter_is_lost(text, width):
    spans = breaks(text, width)
    lines = [text[start:end] for start, end in spans]
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    gaps = [text[a[1] : b[0]] for a, b in pairwise(spans)]
    assert all(gap in {"", " "} for gap in gaps)


@given(st.lists(st.tuples(TEXT, st.sampled_from(["", "new", "gone"])), max_size=5), st.integers(8, 40))
def test_styles_stay_with_their_words(parts, width):
    pieces = [Piece(text, tone) for text, tone in parts if text]
    lines = wrapped(pieces, width)
    for tone in ("new", "gone"):
        got = "".join(text for line in lines for text, names in line if tone in names.split())
        assert got.replace(" ", "") == "".join(p.text for p in pieces if p.tone == tone).replace(" ", "")


def row(text, **more):
    return Row(
        key=text, block="b1", text=text, pieces=(Piece(text),), original=text, kind=BlockKind.BULLET, first=True, **more
    )


def text_of(line):
    return "".join(words for words, _ in line.spans)


def test_signs_locks_bullets_and_notes_have_their_places():
    rows = [row("Enter invoices into the ledger", sign="~", tone="open", locked=True, note="ask Kim")]
    lines = [text_of(line) for line in laid(rows, 28, "review")]
    assert lines == [" ~⊘  • Enter invoices into", "       the ledger", "       ✎ ask Kim"]
    assert "ask Kim" not in str(laid(rows, 28, "result"))


def test_items_of_a_numbered_list_bear_their_numbers():
    rows = [row("Enter invoices", number="9."), row("Enter invoices into the ledger", number="10.")]
    lines = [text_of(line) for line in laid(rows, 28, "review")]
    assert lines == ["     9. Enter invoices", "     10. Enter invoices into", "         the ledger"]


def test_compare_sets_the_original_beside_the_rewrite():
    changed = Row(
        key="s1",
        block="b1",
        text="Enter bills.",
        pieces=(Piece("Enter "), Piece("invoices", "gone"), Piece("bills", "new"), Piece(".")),
        original="Enter invoices.",
        kind=BlockKind.BULLET,
        first=True,
    )
    (line,) = [text_of(line) for line in laid([changed], 60, "compare")]
    left, right = line.split(" │ ")
    assert left.strip() == "• Enter invoices."
    assert right == "• Enter bills."
