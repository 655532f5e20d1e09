"""`rank` row by row: where a Parquet table goes in or out, and where a file is too long."""

import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet

from advisor.batch import ADVICE
from advisor.intake.files import limits
from tests.commands.running import SAMPLE, SAMPLE_TODAY, assert_one_clear_line, run_here, run_json


def test_both_kinds_of_output_hold_the_figures_of_the_same_sheet_read_whole(tmp_path):
    figures = {
        one["row"]: one for one in run_json("rank", SAMPLE, "--today", SAMPLE_TODAY)["invites"]
    }
    target = tmp_path / "ranked.parquet"
    done = run_here("rank", SAMPLE, "--today", SAMPLE_TODAY, "--output", target)
    assert done.returncode == 0, done.stderr
    assert f"{target} is written." in done.stdout
    advice = pd.read_parquet(target)
    assert list(advice.columns) == list(ADVICE)
    assert sorted(advice["row"]) == sorted(figures)
    for row, surplus, verdict in advice[["row", "surplus_hours", "verdict"]].itertuples(
        index=False
    ):
        assert (surplus, verdict) == (figures[row]["surplus_hours"], figures[row]["verdict"])


def test_a_parquet_table_can_be_ranked_into_csv_with_every_bit(tmp_path):
    sheet = tmp_path / "invites.parquet"
    parquet.write_table(pa.table({"Company": ["Alder", "Birch"], "Interest": [4.7, 1.1]}), sheet)
    for ending in ("csv", "parquet"):
        done = run_here("rank", sheet, "--output", tmp_path / f"ranked.{ending}")
        assert done.returncode == 0, done.stderr
    text = pd.read_csv(tmp_path / "ranked.csv", dtype=str)
    typed = pd.read_parquet(tmp_path / "ranked.parquet")
    assert text["surplus_hours"].map(float).tolist() == typed["surplus_hours"].tolist()
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "invites.parquet",
        "ranked.csv",
        "ranked.parquet",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "say where to with --output"),
        (("--json",), "say where to with --output"),
        (("--output", "OUT.xlsx"), "say where to with --output"),
        (("--output", "OUT.csv", "--sheet", "May"), "It is no workbook"),
        (("--output", "OUT.csv", "--map", "Nobody=pay"), "no heading “Nobody”"),
    ],
)
def test_what_cannot_be_done_is_one_line(tmp_path, arguments, said):
    sheet = tmp_path / "invites.parquet"
    parquet.write_table(pa.table({"Company": ["Alder"]}), sheet)
    done = run_here("rank", sheet, *(one.replace("OUT", f"{tmp_path}/out") for one in arguments))
    assert_one_clear_line(done)
    assert said in done.stderr


@pytest.mark.parametrize(("invites", "by_row"), [(399, False), (400, True)])
def test_a_sheet_with_more_rows_than_are_read_whole_goes_row_by_row(
    tmp_path, monkeypatch, invites, by_row
):
    monkeypatch.setattr(limits, "ROWS", 400)
    sheet, target = tmp_path / "long.csv", tmp_path / "ranked.csv"
    sheet.write_text("Company\n" + "Birch\n" * invites)
    done = run_here("rank", sheet, "--output", target)
    assert done.returncode == 0, done.stderr
    advice = pd.read_csv(target)
    assert len(advice) == invites
    assert (list(advice.columns) == list(ADVICE)) is by_row


def test_a_file_too_large_to_be_read_whole_asks_where_to_write(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "ROWS", 10)
    monkeypatch.setattr(limits, "FILE_BYTES", 100)
    sheet = tmp_path / "long.csv"
    sheet.write_text("Company\n" + "Birch\n" * 50)
    assert_one_clear_line(done := run_here("rank", sheet))
    assert "say where to with --output" in done.stderr


def test_a_workbook_is_not_ranked_row_by_row(tmp_path):
    sheet = tmp_path / "invites.xlsx"
    pd.DataFrame({"Company": ["Alder"]}).to_excel(sheet, index=False)
    done = run_here("rank", sheet, "--output", tmp_path / "ranked.parquet")
    assert_one_clear_line(done)
    assert "Row by row only Parquet and plain CSV are read" in done.stderr


def test_a_file_that_is_not_there_is_one_line(tmp_path):
    done = run_here("rank", tmp_path / "no.csv", "--output", tmp_path / "ranked.parquet")
    assert_one_clear_line(done)
    assert "there is no such file" in done.stderr
