"""Effects that a piece of work does not cause, which editors refused: they are not said of it."""

import re

import pytest

from jdrewrite import analyse
from jdrewrite.catalogue import functions, work
from jdrewrite.catalogue.matching import outputs_in
from jdrewrite.catalogue.trades import handled
from jdrewrite.documents import read_bytes
from jdrewrite.rewriting.offline.engine import OfflineEngine

NOT_CAUSED = {
    # Cheaper transport is no quicker one, and a quicker warehouse shortens no journey.
    "goal-freight-cost": r"\bsooner\b|\btime\b|\bwait",
    "goal-throughput": r"\bon the way\b",
    # Whoever is trained goes on to make mistakes.
    "new-colleagues": r"\bmistakes\b",
    # Fewer papers for those who work leave nobody more time for those whom they serve, where these are their own chiefs.
    "goal-office-efficiency": r"\btime on\b",
    # What is kept well may be asked for anew by whoever does not look it up.
    "account-change": r"\b(?:again|twice)\b",
    "details-kept": r"\b(?:again|twice)\b",
    "staff-data": r"\b(?:again|twice)\b",
    # A kept calendar decides nothing, and whoever leads a team need not be there for every question.
    "calendars-of-leaders": r"\bdecisions?\b",
    "staff-led": r"\bsettled\b",
    # Work in hand is not done yet: whoever asks may have to ask again, and what is mended may break.
    "requests-met": r"\b(?:again|twice)\b",
    "equipment-kept": r"\b(?:nobody|not) (?:has|have) to wait\b|\bdo not have to wait\b",
    # A channel that brings buyers tells nobody what they like to read.
    "message-models": r"\bread\b",
    # Whoever writes the papers of a loan credits no payment, and a warrant proves nothing yet.
    "loans-booked": r"\bcredited\b",
    "warrants": r"\bwas done\b",
    # Data in a register serve more than plans.
    "data-gathered": r"\bplans\b",
}


def entries():
    for field in (*functions().values(), *work().values()):
        yield from (*field.outputs, *field.motives)


@pytest.mark.parametrize("name", NOT_CAUSED)
def test_no_effect_is_said_that_the_work_does_not_cause(name: str) -> None:
    told = [
        text
        for entry in entries()
        if entry.id == name
        for text in (*entry.ability, *entry.state, *getattr(entry, "anyone", ()), *getattr(entry, "then", ()))
    ]
    assert told
    assert not [text for text in told if re.search(NOT_CAUSED[name], text)]


@pytest.mark.parametrize(
    ("items", "speaks"),
    [
        (("Leads trials in the pilot plant", "Manage the pipeline of new snacks", "Leads the tasting"), False),
        (("Generate leads at fairs", "Call prospects", "Keep the sales pipeline up to date"), True),
    ],
)
def test_who_leads_trials_has_no_prospects(items: tuple[str, ...], speaks: bool) -> None:
    trades = [trade.name for trade in handled(functions()["general"], "Food technologist", items, 2)]
    assert ("leads and prospects" in trades) is speaks


def test_transport_at_the_lowest_cost_is_for_cost():
    text = (
        "# Logistics coordinator\n\nWe bring tools to customers.\n\n## Duties\n\n- Organise transport at the lowest cost.\n"
        "- Book lorries.\n- Track shipments of customers.\n\n## Requirements\n\n- Two years in transport.\n"
    )
    assessment = analyse(read_bytes(text.encode(), "logistics-coordinator.md"))
    [duty] = [s.id for s in assessment.statements if "lowest cost" in s.text]
    [told] = [p.proposed for p in OfflineEngine().alternatives(assessment, duty, 1)]
    assert re.search(r"so that .*\b(?:costs?|money|pay)\b", told)
    assert not re.search(r"\bsooner\b|\btime\b", told)


@pytest.mark.parametrize(
    ("function", "duty", "output"),
    [
        ("facilities-maintenance", "Perform maintenance on drains and pot-hole repairs.", r"restrooms|leaks"),
        ("facilities-maintenance", "Repairs pot and sink holes in the roads.", r"restrooms|leaks"),
        ("engineering", "Maintain automation frameworks for regression.", r"breakdowns|machines"),
    ],
)
def test_a_thing_in_another_sense_brings_no_effect_of_its_own(function, duty, output):
    found = outputs_in(functions()[function], duty)
    assert not any(re.search(output, state) for match in found for state in match.output.state)


def test_attendance_brings_nobody_to_the_door():
    state = next(o for field in work().values() for o in field.outputs if o.id == "on-the-plan").state
    assert not any(re.search(r"\bcome\b", said) for said in state)
