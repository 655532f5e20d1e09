"""Answers to a few made-up invites, for the tests of what shows them."""

from datetime import date
from types import SimpleNamespace

import pandas as pd

from advisor import Profile, assess
from advisor.decision.plan import decide, plan
from advisor.rules.columns import COLUMNS, Field
from advisor.views.answer import Answer
from advisor.views.sentences import sentences
from tests.decision.invites import table

TODAY = date(2027, 1, 6)

BIRCH = {
    Field.COMPANY: "Birch",
    Field.ROLE: "Engineer",
    Field.START: "2027-01-14 10:00",
    Field.REPLY_BY: "2027-01-10",
    Field.INTEREST: 4.0,
    Field.PREP_HOURS_WILLING: 6.0,
}


def text_of(invites):
    """The cells the person would have written, under the template's headings."""
    told = {
        COLUMNS[key].heading: [
            "" if cell is None or cell != cell else str(cell)  # noqa: PLR0124 - NaN
            for cell in invites[key].tolist()
        ]
        for key in COLUMNS
        if invites[key].notna().any()
    }
    return pd.DataFrame(told, index=invites.index, dtype=object)


def make_answer(*rows, profile=None, problems=(), set_aside=(), columns=None, today=TODAY):
    """Everything the advisor finds in these rows."""
    profile = profile or Profile()
    invites = table(rows)
    assessment = assess(invites, profile)
    planned = plan(invites, assessment, profile, today)
    return Answer(
        reading=SimpleNamespace(
            invites=invites,
            text=text_of(invites),
            set_aside=set_aside,
            columns=columns or {COLUMNS[key].heading: key for key in COLUMNS},
            problems=problems,
            rows_read=len(rows) + 1,
            questions=(),
            sheet=None,
            encoding="utf-8",
            delimiter=",",
        ),
        assessment=assessment,
        plan=planned,
        decisions=decide(assessment.advice, planned, invites),
        whys=sentences(invites, assessment.advice, assessment.hours, assessment.levels),
        problems=problems,
        profile=profile,
        today=today,
    )
