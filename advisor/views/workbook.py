"""The workbook to take along: ranking, the person's own sheet, profile, debriefs, what to fix.

Dropped on the page again it gives everything back: the invites are read from the person's own
cells, which stand there as text, and the last sheet holds what was said and entered besides.
"""

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import xlsxwriter

from advisor.rules.advice import Advice
from advisor.rules.columns import Field
from advisor.rules.motivations import MOTIVATIONS, Motive
from advisor.views.answer import Answer
from advisor.views.carried import Carried
from advisor.views.debriefs import OUTCOMES, Noted, newest_first
from advisor.views.export import (
    Cell,
    advice_columns,
    column_style,
    column_width,
    discreet,
    replies,
    starts,
    write_cell,
)
from advisor.views.marked_sheet import said_of, write_own_sheet
from advisor.views.records import profile_record
from advisor.views.remembered import HEADING, REMEMBERED, pieces
from advisor.views.wording import LOOKS, REASONS, certainty, company_name

RANKING, INVITES, PROFILE, DEBRIEFS, FIXES = (
    "Ranking",
    "Invites",
    "Profile",
    "Debriefs",
    "What to fix",
)
"""The sheets, in their order; the one that remembers stands last."""

URGENCY = {"error": "not used", "warning": "to confirm", "info": "for your information"}

TO_CHANGE = "To change this, use the page: what is written here is not read back"
"""The last heading of the sheets that only show what the one that remembers holds."""

Table = Mapping[str, list[Cell]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Along:
    """What goes along beyond the answer.

    carried     the person's words and notes
    remembered  how the sheet was read, as lines
    """

    carried: Carried
    remembered: str = ""


def workbook(answer: Answer, *, contacts: bool = False, along: Along | None = None) -> bytes:
    """The workbook; contacts are left out unless asked for."""
    along = along or Along(carried=Carried(profile=answer.profile))
    carried = along.carried if contacts else along.carried.without_contacts()
    notes = [one.noted for one in carried.entries.values() if one.noted]
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        _write_ranking(book, discreet(ranking_columns(answer), contacts=contacts))
        _write_invites(book, answer, contacts=contacts)
        for name, told in (
            (PROFILE, profile_columns(profile_record(answer.profile))),
            (DEBRIEFS, debrief_columns(notes)),
        ):
            _write_table(book, name, {**told, TO_CHANGE: []})
        _write_table(book, FIXES, fix_columns(answer.problems, contacts=contacts))
        lines = "\n".join(filter(None, [along.remembered, carried.to_line()]))
        _write_table(book, REMEMBERED, {HEADING: [*pieces(lines)]})
    return content.getvalue()


def _write_invites(book: Any, answer: Answer, *, contacts: bool) -> None:
    """The person's own sheet, the advice at its right, by row."""
    rows = [int(row) for row in answer.advice.index]
    advised = discreet(advice_columns(answer), contacts=contacts)
    after = {title: dict(zip(rows, column, strict=True)) for title, column in advised.items()}
    write_own_sheet(book, INVITES, answer.reading, contacts=contacts, after=after)


def ranking_columns(answer: Answer) -> dict[str, list[Cell]]:
    """The ranking, best first: verdict, why, hours by motivation, certainty, plan."""
    advice = answer.advice
    rows = [int(row) for row in advice.index]
    invites, hours = answer.invites.loc[rows], answer.assessment.hours.loc[rows]
    names = zip(invites[Field.COMPANY].tolist(), rows, strict=True)
    return {
        "Place": [int(rank) for rank in advice[Advice.RANK]],
        "Who": [company_name(name, row) for name, row in names],
        "For what": invites[Field.ROLE].tolist(),
        "Verdict": [LOOKS[decision].word for decision in answer.decisions.loc[rows]],
        "Why so": list(answer.whys.loc[rows]),
        "Hours worth": advice[Advice.WORTH].tolist(),
        "Hours it takes": advice[Advice.COST].tolist(),
        "Hours left over": advice[Advice.SURPLUS].tolist(),
        **{_hours_of(motive): hours[motive].tolist() for motive in Motive},
        "How sure": [certainty(share) for share in advice[Advice.CONFIDENCE]],
        "In the plan": _planned(answer, rows),
        "It takes place": starts(invites),
        "Answer until": replies(invites),
    }


def _hours_of(motive: Motive) -> str:
    return f"Hours: {MOTIVATIONS[motive].label.lower()}"


def _planned(answer: Answer, rows: Sequence[int]) -> list[Cell]:
    places = {row: number for number, row in enumerate(answer.plan.chosen, start=1)}
    left = answer.plan.left_out
    return [f"yes, number {places[row]}" if row in places else REASONS[left[row]] for row in rows]


def profile_columns(record: Mapping[str, Any]) -> dict[str, list[Cell]]:
    """The profile as two columns, each value as JSON so that nothing of it is lost."""
    return {
        "Profile field": list(record),
        "Profile value": [json.dumps(value, ensure_ascii=False) for value in record.values()],
    }


def debrief_columns(noted: Sequence[Noted]) -> dict[str, list[Cell]]:
    """The notes, newest first."""
    notes = newest_first(noted)
    return {
        "Interview at": [one.name for one in notes],
        "Held on": [one.held for one in notes],
        "Went well": [one.went_well or None for one in notes],
        "To improve": [one.to_improve or None for one in notes],
        "Liked before": [one.interest_from for one in notes],
        "Liked after": [one.interest_to for one in notes],
        "Whom you met": ["; ".join(one.people_met) or None for one in notes],
        "How it ended": [OUTCOMES[one.outcome] if one.outcome else None for one in notes],
    }


def fix_columns(problems: Sequence[Any], *, contacts: bool) -> dict[str, list[Cell]]:
    """Every remark on the sheet, most urgent first."""
    order = [*URGENCY]
    urgent = sorted(problems, key=lambda one: order.index(str(one.level)))
    return {
        "How urgent": [URGENCY[str(one.level)] for one in urgent],
        "In which row": [one.row for one in urgent],
        "What to look at": [said_of(one, one.text, contacts=contacts) for one in urgent],
    }


def _write_ranking(book: Any, table: Table) -> None:
    """The ranking, with a bar in each cell of hours by motivation, all on one scale."""
    sheet = _write_table(book, RANKING, table)
    last, titles = len(table["Place"]), list(table)
    if not last:
        return
    names = [_hours_of(motive) for motive in Motive]
    most = max(cell for name in names for cell in table[name] if isinstance(cell, int | float))
    for motive, name in zip(Motive, names, strict=True):
        place = titles.index(name)
        bar = {
            "type": "data_bar",
            "bar_color": MOTIVATIONS[motive].colour,
            "min_type": "num",
            "min_value": 0,
            "max_type": "num",
            "max_value": most or 1.0,
        }
        sheet.conditional_format(1, place, last, place, bar)


def _write_table(book: Any, name: str, table: Table) -> Any:
    """A sheet of its own with bold headings; text is only ever text."""
    sheet = book.add_worksheet(name)
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    style = column_style(book)
    sheet.freeze_panes(1, 1)
    for place, (title, column) in enumerate(table.items()):
        sheet.set_column(place, place, column_width(title, column))
        write_cell(sheet, 0, place, title, heading)
        for line, cell in enumerate(column, start=1):
            write_cell(sheet, line, place, None if _is_nan(cell) else cell, style(cell))
    return sheet


def _is_nan(cell: Cell) -> bool:
    return isinstance(cell, float) and pd.isna(cell)
