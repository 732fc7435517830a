#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds a build of the shared libraries against the interface of the last release (abi/): whatever
is no addition fails, unless the SONAME is another one. Of the library for C, abigail compares all
types and functions of its header; of the library for C++, names of symbols, which hold the types of
parameters, are compared. Skipped (77) without abigail-tools.
usage: compare.py [--write] BUILD     --write: this build is the release"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BASELINE = SOURCE / "abi"
HEADER = SOURCE / "bindings" / "c" / "claimlint.h"
FUNCTION = re.compile(r"^CLAIMLINT_API\s+([^;{}]*?\([^;{}]*\));", re.MULTILINE)


def output(*command, **more):
    return subprocess.run(command, check=True, text=True, capture_output=True, **more).stdout


def soname(library):
    return re.search(r"soname: \[(.*)\]", output("readelf", "-d", library)).group(1)


def symbols(library):
    """Its SONAME, then its symbols."""
    lines = output("nm", "-D", "--defined-only", library).splitlines()
    return "\n".join([soname(library), *sorted(line.split()[-1] for line in lines)]) + "\n"


def describe(library, folder):
    """What a program in C sees of the library: a stub for each function of the header, since the
    library itself would tell of its own types behind the handles."""
    text = HEADER.read_text(encoding="utf-8")
    stubs = [f"{function} {{ abort(); }}" for function in FUNCTION.findall(text)]
    shutil.copy(HEADER, folder)
    (folder / "stubs.c").write_text(
        "\n".join(['#include <stdlib.h>', '#include "claimlint.h"', *stubs]), encoding="utf-8")
    output("cc", "-std=c11", "-g", "-shared", "-fPIC", f"-Wl,-soname,{soname(library)}", "stubs.c",
           "-o", "stubs.so", cwd=folder)
    exported = {line.split("@")[0] for line in symbols(library).splitlines()[1:]}
    declared = {re.search(r"(\w+)\(", stub).group(1) for stub in stubs}
    if declared != {name for name in exported if name.startswith("claimlint_")}:
        sys.exit(f"header and library differ: {sorted(declared ^ exported)}")
    return output("abidw", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "stubs.so",
                  cwd=folder)


def compare_symbols(released, now):
    old, new = released.read_text(encoding="utf-8").split(), now.split()
    gone = sorted(set(old[1:]) - set(new[1:]))
    if old[0] != new[0] or not gone:
        print(f"{new[0]}: holds")
        return True
    print(f"{new[0]}: gone since the last release:", output("c++filt", *gone), sep="\n")
    return False


def compare_types(released, now):
    names = [re.search(r"soname='([^']*)'", path.read_text(encoding="utf-8")).group(1)
             for path in (released, now)]
    if names[0] == names[1]:
        found = subprocess.run(["abidiff", "--no-added-syms", released, now], check=False)
        if found.returncode != 0:
            print(f"{names[1]}: not what the last release had")
            return False
    print(f"{names[1]}: holds")
    return True


def main():
    if not shutil.which("abidw"):
        print("needs abigail-tools", file=sys.stderr)
        return 77
    build = pathlib.Path(sys.argv[-1])
    with tempfile.TemporaryDirectory() as folder:
        now = pathlib.Path(folder) / "claimlint-c.abi"
        library = build / "bindings" / "c" / "libclaimlint-c.so"
        now.write_text(describe(library, pathlib.Path(folder)), encoding="utf-8")
        names = symbols(build / "lib" / "libclaimlint.so")
        if "--write" in sys.argv:
            shutil.copy(now, BASELINE / "claimlint-c.abi")
            (BASELINE / "claimlint.symbols").write_text(names, encoding="utf-8")
            return 0
        holds = [compare_symbols(BASELINE / "claimlint.symbols", names),
                 compare_types(BASELINE / "claimlint-c.abi", now)]
    return 0 if all(holds) else 1


if __name__ == "__main__":
    sys.exit(main())
