"""The made-up sheet and its person, moved by whole weeks so that they never look stale."""

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from advisor import Profile, Reading, read_profile
from advisor.rules.columns import Field

FOLDER = Path(__file__).parents[2] / "data"
SAMPLE = FOLDER / "sample_invites.csv"
PERSON = FOLDER / "sample_profile.toml"

WEEK = timedelta(weeks=1)

WRITTEN = date(2027, 1, 6)
"""The day the sample was written; every date in it says its year."""


def weeks_to_move(invites: pd.DataFrame, today: date) -> timedelta:
    """Whole weeks after which the first dated thing in the sheet is today or in the six days after.

    Whole weeks, so that a Tuesday stays a Tuesday.
    """
    first = invites[[Field.START, Field.REPLY_BY]].min().min()
    if pd.isna(first):
        return timedelta(0)
    distance = (today - first.date()).days
    weeks: int = -(-distance // 7)
    return WEEK * weeks


def moved_sheet(reading: Reading, by: timedelta) -> Reading:
    """The sample with every date moved, in its cells as well."""
    invites, text = reading.invites.copy(), reading.text.copy()
    headings = {key: heading for heading, key in reading.columns.items()}
    for key, written in ((Field.START, "%Y-%m-%d %H:%M"), (Field.REPLY_BY, "%Y-%m-%d")):
        invites[key] = invites[key] + pd.Timedelta(by)
        text.loc[invites.index, headings[key]] = invites[key].dt.strftime(written).fillna("")
    return replace(reading, invites=invites, text=text)


def sample_person(by: timedelta) -> Profile:
    """The person the sample belongs to, with their one date moved along."""
    person = read_profile(tomllib.loads(PERSON.read_text(encoding="utf-8")))
    day = person.first_choice_date
    return person if day is None else replace(person, first_choice_date=day + by)
