#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the README to what the tool does: each fenced block that begins with `$ claimlint` shows that
command's output, and the library example is the one the consumer tests build and run.

usage: readme.py CLAIMLINT SOURCE_DIR [--update]"""
import pathlib
import re
import shlex
import subprocess
import sys

BLOCK = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def output_of(tool, root, command):
    arguments = shlex.split(command.removeprefix("$ claimlint"))
    run = subprocess.run([tool, *arguments], cwd=root, capture_output=True, check=False)
    return run.stdout.decode()


def refreshed(tool, root, block):
    if block.startswith("$ claimlint"):
        command = block.split("\n", 1)[0]
        return f"{command}\n{output_of(tool, root, command)}"
    if block.startswith("#include <claimlint/"):
        return (root / "tests" / "consumers" / "example.cpp").read_text(encoding="utf-8")
    return block


def main():
    tool, root = sys.argv[1], pathlib.Path(sys.argv[2])
    readme = root / "README.md"
    text = readme.read_text(encoding="utf-8")
    wanted = BLOCK.sub(
        lambda m: m[0].replace(m[1], refreshed(tool, root, m[1])) if m[1] else m[0], text)
    if "--update" in sys.argv:
        readme.write_text(wanted, encoding="utf-8")
        return 0
    assert text.count("$ claimlint ") >= 2 and "#include <claimlint/" in text, "no examples"
    if text != wanted:
        print("README.md shows other output than the tool gives; refresh it with --update:")
        print("\n".join(set(wanted.splitlines()) ^ set(text.splitlines())))
        return 1
    print("README.md shows what the tool does")
    return 0


if __name__ == "__main__":
    sys.exit(main())
