"""The page, top to bottom. Run it with: python -m streamlit run dashboard.py."""

from datetime import UTC, datetime

import streamlit as st

from advisor.page.about import about
from advisor.page.ranking import ranking
from advisor.page.source import TITLE, source

st.set_page_config(page_title=TITLE, page_icon="⏳", layout="wide")
today = datetime.now(UTC).astimezone().date()

# A name for the sheet here would outlive its visitor on a shared copy.
ranking(source(today), today)
about()
