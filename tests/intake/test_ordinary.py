"""What is proven ordinary at a look is what the close look finds nothing in."""

from hypothesis import given
from hypothesis import strategies as st

from advisor.intake.cells.ordinary import odd_ones
from advisor.intake.cells.texts import _read_company, _read_text
from advisor.intake.ordinary_rows import begins_plainly
from advisor.intake.row_kinds import is_comment, is_separator, is_total
from advisor.rules.reading import BLANK_WORDS, PLACEHOLDERS
from advisor.rules.synonyms import TOTALS

MARKS = "=+-@'\"&;<>#*_|/\\ .,!?()[]{}~^`$%€£°–—…\u200b\u202e\ufeff\x00\x07\x1b\t\n\xa0\u3000"
LETTERS = ["&amp;", "&#39;", *"ﬁſＡª²İıßΩςé東", "e\u0301"]
EDGES = st.sampled_from([*MARKS, *LETTERS])
WORDS = st.sampled_from(sorted({*BLANK_WORDS, *PLACEHOLDERS, *TOTALS, "Acme", "Engineer", "12"}))
CASED = WORDS.flatmap(lambda word: st.sampled_from([word, word.upper(), word.title()]))
TEXTS = st.one_of(
    st.text(max_size=12),
    CASED,
    st.lists(st.one_of(EDGES, CASED, st.text(max_size=3)), max_size=5).map("".join),
)


@given(TEXTS)
def test_an_ordinary_text_is_itself_and_nothing_is_said_of_it(text):
    if not odd_ones([text]):
        for cell in (
            _read_company(text),
            _read_text(text, dash=False),
            _read_text(text, dash=True),
        ):
            assert cell.value == text
            assert not cell.notes


@given(TEXTS)
def test_a_row_that_begins_plainly_begins_no_total_remark_or_line(text):
    if begins_plainly(text):
        assert not is_total(text)
        assert not is_comment(text)
        assert not is_separator([text])
