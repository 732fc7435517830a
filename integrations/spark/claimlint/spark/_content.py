# SPDX-License-Identifier: Apache-2.0
"""Pages by their content: each content is audited once, whatever the number of its addresses."""
from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import functions as F

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

HASH = "page_sha256"


def with_hash(df: DataFrame, text: str = "text") -> DataFrame:
    """Adds the SHA-256 of the bytes as `page_sha256`; of nothing where there is no text, as it is
    audited."""
    content = F.coalesce(F.col(text).cast("binary"), F.lit(b""))
    return df.withColumn(HASH, F.sha2(content, 256))


def unique(df: DataFrame, text: str = "text", id: str = "url") -> DataFrame:
    """One row for each content, that of the least id, so that every run takes the same. Moves the
    pages between executors once, by hash: afterwards they lie evenly, however they came."""
    hashed = df if HASH in df.columns else with_hash(df, text)
    rest = [F.col(name) for name in df.columns if name not in (id, HASH)]
    least = hashed.groupBy(HASH).agg(F.min_by(F.struct(id, *rest), F.col(id)).alias("page"))
    return least.select("page.*", HASH)


def new_only(df: DataFrame, known: DataFrame) -> DataFrame:
    """The rows whose hash `known` has not."""
    return df.join(known.select(HASH).distinct(), HASH, "left_anti")
