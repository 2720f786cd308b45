"""The shape of an answer, as pydantic models, and a reader that takes entries out of it while it is still coming."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

import msgspec
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import from_json

from jdrewrite.model import Lens
from jdrewrite.rewriting.llm.quoting import visible


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Change(_Strict):
    """One statement in other words."""

    id: str
    kind: Literal["reframe", "connect"]
    text: str
    lenses: list[Lens]
    why: str


class Addition(_Strict):
    """One new line."""

    lens: Lens
    text: str
    why: str


class Reply(_Strict):
    """Changes and new lines for one job description."""

    changes: list[Change]
    additions: list[Addition]


class Broken(msgspec.Struct, frozen=True):
    """An entry, or a whole answer, that does not have the shape."""

    reason: str
    excerpt: str


Entry = Change | Addition | Broken
_SHAPES: dict[str, type[Change] | type[Addition]] = {"changes": Change, "additions": Addition}
_OPENS = re.compile(r'\{\s*["}]')
_LISTS = re.compile(rf'\{{\s*"(?:{"|".join(_SHAPES)})"\s*:')
_ENTRY = 3
"""Depth of an entry: the object, a list in it, the entry in the list."""


@cache
def schema(shape: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON schema of a shape, in the strict form: every key required, no other key."""
    return shape.model_json_schema()


def _of_characters(text: str) -> str:
    """Return a text with the sign for an unknown character where it has half of one, with which nothing can be read."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Reader:
    """Takes the pieces of one answer; gives each entry as soon as its last brace is there.

    What models put before the JSON (thoughts, a fence, words in braces, another object) and behind it is passed over.
    """

    def __init__(self) -> None:
        self.text = ""
        self._from = self._at = 0
        """Where the next object is looked for, and how far the one that is being read has been read."""
        self._begin = -1
        self._half = ""
        self._passed = (-1, -1)
        """An object that has none of the lists: it counts where nothing better comes."""
        self._depth = 0
        self._quote = -1
        """Where the string began that is being read; -1 outside of strings."""
        self._key = ""
        self._ours = False
        """Whether the object has one of the lists."""
        self._entry = -1
        self._escaped = False

    def feed(self, piece: str) -> Iterator[Entry]:
        """Take a piece and yield the entries that became whole by it."""
        piece, self._half = self._half + piece, ""
        if "\ud800" <= piece[-1:] <= "\udbff":  # the other half of the character comes with the next
            piece, self._half = piece[:-1], piece[-1]
        self.text += _of_characters(piece)
        while self._begin >= 0 or self._found():
            while self._at < len(self.text) and (self._depth or self._at == self._begin):
                found = self._step(self.text[self._at])
                self._at += 1
                if found is not None:
                    yield found
            if self._ours or self._depth or self._at == self._begin:
                return
            self._passed, self._from, self._begin = (self._begin, self._at), self._at, -1

    def close(self) -> Iterator[Entry]:
        """Say what was wrong with the whole, once nothing more comes."""
        if self._begin >= 0 and not self._ours and (later := _LISTS.search(self.text, self._begin + 1)):
            rest = Reader()  # what looked like an object was none, and swallowed the answer
            yield from rest.feed(self.text[later.start() :])
            yield from rest.close()
            return
        begin, end = (self._begin, self._at) if self._begin >= 0 else self._passed
        if begin < 0:
            yield Broken("the answer holds no JSON object", excerpt(self.text))
            return
        try:
            found = from_json(self.text[begin:end])
        except ValueError:
            yield Broken("the answer breaks off, or is not valid JSON", excerpt(self.text[-80:]))
            return
        for key in found.keys() - _SHAPES.keys():
            yield Broken(f"the answer has a part that nobody asked for ({excerpt(key)})", excerpt(str(found[key])))
        for key in _SHAPES:
            entries = found.get(key)
            if not isinstance(entries, list):
                yield Broken(f"the answer has no list of {key}", excerpt(str(entries)))
                continue
            for entry in entries:
                if not isinstance(entry, dict):
                    yield Broken(f"an entry of {key} is not an object", excerpt(str(entry)))

    def _found(self) -> bool:
        """Look for the next brace behind which an object can begin, and tell whether there is one."""
        thought = self.text.rfind("</think>")
        if thought < 0 and "<think>" in self.text:
            return False
        opens = _OPENS.search(self.text, max(self._from, thought + 1))
        if opens is None:
            return False
        self._begin = self._at = opens.start()
        self._depth, self._quote, self._entry, self._escaped, self._key = 0, -1, -1, False, ""
        return True

    def _step(self, char: str) -> Entry | None:
        """Move over one character; return the entry that it ends."""
        if self._quote >= 0:
            self._in_string(char)
        elif char == '"':
            self._quote = self._at
        elif char in "{[":
            self._depth += 1
            if char == "{" and self._depth == _ENTRY:
                self._entry = self._at
        elif char in "}]":
            self._depth -= 1
            if char == "}" and self._depth == _ENTRY - 1 and self._entry >= 0:
                raw, self._entry = self.text[self._entry : self._at + 1], -1
                return self._read(raw)
        return None

    def _in_string(self, char: str) -> None:
        if char == "\\":
            self._escaped = not self._escaped
            return
        if char == '"' and not self._escaped:
            if self._depth == 1:
                self._key = self.text[self._quote + 1 : self._at]
                self._ours = self._ours or self._key in _SHAPES
            self._quote = -1
        self._escaped = False

    def _read(self, raw: str) -> Entry | None:
        shape = _SHAPES.get(self._key)
        if shape is None:
            return None
        try:
            return shape.model_validate_json(raw)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"]) or "entry"
            return Broken(f"an entry of the answer is not valid ({place}: {first['msg'].lower()})", excerpt(raw))


def says_something(text: str) -> bool:
    """Tell whether a whole answer has an entry that can be read, or says in the shape asked for that there is none."""
    reader = Reader()
    found = [*reader.feed(text), *reader.close()]
    return not found or any(not isinstance(entry, Broken) for entry in found)


def excerpt(text: str) -> str:
    """Return the first words of something a model wrote, fit to be shown."""
    shown = visible(text[:400])
    return shown if len(shown) <= 80 else f"{shown[:79]}…"
