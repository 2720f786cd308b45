from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.tui.panes import LEAST_TEXT, Panes

SIDES = st.sampled_from(["left", "right"])


@given(
    st.integers(80, 300),
    st.integers(24, 90),
    st.lists(st.tuples(SIDES, st.integers(-60, 60)), max_size=8),
    st.lists(SIDES, max_size=4),
)
def test_the_text_always_has_room(width, height, drags, folds):
    panes = Panes()
    for side, by in drags:
        panes = panes.resized(side, by, width)
    for side in folds:
        panes = panes.folded(side, width)
    laid = panes.laid(width, height)
    beside = laid.right + (0 if laid.floating else laid.left)
    assert width - beside >= LEAST_TEXT - 2
    assert laid.under <= height // 2
    assert not (laid.under and laid.right)
    assert laid.left <= width


@given(st.integers(80, 300), SIDES)
def test_folding_twice_is_as_before(width, side):
    panes = Panes()
    twice = panes.folded(side, width).folded(side, width)
    assert twice.laid(width, 40) == panes.laid(width, 40)
    assert panes.folded(side, width).laid(width, 40) != panes.laid(width, 40)


def test_the_way_out_and_the_help_stay_on_the_smallest_screen():
    from jdrewrite.tui.widgets.key_bar import fitting, places

    names = ("accept", "reject", "edit", "wordings", "next", "undo", "view", "export", "help", "quit")
    items = [(name, name[0], name.capitalize(), True) for name in names]
    for width in (20, 40, 60, 200):
        fit = fitting(items, {"wordings"}, width)
        assert {"help", "quit"} <= {item[0] for item in fit}
        assert places(fit)[-1][1] <= width
        assert [item for item in items if item in fit] == fit
    assert "wordings" not in {item[0] for item in fitting(items, {"wordings"}, 85)}
    assert len(fitting(items, {"wordings"}, 200)) == len(items)


def test_lines_have_their_numbers_on_a_small_screen():
    from jdrewrite.tui.widgets.sheet import _NUMBERS_FROM

    assert _NUMBERS_FROM <= 58  # 60 columns without the scroll bar: ':' asks for them
