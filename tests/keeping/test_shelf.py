"""The thread that keeps sessions."""

import queue

from jdrewrite.keeping.shelf import Keeper, NoShelf


def test_a_fault_is_told_and_the_next_state_is_kept(session):
    told, held = queue.SimpleQueue(), []

    class Once(NoShelf):
        def keep(self, document, session):
            if not held:
                held.append("broken")
                raise ValueError("no such thing")
            held.append(session)

    keeper = Keeper(Once(), told.put)
    keeper.keep(session.desk.document, session)
    assert "ValueError: no such thing" in told.get(timeout=10)
    keeper.keep(session.desk.document, session)
    assert told.get(timeout=10) == ""
    keeper.close()
    assert held == ["broken", session]


def test_a_screen_that_is_gone_ends_nothing(session):
    held = []

    class Counting(NoShelf):
        def keep(self, document, session):
            held.append(session)

    def gone(_):
        raise RuntimeError("closed")

    keeper = Keeper(Counting(), gone)
    keeper.keep(session.desk.document, session)
    keeper.close()
    keeper = Keeper(Counting(), gone)
    keeper.keep(session.desk.document, session)
    keeper.close()
    assert len(held) == 2
