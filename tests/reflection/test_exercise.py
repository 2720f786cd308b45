"""The state machine: no move loses an answer, every way comes to an end, and what is kept comes back."""

from datetime import date

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from jdrewrite.reflection.exercise import (
    END,
    Exercise,
    NotADay,
    answer,
    back,
    commitments,
    forward,
    look_back,
    take_back,
    tidy,
    way,
)
from jdrewrite.reflection.steps import BY_ID, COMMITMENTS, STEPS
from tests.part import tries

TODAY = date(2026, 11, 25)
WORDS = st.one_of(
    st.text(max_size=60), st.sampled_from(["", "in 3 weeks", "\x1b]0;x\x07<script>", "x " * 30_000, "{0} {people}"])
)
MOVES = st.lists(
    st.one_of(
        st.just(("back", "")), st.just(("forward", "")), st.just(("clear", "")), st.tuples(st.just("say"), WORDS)
    ),
    max_size=60,
)


def new() -> Exercise:
    return Exercise(id="x", begun="2026-11-25")


def moved(exercise: Exercise, move: str, words: str) -> Exercise:
    if move == "say":
        try:
            return answer(exercise, words, TODAY)
        except NotADay:
            return exercise
    return {"back": back, "clear": take_back}.get(move, lambda e: forward(e, TODAY))(exercise)


@given(MOVES)
@settings(max_examples=tries(150), deadline=None)
def test_no_move_loses_an_answer(moves: list[tuple[str, str]]) -> None:
    exercise = new()
    for move, words in moves:
        before = exercise
        exercise = moved(exercise, move, words)
        assert exercise.at == END or exercise.at in BY_ID
        gone = {k for k in before.answers if exercise.said(k) != before.said(k)}
        allowed = {before.at, f"{before.at}-by"} if move == "clear" else {before.at} if move == "say" else set()
        assert gone <= allowed
        if move == "say" and before.step and before.step.kind != "date" and tidy(words):
            assert exercise.said(before.at) == tidy(words)
        again = msgspec.json.decode(msgspec.json.encode(exercise), type=Exercise)
        assert again == exercise


@given(MOVES)
@settings(max_examples=tries(60), deadline=None)
def test_from_anywhere_forward_leads_to_the_end_and_back_to_the_first_question(moves: list[tuple[str, str]]) -> None:
    exercise = new()
    for move, words in moves:
        exercise = moved(exercise, move, words)
    ahead = exercise
    for _ in range(len(STEPS) + 1):
        ahead = forward(ahead, TODAY)
    assert ahead.at == END
    assert ahead.finished == "2026-11-25"
    behind = ahead
    for _ in range(len(STEPS) + 1):
        behind = back(behind)
    assert behind.at == "job"
    assert behind.answers == exercise.answers


@given(st.text())
def test_an_answer_is_one_line_without_control_codes(words: str) -> None:
    plain = tidy(words)
    assert plain == " ".join(plain.split())
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in plain)
    assert tidy(plain) == plain


def test_a_date_is_asked_only_of_a_commitment_that_was_made() -> None:
    exercise = msgspec.structs.replace(new(), at="first")
    assert "first-by" not in way(exercise)
    assert answer(exercise, "", TODAY).at == "second"
    made = answer(exercise, "Call the wards", TODAY)
    assert made.at == "first-by"
    try:
        answer(made, "some day", TODAY)
    except NotADay:
        pass
    else:
        raise AssertionError("'some day' is no day")
    done = answer(made, "in 3 weeks", TODAY)
    assert (done.at, commitments(done)) == ("second", [("first", "Call the wards", "2026-12-16")])
    assert commitments(take_back(msgspec.structs.replace(done, at="first"))) == []


def test_looking_back_notes_what_became_of_a_commitment() -> None:
    exercise = msgspec.structs.replace(new(), answers={"first": "Call the wards"})
    noted = look_back(look_back(exercise, "first", "done twice"), "first", "")
    assert [(k.commitment, k.words) for k in noted.kept] == [("first", "done twice")]
    assert set(COMMITMENTS) <= set(BY_ID)
