"""How this job description is written: who is addressed, whether bullets end in full stops, whose spelling."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal

import msgspec

from jdrewrite.analysis.served_word import book, form_of, pattern, word_of_line
from jdrewrite.catalogue import CUSTOMERS, with_customers, with_receivers, with_servers, with_verbs, without_brackets
from jdrewrite.catalogue.inflection import participle, third_person
from jdrewrite.language.lead import is_duty_verb, lead
from jdrewrite.language.spelling import american
from jdrewrite.model import BlockKind, CustomerWord, Statement
from jdrewrite.rewriting.offline.saying_act import behind_label

Person = Literal["imperative", "you", "third", "gerund", "role"]
_YOU = re.compile(r"you(?: will|['’]ll| are|['’]re)\b", re.IGNORECASE)
_ROLE = re.compile(r"(the|this|our) [\w\s/&-]{3,60}? (will|shall|is|must|should)\b", re.IGNORECASE)
_HOLDER = re.compile(r"(?:an?|the|this|our) ([\w/&'’,-]+(?: [\w/&'’,-]+){1,7})", re.IGNORECASE)
"""Who is said to do it, and the act: "A Property Officer supervises"."""
_WILL = re.compile(
    r"(?:an?|the|this|our) ([\w/&'’,-]+(?: [\w/&'’,-]+){0,6}?) ((?:will|shall|must) )(?=[a-z])", re.IGNORECASE
)
"""Who is said to have to do it: "The nurse will administer"."""
_NO_HOLDER = re.compile(
    r"\b(?:company|firm|organi[sz]ation|employer|business|agency|department|division|team|unit|office|program(?:me)?|"
    r"project|goal|purpose|work|class|duties|responsibilities)$",
    re.IGNORECASE,
)
"""Of whom a new line of the role cannot speak."""
_AMERICAN = re.compile(
    r"\b(?!(?:re|down|over|pr|se)?s?iz)\w+(?:iz(?:e|es|ed|ing|ation|ations)|yz(?:e|es|ed|ing))\b|"
    r"\b(?:color|center|behavior|labor|program|license)s?\b"
)
_BRITISH = re.compile(
    r"\b\w+(?:is(?:e|es|ed|ing|ation|ations)|ys(?:e|es|ed|ing))\b|\b(?:colour|centre|behaviour|labour|programme)s?\b"
)
_NEVER_BRITISH = re.compile(
    r"\b(?:other|like|exerc|adv|superv|prom|prec|expert|ra|w|r|a|no|cho|clo|u|purcha|enterpr|rev|comprom|prais|cru|surpr|d[ei]|franch|merchand)is\w*\b",
    re.IGNORECASE,
)
_JUDGED = re.compile(r"^\[(Judge|Assess|Measure|Rate)\] (the |an? )?(.+?) (also )?by (?=\w)")
"""A measure that whoever holds the job would seem to apply to somebody else: "you will judge the work by ..."."""
_IT_IS_WORK = re.compile(
    r"\b(?:those|people|others) who \w+(?: \w+)? it\b|\b(?:because|much) of it\b|\bit (?:is finished|does not)\b|\bcan use it\b"
)
"""Where "it" is the work of whoever holds the job."""
_PAST = {"Judge": "judged", "Assess": "assessed", "Measure": "measured", "Rate": "rated"}
_BESIDE = re.compile(
    r"\{customers\} (?:and|or) (?:their )?(?:staff|colleagues|teams)\b(?! (?:who|that)\b)|\b(?:staff|colleagues|teams) (?:and|or) \{customers\}(?!['’])"
)
_USERS = re.compile(r"(?<!-)\busers\b", re.IGNORECASE)
_HELPFUL = re.compile(r"\b(people who (?:can |could |will )?(?:serve|help)) \{customers\}(?!['’])", re.IGNORECASE)
_THE_OTHER = re.compile(
    r"\bthe other(?= (?:teams|departments|divisions|units|offices|branches|bureaus|committees|crews)\b)"
)
"""Where "the colleagues" have become "other teams"."""
_AGAIN = re.compile(r"\bthe work\b.*\{customers\}")
_RELATIVE = re.compile(
    r"\{customers\} (who|with|in|whom|whose|(?:(?:can|must|should|will|may) )?(?:rely|relied|depend|depended)(?= on))\b"
)
"""What goes on about those served; "people who rely on the work rely on them" says it twice."""
_RUN_ON = re.compile(
    r"(?<=[a-z\d)]) (?=[A-Z][a-z]+(?: and [a-z]+)? (?:a|an|the|all|any|new|current|with|to|for|our|your|and)\b)"
)
"""Where the items of a list stand one behind the other, without a stop: "Answer calls Keep the files up to date"."""
_MODAL = re.compile(r" (?:will|shall|must) $")
_PLAINEST: tuple[Person, ...] = ("imperative", "you", "third", "gerund")
_FEW = 10
"""Whole sentences for each item of a list above which the items are strays."""
_NEARLY_ALL = 0.8
_NEAR = 5
"""Words back from the end within which those served are still in the reader's mind."""


class Style(msgspec.Struct, frozen=True):
    """The organisation's own way of writing."""

    person: Person
    full_stops: bool
    """Most duties end with a full stop."""
    american: bool
    customers: str
    colleagues: str = ""
    """The job description's own word for those through whom the work reaches the ones served; empty: the catalogue's."""
    is_named: bool = True
    """Those served are more than what is taken for granted."""
    has_users: bool = False
    """The work lands inside, and the role calls those who receive it users: nothing says that they serve anybody."""
    holder: str = ""
    """Whoever does it, where the duties are sentences about them: "The nurse will ", "The clerk "; else empty."""
    receivers: str = ""
    """The word for those who receive the work first-hand; empty: the catalogue's."""
    small: bool = False
    """Nearly every duty begins with a small letter."""

    def fill(self, text: str) -> str:
        """Return a wording with the job description's word for those served, in its spelling."""
        text = _THE_OTHER.sub("other", with_servers(with_receivers(text, self.receivers), self._servers))
        if self.customers == book().nobody.plural:
            text = _of_nobody(text)
        if self.american:
            text = american(text)
        return with_customers(text, self.customers)

    def _servers(self, noun: str, verb: str) -> str:
        """Return how those are called through whom the work reaches the ones served."""
        if self.has_users:
            return "users"
        own = self.colleagues if self.colleagues and noun in {"staff", "colleagues"} else noun
        if own != noun and (" " in own or not self.is_named):
            return own  # "the marketing teams" are known without whom they serve in turn
        # Where a text names nobody served, they may be those who rely on the work, as anybody may.
        if self.customers == book().nobody.plural:
            return f"{own} {_who(own)} rely on the work"
        if not self.is_named:
            return own  # nothing tells whom a plant or an office serves in turn
        does = f"{verb} {CUSTOMERS}"
        return f"{own} {_who(own)} {does}"

    def subject(self, before: str) -> str:
        """Return how those served are named in a clause behind ``before``: again by name, or as "they"."""
        return "they" if self._just_named(before) else self.customers

    def object(self, before: str) -> str:
        """Return the same as the object of a verb."""
        return "them" if self._just_named(before) else self.customers

    def _just_named(self, before: str) -> bool:
        """Tell whether the text has just named those served, and nobody else after them."""
        last = " ".join(before.lower().split()[-_NEAR:])
        return bool(
            re.search(rf"\b{re.escape(self.customers.lower())}\b(?!['’])(?:(?! (?:and|or|by|from)\b)[^,])*$", last)
        )

    def line(self, text: str) -> str:
        """Return a line of the catalogue in the person of the neighbouring duties."""
        judged = _JUDGED.match(text)
        person = "third" if self.holder else self.person
        if judged and person == "you":
            filled = self.fill(_judged(judged, text))
            return filled if self.full_stops else filled.rstrip(".")
        if judged and judged[3] == "work":
            text = _of_own_work(judged, text, person, self.fill(text[judged.end() :]))
        if person == "third" and not _MODAL.search(self.holder):
            filled = with_verbs(text, lambda verb: _head(verb, third_person))
        elif person == "gerund":
            filled = with_verbs(text, lambda verb: _head(verb, participle))
        else:
            filled = without_brackets(text)
        if subject := self.holder or ("You will " if person == "you" else ""):
            filled = f"{subject}{filled[0].lower()}{filled[1:]}"
        filled = self.fill((filled[0].lower() if self.small else filled[0].upper()) + filled[1:])
        return filled if self.full_stops else filled.rstrip(".")


def _judged(found: re.Match[str], text: str) -> str:
    """Return a measure as one by which the reader is judged: "Your work is judged by ..., and you will look for ..."."""
    verb, article, thing, also = found.groups()
    owned = thing == "work"
    subject = "Your work" if owned else f"{(article or '')}{thing}"
    are = "are" if re.search(r"[^s]s$", thing.split(" of ")[0]) else "is"
    rest = without_brackets(text[found.end() :].replace(", and [", ", and you will ["))
    said = f"{subject} {are} {also or ''}{_PAST[verb]} by {rest}"
    return said[0].upper() + said[1:]


def _of_own_work(found: re.Match[str], text: str, person: Person, filled: str) -> str:
    """Return a measure of the jobholder's own work as it is said in the third person, with "-ing", or of the role.

    "Judges the work by ..." would have the jobholder sit in judgement: "Is judged by ..., and looks for ...". Where the
    rest says "it" of the work, the work stays: "Judges own work by the errors that those who use it found".

    Args:
        found: how the line begins.
        text: the line of the catalogue.
        person: of the neighbouring duties.
        filled: its rest with the words for those served: people may have come in place of "those who use it".
    """
    verb, _, _, also = found.groups()
    rest = text[found.end() :]
    past = "judged" if verb == "Rate" else _PAST[verb]
    if person == "role" and "[" not in rest:
        return f"The work is {also or ''}{past} by {rest}"
    if person not in {"third", "gerund"}:
        return text
    if _IT_IS_WORK.search(filled):
        return f"[{verb}] own work {also or ''}by {rest}"
    return f"[Be] {also or ''}{past} by {rest}"


def _of_nobody(text: str) -> str:
    """Return a wording as it is said where a job description names nobody served.

    Whoever relies on the work may be a colleague too: "customers and colleagues" are all who rely on it.
    """
    text = _HELPFUL.sub(r"\1 others", text)
    all_of_them = "people who rely on it" if _AGAIN.search(text) else "people who rely on the work"
    text = _RELATIVE.sub(r"people \1", _BESIDE.sub(all_of_them, text))
    # Named twice in one line, they are people the second time; behind "the work" they rely on it.
    first, name, rest = text.partition("{customers}")
    if _AGAIN.search(text) and not rest.startswith(("’", "'")):
        name = "people who rely on it"
    return first + name + rest.replace("{customers}", "people")


def _who(group: str) -> str:
    """Return the relative pronoun of people, or of bodies such as departments."""
    return "that" if pattern(book().receivers.bodies, r"\b(?:{})$").search(group) and group != "teams" else "who"


def _head(verb: str, inflect: Callable[[str], str]) -> str:
    """Inflect the first word of a verb such as "pass on"; keeps a capital."""
    first, _, rest = verb.partition(" ")
    form = inflect(first.lower())
    form = form[0].upper() + form[1:] if first[:1].isupper() else form
    return f"{form} {rest}" if rest else form


def of_line(style: Style, s: Statement, *, applicants: bool = True) -> Style:
    """Return the style for one line: where it names those served by another word than the rest, by that word.

    Args:
        style: of the job description.
        s: the line.
        applicants: those who apply for something may be meant.
    """
    own = "" if form_of(style.customers).search(s.text) else word_of_line(s, applicants=applicants)
    return msgspec.structs.replace(style, customers=own) if own else style


def style_of(statements: Sequence[Statement], served: CustomerWord) -> Style:
    """Read the style off the duties, or off everything where there are none.

    Args:
        statements: all statements of the job description.
        served: its words for those served, and for the colleagues through whom they are.
    """
    duties = [s for s in statements if s.section == "duties" and s.kind is not BlockKind.HEADING]
    sample = duties or [s for s in statements if s.kind is not BlockKind.HEADING]
    text = " ".join(s.text for s in statements)
    americans = len(_AMERICAN.findall(text))
    british = len(_BRITISH.findall(_NEVER_BRITISH.sub("", text)))
    items = [item for s in sample for item in _RUN_ON.split(s.text)]
    return Style(
        person=_of_most(items),
        holder=_holder_in(items),
        small=len(sample) > 1 and sum(s.text[:1].islower() for s in sample) > _NEARLY_ALL * len(sample),
        full_stops=sum(s.text.endswith(".") for s in sample) * 2 > len(sample),
        american=americans >= british,
        customers=served.plural,
        colleagues=served.colleagues,
        is_named=served.is_named,
        has_users=served.direct == "inside" and sum(bool(_USERS.search(s.text)) for s in duties) > 1,
    )


def _of_most(items: Sequence[str]) -> Person:
    """Return the person of most items; of a tie the plainest, and of a few among many whole sentences none."""
    persons = Counter(_person(item) for item in items)
    sentences = persons.pop("role", 0)
    best = max(_PLAINEST, key=persons.__getitem__)
    return "role" if _FEW * persons[best] < sentences else best


def _holder_in(items: Sequence[str]) -> str:
    """Return the subject that most sentences have, as a new one begins with it; empty where they have none."""
    subjects = [subject for item in items if (subject := _subject(item))]
    if 2 * len(subjects) <= len(items):
        return ""
    often = Counter(subjects)
    return max(often, key=lambda subject: (often[subject], -len(subject)))


def _subject(text: str) -> str:
    """Return who is said to do it, up to the verb: "The nurse will ", "The clerk "; empty for nobody."""
    if told := _WILL.match(text):
        return "" if _NO_HOLDER.search(told[1]) else f"The {told[1]} {told[2].lower()}"
    holder = _HOLDER.match(text)
    words = holder[1].split() if holder else []
    at = next((n for n, word in enumerate(words) if n and word.endswith("s") and is_duty_verb(word.lower())), 0)
    before = [word for word in words[:at] if word.lower() != "also"]
    return f"The {' '.join(before)} " if before and not _NO_HOLDER.search(before[-1]) else ""


def _person(text: str) -> Person:
    if _YOU.match(text):
        return "you"
    if _ROLE.match(text):
        return "role"
    holder = _HOLDER.match(text)
    if holder and any(word.endswith("s") and is_duty_verb(word) for word in holder[1].lower().split()[1:]):
        return "third"
    by_lead: dict[str, Person] = {"You will ": "imperative", "She ": "third", "You are ": "gerund"}
    return by_lead.get(lead(text[behind_label(text) :]), "role")
