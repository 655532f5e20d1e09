"""The bounds of a shared copy: how many are let in, and what one visitor's files may take."""

from collections import Counter, OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from advisor import Hosting

STREAM, UPLOADS = "/_stcore/stream", "/_stcore/upload_file/"
"""Streamlit's own ways: a visitor's connection, and files by visitor and file."""

METRICS = "/_stcore/metrics"
"""Where Streamlit counts visits, what they hold, and every part of the page that remembers."""

FULL = "This copy is full: {visitors} people have it open. Please come back in a minute.\n"
NOTHING = "There is nothing here.\n"
NO_LENGTH = "A file must come with its length.\n"
TOO_MUCH = "The files of one visitor may take {kept_mb} MB in all. Remove one first.\n"
COME_BACK_SECONDS = "60"
MEGABYTE = 1024 * 1024
MOST_LEDGERS = 10_000
"""Visitors whose files are counted, so that the count itself stays small."""


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
    """Bounds what one visitor's files may take in all, those that are still coming in included."""

    def __init__(self, app: ASGIApp, *, bounds: Hosting) -> None:
        self.app, self.bounds = app, bounds
        self.kept: OrderedDict[str, dict[str, int]] = OrderedDict()
        self.coming: Counter[str] = Counter()

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

        size = announced(scope) if scope["method"] == "PUT" else None
        with self._coming_in(visitor, size or 0):
            await self.app(scope, receive, send_counting)

    def _refusal(self, visitor: str, file: str, scope: Scope) -> PlainTextResponse | None:
        size = announced(scope)
        if size is None:
            return PlainTextResponse(NO_LENGTH, 411)
        files = self.kept.get(visitor, {})
        others = sum(kept for name, kept in files.items() if name != file)
        if others + self.coming[visitor] + size > self.bounds.kept_mb * MEGABYTE:
            return PlainTextResponse(TOO_MUCH.format(kept_mb=self.bounds.kept_mb), 413)
        return None

    @contextmanager
    def _coming_in(self, visitor: str, size: int) -> Iterator[None]:
        """Count a file while it comes in, so that many at once are bounded like one by one."""
        self.coming[visitor] += size
        try:
            yield
        finally:
            self.coming[visitor] -= size
            if not self.coming[visitor]:
                del self.coming[visitor]

    def _count(self, method: str, visitor: str, file: str, size: int | None) -> None:
        files = self.kept.setdefault(visitor, {})
        self.kept.move_to_end(visitor)
        if method == "PUT":
            files[file] = size or 0
        elif method == "DELETE":
            files.pop(file, None)
        if not files:  # else whoever takes back what was never given would push out the others
            del self.kept[visitor]
        while len(self.kept) > MOST_LEDGERS:
            self.kept.popitem(last=False)


class Closed:
    """Answers nobody where only whoever runs the copy has something to ask."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; what Streamlit tells of its visits, counted at some cost, is not there."""
        if scope["type"] == "http" and scope["path"].endswith(METRICS):
            await PlainTextResponse(NOTHING, 404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def announced(scope: Scope) -> int | None:
    """How many bytes a request says it brings; None where it does not say."""
    told = Headers(scope=scope).get("content-length", "")
    return int(told) if told.isdecimal() else None
