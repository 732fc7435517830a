#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Validates SARIF 2.1.0 logs: against a strict schema of the part that claimlint writes, against the
names of the published object model (Debian: python3-sarif-python-om) where that is installed, and
against the standard's own schema where its file is given.

usage: validate_sarif.py [--schema FILE] REPORT..."""
import json
import os
import sys

import jsonschema

try:
    import sarif_om
except ImportError:
    sarif_om = None

PROFILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sarif_profile.schema.json")

# Which class of the object model a property holds.
CLASSES = {
    "runs": "Run", "tool": "Tool", "driver": "ToolComponent", "rules": "ReportingDescriptor",
    "notifications": "ReportingDescriptor", "results": "Result", "message": "Message",
    "shortDescription": "MultiformatMessageString", "fullDescription": "MultiformatMessageString",
    "help": "MultiformatMessageString", "defaultConfiguration": "ReportingConfiguration",
    "locations": "Location", "physicalLocation": "PhysicalLocation",
    "artifactLocation": "ArtifactLocation", "region": "Region", "contextRegion": "Region",
    "snippet": "ArtifactContent", "suppressions": "Suppression", "invocations": "Invocation",
    "toolExecutionNotifications": "Notification", "descriptor": "ReportingDescriptorReference",
}
FREE = ("properties", "partialFingerprints")
# In the standard, and not in the draft that the object model was made from.
LATER = {"Suppression": {"status"}}


def names_of(name):
    """The properties of a class, and those it cannot do without."""
    import attr
    fields = attr.fields(getattr(sarif_om, name))
    by_name = {field.metadata["schema_property_name"]: field for field in fields}
    return set(by_name) | LATER.get(name, set()), {key for key, field in by_name.items() if field.default is attr.NOTHING}


def model_errors(value, name, place):
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from model_errors(item, name, f"{place}/{index}")
        return
    if not isinstance(value, dict):
        return
    known, needed = names_of(name)
    for key in set(value) - known:
        yield f"{place}: {name} has no '{key}'"
    for key in needed - set(value):
        yield f"{place}: {name} needs '{key}'"
    for key, item in value.items():
        if key in FREE or key in ("newlineSequences",):
            continue
        if isinstance(item, (dict, list)):
            yield from model_errors(item, CLASSES[key], f"{place}/{key}")


def schema_errors(log, schema):
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    for error in validator(schema).iter_errors(log):
        yield "/".join(str(part) for part in error.absolute_path) + ": " + error.message[:300]


def prose_errors(log):
    """What the standard says in words alone."""
    run = log["runs"][0]
    driver = run["tool"]["driver"]
    rules = [rule["id"] for rule in driver["rules"]]
    if len(rules) != len(set(rules)):
        yield "rules: an id is there twice"
    for index, result in enumerate(run["results"]):
        if result["ruleId"] not in rules:
            yield f"results/{index}: no rule {result['ruleId']}"
        physical = result["locations"][0]["physicalLocation"]
        region, context = physical.get("region"), physical.get("contextRegion")
        if region and "endLine" in region:
            begin = (region["startLine"], region["startColumn"])
            if (region["endLine"], region["endColumn"]) < begin:
                yield f"results/{index}: the region ends before it begins"
        if context and not (context["byteOffset"] <= region["byteOffset"] and
                            region["byteOffset"] + region["byteLength"] <=
                            context["byteOffset"] + context["byteLength"]):
            yield f"results/{index}: the region is not within its context"
    notifications = [entry["id"] for entry in driver["notifications"]]
    for entry in run["invocations"][0]["toolExecutionNotifications"]:
        if entry["descriptor"]["id"] not in notifications:
            yield f"no notification is called {entry['descriptor']['id']}"


def errors_of(log, schema_file=None):
    with open(PROFILE, encoding="utf-8") as file:
        yield from schema_errors(log, json.load(file))
    if schema_file:
        with open(schema_file, encoding="utf-8") as file:
            yield from schema_errors(log, json.load(file))
    if sarif_om:
        plain = {key: value for key, value in log.items() if key != "$schema"}
        yield from model_errors(plain, "SarifLog", "")
    yield from prose_errors(log)


def main():
    arguments = sys.argv[1:]
    schema_file = None
    if arguments[0] == "--schema":
        schema_file, arguments = arguments[1] or None, arguments[2:]
    failures = 0
    for report in arguments:
        with open(report, encoding="utf-8") as file:
            for error in errors_of(json.load(file), schema_file):
                failures += 1
                print(f"{report}: {error}", file=sys.stderr)
    return 1 if failures or not arguments else 0


if __name__ == "__main__":
    sys.exit(main())
