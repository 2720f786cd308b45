"""The columns of a row, as every table of every report shows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from math import floor

from jdrewrite.audit.figures import Group, Overview
from jdrewrite.audit.records import SURE, UNCERTAIN, Row
from jdrewrite.language.counted import counted
from jdrewrite.model import LENSES, TITLE_FROM, Lens
from jdrewrite.rounding import half_up

Value = str | int | float | None
COPIES = (
    "Line for line the same, whatever the file is called. The first counts (one called a copy only where all are); the "
    "others change no figure, and stay as they are where it is rewritten."
)
UNREACHED = (
    "In the texts of each at most one duty says what good it does for customers; one that answers or notifies them "
    "names them, and says no good. That is about what is written, and not about the work: who works for customers "
    "every day may have a text that does not say so."
)
_PATHS = 5
"""Paths that are named of many."""
_SETTINGS = 8
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""Characters that XML has not, and so no workbook; text copied from a PDF has U+FFFE for the hyphen at a line's end."""
CORRECTED = "with a function, title or word for those served that somebody corrected"
UNNAMED = "without a line on the role that names whom the work serves"
CUT_OFF = "without points for who is served, for whose good, and what they get"
COLUMNS: dict[str, Callable[[Row], Value]] = {
    "path": lambda row: row.path,
    "title": lambda row: row.title,
    "function": lambda row: row.function,
    "confidence": lambda row: row.confidence,
    "score": lambda row: row.score,
    "level": lambda row: row.level,
    "percentile": lambda row: row.percentile,
    "compared_with": lambda row: row.group,
    **{lens: (lambda row, lens=lens: per_cent(row.lenses, lens)) for lens in LENSES},  # type: ignore[misc]
    "customer_word": lambda row: row.customers,
    "times_named": lambda row: row.named,
    "lines_naming_them": lambda row: row.served,
    "statements": lambda row: row.statements,
    "strengths": lambda row: row.strengths,
    "suggestions": lambda row: row.suggestions,
    "warnings": lambda row: row.warnings,
    "unit": lambda row: row.unit,
    "copy_of": lambda row: row.copy_of,
    "title_from": lambda row: TITLE_FROM[row.title_from] if row.title_from else "",
    "corrected": lambda row: row.corrected,
    "silenced": lambda row: row.silenced,
    "settings": lambda row: "; ".join(row.configured.settings) if row.configured else "",
    "trade": lambda row: row.trade,
}
"""Name and value of each; lenses in per cent of the points that they could give. ``title_from`` is where a title was
found that does not stand where one would, ``customer_word`` what the text calls those served, ``times_named`` how often
it does, ``lines_naming_them`` how many lines on the role name them by whatever word, ``unit`` the folder or department
where these were asked for, ``copy_of`` where the same text stands that is counted in its place, ``corrected`` what of
function, title and those served somebody corrected, ``silenced`` how many findings are kept quiet, ``settings`` what a
project file changed, ``trade`` the part of the function to which the job belongs. A lens that a project leaves out has
no figure."""


def per_cent(lenses: Mapping[Lens, float], lens: Lens) -> float | None:
    """Return the share of a lens in per cent; None for one that is left out."""
    return half_up(100 * lenses[lens], 1) if lens in lenses else None


def settings_of(seen: Overview) -> list[str]:
    """Return what is to be said of project files and silenced findings, as sentences; empty where there is nothing."""
    told = []
    if seen.settings:
        named = [f"{each.setting} ({counted(each.count, 'job description')})" for each in seen.settings[:_SETTINGS]]
        more = len(seen.settings) - _SETTINGS
        named += [f"and {more:,} more"] if more > 0 else []
        told.append(f"A project file changes what is found: {'; '.join(named)}.")
    for lens, count in seen.off.items():
        told.append(f"{lens} is left out, and scores are of what remains, in {counted(count, 'job description')}.")
    if seen.turned:
        told.append(f"Strengths are told as gaps in {counted(seen.turned, 'job description')}: levels cover them.")
    if seen.silenced:
        is_are = "is" if seen.silenced == 1 else "are"
        told.append(f"{counted(seen.silenced, 'finding')} {is_are} silenced, and {is_are} counted in no figure here.")
    return told


def function_of(row: Row) -> str:
    """Return the function of a job, and how sure that is where it is not plain."""
    if row.confidence >= SURE:
        return row.function
    how = "perhaps" if row.among == UNCERTAIN else "probably"
    # Rounded down: "30%" may not stand beside "less than 30% confidence".
    return f"{how} {row.function} ({floor(100 * row.confidence + 1e-9)}%)"


def scores(whole: Group) -> str:
    """Return the range of the scores of a group as a sentence."""
    if whole.count == 1:
        return f"Score {whole.median:g}."
    if whole.lowest == whole.highest:
        return f"Scores {whole.median:g}, all of them."
    return f"Scores {whole.lowest:g} to {whole.highest:g}, median {whole.median:g}."


def heads(seen: Overview, failures: int) -> list[tuple[int, str]]:
    """Return the headline figures, each with what it counts: the same words in every report."""
    read = "job description read" if seen.whole.count == 1 else "job descriptions read"
    found = [(seen.whole.count, f"different {read}" if seen.copied else read)]
    if seen.copied:
        which = "copy besides, which counts" if seen.copied == 1 else "copies besides, which count"
        found.append((seen.copied, f"{which} in no figure"))
    found.append((seen.whole.unnamed, UNNAMED))
    found.append((len(seen.cut_off), CUT_OFF))
    if seen.corrected:
        found.append((seen.corrected, CORRECTED))
    return [*found, (failures, "could not be read")]


def listed(paths: Sequence[str], count: int) -> str:
    """Return the first paths of so many."""
    more = f" and {count - _PATHS:,} more" if count > _PATHS else ""
    return ", ".join(paths[:_PATHS]) + more


def values(row: Row) -> list[Value]:
    """Return the cells of a row, in the order of the columns."""
    return [value(row) for value in COLUMNS.values()]


def harmless(value: Value) -> Value:
    """Return a cell that every format can hold, no spreadsheet takes for a formula, and no terminal for a command."""
    if not isinstance(value, str):
        return value
    text = _NO_XML.sub("", _CONTROL.sub(" ", value))
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text
