"""Whom a text names, and what each line says of them: one pass over all statements."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from jdrewrite.analysis.served_word.around import (
    continues_list,
    is_attitude,
    is_beside,
    is_example,
    is_no_service,
    is_of_a_name,
    is_others,
    is_single,
    is_term,
    is_the_end,
    means_the_employer,
    meet,
)
from jdrewrite.analysis.served_word.book import book
from jdrewrite.analysis.served_word.several import one_of
from jdrewrite.analysis.served_word.spotting import (
    Known,
    each_of_some,
    known,
    one_of_some,
    people,
    plural_of_one,
    spots,
)
from jdrewrite.analysis.served_word.words import Word
from jdrewrite.model import Statement

TOLD = frozenset({"purpose", "duties", "measures", "company", "title"})
"""Sections that tell of the job or its employer."""
_AND = re.compile(r"(?:,|,? and|,? or) (?:the |our )?\w")
_TOKEN = re.compile(r"[\w'’-]+|[,;:.()]")
_PLAIN = frozenset(
    {"the", "all", "its", "their", "new", "other", "potential", "existing", "current", "a", "an", "local"}
)
"""Words between a group and what is done with it that say nothing of that."""
_UNPROVED = 0.3
"""What a mention counts where nothing says that it is served."""

_COLLEAGUES = 2
"""How many times more lines that mean colleagues ("internal clients") make a word theirs."""


class Named(msgspec.Struct, frozen=True):
    """The lines of a text that name somebody."""

    says: Mapping[str, int]
    """How many, by what each says of them: ``proved duties`` where it serves them, ``bare duties`` elsewhere."""
    places: tuple[tuple[str, bool], ...]
    """The text's own words for them, in lower case, at each place; and whether they can be counted on there."""
    at: frozenset[str] = frozenset()
    """The lines, by their text."""

    @property
    def lines(self) -> int:
        """Lines that serve them, and lines that have them in another way; one that does both counts twice."""
        return sum(count for _, _, count in self.by_section())

    @property
    def weight(self) -> float:
        """The lines by what their section counts, most where they are served."""
        weights = book().sections
        return sum(
            weights.get(at, 0.0) * count * (1.0 if proved else _UNPROVED) for proved, at, count in self.by_section()
        )

    @property
    def forms(self) -> Counter[str]:
        """The text's own words for them, and how often it has each."""
        return Counter(form for form, sure in self.places if sure) or Counter(form for form, _ in self.places)

    @property
    def beside(self) -> bool:
        """Whether every line has them in a list with suppliers and the like, and none says that it is for them."""
        return 0 < self.lines <= self.says.get("beside", 0)

    def by_section(self) -> Iterator[tuple[bool, str, int]]:
        """Yield whether lines serve them, their section, and how many they are."""
        for name, count in self.says.items():
            kind, _, section = name.partition(" ")
            if kind in {"proved", "bare"}:
                yield kind == "proved", section, count


def mentions(statements: Sequence[Statement], kind: str, own: Mapping[str, str]) -> dict[str, Named]:
    """Return plurals of all people whom a text names, with the lines that do; one that stands there twice counts once.

    Args:
        statements: of one job description.
        kind: of the organisation.
        own: words of a project for those it serves, in any form, with their plural.
    """
    says: defaultdict[str, Counter[str]] = defaultdict(Counter)
    places: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)
    lines: defaultdict[str, set[str]] = defaultdict(set)
    once = {s.text: s for s in statements}.values()
    told = [s for s in once if book().sections.get(s.section) and not is_no_service(s)]
    # One of them is whom the text means by a word that it has for all of them as well.
    several = {spot.group().casefold() for s in told for spot in spots(s.text, _forms(tuple(sorted(own))))}
    agency = any(means_the_employer(s.text) for s in told)
    for s in told:
        line: defaultdict[str, set[str]] = defaultdict(set)
        ones = (one for one in one_of_some(s.text) if plural_of_one(one.group().casefold()) in several)
        for spot in (*spots(s.text, _forms(tuple(sorted(own)))), *each_of_some(s.text), *ones):
            form = spot.group().casefold()
            form = plural_of_one(form) or form
            word = Word(own[form], (form,), plain=True) if form in own else word_of(form, kind)
            if (
                is_of_a_name(s.text, spot)
                or is_attitude(s.text[spot.end() :])
                or (agency and form == "client")
                or (word.plural == "clients" and means_the_employer(s.text))
            ):
                continue
            said = set(_says(s, spot, word))
            line[word.plural] |= said
            if proved := said & {f"proved {s.section}", f"bare {s.section}"}:
                sure = f"proved {s.section}" in proved or not (word.served or ("single" in said and not word.plain))
                places[word.plural].append((form, sure))
        for plural, said in line.items():
            says[plural].update(said)
            lines[plural].add(s.text)
    every = {plural: Named(says[plural], tuple(found), frozenset(lines[plural])) for plural, found in places.items()}
    return {plural: one for plural, one in every.items() if one.says.get("inside", 0) < _COLLEAGUES * one.lines}


def word_of(form: str, kind: str) -> Word:
    """Return the word that a form is, for this kind of organisation if it has one."""
    words = book().forms.get(form, ())
    fitting = [word for word in words if not word.kinds or kind in word.kinds]
    if words and not fitting and form.startswith("people "):
        # Elsewhere than in a public body "people in London" are people, as any are.
        return word_of(form.partition(" ")[0], kind)
    return next(iter(fitting or words), Word(form, (form,)))


def _says(s: Statement, spot: re.Match[str], word: Word) -> Iterator[str]:
    """Yield what one place says of those whom it names."""
    before, after = s.text[: spot.start()], s.text[spot.end() :]
    evidence = [e for e in s.evidence if e.lens == "customer" and meet(e, spot)]
    single = is_single(s, spot, word)
    if single:
        yield "single"
    if any(e.value == "internal" for e in evidence):
        yield "inside"
        return
    if is_others(word, before, after):
        yield "others"
        return
    if is_beside(before, after) and s.labels.frame != "stewardship" and not is_the_end(s, spot):
        yield "beside"
    # "User support" is for users; words with a list of their own say there what is no mention.
    term = single and word.plain and not word.after and is_term(after)
    yield f"{'proved' if evidence and not term else 'bare'} {s.section}"
    facts = {
        "term": term,
        "example": is_example(before),
        "end": is_the_end(s, spot),
        "listed": continues_list(before) or bool(_AND.match(after)),
    }
    yield from (name for name, holds in facts.items() if holds)
    if s.section in TOLD:
        told = [token for token in map(str.lower, _TOKEN.findall(before[-60:])) if token not in _PLAIN]
        behind = _TOKEN.match(after.lstrip())
        yield f"< {told[-1] if told else ''}"
        yield f"> {behind.group().lower() if behind else ''}"


def names(text: str, plural: str) -> bool:
    """Tell whether a text has a form of the word for those served, in the plural or as the table gives it."""
    return bool(_any_form_of(plural).search(text))


@cache
def _any_form_of(plural: str) -> re.Pattern[str]:
    """Return what finds a word for those served: a project's own is in no table, and its singular is made."""
    forms = {form for form, words in book().forms.items() if any(w.plural == plural for w in words)}
    forms |= {plural.lower(), one_of(plural).lower() or plural.lower()}
    longest = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


def all_forms() -> Known:
    """Return every form that the file has, and people by their nature."""
    return _forms(())


@cache
def _forms(own: tuple[str, ...]) -> Known:
    """Return every form."""
    return known((*book().forms, *people(), *book().people.bodies, *own))
