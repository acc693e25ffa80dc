"""What stands between the desk and the rest of the world: it answers its own page on this machine and nobody else.

A page of another site can send requests to a local port, and with a name that it points at 127.0.0.1 (DNS rebinding) it could read
the answers. So the Host must be ours, a request that says it comes from elsewhere is refused, and nothing may frame or embed the desk.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ledger.desk.answers import error_json

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
"""Scripts and styles are files of the package; nothing is inline, and no text ever becomes markup."""

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "content-security-policy": POLICY,
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "cache-control": "no-store",
    }
)
_OWN = frozenset(("same-origin", "none"))
"""What Sec-Fetch-Site says of a request from the desk's own page, and of an address that somebody typed."""


def hosts_of(port: int) -> frozenset[str]:
    """The values of Host that name this machine and the desk's port."""
    names = ("127.0.0.1", "localhost")
    return frozenset(f"{name}:{port}" for name in names) | (frozenset(names) if port == 80 else frozenset())


class Guard:
    """Refuses what does not come from the desk's own page, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            refused = self._refuse(scope)
            await (refused or self.app)(scope, receive, _with_headers(send))

    def _refuse(self, scope: Scope) -> JSONResponse | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self.hosts:
            return _refusal(421, "the request names another host", "Open the address that factledger printed")
        origin = headers.get("origin")
        if origin is not None and origin.lower().removeprefix("http://") not in self.hosts:
            return _refusal(403, "the request comes from a page of another site", "Use the desk in a tab of its own")
        typed = scope["path"] == "/" and headers.get("sec-fetch-mode") == "navigate"  # a link on another page may lead here
        if headers.get("sec-fetch-site", "none") not in _OWN and not typed:
            return _refusal(403, "the request comes from a page of another site", "Use the desk in a tab of its own")
        return None


def _refusal(status: int, found: str, todo: str) -> JSONResponse:
    return JSONResponse(error_json("desk", found, todo), status)


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return sent
