#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs audits over a results store: again, killed, two at once, over damaged files and full disks.

usage: store.py CLAIMLINT SOURCE_DIR"""
import glob
import json
import os
import random
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import time
import unittest

sys.dont_write_bytecode = True  # nothing of a test run stays in the source tree
from in_folder import InFolder

TOOL = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 2 else None
SOURCE = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else None

CLAIM = "Our adjustment cures migraines.\n"
NOBODY = 65534


class StoreTest(InFolder):
    tool = TOOL

    def write_articles(self, count):
        """Articles that differ from each other, in a few folders."""
        articles = sorted(glob.glob(os.path.join(SOURCE, "corpus", "*.txt")))
        for i in range(count):
            with open(articles[i % len(articles)], encoding="utf-8") as file:
                text = file.read()
            self.write(f"in/{i % 7}/{i:04}.txt", f"{text}\nThis is page {i}.\n")

    def command(self, *arguments):
        return [TOOL, "audit", "--fail-on", "never", "--allow-incomplete", *arguments]

    def run_tool(self, *arguments, **options):
        return subprocess.run(self.command(*arguments), capture_output=True, text=True,
                              cwd=self.folder, check=False, env=self.environment(), **options)

    def audit(self, output, *arguments):
        run = self.run_tool("in", "--format", "json", "--output", output, *arguments)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        return self.read(output)

    def record(self, output):
        return json.loads(self.read(output + ".run.json"))

    def rows(self, query):
        connection = sqlite3.connect(self.path("a.db"))
        self.addCleanup(connection.close)
        return connection.execute(query).fetchall()

    # --- reuse

    def test_a_second_run_reuses_everything_and_writes_the_same(self):
        self.write_articles(20)
        plain = self.audit("plain.json")
        self.assertEqual(self.audit("first.json", "--store", "a.db"), plain)
        self.assertEqual(self.record("first.json")["reused"], 0)
        self.assertEqual(self.audit("second.json", "--store", "a.db"), plain)
        self.assertEqual(self.record("second.json")["reused"], 20)
        self.write("in/0/0000.txt", CLAIM)
        self.assertEqual(self.audit("third.json", "--store", "a.db"), self.audit("plain.json"))
        self.assertEqual(self.record("third.json")["reused"], 19)

    def test_what_the_options_decide_is_not_mixed_up(self):
        self.write_articles(3)
        self.audit("first.json", "--store", "a.db")
        for options in (["--rules-only"], ["--jurisdiction", "uk"], ["--sentences", "flagged"],
                        ["--with-vetoed"], ["--input-format", "text"], ["--line-breaks", "hard"],
                        ["--assume-language", "en"]):
            plain = self.audit("plain.json", *options)
            self.assertEqual(self.audit("stored.json", "--store", "a.db", *options), plain, options)
            self.assertEqual(self.record("stored.json")["reused"], 0, options)

    def test_decisions_are_counted_of_reused_documents_too(self):
        self.write("in/a.txt", CLAIM)
        base = ["in", "--assume-language", "en"]
        run = self.run_tool(*base, "--format", "jsonl")
        document = json.loads(run.stdout.splitlines()[0])
        claim = next(c["id"] for s in document["sentences"] for c in s["claims"])
        self.write("d.json", json.dumps({"schema": 1, "decisions": [
            {"claim": claim, "action": "dismiss", "reason": "a test"}]}))
        arguments = [*base, "--decisions", "d.json", "--store", "a.db"]
        first, second = self.run_tool(*arguments), self.run_tool(*arguments)
        self.assertIn("1 dismissed", first.stderr)
        self.assertEqual((first.stdout, first.stderr), (second.stdout, second.stderr))

    def test_the_text_of_documents_is_kept_though_they_are_in_the_store(self):
        with open(os.path.join(SOURCE, "tests", "fixtures", "article.docx"), "rb") as file:
            self.write("in/article.docx", file.read())
        self.audit("first.json", "--store", "a.db")
        self.audit("second.json", "--store", "a.db", "--keep-text", "texts")
        self.assertGreater(len(self.read("texts/article.docx.txt")), 100)

    # --- interruption

    def test_a_run_that_is_killed_goes_on_where_it_was(self):
        self.write_articles(400)
        began = time.monotonic()
        whole = self.audit("whole.json")
        duration = time.monotonic() - began
        chance = random.Random(1)
        kills = 0
        for i in range(10):
            store = f"{i}.db"
            report = f"{i}.json"
            self.write(report, "the report of yesterday")
            process = subprocess.Popen(
                self.command("in", "--format", "json", "--output", report, "--store", store),
                cwd=self.folder, env=self.environment(), stderr=subprocess.DEVNULL)
            try:
                process.wait(timeout=chance.uniform(0, duration))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                kills += 1
                self.assertIn(self.read(report), (b"the report of yesterday", whole))
            self.assertEqual(self.audit(report, "--store", store), whole, f"kill {i}")
            check = sqlite3.connect(self.path(store))
            self.assertEqual(check.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            check.close()
        self.assertGreater(kills, 0)

    def test_two_audits_at_once_share_a_store_and_lose_nothing(self):
        self.write_articles(120)
        plain = self.audit("plain.json")
        running = [subprocess.Popen(
            self.command("in", "--format", "json", "--output", f"{i}.json", "--store", "a.db"),
            cwd=self.folder, env=self.environment(), stderr=subprocess.PIPE) for i in range(2)]
        for i, process in enumerate(running):
            _, errors = process.communicate()
            self.assertEqual((process.returncode, errors), (0, b""))
            self.assertEqual(self.read(f"{i}.json"), plain)
        self.assertEqual(self.rows("SELECT count(*), count(finished) FROM runs"), [(2, 2)])
        self.assertEqual(self.rows("SELECT count(*) FROM documents"), [(120,)])
        self.assertEqual(self.rows("SELECT run, count(*) FROM run_documents GROUP BY run"),
                         [(1, 120), (2, 120)])

    # --- stores that cannot be used

    def refused(self, store, words):
        before = self.read(store)
        self.write("report.json", "the report of yesterday")
        run = self.run_tool("in", "--store", store, "--output", "report.json")
        self.assertEqual(run.returncode, 2, run.stderr)
        self.assertIn(store, run.stderr)
        self.assertIn(words, run.stderr)
        self.assertEqual(self.read(store), before)
        self.assertEqual(self.read("report.json"), b"the report of yesterday")

    def test_a_store_of_a_newer_version_is_refused(self):
        self.write_articles(1)
        self.audit("first.json", "--store", "a.db")
        connection = sqlite3.connect(self.path("a.db"))
        connection.execute("UPDATE meta SET schema_version = 3")
        connection.commit()
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.close()
        self.refused("a.db", "version 3")

    def test_a_file_that_is_no_store_is_refused(self):
        self.write_articles(1)
        self.write("notes.db", CLAIM * 200)
        self.refused("notes.db", "is no results store")

    def test_a_damaged_store_is_refused(self):
        self.write_articles(40)
        self.audit("first.json", "--store", "a.db")
        content = self.read("a.db")
        size = len(content)
        for begin, end in ((size // 4, size * 3 // 4), (20000, size)):
            self.write("broken.db", content[:begin] + b"\x55" * (end - begin) + content[end:])
            run = self.run_tool("in", "--store", "broken.db", "--format", "json")
            self.assertEqual((run.returncode, "broken.db: is damaged" in run.stderr), (2, True),
                             run.stderr)

    def test_a_store_in_no_folder_is_an_error_that_names_it(self):
        self.write_articles(1)
        run = self.run_tool("in", "--store", "no/such/a.db")
        self.assertEqual(run.returncode, 2)
        self.assertIn("no/such/a.db: cannot be opened", run.stderr)

    # --- full and read-only disks

    def test_a_full_disk_is_an_error_that_names_the_file_and_leaves_the_old_report(self):
        self.write_articles(20)
        self.write("report.json", "the report of yesterday")
        limit = 100_000
        run = self.run_tool("in", "--format", "json", "--output", "report.json",
                            restore_signals=False,
                            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE,
                                                                  (limit, limit)))
        self.assertEqual(run.returncode, 2)
        self.assertRegex(run.stderr, r"report\.json: cannot be written: \w+")
        self.assertEqual(self.read("report.json"), b"the report of yesterday")
        self.assertEqual(sorted(os.listdir(self.folder)), ["in", "report.json"])

    def test_a_disk_that_is_full_for_the_store_is_said_too(self):
        self.write_articles(60)
        limit = 150_000
        run = self.run_tool("in", "--format", "summary", "--output", "report", "--store", "a.db",
                            restore_signals=False,
                            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE,
                                                                  (limit, limit)))
        self.assertEqual(run.returncode, 2)
        self.assertIn("a.db: ", run.stderr)
        self.assertFalse(os.path.exists(self.path("report")))

    def test_a_full_device_is_an_error(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("there is no /dev/full")
        self.write_articles(1)
        run = self.run_tool("in", "--format", "json", "--output", "/dev/full")
        self.assertEqual(run.returncode, 2)
        self.assertIn("/dev/full: cannot be written: No space left", run.stderr)

    def test_a_folder_that_cannot_be_written_to_is_an_error_that_names_the_report(self):
        self.write_articles(1)
        os.mkdir(self.path("locked"), 0o555)
        os.chmod(self.folder, 0o755)
        user = NOBODY if os.geteuid() == 0 else None
        try:
            run = self.run_tool("in", "--output", "locked/report.json", user=user)
        except PermissionError:
            self.skipTest("another user cannot run the tool here")
        self.assertEqual(run.returncode, 2)
        self.assertIn("locked/report.json: cannot be written: Permission denied", run.stderr)

    # --- provenance

    def test_a_manifest_says_where_articles_come_from(self):
        self.write("in/a.txt", CLAIM)
        self.write("in/b.txt", CLAIM)
        self.write("m.csv", "path,url,site,title,retrieved,language\n"
                            "a.txt,https://example.org/a,example.org,\"A, b\",2026-01-02,en\n"
                            "b.txt,,,,,de\n"
                            "c.txt,,,,,\n")
        run = self.run_tool("in", "--format", "jsonl", "--manifest", "m.csv")
        first, second, _ = (json.loads(line) for line in run.stdout.splitlines())
        self.assertEqual(first["source"], {"url": "https://example.org/a", "site": "example.org",
                                           "title": "A, b", "retrieved": "2026-01-02"})
        self.assertEqual((first["language"], first["status"]), ("en", "audited"))
        self.assertEqual((second["language"], second["reasons"]), ("de", ["language"]))
        self.assertIn("m.csv:4: no document is c.txt", run.stderr)

    def test_a_manifest_that_is_wrong_is_refused_with_the_line(self):
        self.write("in/a.txt", CLAIM)
        self.write("m.csv", "path,colour\na.txt,red\n")
        run = self.run_tool("in", "--manifest", "m.csv")
        self.assertEqual((run.returncode, run.stdout), (2, ""))
        self.assertIn("m.csv:1: there is no column 'colour'", run.stderr)
        self.assertEqual(self.run_tool("in", "--manifest", "missing.csv").returncode, 2)

    def test_the_record_of_a_run_lies_beside_its_report(self):
        self.write("in/a.txt", CLAIM)
        arguments = ["in", "--format", "json", "--output", "report.json", "--assume-language", "en"]
        run = subprocess.run([TOOL, "audit", *arguments], cwd=self.folder, check=False,
                             env=self.environment())
        record = self.record("report.json")
        report = json.loads(self.read("report.json"))
        self.assertEqual(record["arguments"], ["audit", *arguments])
        self.assertEqual(record["tool"], report["tool"])
        self.assertEqual(record["exit_code"], run.returncode)
        self.assertEqual(record["documents"], 1)
        self.assertEqual(record["by_severity"], report["summary"]["by_severity"])
        for key in ("started", "finished"):
            self.assertRegex(record[key], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertGreater(record["cpu_seconds"], 0)
        self.assertGreater(record["wall_seconds"], 0)
        self.assertTrue(record["host"])

    def test_without_a_file_there_is_no_record(self):
        self.write("in/a.txt", CLAIM)
        self.run_tool("in", "--output", "/dev/null")
        self.run_tool("in")
        self.assertEqual(os.listdir(self.folder), ["in"])

    # --- the schema

    def test_the_queries_of_the_documentation_run(self):
        self.write("in/a.txt", CLAIM)
        self.write("in/b.txt", "Our adjustment cures asthma. " + CLAIM)
        self.write("m.csv", "path,site\na.txt,example.org\nb.txt,example.com\n")
        options = ["--store", "a.db", "--assume-language", "en"]
        self.audit("r.json", *options, "--manifest", "m.csv")
        self.write("in/b.txt", "Our adjustment cures cancer. " + CLAIM)
        self.audit("r.json", *options, "--manifest", "m.csv")
        with open(os.path.join(SOURCE, "docs", "store.md"), encoding="utf-8") as file:
            text = file.read()
        queries = re.findall(r"```sql\n(SELECT.*?)```", text, re.DOTALL)
        self.assertEqual(len(queries), 5)
        for query in queries:
            self.assertTrue(self.rows(query), query)

    def test_the_documentation_has_every_table_and_column(self):
        self.write("in/a.txt", CLAIM)
        self.audit("r.json", "--store", "a.db")
        with open(os.path.join(SOURCE, "docs", "store.md"), encoding="utf-8") as file:
            text = file.read()
        documented = {table: re.findall(r"^\| `([a-z_0-9]+)`", rows, re.MULTILINE)
                      for table, rows in re.findall(r"^### `(\w+)`\n(.*?)(?=^#|\Z)", text,
                                                    re.MULTILINE | re.DOTALL)}
        tables = [name for (name,) in self.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")]
        self.assertEqual(sorted(documented), sorted(tables))
        for table in tables:
            columns = [row[1] for row in self.rows(f"PRAGMA table_info({table})")]
            self.assertEqual(documented[table], columns, table)


if __name__ == "__main__":
    unittest.main()
