"""A duty wholly in other words passes, and its neighbour with a planted fault does not."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify
from tests.verifying.told import told


@pytest.mark.parametrize(
    ("original", "rewrite", "fault", "check"),
    [
        (
            "Water the greenhouse beds as needed.",
            "Water the beds of the greenhouse when called for.",
            "Water the beds of the greenhouse.",
            "frequency",
        ),
        (
            "Sometimes repair the boats of members.",
            "Now and then repair the boats of members.",
            "Repair the boats of members.",
            "frequency",
        ),
        (
            "We work primarily with small farms.",
            "Most of our work is with small farms.",
            "All of our work is with small farms.",
            "frequency",
        ),
        (
            "Carry crates of up to 20 kg.",
            "Carry crates that do not exceed 20 kg.",
            "Carry crates of at least 20 kg.",
            "frequency",
        ),
        (
            "Clean pumps of different makes.",
            "Clean all sorts of pumps, of different makes.",
            "Clean all pumps, of different makes.",
            "frequency",
        ),
        (
            "The harbour clerk reports to the Harbour Master.",
            "The Harbour Master is the boss of the harbour clerk.",
            "The harbour clerk works in the office of the Harbour Master.",
            "rights",
        ),
        (
            "Determine the opening hours of the reading room.",
            "Decide what the opening hours of the reading room are.",
            "Waive the opening hours of the reading room.",
            "rights",
        ),
        (
            "Experience with sailing boats is a plus.",
            "It helps if you have experience with sailing boats.",
            "You must have experience with sailing boats.",
            "modality",
        ),
        (
            "Do not store paint in the boat shed.",
            "Keep paint out of the boat shed.",
            "Store paint in the boat shed, so that nobody is left waiting.",
            "negation",
        ),
        (
            "Wash sterile and non-sterile trays.",
            "Wash trays, sterile or not.",
            "Do not wash sterile trays.",
            "negation",
        ),
        (
            "Continually look for leaks in the hoses.",
            "Never stop looking for leaks in the hoses.",
            "Never miss a leak in the hoses.",
            "guarantees",
        ),
    ],
)
def test_strictness_and_amount_in_other_words(original: str, rewrite: str, fault: str, check: str) -> None:
    assert not told(verify(original, rewrite))
    assert check in told(verify(original, fault))


@pytest.mark.parametrize(
    ("original", "rewrite", "fault"),
    [
        (
            "Read the gauges to check temperatures of the ovens.",
            "Read the gauges to check how hot the ovens are.",
            "Read the gauges to check the colours of the ovens.",
        ),
        (
            "Reply to inquiries from visitors and tenants.",
            "Reply when visitors and tenants ask questions.",
            "Reply when visitors ask questions.",
        ),
        (
            "Repair ropes, sails, and other materials used at sea.",
            "Repair what is used at sea: ropes, sails and the like.",
            "Repair what is used at sea: ropes and the like.",
        ),
        (
            "Know one of the following languages: Dutch or Danish.",
            "Know either Dutch or Danish.",
            "Know Dutch.",
        ),
        (
            "Work cross-functionally on the timetable of the ferries.",
            "Work across functions on the timetable of the ferries.",
            "Work across functions on the colours of the ferries.",
        ),
        (
            "Check the ropes of the ferry.",
            "Check the ropes of the ferry; passengers can then rely on them.",
            "Check the ropes of the ferry; you can then hire sailors.",
        ),
        (
            "Study the tide tables to determine the hours of the ferry.",
            "Study the tide tables so that the hours of the ferry are settled.",
            "Study the tide tables.",
        ),
    ],
)
def test_content_in_other_words(original: str, rewrite: str, fault: str) -> None:
    assert not told(verify(original, rewrite))
    assert told(verify(original, fault))


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Require that visitors sign the book.", "Keep the book that visitors sign."),
        ("Inspect the lifeboats before each trip.", "Rework the lifeboats before each trip."),
        ("Shift nets between the boats.", "Work the night shift on the boats with the nets."),
        ("Recommend a new ferry to the board.", "Decide on a new ferry for the board."),
    ],
)
def test_what_excuses_lets_no_other_act_through(original: str, rewrite: str) -> None:
    assert told(verify(original, rewrite))


def test_three_gaps_with_new_words_are_for_a_person_to_look_at() -> None:
    verdict = verify(
        "Amuse toddlers with puppets in the foyer of the playhouse.",
        "Make toddlers laugh with dolls in the hallway of the playhouse.",
    )
    assert not verdict.passed
    assert verdict.doubtful
