"""Prompts: versioned files in ``prompts/NAME/VERSION.md`` with declared variables, filled strictly.

A file begins with a TOML head between lines of ``+++`` that declares the variables, and has the parts ``# system``
and ``# user`` (a file without them is a part of other prompts). ``$name`` stands for a variable. Old versions stay:
proposals name the version they come from.
"""

from __future__ import annotations

import re
from functools import cache
from string import Template

import msgspec

from jdrewrite import resources
from jdrewrite.decoding import Unreadable, from_toml
from jdrewrite.errors import DataError

_PARTS = re.compile(r"^# (system|user)\n", re.MULTILINE)
_DIGEST = "lenses"


class Prompt(msgspec.Struct, frozen=True, kw_only=True):
    """One version of one prompt."""

    name: str
    version: int
    variables: frozenset[str]
    system: str
    """What is the same for every job description: it comes first, so that providers can cache it."""
    user: str

    @property
    def id(self) -> str:
        """Name and version, as proposals record them."""
        return f"{self.name}/{self.version}"


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """A prompt with its variables filled."""

    id: str
    system: str
    user: str


@cache
def load(name: str, version: int | None = None) -> Prompt:
    """Return a prompt.

    Args:
        name: folder of ``prompts``.
        version: None for the newest.

    Raises:
        DataError: no such prompt or version, or its variables are not those that it declares.
    """
    folder = resources.prompts() / name
    known = sorted(int(path.stem) for path in folder.glob("[0-9]*.md"))
    number = version if version is not None else (known[-1] if known else 0)
    if number not in known:
        raise DataError(f"prompts/{name}", f"there is no version {number or 'at all'}", "reinstall jdrewrite")
    path = folder / f"{number}.md"
    where = f"prompts/{name}/{number}.md"
    try:
        _, head, body = path.read_text(encoding="utf-8").split("+++\n", 2)
        declared = frozenset(from_toml(head, dict[str, list[str]])["variables"])
    except (ValueError, KeyError, Unreadable):
        raise DataError(where, "its head is not valid", "begin with +++, variables = [...], +++") from None
    used = frozenset(Template(body).get_identifiers())
    if used != declared or not Template(body).is_valid():
        odd = ", ".join(sorted(used ^ declared)) or "a lone $"
        raise DataError(where, f"declared and used variables differ: {odd}", "mend its head or its text")
    parts = dict(zip(*[iter(_PARTS.split(body)[1:])] * 2, strict=True))
    return Prompt(
        name=name,
        version=number,
        variables=declared,
        system=parts.get("system", "" if parts else body).strip(),
        user=parts.get("user", "").strip(),
    )


def digest() -> str:
    """Return what every prompt says of the lenses."""
    return load(_DIGEST).system


def fill(prompt: Prompt, **values: str) -> Filled:
    """Return the prompt with its variables filled; the digest of the lenses comes by itself.

    Raises:
        DataError: a variable is missing, or one is given that the prompt does not declare.
    """
    given = {"digest": digest(), **values} if "digest" in prompt.variables else values
    if odd := prompt.variables ^ given.keys():
        raise DataError(
            f"prompts/{prompt.name}/{prompt.version}.md", f"not filled: {', '.join(sorted(odd))}", "fill it"
        )
    return Filled(
        id=prompt.id,
        system=Template(prompt.system).substitute(given),
        user=Template(prompt.user).substitute(given),
    )
