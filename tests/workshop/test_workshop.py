"""The workshop in a real process of its own."""

import os
import signal
import time

import pytest

import jdrewrite
from jdrewrite.documents import edited
from jdrewrite.editing.verdicts import refusal
from jdrewrite.model import Edit
from jdrewrite.verifying import verify_documents
from jdrewrite.workshop.client import Apart, Here
from jdrewrite.workshop.orders import Failed, Judge, Judged, Offered, Propose, Read, Reword, Weigh
from tests.editing.conftest import TEXT


def never():
    return False


@pytest.fixture(scope="module")
def document():
    return jdrewrite.read_bytes(TEXT, "clerk.txt")


@pytest.fixture(scope="module")
def apart():
    workshop = Apart()
    yield workshop
    workshop.close()


def one(workshop, order):
    answers = list(workshop.run(order, never))
    assert len(answers) == 1
    return answers[0]


def test_both_workshops_give_the_same_answers(apart, document):
    (assessed,) = Here().run(Read(document=document), never)
    statement = next(s for s in assessed.assessment.statements if "invoices" in s.text)
    edits = tuple(p.edit() for p in one(Here(), Propose(document=document)).proposals[:1])
    for order in (
        Read(document=document),
        Propose(document=document),
        Reword(document=document, statement=statement.id),
        Judge(document=document, pairs=((statement.text, statement.text + " Always."), (None, "Ask callers."))),
        Weigh(document=document, edits=edits),
        Weigh(document=document, edits=edits, function="legal-compliance"),
    ):
        assert one(apart, order) == one(Here(), order)


@pytest.mark.parametrize(
    "words",
    [
        "Water the plants.",
        "Answer the telephone with care.",
        "Answer the telephone politely, so that callers are helped.",
        "Answer the telephone politely within 20 seconds.",
        "Pick up when somebody rings.",
    ],
)
def test_the_verdict_on_words_is_that_on_the_file_with_them(document, words):
    block = next(b for b in document.blocks if "telephone" in b.text)
    edit = Edit(block=block.id, start=0, end=len(block.text), text=words)
    whole = verify_documents(document, edited(document, (edit,)))
    judged = one(Here(), Judge(document=document, pairs=((block.text, words),))).verdicts[0]
    assert (judged.passed, judged.doubtful) == (whole.passed, whole.doubtful)
    assert refusal(judged) == refusal(whole)


def test_another_duty_in_the_place_of_one_is_refused_and_not_in_doubt(document):
    old = "Answer the telephone politely."
    verdict = one(Here(), Judge(document=document, pairs=((old, "Water plants."),))).verdicts[0]
    assert not verdict.passed
    assert not verdict.doubtful
    assert refusal(verdict) == f"lost: {old}; new line, to be agreed with the manager: Water plants."


def test_what_cannot_be_done_is_told_in_words(apart, document):
    answer = one(apart, Propose(document=document, engine="nobody"))
    assert isinstance(answer, Failed)
    assert "there is no such engine" in answer.message
    german = "Sachbearbeiter\n\nSie bearbeiten die Rechnungen unserer Kunden und beantworten ihre Fragen am Telefon.\n"
    declined = one(apart, Read(document=jdrewrite.read_bytes(german.encode(), "a.txt")))
    assert "German" in declined.message


def test_a_fault_in_one_order_does_not_end_the_process(apart, document):
    answer = one(apart, Reword(document=document, statement="s999"))
    assert isinstance(answer, Failed)
    assert isinstance(one(apart, Propose(document=document)), Offered)


def test_a_stopped_order_gives_nothing_and_the_next_one_does(apart, document):
    assert list(apart.run(Read(document=document), lambda: True)) == []
    assert isinstance(one(apart, Propose(document=document)), Offered)


def test_it_starts_again_after_it_was_killed(apart, document):
    order = Judge(document=document, pairs=((None, "Ask callers."),))
    before = one(apart, order)
    assert isinstance(before, Judged)
    killed = apart._process
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    assert one(apart, order) == before
    assert apart._process is not killed


def test_no_process_is_left_when_this_side_closes_its_end(apart, document):
    one(apart, Judge(document=document, pairs=((None, "Ask callers."),)))
    process = apart._process  # it starts again for whoever comes next
    process.stdin.close()
    for _ in range(100):
        if process.poll() is not None:
            break
        time.sleep(0.05)
    assert process.poll() == 0
