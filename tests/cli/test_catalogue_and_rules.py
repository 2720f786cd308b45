from __future__ import annotations

import json
import re

import pytest

from jdrewrite import catalogue
from jdrewrite.analysis import rules
from jdrewrite.model import LENSES
from tests.part import part

from .conftest import Run


def test_every_rule_is_listed_under_its_lens(run: Run) -> None:
    rows = run("explain").stdout.splitlines()
    headings = [row for row in rows if row in LENSES]
    assert headings == list(LENSES)
    for rule in rules.all_rules().values():
        at = next(n for n, row in enumerate(rows) if row.strip()[2:] == rule.id)
        assert next(row for row in reversed(rows[:at]) if row in LENSES) == rule.lens


def test_every_rule_has_a_page(run: Run) -> None:
    for rule in rules.all_rules().values():
        result = run("explain", rule.id)
        assert result.exit_code == 0
        assert rule.why in result.stdout
        assert all(example in result.stdout for example in (*rule.fires, *rule.quiet))


def test_a_page_shows_no_slot(run: Run) -> None:
    for rule in rules.all_rules().values():
        told = [row for row in rules.page(rule).splitlines() if row.startswith(("says ", "suggestion "))]
        assert not {"{", "}"} & set("".join(told))
    assert "this role exists to ...\n" in run("explain", "purpose.missing").stdout


@pytest.mark.parametrize("name", ["frame", "purpose", "sight"])
def test_a_lens_and_the_first_word_of_ids_list_their_rules(run: Run, name: str) -> None:
    result = run("explain", name)
    assert result.exit_code == 0
    listed = {row.strip()[2:] for row in result.stdout.splitlines() if row.startswith("  ")}
    assert listed == {r.id for r in rules.all_rules().values() if name in {r.lens, r.id.split(".")[0]}} != set()
    assert "did you mean 'purpose.missing'" in run("explain", "purposes").stderr


def test_functions_are_listed_with_their_names(run: Run) -> None:
    out = run("functions").stdout
    for slug, entry in catalogue.functions().items():
        assert f"{slug} " in out
        assert (entry.name if slug != "general" else "any other kind of work") in out


@pytest.mark.long
@pytest.mark.parametrize("slug", part(catalogue.functions(), 4))
def test_an_entry_reads_without_slots_and_brackets(run: Run, slug: str) -> None:
    result = run("functions", slug)
    assert result.exit_code == 0
    assert not {"{", "}", "[", "]"} & set(result.stdout)
    entry = catalogue.load(slug)
    assert entry.customers in result.stdout
    assert all(thing in result.stdout for output in entry.outputs for thing in output.things)
    assert entry.measures.instead_of
    assert all(figure in result.stdout for figure in entry.measures.instead_of)


def test_functions_as_json(run: Run) -> None:
    every = json.loads(run("functions", "--format", "json").stdout)
    assert [f["slug"] for f in every["functions"]] == list(catalogue.functions())
    assert set(re.findall(r"\{\w[^{}]*\}", json.dumps(every["functions"]))) == {"{customers}"}
    one = json.loads(run("functions", "sales", "--format", "json").stdout)
    assert [f["slug"] for f in one["functions"]] == ["sales"]
    assert len(one["functions"][0]["outputs"]) >= 10


def test_functions_as_json_tell_in_which_a_trade_of_several_is_read(run: Run) -> None:
    (entry,) = json.loads(run("functions", "community-public-service", "--format", "json").stdout)["functions"]
    named = {trade["name"]: trade["functions"] for trade in entry["trades"]}
    assert "community-public-service" in named["elections and voter registration"]
    assert [] in named.values()


@pytest.mark.parametrize(
    ("title", "slug"), [("payroll", "human-resources"), ("hr", "human-resources"), ("Nurse", "healthcare")]
)
def test_a_title_stands_for_its_function(run: Run, title: str, slug: str) -> None:
    result = run("functions", title, "--format", "json")
    assert [f["slug"] for f in json.loads(result.stdout)["functions"]] == [slug]
    assert slug in result.stderr


def test_a_title_of_several_functions_has_them_suggested(run: Run) -> None:
    result = run("functions", "account clerk")
    assert result.exit_code == 2
    assert "did you mean accounts-receivable-payable, administration or customer-service" in result.stderr
    assert "did you mean 'engineering'" in run("functions", "enginering").stderr


def test_a_misspelt_title_and_a_part_of_a_name_have_the_right_functions_suggested(run: Run) -> None:
    assert "building trades" in run("functions", "plumer").stderr
    assert "did you mean manufacturing, " in run("functions", "production").stderr
