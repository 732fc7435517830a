#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the README to what the tool does: each fenced block that begins with `$ claimlint` shows that
command's output, what begins like the output of `scripts/audit` or of the evaluation shows lines of it,
and the library example is the one the consumer tests build and run.

usage: readme.py CLAIMLINT SOURCE_DIR [--update]"""
import pathlib
import re
import shlex
import subprocess
import sys

# What both scripts print of corpus/, shown with lines left out (`...`).
EXCERPTS = ("$ claimlint audit corpus --format summary", "$ claimlint eval corpus")
BLOCK = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def output_of(tool, root, command):
    arguments = shlex.split(command.removeprefix("$ claimlint"))
    run = subprocess.run([tool, *arguments], cwd=root, capture_output=True, check=False)
    return run.stdout.decode()


def first_line(text):
    return text.split("\n", 1)[0]


def label_of(line):
    return " ".join(re.sub(r"[\d.]+", "#", line).split())


def excerpt(block, whole):
    """The lines of a block as `whole` has them now: those with the same words."""
    now = {label_of(line): line for line in whole.splitlines()}
    kept = {*whole.splitlines(), *(line for line in block.splitlines() if line.strip() == "...")}
    return "".join((line if line in kept else now.get(label_of(line), line + " (gone)")) + "\n"
                   for line in block.splitlines())


def refreshed(tool, root, block, wholes):
    if block.startswith("$ claimlint"):
        command = first_line(block)
        return f"{command}\n{output_of(tool, root, command)}"
    if block.startswith("#include <claimlint/"):
        return (root / "tests" / "consumers" / "example.cpp").read_text(encoding="utf-8")
    for whole in wholes:
        if first_line(block) == first_line(whole):
            return excerpt(block, whole)
    return block


def main():
    tool, root = sys.argv[1], pathlib.Path(sys.argv[2])
    readme = root / "README.md"
    text = readme.read_text(encoding="utf-8")
    wholes = [output_of(tool, root, command) for command in EXCERPTS]
    wanted = BLOCK.sub(
        lambda m: m[0].replace(m[1], refreshed(tool, root, m[1], wholes)) if m[1] else m[0], text)
    if "--update" in sys.argv:
        readme.write_text(wanted, encoding="utf-8")
        return 0
    assert text.count("$ claimlint ") >= 2 and "#include <claimlint/" in text, "no examples"
    assert all(first_line(whole) in text for whole in wholes), "no excerpts"
    if text != wanted:
        print("README.md shows other output than the tool gives; refresh it with --update:")
        print("\n".join(set(wanted.splitlines()) ^ set(text.splitlines())))
        return 1
    print("README.md shows what the tool does")
    return 0


if __name__ == "__main__":
    sys.exit(main())
