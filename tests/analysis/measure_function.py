"""Prints how often the function of a job description is found: from titles, from whole texts; no texts.

python -m tests.analysis.measure_function [PATH_TO_SHARED_DATA]
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from jdrewrite.analysis.function import rank
from jdrewrite.analysis.sections import label_statements
from jdrewrite.documents import read
from jdrewrite.language.sentences import sentences
from jdrewrite.model import FunctionGuess
from tests.conftest import shared_folder

LINKEDIN: dict[str, tuple[str, ...]] = {
    "Accounting/Auditing": ("accounting", "accounts-receivable-payable"),
    "Administrative": ("administration",),
    "Advertising": ("marketing",),
    "Analyst": ("data-analytics",),
    "Art/Creative": ("design-creative",),
    "Business Development": ("business-development",),
    "Consulting": ("consulting-strategy",),
    "Customer Service": ("customer-service",),
    "Design": ("design-creative",),
    "Distribution": ("supply-chain-logistics",),
    "Education": ("training-education",),
    "Engineering": ("engineering",),
    "Finance": ("finance",),
    "Health Care Provider": ("healthcare",),
    "Human Resources": ("human-resources",),
    "Information Technology": ("information-technology",),
    "Legal": ("legal-compliance",),
    "Management": ("general-management",),
    "Manufacturing": ("manufacturing",),
    "Marketing": ("marketing",),
    "Product Management": ("product-management",),
    "Production": ("manufacturing",),
    "Project Management": ("project-management",),
    "Public Relations": ("media-communications",),
    "Purchasing": ("purchasing",),
    "Quality Assurance": ("quality-assurance",),
    "Research": ("research-development",),
    "Sales": ("sales",),
    "Science": ("science",),
    "Strategy/Planning": ("consulting-strategy",),
    "Supply Chain": ("supply-chain-logistics",),
    "Training": ("training-education",),
    "Writing/Editing": ("media-communications",),
}
"""LinkedIn's names; "Other" and "General Business" map to nothing."""
LEFT_OUT = {"Other", "Management|Manufacturing"}
GITLAB: dict[str, set[str]] = {
    "alliances": {"business-development"},
    "engineering": {"engineering", "information-technology", "quality-assurance", "data-analytics"},
    "finance": {"finance", "accounting", "accounts-receivable-payable"},
    "legal-and-corporate-affairs": {"legal-compliance"},
    "marketing": {"marketing", "media-communications"},
    "people-ops": {"human-resources"},
    "product": {"product-management", "design-creative", "research-development"},
    "sales": {"sales", "customer-experience", "business-development"},
}
"""Folders of the handbook are departments: a data engineer stands under finance."""
BY_HAND = Path(__file__).with_name("functions_by_hand.tsv")
"""76 texts of all sets, each with the functions that one reader of this project gave it."""

Pairs = Iterable[tuple[Sequence[FunctionGuess], set[str]]]


def titles(data: Path, half: int | None = None) -> Pairs:
    """Yield the guesses from each title, and the functions listed for it.

    Args:
        data: the shared data.
        half: 0 is the half that was looked at when the tables were written, 1 the one held back; None for both.
    """
    with (data / "titles_functions.csv").open(encoding="utf-8") as file:
        for title, listed in listed_titles(csv.DictReader(file), half):
            yield rank(title), listed


def listed_titles(table: Iterable[dict[str, str]], half: int | None = None) -> Iterable[tuple[str, set[str]]]:
    """Yield the titles of a table or of a half of it, each with the functions listed for it."""
    for row in table:
        listed = {slug for name in row["functions"].split("|") for slug in LINKEDIN.get(name, ())}
        part = int(hashlib.sha1(row["title"].encode(), usedforsecurity=False).hexdigest(), 16) % 2
        if listed and row["functions"] not in LEFT_OUT and half in {None, part}:
            yield row["title"], listed


def guesses(path: Path) -> Sequence[FunctionGuess]:
    document = read(str(path))
    spans = [sentences(block.text) for block in document.blocks]
    texts = [b.text[s:e] for b, own in zip(document.blocks, spans, strict=True) for s, e in own]
    sections = label_statements(document.blocks, spans, document.title)
    duties = [t for t, section in zip(texts, sections, strict=True) if section in {"duties", "purpose"}]
    return rank(document.title, duties)


def by_hand(data: Path) -> Pairs:
    for line in BY_HAND.read_text(encoding="utf-8").splitlines():
        path, names = line.split("\t")
        yield guesses(data / "jds" / path), set(names.split("|"))


def gitlab(data: Path) -> Pairs:
    with (data / "jds" / "index.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["set"] == "gitlab":
                yield guesses(data / row["path"]), GITLAB[row["source_function"]]


def accuracy(pairs: Pairs) -> tuple[int, float, float]:
    """Return how many there were, the share with the first guess right, and with one of three right."""
    counts: Counter[str] = Counter()
    for found, listed in pairs:
        counts["all"] += 1
        counts["first"] += found[0].name in listed
        counts["three"] += any(guess.name in listed for guess in found)
    return counts["all"], counts["first"] / counts["all"], counts["three"] / counts["all"]


def stated(pairs: Pairs) -> tuple[float, float]:
    """Return the mean confidence of the first guess, and the share of first guesses that are right."""
    found = [(guesses[0].confidence, guesses[0].name in listed) for guesses, listed in pairs]
    return sum(said for said, _ in found) / len(found), sum(right for _, right in found) / len(found)


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else shared_folder() / "data"
    for label, part in (
        ("titles, seen half", titles(folder, 0)),
        ("titles, held back", titles(folder, 1)),
        ("whole texts by hand", by_hand(folder)),
        ("GitLab departments", gitlab(folder)),
    ):
        found = list(part)
        number, first, three = accuracy(found)
        said, _ = stated(found)
        print(f"{label:22}{number:6}  first {first:.3f}  one of three {three:.3f}  stated {said:.3f}")  # noqa: T201
