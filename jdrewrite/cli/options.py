"""Options that several commands share, and the completion of their values."""

from __future__ import annotations

import re
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from jdrewrite.cli.diagnostics import WrongUsage, say
from jdrewrite.model import KINDS, Kind

if TYPE_CHECKING:
    from jdrewrite.documents.columns import Columns

_ID = re.compile(r"[a-z]\d+")
"""A proposal as it is named where it is shown: p2, or e3 for one that an earlier decision made."""
_MISSPELT = 0.8
"""Likeness to a function from which a word is that one misspelt, whatever else it may mean."""


class Format(StrEnum):
    """How a result is printed."""

    text = "text"
    json = "json"


def near(word: str, known: list[str], otherwise: str) -> str:
    """Return the way out for a word that is not known: the nearest known ones, or where to find all.

    Args:
        word: as the user wrote it.
        known: all that could be meant.
        otherwise: the way out where nothing is near.
    """
    found = get_close_matches(word, known, n=3, cutoff=0.6) or [k for k in known if word.lower() in k][:3]
    return f"did you mean {' or '.join(repr(f) for f in found)}?" if found else otherwise


def function_slugs() -> list[str]:
    """Return the slugs of the catalogue."""
    from jdrewrite import catalogue

    return list(catalogue.functions())


def known_function(value: str | None) -> str | None:
    """Return the slug as it is, or the function of a title or trade that clearly belongs to one ("nurse").

    A trade that is named stands behind a stroke: ``library`` is ``training-education/libraries``.

    Raises:
        WrongUsage: the catalogue has no such function.
    """
    if value is None or value in (known := [*function_slugs(), "other"]):
        return value
    from jdrewrite.analysis.meant import meant
    from jdrewrite.catalogue import WITH_TRADE

    found, likely = meant(value)
    if found:
        slug, _, trade = found.partition(WITH_TRADE)
        if found != value:
            say(f"“{value}” is of the function {slug}{f', and there of the trade “{trade}”' if trade else ''}")
        return found
    way_out = near(value, known, "'jdrewrite functions' lists them")
    if likely and not get_close_matches(value, known, n=1, cutoff=_MISSPELT):
        named = [f"'{each}'" if " " in each else each for each in likely]
        which = f"{', '.join(named[:-1])} or {named[-1]}" if len(named) > 1 else named[0]
        way_out = f"did you mean {which}? 'jdrewrite functions' lists all"
    raise WrongUsage(value, "there is no such function", way_out)


def known_people(value: str | None) -> str | None:
    """Return the word for those served as it is written, and say so where that is another than it was given.

    Raises:
        WrongWord: it can stand in no sentence.
    """
    if value is None:
        return None
    from jdrewrite.analysis.served_word import given_word, read_otherwise

    people = given_word(value, "--serves")
    if told := read_otherwise(value, people):
        say(f"--serves: {told}")
    return people


def accepted(values: list[str] | None, default: tuple[Kind, ...]) -> tuple[tuple[Kind, ...], tuple[str, ...]]:
    """Return the kinds of proposal that a user named, in their fixed order, and the ids of single ones.

    Args:
        values: each a kind or an id, or several with commas between; ``all`` is every kind.
        default: the kinds that None stands for.

    Raises:
        WrongUsage: a word that is neither.
    """
    if not values:
        return default, ()
    words = {word.strip().lower() for value in values for word in value.split(",") if word.strip()}
    ids = {word for word in words if _ID.fullmatch(word)}
    unknown = sorted(words - ids - {*KINDS, "all", "none"})
    if unknown or not words:
        named = unknown[0] if unknown else "--accept"
        choices = ", ".join(("all", "none", *KINDS))
        way_out = f"choose from {choices}, or name a single one by the id that is shown, such as p2"
        raise WrongUsage(named, "this is no kind of proposal", way_out)
    return tuple(kind for kind in KINDS if kind in words or "all" in words), tuple(sorted(ids))


def known_target(value: str | None) -> str | None:
    """Return the name of the format that a user asks for.

    Raises:
        WrongUsage: there is no such format, or it is only read.
    """
    from jdrewrite.documents.formats import format_named, targets
    from jdrewrite.errors import UnsupportedInput
    from jdrewrite.formats import FORMATS

    if value is None:
        return None
    choices = ", ".join(targets())
    try:
        found = format_named(value.lower().removeprefix("."))
    except UnsupportedInput:
        raise WrongUsage(value, "there is no such format", f"choose from {choices}") from None
    if not FORMATS[found].made:
        raise WrongUsage(value, "it is written only where the source is one", f"choose from {choices}")
    return found


def columns(text: list[str] | None, title: str | None) -> Columns:
    """Return the columns that a user names for tables."""
    from jdrewrite.documents.columns import Columns

    return Columns(text=tuple(text or ()), title=title)


def complete_function(incomplete: str) -> list[str]:
    """Return the slugs that begin so."""
    return [slug for slug in function_slugs() if slug.startswith(incomplete)]


def _complete_target(incomplete: str) -> list[str]:
    from jdrewrite.documents.formats import targets

    return [name for name in targets() if name.startswith(incomplete)]


def known_engine(value: str) -> str:
    """Return the name as it is.

    Raises:
        WrongUsage: neither the built-in engines nor the settings have it.
        DataError: the settings are not valid.
    """
    from jdrewrite.rewriting import engine_names

    if value not in (known := list(engine_names())):
        way_out = f"choose from {', '.join(known)}; docs/engines.md shows how to add one"
        raise WrongUsage(value, "there is no such engine", way_out)
    return value


def complete_engine(incomplete: str) -> list[str]:
    """Return the engines that begin so."""
    from jdrewrite.rewriting import engine_names

    return [name for name in engine_names() if name.startswith(incomplete)]


def _complete_kind(incomplete: str) -> list[str]:
    return [kind for kind in ("all", "none", *KINDS) if kind.startswith(incomplete)]


FILES = (
    "Job descriptions (txt, md, docx, pdf, html), or tables of them (json, jsonl, csv, xlsx); "
    "- reads standard input, jobs.csv#12 is one row."
)
"""What the help of a command says of its FILE."""
ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="NAME",
        help="Column of a table, or value of JSON objects, that holds the text, where its name does not tell; "
        "repeat it for several.",
    ),
]
TitleColumnOption = Annotated[
    str | None,
    typer.Option("--title-column", metavar="NAME", help="Column or value that holds the job title."),
]
TargetOption = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="FORMAT",
        callback=known_target,
        autocompletion=_complete_target,
        help="Format of OUT, where its ending should not decide: txt, md, docx, html, json, jsonl.",
    ),
]
FormatOption = Annotated[
    Format,
    typer.Option("--format", help="How it is printed: text for people, json for programs (schemas in docs/json)."),
]
FunctionOption = Annotated[
    str | None,
    typer.Option(
        "--function",
        metavar="SLUG",
        callback=known_function,
        autocompletion=complete_function,
        help="Job function, where you know better than the analysis; 'jdrewrite functions' lists them.",
    ),
]
TitleOption = Annotated[
    str | None,
    typer.Option(
        "--title", metavar="TEXT", help="The job's title, where another one is read; function and advice follow it."
    ),
]
ServesOption = Annotated[
    str | None,
    typer.Option(
        "--serves",
        metavar="WORD",
        callback=known_people,
        help="Whom the job serves, where you know better than the text: a plural as it reads in the middle of a "
        "sentence, such as 'county auditors'.",
    ),
]
AcceptOption = Annotated[
    list[str] | None,
    typer.Option(
        "--accept",
        metavar="KIND|ID",
        autocompletion=_complete_kind,
        help="Kinds of proposal to apply: reframe (the same act, another end), connect (the duty as it is, with what "
        "it does for customers), add (a new line; agree it with the manager first), all, none; or single ones by the "
        "id that is shown, such as p2 (then no other). Repeat it or put commas between. Default: reframe,connect.",
    ),
]
EngineOption = Annotated[
    str,
    typer.Option(
        "--engine",
        metavar="NAME",
        callback=known_engine,
        autocompletion=complete_engine,
        help="Who proposes: offline, or a profile of your settings that asks a language model (docs/engines.md).",
    ),
]
BudgetOption = Annotated[
    float | None,
    typer.Option("--budget", min=0.0, metavar="AMOUNT", help="The most that the run may cost; it stops before."),
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Say what the engine would use and cost; send nothing, write nothing.")
]
YesOption = Annotated[
    bool, typer.Option("--yes", "-y", help="Agree that the text is sent where the engine's profile says.")
]
