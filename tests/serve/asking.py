"""Asking an ASGI application in this process: one request, the answer's status, headers, text."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from starlette.datastructures import Headers


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Headers
    text: str


def apart(work: Coroutine[object, object, object]) -> object:
    """Run to the end in a thread of its own; a browser test may have a loop running in this one."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, work).result()


def ask(app, method="GET", path="/", *, body=b"", headers=()):
    """The answer to one request with the body's length announced unless `headers` say otherwise."""
    told = dict(headers or [("content-length", str(len(body)))])
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in told.items()],
    }
    sent = []

    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message):
        sent.append(message)

    apart(app(scope, receive, send))
    start = sent[0]
    text = b"".join(message.get("body", b"") for message in sent[1:]).decode()
    return Answer(status=start["status"], headers=Headers(raw=start["headers"]), text=text)


async def fine(scope, receive, send):
    """An application that finds everything all right."""
    await receive()
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b"fine"})
