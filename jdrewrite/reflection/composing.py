"""Composes "my job in the context of customers" from the answers: the person's words, joined and never replaced.

It follows the work outwards, as the questions do: the job, what leaves the hands, who takes it next and what for, whom
it is for in the end, and where these people notice it. A table holds, for each step, a joint for each shape that an
answer can have.
"""

from __future__ import annotations

from typing import Literal

from jdrewrite.reflection.exercise import Exercise
from jdrewrite.reflection.handing import handed_on
from jdrewrite.reflection.hearing import hear
from jdrewrite.reflection.shapes import Shape, inside, is_act, is_clause, is_person, shape_of, whole

_Joints = dict[Shape | Literal["clause", "any", "not", "often"], str]
_ANY = frozenset({"anything", "nothing", "everything", "all"})
_OFTEN = frozenset({"never", "hardly", "hardly ever", "rarely", "seldom", "sometimes", "often", "almost never"})
"""Answers that tell how often, and not by which way."""
_SHORT = 3
"""Words up to which those served are named a second time as the person named them."""
_EXPECTED: dict[str, Shape] = {"job": "verbs", "good": "sentence", "bad": "sentence", "decide": "verbs"}
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
    "notice": {
        "aside": "{who} notice my work {0}.",
        "phrase": "What they notice of my work: {0}.",
        "doing": "{who} notice my work when {0}.",
        "verbs": "{who} notice my work when they {0}.",
        "to": "{who} notice my work when they come {0}.",
        "sentence": "Where they notice my work: {0}.",
    },
    "good": {
        "sentence": "On a good day, {0}.",
        "verbs": "On a good day {they} {0}.",
        "aside": "A good day is {0}.",
        "phrase": "A good day, for them: {0}.",
        "doing": "A good day, for them: {0}.",
        "to": "On a good day {they} come {0}.",
        "does": "On a good day, any of them {0}.",
    },
    "bad": {
        "sentence": "On a bad one, {0}.",
        "verbs": "On a bad one {they} {0}.",
        "aside": "A bad one is {0}.",
        "phrase": "A bad one: {0}.",
        "doing": "A bad one: {0}.",
        "to": "On a bad one {they} have {0}.",
        "does": "On a bad one, any of them {0}.",
    },
    "voice": {
        "phrase": "I hear from {them} through {0}.",
        "doing": "I hear from {them} by {0}.",
        "aside": "I hear from {them} {0}.",
        "to": "To hear from {them} I have {0}.",
        "sentence": "How I hear from {them}: {0}.",
        "nothing": "From {them} I hear {0}.",
        "not": "What I hear from {them}: {0}.",
        "often": "I {0} hear from {them}.",
    },
    "decide": {
        "verbs": "On my own I may {0}.",
        "to": "For {them} I am free {0}.",
        "phrase": "On my own I may decide about {0}.",
        "clause": "On my own I decide {0}.",
        "any": "On my own I may decide {0}.",
        "not": "What I may decide on my own: {0}.",
        "doing": "What I may do for them on my own: {0}.",
        "aside": "I may decide {0}.",
        "nothing": "On my own I may decide {0}.",
    },
    "share": {
        "phrase": "I should share what I know of {people} with {0}.",
        "aside": "I should share what I know of {people} {0}.",
    },
}


def compose(exercise: Exercise) -> str:
    """Return the paragraph, empty where nothing was answered that belongs in it.

    Every answer stands in it word for word; only its first capital and its last stop may change.

    Raises:
        ModelMissing: the language model is not installed.
    """
    parts = [
        _told("job", exercise),
        handed_on(*(exercise.said(step) for step in ("hands", "next", "use"))),
        *(_told(step, exercise) for step in ("customers", "notice", "good", "bad", "voice", "decide", "share")),
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
    joint = _joint(step, shape, words)
    if joint is None or (step in {"good", "bad"} and " day" in words.lower()[:20]):
        return "" if shape == "nothing" else whole(words)
    if step == "bad" and not exercise.said("good"):
        joint = joint.replace(" one", " day", 1)
    if shape == "aside" and words.lower().startswith("from "):
        joint = joint.replace("hear from", "hear of")
    # Not format(): the words are the person's, and braces in them are theirs.
    before, _, after = joint.partition("{0}")
    for place, people in _named(exercise).items():
        before, after = before.replace(place, people), after.replace(place, people)
    often = step == "voice" and joint == _JOINTS["voice"]["often"]
    return before + inside(words, "verbs" if often else shape) + after


def _named(exercise: Exercise) -> dict[str, str]:
    """Return the words for those served: "they" stands only where they were named just before."""
    words = exercise.said("customers").split(",")[0].strip()
    if not words:
        whom = "those it is for"
        return {"{who}": "Those it is for", "{they}": whom, "{them}": whom, "{people}": whom}
    again = len(words.split()) <= _SHORT and " with " not in words and shape_of(words, "phrase") == "phrase"
    return {"{who}": "They", "{they}": "they", "{them}": "them", "{people}": inside(words) if again else "them"}


def _joint(step: str, shape: Shape, words: str) -> str | None:
    joints = _JOINTS[step]
    if shape == "nothing" and words.lower().startswith("not "):
        return joints.get("not", joints.get(shape))
    if step == "voice" and words.lower().rstrip(".!") in _OFTEN:
        return joints["often"]
    if shape == "phrase" and step == "job" and is_person(words):
        return "My job: {0}."
    if shape == "phrase" and step == "decide":
        if words.split(maxsplit=1)[0].lower() in _ANY:
            return joints["any"]
        return joints["clause" if is_clause(words) else "verbs" if is_act(words) else "phrase"]
    # "Purchasing and the wards" are people, though the word could be a verb.
    return joints.get(shape) or (joints.get("phrase") if shape in {"doing", "verbs"} else None)


def to_check(exercise: Exercise) -> tuple[str, ...]:
    """Return what a person may want to look at in the paragraph: where joined words could say what was not meant.

    Raises:
        ModelMissing: the language model is not installed.
    """
    found = []
    if exercise.said("hands").count(",") > 1:
        found.append(
            "You hand on several things. If they do not all go the same way, name in your own version of the paragraph "
            "which goes to whom."
        )
    job = exercise.said("job")
    if job and exercise.said("customers") and hear([job])[0].frame == "inward":
        found.append("Your first sentence tells what the work is for inside the house. Should it stand?")
    return tuple(found)
