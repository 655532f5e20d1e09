"""Columns of cells for the tests of reading."""

from datetime import date

from advisor.intake.cells import ColumnText, Surroundings, read_cells
from advisor.intake.choices import Choices

TODAY = date(2026, 11, 22)


def column(field, texts, heading="As found", **more):
    """A column whose first cell stands in row 2."""
    return ColumnText(
        field=field, heading=heading, rows=range(2, 2 + len(texts)), texts=texts, **more
    )


def read(field, texts, settings=None, date_order="dmy", decimal_comma=None, **more):
    """The column as read today, day first unless told otherwise."""
    cells = column(field, texts, **more)
    choices = Choices(settings={cells.heading: settings} if settings else {})
    around = Surroundings(
        today=TODAY, date_order=date_order, decimal_comma=decimal_comma, choices=choices
    )
    return read_cells(cells, around)


def codes(found, row=None):
    """The codes of what was found at a row, or about the whole column."""
    return [finding.code for finding in found.findings if finding.row == row]
