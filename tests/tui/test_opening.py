"""The start screen, and what is offered to somebody who is new."""

from jdrewrite.tui.screens.dialogs import AskDialog
from jdrewrite.tui.screens.tour import TourScreen
from jdrewrite.tui.screens.workspace import Workspace
from tests.tui.conftest import at_desk, detail, press, said


async def test_the_first_start_shows_the_tour_and_a_pasted_path_opens_a_file(clerk):
    async with at_desk(None, (80, 24)) as (screen, pilot):
        assert isinstance(screen, TourScreen)
        await press(pilot, "escape", "o")
        assert isinstance(pilot.app.screen, AskDialog)
        pilot.app.screen.query_one("Input").value = f"'{clerk}' "
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Workspace)
        assert "proposals" in said(pilot.app.screen)


async def test_a_path_that_is_not_there_is_told_and_the_start_stays(clerk):
    async with at_desk(None) as (_, pilot):
        await press(pilot, "escape", "o")
        pilot.app.screen.query_one("Input").value = str(clerk) + "x"
        await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, Workspace)
        assert any("clerk.mdx" in note.message for note in pilot.app._notifications)
        assert "Choose a job description" in str(pilot.app.screen.query_one("#welcome").render())


async def test_groups_without_anything_are_not_there_or_say_so(clerk):
    async with at_desk(None) as (_, pilot):
        await press(pilot, "escape")
        groups = pilot.app.screen.query_one("#documents").root.children
        names = [str(group.label) for group in groups]
        assert "Recent" not in names
        assert str(groups[-1].children[0].label) == "nothing yet"
        assert groups[0].children[0].data.name == clerk.name


async def test_the_tour_is_offered_with_a_file_until_it_was_seen(clerk):
    async with at_desk(clerk) as (screen, pilot):
        assert "First time here? F2" in detail(screen)
        await press(pilot, "f2")
        assert isinstance(pilot.app.screen, TourScreen)
        for _ in range(30):
            if isinstance(pilot.app.screen, TourScreen):
                await press(pilot, "enter")
        assert pilot.app.screen is screen
        await press(pilot, "end", "home")
        assert "First time here?" not in detail(screen)


async def test_enter_reads_a_page_of_the_tour_to_its_end_before_it_turns(clerk):
    async with at_desk(None, (80, 24)) as (screen, pilot):
        pane = screen.query_one("VerticalScroll")
        assert pane.max_scroll_y > 0
        await press(pilot, "enter")
        assert pane.scroll_y > 0
        assert "1 of 3" in screen.query_one("#tour").border_title
