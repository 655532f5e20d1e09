"""Reading an uploaded sheet, once for the same content and choices, with a word while it takes."""

import time
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date

import streamlit as st

from advisor import ChoiceError, Choices, Reading, UnreadableSheet, read_invites
from advisor.page.figures import digest_of

READINGS = "sheet_readings"
"""Key of the session: token → reading, the latest used last. It never leaves the session."""

MOST_READINGS = 5
"""The bare one, the present one, and those that an undo may come back to."""

QUIET_SECONDS, LOOK_SECONDS = 0.5, 0.25
"""How long nothing is said, and how often it is renewed."""

BYTES_A_SECOND = 1_500_000.0
"""A guess at the pace of reading, for how fast the bar moves; it never claims to be done."""

STAGES = (
    (0.0, "opening the file and finding its headings"),
    (0.35, "reading dates, amounts and ratings"),
    (0.8, "checking rows against each other"),
)
"""What is mostly being done from each share of the expected time."""

Answer = Reading | UnreadableSheet | ChoiceError


def read_sheet(content: bytes, name: str, choices: Choices, today: date) -> Answer:
    """The sheet as understood, or why it cannot be read or not with these choices."""
    kept: OrderedDict[str, Answer] = st.session_state.setdefault(READINGS, OrderedDict())
    token = digest_of(content, choices, today)
    if token not in kept:
        kept[token] = _watched(content, name, choices, today)
    kept.move_to_end(token)
    while len(kept) > MOST_READINGS:
        kept.popitem(last=False)
    return kept[token]


def _watched(content: bytes, name: str, choices: Choices, today: date) -> Answer:
    """Read beside the page, so that the page can say what is being done."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        reading = beside.submit(_read, content, name, choices, today)
        try:
            return reading.result(timeout=QUIET_SECONDS)
        except TimeoutError:
            return _with_progress(reading, len(content))


def _with_progress(reading: "Future[Answer]", size: int) -> Answer:
    bar = st.progress(0.0)
    begun = time.monotonic() - QUIET_SECONDS
    try:
        while True:
            share = share_done(time.monotonic() - begun, size)
            stage = [words for begins, words in STAGES if begins <= share][-1]
            bar.progress(share, text=f"{size / 1e6:.1f} MB: {stage} …")
            try:
                return reading.result(timeout=LOOK_SECONDS)
            except TimeoutError:
                continue
    finally:
        bar.empty()


def share_done(seconds: float, size: int) -> float:
    """How far the bar stands: half way at the expected time, never at its end.

    >>> share_done(1.0, 1_500_000), share_done(9.0, 1_500_000)
    (0.5, 0.9)
    """
    return seconds / (seconds + max(size, 1) / BYTES_A_SECOND)


def _read(content: bytes, name: str, choices: Choices, today: date) -> Answer:
    try:
        return read_invites(content, name, choices=choices, today=today)
    except (UnreadableSheet, ChoiceError) as trouble:
        return trouble
