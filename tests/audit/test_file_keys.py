"""What the keys of an audit's files cost, and what they tell apart."""

import os
import tracemalloc
from pathlib import Path

import pytest

from jdrewrite.audit import Task
from jdrewrite.audit.file_keys import Keys
from jdrewrite.documents.border import MOST_BYTES


def test_a_file_that_is_too_large_is_not_read_for_its_key(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    keys = Keys(Task())
    tracemalloc.start()
    key = keys.of(str(large))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert key, "it is told by its size, and a run that is resumed passes it over"
    assert most < MOST_BYTES / 10
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 2)
    assert Keys(Task()).of(str(large)) != key


def test_what_is_no_file_has_no_key(tmp_path: Path) -> None:
    keys = Keys(Task())
    assert [keys.of(str(tmp_path / "gone.md")), keys.of(str(tmp_path)), keys.of("")] == ["", "", ""]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert Keys(Task()).of(str(tmp_path / "pipe.md")) == ""
