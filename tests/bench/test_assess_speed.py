"""The full assessment beside a bare weighted sum, in one run; ratios, never seconds alone."""

import resource
import subprocess
import sys
import time

import numpy as np
import pytest

from advisor import Profile, assess
from tests.bench.invites import many

pytestmark = pytest.mark.bench

PROFILE = Profile(
    first_choices={"Acme": ["Birch"]}, months_since_external_interview=14, runway_months=3
)
GIGABYTES = 1024**2
"""`ru_maxrss` counts kilobytes."""


def best_of(runs, work):
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


@pytest.mark.parametrize("rows", [1_000, 100_000])
def test_the_full_assessment_beside_a_matrix_product_and_a_sort(rows, capsys):
    invites = many(rows)
    values, weights = np.random.default_rng(1).random((rows, 6)), np.full(6, 1 / 6)
    bare = best_of(5, lambda: np.argsort(-(values @ weights)))
    full = best_of(3, lambda: assess(invites, PROFILE))
    with capsys.disabled():
        print(f"\n{rows} rows: full {full:.3f} s, X @ w and sort {bare:.4f} s, {full / bare:.0f} x")


def test_a_million_rows_need_less_than_three_gigabytes(capsys):
    peak = int(subprocess.check_output([sys.executable, "-m", __name__], text=True))
    with capsys.disabled():
        print(f"\n1,000,000 rows: peak {peak / GIGABYTES:.2f} GB")
    assert peak < 3 * GIGABYTES


if __name__ == "__main__":
    assess(many(1_000_000), PROFILE)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
