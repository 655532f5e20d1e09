"""Fifty visitors on one shared copy: each sees their own sheet, and leaves its memory behind.

Seconds are told beside those of the first visitor; what else the machine does falls on both.
"""

import statistics
import time
from contextlib import ExitStack

import pytest

from tests.serve.visiting import Copy, Visitor, shared_copy, visitor

pytestmark = pytest.mark.bench

VISITORS = 50
FIRST, LAST = slice(0, 3), slice(-3, None)
"""The visits whose middle counts as the first and as the last."""

ROWS = 200
LEFT_WITHIN = 120.0
"""Seconds after which a visitor who left must be forgotten; the copy promises thirty."""

MEGABYTE = 1024**2


def secret(place: int) -> str:
    """A company only this visitor knows; none is part of another."""
    return f"Secretfirm{place:03d}x"


def sheet(place: int) -> bytes:
    """A sheet of which every row names the visitor's own company."""
    return ("company,role\n" + f"{secret(place)},Engineer\n" * ROWS).encode()


def visit(person: Visitor, place: int) -> float:
    """Open the page and give it a sheet; returns seconds."""
    return person.look() + person.give(sheet(place), "invites.csv")


MOST_KEPT = 1.25
"""Of the memory before: 1.18 to 1.21 in five runs on 26 November 2026, of 206 to 209 MB; 1.2 is the
aim. Nothing of a visitor is left: what exceeds it are free pieces in Python's own arenas, between
longer-lived ones, which the next visitors use."""

MOST_KEPT_AGAIN = 1.03
"""Of the memory after the first fifty, when another fifty have come and gone."""


def memory_when_left(copy: Copy, low_enough: float) -> int:
    """Bytes held once that is low enough, or after as long as may be waited."""
    begun = time.monotonic()
    while copy.memory() > low_enough and time.monotonic() - begun < LEFT_WITHIN:
        time.sleep(1)
    return copy.memory()


def crowd(copy: Copy) -> tuple[list[float], int]:
    """Let all of them in, each with a sheet; seconds each took, and bytes with all inside."""
    with ExitStack() as inside:
        people = [inside.enter_context(visitor(copy)) for _ in range(VISITORS)]
        seconds = [visit(person, place) for place, person in enumerate(people)]
        for place, person in enumerate(people):
            seen = {other for other in range(VISITORS + 1) if secret(other) in person.text()}
            assert seen == {place}
        return seconds, copy.memory()


def test_fifty_visitors_stay_apart_and_leave_nothing(capsys):
    with shared_copy() as copy:
        with visitor(copy) as early:
            visit(early, VISITORS)
        before = copy.memory()
        seconds, held = crowd(copy)
        after = memory_when_left(copy, MOST_KEPT * before)
        crowd(copy)
        again = memory_when_left(copy, MOST_KEPT_AGAIN * after)
    first, last = statistics.median(seconds[FIRST]), statistics.median(seconds[LAST])
    sizes = [round(size / MEGABYTE) for size in (before, held, after, again)]
    with capsys.disabled():
        print(
            f"\n{VISITORS} visitors: first {first:.1f} s, last {last:.1f} s ({last / first:.1f} x)"
        )
        told = "memory before, with all, after, and after as many more"
        print("{}: {} MB, {} MB, {} MB, {} MB".format(told, *sizes))
    assert last <= 3 * first
    assert after <= MOST_KEPT * before
    assert again <= MOST_KEPT_AGAIN * after
