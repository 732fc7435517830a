#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Looks for what the hardened build leaves in programs and shared libraries.

usage: hardened.py COMPILER FILE...     COMPILER builds a program without any of it, which must fail

Functions are looked at one by one for the landing pads of indirect branches (x86-64): whether a whole
file is marked for them is decided by the C library's start files, which Debian builds without.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

ENDBR64 = bytes.fromhex("f30f1efa")
WEAKEST = ["-O0", "-no-pie", "-fno-stack-protector", "-fcf-protection=none", "-U_FORTIFY_SOURCE",
           "-Wl,-z,norelro", "-Wl,-z,lazy", "-Wl,-z,execstack"]
WEAK_SOURCE = "#include <cstdio>\nnamespace claimlint { void f() { std::puts(\"\"); } }\n" \
              "int main() { claimlint::f(); }\n"


def readelf(path, *options):
    return subprocess.run(["readelf", "--wide", *options, path], check=True, capture_output=True,
                          text=True).stdout


def symbols(path):
    """Address, kind, binding, section and name of each."""
    line = re.compile(r"^ *\d+: ([0-9a-f]+) +\d+ (\w+) +(\w+) +\w+ +(\w+) +(\S+)", re.MULTILINE)
    return line.findall(readelf(path, "--symbols"))


def landing_pads(path):
    """Whether each function of ours that others can reach begins with one."""
    segments = re.findall(r"^ +LOAD +(\S+) (\S+) \S+ (\S+)", readelf(path, "--program-headers"),
                          re.MULTILINE)
    segments = [tuple(int(number, 16) for number in segment) for segment in segments]
    content = pathlib.Path(path).read_bytes()
    found = []
    for address, kind, binding, section, name in symbols(path):
        if kind == "FUNC" and binding == "GLOBAL" and section != "UND" and "claimlint" in name:
            at = int(address, 16)
            offset = next(offset + at - begin for offset, begin, size in segments
                          if begin <= at < begin + size)
            found.append(content[offset:offset + len(ENDBR64)] == ENDBR64)
    return bool(found) and all(found)


def properties(path):
    header = readelf(path, "--file-header")
    programs = readelf(path, "--program-headers")
    dynamic = readelf(path, "--dynamic")
    names = {name.split("@")[0] for *_, name in symbols(path)}
    yield "position independent", re.search(r"Type: +DYN", header)
    yield "no executable stack", re.search(r"GNU_STACK .* RW +0x", programs)
    yield "read-only relocations", "GNU_RELRO" in programs
    yield "bound at start", re.search(r"\(FLAGS(_1)?\) .*NOW", dynamic)
    yield "stack protector", "__stack_chk_fail" in names
    yield "fortified calls", any(re.fullmatch(r"__\w+_chk", name) for name in names)
    yield "checked indices", any("__glibcxx_assert_fail" in name for name in names)
    if "X86-64" in header:
        yield "landing pads", landing_pads(path)


def missing(path):
    return [name for name, there in properties(path) if not there]


def weak_program_fails(compiler):
    """Says which property this test would not miss in a program that has none."""
    with tempfile.TemporaryDirectory() as folder:
        program = str(pathlib.Path(folder) / "weak")
        subprocess.run([compiler, *WEAKEST, "-x", "c++", "-", "-o", program], input=WEAK_SOURCE,
                       check=True, text=True)
        return [name for name, there in properties(program) if there]


def main():
    compiler, *files = sys.argv[1:]
    failed = False
    for path in files:
        absent = missing(path)
        print(f"{pathlib.Path(path).name}: {'without ' + ', '.join(absent) if absent else 'hardened'}")
        failed = failed or bool(absent)
    for name in weak_program_fails(compiler):
        print(f"a program without any of it is said to have: {name}")
        failed = True
    return 1 if failed or not files else 0


if __name__ == "__main__":
    sys.exit(main())
