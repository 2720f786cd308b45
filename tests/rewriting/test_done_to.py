"""An act is done to a thing where the parse leads from one to the other."""

import pytest

from jdrewrite.language.parse import parse
from jdrewrite.rewriting.offline.done_to import is_done_to


@pytest.mark.parametrize(
    ("text", "act", "thing", "expected"),
    [
        ("Manage the intake and review of vendor invoices.", "Manage", "vendor invoices", True),
        ("Design, build and test interfaces.", "Design", "interfaces", True),
        ("Advocate for accessible pages.", "Advocate", "pages", True),
        ("Plan for accessible pages.", "Plan", "pages", False),
        ("Maintain knowledge of tools.", "Maintain", "tools", False),
        ("Work with support from the vendor.", "support", "vendor", False),
        ("Train staff by using videos.", "Train", "videos", False),
        ("Manage project budgets.", "Manage", "project", False),
        ("Conceive and design solutions.", "Conceive", "design solutions", False),
        ("Ensure that supplies of paper are kept in stock.", "Ensure", "supplies", True),
        ("Ensure that the nurses complete records.", "Ensure", "records", False),
    ],
)
def test_an_act_is_done_to_its_object(text, act, thing, expected):
    start = text.index(thing)
    assert is_done_to(parse(text), text.index(act), start, start + len(thing)) is expected


@pytest.mark.parametrize(
    ("line", "act", "thing", "expected"),
    [
        ("Tune SQL queries every week", "Tune", "queries", True),
        ("Collect and clean data from the field", "clean", "data", True),
        ("Supervises and trains apprentices", "trains", "apprentices", True),
        ("Draft IT policies for the council", "Draft", "policies", True),
        ("Clean test data sets every week", "Clean", "data", False),  # it is sets that are cleaned
        ("Work with support from data specialists", "support", "data", False),
        ("Purchase service equipment", "service", "equipment", False),  # a noun, for nothing joins the two
        ("Train customer and field service technicians", "Train", "customer", False),
        ("Clean equipment and tool storage rooms", "Clean", "equipment", False),
    ],
)
def test_an_act_with_its_object_directly_behind_it_needs_no_parse(line, act, thing, expected):
    start = line.index(thing)
    assert is_done_to(parse(line), line.index(act), start, start + len(thing)) is expected
