"""What the judge knows of words at large: its tables load strictly, and what stands apart is never the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jdrewrite.errors import DataError
from jdrewrite.verifying import thesaurus as tables
from jdrewrite.verifying.lexicon import same
from jdrewrite.verifying.thesaurus import apart, carrier, classes, general


def test_general_words_and_carriers_are_told_from_words_that_name_something() -> None:
    assert general("opportunity")
    assert carrier("ensure")
    assert not general("invoice")
    assert not carrier("approve")


def test_acts_of_one_class_share_it_and_power_does_not_stand_with_help() -> None:
    assert classes("draft") & classes("write")
    assert not classes("approve") & classes("recommend")
    assert classes("no-such-verb") == frozenset()


@pytest.mark.parametrize(("one", "other"), [("manager", "director"), ("nurse", "doctor"), ("buy", "sell")])
def test_words_that_stand_apart_are_never_the_same(one: str, other: str) -> None:
    assert apart(one, other)
    assert not same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("abroad", "overseas"), ("mitigation", "reduce"), ("specification", "spec"), ("arrival", "arrive")],
)
def test_synonyms_and_derived_words_meet(one: str, other: str) -> None:
    assert same(one, other)


def test_words_behind_a_head_say_the_head_and_not_each_other() -> None:
    assert same("rural", "countryside")
    assert same("liability", "debt")
    assert same("setup", "schedule")
    assert not same("introduce", "book")


def test_an_unknown_table_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(tables._DATA, tmp_path, dirs_exist_ok=True)
    with (tmp_path / "general.toml").open("a") as file:
        file.write('\nverbz = "do"\n')
    monkeypatch.setattr(tables, "_DATA", tmp_path)
    tables.thesaurus.cache_clear()
    try:
        with pytest.raises(DataError, match="verbz"):
            tables.thesaurus()
    finally:
        tables.thesaurus.cache_clear()
