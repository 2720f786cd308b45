"""Work beside the work: its result, its errors, and that nothing of it is left behind."""

import threading

import pytest

from jdrewrite.analysis import meanwhile
from jdrewrite.analysis.meanwhile import Meanwhile
from jdrewrite.analysis.reading import Reader

EITHER = (
    "Make sure that nobody who calls us at night waits longer than a minute.",
    "Translate research into plain language that families can act on.",
)


def test_who_asked_goes_on_until_the_result_is_wanted():
    gone_on = threading.Event()
    work = Meanwhile(lambda: gone_on.wait(60))
    gone_on.set()
    assert work.result() is True


def test_what_the_work_raises_is_raised_where_the_result_is_wanted():
    work = Meanwhile(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        work.result()


def test_without_a_thread_the_work_is_done_at_once(monkeypatch):
    def none(self):
        raise RuntimeError("can't start new thread")

    with_one = Reader().read(EITHER)
    monkeypatch.setattr(meanwhile.Thread, "start", none)
    assert Meanwhile(lambda: 7).result() == 7
    assert Reader().read(EITHER) == with_one


def test_no_thread_is_left_behind():
    before = set(threading.enumerate())
    Reader().read(EITHER)
    for thread in set(threading.enumerate()) - before:  # it has given its result, and may be on its last step
        thread.join(60)
        assert not thread.is_alive()


def test_a_reading_may_be_begun_before_another_is_finished():
    reader, texts = Reader(), [*EITHER, "Approve the budget."]
    first, second = reader.start(texts[:2]), reader.start(texts[1:])
    assert second() == Reader().read(texts[1:])
    assert first() == Reader().read(texts[:2])
