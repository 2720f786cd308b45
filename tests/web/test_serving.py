"""``jdrewrite serve``: who is let in, and that nothing stays behind."""

import asyncio
import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import aiohttp
import pytest


def children(of: int) -> set[int]:
    """Processes whose parent, or whose group's leader's parent, is this one."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, parent, group = stat.read_text().rpartition(")")[2].split()[:3]
            if state != "Z":
                found[int(stat.parent.name)] = (int(parent), int(group))
    leaders = {pid for pid, (parent, _) in found.items() if parent == of}
    return leaders | {pid for pid, (_, group) in found.items() if group in leaders}


def living(groups: set[int]) -> set[int]:
    """Processes of these groups that live."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, group = stat.read_text().rpartition(")")[2].split()[:3]
            if int(group) in groups and state != "Z":
                found.add(int(stat.parent.name))
    return found


def until(true, seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return False


async def status(address: str, **headers: str) -> int:
    async with aiohttp.ClientSession() as session, session.get(address, headers=headers) as answer:
        return answer.status


async def test_only_the_whole_address_from_this_machine_is_let_in(server):
    address = server.address
    host = re.match(r"http://(127\.0\.0\.1:\d+)/[\w-]{43}/$", address).group(1)
    assert await status(address) == 200
    assert await status(f"{address}static/js/textual.js", Origin=f"http://{host}") == 200
    for path in ("", "ws", "static/js/textual.js", "download/x", "wrong/", "wrong/ws", address[-44:-2] + "/", "é/"):
        assert await status(f"http://{host}/{path}") == 403, path
    for path in (address, f"{address}ws"):
        assert await status(path, Origin="http://example.com") == 403
        assert await status(path, Origin="null") == 403
        assert await status(path, Host="example.com") == 403
        assert await status(path, Host=f"localhost.example.com:{host[10:]}") == 403
    async with aiohttp.ClientSession() as session:
        for url, origin in ((f"ws://{host}/ws", f"http://{host}"), (f"ws{address[4:]}ws", "http://example.com")):
            with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
                await session.ws_connect(url, origin=origin)
    assert not children(server.pid)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")
@pytest.mark.parametrize("end", ["close", "SIGTERM", "SIGINT", "SIGKILL"])
async def test_no_process_stays_behind(server, end):
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"ws{server.address[4:]}ws?width=100&height=30") as websocket,
    ):
        drawn = b""
        async with asyncio.timeout(60):
            while b"decided" not in drawn:
                drawn += await websocket.receive_bytes()
        groups = children(server.pid)
        assert groups
        assert all(os.getpgid(pid) != os.getpgid(server.pid) for pid in groups)
        if end == "close":
            await websocket.close()
        else:
            server.send_signal(signal.Signals[end])
            assert await asyncio.to_thread(until, lambda: server.poll() is not None)
        assert await asyncio.to_thread(until, lambda: not living(groups)), living(groups)
    if end == "close":
        assert server.poll() is None
    elif end != "SIGKILL":
        assert server.returncode == 0


@pytest.mark.parametrize("server", ["folder"], indirect=True)
async def test_a_folder_is_shown_not_imported_from_and_a_fallen_ui_closes_the_page(server, tmp_path):
    (tmp_path / "textual.py").write_text("raise SystemExit('imported')")
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"ws{server.address[4:]}ws?width=160&height=50") as websocket,
    ):
        drawn = b""
        async with asyncio.timeout(60):
            while b"specialist.docx" not in drawn:
                drawn += await websocket.receive_bytes()
            for pid in children(server.pid):
                os.kill(pid, signal.SIGKILL)
            while (await websocket.receive()).type is not aiohttp.WSMsgType.CLOSE:
                pass


def test_a_taken_port_and_a_missing_file_are_told(server, tmp_path):
    port = server.address.split(":")[2].split("/")[0]
    for words, code in (([str(tmp_path), "--port", port], 5), ([str(tmp_path / "none.md")], 3)):
        told = subprocess.run(
            [sys.executable, "-m", "jdrewrite", "serve", "--no-open", *words],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert (told.returncode, told.stderr.count("\n")) == (code, 1), told.stderr


def test_the_missing_extra_is_told_with_the_way_out(monkeypatch):
    from jdrewrite.errors import SetupError
    from jdrewrite.web import serve

    monkeypatch.setitem(sys.modules, "textual_serve", None)
    with pytest.raises(SetupError, match=r"jdrewrite\[serve\]"):
        serve(None, 0, print)
