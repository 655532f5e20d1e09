"""Programs that rank alternatives by a weighted sum, each as its own documentation calls it.

They stand beside ours in `test_peers.py`; `pip install -e '.[test,bench]'` brings them. As a
command, `python -m tests.bench.peers NAME ROWS` prints the bytes a row that one of them takes.
"""

import os
import re
import sys
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import numpy as np

from advisor import Profile, assess
from advisor.decision.shares import share_reaching
from tests.bench.invites import many

PROFILE = Profile(
    first_choices={"Acme": ["Birch"]}, months_since_external_interview=14, runway_months=3
)
REASONS = 6
DRAWS = 10_000

Work = Callable[[], object]


def _scores(rows: int) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(1)
    return generator.random((rows, REASONS)) + 0.01, np.full(REASONS, 1 / REASONS)


def ours(rows: int) -> Work:
    """The whole assessment of a table of invites, from its cells to its ranked advice."""
    invites = many(rows)
    return lambda: assess(invites, PROFILE)


def bare_numpy(rows: int) -> Work:
    """A weighted sum and a sort, with nothing around them."""
    scores, weights = _scores(rows)
    return lambda: np.argsort(-(scores @ weights))


def scikit_criteria(rows: int) -> Work:
    """A weighted sum and its ranks, of a matrix made before."""
    make, simple = import_module("skcriteria").mkdm, import_module("skcriteria.agg.simple")
    scores, weights = _scores(rows)
    matrix = make(scores, [max] * REASONS, weights=weights)
    return lambda: simple.WeightedSumModel().evaluate(matrix).rank_


def pymcdm(rows: int) -> Work:
    """A weighted sum and its ranks."""
    ranks, methods = import_module("pymcdm.helpers").rankdata, import_module("pymcdm.methods")
    scores, weights = _scores(rows)
    return lambda: ranks(methods.WSM()(scores, weights, np.ones(REASONS)), reverse=True)


def py_decision(rows: int) -> Work:
    """A weighted sum, sorted by NumPy: its own ranking is drawn as a picture."""
    weigh = import_module("pyDecision.algorithm").saw_method
    scores, weights = _scores(rows)
    kinds = ["max"] * REASONS
    return lambda: np.argsort(-weigh(scores, kinds, weights, graph=False, verbose=False)[:, 1])


PEERS: dict[str, Callable[[int], Work]] = {
    "ours, all figures": ours,
    "scikit-criteria": scikit_criteria,
    "pymcdm": pymcdm,
    "pyDecision": py_decision,
    "NumPy alone": bare_numpy,
}


def exact_share(rows: int) -> Work:
    """The share of priorities near equal ones that reach a threshold, by the recursion."""
    values, _ = _scores(rows)
    tokens = np.full(REASONS, 30 // REASONS)
    return lambda: share_reaching(values.T.copy(), tokens, np.full(rows, 0.5))


def simulated_share(rows: int) -> Work:
    """The same from draws of the priorities: two digits of it, with luck."""
    values, _ = _scores(rows)
    draws = np.random.default_rng(2).dirichlet(np.full(REASONS, 30 // REASONS), size=DRAWS)
    return lambda: np.array([(draws @ row >= 0.5).mean() for row in values])


def fewest_seconds(work: Work, runs: int) -> float:
    """Seconds of the processor the quickest run takes."""
    seconds = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        seconds.append(time.process_time() - begun)
    return min(seconds)


def _held(what: str) -> int:
    """Bytes of memory this process holds (VmRSS) or has held at most (VmHWM)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(rf"{what}:\s+(\d+)", status)[1]) * 1024


def most_bytes(work: Work) -> int:
    """Bytes the work takes at most beyond what was there before it."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = _held("VmRSS")
    result = work()
    most = _held("VmHWM")
    del result
    return most - before


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    os.environ["MPLBACKEND"] = "Agg"
    name, rows = sys.argv[1], int(sys.argv[2])
    PEERS[name](1000)()
    print(most_bytes(PEERS[name](rows)) / rows)
