"""One tab: a process of the terminal UI in a group of its own, so that all of it can be ended."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

from textual_serve.app_service import AppService

_GRACE = 3.0
"""Seconds for the UI to end in good order; its work is kept as it is done."""


class Tab(AppService):
    """Starts the UI without a shell, and leaves nothing of it behind."""

    path: str | None = None

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        # -P: the folder of the documents is no place to import modules from.
        words = [sys.executable, "-P", "-m", "jdrewrite.web.child", str(os.getpid())]
        folder = None
        if self.path is not None and Path(self.path).is_dir():
            folder = self.path
        elif self.path is not None:
            words.append(self.path)
        self._process = process = await asyncio.create_subprocess_exec(
            *words,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            cwd=folder,
            env=self._build_environment(width, height),
            start_new_session=True,
        )
        self._stdin = process.stdin
        return process

    async def run(self) -> None:
        """Pass on what the UI draws; when it has ended, however it did, the page says so."""
        await super().run()
        await self.remote_close()

    async def stop(self) -> None:
        """Ask the UI to end; end its whole group in any case."""
        process = self._process
        if process is None:
            return
        self._process = None
        try:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(self._quit(process), _GRACE)
        finally:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
            if self._task is not None:
                self._task.cancel()

    async def _quit(self, process: Process) -> None:
        await self._download_manager.cancel_app_downloads(app_service_id=self.app_service_id)
        await self.send_meta({"type": "quit"})
        await process.wait()
