"""Hostile workbooks given to a shared copy: named, the server alive, neighbours untouched."""

import pytest

from tests.intake.crafted import cell, plain_rows, row, sheet_xml, workbook
from tests.intake.test_files_refusals import REFUSALS
from tests.serve.visiting import shared_copy, visitor

FAR = workbook(sheet_xml(*plain_rows(), row(1_048_576, cell("XFD1048576", "x"))))
NEIGHBOUR = b"company,role\nZennor Instruments,Engineer\n"


@pytest.fixture(scope="module")
def copy():
    with shared_copy() as running:
        yield running


@pytest.fixture(scope="module")
def neighbour(copy):
    with visitor(copy) as one:
        one.look()
        one.give(NEIGHBOUR, "mine.csv")
        yield one


@pytest.mark.parametrize(
    "kind", ["a bomb", "entities", "half a workbook", "a locked archive", "a gzip bomb"]
)
def test_a_hostile_workbook_is_named_and_hurts_nobody(copy, neighbour, kind):
    content, _, said = REFUSALS[kind]
    with visitor(copy) as attacker:
        attacker.look()
        attacker.give(content, "invites.xlsx")
        assert said in attacker.text()
        assert "Zennor" not in attacker.text()
    neighbour.look()
    assert said not in neighbour.text()
    assert copy.get("/_stcore/health")[0] == 200


def test_a_workbook_with_a_cell_at_the_very_end_is_read_without_it(copy, neighbour):
    with visitor(copy) as attacker:
        attacker.look()
        attacker.give(FAR, "invites.xlsx")
        assert "invites.xlsx: 6 rows read, 6 invites, 0 set aside" in attacker.text()
        assert "Zennor" not in attacker.text()
    neighbour.look()
    assert "invites.xlsx" not in neighbour.text()
