"""Reading, judging and planning, each done once for the same content and the same person.

What is cached is named by the digest of the content and by the profile in words, never by a table,
and stays within the session it belongs to.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

import pandas as pd
import streamlit as st

from advisor import (
    Assessment,
    Choices,
    Fit,
    Known,
    Plan,
    Problem,
    Profile,
    Reading,
    UnreadableSheet,
    beside_priorities,
    currency_problems,
    decide,
    fit,
    free_windows,
    know,
    plan,
    rank,
    read_invites,
)
from advisor.rules.advice import Advice, Level
from advisor.views.appointments import identifiers
from advisor.views.sentences import Case, cases, sentence
from advisor.views.tables import MOST_ROWS

MOST_PLANNED = 5_000
"""Invites that are planned at once with every move; nobody's weeks hold more to choose from."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sheet:
    """A sheet as understood, and what it is called in the cache.

    name     of the file
    token    the same for the same content, choices and day
    sample   whether it is the made-up one
    mark     the same while it is this sheet of this person, however it is read
    numbers  the journal's number of each invite, by row, once what was entered is in
    """

    reading: Reading
    token: str
    sample: bool
    mark: str
    numbers: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, eq=False)
class Figures:
    """All that is found in a sheet for one person on one day.

    fitting  None where the sheet holds more invites than are planned at once
    """

    sheet: Sheet
    profile: Profile
    today: date
    assessment: Assessment
    fitting: Fit | None
    decisions: pd.Series

    _cases: dict[int, Case] = field(default_factory=dict)
    _advised: dict[int, Mapping[Any, Any]] = field(default_factory=dict)

    @cached_property
    def plan(self) -> Plan | None:
        """What to take in which order; no invite's answer rests on more than on what fits."""
        if self.fitting is None:
            return None
        return plan(self.invites, self.assessment, self.profile, self.today, self.fitting)

    @cached_property
    def windows(self) -> Mapping[int, tuple[datetime, ...]]:
        """Other dates to propose, by row of an invite to move."""
        if self.plan is None:
            return {}
        return free_windows(self.invites, self.assessment, self.plan, self.profile, self.today)

    @property
    def uids(self) -> Mapping[int, str]:
        """The lasting identifier of each invite, by row."""
        return uids_of(self.sheet)

    @property
    def numbers(self) -> Mapping[int, int]:
        """The journal's number of each invite, by row."""
        return self.sheet.numbers

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is said of the sheet, and of pay in another currency than the person's."""
        differs = self.assessment.levels[Level.OTHER_CURRENCY]
        reading = self.sheet.reading
        return (*reading.problems, *currency_problems(reading, differs, self.profile.currency))

    @property
    def invites(self) -> pd.DataFrame:
        """The invites in the order of the sheet."""
        invites: pd.DataFrame = self.sheet.reading.invites
        return invites

    @property
    def ranking(self) -> pd.DataFrame:
        """The advice on every invite as far as the rank rests on it, best first."""
        return self.assessment.ranking

    @cached_property
    def _best(self) -> pd.DataFrame:
        return self.assessment.advice_on(self.ranking.index[:MOST_ROWS])

    def advice_on(self, rows: list[int]) -> pd.DataFrame:
        """The whole advice on these rows; how sure it is is found for no more than is shown."""
        best = self._best
        if best.index.isin(rows).sum() == len(rows):
            return best.loc[rows]
        if len(rows) > MOST_ROWS:
            return self.assessment.advice.loc[rows]
        return self.assessment.advice_on(pd.Index(rows))

    def advice_of(self, row: int) -> Mapping[Any, Any]:
        """The whole advice on one row, by column; looked up once, however many panels ask."""
        if row not in self._advised:
            self._advised[row] = self.advice_on([row]).loc[row].to_dict()
        return self._advised[row]

    def shown(self, opened: int) -> pd.DataFrame:
        """The whole advice on the best rows and the opened one, best first."""
        if opened in self._best.index:
            return self._best
        return pd.concat([self._best, self.advice_on([opened])])

    def cases(self, rows: list[int]) -> list[Case]:
        """What the sentences of these rows are made of, found once for each."""
        new = [row for row in rows if row not in self._cases]
        if new:
            found = self.assessment
            made = cases(self.invites, self.advice_on(new), found.hours, found.levels)
            self._cases.update(zip(new, made, strict=True))
        return [self._cases[row] for row in rows]

    def whys(self, rows: list[int], say: Callable[[Case], str] = sentence) -> pd.Series:
        """The sentences of these rows, by row."""
        said = [say(case) for case in self.cases(rows)]
        return pd.Series(said, index=rows, dtype=object, name="why")


def digest_of(content: bytes, choices: Choices, today: date) -> str:
    """The name under which a reading is remembered."""
    told = f"{choices.to_json()} {today}".encode()
    return hashlib.sha256(hashlib.sha256(content).digest() + told).hexdigest()


def read(content: bytes, name: str, choices: Choices, today: date) -> Reading | UnreadableSheet:
    """The sheet as understood, or why it cannot be: trouble is remembered like any answer."""
    return _read(digest_of(content, choices, today), name, content, choices, today)


@st.cache_resource(scope="session", max_entries=4, show_spinner="Reading the sheet …")
def _read(
    token: str, name: str, _content: bytes, _choices: Choices, _today: date
) -> Reading | UnreadableSheet:
    del token
    try:
        return read_invites(_content, name, choices=_choices, today=_today)
    except UnreadableSheet as trouble:
        return trouble


def figures(sheet: Sheet, profile: Profile, today: date) -> Figures:
    """Everything found in the sheet for this person, computed once."""
    return _figures(sheet.token, repr(profile), today, sheet, profile)


@st.cache_resource(scope="session", max_entries=3, show_spinner=False)
def _figures(token: str, person: str, today: date, _sheet: Sheet, _profile: Profile) -> Figures:
    del token, person
    invites = _sheet.reading.invites
    assessment = rank(invites, _profile, _known(_sheet, _profile))
    decisions, fitting = assessment.ranking[Advice.DECISION], None
    if len(invites) <= MOST_PLANNED:
        fitting = fit(invites, assessment, _profile, today)
        decisions = decide(assessment.ranking, fitting, invites)
    return Figures(
        sheet=_sheet,
        profile=_profile,
        today=today,
        assessment=assessment,
        fitting=fitting,
        decisions=decisions,
    )


def _known(sheet: Sheet, profile: Profile) -> Known:
    """What no move of the priorities changes, found once."""
    beside = repr(beside_priorities(profile))
    return _known_beside(sheet.token, beside, sheet.reading.invites, profile)


@st.cache_resource(scope="session", max_entries=2, show_spinner=False)
def _known_beside(token: str, beside: str, _invites: pd.DataFrame, _profile: Profile) -> Known:
    del token, beside
    return know(_invites, _profile)


def uids_of(sheet: Sheet) -> Mapping[int, str]:
    """The lasting identifier of each invite of a sheet, by row."""
    return _uids(sheet.token, sheet.reading.invites)


@st.cache_resource(scope="session", max_entries=2, show_spinner=False)
def _uids(token: str, _invites: pd.DataFrame) -> Mapping[int, str]:
    del token
    return identifiers(_invites)
