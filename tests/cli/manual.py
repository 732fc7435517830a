#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks what is made of the tables of commands and options: docs/command-line.md, the man page and
the completions of the shells.

usage: manual.py CLAIMLINT SOURCE_DIR [--update]"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

UPDATE = "--update" in sys.argv
if UPDATE:
    sys.argv.remove("--update")
TOOL = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 2 else None
SOURCE = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else None
PAGE = os.path.join(SOURCE or ".", "docs", "command-line.md")


def output_of(*arguments):
    run = subprocess.run([TOOL, *arguments], capture_output=True, check=True)
    return run.stdout.decode("utf-8")


def commands():
    """Each command with its options, as help lists them."""
    names = re.findall(r"^  ([a-z]+) ", output_of("help"), re.MULTILINE)
    return {name: re.findall(r"^  --([a-z-]+)", output_of("help", name), re.MULTILINE)
            for name in names if name != "help"}


class Manual(unittest.TestCase):
    def test_the_page_in_docs_is_current(self):
        with open(PAGE, encoding="utf-8") as file:
            self.assertEqual(file.read(), output_of("manual", "markdown"),
                             "docs/command-line.md: refresh it with manual.py ... --update")

    def test_every_option_of_help_is_in_each_of_them(self):
        man = output_of("manual", "man").replace("\\-", "-")
        markdown = output_of("manual", "markdown")
        shells = {shell: output_of("completion", shell) for shell in ("bash", "zsh", "fish")}
        for command, options in commands().items():
            self.assertIn("help", options, command)
            self.assertIn(f".SS claimlint {command}\n", man)
            for option in options:
                self.assertIn(f".B --{option}", man)
                self.assertIn(f"`--{option}", markdown)
                self.assertIn(f"--{option}", shells["bash"])
                self.assertIn(f"--{option}", shells["zsh"])
                self.assertIn(f"-l {option} ", shells["fish"])

    def test_other_words_are_refused(self):
        for arguments in (["manual"], ["manual", "pdf"], ["completion"], ["completion", "tcsh"]):
            run = subprocess.run([TOOL, *arguments], capture_output=True, check=False)
            self.assertEqual((run.returncode, run.stdout), (2, b""), arguments)

    @unittest.skipUnless(shutil.which("mandoc"), "no mandoc")
    def test_mandoc_finds_no_fault_in_the_man_page(self):
        run = subprocess.run(["mandoc", "-T", "lint", "-W", "warning"],
                             input=output_of("manual", "man"), text=True, capture_output=True,
                             check=False)
        # A page made at build time has no date, so that builds can be repeated.
        faults = [line for line in run.stdout.splitlines() if "missing date" not in line]
        self.assertEqual(faults, [])

    @unittest.skipUnless(shutil.which("groff"), "no groff")
    def test_groff_finds_no_fault_in_the_man_page(self):
        run = subprocess.run(["groff", "-man", "-Tutf8", "-ww"], text=True, capture_output=True,
                             input=output_of("manual", "man"), check=False)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertIn("--fail", re.sub("\x1b\\[[0-9;]*m|.\x08", "", run.stdout).replace("‐", "-"))


class Bash(unittest.TestCase):
    def complete(self, *words):
        script = output_of("completion", "bash") + (
            "COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _claimlint; "
            "printf '%s\\n' \"${COMPREPLY[@]}\"")
        run = subprocess.run(["bash", "-euc", script, "bash", *words], capture_output=True,
                             text=True, check=True, cwd=self.folder)
        self.assertEqual(run.stderr, "")
        return run.stdout.split("\n")[:-1]

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        os.mkdir(os.path.join(self.folder, "my folder"))
        with open(os.path.join(self.folder, "my file"), "w", encoding="utf-8"):
            pass

    def test_the_script_is_well_formed(self):
        subprocess.run(["bash", "-n"], input=output_of("completion", "bash"), text=True, check=True)

    def test_commands_options_and_choices(self):
        self.assertEqual(self.complete("claimlint", "au"), ["audit"])
        self.assertEqual(self.complete("claimlint", "help", "ru"), ["rules"])
        self.assertEqual(self.complete("claimlint", "audit", "--fail"), ["--fail-on"])
        self.assertEqual(self.complete("claimlint", "audit", "--fail-on", "n"), ["never"])
        self.assertEqual(self.complete("claimlint", "audit", "--fail-on", "=", "me"), ["medium"])
        self.assertIn("sarif", self.complete("claimlint", "audit", "--format", ""))
        self.assertEqual(self.complete("claimlint", "completion", "f"), ["fish"])

    def test_files_and_folders(self):
        self.assertEqual(sorted(self.complete("claimlint", "audit", "my")),
                         ["my file", "my folder"])
        self.assertEqual(self.complete("claimlint", "audit", "--lexicons", "my"), ["my folder"])


class OtherShells(unittest.TestCase):
    @unittest.skipUnless(shutil.which("zsh"), "no zsh")
    def test_zsh_reads_its_completions(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "_claimlint"), "w", encoding="utf-8") as file:
                file.write(output_of("completion", "zsh"))
            script = (f"fpath=({folder} $fpath); autoload -U compinit; compinit -u -d "
                      f"{folder}/dump; print $_comps[claimlint]; autoload +X _claimlint")
            run = subprocess.run(["zsh", "-fc", script], capture_output=True, text=True, check=True)
        self.assertEqual((run.stdout, run.stderr), ("_claimlint\n", ""))

    @unittest.skipUnless(shutil.which("fish"), "no fish")
    def test_fish_completes(self):
        def complete(line):
            script = output_of("completion", "fish") + f"complete -C '{line}'\n"
            with tempfile.TemporaryDirectory() as home:
                run = subprocess.run(["fish", "--no-config", "-c", script], capture_output=True,
                                     text=True, check=True, env={**os.environ, "HOME": home})
            self.assertEqual(run.stderr, "")
            return [entry.split("\t")[0] for entry in run.stdout.splitlines()]

        self.assertEqual(complete("claimlint au"), ["audit"])
        self.assertEqual(complete("claimlint audit --fail-on ne"), ["never"])
        self.assertIn("--fail-on", complete("claimlint audit --fail"))
        self.assertEqual(complete("claimlint completion zs"), ["zsh"])


if __name__ == "__main__":
    if UPDATE:
        with open(PAGE, "w", encoding="utf-8") as page:
            page.write(output_of("manual", "markdown"))
        sys.exit(0)
    unittest.main(verbosity=1)
