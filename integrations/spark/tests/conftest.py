# SPDX-License-Identifier: Apache-2.0
"""A session with two executors that are processes of their own, on the loopback interface."""
from __future__ import annotations

import os
import pathlib
import sys
from collections.abc import Iterator

import pyspark
import pytest
from pyspark.sql import SparkSession

ROOT = pathlib.Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    os.environ |= {"SPARK_HOME": os.path.dirname(pyspark.__file__),
                   "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1",
                   "SPARK_LOCAL_HOSTNAME": "localhost",
                   "SPARK_WORKER_DIR": str(tmp_path_factory.mktemp("worker"))}
    session = SparkSession.builder.master("local-cluster[2,1,1024]").config(map={
        "spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "4",
        "spark.executor.memory": "1g", "spark.sql.execution.arrow.maxRecordsPerBatch": "16",
        "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
        "spark.task.maxFailures": "4",
        "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("warehouse")),
        "spark.log.level": "ERROR"}).getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="session")
def articles() -> list[pathlib.Path]:
    """Every twentieth article of the corpus."""
    found = sorted((ROOT / "corpus").glob("*.txt"))[::20]
    assert len(found) > 8
    return found
