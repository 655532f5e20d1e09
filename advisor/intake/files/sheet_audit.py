"""What a worksheet's XML holds beside its values: errors, formulas, merges, what is hidden."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advisor.intake.problems import letter

Cell = tuple[int, int]
"""Row and column, both from 0."""

_ATTRIBUTES = rb'\b%s\s*=\s*["\']([^"\']*)["\']'
_REFERENCE = re.compile(rb"\br\s*=\s*[\"']\$?([A-Z]{1,3})\$?(\d+)[\"']")
_MINIMUM, _MAXIMUM = re.compile(_ATTRIBUTES % b"min"), re.compile(_ATTRIBUTES % b"max")
_ROW_NUMBER = re.compile(rb"\br\s*=\s*[\"'](\d+)[\"']")
_RANGE = re.compile(rb"\bref\s*=\s*[\"']([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)[\"']")
_HIDDEN = rb"\bhidden\s*=\s*[\"'](?:1|true)[\"']"
_ROOT = re.compile(rb"<(\w+:)?worksheet\b")
_MOST_COLUMNS = 16_384
_TEXT_RESULT = re.compile(rb"\bt\s*=\s*[\"'](?:str|e)[\"']")


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """Everything about one worksheet that its values do not tell.

    errors   cell → error text such as "#N/A"
    unvalued cell → formula that has no stored result
    blank_results  formulas that resulted in nothing or were never computed: it cannot be told
    merges   (first cell, last cell) of merged ranges
    formats  cell → number format, only the telling ones
    """

    errors: Mapping[Cell, str]
    unvalued: Mapping[Cell, str]
    hidden_rows: tuple[int, ...]
    hidden_columns: tuple[int, ...]
    merges: tuple[tuple[Cell, Cell], ...]
    formats: Mapping[Cell, str]
    blank_results: tuple[Cell, ...] = ()


def audit(xml: bytes, formats: Mapping[int, str], *, waiting: bool = False) -> Audit:
    """What stands beside the values of a worksheet.

    xml      the part, with a reference on every cell (see `with_references`)
    formats  style number → telling number format
    waiting  formulas are to be computed when the workbook is opened: a stored 0 is no result
    """
    prefix = prefix_of(xml)
    return Audit(
        errors=dict(_errors(xml, prefix)),
        unvalued=dict(_unvalued(xml, prefix, waiting=waiting)),
        hidden_rows=tuple(_hidden_rows(xml, prefix)),
        hidden_columns=tuple(_hidden_columns(xml, prefix)),
        merges=tuple(_merges(xml, prefix)),
        formats=dict(_formats(xml, prefix, formats)),
    )


def prefix_of(xml: bytes) -> bytes:
    """The namespace prefix its elements carry, such as b"x:"."""
    found = _ROOT.search(xml[:5000])
    return (found[1] or b"") if found else b""


def column(letters: bytes) -> int:
    """The position of a column from its letters.

    >>> column(b"A"), column(b"AA"), column(b"XFD")
    (0, 26, 16383)
    """
    number = 0
    for code in letters:
        number = number * 26 + code - 64
    return number - 1


def place_of(attributes: bytes) -> Cell | None:
    """The cell that a reference among these attributes names."""
    found = _REFERENCE.search(attributes)
    return (int(found[2]) - 1, column(found[1])) if found else None


def pattern(prefix: bytes, template: bytes) -> re.Pattern[bytes]:
    """A pattern of sheet XML; `~` stands for the namespace prefix."""
    return re.compile(template.replace(b"~", re.escape(prefix)), re.DOTALL)


def _errors(xml: bytes, prefix: bytes) -> Iterator[tuple[Cell, str]]:
    if b't="e"' not in xml and b"t='e'" not in xml:
        return
    cells = pattern(prefix, rb"<~c\b([^>]*\bt=[\"']e[\"'][^>]*)>(.*?)</~c>")
    value = pattern(prefix, rb"<~v>([^<]*)</~v>")
    for found in cells.finditer(xml):
        place, said = place_of(found[1]), value.search(found[2])
        if place is not None:
            yield place, said[1].decode("utf-8", "replace") if said else "#ERROR"


_FORMULA = rb"<~c\b([^>]*)>\s*<~f\b[^>]*?(?:/>|>([^<]*)</~f>)\s*(?:<~v>([^<]*)</~v>|(<~v\s*/>))?"


def _unvalued(xml: bytes, prefix: bytes, *, waiting: bool) -> Iterator[tuple[Cell, str]]:
    """Formulas without a stored result; a text result may be stored as nothing."""
    if b"<" + prefix + b"f" not in xml:
        return
    for found in pattern(prefix, _FORMULA).finditer(xml):
        attributes, formula, value, nothing = found.groups()
        empty_text = _TEXT_RESULT.search(attributes) and (nothing or value == b"")
        stored = empty_text or (bool(value) and not (waiting and value == b"0"))
        place = place_of(attributes)
        if place is not None and not stored:
            yield place, "=" + html.unescape((formula or b"").decode("utf-8", "replace"))


def _hidden_rows(xml: bytes, prefix: bytes) -> Iterator[int]:
    if b"hidden" not in xml:
        return
    for found in pattern(prefix, rb"<~row\b([^>]*" + _HIDDEN + rb"[^>]*)>").finditer(xml):
        number = _ROW_NUMBER.search(found[1])
        if number:
            yield int(number[1]) - 1


def _hidden_columns(xml: bytes, prefix: bytes) -> Iterator[int]:
    for found in pattern(prefix, rb"<~col\b([^>]*" + _HIDDEN + rb"[^>]*)>").finditer(xml):
        first, last = _MINIMUM.search(found[1]), _MAXIMUM.search(found[1])
        if first and last:
            yield from range(int(first[1]) - 1, min(int(last[1]), _MOST_COLUMNS))


def _merges(xml: bytes, prefix: bytes) -> Iterator[tuple[Cell, Cell]]:
    for found in pattern(prefix, rb"<~mergeCell\b([^>]*)>").finditer(xml):
        span = _RANGE.search(found[1])
        if span:
            yield (int(span[2]) - 1, column(span[1])), (int(span[4]) - 1, column(span[3]))


def _formats(xml: bytes, prefix: bytes, formats: Mapping[int, str]) -> Iterator[tuple[Cell, str]]:
    if not formats:
        return
    numbers = b"|".join(str(number).encode() for number in formats)
    cells = rb'<~c r="([A-Z]+)([0-9]+)"[^>]*?\bs=["\'](' + numbers + rb")[\"'][^>]*(?<!/)>"
    columns: dict[bytes, int] = {}
    codes = {str(number).encode(): code for number, code in formats.items()}
    for letters, row, style in pattern(prefix, cells).findall(xml):
        place = columns.get(letters)
        if place is None:
            place = columns.setdefault(letters, column(letters))
        yield (int(row) - 1, place), codes[style]


def _referenced(xml: bytes, tag: bytes) -> bool:
    bare = tag + b">" in xml or tag + b"/>" in xml
    return not bare and xml.count(tag + b" ") == xml.count(tag + b' r="')


def with_references(xml: bytes) -> bytes:
    """The worksheet with a reference first in every row and cell, as nearly all programs write it.

    Some leave references out and count; some put other attributes before them.
    """
    prefix = prefix_of(xml)
    if all(_referenced(xml, b"<" + prefix + tag) for tag in (b"c", b"row")):
        return xml
    at = {"row": 0, "column": 0}

    def refer(found: re.Match[bytes]) -> bytes:
        tag, attributes = found[1], found[2]
        if tag == b"row":
            number = _ROW_NUMBER.search(attributes)
            at.update(row=int(number[1]) if number else at["row"] + 1, column=0)
            name, others = str(at["row"]).encode(), _ROW_NUMBER.sub(b"", attributes)
        else:
            place = place_of(attributes)
            at["column"] = (place[1] if place else at["column"]) + 1
            name = f"{letter(at['column'] - 1)}{at['row']}".encode()
            others = _REFERENCE.sub(b"", attributes)
        return b"<" + prefix + tag + b' r="' + name + b'"' + others + b">"

    return pattern(prefix, rb"<~(c|row)\b([^>]*)>").sub(refer, xml)
