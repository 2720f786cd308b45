"""Composes "my job in the context of customers" from the answers: the person's words, joined and never replaced.

A table holds, for each step, a joint for each shape that an answer can have. A whole sentence needs none.
"""

from __future__ import annotations

from jdrewrite.reflection.exercise import Exercise
from jdrewrite.reflection.shapes import Shape, inside, shape_of, whole

_Joints = dict[Shape, str]
_SHORT = 4
"""Words up to which those served are named a second time as the person named them."""

_EXPECTED: dict[str, Shape] = {"job": "verbs", "use": "verbs", "good": "sentence", "bad": "sentence", "decide": "verbs"}
_JOINTS: dict[str, _Joints] = {
    "job": {
        "verbs": "I {0}.",
        "to": "My job is {0}.",
        "doing": "My job is {0}.",
        "phrase": "My job is {0}.",
        "aside": "I work {0}.",
        "does": "What my job does: {0}.",
    },
    "customers": {"phrase": "In the end this is for {0}.", "aside": "In the end this is {0}."},
    "use": {
        "verbs": "They {0}.",
        "to": "They need it {0}.",
        "doing": "For them it means {0}.",
        "phrase": "There it becomes {0}.",
        "aside": "They use it {0}.",
        "does": "Whoever takes it {0}.",
    },
    "notice": {
        "aside": "My work reaches {people} {0}.",
        "phrase": "My work reaches {people} as {0}.",
        "doing": "My work reaches {people} when they are {0}.",
        "verbs": "My work reaches {people} when they {0}.",
        "to": "My work reaches {people} when they come {0}.",
    },
    "good": {
        "sentence": "On a good day, {0}.",
        "verbs": "On a good day they {0}.",
        "aside": "A good day is {0}.",
        "phrase": "A good day, for them: {0}.",
        "doing": "A good day, for them: {0}.",
        "to": "On a good day they come {0}.",
        "does": "On a good day, any of them {0}.",
    },
    "bad": {
        "sentence": "On a bad one, {0}.",
        "verbs": "On a bad one they {0}.",
        "aside": "A bad one is {0}.",
        "phrase": "A bad one: {0}.",
        "doing": "A bad one: {0}.",
        "to": "On a bad one they have {0}.",
        "does": "On a bad one, any of them {0}.",
    },
    "voice": {
        "phrase": "I hear from them through {0}.",
        "doing": "I hear from them by {0}.",
        "aside": "I hear from them {0}.",
        "to": "To hear from them I have {0}.",
        "nothing": "So far I hear {0} from them.",
    },
    "decide": {
        "verbs": "On my own I may {0}.",
        "to": "For them I am free {0}.",
        "phrase": "On my own I may decide on {0}.",
        "doing": "What I may do for them on my own: {0}.",
        "aside": "I may decide {0}.",
        "nothing": "So far I may decide {0} on my own.",
    },
    "share": {"phrase": "I share what I learn of them with {0}.", "aside": "I share what I learn of them {0}."},
}


def compose(exercise: Exercise) -> str:
    """Return the paragraph, empty where nothing was answered that belongs in it.

    Every answer stands in it word for word; only its first capital and its last stop may change.

    Raises:
        ModelMissing: the language model is not installed.
    """
    parts = [
        _told("job", exercise),
        _told("customers", exercise),
        _handed_on(exercise),
        *(_told(step, exercise) for step in ("use", "notice", "good", "bad", "voice", "decide", "share")),
    ]
    return " ".join(part for part in parts if part)


def paragraph(exercise: Exercise) -> str:
    """Return the person's own version of the paragraph, else the composed one."""
    return exercise.said("paragraph") or compose(exercise)


def _told(step: str, exercise: Exercise) -> str:
    words = exercise.said(step)
    if not words:
        return ""
    shape = shape_of(words, _EXPECTED.get(step, "phrase"))
    joints = _JOINTS[step]
    # "Purchasing and the wards" are people, though the word could be a verb.
    joint = joints.get(shape) or (joints.get("phrase") if shape in {"doing", "verbs"} else None)
    if joint is None or (step in {"good", "bad"} and " day" in words.lower()[:20]):
        return "" if shape == "nothing" else whole(words)
    if step == "bad" and not exercise.said("good"):
        joint = joint.replace(" one", " day", 1)
    if shape == "aside" and words.lower().startswith("from "):
        joint = joint.replace("hear from them", "hear of them")
    # Not format(): the words are the person's, and braces in them are theirs.
    before, _, after = joint.partition("{0}")
    return before.replace("{people}", _people(exercise)) + inside(words, shape) + after


def _handed_on(exercise: Exercise) -> str:
    """Tell what leaves the hands and who takes it next, in one sentence where both are phrases."""
    hands, taker = (exercise.said(step) for step in ("hands", "next"))
    hands, taker = ("" if w and shape_of(w, "phrase") == "nothing" else w for w in (hands, taker))
    if hands and taker and "," not in hands and _is_thing(hands) and _is_thing(taker):
        return f"I hand on {inside(hands)} to {inside(taker)}."
    told = []
    if hands:
        told.append(f"I hand on {inside(hands)}." if _is_thing(hands) else whole(hands))
    if taker:
        told.append(f"It goes next to {inside(taker)}." if _is_thing(taker) else whole(taker))
    return " ".join(told)


def _is_thing(words: str) -> bool:
    """Tell whether an answer names somebody or something, which can stand after "on" or "to"."""
    return shape_of(words, "phrase") in {"phrase", "doing", "verbs"}


def _people(exercise: Exercise) -> str:
    """Return those served as the person called them, where that is short enough to be said again."""
    words = exercise.said("customers").split(",")[0].strip()
    fits = words and len(words.split()) <= _SHORT and shape_of(words, "phrase") == "phrase"
    return inside(words) if fits else "those it is for"
