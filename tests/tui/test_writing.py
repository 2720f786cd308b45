"""Own words in place, live; new lines; the user's own editor."""

import contextlib
import sys

import pytest

from jdrewrite.documents import read
from jdrewrite.editing import NotNow, wholetext
from jdrewrite.keeping import own_editor
from jdrewrite.keeping.library_shelf import LibraryShelf
from jdrewrite.tui.screens.dialogs import AskDialog
from jdrewrite.tui.widgets.line_editor import LineEditor
from tests.tui.conftest import at_desk, detail, press, said, score, to_proposal

pytestmark = pytest.mark.asyncio


def go(screen, words):
    screen.sheet.go_to(next(n for n, row in enumerate(screen.sheet.rows) if words in row.text))


async def test_a_line_is_written_anew_where_it_stands_and_judged_while_one_types(clerk):
    async with at_desk(clerk) as (screen, pilot):
        go(screen, "Water the office plants.")
        await press(pilot, "enter")
        editor = screen.query_one(LineEditor)
        assert editor.has_focus
        assert editor.text == "Water the office plants."
        await pilot.press("backspace", *" so that customers find a friendly office.")
        await pilot.pause(0.4)
        await press(pilot)
        assert "Your words" in detail(screen)
        assert "nothing lost" in detail(screen)
        assert "was" in score(screen)
        assert not screen.session.desk.edits()
        await press(pilot, "enter")
        assert [e.text for e in screen.session.desk.edits()] == [
            "Water the office plants so that customers find a friendly office."
        ]
        assert not screen.query_one(LineEditor).display
        await press(pilot, "u")
        assert not screen.session.desk.edits()


async def test_what_the_judge_refuses_is_told_while_one_types(clerk):
    async with at_desk(clerk) as (screen, pilot):
        go(screen, "Water the office plants.")
        await pilot.press("e", *" Pay $500.")
        await pilot.pause(0.4)
        await press(pilot)
        assert "refused by the judge" in detail(screen)
        assert screen.query_one(LineEditor).has_class("refused")
        await press(pilot, "escape")
        assert "Left as it was" in said(screen)
        assert "e brings back what you typed" in said(screen)
        assert not screen.session.history.past


async def test_where_the_judge_is_in_doubt_nothing_says_refused(clerk):
    async with at_desk(clerk) as (screen, pilot):
        go(screen, "Water the office plants.")
        await press(pilot, "e", "ctrl+u")
        await pilot.press(*"Water the office greenery.")
        await pilot.pause(0.4)
        await press(pilot)
        editor = screen.query_one(LineEditor)
        assert "the judge is in doubt" in detail(screen)
        assert "perhaps lost: plants" in str(editor.border_subtitle)
        assert "✗" not in str(editor.border_subtitle)
        assert editor.has_class("doubtful")
        assert not editor.has_class("refused")
        await press(pilot, "enter")
        asked = str(pilot.app.screen.query_one(".question").render())
        assert "refused" not in asked
        assert "in doubt about this wording (perhaps lost: plants; perhaps invented: greenery)" in asked
        await press(pilot, *"the same", "enter")
        assert screen.session.desk.edits()


async def test_text_that_is_not_changed_is_no_action(clerk):
    async with at_desk(clerk) as (screen, pilot):
        go(screen, "Water the office plants.")
        await press(pilot, "e", "enter")
        assert not screen.session.history.past


async def test_a_new_line_goes_below(clerk):
    async with at_desk(clerk) as (screen, pilot):
        go(screen, "Water the office plants.")
        await press(pilot, "i", *"Ask visitors what they need.", "enter")
        if isinstance(pilot.app.screen, AskDialog):
            await press(pilot, *"agreed", "enter")
        lines = [line.text for line in wholetext.lines(screen.session.desk)]
        assert lines[lines.index("Water the office plants.") + 1] == "Ask visitors what they need."
        await press(pilot, "i", "enter")
        assert len(screen.session.desk.edits()) == 1


async def test_only_what_changed_is_read_anew(clerk, monkeypatch):
    from jdrewrite.analysis.reading import Reader

    async with at_desk(clerk) as (screen, pilot):
        parsed = []
        real = Reader._fresh
        monkeypatch.setattr(Reader, "_fresh", lambda self, texts: parsed.extend(texts) or real(self, texts))
        go(screen, "Water the office plants.")
        await press(pilot, "e", *" Smile at visitors.", "enter")
        if isinstance(pilot.app.screen, AskDialog):
            await press(pilot, *"agreed", "enter")
        assert set(parsed) <= {
            "Smile at visitors.",
            "Water the office plants. Smile at visitors.",
            "Water the office plants.",
        }
        assert parsed


def editor_that(tmp_path, monkeypatch, code):
    """An editor that is a Python program over the file's ``text``."""
    path = tmp_path / "editor.py"
    path.write_text(
        f"#!{sys.executable}\nimport sys, pathlib\nf = pathlib.Path(sys.argv[-1])\ntext = f.read_text()\n"
        f"{code}\nf.write_text(text)\n"
    )
    monkeypatch.setenv("VISUAL", f"'{sys.executable}' '{path}'")


async def test_changes_come_back_from_the_users_own_editor(clerk, tmp_path, monkeypatch):
    editor_that(
        tmp_path, monkeypatch, "text = text.replace('office plants', 'plants in the office') + '\\n- Pay $500.\\n'"
    )
    async with at_desk(clerk) as (screen, pilot):
        monkeypatch.setattr(type(pilot.app), "suspend", lambda self: contextlib.nullcontext())
        await press(pilot, "O")
        assert "Water the plants in the office." in wholetext.text(screen.session.desk)
        assert "Pay $500." not in wholetext.text(screen.session.desk)
        assert isinstance(pilot.app.screen, AskDialog)
        await press(pilot, *"board says so", "enter")
        assert "Pay $500." in wholetext.text(screen.session.desk)
        assert "board says so" in {d.override for d in screen.session.desk.decisions.values()}
        await press(pilot, "u", "u")
        assert not screen.session.desk.edits()


async def test_an_editor_that_fails_changes_nothing(clerk, tmp_path, monkeypatch):
    editor_that(tmp_path, monkeypatch, "sys.exit(3)")
    async with at_desk(clerk) as (screen, pilot):
        monkeypatch.setattr(type(pilot.app), "suspend", lambda self: contextlib.nullcontext())
        await press(pilot, "O")
        assert "ended with code 3" in said(screen)
        monkeypatch.setenv("VISUAL", "/no/such/editor")
        await press(pilot, "O")
        assert "cannot be started" in said(screen)
        assert not screen.session.history.past


async def test_which_editor(monkeypatch):
    monkeypatch.setenv("VISUAL", "code --wait")
    monkeypatch.setenv("EDITOR", "vi")
    assert own_editor.command() == ["code", "--wait"]
    monkeypatch.delenv("VISUAL")
    assert own_editor.command() == ["vi"]


@pytest.mark.parametrize(("words", "lines"), [(30, (2, 5)), (300, (6, 6))])
async def test_the_box_opens_in_full_height_at_the_beginning(tmp_path, words, lines):
    path = tmp_path / "jobs" / "long.txt"
    path.write_text("Clerk\n\nDuties\n- Mow" + " lawns" * words + ".\n")
    async with at_desk(path, read=False) as (screen, pilot):
        await press(pilot)
        go(screen, "Mow lawns")
        await press(pilot, "e")
        await pilot.pause(0.1)
        editor = screen.query_one(LineEditor)
        assert lines[0] <= editor.size.height <= lines[1]
        assert editor.size.height == min(6, editor.wrapped_document.height)
        assert editor.scroll_offset.y == 0
        assert screen.sheet.region.contains_region(editor.region)
        await press(pilot, "escape")


async def test_what_was_being_typed_outlives_a_killed_terminal(clerk):
    async with at_desk(clerk) as (screen, pilot):
        go(screen, "Water the office plants.")
        await pilot.press("e", *" Thank callers")
        await pilot.pause(0.7)
        await pilot.press(*" twice")  # not even half a second before the end: this may go
        screen.desk_app.keeper.flush()
        left = LibraryShelf().earlier(read(clerk))
    assert next(iter(left.drafts.values())).startswith("Water the office plants. Thank callers")
    async with at_desk(clerk) as (screen, pilot):
        assert screen.current.text == "Water the office plants."
        assert said(screen).startswith(f" e goes on with what you typed in line {screen.current.place}.")
        await press(pilot, "e")
        assert screen.query_one(LineEditor).text.startswith("Water the office plants. Thank callers")
        assert "as you left it" in screen.query_one(LineEditor).border_title
        for _ in range(2):  # looked at and left, as often as one likes: the same key keeps the same words
            await press(pilot, "escape")
            assert "e brings back what you typed" in said(screen)
            await press(pilot, "e")
            assert screen.query_one(LineEditor).text.startswith("Water the office plants. Thank callers")
        await press(pilot, "ctrl+u", "escape")  # an empty box holds nothing to bring back
        assert not screen.session.drafts
        await press(pilot, "e")
        assert screen.query_one(LineEditor).text == "Water the office plants."
        await press(pilot, "escape")
        assert "brings back" not in said(screen)


async def test_refused_words_are_there_again_where_no_reason_is_given(clerk):
    async with at_desk(clerk) as (screen, pilot):
        go(screen, "Water the office plants.")
        for key, words in (("e", " Pay $500."), ("i", "Pay $700.")):
            await press(pilot, key, *words, "enter")
            assert isinstance(pilot.app.screen, AskDialog)
            await press(pilot, "escape")
            assert f"{key} brings back what you typed" in said(screen)
            await press(pilot, key)
            assert screen.query_one(LineEditor).text.endswith(words)
            await press(pilot, "enter", *"so agreed", "enter")
            assert not screen.session.drafts
        assert len(screen.session.desk.edits()) == 2


async def test_an_empty_new_line_is_not_judged(clerk):
    async with at_desk(clerk) as (screen, pilot):
        go(screen, "Water the office plants.")
        await press(pilot, "i")
        await pilot.press("x", "backspace")
        await pilot.pause(0.4)
        await press(pilot)
        assert "nothing lost" not in str(screen.query_one(LineEditor).border_subtitle)
        assert "Your words" not in detail(screen)
        await pilot.press(*"Thank them.")
        await pilot.pause(0.4)
        await press(pilot)
        assert "nothing lost" not in detail(screen)
        assert "no figure or name made up" in detail(screen)
        await press(pilot, "escape")


async def test_the_reason_of_own_words_is_never_that_of_others(clerk):
    async with at_desk(clerk) as (screen, pilot):
        to_proposal(screen)
        proposal = screen.current.proposal
        await press(pilot, "e", *[" ", "t", "o", "o"], "enter")
        if isinstance(pilot.app.screen, AskDialog):
            await press(pilot, *"so agreed", "enter")
        edit = screen.session.desk.edits()[0]
        assert edit.comment.startswith("Edited by hand.")
        assert proposal.rationale not in edit.comment
        assert proposal.rationale not in detail(screen)
        await press(pilot, "u", "a")
        assert screen.session.desk.edits()[0].comment == proposal.rationale


async def test_what_a_locked_line_keeps_from_the_editor_is_there_the_next_time(clerk, tmp_path, monkeypatch):
    editor_that(
        tmp_path,
        monkeypatch,
        "pathlib.Path(sys.argv[0]).with_name('seen').write_text(text)\n"
        "text = text.replace('the office plants', 'the plants in the office') + '\\n- Thank callers.\\n' * ('Thank' not in text)",
    )
    async with at_desk(clerk) as (screen, pilot):
        monkeypatch.setattr(type(pilot.app), "suspend", lambda self: contextlib.nullcontext())
        go(screen, "Water the office plants.")
        place = screen.current.place
        await press(pilot, "l", "O")
        assert f"Line {place} is locked: your text is kept" in said(screen)
        assert "Thank callers." in wholetext.text(screen.session.desk)
        assert "Water the office plants." in wholetext.text(screen.session.desk)
        go(screen, "Water the office plants.")
        await press(pilot, "l", "O")
        assert "Water the plants in the office" in (tmp_path / "seen").read_text()
        assert "Water the plants in the office." in wholetext.text(screen.session.desk)
        assert not screen.session.drafts


async def test_ctrl_u_clears_the_box_and_a_new_line_stands_below_the_cursor(clerk):
    async with at_desk(clerk, (60, 24)) as (screen, pilot):
        place = next(n for n, r in enumerate(screen.sheet.rows) if r.statement is None and r.tone == "open")
        waiting, line = screen.sheet.rows[place], screen.sheet.rows[place - 1]
        screen.sheet.go_to(place - 1)
        await press(pilot, "e", "ctrl+u")
        assert screen.query_one(LineEditor).text == ""
        await press(pilot, "ctrl+z")
        assert screen.query_one(LineEditor).text == line.text
        await press(pilot, "escape", "i", *"Thank them.", "enter")
        if isinstance(pilot.app.screen, AskDialog):
            await press(pilot, *"so agreed", "enter")
        texts = [r.text for r in screen.sheet.rows]
        assert texts[place] == "Thank them."
        assert texts[place + 1] == waiting.text


async def test_an_editor_that_is_no_command_line_is_said(monkeypatch):
    monkeypatch.setenv("VISUAL", "vim 'x")
    with pytest.raises(NotNow, match="no closing quotation"):
        own_editor.command()


async def test_an_emptied_line_has_lost_what_it_said(clerk):
    async with at_desk(clerk) as (screen, pilot):
        go(screen, "Water the office plants.")
        await press(pilot, "e")
        await pilot.press("ctrl+u")
        await pilot.pause(0.4)
        await press(pilot)
        told = str(screen.query_one(LineEditor).border_subtitle)
        assert "nothing lost" not in told
        assert "lost" in told
        await press(pilot, "escape")
