"""A sheet written as XML, as Excel 2003 did → typed rows with their numbers."""

from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree

from advisor.intake.files import limits
from advisor.intake.problems import UnreadableSheet

_SPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"


@dataclass(frozen=True, slots=True, kw_only=True)
class XmlSheet:
    """One worksheet: its name, whether it is shown, and its values from A1 on."""

    name: str
    visible: bool
    natives: list[list[object]]


def read_xml_sheets(text: str) -> list[XmlSheet]:
    """Every worksheet of the file.

    Raises UnreadableSheet when it is damaged, declares entities, or is too large.
    """
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise UnreadableSheet(
            "xml_entities",
            "The sheet declares its own XML entities, which no spreadsheet program does; "
            "it was not opened.",
        )
    try:
        root = ElementTree.fromstring(text.encode("utf-8"))
    except (ElementTree.ParseError, ValueError) as trouble:
        raise UnreadableSheet(
            "corrupt_workbook", "The XML of the sheet is damaged: save it anew as XLSX."
        ) from trouble
    return [_sheet(part) for part in root.iter(f"{_SPACE}Worksheet")]


def _sheet(part: ElementTree.Element) -> XmlSheet:
    natives: list[list[object]] = []
    for entry in part.iter(f"{_SPACE}Row"):
        number = _index(entry, len(natives) + 1)
        if number > limits.ROWS:
            raise UnreadableSheet(
                "sheet_too_large", f"The sheet has more than {limits.ROWS:,} rows: split it."
            )
        natives.extend([] for _ in range(number - 1 - len(natives)))
        natives.append(_row(entry))
    shown = part.find(".//{urn:schemas-microsoft-com:office:excel}Visible")
    visible = shown is None or not (shown.text or "").endswith("Hidden")
    return XmlSheet(name=part.get(f"{_SPACE}Name", ""), visible=visible, natives=natives)


def _index(entry: ElementTree.Element, usual: int) -> int:
    said = entry.get(f"{_SPACE}Index", "")
    return max(int(said[:9]), usual) if said.isdecimal() else usual


def _row(entry: ElementTree.Element) -> list[object]:
    cells: list[object] = []
    for cell in entry.iter(f"{_SPACE}Cell"):
        place = min(_index(cell, len(cells) + 1), limits.COLUMNS + 1)
        cells.extend("" for _ in range(place - 1 - len(cells)))
        cells.append(_value(cell))
        across = cell.get(f"{_SPACE}MergeAcross", "0")
        cells.extend("" for _ in range(min(int(across[:4]), limits.COLUMNS)) if across.isdecimal())
    return cells


def _value(cell: ElementTree.Element) -> object:
    said = cell.find(f"{_SPACE}Data")
    if said is None:
        return ""
    text = "".join(said.itertext())
    kind = said.get(f"{_SPACE}Type", "String")
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.fromisoformat(text)
    except ValueError:
        return text
    return text == "1" if kind == "Boolean" else text
