"""What a proposal is worth to an editor, and which of several are made."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import jdrewrite
from jdrewrite.analysis import entry_for
from jdrewrite.catalogue import functions, outputs_in
from jdrewrite.rewriting.offline.position import position_of
from jdrewrite.rewriting.offline.signs import known_of, mark, signs
from jdrewrite.rewriting.offline.worth import (
    FLOOR,
    LEAST,
    LEAST_OF_NEW,
    LEAST_OF_OWN,
    LEAST_OF_PURPOSE,
    Rated,
    Worth,
    best,
    worths,
    worthwhile,
)
from tests.rewriting.jobs import JOB, nearest

WORTHS = st.lists(st.floats(-1, 1, allow_nan=False), max_size=9)


def assessment(text=JOB):
    document = jdrewrite.read_bytes(text.format(title="Billing Clerk").encode(), "jd.md")
    return jdrewrite.analyse(document, function="accounts-receivable-payable")


def position(found):
    return position_of(found, entry_for("accounts-receivable-payable"), "")


@pytest.fixture(scope="module")
def line():
    found = next(p for p in nearest(assessment()) if not p.source.endswith("/purpose"))
    return msgspec.structs.replace(found, source="accounts-receivable-payable/voice")


def rated(line, worths):
    return [Rated(msgspec.structs.replace(line, id=str(n)), worth) for n, worth in enumerate(worths)]


@given(WORTHS, st.integers(1, 3))
def test_what_is_worth_its_place_is_made_and_else_the_best_up_to_what_is_wanted(line, worths, wanted):
    made = {int(p.id) for p in worthwhile(rated(line, worths), wanted)}
    sure = {n for n, worth in enumerate(worths) if worth >= LEAST_OF_NEW}
    assert sure <= made
    assert made <= {n for n, worth in enumerate(worths) if worth >= FLOOR}
    assert len(made) <= max(wanted, len(sure))
    left = set(range(len(worths))) - made
    assert not made or not left or max(worths[n] for n in left) <= max(min(worths[n] for n in made), FLOOR)


def test_more_is_asked_of_a_new_line_than_of_a_changed_one(line):
    between = (LEAST + LEAST_OF_NEW) / 2
    changed = msgspec.structs.replace(line, kind="connect", source="records/reports")
    assert worthwhile([Rated(line, between), Rated(changed, between)], 0) == [changed]


def test_more_is_asked_of_an_effect_of_work_that_is_not_everyday(line):
    between = (LEAST + LEAST_OF_OWN) / 2
    everyday, own = (
        msgspec.structs.replace(line, kind="connect", source=name) for name in ("records/reports", "accounting/records")
    )
    assert worthwhile([Rated(everyday, between), Rated(own, between)], 0) == [everyday]


def test_less_is_asked_of_what_the_role_is_there_for(line):
    between = (LEAST_OF_PURPOSE + LEAST_OF_NEW) / 2
    purpose = msgspec.structs.replace(line, source="occupations/purpose")
    both = [Rated(line, between), Rated(purpose, between)]
    assert worthwhile(both, 0) == [purpose]
    assert best(both, 1, over=True) == [both[1]]


@given(WORTHS, st.integers(-1, 9))
def test_the_best_stay_in_the_order_in_which_they_came(line, worths, most):
    found = [int(each.proposal.id) for each in best(rated(line, worths), most)]
    assert found == sorted(found)
    assert len(found) == min(max(0, most), len(worths))
    dropped = [worth for n, worth in enumerate(worths) if n not in found]
    assert not found or not dropped or max(dropped) <= min(worths[n] for n in found)


def test_a_line_whose_matter_the_text_has_is_worth_more(line):
    found = assessment()
    worth = Worth(found, position(found))
    near = msgspec.structs.replace(line, proposed="Ask customers which invoices they find hard to read.")
    far = msgspec.structs.replace(line, proposed="Ask customers which wards and operations they find hard to bear.")
    assert worth.of(near, "") > worth.of(far, "")


def test_what_is_learned_from_other_lines_says_less_of_one_of_an_occupation(line):
    found = assessment()
    worth = Worth(found, position(found))
    texts = (
        "Ask customers which invoices they find hard to read.",
        "Ask customers which wards they find hard to bear.",
    )

    def apart(source):
        of = [worth.of(msgspec.structs.replace(line, proposed=text, source=source), "") for text in texts]
        return of[0] - of[1]

    assert 0 < apart("occupations/voice") < apart("accounting/voice")


def test_an_effect_of_one_plain_noun_among_others_is_worth_less_than_that_of_the_whole_duty(line):
    found = assessment()
    whole, part = "Prepare invoices.", "Prepare invoices, files, keys and desks for the branch and the archive."
    worth, making = Worth(found, position(found)), entry_for("accounts-receivable-payable")

    def of(duty):
        match = next(match for match in outputs_in(making, duty) if match.thing == "invoice")
        proposed = duty[:-1] + " so that customers can see what they owe."
        changed = msgspec.structs.replace(line, kind="connect", original=duty, proposed=proposed, source="x/y")
        return worth.of(changed, "", match)

    assert of(whole) > of(part)


def test_signs_name_whom_the_line_names_and_leave_out_what_is_not_there(line):
    found = assessment()
    known = known_of(found, position(found))
    served = signs(msgspec.structs.replace(line, proposed="Ask customers what is unclear."), known, "")
    nobody = signs(msgspec.structs.replace(line, proposed="Ask what is unclear."), known, "")
    assert any(name.startswith("names served") for name in served)
    assert any(name.startswith("names none") for name in nobody)
    assert all(served.values())


def test_what_readers_said_of_the_very_line_counts_until_it_is_worded_anew(line):
    found = assessment()
    worth, table = Worth(found, position(found)), worths()
    lines = [text for making in functions().values() for lens in ("voice", "measure") for text in making.lines(lens)]
    signed = max(lines, key=lambda text: table.get(f"line {mark(text)}", 0))
    refused = min(lines, key=lambda text: table.get(f"line {mark(text)}", 0))
    assert worth.of(line, signed) > worth.of(line, signed + " ")
    assert worth.of(line, refused) < worth.of(line, refused + " ")


def test_what_readers_said_of_an_entry_counts_for_its_effects_and_not_for_new_lines(line):
    known = known_of(assessment(), position(assessment()))
    effect = msgspec.structs.replace(line, kind="connect", original="Send bills.", source="papers/bills")
    assert "entry papers/bills" in signs(effect, known, "")
    assert not any(name.startswith("entry") for name in signs(line, known, ""))


def test_what_readers_said_of_proposals_for_those_whom_a_job_serves_counts(line):
    found, table = assessment(), worths()
    served = {name.removeprefix("serves "): weight for name, weight in table.items() if name.startswith("serves ")}
    both = max(served, key=served.__getitem__), min(served, key=served.__getitem__)

    def of(plural):
        word = msgspec.structs.replace(found.customer_word, plural=plural)
        text = msgspec.structs.replace(found, customer_word=word)
        named = msgspec.structs.replace(line, proposed=f"Ask {plural} which invoices they find hard to read.")
        return Worth(text, position(text)).of(named, "")

    assert of(both[0]) > of(both[1])
