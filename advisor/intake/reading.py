"""What a file was understood to hold: invites, what stays open, what was set aside."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from advisor.intake.choices import Choices
from advisor.intake.grid import SheetName
from advisor.intake.problems import Problem
from advisor.intake.vocabulary import fold
from advisor.rules.columns import Field
from advisor.rules.synonyms import OURS


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A row that is no invite, and why.

    row   the number the person's spreadsheet shows
    code  blank, title, preamble, comment, header_group, units, separator, repeated_header,
          section, total, footer, second_table, beside, over
    text  what stands in its cells
    """

    row: int
    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A column whose meaning only its owner knows for sure.

    column   the heading
    guess    the column we would take it for, if any
    samples  a few of its cells
    """

    column: str
    text: str
    guess: Field | None
    samples: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """One file as understood; every row and every heading of it is here.

    invites    (m invites × columns and START_HAS_TIME), index row
    text       (rows that are not headings × headings as found) stripped text, index row
    columns    heading → our column; None for one that is only carried along
    rows_read  invites + set_aside
    digest     SHA-256 of the file
    choices    as used
    """

    invites: pd.DataFrame
    text: pd.DataFrame
    columns: Mapping[str, Field | None]
    problems: tuple[Problem, ...]
    set_aside: tuple[SetAside, ...]
    questions: tuple[Question, ...]
    rows_read: int
    sheet: str | None
    sheets: tuple[SheetName, ...]
    encoding: str | None
    delimiter: str | None
    name: str
    digest: str
    choices: Choices

    @property
    def shape(self) -> str:
        """The same for every upload with the same headings; saved choices are kept under it."""
        headings = "\n".join(fold(h) for h in self.columns if h not in OURS)
        return hashlib.sha256(headings.encode()).hexdigest()
