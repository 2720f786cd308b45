"""The editor, driven as a person would drive it, over real analysis."""

import random

import pytest

from jdrewrite.catalogue import functions
from jdrewrite.documents import read
from jdrewrite.tui.app import JdrewriteApp
from jdrewrite.tui.commands import COMMANDS
from jdrewrite.tui.screens.dialogs import AskDialog, ChooseDialog, EditDialog
from jdrewrite.tui.screens.help import HelpScreen
from jdrewrite.tui.screens.start import StartScreen
from jdrewrite.tui.widgets.detail_panel import DetailPanel
from jdrewrite.tui.widgets.score_panel import ScorePanel
from jdrewrite.tui.widgets.text_view import TextView
from tests.rewriting.test_offline import IMPERATIVE

pytestmark = pytest.mark.asyncio


@pytest.fixture
def clerk(tmp_path, monkeypatch):
    # Whatever a random key types into "Save as" lands here, not in the checkout.
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "clerk.md"
    path.write_text(IMPERATIVE)
    return path


async def settled(app, pilot):
    """Wait until the analysis and the proposals are there."""
    await app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


def shown(app):
    return "\n".join(f"{row.sign} {row.text}" for row in app.screen.shown)


async def test_the_text_is_there_before_the_analysis(clerk):
    app = JdrewriteApp(str(clerk))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "Water the office plants." in shown(app)
        assert app.screen.query_one(TextView).option_count > 10
        await settled(app, pilot)
        assert app.screen.history.now.proposals
        assert "of 100" in str(app.screen.query_one(ScorePanel).render())


async def test_accept_undo_redo_reject(clerk):
    app = JdrewriteApp(str(clerk))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        screen = app.screen
        await pilot.press("n")
        first = screen.current.proposal.id
        await pilot.press("a")
        assert screen.history.now.decision(first).state == "accepted"
        assert "✓" in shown(app)
        await settled(app, pilot)
        assert screen.after.score.total > screen.history.now.assessment.score.total
        await pilot.press("u")
        assert screen.history.now.decision(first).state == "open"
        await pilot.press("ctrl+r")
        assert screen.history.now.decision(first).state == "accepted"
        await pilot.press("n")
        second = screen.current.proposal.id
        assert second != first
        await pilot.press("r")
        assert screen.history.now.decision(second).state == "rejected"
        await settled(app, pilot)


async def test_own_words_are_judged(clerk):
    app = JdrewriteApp(str(clerk))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        await pilot.press("n", "e")
        assert isinstance(app.screen, EditDialog)
        area = app.screen.query_one("TextArea")
        area.text = area.text.rstrip(".") + " within 24 hours, always."
        await pilot.press("ctrl+s")
        await settled(app, pilot)
        assert isinstance(app.screen, AskDialog)
        await pilot.press(*"ok", "enter")
        await settled(app, pilot)
        desk = app.screen.history.now
        decision = next(d for d in desk.decisions.values() if d.override)
        assert decision.override == "ok"
        assert decision.text.endswith("always.")


async def test_save_as_asks_before_it_overwrites(clerk):
    app = JdrewriteApp(str(clerk))
    target = clerk.with_name("clerk.rewritten.md")
    target.write_text("mine")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        await pilot.press("n", "a")
        await settled(app, pilot)
        await pilot.press("s", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ChooseDialog)
        await pilot.press("enter")
        await pilot.pause()
        assert target.read_text() == "mine"
        await pilot.press("s", "enter")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert target.read_text() != IMPERATIVE
        assert clerk.read_text() == IMPERATIVE
        assert not app.screen.history.unsaved
        await pilot.press("q")
    assert len(read(target).blocks) == len(read(clerk).blocks)


async def test_leaving_with_unsaved_changes_asks(clerk):
    app = JdrewriteApp(str(clerk))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        await pilot.press("n", "a", "q")
        await pilot.pause()
        assert isinstance(app.screen, ChooseDialog)
        await pilot.press("escape")
        await pilot.pause()
        assert app.is_running
        await settled(app, pilot)


async def test_views_theme_help_and_palette(clerk):
    app = JdrewriteApp(str(clerk))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        assert app.screen.has_class("narrow")
        editor = app.screen
        await pilot.press("o")
        assert editor.view == "original"
        await pilot.press("o", "o")
        assert editor.view == "review"
        theme = app.theme
        await pilot.press("t")
        assert app.theme != theme
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape")
        await pilot.pause()
        titles = {command.title for command in app.get_system_commands(editor)}
        assert {command.label for command in COMMANDS} <= titles


async def test_another_function_changes_the_advice(clerk):
    app = JdrewriteApp(str(clerk))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        await pilot.press("f")
        await pilot.pause()
        await pilot.press("end", "enter")
        await settled(app, pilot)
        assert app.screen.history.now.assessment.function[0].name == list(functions())[-1]


async def test_brackets_in_the_text_are_shown_as_they_are(tmp_path):
    path = tmp_path / "odd.md"
    path.write_text("# Clerk [bold]x[/bold]\n\n- Enter \\[red\\] invoices \x1b[31m now\n- Answer [/] calls\n")
    app = JdrewriteApp(str(path))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(app, pilot)
        assert "[red] invoices" in shown(app)
        assert "\x1b" not in shown(app)
        assert app.screen.query_one(DetailPanel)


async def test_the_start_screen_offers_only_what_can_be_read(tmp_path, monkeypatch):
    (tmp_path / "a.md").write_text("# Clerk\n\n- Enter invoices.")
    (tmp_path / "b.pdf").write_text("x")
    monkeypatch.chdir(tmp_path)
    app = JdrewriteApp(None)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause(0.5)
        assert isinstance(app.screen, StartScreen)
        tree = app.screen.query_one("Readable")
        assert [str(node.label) for node in tree.root.children] == ["a.md"]


async def test_random_keys_do_no_harm(clerk):
    keys = [c.key.split(",")[0] for c in COMMANDS if c.action not in {"leave", "function"}]
    keys += ["up", "down", "j", "k", "enter", "escape", "tab", "pagedown", "home", "x", "ctrl+s"]
    rng = random.Random(7)  # noqa: S311 - a test
    app = JdrewriteApp(str(clerk))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        for _ in range(300):
            await pilot.press(rng.choice(keys))
        await pilot.press("escape", "escape")
        await settled(app, pilot)
        assert app.is_running
    assert clerk.read_text() == IMPERATIVE
