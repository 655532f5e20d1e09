"""A sheet written in a test, read as the product reads it."""

from datetime import date

from advisor.intake.choices import Choices
from advisor.intake.invites import read_here
from advisor.intake.problems import Problem
from advisor.intake.reading import Reading

TODAY = date(2026, 11, 22)


def read(text: str, **choices: object) -> Reading:
    """The reading of a text, with the choices its owner has made."""
    decided = Choices(**choices)  # type: ignore[arg-type] # the choices are the test's table
    return read_here(text.encode(), choices=decided, today=TODAY)


def found(reading: Reading, code: str) -> list[Problem]:
    """The problems of one code."""
    return [problem for problem in reading.problems if problem.code == code]


def sheet(*rows: str) -> str:
    """Rows of cells as the text of a file."""
    return "".join(f"{row}\n" for row in rows)
