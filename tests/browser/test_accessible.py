"""What axe finds on the page: nothing serious or critical of ours, in light and in dark."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.test_journey import picture_of, settle

pytestmark = pytest.mark.browser

AXE = "axe-core@4.10.3"
GRAVE = {"serious", "critical"}
OF_THE_FRAMEWORK = (
    "stFileUploader",
    "stDataFrame",
    "stToolbar",
    "stMainMenu",
    "stSliderThumbValue",
    "stHeadingWithActionElements",
)
"""Parts of the page whose markup is not ours to change."""

FIND = """async ([grave, parts]) => {
  const found = await axe.run(document);
  const ours = (one) => {
    const element = document.querySelector(one.target[0]);
    return !parts.some((part) => element?.closest(`[data-testid=${part}]`));
  };
  return found.violations.filter((one) => grave.includes(one.impact)).flatMap((one) =>
    one.nodes.filter(ours).map((node) => `${one.id}: ${node.html.slice(0, 160)}`));
}"""


@pytest.fixture(scope="session")
def axe(tmp_path_factory) -> str:
    """The script of axe, fetched for this run; without npm there is nothing to ask."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed, and axe comes from it: apt-get install npm")
    folder = tmp_path_factory.mktemp("axe")
    command = [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", AXE]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode:
        pytest.skip(f"axe could not be installed: {done.stderr[-200:]}")
    return Path(folder, "node_modules", "axe-core", "axe.min.js").read_text(encoding="utf-8")


def test_axe_finds_nothing_serious_or_critical_of_ours(visit, axe):
    page = visit.page
    picture_of(page).get_by_text("✓ Accept").first.wait_for()
    settle(page)
    page.evaluate(axe)
    assert page.evaluate(FIND, [sorted(GRAVE), list(OF_THE_FRAMEWORK)]) == []
