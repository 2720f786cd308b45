"""What the pane says of a line: each thing once."""

import msgspec

from jdrewrite.model import Fact, Verdict
from jdrewrite.tui.drawing.detail import detail
from tests.editing.conftest import assessment, desk, document, row_of, session

__all__ = ["assessment", "desk", "document", "session"]
KEYS = dict.fromkeys(("accept", "reject", "edit", "wordings", "lock"), "x")


def test_an_added_effect_is_drawn_once(session):
    row = row_of(session, "Enter invoices")
    purpose = Fact(check="purpose", text="so that customers can pay", start=0, end=9)
    shown = msgspec.structs.replace(row.proposal, verdict=Verdict(passed=True, added_purpose=(purpose,)))
    own = session.desk.offered(shown)
    drawn = detail(own, msgspec.structs.replace(row, proposal=shown, findings=()), (), KEYS)
    assert drawn.plain.count("customers can pay") == 1
