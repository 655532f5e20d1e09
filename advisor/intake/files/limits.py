"""How large a file may be, and how far a reader looks: one home for the bounds of this room."""

FILE_BYTES = 20_000_000
"""Bytes of an uploaded file; the same figure as the page's upload limit, 20 MB."""

ROWS = 200_000
"""Rows of a text sheet or of one sheet of a workbook."""

COLUMNS = 512
"""Columns that hold anything."""

ROW_CELLS = 10_000
"""Cells of one row of a text file, before a delimiter too many counts as damage of the file."""

UNPACKED_BYTES = 200_000_000
"""Bytes of all members of a workbook, unpacked."""

MEMBER_RATIO = 200
"""Unpacked to packed bytes of one member, beyond which a large member is a bomb."""

MEMBER_BYTES = 10_000_000
"""Bytes from which a member counts as large."""

SHEET_CELLS = 5_000_000
"""Cells of the rectangle around everything in a sheet, empty ones included."""

BLOCK_SHARE = 0.99
"""Share of the filled cells that must lie in one block for the rest to be strays."""

PROLOGUE_BYTES = 4096
"""Bytes of an XML part in which a document type would stand."""

HEADING_ROWS = 80
"""Rows among which the headings are looked for."""

FINDINGS = 1000
"""Findings of one kind that are kept one by one; the rest is counted."""
