"""The files of a command that reads folders: what is found, and one line on what is passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path, PurePath

from jdrewrite.cli.diagnostics import say
from jdrewrite.errors import MissingInput
from jdrewrite.language.counted import counted

_LISTED = 5
"""Folders that are told."""


def survey(
    places: Sequence[str],
    *,
    include: Sequence[str] | None = None,
    exclude: Sequence[str] | None = None,
    leave_out: Sequence[Path] = (),
    empty: bool = False,
) -> list[str]:
    """Return the files to read, and tell which were passed over because jdrewrite itself wrote them.

    Args:
        places: files, folders, globs, addresses.
        include: patterns of which one must fit, where there are any.
        exclude: patterns of which none may fit.
        leave_out: folders that the command itself writes to.
        empty: it is no error that there is nothing to read.

    Raises:
        MissingInput: a place that is not there, or nothing to read in any of them.
        SetupError, UnsupportedInput: as ``audit.sources.survey``.
    """
    from jdrewrite.audit.sources import survey as surveyed

    found = surveyed(places, include=include or (), exclude=exclude or (), leave_out=leave_out)
    if found.ours:
        say(f"left out {counted(len(found.ours), 'file')} that jdrewrite itself wrote: {_where(found.ours)}")
    if not found.files and not empty:
        raise _nothing(places, [*(include or ()), *(exclude or ())], ours=bool(found.ours))
    return list(found.files)


def _where(paths: Sequence[str]) -> str:
    if len(paths) == 1:
        return paths[0]
    folders = Counter(str(PurePath(path).parent) for path in paths)
    told = [f"{count:,} in {folder}" for folder, count in sorted(folders.items())]
    more = [f"and {counted(len(told) - _LISTED, 'more folder')}"] if len(told) > _LISTED else []
    return ", ".join([*told[:_LISTED], *more])


def _nothing(places: Sequence[str], patterns: Sequence[str], *, ours: bool) -> MissingInput:
    subject = ", ".join(places)
    if patterns:
        reason = f"no file is left by --include and --exclude ({', '.join(patterns)})"
        return MissingInput(subject, reason, "check the patterns: they are compared with the path and with the name")
    if ours:
        return MissingInput(subject, "all files there were written by jdrewrite itself", "name the originals")
    way_out = "name a folder that holds some, in any of the formats of docs/formats.md"
    return MissingInput(subject, "there are no job descriptions in it", way_out)
