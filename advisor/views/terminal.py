"""The answer for people who read it in a terminal: table, plan, what was understood."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from advisor.rules.advice import Advice
from advisor.rules.columns import COLUMNS, START_HAS_TIME, Field
from advisor.rules.verdict import Decision
from advisor.views.amounts import count, day, hours, moment, signed_hours
from advisor.views.answer import Answer
from advisor.views.plan_words import wrong_way_round
from advisor.views.records import cells
from advisor.views.wording import LOOKS, REASONS, certainty, company_name

WIDEST = 32
"""Characters of a company or role that the table shows."""

HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""Kinds of characters that a terminal obeys or hides instead of showing them."""


def visible(text: str) -> str:
    r"""The text on one line, what a terminal would obey or hide written out.

    >>> visible("a\x1b[31m\nb")
    'a\\x1b[31m\\nb'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        one.encode("unicode_escape").decode() if unicodedata.category(one) in HIDDEN else one
        for one in text
    )


def width(text: str) -> int:
    """How many places of a terminal the text takes; wide letters take two, accents none.

    >>> width("Café"), width("公司")
    (4, 4)
    """
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(one) in "WF" for one in text)
    return len(text) + wide - sum(unicodedata.combining(one) > 0 for one in text)


def cut(text: str, longest: int = WIDEST) -> str:
    """The text, shortened with an ellipsis where it would take more places than `longest`.

    >>> cut("Northern Lights", 9)
    'Northern…'
    """
    if width(text) <= longest:
        return text
    while width(text) >= longest:
        text = text[:-1]
    return text.rstrip() + "…"


def in_columns(rows: Sequence[Sequence[str]], to_the_right: Iterable[int] = ()) -> list[str]:
    """Rows of equal length as lines, each column as wide as its widest cell.

    to_the_right  the places of columns that are aligned right, such as numbers
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    right = set(to_the_right)
    return [
        "  ".join(
            " " * (wide - width(cell)) + cell
            if place in right
            else cell + " " * (wide - width(cell))
            for place, (cell, wide) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


HEADINGS = ("#", "Row", "Company", "Role", "Decision", "Sure", "Worth", "Cost", "Surplus")
TO_THE_RIGHT = (0, 1, 6, 7, 8)
DATES = ("When", "Reply by")


def _whens(invites: pd.DataFrame) -> list[str]:
    moments = zip(invites[Field.START].tolist(), invites[START_HAS_TIME].tolist(), strict=True)
    return ["" if pd.isna(when) else moment(when, has_time=timed) for when, timed in moments]


def _replies(invites: pd.DataFrame) -> list[str]:
    return ["" if pd.isna(when) else day(when) for when in invites[Field.REPLY_BY].tolist()]


def _names(answer: Answer) -> dict[int, str]:
    """What each invite is called, by row."""
    companies = zip(answer.invites.index, answer.invites[Field.COMPANY], strict=True)
    return {int(row): visible(company_name(name, int(row))) for row, name in companies}


def table_lines(answer: Answer) -> list[str]:
    """The ranked table, best first, each invite with its why on a line of its own."""
    advice = answer.advice
    invites = answer.invites.loc[advice.index]
    names = _names(answer)
    columns = (
        [str(rank) for rank in advice[Advice.RANK]],
        [str(row) for row in advice.index],
        [cut(names[row]) for row in advice.index],
        [cut(visible(role or "")) for role in cells(invites, Field.ROLE)],
        [LOOKS[decision].label for decision in answer.decisions.loc[advice.index]],
        [certainty(share) for share in advice[Advice.CONFIDENCE]],
        [hours(number) for number in advice[Advice.WORTH]],
        [hours(number) for number in advice[Advice.COST]],
        [signed_hours(number) for number in advice[Advice.SURPLUS]],
        _whens(invites),
        _replies(invites),
    )
    rows = list(zip(*columns, strict=True))
    heading, *lines = in_columns([(*HEADINGS, *DATES), *rows], TO_THE_RIGHT)
    whys = [f"      {visible(why)}" for why in answer.whys.loc[advice.index]]
    return [heading, *(line for pair in zip(lines, whys, strict=True) for line in pair)]


TAKEN_IF_THEY_FIT = frozenset({Decision.ACCEPT, Decision.MOVE})
"""Decisions that the plan would have taken; of the others nobody expects it."""


def plan_lines(answer: Answer) -> list[str]:
    """Which invites to take in which order, why the others are left out, what more time brings."""
    plan, names = answer.plan, _names(answer)
    taken = ", ".join(f"{names[row]} (row {row})" for row in plan.chosen) or "none"
    lines = [f"Take, in this order: {taken}."]
    lines += [
        f"Left out: {names[row]} (row {row}), {REASONS[reason]}."
        for row, reason in plan.left_out.items()
        if answer.decisions[row] in TAKEN_IF_THEY_FIT
    ]
    lines += [
        f"Wrong way round: {names[other]} (row {other}) comes after your first choice,"
        f" {names[first]} (row {first})."
        for other, first in wrong_way_round(answer)
    ]
    if plan.next_hour_adds:
        added = ", ".join(f"{names[row]} (row {row})" for row in plan.next_hour_adds)
        brings = hours(plan.next_hour_worth)
        lines.append(f"One more hour of preparation a week would bring {brings}: {added}.")
    return lines


def counted(reading: Any) -> str:
    """How many rows were read, and what became of them.

    The difference to the rows read, such as headings and blank rows, is no invite either.
    """
    told = [f"{count(int(reading.rows_read), 'row')} read", count(len(reading.invites), "invite")]
    if reading.set_aside:
        told.append(f"{len(reading.set_aside):,} set aside")
    return ", ".join(told) + "."


def rank_lines(answer: Answer) -> list[str]:
    """Everything `rank` says to people."""
    if answer.invites.empty:
        return [counted(answer.reading)]
    return [
        *table_lines(answer),
        "",
        *plan_lines(answer),
        counted(answer.reading),
    ]


def understood_lines(file: str, reading: Any) -> list[str]:
    """What was understood of a file, for people: columns, then every invite with its values."""
    sheet = f", sheet {visible(reading.sheet)}" if reading.sheet else ""
    lines = [f"{visible(file)}{sheet}: {counted(reading)}"]
    lines += [
        f"  {visible(heading)} → {COLUMNS[key].label if key else '(not used)'}"
        for heading, key in reading.columns.items()
    ]
    lines += [f"  ? {visible(question.text)}" for question in reading.questions]
    return lines + [f"  {line}" for line in _invite_lines(reading.invites)]


def _invite_lines(invites: pd.DataFrame) -> list[str]:
    """The invites as a table of the columns that have any value."""
    told = {key: cells(invites, key) for key in COLUMNS}
    filled = {key: column for key, column in told.items() if any(x is not None for x in column)}
    if not filled:
        return []
    rows = [
        [str(row), *("" if cell is None else cut(visible(_said(cell))) for cell in held)]
        for row, held in zip(invites.index, zip(*filled.values(), strict=True), strict=True)
    ]
    return in_columns([["Row", *(COLUMNS[key].label for key in filled)], *rows], (0,))


SAID = {True: "yes", False: "no"}


def _said(cell: Any) -> str:
    if isinstance(cell, bool):
        return SAID[cell]
    return f"{cell:.12g}" if isinstance(cell, float) else str(cell)
