"""Composes "my job in the context of customers" from the answers: the person's words, joined and never replaced.

It follows the work outwards, as the questions do: the job, what leaves the hands, who takes it next and what for, whom
it is for in the end, and where these people notice it.
"""

from __future__ import annotations

import re
from typing import Literal

from jdrewrite.reflection.exercise import Exercise
from jdrewrite.reflection.handing import handed_on
from jdrewrite.reflection.hearing import hear
from jdrewrite.reflection.joints import JOINTS
from jdrewrite.reflection.seeming import is_clipped
from jdrewrite.reflection.shapes import Shape, inside, is_act, is_clause, may_be_act, shape_of, whole

_ANY = frozenset({"anything", "nothing", "everything", "all"})
_OFTEN = frozenset({"never", "hardly", "hardly ever", "rarely", "seldom", "sometimes", "often", "almost never"})
"""Answers that tell how often, and not by which way."""
_SAYS_LITTLE = re.compile(r"(nothing|very little|little|hardly anything)\b", re.IGNORECASE)
_QUOTES = "\"'“‘"
_WHEN = frozenset({"when", "whenever", "if"})
_SHORT = 3
"""Words up to which those served are named a second time as the person named them."""
_EXPECTED: dict[str, Shape] = {"job": "verbs", "good": "sentence", "bad": "sentence", "decide": "verbs"}


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
    often = step == "voice" and joint == JOINTS["voice"]["often"]
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
    joints = JOINTS[step]
    first = words.split(maxsplit=1)[0].lower()
    if shape == "nothing":
        return joints.get("nothing" if _SAYS_LITTLE.match(words) else "not")
    if shape == "sentence":
        return _of_sentence(step, words)
    if step == "voice" and words.lower().rstrip(".!") in _OFTEN:
        return joints["often"]
    if step == "voice" and words[0] in _QUOTES:
        return joints["not"]
    if step == "customers" and first == "for":
        return joints["for"]
    if step in {"good", "bad"} and shape == "aside":
        return joints["when" if first in _WHEN else "loose"]
    if shape == "phrase":
        return joints[_of_phrase(step, words, first)]
    # "Purchasing and the wards" are people, though the word could be a verb.
    return joints.get(shape) or joints["phrase" if shape == "doing" and step == "share" else "loose"]


def _of_sentence(step: str, words: str) -> str | None:
    """Return the joint before a sentence; none where it stands by itself."""
    joint = JOINTS[step].get("sentence")
    return JOINTS[step]["loose"] if joint and is_clipped(words) else joint


def _of_phrase(step: str, words: str, first: str) -> Literal["phrase", "clause", "any", "loose", "verbs"]:
    """Return which joint fits before a phrase, by what it tells."""
    if step == "decide" and first in _ANY:
        return "any"
    if step in {"decide", "job"} and is_clause(words):
        return "clause"
    if step == "decide" and may_be_act(words):
        return "verbs" if is_act(words) else "loose"
    return "phrase"


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
