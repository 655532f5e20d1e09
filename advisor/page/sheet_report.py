"""The report on the sheet: what could not be used, what wants confirming, and what to do."""

import streamlit as st

from advisor import Level, Problem, ReportLine, report
from advisor.page.sheet_changes import is_open
from advisor.page.sheet_remedies import remedies
from advisor.page.sheet_state import choose, turn
from advisor.page.sheet_upload import Uploaded
from advisor.rules.columns import COLUMNS
from advisor.views.problem_report import (
    LEVELS,
    cells_table,
    columns_named,
    report_table,
    shown_lines,
)

MOST_LINES = 12
"""Lines with buttons; the others stand in the table below and come up as these are settled."""

ABSENT = "field_missing"
"""The remark on a column the sheet does not have; all of them are told in one line."""

EVERY_COLUMN = "every column"

ASKED = frozenset(
    {
        "column_duplicate",
        "column_fuzzy_matched",
        "date_order_assumed",
        "delimiter_guessed",
        "encoding_assumed",
        "mapping_needs_confirmation",
        "sheet_choice",
    }
)
"""Codes that are asked about above, so that they need no button here."""

LEVEL_WIDTH, SENTENCE_WIDTH = 150, 960
"""Pixels of two columns of the report, so that nothing is cut; what is left over all share."""


def open_problems(up: Uploaded) -> list[Problem]:
    """Cells that could not be used, and assumptions nobody has confirmed."""
    choices = up.said.choices
    return [p for p in up.reading.problems if p.level == Level.ERROR or is_open(p, choices)]


def the_report(up: Uploaded) -> None:
    """Every remark, grouped; the grave ones with what can be done about them."""
    lines = report(_unsettled(up))
    if not lines:
        st.caption("Nothing is left to say about the cells.")
        return
    level, column = _filters(up, lines)
    shown = shown_lines(lines, level, column)
    doing = [line for line in shown if _can_be_done(line, up)]
    for number, line in enumerate(doing[:MOST_LINES]):
        _draw(up, line, f"line_{up.digest[:12]}_{turn(up.digest)}_{number}")
    rest = [line for line in shown if line not in doing[:MOST_LINES] and not _is_asked(line)]
    if rest:
        st.dataframe(
            report_table(rest),
            hide_index=True,
            alt="What else is said about the sheet",
            column_config={
                "Level": st.column_config.TextColumn(width=LEVEL_WIDTH),
                "Cells": st.column_config.NumberColumn(width="small"),
                "What": st.column_config.TextColumn(width=SENTENCE_WIDTH),
            },
        )


def _unsettled(up: Uploaded) -> list[Problem]:
    choices = up.said.choices
    return [
        problem
        for problem in up.reading.problems
        if (problem.level != Level.WARNING or is_open(problem, choices))
        and not problem.code.startswith("row_skipped_")
        and problem.code != ABSENT
    ]


def columns_absent(up: Uploaded) -> None:
    """What the sheet has no column for, in one line."""
    fields = [problem.field for problem in up.reading.problems if problem.code == ABSENT]
    absent = [COLUMNS[field].label for field in fields if field is not None]
    if absent:
        st.caption(f"The sheet has no column for: {', '.join(absent)}. What is needed is assumed.")


def _filters(up: Uploaded, lines: list[ReportLine]) -> tuple[str | None, str | None]:
    """The level and the heading to show; None for all."""
    key = up.digest[:12]
    present = [level for level in LEVELS if any(line.level == level for line in lines)]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        level = st.segmented_control(
            "Show",
            present,
            format_func=LEVELS.__getitem__,
            key=f"level_{key}",
            label_visibility="collapsed",
        )
        column = st.selectbox(
            "Column",
            [EVERY_COLUMN, *columns_named(lines)],
            key=f"column_{key}",
            label_visibility="collapsed",
            width=240,
        )
    return level, None if column == EVERY_COLUMN else column


def _can_be_done(line: ReportLine, up: Uploaded) -> bool:
    if _is_asked(line):
        return False
    return line.level != Level.INFO or bool(remedies(line, up.reading))


def _cells(line: ReportLine) -> None:
    """Every cell of a line, or the first thousand."""
    cells = [problem for problem in line.problems if problem.count == 1]
    st.dataframe(cells_table(cells), hide_index=True, alt="Every cell of this line")
    if line.count > len(cells):
        st.caption(f"and {line.count - len(cells):,} more that say the same")


def _is_asked(line: ReportLine) -> bool:
    return line.code in ASKED and line.problems[0].row is None


def _draw(up: Uploaded, line: ReportLine, key: str) -> None:
    """One line with its buttons."""
    with st.container(gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.badge(LEVELS[line.level], color="red" if line.level == Level.ERROR else "gray")
            st.text(line.text, width="stretch")
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            for place, remedy in enumerate(remedies(line, up.reading)):
                st.button(
                    remedy.label,
                    key=f"{key}_{place}",
                    on_click=choose,
                    args=(up.digest, remedy.what, remedy.change),
                )
            many = len(line.problems) > 1
            if many and st.toggle(f"Show all {line.count:,}", key=f"{key}_all"):
                _cells(line)
