"""What customers say stands beside the job description, and proposals use it."""

from pathlib import Path

import pytest

from jdrewrite.tui.screens.hearing import VoiceScreen
from jdrewrite.tui.screenshot import settled
from tests.tui.conftest import at_desk, press

EXAMPLES = Path(__file__).parents[2] / "examples"
CLERK = EXAMPLES / "word" / "accounts-receivable-specialist.docx"
COMMENTS = EXAMPLES / "quarter" / "comments.csv"


async def name(pilot, path):
    await press(pilot, "V")
    pilot.app.screen.query_one("Input").value = str(path)
    await press(pilot, "enter")


def page(app):
    return str(app.screen.query_one("#said").render())


async def test_topics_counts_and_quotes_of_this_work_alone(tmp_path):
    async with at_desk(CLERK) as (screen, pilot):
        await name(pilot, COMMENTS)
        assert isinstance(pilot.app.screen, VoiceScreen)
        text = page(pilot.app)
        assert "have their cause in the work of accounts receivable and payable" in text
        assert "bills and invoices" in text
        assert "  “" in text
        assert "parcel" not in text.lower()
        assert "DE89" not in text
        before = {p.rationale for p in screen.session.desk.proposals}
        await press(pilot, "escape")
        after = {p.rationale for p in screen.session.desk.proposals}
        assert not any("Customers speak of it" in why for why in before)
        assert any("Customers speak of it" in why for why in after)
        await press(pilot, "u")
        assert {p.rationale for p in screen.session.desk.proposals} == before, "it can be undone"
        await press(pilot, "V")
        assert "bills and invoices" in page(pilot.app), "the file is read once"
        await press(pilot, "o")
        assert pilot.app.heard is None


@pytest.mark.parametrize("content", ["", "note\n\n", None])
async def test_a_file_that_cannot_be_used_is_told_and_harms_nothing(tmp_path, content):
    path = tmp_path / "c.csv"
    if content is not None:
        path.write_text(content)
    async with at_desk(CLERK) as (screen, pilot):
        await name(pilot, path)
        assert "c.csv" in page(pilot.app)
        await press(pilot, "escape")
        assert pilot.app.heard is None
        assert pilot.app.screen is screen
        await settled(pilot.app, pilot)
