"""The words for those served, the phrases around them, and the kinds of organisation, as the file holds them."""

from __future__ import annotations

import msgspec


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Alternatives of words around a mention."""

    serving: str
    done: str
    """Acts that are done for somebody, in whatever form: "provide student with"."""
    needing: str
    mission: str
    example: str
    others: str
    employer: str
    law: str
    """Words with which the name of a law or an agency ends: "Americans with Disabilities Act"."""
    agency: str
    """Words with which one begins: "Department of Veterans Affairs"."""
    award: str
    """Words with which the name of an award to employers begins: "Top Employers for Young People"."""
    notice: str
    """What makes a sentence a notice, wherever it stands."""
    benefit: str
    """What makes a sentence one of what whoever works there is given."""
    denied: str
    term: str
    """Words behind the singular that make the name of a field or a skill of both: "customer service"."""
    attitude: str
    """Words behind somebody that make an attitude of it: "customer service-oriented"."""
    recruiting: str
    only_client: str
    dealt: str
    """Those with whom a role deals so that it gets something from them: "suppliers"."""


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """People by a word of WordNet that no list here has."""

    bodies: frozenset[str]
    """Plurals of bodies, and of those who mostly are somebody else: only what the text says of them tells."""
    givers: frozenset[str]
    """Plurals of those who give to what others receive: they are never whom a job serves."""
    never: frozenset[str]
    """Singulars of those who are colleagues, partners or owners at work, or no people at all."""


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a word that somebody gives is known to name several; all in lower case."""

    plurals: frozenset[str]
    ones: frozenset[str]
    """Words for one person that no list of people has."""
    adjectives: frozenset[str]
    bodies: frozenset[str]
    houses: frozenset[str]
    """Of those the ones of which "the" means one."""
    instead: dict[str, str]
    nobody: frozenset[str]
    """Words that look like several people, or like one, and name none."""
    insiders: frozenset[str]
    """Groups of those at work whom the lenses see as customers inside, in the plural."""
    shortened: frozenset[str]
    """Abbreviations of one of several, which have a small "s": "SMEs"."""
    peoples: frozenset[str]
    """One of a people or a faith, beside those whose ending tells."""
    applying: str
    """What names those who apply for something where it is given to them; ``who`` are the words for them."""
    kin: tuple[tuple[str, ...], ...]
    """Nouns in the singular."""


class Groups(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Plurals that are words of their own, with nothing more to say of them."""

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
    kinds: tuple[str, ...] = ()
    """Kinds of organisation in which it counts; empty: in all."""
    before: str = ""
    """Words before it that make others of them: "team members"."""
    after: str = ""
    """Words behind it that do so: "members of a guild"."""


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
    cues: tuple[Cue, ...] = ()
    unless: str = ""
    """Words that are passed over: who sells to government speaks of government."""
    over: tuple[str, ...] = ()
    """More general kinds that this one makes precise: an election office is a public body."""
    nobody: frozenset[str] = frozenset()
    """Plurals that name no people here: the patients of a veterinarian are animals."""
    like: str = ""
    """The kind whose words hold here too: what it makes precise, or whose cues it shares."""

    @property
    def base(self) -> str:
        """The general kind."""
        return self.like or self.name
