"""Every way a sheet can be wrong: read right, or the doubtful cells named."""

from datetime import date

import pytest

from advisor.intake.invites import read_here
from advisor.intake.problems import UnreadableSheet
from tests.sheets.judge import wrongs
from tests.sheets.siblings import SIBLINGS

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("name", SIBLINGS)
def test_a_polluted_sheet_is_read_right_or_says_where_it_may_not_be(name):
    case = SIBLINGS[name]
    try:
        outcome = read_here(case.content, case.name, today=TODAY)
    except UnreadableSheet as refusal:
        outcome = refusal
    assert not wrongs(case, outcome)


@pytest.mark.parametrize("name", [name for name in SIBLINGS if name.startswith("ragged: a quote")])
def test_a_finding_names_only_columns_that_are_there(name):
    reading = read_here(SIBLINGS[name].content, today=TODAY)
    named = {problem.column for problem in reading.problems} - {None}
    assert named <= set(reading.columns)
