# SPDX-License-Identifier: Apache-2.0
"""Claims in nearly the same words, over a whole crawl."""
from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.ml.feature import HashingTF, MinHashLSH
from pyspark.sql import Window
from pyspark.sql import functions as F

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

# With bands of three hashes, texts that share four fifths of their words meet in one of eight with
# 99.7 %, and texts that share a fifth with 6 %. Spark's own join takes bands of one, where the
# latter nearly always meet.
_BANDS = 8
_ROWS = 3
_FEATURES = 1 << 18
_ROUNDS = 20


def _words(text: str) -> Column:
    return F.array_distinct(F.filter(F.split(F.lower(F.col(text)), r"[^\p{L}\p{N}]+"),
                                     lambda word: word != ""))


def _texts(claims: DataFrame) -> DataFrame:
    """Each text of each type once, so that a template on a million pages is one row."""
    counting = claims.where("counts").select(
        F.col("claim.type").alias("type"), "text", "site", "path", F.col("claim.id").alias("claim"))
    texts = counting.withColumn("words", _words("text")).where(F.size("words") > 0)
    return texts.groupBy("type", F.array_sort("words").alias("words")).agg(
        F.min("claim").alias("key"), F.min("text").alias("text"), F.count("*").alias("claims"),
        F.collect_set("path").alias("paths"), F.collect_set("site").alias("sites"))


def _banded(texts: DataFrame) -> DataFrame:
    terms = HashingTF(inputCol="words", outputCol="terms", numFeatures=_FEATURES, binary=True)
    made = terms.transform(texts.select("type", "key", "words"))
    hashing = MinHashLSH(inputCol="terms", outputCol="hashes", numHashTables=_BANDS * _ROWS, seed=1)
    hashed = hashing.fit(made).transform(made)
    bands = [F.struct(F.lit(band).alias("band"),
                      F.slice("hashes", band * _ROWS + 1, _ROWS).cast("string").alias("values"))
             for band in range(_BANDS)]
    return hashed.select("type", "key", "words", F.explode(F.array(*bands)).alias("at"))


def _links(texts: DataFrame, similarity: float) -> DataFrame:
    """Texts that meet in a band are held against its least one: linear in the band's size."""
    band = Window.partitionBy("type", "at")
    least = F.min(F.struct("key", "words")).over(band)
    met = _banded(texts).withColumn("least", least).where("key <> least.key")
    both, either = F.array_intersect("words", "least.words"), F.array_union("words", "least.words")
    alike = met.where(F.size(both) >= similarity * F.size(either))
    return alike.select("type", F.col("key").alias("a"), F.col("least.key").alias("b")).distinct()


def _components(texts: DataFrame, links: DataFrame) -> DataFrame:
    """Names each text by the least one that links lead to; a round for each step."""
    both = links.union(links.select("type", "b", "a")).localCheckpoint()
    named = texts.select("type", "key", F.col("key").alias("cluster")).localCheckpoint()
    for _ in range(_ROUNDS):
        reached = both.join(named, (both.b == named.key) & (both.type == named.type)).groupBy(
            both.type.alias("type"), F.col("a").alias("key")).agg(F.min("cluster").alias("least"))
        renamed = named.join(reached, ["type", "key"], "left").select(
            "type", "key", "cluster", F.least("cluster", "least").alias("least")).localCheckpoint()
        done = renamed.where("least < cluster").isEmpty()
        named = renamed.select("type", "key", F.col("least").alias("cluster"))
        if done:
            break
    return named


def near_duplicates(claims: DataFrame, similarity: float = 0.8) -> DataFrame:
    """Claims that count, of one type and in nearly the same words, as clusters of two or more: what
    one vendor's template says on fifty sites is reviewed once. `similarity` is the share of words
    that two texts have in common (Jaccard). Deterministic; may miss some pairs, invents none."""
    texts = _texts(claims).localCheckpoint()
    named = _components(texts, _links(texts, similarity))
    whole = texts.join(named, ["type", "key"]).groupBy("type", F.col("cluster").alias("id")).agg(
        F.min_by("text", "key").alias("text"), F.sum("claims").alias("claims"),
        F.flatten(F.collect_list("paths")).alias("paths"),
        F.flatten(F.collect_list("sites")).alias("sites"))
    return whole.where("claims > 1").select(
        "id", "type", "text", "claims", F.size(F.array_distinct("paths")).alias("documents"),
        F.size(F.array_distinct("sites")).alias("sites"),
        F.slice(F.array_sort(F.array_distinct("paths")), 1, 10).alias("paths"))
