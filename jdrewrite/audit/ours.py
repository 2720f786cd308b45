"""Knows what jdrewrite itself wrote, so that no report or rewrite beside its original is read as a job description.

A file is known by what stands in it, wherever it was moved and whatever it is called now: the mark that reports carry,
or the beginning that only such a file has. What stands behind an address is known by its name beside ``results.jsonl``,
since opening it would cost as much as reading it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath

from jdrewrite import zips
from jdrewrite.audit.addresses import is_address, on_this_machine
from jdrewrite.audit.reports import REPORTS
from jdrewrite.documents.report import GENERATOR

REWRITTEN = ".rewritten"
"""End of the stem of what the commands of a plan write beside the original."""
RESULTS = "results.jsonl"
SUMMARY = "summary.md"
"""What ``rewrite DIR`` writes beside its results."""
_HEAD = 4_096
"""Bytes of a file that are looked at."""
_TAIL = 64
"""Bytes at the end of a text, where its mark stands."""
_MARK = GENERATOR.encode()
_BEGINNINGS: Mapping[str, re.Pattern[bytes]] = {
    "html": re.compile(
        rb"<!doctype html>.{0,1500}(?:%s|<title>Audit of job descriptions</title>)" % _MARK, re.IGNORECASE | re.DOTALL
    ),
    "csv": re.compile(rb"path,title,function,confidence,score,level,"),
    "json": re.compile(
        rb'\{\s*"(?:jdrewrite": *"[^"]+",\s*"schema": *"|'
        rb'version": *1,\s*"documents": *\{\s*(?:\}|"[^"]*": *\{\s*"score")|'
        rb'version": *\d+,\s*"found": *\{\s*(?:\}|"[^"]*": *\{\s*"path"))'
    ),
    "jsonl": re.compile(
        rb'\{"(?:audit":"\w+","begun":|type":"jd","row":\{"path":|type":"error","path":|type":"jdrewrite library")'
    ),
    "text": re.compile(
        rb"::(?:warning|notice) file=[^\n]*,title=[\w.]+::|# Audit of job descriptions\n\n[\d,]+ read, |"
        rb"# Rewritten from [^\n]*\n\n[^\n]*every change passed the verifier"
    ),
    "sarif": re.compile(rb'\{"\$schema":"https://json\.schemastore\.org/sarif'),
}
"""How the files begin that jdrewrite writes, by kind; those of versions without the mark as well."""
_KINDS: Mapping[str, str] = {
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "text",
    ".markdown": "text",
    ".txt": "text",
    ".sarif": "sarif",
}
_NAMES = frozenset({entry.file for entry in REPORTS.values()} | {RESULTS, "proposals.json"})
"""Files in the folder of an audit."""


def written_by_us(path: str, beside: frozenset[str] = frozenset()) -> bool:
    """Tell whether jdrewrite wrote a file: a report, a page, a baseline, a summary, the output of a command.

    Args:
        path: of the file.
        beside: folders, as they are written before the names of their files, that hold results of an audit; asked
            for a file behind an address alone.
    """
    if is_address(path):
        local = on_this_machine(path)
        return _marked(local) if local else _named_so(path, beside)
    return _marked(Path(path))


def _named_so(address: str, beside: frozenset[str]) -> bool:
    from jdrewrite.audit.reports import pages

    folder, _, name = address.rpartition("/")
    page = folder.rpartition("/")[2] == pages.FOLDER and pages.is_page(name)
    return (folder in beside and name in _NAMES) or (page and folder.rpartition("/")[0] in beside)


def folders_of_audits(addresses: Iterable[str]) -> frozenset[str]:
    """Return the folders behind addresses that hold the results of an audit."""
    return frozenset(each.rpartition("/")[0] for each in addresses if each.endswith(f"/{RESULTS}"))


def _marked(path: Path) -> bool:
    ending = path.suffix.lower()
    try:
        if ending in {".xlsx", ".xlsm"}:
            return _is_workbook(path)
        kind = _KINDS.get(ending)
        if kind is None:
            return False
        if not path.is_file():
            return False  # a pipe would wait for ever
        with path.open("rb") as file:
            head = file.read(_HEAD)
            file.seek(max(0, path.stat().st_size - _TAIL))
            tail = file.read(_TAIL)
    except OSError:
        return False  # the reader tells what is wrong with it
    begins = _BEGINNINGS[kind].match(head.removeprefix(b"\xef\xbb\xbf").lstrip())
    return bool(begins) or (kind == "text" and b"<!-- %s -->" % _MARK in tail)


def _is_workbook(path: Path) -> bool:
    """Tell whether a workbook is the report of an audit: by its mark, or by the sheets of one without it."""
    try:
        with zipfile.ZipFile(path) as file:
            names = ("docProps/core.xml", "xl/workbook.xml")
            core, book = (_beginning(file, name) if name in file.namelist() else b"" for name in names)
    except zips.DAMAGED:
        return False
    sheets = re.findall(rb'<sheet\b[^>]*\bname="([^"]*)"', book)
    return _MARK in core or sheets == [b"JDs", b"Statements", b"Findings", b"Functions", b"Errors"]


def _beginning(file: zipfile.ZipFile, name: str) -> bytes:
    with file.open(name) as part:
        return part.read(_HEAD)


def beside_their_original(paths: Sequence[str]) -> set[str]:
    """Return the rewrites whose originals are among the paths: each would count the same job twice.

    A row of a table has its rewrite in a file of its own: ``jobs-12.rewritten.csv`` beside ``jobs.csv``.
    """
    stems: dict[PurePath, set[str]] = {}
    for path in paths:
        stems.setdefault(PurePath(path).parent, set()).add(PurePath(path).stem)
    return {path for path in paths if _has_original(PurePath(path), stems)}


def _has_original(path: PurePath, stems: Mapping[PurePath, set[str]]) -> bool:
    if not path.stem.endswith(REWRITTEN):
        return False
    base = path.stem.removesuffix(REWRITTEN)
    parts = base.split("-")
    return any("-".join(parts[:length]) in stems[path.parent] for length in range(1, len(parts) + 1))


def holds_rewrites(folder: Path) -> bool:
    """Tell whether a folder is the result of ``rewrite DIR``."""
    return _marked(folder / SUMMARY)
