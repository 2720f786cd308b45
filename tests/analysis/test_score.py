"""What must follow from the figures of the score, whatever they are."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import jdrewrite
from jdrewrite.analysis import weights
from jdrewrite.analysis.score import score
from jdrewrite.model import LENSES, BlockKind, Evidence, Labels, Statement

DUTIES = """# Accounts payable clerk

We are a family firm in Leeds. Our customers love us, and we put customers first in everything we do.

## Duties

- Enter vendor invoices into the ledger.
- Match invoices with purchase orders and delivery notes.
- Reconcile vendor statements at the end of the month.
- Prepare the weekly payment run.
- File documents for the auditors.
- Answer the department's telephone.
- Maintain the vendor master list.
- Prepare monthly reports for the controller.
- Support the year-end close.

## Requirements

- Two years of experience in accounts payable.
- Good command of Excel.
"""


def assess(text: str) -> jdrewrite.Assessment:
    return jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"))


def labelled(number: int, section: str = "duties", **labels: object) -> Statement:
    return Statement(
        id=f"s{number}",
        fingerprint=f"{number:012x}-1",
        block=f"b{number}",
        start=0,
        end=9,
        line=number,
        section=section,
        kind=BlockKind.BULLET,
        text=f"Statement {number}",
        labels=Labels(**labels),
        evidence=(Evidence(lens="frame", value="stewardship", start=0, end=9, rule="frame.stewardship.help"),),
    )


def test_the_lenses_share_a_hundred_points():
    assert sum(weights.OUT_OF.values()) == 100
    assert set(weights.OUT_OF) == set(LENSES)


def test_praise_of_the_employer_earns_nothing():
    without = DUTIES.replace("Our customers love us, and we put customers first in everything we do.", "")
    assert assess(DUTIES).score.total == assess(without).score.total


@pytest.mark.parametrize(
    "glue",
    [
        lambda duty: duty.replace(".", " for the customer."),
        lambda duty: duty.replace("- ", "- Customer: "),
        lambda duty: duty.replace(".", " customer."),
        lambda duty: duty.replace(".", ", so that customers are happy."),
        lambda duty: duty.replace(".", ", which helps customers achieve their goals."),
        lambda duty: "- To help customers succeed, " + duty[2].lower() + duty[3:],
    ],
)
def test_stuffing_does_not_pay(glue):
    stuffed = "\n".join(glue(row) if row.startswith("- ") else row for row in DUTIES.split("\n"))
    assert assess(stuffed).score.total <= assess(DUTIES).score.total + 2


AGENCY = [
    "Our client, a leading provider of home care, puts its patients first and improves their lives.",
    "My client is a family business that helps thousands of families to furnish their homes.",
    "They pride themselves on giving customers the best possible experience.",
    "This employer is committed to improving the lives of its customers.",
    "We are recruiting on behalf of our client, who has helped families to feel at home for 40 years.",
]


@pytest.mark.parametrize("praise", AGENCY)
def test_praise_of_an_agencys_client_earns_nothing(praise):
    # Said at the end, where nothing but its own words tell that it is no duty.
    assert assess(DUTIES.replace("## Requirements", f"{praise}\n\n## Requirements")).score.total == (
        assess(DUTIES).score.total
    )


def test_what_an_agencys_client_looks_for_is_the_role():
    sought = "Our client is looking for a clerk who helps suppliers and customers with their questions about invoices."
    assert assess(DUTIES.replace("- Enter", f"{sought}\n\n- Enter")).score.total > assess(DUTIES).score.total + 3


def test_a_true_effect_does_pay():
    better = DUTIES.replace(
        "Prepare the weekly payment run.",
        "Prepare the weekly payment run, so that repairers are paid and customers get their goods on the promised day.",
    )
    assert assess(better).score.total > assess(DUTIES).score.total + 3


@given(
    st.lists(
        st.builds(dict, frame=st.sampled_from(["stewardship", "inward", "neutral"]), sight=st.booleans()),
        max_size=30,
    )
)
def test_score_stays_within_its_bounds_and_every_point_has_a_reason(rows):
    statements = [labelled(n, **row) for n, row in enumerate(rows, 1)]
    result = score(statements, lambda lens: None)
    assert 0 <= result.total <= 100
    for part in result.lenses:
        assert 0 <= part.points <= part.out_of
        if part.points:
            assert sum(reason.points for reason in part.reasons) == pytest.approx(part.points, abs=0.2)


LABELS = st.fixed_dictionaries(
    {
        "customer": st.sampled_from(["external", "internal", "none"]),
        "frame": st.sampled_from(["stewardship", "inward", "neutral"]),
        "sight": st.booleans(),
        "voice": st.booleans(),
        "authority": st.booleans(),
        "measure": st.sampled_from(["customer", "internal", "none"]),
        "across": st.sampled_from(["shares", "none"]),
        "people": st.booleans(),
    }
)
ROWS = st.tuples(st.sampled_from(sorted(weights.SECTION)), LABELS)


@given(st.lists(ROWS, min_size=1, max_size=25), st.data())
def test_what_a_line_says_more_never_takes_points(rows, data):
    at = data.draw(st.integers(0, len(rows) - 1))
    lens = data.draw(st.sampled_from(LENSES))
    section, said = rows[at]
    before = [labelled(n, of, **row) for n, (of, row) in enumerate(rows, 1)]
    more = [*before[:at], labelled(at + 1, section, **said | {lens: AT_ONCE[lens]}), *before[at + 1 :]]
    assert score(more, lambda lens: None).total >= score(before, lambda lens: None).total


def test_a_fifth_lens_takes_nothing_from_four():
    plain = [labelled(n) for n in range(1, 5)]
    four = {"customer": "external", "frame": "stewardship", "sight": True, "voice": True}
    totals = [
        score([*plain, labelled(5, **four, **more)], lambda lens: None).total for more in ({}, {"across": "shares"})
    ]
    assert totals[1] >= totals[0]


def test_inward_duties_take_points_from_stewardship():
    good = [labelled(n, frame="stewardship") for n in range(1, 3)] + [labelled(n) for n in range(3, 9)]
    mixed = good[:-3] + [labelled(n, frame="inward") for n in range(6, 9)]
    assert score(mixed, lambda lens: None).total < score(good, lambda lens: None).total


def test_an_assessment_is_plain_data():
    assessment = assess(DUTIES)
    again = msgspec.json.decode(msgspec.json.encode(assessment), type=type(assessment))
    assert again == assessment


AT_ONCE = {
    "customer": "external",
    "frame": "stewardship",
    "sight": True,
    "voice": True,
    "authority": True,
    "measure": "customer",
    "across": "shares",
    "people": True,
}


@pytest.mark.parametrize("duties", [5, 10, 20])
@pytest.mark.parametrize(
    "said",
    [
        AT_ONCE,  # everything in one breath
        {"customer": "external", "frame": "stewardship", "sight": True},  # and what reaches them
    ],
)
def test_one_clause_says_only_so_much(said, duties):
    plain = [labelled(n) for n in range(1, duties + 1)]
    one = [*plain[:-1], labelled(duties, **said)]
    assert score(one, lambda lens: None).total - score(plain, lambda lens: None).total <= 13
    # Who says the same in duties of their own says more.
    apart = [*plain[:-2], labelled(duties - 1, **said), labelled(duties, **said)]
    assert score(apart, lambda lens: None).total > score(one, lambda lens: None).total + 3


@pytest.mark.parametrize("duties", [10, 20])
@pytest.mark.parametrize("spoken", [1, 3, 6])
def test_one_clause_more_says_only_so_much_where_others_speak(spoken, duties):
    others = [labelled(n, across="shares", people=True) for n in range(1, spoken + 1)]
    plain = [*others, *(labelled(n) for n in range(spoken + 1, duties + 1))]
    three = labelled(duties, customer="external", frame="stewardship", sight=True)
    assert score([*plain[:-1], three], lambda lens: None).total - score(plain, lambda lens: None).total <= 17


def test_a_reason_that_sums_up_statements_tells_their_lines():
    good = [labelled(n, frame="stewardship") for n in range(1, 9)]
    good = [msgspec.structs.replace(s, text=f"Duty {'abcdefgh'[s.line - 1] * 4}", evidence=()) for s in good]
    frame = score(good, lambda lens: None).lens("frame")
    assert [reason.line for reason in frame.reasons] == [1, 2, 3, 4, 5, None]
    assert frame.reasons[-1].text == "and 3 more statements"
    assert frame.reasons[-1].lines == (6, 7, 8)


def test_customers_who_are_only_dealt_with_are_said_to_be_named():
    found = assess("# Clerk\n\n## Duties\n\n- Answers customers' questions about their bills.\n- Files forms.\n")
    assert found.score.lens("voice").points == 0, "answering one question hears nothing that is acted on"
    (reason,) = found.score.lens("customer").reasons
    assert reason.text == "names those served; no line says what good is done to them"
