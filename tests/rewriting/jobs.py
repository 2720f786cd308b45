"""A job whose title is to be chosen, and the new lines it gets."""

import jdrewrite

JOB = """# {title}

## Duties

- Prepare invoices for customers and send them by e-mail.
- Post payments to the accounts of customers every day.
- Keep the files of the branch in order.
- Answer letters about bills.

## Requirements

- Two years of experience in an office.
- A valid driving licence.
"""


def sources(duties):
    text = "# Accountant\n\n## Duties\n\n" + "".join(f"- {duty}\n" for duty in duties)
    document = jdrewrite.read_bytes(text.encode(), "jd.md")
    return {p.source for p in jdrewrite.propose(jdrewrite.analyse(document, function="accounting"), kinds=("add",))}
