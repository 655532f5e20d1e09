"""Servers started as a person starts them, on a free port, for the length of a test."""

import ctypes
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
STARTS_WITHIN = 90.0
"""Seconds a server may take to answer on a busy machine."""


DROP_FROM_BOUNDS, MAY_WRITE_ANYWHERE = 24, 1
"""PR_CAPBSET_DROP and CAP_DAC_OVERRIDE: https://man7.org/linux/man-pages/man7/capabilities.7.html."""


def like_anybody() -> None:
    """From the next program on even root may only read and write what its owner may."""
    ctypes.CDLL(None).prctl(DROP_FROM_BOUNDS, MAY_WRITE_ANYWHERE)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    port: int
    process: subprocess.Popen

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def started(
    *words: str, before: Callable[[], object] | None = None, **environment: str
) -> Iterator[Server]:
    """`python -m` with these words, the last of which is answered by a port, once it serves.

    before       done in the new process first, such as setting its bounds
    environment  variables besides our own
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", *words, str(port)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=ROOT, env=env, preexec_fn=before, **silent) as process:  # noqa: PLW1509 - one system call
        server = Server(port, process)
        try:
            _wait_for(server)
            yield server
        finally:
            process.terminate()


@contextmanager
def started_page(
    script: str = "dashboard.py", before: Callable[[], object] | None = None, **environment: str
) -> Iterator[Server]:
    """A Streamlit script, by its path from the root, started as the README says."""
    quiet = ("--server.headless=true", "--server.fileWatcherType=none")
    words = ("streamlit", "run", script, *quiet, "--server.port")
    with started(*words, before=before, **environment) as server:
        yield server


def _wait_for(server: Server) -> None:
    """Return as soon as the server answers."""
    until = time.monotonic() + STARTS_WITHIN
    while not _answers(f"{server.origin}/_stcore/health"):
        assert server.process.poll() is None, "the server went away"
        if time.monotonic() > until:
            raise TimeoutError(f"the server did not answer within {STARTS_WITHIN:.0f} s")
        time.sleep(0.2)


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=1) as answer:
            return answer.status == 200
    except HTTPError as refused:
        refused.close()
    except OSError:
        pass  # nobody listens yet
    return False
