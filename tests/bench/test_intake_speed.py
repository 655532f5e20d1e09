"""Reading 100,000 × 12 clean rows to typed invites beside pandas reading bare text, in one run.

Seconds are those of the processor, so that what else the machine does stays out of the ratio.
"""

import io
import re
import subprocess
import sys
import time
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from advisor.intake.invites import read_here
from advisor.rules.columns import Field

pytestmark = pytest.mark.bench

TODAY = date(2027, 1, 4)
ROWS = 100_000
GOAL = {"csv": 8.0, "xlsx": 3.0}
MEGABYTES = 1024
"""The peak is counted in kilobytes."""
PEAK = re.compile(r"VmHWM:\s*(\d+) kB")
"""A process's own peak; `ru_maxrss` begins at that of the process that started it."""


def clean(rows: int) -> pd.DataFrame:
    """Twelve columns of a careful person, the same in every run."""
    generator = np.random.default_rng(5)
    days = pd.Timestamp("2027-01-11") + pd.to_timedelta(generator.integers(0, 90, rows), unit="D")
    return pd.DataFrame(
        {
            Field.COMPANY.value: [f"Company {place}" for place in range(rows)],
            Field.ROLE.value: generator.choice(["Engineer", "Analyst", "Editor"], rows),
            Field.START.value: days.strftime("%Y-%m-%d"),
            Field.REPLY_BY.value: "2027-01-10",
            Field.INTEREST.value: generator.integers(1, 6, rows),
            Field.PAY.value: generator.integers(40, 140, rows) * 1000,
            Field.PREP_HOURS_NEEDED.value: generator.integers(1, 12, rows),
            Field.TRAVEL_HOURS.value: generator.integers(0, 4, rows),
            Field.OFFER_CHANCE.value: generator.integers(1, 10, rows) / 10,
            Field.NEW_CONTACTS.value: generator.integers(0, 6, rows),
            Field.CLOSENESS.value: generator.integers(0, 11, rows) / 10,
            Field.NOTES.value: [f"note {place}" for place in range(rows)],
        }
    )


DIRTY = ("n/a", "14/01/2027", "about 3", " 85k ", "x", '"so, so"', "Total", "")
"""What people write where a plain value is meant."""


def dirty(rows: int, share: float = 0.01) -> pd.DataFrame:
    """The same rows, that share of their cells written as people write."""
    cells = clean(rows).astype(str).to_numpy(dtype=object)
    generator = np.random.default_rng(6)
    places = generator.choice(cells.size, int(share * cells.size), replace=False)
    cells.flat[places] = generator.choice(np.array(DIRTY, dtype=object), len(places))
    return pd.DataFrame(cells, columns=clean(1).columns)


SHEETS = {"clean": clean, "dirty": dirty}


@cache
def written(kind: str, sheet: str = "clean") -> bytes:
    buffer = io.BytesIO()
    rows = SHEETS[sheet](ROWS)
    if kind == "csv":
        rows.to_csv(buffer, index=False)
    else:
        rows.to_excel(buffer, index=False, engine="xlsxwriter")
    return buffer.getvalue()


def bare(kind: str, content: bytes) -> pd.DataFrame:
    if kind == "csv":
        return pd.read_csv(io.BytesIO(content), dtype=str)
    return pd.read_excel(io.BytesIO(content), engine="calamine")


def seconds(work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


@pytest.mark.parametrize("kind", GOAL)
@pytest.mark.parametrize("sheet", SHEETS)
def test_reading_every_row_beside_bare_text(sheet, kind, capsys):
    content = written(kind, sheet)

    def ours() -> None:
        read_here(content, f"invites.{kind}", today=TODAY)

    turns = [(seconds(ours), seconds(lambda: bare(kind, content))) for _ in range(3)]
    mine, theirs = map(min, zip(*turns, strict=True))
    aim = f", the aim is {GOAL[kind]:g} x" if sheet == "clean" else ""
    with capsys.disabled():
        ratio = f"{mine / theirs:.1f} x{aim}"
        print(f"\n{sheet} {kind}: ours {mine:.2f} s, pandas {theirs:.2f} s, {ratio}")
    reading = read_here(content, f"invites.{kind}", today=TODAY)
    assert len(reading.invites) + len(reading.set_aside) == ROWS


@pytest.mark.parametrize("kind", GOAL)
def test_reading_needs_at_most_600_megabytes(kind, capsys, tmp_path):
    sheet = tmp_path / f"invites.{kind}"
    sheet.write_bytes(written(kind))
    command = [sys.executable, "-m", __name__, str(sheet)]
    peak = int(subprocess.check_output(command, text=True)) / MEGABYTES
    with capsys.disabled():
        print(f"\n{kind}: peak {peak:.0f} MB")
    assert peak <= 600


if __name__ == "__main__":
    sheet = Path(sys.argv[1])
    read_here(sheet.read_bytes(), sheet.name, today=TODAY)
    print(PEAK.search(Path("/proc/self/status").read_text())[1])
