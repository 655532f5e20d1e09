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


LOOKS = ("Compare", "Map", "Money and time", "Pin this ranking")
FOLDS = (
    "What if …",
    "The numbers behind it",
    "Change it: your answers, your own word",
    "The reply to send",
    "One invite worked through",
    "About: what the numbers mean",
)
TABS = ("Persons", "History", "Delete")


def grave_findings(page, axe) -> list[str]:
    """What axe finds once nothing is drawn pale any more, as it is while the page is at work."""
    settle(page)
    page.wait_for_function("!document.querySelector('[data-stale=true]')")
    page.evaluate(axe)
    found: list[str] = page.evaluate(FIND, [sorted(GRAVE), list(OF_THE_FRAMEWORK)])
    return found


def test_axe_finds_nothing_serious_or_critical_of_ours(visit, axe):
    page = visit.page
    picture_of(page).get_by_text("✓ Accept").first.wait_for()
    assert grave_findings(page, axe) == []
    for fold in FOLDS:
        page.locator("summary").filter(has_text=fold).first.click()
        settle(page)
    for look in LOOKS:
        page.get_by_role("radio", name=look).click(force=True)
        settle(page)
        assert (look, grave_findings(page, axe)) == (look, [])


def test_axe_finds_nothing_of_ours_in_what_opens_over_the_page(visit, axe):
    page = visit.page
    page.get_by_role("button", name="Not kept").click()
    for tab in TABS:
        page.get_by_role("tab", name=tab).click()
        assert (tab, grave_findings(page, axe)) == (tab, [])
    page.keyboard.press("Escape")
    page.get_by_role("tab").first.wait_for(state="detached")
    for name in ("More about you", "Type the points", "Add an invite"):
        page.get_by_role("button", name=name).click()
        assert (name, grave_findings(page, axe)) == (name, [])
        page.keyboard.press("Escape")
