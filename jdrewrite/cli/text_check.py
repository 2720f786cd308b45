"""How ``check`` reads on a screen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from statistics import median
from textwrap import shorten as _shorten

from jdrewrite.analysis.idle import idle
from jdrewrite.cli.output import Page, Part
from jdrewrite.cli.plain import one_line
from jdrewrite.formats import FORMATS
from jdrewrite.language.counted import counted
from jdrewrite.model import (
    TITLE_FROM,
    Assessment,
    CustomerWord,
    Document,
    Finding,
    Level,
    Reason,
    Standing,
)
from jdrewrite.rounding import figure, half_up, per_cent

LEVELS: dict[Level, tuple[str, str]] = {
    "strength": ("+", "green"),
    "suggestion": ("~", "yellow"),
    "warning": ("!", "red"),
}
"""Sign and colour of each level: the sign says what the colour says."""
_REASONS_SHOWN = 3
_WORDS_SHOWN = 3
"""Words of the text for those served that are named where another word is shown."""
_LONGEST = 160
"""Characters of a statement above its findings."""
_SAY_WHOM = ("; a guess: say whom with --serves", "; say whom with --serves")
"""The way out where those served are guessed, and where nobody is."""
_WORTH_NAMING = 0.2
"""Confidence from which a second function is named."""
_STRONG = 0.6
"""Share of a lens's points from which it counts as a strength."""


def unit(document: Document) -> str:
    """Return what the number of a statement counts in this format."""
    return FORMATS[document.format].counts if document.format in FORMATS else "line"


def warn_of_several(page: Page, assessment: Assessment, done: str) -> None:
    """Warn of a text that holds several jobs; of one job, say nothing.

    Args:
        page: where to.
        assessment: of the text.
        done: what is done with them as one, as a participle.
    """
    if assessment.jobs:
        page.line("Warning    ", (f"{one_line(assessment.several)}.", "red"))
        page.line("           ", f"They are {done} as one; give each a file of its own.")


def show(
    page: Page, document: Document, assessment: Assessment, *, reasons: bool = False, silenced: bool = False
) -> None:
    """Print one assessment.

    Args:
        page: where to.
        document: as it was read.
        assessment: of this document.
        reasons: also where each point comes from and what is missing.
        silenced: also the findings that a comment or a project keeps quiet.
    """
    head(page, assessment.path, assessment.title)
    warn_of_several(page, assessment, "scored")
    if assessment.title_from:
        page.line("Title      ", f"taken {TITLE_FROM[assessment.title_from]}; --title gives another")
    page.line("Function   ", functions(assessment))
    page.line("Serves     ", served(assessment))
    page.line("Score      ", (f"{assessment.score.total:g}", "bold"), f" of 100: {assessment.score.level}")
    if assessment.score.standing:
        page.line("Compared   ", standing(assessment.score.standing))
    if assessment.configured.off:
        page.line("Left out   ", f"{one_line(assessment.configured.left_out)}.")
    if assessment.configured.turned:
        page.line("Note       ", f"{one_line(assessment.configured.strengths_told)}.")
    page.line()
    for part in assessment.score.lenses:
        share = part.points / part.out_of if part.out_of else 0.0
        sign, colour = LEVELS["strength" if share >= _STRONG else "suggestion" if share > 0 else "warning"]
        figures = f"  {figure(part.points):>4} of {part.out_of:g}"
        page.line((f"{sign} ", colour), f"{part.lens:<10} ", (page.bar(share), colour), figures)
        if reasons:
            _reasons(page, _kept(part.reasons, unit(document)), unit(document))
            _reasons(page, part.missing, unit(document))
    _findings(page, assessment, unit(document))
    if silenced:
        _silenced(page, assessment, unit(document))
    elif assessment.silenced:
        page.line()
        count = len(assessment.silenced)
        page.line(f"{counted(count, 'finding')} silenced; --show-suppressed shows {'it' if count == 1 else 'them'}.")


def served(assessment: Assessment, *, way_out: str = "") -> str:
    """Return whom the job serves, how that is known, and how to say otherwise where it is a guess.

    Args:
        assessment: of one job description.
        way_out: how others can be named where it is no guess.
    """
    word = assessment.customer_word
    through = f", through {word.through}" if word.through else ""
    guess = word.beside or not word.is_named
    way = _SAY_WHOM[word.source == "nobody"] if guess else "" if word.source == "given" else way_out
    return f"{word.plural} ({_named(word, assessment.unnamed, _places(assessment))}{way}){through}"


def standing(found: Standing) -> str:
    """Return how a score compares, as a sentence."""
    kind = "of all functions" if found.group == "all" else f"of {found.group}"
    among = f"{found.count:,} job descriptions {kind}"
    if found.percentile in {0, 100}:
        return f"{'above all' if found.percentile else 'among the lowest of'} {among}"
    return f"above {found.percentile}% of {among}"


def _silenced(page: Page, assessment: Assessment, what: str) -> None:
    """Print what is kept quiet, by whom and why."""
    page.line()
    page.line(("Silenced", "bold"), "" if assessment.silenced else ": nothing")
    for finding in assessment.silenced:
        where = f"{what} {finding.line}: " if finding.line is not None else ""
        page.line(f"{where}{one_line(finding.message)}", (f"  [{finding.rule}]", "dim"), indent=2)
        page.line(f"{page.signs.arrow} {one_line(finding.silenced)}", indent=6)


def _places(assessment: Assessment) -> int:
    """Return at how many places the text has a word for those served, whatever is said of them there."""
    word = assessment.customer_word
    own = [said for said in word.words if said != word.plural.removesuffix("s")]
    if not own:
        return word.count
    found = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, own))})(?![\w-])", re.IGNORECASE)
    return max(word.count, sum(len(found.findall(s.text)) for s in assessment.statements))


def _named(word: CustomerWord, unnamed: str, places: int) -> str:
    """Return how often the text names those served, and by which words where they are not the one shown."""
    if word.source == "nobody":
        return unnamed
    if word.source == "given":
        return f"as you said; named {_times(word.count)}" if word.count else "as you said; the text has it nowhere"
    if word.source != "text":
        return "the usual word; the text names nobody by it"
    own = word.plural.casefold()
    others = [said for said in word.words if said not in {own, own.removesuffix("s")}]
    said = f", as {listed(others[:_WORDS_SHOWN])}" if others else ""
    users = f"; what is made is for {word.users}" if word.users else ""
    beside = ", only beside suppliers and the like" if word.beside else ""
    return f"named {_times(places)}{said}{beside}{users}"


def listed(words: Sequence[str]) -> str:
    """Return words in quotes, as a sentence lists them."""
    quoted = [f"“{one_line(word)}”" for word in words]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def head(page: Page, path: str, title: str) -> None:
    """Print the title and the path of a job description."""
    page.line((one_line(title), "bold"), f"  {one_line(path)}")


def functions(assessment: Assessment) -> str:
    """Return the best guess, and the second where it is near; and the trade whose words advice has."""
    guesses = assessment.function[:2]
    shown = [guess for rank, guess in enumerate(guesses) if rank == 0 or guess.confidence >= _WORTH_NAMING]
    told = ", ".join(f"{guess.name} ({per_cent(guess.confidence)}%)" for guess in shown)
    return f"{told}; trade: {assessment.trade}" if assessment.trade else told


def _kept(reasons: Sequence[Reason], what: str) -> list[Reason]:
    """Return the first reasons, and the others as one with their points and lines, so that the points add up."""
    shown, rest = list(reasons[:_REASONS_SHOWN]), reasons[_REASONS_SHOWN:]
    if len(rest) < 2:  # its own words take no more room
        return [*shown, *rest]
    lines = [line for reason in rest for line in (reason.lines or (reason.line,)) if line is not None]
    numbers = [f"{line}" for line in sorted(set(lines))]
    more = f"{len(lines)} more" + (f", {what}{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}" if numbers else "")
    return [*shown, Reason(points=sum(reason.points for reason in rest), text=f"{more}; --format json has their words")]


def _reasons(page: Page, reasons: Sequence[Reason], what: str) -> None:
    for reason in reasons:
        sign = f"+{figure(reason.points)} " if reason.points else "missing "
        where = f"{what} {reason.line}: " if reason.line is not None else ""
        page.line(sign, where, one_line(reason.text), indent=13)


def _findings(page: Page, assessment: Assessment, what: str) -> None:
    """Print the findings under the statements to which they belong."""
    nothing = idle(assessment)
    for statement_id, group in groupby(assessment.findings, key=lambda finding: finding.statement):
        page.line()
        if statement_id is None:
            page.line(("The text as a whole", "bold"))
        else:
            statement = assessment.statement(statement_id)
            page.line(
                (f"{what} {statement.line}: ".capitalize(), "bold"),
                _shorten(one_line(statement.text), _LONGEST, placeholder=" ..."),
            )
        for finding in group:
            _finding(page, finding)
            if finding.id in nothing:
                page.line((f"Earns nothing here, because {nothing[finding.id]}.", "dim"), indent=6)


def _finding(page: Page, finding: Finding) -> None:
    sign, colour = LEVELS[finding.level]
    message, excerpt = one_line(finding.message), one_line(finding.excerpt)
    page.line((f"{sign} {finding.level}: ", colour), message, (f"  [{finding.rule}]", "dim"), indent=2)
    if excerpt and excerpt not in message:
        page.line(f'"{excerpt}"', indent=6)
    if finding.suggestion:
        page.line(f"{page.signs.arrow} {one_line(finding.suggestion)}", indent=6)


def summary(page: Page, assessments: Sequence[Assessment], unread: int) -> None:
    """Print the last line: how many, which scores, which findings.

    Args:
        page: where to.
        assessments: all that were printed.
        unread: how many files gave none.
    """
    parts: list[Part] = []
    if assessments:
        scores = [a.score.total for a in assessments]
        one = len(scores) == 1
        parts.append(counted(len(scores), "job description"))
        spread = f", score {scores[0]:g}" if one else f", scores {min(scores):g} to {max(scores):g}"
        parts.append(spread + ("" if one else f" (median {half_up(median(scores), 1):g})"))
        counts = Counter(f.level for a in assessments for f in a.findings)
        parts += [f", {counted(counts[level], level)}" for level in LEVELS]
    if unread:
        parts.append(f"{', ' if parts else ''}{unread} not read")
    page.line(*parts, ".")
