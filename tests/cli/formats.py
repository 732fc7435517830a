#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Audits documents in every output format and unit and checks what is written.

usage: formats.py CLAIMLINT SOURCE_DIR"""
import csv
import gzip
import io
import json
import os
import re
import subprocess
import sys
import unittest

sys.dont_write_bytecode = True  # nothing of a test run stays in the source tree
import validate_sarif
import validate_schema
from in_folder import InFolder

TOOL = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 2 else None
SOURCE = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else None

CLAIM = "Our adjustment cures migraines.\n"
# Letters of one to four bytes before the claims, and line ends of all kinds.
WIDE = ("Caf\u00e9 \u4e2d\u6587 \U0001F600 talk.\r\n\r\nOur adjustment cures migraines.\n\n"
        "\U0001F600 The tea cures arthritis and heals eczema \u2014 for good.\n")
PAGE = ("<html><head><title>Tea</title></head><body><p>\U0001F600 Our <b>adj</b>ustment cures "
        "<i>migraines</i> &amp; more.</p></body></html>")


class Formats(InFolder):
    def audit(self, *arguments):
        run = subprocess.run([TOOL, "audit", *arguments, "--assume-language", "en"],
                             capture_output=True, cwd=self.folder, check=False)
        self.assertIn(run.returncode, (0, 1, 3), run.stderr)
        return run.stdout.decode("utf-8")

    def documents(self, *arguments):
        lines = self.audit(*arguments, "--format", "jsonl").splitlines()
        return [json.loads(line) for line in lines[:-1]]

    # --- offsets

    def spans(self, document):
        """Each span of a sentence and of a claim in it, with the sentence's text."""
        for sentence in document["sentences"]:
            yield sentence["span"], sentence["text"]
            for mention in sentence["mentions"]:
                yield mention["span"], mention["text"]

    def cut(self, text, span, unit):
        if unit == "bytes":
            return text.encode()[span[0]:span[1]].decode()
        if unit == "code-points":
            return text[span[0]:span[1]]
        if unit == "utf-16":
            return text.encode("utf-16-le")[2 * span[0]:2 * span[1]].decode("utf-16-le")
        lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
        begins = [sum(len(line) for line in lines[:i]) for i in range(len(lines) + 1)]
        begin, end = (begins[line - 1] + column - 1 for line, column in span)
        return text[begin:end]

    def test_spans_cut_the_same_words_in_every_unit(self):
        self.write("a.txt", WIDE)
        for unit in ("bytes", "code-points", "utf-16", "line-column"):
            document, = self.documents("a.txt", "--offsets", unit)
            self.assertEqual(document["offsets"], unit)
            spans = list(self.spans(document))
            self.assertGreater(len(spans), 3)
            for span, words in spans:
                self.assertEqual(self.cut(WIDE, span, unit), words, unit)

    def test_a_compressed_source_is_counted_decompressed(self):
        self.write("a.txt.gz", gzip.compress(WIDE.encode()))
        document, = self.documents("a.txt.gz", "--offsets", "code-points")
        self.assertEqual(document["offsets"], "code-points")
        for span, words in self.spans(document):
            self.assertEqual(self.cut(WIDE, span, "code-points"), words)

    def test_a_source_in_another_encoding_stays_in_bytes(self):
        self.write("a.txt", CLAIM.encode("utf-16"))
        document, = self.documents("a.txt", "--offsets", "utf-16")
        self.assertEqual(document["offsets"], "bytes")
        begin, end = document["sentences"][0]["span"]
        cut = CLAIM.encode("utf-16")[begin:end]
        self.assertEqual(cut.decode("utf-16-le"), CLAIM.strip())

    def test_text_taken_out_of_a_file_is_counted_too(self):
        article = os.path.join(SOURCE, "tests", "fixtures", "article.docx")
        document, = self.documents(article, "--offsets", "code-points", "--keep-text", "kept")
        self.assertEqual((document["coordinates"], document["offsets"]),
                         ("extracted", "code-points"))
        kept, = [os.path.join(root, name) for root, _, names in
                 os.walk(os.path.join(self.folder, "kept")) for name in names]
        with open(kept, encoding="utf-8", newline="") as file:
            text = file.read()
        for sentence in document["sentences"]:
            self.assertEqual(self.cut(text, sentence["span"], "code-points").split(),
                             sentence["text"].split())

    # --- schemas

    def test_json_and_jsonl_are_valid_in_every_unit(self):
        self.write("a.txt", WIDE)
        self.write("b.html", PAGE)
        self.write("c.txt", bytes(range(256)) * 8)
        schema = os.path.join(SOURCE, "docs", "report.schema.json")
        with open(schema, encoding="utf-8") as file:
            errors_of = validate_schema.validator_of(json.load(file))
        for unit in ("bytes", "code-points", "utf-16", "line-column"):
            whole = self.audit(".", "--offsets", unit, "--format", "json", "--with-vetoed")
            lines = self.audit(".", "--offsets", unit, "--format", "jsonl").splitlines()
            for value in (whole, *lines):
                self.assertEqual([error.message for error in errors_of(json.loads(value))], [])

    def test_sarif_is_valid_and_its_regions_hold(self):
        self.write("a.txt", WIDE)
        self.write("b c%.html", PAGE)
        self.write("utf-16.txt", CLAIM.encode("utf-16"))
        self.write("binary.txt", bytes(range(256)) * 8)
        for unit in ("code-points", "utf-16"):
            log = json.loads(self.audit(".", "--offsets", unit, "--format", "sarif"))
            self.assertEqual(list(validate_sarif.errors_of(log)), [])
            results = log["runs"][0]["results"]
            checked = 0
            for result in results:
                location = result["locations"][0]["physicalLocation"]
                if location["artifactLocation"]["uri"].endswith("a.txt"):
                    self.check_region(WIDE, location["region"], unit)
                    checked += 1
            self.assertGreater(checked, 1)
        uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                for result in results}
        self.assertIn("b%20c%25.html", {uri.rsplit("/", 1)[-1] for uri in uris})

    def check_region(self, text, region, unit):
        words = region["snippet"]["text"]
        begin, length = region["byteOffset"], region["byteLength"]
        self.assertEqual(text.encode()[begin:begin + length].decode(), words)
        begin, length = region["charOffset"], region["charLength"]
        self.assertEqual(self.cut(text, [begin, begin + length], unit), words)
        if unit == "code-points":
            span = [[region["startLine"], region["startColumn"]],
                    [region["endLine"], region["endColumn"]]]
            self.assertEqual(self.cut(text, span, "line-column"), words)

    def test_sarif_shows_a_dismissed_claim_as_suppressed(self):
        self.write("a.txt", CLAIM)
        claim, = self.documents("a.txt")[0]["sentences"][0]["claims"]
        self.write("decisions.json", json.dumps({"schema": 1, "decisions": [
            {"claim": claim["id"], "action": "dismiss", "reason": "quoted", "by": "A. Baker"}]}))
        log = json.loads(self.audit("a.txt", "--format", "sarif", "--decisions", "decisions.json"))
        self.assertEqual(list(validate_sarif.errors_of(log)), [])
        result, = [result for result in log["runs"][0]["results"] if result["kind"] == "fail"]
        self.assertEqual([entry["kind"] for entry in result["suppressions"]], ["external"])

    def test_every_format_is_the_same_out_of_a_store(self):
        self.write("a.txt", WIDE)
        self.write("b.html", PAGE)
        for name in ("csv", "github", "jsonl", "sarif"):
            arguments = ["a.txt", "b.html", "gone.txt", "--format", name, "--offsets", "utf-16"]
            fresh = self.audit(*arguments)
            for _ in range(2):
                self.assertEqual(self.audit(*arguments, "--store", f"{name}.db"), fresh, name)

    def test_a_page_with_a_url_has_links_to_its_claims(self):
        self.write("a.txt", CLAIM)
        self.write("sources.csv", "path,url\na.txt,https://example.org/a\n")
        document, = self.documents("a.txt", "--manifest", "sources.csv")
        claim, = document["sentences"][0]["claims"]
        self.assertEqual(claim["link"], "https://example.org/a#:~:text="
                                        "Our%20adjustment%20cures%20migraines.")

    def test_sarif_rules_have_help_and_a_basis_to_read(self):
        self.write("a.txt", CLAIM)
        log = json.loads(self.audit("a.txt", "--format", "sarif"))
        rules = log["runs"][0]["tool"]["driver"]["rules"]
        self.assertTrue(rules)
        for rule in rules:
            self.assertIn("screening aid", rule["help"]["text"])
            self.assertGreater(len(rule["help"]["markdown"]), 100)

    # --- csv and github

    def test_csv_reads_back_and_agrees_with_json(self):
        self.write("a.txt", WIDE)
        text = self.audit("a.txt", "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        document, = self.documents("a.txt")
        claims = [claim for sentence in document["sentences"] for claim in sentence["claims"]]
        self.assertGreater(len(claims), 1)
        self.assertEqual([row["id"] for row in rows], [claim["id"] for claim in claims])
        for row in rows:
            self.assertNotIn(None, row)
            cut = WIDE.encode()[int(row["begin"]):int(row["end"])].decode()
            self.assertEqual(cut, row["words"])
            line = WIDE.splitlines()[int(row["line"]) - 1]
            self.assertTrue(line[int(row["column"]) - 1:].startswith(row["words"]))

    def test_csv_defuses_formulas_of_an_article_and_of_a_file_name(self):
        self.write("=cmd.txt", "=1+1 tea cures migraines.\n")
        rows = list(csv.DictReader(io.StringIO(self.audit("=cmd.txt", "--format", "csv"))))
        self.assertTrue(rows)
        for row in rows:
            for value in row.values():
                self.assertFalse(value.startswith(("=", "+", "-", "@")), value)

    def test_csv_has_a_row_for_what_was_not_audited(self):
        rows = list(csv.DictReader(io.StringIO(self.audit("gone.txt", "--format", "csv"))))
        self.assertEqual([row["status"] for row in rows], ["not audited (unreadable)"])

    def test_github_annotations_are_one_line_each(self):
        self.write("a,b.txt", WIDE)
        lines = self.audit("a,b.txt", "--format", "github").splitlines()
        self.assertGreater(len(lines), 2)
        for line in lines[:-1]:
            self.assertRegex(line, r"^::(error|warning|notice) file=a%2Cb\.txt,")
        self.assertRegex(lines[-1], r"^1 document, \d+ claims?: ")


if __name__ == "__main__":
    unittest.main(verbosity=1)
