"""Acts that pass to others, sides that change, times that turn round, and kinds that widen, told by the grammar."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify
from tests.verifying.told import told


@pytest.mark.parametrize(
    ("original", "rewrite", "check"),
    [
        (
            "Answer letters from local growers and sort the seed samples.",
            "Answer letters from local growers, who sort the seed samples.",
            "actors",
        ),
        (
            "Meet with the harbour pilots and inspect the buoys.",
            "Meet with the harbour pilots, who inspect the buoys.",
            "actors",
        ),
        ("Supervise the apprentices in the boatyard.", "Be supervised by the apprentices in the boatyard.", "actors"),
        ("Train new bell ringers.", "Be trained by new bell ringers.", "actors"),
        (
            "Negotiate berths with shipowners alongside the harbour master.",
            "Alongside shipowners, negotiate berths with the harbour master.",
            "participants",
        ),
        (
            "Bargain over prices with growers, side by side with the cooks.",
            "Bargain over prices with the cooks, side by side with growers.",
            "participants",
        ),
        ("Accept entries until Friday noon.", "Accept entries after Friday noon.", "sequence"),
        ("Fill in the log at the time of the landing.", "Fill in the log before the landing.", "sequence"),
        ("Repair complex clocks.", "Repair clocks, simple or complex.", "opposites"),
        ("Sort incoming crates.", "Sort crates, incoming and outgoing.", "opposites"),
        (
            "Write a plan for the whole orchard.",
            "Write a plan that covers the tool shed and the whole orchard.",
            "content",
        ),
        ("Send letters to public gardeners.", "Send letters to the public.", "content"),
    ],
)
def test_a_fact_turned_round_is_found(original: str, rewrite: str, check: str) -> None:
    assert check in told(verify(original, rewrite))


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("The harbour clerk keeps the berth lists.", "The berth lists are kept by the harbour clerk."),
        ("Meet with the harbour pilots and inspect the buoys.", "Inspect the buoys and meet with the harbour pilots."),
        (
            "Negotiate berths with shipowners alongside the harbour master.",
            "Alongside the harbour master, negotiate with shipowners over berths.",
        ),
        ("Accept entries until Friday noon.", "Accept entries, though not after Friday noon."),
        ("Write a plan that covers the orchard.", "Write a plan which spans the orchard."),
    ],
)
def test_the_same_fact_in_another_order_passes(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert verdict.passed, told(verdict)


@pytest.mark.parametrize(
    ("original", "rewrite", "check"),
    [
        (
            "Meet with pilots and cooks to plan the supper.",
            "Pilots and cooks meet with others to plan the supper.",
            "actors",
        ),
        ("Interview growers about the frost.", "Let growers interview you about the frost.", "actors"),
        ("Repair the pumps.", "Have the pumps repaired.", "actors"),
        ("Mend leaks in the tanks.", "Report leaks in the tanks, so that they can be mended.", "actors"),
        ("Stack tested crates for the ferry.", "Stack crates for the ferry, and test them.", "actors"),
        ("Write menus, based on the tide tables.", "Write menus, whatever the tide tables.", "negation"),
        ("Arrange for transporting the bells to the island.", "Transport the bells to the island.", "acts"),
        ("Serve bread rather than cake to the crew.", "Serve bread and cake to the crew.", "negation"),
        ("Train crew members, including cooks, in the use of ropes.", "Train cooks in the use of ropes.", "scope"),
        (
            "Work with the Choir and the Garden teams on choir suppers.",
            "Work with the Garden team on choir suppers.",
            "names",
        ),
        ("Repair rural bridges.", "Repair urban bridges.", "opposites"),
        ("Keep within the limits set by the bosun.", "Set limits for the bosun.", "actors"),
        ("Help growers who sell pears.", "Sell pears with growers who need help.", "actors"),
        ("Follow advice from the cook.", "Give advice to the cook.", "participants"),
        ("Bake under the guidance of a pastry cook.", "Guide a pastry cook in baking.", "reporting"),
        ("Tell growers of frost.", "Keep frost from growers.", "negation"),
        ("Ring the bell if a boat is late.", "Ring the bell unless a boat is late.", "opposites"),
        ("Support the cooks in writing menus.", "Write menus with the support of the cooks.", "scope"),
        (
            "Advise growers on frost and cover their beds.",
            "Advise growers on frost as they cover their beds.",
            "actors",
        ),
        ("Prepare the menu for the bosun to review.", "Review the menu that the bosun prepares.", "actors"),
        ("Answer questions from sailors on tides.", "Ask sailors questions on tides.", "opposites"),
        ("Provide growers with advice on frost.", "Handle frost with advice from growers.", "participants"),
        ("Issue permits for boat races.", "Apply for permits for boat races.", "opposites"),
        ("Inspect the engines during the crossing.", "Inspect the engines after the crossing.", "sequence"),
        ("Keep the tide tables and logs.", "Let growers keep the tide tables and logs.", "actors"),
    ],
)
def test_another_doer_or_another_ground_is_found(original: str, rewrite: str, check: str) -> None:
    assert check in told(verify(original, rewrite))


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Keep up with new tides and charts.", "Do not let new tides and charts pass you by."),
        ("Serve bread rather than cake to the crew.", "Serve the crew bread, not cake."),
        ("Compare all offers before placing an order.", "Do not place an order until all offers have been compared."),
        ("Write notes for each voyage.", "No voyage goes without notes, which you write."),
        ("Own the supper plan.", "The supper plan is yours."),
        ("The cook reports to the Harbour Master.", "The Harbour Master is the person to whom the cook reports."),
        ("Make the required repairs to the pumps.", "Make the repairs that the pumps need."),
        ("Work with the Choir, Kitchen and Garden teams.", "Work with three teams: Choir, Kitchen and Garden."),
        ("Co-ordinate the ferry suppers.", "Coordinate the ferry suppers."),
        ("Review SOP’s for the ferry.", "Review the SOPs for the ferry."),
        ("Plan and execute the harvest.", "Plan the harvest and put it into effect."),
        ("Give continuous advice to growers.", "Give growers advice all the time."),
    ],
)
def test_the_same_fact_told_the_other_way_round_passes(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert verdict.passed, told(verdict)
