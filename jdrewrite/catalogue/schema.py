"""The shape of one file in ``prompts/functions``. Unknown keys are errors; every text has a grammatical form.

Forms, so that the writer can put a text into any sentence:

* **ability**: what follows "{customers} can": a bare verb phrase with ``they``/``their`` for the customers, such
  as ``see what they owe and why``. The writer makes "so that customers can ..." and
  "to help customers ..." of it.
* **state**: a whole clause in the present tense that contains ``{customers}``, such as
  ``{customers} are charged exactly what they agreed to``. The writer makes "so that ..." or "This means that ..."
  of it.
* **line**: a whole sentence in the imperative. Every verb that has the role as its subject stands in square
  brackets in its base form, so that it can be put into another person: ``[Read] what {customers} say about
  their bills each month, and [pass] on what recurs.``

``{customers}`` is the job description's own word, always in the plural and without an article; two more slots, for
those who serve them and for those who receive the work, and lines with a reading that names nobody, are explained in
``slots``.
"""

from __future__ import annotations

import msgspec

from jdrewrite.catalogue.slots import naming_nobody, naming_them

GENERAL = "general"
"""Slug of the entry that serves a job description which no function fits."""


class Layer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step of the way from this desk to the customer's doorstep."""

    who: str
    """Who receives the work: ``the sales team``, ``the branch``; the last layer is ``{customers}``."""
    gets: str
    """What they get of it, as a noun phrase: ``an order that is free of errors``."""


class Output(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that the function makes or does, and what it does for customers."""

    id: str
    acts: tuple[str, ...]
    """Verbs (base form) with which job descriptions name this work; empty: any verb."""
    things: tuple[str, ...]
    """Nouns or noun phrases (singular, lower case) that the statement must hold, any one of them."""
    unless: tuple[str, ...] = ()
    """Words or phrases (lower case) in whose company the statement speaks of other work."""
    ability: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    anyone: tuple[str, ...] = ()
    """States without ``{customers}``, for texts that do not say whom the work serves, and for work among colleagues:
    ``whoever takes up the work later sees what was done before``."""


class Nearer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What work that every trade has does for those whom one function serves."""

    of: str
    """The entry, as ``field/id`` of ``prompts/work``."""
    titles: tuple[str, ...] = ()
    """Words (lower case; a trailing ``*`` matches any ending) of which the title of the job must hold one; none: any
    title of the function does."""
    state: tuple[str, ...] = ()
    """As ``Output.state``."""
    anyone: tuple[str, ...] = ()
    """As ``Output.anyone``, in words of this function: ``the next shift knows what is broken``."""


class Motive(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An inward end as it occurs in real job descriptions, and what to say in its place."""

    id: str
    matches: tuple[str, ...]
    """Words by which the end is known (lower case; a trailing ``*`` matches any ending of a word)."""
    ability: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    aim: tuple[str, ...] = ()
    """Abilities that lead to the end itself: "grow sales by helping {customers} ..."."""
    about: tuple[str, ...] = ()
    """Words (as in ``matches``) of which the line must hold one too, where ``then`` is true of such work only."""
    then: tuple[str, ...] = ()
    """States that the end itself leads to, so that it may stay: "cut waste, so that {customers} pay less"."""


class Work(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A field of work that occurs in several functions, one file in ``prompts/work``."""

    slug: str
    name: str
    acts: tuple[str, ...] = ()
    """Verbs that go with every output of the field that is named by more than one word: ``contribute``, ``oversee``."""
    signs: tuple[str, ...] = ()
    """Words of which a job description must hold three to be of this field; empty: any job description is."""
    outputs: tuple[Output, ...]
    motives: tuple[Motive, ...] = ()


class Voice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where this function hears customers."""

    sources: tuple[str, ...]
    lines: tuple[str, ...]


class Authority(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What this function could be trusted to decide for customers."""

    lines: tuple[str, ...]


class Measures(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What customers would notice and the function can affect."""

    outcomes: tuple[str, ...]
    """Noun phrases: ``the share of invoices that are right the first time``."""
    instead_of: tuple[str, ...]
    """The index-chasing or inward figures that they replace."""
    lines: tuple[str, ...]


class Across(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """With whom this function must share to serve customers."""

    partners: tuple[str, ...]
    lines: tuple[str, ...]


class Reach(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the work of a trade reaches those served, where that is far from what its function usually means.

    Plans and reflections say it in place of what the function says: a library has no lessons.
    """

    layers: tuple[Layer, ...]
    """As ``Function.layers``."""
    effect: str
    """As ``Output.state``: what comes of the work at its nearest to ``{customers}``."""
    sources: tuple[str, ...]
    """As ``Voice.sources``."""
    outcomes: tuple[str, ...]
    """As ``Measures.outcomes``."""
    partners: tuple[str, ...]
    """As ``Across.partners``."""
    questions: tuple[str, ...]
    """As ``Function.questions``; the second asks what becomes of the work, the third what goes wrong."""
    apart: bool = False
    """What the function says would be that of other work: a kitchen porter welcomes nobody. Else it holds as well."""


class WithLines(msgspec.Struct, frozen=True):
    """What has lines that can be added for ``voice``, ``authority``, ``measure``, ``across`` or ``people``."""

    def texts(self, lens: str) -> tuple[str, ...]:
        """Return the lines as they are written."""
        raise NotImplementedError

    def lines(self, lens: str) -> tuple[str, ...]:
        """Return the lines in their reading that may name those served."""
        return tuple(line for line, _ in self.readings(lens))

    def bare(self, lens: str) -> tuple[str, ...]:
        """Return the readings of these lines that name nobody served."""
        return tuple(bare for _, bare in self.readings(lens) if bare)

    def readings(self, lens: str) -> list[tuple[str, str]]:
        """Return each line with its reading that names nobody, which is empty where it has none."""
        return [(naming_them(text), naming_nobody(text)) for text in self.texts(lens)]


class Trade(WithLines, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lines for a part of a function whose work is not that of the others: the civil engineers among the engineers."""

    name: str
    """Lower case, as it reads in "work in ..."."""
    words: tuple[str, ...]
    """Words (lower case; a trailing ``*`` matches any ending) of which the title must hold one, or the duties two
    different ones. Those of the entry for any job name a thing instead, of which several duties must speak."""
    unless: tuple[str, ...] = ()
    """Words of a title, written as ``words``, that belong to another trade."""
    acts: tuple[str, ...] = ()
    """Nouns in the plural among the ``words`` of a thing that any job may handle which speak of it as verbs as well:
    who "records" has records, but who "posts" payments has no posts."""
    customers: str = ""
    """As ``Function.customers``, where this trade has others: ``players`` of the makers of games."""
    purpose: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    measure: tuple[str, ...] = ()
    across: tuple[str, ...] = ()
    reach: Reach | None = None
    """Of a trade that is far from its function; None for one of which holds what the function says."""
    least: int = 0
    """Of a thing that any job may handle: duties that must speak of it where words for it stand in many other jobs. Of
    92 lines about what two duties spoke of readers with the whole text refused 35, of 78 about what five did none."""
    functions: tuple[str, ...] = ()
    """Slugs of those in which a trade of ``prompts/trades.toml`` is read as one of their own, before them."""

    @property
    def shared(self) -> bool:
        """Whether it is one of several functions."""
        return bool(self.functions)

    @property
    def far(self) -> bool:
        """Whether what its function says of those served, and of the way to them, may be that of other work."""
        return self.shared or (self.reach is not None and self.reach.apart)

    def texts(self, lens: str) -> tuple[str, ...]:
        """Return the lines as they are written."""
        found: tuple[str, ...] = getattr(self, lens)
        return found


class SharedTrades(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole of ``prompts/trades.toml``."""

    trades: tuple[Trade, ...]


class Function(WithLines, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One job function."""

    slug: str
    name: str
    """Lower case, as it reads in "work in ...": ``accounts receivable and payable``."""
    summary: str
    """One sentence: what the function is there for, from the customer's side."""
    customers: str = "customers"
    """The plural word to use when the job description itself names nobody."""
    layers: tuple[Layer, ...]
    purpose: tuple[str, ...]
    """Bare verb phrases after "This role exists to": what the function does for ``{customers}``."""
    people: tuple[str, ...] = ()
    """What to ask of a person who is to serve ``{customers}`` here, as a line of the requirements without full stop."""
    outputs: tuple[Output, ...]
    motives: tuple[Motive, ...] = ()
    nearer: tuple[Nearer, ...] = ()
    """What is said of the work of every trade here, before what is said of it anywhere."""
    voice: Voice
    authority: Authority
    measures: Measures
    across: Across
    trades: tuple[Trade, ...] = ()
    """Parts of the function with lines of their own; all the other lines must be true of everyone in it."""
    questions: tuple[str, ...]
    """Questions for a person in this function who reflects on the job."""

    def texts(self, lens: str) -> tuple[str, ...]:
        """Return the lines as they are written."""
        return {
            "voice": self.voice.lines,
            "authority": self.authority.lines,
            "measure": self.measures.lines,
            "across": self.across.lines,
            "people": self.people,
        }[lens]
