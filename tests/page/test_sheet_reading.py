"""Reading once for the same content and choices, with a word while it takes."""

import time
from datetime import date

import pytest
import streamlit as st

from advisor import Choices, Reading, Stage, UnreadableSheet
from advisor.page import sheet_reading
from advisor.page.sheet_reading import MOST_READINGS, READINGS, STAGES, read_sheet
from tests.page.sheets import HEALTHY

TODAY = date(2027, 1, 7)


class Bar:
    """A progress bar that remembers what it said."""

    def __init__(self):
        self.said = []
        self.shares = []

    def progress(self, share, text):
        self.shares.append(share)
        self.said.append(text)

    def empty(self):
        self.said.append("")


@pytest.fixture
def session(monkeypatch):
    kept: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", kept)
    return kept


@pytest.fixture
def bar(monkeypatch):
    shown = Bar()
    monkeypatch.setattr(st, "progress", lambda share: shown)
    return shown


def reads(monkeypatch, seconds, answer="read"):
    """Let reading take so long; how often it was asked for."""
    asked = []

    def read(content, name, *, choices, today, watch):
        asked.append(choices)
        for stage in Stage:
            watch(stage)
            time.sleep(seconds / len(Stage))
        return answer

    monkeypatch.setattr(sheet_reading, "read_invites", read)
    return asked


def test_the_same_content_and_choices_are_read_once(session, monkeypatch):
    asked = reads(monkeypatch, 0)
    for _ in range(3):
        read_sheet(HEALTHY, "mine.csv", Choices(), TODAY)
    read_sheet(HEALTHY, "mine.csv", Choices(date_order="dmy"), TODAY)
    assert len(asked) == 2


def test_only_the_last_few_readings_stay_in_memory(session, monkeypatch):
    reads(monkeypatch, 0)
    for row in range(20):
        read_sheet(HEALTHY, "mine.csv", Choices(keep=frozenset({row})), TODAY)
    assert len(session[READINGS]) == MOST_READINGS


def test_a_quick_reading_says_nothing(session, bar, monkeypatch):
    reads(monkeypatch, 0.05)
    read_sheet(HEALTHY, "mine.csv", Choices(), TODAY)
    assert bar.said == []


def test_a_reading_of_more_than_half_a_second_says_what_is_being_done(session, bar, monkeypatch):
    reads(monkeypatch, 2.5)
    assert read_sheet(HEALTHY, "mine.csv", Choices(), TODAY) == "read"
    told = [f"0.0 MB: {doing} …" for _, doing in STAGES.values()]
    assert list(dict.fromkeys(bar.said[:-1])) == told[-len(set(bar.said[:-1])) :]
    assert told[-1] in bar.said
    assert bar.said[-1] == ""
    assert bar.shares == sorted(bar.shares)


def test_trouble_is_an_answer_too(session):
    trouble = read_sheet(b"%PDF-1.7", "mine.csv", Choices(), TODAY)
    assert isinstance(trouble, UnreadableSheet)
    assert isinstance(read_sheet(HEALTHY, "mine.csv", Choices(), TODAY), Reading)


def test_every_stage_has_its_words_and_its_place_on_the_bar():
    shares = [STAGES[stage][0] for stage in Stage]
    assert shares == sorted(set(shares))
    assert 0 < shares[0] < shares[-1] < 1
