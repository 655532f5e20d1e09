"""The page for use beyond one's own machine: strict headers, bounds, nothing kept.

Started by `python -m advisor serve`. What a visitor enters lives as long as their page is open and
in no file; every answer carries headers under which a browser runs and fetches nothing that does
not come from this server.
"""

import asyncio
import ctypes
import gc
import os
import sys
from argparse import Namespace
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import runtime

from advisor import Hosting

DASHBOARD = Path(__file__).parent.parent / "dashboard.py"
"""The page; it stands beside the package."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' blob:",  # an inline component is loaded from a blob
        "style-src 'self' 'unsafe-inline'",  # Streamlit styles its elements in the page
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""The content security policy: https://www.w3.org/TR/CSP3/."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What every answer carries."""

STREAM, UPLOADS = "/_stcore/stream", "/_stcore/upload_file/"
"""Streamlit's own ways: a visitor's connection, and files by visitor and file."""

FULL = "This copy is full: {visitors} people have it open. Please come back in a minute.\n"
NO_LENGTH = "A file must come with its length.\n"
TOO_MUCH = "The files of one visitor may take {kept_mb} MB in all. Remove one first.\n"
COME_BACK_SECONDS = "60"
MEGABYTE = 1024 * 1024
FORGETS_EVERY_SECONDS = 5
MOST_LEDGERS = 10_000
"""Visitors whose files are counted, so that the count itself stays small."""


class StrictHeaders:
    """Puts `HEADERS` on every answer, errors and files included."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; what already stands there is replaced."""

        async def send_strictly(message: Message) -> None:
            if message["type"] in {"http.response.start", "websocket.http.response.start"}:
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        await self.app(scope, receive, send_strictly)


class Visitors:
    """Lets so many visitors in at once; those who are inside never notice."""

    def __init__(self, app: ASGIApp, *, bounds: Hosting) -> None:
        self.app, self.bounds, self.inside = app, bounds, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; the page itself and new connections are refused when all are inside."""
        full = self.inside >= self.bounds.visitors
        if scope["type"] == "websocket" and scope["path"].endswith(STREAM):
            await self._stay(scope, receive, send, full=full)
        elif scope["type"] == "http" and full and scope["path"] == "/":
            text = FULL.format(visitors=self.bounds.visitors)
            refused = PlainTextResponse(text, 503, {"Retry-After": COME_BACK_SECONDS})
            await refused(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _stay(self, scope: Scope, receive: Receive, send: Send, *, full: bool) -> None:
        if full:
            await receive()
            await send({"type": "websocket.close", "code": 1013})
            return
        self.inside += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.inside -= 1


class Uploads:
    """Bounds what one visitor's files may take in all."""

    def __init__(self, app: ASGIApp, *, bounds: Hosting) -> None:
        self.app, self.bounds = app, bounds
        self.kept: OrderedDict[str, dict[str, int]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; a file beyond the bound is refused before it is read."""
        if scope["type"] != "http" or UPLOADS not in scope["path"]:
            await self.app(scope, receive, send)
            return
        visitor, _, file = scope["path"].partition(UPLOADS)[2].partition("/")
        refused = self._refusal(visitor, file, scope) if scope["method"] == "PUT" else None
        if refused is not None:
            await refused(scope, receive, send)
            return

        async def send_counting(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] < 300:
                self._count(scope["method"], visitor, file, announced(scope))
            await send(message)

        await self.app(scope, receive, send_counting)

    def _refusal(self, visitor: str, file: str, scope: Scope) -> PlainTextResponse | None:
        size = announced(scope)
        if size is None:
            return PlainTextResponse(NO_LENGTH, 411)
        files = self.kept.get(visitor, {})
        others = sum(kept for name, kept in files.items() if name != file)
        if others + size > self.bounds.kept_mb * MEGABYTE:
            return PlainTextResponse(TOO_MUCH.format(kept_mb=self.bounds.kept_mb), 413)
        return None

    def _count(self, method: str, visitor: str, file: str, size: int | None) -> None:
        files = self.kept.setdefault(visitor, {})
        self.kept.move_to_end(visitor)
        if method == "PUT":
            files[file] = size or 0
        elif method == "DELETE":
            files.pop(file, None)
        while len(self.kept) > MOST_LEDGERS:
            self.kept.popitem(last=False)


def announced(scope: Scope) -> int | None:
    """How many bytes a request says it brings; None where it does not say."""
    told = Headers(scope=scope).get("content-length", "")
    return int(told) if told.isdecimal() else None


def forget_the_absent() -> None:
    """Drop now whoever has been away too long, and give their memory back to the system.

    Streamlit keeps a page for its visitor's return, and drops it only when somebody else leaves.
    """
    manager = runtime.get_instance()._session_mgr  # the storage has no public way to it
    absent = manager._session_storage._cache.expire()  # type: ignore[attr-defined] # likewise
    for _, left in absent:
        left.session.shutdown()
        left.session.session_state.clear()
    if absent:
        gc.collect()
        with suppress(AttributeError):  # only some C libraries hold memory back
            ctypes.CDLL(None).malloc_trim(0)


@asynccontextmanager
async def _forgetting(_: st.App) -> AsyncIterator[None]:
    """For as long as the server runs."""

    async def now_and_then() -> None:
        while True:
            await asyncio.sleep(FORGETS_EVERY_SECONDS)
            forget_the_absent()

    task = asyncio.create_task(now_and_then())
    yield
    task.cancel()


def page(bounds: Hosting, names: tuple[str, ...]) -> st.App:
    """The page behind its guards, as an ASGI application.

    names  of the hosts it may be asked by; `*` is any
    """
    guards = [
        Middleware(StrictHeaders),
        Middleware(TrustedHostMiddleware, allowed_hosts=list(names), www_redirect=False),
        Middleware(Visitors, bounds=bounds),
        Middleware(Uploads, bounds=bounds),
    ]
    return st.App(DASHBOARD, middleware=guards, lifespan=_forgetting)


def settings(arguments: Namespace, bounds: Hosting) -> dict[str, object]:
    """Streamlit's own settings, whatever a file of settings says."""
    return {
        "server.address": arguments.address,
        "server.port": arguments.port,
        "server.headless": True,
        "server.allowedHosts": list(arguments.host),
        "server.enableCORS": True,
        "server.enableXsrfProtection": True,
        "server.fileWatcherType": "none",
        "server.maxUploadSize": bounds.upload_mb,
        "server.maxMessageSize": bounds.upload_mb,
        "server.disconnectedSessionTTL": bounds.away_seconds,
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
        "client.toolbarMode": "viewer",
        "client.disableDataExport": True,
    }


def serve(arguments: Namespace) -> int:
    """Serve the page until it is stopped."""
    bounds = Hosting(
        visitors=arguments.visitors, rows=arguments.rows, upload_mb=arguments.upload_mb
    )
    os.environ.update({"ADVISOR_JOURNAL": "off", **bounds.environment})
    app = page(bounds, tuple(arguments.host))
    sys.argv = [str(DASHBOARD)]  # Streamlit looks for its settings beside the script it is told
    app.run(config=settings(arguments, bounds))
    return 0
