"""A page for each job description: its text with the marks where they stand, linked from the HTML report.

Each mark differs in its line as well as its colour, so that it is seen in grey print. A page needs no network and no
JavaScript.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from jdrewrite.audit.records import Audited, Line
from jdrewrite.audit.reports.columns import function_of
from jdrewrite.audit.reports.streams import filled
from jdrewrite.audit.results import Results
from jdrewrite.documents.files import save
from jdrewrite.documents.report import GENERATOR
from jdrewrite.editing.movement import LENS_NAMES
from jdrewrite.errors import OutputError
from jdrewrite.formats import unit_of
from jdrewrite.language.counted import counted
from jdrewrite.model import TITLE_FROM, Finding
from jdrewrite.rounding import per_cent

FOLDER = "pages"
_PAGE = re.compile(r"jd-\d{6}\.html")
_TEMPLATE = Path(__file__).with_name("page.html")
_SECTIONS = {"other": "Elsewhere", "company": "About the organisation", "logistics": "Place, hours, how to apply"}


def name(number: int) -> str:
    """Return the file of the job description that has this number in ``Results.rows``, from 0."""
    return f"jd-{number + 1:06}.html"


def is_page(file: str) -> bool:
    """Tell whether a file has the name of such a page."""
    return bool(_PAGE.fullmatch(file))


def there(folder: Path) -> bool:
    """Tell whether the audit in a folder has its pages."""
    return (folder / FOLDER / name(0)).is_file()


def write(results: Results, folder: Path) -> int:
    """Write a page for each job description and return how many; memory does not grow with their number.

    Raises:
        OutputError: they cannot be written.
    """
    remove(folder)
    place = folder / FOLDER
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(str(place), f"it cannot be made ({error.strerror})", "choose another place") from None
    number = {row.path: n for n, row in enumerate(results.rows())}
    template = _TEMPLATE.read_text(encoding="utf-8")
    for record in results.audited():
        parts = {"GENERATOR": GENERATOR, "TITLE": escape(record.row.title), "BODY": "\n".join(_body(record))}
        page = filled(template, parts)
        save(place / name(number[record.row.path]), page.encode("utf-8", "replace"))
    return len(number)


def remove(folder: Path) -> None:
    """Remove the pages of an earlier audit; what else lies in their folder stays."""
    place = folder / FOLDER
    if place.is_dir():
        for file in place.iterdir():
            if is_page(file.name):
                file.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            place.rmdir()


def _body(record: Audited) -> Iterator[str]:
    row = record.row
    above = f"above {row.percentile} %" if row.percentile else "among the lowest"
    against = f", {above} of those it is compared with" if row.percentile is not None else ""
    yield f"<h1>{escape(row.title)}</h1>"
    title = f" · title {TITLE_FROM[row.title_from]}" if row.title_from else ""
    corrected = f" · {row.corrected} corrected" if row.corrected else ""
    yield f'<p class="soft">{escape(function_of(row))}{title}{corrected} · <code>{escape(row.path)}</code></p>'
    yield f"<p><b>{row.score:g}</b> of 100: {escape(row.level)}{against}.</p>"
    yield '<table class="lenses">'
    for lens, share in row.lenses.items():
        bar = f'<meter value="{share:.2f}" aria-hidden="true"></meter>'
        yield f"<tr><th>{LENS_NAMES[lens]}</th><td>{bar}</td><td>{per_cent(share)}%</td></tr>"
    yield "</table>"
    if row.configured and row.configured.off:
        yield f'<p class="soft">Left out: {escape(row.configured.left_out)}.</p>'
    if row.silenced:
        yield f'<p class="soft">{counted(row.silenced, "finding")} silenced.</p>'
    yield from _whole(record.findings)
    for section, lines in groupby(record.lines, key=lambda line: line.section):
        yield f"<h2>{escape(_SECTIONS.get(section, section.capitalize()))}</h2>"
        for line in lines:
            found = [finding for finding in record.findings if finding.statement == line.id]
            yield _line(line, found, unit_of(record.row.path))


def _whole(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield the remarks on the whole text: mostly what is missing from it."""
    found = [finding for finding in findings if finding.statement is None]
    if found:
        yield "<h2>Of the whole text</h2><ul>"
        for finding in found:
            yield f"<li>{_told(finding)}</li>"
        yield "</ul>"


def _line(line: Line, findings: Sequence[Finding], unit: str) -> str:
    notes = "".join(f'<span class="note">{_told(finding)}</span>' for finding in findings)
    number = f'<a title="{unit} {line.line}">{line.line}</a>'
    return f'<p class="line" id="l{line.line}">{number}{_marked(line.text, findings)}{notes}</p>'


def _marked(text: str, findings: Sequence[Finding]) -> str:
    """Return the text with its marks; of two that overlap, the one that begins first is drawn."""
    drawn, done = [], 0
    for finding in sorted(findings, key=lambda f: (f.start, -f.end)):
        if done <= finding.start < finding.end <= len(text):
            drawn.append(escape(text[done : finding.start]))
            drawn.append(f'<mark class="{finding.level}">{escape(text[finding.start : finding.end])}</mark>')
            done = finding.end
    return "".join([*drawn, escape(text[done:])])


def _told(finding: Finding) -> str:
    words = f"{finding.message} {finding.suggestion}".strip()
    return f"<b>{finding.level}, {LENS_NAMES[finding.lens]}:</b> {escape(words)}"
