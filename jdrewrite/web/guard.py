"""Who may ask: the token in the address, and only from this machine's own pages."""

from __future__ import annotations

import secrets

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

HOST = "127.0.0.1"


def token() -> str:
    """Return a new token that nobody can guess."""
    return secrets.token_urlsafe(32)


def guard(secret: str, port: int) -> Middleware:
    """Return what refuses every request without the token, for another host, or from another origin.

    The token is part of the path: a cookie would go to every server of this machine, whatever its port.
    """
    host = f"{HOST}:{port}"
    policy = (
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
        f"img-src 'self' data:; connect-src 'self' ws://{host}; frame-ancestors 'none'; base-uri 'none'"
    )

    @web.middleware
    async def refuse(request: web.Request, handler: Handler) -> web.StreamResponse:
        given = request.path.split("/")[1]
        if (
            request.headers.get("Host") != host
            or request.headers.get("Origin", f"http://{host}") != f"http://{host}"
            or not secrets.compare_digest(given.encode(), secret.encode())
        ):
            raise web.HTTPForbidden
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = policy
            response.headers["Referrer-Policy"] = "no-referrer"
            response.headers["Cache-Control"] = "no-store"
        return response

    return refuse
