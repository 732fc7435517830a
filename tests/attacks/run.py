#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Attacks the command-line tool and its server, and prints a table of what came of it.

usage: run.py CLAIMLINT [--times N] [--only PART-OF-NAME] [--quick] [--many-audits PROGRAM [COUNT]]

Each attack is tried N times, or as often as it needs. --quick takes smaller texts and fewer tries.
Ends with 1 where something was lost, wrong, or cost too much."""
import argparse
import os
import sys
import tempfile
import time
import traceback

sys.dont_write_bytecode = True  # nothing of a test run stays in the source tree
import complexity
import faults
import lexicons
import load
import output
from attack import Outcome, Tool, attacks_of

QUICK_SCALE = 0.02
SHOWN = 5


def attempt(function, options):
    with tempfile.TemporaryDirectory() as folder:
        times = 2 if options.quick else options.times
        tool = Tool(options.tool, os.path.realpath(folder), times,
                    QUICK_SCALE if options.quick else 1.0)
        try:
            return function(tool)
        except Exception:  # pylint: disable=broad-except
            return Outcome(1, [traceback.format_exc()])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tool")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--only", default="")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--many-audits", nargs="+", default=[], metavar="PROGRAM [COUNT]")
    options = parser.parse_args()
    for name, value in zip(("CLAIMLINT_MANY_AUDITS", "CLAIMLINT_AUDITS"), options.many_audits):
        os.environ[name] = value
    print("| attack | times tried | losses, failures | worst | seconds |\n|---|---:|---:|---|---:|")
    failures = 0
    details = []
    tried = 0
    for module in (complexity, lexicons, output, faults, load):
        for function in attacks_of(module):
            if options.only not in f"{module.__name__}.{function.__name__}":
                continue
            tried += 1
            began = time.monotonic()
            outcome = attempt(function, options)
            failures += len(outcome.wrong)
            details += [f"{module.__name__}.{function.__name__}: {what}" for what in
                        outcome.wrong[:SHOWN]]
            print(f"| {function.what} | {outcome.tried} | {len(outcome.wrong)} | {outcome.worst} | "
                  f"{time.monotonic() - began:.0f} |", flush=True)
    for detail in details:
        print(detail)
    if tried == 0:
        parser.error(f"no attack has '{options.only}' in its name")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
