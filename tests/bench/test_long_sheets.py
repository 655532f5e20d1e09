"""Ranking a long Parquet table row by row: rows per second, and the memory at ten times the rows.

Seconds are those of the processors, so that what else the machine does stays out of the figure.
"""

import resource
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from advisor.__main__ import main
from advisor.rules.columns import COLUMNS
from tests.bench.invites import many

pytestmark = pytest.mark.bench

PART = 500_000
MEGABYTES = 1024
"""`ru_maxrss` counts kilobytes."""


def write_many(target: Path, rows: int) -> None:
    """A table of so many invites under the template's headings, written part by part."""
    invites = many(PART)
    held = [key for key in COLUMNS if invites[key].notna().any()]
    part = pa.Table.from_pandas(
        invites[held].rename(columns={key: COLUMNS[key].heading for key in held}),
        preserve_index=False,
    )
    with parquet.ParquetWriter(target, part.schema) as writer:
        for _ in range(rows // PART):
            writer.write_table(part)


def test_ten_times_the_rows_need_no_more_memory(capsys, tmp_path):
    peaks = {}
    for rows in (1_000_000, 10_000_000):
        sheet = tmp_path / "invites.parquet"
        write_many(sheet, rows)
        command = [sys.executable, "-m", __name__, str(sheet), str(tmp_path / "ranked.parquet")]
        seconds, peak = map(float, subprocess.check_output(command, text=True).split()[-2:])
        peaks[rows] = peak
        with capsys.disabled():
            rate = f"{rows / seconds:,.0f} rows per second and core"
            print(f"\n{rows:,} rows: {seconds:.0f} s of processor, {rate}, peak {peak:.0f} MB")
        sheet.unlink()
    assert peaks[10_000_000] < 1.2 * peaks[1_000_000]


if __name__ == "__main__":
    main(["rank", sys.argv[1], "--output", sys.argv[2], "--today", "2027-01-06"])
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss / MEGABYTES)
