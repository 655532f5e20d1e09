"""Every polluted sheet by its name."""

from tests.sheets.amounts import BLANKS, HOURS, MONEY, RATINGS, SHARES
from tests.sheets.base import Case
from tests.sheets.books import BOOKS
from tests.sheets.days import DAYS
from tests.sheets.headings import SHEET_HEADINGS
from tests.sheets.layouts import LAYOUTS
from tests.sheets.odd_files import DAMAGED, HOSTILE
from tests.sheets.ragged import RAGGED
from tests.sheets.text_files import TEXT_FILES

_FAMILIES: dict[str, dict[str, Case]] = {
    "text": TEXT_FILES,
    "ragged": RAGGED,
    "layout": LAYOUTS,
    "headings": SHEET_HEADINGS,
    "days": DAYS,
    "money": MONEY,
    "shares": SHARES,
    "ratings": RATINGS,
    "hours": HOURS,
    "blanks": BLANKS,
    "workbook": BOOKS,
    "hostile": HOSTILE,
    "damaged": DAMAGED,
}

SIBLINGS = {
    f"{family}: {name}": case for family, cases in _FAMILIES.items() for name, case in cases.items()
}
"""Family and way to be wrong → the sheet and what its reading must come to."""
