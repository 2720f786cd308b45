"""Lines whose words are those of an entry and whose work is another: the entry says nothing of them."""

import pytest

from jdrewrite import revise
from jdrewrite.catalogue import functions, work
from jdrewrite.catalogue.matching import outputs_in
from jdrewrite.documents import read_bytes

CASES = [
    # entry, a line of its work, a line of other work
    ("records/staff-led", "Manage the maintenance staff.", "Manage daily operations and staff."),
    ("records/managers-coached", "Coach supervisors.", "Advise the supervisor of further repairs."),
    ("records/procedures-set", "Maintain policies and procedures.", "Maintain and adhere to policies and procedures."),
    ("records/dates-kept", "Maintain the project schedule.", "Maintain the schedule of the debt."),
    ("facilities-maintenance/fault-reports", "Report damage to the building.", "Report damage to the vehicle."),
    ("office/financial-reports", "Prepare monthly financial reports.", "Review financial records and general ledgers."),
    ("goods/equipment-repaired", "Repair field equipment.", "Check the repaired equipment."),
    ("goods/equipment-inspected", "Check field equipment.", "Check equipment in and out."),
    ("goods/calibrated", "Calibrate measuring equipment.", "Maintain a balance of work and leisure."),
    ("goods/rooms-set-up", "Set up the meeting room.", "Arrange the bookings of the meeting room."),
    ("papers/deposits", "Collect donations.", "Collect donations of blood."),
    ("papers/campaigns", "Run email campaigns.", "Run campaigns of load tests."),
    ("records/together", "Encourage collaboration.", "Create budgets in collaboration with others."),
    ("records/volunteers-led", "Support volunteers.", "Support the recruitment of volunteers."),
    ("goods/suppliers-kept", "Manage vendors.", "Manage vendors and the cash flow."),
    ("papers/estimates", "Prepare cost estimates.", "Prepare proposals for investors."),
    ("papers/follow-ups", "Track open items.", "Track open items of the punch-list."),
    ("papers/talk-followed", "Check comments on the page.", "Check comments in line with the moderation policy."),
    ("papers/events", "Organise events.", "Organise events for the media."),
    ("people/hiring", "Interview candidates.", "Greet guests and interview candidates."),
    ("people/recruitment-helped", "Support hiring.", "Support the allocation and hiring of crews for a production."),
    ("plant/operate-machines", "Operate machines.", "Operate sweeping machines on the runway."),
    ("science/equipment", "Repair laboratory equipment.", "Clean lab equipment and order reagents."),
    ("science/supplies", "Order reagents.", "Order reagents and food for the field crew."),
    ("science/raw-data", "Record data.", "Enter data into the database."),
    ("software/infrastructure", "Maintain the cloud infrastructure.", "Maintain infrastructure of the farm."),
    ("words/complaints", "Resolve complaints.", "Resolve complaints and protests of vendors."),
    ("hospitality-retail/welcome", "Welcome guests.", "Welcome guests of the tour."),
    ("records/meetings-attended", "Attend all meetings.", "Attend all meetings and trainings."),
    ("records/reports", "Write monthly reports.", "Write monthly reports for donors."),
    ("records/calendars-of-leaders", "Keep the calendar.", "Keep the public calendar."),
    ("records/trainings-held", "Deliver training.", "Deliver training and motivation."),
    ("records/website-current", "Maintain the website.", "Maintain the website and the network."),
    ("healthcare/assist-provider", "Assist the physician.", "Assist the physician with evaluating needs."),
    ("papers/copy", "Write content for the website.", "Write content for the manual."),
    ("papers/contracts", "Prepare agreements.", "Monitor agreements on the availability of a service."),
    ("information-technology/web-content", "Manage the website.", "Manage the website and the network."),
    ("information-technology/feasibility", "Assess the feasibility.", "Provide technical input in data analysis."),
    ("office/financial-reports", "Prepare financial statements.", "Prepare financial statements for donors."),
    (
        "facilities-maintenance/upkeep",
        "Perform maintenance and repairs.",
        "Perform maintenance and repairs on vehicles.",
    ),
]


@pytest.mark.parametrize(("entry", "own", "other"), CASES, ids=[case[0] for case in CASES])
def test_an_entry_is_silent_about_other_work(entry: str, own: str, other: str) -> None:
    slug, name = entry.split("/")
    making = {**functions(), **work()}[slug]
    found = [{match.output.id for match in outputs_in(making, line)} for line in (own, other)]
    assert name in found[0]
    assert name not in found[1]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Sales representative", "Use existing relationships to drive sales."),
        ("Sales representative", "Manage time effectively to increase revenue among all accounts."),
    ],
)
def test_more_sales_stay_the_end(title: str, line: str) -> None:
    text = (
        f"# {title}\n\nWe sell tools to customers.\n\n## Duties\n\n- {line}\n- Visit shops.\n- Call on customers.\n\n"
        "## Requirements\n\n- Two years of experience.\n"
    )
    revision = revise(read_bytes(text.encode(), "sales.md"))
    [told] = [p.proposed for p in revision.proposals if p.original == line]
    assert told.startswith(line[:-1])
