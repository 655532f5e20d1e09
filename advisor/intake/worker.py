"""A process of its own for reading files, so that no file can bring the program down.

One long-lived child per process that reads; it is started when first needed, limited in memory and
time, and replaced when it dies. It runs any importable function, so it knows none of them.
"""

import atexit
import contextlib
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, TypeVar

from advisor.intake.reader_failed import reader_failed
from advisor.intake.stages import Stage, reached, watching

SECONDS = 30.0
"""Work one file may take; beyond, the child is ended and replaced."""

PATIENCE = 3.0 if hasattr(signal, "setitimer") else 1.0
"""How much longer than its work a file may take by the clock, on a machine that is busy."""

START_SECONDS = 60.0
"""How long a child may take until it is ready; a cold machine loads its libraries slowly."""

MEMORY_BYTES = 2_000_000_000
"""Address space of the child, where the platform can limit it."""

_ROOT = Path(__file__).resolve().parents[2]
_SIZE = struct.Struct("<Q")
_READY = b"ready"
_AT = b"at "
"""Begins a message that names the stage a reading has come to; no pickle begins so."""
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "ARROW_NUM_THREADS")

_Result = TypeVar("_Result")


class NoChild(RuntimeError):  # noqa: N818 - it tells the caller to do the work itself
    """No child process can be started here at all."""


class Worker:
    """A child process that runs one function at a time; safe to share between threads."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def run(self, function: Callable[..., _Result], *args: object, **named: object) -> _Result:
        """What the function returns or raises, run in the child.

        function  importable by its name; arguments and result must be picklable
        Raises NoChild when no child can be started, and UnreadableSheet("reader_failed") when it
        dies, takes too long, or fails in a way that is nobody's fault but ours.
        """
        order = pickle.dumps((function, args, named), protocol=5)
        seen: list[Stage] = []
        with self._lock:
            child = self._ready_child()
            reply = self._ask(child, order, seen)
        if reply is None:
            raise reader_failed("it took too much time or memory, or the program broke", seen)
        returned, result = pickle.loads(reply)
        if returned:
            return result  # type: ignore[no-any-return]  # what the child's function returned
        raise result

    def close(self) -> None:
        """End the child."""
        with self._lock:
            self._end()

    def _ready_child(self) -> subprocess.Popen[bytes]:
        """The running child, or a new one; one that another process started is not ours."""
        if self._owner != os.getpid():
            self._child, self._owner = None, os.getpid()
        if self._child is not None and self._child.poll() is None:
            return self._child
        self._end()
        try:
            self._child = _started(self._seconds)
        except OSError as trouble:
            raise NoChild(f"No reading process can be started: {trouble}.") from trouble
        if self._within(START_SECONDS, self._child, _receive) != _READY:
            self._end()
            raise NoChild("The reading process ends before it is ready.")
        return self._child

    def _ask(self, child: subprocess.Popen[bytes], order: bytes, seen: list[Stage]) -> bytes | None:
        """The child's reply; None when it died or had to be ended.

        seen  takes the stages the child tells of meanwhile, which are told on
        """

        def exchange(pipe: IO[bytes]) -> bytes | None:
            if child.stdin is None:
                return None
            try:
                _send(child.stdin, order)
            except OSError:
                return None
            while (message := _receive(pipe)) is not None and message.startswith(_AT):
                seen.append(Stage(message.removeprefix(_AT).decode()))
                reached(seen[-1])
            return message

        reply = self._within(PATIENCE * self._seconds, child, exchange)
        if reply is None:
            self._end()
        return reply

    @staticmethod
    def _within(
        seconds: float,
        child: subprocess.Popen[bytes],
        exchange: Callable[[IO[bytes]], bytes | None],
    ) -> bytes | None:
        """What an exchange with the child gives; the child is ended when the time is up."""
        if child.stdout is None:
            return None
        timer = threading.Timer(seconds, child.kill)
        timer.daemon = True
        timer.start()
        try:
            return exchange(child.stdout)
        finally:
            timer.cancel()

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None or self._owner != os.getpid():
            return
        child.kill()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        child.wait()


def _started(seconds: float) -> subprocess.Popen[bytes]:
    paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        "MALLOC_ARENA_MAX": "2",
        "ARROW_DEFAULT_MEMORY_POOL": "system",  # its own would reserve half of the address space
        **dict.fromkeys(_ONE_THREAD, "1"),
    }
    return subprocess.Popen(
        [sys.executable, "-c", f"from advisor.intake.worker import main; main({seconds})"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    )


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(_SIZE.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes | None:
    """One message; None when the other end is gone."""
    head = pipe.read(_SIZE.size)
    if len(head) < _SIZE.size:
        return None
    size = _SIZE.unpack(head)[0]
    message = pipe.read(size)
    return message if len(message) == size else None


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on every platform
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _limit_work(seconds: float) -> None:
    """End this process when it has worked so long from now on; 0 ends it never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _answer(order: bytes) -> bytes:
    """The pickled result of one order: (True, what it returns) or (False, what it raises)."""
    try:
        function, args, named = pickle.loads(order)
        return pickle.dumps((True, function(*args, **named)), protocol=5)
    except MemoryError:
        return pickle.dumps((False, reader_failed("it needs more memory than a sheet should")))
    except Exception as raised:
        ours = type(raised).__module__.startswith("advisor.")
        if not ours:
            print(f"reading failed: {type(raised).__name__}", file=sys.stderr)
        return pickle.dumps((False, raised if ours else reader_failed("the program broke")))


def serve(orders: IO[bytes], replies: IO[bytes], seconds: float) -> None:
    """Answer orders until there are no more; this is what the child does."""
    _send(replies, _READY)
    while (order := _receive(orders)) is not None:
        _limit_work(seconds)
        with watching(lambda stage: _send(replies, _AT + stage.encode())):
            reply = _answer(order)
        _limit_work(0)
        _send(replies, reply)


_SHARED = Worker()
atexit.register(_SHARED.close)


def run_apart(function: Callable[..., _Result], *args: object, **named: object) -> _Result:
    """Run a function in the process for reading; see `Worker.run`."""
    return _SHARED.run(function, *args, **named)


def main(seconds: float) -> None:
    """Be the child: orders come in on standard input, replies go out on standard output."""
    _limit_memory()
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as replies:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        serve(sys.stdin.buffer, replies, seconds)
