"""What holds for every file: nothing is lost, nothing breaks, any dialect comes back the same."""

import csv
import io
from datetime import date

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from advisor.intake.invites import read_here
from advisor.intake.problems import UnreadableSheet
from advisor.intake.reading import Reading
from advisor.rules.columns import Field
from tests.sheets.siblings import SIBLINGS

TODAY = date(2026, 11, 22)


def _outcome(content: bytes) -> Reading | UnreadableSheet:
    try:
        return read_here(content, today=TODAY)
    except UnreadableSheet as refusal:
        return refusal


_CONTENTS = st.sampled_from(
    [case.content for case in SIBLINGS.values() if len(case.content) < 9000]
)


@st.composite
def _damaged(draw: st.DrawFn) -> bytes:
    """A sheet of which some bytes were cut out, doubled or overwritten."""
    content = draw(_CONTENTS)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(content), 1)))
        length = draw(st.integers(0, 40))
        instead = draw(
            st.binary(max_size=8) | st.sampled_from([b'"', b",", b"\r\n", b"\x00", b";"])
        )
        content = content[:at] + instead + content[at + length :]
    return content


def _assert_nothing_lost(reading: Reading) -> None:
    aside = [row.row for row in reading.set_aside]
    rows = [*reading.invites.index, *aside]
    assert sorted(rows) == sorted(set(rows))
    assert reading.rows_read == len(rows)
    assert sorted(reading.text.index) == sorted(rows)
    said = {problem.row for problem in reading.problems if problem.code.startswith("row_skipped")}
    assert said == {row.row for row in reading.set_aside if row.code != "blank"}


@given(_damaged())
def test_whatever_happens_to_a_file_it_is_refused_by_name_or_every_row_is_accounted_for(content):
    outcome = _outcome(content)
    if isinstance(outcome, UnreadableSheet):
        assert outcome.text.endswith((".", "?", "!"))
    else:
        _assert_nothing_lost(outcome)


@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_refused_by_name_or_every_row_is_accounted_for(content):
    outcome = _outcome(content)
    if isinstance(outcome, Reading):
        _assert_nothing_lost(outcome)


_WORDS = st.text(st.sampled_from("abcdefghij äöüßéñ'&-.;,|\t\""), min_size=1, max_size=12)
_NAMES = _WORDS.map(lambda word: f"Firm {word.strip()} x")
_ROW = st.tuples(
    _NAMES,
    _NAMES,
    st.dates(date(2026, 12, 1), date(2027, 6, 1)),
    st.integers(30_000, 200_000),
    st.sampled_from([0.1, 0.35, 0.6]),
)
_DIALECT = st.fixed_dictionaries(
    {
        "delimiter": st.sampled_from(",;\t|"),
        "quoting": st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
        "lineterminator": st.sampled_from(["\n", "\r\n", "\r"]),
    }
)
_HEADINGS = ("Company", "Role", "Interview date", "Salary", "Offer chance (0-1)")


@given(
    st.lists(_ROW, min_size=3, max_size=12),
    _DIALECT,
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_random_table_in_a_random_dialect_comes_back_the_same(rows, dialect, encoding):
    out = io.StringIO(newline="")
    csv.writer(out, **dialect).writerows([_HEADINGS, *rows])
    invites = read_here(out.getvalue().encode(encoding), today=TODAY).invites
    wanted = [
        (" ".join(c.split()), " ".join(r.split()), str(d), float(s), p) for c, r, d, s, p in rows
    ]
    got = [
        (" ".join(company.split()), " ".join(role.split()), str(start.date()), pay, chance)
        for company, role, start, pay, chance in zip(
            invites[Field.COMPANY],
            invites[Field.ROLE],
            invites[Field.START],
            invites[Field.PAY],
            invites[Field.OFFER_CHANCE],
            strict=True,
        )
    ]
    assert got == wanted


@given(_CONTENTS)
def test_a_filled_cell_of_a_mapped_column_is_read_or_spoken_of(content):
    reading = _outcome(content)
    if isinstance(reading, UnreadableSheet):
        return
    told = {(problem.row, problem.field) for problem in reading.problems}
    blank = {"", "-", "–", "—", "n/a", "na", "#n/a", "nan", "null", "none", "nil", "."}
    for heading, field in reading.columns.items():
        if field is None:
            continue
        texts = reading.text.loc[reading.invites.index, heading]
        for row, value, text in zip(texts.index, reading.invites[field], texts, strict=True):
            if pd.isna(value) and text.casefold() not in blank:
                assert (row, field) in told, (row, field, text)
