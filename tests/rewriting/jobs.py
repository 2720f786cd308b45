"""A job whose title is to be chosen, and the new lines it gets."""

from jdrewrite.analysis import entry_for
from jdrewrite.rewriting.offline.adding import Adding
from jdrewrite.rewriting.offline.heard import Heard
from jdrewrite.rewriting.offline.position import position_of
from jdrewrite.rewriting.offline.writer import Writer

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


class Alike:
    """Finds every proposal worth the same, so that the nearest line to a job is the one that is proposed."""

    def of(self, _proposal, _line, _match=None):
        return 1.0


def nearest(assessment, function=None):
    """Return the nearest line to a job for each lens, whatever it is worth."""
    writer = Writer(assessment, Heard())
    making = entry_for(function) if function else writer.sources.function
    at = position_of(assessment, making, assessment.statements[0].fingerprint)
    return [rated.proposal for rated in Adding(writer, at, Alike()).every()]
