"""A sheet read batch by batch gives what it gives when it is read whole."""

from datetime import date

import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet

from advisor import (
    Profile,
    Tally,
    UnreadableSheet,
    advise_rows,
    assess,
    open_long_sheet,
    read_invites,
)
from advisor.batch import advised
from advisor.intake.batches.key import CARRIED
from advisor.intake.files import text_blocks
from advisor.rules.columns import COLUMNS, Field
from tests.bench.invites import many
from tests.commands.running import SAMPLE

TODAY = date(2027, 1, 6)
PROFILE = Profile(first_choices={"Acme": ["Birch"]}, runway_months=3)

SHEET = """Company,Interest (1-10),Chance %,Travel,Salary,Interview date,Status,First choice
Alder,7,35,1,"95,000",14/01/2027 10:00,Interview,yes
Birch,10,20,90 min,80-95k,25/01/2027,Interview,
Cedar,,60%,0.5,tbd,03/02/2027,Rejected,
,,,,,,,
Dogwood,1,5,2 h,€70000,2027-02-01,Screening,yes
Elm,15,lots,900,70000,31/02/2027,,
"""


def streamed(path, rows=50_000):
    sheet = open_long_sheet(path, today=TODAY)
    tally, tables, aside = Tally(), [], {}
    for batch in sheet.batches(rows):
        tally.add(batch.problems)
        tables.append(advised(batch, PROFILE))
        aside |= {why: aside.get(why, 0) + count for why, count in batch.set_aside.items()}
    return pd.concat(tables, ignore_index=True), tally.problems, aside


def whole(path):
    return advise_rows(read_invites(path.read_bytes(), path.name, today=TODAY).invites, PROFILE)


def figures(advice):
    return advice.set_index("row").drop(columns="unread")


@pytest.fixture
def table(tmp_path):
    invites = many(3000)
    held = [key for key in COLUMNS if invites[key].notna().any()]
    frame = invites[held].rename(columns={key: COLUMNS[key].heading for key in held})
    target = tmp_path / "invites.parquet"
    frame.to_parquet(target, index=False)
    return target


def test_a_messy_text_file_gives_the_figures_it_gives_when_read_whole(tmp_path):
    sheet = tmp_path / "invites.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    advice, _, aside = streamed(sheet)
    pd.testing.assert_frame_equal(figures(advice), whole(sheet), check_exact=True)
    assert aside == {"over": 1, "blank": 1}


@pytest.mark.parametrize("lines", [7, 20, 50])
def test_a_quoted_cell_may_reach_from_one_block_into_the_next(tmp_path, monkeypatch, lines):
    notes = ["", "short", '"two\nlines"', '"said ""yes"",\nthen\n\nno; 3,5"', '"a,b"']
    rows = [f"Firm {n},{1 + n % 5},{n % 4},{notes[n % len(notes)]},{n % 9 / 10}" for n in range(60)]
    sheet = tmp_path / "quoted.csv"
    sheet.write_text("\n".join(["Company,Interest,Travel,Notes,Chance", *rows, ""]))
    monkeypatch.setattr(text_blocks, "BLOCK_LINES", lines)
    advice, problems, aside = streamed(sheet)
    pd.testing.assert_frame_equal(figures(advice), whole(sheet), check_exact=True)
    assert len(advice) == len(rows)
    assert not aside
    assert not [one for one in problems if one.row is not None]


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Kolkata", None])
def test_a_typed_moment_keeps_the_wall_clock_of_its_zone(tmp_path, zone):
    clocks = pd.DatetimeIndex(["2027-01-14 10:00", "2027-07-01 23:30"]).tz_localize(zone)
    target = tmp_path / "zoned.parquet"
    pd.DataFrame({"Company": ["Alder", "Birch"], "Interview date": clocks}).to_parquet(target)
    (batch,) = open_long_sheet(target, today=TODAY).batches()
    assert [str(one) for one in batch.invites[Field.START]] == [
        "2027-01-14 10:00:00",
        "2027-07-01 23:30:00",
    ]


def test_the_sample_gives_the_figures_it_gives_when_read_whole():
    advice, _, _ = streamed(SAMPLE)
    pd.testing.assert_frame_equal(figures(advice), whole(SAMPLE), check_exact=True)


@pytest.mark.parametrize("rows", [1, 7, 1000])
def test_batches_of_any_size_give_the_same_bits(table, rows):
    if rows == 1:
        parquet.write_table(parquet.read_table(table).slice(0, 30), table)
    advice, _, _ = streamed(table, rows)
    pd.testing.assert_frame_equal(advice, streamed(table)[0], check_exact=True)


def test_a_typed_table_gives_the_figures_of_its_invites(table):
    advice, problems, _ = streamed(table)
    pd.testing.assert_frame_equal(figures(advice), advise_rows(many(3000), PROFILE))
    assert problems == []


def test_an_unread_cell_is_named_in_its_row_and_counts_as_missing(tmp_path):
    sheet = tmp_path / "invites.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    advice, _, _ = streamed(sheet)
    assert advice.set_index("row").at[7, "unread"] == (
        "interest; offer_chance; travel_hours; start"
    )
    assert "interest" in advice.set_index("row").at[7, "missing"]


def test_a_typed_number_out_of_range_is_never_clipped(tmp_path):
    sheet = tmp_path / "invites.parquet"
    columns = {"Company": ["A", "B"], "Interest (1-5)": [9.0, 4.0]}
    parquet.write_table(pa.table(columns), sheet)
    advice, problems, _ = streamed(sheet)
    assert advice["unread"].tolist() == ["interest", ""]
    assert [(one.row, one.column, one.code) for one in problems] == [
        (2, "Interest (1-5)", "rating_out_of_range")
    ]


def test_many_problems_of_a_kind_are_counted_and_a_few_named(tmp_path):
    sheet = tmp_path / "invites.parquet"
    columns = {"Company": ["A"] * 900, "Travel hours": [300.0 + at for at in range(900)]}
    parquet.write_table(pa.table(columns), sheet)
    for rows in (50_000, 7):
        _, problems, _ = streamed(sheet, rows)
        assert [one.row for one in problems] == [2, 3, 4, 5, 6, None]
        assert sum(one.count for one in problems) == 900


def test_no_batch_decides_the_scale_of_a_column_again(tmp_path):
    sheet = tmp_path / "invites.parquet"
    ratings = [1.0, 10.0] * 3000 + [3.0] * 3000
    parquet.write_table(pa.table({"Company": ["A"] * 9000, "Interest": ratings}), sheet)
    advice, _, _ = streamed(sheet, 3000)
    assert advice["value_interest"].iloc[-1] < advice["value_interest"].iloc[1]
    assert advice["value_interest"].iloc[-1] == pytest.approx(2 / 9 + 0.25 * (7 / 9) ** 2)


def test_no_figure_depends_on_a_column_that_is_only_carried():
    invites = read_invites(SAMPLE.read_bytes(), SAMPLE.name, today=TODAY).invites
    emptied = invites.copy()
    for key in CARRIED:
        emptied.loc[:, key] = None
    before, after = assess(invites, PROFILE).advice, assess(emptied, PROFILE).advice
    pd.testing.assert_frame_equal(before, after, check_exact=True)


def test_a_damaged_table_is_one_sentence(tmp_path):
    sheet = tmp_path / "invites.parquet"
    sheet.write_bytes(b"PAR1 and nothing else")
    with pytest.raises(UnreadableSheet, match="The Parquet table cannot be read"):
        open_long_sheet(sheet, today=TODAY)
