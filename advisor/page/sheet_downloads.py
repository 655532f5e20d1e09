"""The report, and the person's own sheet with every doubtful cell marked, to take along."""

from functools import partial

import streamlit as st

from advisor.page.sheet_upload import Uploaded
from advisor.views.marked_sheet import marked_sheet
from advisor.views.problem_report import report_csv

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def downloads(up: Uploaded) -> None:
    """Two buttons and the box that keeps contacts in."""
    with st.container(horizontal=True, vertical_alignment="center"):
        contacts = st.checkbox(
            "Keep contacts, e-mail addresses and phone numbers",
            key=f"contacts_{up.digest[:12]}",
            help="Left out of both files unless you tick this.",
        )
        st.download_button(
            "My sheet, marked",
            data=partial(marked_sheet, up.reading, contacts=contacts),
            file_name="my_sheet_marked.xlsx",
            mime=WORKBOOK,
            on_click="ignore",
            icon=":material/download:",
            help="Doubtful cells coloured, with a comment and a last column on what to fix. "
            "Mend it and drop it here again.",
        )
        st.download_button(
            "Report",
            data=partial(report_csv, up.reading.problems, contacts=contacts),
            file_name="sheet_report.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
        )
