from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.editing.pieces import changed, marked, spaced, with_found
from jdrewrite.model import Finding

WORDS = st.text("ab c,", max_size=40)


def finding(start, end, level="strength"):
    return Finding(
        id="f",
        rule="r",
        lens="sight",
        level=level,
        statement="s1",
        line=1,
        start=start,
        end=end,
        excerpt="",
        message="",
        suggestion="",
    )


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_from_the_pieces(old, new):
    pieces = changed(old, new)
    assert "".join(p.text for p in pieces if p.tone != "new") == old
    assert "".join(p.text for p in pieces if p.tone != "gone") == new


@given(WORDS, st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=4), st.text("ab", max_size=2))
def test_marks_and_searches_lose_no_letter(text, spans, needle):
    pieces = marked(text, [finding(min(s), max(s)) for s in spans])
    assert "".join(p.text for p in pieces) == text
    found = with_found(pieces, needle)
    assert "".join(p.text for p in found) == text
    if needle and needle in text:
        assert any(p.tone == "found" for p in found)


@given(WORDS, WORDS)
def test_what_goes_and_what_comes_do_not_run_together(old, new):
    pieces = spaced(changed(old, new))
    for left, right in pairwise(pieces):
        if (left.tone, right.tone) == ("gone", "new"):
            assert left.text[-1].isspace() or right.text[0].isspace()
    assert tuple(p for p in pieces if p.tone or p.text != " ") == tuple(
        p for p in changed(old, new) if p.tone or p.text != " "
    )


def test_a_search_is_marked_across_pieces():
    pieces = with_found(changed("send bills", "send bills so that"), "Bills so")
    assert [(p.text, p.tone) for p in pieces if p.tone == "found"] == [("bills", "found"), (" so", "found")]


def test_a_suggestion_about_a_whole_line_marks_no_words():
    assert [p.tone for p in marked("abc", [finding(0, 3, "suggestion")])] == [""]
    assert [p.tone for p in marked("abc", [finding(0, 3, "warning")])] == ["warning"]
