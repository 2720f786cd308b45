"""The rationale of a proposal: what a hiring manager would want to know, specific to the line.

The caller counts ``turn`` up from proposal to proposal, so that neighbours are not told the same sentence.
"""

from __future__ import annotations

_CONNECT = (
    "The line says what is done, “{words}”, but not what comes of it; now it does.",
    "Whoever does this work should know what it changes for {customers}; the line says it now.",
    "“{words}” stays as it is. A candidate now also reads why it matters outside the department.",
    "Nothing is taken away; behind “{words}” now stands what it is good for.",
)
_REPLACED = (
    "“{end}” makes the organisation's own good the reason. The act stays, and is now there for the good that it does.",
    "“{end}” follows when the work is done well for {customers}; the line now names what has to come first.",
    "With “{end}” as the goal, {customers} are only a means. The work stays, and has another purpose.",
)
_TURNED = (
    "“{words}” is kept word for word; the line now says for whose good it is reached.",
    "On its own “{words}” asks for a result at any price to {customers}. It stays, and what they get is now part of it.",
    "“{words}” is a means. The rewrite keeps it and names an end behind it.",
)
_LED = (
    "“{words}” stays, and the line no longer ends there: it now says what comes of it for {customers}.",
    "“{words}” is the organisation's own goal, and the line ended there. It now goes one step further.",
    "Nothing is taken out. Whoever weighs “{words}” against other work now knows what it is for.",
)
"""None of these says the effect again: it stands beside the reason, underlined."""
_ADD = {
    "voice": (
        "The text says little of how the role hears {customers}. A new commitment",
        "Hardly a line has the role learn from what {customers} say. It takes some time each month",
        "The text says little of the way by which what {customers} say reaches whoever does this work. A new commitment",
    ),
    "authority": (
        "Nothing in the text says what the role may do for {customers} by itself. It grants a right to decide",
        "The text lists duties and no decision that the role may take for {customers}. This would be one",
        "The text does not say that the role may act for {customers} without asking. The line allows one thing",
    ),
    "measure": (
        "The text names no measure that {customers} would notice. It changes what the role is judged by",
        "Nothing says how the role would know that it served {customers} well. This is one way to see it",
        "The text does not say by what {customers} would know good work from bad. A new yardstick",
    ),
    "across": (
        "The text does not say with whom the role shares what it knows about {customers}. A new commitment",
        "What one department learns of {customers} is of use to others, if it gets there. It costs others time as well",
    ),
    "people": (
        "The requirements name skills and nothing about how {customers} are met. It changes whom you look for",
        "Who serves {customers} well is seen in manners as much as in skills, and the text asks for none. A new requirement",
    ),
    "frame": (
        "No opening sentence says what the role does for {customers}. This one gives the context for all duties below",
        "No sentence before the tasks says whom they are for. This one does",
    ),
}
_FIRST = "{}: agree with the manager first."


def connect(words: str, effect: str, customers: str, turn: int) -> str:
    """Return why an effect was added to a duty.

    Args:
        words: the words of the line to which the effect belongs.
        effect: the effect, as a clause; a reason that speaks of people is for one that names them.
        customers: the text's word for those served; empty where the effect is on anyone.
        turn: counted up from proposal to proposal.
    """
    known: tuple[str, ...] = _CONNECT
    if not customers or customers.lower() not in effect.lower():
        known = tuple(text for text in known if "outside" not in text)
    if not customers:
        known = tuple(text for text in known if "{customers}" not in text)
    return known[turn % len(known)].format(words=words, customers=customers)


def replaced(end: str, customers: str, turn: int) -> str:
    """Return why an inward end was replaced."""
    return _REPLACED[turn % len(_REPLACED)].format(end=end.strip(" ,"), customers=customers)


def turned(words: str, customers: str, turn: int) -> str:
    """Return why an inward aim was bound to those served."""
    return _TURNED[turn % len(_TURNED)].format(words=words, customers=customers)


def led(words: str, customers: str, turn: int) -> str:
    """Return why it was said behind an inward end what it leads to for those served."""
    return _LED[turn % len(_LED)].format(words=words, customers=customers)


def added(lens: str, customers: str, turn: int) -> str:
    """Return why a line was added for a lens."""
    texts = _ADD[lens]
    return _FIRST.format(
        texts[turn % len(texts)].format(customers=customers, Customers=customers[:1].upper() + customers[1:])
    )
