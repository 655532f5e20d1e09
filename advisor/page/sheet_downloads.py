"""The report, the person's own sheet with every doubtful cell marked, and the rows with errors."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from advisor.page.sheet_memory import of_some_rows
from advisor.page.sheet_upload import Uploaded
from advisor.views.amounts import count
from advisor.views.marked_sheet import exported_text, marked_sheet
from advisor.views.problem_report import report_csv
from advisor.views.rows_to_mend import rows_to_mend, rows_with_errors

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

MARKED = (
    "Doubtful cells coloured, with a comment and a last column on what to fix. "
    "Mend it and drop it here again."
)
TO_MEND = "The rows with a cell that could not be used, marked alike, under your own headings."
REPORT = "Every remark on a line of its own."


def downloads(up: Uploaded) -> None:
    """A button for each file, that of the rows with errors where there are any."""
    with st.container(horizontal=True, vertical_alignment="center"):
        contacts = st.checkbox(
            "Keep contacts, e-mail addresses and phone numbers",
            key=f"contacts_{up.digest[:12]}",
            help="Left out of every file unless you tick this.",
        )
        marked = partial(marked_sheet, up.reading, contacts=contacts)
        _button("My sheet, marked", marked, "my_sheet_marked.xlsx", MARKED)
        if wrong := rows_with_errors(up.reading):
            text = exported_text(up.reading, contacts=contacts)
            along = of_some_rows(up.plain, up.reading, text).to_json()
            rows = partial(rows_to_mend, up.reading, contacts=contacts, remembered=along)
            _button(
                f"Only {count(len(wrong), 'row')} with errors", rows, "rows_to_mend.xlsx", TO_MEND
            )
        report = partial(report_csv, up.reading.problems, contacts=contacts)
        _button("Report", report, "sheet_report.csv", REPORT)


def _button(label: str, made: Callable[[], bytes], file_name: str, told: str) -> None:
    """One download, made when it is asked for."""
    st.download_button(
        label,
        data=made,
        file_name=file_name,
        mime=WORKBOOK if file_name.endswith(".xlsx") else "text/csv",
        on_click="ignore",
        icon=":material/download:",
        help=told,
    )
