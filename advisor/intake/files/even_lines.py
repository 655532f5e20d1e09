"""A text without quotes whose lines all hold equally many cells: split in one go."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from pyarrow import csv

from advisor.intake.files.dialects import NO_DELIMITER, Dialect

_BYTE_ORDER_MARK = "\ufeff"
_LOOKED_AT = 1000
_MOSTLY_ALIKE = 0.5
"""Share of different cells in a column up to which looking each one up is worth the while."""


def split_evenly(text: str, dialect: Dialect) -> list[list[str]] | None:
    r"""The cells of every line, stripped; None where a reader of records must look at each line.

    Cells alike are one object where a column has many: less to keep, and to go through later.

    >>> split_evenly("a, b\n1,2\n", Dialect(delimiter=","))
    [['a', 'b'], ['1', '2']]
    >>> split_evenly('a,b\n"1",2', Dialect(delimiter=",")) is None
    True
    """
    mark = dialect.delimiter
    if mark == NO_DELIMITER or dialect.by_line is not None or dialect.escaped:
        return None
    if any(quote in text for quote in ('"', dialect.quote, dialect.plain_quote)):
        return None
    first = text.partition("\n")[0]
    if mark not in first or first.startswith(_BYTE_ORDER_MARK):
        return None
    ended = text.replace("\r\n", "\n")
    if "\r" in ended or "\n\n" in ended:
        return None
    try:
        found = _table(ended.encode(), mark, first.count(mark) + 1)
    except (pa.ArrowInvalid, UnicodeEncodeError):
        return None
    columns = [_stripped(column.combine_chunks()) for column in found.columns]
    return np.stack(columns, axis=1).tolist()  # type: ignore[no-any-return]  # rows of cells


def _table(content: bytes, mark: str, width: int) -> pa.Table:
    """The cells as they stand; ArrowInvalid where a line is wider, narrower or far too long."""
    names = [str(place) for place in range(width)]
    return csv.read_csv(
        pa.BufferReader(content),
        read_options=csv.ReadOptions(use_threads=False, column_names=names),
        parse_options=csv.ParseOptions(delimiter=mark, quote_char=False, ignore_empty_lines=False),
        convert_options=csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string())),
    )


def _stripped(column: pa.Array) -> npt.NDArray[np.object_]:
    """The cells without outer blanks, those alike as one object."""
    start = column[:_LOOKED_AT].to_pylist()
    if len(set(start)) > _MOSTLY_ALIKE * len(start):
        return np.array(list(map(str.strip, column.to_pylist())), dtype=object)
    alike = column.dictionary_encode()
    known = np.array(list(map(str.strip, alike.dictionary.to_pylist())), dtype=object)
    places: npt.NDArray[np.int32] = alike.indices.to_numpy()
    return known[places]
