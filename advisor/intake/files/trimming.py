"""A workbook made safe to lay out: cells far from their table are taken out beforehand."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from advisor.intake.files.open_strays import find_open_blocks
from advisor.intake.files.packages import open_package
from advisor.intake.files.sheet_audit import with_references
from advisor.intake.files.strays import Block, find_block, is_far_flung, with_parts, without_strays

OPEN_PART = "content.xml"
"""The part of an OpenDocument sheet that holds its cells."""

_NO_CELLS = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A workbook that is safe to lay out.

    content    the file, stray cells taken out
    parts      sheet → its XML, a reference first in every cell; empty for other kinds
    formats    style number → telling number format
    waiting    its formulas are to be computed when it is opened
    blocks     sheet → where its table stands, for sheets that had strays
    too_large  sheets whose cells have no core
    """

    content: bytes
    parts: Mapping[str, bytes]
    formats: Mapping[int, str]
    blocks: Mapping[str, Block]
    too_large: frozenset[str]
    waiting: bool = False


def trimmed_book(content: bytes, container: str) -> Book:
    """The workbook without cells so far from the table that laying it out would fail.

    container  "xlsx", "xlsb", "xls" or "ods"
    """
    return _TRIMMERS.get(container, _book)(content)


def _trimmed(content: bytes) -> Book:
    """The workbook without cells so far from the table that laying it out would fail."""
    package = open_package(content)
    parts = {name: _part(content, path) for name, path in package.paths.items()}
    far = {name: find_block(xml) for name, xml in parts.items() if is_far_flung(xml)}
    for name, block in far.items():
        parts[name] = _NO_CELLS if block is None else without_strays(parts[name], block)
    changed = {package.paths[name]: parts[name] for name in far}
    book = _book(with_parts(content, changed) if changed else content, far)
    return replace(book, parts=parts, formats=package.formats, waiting=package.waiting)


def _open_trimmed(content: bytes) -> Book:
    """An OpenDocument sheet without such cells; one without its part is left to the reader."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if OPEN_PART not in archive.namelist():
            return _book(content)
    far, xml = find_open_blocks(member(content, OPEN_PART))
    return _book(with_parts(content, {OPEN_PART: xml}) if far else content, far)


def _book(content: bytes, far: Mapping[str, Block | None] = MappingProxyType({})) -> Book:
    """A workbook of which some sheets were far-flung."""
    return Book(
        content=content,
        parts={},
        formats={},
        blocks={name: block for name, block in far.items() if block is not None},
        too_large=frozenset(name for name, block in far.items() if block is None),
    )


def _part(content: bytes, path: str) -> bytes:
    return with_references(member(content, path))


def member(content: bytes, path: str) -> bytes:
    """One part of a workbook that is an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(path)


_TRIMMERS = {"xlsx": _trimmed, "ods": _open_trimmed}
