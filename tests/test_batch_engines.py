"""The same advice to the bit, however Spark or Dask part the rows, and when a worker dies."""

import os
import shutil
import sys
from datetime import date
from importlib.util import find_spec

import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet

from advisor import Profile, find_table_key
from advisor.batch import advised_table, with_dask, with_spark
from advisor.rules.columns import COLUMNS
from tests.bench.invites import many

PROFILE = Profile(
    first_choices={"Acme": ["Birch"]}, months_since_external_interview=14, runway_months=3
)


def needs(extra, *found):
    lacking = not all(found)
    reason = f"needs `pip install -e '.[{extra}]'`" + (" and Java 17" if extra == "spark" else "")
    return pytest.mark.skipif(lacking and "CI" not in os.environ, reason=reason)


@pytest.fixture(scope="module")
def table():
    invites = many(2000)
    held = [key for key in COLUMNS if invites[key].notna().any()]
    frame = invites[held].rename(columns={key: COLUMNS[key].heading for key in held})
    frame.insert(0, "row", invites.index.to_numpy())
    return pa.Table.from_pandas(frame, preserve_index=False)


@pytest.fixture(scope="module")
def key(table):
    return find_table_key(table.drop_columns(["row"]), today=date(2027, 1, 6))[0]


@pytest.fixture(scope="module")
def alone(table, key):
    """What one process says."""
    return advised_table(table, key, PROFILE)


def assert_the_same(advice, alone):
    advice = advice.sort_values("row").reset_index(drop=True).astype(alone.dtypes)
    pd.testing.assert_frame_equal(advice, alone, check_exact=True)


@needs("dask", find_spec("dask"), find_spec("distributed"))
@pytest.mark.parametrize("parts", [1, 3, 7])
def test_dask_says_the_same_to_the_bit_in_any_number_of_parts(table, key, alone, parts):
    from dask import dataframe  # noqa: PLC0415 - an optional extra

    frame = dataframe.from_pandas(table.to_pandas(), npartitions=parts)
    advice = with_dask(frame, key, PROFILE)
    assert dict(advice.dtypes) == dict(alone.dtypes)
    assert_the_same(advice.compute(scheduler="threads"), alone)


def die_once(part, mark):
    """Kill the worker that comes first; the rows go on unchanged in another."""
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return part
    os._exit(1)


@needs("dask", find_spec("dask"), find_spec("distributed"))
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # sockets of the worker that was killed
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the same, at exit
def test_a_dask_worker_that_is_killed_loses_no_row(table, key, alone, tmp_path):
    from dask import dataframe  # noqa: PLC0415 - an optional extra
    from distributed import Client, LocalCluster  # noqa: PLC0415 - the same

    frame = dataframe.from_pandas(table.to_pandas(), npartitions=4)
    mark = tmp_path / "a worker was killed"
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        Client(cluster) as client,
    ):
        fragile = frame.map_partitions(die_once, mark, meta=frame._meta)
        advice = client.compute(with_dask(fragile, key, PROFILE)).result(timeout=120)
    assert mark.exists()
    assert_the_same(advice, alone)


@pytest.fixture(scope="module")
def spark(tmp_path_factory):
    from pyspark.sql import SparkSession  # noqa: PLC0415 - an optional extra

    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
        .getOrCreate()
    )
    yield session
    session.stop()


@needs("spark", find_spec("pyspark"), shutil.which("java"))
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # the socket to the Java process
def test_spark_says_the_same_to_the_bit_in_any_number_of_parts(spark, table, key, alone, tmp_path):
    parquet.write_table(table, tmp_path / "invites.parquet")
    frame = spark.read.parquet(str(tmp_path / "invites.parquet"))
    for parts in (1, 5):
        advice = with_spark(frame.repartition(parts), key, PROFILE)
        assert_the_same(advice.toArrow().to_pandas(), alone)
