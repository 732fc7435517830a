#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Whether the tests would notice a mistake in the code: mutants of the context, claims and judge
rooms, drawn at random, one at a time. Each is compiled apart from the tree, linked with what BUILD
holds of everything else, and given to the unit tests that reach these rooms, the examples of all
rules among them. It is killed where a test fails or does not end.

usage: code.py BUILD [--sample N] [--seed N] [--rooms ROOM...] [--at FILE:LINE...]
               [--at-least PERCENT] [--done FILE]
"""
import argparse
import json
import pathlib
import random
import re
import shlex
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

SOURCE = pathlib.Path(__file__).resolve().parents[2]
# What reaches these rooms and takes no second together.
TESTS = "*context_*,*claims_*,*judge_*,*tag_composition*,*auditor_report*,*peers_sentences*," \
        "*output_golden*,*lexicon_examples*"

SWAPS = [(" == ", " != "), (" != ", " == "), (" < ", " <= "), (" <= ", " < "), (" > ", " >= "),
         (" >= ", " > "), (" && ", " || "), (" || ", " && "), (" + ", " - "), (" - ", " + "),
         (" += ", " -= "), (" |= ", " &= "), ("true", "false"), ("false", "true")]
STRING = re.compile(r'"(\\.|[^"\\])*"|\'(\\.|[^\'\\])*\'')
CALL = re.compile(r"^\s+(?!return|throw|if|for|while|else|using|const|auto|static)[\w.:>\[\]*-]+\(.*\);$")
RETURN = re.compile(r"^(\s+(?:if .*\) )?return )([^{};][^;]*);")
# What `{}` is as well, the first of an enumeration among it.
DEFAULTS = ("false", "0", "nullptr", "std::nullopt", "Mark::opening", "Stance::asserted",
            "Voice::author", "Confidence::low")
NUMBER = re.compile(r"(?<![\w.\"])\d+(?![\w.\"])")
LISTED = re.compile(r"std::array<.*, $")  # before its size, which what is listed decides
NEGATED = re.compile(r"!(?=[\w(])")


class Mutant(NamedTuple):
    path: str
    line: int  # from 1
    kind: str
    old: str
    new: str

    def name(self):
        return f"{self.path}:{self.line}: {self.kind}: {self.old.strip()}  ->  {self.new.strip()}"


def changes_of(line):
    """The changed forms of a line of code, each with its kind."""
    bare = STRING.sub(lambda found: "\0" * len(found[0]), line.split("//")[0].rstrip())
    for old, new in SWAPS:
        for at in (found.start() for found in re.finditer(re.escape(old), bare)):
            if old.isalpha() and re.search(r"\w", bare[at - 1:at] + bare[at + len(old):][:1]):
                continue
            yield old.strip() + " to " + new.strip(), line[:at] + new + line[at + len(old):]
    for found in NEGATED.finditer(bare):
        yield "! dropped", line[:found.start()] + line[found.end():]
    for found in NUMBER.finditer(bare):
        if LISTED.search(bare[:found.start()]):
            continue
        yield "off by one", line[:found.start()] + str(int(found[0]) + 1) + line[found.end():]
    if CALL.match(bare):
        yield "call dropped", ""
    if (found := RETURN.match(bare)) and found[2] not in DEFAULTS:
        yield "default returned", line[:found.start(2)] + "{}" + line[found.end(2):]


def mutants_of(path):
    name = str(path.relative_to(SOURCE))
    for number, line in enumerate(path.read_text().split("\n"), 1):
        if line.lstrip().startswith(("#", "//", "template", "static_assert")):
            continue
        for kind, new in changes_of(line):
            yield Mutant(name, number, kind, line, new)


class Build:
    """What is linked and how, from a build folder that holds the unit tests."""

    def __init__(self, folder, rooms, work):
        self.folder, self.work = folder, work
        commands = json.loads((folder / "compile_commands.json").read_text())
        self.compile = {one["file"]: shlex.split(one["command"]) for one in commands}
        link = subprocess.run(["ninja", "-C", folder, "-t", "commands", "claimlint-unit-tests"],
                              capture_output=True, text=True, check=True)
        line = link.stdout.strip().split("\n")[-1].removeprefix(": && ").removesuffix(" && :")
        words = shlex.split(line)
        ours = [word for word in words if any(f".dir/{room}/" in word for room in rooms)]
        rest = [word for word in words if word.endswith(".o") and word not in ours]
        # Kept apart, so that the folder may be built anew meanwhile.
        self.objects = {word: str(work / f"kept{i}.o") for i, word in enumerate(ours)}
        for word, kept in self.objects.items():
            self.run(["objcopy", "--strip-debug", word, kept])
        self.run(["ld", "-r", "--strip-debug", "-o", str(work / "rest.o"), *rest])
        out = words.index("-o")
        flags = [word for word in words[:out] + words[out + 2:] if not word.endswith(".o")]
        self.link = [*flags, "-s", "-o", str(work / "tests")]

    def run(self, command):
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(done.stderr[-2000:])

    def tests(self, path=None, text=None):
        """Links the tests, with `text` in place of the source `path`."""
        objects = dict(self.objects)
        if path:
            made = [word for word in objects if word.endswith(path.removeprefix("lib/") + ".o")]
            objects[made[0]] = self.compiled(SOURCE / path, text)
        self.run([*self.link[:1], *objects.values(), str(self.work / "rest.o"), *self.link[1:]])
        return self.work / "tests"

    def compiled(self, path, text):
        changed = self.work / path.name
        changed.write_text(text)
        words = [word for word in self.compile[str(path)]
                 if not word.endswith("ccache") and not re.fullmatch(r"-O\d|-g\d?|-Werror", word)]
        words[words.index("-o") + 1] = str(self.work / "changed.o")
        words[words.index(str(path))] = str(changed)
        self.run([*words, "-O0", "-w", "-iquote", str(path.parent)])
        return str(self.work / "changed.o")


def outcome_of(build, mutant, seconds):
    lines = (SOURCE / mutant.path).read_text().split("\n")
    lines[mutant.line - 1] = mutant.new
    try:
        tests = build.tests(mutant.path, "\n".join(lines))
    except RuntimeError:
        return "not compiled"
    try:
        run = subprocess.run([tests, f"--source-file={TESTS}", "--abort-after=1"],
                             capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return "killed"
    return "killed" if run.returncode else "survived"


def baseline(build):
    """Seconds that the tests take as the code is; they must pass."""
    tests = build.tests()
    begin = time.monotonic()
    run = subprocess.run([tests, f"--source-file={TESTS}"], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit("the tests fail without any change:\n" + run.stdout[-2000:])
    return time.monotonic() - begin


def read_done(path):
    if not path or not path.exists():
        return {}
    return dict(reversed(line.split("\t", 1)) for line in path.read_text().splitlines())


def tried(options, build, drawn):
    """The outcome of each mutant, those of an earlier run as they were."""
    done = read_done(options.done)
    seconds = 10 * baseline(build) + 20
    for mutant in drawn:
        name = mutant.name()
        if name not in done:
            done[name] = outcome_of(build, mutant, seconds)
            if options.done:
                with options.done.open("a") as file:
                    file.write(f"{done[name]}\t{name}\n")
            print(f"{done[name]}: {name}", flush=True)
        yield mutant, done[name]


def report(results):
    """Prints the score by file; gives that of all. What does not compile is no mutant."""
    rows = {}
    for mutant, outcome in results:
        for key in (mutant.path, "total"):
            row = rows.setdefault(key, {"killed": 0, "survived": 0, "not compiled": 0})
            row[outcome] += 1
    whole = rows.pop("total")
    for name, row in [*sorted(rows.items()), ("total", whole)]:
        made = row["killed"] + row["survived"]
        print(f"{name:36} {row['killed']:4}/{made:<4} ({row['not compiled']} not compiled)")
    print("survivors:")
    for mutant, outcome in results:
        if outcome == "survived":
            print("  " + mutant.name())
    made = whole["killed"] + whole["survived"]
    score = 100 * whole["killed"] / max(made, 1)
    print(f"score: {score:.1f} % of {made} mutants")
    return score


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--sample", type=int, default=100, help="mutants that compile")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rooms", nargs="+", default=["context", "claims", "judge"])
    parser.add_argument("--at", nargs="+", metavar="FILE:LINE",
                        help="all mutants of these lines instead: lib/claims/demands.cpp:69")
    parser.add_argument("--at-least", type=float, default=0, metavar="PERCENT")
    parser.add_argument("--done", type=pathlib.Path, help="outcomes, kept to go on from")
    options = parser.parse_args()

    mutants = [mutant for room in options.rooms
               for path in sorted((SOURCE / "lib" / room).glob("*.cpp"))
               for mutant in mutants_of(path)]
    if options.at:
        mutants = [mutant for mutant in mutants if f"{mutant.path}:{mutant.line}" in options.at]
        options.sample = len(mutants)
    random.Random(options.seed).shuffle(mutants)
    print(f"{len(mutants)} mutants, {options.sample} drawn with seed {options.seed}")
    results, compiled = [], 0
    with tempfile.TemporaryDirectory() as work:
        build = Build(options.build.resolve(), options.rooms, pathlib.Path(work))
        for mutant, outcome in tried(options, build, mutants):
            results.append((mutant, outcome))
            compiled += outcome != "not compiled"
            if compiled == options.sample:
                break
    return 0 if report(results) >= options.at_least else 1


if __name__ == "__main__":
    sys.exit(main())
