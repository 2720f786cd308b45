"""Whatever is wrong with the bytes of a file of our own is one error, and each reader says what that means."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jdrewrite.audit import baseline
from jdrewrite.audit.journal import Results
from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.errors import BrokenInput
from jdrewrite.library import layout, lines, sessions
from jdrewrite.rewriting.llm import answers, places

_CASES = [(b'"\xff"', str), (b"{", dict), (b"1", str), (b"[" * 100_000, Any), (b'"\\ud800"', str)]


@pytest.mark.parametrize(("data", "kind"), _CASES)
def test_whatever_is_wrong_is_one_error(data: bytes, kind: type) -> None:
    with pytest.raises(Unreadable):
        from_json(data, kind)


def test_a_flipped_bit_in_a_text_is_damage_to_the_library() -> None:
    read = lines.read(b'{"n":1,"sum":"\xff","entry":{}}\n', b"")
    assert (read.lines, read.damaged) == ({}, 1)
    assert not layout.whole_head(layout.head_bytes(layout.Head(made_by="1")).replace(b'"1"', b'"\xff"'))
    assert not sessions._whole(b'{"sum":"","saved_at":"","who":"\xff","document":"","name":"","data":{}}')


def test_what_only_remembers_is_asked_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JDREWRITE_CACHE", str(tmp_path))
    monkeypatch.setenv("JDREWRITE_STATE", str(tmp_path))
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "a.json").write_bytes(b'{"texts":["\xff"],"whole":true,"model":"m","prompt":"p"}')
    (tmp_path / "agreed.json").write_bytes(b'{"office":"\xff"}')
    assert answers.kept("a") is None
    assert places._agreed() == {}


def test_what_the_user_named_is_a_broken_input(tmp_path: Path) -> None:
    known, results = tmp_path / "baseline.json", tmp_path / "results.jsonl"
    known.write_bytes(b'{"version":1,"documents":{"\xff":{"score":1,"findings":[]}}}')
    results.write_bytes(b'{"audit":"\xff","begun":"","places":[]}\n')
    with pytest.raises(BrokenInput):
        baseline.read(known)
    with pytest.raises(BrokenInput):
        Results(results)
