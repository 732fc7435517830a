# SPDX-License-Identifier: Apache-2.0
"""The audit on executors that are processes of their own, held against the command-line tool."""
from __future__ import annotations

import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import threading
import time
from typing import Any

import claimlint
import claimlint.spark as on_spark
import pytest
from claimlint.spark import job, readers
from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as F

CLAIM = "Our adjustments cure migraine for good."


def compact(value: Any) -> str:
    """JSON as the tool writes it: `parts` only where there are some."""
    def without_empty_parts(each: Any) -> Any:
        if isinstance(each, dict):
            return {key: without_empty_parts(inner) for key, inner in each.items()
                    if key != "parts" or inner is not None}
        return [without_empty_parts(inner) for inner in each] if isinstance(each, list) else each

    text = json.dumps(without_empty_parts(value), ensure_ascii=False, separators=(",", ":"))
    return re.sub("[\x7f-\x9f\u2028\u2029]", lambda m: f"\\u{ord(m[0]):04x}", text)


def claims_of_row(row: Row) -> str:
    sentences = row.asDict(recursive=True)["sentences"]
    return compact([sentence["claims"] for sentence in sentences])


def claims_of_tool(files: list[pathlib.Path]) -> dict[str, str]:
    """The bytes of every sentence's claims, as they stand in the tool's report."""
    done = subprocess.run([sys.executable, "-m", "claimlint", "audit", "--no-config", "--format",
                           "jsonl", "--quiet", *map(str, files)], capture_output=True, check=False)
    claims = {}
    for line in done.stdout.decode().splitlines()[:-1]:
        document = json.loads(line)
        pieces = []
        for sentence in document["sentences"]:
            pieces.append(compact(sentence["claims"]))
            assert f'"claims":{pieces[-1]}' in line
        claims[document["path"]] = f"[{','.join(pieces)}]"
    return claims


def pages_of(spark: SparkSession, files: list[pathlib.Path], partitions: int = 4) -> DataFrame:
    rows = [(file.name, bytearray(file.read_bytes())) for file in files]
    return spark.createDataFrame(rows, "url string, text binary").repartition(partitions)


def test_claims_are_those_of_the_tool_byte_for_byte(
        spark: SparkSession, articles: list[pathlib.Path]) -> None:
    expected = claims_of_tool(articles)
    rows = on_spark.audit(pages_of(spark, articles)).collect()
    assert {row["path"]: claims_of_row(row) for row in rows} == expected
    assert any(len(claims) > 1000 for claims in expected.values())


def test_a_killed_executor_changes_nothing(
        spark: SparkSession, articles: list[pathlib.Path]) -> None:
    pages = pages_of(spark, articles, 12)
    expected = {row["path"]: claims_of_row(row) for row in on_spark.audit(pages).collect()}
    slow = F.udf(lambda text: (time.sleep(0.3), text)[1], "binary")
    killed: list[int] = []

    def kill() -> None:
        time.sleep(1.5)
        for pid in executors():
            os.kill(pid, signal.SIGKILL)
            killed.append(pid)
            return

    def executors() -> list[int]:
        """Of this test's own driver."""
        port = spark.conf.get("spark.driver.port")
        found = []
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                words = (folder / "cmdline").read_bytes().decode().split("\0")
            except (OSError, UnicodeDecodeError):
                continue
            if (any(word.endswith("CoarseGrainedExecutorBackend") for word in words)
                    and any(word.endswith(f":{port}") for word in words)):
                found.append(int(folder.name))
        return found

    killer = threading.Thread(target=kill)
    killer.start()
    rows = on_spark.audit(pages.withColumn("text", slow("text"))).collect()
    killer.join()
    assert killed, "no executor was found to kill"
    assert {row["path"]: claims_of_row(row) for row in rows} == expected


def test_odd_pages_do_not_fail_the_job(spark: SparkSession) -> None:
    large = (CLAIM + " ").encode() * ((50 << 20) // 40)
    pages = spark.createDataFrame([
        ("large", bytearray(large)), ("empty", bytearray()), ("null", None),
        ("undecodable", bytearray(b"\xff\xfe\x00\xd8\x01" + bytes(range(256)) * 8)),
        ("ill-formed", bytearray(b"caf\xe9 \xff. " + CLAIM.encode())),
        ("good", bytearray(CLAIM.encode()))], "url string, text binary").coalesce(1)
    rows = {row["url"]: row for row in on_spark.audit(pages).collect()}
    assert len(rows) == 6
    assert (rows["large"]["status"], rows["large"]["reasons"]) == ("not_audited", ["budget"])
    assert rows["empty"]["reasons"] == rows["null"]["reasons"] == ["no_text"]
    assert rows["undecodable"]["status"] != "audited"
    assert rows["good"]["status"] == "audited" and rows["good"]["score"]["claims"] > 0
    assert any(sentence["claims"] for sentence in rows["ill-formed"]["sentences"])


def test_strings_that_are_no_utf8_do_not_fail_the_job(spark: SparkSession) -> None:
    odd = bytearray(b"caf\xe9. " + CLAIM.encode())
    pages = spark.createDataFrame([(bytearray(b"a\xe9"), odd)], "name binary, page binary").select(
        *(F.col(column).cast("string").alias(name)
          for column, name in (("name", "url"), ("page", "text"), ("name", "title"))))
    reports = on_spark.audit(pages, title="title")
    row = reports.select("path", "source.title", "score.claims", "status").collect()[0]
    assert (row["path"], row["title"]) == ("a%E9", "a\ufffd")
    assert row["claims"] > 0


def test_a_skewed_partition_is_spread(spark: SparkSession, articles: list[pathlib.Path]) -> None:
    pages = pages_of(spark, articles, 1)
    hashed = on_spark.unique(on_spark.with_hash(pages))
    used = hashed.select(F.spark_partition_id().alias("p")).distinct().count()
    assert pages.rdd.getNumPartitions() == 1
    assert used > 1 or spark.conf.get("spark.sql.adaptive.enabled") == "true"
    assert on_spark.audit(hashed).count() == len(articles)


def test_each_content_is_audited_once_under_its_least_id(spark: SparkSession) -> None:
    pages = spark.createDataFrame(
        [("b", CLAIM), ("a", CLAIM), ("c", "A clinic."), ("a", CLAIM)], "url string, text string")
    rows = on_spark.unique(pages).collect()
    assert sorted(row["url"] for row in rows) == ["a", "c"]


def test_claims_have_a_row_each(spark: SparkSession, articles: list[pathlib.Path]) -> None:
    auditor = claimlint.Auditor()
    expected = sorted((file.name, claim.id, claim.counts) for file in articles
                      for claim in auditor.audit(file.read_bytes()).claims)
    found = on_spark.claims(on_spark.audit(pages_of(spark, articles)))
    rows = found.select("url", "claim.id", "counts", "claim.message").collect()
    assert sorted((row["url"], row["id"], row["counts"]) for row in rows) == expected
    flagged = on_spark.claims(on_spark.audit(pages_of(spark, articles), sentences="flagged"))
    ids = flagged.where("counts").select("url", "claim.id").collect()
    assert sorted((row["url"], row["id"]) for row in ids) == [
        (url, id) for url, id, counts in expected if counts]


def test_near_duplicates_are_gathered(spark: SparkSession) -> None:
    words = "our gentle adjustments at the friendly clinic on the hill cure migraine for good"
    pages = spark.createDataFrame([
        ("https://a.example/1", f"{words} today."), ("https://b.example/1", f"{words} now."),
        ("https://c.example/1", f"{words} today."),
        ("https://d.example/1", "Our tea cures asthma.")], "url string, text string")
    sites = pages.withColumn("site", on_spark.site_of("url"))
    found = on_spark.claims(on_spark.audit(sites, site="site"))
    clusters = on_spark.near_duplicates(found, 0.75).collect()
    assert clusters
    for cluster in clusters:
        assert (cluster["claims"], cluster["sites"], cluster["documents"]) == (3, 3, 3)
        assert "https://d.example/1" not in cluster["paths"]


def run_job(source: pathlib.Path, out: pathlib.Path, spark: SparkSession) -> None:
    job.run(readers.json_lines(spark, str(source)), str(out),
            claimlint.Auditor(max_bytes=1 << 20), text="text", id="url", about={}, similarity=None)


def written(spark: SparkSession, out: pathlib.Path, name: str) -> list[Row]:
    rows = spark.read.parquet(str(out / name))
    return sorted(rows.drop("batch").collect(), key=str)


def test_a_second_run_audits_only_new_content(spark: SparkSession, tmp_path: pathlib.Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out"
    first = [{"url": "https://a.example/1", "text": CLAIM},
             {"url": "https://b.example/1", "text": CLAIM},
             {"url": "https://b.example/2", "text": "x" * (2 << 20)}]
    source.write_text("\n".join(map(json.dumps, first)) + "\nno json\n")
    run_job(source, out, spark)
    before = {name: written(spark, out, name) for name in ("documents", "claims", "pages", "sites")}
    assert [len(before[name]) for name in ("documents", "pages", "sites")] == [2, 3, 2]
    run_job(source, out, spark)
    assert {name: written(spark, out, name) for name in before} == before
    source.write_text("\n".join(map(json.dumps, [*first, {
        "url": "https://a.example/2", "text": "Our tea cures asthma."}])))
    run_job(source, out, spark)
    assert len(written(spark, out, "documents")) == 3
    assert [row for row in before["documents"] if row not in written(spark, out, "documents")] == []
    sites = {row["site"]: row for row in written(spark, out, "sites")}
    assert sites["a.example"]["documents"] == 2
    assert sites["b.example"]["not_audited"] == 1


def test_folders_and_archives_are_read(spark: SparkSession, tmp_path: pathlib.Path) -> None:
    warcio = pytest.importorskip("warcio")
    folder = tmp_path / "pages"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / "a b.txt").write_text(CLAIM)
    assert [row["url"] for row in readers.folder(spark, str(folder)).collect()] == [
        "below/a b.txt"]

    from io import BytesIO

    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    assert warcio
    archive = tmp_path / "crawl" / "a.warc.gz"
    archive.parent.mkdir()
    with archive.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url, status, kind in (("https://a.example/1", "200 OK", "text/html; charset=utf-8"),
                                  ("https://a.example/2", "404 Not Found", "text/html"),
                                  ("https://a.example/3", "200 OK", "image/png")):
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(
                url, "response", payload=BytesIO(f"<p>{CLAIM}</p>".encode()), http_headers=headers))
    whole = archive.read_bytes()
    (archive.parent / "b.warc.gz").write_bytes(whole[:len(whole) * 4 // 5])
    rows = readers.warc(spark, str(archive.parent)).collect()
    good = [row for row in rows if row["format"] == "html"]
    assert {row["url"] for row in good} == {"https://a.example/1"}
    assert bytes(good[0]["text"]) == f"<p>{CLAIM}</p>".encode()
    reports = on_spark.audit(readers.warc(spark, str(archive.parent)), format="format")
    assert reports.where("score.claims > 0").count() == len(good)
