"""Tells where phrases and clauses open in a statement, by marks and small words alone.

Most statements are neither tagged nor parsed, so nothing here asks for a tag or a relation.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from jdrewrite.catalogue.inflection import verb_forms
from jdrewrite.language.lead import duty_verbs

if TYPE_CHECKING:
    from jdrewrite.analysis.light import LightDoc

Span = tuple[int, int]
INSIDE, PHRASE, CLAUSE, MARK = range(4)
"""How strongly a word is parted from the one before it."""

DETERMINERS = frozenset(
    "the a an this these those our your their his her its my each every all any both some no other another such more "
    "most many several various new".split()
)
SUBJECTS = frozenset("we you they it i he she".split())
BE = frozenset(
    "is are was were be been being am has have had will would can could should may might must shall do does did not "
    "'s 're 've 'll 'd ’s ’re ’ve ’ll ’d".split()
)
PREPOSITIONS = frozenset(
    "for with on in by from at into onto across between among amongst through throughout within without against "
    "during toward towards under over via about around after before beyond alongside upon per as than like including "
    "regarding concerning".split()
)
RELATIVES = frozenset("that which who whom whose".split())
_LINKS = RELATIVES | frozenset("where when how what why whether".split())
_PAUSES = frozenset("while because so if although since until unless".split())
JOINS = frozenset("and or but & nor plus".split())
_MARKS = frozenset(', ; : . ! ? ( ) [ ] { } — – … • · | " “ ” * -- e.g. i.e. e.g i.e'.split())
_GLUE = frozenset("- \u2011 – / ‘ '".split())
"""Marks that hold words together, unless they stand free."""
LEADS_ON = (
    (DETERMINERS - {"each", "all", "other", "more", "most", "many", "such", "new"})
    | PREPOSITIONS
    | BE
    | JOINS
    | frozenset("of to that which who whose".split())
)
"""Words behind which something must follow, so that what follows opens no phrase."""
_NOT_FIRST = (
    JOINS | PREPOSITIONS | RELATIVES | _PAUSES | frozenset("of to so such order then also thereby 's ’s".split())
) - {"than"}
"""Words with which no phrase begins that stands on its own."""
_AMOUNTS = frozenset({("at", "least"), ("at", "most"), ("as", "many"), ("as", "much")})
_ALSO_LAST = frozenset("with for in on by at from about over around through across under within like".split())
_NOT_LAST = JOINS | frozenset("such of to how what whether".split()) | (PREPOSITIONS - _ALSO_LAST)
"""Words with which none ends; "the teams you work with" does."""
_TO = frozenset(
    "order how what where when whether relation respect addition due according able ability need needs want wants "
    "likely ready willing going attributed related dedicated committed devoted linked limited compared".split()
)
"""Words of which "to" and what follows is a part: "in order to", "needs to"."""
_ALSO_NOUNS = frozenset(
    "account access audit brand budget change channel code contact contract copy design document experience finance "
    "format function interest issue lead market model need network order plan process product program project "
    "purchase question record report research result review schedule service solution staff study team test tool "
    "track train value visit work guide help support".split()
)
"""Words that follow "and" as nouns at least as often as they do as verbs."""
_NEVER_ACTS = frozenset("team staff account market product program project".split())
_OPENS = SUBJECTS | BE | _LINKS | _PAUSES | {"to", "then", "also"}
_OBJECTS = DETERMINERS | SUBJECTS
_BEFORE_ACTS = SUBJECTS | BE | {"to"}
_PHRASES = PREPOSITIONS | _LINKS


_KEY = "jd_partings"


def partings(doc: LightDoc) -> list[int]:
    """Return how strongly each token is parted from the one before it; the end of the statement comes last.

    Found once for each statement: every piece of evidence in it asks for them.
    """
    found: list[int] | None = doc.user_data.get(_KEY)
    if found is None:
        found = doc.user_data[_KEY] = [MARK, *(_parted(doc, at) for at in range(1, len(doc))), MARK]
    return found


def _parted(doc: LightDoc, at: int) -> int:
    """Tell how strongly a token is parted from the one before it, by what they are."""
    before, word = doc.lowers[at - 1], doc.lowers[at]
    after = doc.lowers[at + 1] if at + 1 < len(doc) else ""
    if _is_mark(doc, at - 1) or _is_mark(doc, at):
        return MARK
    if word in JOINS:
        return CLAUSE if opens_clause(doc.lowers, at) else PHRASE if after in PREPOSITIONS else INSIDE
    if before in LEADS_ON or before in _GLUE or word in _GLUE or (before, word) == ("such", "as"):
        return INSIDE
    if word == "to" and before in _TO:
        return INSIDE
    if word in _PAUSES:
        return CLAUSE
    if before.endswith(("ed", "ing", "ly")) and word in PREPOSITIONS:
        return INSIDE
    if word in _PHRASES or (word == "such" and after == "as") or (word == "to" and after):
        return PHRASE
    return PHRASE if word.endswith("ing") and len(word) > 5 and after in DETERMINERS else INSIDE


def opens_clause(words: Sequence[str], at: int) -> bool:
    """Tell whether "and" opens another clause and not only another noun, or another verb of the same object."""
    word, after = (*words[at + 1 : at + 3], "", "")[:2]
    if word in _OPENS:
        return True
    if (
        _shares_object(words, at)
        or (word.endswith("ly") and words[at - 1].endswith("ly"))
        or (word not in _acts() and not word.endswith("ly"))
    ):
        return False
    if after in _OBJECTS or (word.endswith("ly") and is_act(after)):
        return True
    if word not in duty_verbs() or not after.isalpha():
        return False
    return after.endswith("ly") or (word not in _ALSO_NOUNS and (after not in LEADS_ON or word.endswith("e")))


def _shares_object(words: Sequence[str], at: int) -> bool:
    """Tell whether "and" stands behind a verb that has no object of its own: "to plan and run the tests"."""
    if at == 0 or not is_act(words[at - 1]):
        return False
    verb_before = words[at - 2] if at > 1 else ""
    return not verb_before.isalpha() or is_act(verb_before) or verb_before in _BEFORE_ACTS


def is_act(word: str) -> bool:
    """Tell whether a word in the base form is more likely a verb of a duty than a noun."""
    return word in duty_verbs() and word not in _NEVER_ACTS


@cache
def _acts() -> frozenset[str]:
    return frozenset().union(*(verb_forms(verb) for verb in duty_verbs()))


def _is_mark(doc: LightDoc, at: int) -> bool:
    word = doc.lowers[at]
    return (word in _MARKS and word not in _GLUE) or word.isspace() or (word in _GLUE and _stands_free(doc, at))


def _stands_free(doc: LightDoc, at: int) -> bool:
    """Tell whether there is white space on both sides of a token."""
    before = at == 0 or doc.starts[at - 1] + len(doc.texts[at - 1]) < doc.starts[at]
    return before and (at + 1 == len(doc) or doc.starts[at] + len(doc.texts[at]) < doc.starts[at + 1])


def bare(doc: LightDoc, start: int, end: int) -> Span:
    """Leave out what no phrase begins or ends with; the stretch as it is where nothing else is in it."""
    first, last = start, end
    while first < last and _is_no_beginning(doc, first):
        first += 1
    while first < last and (doc.lowers[last - 1] in _NOT_LAST or _is_mark(doc, last - 1)):
        last -= 1
    return (first, last) if first < last else (start, end)


def _is_no_beginning(doc: LightDoc, at: int) -> bool:
    pair = doc.lowers[at : at + 2]
    return _is_mark(doc, at) or pair == ("well", "as") or (pair[0] in _NOT_FIRST and pair not in _AMOUNTS)
