"""A project's own rules and words: ``jdrewrite.toml``, looked for beside the job description and in the folders above.

Rules, words, levels, silences and thresholds only: which model writes, and where texts may be sent, is for each
person's own settings to say, never for a file that comes with a folder of documents.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import msgspec

from jdrewrite.analysis.patterns import compile_dependency, compile_token, variants
from jdrewrite.analysis.rules import Changes, book
from jdrewrite.analysis.settings import Settings, Silence
from jdrewrite.decoding import OtherShape, Unreadable
from jdrewrite.errors import DataError
from jdrewrite.project_file import File, decode, line_of, told

NAME = "jdrewrite.toml"
_HELP = "see docs/project-file.md, or run 'jdrewrite config show'"


class Project(msgspec.Struct, frozen=True, kw_only=True):
    """One project file, read and checked."""

    path: str
    file: File
    text: str

    def settings(self, jd: str) -> Settings:
        """Return what holds for one job description.

        Args:
            jd: its path, as the user named it.
        """
        parts = [self.file, *(entry for entry in self.file.path if self._covers(entry.match, jd))]
        changes = Changes(
            external=_joined(part.words.external for part in parts),
            internal=_joined(part.words.internal for part in parts),
            disable=_joined(part.rules.disable for part in parts),
            levels=tuple((name, level) for part in parts for name, level in part.rules.levels.items()),
            rules=tuple(entry.rule() for entry in self.file.rule),
        )
        silences = tuple(
            Silence(rule=s.rule, words=s.words, reason=s.reason, origin=f"{self.path}:{line_of(self.text, s.reason)}")
            for s in self.file.suppress
            if not s.path or self._covers(s.path, jd)
        )
        return Settings(changes=changes, silences=silences, origin=self.path)

    def fail_under(self, jd: str) -> float | None:
        """Return the score below which ``check`` fails for one job description; None for no such bound."""
        found = self.file.thresholds.fail_under
        for entry in self.file.path:
            if self._covers(entry.match, jd) and entry.thresholds.fail_under is not None:
                found = entry.thresholds.fail_under
        return found

    def _covers(self, pattern: str, jd: str) -> bool:
        """Tell whether a pattern, relative to the project file's folder, means this job description."""
        home = Path(self.path).resolve().parent
        pattern = pattern.replace("\\", "/")
        try:
            inside = Path(jd).resolve().relative_to(home).as_posix()
        except ValueError:
            return False
        return fnmatch.fnmatchcase(inside, pattern) or fnmatch.fnmatchcase(inside, pattern.replace("**/", ""))


def find(jd: str) -> Path | None:
    """Return the nearest project file: beside a job description, or in a folder above.

    Args:
        jd: path of a file or folder; ``-`` for standard input, which looks from where the user stands.
    """
    start = Path.cwd() if jd == "-" else Path(jd).resolve()
    folders = [start, *start.parents] if start.is_dir() else start.parents
    return next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)


def settings_for(jd: str) -> Settings:
    """Return the project's settings for a job description; the shipped ones where there is no project file.

    Raises:
        DataError: the project file is not valid; the subject is ``file:line``.
    """
    found = project_for(jd)
    return found.settings(jd) if found else Settings()


def project_for(jd: str) -> Project | None:
    """Return the project that a job description belongs to.

    Raises:
        DataError: the project file is not valid; the subject is ``file:line``.
    """
    path = find(jd)
    return _load(str(path), path.stat().st_mtime_ns) if path else None


@lru_cache(maxsize=64)
def _load(path: str, _changed: int) -> Project:
    """Read a file once for each of its states; an editor that stays open sees what was changed."""
    try:
        text = Path(path).read_text(encoding="utf-8")
        file = decode(text)
    except OtherShape as error:
        raise DataError(f"{path}:{line_of(text, error)}", told(str(error)), _HELP) from None
    except Unreadable as error:
        raise DataError(path, f"not valid TOML: {error}", _HELP) from None
    except (UnicodeDecodeError, OSError) as error:
        raise DataError(path, f"it cannot be read: {error}", _HELP) from None
    found = Project(path=path, file=file, text=text)
    _checked(found)
    return found


def _checked(project: Project) -> None:
    """Try every rule and every pattern of ids once, so that a mistake is told with its line."""
    own = tuple(entry.rule() for entry in project.file.rule)
    for part in (project.file, *project.file.path):
        for name in (*part.rules.disable, *part.rules.levels):
            _tried(project, name, Changes(disable=(name,), rules=own))
    for each in project.file.suppress:
        _tried(project, each.rule, Changes(disable=(each.rule,), rules=own))
    known = book(project.settings(str(Path(project.path).parent / "any.md")).changes)
    for entry in project.file.rule:
        for pattern in (*entry.patterns, *entry.unless):
            tree = entry.kind == "dependency" and pattern not in entry.unless
            try:
                for written in [pattern] if tree else variants(pattern):
                    (compile_dependency if tree else compile_token)(written, known.classes)
            except ValueError as error:
                raise DataError(f"{project.path}:{line_of(project.text, pattern)}", str(error), _HELP) from None


def _tried(project: Project, name: str, changes: Changes) -> None:
    try:
        book(changes)
    except DataError as error:
        reason = f"'{error.subject}': {error.reason}"
        raise DataError(f"{project.path}:{line_of(project.text, name)}", reason, error.way_out) from None


def _joined(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return all words once, in the order in which they were first named."""
    return tuple(dict.fromkeys(word for part in parts for word in part))
