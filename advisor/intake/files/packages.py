"""The parts of an XLSX file that its values alone do not tell: sheets' paths and number formats."""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree

from advisor.intake.problems import UnreadableSheet

BUILT_IN = {
    5: "$#,##0",
    6: "$#,##0",
    7: "$#,##0.00",
    8: "$#,##0.00",
    9: "0%",
    10: "0.00%",
    42: "$#,##0",
    44: "$#,##0.00",
}
"""Number formats that are known by number alone; the dates among them follow the machine."""

_ORDER = re.compile(r"d+[^dmy]*m+|m+[^dmy]*d+", re.IGNORECASE)
_CURRENCY = re.compile(r"\[\$[^\]-]|[$€£¥₹₩₪₽฿]|\b[A-Z]{3}\b|\bkr\b|zł|Kč|Ft|Fr\.")
_NOT_SHOWN = re.compile(r"\\.|_.|\*.|\[(?!\$)[^\]]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What an XLSX file says about its sheets.

    paths    sheet name → member of the archive
    formats  style number → number format, only where it tells more than a number
    waiting  its formulas are to be computed when it is opened: a stored 0 may stand for nothing
    """

    paths: dict[str, str]
    formats: dict[int, str]
    waiting: bool


def open_package(content: bytes) -> Package:
    """The sheets and telling number formats of a workbook.

    Raises UnreadableSheet when its parts do not hang together.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            book = _workbook_part(archive)
            targets = targets_of(archive, book)
            return Package(
                paths=_paths(archive, book, targets),
                formats=_formats(archive, targets),
                waiting=_is_waiting(archive, book),
            )
    except (ElementTree.ParseError, KeyError, StopIteration, ValueError) as trouble:
        raise UnreadableSheet(
            "corrupt_workbook",
            "The workbook is damaged: its parts do not fit together. "
            "Open it in a spreadsheet program, save it anew and choose the new file.",
        ) from trouble


def _tree(archive: zipfile.ZipFile, path: str) -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(path))


def _plain(tag: str) -> str:
    return tag.rsplit("}", 1)[-1]


def _workbook_part(archive: zipfile.ZipFile) -> str:
    if "_rels/.rels" in archive.namelist():
        for entry in _tree(archive, "_rels/.rels"):
            if entry.get("Type", "").endswith("/officeDocument"):
                return entry.get("Target", "").lstrip("/")
    return "xl/workbook.xml"


def targets_of(archive: zipfile.ZipFile, book: str) -> dict[str, str]:
    """Relationship id → member of the archive, and "styles" → the styles part."""
    folder, name = posixpath.split(book)
    members = {member.lower(): member for member in archive.namelist()}
    found: dict[str, str] = {}
    for entry in _tree(archive, f"{folder}/_rels/{name}.rels".lstrip("/")):
        target = entry.get("Target", "").replace("\\", "/")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        member = members.get(posixpath.normpath(path).lower(), path)
        found[entry.get("Id", "")] = member
        if entry.get("Type", "").endswith("/styles"):
            found["styles"] = member
    return found


def _paths(archive: zipfile.ZipFile, book: str, targets: dict[str, str]) -> dict[str, str]:
    present = set(archive.namelist())
    paths = {}
    for entry in _tree(archive, book).iter():
        if _plain(entry.tag) == "sheet":
            key = next((v for k, v in entry.attrib.items() if _plain(k) == "id"), "")
            if targets.get(key) in present:
                paths[entry.get("name", "")] = targets[key]
    return paths


def _is_waiting(archive: zipfile.ZipFile, book: str) -> bool:
    """Whether the workbook asks to be computed when it is opened, as one no program computed."""
    parts = (part for part in _tree(archive, book) if _plain(part.tag) == "calcPr")
    return any(part.get("fullCalcOnLoad") in {"1", "true"} for part in parts)


def _formats(archive: zipfile.ZipFile, targets: dict[str, str]) -> dict[int, str]:
    if targets.get("styles") not in archive.namelist():
        return {}
    root = _tree(archive, targets["styles"])
    codes = dict(BUILT_IN)
    for entry in root.iter():
        if _plain(entry.tag) == "numFmt":
            codes[int(entry.get("numFmtId", "0"))] = entry.get("formatCode", "")
    cells = next((part for part in root if _plain(part.tag) == "cellXfs"), None)
    styles = enumerate([] if cells is None else list(cells))
    used = {number: codes.get(int(xf.get("numFmtId", "0")), "") for number, xf in styles}
    return {number: code for number, code in used.items() if tells(code)}


def tells(code: str) -> bool:
    """Whether a number format names a currency, a percentage or the order of a date.

    >>> [tells(code) for code in ("#,##0 [$€-407]", "0%", "dd/mm/yyyy", "0.00", "yyyy")]
    [True, True, True, False, False]
    """
    shown = _NOT_SHOWN.sub("", code)
    bare = re.sub(r'"[^"]*"', "", shown)
    return "%" in bare or bool(_CURRENCY.search(shown)) or bool(_ORDER.search(bare))
