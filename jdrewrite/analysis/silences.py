"""Silences findings: by a project's list, and by comments in the text itself.

In Markdown and plain text a comment speaks for the next line that has words, or for its own::

    <!-- jdrewrite: ignore sight.here -- agreed with legal -->
    <!-- jdrewrite: ignore-file measure.* -->
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from jdrewrite.analysis.remarks import COMMENT
from jdrewrite.analysis.rules import all_rules
from jdrewrite.analysis.settings import Settings, Silence
from jdrewrite.formats import FORMATS
from jdrewrite.language import lines
from jdrewrite.model import Document, Finding

_NO_REASON = "no reason given"


def comments(document: Document) -> tuple[Silence, ...]:
    """Return the silences that the document's own comments ask for."""
    entry = FORMATS.get(document.format)
    if entry is None or not entry.comments or b"jdrewrite:" not in document.source:
        return ()
    rows = lines.rows(document.source.decode(document.encoding or "utf-8", errors="replace"))
    starts = sorted(block.line for block in document.blocks if not COMMENT.fullmatch(block.text.strip()))
    found: list[Silence] = []
    for number, row in enumerate(rows, 1):
        for match in COMMENT.finditer(row):
            names, _, reason = match[2].partition("--")
            line: int | None = None
            if match[1].lower() == "ignore":
                bare = not COMMENT.sub("", row).strip()
                line = next((start for start in starts if start > number), 0) if bare else number
                if not line:
                    continue  # nothing comes behind it: it speaks for no line, and never for all of them
            found += [
                Silence(
                    rule=name or "*",
                    reason=reason.strip() or _NO_REASON,
                    origin=f"{document.path}:{number}",
                    line=line,
                )
                for name in re.split(r"[\s,]+", names.strip())
            ]
    return tuple(found)


def of_no_rule(document: Document, settings: Settings) -> tuple[Silence, ...]:
    """Return the silences that the document's own comments ask for where no rule has such an id: they do nothing."""
    found = comments(document)
    known = [*all_rules(), *(rule.id for rule in settings.changes.rules)] if found else []
    return tuple(s for s in found if not fnmatch.filter(known, s.rule))


def apply(
    findings: Iterable[Finding], silences: Sequence[Silence], texts: Mapping[str, str]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the findings that speak, and those that are silenced, each with who silenced it and why.

    Args:
        findings: all findings of one job description.
        silences: from its comments and its project.
        texts: the statements' texts by id.
    """
    shown, silenced = [], []
    for finding in findings:
        by = next((s for s in silences if _covers(s, finding, texts)), None)
        if by is None:
            shown.append(finding)
        else:
            silenced.append(msgspec.structs.replace(finding, silenced=f"{by.reason} ({by.origin})"))
    return tuple(shown), tuple(silenced)


def _covers(silence: Silence, finding: Finding, texts: Mapping[str, str]) -> bool:
    if not fnmatch.fnmatchcase(finding.rule, silence.rule):
        return False
    if silence.line is not None and finding.line != silence.line:
        return False
    return silence.words.lower() in texts.get(finding.statement or "", "").lower() if silence.words else True
