"""By which word a line itself names those whom its work is for, whatever the rest of the text calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jdrewrite.analysis.served_word.around import continues_list, is_others, is_term, meet, of_place
from jdrewrite.analysis.served_word.book import book, pattern
from jdrewrite.analysis.served_word.mentions import all_forms
from jdrewrite.analysis.served_word.spotting import all_plurals, spots
from jdrewrite.model import Statement

_BETWEEN = re.compile(r"(?:,|,? and|,? or) (?:the |our )?")


def word_of_line(s: Statement, *, applicants: bool = True) -> str:
    """Return the plural by which a line names those served outside, or all of them as it lists them; empty for none.

    Words of more than one sense do not count, and neither do several that stand apart.

    Args:
        s: labelled.
        applicants: those who apply for something count where something is given to them, or asked by them; they are
            none of a job whose work is with those who apply for a job.
    """
    found = sorted(_named(s, applicants=applicants))
    plurals = {plural for _, _, plural in found}
    if len(plurals) < 2:
        return plurals.pop() if plurals else ""
    gaps = [s.text[end:start] for (_, end, _), (start, _, _) in pairwise(found)]
    listed = s.text[found[0][0] : found[-1][1]]
    several = all(s.text[start:end].endswith("s") for start, end, _ in found)
    if not (several and gaps and all(map(_BETWEEN.fullmatch, gaps))):
        return ""
    return re.sub(r"\bor\b", "and", listed if listed.isupper() else listed[:1].lower() + listed[1:])


def _named(s: Statement, *, applicants: bool) -> Iterator[tuple[int, int, str]]:
    """Yield where a line names those served, and their plural."""
    served = [e for e in s.evidence if e.lens == "customer" and e.value == "external"]
    for form in spots(s.text, all_forms()):
        said = form.group().casefold()
        words = book().forms.get(said, ())
        plurals = {word.plural for word in words if not of_place(word, form)}
        if not plurals and said.endswith("s") and not any(word.served for word in words):
            plurals = {said}  # "citizens" of a place are its public, and citizens in their own line
        if len(plurals) != 1:
            continue
        before, after = s.text[: form.start()], s.text[form.end() :]
        plain = any(word.plain and not is_others(word, before, after) for word in words) and not is_term(after)
        listed = served and (_BETWEEN.match(after) or continues_list(before))
        if plain or listed or any(meet(e, form) for e in served):
            yield form.start(), form.end(), plurals.pop()
    if applicants:
        for match in pattern(book().given.applying, r"\b(?:{})").finditer(s.text):
            yield match.start("who"), match.end("who"), match["who"].lower()


def names_others(text: str, served: str) -> bool:
    """Tell whether a line names people or bodies at work by another word than the one for those served.

    What is said of those served is mostly not said of these ("help agents with their papers").

    Args:
        text: of the line.
        served: the word for those served.
    """
    own = set(re.findall(r"\w+", served.casefold()))
    own |= {form for form, words in book().forms.items() if any(word.plural == served for word in words)}
    said = (spot.group().casefold() for spot in spots(text, all_plurals()))
    return any(form not in own for form in said)
