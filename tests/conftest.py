"""Settings that hold for every test: random cases are the same in every run, nothing is kept."""

import os

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True, max_examples=40)
settings.load_profile("steady")

# Nobody's own journal is touched: a test that wants one names a file of its own.
os.environ["ADVISOR_JOURNAL"] = "off"
