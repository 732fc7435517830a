#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Validates every line of JSON Lines reports, and whole JSON reports, against the JSON Schema.

usage: validate_schema.py SCHEMA REPORT..."""
import json
import sys

import jsonschema


def values(file):
    """A JSON report as one value, else each line as one."""
    text = open(file, encoding="utf-8").read()
    try:
        return [json.loads(text)]
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.split("\n") if line]


def validator_of(schema):
    """A validator that goes straight to the kind of a value, so that errors name the field."""
    definitions = schema["$defs"]
    jsonschema.Draft202012Validator.check_schema(schema)

    def errors(value):
        kind = value.get("kind", "report") if isinstance(value, dict) else "report"
        target = {"$schema": schema["$schema"], "$ref": f"#/$defs/{kind}", "$defs": definitions}
        return jsonschema.Draft202012Validator(target).iter_errors(value)

    return errors


def main():
    schema_file, *reports = sys.argv[1:]
    errors_of = validator_of(json.load(open(schema_file, encoding="utf-8")))
    count = failures = 0
    for report in reports:
        for number, value in enumerate(values(report), 1):
            count += 1
            for error in errors_of(value):
                failures += 1
                place = "/".join(str(part) for part in error.absolute_path)
                print(f"{report}:{number}: {place}: {error.message[:300]}", file=sys.stderr)
    if count == 0:
        print("nothing to validate", file=sys.stderr)
    return 1 if failures or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
