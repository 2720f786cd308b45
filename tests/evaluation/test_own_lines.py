"""Whoever accepts a line of the catalogue finds the gap closed for which it was offered."""

import pytest

from jdrewrite.analysis import analyse
from jdrewrite.catalogue import functions
from jdrewrite.documents import read_bytes
from tests.evaluation.own_lines import WANTED, readings, seen

FLOORS = {"voice": 0.94, "measure": 0.92, "across": 0.91, "authority": 0.98, "people": 0.89, "purpose": 0.93}
"""Share of the lines of each kind that the analysis must see; raise them when the figures rise."""


@pytest.fixture(scope="module")
def shares():
    return {kind: there / all_of for kind, (there, all_of) in seen(readings(every=7)).items()}


@pytest.mark.parametrize("kind", WANTED)
def test_the_analysis_sees_the_lines_that_the_product_offers(shares, kind):
    assert shares[kind] >= FLOORS[kind]


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
