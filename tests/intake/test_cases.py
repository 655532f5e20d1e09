"""The sample sheets kept beside this checkout, against what they are known to hold."""

import json
from datetime import date
from pathlib import Path

import pytest

from advisor.intake.invites import read_here
from advisor.intake.problems import UnreadableSheet
from advisor.rules.columns import Field
from tests.sheets.base import Case
from tests.sheets.judge import wrongs

SHEETS = Path(__file__).parents[3] / "shared" / "cases" / "sheets"
EXPECTED = json.loads((SHEETS / "expected.json").read_text()) if SHEETS.is_dir() else {"cases": []}
OURS = {
    "company": Field.COMPANY,
    "role": Field.ROLE,
    "interview_date": Field.START,
    "reply_by": Field.REPLY_BY,
    "interest": Field.INTEREST,
    "salary": Field.PAY,
    "prep_hours": Field.PREP_HOURS_NEEDED,
    "competitor_of": Field.COMPETITOR_OF,
    "chance": Field.OFFER_CHANCE,
    "notes": Field.NOTES,
}
"""Their names of fields → ours; `remote` and `months` are carried as text."""

pytestmark = pytest.mark.skipif(
    not EXPECTED["cases"], reason="the shared cases are not beside this checkout"
)


def _typed(key: Field, value: object) -> object:
    return float(value) if isinstance(value, int | float) and key is not Field.NOTES else value


def _case(told: dict) -> Case:
    """A case of theirs as one of ours."""
    columns = zip(*EXPECTED["tables"][told["table"]], strict=True)
    base = dict(zip(EXPECTED["fields"], columns, strict=True))
    right = base | told.get("values", {}) | (told.get("values_any_of") or [{}])[0]
    return Case(
        content=(SHEETS / told["file"]).read_bytes(),
        name=told["file"],
        rows=told.get("rows_at", ()),
        values={key: [_typed(key, v) for v in right[name]] for name, key in OURS.items()},
        said=[(said["row"], said["column"], said["code"]) for said in told.get("issues", ())],
        aside={skipped["row"]: skipped["why"] for skipped in told.get("skipped", ())},
        refused=(told["error"],) if "error" in told else (),
        only_refused=told["outcome"] == "error",
        damaged=frozenset(told.get("exempt_rows", ())),
    )


def _outcome(case: Case):
    try:
        return read_here(case.content, case.name, today=date.fromisoformat(EXPECTED["today"]))
    except UnreadableSheet as refusal:
        return refusal


@pytest.mark.parametrize("told", EXPECTED["cases"] or [{}], ids=lambda told: told.get("id", "none"))
def test_a_sample_sheet_is_read_right_or_says_where_it_may_not_be(told):
    case = _case(told)
    outcome = _outcome(case)
    assert not [wrong for wrong in wrongs(case, outcome) if f" {Field.LOCATION}: " not in wrong]


@pytest.mark.parametrize(
    "told",
    [told for told in EXPECTED["cases"] if isinstance(told.get("mapping"), dict)] or [{}],
    ids=lambda told: told.get("id", "none"),
)
def test_every_heading_of_a_sample_sheet_is_listed_with_its_column(told):
    reading = _outcome(_case(told))
    for heading, name in told["mapping"].items():
        meant = reading.columns[heading]
        assert meant == OURS.get(name, Field.LOCATION if name == "remote" else None)
    for heading in told.get("unmapped", ()):
        assert reading.columns[heading] is None
