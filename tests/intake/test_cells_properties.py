from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.intake.cells import (
    Surroundings,
    find_date_order,
    find_decimal_comma,
    fits,
    read_cells,
)
from advisor.intake.choices import Choices
from advisor.intake.problems import Level
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.kinds import NUMERIC, Kind
from advisor.rules.reading import Setting
from tests.intake.cell_columns import TODAY, column, read

PIECES = st.sampled_from(
    "14 01 2027 95 95000 1.5 .35 1e5 k K % € $ £ kr - – to / : . , ' ( ) Jan März ★ ☆ h min days "
    "yes no n/a tbd next friday per hour base ~ up x in of 年 月 日 \x1b \u200b ½ ² \u0661".split()
)
TEXTS = st.one_of(st.text(max_size=20), st.lists(PIECES, max_size=7).map(" ".join),
                  st.lists(PIECES, max_size=7).map("".join))  # fmt: skip
NATIVES = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 1, 1), date(9999, 12, 31)),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    TEXTS,
)
FIELDS = st.sampled_from(list(Field))
SETTINGS = st.dictionaries(st.sampled_from([*Setting]), TEXTS | st.sampled_from(["yes", "low"]))
TYPES = {Kind.DATETIME: datetime, Kind.DATE: date}


def surroundings(order, comma, settings):
    choices = Choices(settings={"As found": settings})
    return Surroundings(today=TODAY, date_order=order, decimal_comma=comma, choices=choices)


ORDERS = st.sampled_from(["dmy", "mdy", None])
AROUND = st.builds(surroundings, ORDERS, st.sampled_from([True, False, None]), SETTINGS)
CELLS = st.lists(st.tuples(TEXTS, NATIVES), max_size=6)


@given(FIELDS, CELLS, st.booleans(), TEXTS, AROUND)
def test_whatever_a_sheet_holds_every_cell_is_read_or_named(field, cells, typed, hint, around):
    texts = [text.strip() for text, _ in cells]
    natives = [native for _, native in cells] if typed else None
    found = column(field, texts, hints=(hint,), natives=natives)
    result = read_cells(found, around)
    named = {finding.row for finding in result.findings}
    kind = COLUMNS[field].kind
    for row, text, value in zip(found.rows, texts, result.values, strict=True):
        if value is None:
            assert typed or row in named or len(text) < 12
        elif kind in NUMERIC:
            assert COLUMNS[field].low <= value <= COLUMNS[field].high
        else:
            assert isinstance(value, TYPES.get(kind, float if kind is Kind.YES_NO else str))


@given(st.lists(st.tuples(FIELDS, st.lists(TEXTS, min_size=3, max_size=3)), max_size=4))
def test_evidence_is_gathered_from_any_columns(columns):
    cells = [column(field, texts, f"Column {i}") for i, (field, texts) in enumerate(columns)]
    assert find_date_order(cells, Surroundings(today=TODAY)).order in {"dmy", "mdy", None}
    assert find_decimal_comma(cells) in {True, False, None}
    assert all(0 <= fits(field, texts) <= 1 for field, texts in columns)


NUMBERS = [field for field in Field if COLUMNS[field].kind in NUMERIC]


@pytest.mark.parametrize("field", NUMBERS)
@given(data=st.data())
def test_our_own_columns_keep_every_legal_number_exactly(field, data):
    rules = COLUMNS[field]
    numbers = st.floats(rules.low, min(rules.high, 1e9)).filter(_is_no_group)
    values = data.draw(st.lists(numbers, min_size=1, max_size=5))
    found = read(field, [repr(value) for value in values], heading=field.value, declared=True)
    assert found.values == values


def _is_no_group(value):
    """Whether no spreadsheet could mean thousands by the point, as in 95.125."""
    whole, _, part = repr(value).partition(".")
    return len(part) != 3 or len(whole) > 3 or whole.startswith("0")


@given(st.datetimes(datetime.fromisoformat("2026-06-01"), datetime.fromisoformat("2028-06-01")))
def test_iso_moments_are_kept_to_the_second(moment):
    moment = moment.replace(microsecond=0)
    found = read(Field.START, [moment.isoformat()])
    assert (found.values, found.findings) == ([moment], [])
    assert found.has_time == [moment.time() != time()]


@given(st.dates(date(2026, 6, 1), date(2028, 6, 1)), st.sampled_from(["%d/%m/%Y", "%d.%m.%y"]))
def test_a_date_written_day_first_is_never_another_day(day, form):
    for order in ("dmy", "mdy", None):
        value = read(Field.REPLY_BY, [day.strftime(form)], date_order=order).values[0]
        flipped = order == "mdy" and day.day <= 12
        assert value in {day, None} or flipped


@given(st.timedeltas(timedelta(0), timedelta(hours=200)))
def test_a_workbooks_duration_is_its_hours(span):
    value = read(Field.TRAVEL_HOURS, [str(span)], natives=[span]).values[0]
    assert value == pytest.approx(span.total_seconds() / 3600, abs=1e-5)


def test_an_error_is_a_value_that_is_not_used():
    found = read(Field.PAY, ["lots", "~95k"])
    assert [f.level for f in found.findings] == [Level.ERROR, Level.WARNING]
