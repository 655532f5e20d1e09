"""The headers of every answer, under which a browser runs and fetches nothing from elsewhere."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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

FILES = "/media/"
"""The way to what the page hands out: files and pictures made of a visitor's own sheet."""

NOT_KEPT = {"Cache-Control": "no-store"}
"""What those carry besides: whoever uses the same browser next does not find them."""

ANSWERS = {"http.response.start", "websocket.http.response.start", "websocket.accept"}
"""What begins an answer: https://asgi.readthedocs.io/en/latest/specs/www.html."""

REFUSED = {"type": "websocket.http.response.start", "status": 403}
"""What a connection gets that is closed before it was opened."""


class StrictHeaders:
    """Puts `HEADERS` on every answer: errors, files and connections, opened or refused."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; what already stands there is replaced."""
        # Servers that cannot answer a connection in words refuse it in their own way.
        silent = "websocket.http.response" not in scope.get("extensions", {})
        answered = scope["type"] != "websocket" or silent

        async def send_strictly(message: Message) -> None:
            nonlocal answered
            if message["type"] in ANSWERS:
                answered = True
                await send(strict(message, file=FILES in scope.get("path", "")))
            elif message["type"] == "websocket.close" and not answered:
                await send(strict(REFUSED))
                await send({"type": "websocket.http.response.body", "body": b""})
            else:
                await send(message)

        await self.app(scope, receive, send_strictly)


def strict(message: Message, *, file: bool = False) -> Message:
    """The beginning of an answer with the headers every answer carries, and those of a file."""
    found = {"headers": [], **message}
    headers = MutableHeaders(scope=found)
    for name, value in {**HEADERS, **(NOT_KEPT if file else {})}.items():
        headers[name] = value
    return found
