"""What the documents say of the house is so: its layers, its files, its commands."""

import configparser
import re

import pytest
import typer

from jdrewrite.cli.main import app
from tests.conftest import ROOT

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
USER = "\n".join(
    path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
)


def commands(group, name):
    for word, command in group.commands.items():
        if not command.hidden:
            yield f"{name} {word}"
            yield from commands(command, f"{name} {word}") if hasattr(command, "commands") else ()


def test_the_picture_of_the_house_is_what_is_held():
    held = configparser.ConfigParser()
    held.read(ROOT / ".importlinter")
    layers = held["importlinter:contract:layers"]["layers"].replace("jdrewrite.", "").split("\n")
    picture = CONTRIBUTING.split("```")[1].strip().split("\n")
    assert picture == [layer.strip() for layer in layers if layer.strip()]


def test_every_part_of_the_program_stands_in_the_picture():
    shown = set(re.findall(r"\w+", CONTRIBUTING.split("```")[1]))
    parts = {
        path.stem for path in (ROOT / "jdrewrite").iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert {part for part in parts if not part.startswith("_")} <= shown


def test_every_file_that_it_names_is_there():
    named = {
        word for word in re.findall(r"`([\w./-]+)`", CONTRIBUTING) if "/" in word and not re.search(r"NAME|-N\b", word)
    }
    assert len(named) > 20
    missing = sorted(word for word in named if not (ROOT / word).exists() and not (ROOT / "jdrewrite" / word).exists())
    assert missing == []


@pytest.mark.parametrize("command", list(commands(typer.main.get_command(app), "jdrewrite")))
def test_every_command_stands_in_a_document(command):
    assert re.search(rf"{command}\b", USER)
