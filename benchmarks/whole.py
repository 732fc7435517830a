#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the program as a whole: its start on one page, files to a file beside the audit in memory,
with one job and two, memory of the lexicons, and sizes of what is linked. Prints tables in Markdown.

usage: benchmarks/whole.py BUILD [--copies N] [--rounds N] [--shared LIBRARY]
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

from cost import Coster
from host import ROOT, heading

STARTS = 21


def first_byte(command):
    """Milliseconds from the start of a process to the first byte that it prints, and those of CPU time
    that it takes to its end."""
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        process.stdout.read(1)
        seconds = time.perf_counter() - begin
        process.stdout.read()
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return seconds * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3


def milliseconds(command):
    runs = [first_byte(command) for _ in range(STARTS)]
    wall, cpu = ([run[i] for run in runs] for i in (0, 1))
    return f"{statistics.median(wall):.1f} | {min(wall):.1f} | {statistics.median(cpu):.1f} | {min(cpu):.1f}"


def timed(command):
    """Wall and CPU seconds."""
    begin = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime


class Program:
    def __init__(self, build, folder):
        self.tool = build / "cli" / "claimlint"
        self.output = folder / "report"

    def audit(self, *paths, jobs=1, sentences="flagged", output=True):
        command = [
            self.tool, "audit", *paths, "--jobs",
            str(jobs), "--quiet", "--fail-on", "never", "--allow-incomplete", "--format", "jsonl",
            "--sentences", sentences
        ]
        return command + (["--output", self.output] if output else [])


def start_table(program, page):
    nothing = "true" if shutil.which("true") else program.tool
    return [
        "## Start", "",
        f"Milliseconds from process start to first byte, and of CPU time to the end; {STARTS} runs.", "",
        "| | first byte, median | least | CPU, median | least |", "|---|---:|---:|---:|---:|",
        f"| `claimlint audit` on one page of {page.stat().st_size / 1000:.1f} kB | "
        f"{milliseconds(program.audit(page, output=False))} |",
        f"| `claimlint --version` | {milliseconds([program.tool, '--version'])} |",
        f"| `true` | {milliseconds([nothing])} |", ""
    ]


def copies_of(corpus, folder, count):
    for number in range(count):
        for path in corpus:
            shutil.copy(path, folder / f"{number:03}-{path.name}")
    return sum(path.stat().st_size for path in corpus) * count


def rate_table(build, program, corpus, folder, options):
    articles = folder / "articles"
    articles.mkdir()
    size = copies_of(corpus, articles, options.copies)
    coster = Coster(build / "benchmarks" / "claimlint-cost")
    memory = sum(coster.of_file(path, options.rounds).nanoseconds for path in corpus) * options.copies / 1e9
    coster.close()
    lines = [
        "## Files to a file", "",
        f"{len(corpus) * options.copies} articles, {size / 1e6:.1f} MB; the best of {options.rounds} runs. "
        "MB/s of one job are of CPU time,", "the start of the program among it; times as fast is by wall time.", "",
        "| | MB/s | of in memory | output, MB/s | times as fast with two jobs |", "|---|---:|---:|---:|---:|",
        f"| audit in memory | {size / 1e6 / memory:.2f} | 1 | | |"
    ]
    for sentences in ("flagged", "all"):
        runs = {
            jobs: [
                timed(program.audit(articles, jobs=jobs, sentences=sentences)) for _ in range(options.rounds)
            ] for jobs in (1, 2)
        }
        wall = {jobs: min(run[0] for run in found) for jobs, found in runs.items()}
        cpu = min(run[1] for run in runs[1])
        lines.append(
            f"| `--sentences {sentences}`, to JSON lines | {size / 1e6 / cpu:.2f} | {memory / cpu:.2f} | "
            f"{program.output.stat().st_size / 1e6 / cpu:.2f} | {wall[1] / wall[2]:.2f} |")
    return lines + [""], coster


def stripped_size(path, folder):
    copy = folder / "stripped"
    done = subprocess.run(["strip", "-o", copy, path], capture_output=True, check=False)
    return copy.stat().st_size if done.returncode == 0 else path.stat().st_size


def sections(path):
    done = subprocess.run(["size", path], capture_output=True, text=True, check=False)
    return sum(
        int(number) for number in done.stdout.splitlines()[1].split()[:3]) if done.returncode == 0 else 0


def size_table(build, folder, coster, shared):
    rows = [("`claimlint`, static, stripped", stripped_size(build / "cli" / "claimlint", folder))]
    if shared:
        rows.append((f"`{shared.name}`, stripped", stripped_size(shared, folder)))
    rows += [("of it, lexicons in their binary form", sections(path))
             for path in build.glob("lib/CMakeFiles/**/embedded_lexicons.cpp.o")]
    rows += [("resident memory of a process that has loaded nothing", coster.kib_before * 1024),
             ("resident memory with the lexicons loaded", coster.kib_loaded * 1024)]
    return [
        "## Sizes", "", "| | MB |", "|---|---:|", *(f"| {name} | {size / 1e6:.1f} |" for name, size in rows),
        "", f"Loading the lexicons takes {coster.load_nanoseconds / 1e6:.1f} ms of CPU time.", ""
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--copies", type=int, default=4, help="how often the corpus is audited in a run")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--shared", type=pathlib.Path, help="a shared library to tell the size of")
    options = parser.parse_args()
    corpus = sorted((ROOT / "corpus").glob("*.txt"))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        program = Program(options.build, folder)
        lines = heading("The program as a whole", "benchmarks/run")
        lines += start_table(program, corpus[1])
        rates, coster = rate_table(options.build, program, corpus, folder, options)
        lines += rates + size_table(options.build, folder, coster, options.shared)
    print("\n".join(lines).rstrip())


if __name__ == "__main__":
    main()
