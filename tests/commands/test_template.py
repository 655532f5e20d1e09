"""`template`: an empty sheet that reads back cleanly once it is filled in."""

import csv
import io

import openpyxl
import pytest

from advisor.rules.columns import COLUMNS, Field
from tests.commands.running import assert_one_clear_line, run_here, run_json

FILLED = {Field.COMPANY: "Birch", Field.INTEREST: "2", Field.UNKNOWN_SHARE: "0.5"}


def fill(path):
    """Writes one invite under what the template holds."""
    cells = [FILLED.get(key, "") for key in COLUMNS]
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        for place, cell in enumerate(cells, start=1):
            book["Invites"].cell(2, place).value = float(cell) if cell[:1].isdigit() else cell
        book.save(path)
        return
    text = io.StringIO(newline="")
    csv.writer(text).writerow(cells)
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(text.getvalue())


@pytest.mark.parametrize("name", ["sheet.csv", "sheet.xlsx"])
def test_a_filled_template_reads_back_without_a_question(tmp_path, name):
    path = tmp_path / name
    assert run_here("template", path).returncode == 0
    fill(path)
    record = run_json("read", path)
    (invite,) = record["invites"]
    del invite["row"]
    assert invite == {"company": "Birch", "interest": 2.0, "unknown_share": 0.5}
    assert list(record["columns"].values()) == [key.value for key in COLUMNS]
    assert record["questions"] == []
    assert [one for one in record["problems"] if one["level"] != "info"] == []


def test_a_sheet_somebody_has_filled_in_is_not_overwritten(tmp_path):
    path = tmp_path / "sheet.csv"
    run_here("template", path)
    assert run_here("template", path).returncode == 0
    fill(path)
    before = path.read_bytes()
    done = run_here("template", path)
    assert_one_clear_line(done)
    assert "is there already" in done.stderr
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "said"),
    [("sheet.ods", "must end in .csv or .xlsx"), ("nowhere/sheet.csv", "cannot be written")],
)
def test_a_place_where_nothing_can_be_written_is_one_clear_line(tmp_path, name, said):
    done = run_here("template", tmp_path / name)
    assert_one_clear_line(done)
    assert said in done.stderr
