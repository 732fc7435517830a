#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs diff, verify and verify --replay, clusters and the percentile on small folders.

usage: compare.py CLAIMLINT SOURCE_DIR"""
import glob
import gzip
import json
import os
import shutil
import sys
import unittest
import zipfile

sys.dont_write_bytecode = True  # nothing of a test run stays in the source tree
from in_folder import InFolder

TOOL = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 2 else None
SOURCE = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else None

CURE = "Our adjustment cures migraines for good. "
HEDGED = "Our adjustment may help with migraines. "
CLEAN = "The clinic is open from nine to five, and the bus stops at the door. "
HOURS = "We have been in the old town since the year of the great flood. "
TEMPLATE = "The gentle atlas adjustment of our clinic cures chronic migraine for good, without drugs"


class Compare(InFolder):
    tool = TOOL

    def report(self, name, *arguments, form="jsonl"):
        run = self.run_tool("audit", "--format", form, "--output", name, "--fail-on", "never",
                            "--assume-language", "en", "--no-config", *arguments)
        self.assertIn(run.returncode, (0, 3), run.stderr)
        return name

    def summary(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            return json.loads(file.read().splitlines()[-1])

    # --- diff

    def diff(self, *arguments, code=0):
        run = self.run_tool("diff", "old.jsonl", "new.jsonl", "--format", "json", *arguments)
        self.assertEqual(run.returncode, code, run.stderr)
        return json.loads(run.stdout)

    def changes(self, result):
        return [(claim["change"], claim["before"] and claim["before"]["severity"],
                 claim["after"] and claim["after"]["severity"])
                for document in result["documents"] for claim in document["claims"]]

    def test_the_same_audit_twice_is_no_difference(self):
        self.write("in/a.txt", CURE)
        self.report("old.jsonl", "in")
        self.report("new.jsonl", "in")
        result = self.diff()
        self.assertEqual(result["documents"], [])
        self.assertEqual(result["summary"]["documents"], 1)

    def test_a_new_claim_exits_with_1_from_the_severity_asked_for(self):
        self.write("in/a.txt", CLEAN)
        self.report("old.jsonl", "in")
        self.write("in/a.txt", CLEAN + CURE)
        self.report("new.jsonl", "in")
        result = self.diff(code=1)
        self.assertEqual(self.changes(result), [("new", None, "high")])
        self.assertEqual(result["summary"]["worse"], {"high": 1, "medium": 0, "low": 0})
        document = result["documents"][0]
        self.assertLess(document["before"]["risk"], document["after"]["risk"])
        self.diff("--fail-on", "never")

    def test_a_claim_that_is_gone_is_no_failure(self):
        self.write("in/a.txt", CLEAN + CURE)
        self.report("old.jsonl", "in")
        self.write("in/a.txt", CLEAN)
        self.report("new.jsonl", "in")
        self.assertEqual(self.changes(self.diff()), [("gone", "high", None)])

    def test_lines_added_above_move_nothing(self):
        self.write("in/a.txt", CLEAN + CURE)
        self.report("old.jsonl", "in")
        self.write("in/a.txt", HOURS + "\n\n" + CLEAN + CURE)
        self.report("new.jsonl", "in")
        self.assertEqual(self.changes(self.diff()), [])

    def test_documents_are_added_removed_and_renamed(self):
        self.write("in/gone.txt", CLEAN)
        self.write("in/old-name.txt", CURE)
        self.report("old.jsonl", "in")
        os.remove(os.path.join(self.folder, "in/gone.txt"))
        os.rename(os.path.join(self.folder, "in/old-name.txt"),
                  os.path.join(self.folder, "in/new-name.txt"))
        self.write("in/fresh.txt", HOURS)
        self.report("new.jsonl", "in")
        summary = self.diff()["summary"]
        self.assertEqual((summary["added"], summary["removed"], summary["renamed"]), (1, 1, 1))

    def test_a_document_that_cannot_be_read_any_more_exits_with_3(self):
        self.write("in/a.txt", CURE)
        self.report("old.jsonl", "in")
        self.write("in/a.txt", b"\0\1\2\3" * 300)
        self.report("new.jsonl", "in")
        result = self.diff(code=3)
        self.assertEqual(result["summary"]["less_complete"], 1)
        self.assertEqual(self.changes(result), [])
        self.diff("--allow-incomplete")

    def test_text_names_document_severity_and_sentence(self):
        self.write("in/a.txt", CLEAN)
        self.report("old.json", "in", form="json")
        self.write("in/a.txt", CLEAN + CURE)
        self.report("new.jsonl", "in")
        run = self.run_tool("diff", "old.json", "new.jsonl")
        self.assertEqual(run.returncode, 1, run.stderr)
        for words in ("a.txt: risk ", "  new ", " high ", CURE.strip(), "1 new"):
            self.assertIn(words, run.stdout)

    def test_diff_refuses_what_is_no_report(self):
        self.write("no.json", "[1, 2]")
        self.write("in/a.txt", CLEAN)
        self.report("new.jsonl", "in")
        for arguments in (["no.json", "new.jsonl"], ["new.jsonl", "no.json"], ["new.jsonl"],
                          ["missing.json", "new.jsonl"],
                          ["new.jsonl", "new.jsonl", "--format", "xml"]):
            run = self.run_tool("diff", *arguments)
            self.assertEqual(run.returncode, 2, arguments)
            self.assertIn("claimlint: ", run.stderr)
        self.assertIn("no.json:1:1: this is no report", self.run_tool("diff", "no.json",
                                                                      "new.jsonl").stderr)

    # --- verify

    def fixtures(self):
        for path in sorted(glob.glob(os.path.join(SOURCE, "corpus", "1*.txt")))[:12]:
            shutil.copy(path, self.folder + "/in/")
        for path in glob.glob(os.path.join(SOURCE, "tests", "fixtures", "*.docx")) + \
                glob.glob(os.path.join(SOURCE, "tests", "fixtures", "html", "*.html")):
            shutil.copy(path, self.folder + "/in/sub/")

    def sources(self):
        os.makedirs(self.folder + "/in/sub")
        self.fixtures()
        self.write("in/page.html", "<h1>Why us</h1><p>Our adjust&shy;ment <b>cures</b> migraine.")
        self.write("in/packed.txt.gz", gzip.compress(CURE.encode()))
        self.write("in/wide.txt", CURE.encode("utf-16"))
        self.write("in/damaged.txt", (CLEAN * 3).encode() + b"\xff\xfe" + CURE.encode())
        with open(os.fsencode(self.folder) + b"/in/caf\xe9 100%.txt", "wb") as file:
            file.write(CURE.encode())
        with zipfile.ZipFile(self.folder + "/in/sub/pages.zip", "w") as archive:
            archive.writestr("one.txt", CURE)
            archive.writestr("deep/two.html", "<p>" + CURE)

    def test_verify_proves_every_place_of_every_format(self):
        self.sources()
        for form in ("json", "jsonl"):
            self.report("r." + form, "in", form=form)
            run = self.run_tool("verify", "r." + form, "--root", "in")
            self.assertEqual((run.returncode, run.stderr), (0, ""), run.stdout)
            self.assertRegex(run.stdout, r"^\d+ documents, \d{3,} places: all hold\n")

    def test_verify_finds_a_changed_and_a_missing_source(self):
        self.write("in/a.txt", CURE)
        self.write("in/b.txt", CLEAN)
        self.write("in/c.txt", HOURS)
        self.report("r.jsonl", "in")
        self.write("in/a.txt", CURE.replace("cures", "Cures"))
        os.remove(os.path.join(self.folder, "in/b.txt"))
        run = self.run_tool("verify", "r.jsonl", "--root", "in")
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("a.txt: sha256: the file has changed since the audit", run.stdout)
        self.assertRegex(run.stdout, "b.txt: source: .*[Nn]o such file")
        self.assertNotIn("c.txt", run.stdout)
        self.assertIn("2 do not hold, in 2 documents", run.stdout)

    def test_verify_finds_a_place_that_was_changed_in_the_report(self):
        self.write("in/a.txt", CLEAN + CURE)
        self.report("r.jsonl", "in")
        path = os.path.join(self.folder, "r.jsonl")
        with open(path, encoding="utf-8") as file:
            first, last = file.read().splitlines()
        document = json.loads(first)
        claim = next(c for s in document["sentences"] for c in s["claims"])
        claim["frame"][0]["span"][0] += 1
        with open(path, "w", encoding="utf-8") as file:
            file.write(json.dumps(document) + "\n" + last + "\n")
        run = self.run_tool("verify", "r.jsonl", "--root", "in")
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("a.txt: frame " + claim["id"] + " [", run.stdout)

    def test_verify_without_its_root_says_what_is_missing(self):
        self.write("in/a.txt", CURE)
        self.report("r.jsonl", "in")
        run = self.run_tool("verify", "r.jsonl")
        self.assertEqual(run.returncode, 1)
        self.assertIn("--root says what their paths are relative to", run.stderr)

    def test_verify_refuses_offsets_that_are_no_bytes(self):
        self.write("in/a.txt", CURE)
        self.report("r.jsonl", "in", "--offsets", "utf-16")
        run = self.run_tool("verify", "r.jsonl", "--root", "in")
        self.assertEqual(run.returncode, 2)
        self.assertIn("only spans in bytes", run.stderr)

    # --- verify --replay

    def replay(self, *arguments):
        return self.run_tool("verify", "r.jsonl", "--root", "in", "--replay", *arguments)

    def test_replay_gives_the_same_bytes(self):
        self.sources()
        self.report("r.jsonl", "in", "--with-vetoed")
        for jobs in ("1", "3"):
            run = self.replay("--assume-language", "en", "--with-vetoed", "--jobs", jobs)
            self.assertEqual((run.returncode, run.stderr), (0, ""), run.stdout)
            self.assertRegex(run.stdout, r"\d\d documents audited again: the same bytes\n$")

    def test_replay_stops_at_the_same_sentence(self):
        self.write("in/a.txt", (CURE + "\n\n") * 9)
        self.report("r.jsonl", "in", "--max-sentences", "3", "--allow-incomplete")
        run = self.replay("--assume-language", "en", "--max-sentences", "3")
        self.assertEqual((run.returncode, run.stderr), (0, ""), run.stdout)
        self.assertEqual(self.replay("--assume-language", "en").returncode, 2)

    def test_replay_refuses_other_options(self):
        self.write("in/a.txt", CURE)
        self.report("r.jsonl", "in")
        run = self.replay("--assume-language", "en", "--rules-only")
        self.assertEqual(run.returncode, 2, run.stdout)
        self.assertIn("other options", run.stderr)

    def test_replay_finds_what_was_changed_in_the_report(self):
        self.write("in/a.txt", CURE)
        self.report("r.jsonl", "in")
        path = os.path.join(self.folder, "r.jsonl")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace('"severity":"high"', '"severity":"medium"', 1))
        run = self.replay("--assume-language", "en")
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("a.txt: differs at byte ", run.stdout)

    def test_replay_with_clusters_and_a_reference(self):
        self.write("in/a.txt", CURE)
        self.write("in/x/b.txt", CURE)
        self.report("reference.jsonl", "in")
        extra = ("--clusters", "--reference", "reference.jsonl")
        self.report("r.jsonl", "in", *extra)
        run = self.replay("--assume-language", "en", *extra)
        self.assertEqual((run.returncode, run.stderr), (0, ""), run.stdout)

    # --- across documents

    def test_clusters_gather_a_template_and_total_by_folder(self):
        for i in range(4):
            self.write(f"in/site{i}/page.txt", CLEAN + TEMPLATE + f", call doctor number {i}.\n")
        self.report("r.jsonl", "in", "--clusters")
        summary = self.summary("r.jsonl")
        self.assertTrue(summary["clusters"])
        cluster = summary["clusters"][0]
        self.assertEqual((cluster["claims"], cluster["documents"]), (4, 4))
        self.assertEqual(cluster["paths"], [f"site{i}/page.txt" for i in range(4)])
        self.assertEqual([f["name"] for f in summary["folders"]], [f"site{i}" for i in range(4)])
        self.report("again.jsonl", "in", "--clusters", "--jobs", "3")
        self.assertEqual(summary, self.summary("again.jsonl"))

    def test_without_clusters_there_are_none(self):
        self.write("in/x/a.txt", CURE + "\n\n" + CURE)
        self.report("r.jsonl", "in")
        self.assertEqual(self.summary("r.jsonl")["clusters"], [])

    def test_clusters_are_the_same_from_a_store(self):
        for i in range(3):
            self.write(f"in/site{i}/page.txt", CLEAN + TEMPLATE + ".\n")
        self.report("plain.jsonl", "in", "--clusters")
        for name in ("first.jsonl", "second.jsonl"):
            self.report(name, "in", "--clusters", "--store", "s.db")
            self.assertEqual(self.summary(name), self.summary("plain.jsonl"))

    def test_a_reference_gives_each_risk_its_percentile(self):
        for i in range(4):
            self.write(f"reference/{i}.txt", CLEAN if i < 3 else CLEAN + CURE)
        self.report("reference.jsonl", "reference")
        self.write("in/a.txt", CURE)
        self.write("in/b.txt", CLEAN)
        self.report("r.jsonl", "in", "--reference", "reference.jsonl")
        with open(os.path.join(self.folder, "r.jsonl"), encoding="utf-8") as file:
            documents = [json.loads(line) for line in file][:-1]
        percentiles = {d["path"]: d["score"]["percentile"] for d in documents}
        self.assertGreaterEqual(percentiles["a.txt"], 75)
        self.assertEqual(percentiles["b.txt"], 0)


if __name__ == "__main__":
    unittest.main()
