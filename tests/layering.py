#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds every #include of our sources against the tables of docs/architecture.md."""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def rows(text, heading):
    """The cells of a Markdown table whose first heading cell is `heading`."""
    lines = text.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    for line in lines[start + 2:]:
        if not line.startswith("|"):
            return
        yield [cell.strip() for cell in line.strip("|").split("|")]


def names(cell):
    return set(re.findall(r"`([^`]+)`", cell))


def room_of(path):
    parts = path.relative_to(ROOT).parts
    return "/".join(parts[:2]) if parts[0] == "lib" and len(parts) > 2 else parts[0]


def violations(path, rooms, libraries):
    room = room_of(path)
    if room not in rooms:
        yield f"{path.relative_to(ROOT)}: {room} is no room of docs/architecture.md"
        return
    for quote, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
        first = name.split("/")[0]
        if quote == "<":
            owners = libraries.get(first + "/") or libraries.get(name)
            if owners is not None and room not in owners:
                yield f"{path.relative_to(ROOT)}: <{name}> belongs to {', '.join(sorted(owners))}"
        elif "/" in name and first != "claimlint":
            own = room.removeprefix("lib/")
            if first != own and first not in rooms[room]:
                yield f"{path.relative_to(ROOT)}: {room} may not include \"{name}\""
        elif "/" not in name and not (path.parent / name).exists():
            yield f"{path.relative_to(ROOT)}: \"{name}\" is not beside it"


def main():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {next(iter(names(row[0]))): names(row[3]) for row in rows(text, "room")}
    libraries = {next(iter(names(row[1]))): names(row[2]) for row in rows(text, "library")}
    sources = [p for folder in ("lib", "bindings", "server", "cli", "tools") for p in sorted((ROOT / folder).rglob("*.?pp"))]
    found = [v for path in sources for v in violations(path, rooms, libraries)]
    print("\n".join(found) or f"{len(sources)} files keep to the rooms")
    return 1 if found or not sources else 0


if __name__ == "__main__":
    sys.exit(main())
