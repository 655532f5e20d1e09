"""The weeks: what fits, what does not and why, when to prepare, which replies are due."""

from datetime import date, timedelta

import pytest

from advisor import Profile, free_windows
from advisor.rules.columns import Field
from advisor.views.appointments import identifiers
from advisor.views.plan_words import (
    MOST_TOLD,
    Listed,
    chosen_table,
    left_out_table,
    plan_lines,
    proposal_lines,
)
from advisor.views.timeline import Bar, Line, Shape, lay_out
from advisor.views.week_chart import week_chart
from advisor.views.weeks import MOST_WEEKS, weeks
from tests.views.answers import BIRCH, TODAY, make_answer

CEDAR = BIRCH | {Field.COMPANY: "Cedar", Field.INTEREST: 5.0, Field.START: "2027-01-14 10:30"}
RUNS = "=cmd|' /C calc'!A0"


def planned(*rows, **more):
    answer = make_answer(*rows, **more)
    return answer, weeks(answer, identifiers(answer.invites))


def shapes(laid_out):
    return laid_out.bars[Bar.SHAPE].tolist()


def test_a_week_adds_up_the_hours_its_interviews_need_against_what_it_holds():
    cedar = CEDAR | {Field.START: "2027-01-15 10:00", Field.PREP_HOURS_NEEDED: 3.0}
    _, (_, week) = planned(BIRCH, cedar)
    assert (week.used, week.budget) == (7.0, 8.0)
    assert week.title == "Week 2 · 11–17 Jan"


def test_a_week_that_spans_two_months_names_both():
    _, found = planned(BIRCH | {Field.START: "2027-02-02 10:00"})
    assert {one.title for one in found} >= {"Week 5 · 1–7 Feb"}
    _, found = planned(BIRCH | {Field.START: "2027-01-29 10:00", Field.REPLY_BY: "2027-03-31"})
    assert "Week 13 · 29 Mar–4 Apr" in {one.title for one in found}


def test_what_overlaps_a_planned_interview_is_drawn_under_it_and_the_overlap_marked_on_both():
    answer, found = planned(BIRCH, CEDAR)
    laid_out = lay_out(found[-1], answer.today)
    assert [one.company for one in found[-1].crowded] == ["Birch"]
    bars = laid_out.bars.set_index(Bar.SHAPE)
    marked = bars.loc[[Shape.CLASH]]
    assert marked[[Bar.BEGIN, Bar.END]].to_numpy().tolist() == [[10.0, 11.5]] * 2
    assert marked[Bar.TOP].tolist() == bars.loc[[Shape.INTERVIEW, Shape.MOVED], Bar.TOP].tolist()


def test_the_journey_lies_around_the_interview():
    answer, found = planned(BIRCH | {Field.TRAVEL_HOURS: 3.0})
    bars = lay_out(found[-1], answer.today).bars.set_index(Bar.SHAPE)
    assert bars.loc[Shape.JOURNEY, [Bar.BEGIN, Bar.END]].tolist() == [8.5, 12.5]
    assert bars.loc[Shape.INTERVIEW, [Bar.BEGIN, Bar.END]].tolist() == [10.0, 11.0]


def test_preparation_is_laid_on_days_before_also_in_the_week_before():
    answer, found = planned(BIRCH | {Field.START: "2027-01-18 09:00"})
    blocks = [block for week in found for block in week.preparing]
    assert sum((block.end - block.begin for block in blocks), timedelta()) == timedelta(hours=4)
    assert all(block.end.date() < date(2027, 1, 18) for block in blocks)
    assert blocks[0].begin.date().isocalendar().week == 2
    assert answer.plan.prep_hours == 4.0


def test_a_reply_due_stands_on_its_day_with_the_days_left():
    answer, found = planned(BIRCH)
    lines = lay_out(found[0], answer.today).lines.set_index(Line.DAY)
    assert lines.loc["Sun 10 Jan", Line.REPLIES] == "↩ reply in 4 days: Birch"


def test_a_bare_day_takes_the_whole_line_palely_and_says_so():
    answer, found = planned(BIRCH | {Field.START: "2027-01-14"})
    bars = lay_out(found[-1], answer.today).bars.set_index(Bar.LABEL)
    assert bars.loc["Birch, no time yet", Bar.SHAPE] == Shape.JOURNEY


def test_what_is_over_and_what_was_due_is_not_drawn():
    _, found = planned(BIRCH, today=date(2027, 1, 20))
    assert found == ()


def test_only_the_weeks_one_can_plan_are_drawn():
    rows = [
        BIRCH | {Field.COMPANY: f"Firm {n}", Field.START: f"{TODAY + timedelta(days=7 * n)} 10:00"}
        for n in range(1, 15)
    ]
    _, found = planned(*rows)
    assert len(found) == MOST_WEEKS


def windows_of(answer):
    return free_windows(
        answer.invites, answer.assessment, answer.plan, answer.profile, answer.today
    )


def test_the_lists_name_the_order_and_the_reason():
    answer = make_answer(BIRCH, CEDAR)
    assert chosen_table(answer)[Listed.COMPANY_NAME].tolist() == ["Cedar"]
    (left,) = left_out_table(answer).to_dict("records")
    assert left[Listed.REASON_WORDS] == "it overlaps one you take"
    assert left[Listed.ANSWER] == "⇄ Move it"


def test_what_is_over_is_left_out_without_an_answer_to_give():
    answer = make_answer(BIRCH, CEDAR | {Field.START: "2027-01-04 10:00"})
    (left,) = left_out_table(answer).to_dict("records")
    assert (left[Listed.ANSWER], left[Listed.REASON_WORDS]) == ("", "it is over")


def test_the_dates_to_propose_are_told_by_company():
    answer = make_answer(BIRCH, CEDAR)
    assert proposal_lines(answer, windows_of(answer)) == (
        "Birch: Wed 13 Jan, 09:30 · Thu 14 Jan, 14:00 · Fri 15 Jan, 09:30",
    )


def test_where_nothing_is_free_the_line_says_so():
    answer = make_answer(BIRCH, CEDAR)
    assert proposal_lines(answer, {2: ()}) == (
        "Birch: nothing is free within 3 weeks; its reply asks for later.",
    )


def test_of_many_to_move_the_best_are_told_and_the_rest_counted():
    rows = [BIRCH | {Field.COMPANY: f"Firm {n}"} for n in range(MOST_TOLD + 3)]
    answer = make_answer(*rows, profile=Profile(prep_hours_per_week=40))
    told = proposal_lines(answer, windows_of(answer))
    assert len(told) == MOST_TOLD + 1
    assert told[-1] == "And 2 more: open the invite for its reply."


FULL = CEDAR | {Field.START: "2027-01-15 10:00", Field.PREP_HOURS_NEEDED: 5.0}


def test_one_hour_more_is_told_by_what_it_lets_in():
    lines = plan_lines(make_answer(BIRCH, FULL, profile=Profile(prep_hours_each=6)))
    assert lines[1].startswith("With 1 h more a week, Birch fits: worth ")


def test_one_hour_more_that_lets_a_better_set_in_says_that_others_give_way():
    better = BIRCH | {Field.PREP_HOURS_NEEDED: 6.0, Field.INTEREST: 5.0}
    rows = (FULL | {Field.INTEREST: 3.0}, better)
    lines = plan_lines(make_answer(*rows, profile=Profile(prep_hours_per_week=5)))
    assert lines[1].startswith("With 1 h more a week, Birch fits in place of others: worth ")


FIRST = CEDAR | {Field.FIRST_CHOICE: 1.0, Field.START: "2027-01-14 14:00"}


@pytest.mark.parametrize("day", ["2027-01-20", "2027-01-14"])
def test_a_date_after_the_first_choice_is_said_to_stand_the_wrong_way_round(day):
    lines = plan_lines(make_answer(FIRST, BIRCH | {Field.START: f"{day} 18:00"}))
    assert lines[-1].startswith("Birch comes after Cedar, your first choice")


def test_dates_after_the_same_first_choice_are_told_in_one_line():
    later = [
        BIRCH | {Field.COMPANY: name, Field.START: f"2027-01-{day} 10:00"}
        for name, day in [("Alder", 20), ("Birch", 21)]
    ]
    lines = plan_lines(make_answer(FIRST, *later))
    assert lines[-1].startswith("Alder and Birch come after Cedar, your first choice")


@pytest.mark.parametrize(
    ("other", "today"),
    [({Field.MY_DECISION: "decline"}, TODAY), ({}, date(2027, 1, 16))],
    ids=["declined", "the first choice is over"],
)
def test_nothing_stands_the_wrong_way_round_that_no_longer_teaches(other, today):
    birch = BIRCH | {Field.START: "2027-01-20 10:00"} | other
    told = " ".join(plan_lines(make_answer(FIRST, birch, today=today)))
    assert "your first choice" not in told


def test_a_persons_words_are_only_ever_data_of_the_picture():
    answer, found = planned(BIRCH | {Field.COMPANY: RUNS})
    chart = week_chart(lay_out(found[-1], answer.today))
    tables = chart.pop("datasets")
    assert RUNS not in repr(chart)
    assert any(RUNS in one for one in tables["week_bars"][Bar.LABEL])
