"""The same small document and proposals as in the tests of the editing session."""

from tests.editing.conftest import assessment, desk, document, session

__all__ = ["assessment", "desk", "document", "session"]
