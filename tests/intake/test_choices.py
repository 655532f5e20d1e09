import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.intake.choices import ChoiceError, Choices
from advisor.rules.columns import Field

_headings = st.text(max_size=8)
_choices = st.builds(
    Choices,
    sheet=st.none() | _headings,
    date_order=st.sampled_from([None, "dmy", "mdy"]),
    header_row=st.none() | st.integers(1, 80),
    columns=st.dictionaries(_headings, st.none() | st.sampled_from(Field), max_size=3),
    keep=st.frozensets(st.integers(1, 10**6), max_size=3),
    edits=st.dictionaries(st.tuples(st.integers(1, 99), _headings), _headings, max_size=3),
    settings=st.dictionaries(_headings, st.dictionaries(_headings, _headings, max_size=2)),
)


@given(_choices)
def test_choices_come_back_from_json_as_they_were(choices: Choices) -> None:
    assert Choices.from_json(choices.to_json()) == choices


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"columns": {"Pay": "wages"}}', '{"date_order": "ymd"}']
)
def test_a_text_that_holds_no_choices_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ChoiceError, match=r"cannot be read|must be dmy or mdy"):
        Choices.from_json(text)
