"""What those served are called in the questions: as the person calls them, once that has been said."""

from __future__ import annotations

import re

from jdrewrite.reflection.exercise import Exercise
from jdrewrite.reflection.shapes import inside, shape_of
from jdrewrite.reflection.suggestions import Own, customers_of

PLACE = "{customers}"
_MOST = 6
"""Words up to which an answer is a name; a longer one is a description, and would make the questions hard to read."""
_LEAD = re.compile(r"^(?:(?:it(?: is|'s|’s)|mainly|mostly|in the end|always|just) )*(?:for )?", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:i|me|my|we|us|our|it|not|no|none|nobody|everybody|everyone|anyone|depends|sure|know|unknown)\b",
    re.IGNORECASE,
)
"""Words with which an answer names nobody whom a question could name; "our members" is told from where I stand."""


_ANY = re.compile(r"(?:all |the )*(?:people|those|them|persons|folks?|men|women)", re.IGNORECASE)
"""Of "people who order a kitchen from us" too little to name them by."""
_THEIRS = re.compile(r"^(?:their|his|her) ", re.IGNORECASE)
"""Of somebody named before: "a danger to their parents" would be of nobody."""


def own_word(exercise: Exercise) -> str:
    """Return those served as the person called them, as it stands inside a sentence; empty where nobody was named.

    Raises:
        ModelMissing: the language model is not installed.
    """
    said = _LEAD.sub("", exercise.said("customers").strip().rstrip(".!"))
    for words in (said, said.split(",")[0], re.split(r",| who | that | with ", said)[0]):
        if (
            words
            and not (words != said and _ANY.fullmatch(words))
            and len(words.split()) <= _MOST
            and not _UNSURE.search(words)
            and shape_of(words, "phrase") == "phrase"
        ):
            return _THEIRS.sub("the ", inside(words))
    return ""


def called(exercise: Exercise, own: Own | None = None) -> str:
    """Return the word for those served: the person's, else the job description's, else the function's.

    Args:
        exercise: as far as it has come.
        own: of the person's job description.

    Raises:
        ModelMissing: the language model is not installed.
    """
    return own_word(exercise) or exercise.customers or customers_of(exercise.function, own)


def asked(text: str, exercise: Exercise, own: Own | None = None) -> str:
    """Return a question or a heading with the word for those served; the model is asked for only where it has one.

    Args:
        text: of a step.
        exercise: as far as it has come.
        own: of the person's job description.

    Raises:
        ModelMissing: the language model is not installed.
    """
    return text.replace(PLACE, called(exercise, own)) if PLACE in text else text
