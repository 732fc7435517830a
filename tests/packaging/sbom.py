#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the bill of materials against what CycloneDX 1.5 requires, the program and the table of
docs/dependencies.md.

usage: sbom.py SBOM TABLE BINARY...
"""
import hashlib
import json
import pathlib
import re
import subprocess
import sys

HASH = re.compile(r"^[0-9a-f]{64}$")
SERIAL = re.compile(r"^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
PURL = re.compile(r"^pkg:(deb/[a-z0-9]+|generic)/[A-Za-z0-9._%-]+(@[A-Za-z0-9._%~-]+)?(\?\S+)?$")
TYPES = {"application", "framework", "library", "container", "platform", "operating-system", "device",
         "device-driver", "firmware", "file", "machine-learning-model", "data"}


def component_faults(component):
    name = component.get("name")
    if component.get("type") not in TYPES or not name:
        yield f"{name}: no type or no name"
    if component.get("type") == "file":
        hashes = component.get("hashes", [])
        if not hashes or any(h["alg"] != "SHA-256" or not HASH.match(h["content"]) for h in hashes):
            yield f"{name}: no SHA-256"
        return
    if not PURL.match(component.get("purl", "")):
        yield f"{name}: package URL {component.get('purl')}"
    if len(component.get("licenses", [])) != 1 or not component["licenses"][0].get("expression"):
        yield f"{name}: no licence"
    if not component.get("version"):
        yield f"{name}: no version"
    for nested in component.get("components", []):
        yield from component_faults(nested)


def document_faults(bom):
    if (bom.get("bomFormat"), bom.get("specVersion")) != ("CycloneDX", "1.5"):
        yield "not CycloneDX 1.5"
    if not isinstance(bom.get("version"), int) or bom["version"] < 1:
        yield "version is no positive integer"
    if not SERIAL.match(bom.get("serialNumber", "")):
        yield "serial number"
    everything = [bom["metadata"]["component"], *bom["components"]]
    for component in everything:
        yield from component_faults(component)
    references = [component["bom-ref"] for component in everything]
    if len(set(references)) != len(references):
        yield "references that are not unique"
    for dependency in bom["dependencies"]:
        for reference in (dependency["ref"], *dependency.get("dependsOn", [])):
            if reference not in references:
                yield f"{reference} is no component"


def files(bom):
    return {file["name"]: file["hashes"][0]["content"]
            for component in bom["components"] for file in component["components"]}


def linked(binary):
    """Where the loader finds what the binary itself asks for."""
    dynamic = subprocess.run(["readelf", "--wide", "--dynamic", binary], check=True, text=True,
                             capture_output=True).stdout
    wanted = re.findall(r"\(NEEDED\).*\[(.+)\]", dynamic)
    found = subprocess.run(["ldd", binary], check=True, text=True, capture_output=True).stdout
    # The loader itself has no name before its path.
    places = {pathlib.Path(path).name if not name else name: path
              for name, path in re.findall(r"^\s*(?:(\S+) => )?(/\S+) \(0x", found, re.MULTILINE)}
    return {name: pathlib.Path(places[name]).resolve() for name in wanted}


def binary_faults(bom, binary):
    known = files(bom)
    libraries = linked(binary)
    if not libraries:
        yield f"{binary} links nothing"
    for name, path in libraries.items():
        if name.startswith("libclaimlint"):
            continue
        if path.name not in known:
            yield f"{name} ({path.name}) is linked and not listed"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != known[path.name]:
            yield f"{name} ({path.name}) is not what was listed"


def table_faults(bom, text):
    rows = dict(re.findall(r"^\| `([^`]+)` \|[^|]*\| ([^|]+?) \|", text, re.MULTILINE))
    for component in bom["components"]:
        name = component["name"]
        licence = next((each.get("expression") for each in component.get("licenses", [])), None)
        if rows.get(name) != licence:
            yield f"docs/dependencies.md says {rows.get(name)} of {name}, the bill says {licence}"


def main():
    bom = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    table = pathlib.Path(sys.argv[2]).read_text(encoding="utf-8")
    faults = [*document_faults(bom), *table_faults(bom, table)]
    for binary in sys.argv[3:]:
        faults += binary_faults(bom, binary)
    print("\n".join(faults) or f"{len(bom['components'])} components, all there is")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
