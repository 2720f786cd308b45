"""Makes examples for ``tools.worth_weights``: what speaks for and against proposals that readers judged.

    python -m tools.worth_examples VERDICTS.jsonl OUT.jsonl

``VERDICTS.jsonl`` holds what readers with the whole text said: ``path``, ``kind``, ``source``, ``original``,
``proposed``, ``verdict`` (accept, edit, reject), ``fault`` and ``set``, the set of sources of the text; ``line`` of the
catalogue where it is known; ``alone`` where they saw the duty with the title only, and so say nothing of whom the text
serves. Examples hold signs and counts, no sentences, so that the worth can be trained again without the texts. Effects
of entries that no longer speak of their duty are left out.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import jdrewrite
from jdrewrite.analysis.spoken import stems
from jdrewrite.catalogue import (
    Match,
    functions,
    makes,
    nearer,
    occupation_lines,
    occupations,
    outputs_in,
    work,
)
from jdrewrite.errors import JdrewriteError
from jdrewrite.model import Anchor, Proposal
from jdrewrite.rewriting.offline.heard import Heard
from jdrewrite.rewriting.offline.position import position_of
from jdrewrite.rewriting.offline.signs import Known, known_of, signs
from jdrewrite.rewriting.offline.writer import Writer

ALONE = "alone"
"""A sign of the reading, not of the proposal: it takes up by how much such readers are milder or stricter."""
VALUE = {"accept": 1.0, "edit": 0.2, "reject": -1.0}
UNTRUE = frozenset({"INVENTED", "EFFECT", "LOST"})
"""Faults that weigh more than words that can be mended."""
_UNTRUE = -0.5
_ALIKE, _EFFECT = 0.8, 0.5
"""Share of the words of proposal and line that are in both, from which it is that line; of an effect, whose duty's own
words are left out, less."""
_LENSES = ("voice", "authority", "measure", "across", "people")
Row = dict[str, Any]


def value(row: Row) -> float:
    """Return what a proposal was worth to its reader, from -1 to 1."""
    untrue = row["fault"] in UNTRUE and row["verdict"] != "reject"
    return VALUE[row["verdict"]] + _UNTRUE * untrue


def match_of(row: Row) -> Match | None:
    """Return what an effect belongs to in its duty; None where its entry no longer speaks of it."""
    slug, _, entry = row["source"].partition("/")
    making = functions().get(slug) or work().get(slug)
    found = outputs_in(making, row["original"]) if making else []
    return next((match for match in found if match.output.id == entry), None)


def line_of(row: Row, people: frozenset[str], match: Match | None) -> str:
    """Return the line of the catalogue that a proposal says; empty where it stands there no longer.

    Args:
        row: a verdict.
        people: stems of the words for those whom the work reaches, by which a line differs from text to text.
        match: what an effect belongs to in its duty.
    """
    if row["kind"] == "reframe":
        return ""
    # One that was mended since counts as it was read: else what was refused would be known by its lack of signs.
    if said := str(row.get("line", "")):
        return said
    own = frozenset(stems((row["original"] or "",)))
    said = frozenset(stems((row["proposed"],))) - people - own
    if match:
        told = (
            said for function in functions().values() for said in nearer(function, row["source"], row.get("title", ""))
        )
        here = [text for said in told for text in (*said.state, *said.anyone)]
        lines = [*match.output.ability, *match.output.state, *match.output.anyone, *here]
        lines = [line for line in lines if line in row["proposed"]] or lines
    else:
        lines = [line for line, lens in _lines().items() if lens == row["source"].rpartition("/")[2]]

    def alike(line: str) -> float:
        told = frozenset(stems((line,))) - people - own
        return len(said & told) / max(1, len(said | told))

    # Two readings of a line differ in whom they name.
    names = not people.isdisjoint(stems((row["proposed"],)))
    best = max(lines, key=lambda line: (alike(line), ("{" in line) is names), default="")
    return best if best and alike(best) >= (_EFFECT if match else _ALIKE) else ""


@cache
def _lines() -> dict[str, str]:
    """Return all lines that can be added, with their lens."""
    makings = [making for function in functions().values() for making in (function, *function.trades)]
    found = {line: lens for making in makings for lens in _LENSES for line in (*making.lines(lens), *making.bare(lens))}
    by_title = occupation_lines().values()
    found |= {line: lens for of in by_title for lens in _LENSES for line in (*of.lines(lens), *of.bare(lens))}
    found |= {line: lens for make in makes() for lens in _LENSES for line in make.lines(lens)}
    purposes = [*(line for making in makings for line in making.purpose), *(o.purpose for o in occupations().values())]
    return found | dict.fromkeys(purposes, "purpose")


def proposal(row: Row) -> Proposal:
    """Return a judged proposal, without what tells nothing of its worth."""
    return Proposal(
        id="", kind=row["kind"], engine="offline", anchor=Anchor(block="", start=0, end=0), statement=None,
        original=row["original"], proposed=row["proposed"], lenses=(), rationale="", source=row["source"],
    )  # fmt: skip


def known(path: Path) -> Known | None:
    """Return what of a file bears on the worth of its proposals; None of one that holds no job description."""
    try:
        assessment = jdrewrite.analyse(jdrewrite.read(path))
    except JdrewriteError as error:
        print(error, file=sys.stderr)
        return None
    function = Writer(assessment, Heard()).sources.function
    return known_of(assessment, position_of(assessment, function, ""))


def main(verdicts: str, out: str) -> None:
    """Write an example for each verdict."""
    by_text: defaultdict[str, list[Row]] = defaultdict(list)
    for line in Path(verdicts).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_text[row["path"]].append(row)
    with Path(out).open("w", encoding="utf-8") as written:
        for path, rows in by_text.items():
            of = known(Path(path))
            for row in rows if of else ():
                match = match_of(row) if row["kind"] == "connect" else None
                if of is None or row["verdict"] not in VALUE or (row["kind"] == "connect" and match is None):
                    continue
                alone = {ALONE: 1.0} if row.get("alone") else {}
                made = {
                    "source": row["set"],
                    "text": hashlib.sha256(Path(path).read_bytes()).hexdigest()[:16],
                    "value": value(row),
                    "verdict": row["verdict"],
                    "untrue": row["fault"] in UNTRUE,
                    "signs": alone
                    | {
                        name: round(size, 3)
                        for name, size in signs(proposal(row), of, line_of(row, of.people, match), match).items()
                    },
                }
                written.write(json.dumps(made, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
