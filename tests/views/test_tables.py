"""The ranked table, one invite explained, and what to do next."""

import math
import re
from datetime import date

import pandas as pd
import pytest

from advisor.rules.columns import Field
from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import MONTHS_SINCE, RUNWAY, Motive
from advisor.views.explained import because, cost_line, flip_lines, unknown_lines
from advisor.views.next_steps import Ahead, next_steps
from advisor.views.sentences import cases
from advisor.views.tables import Column, ranked
from tests.views.answers import make_answer
from tests.views.scenes import BARE, BIRCH, COBALT, HALDEN, LUMEN, MARCH

TODAY = date(2027, 1, 6)


def ranked_of(*rows):
    answer = make_answer(*rows, profile=MARCH, today=TODAY)
    return ranked(answer.invites, answer.advice, answer.decisions, answer.whys, TODAY)


def test_the_table_stands_best_first_under_the_rows_of_the_sheet():
    table = ranked_of(COBALT, BIRCH, HALDEN)
    assert table.index.tolist() == [4, 3, 2]
    assert table[Column.VERDICT].tolist() == ["✓ Accept", "✓ Accept", "✕ Decline"]
    assert table[Column.RANK].tolist() == [1, 2, 3]


def test_dates_stay_dates_and_a_bare_day_has_no_time():
    table = ranked_of(
        {**HALDEN, Field.START: "2027-01-14 10:30", Field.REPLY_BY: "2027-01-04"},
        {**BIRCH, Field.START: "2027-01-20"},
    )
    assert table[Column.WHEN].tolist() == [pd.Timestamp("2027-01-14"), pd.Timestamp("2027-01-20")]
    assert table[Column.TIME].tolist() == ["10:30", None]
    assert table[Column.DAYS_LEFT].iloc[0] == -2
    assert pd.isna(table[Column.REPLY_BY].iloc[1])


def test_an_invite_without_a_company_goes_by_its_row():
    assert ranked_of({Field.INTEREST: 4.0})[Column.COMPANY].tolist() == ["(unnamed, row 2)"]


USED = {
    **dict.fromkeys(INPUTS, 1.0),
    Field.INTEREST: 2.5,
    Field.UNKNOWN_SHARE: 0.3,
    Field.CLOSENESS: 0.7,
    Field.OFFER_CHANCE: 0.35,
    Field.NEW_CONTACTS: 3.0,
    MONTHS_SINCE: 14.0,
    RUNWAY: 2.5,
    "rival": 0.0,
}


@pytest.mark.parametrize(
    ("motive", "changed", "told"),
    [
        ("practice", {}, "last outside interview 14 months ago; 70% like the job you want"),
        ("practice", {MONTHS_SINCE: math.inf}, "last outside interview never; 70% like the job"),
        ("interest", {}, "interest 2.5 of 5; the advert leaves 30% open"),
        ("intel", {}, "no rival of a first choice"),
        ("intel", {"rival": 1.0}, "100% rival of your first choice"),
        ("money", {}, "money for 2.5 months; pay covers 100% of the essentials; 35% chance"),
        ("money", {RUNWAY: math.inf}, "no pressure; pay covers 100%"),
        ("contacts", {}, "3 new people; 70% like the job you want"),
        ("other_roles", {}, "1 other opening there"),
    ],
)
def test_each_reason_tells_the_answers_behind_it(motive, changed, told):
    assert because(Motive(motive), {**USED, **changed}, ()).startswith(told)


def test_an_assumed_answer_is_called_assumed():
    assert because(Motive.OTHER_ROLES, USED, (Field.OTHER_OPENINGS,)).endswith("(assumed)")
    assert because(Motive.OTHER_ROLES, USED, (Field.INTEREST,)) == "1 other opening there"


def test_the_cost_adds_up_part_by_part():
    levels = make_answer(BIRCH, profile=MARCH).assessment.levels
    assert cost_line(levels.loc[2]) == "4 h preparation + 1 h interview + 1 h travel"


def test_the_smallest_changes_that_flip_are_hours_an_answer_and_points():
    answer = make_answer(LUMEN, profile=MARCH)
    found = answer.assessment
    (case,) = cases(answer.invites, found.advice, found.hours, found.levels)
    lines = flip_lines(case)
    assert lines == (
        f"Worth it if it took {case.cost_hours - case.worth_hours:.1f} h less of your time.",
        "No answer alone would change that.",
        "No priorities would change that.",
    )


def test_an_answer_and_points_that_flip_are_told_as_sentences():
    answer = make_answer(BIRCH, profile=MARCH)
    found = answer.assessment
    (case,) = cases(answer.invites, found.advice, found.hours, found.levels)
    took, _, points = flip_lines(case)
    assert took.startswith("Not worth it if it took ")
    assert re.fullmatch(
        r"Not worth it only if \d+ points? of your 100 moved from .+ to .+\.", points
    )


def test_what_is_assumed_comes_with_how_much_hangs_on_it():
    assert unknown_lines(0, 1.0, 1.0) == ()
    assert unknown_lines(0b11, -3.0, 4.5) == (
        "2 answers assumed: surplus from −3 h to +4.5 h",
        "Assumed: interview hours, travel hours",
    )


def steps_of(*rows, today=TODAY):
    answer = make_answer(*rows, profile=MARCH, today=today)
    return next_steps(
        Ahead(
            invites=answer.invites,
            advice=answer.advice,
            levels=answer.assessment.levels,
            decisions=answer.decisions,
            chosen=answer.plan.chosen,
            today=today,
        )
    )


def test_what_is_overdue_comes_first_then_the_soonest_day():
    steps = steps_of(
        {**BIRCH, Field.START: "2027-01-14 10:00"},
        {**HALDEN, Field.REPLY_BY: "2027-01-07"},
        {**COBALT, Field.REPLY_BY: "2027-01-04"},
    )
    assert [(step.text, step.how_far, step.overdue) for step in steps] == [
        ("Decline Cobalt graciously; the reply is overdue", "Mon 4 Jan, 2 days ago", True),
        ("Say yes to Halden", "Thu 7 Jan, tomorrow", False),
        ("Prepare 4 h for Birch", "before Thu 14 Jan, 10:00, in 8 days", False),
    ]


def test_at_most_five_things_are_to_be_done():
    assert len(steps_of(*[{**BIRCH, Field.REPLY_BY: "2027-01-10"}] * 9)) == 5


def test_an_invite_without_a_day_for_the_reply_is_answered_before_it_starts():
    steps = steps_of(
        {**BARE, Field.PREP_HOURS_WILLING: None, Field.START: "2027-01-12"},
        {**COBALT, Field.START: "2027-01-08 09:30"},
    )
    assert [(step.text, step.how_far) for step in steps] == [
        ("Decline Cobalt graciously", "before Fri 8 Jan, 09:30, in 2 days"),
        ("Decide whether you will prepare 4 h for Bare", "before Tue 12 Jan, in 6 days"),
    ]


def test_an_interview_that_is_over_asks_for_nothing():
    assert steps_of({**BIRCH, Field.START: "2027-01-04", Field.REPLY_BY: "2027-01-02"}) == ()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({**BARE, Field.PREP_HOURS_WILLING: None}, "Decide whether you will prepare 4 h for Bare"),
        ({**BIRCH, Field.TRAVEL_HOURS: 8.0}, "Make up your mind about Birch, a toss-up"),
        (
            {**BIRCH, Field.TRAVEL_HOURS: 8.0, Field.INTEREST: None},
            "Find out how much the job interests you at Birch",
        ),
    ],
    ids=["willingness", "toss-up", "one answer decides"],
)
def test_what_to_ask_first_is_named(row, told):
    (step,) = steps_of({**row, Field.REPLY_BY: "2027-01-08"})
    assert step.text == told
