"""What a person tells the workspace, and what it tells them: title, function, whom it serves, reasons."""

import pytest

from jdrewrite.catalogue import functions
from jdrewrite.model import BlockKind
from jdrewrite.tui.app import JdrewriteApp
from jdrewrite.tui.screens.dialogs import ChooseDialog
from jdrewrite.tui.screens.glance import Glance
from tests.rewriting.clerk import IMPERATIVE
from tests.tui.conftest import Held, at_desk, detail, press, said, score, to_proposal

pytestmark = pytest.mark.asyncio


async def test_another_function_changes_the_advice_keeps_decisions_and_can_be_undone(clerk):
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "n", "a")
        before = screen.session.desk
        await press(pilot, "F", "end", "enter")
        last = max(functions())
        assert screen.session.desk.assessment.function[0].name == last
        assert screen.session.desk.edits() == before.edits()
        await press(pilot, "u")
        assert screen.session.desk.assessment == before.assessment


async def test_the_engine_can_be_chosen_and_text_is_not_sent_unasked(clerk, tmp_path):
    (tmp_path / "config.toml").write_text('[engine.office]\nbase_url = "https://api.example.com/v1"\nmodel = "m"\n')
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "E")
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, ChooseDialog)
        assert "api.example.com" in str(pilot.app.screen.query_one(".question").render())
        await press(pilot, "enter")
        assert screen.session.desk.engine == "offline"
        assert pilot.app.screen is screen


async def test_advice_is_about_the_text_as_it_stands(clerk):
    async with at_desk(clerk) as (screen, pilot):

        def told_of_a_heading():
            screen.sheet.go_to(next(n for n, r in enumerate(screen.sheet.rows) if r.kind is BlockKind.HEADING))
            return {f.message for f in screen.session.after.findings if f.statement is None}

        before = told_of_a_heading()
        await press(pilot)
        assert all(message in detail(screen) for message in before)
        to_proposal(screen)
        await press(pilot, *"a" * 6)
        gone = before - told_of_a_heading()
        await press(pilot)
        assert gone
        assert not any(message in detail(screen) for message in gone)


async def test_what_was_told_of_a_line_goes_with_the_next_move(clerk):
    async with at_desk(clerk) as (screen, pilot):
        for key in ("j", "p", "end"):
            to_proposal(screen)
            await press(pilot, "a")
            assert "You accepted" in said(screen)
            await press(pilot, key)
            assert "You accepted" not in said(screen)
            await press(pilot, "u")


async def test_the_first_glance_shows_the_text_where_the_workspace_will_show_it(clerk):
    lines = {}
    for stays in (True, False):
        app = JdrewriteApp(str(clerk), workshop=Held())
        if stays:
            app.furnish = lambda: None
        async with app.run_test(size=(150, 40)) as pilot:
            while not stays and isinstance(app.screen, Glance):
                await pilot.pause(0.01)
            await pilot.pause()
            sheet = app.screen.query_one("#sheet")
            await pilot.pause()
            lines[stays] = (sheet.region, [line.spans for line in sheet.lines])
            assert str(app.screen.query_one("#title").render()).strip()
    assert lines[True] == lines[False]
    assert lines[True][1]


async def test_a_title_can_be_corrected_and_is_known_the_next_time(clerk):
    async with at_desk(clerk) as (screen, pilot):
        before = screen.session.desk
        to_proposal(screen)
        await press(pilot, "a")
        await press(pilot, "T", "ctrl+u", *"Registered Nurse", "enter")
        desk = screen.session.desk
        assert desk.document.title == desk.assessment.title == screen.session.after.title == "Registered Nurse"
        assert desk.assessment.function[0].name == "healthcare"
        assert len(desk.edits()) == 1
        await press(pilot, "u")
        assert screen.session.desk.document.title == before.document.title
        assert screen.session.desk.assessment is before.assessment
        await press(pilot, "ctrl+r")
    async with at_desk(clerk) as (screen, pilot):
        assert screen.session.desk.document.title == "Registered Nurse"
        assert screen.session.desk.assessment.function[0].name == "healthcare"
        assert "Registered Nurse" in str(screen.query_one("#title").render())
        assert len(screen.session.desk.edits()) == 1


async def test_whom_it_serves_can_be_said_and_is_known_the_next_time(clerk):
    clerk.write_text("# Accounts Assistant\n\n## Duties\n\n- Check timesheets.\n- Answer questions on bills.\n")
    async with at_desk(clerk) as (screen, pilot):
        before = screen.session.desk
        assert "names nobody served; W says whom." in " ".join(score(screen).split())
        await press(pilot, "n", "a")
        taken = screen.session.desk.edits()
        await press(pilot, "W", *"<b>", "enter")
        assert screen.session.desk.document.serves == ""
        await press(pilot, "W", *"auditors", "enter")
        desk = screen.session.desk
        assert desk.document.serves == desk.assessment.customer_word.plural == "auditors"
        assert "serving auditors, as you said" in " ".join(score(screen).split())
        assert desk.edits() == taken
        fresh = " ".join(p.proposed for p in desk.of("open"))
        assert "auditors" in fresh
        assert any(p.original for p in desk.of("open"))
        assert not any(p.original for p in before.proposals)
        await press(pilot, "u")
        assert screen.session.desk.document.serves == ""
        assert screen.session.desk.assessment is before.assessment
        assert screen.session.desk.edits() == taken
        await press(pilot, "ctrl+r")
    async with at_desk(clerk) as (screen, pilot):
        assert screen.session.desk.assessment.customer_word.plural == "auditors"
        assert [edit.text for edit in screen.session.desk.edits()] == [edit.text for edit in taken]
        await press(pilot, "W", "ctrl+u", "enter")
        assert screen.session.desk.assessment.customer_word.source == "nobody"


async def test_accepted_lines_can_be_put_into_the_word_that_is_given(clerk):
    clerk.write_text(
        "# Customer Service Advisor\n\n## Duties\n\n- Answer customers' calls.\n- Explain contracts to customers.\n"
    )
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "A", "end", "enter")
        lines = [row.text for row in screen.sheet.rows if row.tone == "accepted"]
        assert any("customers" in text for text in lines)
        await press(pilot, "W", *"members", "enter")
        assert isinstance(pilot.app.screen, ChooseDialog)
        await press(pilot, "enter")
        now = [row.text for row in screen.sheet.rows if row.tone == "accepted"]
        assert now == [text.replace("customers", "members") for text in lines]
        places = {p.source for p in screen.session.desk.of("accepted") if p.original is None}
        assert not [p for p in screen.session.desk.of("open") if p.original is None and p.source in places]


async def test_a_score_that_moves_by_whom_it_serves_is_shown_with_what_it_was(clerk):
    clerk.write_text("# Records Assistant\n\n## Duties\n\n- Help county auditors find records.\n- File documents.\n")
    async with at_desk(clerk) as (screen, pilot):
        was = screen.session.after.score.total
        await press(pilot, "W", *"county auditors", "enter")
        told = " ".join(score(screen).split())
        assert f"▲ {round(screen.session.after.score.total) - round(was)}, was {was:.0f}" in told
        assert "by whom it serves, before any change of its words" in told
        await press(pilot, "u")
        assert "was" not in score(screen).split()


async def test_letters_find_a_function_in_the_list(clerk):
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "F", *"legal")
        options = pilot.app.screen.query_one("OptionList")
        assert options.highlighted_option.id == "legal-compliance"
        await press(pilot, "x", "x")
        assert options.option_count == 0
        await press(pilot, "enter", "backspace", "backspace", "enter")
        assert screen.session.desk.assessment.function[0].name == "legal-compliance"
        await press(pilot, "F", *"any other")
        assert [str(o.prompt) for o in pilot.app.screen.query_one("OptionList").options] == ["any other kind of work"]
        await press(pilot, "escape")


async def test_what_is_said_of_other_wordings_does_not_deny_the_example_that_is_shown(clerk):
    async with at_desk(clerk) as (screen, pilot):
        clerk_rows = screen.sheet.rows
        shown = [
            n
            for n, r in enumerate(clerk_rows)
            if r.statement and any("For instance" in f.suggestion for f in r.findings)
        ]
        for place in shown:
            screen.sheet.go_to(place)
            await press(pilot, "w")
            if pilot.app.screen is screen:
                assert "no other wording" not in said(screen)
                assert "The example that is shown is an idea" in said(screen)
            else:
                await press(pilot, "escape")


async def test_a_text_that_cannot_be_read_says_why_and_goes_on_saying_it(clerk):
    clerk.write_text(
        "# Buchhalter\n\n- Wir suchen eine Person, die unsere Rechnungen prüft und die Kunden betreut.\n"
        "- Sie arbeiten mit den Kolleginnen und Kollegen aus dem Vertrieb zusammen und schreiben Berichte.\n"
    )
    async with at_desk(clerk) as (screen, pilot):
        assert "German" in score(screen)
        assert "comes when the text is read" not in score(screen)
        screen.app.clear_notifications()
        for key in ("n", "F", "e", "A"):
            await press(pilot, key)
            assert "German" in said(screen)


async def test_what_the_reader_of_the_file_notes_is_told(tmp_path):
    path = tmp_path / "jobs" / "old.txt"
    path.write_bytes(IMPERATIVE.replace("plants", "café plants").encode("cp1252"))
    async with at_desk(path) as (screen, pilot):
        assert any("encoding was taken for cp1252" in n.message for n in pilot.app._notifications)
        assert "The encoding was taken for cp1252." in detail(screen)
