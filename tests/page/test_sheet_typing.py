"""What is typed into the two grids: the sheet's own cells, and what the sheet does not say."""

import math

import pandas as pd
import pytest
import streamlit as st

from advisor.page import sheet_grid, sheet_ratings
from advisor.page.keeping import journal
from advisor.page.kept import keep_ratings
from advisor.page.memory import act, invite, last_step, person, recall, redo, undo
from advisor.page.sheet_grid import typed_cells
from advisor.page.sheet_ratings import REASONS, Base, as_shown, given_ratings, gives_no_reason
from advisor.page.sheet_state import said
from advisor.rules.columns import Field
from tests.decision.invites import table
from tests.journal.journals import sheet

TEXT = pd.DataFrame(
    {"Company": ["Alder", "Birch"], "Pay": ["lots", "50000"]}, index=pd.Index([3, 7], name="row")
)


BIRCH = {"company": "Birch"}


@pytest.fixture
def session(monkeypatch):
    """A session as a dictionary."""
    kept: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", kept)
    return kept


def test_what_is_typed_belongs_to_a_row_of_the_sheet_not_to_a_place_on_the_screen():
    assert typed_cells(TEXT, {1: {"Pay": "60000"}}) == {(7, "Pay"): "60000"}


def test_an_emptied_cell_is_empty_text():
    assert typed_cells(TEXT, {0: {"Pay": None}}) == {(3, "Pay"): ""}


def test_a_cell_typed_over_twice_is_one_change_of_the_reading_each_time(session):
    base = sheet_grid.Base(key="k", text=TEXT, edits={(9, "Pay"): "1"})
    session[sheet_grid.BASE] = base
    for text in ("60000", "70000"):
        session["k"] = {"edited_rows": {0: {"Pay": text}}}
        sheet_grid._take("digest", "k")
        assert said("digest").choices.edits == {(9, "Pay"): "1", (3, "Pay"): text}


def test_a_number_belongs_to_the_line_of_its_invite():
    given = given_ratings({1: {Field.INTEREST.value: 4, Field.TRAVEL_HOURS.value: 1.5}})
    assert given == {(1, Field.INTEREST): 4.0, (1, Field.TRAVEL_HOURS): 1.5}


@pytest.mark.parametrize("value", [9, None, "five", 0.5])
def test_a_number_that_cannot_be_counts_as_unknown(value):
    (given,) = given_ratings({0: {Field.INTEREST.value: value}}).values()
    assert math.isnan(given)


def test_a_company_cannot_be_typed_over_in_the_short_grid():
    assert given_ratings({0: {Field.COMPANY.value: "x"}}) == {}


def test_hours_are_shown_rounded_to_the_hundredth_not_cut_off():
    shown = as_shown(table([{Field.TRAVEL_HOURS: 2 / 3}, {Field.TRAVEL_HOURS: 1 / 6}]))
    assert shown[Field.TRAVEL_HOURS].tolist() == [0.67, 0.17]


@pytest.fixture
def grid(session):
    """A short grid of two invites, as it was laid out."""
    recall()
    keep_up(lambda record, state: record.upload(state, sheet({"company": "Alder"}, BIRCH)))
    told = pd.DataFrame({key: [math.nan, math.nan] for key in REASONS})
    base = Base(digest="digest", number=0, numbers=(1, 2), table=told)
    session[sheet_ratings.BASE] = base
    return base


def keep_up(do):
    """Done on the person's own list, whatever the page shows."""
    assert act(do, looking_at=journal().state(person()))


def type_in(session, **cells):
    session["key"] = {"edited_rows": {1: cells}}
    sheet_ratings._take("key")


def numbers(invite_number):
    return {key: one.value for key, one in invite(invite_number).edits.items()}


def test_what_is_typed_is_kept_with_the_invite_itself(session, grid):
    type_in(session, interest=4)
    assert numbers(2) == {Field.INTEREST: 4.0}
    assert numbers(1) == {}


def test_an_undo_gives_back_the_number_before_and_leaves_the_others(session, grid):
    keep_ratings({(2, Field.TRAVEL_HOURS): 2.0}, "travel")
    type_in(session, interest=4)
    type_in(session, interest=5)
    undo()
    assert numbers(2) == {Field.TRAVEL_HOURS: 2.0, Field.INTEREST: 4.0}
    undo()
    assert numbers(2) == {Field.TRAVEL_HOURS: 2.0}


def test_several_numbers_filled_in_at_once_are_one_step_back_and_forth(session, grid):
    type_in(session, interest=4, closeness=0.5)
    undo()
    assert numbers(2) == {}
    redo()
    assert numbers(2) == {Field.INTEREST: 4.0, Field.CLOSENESS: 0.5}


def test_an_emptied_number_is_kept_as_unknown(session, grid):
    type_in(session, interest=None)
    assert numbers(2) == {Field.INTEREST: None}
    assert last_step().what == "what you filled in (1 number)"


def test_the_grid_goes_on_with_what_was_typed_and_starts_afresh_with_what_was_not(session, grid):
    type_in(session, interest=4)
    base = session[sheet_ratings.BASE]
    typed = grid.table.copy()
    typed.loc[1, Field.INTEREST] = 4.0
    assert base.shows(typed)
    typed.loc[0, Field.CLOSENESS] = 0.5
    assert not base.shows(typed)


def test_only_a_sheet_without_any_reason_is_asked_for_them():
    bare = table([{Field.COMPANY: "Alder"}])
    assert gives_no_reason(bare)
    for key in REASONS:
        assert not gives_no_reason(table([{Field.COMPANY: "Alder", key: 1.0}]))
    assert not gives_no_reason(bare.head(0))
    assert math.isnan(bare[Field.INTEREST].iloc[0])
