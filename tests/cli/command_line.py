#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the command line and checks what it writes, where, and with which exit code.

usage: command_line.py CLAIMLINT SOURCE_DIR"""
import glob
import gzip
import json
import os
import subprocess
import sys
import time
import unittest

sys.dont_write_bytecode = True  # nothing of a test run stays in the source tree
from in_folder import InFolder

TOOL = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 2 else None
SOURCE = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else None

CLAIM = "Our adjustment cures migraines.\n"
CLEAN = "The clinic is open from nine to five, and the bus stops at the door.\n"
GERMAN = ("Unsere Praxis ist von neun bis fünf Uhr geöffnet. Wir freuen uns auf Ihren Besuch, und "
          "der Bus hält direkt vor der Tür. Bitte bringen Sie Ihre Unterlagen mit.\n")
SUBCOMMANDS = ("audit", "eval", "explain", "lexicon", "rules")


class CommandLine(InFolder):
    tool = TOOL

    def documents(self, output):
        lines = [json.loads(line) for line in output.splitlines()]
        self.assertEqual(lines[-1]["kind"], "summary")
        return lines[:-1]

    # --- help and usage

    def test_help_names_every_command_and_leaves_stderr_empty(self):
        for arguments in (["help"], ["--help"]):
            run = self.run_tool(*arguments)
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            for name in SUBCOMMANDS:
                self.assertIn(f"\n  {name} ", run.stdout)

    def test_help_of_a_command_is_the_same_by_word_and_by_flag(self):
        for name in SUBCOMMANDS:
            by_word, by_flag = self.run_tool("help", name), self.run_tool(name, "--help")
            self.assertEqual(by_word.returncode, 0)
            self.assertIn(f"usage: claimlint {name}", by_word.stdout)
            self.assertEqual(by_word.stdout, by_flag.stdout)

    def test_help_of_audit_lists_every_format(self):
        text = self.run_tool("help", "audit").stdout
        goldens = glob.glob(os.path.join(SOURCE, "tests", "golden", "report.*"))
        self.assertTrue(goldens)
        for golden in goldens:
            self.assertIn(os.path.basename(golden).removeprefix("report."), text)

    def test_version_names_the_engines(self):
        run = self.run_tool("--version")
        self.assertEqual(run.returncode, 0)
        self.assertRegex(run.stdout, r"^claimlint \d+\.\d+\.\d+\n")
        for word in ("lexicons", "ICU", "Unicode", "RE2"):
            self.assertIn(word, run.stdout)

    def test_what_cannot_be_understood_exits_with_2(self):
        self.write("a.txt", CLEAN)
        for arguments in ([], ["nonsense"], ["audit"], ["audit", "--nonsense", "a.txt"],
                          ["audit", "--format", "nonsense", "a.txt"],
                          ["audit", "--form", "json", "a.txt"],
                          ["audit", "--jobs", "-1", "a.txt"], ["audit", "--jobs", "two", "a.txt"],
                          ["audit", "--max-sentences", "0", "a.txt"],
                          ["audit", "--max-bytes", "1e6", "a.txt"],
                          ["audit", "--jurisdiction", "mars", "a.txt"],
                          ["audit", "--jurisdiction", "us,,uk", "a.txt"],
                          ["audit", "--fail-on", "none", "a.txt"], ["audit", "--format"],
                          ["rules", "no.such.rule"], ["explain"], ["explain", "--text", "x", "a.txt"],
                          ["explain", "--rule", "no.such.rule", "a.txt"],
                          ["lexicon"], ["lexicon", "polish"], ["eval"], ["eval", "nowhere"],
                          ["audit", "--output", "no/such/folder/x", "a.txt"]):
            run = self.run_tool(*arguments)
            self.assertEqual(run.returncode, 2, arguments)
            self.assertEqual(run.stdout, "", arguments)
            self.assertIn("claimlint: ", run.stderr, arguments)

    def test_a_wrong_choice_is_answered_with_the_choices(self):
        run = self.run_tool("audit", "--fail-on", "none", "a.txt")
        self.assertIn("low, medium, high, never", run.stderr)

    # --- exit codes of audit

    def test_clean_documents_exit_with_0(self):
        self.write("a.txt", CLEAN)
        self.assertEqual(self.run_tool("audit", "a.txt", "--assume-language", "en").returncode, 0)

    def test_claims_exit_with_1_from_the_severity_asked_for(self):
        self.write("a.txt", CLAIM)
        base = ["audit", "a.txt", "--assume-language", "en"]
        self.assertEqual(self.run_tool(*base).returncode, 1)
        self.assertEqual(self.run_tool(*base, "--fail-on", "low").returncode, 1)
        self.assertEqual(self.run_tool(*base, "--fail-on", "never").returncode, 0)

    def test_what_was_not_audited_exits_with_3_even_beside_claims(self):
        self.write("claim.txt", CLAIM)
        base = ["audit", "claim.txt", "missing.txt", "--assume-language", "en"]
        run = self.run_tool(*base)
        self.assertEqual(run.returncode, 3)
        self.assertIn("missing.txt: not audited: unreadable (no such file or directory)", run.stderr)
        self.assertEqual(self.run_tool(*base, "--allow-incomplete").returncode, 1)

    def test_another_language_and_bytes_that_are_no_text_are_not_passed_off_as_clean(self):
        self.write("german.txt", GERMAN)
        self.write("binary.txt", bytes(range(256)) * 16)
        run = self.run_tool("audit", "german.txt", "binary.txt", "--format", "jsonl")
        self.assertEqual(run.returncode, 3)
        for document in self.documents(run.stdout):
            self.assertEqual(document["status"], "not_audited", document["path"])
            self.assertIsNone(document["score"])
            self.assertTrue(document["reasons"])

    def test_limits_leave_documents_incomplete_and_say_so(self):
        self.write("a.txt", (CLAIM + "\n") * 3)
        base = ["audit", "a.txt", "--assume-language", "en", "--format", "jsonl"]
        whole = self.run_tool(*base, "--max-bytes", "1000", "--max-sentences", "1000",
                              "--max-seconds", "1000")
        self.assertEqual(whole.returncode, 1)
        self.assertEqual(self.documents(whole.stdout), self.documents(self.run_tool(*base).stdout))
        for limit, status, sentences in ((("--max-sentences", "2"), "partial", 2),
                                         (("--max-bytes", "8"), "not_audited", 0)):
            run = self.run_tool(*base, *limit)
            self.assertEqual(run.returncode, 3, limit)
            (document,) = self.documents(run.stdout)
            self.assertEqual((document["status"], document["reasons"]), (status, ["budget"]))
            self.assertEqual(len(document["sentences"]), sentences)

    # --- output

    def test_reports_go_to_stdout_alone(self):
        self.write("in/a.txt", CLAIM)
        run = self.run_tool("audit", "in", "--assume-language", "en")
        self.assertEqual(run.stderr, "")
        self.assertIn("a.txt:1:", run.stdout)
        self.assertIn("not a legal finding", run.stdout)

    def test_quiet_says_nothing_of_single_documents(self):
        run = self.run_tool("audit", "missing.txt", "--quiet")
        self.assertEqual((run.returncode, run.stderr), (3, ""))

    def test_output_writes_the_same_bytes_to_a_file_and_leaves_its_record_alone_beside_it(self):
        self.write("in/a.txt", CLAIM)
        base = ["audit", "in", "--assume-language", "en", "--format", "json"]
        run = self.run_tool(*base, "--output", "report.json")
        self.assertEqual((run.returncode, run.stdout), (1, ""))
        with open(os.path.join(self.folder, "report.json"), encoding="utf-8") as file:
            self.assertEqual(file.read(), self.run_tool(*base).stdout)
        self.assertEqual(sorted(os.listdir(self.folder)), ["in", "report.json", "report.json.run.json"])

    def test_a_failed_run_leaves_the_file_there_was(self):
        self.write("report.json", "precious")
        run = self.run_tool("audit", "x", "--jurisdiction", "mars", "--output", "report.json")
        self.assertEqual(run.returncode, 2)
        with open(os.path.join(self.folder, "report.json"), encoding="utf-8") as file:
            self.assertEqual(file.read(), "precious")

    def test_what_killed_runs_left_beside_the_report_goes_a_day_later(self):
        self.write("a.txt", CLEAN)
        for name, hours in ((".r.json.1.partial", 25), (".r.json.2.partial", 1),
                            (".other.json.3.partial", 25), ("notes.partial", 25)):
            self.write(name, "half")
            then = time.time() - hours * 3600
            os.utime(self.path(name), (then, then))
        self.run_tool("audit", "a.txt", "--output", "r.json")
        self.assertEqual(sorted(name for name in os.listdir(self.folder) if "partial" in name),
                         [".other.json.3.partial", ".r.json.2.partial", "notes.partial"])

    def test_output_through_a_link_keeps_the_link(self):
        self.write("in/a.txt", CLEAN)
        self.write("real.json", "old")
        os.symlink("real.json", os.path.join(self.folder, "link.json"))
        self.run_tool("audit", "in", "--format", "json", "--output", "link.json")
        self.assertTrue(os.path.islink(os.path.join(self.folder, "link.json")))
        with open(os.path.join(self.folder, "real.json"), encoding="utf-8") as file:
            self.assertEqual(json.load(file)["schema"], 1)

    def test_a_full_device_is_an_error(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full here")
        self.write("a.txt", CLEAN)
        with open("/dev/full", "w", encoding="utf-8") as full:
            run = subprocess.run([TOOL, "audit", "a.txt"], stdout=full, stderr=subprocess.PIPE,
                                 cwd=self.folder, check=False)
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"cannot be written", run.stderr)

    def test_a_reader_that_stops_ends_the_tool_quietly(self):
        for i in range(200):
            self.write(f"in/{i}.txt", CLAIM * 50)
        tool = subprocess.Popen([TOOL, "audit", "in", "--format", "jsonl"], stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, cwd=self.folder)
        tool.stdout.readline()
        tool.stdout.close()
        self.assertEqual(tool.stderr.read(), b"")
        tool.stderr.close()
        tool.wait(timeout=60)

    def test_any_number_of_jobs_writes_the_same_bytes(self):
        for i in range(30):
            self.write(f"in/{i}.txt", CLAIM * (i * 5 % 17 + 1) + CLEAN)
        runs = [self.run_tool("audit", "in", "--format", "jsonl", "--jobs", jobs)
                for jobs in ("1", "2", "5")]
        self.assertEqual(len({run.stdout for run in runs}), 1)
        self.assertEqual({run.stderr for run in runs}, {""})

    def test_colour_is_only_where_asked_for(self):
        self.write("a.txt", CLAIM)
        base = ["audit", "a.txt", "--assume-language", "en"]
        self.assertNotIn("\x1b", self.run_tool(*base).stdout)
        self.assertIn("\x1b[", self.run_tool(*base, "--colour", "always").stdout)

    def test_terminal_escapes_of_an_article_or_a_file_name_are_not_printed(self):
        self.write("a\x1b[2Jb.txt", CLEAN)
        self.write("c.txt", "This \x1b[31mcures\x1b[0m migraine.\n")
        self.write("d.txt", b"\xff\xfe\x00")
        for form in ("text", "summary", "explain", "json", "jsonl"):
            run = self.run_tool("audit", ".", "--format", form, "--with-vetoed")
            self.assertNotIn("\x1b", run.stdout + run.stderr, form)

    def test_paths_are_relative_to_the_argument(self):
        self.write("in/sub/a.txt", CLEAN)
        self.write("b.txt", CLEAN)
        run = self.run_tool("audit", os.path.join(self.folder, "in"),
                            os.path.join(self.folder, "b.txt"), "--format", "jsonl")
        self.assertEqual([d["path"] for d in self.documents(run.stdout)], ["sub/a.txt", "b.txt"])

    def test_reports_hold_the_schema(self):
        self.write("in/a.txt", CLAIM + CLEAN + "It is 100 % safe, and there is no cure for lupus.\n")
        self.write("in/b.txt", GERMAN)
        self.write("in/c.txt", b"")
        reports = []
        for form in ("json", "jsonl"):
            reports.append(os.path.join(self.folder, "report." + form))
            self.run_tool("audit", "in", "gone", "--format", form, "--with-vetoed", "--output",
                          reports[-1])
        check = os.path.join(SOURCE, "tests", "cli", "validate_schema.py")
        schema = os.path.join(SOURCE, "docs", "report.schema.json")
        run = subprocess.run([sys.executable, check, schema, *reports], capture_output=True,
                             text=True, check=False)
        self.assertEqual((run.returncode, run.stderr), (0, ""))

    # --- inputs

    def audit_input(self, data, *arguments):
        return subprocess.run([TOOL, "audit", "-", "--format", "jsonl", *arguments], input=data,
                              capture_output=True, cwd=self.folder, check=False)

    def test_standard_input_is_a_document_called_dash(self):
        run = self.audit_input(CLAIM.encode(), "--assume-language", "en")
        document = self.documents(run.stdout.decode())[0]
        self.assertEqual((run.returncode, run.stderr), (1, b""))
        self.assertEqual((document["path"], document["format"]), ("-", "text"))

    def test_standard_input_is_read_in_the_format_asked_for(self):
        run = self.audit_input(b"# A\n\nIt *cures* migraine.\n", "--input-format", "markdown",
                               "--assume-language", "en")
        document = self.documents(run.stdout.decode())[0]
        self.assertEqual([s["block"] for s in document["sentences"]], ["heading", "prose"])

    def test_a_file_called_dash_is_still_one(self):
        self.write("-", CLEAN)
        run = self.run_tool("audit", "./-", "--format", "jsonl")
        self.assertEqual(self.documents(run.stdout)[0]["bytes"], len(CLEAN))

    def test_standard_input_given_twice_is_said(self):
        run = self.audit_input(CLEAN.encode(), "-")
        self.assertEqual(run.returncode, 3)
        self.assertIn(b"read once", run.stderr)

    def test_kept_text_is_what_the_spans_are_of(self):
        fixture = os.path.join(SOURCE, "tests", "fixtures", "article.docx")
        run = self.run_tool("audit", fixture, "--keep-text", "kept", "--format", "jsonl")
        document = self.documents(run.stdout)[0]
        self.assertEqual(document["coordinates"], "extracted")
        with open(os.path.join(self.folder, "kept", "article.docx.txt"), "rb") as file:
            kept = file.read()
        self.assertTrue(document["sentences"])
        for sentence in document["sentences"]:
            begin, end = sentence["span"]
            self.assertEqual(kept[begin:end].decode(), sentence["text"])

    def test_two_documents_of_one_name_do_not_overwrite_each_other(self):
        fixture = os.path.join(SOURCE, "tests", "fixtures", "article.docx")
        run = self.run_tool("audit", fixture, fixture, "--keep-text", "kept")
        self.assertEqual(run.returncode, 2)
        self.assertIn("two documents", run.stderr)

    def test_folders_are_walked_for_compressed_documents_too(self):
        self.write("in/a.txt.gz", gzip.compress(CLAIM.encode()))
        self.write("in/b.jpg.gz", b"passed over")
        run = self.run_tool("audit", "in", "--format", "jsonl")
        self.assertEqual([d["path"] for d in self.documents(run.stdout)], ["a.txt.gz"])

    # --- the other commands

    def test_rules_lists_and_shows_rules(self):
        listing = self.run_tool("rules").stdout.splitlines()
        self.assertTrue(listing)
        rule, severity, kind = listing[0].split()
        self.assertIn(severity, ("low", "medium", "high"))
        self.assertTrue(rule.startswith(kind))
        shown = self.run_tool("rules", rule)
        self.assertEqual(shown.returncode, 0)
        for part in (rule, "meaning", "basis", "reported", "not reported"):
            self.assertIn(part, shown.stdout)

    def test_rules_as_markdown_hold_every_rule(self):
        rules = [line.split()[0] for line in self.run_tool("rules").stdout.splitlines()]
        page = self.run_tool("rules", "--format", "markdown").stdout
        for rule in rules:
            self.assertIn(f"\n### {rule}\n", page)

    def test_explain_says_why_something_was_not_reported(self):
        run = self.run_tool("explain", "--text", "There is no cure for migraine.")
        self.assertEqual(run.returncode, 0)
        self.assertIn("not reported", run.stdout)

    def test_explain_of_one_rule_shows_only_that_rule(self):
        claims = self.run_tool("explain", "--text", CLAIM).stdout
        self.assertIn("efficacy.cure", claims)
        rule = next(line.split()[0] for line in claims.splitlines()
                    if line.startswith("    efficacy.cure"))
        run = self.run_tool("explain", "--text", CLAIM + CLEAN, "--rule", rule)
        self.assertIn(rule, run.stdout)
        self.assertNotIn("bus stops", run.stdout)
        run = self.run_tool("explain", "--text", CLEAN, "--rule", rule)
        self.assertIn("nowhere in this text", run.stdout)

    def test_lexicon_check_accepts_the_shipped_lexicons(self):
        run = self.run_tool("lexicon", "check")
        self.assertEqual((run.returncode, run.stderr), (0, ""))

    def test_lexicon_check_reports_every_problem_with_its_place(self):
        self.write("lex/a.toml", 'why = "a test"\nsource = "none"\nnonsense = 1\n')
        self.write("lex/b.toml", 'why = "a test"\nsource = "none"\n\n[[rule]]\nid = 7\n')
        run = self.run_tool("lexicon", "check", "lex")
        self.assertEqual(run.returncode, 2)
        self.assertRegex(run.stderr, r"a\.toml:3:\d+: ")
        self.assertRegex(run.stderr, r"b\.toml:\d+:\d+: ")

    def test_lexicon_check_runs_the_examples_of_rules(self):
        self.write("lex/own.toml", """why = "a test"
source = "none"

[[rule]]
id = "efficacy.cure.zorble"
type = "efficacy.cure"
pattern = '''zorbles'''
near = { condition = 4 }
message = "says that it zorbles"
want = ["It zorbles migraine.", "It does nothing."]
absent = ["It zorbles the door.", "It zorbles asthma."]
""")
        run = self.run_tool("lexicon", "check", "lex")
        self.assertEqual(run.returncode, 2)
        problems = [line for line in run.stderr.splitlines() if "own.toml:4:1: " in line]
        self.assertEqual(len(problems), 2, run.stderr)
        self.assertIn("It does nothing.", problems[0])
        self.assertIn("It zorbles asthma.", problems[1])

    def test_lexicons_are_layered_over_the_built_in_ones(self):
        self.write("lex/own.toml", """why = "a test"
source = "none"

[[rule]]
id = "efficacy.cure.zorble"
type = "efficacy.cure"
pattern = '''zorbles'''
near = { condition = 4 }
message = "says that it zorbles"
want = ["It zorbles migraine."]
absent = ["It zorbles the door."]
""")
        self.assertNotIn("own.toml", self.run_tool("lexicon", "check", "lex").stderr)
        self.write("a.txt", "It zorbles migraine.\n")
        base = ["audit", "a.txt", "--assume-language", "en", "--fail-on", "low"]
        self.assertEqual(self.run_tool(*base).returncode, 0)
        self.assertEqual(self.run_tool(*base, "--lexicons", "lex").returncode, 1)

    def test_compiled_lexicons_are_kept_where_the_user_wants_them(self):
        self.write("lex/own.toml", 'why = "a test"\nsource = "ours"\n[[concept]]\n'
                                   'id = "treatment.own"\nname = "snarkle therapy"\n')
        self.write("page.txt", "Our adjustment and snarkle therapy cure migraines.\n")
        base = ("audit", "--format", "jsonl", "--lexicons", "lex", "page.txt")
        plain = self.run_tool(*base, "--no-lexicon-cache")
        self.assertIn("treatment.own", plain.stdout)
        self.assertFalse(os.path.exists(os.path.join(self.folder, "user-cache")))
        for options, folder in (((), "user-cache/claimlint"),
                                (("--lexicon-cache", "kept"), "kept")):
            for _ in range(2):
                self.assertEqual(self.run_tool(*base, *options).stdout, plain.stdout)
                self.assertEqual(len(os.listdir(os.path.join(self.folder, folder))), 1)

    def test_eval_prints_figures_and_examples(self):
        self.write("gold/a.txt", CLAIM + CLEAN)
        self.write("gold/a.json", json.dumps({"risk": 50, "sentences": [
            {"span": [0, len(CLAIM) - 1], "types": ["efficacy.cure"], "unsupported": True,
             "severity": 3},
            {"span": [len(CLAIM), len(CLAIM + CLEAN) - 1], "types": ["safety.absolute"],
             "unsupported": True, "severity": 3}]}))
        run = self.run_tool("eval", "gold", "--errors", "5", "--assume-language", "en")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertRegex(run.stdout, r"flagged sentences +1\.000  0\.500  0\.667  2\n")
        self.assertIn("The clinic is open", run.stdout)

    # --- lexicon

    OBO = "[Term]\nid: DOID:1\nname: zorblitis\nsynonym: \"ALL\" EXACT []\n"

    def test_an_imported_vocabulary_is_found_and_nothing_else_is(self):
        self.write("own.obo", self.OBO)
        os.makedirs(os.path.join(self.folder, "own"))
        run = self.run_tool("lexicon", "import", "own.obo", "--kind", "condition", "--output",
                            "own/own.toml")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("1 a function word (ALL)", run.stderr)
        self.write("a.txt", "Many people live with zorblitis or migraine for years.\n")
        run = self.run_tool("audit", "--format", "jsonl", "--lexicons", "own",
                            "--no-builtin-concepts", "a.txt")
        mentions = self.documents(run.stdout)[0]["sentences"][0]["mentions"]
        self.assertEqual([m["concept"] for m in mentions if m["kind"] == "condition"],
                         ["condition.doid-1"])

    def test_a_failed_import_leaves_what_was_there(self):
        self.write("bad.obo", self.OBO + self.OBO)
        self.write("out.toml", "as before")
        run = self.run_tool("lexicon", "import", "bad.obo", "--kind", "condition", "--output",
                            "out.toml")
        self.assertEqual(run.returncode, 2)
        self.assertIn("bad.obo:6:5: id 'DOID:1' is given twice, first at bad.obo:2:5", run.stderr)
        self.assertEqual(sorted(os.listdir(self.folder)), ["bad.obo", "out.toml"])
        with open(os.path.join(self.folder, "out.toml"), encoding="utf-8") as file:
            self.assertEqual(file.read(), "as before")

    def test_a_vocabulary_that_is_too_large_is_refused_with_the_limit(self):
        with open(os.path.join(self.folder, "big.csv"), "wb") as file:
            file.truncate(200 << 20)
        run = self.run_tool("lexicon", "import", "big.csv", "--kind", "condition")
        self.assertEqual(run.returncode, 2)
        self.assertIn("big.csv: is larger than 64 MB", run.stderr)

    def test_lexicon_check_says_where_an_id_is_defined_twice_and_a_pattern_refused(self):
        head = "why = 'a test'\nsource = 'ours'\n"
        concept = "[[concept]]\nid = 'condition.own'\nname = 'zorblitis'\n"
        cue = "[[cue]]\nid = 'own'\nclass = 'own'\npattern = '(?=x)'\n"
        self.write("own/a.toml", head + concept)
        self.write("own/b.toml", head + concept + cue)
        run = self.run_tool("lexicon", "check", "own")
        self.assertEqual(run.returncode, 2)
        self.assertIn("own/b.toml:4:6: id 'condition.own' is given twice, first at own/a.toml:4:6",
                      run.stderr)
        self.assertRegex(run.stderr, r"own/b\.toml:9:11: .+")

    def test_lexicon_stats_writes_json(self):
        self.write("a.txt", CLAIM)
        run = self.run_tool("lexicon", "stats", "--format", "json", "--corpus", "a.txt")
        self.assertEqual(run.returncode, 0, run.stderr)
        stats = json.loads(run.stdout)
        self.assertEqual(stats["documents"], 1)
        self.assertLess(len(stats["silent_rules"]), stats["rules"])

    def test_lexicon_stats_says_which_words_cost_steps_in_vain(self):
        self.write("own/a.toml", "why = 'a test'\nsource = 'ours'\n[[concept]]\n"
                   "id = 'condition.own'\nname = 'zorbl fever'\n")
        self.write("a.txt", "Our zorbl clinic treats zorbl fever, as every other clinic does.\n")
        command = ("lexicon", "stats", "own", "--no-builtin-concepts", "--corpus", "a.txt")
        run = self.run_tool(*command)
        self.assertIn("  zorbl: 1 of 3 steps in vain; 2 walks, 1 found a term; "
                      "begins 2 terms, as zorbl fever (condition.own)\n", run.stdout)
        stats = json.loads(self.run_tool(*command, "--format", "json").stdout)
        self.assertEqual(stats["cost"], {"walks": 2, "found": 1, "steps": 3, "in_vain": 1})
        self.assertEqual(stats["costly_words"], [
            {"word": "zorbl", "walks": 2, "found": 1, "steps": 3, "in_vain": 1, "terms": 2,
             "example": "zorbl fever", "concept": "condition.own"}])

    def test_lexicon_test_runs_the_examples_of_some_rules(self):
        run = self.run_tool("lexicon", "test", "efficacy.cure")
        self.assertRegex(run.stdout, r"^\d+ examples of \d+ rules hold\n")
        self.assertEqual(self.run_tool("lexicon", "test", "nonsense").returncode, 2)


if __name__ == "__main__":
    unittest.main()
