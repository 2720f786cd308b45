# ruff: noqa: E501 - the table of codes reads better on long lines
"""Derives the words that tell job functions apart from O*NET titles and task statements (CC BY 4.0).

    python tools/function_words.py PATH_TO_ONET OUT.json

Occupations are assigned to functions by their SOC code. For each word or pair of words the weight for a function is
the log of how much more often it stands in that function's titles (or tasks) than in all, smoothed, and only weights
that tell something are kept. The output is what ``jdrewrite.analysis.function`` reads; it holds single words only.
"""

from __future__ import annotations

import csv
import json
import math
import re
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

SOC = """
11-1 general-management|11-2022 sales|11-2032 media-communications|11-2033 community-public-service|11-2 marketing
11-3012 administration|11-3013 facilities-maintenance|11-3021 information-technology|11-3031 finance|11-3051 manufacturing
11-3061 purchasing|11-3071 supply-chain-logistics|11-3131 training-education|11-3 human-resources|11-9021 construction-real-estate
11-9031 training-education|11-9032 training-education|11-9033 training-education|11-9039 training-education|11-9041 engineering
11-9051 hospitality-retail|11-9081 hospitality-retail|11-9111 healthcare|11-9121 science|11-9141 construction-real-estate
11-9151 community-public-service|11-9161 protective-services|11-9 general-management|13-102 purchasing|13-1041 legal-compliance
13-1051 construction-real-estate|13-107 human-resources|13-1081 supply-chain-logistics|13-1082 project-management
13-1111 consulting-strategy|13-1121 marketing|13-1131 community-public-service|13-1141 human-resources|13-1151 training-education
13-1161 marketing|13-2011 accounting|13-2082 accounting|13-2 finance|13-1031 finance
15-1221 research-development|15-1251 engineering|15-1252 engineering|15-1253 quality-assurance|15-1254 engineering
15-1255 design-creative|15-1 information-technology|15-2 data-analytics|17-101 construction-real-estate|17-102 construction-real-estate
17- engineering|19- science|21- community-public-service|23- legal-compliance|25- training-education|27-1 design-creative
27- media-communications|29- healthcare|31- healthcare|33- protective-services|35- hospitality-retail|37- facilities-maintenance
39- hospitality-retail|41-1011 hospitality-retail|41-2 hospitality-retail|41-9022 construction-real-estate|41-9021 construction-real-estate
41- sales|43-3011 accounts-receivable-payable|43-3021 accounts-receivable-payable|43-3031 accounts-receivable-payable
43-3051 human-resources|43-3061 purchasing|43-3071 finance|43-4051 customer-service|43-4161 human-resources
43-4081 hospitality-retail|43-5031 protective-services|43-5 supply-chain-logistics|43-4 customer-service|43-9111 data-analytics
43- administration|45- operations|47- construction-real-estate|49- facilities-maintenance|51-9061 quality-assurance
51- manufacturing|53- supply-chain-logistics|55- protective-services
"""
TABLE = sorted(
    (tuple(entry.split()) for row in SOC.split("\n") for entry in row.split("|") if entry.strip()),
    key=lambda entry: -len(entry[0]),
)
WORD = re.compile(r"[a-z][a-z+#&.-]*[a-z+#]|[a-z]")
RANKS = set(
    "senior junior lead chief head i ii iii iv sr jr of and the for a to in or assistant associate manager director".split()
)
OF_ANOTHER_SENSE = {"equity"}
"""Words of titles that speak for another function in today's titles than in those of O*NET: "Health Equity Officer"."""
KEPT = {"titles": 90, "tasks": 60}
"""Words kept for each function."""


def function_of(soc: str) -> str | None:
    """Return the function of an occupation by the longest code that fits."""
    return next((function for code, function in TABLE if soc.startswith(code)), None)


def terms(text: str) -> set[str]:
    """Return the words of a text and its pairs of neighbours."""
    words = [
        w for w in WORD.findall(text.lower()) if w not in {"of", "and", "the", "for", "a", "to", "in", "or", "with"}
    ]
    return set(words) | {f"{a} {b}" for a, b in pairwise(words)}


def weights(rows: list[tuple[str, str]], kept: int, least: int) -> dict[str, dict[str, float]]:
    """Return for each term its weight in each function for which it speaks."""
    total: Counter[str] = Counter()
    by: dict[str, Counter[str]] = defaultdict(Counter)
    sizes: Counter[str] = Counter()
    for function, text in rows:
        sizes[function] += 1
        for term in terms(text):
            total[term] += 1
            by[function][term] += 1
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for function, counts in by.items():
        scored = []
        for term, n in counts.items():
            if total[term] < least or term in RANKS | OF_ANOTHER_SENSE:
                continue
            # Each function counts the same, however many titles it has.
            here = (n + 0.5) / (sizes[function] + 50)
            mean = sum((by[f][term] + 0.5) / (sizes[f] + 50) for f in by) / len(by)
            weight = math.log(here / mean)
            if weight > 0.6:
                scored.append((weight * math.log(1 + n), weight, term))
        for _, weight, term in sorted(scored, reverse=True)[:kept]:
            found[term][function] = round(weight, 2)
    return dict(sorted(found.items()))


def main(onet: Path, out: Path) -> None:
    """Write the table."""
    titles: list[tuple[str, str]] = []
    for name, column in (
        ("alternate_titles.tsv", "Alternate Title"),
        ("sample_of_reported_titles.tsv", "Reported Job Title"),
    ):
        with (onet / name).open(encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                function = function_of(row["O*NET-SOC Code"])
                if function:
                    titles.append((function, row[column]))
    tasks: list[tuple[str, str]] = []
    with (onet / "task_statements.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            function = function_of(row["O*NET-SOC Code"])
            if function:
                tasks.append((function, row["Task"]))
    table = {"titles": weights(titles, KEPT["titles"], 4), "tasks": weights(tasks, KEPT["tasks"], 8)}
    out.write_text(json.dumps(table, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(table['titles'])} title terms, {len(table['tasks'])} task terms, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
