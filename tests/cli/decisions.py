#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the command line with decisions, baselines, inline suppressions and suggestions.

usage: decisions.py CLAIMLINT"""
import json
import os
import sys
import unittest

sys.dont_write_bytecode = True  # nothing of a test run stays in the source tree
from in_folder import InFolder

TOOL = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else None

CLAIM = "Our adjustment cures migraines.\n"
OTHER = "Reiki heals asthma.\n"
CLEAN = "The clinic is open from nine to five, and the bus stops at the door.\n"
UNKNOWN = "f" * 32


class Decisions(InFolder):
    tool = TOOL

    def decide(self, *entries, name="decisions.json"):
        lines = ",\n".join(json.dumps(entry) for entry in entries)
        return self.write(name, '{"schema": 1, "decisions": [\n' + lines + "\n]}\n")

    def report(self, *arguments):
        run = self.run_tool("audit", "--format", "json", "--fail-on", "never", *arguments)
        self.assertEqual(run.returncode, 0, run.stderr)
        return json.loads(run.stdout), run.stderr

    def claims(self, *arguments):
        report, _ = self.report(*arguments)
        return [claim for document in report["documents"] for sentence in document["sentences"]
                for claim in sentence["claims"]]

    def notes(self, *arguments):
        report, _ = self.report(*arguments)
        return [note["code"] for document in report["documents"] for note in document["notes"]
                if note["code"].startswith("suppression.")]

    # --- decisions

    def test_a_dismissed_claim_does_not_count_and_is_shown_only_with_vetoed(self):
        self.write("a.txt", CLAIM)
        self.assertEqual(self.run_tool("audit", "a.txt").returncode, 1)
        claim = self.claims("a.txt")[0]
        file = self.decide({"claim": claim["id"], "action": "dismiss", "reason": "a joke",
                            "by": "AB"})
        run = self.run_tool("audit", "--decisions", file, "a.txt")
        self.assertEqual(run.returncode, 0)
        self.assertNotIn("efficacy.cure", run.stdout)
        self.assertIn("1 dismissed", run.stderr)
        self.assertEqual(self.claims("--decisions", file, "a.txt"), [])
        shown = self.claims("--decisions", file, "--with-vetoed", "a.txt")
        vetoed = [c["vetoed"] for c in shown if c["id"] == claim["id"]]
        self.assertEqual(vetoed, [{"reason": "dismissed", "cue": "a joke", "span": None}])

    def test_an_accepted_claim_counts(self):
        self.write("a.txt", CLAIM)
        file = self.decide({"claim": self.claims("a.txt")[0]["id"], "action": "accept"})
        run = self.run_tool("audit", "--decisions", file, "a.txt")
        self.assertEqual(run.returncode, 1)
        self.assertIn("1 accepted", run.stderr)

    def test_expired_and_unused_decisions_are_told_with_their_place(self):
        self.write("a.txt", CLAIM)
        claim = self.claims("a.txt")[0]["id"]
        file = self.decide({"claim": UNKNOWN, "action": "accept"},
                           {"claim": claim, "action": "dismiss", "reason": "until the trial",
                            "expires": "2026-05-01"})
        run = self.run_tool("audit", "--decisions", file, "--today", "2026-05-01", "a.txt")
        self.assertEqual(run.returncode, 1)
        self.assertIn(f"{file}:2: no claim is {UNKNOWN}", run.stderr)
        self.assertIn(f"{file}:3: the decision on {claim} expired on 2026-05-01", run.stderr)
        run = self.run_tool("audit", "--quiet", "--decisions", file, "--today", "2026-04-30",
                            "a.txt")
        self.assertEqual(run.returncode, 0)
        self.assertEqual(run.stderr.splitlines(),
                         [f"{file}:2: no claim is {UNKNOWN}: this decision was not used"])

    def test_a_decision_is_used_where_any_document_of_the_batch_uses_it(self):
        self.write("a.txt", CLEAN)
        self.write("b.txt", CLAIM)
        file = self.decide({"claim": self.claims("b.txt")[0]["id"], "action": "accept"})
        for jobs in ("1", "2"):
            run = self.run_tool("audit", "--jobs", jobs, "--decisions", file, ".")
            self.assertNotIn("not used", run.stderr)

    def test_a_file_that_cannot_be_used_exits_with_2_and_says_all_that_is_wrong(self):
        self.write("a.txt", CLAIM)
        file = self.decide({"claim": UNKNOWN, "action": "dismiss"}, {"claim": "1", "action": "keep"})
        run = self.run_tool("audit", "--decisions", file, "a.txt")
        self.assertEqual((run.returncode, run.stdout), (2, ""))
        self.assertEqual(run.stderr.count(f"{file}:"), 3)
        for wrong in (["--decisions", "missing.json"], ["--decisions", "."],
                      ["--baseline", "a.txt"], ["--baseline", "missing.json"],
                      ["--decisions", self.decide(), "--today", "yesterday"]):
            run = self.run_tool("audit", *wrong, "a.txt")
            self.assertEqual((run.returncode, run.stdout), (2, ""), wrong)
            self.assertIn("claimlint: ", run.stderr)

    # --- baseline

    def test_a_baseline_leaves_what_is_new(self):
        self.write("a.txt", CLAIM)
        for form in ("json", "jsonl"):
            self.run_tool("audit", "--format", form, "--output", "old." + form, "a.txt")
        self.write("a.txt", CLEAN + CLAIM + OTHER)
        for form in ("json", "jsonl"):
            claims = self.claims("--baseline", "old." + form, "a.txt")
            self.assertTrue(claims)
            old = json.loads(self.run_tool("audit", "--format", "json", "a.txt").stdout)
            texts = [s["text"] for d in old["documents"] for s in d["sentences"]
                     if any(c["id"] not in {k["id"] for k in claims} for c in s["claims"])]
            self.assertEqual(texts, [CLAIM.strip()])
        run = self.run_tool("audit", "--baseline", "old.json", "a.txt")
        self.assertIn("1 in the baseline", run.stderr)

    def test_nothing_is_new_in_an_audit_that_is_its_own_baseline(self):
        self.write("a.txt", CLAIM + OTHER)
        self.run_tool("audit", "--format", "json", "--output", "old.json", "a.txt")
        run = self.run_tool("audit", "--baseline", "old.json", "a.txt")
        self.assertEqual(run.returncode, 0)

    # --- inline

    def test_comments_of_an_article_are_heeded_only_where_that_is_asked_for(self):
        self.write("a.html", "<!-- claimlint-ignore efficacy.cure the licence covers it -->"
                             f"<p>{CLAIM}</p>")
        self.assertEqual(self.run_tool("audit", "a.html").returncode, 1)
        self.assertEqual(self.notes("a.html"), ["suppression.unheeded"])
        run = self.run_tool("audit", "--inline-decisions", "a.html")
        self.assertEqual(run.returncode, 0)
        self.assertIn("1 by the articles", run.stderr)
        self.assertEqual(self.notes("--inline-decisions", "a.html"), [])

    # --- ledger

    def test_the_ledger_counts_what_reviewers_said_of_each_rule(self):
        def decision(number, action, **more):
            return {"claim": f"{number:032x}", "action": action, "reason": "r", **more}
        file = self.decide(*[decision(i, "accept", rule="efficacy.cure.verb") for i in range(9)],
                           decision(20, "dismiss", rule="efficacy.cure.verb"),
                           decision(21, "dismiss"))
        run = self.run_tool("rules", "--ledger", file)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        lines = run.stdout.splitlines()
        self.assertEqual([line.split()[0] for line in lines],
                         ["rule", "(no", "efficacy.cure.verb", "all"])
        self.assertRegex(lines[2], r"\s9\s+1\s+90\.0 %\s+59\.6 % to\s+98\.2 %")

    # --- suggestions

    def test_suggestions_name_the_claims_to_change_and_how(self):
        self.write("a.txt", CLAIM + CLEAN)
        self.write("b.txt", CLEAN)
        run = self.run_tool("audit", "--suggest", "--fail-on", "never", ".")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertIn("a.txt:1:", run.stdout)
        self.assertIn("safer", run.stdout)
        self.assertNotIn("b.txt", run.stdout)
        self.assertIn("1 claim to change in 1 of 2 documents", run.stdout)

    def test_suggestions_go_by_the_risk_that_is_asked_for(self):
        self.write("a.txt", CLAIM)
        high = self.run_tool("audit", "--suggest-below", "100", "a.txt")
        self.assertIn("0 claims to change in 0 of 1 document\n", high.stdout)
        low = self.run_tool("audit", "--suggest-below", "0.5", "a.txt")
        self.assertIn("1 claim to change", low.stdout)
        for wrong in ("0", "101", "x", "nan", "5x", ""):
            self.assertEqual(self.run_tool("audit", "--suggest-below", wrong, "a.txt").returncode, 2)
        self.assertEqual(self.run_tool("audit", "--suggest", "--format", "json",
                                       "a.txt").returncode, 2)


if __name__ == "__main__":
    unittest.main()
