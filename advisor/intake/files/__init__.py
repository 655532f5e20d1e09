"""Bytes of any kind → a grid of text. The only room that knows a file format."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace

from advisor.intake.choices import Choices
from advisor.intake.files import limits
from advisor.intake.files.archives import check_archive, gunzipped, only_member
from advisor.intake.files.containers import Container, find_container, find_in_archive
from advisor.intake.files.dialects import Known
from advisor.intake.files.text_kinds import read_any_text
from advisor.intake.files.workbooks import read_workbook
from advisor.intake.grid import Grid
from advisor.intake.problems import Level, Problem, UnreadableSheet
from advisor.intake.stages import Stage, reached

__all__ = ["Known", "read_grid"]

_DEEPEST = 2
_ENDINGS = {
    "xlsx": ("xlsx", "xlsm", "xltx", "xltm"),
    "xlsb": ("xlsb",),
    "xls": ("xls", "xlt"),
    "ods": ("ods", "ots"),
    "text": ("csv", "tsv", "tab", "txt", "psv", "dat", "prn", ""),
    "html": ("html", "htm"),
    "json": ("json", "jsonl", "ndjson"),
    "xml": ("xml", "xls"),
}
_WORDS = {
    "xlsx": "an Excel workbook",
    "xlsb": "a binary Excel workbook",
    "xls": "an older Excel workbook",
    "ods": "an OpenDocument sheet",
    "text": "a text file",
    "html": "a web page",
    "json": "JSON",
    "xml": "a sheet written as XML",
}


def read_grid(content: bytes, name: str, choices: Choices, known: Known) -> Grid:
    """Every row of the file's best sheet, as text with the row numbers its owner sees.

    name   only compared with what the file really is, never opened
    known  how many distinct known fields a row of cells names as headings
    Raises UnreadableSheet when the file cannot be a table, ChoiceError when a choice names what
    it does not have.
    """
    reached(Stage.DECODING)
    if len(content) > limits.FILE_BYTES:
        size, most = len(content) / 1e6, limits.FILE_BYTES / 1e6
        raise UnreadableSheet(
            "sheet_too_large", f"The file has {size:.0f} MB; at most {most:.0f} MB are read."
        )
    if not content.strip(b" \t\r\n\x00"):
        raise UnreadableSheet("empty_file", "The file is empty: there is nothing in it.")

    def narrowly(cells: Sequence[str]) -> int:
        return known(cells[: limits.COLUMNS])

    grid = _opened(content, choices, narrowly, _DEEPEST)
    return _with_headings(_named(grid, name), narrowly)


def _opened(content: bytes, choices: Choices, known: Known, depth: int) -> Grid:
    container = find_container(content)
    if container == Container.GZIP:
        return _unpacked("a gzip file", gunzipped(content), choices, known, depth)
    if container == Container.ZIP:
        members = check_archive(content)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            container = find_in_archive(members, archive.read)
        if container == Container.ZIP:
            inside, packed = only_member(content, members)
            return _unpacked(f"an archive with `{inside}`", packed, choices, known, depth)
    if container == Container.TEXT:
        return read_any_text(content, choices, known)
    return read_workbook(content, container, choices, known)


def _unpacked(what: str, inside: bytes, choices: Choices, known: Known, depth: int) -> Grid:
    """The sheet inside an archive; archives within archives are not followed further."""
    if depth == 0:
        raise UnreadableSheet(
            "zip_not_spreadsheet", "The file is an archive within archives: unpack it."
        )
    if not inside.strip():
        raise UnreadableSheet("empty_file", f"The file is {what}, and that is empty.")
    if len(inside) > limits.FILE_BYTES * 5:
        raise UnreadableSheet("sheet_too_large", f"The file is {what}, and that is too large.")
    grid = _opened(inside, choices, known, depth - 1)
    said = Problem(
        code="archive_opened",
        level=Level.INFO,
        reason=f"The file is {what}, not a sheet itself",
        assumed="It was unpacked and read",
    )
    return replace(grid, problems=(said, *grid.problems))


def _named(grid: Grid, name: str) -> Grid:
    """The grid, with a word where the ending of the name says something else than the content."""
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    packed = any(problem.code == "archive_opened" for problem in grid.problems)
    if not ending or packed or ending in _ENDINGS[grid.container]:
        return grid
    if all(ending not in endings for endings in _ENDINGS.values()):
        return grid
    said = Problem(
        code="named_otherwise",
        level=Level.INFO,
        reason=f"The name ends in .{ending}, but the file is {_WORDS[grid.container]}",
        assumed="It was read as what it is",
    )
    return replace(grid, problems=(said, *grid.problems))


def _with_headings(grid: Grid, known: Known) -> Grid:
    """The grid, its findings about a cell naming the heading of their column."""
    if all(problem.position is None for problem in grid.problems):
        return grid
    heads = grid.rows[: limits.HEADING_ROWS]
    best = max(heads, key=known, default=[])
    headings = best if known(best) else []
    problems = (
        replace(problem, column=headings[problem.position] or None)
        if problem.position is not None and problem.position < len(headings)
        else problem
        for problem in grid.problems
    )
    return replace(grid, problems=tuple(problems))
