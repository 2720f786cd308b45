"""Loads ``prompts/functions/*.toml`` strictly: a wrong key, form or double names the file and the line."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TypeVar

import msgspec

from jdrewrite import resources
from jdrewrite.catalogue import snapshot
from jdrewrite.catalogue.forms import of_function, of_lines, of_trades, of_work
from jdrewrite.catalogue.schema import Function, Motive, Output, SharedTrades, Trade, Work
from jdrewrite.decoding import OtherShape, Unreadable, from_toml
from jdrewrite.errors import DataError

_Entry = TypeVar("_Entry", Function, Work)


@cache
def functions() -> dict[str, Function]:
    """Return all functions by slug, in the order of their names.

    Raises:
        DataError: a file is not valid.
    """
    return snapshot.of("functions", dict[str, Function], _functions)


def _functions() -> dict[str, Function]:
    own = {path.stem: load_file(path) for path in snapshot.files(resources.prompts() / snapshot.FUNCTIONS)}
    for function in own.values():
        _check_nearer(function)
    for trade in _shared_trades():
        if not trade.shared:
            raise _of_trades(f"the trade '{trade.name}' names no functions", trade.name)
        for slug in trade.functions:
            if slug not in own:
                raise _of_trades(f"there is no function '{slug}'", slug)
    with_shared = {
        slug: msgspec.structs.replace(function, trades=(*_trades_of(slug), *function.trades))
        for slug, function in own.items()
    }
    problems = chain(
        *map(of_lines, _shared_trades()), *(of_trades(function.trades) for function in with_shared.values())
    )
    for problem, needle in problems:
        raise _of_trades(problem, needle)
    return with_shared


def _check_nearer(function: Function) -> None:
    """Make sure that what a function says of the work of every trade is of an entry that there is."""
    known = {f"{field.slug}/{output.id}" for field in work().values() for output in field.outputs}
    for said in function.nearer:
        if said.of not in known:
            path = resources.prompts() / snapshot.FUNCTIONS / f"{function.slug}.toml"
            raise _at(path, path.read_text(encoding="utf-8"), f"there is no entry '{said.of}'", f'of = "{said.of}"')


@cache
def _shared_trades() -> tuple[Trade, ...]:
    """Return the trades that occur in several functions.

    Raises:
        DataError: the file is not valid.
    """
    path = resources.prompts() / snapshot.TRADES
    try:
        return from_toml(path.read_bytes(), SharedTrades).trades
    except Unreadable as error:
        raise _of_trades(str(error), str(error)) from None


def _trades_of(slug: str) -> list[Trade]:
    return [trade for trade in _shared_trades() if slug in trade.functions]


def _of_trades(reason: str, needle: str) -> DataError:
    path = resources.prompts() / snapshot.TRADES
    return _at(path, path.read_text(encoding="utf-8"), reason, needle)


@cache
def work() -> dict[str, Work]:
    """Return the fields of work that occur in several functions, by slug.

    Raises:
        DataError: a file is not valid.
    """
    return snapshot.of("work", dict[str, Work], _work)


def _work() -> dict[str, Work]:
    return {path.stem: load_work(path) for path in snapshot.files(resources.prompts() / snapshot.WORK)}


@cache
def quiet() -> frozenset[str]:
    """Return the entries (``slug/id``) on whose word alone nothing is proposed.

    Raises:
        DataError: the list is not valid, or names an entry that there is not.
    """
    path = resources.prompts() / "quiet.toml"
    text = path.read_text(encoding="utf-8")
    try:
        named = from_toml(text, dict[str, list[str]])["entries"]
    except (Unreadable, KeyError) as error:
        raise DataError(str(path), f"not valid: {error}", "mend the file") from None
    entries = {f"{f.slug}/{entry.id}" for f in functions().values() for entry in _entries(f)}
    for field in work().values():
        entries |= {f"{field.slug}/{entry.id}" for entry in field.outputs}
        entries |= {f"{field.slug}/{entry.id}" for entry in field.motives}
    for name in named:
        if name not in entries:
            raise _at(path, text, f"there is no entry '{name}'", name)
    return frozenset(named)


def load(slug: str) -> Function:
    """Return one function.

    Raises:
        DataError: the slug is unknown, or its file is not valid.
    """
    try:
        return functions()[slug]
    except KeyError:
        raise DataError(slug, "there is no such function", "choose one that 'jdrewrite functions' lists") from None


def version() -> str:
    """Return the first 8 hex digits of a sha256 over all files: it changes whenever an entry does."""
    return snapshot.digest(resources.prompts())[:8]


def load_file(path: Path) -> Function:
    """Load and check one file.

    Raises:
        DataError: not TOML, an unknown or missing key, a slug that is not the file's name, a double, an unknown
            ``{slot}``, a text that breaks its form, a trade whose words are another's, or of several functions.
    """
    function, text = _read(path, Function)
    for trade in function.trades:
        if trade.shared:
            problem = f"a trade of several functions stands in prompts/{snapshot.TRADES}"
            raise _at(path, text, problem, f'name = "{trade.name}"')
    for problem, needle in of_function(function):
        raise _at(path, text, problem, needle)
    return function


def load_work(path: Path) -> Work:
    """Load and check one file of ``prompts/work``.

    Raises:
        DataError: as ``load_file``.
    """
    field, text = _read(path, Work)
    for problem, needle in of_work(field):
        raise _at(path, text, problem, needle)
    return field


def _read(path: Path, kind: type[_Entry]) -> tuple[_Entry, str]:
    text = path.read_text(encoding="utf-8")
    try:
        entry = from_toml(text, kind)
    except OtherShape as error:
        raise _at(path, text, str(error), str(error)) from None
    except Unreadable as error:
        raise DataError(str(path), f"not valid TOML: {error}", "mend the file") from None
    if entry.slug != path.stem:
        raise _at(path, text, f"the slug '{entry.slug}' is not the file's name", f'slug = "{entry.slug}"')
    return entry, text


def _entries(function: Function) -> tuple[Output | Motive, ...]:
    return (*function.outputs, *function.motives)


def _at(path: Path, text: str, reason: str, needle: str) -> DataError:
    """Build the error with the line that holds ``needle``, or a backquoted key named in it."""
    key = re.search(r"`([^`$]+)`", needle)
    wanted = key.group(1) if key else needle
    line = next((n for n, row in enumerate(text.splitlines(), 1) if wanted in row), 1)
    return DataError(f"{path}:{line}", reason, "see CONTRIBUTING.md on how to add a function")
