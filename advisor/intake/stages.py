"""How far a reading has come, told to whoever watches it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum


class Stage(StrEnum):
    """The steps of a reading, in order."""

    DECODING = "decoding"
    SPLITTING = "splitting"
    HEADINGS = "headings"
    CELLS = "cells"
    CHECKS = "checks"


Watch = Callable[[Stage], None]


def _nobody(stage: Stage) -> None:
    """Nobody watches."""


_WATCH: ContextVar[Watch] = ContextVar("watch", default=_nobody)


def reached(stage: Stage) -> None:
    """Tell whoever watches this reading that the stage begins."""
    _WATCH.get()(stage)


@contextmanager
def watching(watch: Watch | None) -> Iterator[None]:
    """Have every stage that is reached meanwhile told; None watches nothing.

    >>> seen = []
    >>> with watching(seen.append):
    ...     reached(Stage.HEADINGS)
    >>> seen
    [<Stage.HEADINGS: 'headings'>]
    """
    before = _WATCH.set(watch or _nobody)
    try:
        yield
    finally:
        _WATCH.reset(before)
