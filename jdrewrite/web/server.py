"""The server: textual-serve's pages behind the guard, and no process left behind."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable

from aiohttp import web
from textual_serve.server import Server, to_int

from jdrewrite.errors import SetupError
from jdrewrite.web.guard import HOST, guard, token
from jdrewrite.web.tab import Tab


class Served(Server):
    """One file or folder, in as many tabs as are opened."""

    def __init__(self, path: str | None, port: int, ready: Callable[[str], None]) -> None:
        super().__init__("jdrewrite", HOST, port, title="jdrewrite")
        self.path = path
        self.secret = token()
        self._ready = ready
        self._tabs: dict[Tab, web.WebSocketResponse] = {}

    async def guarded(self) -> web.Application:
        """Return the whole application."""
        outer = web.Application(middlewares=[guard(self.secret, self.port)])
        outer.add_subapp(f"/{self.secret}/", await self._make_app())
        return outer

    async def on_startup(self, app: web.Application) -> None:  # noqa: ARG002 - the signature of textual-serve
        """Tell the address; the socket listens already."""
        self._ready(f"http://{HOST}:{self.port}/{self.secret}/")

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002 - the signature of textual-serve
        """End every tab."""
        tabs = dict(self._tabs)
        await asyncio.gather(*(tab.stop() for tab in tabs), return_exceptions=True)
        await asyncio.gather(*(socket_.close() for socket_ in tabs.values()), return_exceptions=True)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run the UI for as long as the tab is there."""
        websocket = web.WebSocketResponse(heartbeat=15)
        await websocket.prepare(request)
        tab = Tab(
            self.command,
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=websocket.close,  # type: ignore[arg-type]  # whether it was open is of no interest
            download_manager=self.download_manager,
        )
        tab.path = self.path
        self._tabs[tab] = websocket
        try:
            await tab.start(to_int(request.query.get("width", ""), 80), to_int(request.query.get("height", ""), 24))
            with contextlib.suppress(ConnectionError):
                await self._process_messages(websocket, tab)
        finally:
            await asyncio.shield(tab.stop())
            del self._tabs[tab]
        return websocket


def run(path: str | None, port: int, ready: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM.

    Raises:
        SetupError: the port is taken.
    """
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
            listening.listen()
        except OSError as error:
            raise SetupError(
                f"--port {port}", f"cannot be used ({error.strerror})", "choose another, or leave it out"
            ) from error
        served = Served(path, listening.getsockname()[1], ready)
        web.run_app(served.guarded(), sock=listening, print=None, access_log=None, shutdown_timeout=5)
