"""Where the results of ``rewrite DIR`` go: each to a name that no other original of the folder has or gets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jdrewrite.errors import OutputError
from jdrewrite.formats import FORMATS, format_for_path


class Places:
    """The names of the results, told from those of all originals before anything is written.

    What stays in its format keeps its name. What becomes another one changes its ending, and keeps the old one before
    it where a second original would be called the same: ``clerk.pdf.docx`` beside ``clerk.docx``. So the names do not
    hang on the order of the files, on what could be read, or on what an earlier run left there.
    """

    def __init__(self, folder: str, files: Sequence[str], to: str | None, summary: str) -> None:
        """Tell what each original will probably be called: its format is known for sure when it is read.

        Args:
            folder: which is rewritten.
            files: the originals in it.
            to: format of all results; None where each keeps its own.
            summary: name of the file that tells what was done.
        """
        self._folder = folder
        self._to = to
        self._summary = summary
        self._wanted: dict[str, set[str]] = {}
        for file in files:
            inside = Path(file).relative_to(folder)
            for name in (inside, self._shorter(inside, format_for_path(file))):
                self._want(name, file)

    def of(self, file: str, format_: str) -> Path:
        """Return where the result of an original belongs, from the folder of the results.

        Args:
            file: the original.
            format_: the one that it was found to have.

        Raises:
            OutputError: another result has every name that it could get.
        """
        inside = Path(file).relative_to(self._folder)
        shorter = self._shorter(inside, format_)
        longer = inside if shorter == inside else inside.with_name(inside.name + shorter.suffix)
        for name in (shorter, longer):
            others = self._wanted.get(_whole(name), set()) - {file}
            if _whole(name) != self._summary and (name == inside or not others):
                self._want(name, file)
                return name
        reason = f"its result would have the name of another one, {longer.as_posix()}"
        raise OutputError(file, reason, "give the original another name, or rewrite it alone")

    def _want(self, name: Path, file: str) -> None:
        self._wanted.setdefault(_whole(name), set()).add(file)

    def _shorter(self, inside: Path, format_: str | None) -> Path:
        chosen = self._to or (FORMATS[format_].instead if format_ else "")
        return inside.with_suffix(FORMATS[chosen].endings[0]) if chosen else inside


def _whole(name: Path) -> str:
    """Return a name as disks compare it that do not tell capitals from small letters."""
    return name.as_posix().casefold()
