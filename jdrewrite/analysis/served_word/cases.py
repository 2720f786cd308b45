"""Whom a word reaches where it alone does not tell: colleagues, users, partners, nobody; as the file holds it."""

from __future__ import annotations

import msgspec


class Reach(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By what a role is known whose work lands on colleagues, and how these are called."""

    desk: str
    """Titles of those who help colleagues with their devices, whoever else is named."""
    alone: str
    """Titles of roles that work for colleagues alone."""
    titles: str
    """More titles of roles whose work lands on colleagues."""
    private: str
    """Titles of such roles anywhere but in a public body."""
    functions: tuple[str, ...]
    partly: dict[str, float]
    """Functions of which much, but not all, is for colleagues, with what they count."""
    facing: str
    """Titles of those who deal with people from outside, whatever their function."""
    afar: tuple[str, ...]
    """Functions of a public body that meet colleagues, whomever their work reaches."""
    title: float
    function: float
    named: float
    lone: float
    """What one line of the duties alone counts."""
    least: float
    likely: float
    several: int
    some: int
    """Lines for others from which a title alone says little, if none of ``alone`` and the body not public."""
    plain: int
    colleagues: tuple[str, ...]
    using: tuple[str, ...]
    """Plurals for colleagues who use what others make or find out; the more telling ones first."""


class Receivers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By what those at work are known for whom something is done."""

    frames: tuple[str, ...]
    """What stands before them."""
    heads: frozenset[str]
    never: frozenset[str]
    peers: str
    """What is given to peers and to those whom one leads."""
    plain: str
    others: str
    articles: frozenset[str]
    """Words with which a group begins."""
    bodies: str
    """Last words of departments and the like."""
    few: int
    """Lines of a role up to which one of them is enough."""
    lines: int
    """Lines from which the work is plainly for them."""
    sure: float
    leading: str
    """Titles of those who lead others: helping these is how they work, and not for whom."""
    outward: tuple[str, ...]
    """Functions whose work goes outward, whoever is helped on the way."""
    called: dict[str, str]
    """Words in the singular, or of more than one sense, with the plural that they mean."""


class FirstHand(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From which odds on somebody is said to receive the work first-hand, and by what that is known."""

    likely: float
    """Log-odds from which those served are named as those who receive it, where nobody else is likelier."""
    outright: float
    """Log-odds from which those served receive it themselves, whatever title and function say."""
    any: float
    """Log-odds from which colleagues in general, whom any job names, receive it."""
    named: float
    """Log-odds from which others are called by name where "those who need the work" would be said."""
    least: float
    """Log-odds from which somebody may receive it in place of those served."""
    leading: float
    """Log-odds from which those to whom one reports are called by name."""
    near: float
    """Log-odds within which others of those served are nearly as likely to be meant as the likeliest."""
    ahead: float
    """Log-odds by which they are likelier to receive it, for the work to be for them."""
    below: float
    """Log-odds below which those served do not receive it themselves."""
    leaders: frozenset[str]
    """Plurals of those to whom one reports; they are called by name from ``leading`` on."""
    heard: frozenset[str]
    """Who is heard and prepared for a case, and receives no work."""
    vague: frozenset[str]
    bodies: frozenset[str]
    """Plurals of bodies, which are "other teams" where nothing tells which."""
    helpers: frozenset[str]
    """Plurals of those who work beside staff, and stand before those served as little as these."""
    looked_after: str
    """Words of a title that say whom its holder looks after, who is no peer: "volunteer coordinator"."""
    before: dict[str, str]
    """What stands before somebody, by what it tells."""


class Nobody(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said where a text names nobody served and is not plainly that of a business."""

    plural: str
    words: dict[str, str]
    """Functions with a plain noun for those who use their work; elsewhere it is ``plural``."""
    places: dict[str, str]
    """Functions whose noun is that of a place, with words for one that the text must have."""
    elsewhere: dict[str, str]
    """The same functions, with words for work that is somewhere else: a road has nobody in the building."""
    kinds: tuple[str, ...]
    usual: float
    """What the usual word of a function counts beside those with which kinds of organisation begin."""
    sure: float
    """Confidence in the function from which it does."""
    public: frozenset[str]
    """Usual words that name those of a public body alone."""
    private: frozenset[str]
    """Kinds of organisation of which these are never said."""
    clues: float
    """Points of a seller from which the organisation is taken for a business, though too few to be sure of it."""
    business: str
    """Words that tell of one, where the role or the employer is described."""
    trading: tuple[str, ...]
    """Functions that a business has, whatever else the text says."""
    likely: float


class Users(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Those who use what is made, where the organisation calls its public by another word."""

    plural: str
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
    end: float
    """By what a line counts more that says that the work is there for them."""
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
    treating: tuple[str, ...]
    """Beginnings of what effects on those who are treated are from."""
    treated: str
    """The plural for these, who may be animals."""
    of_colleagues: tuple[str, ...]
    """What may be said of lines for colleagues: what well chosen and well prepared ones are to those served."""
