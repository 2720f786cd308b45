"""The published schemas are those of the types, and output keeps to them: no key missing, none unknown."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from jdrewrite.cli import schemas

from .conftest import Run

FOLDER = Path(__file__).parents[2] / "docs" / "json"


@pytest.mark.parametrize("name", list(schemas.SCHEMAS))
def test_the_published_schema_is_that_of_the_types(name: str) -> None:
    published = (FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
    assert published == schemas.text(name), "run: python -m jdrewrite.cli.schemas docs/json"
    jsonschema.Draft202012Validator.check_schema(json.loads(published))


def test_no_schema_is_left_over() -> None:
    assert {path.name for path in FOLDER.glob("*.json")} == {f"{name}.schema.json" for name in schemas.SCHEMAS}


def check(name: str, value: Any) -> None:
    """Validate against the published schema, with keys that it does not know forbidden."""
    schema = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    for part in schema["$defs"].values():
        if "properties" in part:
            part["additionalProperties"] = False
    jsonschema.Draft202012Validator(schema).validate(value)


def test_check(run: Run, analysed: dict[str, object], jd: Path) -> None:
    told = json.loads(run("check", "--format", "json", jd, "missing.md").stdout)
    assert told["documents"]
    assert told["errors"]
    check("check", told)


def test_rewrite(run: Run, revised: dict[str, object], jd: Path) -> None:
    told = json.loads(run("rewrite", "--format", "json", jd, "missing.md").stdout)
    assert told["documents"][0]["proposals"]
    check("rewrite", told)


def test_verify(run: Run, jd: Path) -> None:
    check("verify", json.loads(run("verify", jd, jd, "--format", "json").stdout))


def test_lines(run: Run) -> None:
    good = {"id": "a", "text": "Help guests.", "original": "Help guests.", "rewrite": "Help guests."}
    stdin = json.dumps(good) + "\nbad\n"
    for name, args in (("verify-line", ["verify", "--jsonl", "-"]), ("label-line", ["label"])):
        rows = run(*args, stdin=stdin).stdout.splitlines()
        assert len(rows) == 2
        for row in rows:
            check(name, json.loads(row))


def test_functions(run: Run) -> None:
    check("functions", json.loads(run("functions", "--format", "json").stdout))


def test_listen_and_voice(run: Run, tmp_path: Path) -> None:
    quarter = Path(__file__).parents[2] / "examples" / "quarter"
    before = quarter / "answers-last-quarter.csv"
    told = json.loads(run("listen", quarter / "answers.csv", "--before", before, "--format", "json").stdout)
    assert told["changes"]
    check("listen", told)
    routes = tmp_path / "routes.jsonl"
    some = tmp_path / "comments.csv"
    some.write_text("comment\nMy parcel is late\nI like trains.\nThe bill is wrong\n")
    told = json.loads(run("voice", some, "--format", "json", "--routes", routes).stdout)
    assert told["patterns"]
    assert told["nobody"]
    check("voice", told)
    rows = routes.read_text().splitlines()
    assert len(rows) == 3
    for row in rows:
        check("voice-line", json.loads(row))


def test_audit_and_compare(run: Run, jd: Path, tmp_path: Path) -> None:
    jobs = tmp_path / "jobs"
    jobs.mkdir()
    text = jd.read_text(encoding="utf-8")
    for folder, more in (
        ("before", ""),
        ("after", "\n\n- Help customers plan their visit, so that they arrive rested.\n"),
    ):
        (jobs / "clerk.md").write_text(text + more, encoding="utf-8")
        (jobs / "empty.md").write_text("", encoding="utf-8")
        kept = ["--no-cache", "-j", "1", "--report", "json,jsonl"]
        assert run("audit", jobs, "-o", tmp_path / folder, *kept).exit_code == 3
    told = json.loads((tmp_path / "after" / "report.json").read_text(encoding="utf-8"))
    assert told["documents"]
    assert told["errors"]
    check("audit", told)
    lines = (tmp_path / "after" / "report.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["type"] for line in lines} == {"jd", "error"}
    for line in lines:
        check("audit-line", json.loads(line))
    compared = json.loads(run("compare", tmp_path / "before", tmp_path / "after", "--format", "json").stdout)
    assert compared["better"]
    check("compare", compared)


def test_a_missing_key_or_another_number_is_noticed(run: Run, analysed: dict[str, object], jd: Path) -> None:
    told = json.loads(run("check", "--format", "json", jd).stdout)
    for spoil in (
        lambda value: value.pop("errors"),
        lambda value: value.update(schema="check/2"),
        lambda value: value["documents"][0].pop("notes"),
        lambda value: value["documents"][0]["statements"][0]["labels"].update(frame="sideways"),
    ):
        spoilt = copy.deepcopy(told)
        spoil(spoilt)
        with pytest.raises(jsonschema.ValidationError):
            check("check", spoilt)
