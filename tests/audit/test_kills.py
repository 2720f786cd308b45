"""A short series of kills; ``make measure`` runs the long one."""

import pytest

from tests.audit.kills import differences, run
from tests.part import ALL


@pytest.mark.long
def test_an_audit_that_is_killed_goes_on_where_it_was(tmp_path):
    kills = 2 if ALL else 1
    outcome = run(tmp_path, kills, files=8)
    assert outcome.kills == kills
    assert outcome.compared == kills
    assert outcome.wrong == []


def test_what_is_lost_doubled_or_changed_is_noticed():
    whole = [("a", 1), ("b", 2), ("c", 3)]
    assert differences(whole, whole) == []
    told = differences(whole, [("a", 1), ("a", 1), ("b", 9), ("d", 4)])
    assert told == ["a stands 2 times", "c is lost", "b is otherwise", "d is new"]
