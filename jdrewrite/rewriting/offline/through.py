"""Whom a line reaches first: its effect on those served is said through colleagues or partners, or not at all."""

from __future__ import annotations

import re

import msgspec

from jdrewrite.analysis.served_word import book, goes_to_partners, kind_of, names, pattern
from jdrewrite.catalogue import GENERAL, Match, filled
from jdrewrite.model import Assessment, Statement
from jdrewrite.rewriting.offline.clauses import Wording
from jdrewrite.rewriting.offline.style import Style, of_line

_NOT_BESIDE = r"(?<!\{customers\} and )(?<!\{customers\} or )\b(?:{})\b"
"""Words for colleagues through whom the work reaches those served; "customers and colleagues" are not they."""

_PAIR = r"\{customers\} and (colleagues|staff)\b(?=X)|\b(colleagues|staff) and \{customers\}(?!['’])(?=X)"
_TO_BOTH = re.compile(_PAIR.replace("X", r"(?! (?:who|up)\b)"))
_OF_BOTH = re.compile(_PAIR.replace("X", r" (?:who|up)\b"))
"""Those served and colleagues in one breath; in the second, the line goes on about both."""


OCCUPATIONS = "occupations"
"""Slug of what is told by the title alone, whatever the function."""
_OF_ANY_JOB = frozenset(f"{GENERAL}/{lens}" for lens in ("voice", "measure", "across", "authority", "people"))
"""Sources of lines that hold of any job: they are about whoever receives its work."""
_HIRING = "human-resources"
"""The function in which applicants want a job."""


def is_inside(assessment: Assessment, slug: str) -> bool:
    """Tell whether the work lands on colleagues, and the wordings of this function or field may not know it."""
    return assessment.customer_word.direct == "inside" and slug not in book().through.functions


def is_for_colleagues(line: str) -> bool:
    """Tell whether the words of a duty say that its work is for colleagues alone."""
    return bool(pattern(book().through.inside).search(line))


def asked_by_others(line: str, match: Match) -> bool:
    """Tell whether what is answered is asked by others than those served: "answer questions of suppliers"."""
    parties = book().through.parties
    asks = pattern(book().through.asked).search(match.thing)
    if not asks or any(pattern(parties).search(thing) for thing in match.output.things):
        return False
    before, behind = line[: match.thing_start], line[match.end :]
    theirs = pattern(parties, r"\b(?:{})\s+(?:[\w-]+\s+)?$").search(before)
    return bool(theirs or pattern(parties, r"^\s+(?:of|from|by)\s+(?:[\w-]+\s+){0,2}(?:{})\b").search(behind))


def through_colleagues(wordings: list[Wording], slug: str, assessment: Assessment, s: Statement) -> list[Wording]:
    """Return the wordings of an output that are true of where the work lands.

    Of work that protects or counts for a public body, those that name colleagues are nearer; others are true as well.

    Args:
        wordings: of one output.
        slug: of the function or field that they are from.
        assessment: tells whether the work lands on colleagues.
        s: the duty; where it names those served itself, it reaches them whatever the rest of the role does.
    """
    word = assessment.customer_word
    afar = word.afar and word.direct != "partners" and slug in book().reach.afar
    if not (afar or is_inside(assessment, slug)) or _reaches(s, word.plural):
        return wordings
    through = [w for w in wordings if pattern(book().through.effect, _NOT_BESIDE).search(w.text)]
    return through or wordings if afar else through


def _reaches(s: Statement, plural: str) -> bool:
    return s.labels.customer != "internal" and names(s.text, plural)


def is_of_any_job(source: str) -> bool:
    """Tell whether what a line is from holds of any job."""
    return source in _OF_ANY_JOB


def is_of_title(source: str) -> bool:
    """Tell whether a line is that of the occupation which the title names."""
    return source.partition("/")[0] == OCCUPATIONS


def naming_colleagues(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines that name colleagues beside those served."""
    return tuple(line for line in lines if pattern(book().through.line).search(line))


def to_colleagues(wording: Wording, *, alone: bool = False) -> Wording:
    """Return a new line about those served and colleagues as one about the colleagues who serve them.

    What is true of every job stays as it is.

    Args:
        wording: as it stands in the catalogue.
        alone: where the line goes on about both ("who ..."), speak of colleagues alone; else it stays.
    """
    if wording.source.startswith(f"{GENERAL}/"):
        return wording
    said = _TO_BOTH.sub(lambda m: f"{{{m[1] or m[2]} who serve {{customers}}}}", wording.text)
    said = _OF_BOTH.sub(lambda m: m[1] or m[2], said) if alone else said
    return msgspec.structs.replace(wording, text=said, said_as=wording.line)


def style_for(style: Style, assessment: Assessment, wording: Wording, s: Statement | None = None) -> Style:
    """Return the style with the word for those whom a wording means.

    A role that works for other organisations reaches them where the line says so, or where such work reaches whoever
    asked for it; what is built is for those who use it. New lines are about whom the role deals with.

    Args:
        style: of the job description.
        assessment: tells for whom the role works.
        wording: of an effect or a new line.
        s: the duty; None for a new line.
    """
    word, known = assessment.customer_word, book()
    if s and wording.source.startswith(known.through.treating) and _are_animals(assessment):
        return msgspec.structs.replace(style, customers=known.through.treated)
    own = of_line(style, s, applicants=assessment.function[0].name != _HIRING) if s else style
    if own.customers != style.customers and names(filled(wording.text, ""), own.customers):
        own = style  # "buyers can order what buyers need"
    if own.customers != style.customers or (s and names(s.text, word.plural)):
        return own
    if s is None and word.colleagues and is_of_any_job(wording.source):
        return msgspec.structs.replace(style, customers=word.colleagues)
    to_them = word.direct == "partners" and not pattern(known.partners.named).search(wording.text)
    deals = s is None and not _of(wording, known.partners.builders, assessment)
    if to_them and (deals or _of(wording, known.partners.first, assessment) or (s and goes_to_partners(s))):
        return msgspec.structs.replace(style, customers=word.partners)
    if (
        word.users
        and _of(wording, known.users.first, assessment)
        and not pattern(known.users.unless).search(wording.text)
    ):
        return msgspec.structs.replace(style, customers=word.users)
    return own


def _are_animals(assessment: Assessment) -> bool:
    """Tell whether those who are treated are animals: their owners can do something then, and they are put right."""
    treated = book().through.treated
    if not any(names(s.text, treated) for s in assessment.statements):
        return False
    return treated in kind_of(assessment.title, assessment.statements).nobody


def _of(wording: Wording, sources: tuple[str, ...], assessment: Assessment) -> bool:
    """Tell whether a wording is from one of some functions, fields of work, or entries of them.

    What is true of every job, or of its title, is said as one of this job's function.
    """
    slug = wording.source.partition("/")[0]
    own = assessment.function[0].name if slug in {GENERAL, OCCUPATIONS} else slug
    return not {wording.source, own}.isdisjoint(sources)
