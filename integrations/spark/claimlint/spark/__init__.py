# SPDX-License-Identifier: Apache-2.0
"""claimlint on Spark, for crawls that outgrow one machine; docs/spark.md.

    from claimlint import spark as claims_on_spark

    reports = claims_on_spark.audit(pages, text="text", id="url")
    claims_on_spark.claims(reports).where("counts").groupBy("claim.type").count().show()
"""
from __future__ import annotations

from claimlint.spark._audit import MAX_BYTES, audit, claims
from claimlint.spark._content import new_only, unique, with_hash
from claimlint.spark._near import near_duplicates
from claimlint.spark._schema import WRITE_OPTIONS
from claimlint.spark._sites import by_site, site_of

__all__ = ["MAX_BYTES", "WRITE_OPTIONS", "audit", "by_site", "claims", "near_duplicates", "new_only",
           "site_of", "unique", "with_hash"]
