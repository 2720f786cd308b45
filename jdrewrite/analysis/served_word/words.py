"""The words for those served, the phrases around them, and the kinds of organisation, as the file holds them."""

from __future__ import annotations

import msgspec


class Factors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By what a mention counts more or less, and from where on; the file says why."""

    mission: float
    unproved: float
    example: float
    singular: float
    own: float
    usual: float
    unsaid: float
    hardly: float
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
    law: str
    """Words with which the name of a law or an agency ends: "Americans with Disabilities Act"."""
    agency: str
    """Words with which one begins: "Department of Veterans Affairs"."""
    notice: str
    """What makes a sentence a notice, wherever it stands."""
    denied: str
    term: str
    """Words behind the singular that make the name of a field or a skill of both: "customer service"."""
    recruiting: str
    only_client: str


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """People by a word of WordNet that no list here has."""

    factor: float
    never: frozenset[str]
    """Singulars of those who are colleagues, partners or owners at work, or no people at all."""


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a word that somebody gives is known to name several; all in lower case."""

    plurals: frozenset[str]
    irregular: dict[str, str]
    adjectives: frozenset[str]
    bodies: frozenset[str]
    houses: frozenset[str]
    """Of those the ones of which "the" means one."""
    instead: dict[str, str]
    nobody: frozenset[str]
    """Words that look like several people, or like one, and name none."""
    shortened: frozenset[str]
    """Abbreviations of one of several, which have a small "s": "SMEs"."""
    peoples: frozenset[str]
    """One of a people or a faith, beside those whose ending tells."""
    applying: str
    """What names those who apply for something where it is given to them; ``who`` are the words for them."""
    kin: tuple[tuple[str, ...], ...]
    """Nouns in the singular."""


class Ranking(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the trained order of the words may choose beside those of the lists."""

    least: float
    """Log-odds from which a word that the text names is taken in place of the one that the rules choose."""
    never: frozenset[str]
    """Plurals that are not taken in place of what the rules choose, such as those who give to what others receive."""
    margin: float
    """Log-odds by which it has to be likelier than what the rules choose."""
    more: frozenset[str]
    """Plurals of those who mostly are somebody else: only what the text says of them tells."""


class Groups(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Plurals that are words of their own, with nothing more to say of them."""

    bodies: str
    """Plurals of bodies that may stand beside them in a list of those served."""
    anywhere: tuple[str, ...]
    """Beside those of the rules, which ``Book.anywhere`` adds."""
    called: dict[str, tuple[str, ...]]
    """Plurals with all the forms that mean them."""
    public: dict[str, str]
    """The people of a place, with its name, where it has one."""


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
