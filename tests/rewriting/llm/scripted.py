"""A server on loopback that speaks the OpenAI protocol and does what its script says, one act a request."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Act = Callable[["Handler", dict[str, Any]], None]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))))
        with self.server.lock:
            self.server.requests.append(body)
            self.server.headers.append({name.lower(): value for name, value in self.headers.items()})
            self.server.paths.append(self.path)
            self.server.under_way += 1
            self.server.most = max(self.server.most, self.server.under_way)
            act = self.server.script.pop(0) if self.server.script else self.server.last
        try:
            act(self, body)
        except (BrokenPipeError, ConnectionResetError):
            self.server.hung_up.set()
        finally:
            with self.server.lock:
                self.server.under_way -= 1

    def do_GET(self) -> None:
        whole(
            self,
            200,
            {"object": "list", "data": [{"id": "scripted", "object": "model", "created": 0, "owned_by": "x"}]},
        )

    def log_message(self, *args: Any) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, *script: Act) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.script = list(script)
        self.last: Act = script[-1] if script else answer({"changes": [], "additions": []})
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        """Names in lower case."""
        self.paths: list[str] = []
        self.lock = threading.Lock()
        self.hung_up = threading.Event()
        self.under_way = self.most = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


@contextmanager
def serving(*script: Act) -> Iterator[Server]:
    server = Server(*script)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def whole(handler: Handler, code: int, body: Any, **headers: str) -> None:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    handler.send_response(code)
    handler.send_header("content-type", headers.pop("type", "application/json"))
    handler.send_header("content-length", str(len(data)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(data)


def _open(handler: Handler, **headers: str) -> None:
    handler.send_response(200)
    handler.send_header("content-type", "text/event-stream")
    handler.send_header("transfer-encoding", "chunked")
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()


def _write(handler: Handler, data: bytes) -> None:
    handler.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
    handler.wfile.flush()


def _event(delta: dict[str, Any], finish: str | None = None, usage: dict[str, Any] | None = None) -> bytes:
    choices = [] if usage else [{"index": 0, "delta": delta, "finish_reason": finish}]
    chunk = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "scripted", "choices": choices}
    return f"data: {json.dumps(chunk | ({'usage': usage} if usage else {}))}\n\n".encode()


def answer(
    reply: Any,
    *,
    finish: str = "stop",
    size: int = 12,
    pause: float = 0.0,
    usage: bool = True,
    counted: dict[str, Any] | None = None,
    **headers: str,
) -> Act:
    """Stream a reply (an object or a raw text), ``size`` characters at a time; ``counted`` is told of its tokens."""
    text = reply if isinstance(reply, str) else json.dumps(reply, ensure_ascii=False)

    def act(handler: Handler, body: dict[str, Any]) -> None:
        _open(handler, **headers)
        for at in range(0, len(text), size):
            _write(handler, _event({"content": text[at : at + size]}))
            time.sleep(pause)
        _write(handler, _event({}, finish))
        if usage:
            told = counted or {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}
            _write(handler, _event({}, usage={"prompt_tokens_details": {"cached_tokens": 400}} | told))
        _write(handler, b"data: [DONE]\n\n")
        handler.wfile.write(b"0\r\n\r\n")

    return act


def typed(content: Any) -> Act:
    """Stream a piece whose content is no text."""

    def act(handler: Handler, body: dict[str, Any]) -> None:
        _open(handler)
        _write(handler, _event({"content": content}))
        _write(handler, _event({}, "stop"))
        _write(handler, b"data: [DONE]\n\n")
        handler.wfile.write(b"0\r\n\r\n")

    return act


def cut(text: str, *, size: int = 12) -> Act:
    """Stream a text, then reset the connection in the middle of the answer."""

    def act(handler: Handler, body: dict[str, Any]) -> None:
        _open(handler)
        for at in range(0, len(text), size):
            _write(handler, _event({"content": text[at : at + size]}))
        time.sleep(0.1)
        reset(handler, body)

    return act


def reset(handler: Handler, body: dict[str, Any]) -> None:
    """Reset the connection."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.close_connection = True
    raise ConnectionResetError


def refuse(code: int, message: str, **headers: str) -> Act:
    return lambda handler, body: whole(
        handler, code, {"error": {"message": message, "type": "x", "code": None}}, **headers
    )


def page(code: int = 200) -> Act:
    return lambda handler, body: whole(handler, code, b"<html>Welcome</html>", type="text/html")


def elsewhere(url: str) -> Act:
    return lambda handler, body: whole(handler, 307, {}, location=url)


def hang(handler: Handler, body: dict[str, Any]) -> None:
    """Say nothing until the other side gives up."""
    handler.connection.settimeout(20)
    try:
        gone = handler.connection.recv(1) == b""
    except OSError:
        gone = True
    if gone:
        handler.server.hung_up.set()
    handler.close_connection = True


def stall(text: str) -> Act:
    """Stream a text, then say nothing more."""

    def act(handler: Handler, body: dict[str, Any]) -> None:
        _open(handler)
        _write(handler, _event({"content": text}))
        hang(handler, body)

    return act


def flood(size: int) -> Act:
    """Stream so many bytes of sense and nonsense."""

    def act(handler: Handler, body: dict[str, Any]) -> None:
        _open(handler)
        _write(handler, _event({"content": '{"changes": ['}))
        piece = _event({"content": "x" * 10_000})
        for _ in range(size // len(piece) + 1):
            _write(handler, piece)
        hang(handler, body)

    return act


def one_line(size: int) -> Act:
    """Send a line without an end."""

    def act(handler: Handler, body: dict[str, Any]) -> None:
        _open(handler)
        for _ in range(size // 100_000):
            _write(handler, b"x" * 100_000)
        hang(handler, body)

    return act


def obeying(reply: Callable[[str], Any]) -> Act:
    """Answer with what a function makes of the user's message."""
    return lambda handler, body: answer(reply(body["messages"][-1]["content"]))(handler, body)
