"""Reading: files a second for each format, beside markitdown on the same files, in one run.

    python benchmarks/reading.py [COUNT] [--peer PYTHON]

Takes COUNT job descriptions of the shared data where they are (60 unless told), else the examples of this repository,
and all Word and PDF files there are. HTML, CSV, Excel and JSONL files are made of the same texts by this package and
openpyxl. ``--peer`` names the Python of an environment that has markitdown with its extras for PDF, Word and Excel;
``make bench`` puts one under out/. Each side runs in one process, imports and the first file not counted; a table
counts as one file. jdrewrite gives statements that can be edited and go back in place, markitdown gives Markdown.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
KINDS = ("md", "html", "docx", "pdf", "csv", "xlsx", "jsonl")
ROWS = 20
"""Job descriptions in one made table."""
PEER = """
import json, sys, time
from markitdown import MarkItDown
convert = MarkItDown(enable_plugins=False).convert
for kind, files in json.load(sys.stdin).items():
    failed, begin = 0, 0.0
    for number, file in enumerate(files):
        if number == 1:
            begin = time.perf_counter()
        try:
            convert(file)
        except Exception:
            failed += 1
    print(json.dumps([kind, time.perf_counter() - begin, failed]))
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("count", nargs="?", type=int, default=60)
    parser.add_argument("--peer", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        files = collected(Path(place), arguments.count)
        own = {kind: timed(paths) for kind, paths in files.items()}
        peer = beside(arguments.peer, files) if arguments.peer and arguments.peer.exists() else {}
    print(f"{'format':8}{'files':>6}{'jdrewrite':>12}{'markitdown':>12}{'ratio':>8}")
    for kind, paths in files.items():
        rate = (len(paths) - 1) / own[kind]
        other = (len(paths) - 1) / peer[kind][0] if kind in peer else 0.0
        shown = f"{other:12.1f}{rate / other:8.1f}" if other else f"{'-':>12}{'-':>8}"
        failed = f"  markitdown failed on {peer[kind][1]}" if kind in peer and peer[kind][1] else ""
        print(f"{kind:8}{len(paths):6}{rate:12.1f}{shown}{failed}")


def collected(place: Path, count: int) -> dict[str, list[str]]:
    """Return the files of each format; those that are not there are made."""
    import jdrewrite
    from jdrewrite.documents import write_all
    from tests.conftest import shared_folder

    folder = shared_folder()
    texts = sorted((folder / "data/jds").glob("*/*.md") if folder else (ROOT / "examples/markdown").glob("*.md"))
    texts = texts[:: max(1, len(texts) // count)][:count]
    files = {"md": texts}
    documents = [jdrewrite.read(path) for path in texts]
    for kind in ("html", "docx", "pdf"):
        found = sorted((folder / "data" / kind).glob(f"*.{kind}")) if folder else []
        made = kind != "pdf" and not found
        files[kind] = [
            write_all([(d, ())], place / f"{i}.{kind}", clean=True) for i, d in enumerate(documents) if made
        ] or found
    groups = [documents[i : i + ROWS] for i in range(0, len(documents), ROWS)]
    groups = [*groups, *groups[:2]]
    files["csv"] = [table(place / f"{i}.csv", group) for i, group in enumerate(groups)]
    files["xlsx"] = [table(place / f"{i}.xlsx", group) for i, group in enumerate(groups)]
    files["jsonl"] = [write_all([(d, ()) for d in g], place / f"{i}.jsonl") for i, g in enumerate(groups)]
    return {kind: [str(path) for path in files[kind]] for kind in KINDS if len(files[kind]) > 1}


def table(path: Path, documents: list) -> Path:
    """Write a table with a job description a row."""
    rows = [["title", "description"], *([d.title, "\n".join(b.text for b in d.blocks)] for d in documents)]
    if path.suffix == ".csv":
        import csv

        with path.open("w", newline="") as file:
            csv.writer(file).writerows(rows)
    else:
        import openpyxl

        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path)
    return path


def timed(paths: list[str]) -> float:
    from jdrewrite.documents import read_all

    read_all(paths[0])
    begin = time.perf_counter()
    for path in paths[1:]:
        read_all(path)
    return time.perf_counter() - begin


def beside(python: Path, files: dict[str, list[str]]) -> dict[str, tuple[float, int]]:
    """Return seconds and failures of markitdown for each format."""
    done = subprocess.run(
        [str(python), "-c", PEER], input=json.dumps(files), capture_output=True, text=True, check=False
    )
    return {kind: (seconds, failed) for kind, seconds, failed in map(json.loads, done.stdout.splitlines())}


if __name__ == "__main__":
    main()
