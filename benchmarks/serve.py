#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures `claimlint serve` with wrk, and what the same audits take without a server.

usage: serve.py CLAIMLINT [--seconds S] [--save]
--save writes results/serve.md. Needs wrk (scripts/setup bench)."""
import argparse
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import host

ARTICLE = host.ROOT / "corpus" / "138-mixed-gp-skin-clinic.txt"  # 5003 bytes
THREADS = 2  # of the server, and of the audit without one

# wrk's own words for figures have units of their own; this gives them in one.
SCRIPT = """
if "{body}" ~= "" then
  local file = io.open("{body}", "rb")
  wrk.method = "POST"
  wrk.body = file:read("*a")
  file:close()
  wrk.headers["Content-Type"] = "text/plain"
end
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format('{{"requests": %d, "micro": %d, "bad": %d, "p50": %d, "p99": %d}}\\n',
    summary.requests, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
"""


def processor_seconds(process):
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def start(tool):
    process = subprocess.Popen(
        [tool, "serve", "--listen", "127.0.0.1:0", "--jobs", str(THREADS), "--quiet"],
        stderr=subprocess.PIPE, text=True)
    return process, re.search(r"http://\S+", process.stderr.readline()).group(0)


def measure(process, address, path, body, connections, seconds, folder):
    script = os.path.join(folder, "script.lua")
    pathlib.Path(script).write_text(SCRIPT.format(body=body), encoding="utf-8")
    before = processor_seconds(process)
    done = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", script,
                           address + path], capture_output=True, text=True, check=True)
    result = json.loads(done.stdout.strip().splitlines()[-1])
    if result["bad"]:
        sys.exit(f"{path}: {result['bad']} requests failed")
    taken = processor_seconds(process) - before
    return [f"{result['requests'] / result['micro'] * 1e6:.0f}", f"{result['p50'] / 1e3:.1f}",
            f"{result['p99'] / 1e3:.1f}", f"{taken / result['requests'] * 1e3:.3f}"]


def alone(tool, folder):
    """Audits a second, and processor time of one, by the command line over copies of the article;
    what it takes to start is left out."""
    def timed(count):
        articles = os.path.join(folder, "articles")
        shutil.rmtree(articles, ignore_errors=True)
        os.mkdir(articles)
        for i in range(count):
            shutil.copyfile(ARTICLE, os.path.join(articles, f"{i}.txt"))
        used, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        subprocess.run([tool, "audit", articles, "--format", "jsonl", "--jobs", str(THREADS),
                        "--fail-on", "never", "--no-config", "--output", "/dev/null"], check=True,
                       stderr=subprocess.DEVNULL)
        taken, now = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        return taken, now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime
    few, many = 50, 350
    (short, short_used), (long, long_used) = timed(few), timed(many)
    return [f"{(many - few) / (long - short):.0f}", "", "",
            f"{(long_used - short_used) / (many - few) * 1e3:.3f}"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args()
    tool = os.path.abspath(options.tool)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        process, address = start(tool)
        try:
            for name, path, body in (("`GET /healthz`", "healthz", ""),
                                     ("`POST /v1/audit`", "v1/audit", ARTICLE)):
                for connections in (2, 8, 32):
                    row = measure(process, address, path, body, connections, options.seconds,
                                  folder)
                    rows.append([name, str(connections), *row])
        finally:
            process.terminate()
            process.wait()
        rows.append(["`claimlint audit --format jsonl`", "", *alone(tool, folder)])
    lines = host.heading("The server", "benchmarks/serve.py CLAIMLINT --save")
    lines += [f"An article of {ARTICLE.stat().st_size} bytes, {THREADS} threads of the server; wrk "
              "with one thread runs on the", "same cores. Processor time is the server's alone.", "",
              "| | connections | a second | p50, ms | p99, ms | processor time of one, ms |",
              "|---|---:|---:|---:|---:|---:|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    text = "\n".join(lines) + "\n"
    print(text, end="")
    if options.save:
        (host.RESULTS / "serve.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
