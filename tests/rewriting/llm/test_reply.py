"""Entries are taken out of an answer as soon as they are whole, wherever the pieces are cut."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.model import LENSES
from jdrewrite.rewriting.llm.reply import Addition, Broken, Change, Reader, Reply, schema

texts = st.text(max_size=40)
changes = st.builds(
    Change,
    id=texts,
    kind=st.sampled_from(["reframe", "connect"]),
    text=texts,
    lenses=st.lists(st.sampled_from(LENSES), max_size=3),
    why=texts,
)
additions = st.builds(Addition, lens=st.sampled_from(LENSES), text=texts, why=texts)
replies = st.builds(Reply, changes=st.lists(changes, max_size=4), additions=st.lists(additions, max_size=3))


@given(
    replies,
    st.integers(1, 30),
    st.sampled_from(
        ["", "Here it is:\n", "```json\n", "<think>{a}</think>", "I keep {customers} and {} as {\n", '{"x": 1} so ']
    ),
    st.booleans(),
)
def test_every_entry_comes_once_in_order(reply: Reply, size: int, before: str, indent: bool) -> None:
    text = before + reply.model_dump_json(indent=2 if indent else None) + "\n```"
    reader = Reader()
    found = [entry for at in range(0, len(text), size) for entry in reader.feed(text[at : at + size])]
    assert found == [*reply.changes, *reply.additions]
    assert list(reader.close()) == []


def test_what_looks_like_an_object_and_is_none_does_not_swallow_the_answer() -> None:
    change = Change(id="s1", kind="connect", text="a", lenses=[], why="")
    text = 'I said {"customers" [ and mean: ' + Reply(changes=[change], additions=[]).model_dump_json()
    reader = Reader()
    assert [*reader.feed(text), *reader.close()] == [change]


@given(replies, st.integers(0, 400))
def test_a_cut_answer_gives_what_was_whole(reply: Reply, at: int) -> None:
    text = reply.model_dump_json()
    reader = Reader()
    found = list(reader.feed(text[:at]))
    assert found == [*reply.changes, *reply.additions][: len(found)]
    if at < len(text):
        assert [type(entry) for entry in reader.close()] == [Broken]


@given(st.text())
def test_any_text_is_read_without_a_fault(text: str) -> None:
    reader = Reader()
    assert all(isinstance(entry, Broken) for entry in (*reader.feed(text), *reader.close()))


def test_halves_of_characters_are_put_together_or_read_as_unknown() -> None:
    def said(*pieces: str) -> str:
        reader = Reader()
        entry = json.dumps({"id": "s1", "kind": "connect", "text": "@", "lenses": [], "why": ""})
        before, after = ('{"changes": [' + entry + '], "additions": []}').split("@")
        found = [each for piece in (before, *pieces, after) for each in reader.feed(piece)]
        return "".join(each.text for each in found if isinstance(each, Change))

    assert said("a\ud83d", "\ude00b") == "a\U0001f600b"
    assert said("a\ud83d", "b\ude00") == "a\ufffdb\ufffd"


def test_an_entry_comes_before_the_answer_ends() -> None:
    entry = {"id": "s1", "kind": "reframe", "text": 'a "quoted" } text', "lenses": [], "why": "\\"}
    reader = Reader()
    assert len(list(reader.feed('{"changes": [' + json.dumps(entry)))) == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"changes": [{"id": 7, "kind": "reframe", "text": "", "lenses": [], "why": ""}], "additions": []}', "id: "),
        ('{"changes": [{"id": "s1", "kind": "delete", "text": "", "lenses": [], "why": ""}], "additions": []}', "kind"),
        ('{"changes": [{"id": "s1"}], "additions": []}', "not valid"),
        ('{"changes": ["s1"], "additions": []}', "not an object"),
        ('{"changes": []}', "no list of additions"),
        ('{"changes": [], "additions": [], "score": 100}', "nobody asked for"),
        ("[]", "no JSON object"),
        ('{"changes": [', "breaks off"),
    ],
)
def test_what_does_not_have_the_shape_is_told(text: str, reason: str) -> None:
    reader = Reader()
    (broken,) = [*reader.feed(text), *reader.close()]
    assert isinstance(broken, Broken)
    assert reason in broken.reason


def test_the_schema_is_strict() -> None:
    def objects(part):
        if isinstance(part, dict):
            if part.get("type") == "object":
                yield part
            for value in part.values():
                yield from objects(value)
        elif isinstance(part, list):
            for value in part:
                yield from objects(value)

    found = list(objects(schema(Reply)))
    assert found
    for part in found:
        assert part["additionalProperties"] is False
        assert set(part["required"]) == set(part["properties"])
