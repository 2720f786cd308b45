"""Whether the analysis sees its own catalogue's lines: ``python -m tests.evaluation.own_lines [--unseen LENS]``.

Whoever accepts a new line should find the gap closed for which it was offered. Every line of the catalogue, of the
functions and of their trades, is written as it would stand behind the duties of a few job descriptions: by their word
for those served, in the person and spelling of their duties. Prints, for each lens, in how many the analysis sees it.

With the shared data it goes on to accept every proposal of sixty real job descriptions, and prints how often the lens
for which a new line was offered is still missing.
"""

from __future__ import annotations

import hashlib
import random
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jdrewrite.analysis import analyse
from jdrewrite.analysis.reading import Reader, Reading
from jdrewrite.catalogue import about, functions, makes, occupation_lines
from jdrewrite.catalogue.schema import WithLines
from jdrewrite.documents import read
from jdrewrite.model import Labels
from jdrewrite.revision import revise
from jdrewrite.rewriting.offline.style import Style, style_of
from tests.conftest import shared_folder

EXAMPLES = Path(__file__).parents[2] / "examples"
JOBS = (
    "text/hr-business-partner.txt",
    "text/production-operator.txt",
    "markdown/registered-nurse.md",
    "markdown/backend-engineer.md",
    "word/customer-service-advisor.docx",
)
"""Job descriptions with duties in different persons, and with different words for those served."""
WANTED: dict[str, tuple[str, object]] = {
    "voice": ("voice", True),
    "measure": ("measure", "customer"),
    "across": ("across", "shares"),
    "authority": ("authority", True),
    "people": ("people", True),
    "purpose": ("frame", "stewardship"),
}
"""For each kind of line the label that closes the gap for which it is offered."""
LENSES = ("voice", "measure", "across", "authority", "people")
THINGS = {
    "what is read": "cost reports",
    "what others work by": "work plans",
    "what others use": "booking systems",
    "papers that are agreed or sent": "lease agreements",
    "papers that are dealt with": "purchase orders",
    "records that are kept": "stock records",
    "what people take part in": "training sessions",
    "checks": "site inspections",
    "work that has to hold": "roof repairs",
}
"""For each kind of thing that roles make, one that a text may name."""
SAMPLE = 60


class Line(NamedTuple):
    """One line of the catalogue in the dress of one job description."""

    kind: str
    source: str
    text: str


@cache
def styles() -> tuple[Style, ...]:
    """Return how the examples write."""
    found = []
    for name in JOBS:
        assessment = analyse(read(EXAMPLES / name))
        found.append(style_of(assessment.statements, assessment.customer_word))
    return tuple(found)


def lines(style: Style) -> Iterator[Line]:
    """Yield every line of the catalogue in one style."""
    for source, making in _makings():
        for kind in LENSES:
            said = style.fill if kind == "people" else style.line
            yield from (Line(kind, source, said(text)) for text in (*making.lines(kind), *making.bare(kind)))
    for function in functions().values():
        for text in (text for making in (function, *function.trades) for text in making.purpose):
            yield Line("purpose", function.slug, style.fill(f"The purpose of this role is to {text}."))
    for make in makes():
        for kind in LENSES:
            said = style.fill if kind == "people" else style.line
            yield from (Line(kind, make.name, said(about(text, THINGS[make.name]))) for text in make.lines(kind))


def _makings() -> Iterator[tuple[str, WithLines]]:
    for function in functions().values():
        yield from ((function.slug, making) for making in (function, *function.trades))
    yield from (("occupations", lines) for lines in occupation_lines().values())


def sees(kind: str, labels: Labels) -> bool:
    """Tell whether labels close the gap for which a kind of line is offered."""
    lens, value = WANTED[kind]
    return bool(getattr(labels, lens) == value)


def seen(found: list[tuple[Line, Reading]]) -> dict[str, tuple[int, int]]:
    """Return for each kind of line how many the analysis sees, and of how many."""
    there: Counter[str] = Counter()
    all_of = Counter(line.kind for line, _ in found)
    for line, reading in found:
        there[line.kind] += sees(line.kind, reading.labels)
    return {kind: (there[kind], all_of[kind]) for kind in WANTED}


def sampled(line: Line, every: int) -> bool:
    """Tell whether a line is among one of so many; its own words decide, so that a new line moves no other."""
    return int.from_bytes(hashlib.sha256(line.text.encode()).digest()[:8]) % every == 0


def readings(every: int = 1) -> list[tuple[Line, Reading]]:
    """Read every line in every style, or one of so many."""
    written = [line for style in styles() for line in lines(style) if sampled(line, every)]
    return list(zip(written, Reader().read([line.text for line in written]), strict=True))


def still_missing(folder: Path) -> dict[str, list[int]]:
    """Accept everything in a sample of real job descriptions; count lines by lens, and those whose gap stays."""
    files = sorted((folder / "data/jds").glob("*/*.md"))
    counts: dict[str, list[int]] = {}
    for path in random.Random(11).sample(files, SAMPLE):  # noqa: S311
        revision = revise(read(path), accept=("reframe", "connect", "add"))
        missing = {f.lens for f in revision.after.findings if f.statement is None}
        for proposal in revision.proposals:
            if proposal.kind == "add" and proposal.id in revision.accepted:
                count = counts.setdefault(proposal.lenses[-1], [0, 0])
                count[0] += proposal.lenses[-1] in missing
                count[1] += 1
    return counts


def main(arguments: list[str]) -> int:
    found = readings()
    for kind, (there, all_of) in seen(found).items():
        print(f"{kind:10} {there:>5} of {all_of:>5} lines seen ({there / all_of:.1%})")
    if "--unseen" in arguments:
        wanted = arguments[arguments.index("--unseen") + 1]
        for text in sorted({line.text for line, r in found if line.kind == wanted and not sees(wanted, r.labels)}):
            print("   ", text)
    folder = shared_folder()
    if folder is not None:
        for lens, (stays, offered) in sorted(still_missing(folder).items()):
            print(f"accepted in {SAMPLE} real job descriptions, {lens}: {offered}, gap still open in {stays}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
