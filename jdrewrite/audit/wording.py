"""In what words a plan speaks to a group: those of its trade where most jobs are of one, else what holds for all.

A function has trades that are far from what it usually means: the libraries among the schools. A group that is mostly
of one trade is spoken to in the words of that trade. One that is mixed is told what its function says, or, where that
would be wrong for many of it, what holds for any job; and then what to do in each of the commonest of its far trades.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from jdrewrite.analysis import entry_for
from jdrewrite.analysis.advice import fill
from jdrewrite.audit.records import UNCERTAIN, Row
from jdrewrite.catalogue import GENERAL, Function, Trade, grade_of, is_right_for, matters_of, trade_for, trade_named
from jdrewrite.model import Lens

OTHER = "other"
_ANYBODY = "the people we serve"
"""Of a group whose texts agree on no word."""
_FAR = 3
"""Of as many jobs, one of a far trade is enough that the function's own words are not said to the group."""
_EACH = 2
"""Trades of a mixed group for which something is said apart."""
_NAMED = 3
"""Trades of a mixed group by which it is called."""
_MUST: dict[Lens, str] = {
    "customer": "Say whom the work serves, in the purpose and in the duties",
    "frame": "Give the good done to {customers} as the reason for the work",
    "sight": "Say at the duties nearest to {customers} what comes of them",
    "voice": "Let the role hear {customers}",
    "authority": "Agree what the role may do for {customers} on its own",
    "measure": "Judge the work by something that {customers} notice",
    "across": "Write down with whom the role shares what it knows",
    "people": "Ask in the requirements for the attitude that the work needs",
}
_LINES = frozenset({"voice", "authority", "measure", "across"})
_NO_EXAMPLE = "Say at the duties what comes of them for {customers}"
_ATTITUDES = "patience, listening, care for people"


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """What a plan says to a group."""

    slug: str
    """Of the function that most of its job descriptions have."""
    name: str
    """Of the group, in words."""
    about: str
    """What most of it, or the commonest parts of it, do; empty where nothing is known of that."""
    entry: Function
    """Whose words are used."""
    trade: Trade | None
    """The trade of most."""
    rows: tuple[Row, ...]
    customers: str
    apart: tuple[Wording, ...] = ()
    """Trades of a mixed group for which something is said apart."""

    def fill(self, text: str) -> str:
        """Return a text with the group's word for those served."""
        return fill(text, self.customers)

    def advice(self, lens: Lens) -> str:
        """Return what to do for a lens, with examples of the work; of any job only where nothing nearer is known."""
        apart = {part.trade.name: own for part in self.apart if part.trade and (own := _example(lens, part))}
        example = "" if apart and self.entry.slug == GENERAL and lens not in _LINES else _example(lens, self)
        must = _MUST[lens] if example or apart or lens != "sight" else _NO_EXAMPLE
        said = [self.fill(must) + (f": {example}" if example else "")]
        said += [f"For {name}: {own}" for name, own in apart.items()]
        return " ".join(text if text.endswith(".") else f"{text}." for text in said)


def wording(rows: Sequence[Row]) -> Wording:
    """Return in what words a plan speaks to a group of job descriptions."""
    known = [row for row in rows if row.among != UNCERTAIN]
    slug, most = Counter(row.function for row in known).most_common(1)[0] if known else (OTHER, 0)
    rows = [msgspec.structs.replace(row, trade=_known(row)) for row in rows]
    trades = Counter(row.trade for row in rows if row.trade).most_common()
    name, count = trades[0] if trades else ("", 0)
    if 2 * count > len(rows) and (found := _trade(name, rows)):
        return _of_trade(found, rows, all_of_it=count == len(rows))
    objects = {name: trade for name, _ in trades if (trade := _trade(name, rows))}
    far = {name: trade for name, trade in objects.items() if trade.far}
    odd = sum(count for name, count in trades if name in far)
    general = 2 * most <= len(rows) or _FAR * odd >= len(rows)
    function = entry_for(slug)
    named = function.name if function.slug == slug else "other work"
    about = "; ".join(name for name, _ in trades[:_NAMED] if name in objects)
    apart = objects if general else {name: trade for name, trade in objects.items() if trade.far or trade.reach}
    return Wording(
        slug=slug,
        name=f"{named} (such as {about})" if about and general else named,
        about=about if general else "",
        entry=entry_for(GENERAL) if general else function,
        trade=None,
        rows=tuple(rows),
        customers=_served(rows, _ANYBODY if general else function.customers, fixed=False),
        apart=tuple(
            _of_trade(apart[name], [row for row in rows if row.trade == name], all_of_it=True)
            for name, _ in trades
            if name in apart
        )[:_EACH],
    )


def _known(row: Row) -> str:
    """Return the trade of a job; where its function is uncertain, only one that the title names, not the duties."""
    if row.among != UNCERTAIN:
        return row.trade
    named = trade_for(entry_for(row.function), row.confidence, row.title, ())
    return row.trade if named and named.name == row.trade else ""


def _trade(name: str, rows: Sequence[Row]) -> Trade | None:
    return next(
        (found for row in rows if row.trade == name and (found := trade_named(entry_for(row.function), name))), None
    )


def _of_trade(trade: Trade, rows: Sequence[Row], *, all_of_it: bool) -> Wording:
    """Return the words of a group that is mostly of one trade."""
    slug = Counter(row.function for row in rows if row.trade == trade.name).most_common(1)[0][0]
    function, entry = entry_for(slug), entry_for(slug, trade.name)
    about = trade.name if all_of_it else f"mostly {trade.name}"
    return Wording(
        slug=slug,
        name=f"{function.name}: {about}",
        about=about,
        entry=entry,
        trade=trade,
        rows=tuple(rows),
        customers=_served(rows, entry.customers, fixed=bool(trade.customers)),
    )


def _served(rows: Sequence[Row], usual: str, *, fixed: bool) -> str:
    """Return the word for those served that most texts of the group have themselves, else the usual one.

    Where texts name others, and none those whom the function usually serves, a word that is true of all stands there.

    Args:
        rows: of the group.
        usual: of its function or trade.
        fixed: that is the word of a trade, which is true of all in it.
    """
    named = Counter(row.customers for row in rows if row.named or "those served" in row.corrected)
    word, count = named.most_common(1)[0] if named else ("", 0)
    if 2 * count > len(rows):
        return word
    others = not fixed and 2 * named.total() > len(rows) and usual not in named
    return _ANYBODY if others else usual


def _example(lens: Lens, words: Wording) -> str:
    """Return an example for a lens behind a colon, without full stop unless it is a whole line; empty for none."""
    entry, trade = words.entry, words.trade
    reach = trade.reach if trade else None
    line = _line(lens, words) if lens in _LINES else ""
    lists = trade is None or reach is not None
    close = lists or (trade is not None and not trade.shared)
    usual = "" if trade or entry.slug == GENERAL else next((o.state[0] for o in entry.outputs if o.state), "")
    effect = reach.effect if reach else usual
    found = {
        "customer": f"what {{customers}} get of it is {entry.layers[-1].gets}" if close else "",
        "frame": entry.purpose[0],
        "sight": f"so that {effect}" if effect else "",
        "voice": ", ".join(entry.voice.sources[:3]) if lists else line,
        "authority": line,
        "measure": ", ".join(entry.measures.outcomes[:2]) if lists else line,
        "across": ", ".join(entry.across.partners[:3]) if lists else line,
        "people": ", ".join(text[:1].lower() + text[1:] for text in trade.lines("people")[:2]) if trade else _ATTITUDES,
    }[lens]
    return words.fill(found)


def _line(lens: Lens, words: Wording) -> str:
    """Return the line for a lens that is right for the grade of most, and needs no matter that only some have."""
    lines = words.entry.lines(lens)
    if not lines:
        return ""
    grades = [grade_of(row.title) for row in words.rows]

    def right(line: str) -> tuple[bool, int]:
        return not matters_of(line), sum(is_right_for(line, lens, grade) for grade in grades)

    best = max(lines, key=right).replace("[", "").replace("]", "")
    return best[:1].lower() + best[1:]
