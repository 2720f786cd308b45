"""Reads ``tables/served_word.toml``: the words for those served, the phrases around them, the kinds of organisation."""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property

import msgspec

from jdrewrite import resources
from jdrewrite.errors import DataError

FILE = "served_word.toml"


class Factors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By what a mention counts more or less, and from where on; the file says why."""

    mission: float
    unproved: float
    example: float
    singular: float
    own: float
    usual: float
    unsaid: float
    sure: float
    inside: float
    ours: float
    place: float
    lone: float


class Functions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Functions that trust some words less."""

    functions: tuple[str, ...]
    factors: dict[str, float]


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Alternatives of words around a mention."""

    serving: str
    given: str
    ours: str
    needing: str
    mission: str
    example: str
    others: str
    employer: str
    recruiting: str
    only_client: str


class Reach(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By what a role is known whose work lands on colleagues, and how these are called."""

    desk: str
    """Titles of those who help colleagues with their devices, whoever else is named."""
    alone: str
    """Titles of roles that work for colleagues alone."""
    titles: str
    """More titles of roles whose work lands on colleagues."""
    functions: tuple[str, ...]
    afar: tuple[str, ...]
    """Functions of a public body that meet colleagues, whomever their work reaches."""
    title: float
    function: float
    named: float
    least: float
    likely: float
    several: int
    plain: int
    colleagues: tuple[str, ...]
    using: tuple[str, ...]
    """Plurals for colleagues who use what others make or find out; the more telling ones first."""


class Nobody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said where a text names nobody served and is not plainly that of a business."""

    plural: str
    kinds: tuple[str, ...]
    least: float
    """Points of a word of the text from which nobody is said instead of those that it means."""
    clues: float
    """Points of a seller from which the organisation is taken for a business, though too few to be sure of it."""
    business: str
    """Words that tell of one, where the role or the employer is described."""
    trading: tuple[str, ...]
    """Functions that a business has, whatever else the text says."""
    likely: float


class Others(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said instead of a word taken for granted that the text nowhere has."""

    kinds: tuple[str, ...]
    least: float
    """Points of another plain word from which it is said instead."""
    words: dict[str, str]
    """Plurals with phrases that tell that the organisation says so, though it means those of its own customers."""


class Users(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Those who use what is made, where the organisation calls its public by another word."""

    plural: str
    instead: tuple[str, ...]
    """The words for the public that give way."""
    least: float
    general: tuple[str, ...]
    """Those of them that are no people that a text can name more nearly."""
    times: float
    """How many times the weight of the public's the weight of users must be for the same."""
    throughout: int
    """Duties that name users, from which they are those served where the public is named in fewer than half as many."""
    first: tuple[str, ...]
    """Functions and fields of work that make what is used."""
    unless: str
    """Words of a wording beside which the plural reads badly."""
    makers: tuple[str, ...]
    """Functions of roles that make what is used."""
    ultimate: tuple[str, ...]
    """Words for those who order it or have it in the end; they give way once the role says users."""
    told: str
    inside: str
    """Words before users that make colleagues of them."""
    for_them: str
    """Words by which what the employer is there for names them."""
    always: tuple[str, ...]
    """Functions of which what is made always has users, beside the ``ordering`` words."""
    ordering: tuple[str, ...]


class Partners(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Organisations through which a public body reaches its public, and where it is written that they are reached."""

    least: float
    fewer: float
    """The same where they are named ``several`` times."""
    several: int
    kinds: tuple[str, ...]
    first: tuple[str, ...]
    """Functions, fields of work and entries of them that reach whoever asked for the work."""
    builders: tuple[str, ...]
    """Functions and fields of work whose new lines are about those who use what is built."""
    named: str
    """Words of a wording that name those who asked: it goes on about their public."""
    toward: str
    """Words before them that say that the line's work goes to them."""
    vague: tuple[str, ...]
    """Plurals that are written only where the text has no other."""
    words: dict[str, tuple[str, ...]]
    """Plurals, with their forms in lower case."""

    @property
    def forms(self) -> dict[str, str]:
        """Every form with its plural."""
        return {form: plural for plural, forms in self.words.items() for form in (plural, *forms)}


class Through(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of the catalogue and of duties by which work reaches those served through colleagues."""

    effect: str
    """Words of an effect that name those through whom it reaches the ones served."""
    line: str
    """The same in a line of its own, which may speak of both."""
    inside: str
    """Words of a duty that say that its work is for colleagues."""
    parties: str
    """Others with whom an organisation deals, who are not served."""
    asked: str
    """Words of a thing that somebody asks or says."""
    functions: tuple[str, ...]
    """Functions and fields of work whose wordings are written for work that is for colleagues."""
    of_colleagues: tuple[str, ...]
    """What may be said of lines for colleagues: what well chosen and well prepared ones are to those served."""


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """People by a word of WordNet that no list here has."""

    factor: float
    never: frozenset[str]
    """Singulars of those who are colleagues, partners or owners at work, or no people at all."""


class Groups(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Plurals that are words of their own, with nothing more to say of them."""

    anywhere: tuple[str, ...]
    called: dict[str, tuple[str, ...]]
    """Plurals with all the forms that mean them."""
    public: dict[str, str]
    """The people of a place, with its name, where it has one."""


def _people_of(plural: str, place: str) -> tuple[str, ...]:
    """Return what the people of a place are called: "Ontarians", "people of Ontario"."""
    called = (f"people {where} {place}".lower() for where in ("of", "across", "in"))
    return (plural.lower(), *called) if place else (plural.lower(),)


class Word(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One word for those served."""

    plural: str
    forms: tuple[str, ...]
    """Lower case."""
    plain: bool = False
    """Understood of those served anywhere, in the singular too."""
    served: bool = False
    """Counts only where the lenses found that the sentence serves them."""
    factor: float = 1.0
    kinds: tuple[str, ...] = ()
    """Kinds of organisation in which it counts; empty: in all."""
    before: str = ""
    """Words before it that make others of them: "team members"."""
    after: str = ""
    """Words behind it that do so: "members of a guild"."""
    group: bool = False
    """One group of people and no other: counts more where a public is meant, and is proved by a good done to it."""


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which a kind of organisation is known."""

    words: str
    points: float
    most: int
    asked: bool = False
    """Looked for in what is asked of the person too."""


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of organisation, with the words that it begins with."""

    name: str
    least: float
    begin: dict[str, float]
    """Words taken for granted, in mentions."""
    factors: dict[str, float] = {}
    cues: tuple[Cue, ...] = ()
    unless: str = ""
    """Words that are passed over: who sells to government speaks of government."""
    over: tuple[str, ...] = ()
    """More general kinds that this one makes precise: an election office is a public body."""
    like: str = ""
    """The kind whose words and factors hold here too: what it makes precise, or whose cues it shares."""
    groups: float = 1.0
    """By what a group that a text names counts more than its general words."""

    @property
    def base(self) -> str:
        """The general kind."""
        return self.like or self.name


class Book(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The whole file."""

    sections: dict[str, float]
    factors: Factors
    inside: Functions
    selling: Functions
    phrases: Phrases
    reach: Reach
    nobody: Nobody
    others: Others
    users: Users
    partners: Partners
    through: Through
    people: People
    groups: Groups
    word: tuple[Word, ...]
    kind: tuple[Kind, ...]

    @cached_property
    def forms(self) -> dict[str, tuple[Word, ...]]:
        """Every form with the words that it may be: "people" of a public body are its public."""
        groups = [Word(plural, (plural.lower(),), group=True) for plural in self.groups.anywhere]
        groups += [Word(plural, tuple(forms), group=True) for plural, forms in self.groups.called.items()]
        groups += [
            Word(plural, _people_of(plural, place), factor=self.factors.place, kinds=("public", "council"))
            for plural, place in self.groups.public.items()
        ]
        found: dict[str, tuple[Word, ...]] = {}
        for word in (*self.word, *groups):
            for form in word.forms:
                found[form] = (*found.get(form, ()), word)
        return found

    @cached_property
    def vague(self) -> frozenset[str]:
        """Plurals that stand for people in general."""
        return frozenset(word.plural for word in self.word if "people" in word.forms)

    @cached_property
    def plain(self) -> frozenset[str]:
        """Plurals that are understood of those served anywhere."""
        return frozenset(word.plural for word in self.word if word.plain)


@cache
def book() -> Book:
    """Return the shipped file.

    Raises:
        DataError: it is not valid.
    """
    path = resources.tables() / FILE
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Book)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(str(path), f"not valid: {error}", "mend the file") from None


@cache
def pattern(alternatives: str, frame: str = r"\b(?:{})\b") -> re.Pattern[str]:
    """Return alternatives of the file as a pattern.

    Args:
        alternatives: as they stand in the file.
        frame: what stands around them.
    """
    return re.compile(frame.replace("{}", alternatives), re.IGNORECASE)
