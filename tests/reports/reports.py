# SPDX-License-Identifier: Apache-2.0
"""What the tests of whole reports share: running the tool, and the promises every report keeps."""
import json
import os
import subprocess

SKIP = 77  # ctest's SKIP_RETURN_CODE


def audit(tool, *arguments):
    """The JSONL report of an audit, as bytes."""
    return subprocess.run([tool, "audit", "--format", "jsonl", "--fail-on", "never", *arguments],
                          capture_output=True, check=True).stdout


def documents(jsonl):
    """The documents of a JSONL report by file name."""
    parsed = [json.loads(line) for line in jsonl.splitlines()]
    return {os.path.basename(d["path"]): d for d in parsed if d["kind"] == "document"}


def check_repeatable(tool, folder):
    """One thread and two give the same bytes, which are returned."""
    one = audit(tool, "--jobs", "1", folder)
    assert one == audit(tool, "--jobs", "2", folder), "two threads give other bytes than one"
    return one


def check_spans(folder, reports):
    """Every span of these UTF-8 files, cut out of their bytes, is the text beside it."""
    for name, report in reports.items():
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        for sentence in report["sentences"]:
            items = [sentence, *sentence["mentions"]]
            for claim in sentence["claims"]:
                begin, end = claim["span"]
                assert sentence["span"][0] <= begin < end <= sentence["span"][1], (name, claim)
                items += claim["frame"]
            for item in items:
                begin, end = item["span"]
                assert data[begin:end].decode() == item["text"], (name, item)
