"""The JSON of the command line, key by key."""

import json
import math
from datetime import date, datetime
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from advisor import Problem, Profile
from advisor.intake.problems import Level
from advisor.rules.columns import Field
from advisor.rules.motivations import Motive
from advisor.views.records import (
    failure_record,
    profile_record,
    rank_record,
    ranked,
    read_record,
    understood,
)
from advisor.views.strict_json import plain, to_json
from tests.decision.invites import table
from tests.views.answers import BIRCH, make_answer

RANK_KEYS = """row rank company role start reply_by verdict reason decision worth_hours cost_hours
surplus_hours surplus_low surplus_high gate values hours accept_share accept_share_any confidence
ask flip_answer flip_points missing why""".split()

LOTS = Problem(
    code="money_unreadable",
    level=Level.ERROR,
    reason="`lots` has no amount",
    row=7,
    column="Salary",
    position=5,
    field=Field.PAY,
    value="lots",
    assumed="Left blank",
    fix="Type a number such as 85000",
    choices=("85000",),
)


def test_a_ranked_invite_has_the_keys_of_the_contract_in_its_order():
    (record,) = ranked(make_answer(BIRCH))
    assert list(record) == RANK_KEYS


def test_a_ranked_invite_tells_what_the_tables_hold_unrounded():
    answer = make_answer(BIRCH)
    (record,) = ranked(answer)
    advice = answer.advice.loc[2]
    assert record["worth_hours"] == advice["worth_hours"]
    assert record["surplus_low"] == advice["surplus_low"]
    assert record["hours"] == answer.assessment.hours.loc[2].to_dict()
    assert list(record["values"]) == [motive.value for motive in Motive]


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("2027-01-14 10:00", "2027-01-14T10:00:00"),
        ("2027-01-14 00:00", "2027-01-14T00:00:00"),
        ("2027-01-14", "2027-01-14"),
        (None, None),
    ],
)
def test_a_start_is_a_moment_a_bare_day_or_null(start, told):
    (record,) = ranked(make_answer(BIRCH | {Field.START: start}))
    assert record["start"] == told


def test_what_a_ranked_invite_lacks_is_null():
    (record,) = ranked(make_answer({Field.ROLE: "Engineer"}))
    assert (record["company"], record["start"], record["reply_by"]) == (None, None, None)


def test_invites_come_best_first_by_the_row_of_the_sheet():
    poor = {Field.COMPANY: "Cedar", Field.INTEREST: 1.0, Field.TRAVEL_HOURS: 30.0}
    records = ranked(make_answer(poor, BIRCH))
    assert [(record["row"], record["rank"]) for record in records] == [(3, 1), (2, 2)]


def test_the_answers_that_were_assumed_are_named():
    (record,) = ranked(make_answer(BIRCH | {Field.TRAVEL_HOURS: 1.0}))
    assert record["missing"][:2] == ["interview_hours", "prep_hours_needed"]
    assert "interest" not in record["missing"]


def test_a_flip_names_its_parts_and_is_null_where_nothing_flips():
    known = {
        Field.INTERVIEW_HOURS: 1.0,
        Field.TRAVEL_HOURS: 1.0,
        Field.PREP_HOURS_NEEDED: 4.0,
        Field.INTEREST: 2.0,
        Field.PREP_HOURS_WILLING: 4.0,
    }
    profile = Profile(months_since_external_interview=3, runway_months=math.inf)
    (record,) = ranked(make_answer(known, profile=profile))
    assert record["flip_points"] == {
        "points": pytest.approx(4.0077, abs=1e-4),
        "from": "interest",
        "to": "intel",
    }
    assert set(record["flip_answer"]) == {"input", "value", "distance"}
    (unflippable,) = ranked(make_answer({Field.COMPANY: "Alder"}))
    assert unflippable["flip_answer"] is None


def test_the_record_of_a_sheet_is_strict_json():
    profile = Profile(
        months_since_external_interview=math.inf,
        first_choice_date=date(2027, 1, 28),
        currency="EUR",
    )
    answer = make_answer(BIRCH, {}, profile=profile, problems=(LOTS,), columns={"Café": None})
    record = json.loads(to_json(rank_record(answer)), parse_constant=pytest.fail)
    assert list(record) == ["invites", "plan", "set_aside", "problems", "columns", "profile"]
    assert record["profile"]["months_since_external_interview"] == "inf"
    assert record["profile"]["first_choice_date"] == "2027-01-28"
    assert record["columns"] == {"Café": None}


def test_the_plan_names_every_row_that_is_not_chosen():
    answer = make_answer(BIRCH, {Field.COMPANY: "Cedar", Field.DEALBREAKER: "nights"})
    plan = rank_record(answer)["plan"]
    assert plan["chosen"] == [2]
    assert plan["left_out"] == {"3": "dealbreaker"}
    assert sorted(plan["order"]) == [2, 3]


def test_the_profile_shows_every_field_with_defaults_filled_in_and_null_where_unset():
    record = profile_record(Profile(first_choices={"Acme": ("Birch",)}))
    assert record == {
        "months_since_external_interview": None,
        "runway_months": None,
        "first_choices": {"Acme": ["Birch"]},
        "first_choice_date": None,
        "offer": "none",
        "prep_hours_each": None,
        "prep_hours_per_week": 8.0,
        "hours_per_reason": 8.0,
        "toss_up_hours": 2.0,
        "weights": dict.fromkeys([motive.value for motive in Motive], 5.0),
        "monthly_essentials": None,
        "currency": None,
        "take_home_share": 0.75,
    }


def test_a_problem_is_told_shortly_when_ranking_and_fully_when_reading():
    answer = make_answer(BIRCH, problems=(LOTS,))
    short = {
        "code": "money_unreadable",
        "level": "error",
        "row": 7,
        "column": "Salary",
        "field": "pay",
        "value": "lots",
        "text": LOTS.text,
    }
    full = {"assumed": "Left blank", "fix": "Type a number such as 85000", "choices": ["85000"]}
    assert rank_record(answer)["problems"] == [short]
    assert read_record("a.csv", answer.reading)["problems"] == [short | full]


def test_a_row_set_aside_is_told_with_its_code_only_when_reading():
    aside = SimpleNamespace(row=14, code="total", text="A total.")
    answer = make_answer(BIRCH, set_aside=(aside,))
    assert rank_record(answer)["set_aside"] == [{"row": 14, "text": "A total."}]
    read = read_record("a.csv", answer.reading)["set_aside"]
    assert read == [{"row": 14, "code": "total", "text": "A total."}]


def test_reading_tells_only_the_columns_that_have_a_value():
    invites = table([BIRCH | {Field.FIRST_CHOICE: 0.0, Field.PAY_CURRENCY: "EUR"}])
    assert understood(invites) == [
        {
            "row": 2,
            "company": "Birch",
            "role": "Engineer",
            "start": "2027-01-14T10:00:00",
            "reply_by": "2027-01-10",
            "prep_hours_willing": 6.0,
            "interest": 4.0,
            "pay_currency": "EUR",
            "first_choice": False,
        }
    ]


def test_a_file_read_has_the_keys_of_the_contract_in_its_order():
    record = read_record("a.csv", make_answer(BIRCH).reading)
    assert (
        list(record)
        == (
            "file sheet rows_read invites set_aside problems columns questions encoding delimiter"
        ).split()
    )


def test_a_file_that_cannot_be_read_says_why():
    record = failure_record("a.pdf", "not_a_table", "It is a PDF.")
    assert record == {"file": "a.pdf", "error": "not_a_table", "text": "It is a PDF."}


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (np.float64("nan"), None),
        (np.float64("-inf"), "-inf"),
        (np.int64(7), 7),
        (np.float64(0.1) + np.float64(0.2), 0.1 + 0.2),
        (pd.NaT, None),
        (datetime(2027, 1, 14, 10, 0), "2027-01-14T10:00:00"),  # noqa: DTZ001 - wall clock
        (True, True),
        (Field.PAY, "pay"),
        ({2: (None, Field.PAY)}, {"2": [None, "pay"]}),
    ],
)
def test_every_value_has_one_strict_form(value, told):
    assert plain(value) == told
    assert type(plain(value)) is type(told)


def test_a_value_without_a_form_in_json_is_refused():
    with pytest.raises(TypeError, match="object has no form in JSON"):
        plain(object())
