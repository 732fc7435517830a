#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Whether the examples of the rules would notice a change: each rule is changed in every way that
matters (its trigger broken; each role, each `unless` and each other limit dropped), and an example
of it must fail. One change of every rule is tried at a time, in one check of all examples: what a
rule finds does not depend on another (`covered` counts as standing).

usage: rules.py CLAIMLINT [--lexicons DIR] [--rules PREFIX] [--alone N] [--seed N] [--at-least PERCENT]
                [--survivors]
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from typing import NamedTuple

SOURCE = pathlib.Path(__file__).resolve().parents[2]
ROLES = ("near", "before", "after")
LIMITS = ("case", "voice", "in")
NOWHERE = "qzxvqzxv"  # a word of no text
MORE = re.compile(r"^\.\.\. and \d+ more$", re.MULTILINE)  # problems, which are not listed
PROBLEM = re.compile(r": ([a-z0-9.-]+): (?:want |absent |no absent )")


class Mutant(NamedTuple):
    kind: str  # trigger, role, veto, limit
    what: str
    rule: dict


def without(rule, key, part):
    """The rule without `part` of `key`: a role of a table, or a place in a list."""
    kept = dict(rule)
    if isinstance(part, str):
        kept[key] = {role: reach for role, reach in rule[key].items() if role != part}
    else:
        kept[key] = rule[key][:part] + rule[key][part + 1:]
    if not kept[key]:
        del kept[key]
    return kept


def mutants_of(rule):
    if "pattern" in rule or "terms" in rule:
        broken = {key: value for key, value in rule.items() if key not in ("pattern", "terms")}
        yield Mutant("trigger", NOWHERE, {**broken, "pattern": NOWHERE})
    for side in ROLES:
        for role in rule.get(side, {}):
            yield Mutant("role", f"{side} {role}", without(rule, side, role))
    for place, veto in enumerate(rule.get("unless", [])):
        yield Mutant("veto", veto, without(rule, "unless", place))
    for limit in LIMITS:
        # A rule of a voice alone has nothing else to be triggered by.
        if limit in rule and (limit != "voice" or "pattern" in rule or "terms" in rule):
            kept = {key: value for key, value in rule.items() if key != limit}
            yield Mutant("limit", limit, kept)


def toml(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def lexicon_of(rules):
    lines = ['why = "changed rules"', 'source = "the rules as they are"']
    for rule in rules:
        lines.append("[[rule]]")
        lines += [f"{key} = {toml(value)}" for key, value in rule.items()]
    return "\n".join(lines) + "\n"


def failing(claimlint, rules):
    """The ids of the rules with an example that fails."""
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "changed.toml").write_text(lexicon_of(rules))
        run = subprocess.run([claimlint, "lexicon", "test", "--lexicons", folder,
                              "--no-lexicon-cache", *(rule["id"] for rule in rules)],
                             capture_output=True, text=True)
    if MORE.search(run.stderr):
        half = len(rules) // 2
        return failing(claimlint, rules[:half]) | failing(claimlint, rules[half:])
    ids = set(PROBLEM.findall(run.stderr))
    if bool(run.returncode) != bool(ids):
        sys.exit(f"lexicon test: exit code {run.returncode}\n{run.stderr[:2000]}")
    return ids


def run_in_rounds(claimlint, mutants):
    """The mutants that no example noticed, by rule id."""
    survivors = defaultdict(list)
    for number in range(max(map(len, mutants.values()))):
        now = {id: made[number] for id, made in mutants.items() if number < len(made)}
        noticed = failing(claimlint, [mutant.rule for mutant in now.values()])
        for id, mutant in now.items():
            if id not in noticed:
                survivors[id].append(mutant)
    return survivors


def check_alone(claimlint, mutants, survivors, count, seed):
    """A sample of mutants, each without the others: the rounds must have said the same."""
    drawn = [(id, mutant) for id, made in mutants.items() for mutant in made]
    random.Random(seed).shuffle(drawn)
    wrong = 0
    for id, mutant in drawn[:count]:
        alive = id not in failing(claimlint, [mutant.rule])
        if alive != (mutant in survivors.get(id, [])):
            wrong += 1
            print(f"{id}: {mutant.kind} {mutant.what}: alone it {'lives' if alive else 'dies'}")
    print(f"alone: {min(count, len(drawn))} of {len(drawn)} mutants, {wrong} differ")
    return wrong


def table(files, mutants, survivors):
    """Prints killed/made by file and kind; gives the share of all that were killed."""
    kinds = ("trigger", "role", "veto", "limit")
    print(f"{'file':28}" + "".join(f"{kind:>12}" for kind in kinds) + f"{'all':>14}")
    whole = {kind: [0, 0] for kind in kinds}
    for name, ids in [*files.items(), ("total", None)]:
        counts = {kind: [0, 0] for kind in kinds} if ids is not None else whole
        for id in ids or []:
            for mutant in mutants.get(id, []):
                for table in (counts, whole):
                    table[mutant.kind][0] += mutant not in survivors.get(id, [])
                    table[mutant.kind][1] += 1
        killed, made = map(sum, zip(*counts.values()))
        if made:
            print(f"{name:28}" + "".join(f"{'%d/%d' % tuple(counts[k]):>12}" for k in kinds) +
                  f"{'%d/%d' % (killed, made):>14}{100 * killed / made:7.1f} %")
    return 100 * killed / made


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("claimlint")
    parser.add_argument("--lexicons", type=pathlib.Path, default=SOURCE / "lexicons")
    parser.add_argument("--rules", default="", help="only rules whose id begins so")
    parser.add_argument("--alone", type=int, default=0, metavar="N",
                        help="try N mutants one by one as well")
    parser.add_argument("--seed", type=int, default=1, help="of the sample tried one by one")
    parser.add_argument("--at-least", type=float, default=0, metavar="PERCENT",
                        help="exit code 1 below this score")
    parser.add_argument("--survivors", action="store_true", help="print what no example notices")
    options = parser.parse_args()

    rules, files = {}, {}
    for path in sorted(options.lexicons.glob("*.toml")):
        for rule in tomllib.loads(path.read_text()).get("rule", []):
            rules[rule["id"]] = rule
            files.setdefault(path.name, []).append(rule["id"])
    if failed := failing(options.claimlint, list(rules.values())):
        sys.exit(f"unchanged, examples fail: {', '.join(sorted(failed))}")
    mutants = {id: list(mutants_of(rule)) for id, rule in rules.items()
               if id.startswith(options.rules)}
    survivors = run_in_rounds(options.claimlint, mutants)
    if options.survivors:
        for id, alive in survivors.items():
            for mutant in alive:
                print(f"{id}\t{mutant.kind}\t{mutant.what}")
    score = table(files, mutants, survivors)
    wrong = check_alone(options.claimlint, mutants, survivors, options.alone, options.seed) \
        if options.alone else 0
    return 1 if wrong or score < options.at_least else 0


if __name__ == "__main__":
    sys.exit(main())
