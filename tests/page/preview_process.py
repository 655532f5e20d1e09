"""The component's own arithmetic, run outside the browser: one process, one question a line."""

import json
import os
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import playwright
import pytest

ASK = """
import { createInterface } from "node:readline";
for await (const line of createInterface({ input: process.stdin })) {
  const { preview, weights } = JSON.parse(line);
  const told = ranked(preview, weights).map((one) => ({
    row: one.row.row, worth: one.worth, surplus: one.surplus, hours: one.hours,
    verdict: one.verdict, decision: one.decision,
  }));
  console.log(JSON.stringify({ ranked: told, points: wholePoints(weights) }));
}
"""


def node() -> str:
    """A JavaScript interpreter: the machine's own, else the one the browser driver carries."""
    carried = Path(playwright.__file__).parent / "driver" / "node"
    found = shutil.which("node") or (str(carried) if carried.exists() else None)
    if found is None and not os.environ.get("CI"):
        pytest.skip("no JavaScript interpreter on this machine")
    assert found, "CI must have a JavaScript interpreter"
    return found


class PreviewProcess:
    """Answers what the browser would show for a preview under some weights."""

    def __init__(self) -> None:
        source = files("advisor.page").joinpath("priority_bar.preview.js")
        command = [node(), "--input-type=module", "-e", source.read_text(encoding="utf-8") + ASK]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self._process = subprocess.Popen(command, text=True, encoding="utf-8", **pipes)

    def ask(self, preview: dict, weights: list[float]) -> dict:
        self._process.stdin.write(json.dumps({"preview": preview, "weights": weights}) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate(timeout=10)
