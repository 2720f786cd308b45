"""Views, filters, finding, panes, themes, help, the palette, selection."""

import pytest
from textual.geometry import Offset
from textual.selection import Selection

from jdrewrite.editing.session import opened
from jdrewrite.tui.commands import COMMANDS
from jdrewrite.tui.remembered import remembered
from jdrewrite.tui.screens.help import HelpScreen
from jdrewrite.tui.themes import THEMES
from tests.tui.conftest import at_desk, detail, press, said, score, shown, to_proposal

pytestmark = pytest.mark.asyncio


async def test_four_views(clerk):
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "n", "a")
        proposed = next(iter(screen.session.desk.of("accepted"))).proposed
        await press(pilot, "v")
        assert screen.session.view == "compare"
        assert " │ " in shown(screen)
        await press(pilot, "v")
        assert proposed not in {row.text for row in screen.sheet.rows}
        await press(pilot, "v")
        assert proposed in {row.text for row in screen.sheet.rows}
        assert not any(row.sign.strip() for row in screen.sheet.rows)
        await press(pilot, "v")
        assert screen.session.view == "review"


async def test_find_goes_from_place_to_place_and_leaves_no_mark(clerk):
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "slash", *"plants")
        assert "plants" in screen.current.text
        assert "1 line with" in said(screen)
        await press(pilot, "enter", "escape")
        assert "plants" in screen.current.text
        assert not any(p.tone == "found" for row in screen.sheet.rows for p in row.pieces)
        await press(pilot, "slash", *"qqq")
        assert "Nothing found" in said(screen)
        await press(pilot, "escape")
        assert screen.sheet.has_focus


async def test_filter_by_lens_and_back(clerk):
    async with at_desk(clerk) as (screen, pilot):
        count = len(screen.sheet.rows)
        await press(pilot, "f", "down", "enter")
        assert screen.session.lens == "customer"
        assert 0 < len(screen.sheet.rows) < count
        await press(pilot, "escape")
        assert len(screen.sheet.rows) == count


async def test_sections_gaps_and_moving_by_vim_keys(clerk):
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "g", "down", "enter")
        assert screen.current.kind == "heading"
        place = screen.sheet.cursor
        await press(pilot, "j", "j", "k")
        assert screen.sheet.cursor == place + 1
        await press(pilot, "end")
        assert screen.sheet.cursor == len(screen.sheet.rows) - 1
        await press(pilot, "pageup", "home")
        assert screen.sheet.cursor == 0
        await press(pilot, "right_square_bracket")
        assert screen.current.tone or screen.current.findings


async def test_every_reason_of_the_score(clerk):
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "s")
        assert "Who is served" in detail(screen)
        assert "missing" in detail(screen)


async def test_the_mouse_goes_to_a_line_and_a_double_click_edits_it(clerk):
    async with at_desk(clerk) as (screen, pilot):
        line = next(n for n, line in enumerate(screen.sheet.lines) if line.row == 4 and line.spans)
        await pilot.click(screen.sheet, offset=(10, line - screen.sheet.scroll_offset.y))
        assert screen.sheet.cursor == 4
        await pilot.click(screen.sheet, offset=(10, line - screen.sheet.scroll_offset.y), times=2)
        await press(pilot)
        assert screen.writing is not None
        await press(pilot, "escape")


async def test_text_can_be_selected_without_the_margin(clerk):
    async with at_desk(clerk) as (screen, pilot):
        at = next(n for n, line in enumerate(screen.sheet.lines) if "Water the office" in str(line.spans))
        text, _ = screen.sheet.get_selection(Selection(Offset(0, at), Offset(24, at)))
        assert text == "• Water the office "[: 24 - screen.sheet.before_text]
        screen.selections = {screen.sheet: Selection(Offset(0, at), None)}
        await pilot.pause()
        assert "Water the office plants." in screen.get_selected_text()


async def test_copy_goes_to_the_terminals_clipboard(clerk):
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "y")
        assert pilot.app.clipboard == screen.current.text
        await press(pilot, "Y")
        assert pilot.app.clipboard.startswith("# ")
        assert "- Water the office plants.\n" in pilot.app.clipboard


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (160, 50), (250, 70)])
async def test_every_size_shows_text_and_score(clerk, size):
    async with at_desk(clerk, size) as (screen, pilot):
        assert screen.sheet.size.width >= 40
        assert screen.sheet.size.height >= 8
        side = screen.query_one("#side")
        assert side.size.height >= 5
        assert screen.has_class("under") == (size[0] < 100)
        assert screen.query_one("#documents").display == (size[0] >= 136)
        await press(pilot, "d")
        assert screen.query_one("#documents").display == (size[0] < 136)
        await press(pilot, "D")
        assert not side.display


async def test_panes_are_resized_by_key_and_mouse_and_remembered(clerk):
    async with at_desk(clerk, (160, 50)) as (screen, pilot):
        width = screen.query_one("#side").size.width
        await press(pilot, "less_than_sign")
        assert screen.query_one("#side").size.width == width + 4
        splitter = screen.query_one("#split-right")
        await pilot.mouse_down(splitter, offset=(0, 5))
        await pilot.hover(splitter, offset=(-6, 5))
        await pilot.mouse_up(splitter)
        await press(pilot)
        assert screen.query_one("#side").size.width > width + 4
    assert remembered().right > 46


async def test_the_look_is_remembered(clerk):
    async with at_desk(clerk) as (_, pilot):
        seen = []
        for _ in range(3):
            await press(pilot, "t")
            seen.append(pilot.app.theme)
        assert set(seen) == set(THEMES)
        await press(pilot, "t")
    async with at_desk(clerk) as (_, pilot):
        assert pilot.app.theme == seen[0]


async def test_help_begins_with_what_can_be_done_here(clerk):
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "n", "f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        text = str(pilot.app.screen.query_one("Static").render())
        assert text.startswith("Here: A proposal is waiting here.")
        for command in COMMANDS.values():
            assert command.help().split(".")[0][:30] in " ".join(text.split())
        await press(pilot, "escape")
        assert pilot.app.screen is screen


async def test_the_palette_has_every_command_and_does_it(clerk):
    async with at_desk(clerk) as (screen, pilot):
        titles = {entry.title for entry in pilot.app.get_system_commands(screen)}
        assert {f"{c.label}  ({pilot.app.first_keys[n]})" for n, c in COMMANDS.items()} <= titles
        to_proposal(screen)
        await press(pilot, "ctrl+p")
        await pilot.press(*"lock or")
        await pilot.pause(0.5)
        await press(pilot, "enter")
        await pilot.pause(0.3)
        await press(pilot)
        assert any(row.locked for row in screen.sheet.rows)


async def test_brackets_and_codes_in_the_text_are_shown_as_they_are(tmp_path):
    path = tmp_path / "odd.md"
    path.write_text("# Clerk [bold]x[/bold]\n\n- Enter \\[red\\] invoices \x1b[31m now\n- Answer [/] calls\n")
    async with at_desk(path, (100, 30)) as (screen, pilot):
        assert "[red] invoices" in shown(screen)
        assert "\x1b" not in shown(screen)
        await press(pilot, "n", "w", "escape", "s", "S", "escape")
        assert "[bold]x[/bold]" in str(screen.query_one("#title").render())


@pytest.mark.parametrize("size", [(120, 40), (100, 30), (80, 24)])
async def test_the_scroll_bar_hides_no_letter(tmp_path, size):
    path = tmp_path / "jobs" / "long.txt"
    path.write_text("Clerk\n\nDuties\n" + "\n".join(f"- {'mow lawns ' * 30}{'x' * n}." for n in range(1, 20)))
    async with at_desk(path, size, read=False) as (screen, pilot):
        await press(pilot)
        sheet = screen.sheet
        assert sheet.show_vertical_scrollbar
        widest = max(sum(len(text) for text, _ in line.spans) for line in sheet.lines)
        assert widest <= sheet.scrollable_content_region.width


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_signs_of_the_margin_are_told_on_the_first_screen(clerk, size):
    async with at_desk(clerk, size) as (screen, _):
        assert "proposals: n goes" in said(screen)
        assert "~ proposal  ? gap  ! warning" in said(screen)
        assert len(said(screen)) < size[0]


async def test_a_line_is_gone_to_by_its_number_and_habits_of_vi_work(clerk):
    async with at_desk(clerk) as (screen, pilot):
        last = screen.sheet.rows[-1]
        for words, place in ((last.place, last.place), ("1", "1"), ("999", "1")):
            await press(pilot, "colon")
            pilot.app.screen.query_one("Input").value = words
            await press(pilot, "enter")
            assert screen.current.place == place
        assert "No line is called '999'" in said(screen)
        await press(pilot, "G")
        assert screen.sheet.cursor == len(screen.sheet.rows) - 1
        await press(pilot, "colon")
        pilot.app.screen.query_one("Input").value = "w"
        await press(pilot, "enter")
        assert pilot.app.screen.query_one("#export")


async def test_space_reads_on_at_the_right_and_comes_round(clerk):
    async with at_desk(clerk, (80, 24)) as (screen, pilot):
        await press(pilot, "s")
        assert screen.side.top == 0
        await press(pilot, "space")
        assert screen.side.top > 0
        for _ in range(40):
            await press(pilot, "space")
            if screen.side.top == 0:
                break
        assert screen.side.top == 0
        await press(pilot, "D", "space")
        assert "folded" in said(screen)


async def test_what_moved_the_score_names_lines_as_the_margin_does(clerk):
    async with at_desk(clerk, (160, 50)) as (screen, pilot):
        await press(pilot, "i", *"Ask customers what they need.", "enter")
        new = next(row for row in screen.sheet.rows if row.proposal is not None and row.tone == "accepted")
        assert new.place[-1].isalpha()
        assert f" {new.place} " in shown(screen)
        assert f"line {new.place}:" in score(screen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_line_of_the_help_is_wrapped_twice(clerk, size):
    async with at_desk(clerk, size) as (_, pilot):
        await press(pilot, "question_mark")
        page = pilot.app.screen.query_one("Static")
        room = pilot.app.screen.query_one("VerticalScroll").scrollable_content_region.width
        assert max(len(line) for line in str(page.render()).splitlines()) <= room


@pytest.mark.parametrize(("times", "view"), [(2, "original"), (3, "result")])
async def test_a_view_without_proposals_does_not_say_that_none_is_left(clerk, times, view):
    async with at_desk(clerk) as (screen, pilot):
        desk = screen.session.desk
        for proposal in [p for p in desk.of("open") if p.original is not None]:
            desk = desk.rejected(proposal.id)
        screen.acted(screen.session.did(desk, "rejected all but new lines"))
        await press(pilot, *["v"] * times, "n")
        assert screen.session.view == view
        assert list(screen.session.desk.of("open"))
        assert "This view shows none. v goes to the one that does." in said(screen)


async def test_nothing_to_undo_is_not_said_before_the_last_session_is_there(clerk):
    async with at_desk(clerk) as (screen, pilot):
        read = screen.session
        screen.session = opened(read.desk.document)
        await press(pilot, "u")
        assert "nothing to undo" not in said(screen)
        assert "The text is not read yet." in said(screen)
        screen.session = read
        await press(pilot, "u")
        assert "nothing to undo" in said(screen)
