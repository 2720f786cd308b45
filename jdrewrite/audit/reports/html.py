"""One page that needs no network: figures, heat map, best and worst with excerpts, and a table to filter and sort.

Everything that the page shows before its table is written here, so that it prints and reads without JavaScript.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

import msgspec

from jdrewrite.audit.across import across
from jdrewrite.audit.figures import Group, Overview, overview
from jdrewrite.audit.plan import plans
from jdrewrite.audit.ready import kept
from jdrewrite.audit.records import Audited, Row, in_order
from jdrewrite.audit.reports import pages
from jdrewrite.audit.reports.columns import function_of, heads, settings_of
from jdrewrite.audit.reports.html_across import (
    across_sections,
    copies_section,
    plan_sections,
    ripple_section,
)
from jdrewrite.audit.reports.streams import filled
from jdrewrite.audit.results import Results
from jdrewrite.audit.ripple import ripple
from jdrewrite.documents.files import save
from jdrewrite.documents.report import GENERATOR
from jdrewrite.language.counted import counted
from jdrewrite.model import LENSES, ROLE_SECTIONS
from jdrewrite.rounding import per_cent

_TEMPLATE = Path(__file__).with_name("template.html")
_ENOUGH = 3
"""Job descriptions from which the figures of a group tell of more than single texts."""
_EXCERPTS = 2
_LONGEST = 160
"""Characters of an excerpt."""


def write(results: Results, target: Path) -> None:
    """Write the report.

    Raises:
        OutputError: it cannot be written.
    """
    rows = results.rows()
    seen = overview(rows)
    shown = {row.path for row in (*seen.best, *seen.worst)}
    excerpts = {r.row.path: _excerpts(r) for r in results.audited() if r.row.path in shown}
    page = _TEMPLATE.read_text(encoding="utf-8")
    places = ", ".join(results.head.places)
    parts = {
        "GENERATOR": GENERATOR,
        "BEGUN": escape(results.head.begun[:16].replace("T", " ")),
        "PLACES": escape(places),
        "BODY": "\n".join(_body(results, rows, seen, excerpts)),
        "DATA": _data(rows, linked=pages.there(target.parent)),
    }
    save(target, filled(page, parts).encode("utf-8", "replace"))


def _data(rows: Sequence[Row], *, linked: bool) -> str:
    """Return the rows as JSON that cannot end the element it stands in; linked, each has its page by its number."""
    functions = in_order({row.among for row in rows})
    number = {name: n for n, name in enumerate(functions)}
    table = [
        [
            row.title,
            number[row.among],
            row.score,
            *(per_cent(row.lenses[lens]) if lens in row.lenses else None for lens in LENSES),
            function_of(row),
            row.path,
        ]
        for row in rows
    ]
    whole = {"lenses": list(LENSES), "functions": functions, "pages": linked, "rows": table}
    data = msgspec.json.encode(whole).decode()
    return data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _body(results: Results, rows: Sequence[Row], seen: Overview, excerpts: dict[str, list[str]]) -> Iterator[str]:
    failures = results.failures()
    whole = seen.whole
    yield '<div class="facts">'
    counts = [(f"{count:,}", about) for count, about in heads(seen, len(failures))]
    for value, about in (*counts, (f"{whole.median:g}", "median score of 100")):
        yield f"<div><b>{value}</b>{about}</div>"
    yield "</div>"
    yield from (f"<p>{escape(told)}</p>" for told in settings_of(seen))
    yield "<h2>How the scores are spread</h2>"
    yield _spread(seen.spread)
    yield "<h2>Functions by lens</h2>"
    yield "<p>Each cell is the mean share of the points that a lens can give; darker is more. customer: who is served; "
    yield "frame: for whose good; sight: what they get; voice: how they are heard; authority: room to act; measure: "
    yield "how it is judged; across: sharing; people: attitude.</p>"
    yield _heat(seen.functions, whole)
    yield '<div class="two">'
    for name, listed in (("Lowest", seen.worst), ("Highest", seen.best)):
        if not listed:
            continue
        yield f"<section><h2>{name}</h2>"
        for row in listed:
            yield _jd(row, excerpts.get(row.path, []))
        yield "</section>"
    yield "</div>"
    yield from plan_sections(plans(rows), kept(results))
    yield from ripple_section(ripple(results))
    yield from across_sections(across(results))
    yield from copies_section(seen)
    if failures:
        yield "<h2>Not read</h2><table>"
        yield "<thead><tr><th class=t>File</th><th class=t>Reason, and what to do</th></tr></thead>"
        for failure in failures:
            told = f"{failure.reason}; {failure.way_out}."
            yield f"<tr><td><code>{escape(failure.path)}</code></td><td class=t>{escape(told)}</td></tr>"
        yield "</table>"


def _spread(spread: Sequence[int]) -> str:
    """Return a bar for each ten points, as a picture that prints in grey."""
    most, width, height = max(spread) or 1, 640, 150
    step = width / len(spread)
    bars = []
    for number, count in enumerate(spread):
        tall = round((height - 40) * count / most, 1)
        x, y = round(number * step, 1), round(height - 20 - tall, 1)
        bars.append(
            f'<rect x="{x}" y="{y}" width="{step - 6:.1f}" height="{tall}" fill="hsl(205 45% 42%)"/>'
            f'<text x="{x + step / 2 - 3:.1f}" y="{y - 4}" text-anchor="middle">{count:,}</text>'
            f'<text x="{x + step / 2 - 3:.1f}" y="{height - 4}" text-anchor="middle">{number * 10}</text>'
        )
    label = "; ".join(f"{n * 10} and more: {count}" for n, count in enumerate(spread))
    return (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{label}" font-size="11" '
        f'style="max-width:{width}px;width:100%">{"".join(bars)}</svg>'
    )


def _heat(groups: Sequence[Group], whole: Group) -> str:
    head = "".join(f"<th>{lens}</th>" for lens in LENSES)
    lines = "".join(_heat_row(group) for group in (*groups, whole))
    return (
        '<table class="map"><thead><tr><th class=t>Function</th><th>JDs</th><th>Median</th>'
        f"{head}</tr></thead><tbody>{lines}</tbody></table>{_few(groups)}"
    )


def _few(groups: Sequence[Group]) -> str:
    """Return a caution about groups whose figures are those of a single text or two; nothing where there are none."""
    few = sum(group.count < _ENOUGH for group in groups)
    if not few:
        return ""
    return (
        f"<p class=soft>{counted(few, 'line')} of this table {'stands' if few == 1 else 'stand'} for fewer than "
        f"{_ENOUGH} job descriptions: such figures tell of these texts, and nothing of the function.</p>"
    )


def _heat_row(group: Group) -> str:
    cells = "".join(_heat_cell(group.lenses.get(lens)) for lens in LENSES)
    return f"<tr><td>{escape(group.name)}</td><td>{group.count:,}</td><td>{group.median:g}</td>{cells}</tr>"


def _heat_cell(share: float | None) -> str:
    """Return a cell whose lightness alone carries the value, so that it reads in grey; a dash for no value."""
    if share is None:
        return "<td>–</td>"
    light = round(97 - 57 * share)
    ink = "#fff" if light < 62 else "#1d2733"
    return f'<td class="heat" style="background:hsl(205 45% {light}%);color:{ink}">{per_cent(share)}%</td>'


def _jd(row: Row, excerpts: Sequence[str]) -> str:
    quotes = "".join(f"<q>{escape(text)}</q>" for text in excerpts)
    return (
        f'<div class="jd"><b>{row.score:g}</b>{escape(row.title)} <span class="soft">{escape(function_of(row))}</span>'
        f"<br><code>{escape(row.path)}</code>{quotes}</div>"
    )


def _excerpts(record: Audited) -> list[str]:
    """Return the lines that say most of whom the work serves, or, where none does, of its own ends."""
    role = [line for line in record.lines if line.section in ROLE_SECTIONS]
    told = [line.text for line in role if line.labels.frame == "stewardship" and line.labels.sight]
    told += [line.text for line in role if line.labels.frame == "stewardship"]
    told = told or [line.text for line in role if line.labels.frame == "inward"]
    short = [text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + " …" for text in told]
    return list(dict.fromkeys(short))[:_EXCERPTS]
