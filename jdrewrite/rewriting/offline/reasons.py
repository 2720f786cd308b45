"""The rationale of a proposal: what a hiring manager would want to know, specific to the line.

The caller counts ``turn`` up from proposal to proposal, so that neighbours are not told the same sentence.
"""

from __future__ import annotations

from jdrewrite.catalogue import Function

_CONNECT = (
    "The line says what is done, “{thing}”, but not for whom; now it says that {effect}.",
    "Whoever does this work should know what it changes for {customers}: {effect}.",
    "“{thing}” reaches {customers} by way of {who}; the line now says to what effect. Nothing else in it changes.",
    "Whoever has to choose how to do “{thing}” now reads what to aim for: {effect}.",
    "The task stays as it is. A candidate now reads why “{thing}” matters outside the department: {effect}.",
    "Nothing is taken away; the line also says what good “{thing}” does: {effect}.",
)
_REPLACED = (
    "“{end}” makes the organisation's own good the reason. The act stays; its reason is now that {effect}.",
    "“{end}” follows when the work is done well for {customers}; the line now names that: {effect}.",
    "With “{end}” as the goal, {customers} are only a means. The work stays, and its purpose is now that {effect}.",
)
_TURNED = (
    "The aim is kept word for word; the line now says for whose good it is reached: {customers} can {aim}.",
    "On its own the line asks for a result at any price to {customers}. Nothing is lost; it now says that they can {aim}.",
    "“{words}” is a means. The rewrite keeps it and names the end that it serves: {customers} can {aim}.",
)
_ADD = {
    "voice": "Nothing in the text lets the role hear {customers}. A new commitment: agree with the manager first.",
    "authority": "Nothing in the text says what the role may do for {customers} by itself. It grants a right to decide: "
    "agree with the manager first.",
    "measure": "The text names no measure that {customers} would notice. It changes what the role is judged by: "
    "agree with the manager first.",
    "across": "The text does not say with whom the role shares what it knows about {customers}. A new commitment: "
    "agree with the manager first.",
    "frame": "No sentence says what the role does for {customers}. This one gives the context for all duties below; "
    "agree with the manager first.",
}


def connect(function: Function, thing: str, effect: str, customers: str, turn: int) -> str:
    """Return why an effect was added to a duty."""
    who = [layer.who for layer in function.layers if layer.who != "{customers}"]
    texts = _CONNECT if who else tuple(text for text in _CONNECT if "{who}" not in text)
    filled = texts[turn % len(texts)].replace("{who}", who[-1] if who else "")
    return filled.format(thing=thing, effect=effect, customers=customers)


def replaced(end: str, effect: str, customers: str, turn: int) -> str:
    """Return why an inward end was replaced."""
    return _REPLACED[turn % len(_REPLACED)].format(end=end.strip(" ,"), effect=effect, customers=customers)


def turned(words: str, aim: str, customers: str, turn: int) -> str:
    """Return why an inward aim was bound to those served."""
    return _TURNED[turn % len(_TURNED)].format(words=words, aim=aim, customers=customers)


def added(lens: str, customers: str) -> str:
    """Return why a line was added for a lens."""
    return _ADD[lens].format(customers=customers)
