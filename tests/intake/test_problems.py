import pickle

import pytest

from advisor.intake.problems import Level, Problem, UnreadableSheet
from advisor.rules.columns import Field


def _problem(**parts: object) -> Problem:
    plain = {"code": "money_unreadable", "level": Level.ERROR, "reason": "`lots` has no amount"}
    return Problem(**(plain | parts))  # type: ignore[arg-type] # the parts are the test's table


def test_a_problem_says_where_what_why_now_and_what_to_do() -> None:
    problem = _problem(
        row=7, column="Salary", position=5, assumed="left blank", fix="Type a number"
    )
    expected = "Row 7, column F (Salary): `lots` has no amount. Left blank. Type a number."
    assert problem.text == expected
    assert (problem.cell, problem.scope) == ("F7", "cell")


@pytest.mark.parametrize(
    ("parts", "start"),
    [
        ({"row": 7}, "Row 7: `lots`"),
        ({"column": "Salary", "position": 27}, "Column AB (Salary): `lots`"),
        ({"field": Field.PAY}, "`lots`"),
        ({}, "`lots`"),
    ],
)
def test_the_place_is_named_as_far_as_it_is_known(parts: dict[str, object], start: str) -> None:
    assert _problem(**parts).text.startswith(start)


def test_control_and_direction_characters_of_a_cell_are_written_out() -> None:
    assert _problem(value="a\x1b[31m\u202eb").value == "a\\x1b[31m\\u202eb"


def test_an_unreadable_sheet_survives_the_way_between_two_processes() -> None:
    there = pickle.loads(pickle.dumps(UnreadableSheet("not_a_table", "This is a picture.")))
    assert (there.code, there.text, str(there)) == ("not_a_table",) + ("This is a picture.",) * 2
