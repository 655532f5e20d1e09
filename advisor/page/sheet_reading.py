"""Reading an uploaded sheet, once for the same content and choices, with a word while it takes."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from types import MappingProxyType

import streamlit as st

from advisor import ChoiceError, Choices, Reading, Stage, UnreadableSheet, read_invites
from advisor.page.figures import digest_of

READINGS = "sheet_readings"
"""Key of the session: token → reading, the latest used last. It never leaves the session."""

MOST_READINGS = 5
"""The bare one, the present one, and those that an undo may come back to."""

QUIET_SECONDS, LOOK_SECONDS = 0.5, 0.25
"""How long nothing is said, and how often it is renewed."""

STAGES: Mapping[Stage, tuple[float, str]] = MappingProxyType(
    {
        Stage.DECODING: (0.05, "opening the file"),
        Stage.SPLITTING: (0.1, "telling its cells apart"),
        Stage.HEADINGS: (0.4, "finding headings and invites"),
        Stage.CELLS: (0.55, "reading dates, amounts and ratings"),
        Stage.CHECKS: (0.9, "checking rows against each other"),
    }
)
"""Where the bar stands when a stage begins, as measured on long sheets, and what is being done."""

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
    stages = [Stage.DECODING]
    with ThreadPoolExecutor(max_workers=1) as beside:
        reading = beside.submit(_read, content, name, choices, today, stages.append)
        try:
            return reading.result(timeout=QUIET_SECONDS)
        except TimeoutError:
            return _with_progress(reading, stages, f"{len(content) / 1e6:.1f} MB")


def _with_progress(reading: "Future[Answer]", stages: Sequence[Stage], size: str) -> Answer:
    """The answer, with a bar that stands where the reading tells that it is."""
    bar = st.progress(0.0)
    try:
        while True:
            share, doing = STAGES[stages[-1]]
            bar.progress(share, text=f"{size}: {doing} …")
            try:
                return reading.result(timeout=LOOK_SECONDS)
            except TimeoutError:
                continue
    finally:
        bar.empty()


def _read(
    content: bytes, name: str, choices: Choices, today: date, watch: Callable[[Stage], None]
) -> Answer:
    try:
        return read_invites(content, name, choices=choices, today=today, watch=watch)
    except (UnreadableSheet, ChoiceError) as trouble:
        return trouble
