"""What a person unfolds stays so, whatever is drawn anew."""

import pytest

from tests.browser.test_accessible import FOLDS
from tests.browser.test_journey import picture_of, settle
from tests.browser.test_stands_still import money_lasts_less, worth_less

pytestmark = pytest.mark.browser

OPEN = """all => all.filter((one) => one.open)
  .map((one) => one.querySelector("summary").innerText.split("\\n").at(-1))"""
"""Their names alone: an icon before it, which is a word too, gives way to an arrow under a hand."""


def unfolded(page) -> list[str]:
    """The names of what is unfolded, from top to bottom."""
    settle(page)
    page.wait_for_function("!document.querySelector('[data-stale=true]')")
    return page.locator("details").evaluate_all(OPEN)


def test_every_fold_stays_open_while_answers_change(visit):
    page = visit.page
    picture_of(page).get_by_text("✓ Accept").first.wait_for()
    settle(page)
    for fold in FOLDS:
        page.locator("summary").filter(has_text=fold).first.click()
        settle(page)
    before = unfolded(page)
    assert len(before) == len(FOLDS)
    for change in (worth_less, money_lasts_less):
        change(page)
        assert (change.__name__, unfolded(page)) == (change.__name__, before)
    assert visit.errors == []
