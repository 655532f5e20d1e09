"""Columns of a batch as Arrow holds them: their texts, typed values and plain numbers."""

from datetime import datetime
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from advisor.intake.batches.alone import Cell
from advisor.intake.files.native_text import text_of

_NUMBER = r"^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$"
_AMOUNT = r"^\d+(?:\.\d{1,2})?$"
"""A number that no sheet writes to mean something else; three decimals may be thousands."""


def one_array(cells: pa.Array | pa.ChunkedArray) -> pa.Array:
    """The cells in one piece, in their own kind: text, number, moment, day, yes or no.

    Text comes stripped. What has no kind of its own becomes text; a moment keeps the wall clock of
    the zone it is stored with.
    """
    array = cells.combine_chunks() if isinstance(cells, pa.ChunkedArray) else cells
    kind = array.type
    if pa.types.is_dictionary(kind):
        return one_array(array.dictionary_decode())
    if pa.types.is_string(kind) or pa.types.is_large_string(kind) or kind == pa.string_view():
        return pc.utf8_trim_whitespace(array.cast(pa.large_string()))
    if pa.types.is_decimal(kind) or pa.types.is_integer(kind) or pa.types.is_floating(kind):
        return array.cast(pa.float64(), safe=False)
    if pa.types.is_timestamp(kind):
        local = array if kind.tz is None else pc.local_timestamp(array)
        return local.cast(pa.timestamp("us"), safe=False)
    if pa.types.is_date(kind):
        return array.cast(pa.date32(), safe=False)
    return array if _is_clock(kind) else _as_text(array)


def _is_clock(kind: pa.DataType) -> bool:
    """Whether the cells are yes or no, times of day or lengths of time."""
    return bool(pa.types.is_boolean(kind) or pa.types.is_time(kind) or pa.types.is_duration(kind))


def _as_text(array: pa.Array) -> pa.Array:
    texts = [None if cell is None else str(cell) for cell in array.to_pylist()]
    return one_array(pa.array(texts, type=pa.large_string()))


def is_text(array: pa.Array) -> bool:
    """Whether the cells are text."""
    return bool(pa.types.is_large_string(array.type))


def cell_of(value: object) -> Cell:
    """One value as the readers of cells take it."""
    if value is None or value != value:  # noqa: PLR0124 - NaN is how tables of programs say empty
        return "", None
    if isinstance(value, str):
        return value, None
    native = float(value) if isinstance(value, Decimal) else value
    return text_of(native), native


def plain_numbers(
    array: pa.Array, plain: tuple[float, float] | None, *, money: bool
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Bare numbers within the range, and where the cell is one or is empty; NaN elsewhere.

    plain  None: no number is its own value here
    """
    nothing = np.full(len(array), np.nan)
    if is_text(array):
        empty = pc.fill_null(pc.equal(array, ""), True)
        fits = pc.fill_null(pc.match_substring_regex(array, _AMOUNT if money else _NUMBER), False)
        numbers = pc.if_else(fits, array, pa.scalar(None, array.type)).cast(pa.float64())
    elif pa.types.is_floating(array.type):
        empty = pc.is_null(array, nan_is_null=True)
        numbers = array
    else:
        return nothing, array.is_null().to_numpy(zero_copy_only=False)
    known = empty.to_numpy(zero_copy_only=False)
    if plain is None:
        return nothing, known
    values = numbers.to_numpy(zero_copy_only=False)
    with np.errstate(invalid="ignore"):
        within = (values >= plain[0]) & (values <= plain[1])
    return np.where(within, values, np.nan), known | within


def near_moments(
    array: pa.Array, low: datetime, high: datetime
) -> tuple[NDArray[np.datetime64], NDArray[np.bool_]]:
    """Typed moments between two days, and where the cell is one or is empty; NaT elsewhere."""
    empty = array.is_null().to_numpy(zero_copy_only=False)
    if not (pa.types.is_timestamp(array.type) or pa.types.is_date(array.type)):
        return np.full(len(array), np.datetime64("NaT", "us")), empty
    moments = array.cast(pa.timestamp("us")).to_numpy(zero_copy_only=False)
    near = (moments >= np.datetime64(low, "us")) & (moments < np.datetime64(high, "us"))
    return np.where(near, moments, np.datetime64("NaT", "us")), empty | near
