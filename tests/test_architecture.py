"""The doors of the house: who may import what, how large a room grows, where a key is spelled."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from sys import stdlib_module_names

import pytest

from advisor.rules.columns import Field

ROOT = Path(__file__).parent.parent
MODULE_LINES = 250
FUNCTION_LINES = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """What a room may import, and what it must not although the rest would allow it.

    rooms    rooms or modules of `advisor`; "advisor" alone is the front door
    outside  packages beyond the standard library
    never    of the standard library
    """

    rooms: tuple[str, ...]
    outside: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


FILE_FORMATS = ("csv", "zipfile", "gzip", "html.parser", "xml", "pickle", "sqlite3")
CLOCKS = ("time", "random", "pathlib", "os", "io", "tempfile", "urllib", "socket")

DOORS = {
    "rules": Door(rooms=("rules",)),
    "intake": Door(
        rooms=("intake", "rules.columns", "rules.kinds", "rules.synonyms", "rules.reading"),
        outside=(
            "numpy",
            "pandas",
            "pyarrow",
            "python_calamine",
            "chardet",
            "rapidfuzz",
            "msoffcrypto",
        ),
        never=("sqlite3",),
    ),
    "decision": Door(
        rooms=("decision", "rules"), outside=("numpy", "pandas"), never=FILE_FORMATS + CLOCKS
    ),
    "views": Door(
        rooms=("views", "rules"),
        outside=("numpy", "pandas", "altair", "xlsxwriter", "icalendar"),
        never=("sqlite3", "pickle", "urllib.request", "socket"),
    ),
    "journal": Door(
        rooms=("journal", "rules.columns", "rules.kinds", "rules.profile", "rules.motivations"),
        outside=("pandas", "platformdirs"),
    ),
    "page": Door(
        rooms=("advisor", "page", "views", "journal", "rules"),
        outside=("streamlit", "pandas", "pyarrow"),
        never=FILE_FORMATS,
    ),
    "serve": Door(rooms=("advisor", "serve"), outside=("streamlit", "starlette", "uvicorn")),
    "batch": Door(rooms=("advisor",), outside=("pandas", "pyarrow", "pyspark", "dask")),
    "commands": Door(
        rooms=("advisor", "batch", "commands", "views", "rules", "decision", "intake", "journal"),
        outside=("pandas",),
    ),
    "__main__": Door(
        rooms=("advisor", "commands", "rules", "decision", "intake", "views", "serve")
    ),
    "__init__": Door(rooms=("rules", "decision", "intake", "journal")),
}
"""The table of the house. `commands` is what `__main__` dispatches to."""

FILE_READERS = (
    *("csv", "zipfile", "gzip", "xml", "html.parser"),
    *("python_calamine", "msoffcrypto", "pyarrow.parquet", "pyarrow.csv"),
)
"""Only `intake.files` knows a file format."""

WORDS_OF_THEIR_OWN = {
    ("rules/motivations.py", Field.INTEREST): "the motivation has the name of the column",
    ("rules/verdict.py", Field.FIRST_CHOICE): "the reason has the name of the column",
    ("rules/verdict.py", Field.DEALBREAKER): "the reason has the name of the column",
    ("serve/guards.py", Field.STATUS): "what ASGI calls the number of an answer",
    ("serve/headers.py", Field.STATUS): "what ASGI calls the number of an answer",
}
"""Texts equal to a column's key that are not the column, each with what they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A source file of the package with its tree and the absolute names it imports."""

    path: str
    tree: ast.Module
    lines: int

    @property
    def room(self) -> str:
        return self.path.split("/")[0].removesuffix(".py")

    @property
    def name(self) -> str:
        dotted = self.path.removesuffix(".py").replace("/", ".")
        return f"advisor.{dotted}".removesuffix(".__init__")


@cache
def modules() -> tuple[Module, ...]:
    package = ROOT / "advisor"
    found = []
    for path in sorted(package.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found.append(
            Module(
                path=path.relative_to(package).as_posix(),
                tree=ast.parse(text),
                lines=len(text.splitlines()),
            )
        )
    return tuple(found)


def imports(module: Module) -> Iterator[str]:
    """Every module imported anywhere in the file, deferred and type-only imports included."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.path}: relative imports hide which room is meant"
            for alias in node.names:
                deeper = f"{node.module}.{alias.name}"
                yield deeper if deeper in names() else str(node.module)


@cache
def names() -> frozenset[str]:
    return frozenset(module.name for module in modules())


def starts_with(name: str, prefixes: tuple[str, ...]) -> bool:
    return any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes)


def allowed(name: str, door: Door) -> bool:
    """Whether a room with this door may import `name`."""
    if name == "advisor":
        return "advisor" in door.rooms
    if name.startswith("advisor."):
        return starts_with(name.removeprefix("advisor."), door.rooms)
    if name.split(".", maxsplit=1)[0] in stdlib_module_names:
        return not starts_with(name, door.never)
    return starts_with(name, door.outside)


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.path)
def test_a_room_imports_only_through_its_door(module):
    wrong = [name for name in imports(module) if not allowed(name, DOORS[module.room])]
    assert not wrong, f"{module.path} may not import {', '.join(wrong)}"


def test_no_two_modules_import_each_other_even_in_a_roundabout_way():
    graph = {
        module.name: {name for name in imports(module) if name in names()} - {module.name}
        for module in modules()
    }
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as knot:
        pytest.fail(f"import knot: {' → '.join(knot.args[1])}")


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.path)
def test_a_module_stays_small_enough_to_read(module):
    assert module.lines <= MODULE_LINES, f"{module.path} has {module.lines} lines: split it"


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the first statement after the docstring to the last."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.path)
def test_a_function_stays_small_enough_to_read(module):
    functions = [
        node
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = [
        f"{one.name} ({body_lines(one)})" for one in functions if body_lines(one) > FUNCTION_LINES
    ]
    assert not long, f"{module.path}: {', '.join(long)} over {FUNCTION_LINES} lines"


ELSEWHERE = [module for module in modules() if module.path != "rules/columns.py"]


@pytest.mark.parametrize("module", ELSEWHERE, ids=lambda module: module.path)
def test_a_column_key_is_spelled_only_where_columns_are_declared(module):
    spelled = {
        node.value
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    keys = {key for key in Field if key.value in spelled}
    keys -= {word for path, word in WORDS_OF_THEIR_OWN if path == module.path}
    assert not keys, f"{module.path} spells {', '.join(keys)}; say Field.{'|'.join(keys).upper()}"


def test_only_one_room_knows_a_file_format():
    readers = [
        module.path
        for module in modules()
        if not module.path.startswith("intake/files/")
        and any(starts_with(name, FILE_READERS) for name in imports(module))
        and module.room == "intake"
    ]
    assert not readers, f"{', '.join(readers)} read a file format; only intake/files may"


def test_the_dashboard_is_a_table_of_contents():
    assert len((ROOT / "dashboard.py").read_text(encoding="utf-8").splitlines()) <= 120


VISIBLE = {"pyproject.toml", "dashboard.py", "advisor", "data", "tests", "README.md"}


def test_nothing_else_is_visible_at_the_top():
    visible = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert visible - {"__pycache__"} == VISIBLE
