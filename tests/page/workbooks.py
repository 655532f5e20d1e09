"""Small workbooks for the page."""

import io

import xlsxwriter


def workbook(**sheets):
    """Sheets by name, each a list of rows."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name.replace("_", " "))
            for line, row in enumerate(rows):
                sheet.write_row(line, 0, row)
    return content.getvalue()


def uncomputed():
    """A sheet with one pay that its program has never computed."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Company", "Role", "Salary"])
        sheet.write_row(1, 0, ["Acme", "Cook", 50000])
        sheet.write_row(2, 0, ["Zen", "Clerk"])
        sheet.write_formula(2, 2, "=40*50*26", value="")
    return content.getvalue()


def two_sheets():
    """Two sheets that both look like invites."""
    headings = ["Company", "Role", "Salary", "Interest (1-5)"]
    new = [["New firm", "Cook", 50000, 4], ["Newer firm", "Clerk", 60000, 3]]
    return workbook(
        This_year=[headings, *new], Last_year=[headings, ["Old firm", "Cook", 40000, 2]]
    )
