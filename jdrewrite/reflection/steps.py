"""The questions of the exercise, in their order. Adding one is one line here and one in ``composing`` if it is told."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["words", "draft", "date"]
COMMITMENTS = ("first", "second", "third")
"""Ids of the commitments; each has a date under ``<id>-by``."""


class Step(msgspec.Struct, frozen=True):
    """One question."""

    id: str
    part: str
    """Heading under which it is asked."""
    ask: str
    """Here and in the heading, ``{customers}`` is the function's word for those served."""
    kind: Kind = "words"
    """``draft`` shows the composed paragraph and takes an edited one; ``date`` takes a day."""


_ONION = "From your desk to the doorstep"
TITLE = "My job in the context of {customers}"
_REACH = "What you may do, and what you need"
_NEXT = "What comes of it"


def _commitment(name: str) -> tuple[Step, Step]:
    return (
        Step(name, _NEXT, f"What will you do for {{customers}}? The {name} of up to three commitments."),
        Step(f"{name}-by", _NEXT, "By when? (31 December, in 3 weeks, Friday, every Monday)", "date"),
    )


STEPS: tuple[Step, ...] = (
    Step("job", "Your job", "What is your job? Say it as you would to a neighbour."),
    Step("hands", _ONION, "What leaves your hands when your work is done?"),
    Step("next", _ONION, "Who takes it next?"),
    Step("use", _ONION, "What do they do with it?"),
    Step("customers", _ONION, "For whom is it in the end? Name the people as you would call them."),
    Step("notice", _ONION, "Where, or when, do these people come upon your work?"),
    Step("good", _ONION, "How would they notice that you had a good day?"),
    Step("bad", _ONION, "And a bad one?"),
    Step("voice", "What they say", "How do you hear from them, or what do they say about your work?"),
    Step("decide", _REACH, "What may you decide for them by yourself?"),
    Step("need", _REACH, "What do you need to do right by them: information, tools, a say?"),
    Step("share", _REACH, "With whom should you share what you know of them?"),
    Step("nobody", _REACH, "What is a no-brainer that nobody fixes?"),
    Step("paragraph", TITLE, "Keep this with an empty line, or write your own.", "draft"),
    *(step for name in COMMITMENTS for step in _commitment(name)),
    Step("ask", _NEXT, "What one thing do you ask of your manager?"),
    Step("jd", _NEXT, "What should your job description say about {customers} that it does not say now?"),
)
BY_ID = {step.id: step for step in STEPS}
