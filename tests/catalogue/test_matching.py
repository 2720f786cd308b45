"""The index of the words of a function's outputs leaves none out."""

import pytest

from jdrewrite import catalogue
from jdrewrite.catalogue import matching
from tests.part import part


@pytest.mark.long
def test_the_index_changes_no_match(monkeypatch):
    functions = list(catalogue.functions().values())
    every = [
        f"{act.capitalize()} the {thing}s and every other {thing} by Friday."
        for function in functions
        for output in function.outputs
        for act in (*output.acts[:1], "see")
        for thing in output.things[-1:]
    ]
    texts = part(every[::17], 4)
    entries = [*functions[::9], *list(catalogue.work().values())[::3]]
    found = [matching.outputs_in(entry, text) for entry in entries for text in texts]
    assert sum(map(bool, found)) > 10

    def all_of(entry):
        things = [(n, thing, ()) for n, output in enumerate(entry.outputs) for thing in range(len(output.things))]
        return dict.fromkeys({text.lower().split()[0] for text in texts}, things)  # the act with which each begins

    monkeypatch.setattr(matching, "_index", all_of)
    assert [matching.outputs_in(entry, text) for entry in entries for text in texts] == found


def test_few_indexes_are_kept(monkeypatch):
    monkeypatch.setattr(matching, "INDEXED", 3)
    for entry in catalogue.functions().values():
        matching.outputs_in(entry, "Prepare the accounts.")
    assert len(matching._indexes) <= 3


def test_an_entry_narrowed_to_a_trade_has_the_index_of_its_function():
    function = next(f for f in catalogue.functions().values() if f.trades)
    index = matching._index(function)
    assert all(matching._index(catalogue.narrowed(function, trade)) is index for trade in function.trades)
