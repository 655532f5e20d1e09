"""Settings that hold for every test: random cases are the same in every run, nothing is kept."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "steady",
    deadline=None,
    derandomize=True,
    max_examples=40,
    # Which examples are drawn changes with the code, and so does how many of them apply; how
    # long it takes to draw them is the busy machine's affair.
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
settings.load_profile("steady")

REAL_TIME = ("browser", "serve", "journal/test_survival.py", "test_batch_engines.py")
"""Whose tests wait for processes of their own: browsers, servers, engines."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try what runs in real time once more where it fails; the summary names each second try."""
    rooms = [Path(__file__).parent / room for room in REAL_TIME]
    for item in items:
        if any(item.path.is_relative_to(room) for room in rooms):
            item.add_marker(pytest.mark.flaky(reruns=1))


# Nobody's own journal is touched: a test that wants one names a file of its own.
os.environ["ADVISOR_JOURNAL"] = "off"
