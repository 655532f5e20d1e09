"""Our whole assessment beside other programs' weighted sums: seconds and bytes, as ratios.

Everything is timed in one process in turn, in seconds of the processor, so that what else the
machine does falls on all alike. `data/speed.png` is drawn from it.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.peers import (
    DRAWS,
    PEERS,
    exact_share,
    fewest_seconds,
    ours,
    simulated_share,
)

pytest.importorskip("skcriteria", reason="pip install -e '.[test,bench]' brings the others")
pytestmark = [pytest.mark.bench, pytest.mark.filterwarnings("ignore")]

ROWS = (1_000, 10_000, 100_000, 1_000_000)
RUNS = {1_000: 20, 10_000: 7, 100_000: 3, 1_000_000: 3}
LARGE = ROWS[-1]
KILOBYTE = 1024
PICTURE = Path(__file__).parents[2] / "data" / "speed.png"
OURS, PYMCDM = "ours, all figures", "pymcdm"


@pytest.fixture(scope="module")
def seconds():
    return {
        name: [fewest_seconds(peer(rows), RUNS[rows]) for rows in ROWS]
        for name, peer in PEERS.items()
    }


def test_the_whole_assessment_beside_a_weighted_sum_and_rank(seconds, capsys):
    with capsys.disabled():
        print("\n| seconds at | " + " | ".join(f"{rows:,} rows" for rows in ROWS) + " |")
        for name, each in seconds.items():
            print(f"| {name} | " + " | ".join(f"{one:.4f}" for one in each) + " |")
    assert seconds[OURS][-1] <= seconds[PYMCDM][-1]


def test_time_against_rows_is_drawn(seconds):
    pyplot = pytest.importorskip("matplotlib.pyplot")
    pyplot.switch_backend("Agg")
    figure, axes = pyplot.subplots(figsize=(8, 4.2), layout="constrained")
    for name, each in seconds.items():
        width = 3.0 if name == OURS else 1.5
        axes.loglog(ROWS, each, marker="o", linewidth=width, label=name)
        axes.annotate(name, (ROWS[-1], each[-1]), (8, -4), textcoords="offset points")
    axes.set(xlabel="rows", ylabel="seconds of one core", xlim=(ROWS[0], ROWS[-1] * 7))
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(visible=True, alpha=0.25)
    figure.savefig(PICTURE, dpi=110)
    assert PICTURE.is_file()


def test_two_hundred_invites_are_judged_before_a_finger_leaves_the_slider(capsys):
    took = fewest_seconds(ours(200), 200)
    with capsys.disabled():
        print(f"\n200 rows: {took * 1000:.1f} ms of processor")


def test_the_exact_share_beside_a_simulation(capsys):
    rows = 1_000
    exact, drawn = fewest_seconds(exact_share(rows), 5), fewest_seconds(simulated_share(rows), 1)
    with capsys.disabled():
        print(f"\n{rows} exact shares {exact * 1000:.1f} ms, {DRAWS} draws each {drawn:.2f} s")
        print(f"{drawn / exact:.0f} x")
    assert exact < drawn


def test_the_whole_assessment_takes_less_than_a_kilobyte_a_row(capsys):
    taken = {}
    for name in PEERS:
        command = [sys.executable, "-m", "tests.bench.peers", name, str(LARGE)]
        taken[name] = float(subprocess.check_output(command, text=True).split()[-1])
    with capsys.disabled():
        print(f"\n| bytes a row at {LARGE:,} | " + " | ".join(taken) + " |")
        print("| peak | " + " | ".join(f"{each:,.0f}" for each in taken.values()) + " |")
    assert taken[OURS] <= KILOBYTE
