"""Words that the original has already, or that an added effect brings, make up for nothing that the duty lost."""

import pytest

from jdrewrite.verifying import verify

LOST = [
    ("Do not open customers' parcels.", "Open customers' parcels, so that nothing is missing."),
    ("Never leave children unattended.", "Leave children unattended, so that they are free from worry."),
    ("Requests are never refused.", "Requests are refused, so that customers get answers instead of silence."),
    ("Make at least 20 calls over the phone each day.", "Make 20 calls over the phone each day."),
    ("Take a maximum of 10 cases, as long as staff are there.", "Take 10 cases, as long as staff are there."),
    ("Handle most orders from the main warehouse.", "Handle orders from the main warehouse."),
    ("Answer some calls from key accounts.", "Answer calls from key accounts."),
    ("Define metrics for the team.", "Make decisions on metrics for the team."),
    ("Travel to client sites.", "Book trips for client sites."),
    ("Based in Leeds, you visit sites in the north.", "Visit sites in Leeds and in the north."),
]
SAME = [
    ("Remind staff to submit timesheets.", "Ask staff to submit timesheets."),
    ("Respond to complaints and explain policies to customers.", "Respond to complaints from customers and explain policies."),
    ("Support the finance department.", "Support the finance team."),
    ("Ensure the safety of the guest.", "Ensure the safety of every guest."),
    ("Install and start up new equipment.", "Install and commission new equipment."),
    ("Check equipment for faults.", "Check equipment for faults before anyone uses it."),
]  # fmt: skip


@pytest.mark.parametrize(("original", "rewrite"), LOST)
def test_what_was_lost_is_seen(original, rewrite):
    assert not verify(original, rewrite).passed


@pytest.mark.parametrize(("original", "rewrite"), SAME)
def test_everyday_edits_pass(original, rewrite):
    assert verify(original, rewrite).passed


def test_a_contact_that_is_the_main_one_no_longer_is_asked_about():
    verdict = verify("Act as the main contact for suppliers.", "Be suppliers' contact.")
    assert verdict.passed or verdict.doubtful
