"""The same small document and proposals as in the tests of the editing session, and a library of its own for each."""

import pytest

from jdrewrite.editing.session import analysed, opened, proposed, resumed
from jdrewrite.keeping.library_shelf import LibraryShelf
from tests.editing.conftest import assessment, desk, document, proposal, session


@pytest.fixture(autouse=True)
def library(tmp_path, monkeypatch):
    monkeypatch.setenv("JDREWRITE_LIBRARY", str(tmp_path / "library"))
    return tmp_path / "library"


def window(document, assessment):
    """A shelf of its own, as another process has it, and the session it begins with."""
    proposals = (proposal(1), proposal(3, statement="s4"))
    shelf = LibraryShelf()
    now = analysed(opened(document), assessment)
    if (earlier := shelf.earlier(document)) is not None:
        now = resumed(now, earlier)
    return shelf, proposed(now, proposals)


__all__ = ["assessment", "desk", "document", "session", "window"]
