#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the dynamic symbols of a shared library against what may leave it.
usage: symbols.py LIBRARY BEGINNING...     names (demangled) that do not begin so fail"""
import re
import subprocess
import sys

ABOUT = re.compile(r"^(typeinfo for|typeinfo name for|vtable for) ")


def exported(library):
    lines = subprocess.run(["nm", "-D", "-C", "--defined-only", library], check=True, text=True,
                           capture_output=True).stdout.splitlines()
    for line in lines:
        kind, name = re.match(r"[0-9a-f ]{16} (\S) (.*)$", line).groups()
        if kind != "A":  # the name of a version
            yield ABOUT.sub("", name)


def main():
    library, *beginnings = sys.argv[1:]
    names = list(exported(library))
    strangers = [name for name in names if not name.startswith(tuple(beginnings))]
    print("\n".join(strangers) or f"{len(names)} symbols, all ours")
    return 1 if strangers or not names else 0


if __name__ == "__main__":
    sys.exit(main())
