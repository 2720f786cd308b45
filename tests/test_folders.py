"""Every place of the program's own follows its variable, or lies where the system keeps such things."""

from pathlib import Path

import pytest

from jdrewrite import folders
from jdrewrite.audit import cache as audits
from jdrewrite.config import config_path
from jdrewrite.library import default_path
from jdrewrite.reflection import store
from jdrewrite.rewriting.llm import answers
from jdrewrite.tui import remembered

PLACES = {
    "CACHE": (folders.cache, answers.folder, audits.default_path),
    "STATE": (folders.state, remembered.place),
    "LIBRARY": (folders.library, default_path),
    "REFLECTIONS": (folders.reflections, store.folder),
    "CONFIG": (folders.settings_file, config_path),
}


@pytest.mark.parametrize("name", PLACES)
def test_a_variable_moves_all_that_is_kept_there(name, tmp_path, monkeypatch):
    monkeypatch.setenv(f"JDREWRITE_{name}", str(tmp_path))
    assert all(place().is_relative_to(tmp_path) for place in PLACES[name])
    monkeypatch.setenv(f"JDREWRITE_{name}", "~/elsewhere")
    assert all(place().is_relative_to(Path.home() / "elsewhere") for place in PLACES[name])
    monkeypatch.delenv(f"JDREWRITE_{name}")
    assert all("jdrewrite" in place().parts and not place().is_relative_to(tmp_path) for place in PLACES[name])
