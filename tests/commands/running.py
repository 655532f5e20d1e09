"""Runs `python -m advisor` as another program would."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from advisor.__main__ import main

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "data" / "sample_invites.csv"
SAMPLE_PROFILE = ROOT / "data" / "sample_profile.toml"
SAMPLE_TODAY = "2027-01-06"


def run(*arguments, **environment):
    """The finished process; its output as bytes decoded as UTF-8."""
    return subprocess.run(
        [sys.executable, "-m", "advisor", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def run_here(*arguments):
    """The same in this process, which is faster."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main([str(one) for one in arguments])
        except SystemExit as ended:
            code = ended.code
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


def run_json(*arguments, **environment):
    """The one object on standard output, which must be strict JSON.

    Runs as a process of its own only where the environment is part of the question.
    """
    start = run if environment else run_here
    done = start(*arguments, "--json", **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout, parse_constant=pytest.fail)


def assert_one_clear_line(done):
    """Exit 2, nothing on standard output, one line on standard error."""
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
