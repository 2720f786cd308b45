"""Files, the library, documents beside each other, leaving."""

import pytest

from jdrewrite.documents import read
from jdrewrite.editing.exporting import targets
from jdrewrite.errors import LibraryError
from jdrewrite.keeping.library_shelf import LibraryShelf
from jdrewrite.keeping.shelf import NoShelf
from jdrewrite.library import open_library
from jdrewrite.tui.app import JdrewriteApp
from jdrewrite.tui.screens.dialogs import AskDialog, ChooseDialog
from jdrewrite.tui.screens.export import ExportScreen
from jdrewrite.tui.screens.start import StartScreen
from jdrewrite.tui.screens.tour import TourScreen
from jdrewrite.tui.screens.workspace import Workspace
from jdrewrite.tui.screenshot import settled
from jdrewrite.workshop.client import Here
from jdrewrite.workshop.orders import Offered
from tests.rewriting.clerk import IMPERATIVE
from tests.tui.conftest import Held, at_desk, press, said, to_proposal

pytestmark = pytest.mark.asyncio


async def test_export_shows_what_will_be_written_and_asks_before_it_overwrites(clerk):
    target = clerk.with_name("clerk.rewritten.md")
    target.write_text("mine")
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "n", "a")
        proposed = next(iter(screen.session.desk.of("accepted"))).proposed
        await press(pilot, "S")
        assert isinstance(pilot.app.screen, ExportScreen)
        assert proposed in str(pilot.app.screen.query_one("#preview").render())
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ChooseDialog)
        await press(pilot, "enter")
        assert target.read_text() == "mine"
        assert "Nothing is written." in said(screen)
        assert isinstance(pilot.app.screen, ExportScreen)
        await press(pilot, "enter", "down", "enter")
        assert proposed in target.read_text()
        assert clerk.read_text() == IMPERATIVE
        assert f"Written to {target}" in said(screen)
        # It was written here, and may have been changed by others since.
        target.write_text("answer of the manager")
        await press(pilot, "S", "enter")
        assert isinstance(pilot.app.screen, ChooseDialog)
        await press(pilot, "escape")
        assert target.read_text() == "answer of the manager"
        await press(pilot, "S", "enter", "down", "enter")
        assert pilot.app.screen is screen
    assert len(read(target).blocks) >= len(read(clerk).blocks)


async def test_the_export_box_warns_of_overridden_refusals_and_of_open_proposals(clerk):
    async with at_desk(clerk) as (screen, pilot):
        screen.sheet.go_to(next(n for n, r in enumerate(screen.sheet.rows) if r.text == "Water the office plants."))
        place = screen.current.place
        await press(pilot, "e", "ctrl+u", *"Pay 500 dollars.", "enter", *"agreed", "enter", "S")
        told = str(pilot.app.screen.query_one(".cautions").render())
        assert f"Line {place} did not pass the judge and was accepted all the same." in told
        assert "still open" in told
        await press(pilot, "escape")


async def test_export_to_every_format(clerk):
    endings = [target.ending for target in targets(read(clerk))]
    assert len(endings) >= 3
    async with at_desk(clerk, shelf=NoShelf()) as (screen, pilot):
        await press(pilot, "A", "enter")
        for number, ending in enumerate(endings):
            screen.app.clear_notifications()
            await press(pilot, "S", "home", *["down"] * number, "enter")
            if isinstance(pilot.app.screen, ChooseDialog):
                await press(pilot, "down", "enter")  # of two ways to write Word, both have one name
            assert "Written to" in said(screen), screen.app._notifications
            assert f"clerk.rewritten{ending}" in said(screen)
    assert {path.suffix for path in clerk.parent.glob("clerk.rewritten.*")} == set(endings)


async def test_the_original_is_never_overwritten(clerk):
    async with at_desk(clerk) as (_, pilot):
        await press(pilot, "n", "a", "S", "tab", "tab")
        pilot.app.screen.query_one("#file").value = str(clerk)
        pilot.app.screen.query_one("#file").focus()
        await press(pilot, "enter")
        assert any("This is the original" in n.message for n in pilot.app._notifications)
        assert isinstance(pilot.app.screen, ExportScreen)
        await press(pilot, "escape")
        assert clerk.read_text() == IMPERATIVE


async def test_the_name_of_an_export_follows_its_format(clerk):
    word = clerk.with_name("sent.docx")
    async with at_desk(clerk, shelf=NoShelf()) as (screen, pilot):
        names = [t.name for t in targets(screen.session.desk.document)]
        to_word = ["down"] * names.index("Word, tracked changes")
        await press(pilot, "n", "a", "S", *to_word, "tab")
        name = pilot.app.screen.query_one("#file")
        assert name.has_focus
        assert name.value == str(clerk.with_name("clerk.rewritten.docx"))
        await press(pilot, "ctrl+u", *str(word), "enter")
        assert "as Word, tracked changes" in said(screen)
        before = word.read_bytes()
        await press(pilot, "S")
        name, formats = pilot.app.screen.query_one("#file"), pilot.app.screen.query_one("OptionList")
        assert (name.value, formats.highlighted) == (str(word), len(to_word))
        await press(pilot, "home", *["down"] * names.index("Plain text"))
        assert name.value == str(word.with_suffix(".txt"))
        name.value = str(word)
        await press(pilot, "enter")
        assert any("that of another format" in n.message for n in pilot.app._notifications)
        name.value = str(word.with_suffix(".txt"))
        await press(pilot, "enter")
        assert "as Plain text" in said(screen)
    assert word.read_bytes() == before
    assert word.with_suffix(".txt").is_file()


async def test_where_nothing_can_be_written_it_is_said_and_nothing_is_lost(clerk):
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "n", "a", "S")
        pilot.app.screen.query_one("#file").value = "/no/such/folder/x.md"
        pilot.app.screen.query_one("#file").focus()
        await press(pilot, "enter")
        assert any("no such folder" in n.message for n in pilot.app._notifications)
        assert len(screen.session.desk.edits()) == 1


async def test_the_next_session_finds_everything_again(clerk):
    async with at_desk(clerk) as (screen, pilot):
        to_proposal(screen)
        await press(pilot, "a")
        to_proposal(screen)
        await press(pilot, "r")
        screen.sheet.go_to(next(n for n, row in enumerate(screen.sheet.rows) if "plants" in row.text))
        await press(pilot, "m", *"ask Kim", "enter", "l")
        left = screen.session.desk
    async with at_desk(clerk) as (screen, _):
        now = screen.session.desk
        assert now.edits() == left.edits()
        assert (now.notes, now.locks) == (left.notes, left.locks)
        assert len(list(now.of("rejected"))) == 1
        assert "of the last time are here again" in said(screen)
        assert screen.session.after.score.total > now.assessment.score.total


async def test_a_killed_session_has_lost_nothing_that_was_decided(clerk):
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "n", "a")
        pilot.app.keeper.close()
        left = LibraryShelf().earlier(read(clerk))
        assert [d.state for d in left.decisions.values()] == ["accepted"]
        assert left.score == screen.session.after.score.total


async def test_two_documents_each_with_its_own_undo(clerk):
    other = clerk.with_name("other.md")
    other.write_text(IMPERATIVE.replace("plants", "flowers"))
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "n", "a", "o")
        tree = screen.query_one("#documents")
        assert tree.has_focus
        await press(pilot, "down", "enter")
        second = pilot.app.screen
        assert isinstance(second, Workspace)
        assert second is not screen
        assert second.session.desk.document.path == str(other)
        await press(pilot, "u")
        assert "nothing to undo" in said(second)
        await press(pilot, "ctrl+o", *str(clerk), "enter")
        assert pilot.app.screen is screen
        await press(pilot, "u")
        assert not screen.session.desk.edits()


async def test_documents_show_state_and_score(clerk):
    async with at_desk(clerk, (160, 50)) as (screen, pilot):
        await press(pilot, "n", "a")
        await press(pilot, "o")
        await press(pilot)
        tree = screen.query_one("#documents")
        label = str(tree.root.children[0].children[0].label)
        assert label.startswith("◐")
        assert label.endswith("clerk.md")
        assert f"{screen.session.after.score.total:.0f}" in label
        screen.sheet.focus()
        await press(pilot, "M")
        await press(pilot, "o")
        await press(pilot)
        assert str(tree.root.children[0].children[0].label).startswith("●")


async def test_a_document_is_told_as_done_once_it_is(clerk):
    def state() -> str:
        with open_library(read_only=True) as library:
            return library.documents()[0].state

    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "M")
        assert "Marked as done." in said(screen)
        assert state() == "agreed"
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "M")
        assert "In work again." in said(screen)
        assert state() == "draft"
        with open_library(who="a colleague") as library:
            library.lock(library.documents()[0].id, "in talks")
        screen.say("")
        await press(pilot, "M")
        assert "Marked as done." not in said(screen)
        assert any("a colleague has locked it" in n.message for n in pilot.app._notifications)
        assert not any("unexpected" in n.message for n in pilot.app._notifications)
        assert state() == "draft"


async def test_leaving_without_a_library_asks(clerk):
    class Broken(NoShelf):
        def keep(self, document, session):
            raise LibraryError("library", "the disk is full", "make room")

    async with at_desk(clerk, shelf=Broken()) as (screen, pilot):
        await press(pilot, "n", "a")
        assert "Not kept" in said(screen)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, ChooseDialog)
        await press(pilot, "enter")
        assert pilot.app.is_running


async def test_the_start_screen_offers_what_can_be_read_and_the_tour_comes_once(clerk):
    clerk.with_name("b.exe").write_text("x")
    async with at_desk(None, (100, 44)) as (screen, pilot):
        assert isinstance(screen, TourScreen)
        assert "Every job exists" in str(screen.query_one("#page").render())
        assert "struck out" in str(screen.query_one("#page").render())
        await press(pilot, "enter")
        assert "a judge has read it" in str(screen.query_one("#page").render())
        assert "facts kept" in str(screen.query_one("#page").render())
        await press(pilot, "enter")
        assert "of 100" in str(screen.query_one("#page").render())
        await press(pilot, "enter")
        start = pilot.app.screen
        assert isinstance(start, StartScreen)
        tree = start.query_one("#documents")
        assert [str(node.label) for node in tree.root.children[0].children] == ["○ clerk.md"]
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Workspace)
    async with at_desk(None) as (screen, _):
        assert isinstance(screen, StartScreen)


async def test_a_file_that_cannot_be_read_is_said_and_the_desk_stays(clerk):
    bad = clerk.with_name("bad.docx")
    bad.write_bytes(b"PK\x03\x04 broken")
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "ctrl+o", *str(bad), "enter")
        assert pilot.app.screen is screen
        assert any("bad.docx" in n.message for n in pilot.app._notifications)


async def test_what_takes_long_can_be_stopped(clerk):
    app = JdrewriteApp(str(clerk), workshop=Held(), shelf=NoShelf())
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(200):
            await pilot.pause(0.1)
            if app.screen.query("#status") and "Reading the text" in said(app.screen):
                break
        assert "Reading the text" in said(app.screen)
        await pilot.press("escape")
        await settled(app, pilot)
        assert "Stopped" in said(app.screen)
        assert app.screen.session.desk.assessment is None


async def test_a_file_with_several_job_descriptions_lets_one_be_chosen(clerk):
    table = clerk.with_name("jobs.csv")
    text = IMPERATIVE.replace('"', "").replace("\n", " ")
    table.write_text(f'title,description\nClerk,"{text}"\nNurse,"{text}"\n')
    async with at_desk(table) as (screen, pilot):
        assert isinstance(screen, ChooseDialog)
        await press(pilot, "down", "enter")
        assert pilot.app.screen.session.desk.document.title == "Nurse"


class NothingToPropose(Here):
    def run(self, order, stopped):
        for given in super().run(order, stopped):
            yield Offered(proposals=()) if isinstance(given, Offered) else given


async def test_own_words_come_back_where_nobody_proposes_anything(clerk):
    for time in (1, 2):
        app = JdrewriteApp(str(clerk), workshop=NothingToPropose(), shelf=LibraryShelf())
        async with app.run_test(size=(120, 40)) as pilot:
            await settled(app, pilot)
            screen = app.screen
            if time == 1:
                assert "No proposals for this text" in said(screen)
                screen.sheet.go_to(len(screen.sheet.rows) - 1)
                await press(pilot, "i", *"Thank them.", "enter")
                if isinstance(app.screen, AskDialog):
                    await press(pilot, *"agreed", "enter")
            assert [p.proposed for p in screen.session.desk.proposals] == ["Thank them."]
            assert len(screen.session.desk.edits()) == 1


async def test_a_file_that_somebody_else_changed_is_not_written_over_silently(clerk):
    target = clerk.with_name("clerk.rewritten.md")
    async with at_desk(clerk) as (screen, pilot):
        to_proposal(screen)
        await press(pilot, "a")
        wording = screen.session.desk.edits()[0].text
        clerk.write_text(IMPERATIVE.replace("plants", "flowers") + "\n- Feed the office cat.\n")
        to_proposal(screen)
        await press(pilot, "r")
        assert any("changed on the disk" in n.message for n in pilot.app._notifications)
        await press(pilot, "S", "enter")
        assert isinstance(pilot.app.screen, ChooseDialog)
        assert not target.exists()
        await press(pilot, "escape")
        assert pilot.app.screen is screen
        await press(pilot, "S", "enter", "down", "enter")
        assert wording in target.read_text()
        assert "cat" not in target.read_text()
        target.unlink()
        await press(pilot, "S", "enter", "enter")
        again = pilot.app.screen
        assert again is not screen
        assert "The file has changed since the last time: 2 of 2 decisions stand" in said(again)
        await press(pilot, "S", "enter")
        assert wording in target.read_text()
        assert "flowers" in target.read_text()
        assert "office cat" in target.read_text()


async def test_a_changed_file_is_read_again_where_nothing_keeps_decisions(clerk):
    async with at_desk(clerk, shelf=NoShelf()) as (screen, pilot):
        to_proposal(screen)
        await press(pilot, "a")
        clerk.write_text(IMPERATIVE + "\n- Feed the office cat.\n")
        await press(pilot, "S", "enter", "enter")
        assert pilot.app.screen is not screen
        assert pilot.app.screen.session.desk.edits()[0].text == screen.session.desk.edits()[0].text


async def test_a_row_of_a_table_is_watched_too(clerk):
    table = clerk.with_name("jobs.csv")
    text = IMPERATIVE.replace('"', "").replace("\n", " ")
    table.write_text(f'title,description\nClerk,"{text}"\nNurse,"{text}"\n')
    async with at_desk(table) as (_, pilot):
        await press(pilot, "enter")
        table.write_text(f'title,description\nClerk,"{text}"\nMidwife,"{text}"\n')
        await press(pilot, "S", "enter")
        assert isinstance(pilot.app.screen, ChooseDialog)
        await press(pilot, "enter", "S", "enter")
        assert "Midwife" in clerk.with_name("jobs.rewritten.csv").read_text()


async def test_several_jobs_in_one_text_are_told_when_it_is_opened(clerk):
    heads = "Duties:\n\n- Check deliveries.\n\nRequirements:\n\n- Two years of experience.\n"
    clerk.write_text(f"# Vacancies\n\n## Payroll clerk\n\n{heads}\n## Warehouse supervisor\n\n{heads}")
    async with at_desk(clerk) as (_, pilot):
        (told,) = [note.message for note in pilot.app._notifications if "several jobs" in note.message.lower()]
        assert told.endswith("they are read and rewritten as one: give each a file of its own.")
