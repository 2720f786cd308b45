"""Loads ``prompts/functions/*.toml`` strictly: a wrong key, form or double names the file and the line."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from jdrewrite import resources
from jdrewrite.catalogue.schema import Function, Motive, Output, Trade, Work
from jdrewrite.errors import DataError

_FOLDER = "functions"
_WORK = "work"
_SLOT = re.compile(r"\{(\w*)\}")
_Entry = TypeVar("_Entry", Function, Work)


@cache
def functions() -> dict[str, Function]:
    """Return all functions by slug, in the order of their names.

    Raises:
        DataError: a file is not valid.
    """
    return {path.stem: load_file(path) for path in _files(_FOLDER)}


@cache
def work() -> dict[str, Work]:
    """Return the fields of work that occur in several functions, by slug.

    Raises:
        DataError: a file is not valid.
    """
    return {path.stem: load_work(path) for path in _files(_WORK)}


@cache
def quiet() -> frozenset[str]:
    """Return the entries (``slug/id``) on whose word alone nothing is proposed.

    Raises:
        DataError: the list is not valid, or names an entry that there is not.
    """
    path = resources.prompts() / "quiet.toml"
    text = path.read_text(encoding="utf-8")
    try:
        named = msgspec.convert(tomllib.loads(text), dict[str, list[str]])["entries"]
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, KeyError) as error:
        raise DataError(str(path), f"not valid: {error}", "mend the file") from None
    entries = {f"{f.slug}/{entry.id}" for f in functions().values() for entry in _entries(f)}
    for field in work().values():
        entries |= {f"{field.slug}/{entry.id}" for entry in field.outputs}
        entries |= {f"{field.slug}/{entry.id}" for entry in field.motives}
    for name in named:
        if name not in entries:
            raise _at(path, text, f"there is no entry '{name}'", name)
    return frozenset(named)


def _files(folder: str) -> list[Path]:
    return sorted((resources.prompts() / folder).glob("*.toml"))


def load(slug: str) -> Function:
    """Return one function.

    Raises:
        DataError: the slug is unknown, or its file is not valid.
    """
    try:
        return functions()[slug]
    except KeyError:
        raise DataError(slug, "there is no such function", "choose one that 'jdrewrite functions' lists") from None


@cache
def version() -> str:
    """Return the first 8 hex digits of a sha256 over all files: it changes whenever an entry does."""
    digest = hashlib.sha256()
    alone = (resources.prompts() / name for name in ("quiet.toml", "grades.toml"))
    for path in (*_files(_FOLDER), *_files(_WORK), *alone):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def load_file(path: Path) -> Function:
    """Load and check one file.

    Raises:
        DataError: not TOML, an unknown or missing key, a slug that is not the file's name, a doubled id, an
            unknown ``{slot}``, or a text that breaks its form.
    """
    function, text = _read(path, Function)
    for problem, needle in _problems(function):
        raise _at(path, text, problem, needle)
    return function


def load_work(path: Path) -> Work:
    """Load and check one file of ``prompts/work``.

    Raises:
        DataError: as ``load_file``.
    """
    field, text = _read(path, Work)
    entries: tuple[Output | Motive, ...] = (*field.outputs, *field.motives)
    for problem, needle in (*_entry_problems(entries), *_slot_problems(_clauses(entries))):
        raise _at(path, text, problem, needle)
    return field


def _read(path: Path, kind: type[_Entry]) -> tuple[_Entry, str]:
    text = path.read_text(encoding="utf-8")
    try:
        entry = msgspec.convert(tomllib.loads(text), kind)
    except tomllib.TOMLDecodeError as error:
        raise DataError(str(path), f"not valid TOML: {error}", "mend the file") from None
    except msgspec.ValidationError as error:
        raise _at(path, text, str(error), str(error)) from None
    if entry.slug != path.stem:
        raise _at(path, text, f"the slug '{entry.slug}' is not the file's name", f'slug = "{entry.slug}"')
    return entry, text


def _problems(function: Function) -> Iterator[tuple[str, str]]:
    """Yield what is wrong and the words by which to find the line."""
    yield from _entry_problems(_entries(function))
    for text in _lines(function):
        if not text.startswith("[") or not text.endswith("."):
            yield f"a line starts with a verb in square brackets and ends with a full stop: '{text}'", text
    yield from _slot_problems(_texts(function))


def _slot_problems(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    for text in texts:
        for slot in _SLOT.findall(text):
            if slot != "customers":
                yield f"unknown slot {{{slot}}} in '{text}'", text


def _entry_problems(entries: tuple[Output | Motive, ...]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            yield f"the id '{entry.id}' occurs twice", f'id = "{entry.id}"'
        seen.add(entry.id)
        then = entry.then if isinstance(entry, Motive) else ()
        if not (entry.ability or entry.state or then):
            yield f"'{entry.id}' has neither ability nor state", f'id = "{entry.id}"'
        for text in (*entry.state, *then):
            if "{customers}" not in text:
                yield f"a state must contain {{customers}}: '{text}'", text
        for text in (*entry.ability, *entry.state, *then):
            if text.endswith(".") or text[:1].isupper():
                yield f"an ability or state is a clause without capital and full stop: '{text}'", text


def _entries(function: Function) -> tuple[Output | Motive, ...]:
    return (*function.outputs, *function.motives)


def _lines(function: Function) -> tuple[str, ...]:
    lenses = ("voice", "authority", "measure", "across")
    makings = _makings(function)
    return tuple(line for lens in lenses for making in makings for line in making.lines(lens))


def _makings(function: Function) -> tuple[Function | Trade, ...]:
    return (function, *function.trades)


def _texts(function: Function) -> Iterator[str]:
    yield from _clauses(_entries(function))
    for making in _makings(function):
        yield from making.purpose
        yield from making.people
    yield from _lines(function)


def _clauses(entries: Iterable[Output | Motive]) -> Iterator[str]:
    for entry in entries:
        yield from entry.ability
        yield from entry.state
        yield from (*entry.aim, *entry.then) if isinstance(entry, Motive) else ()


def _at(path: Path, text: str, reason: str, needle: str) -> DataError:
    """Build the error with the line that holds ``needle``, or a backquoted key named in it."""
    key = re.search(r"`([^`$]+)`", needle)
    wanted = key.group(1) if key else needle
    line = next((n for n, row in enumerate(text.splitlines(), 1) if wanted in row), 1)
    return DataError(f"{path}:{line}", reason, "see CONTRIBUTING.md on how to add a function")
