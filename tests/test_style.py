"""One strict command: the linter, the formatter and the type checker have nothing to say."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CHECKS = {
    "lint": ["ruff", "check", "--no-cache", "."],
    "format": ["ruff", "format", "--no-cache", "--check", "."],
    "types": ["mypy", "--no-incremental"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_the_checkers_have_nothing_to_say(check):
    command = [sys.executable, "-m", *CHECKS[check]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


POSSESSIVE = re.compile(r"[]\w)}][*?+]\+|\(\?>")
"""A possessive quantifier, or an atomic group."""


def test_no_pattern_is_one_that_python_3_11_2_matches_wrongly():
    sources = {path: path.read_text(encoding="utf-8") for path in (ROOT / "advisor").rglob("*.py")}
    assert [str(path) for path, text in sources.items() if POSSESSIVE.search(text)] == []
    assert POSSESSIVE.search("(?:[ab]c)*+")
    assert POSSESSIVE.search("(?>ab)")
