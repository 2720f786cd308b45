"""The engines of one session: each is made when it is first asked, and serves until the session ends."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdrewrite.rewriting import Engine


class Engines:
    """Keeps what it made, so that connections are used again and a budget is that of the session. Safe for threads."""

    def __init__(self) -> None:
        self._made: dict[str, Engine] = {}
        self._making = threading.Lock()

    def named(self, name: str) -> Engine:
        """Return an engine, the same each time.

        Raises:
            DataError: there is no engine of this name.
        """
        from jdrewrite.rewriting import engine_named

        with self._making:
            if name not in self._made:
                self._made[name] = engine_named(name)
            return self._made[name]

    def disconnect(self, name: str) -> None:
        """Close the connections of an engine, which goes on with its budget when it is asked again."""
        from jdrewrite.rewriting import StreamingEngine

        engine = self._made.get(name)
        if isinstance(engine, StreamingEngine):
            engine.close()

    def close(self) -> None:
        """Close all connections; what is asked later makes its engine anew."""
        for name in tuple(self._made):
            self.disconnect(name)
        with self._making:
            self._made.clear()
