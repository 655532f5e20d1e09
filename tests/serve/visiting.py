"""A shared copy started as a person starts it, and visitors that speak its page's own protocol."""

import re
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileUploaderState, UploadedFileInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect

from tests.started import started

ANSWERS_WITHIN = 120.0
"""Seconds on a busy machine."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A running shared copy."""

    port: int
    pid: int

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str = "/", **headers: str) -> tuple[int, dict[str, str], str]:
        """Status, headers (names in lower case) and text of one page."""
        asked = urllib.request.Request(f"{self.origin}{path}", headers=headers)
        try:
            with urllib.request.urlopen(asked, timeout=30) as answer:
                return answer.status, _lower(answer.headers), answer.read().decode(errors="replace")
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, _lower(refused.headers), refused.read().decode()

    def memory(self) -> int:
        """Bytes the server holds now."""
        told = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"VmRSS:\s+(\d+)", told)[1]) * 1024


def _lower(headers) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


@contextmanager
def shared_copy(*arguments: str) -> Iterator[Copy]:
    """`python -m advisor serve` on a free port, for the length of a test."""
    with started("advisor", "serve", *arguments, "--port") as server:
        yield Copy(port=server.port, pid=server.process.pid)


@dataclass(slots=True)
class Visitor:
    """One open page, without a browser: what it was shown, and what it can do."""

    copy: Copy
    wire: ClientConnection
    id: str = ""
    shown: list[bytes] = field(default_factory=list)
    uploader: str = ""

    def look(self, states: tuple[WidgetState, ...] = ()) -> float:
        """Have the page drawn; returns the seconds it took."""
        asked = BackMsg()
        asked.rerun_script.widget_states.widgets.extend(states)
        begun = time.monotonic()
        self.wire.send(asked.SerializeToString())
        while True:
            got = self.wire.recv(timeout=ANSWERS_WITHIN)
            message = ForwardMsg.FromString(got)
            self.shown.append(got)
            if message.HasField("new_session"):
                self.id = self.id or message.new_session.initialize.session_id
            found = message.delta.new_element.file_uploader.id
            self.uploader = self.uploader or found
            if message.WhichOneof("type") == "script_finished":
                return time.monotonic() - begun

    def give(self, content: bytes, name: str) -> float:
        """Upload a file as the page does, and have the page drawn; returns seconds."""
        file = f"file-{len(self.shown)}"
        status, text = self.put(file, content, name)
        assert status in {200, 204}, text
        info = UploadedFileInfo(file_id=file, name=name, size=len(content))
        info.file_urls.file_id = file
        info.file_urls.upload_url = f"/_stcore/upload_file/{self.id}/{file}"
        info.file_urls.delete_url = info.file_urls.upload_url
        state = WidgetState(
            id=self.uploader,
            file_uploader_state_value=FileUploaderState(uploaded_file_info=[info]),
        )
        return self.look((state,))

    def put(self, file: str, content: bytes, name: str) -> tuple[int, str]:
        """Send the bytes of a file; status and text of the answer."""
        mark = "b0undary"
        head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body = head.encode() + content + f"\r\n--{mark}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={mark}", **self._token()}
        # As a browser does, it stays connected while an early refusal is answered: whoever asks
        # to be cut off after the answer, as `urlopen` does, may be cut off before it.
        with closing(HTTPConnection("127.0.0.1", self.copy.port, timeout=60)) as line:
            line.request("PUT", f"/_stcore/upload_file/{self.id}/{file}", body, headers)
            answer = line.getresponse()
            return answer.status, answer.read().decode()

    def _token(self) -> dict[str, str]:
        """What proves that a request comes from the page: the same token twice."""
        with urllib.request.urlopen(f"{self.copy.origin}/_stcore/health", timeout=30) as told:
            cookies = told.headers.get_all("Set-Cookie") or []
        token = next(
            (one.split(";")[0] for one in cookies if one.startswith("_streamlit_xsrf")), ""
        )
        return {"Cookie": token, "X-Xsrftoken": token.partition("=")[2]}

    def text(self) -> str:
        """Everything the page was ever sent."""
        return b"\n".join(self.shown).decode(errors="replace")


@contextmanager
def visitor(copy: Copy, **headers: str) -> Iterator[Visitor]:
    """A page opened on this copy; `headers` are added to how it asks."""
    address = f"ws://127.0.0.1:{copy.port}/_stcore/stream"
    with connect(
        address,
        subprotocols=["streamlit"],
        additional_headers=headers,
        max_size=None,
        open_timeout=60,
    ) as wire:
        yield Visitor(copy=copy, wire=wire)
