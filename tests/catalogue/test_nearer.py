"""What work that every trade has does for those whom one function serves."""

import msgspec
import pytest

from jdrewrite.catalogue import Nearer, functions, loader, nearer, work
from jdrewrite.catalogue.forms import of_function
from jdrewrite.errors import DataError

SHIFT = Nearer(of="records/faults-raised", anyone=("the next shift knows what is broken",))
COOKS = Nearer(of="records/faults-raised", titles=("cook*",), state=("{customers} get what the menu says",))


def kitchen(*told):
    return msgspec.structs.replace(functions()["hospitality-retail"], nearer=told)


def test_what_holds_of_some_titles_is_said_of_them_and_first():
    function = kitchen(SHIFT, COOKS)
    assert nearer(function, "records/faults-raised", "Head Cook") == [COOKS, SHIFT]
    assert nearer(function, "records/faults-raised", "Cookery teacher") == [COOKS, SHIFT]
    assert nearer(function, "records/faults-raised", "Room attendant") == [SHIFT]
    assert nearer(function, "records/records", "Head Cook") == []


@pytest.mark.parametrize(
    ("odd", "problem"),
    [
        (Nearer(of="records/records"), "nothing is said of 'records/records'"),
        (Nearer(of="records/records", state=("the bill is right",)), "a state must contain {customers}"),
        (Nearer(of="records/records", state=("{customers} is told",)), "{customers} are many"),
        (Nearer(of="records/records", state=("{guests} tell {customers}",)), "unknown slot"),
        (Nearer(of="records/records", anyone=("{customers} are told",)), "a state of anyone has no slots"),
        (Nearer(of="records/records", anyone=("the next shift knows that",)), "missing at the end"),
        (Nearer(of="records/records", titles=("Cook",), anyone=("the shift knows",)), "in lower case: 'Cook'"),
        (SHIFT, "stands twice"),
    ],
)
def test_what_is_wrong_is_told(odd, problem):
    assert any(problem in said for said, _ in of_function(kitchen(SHIFT, odd)))


def test_an_entry_that_there_is_not_is_told(monkeypatch):
    monkeypatch.setattr(loader, "load_file", lambda _: kitchen(SHIFT, Nearer(of="records/none", anyone=("a b c",))))
    with pytest.raises(DataError, match="there is no entry 'records/none'"):
        loader._functions()


def test_no_function_says_nearer_what_is_said_of_any_trade():
    anywhere = {text for field in work().values() for o in field.outputs for text in (*o.state, *o.anyone)}
    for slug, function in functions().items():
        assert not [text for said in function.nearer for text in (*said.state, *said.anyone) if text in anywhere], slug
