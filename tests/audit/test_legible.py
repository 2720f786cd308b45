"""Files whose names are no UTF-8: read as any other, and named in every report so that it can be told which they are."""

import csv
import json
import os
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jdrewrite.audit.legible import encoded, legible
from tests.cli.conftest import Run, run  # noqa: F401 - a fixture

JD = "# Packer\n\n## Duties\n\n- Pack the parcels of the day.\n- Improve the margin.\n- Load the vans of the round.\n"
CAFE, EMPTY = b"caf\xe9.md", b"leer\xff.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "jobs" / os.fsdecode(b"Stra\xdfe")
    try:
        place.mkdir(parents=True)
        for name, text in ((CAFE, JD), (EMPTY, ""), (b"plain.md", JD.replace("parcels", "boxes"))):
            (place / os.fsdecode(name)).write_text(text)
    except OSError:  # as on macOS
        pytest.skip("this disk takes no such names")
    return place


def test_bytes_that_are_no_characters_are_told_apart():
    names = [os.fsdecode(name) for name in (b"caf\xe9", b"caf\xe8", "café".encode())]
    assert [legible(name) for name in names] == [r"caf\xe9", r"caf\xe8", "café"]
    assert json.loads(encoded({"of": (names[0], {names[1]: 1.5})})) == {"of": [r"caf\xe9", {r"caf\xe8": 1.5}]}


def test_all_are_audited_and_every_report_opens(run: Run, folder: Path, tmp_path: Path) -> None:  # noqa: F811
    out, cache = tmp_path / "out", tmp_path / "cache.sqlite"
    named = (folder, folder / os.fsdecode(CAFE))  # as a shell hands them over
    options = ["-o", out, "-j", "1", "--cache", cache, "--report", "all", "--pages", "--function-from", "folder"]
    told = run("audit", *named, *options)
    assert told.exit_code == 3, told.stderr
    place = legible(str(folder))
    read = [rf"{place}/caf\xe9.md", f"{place}/plain.md"]
    report = json.loads((out / "report.json").read_bytes())
    assert [row["path"] for row in report["documents"]] == read
    assert [each["path"] for each in report["errors"]] == [rf"{place}/leer\xff.md"]
    assert {row["unit"] for row in report["documents"]} == {r"Stra\xdfe"}
    with (out / "report.csv").open(encoding="utf-8-sig") as file:
        assert [row["path"] for row in csv.DictReader(file)] == read
    book = load_workbook(out / "report.xlsx")
    assert [cell.value for cell in book["JDs"]["A"][1:]] == read
    assert legible(os.fsdecode(CAFE)) in (out / "report.html").read_text(encoding="utf-8").replace("\\\\", "\\")
    for again in ([], ["--resume"]):
        assert run("audit", *named, *options, *again).exit_code == 3
        assert [row["path"] for row in json.loads((out / "report.json").read_bytes())["documents"]] == read


def test_what_is_corrected_is_named_as_the_report_names_it(run: Run, folder: Path, tmp_path: Path) -> None:  # noqa: F811
    table = tmp_path / "known.csv"
    table.write_text("path,title\n" + legible(str(folder / os.fsdecode(CAFE))) + ",Barista\n")
    options = ["-o", tmp_path / "out", "-j", "1", "--no-cache", "--report", "json", "--corrections", table]
    told = run("audit", str(folder), *options)
    titles = [row["title"] for row in json.loads((tmp_path / "out" / "report.json").read_bytes())["documents"]]
    assert titles == ["Barista", "Packer"], told.stderr
    assert "corrected, and no job" not in told.stderr
