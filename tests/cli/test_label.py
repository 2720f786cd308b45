from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import jdrewrite.analysis
from jdrewrite.model import LENSES

from .conftest import Run

PLAIN = {
    "customer": "none",
    "frame": "neutral",
    "sight": False,
    "voice": False,
    "authority": False,
    "measure": "none",
    "across": "none",
    "people": False,
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Mapping[str, str]]:
    """Label by one word, and keep what was asked for."""
    seen: list[Mapping[str, str]] = []

    def label(lines: Iterator[Mapping[str, str]]) -> Iterator[dict[str, object]]:
        for line in lines:
            seen.append(line)
            named = "external" if "guest" in line["text"] else "none"
            yield {"id": line["id"], "labels": {**PLAIN, "customer": named, "section": "duties"}}

    monkeypatch.setattr(jdrewrite.analysis, "label", label)
    return seen


def test_one_line_out_for_each_line_in(run: Run, asked: list[Mapping[str, str]], tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    rows = [{"id": f"n{i}", "title": "Porter", "text": "Greet guests." if i % 3 else "Lift."} for i in range(150)]
    path.write_text("\n".join(json.dumps(row) for row in rows))
    result = run("label", path)
    assert (result.exit_code, result.stderr) == (0, "")
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert [t["id"] for t in told] == [f"n{i}" for i in range(150)]
    assert all(set(t["labels"]) == {*LENSES, "section"} for t in told)
    assert [t["labels"]["customer"] == "external" for t in told] == [bool(i % 3) for i in range(150)]
    assert asked[0]["title"] == "Porter"


def test_bad_lines_stand_in_their_places(run: Run, asked: list[Mapping[str, str]]) -> None:
    lines = [
        '{"id": 1, "text": "Greet guests."}',
        "{",
        '{"id": 3}',
        '{"id": 4, "title": null, "text": "Lift."}',
    ]
    result = run("label", stdin="\n".join(lines))
    assert result.exit_code == 1
    assert "2 lines could not be used" in result.stderr
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert [t["id"] for t in told] == [1, None, 3, 4]
    assert ["labels" in t for t in told] == [True, False, False, True]


def test_real_labels(run: Run) -> None:
    rows = [
        {"id": "a", "title": "Receptionist", "text": "Help guests plan their stay."},
        {"id": "b", "title": "Receptionist", "text": "Type 60 words a minute."},
    ]
    result = run("label", "-", stdin="\n".join(json.dumps(row) for row in rows))
    assert result.exit_code == 0
    first, second = (json.loads(line)["labels"] for line in result.stdout.splitlines())
    assert (first["customer"], first["frame"]) == ("external", "stewardship")
    assert (second["customer"], second["measure"]) == ("none", "none")


def test_lines_as_powershell_writes_them(run: Run, asked: list[Mapping[str, str]], tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes('{"id": 1, "text": "Greet guests \u010a."}\r\n\r\n{"id": 2, "text": "Lift."}\r\n'.encode("utf-16"))
    result = run("label", path)
    assert result.exit_code == 0
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [1, 2]
    assert [line["text"] for line in asked] == ["Greet guests \u010a.", "Lift."]
