from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.editing import History
from jdrewrite.editing.own import added
from tests.editing.conftest import PASSED

STEPS = {
    "accept": lambda d: d.accepted("p1"),
    "reject": lambda d: d.rejected("p1"),
    "all": lambda d: d.all_accepted("connect"),
    "force": lambda d: d.accepted("p2", override="agreed"),
    "reword": lambda d: d.reworded("p1", "Enter invoices.", PASSED),
    "add": lambda d: added(d, "b4", "Ask callers.", PASSED),
    "lock": lambda d: d.locked("abc-1"),
    "note": lambda d: d.noted("abc-1", "hm"),
}


@given(st.lists(st.sampled_from([*STEPS, "undo", "redo"]), max_size=25))
def test_undo_goes_back_to_the_start_and_redo_to_the_end(desk, steps):
    history = History(now=desk)
    for step in steps:
        if step in STEPS:
            history = history.moved(STEPS[step](history.now), step)
        else:
            history = history.undone() if step == "undo" else history.redone()
    end = history
    while end.future:
        end = end.redone()
    back, depth = end, len(end.past)
    for _ in range(depth):
        back = back.undone()
    assert back.now == desk
    assert back.undone() == back
    for _ in range(depth):
        back = back.redone()
    assert back == end


def test_an_action_that_changes_nothing_is_no_step(desk):
    assert History(now=desk).moved(desk, "nothing") == History(now=desk)


def test_each_step_knows_what_was_done(desk):
    history = History(now=desk).moved(desk.accepted("p1"), "accepted").moved(desk, "rejected")
    assert [step.did for step in history.past] == ["accepted", "rejected"]
    assert [step.did for step in history.undone().future] == ["rejected"]


def test_unsaved_is_about_edits_not_about_looking(desk):
    history = History(now=desk)
    assert not history.unsaved
    history = history.moved(desk.accepted("p1"))
    assert history.unsaved
    assert not history.kept().unsaved
    assert history.kept().undone().unsaved
