"""What workers send to the screen; a worker never touches a widget."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from jdrewrite.model import Document
from jdrewrite.workshop.orders import Answer, AnyOrder

if TYPE_CHECKING:
    from jdrewrite.editing.exporting import Target
    from jdrewrite.errors import JdrewriteError


class Came(Message):
    """An answer of the workshop."""

    def __init__(self, group: str, order: AnyOrder, answer: Answer) -> None:
        super().__init__()
        self.group = group
        self.order = order
        self.answer = answer


class Over(Message):
    """An order is done, failed or stopped."""

    def __init__(self, group: str, order: AnyOrder) -> None:
        super().__init__()
        self.group = group
        self.order = order


class Opened(Message):
    """A file was read; it may hold several job descriptions."""

    def __init__(self, documents: tuple[Document, ...]) -> None:
        super().__init__()
        self.documents = documents


class Wrote(Message):
    """A file was written, or could not be."""

    def __init__(self, path: Path, target: Target, error: JdrewriteError | None) -> None:
        super().__init__()
        self.path = path
        self.target = target
        self.error = error


class Stale(Message):
    """The file was changed on the disk since it was read; what was to be done with the result waits."""

    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self.then = then


class Reread(Message):
    """The file was read again."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document


class Turned(Message):
    """A document is marked as done now, or as in work again."""

    def __init__(self, *, done: bool) -> None:
        super().__init__()
        self.done = done


class Told(Message):
    """Something to tell the user."""

    def __init__(self, text: str, *, bad: bool = False) -> None:
        super().__init__()
        self.text = text
        self.bad = bad
