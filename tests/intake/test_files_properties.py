import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.intake.choices import Choices
from advisor.intake.files import read_grid
from advisor.intake.problems import UnreadableSheet
from tests.intake.crafted import HEADINGS, known, plain_rows, sheet_xml, text_sheet, workbook

LETTERS = st.characters(
    blacklist_categories=("Cc", "Cs", "Co", "Cn"), blacklist_characters="\ufeff\u2028\u2029\ufffd"
)
PLAIN = st.text(LETTERS, max_size=12).map(str.strip)
CELLS = st.one_of(
    PLAIN, st.sampled_from(["2027-01-14", "95000", "4.5", "Yes", "", 'a "b" c', "x, y; z"])
)
TABLES = st.lists(st.tuples(*[CELLS] * len(HEADINGS)), min_size=3, max_size=12)
KINDS = st.sampled_from([",", ";", "\t", "|"])


def read(content):
    return read_grid(content, "mine.csv", Choices(), known)


@given(rows=TABLES, delimiter=KINDS, newline=st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_table_written_by_the_rules_comes_back_cell_by_cell(rows, delimiter, newline) -> None:
    table = [list(HEADINGS), *map(list, rows)]
    grid = read(text_sheet(table, delimiter=delimiter, newline=newline, quoting=1).encode())
    while not any(table[-1]):
        table.pop()

    assert grid.rows == table
    assert grid.numbers == list(range(1, len(table) + 1))


@given(content=st.binary(max_size=600))
def test_no_bytes_at_all_bring_the_reading_down(content) -> None:
    with contextlib.suppress(UnreadableSheet):
        assert len({len(row) for row in read(content).rows}) <= 1


SEEDS = {
    "text": text_sheet().encode(),
    "all quoted": text_sheet(quoting=1, delimiter=";").encode("utf-16"),
    "page": b"<table><tr><th>Company<th>Role<tr><td>Acme<td>Dev</table>",
    "records": b'[{"Company": "Acme", "Role": "Dev"}, {"Company": "Zen"}]',
    "workbook": workbook(sheet_xml(*plain_rows())),
}


@pytest.mark.parametrize("seed", SEEDS.values(), ids=SEEDS)
def test_damage_anywhere_in_a_file_is_mended_or_refused(seed) -> None:
    chance = random.Random(7)
    for _ in range(120):
        content = bytearray(seed)
        for _ in range(chance.choice([1, 2, 8])):
            at = chance.randrange(len(content))
            content[at : at + chance.randrange(4)] = bytes(
                chance.choices(b'",;\n\r\t\\<>[]{}\0\xff', k=2)
            )
        with contextlib.suppress(UnreadableSheet):
            grid = read(bytes(content))
            assert len(grid.numbers) == len(grid.rows)
            assert all(problem.text for problem in grid.problems)
