"""Whoever accepts a line of the catalogue finds the gap closed for which it was offered."""

import msgspec
import pytest

from jdrewrite.analysis import analyse
from jdrewrite.catalogue import filled, functions, work
from jdrewrite.documents import read_bytes
from tests import part
from tests.evaluation import own_lines
from tests.evaluation.own_lines import WANTED, Reader, lines, readings, sampled, seen, styles

FLOORS = {"voice": 0.96, "measure": 0.94, "across": 0.925, "authority": 0.985, "people": 0.93, "purpose": 0.945}
"""Share of the lines of each kind that the analysis must see; raise them when the figures rise."""
EVERY = 1 if part.ALL else 7
BY_CHANCE = 0.0 if part.ALL else 0.03
"""By how much a sample of some hundred lines may lie under the share of all."""


@pytest.fixture(scope="module")
def shares():
    return {kind: there / all_of for kind, (there, all_of) in seen(readings(EVERY)).items()}


@pytest.mark.long
@pytest.mark.parametrize("kind", WANTED)
def test_the_analysis_sees_the_lines_that_the_product_offers(shares, kind):
    assert shares[kind] >= FLOORS[kind] - BY_CHANCE


def test_a_line_more_leaves_the_sample_as_it_is(monkeypatch):
    style = styles()[0]
    before = {line.text for line in lines(style) if sampled(line, 7)}
    engineering = functions()["engineering"]
    more = msgspec.structs.replace(engineering, people=("Patience with {customers} in a hurry", *engineering.people))
    monkeypatch.setattr(own_lines, "functions", lambda: {**functions(), "engineering": more})
    after = {line.text for line in lines(style) if sampled(line, 7)}
    assert after - before <= {style.fill(more.people[0])}
    assert before <= after
    assert 0.1 < len(before) / len({line.text for line in lines(style)}) < 0.2


@pytest.mark.long
def test_no_effect_reads_as_an_end_of_the_organisation_itself():
    outputs = [output for making in (*functions().values(), *work().values()) for output in making.outputs]
    effects = [f"customers can {text}" for output in outputs for text in output.ability]
    effects += [text for output in outputs for text in (*output.state, *output.anyone)]
    duties = [f"Process the papers of the day so that {filled(text, 'customers')}." for text in effects]
    found = zip(duties, Reader().read(duties), strict=True)
    assert [duty for duty, reading in found if reading.labels.frame == "inward"] == []


@pytest.mark.parametrize("slug", ["accounts-receivable-payable", "supply-chain-logistics", "information-technology"])
def test_lines_behind_the_duties_close_their_gaps(slug):
    function = functions()[slug]
    duties = ["Process the papers of the day.", "Prepare the report of the month."]
    added = [function.lines(kind)[0] for kind in ("voice", "measure", "authority")]
    before, after = (
        {f.lens for f in _assessed(text).findings if f.statement is None}
        for text in (duties, [*duties, *(line.replace("[", "").replace("]", "") for line in added)])
    )
    assert {"voice", "measure", "authority"} <= before
    assert not {"voice", "measure", "authority"} & after


def _assessed(lines):
    duties = "\n".join(f"- {line.format(customers='customers')}" for line in lines)
    return analyse(read_bytes(f"# Clerk\n\n## Duties\n\n{duties}\n".encode(), "clerk.md"))
