"""The word for those served that somebody gives who knows: it goes before everything that the text says."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

import msgspec

from jdrewrite.analysis.served_word.bare import bare, owner
from jdrewrite.analysis.served_word.book import book, pattern
from jdrewrite.analysis.served_word.several import in_the_plural, one_house
from jdrewrite.analysis.served_word.stand_in import form_of, without_article
from jdrewrite.catalogue.inflection import plural
from jdrewrite.errors import WrongWord
from jdrewrite.model import DUTY_SECTIONS, CustomerWord, Statement

LONGEST = 60
"""Characters of such a word."""
_EXAMPLE = "give a plural as it reads in the middle of a sentence, such as 'county auditors'"
_SEVERAL = f"{_EXAMPLE}; of a department or a firm, its people, such as 'staff of the finance department'"
_MARKUP = re.compile(r"[<>{}\[\]\\|*_`~#^=\"“”]|&#?\w+;|https?:")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories of Unicode for what no reader sees."""


def given_word(words: str, subject: str = "serves") -> str:
    """Return a word for those served as it is written: a plural, without space or stop at its ends.

    Args:
        words: as somebody gave it.
        subject: what an error names.

    Raises:
        WrongWord: it is empty, longer than ``LONGEST`` characters, no word, no plural and none is known, says whose
            something is, or has markup or control characters.
    """
    plain = words.strip().rstrip(".,;:!?").strip()
    if not plain or not bare(plain):
        raise WrongWord(subject, "no word is given for those served", _EXAMPLE)
    if any(unicodedata.category(sign) in _HIDDEN for sign in plain):
        raise WrongWord(subject, "it has signs that no reader sees, such as line breaks", _EXAMPLE)
    if _MARKUP.search(plain):
        raise WrongWord(subject, f"“{plain[:LONGEST]}” has signs that belong to markup", _EXAMPLE)
    if len(plain) > LONGEST:
        raise WrongWord(subject, f"it has {len(plain)} characters, and {LONGEST} are the most", _EXAMPLE)
    if not any(sign.isalpha() for sign in plain):
        raise WrongWord(subject, f"“{plain}” is no word", _EXAMPLE)
    plain = bare(plain)
    if who := owner(plain):
        instead = in_the_plural(who)
        way_out = f"write “{instead}”" if instead else _SEVERAL
        raise WrongWord(subject, f"“{plain}” says whose something is, not whom the job serves", way_out)
    several = in_the_plural(plain)
    if house := one_house(plain):
        way_out = f"write “staff of {plain}” or whom it serves itself, or “{plural(house)}” where it serves several"
        raise WrongWord(subject, f"“{plain}” is one {house}, and those served are named as several", way_out)
    if not several:
        low = plain.casefold()
        way_out = f"write “the {low}” or “{low} people”" if low in book().given.adjectives else _SEVERAL
        raise WrongWord(subject, f"“{plain}” does not name several people, as far as can be told", way_out)
    return several


def read_otherwise(words: str, people: str) -> str:
    """Return a sentence on what a word was taken for, where that is not as somebody gave it; else nothing.

    Args:
        words: as somebody gave it.
        people: what ``given_word`` made of it.
    """
    plain = " ".join(words.strip().rstrip(".,;:!?").split())
    return f"“{plain}” is taken as “{people}”: those served are named as several." if plain != people else ""


def as_given(found: CustomerWord, people: str, title: str, statements: Sequence[Statement]) -> CustomerWord:
    """Return what was found of those served with the word that somebody gave in place of the text's own.

    The work reaches them itself, unless title or text say that it reaches others first, and these are not the people
    who were named. What most jobs of a function do is no such reason.

    Args:
        found: as the text, the organisation and the function tell it.
        people: as ``given_word`` returned it.
        title: of the job.
        statements: labelled statements.
    """
    if people.casefold() == found.plural.casefold():
        count, words = found.count, found.words
    else:
        forms = [m.group().lower() for s in statements for m in form_of(people).finditer(s.text)]
        count, words = len(forms), tuple(form for form, _ in Counter(forms).most_common())
    theirs = {_head(found.through), *(book().reach.colleagues if found.direct == "inside" else ())}
    inside = without_article(people).casefold() in book().given.insiders
    first = _names_others(found, title, statements) and _head(people) not in theirs and not inside
    return msgspec.structs.replace(
        found,
        plural=people,
        source="given",
        count=count,
        words=words,
        direct=found.direct if first else "outside",
        receivers=found.receivers if first else "",
        partners=found.partners if first else "",
        users="",
    )


def _names_others(found: CustomerWord, title: str, statements: Sequence[Statement]) -> bool:
    """Tell whether title or text name those whom the work is found to reach first."""
    reach = book().reach
    if found.direct != "inside":
        return bool(found.partners)
    titled = any(pattern(words).search(title) for words in (reach.alone, reach.titles, reach.private))
    told = any(s.labels.customer == "internal" for s in statements if s.section in DUTY_SECTIONS)
    return titled or told or bool(found.colleagues)


def _head(group: str) -> str:
    """Return the noun of a group, without what tells which of them: ``auditors`` of ``county auditors``."""
    if not group:
        return ""
    return re.split(r" (?:of|in|at|who|that|we|with|from) ", group.casefold())[0].split()[-1]
