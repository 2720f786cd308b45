import pytest

from jdrewrite.errors import DataError
from jdrewrite.tui.commands import COMMANDS, DEFAULT_KEYS, GROUPS
from jdrewrite.tui.keys import first, keymap, shown
from tests.tui.conftest import at_desk, press

MULTIPLEXERS = {"ctrl+b", "ctrl+a"}
"""Keys that tmux and screen take for themselves."""


def test_no_default_collides_with_tmux_or_screen_or_another():
    keys = [key.strip() for entry in DEFAULT_KEYS.values() for key in entry.split(",")]
    assert not MULTIPLEXERS.intersection(keys)
    assert len(keys) == len(set(keys))


def test_every_command_has_help_a_label_and_a_group():
    for name, command in COMMANDS.items():
        assert command.name == name
        assert command.help().endswith(".")
        assert command.label
        assert command.group in GROUPS


def test_the_users_keys_win():
    made = keymap({"accept": "a", "reject": "r,x", "help": "?"}, {"accept": "x, y"}, "config.toml")
    assert made == {"accept": "x,y", "reject": "r", "help": "question_mark"}


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"acept": "x"}, "no command 'acept'"),
        ({"accept": "x", "reject": "x"}, "given to 'accept' and to 'reject'"),
        ({"accept": "r"}, "taken from 'reject'"),
    ],
)
def test_keys_that_cannot_be_are_refused_with_the_way_out(wanted, told):
    with pytest.raises(DataError, match=told):
        keymap({"accept": "a", "reject": "r"}, wanted, "config.toml")


def test_keys_as_people_write_them():
    assert shown("question_mark,f1") == "? or F1"
    assert first("ctrl+y,ctrl+r") == "Ctrl-y"


@pytest.mark.asyncio
async def test_rebound_keys_work_and_are_shown(clerk, tmp_path):
    (tmp_path / "config.toml").write_text('[keys]\naccept = "z"\n')
    async with at_desk(clerk) as (screen, pilot):
        assert "z accepts" in str(screen.query_one("#status").render())
        await press(pilot, "n", "a")
        assert not screen.session.desk.edits()
        await press(pilot, "z")
        assert len(screen.session.desk.edits()) == 1
