# SPDX-License-Identifier: Apache-2.0
"""Totals by site."""
from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import functions as F

from claimlint.spark._content import HASH

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame


def site_of(url: str) -> Column:
    """The host that a column of addresses names; null where it names none."""
    host = F.regexp_extract(F.lower(F.col(url)), r"^[a-z][a-z0-9+.-]*://(?:[^/@]*@)?([^/:?#]+)", 1)
    return F.nullif(host, F.lit(""))


def by_site(pages: DataFrame, reports: DataFrame, site: str = "site") -> DataFrame:
    """Totals of each site. `pages` has a row for each page, with its site and content hash, so that
    copies count where they stand; `reports` is what audit() gave for each content."""
    short = reports.select(HASH, "status", "score.band", "score.risk", "score.claims",
                           "score.by_severity").dropDuplicates([HASH])
    return pages.join(short, HASH).groupBy(site).agg(
        F.count("*").alias("documents"),
        F.count_if(F.col("status") == "not_audited").alias("not_audited"),
        F.count_if(F.col("band") == "high").alias("band_high"),
        *(F.coalesce(F.sum(column), F.lit(0)).alias(name) for name, column in (
            ("claims", "claims"), ("high", "by_severity.high"), ("medium", "by_severity.medium"),
            ("low", "by_severity.low"))),
        F.max("risk").alias("highest_risk"), F.round(F.avg("risk"), 1).alias("mean_risk"))
