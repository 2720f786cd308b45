"""The job description of a clerk, and how it is read."""

import jdrewrite

CLERK = """# Accounts Receivable Specialist

Hinge & Sons supplies workshops all over the north.

## Responsibilities

- {0} customer invoices and send them by e-mail.
- {1} payments to customer accounts every day.
- {2} customers about overdue invoices in order to improve cash flow.
- {3} the weekly aging report for the controller.
- {4} the sales tax return for 12 branches.
- {5} the office plants.

## Requirements

- Two years of experience in accounts receivable.
- Must hold a valid driver's licence.

## Equal opportunity

- We prepare customer invoices without regard to race, religion or disability.
"""


IMPERATIVE = CLERK.format("Prepare", "Post", "Contact", "Prepare", "File", "Water")


def assess(text):
    return jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="accounts-receivable-payable")
