"""The index of the words of a function's outputs leaves none out."""

import pytest

from jdrewrite import catalogue
from jdrewrite.analysis.served_word import for_those
from jdrewrite.catalogue import matching
from jdrewrite.model import CustomerWord
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


def test_the_indexes_of_the_whole_catalogue_have_room_beside_those_for_words_that_are_given():
    entries = [*catalogue.functions().values(), *catalogue.work().values()]
    assert len(entries) * 2 < matching.INDEXED == matching._index_of.cache_info().maxsize


def test_the_same_outputs_are_indexed_once_for_each_word_that_is_given():
    function = catalogue.functions()["training-education"]
    word, other = (CustomerWord(plural=plural, source="given") for plural in ("county auditors", "pupils"))
    first = matching._index(for_those(function, word))
    assert matching._index(for_those(function, word)) is first
    assert matching._index(for_those(function, other)) is not first
    assert matching._index(function) is not first


def test_an_entry_narrowed_to_a_trade_has_the_index_of_its_function():
    function = next(f for f in catalogue.functions().values() if f.trades)
    index = matching._index(function)
    assert all(matching._index(catalogue.narrowed(function, trade)) is index for trade in function.trades)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Maintains records for payment of bills.", []),
        ("Records payments on the day.", ["records"]),
        ("Opens letters and records payments.", ["records"]),
        ("The clerk records payments.", ["records"]),
    ],
)
def test_a_thing_spelled_like_an_act_is_none(text, acts):
    found = matching.outputs_in(catalogue.functions()["accounts-receivable-payable"], text)
    assert [m.act for m in found if m.output.id == "cash-application"] == acts
