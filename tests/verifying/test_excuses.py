"""What excuses a "not", a promise, a figure or a small verb excuses no more than it was made for."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify
from tests.verifying.told import told


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Prevent leaks and inspect the valves.", "Prevent leaks and do not inspect the valves."),
        ("Work hard and call the guests.", "Work hard and do not call the guests."),
        ("Call customers rather than write.", "Do not call customers, write."),
        ("Phone tenants instead of writing to them.", "Do not phone tenants; write to them."),
        ("Open new accounts for members.", "Do not open new accounts for members yet."),
        (
            "Keep confidential files and tell tenants of changes.",
            "Keep confidential files and do not tell tenants of changes.",
        ),
        ("Resolve complex cases.", "Do not resolve clear cases."),
        ("Do repairs in the hall.", "Do not undertake repairs in the hall."),
        ("Know the tide tables.", "Do not understand the tide tables."),
        ("Serve guests.", "Do not wait on guests."),
        ("Handle few complaints and answer letters.", "Handle few complaints and do not answer letters."),
        ("Serve bread rather than cake.", "Do not serve bread, serve cake."),
        ("Reconcile differences and match receipts.", "Reconcile differences and do not match receipts."),
        ("Repair faults in the pumps and run the tests.", "Repair faults in the pumps and do not run the tests."),
        ("Avoid delays and check the ropes.", "Avoid delays and, when busy, do not check the ropes."),
        ("Avoid delays and check the ropes.", "Do not delay and do not check the ropes."),
        ("Minimise waste and weigh the crates.", "Minimise waste and weigh no crates."),
        ("Call guests before noon.", "Do not call guests before noon."),
        ("Close the shop by nine and clean the bar.", "Do not clean the bar after nine."),
        ("Sell bread until noon and sell cake.", "Do not sell cake after noon."),
        ("Pay bills after the audit and file the receipts.", "Do not file the receipts until the audit."),
        ("Pay bills and, after the audit, file the receipts.", "Do not pay bills until the audit."),
        ("Use the best ropes and greet guests.", "Use the best ropes and greet no more guests than needed."),
        ("Prevent leaks and inspect the valves.", "Prevent leaks with no inspection of the valves."),
        ("Handle private files and share news with staff.", "Handle private files and do not pass news on to staff."),
        (
            "Lead a distributed team and meet them face to face.",
            "Lead a distributed team and do not meet them face to face.",
        ),
    ],
)
def test_a_duty_turned_round_by_not_is_found(original: str, rewrite: str) -> None:
    assert told(verify(original, rewrite))


@pytest.mark.parametrize(
    ("original", "rewrite", "check"),
    [
        ("Send the invoices by Friday.", "Send the invoices after Friday.", "sequence"),
        ("File the returns by the end of May.", "File the returns after the end of May.", "sequence"),
        ("Start the engine after six.", "Start the engine by six.", "sequence"),
        (
            "Drive continuous improvement in the help desk.",
            "Drive continuous improvement in the help desk, so that customers always get an answer.",
            "guarantees",
        ),
        (
            "Answer all calls at the desk.",
            "Answer all calls at the desk, so that customers get the right answer every time.",
            "guarantees",
        ),
        (
            "Watch the kilns constantly.",
            "Watch the kilns constantly, so that potters always have warm clay.",
            "guarantees",
        ),
        (
            "Do not smoke in the hall.",
            "Do not smoke in the hall, so that guests never fall ill.",
            "guarantees",
        ),
        ("Answer all calls and greet guests.", "Answer all calls and greet guests every time.", "guarantees"),
        (
            "Provide continuous support and greet guests.",
            "Provide continuous support and always greet guests.",
            "guarantees",
        ),
        ("Check specific crates.", "Check some specific crates.", "frequency"),
        ("Drive continuous improvement in the galley.", "Always improve the galley.", "guarantees"),
        ("Pay all but the largest invoices.", "Pay the largest invoices.", "frequency"),
        ("Sweep all along the quay.", "Sweep the quay.", "frequency"),
        ("Meet vendors regularly.", "Meet vendors day-to-day.", "frequency"),
        ("Visit growers routinely.", "Visit growers day to day.", "frequency"),
        ("Review regular invoices.", "Review invoices daily in day-to-day work.", "frequency"),
        ("Work the evening shift in our kitchen.", "Work evenings in our kitchen.", "rights"),
        ("Work night shifts from 22:00.", "Work nights from 22:00.", "rights"),
        ("Cover the early shift at the pier.", "Cover early hours at the pier.", "rights"),
        ("Decide on refunds.", "Pass on decisions on refunds.", "rights"),
        ("Decide on moorings for the fleet.", "Record decisions on moorings for the fleet.", "rights"),
        ("Report to the head of claims.", "Give answers to the head of claims.", "rights"),
        ("Report to the bosun.", "Send answers to the bosun.", "rights"),
        ("Lead designers and writers.", "Lead designers and writers, two.", "figures"),
        ("Sort bolts, nuts and nails.", "Sort bolts, nuts and nails, three.", "figures"),
        ("Clean the hall.", "Clean the hall and look after.", "acts"),
        ("Lead the desk.", "Lead the desk and apply.", "acts"),
        ("Mend the nets.", "Mend the nets and draw.", "acts"),
    ],
)
def test_an_excuse_does_not_reach_further(original: str, rewrite: str, check: str) -> None:
    assert check in told(verify(original, rewrite))


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Answer letters sent by customers.", "Answer letters from customers."),
        ("Take calls from customers.", "Take calls made by customers."),
        ("Solve problems raised by tenants.", "Solve problems from tenants."),
        ("Reduce waste by reusing crates.", "Reduce waste from reusing crates."),
        ("Answer letters written by sailors.", "Answer letters from sailors."),
        ("Close the shop by nine.", "Do not close the shop after nine."),
        ("Pay the invoices by Friday.", "Do not pay the invoices after Friday."),
        ("Call guests once the rooms are ready.", "Do not call guests until the rooms are ready."),
        ("Meet growers and close the shop by nine.", "Meet growers, and do not close the shop after nine."),
        (
            "Count the crates and, once they are full, send them.",
            "Count the crates and do not send them until they are full.",
        ),
        ("After approval, send the bills to growers.", "Do not send growers the bills until they are approved."),
        ("Report to the chef.", "Answer to the chef."),
        ("Keep guest files private.", "Do not share guest files."),
        ("Call customers rather than write.", "Call customers, do not write."),
        ("Phone tenants instead of writing to them.", "Phone tenants; do not write to them."),
        ("Serve bread rather than cake.", "Do not serve cake, serve bread."),
        ("Prevent leaks in the hull.", "See that the hull does not leak."),
        ("Prevent waste in the harbour.", "See that there is no waste in the harbour."),
        ("Keep confidential files.", "Keep files that may not be shared."),
        ("Handle customer questions.", "Answer customers."),
        ("Decide on refunds.", "Make decisions on refunds."),
        ("The cook reports to the Harbour Master.", "The cook answers to the Harbour Master."),
        ("Run the operations of the pier.", "Run the day-to-day operations of the pier."),
        ("Work the evening shift in our kitchen.", "Work in our kitchen on the evening shift."),
        ("Manage the shift in thinking.", "Manage the shift in how people think."),
    ],
)
def test_what_says_the_same_still_passes(original: str, rewrite: str) -> None:
    assert verify(original, rewrite).passed, told(verify(original, rewrite))
