"""Who does what: acts that pass to others, and doers who change places."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Interview growers about their harvest.", "Growers interview you about their harvest."),
        ("Draft the newsletter with the volunteers.", "Ask the volunteers to draft the newsletter."),
        ("Repair the pumps at the stations.", "Let the technicians repair the pumps at the stations."),
        ("Teach apprentices how to solder.", "Learn from apprentices how to solder."),
        ("Explain the tariffs to tenants.", "Have tenants explain the tariffs to you."),
        ("Send the samples to the laboratory.", "Receive the samples from the laboratory."),
        ("The librarian advises teachers on reading lists.", "Teachers advise the librarian on reading lists."),
        ("The buyer is the main contact for suppliers.", "Suppliers are the main contact for the buyer."),
        ("Help us learn what visitors expect.", "Help visitors learn what we expect."),
        (
            "Inspect the boats and report faults to the harbour master.",
            "Inspect the boats and note the faults that the harbour master reports to you.",
        ),
        (
            "Recommend suppliers to the purchasing committee.",
            "Follow what the purchasing committee recommends to suppliers.",
        ),
        ("Tell us about your experience.", "We will tell you about our experience."),
        ("Design the leaflets.", "Commission the leaflets from designers."),
        ("You will be trained by our senior opticians.", "You will train our senior opticians."),
    ],
)
def test_another_doer_is_found(original: str, rewrite: str) -> None:
    """The act has passed to others, or comes to the role from them."""
    verdict = verify(original, rewrite)
    assert not verdict.passed, (verdict.lost, verdict.invented, verdict.changed)


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Interview growers about their harvest.", "Talk with growers in interviews about their harvest."),
        ("Draft the newsletter with the volunteers.", "Together with the volunteers, draft the newsletter."),
        ("Repair the pumps at the stations.", "Repair the pumps at the stations so that residents have clean water."),
        ("Teach apprentices how to solder.", "Show apprentices how to solder."),
        ("Explain the tariffs to tenants.", "Explain the tariffs to tenants so that they know what they pay."),
        ("The librarian advises teachers on reading lists.", "Teachers are advised by the librarian on reading lists."),
        ("Help customers choose the right lens.", "Help customers to find the right lens."),
        ("Train staff to use the till.", "Train staff so that they can use the till."),
        ("Ensure that drivers log their hours.", "See to it that drivers log their hours."),
        ("Answer questions from patients.", "Answer the questions that patients ask."),
        ("Provide reports to the board.", "Give the board reports."),
        ("Review invoices submitted by suppliers.", "Check the invoices that suppliers submit."),
        ("Coordinate with vendors to schedule deliveries.", "Schedule deliveries together with vendors."),
        (
            "Organises sports days, obtaining consent for each pupil.",
            "Organise sports days and obtain consent for each pupil, so families know where their children are.",
        ),
        ("Watch shoppers and learn what they look for.", "Watch shoppers to learn what they look for."),
    ],
)
def test_same_doer_passes(original: str, rewrite: str) -> None:
    """The role still does it."""
    verdict = verify(original, rewrite)
    assert verdict.passed, (verdict.lost, verdict.invented, verdict.changed)
