"""Lines split in one go are what the standard library's reader of records makes of them."""

import io

from hypothesis import assume, given
from hypothesis import strategies as st

from advisor.intake.files.dialects import Dialect
from advisor.intake.files.even_lines import split_evenly

MARKS = (",", ";", "\t", "|")
ENDS = st.sampled_from(["\n", "\r\n"])
ODD = ["", " ", "NA", "null", "1", "'", *"é日\\\x00\x0b\x1c\x85\u2028\xa0"]
TEXTS = st.one_of(st.sampled_from(ODD), st.text(max_size=4))
EVEN = st.integers(2, 4).flatmap(lambda wide: st.lists(st.tuples(*[TEXTS] * wide), min_size=1))


@given(rows=EVEN, mark=st.sampled_from(MARKS), end=ENDS, last=st.booleans())
def test_lines_split_in_one_go_hold_the_cells_a_reader_finds(rows, mark, end, last):
    text = end.join(mark.join(row) for row in rows) + end * last
    dialect = Dialect(delimiter=mark)

    found = split_evenly(text, dialect)

    assume(found is not None)
    lines = dialect.reader(iter(list(io.StringIO(text, newline=""))), strict=True)
    assert found == [[cell.strip() for cell in row] for row in lines]


def test_even_lines_are_split_in_one_go_and_uneven_or_quoted_ones_are_not():
    def whole(text):
        return split_evenly(text, Dialect(delimiter=","))

    assert whole("a,b\n1, 2\n") == [["a", "b"], ["1", "2"]]
    uneven = ("a,b\n1\n", "a,b\n1,2,3\n", "a,b\n\n1,2", 'a,b\n"1",2', "a\nb", "a,b\r1,2\r", "")
    assert [whole(text) for text in uneven] == [None] * len(uneven)
