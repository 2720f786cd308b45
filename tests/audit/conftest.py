"""An audit of three files, two of which hold a job."""

from pathlib import Path

import pytest

from jdrewrite.audit import Cache, Head, Journal, Results, Task, find, run
from jdrewrite.audit.reports import REPORTS, write

CLERK = """# =HYPERLINK("x") Accounts Receivable Clerk </script><script>alert(1)</script>

## Duties
- Prepare customer invoices, so that customers can check what they owe.
- Call accounts that are past due to improve cash flow.
- Settle disputes about deliveries with the warehouse and the sales team.
- Maintain the register of credit notes and stock movements each month.

## Requirements
- 3 years of experience in billing.
"""


PACKER = """# Warehouse Packer

## Duties
- Pack orders, so that customers receive what they ordered.
- Resolve disputes about deliveries with the warehouse and the sales team.
- Load the vans of the morning round by noon.
- Count pallets and crates in hall four.
"""


def audited(folder: Path, out: Path) -> Results:
    head = Head(audit="x", begun="2026-01-01T00:00:00", places=(str(folder),))
    with Cache(None) as cache, Journal(out, head, resume=False) as journal:
        list(run(find([str(folder)]), Task(), journal, cache))
    return Results(out)


@pytest.fixture(scope="module")
def results(tmp_path_factory) -> Results:
    folder = tmp_path_factory.mktemp("jobs")
    (folder / "clerk.md").write_text(CLERK)
    (folder / "packer.md").write_text(PACKER)
    (folder / "empty.md").write_text("")
    return audited(folder, tmp_path_factory.mktemp("out") / "results.jsonl")


@pytest.fixture(scope="module")
def written(results, tmp_path_factory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("reports")
    return {kind: write(kind, results, folder).read_bytes() for kind in REPORTS}
