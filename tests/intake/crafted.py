"""Small workbooks and text sheets built part by part, so that a test can break any one of them."""

import csv
import io
import zipfile

HEADINGS = ("Company", "Role", "Interview date", "Salary", "Notes")
INVITES = (
    ("Acme Robotics", "Backend Engineer", "2027-01-14", "95000", "Referred by Dana, knows them"),
    ("Café Zürich AG", "Data Analyst", "2027-01-21", "88000", 'They said "fast track"'),
    ("Nordström Söner AB", "Product Manager", "2027-02-03", "120500", ""),
    ("O'Brien, Patel & Co.", "Site Reliability", "2027-02-09", "101000", "Panel of 4; laptop"),
    ("Müller & Söhne", "QA Engineer", "2027-02-16", "76000", ""),
    ("Zen Garden Ltd", "Designer", "2027-02-23", "83000", "Ask about equity"),
)
SHEET = [list(HEADINGS), *map(list, INVITES)]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def known(cells):
    """How many of the headings of these sheets the cells name."""
    names = {heading.casefold() for heading in HEADINGS}
    return len({cell.strip().casefold() for cell in cells} & names)


def text_sheet(rows=SHEET, *, newline="\r\n", **dialect):
    """The rows as a text file."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator=newline, **dialect).writerows(rows)
    return stream.getvalue()


def cell(reference, value, attributes=""):
    """One cell of sheet XML: text inline, anything else as a number."""
    if isinstance(value, str):
        escaped = value.replace("&", "&amp;").replace("<", "&lt;")
        return f'<c r="{reference}" t="inlineStr"{attributes}><is><t>{escaped}</t></is></c>'
    return f'<c r="{reference}"{attributes}><v>{value}</v></c>'


def row(number, *cells, attributes=""):
    """One row of sheet XML."""
    return f'<row r="{number}"{attributes}>{"".join(cells)}</row>'


def filled_row(number, values, attributes=""):
    """One row of sheet XML, filled from column A on; None leaves a cell out."""
    cells = [cell(f"{chr(65 + i)}{number}", v) for i, v in enumerate(values) if v is not None]
    return row(number, *cells, attributes=attributes)


def sheet_xml(*rows, before="", after="", dimension=""):
    """A worksheet part."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{_MAIN}">{dimension}{before}'
        f"<sheetData>{''.join(rows)}</sheetData>{after}</worksheet>"
    )


def plain_rows(rows=SHEET):
    """Rows of sheet XML, from row 1 on."""
    return [filled_row(number, values) for number, values in enumerate(rows, 1)]


def workbook(*sheets, styles="", states=(), kinds=(), extra=None, workbook_attributes=""):
    """The bytes of an XLSX file with these worksheet parts, named Sheet1, Sheet2 …"""
    states = [*states, *[""] * len(sheets)]
    kinds = [*kinds, *["worksheet"] * len(sheets)]
    parts = {
        "[Content_Types].xml": _content_types(kinds[: len(sheets)], bool(styles)),
        "_rels/.rels": _relationships([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(states[: len(sheets)], workbook_attributes),
        "xl/_rels/workbook.xml.rels": _relationships(
            [(kind, f"worksheets/sheet{i}.xml") for i, kind in enumerate(kinds[: len(sheets)], 1)]
            + ([("styles", "styles.xml")] if styles else [])
        ),
        **{f"xl/worksheets/sheet{i}.xml": sheet for i, sheet in enumerate(sheets, 1)},
        **({"xl/styles.xml": styles} if styles else {}),
        **(extra or {}),
    }
    return archive(parts)


def archive(parts):
    """The bytes of a ZIP file with these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return stream.getvalue()


def style_sheet(*formats):
    """A styles part; style number i + 1 has the i-th number format."""
    customs = "".join(
        f'<numFmt numFmtId="{164 + i}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for i, code in enumerate(formats)
    )
    styles = "".join(f'<xf numFmtId="{164 + i}"/>' for i in range(len(formats)))
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="{len(formats)}">{customs}</numFmts>'
        f'<cellXfs count="{len(formats) + 1}"><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>'
    )


def _content_types(kinds, styled):
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for i, kind in enumerate(kinds, 1)
    )
    styles = f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f"{parts}{styles if styled else ''}</Types>"
    )


def _relationships(targets):
    entries = "".join(
        f'<Relationship Id="rId{i}" Type="{_DOCUMENT}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _workbook(states, attributes):
    sheets = "".join(
        f'<sheet name="Sheet{i}" sheetId="{i}" r:id="rId{i}"{state}/>'
        for i, state in enumerate(states, 1)
    )
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><workbookPr{attributes}/>'
        f"<sheets>{sheets}</sheets></workbook>"
    )
