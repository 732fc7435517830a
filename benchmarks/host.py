# SPDX-License-Identifier: Apache-2.0
"""What a result says of where and when it was measured."""
import datetime
import os
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results"


def cpu_model():
    text = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8")
    found = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return found.group(1) if found else "unknown"


def commit():
    def git(*arguments):
        done = subprocess.run(["git", "-C", ROOT, *arguments], capture_output=True, text=True, check=False)
        return done.stdout.strip()

    changed = " with changes" if git("status", "--porcelain", "--", "lib", "benchmarks") else ""
    return git("rev-parse", "--short", "HEAD") + changed


def heading(title, command):
    """The lines that every table of results begins with."""
    return [
        f"# {title}", "", f"Command: `{command}`", "", f"- date: {datetime.date.today()}, commit {commit()}",
        f"- host: {cpu_model()}, {os.cpu_count()} cores; load {os.getloadavg()[0]:.1f} when this was written",
        ""
    ]
