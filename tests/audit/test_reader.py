"""The child of a worker: what it reads is what this process reads, and what kills it or holds it up is listed."""

from collections.abc import Iterator

import pytest

from jdrewrite.analysis.settings import Settings
from jdrewrite.audit import Task, reader
from jdrewrite.audit.records import Failed
from jdrewrite.audit.worker import Sent, read_file
from jdrewrite.errors import SetupError

from . import deadly

TABLE = b"Job,Description\nClerk,- Prepare customer invoices each month.\nBaker,- Bake the bread of the day.\n"


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Iterator[reader.Reader]:
    monkeypatch.setattr(reader, "COMMAND", deadly.command("unprepared"))
    with reader.Reader() as made:
        yield made


def sent(content: bytes, path: str = "jobs.csv") -> Sent:
    return Sent(path=path, content=content, settings=Settings())


def test_files_that_end_it_or_hold_it_up_are_listed_and_the_others_read(child, monkeypatch):
    table = sent(TABLE)
    here = tuple(read_file("jobs.csv", Task(), table))
    assert len(here) == 2
    (died,) = child.read(sent(b"# It ends its process", "a.md"), Task())
    assert isinstance(died, Failed)
    assert (died.path, died.code) == ("a.md", 3)
    assert "twice" in died.reason
    with monkeypatch.context() as patch:
        patch.setattr(reader, "LIMIT", deadly.LIMIT)  # for this one alone: a slow machine reads the others in time
        (slow,) = child.read(sent(b"# It never comes back", "b.md"), Task())
    assert isinstance(slow, Failed)
    assert (slow.path, slow.reason) == ("b.md", "it was not done within 4 seconds")
    assert child.read(table, Task()) == here
    with pytest.raises(SetupError, match="en_model"):
        child.read(sent(b"# It wants a model", "c.md"), Task())
    assert child.read(table, Task()) == here  # the same child goes on


def test_a_child_that_does_not_start_is_told(child, monkeypatch):
    monkeypatch.setattr(reader, "COMMAND", deadly.command("stillborn"))
    with pytest.raises(SetupError, match="does not start"):
        child.read(sent(TABLE), Task())


def test_the_real_child_reads_and_is_not_left_behind():
    table = sent(TABLE)
    with reader.Reader() as child:
        assert child.read(table, Task()) == tuple(read_file("jobs.csv", Task(), table))
        process = child._child
        child.close()
        assert process.poll() is not None
        child.close()
