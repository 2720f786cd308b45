"""Comments on the examples, each with the job description that its writer had in mind; "-" for nobody's.

``seen`` and ``fresh`` were written with the topics, ``mended`` by somebody else and looked at since. ``quarter`` is what
``examples/quarter`` ships.
"""

from __future__ import annotations

import csv
from pathlib import Path

from jdrewrite.voice.routing import Router
from tests.voice.jobs import EXAMPLES, jobs, jobs_in

DATA = Path(__file__).parent / "data"


def sets() -> list[str]:
    return ["quarter", *sorted(path.stem.removesuffix("_jobs") for path in DATA.glob("*_jobs.tsv"))]


def comments(name: str) -> list[tuple[str, str]]:
    """Job description and comment."""
    if name == "quarter":
        wanted = dict(row.split("\t") for row in _lines(DATA / "quarter_jobs.txt"))
        with (EXAMPLES / "quarter" / "comments.csv").open(encoding="utf-8", newline="") as file:
            return [(wanted[str(n)] or "-", row["comment"]) for n, row in enumerate(csv.DictReader(file), 1)]
    return [(right, text) for right, text in (row.split("\t") for row in _lines(DATA / f"{name}_jobs.tsv"))]


def first_jobs(name: str) -> list[tuple[str, str, str]]:
    """Comment, job description that it touches, and the one that was found."""
    rows = comments(name)
    routes = Router(jobs()).route_all([text for _, text in rows])
    return [
        (text, right, route.jobs[0].path if route.jobs and not route.nobody else "-")
        for (right, text), route in zip(rows, routes, strict=True)
    ]


def firms() -> dict[str, list[tuple[str, str, str]]]:
    """By small firm: comment, job description whose work could prevent it, and the one that was found."""
    rows = [row.split("\t") for row in _lines(DATA / "firms" / "comments.tsv")]
    found: dict[str, list[tuple[str, str, str]]] = {}
    firm = ""
    for right, text in rows:
        firm = right.partition("/")[0] if right != "-" else firm
        found.setdefault(firm, []).append((text, right, ""))
    return {name: _of_firm(name, part) for name, part in found.items()}


def _of_firm(name: str, rows: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    router = Router(jobs_in(DATA / "firms" / name, DATA / "firms"))
    routes = router.route_all([text for text, *_ in rows])
    return [
        (text, right, route.jobs[0].path if route.jobs and not route.nobody else "-")
        for (text, right, _), route in zip(rows, routes, strict=True)
    ]


def _lines(path: Path) -> list[str]:
    return [row for row in path.read_text(encoding="utf-8").splitlines() if row[0] != "#"]
