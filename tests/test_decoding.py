"""Whatever is wrong with the bytes of a file of our own is one error, and each reader says what that means."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from jdrewrite import resources
from jdrewrite.audit import baseline
from jdrewrite.audit.results import Results
from jdrewrite.decoding import OtherShape, Unreadable, from_json, from_toml
from jdrewrite.errors import BrokenInput, DataError
from jdrewrite.library import layout, lines, sessions
from jdrewrite.rewriting.llm import answers, places
from tests.conftest import ROOT

_CASES = [(b'"\xff"', str), (b"{", dict), (b"1", str), (b"[" * 100_000, Any), (b'"\\ud800"', str)]


@pytest.mark.parametrize(("data", "kind"), _CASES)
def test_whatever_is_wrong_is_one_error(data: bytes, kind: type) -> None:
    with pytest.raises(Unreadable):
        from_json(data, kind)


_TOML = [(b'a = "\xff"', Any), (b"a =", Any), (b"a = " + b"[" * 100_000, Any), (b"a = " + b"1" * 10_000, Any)]


@pytest.mark.parametrize(("data", "kind"), _TOML)
def test_whatever_is_wrong_with_toml_is_one_error(data: bytes, kind: type) -> None:
    with pytest.raises(Unreadable) as told:
        from_toml(data, kind)
    assert not isinstance(told.value, OtherShape)


def test_another_shape_is_told_from_damage() -> None:
    for read in (lambda: from_json(b"[1]", list[str]), lambda: from_toml("a = 1", dict[str, str])):
        with pytest.raises(OtherShape, match="Expected `str`, got `int`"):
            read()


def test_toml_may_begin_as_windows_begins_a_file() -> None:
    assert from_toml(b"\xef\xbb\xbfa = 1\r\n", dict[str, int]) == {"a": 1}


@pytest.mark.parametrize(
    ("name", "data"), [("a.json", b'{"a":"\xff"}'), ("a.toml", b'a = "\xff"'), ("b.toml", b"a = 1")]
)
def test_a_damaged_table_of_our_own_is_told_with_its_name(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    for path in (tmp_path / name, tmp_path / "none.toml"):
        with pytest.raises(DataError, match=f"{path.name}: not valid: .*install jdrewrite again"):
            resources.table(path, dict[str, str])


def test_nothing_else_takes_json_or_toml_in() -> None:
    """Files of job descriptions apart: they are read leniently, and with the places of their texts."""
    own = re.compile(r"tomllib|json\.loads?\(|msgspec\.json\.(?:decode|Decoder)|msgspec\.toml")
    package = ROOT / "jdrewrite"
    using = {
        p.relative_to(package).as_posix() for p in package.rglob("*.py") if own.search(p.read_text(encoding="utf-8"))
    }
    assert using == {"decoding.py", *(f"documents/{name}.py" for name in ("json_file", "json_spans", "jsonl"))}


def test_a_flipped_bit_in_a_text_is_damage_to_the_library() -> None:
    read = lines.read(b'{"n":1,"sum":"\xff","entry":{}}\n', b"")
    assert (read.lines, read.damaged) == ({}, 1)
    assert not layout.whole_head(layout.head_bytes(layout.Head(made_by="1")).replace(b'"1"', b'"\xff"'))
    assert not sessions.whole(b'{"sum":"","saved_at":"","who":"\xff","document":"","name":"","data":{}}')


def test_what_only_remembers_is_asked_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JDREWRITE_CACHE", str(tmp_path))
    monkeypatch.setenv("JDREWRITE_STATE", str(tmp_path))
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "a.json").write_bytes(b'{"texts":["\xff"],"whole":true,"model":"m","prompt":"p"}')
    (tmp_path / "agreed.json").write_bytes(b'{"office":"\xff"}')
    assert answers.kept("a") is None
    assert places.agreed_before() == {}


def test_what_the_user_named_is_a_broken_input(tmp_path: Path) -> None:
    known, results = tmp_path / "baseline.json", tmp_path / "results.jsonl"
    known.write_bytes(b'{"version":1,"documents":{"\xff":{"score":1,"findings":[]}}}')
    results.write_bytes(b'{"audit":"\xff","begun":"","places":[]}\n')
    with pytest.raises(BrokenInput):
        baseline.read(known)
    with pytest.raises(BrokenInput):
        Results(results)
