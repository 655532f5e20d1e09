"""Settings that hold for every test: random cases are the same in every run, nothing is kept."""

import os

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

# Nobody's own journal is touched: a test that wants one names a file of its own.
os.environ["ADVISOR_JOURNAL"] = "off"
