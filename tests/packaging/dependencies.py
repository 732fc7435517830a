#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds docs/dependencies.md against what is asked for elsewhere: Debian packages, npm and Python
packages with their versions. What is not pinned fails, too.

usage: dependencies.py SOURCE
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1]).resolve()
EXACT = re.compile(r"^\d[\w.+-]*$")


def text_of(*parts):
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


def table(text, heading):
    """The rows of the table whose first heading this is, by their first cell."""
    lines = text.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    rows = {}
    for line in lines[start + 2:]:
        if not line.startswith("|"):
            break
        name, *cells = (cell.strip(" `") for cell in line.strip("|").split("|"))
        rows[name] = cells
    return rows


def compared(what, listed, wanted):
    """Both ways: names, and versions where there are any."""
    for name in sorted(wanted.keys() - listed.keys()):
        yield f"{what}: {name} is not listed"
    for name in sorted(listed.keys() - wanted.keys()):
        yield f"{what}: {name} is listed and not asked for"
    for name in sorted(wanted.keys() & listed.keys()):
        if wanted[name] and listed[name] != wanted[name]:
            yield f"{what}: {name} is {wanted[name]}, not {listed[name]}"


def debian(doc):
    lines = text_of("scripts", "packages.txt").splitlines()
    wanted = {line.split()[1]: None for line in lines if line and not line.startswith("#")}
    listed = {row[0].split()[0]: None for row in table(doc, "component").values()}
    for name in ("libc6-dev", "data,"):  # comes with the compiler; no package
        listed.pop(name)
    listed |= dict.fromkeys(table(doc, "package"))
    yield from compared("Debian", listed, wanted)


def locked(folder):
    """Every package of a lock file has a hash, and no place of one registry."""
    packages = json.loads(text_of(folder, "package-lock.json"))["packages"]
    for name, package in packages.items():
        if name and not package.get("integrity"):
            yield f"{folder}: {name} has no hash"
        if "resolved" in package:
            yield f"{folder}: {name} names a registry"


def npm(doc):
    wanted = json.loads(text_of("pages", "package.json"))["devDependencies"]
    yield from compared("npm", {name: row[0] for name, row in table(doc, "npm package").items()},
                        wanted)
    peers = json.loads(text_of("benchmarks", "peers", "package.json"))["dependencies"]
    for name, version in {**wanted, **peers}.items():
        if not EXACT.match(version):
            yield f"npm: {name} is not pinned ({version})"
    yield from locked("pages")
    yield from locked("benchmarks/peers")


def pins(*parts):
    for line in text_of(*parts).splitlines():
        if line and not line.startswith("#"):
            name, _, version = line.partition("==")
            yield name, version if EXACT.match(version) else None


def python(doc):
    wanted = dict(pins("bindings", "python", "constraints.txt"))
    listed = {name: row[0] for name, row in table(doc, "Python package").items()}
    yield from compared("Python", listed, wanted)
    for name, version in [*wanted.items(), *pins("benchmarks", "peers", "requirements.txt")]:
        if not version:
            yield f"Python: {name} is not pinned"


def licences(doc):
    for heading, column in (("component", 1), ("package", 0), ("npm package", 1),
                            ("Python package", 1)):
        for name, row in table(doc, heading).items():
            if not row[column]:
                yield f"{name}: no licence"


def main():
    doc = text_of("docs", "dependencies.md")
    faults = [fault for check in (debian, npm, python, licences) for fault in check(doc)]
    print("\n".join(faults) or "all dependencies are pinned and listed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
