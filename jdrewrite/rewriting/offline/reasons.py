"""The rationale of a proposal: what a hiring manager would want to know, specific to the line.

The caller counts ``turn`` up from proposal to proposal, so that neighbours are not told the same sentence.
"""

from __future__ import annotations

from jdrewrite.catalogue import Function

_CONNECT = (
    "The line names the task, “{thing}”, and stops there; the rewrite adds what {customers} have of it. The task itself is unchanged.",
    "Whoever works on “{thing}” decides better knowing what it does for {customers}. Nothing else in the line changes.",
    "“{thing}” reaches {customers} by way of {who}; the rewrite says with what effect.",
    "As it stands, “{thing}” could be an end in itself. The added words say for whom it is done.",
    "A new colleague would not see from this line why “{thing}” matters to {customers}; now it is said.",
    "The duty stays as it is. What is added is the good that “{thing}” does {customers}, so that it can be weighed against haste or habit.",
)
_REPLACED = (
    "“{end}” makes the organisation's own good the reason. The act stays; its reason is now what {customers} get from it.",
    "The line ended in “{end}”. That follows from serving {customers} well, so the rewrite names the cause instead.",
    "With “{end}” as the goal, {customers} are at best a means. The rewrite keeps the work and turns its purpose round.",
)
_TURNED = (
    "The aim is kept word for word, and bound to what {customers} get from it: the figure then follows from the service.",
    "On its own the line asks for a result at any price to {customers}. The rewrite says in which way it is to be reached.",
    "Nothing is taken away from the aim; the rewrite adds that it is to be reached to the good of {customers}.",
)
_ADD = {
    "voice": "Nothing in the text lets the role hear {customers}. This line is a new commitment: agree with the manager first.",
    "authority": "Nothing in the text says what the role may do for {customers} by itself. It grants a right to decide: agree with the manager first.",
    "measure": "The text names no measure that {customers} would notice. It changes what the role is judged by: agree with the manager first.",
    "across": "The text does not say with whom the role shares what it knows. This is a new commitment: agree with the manager first.",
    "frame": "No sentence says what the role is for. This one gives the context for all duties below; agree with the manager first.",
}


def connect(function: Function, thing: str, customers: str, turn: int) -> str:
    """Return why an effect was added to a duty."""
    who = [layer.who for layer in function.layers if layer.who != "{customers}"]
    texts = _CONNECT if who else tuple(text for text in _CONNECT if "{who}" not in text)
    return texts[turn % len(texts)].format(thing=thing, customers=customers, who=who[-1] if who else "")


def replaced(end: str, customers: str, turn: int) -> str:
    """Return why an inward end was replaced."""
    return _REPLACED[turn % len(_REPLACED)].format(end=end.strip(" ,"), customers=customers)


def turned(customers: str, turn: int) -> str:
    """Return why an inward act was bound to those served."""
    return _TURNED[turn % len(_TURNED)].format(customers=customers)


def added(lens: str, customers: str) -> str:
    """Return why a line was added for a lens."""
    return _ADD[lens].format(customers=customers)
