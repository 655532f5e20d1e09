"""Every chart of the page goes to the browser through here, as few bytes as it takes."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

DATASETS = "datasets"
"""Where a Vega-Lite specification names its tables."""

NARROW = {pa.float64(): pa.float32(), pa.int64(): pa.int32(), pa.large_string(): pa.string()}
"""What is exact enough for the eye, for each type a table comes in."""

DICTIONARY = 512
"""Bytes that a list of words of its own costs on the way."""


def chart(spec: Mapping[str, Any], **how: Any) -> None:
    """Draw a Vega-Lite specification; `how` is what `st.vega_lite_chart` takes besides."""
    tables = {name: narrow(pd.DataFrame(table)) for name, table in spec.get(DATASETS, {}).items()}
    slim = {**spec, DATASETS: tables} if tables else dict(spec)
    st.vega_lite_chart(spec=slim, **how)


def narrow(table: pd.DataFrame) -> pa.Table:
    """The same figures in half the bytes, without what pandas writes about itself.

    >>> narrow(pd.DataFrame({"row": [2], "worth": [0.5], "name": ["Acme"]})).schema.types
    [DataType(int32), DataType(float), DataType(string)]
    """
    wide = pa.Table.from_pandas(table, preserve_index=False)
    columns = [_slim(column.cast(NARROW.get(column.type, column.type))) for column in wide.columns]
    return pa.table(columns, names=wide.column_names)


def _slim(column: Any) -> Any:
    """Words that come again and again are sent once."""
    if not pa.types.is_string(column.type):
        return column
    once = column.dictionary_encode()
    return once if once.nbytes + DICTIONARY < column.nbytes else column
