"""The exercise as a state machine: whatever is done, nothing that was said is lost but by saying so."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from jdrewrite.reflection import store
from jdrewrite.reflection.exercise import (
    END,
    Exercise,
    NotADay,
    answer,
    back,
    commitments,
    forward,
    hold,
    look_back,
    take_back,
    tidy,
    way,
)
from jdrewrite.reflection.steps import BY_ID, COMMITMENTS
from tests.part import tries

TODAY = date(2026, 11, 25)
HOSTILE = (
    "",
    " ",
    "in 3 weeks",
    "\x1b]0;x\x07<script>alert(1)</script>",
    "{0} {people} %s",
    "/back",
    "=cmd|' /C calc'!A0",
    "\u202egnirts",
    "a" * 30_000,
    "line\nline\r\nline",
    "\ud800",
)


class Reflecting(RuleBasedStateMachine):
    """Answers, moves, leaves and comes back, and keeps a copy of what should be there."""

    left = Bundle("left")

    @initialize()
    def begin(self) -> None:
        self.exercise = Exercise(id="2026-11-25-001-x", begun="2026-11-25")
        self.said: dict[str, str] = {}
        self.finished = False

    @rule(words=st.one_of(st.sampled_from(HOSTILE), st.text(max_size=80)))
    def say(self, words: str) -> None:
        step = self.exercise.step
        try:
            after = answer(self.exercise, words, TODAY)
        except NotADay:
            assert step is not None
            assert step.kind == "date"
            return
        if step is not None and tidy(words):
            self.said[step.id] = after.said(step.id)
            if step.kind != "date":
                assert after.said(step.id) == tidy(words)
        self.exercise = after

    @rule(words=st.one_of(st.sampled_from(HOSTILE), st.text(max_size=80)))
    def write_and_stay(self, words: str) -> None:
        step, before = self.exercise.step, self.exercise
        self.exercise = hold(before, words, TODAY)
        assert self.exercise.at == before.at
        if step is not None and tidy(words):
            kept = {self.exercise.said(step.id), self.exercise.drafts.get(step.id)}
            assert tidy(words) in kept or step.kind == "date"
            if self.exercise.answers != before.answers:
                self.said[step.id] = self.exercise.said(step.id)

    @rule()
    def go_back(self) -> None:
        self.exercise = back(self.exercise)

    @rule(steps=st.integers(1, 25))
    def go_forward(self, steps: int) -> None:
        for _ in range(steps):
            self.exercise = forward(self.exercise, TODAY)

    @rule()
    def clear(self) -> None:
        self.said.pop(self.exercise.at, None)
        self.said.pop(f"{self.exercise.at}-by", None)
        self.exercise = take_back(self.exercise)

    @rule()
    def leave_and_resume(self) -> None:
        with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
            patch.setenv("JDREWRITE_REFLECTIONS", folder)
            path = store.keep(self.exercise)
            if path is None:
                assert self.exercise.empty
                assert list(Path(folder).iterdir()) == []
                return
            assert path.stat().st_mode & 0o077 == 0
            assert [p.name for p in Path(folder).iterdir()] == [path.name]
            [again] = store.all_of()
        assert again == self.exercise
        self.exercise = again

    @rule(which=st.sampled_from(COMMITMENTS), words=st.sampled_from(("done", "", "not yet")))
    def remember(self, which: str, words: str) -> None:
        self.exercise = look_back(self.exercise, which, words)

    @invariant()
    def nothing_is_lost(self) -> None:
        assert self.exercise.answers == self.said
        assert self.exercise.at == END or self.exercise.at in BY_ID
        assert self.exercise.at == END or self.exercise.at in way(self.exercise) or self.exercise.at.endswith("-by")
        assert [c for c, *_ in commitments(self.exercise)] == [c for c in COMMITMENTS if c in self.said]

    @invariant()
    def once_finished_it_stays_so(self) -> None:
        assert not self.finished or self.exercise.finished
        self.finished = bool(self.exercise.finished)


TestReflecting = Reflecting.TestCase
TestReflecting.settings = settings(max_examples=tries(60), stateful_step_count=40, deadline=None)
