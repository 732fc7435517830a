# SPDX-License-Identifier: Apache-2.0
"""What machines do to programs: nothing acknowledged may be lost, no half file lie in its place, and
the exit code must tell."""
import contextlib
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import threading
import time

from attack import EXITS, Outcome, attack

NOBODY = 65534
FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"


def intact(store):
    connection = sqlite3.connect(store)
    try:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        connection.close()


def remove(tool, *names):
    for name in names:
        for path in (tool.path(name), tool.path(name) + "-wal", tool.path(name) + "-shm"):
            if os.path.isdir(path):
                shutil.rmtree(path)
            elif os.path.exists(path):
                os.remove(path)


@attack("kill -9 of an audit with a store, a report and a cache")
def kills(tool):
    outcome = Outcome()
    tool.articles(max(200, int(3000 * tool.scale)))
    tool.write("own/x.toml", 'why = "a"\nsource = "b"\n[[concept]]\nid = "condition.own"\n'
                             'name = "zorkitis"\n')
    command = ["in", "--store", "a.db", "--format", "json", "--output", "r.json", "--quiet"]
    began = time.monotonic()
    tool.audit(*command)
    whole = time.monotonic() - began
    reference = tool.read("r.json")
    remove(tool, "a.db", "r.json")
    chance = random.Random(1)
    for i in range(tool.times):
        loads = i % 8 == 7  # compiles lexicons, too, which takes far longer
        more = ["--lexicons", "own", "--lexicon-cache", "compiled"] if loads else []
        if i % 4 == 0:
            remove(tool, "a.db", "r.json", "compiled")
        had = os.path.exists(tool.path("r.json"))
        process = tool.start("audit", "--no-config", "--assume-language", "en", *command, *more)
        time.sleep(chance.uniform(0, whole * 1.1 + (2 if loads else 0)))
        process.kill()
        acknowledged = process.wait() in EXITS
        there = os.path.exists(tool.path("r.json"))
        outcome.tried += 1
        outcome.check(there or not (acknowledged or had), "an acknowledged report is gone")
        if there and not loads:
            outcome.check(tool.read("r.json") == reference, "another report in its place")
        if os.path.exists(tool.path("a.db")):
            outcome.check(intact(tool.path("a.db")), "the store is damaged")
        for name in os.listdir(tool.path("compiled")) if os.path.exists(tool.path("compiled")) else ():
            outcome.check(name.endswith((".bin", ".tmp")), f"compiled: {name}")
        if loads:
            remove(tool, "r.json", "a.db")
    run = tool.audit(*command)
    outcome.check(run.code == 1 and tool.read("r.json") == reference, "the last report is another")
    left = [name for name in os.listdir(tool.folder) if name.endswith(".partial")]
    outcome.worst = f"{len(left)} hidden .partial files left behind"
    return outcome


@contextlib.contextmanager
def small_disk(tool, kib, options=""):
    """A folder of its own disk; null where none can be mounted."""
    path = tool.path("disk")
    os.makedirs(path, exist_ok=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kib}k{options}", "tmpfs", path],
                             capture_output=True, check=False).returncode == 0
    try:
        yield path if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", path], check=True)


def disk_commands():
    return [("a report", ["--format", "json", "--output", "disk/r.json"], "disk/r.json"),
            ("pages", ["--format", "html", "--output", "disk/pages/"], None),
            ("a store", ["--store", "disk/a.db", "--format", "json", "--output", "r.json"], "r.json"),
            ("kept text", ["--keep-text", "disk/text", "--format", "json", "--output", "r.json"],
             "r.json"),
            ("clusters", ["--clusters", "--format", "json", "--output", "r.json"], "r.json")]


@attack("a full disk")
def full_disks(tool):
    outcome = Outcome()
    tool.articles(300)
    for i in range(300):
        tool.write(f"in/{i}.docx", b"x")
    chance = random.Random(2)
    for i in range(max(5, tool.times)):
        name, more, target = disk_commands()[i % 5]
        kib = 4 * chance.randint(1, 300)
        with small_disk(tool, kib) as disk:
            limits = [] if disk else [(resource.RLIMIT_FSIZE, kib * 1024)]
            if target:
                tool.write(target, "the one before")
            run = tool.audit("in", "--quiet", *more, limits=limits,
                             environment={"TMPDIR": tool.path("disk")})
            outcome.tried += 1
            outcome.check(run.code in (2, 3), f"{name}, {kib} KiB: exit code {run.code}")
            outcome.check(run.code == 3 or run.err.startswith(b"claimlint: "),
                          f"{name}: {run.err[:100]}")
            if target:
                now = tool.read(target)
                outcome.check(now == b"the one before" if run.code == 2 else now.endswith(b"}\n"),
                              f"{name}, {kib} KiB: half a report in its place, exit {run.code}")
            if disk and more[0] == "--store" and run.code == 2:
                with open(os.path.join(disk, "a.db"), "rb") as file:
                    empty = not file.read(1)
                outcome.check(empty or intact(os.path.join(disk, "a.db")), "the store is damaged")
        remove(tool, "disk", "r.json", "r.json.run.json")
    for stream in ("text", "json", "csv"):
        with open("/dev/full", "wb") as full:
            run = tool.audit("in", "--quiet", "--format", stream, stdout=full)
        outcome.tried += 1
        outcome.check(run.code == 2, f"/dev/full, {stream}: exit code {run.code}")
    return outcome


@attack("a file that may grow no further (ulimit -f)")
def limited_files(tool):
    outcome = Outcome()
    tool.articles(100)
    for i in range(max(4, tool.times)):
        kib = 1 + 37 * i % 300
        remove(tool, "a.db", "r.json")
        tool.write("r.json", "the one before")
        more = ["--store", "a.db"] if i % 2 else []
        run = tool.audit("in", "--quiet", "--format", "json", "--output", "r.json", *more,
                         limits=[(resource.RLIMIT_FSIZE, kib * 1024)])
        outcome.tried += 1
        outcome.check(run.code in (1, 2), f"{kib} KiB: exit code {run.code}")
        now = tool.read("r.json")
        outcome.check(now == b"the one before" if run.code == 2 else now.endswith(b"}\n"),
                      f"{kib} KiB: half a report in its place")
    return outcome


@attack("a folder that must not be written to")
def read_only(tool):
    outcome = Outcome()
    tool.articles(20)
    with small_disk(tool, 100, ",ro") as disk:
        user = NOBODY if os.getuid() == 0 and not disk else None
        if not disk:
            os.chmod(tool.path("disk"), 0o555)
        for more, expected in ((["--output", "disk/r.txt"], 2), (["--store", "disk/a.db"], 2),
                               (["--format", "html", "--output", "disk/p/"], 2),
                               (["--keep-text", "disk/t"], 1),
                               (["--lexicons", "own", "--lexicon-cache", "disk/c"], 1)):
            tool.write("own/x.toml", 'why = "a"\nsource = "b"\n')
            run = tool.audit("in", "--quiet", *more, user=user)
            outcome.tried += 1
            outcome.check(run.code == expected, f"{more}: exit code {run.code}: {run.err[:100]}")
    return outcome


@attack("files and folders that vanish during the audit")
def vanishing(tool):
    outcome = Outcome()
    for _ in range(max(1, tool.times // 4)):
        remove(tool, "in")
        for i in range(20):
            tool.articles(int(200 * max(tool.scale, 0.25)), f"in/{i:02}")
            tool.write(f"in/{i:02}/00000.txt", "Our adjustment cures asthma. " * int(5000 * max(tool.scale, 0.2)))
        names = sorted(os.path.join(root, name) for root, _, names in os.walk(tool.path("in"))
                       for name in names)
        chance = random.Random(3)
        process = tool.start("audit", "--no-config", "--assume-language", "en", "in", "--format",
                             "jsonl", "--quiet", "--jobs", "1", stdout=subprocess.PIPE, stderr=subprocess.PIPE)

        def vanish(names=names, chance=chance):
            for i in range(10, 20):
                shutil.rmtree(tool.path("in", str(i)), ignore_errors=True)
            for path in chance.sample(names, len(names) // 2):
                if os.path.exists(path):
                    os.remove(path)
        thread = threading.Thread(target=vanish)
        thread.start()
        out, _ = process.communicate()
        thread.join()
        documents = [json.loads(line) for line in out.splitlines()]
        states = {document.get("status") for document in documents[:-1]}
        gone = sum(document.get("status") == "not_audited" for document in documents[:-1])
        outcome.tried += 1
        outcome.check(process.returncode in (1, 3), f"exit code {process.returncode}")
        outcome.check((process.returncode == 3) == (gone > 0), f"{gone} gone, and not said")
        outcome.check(states <= {"audited", "partial", "not_audited"}, str(states))
        outcome.worst = f"{gone} of {len(documents) - 1} gone before they were read"
    return outcome


@attack("links in circles, and links that double with each folder")
def links(tool):
    outcome = Outcome()
    tool.write("circle/a/b.txt", "Our adjustment cures migraines.\n")
    for name, to in (("up", ".."), ("self", "self"), ("here", "."), ("b", "a"), ("far", "../..")):
        os.symlink(to, tool.path("circle/a", name))
    os.symlink("gone", tool.path("circle/gone.txt"))
    for i in range(30):
        os.makedirs(tool.path(f"double/{i}"))
        if i < 29:
            for name in "xy":
                os.symlink(f"../{i + 1}", tool.path(f"double/{i}/{name}"))
    tool.write("double/29/a.txt", "Our adjustment cures migraines.\n")
    deep = "/".join(["d"] * 500)
    tool.write(os.path.join("deep", deep, "a.txt"), "Our adjustment cures migraines.\n")
    for folder, expected in (("circle", 3), ("double", 3), ("double/0", 3), ("deep", 1)):
        run = tool.audit(folder, "--format", "jsonl", "--quiet",
                         limits=[(resource.RLIMIT_CPU, 60)])
        outcome.tried += 1
        outcome.check(run.code == expected, f"{folder}: exit code {run.code}")
        lines = run.out.count(b"\n") - 1
        outcome.worst += f"{', ' if outcome.worst else ''}{folder}: {lines} documents"
    return outcome


@attack("too little memory (ulimit -v)")
def little_memory(tool):
    outcome = Outcome()
    tool.articles(50)
    tool.write("in/big.txt", "Our adjustment cures asthma. " * 40_000)
    for i in range(max(8, tool.times)):
        # With less the program cannot be mapped.
        mib = 64 + i * 400 // max(8, tool.times)
        remove(tool, "r.json", "a.db")
        run = tool.audit("in", "--quiet", "--format", "json", "--output", "r.json", "--store", "a.db",
                         limits=[(resource.RLIMIT_AS, mib << 20)])
        outcome.tried += 1
        there = os.path.exists(tool.path("r.json"))
        outcome.check(run.code in (1, 2, 3) or run.code == 127, f"{mib} MiB: exit code {run.code}")
        outcome.check(there == (run.code in (1, 3)), f"{mib} MiB: exit {run.code}, report: {there}")
        outcome.check(not there or tool.read("r.json").endswith(b"}\n"), "half a report")
        outcome.check(not os.path.exists(tool.path("a.db")) or intact(tool.path("a.db")), "the store")
    return outcome


@attack("too few descriptors (ulimit -n)")
def few_descriptors(tool):
    outcome = Outcome()
    tool.articles(50)
    for count in range(3, 3 + max(12, min(tool.times, 40))):
        remove(tool, "r.json", "a.db")
        run = tool.audit("in", "--quiet", "--format", "json", "--output", "r.json", "--store", "a.db",
                         limits=[(resource.RLIMIT_NOFILE, count)])
        outcome.tried += 1
        there = os.path.exists(tool.path("r.json"))
        outcome.check(run.code in (1, 2, 3, 127), f"{count}: exit code {run.code}")
        outcome.check(there == (run.code in (1, 3)), f"{count}: exit {run.code}, report: {there}")
        outcome.check(run.code != 2 or run.err, f"{count}: nothing is said")
    return outcome


@attack("clocks that jump")
def clocks(tool):
    outcome = Outcome()
    if not os.path.exists(FAKETIME):
        outcome.worst = "not tried: no faketime"
        return outcome
    tool.articles(50)
    command = ["in", "--quiet", "--format", "json", "--store", "a.db", "--output", "r.json"]
    tool.audit(*command)
    reference = tool.read("r.json")
    tool.write("time", "+0")
    for i in range(max(4, tool.times // 2)):
        steps = random.Random(i)
        clock = steps.choice(("-10y", "+50y", "-30d", "+0 x1000", "+1h x0.001", "@1970-01-01 00:00:01",
                              "@2037-12-31 23:59:59"))
        tool.write("time", clock)
        if i % 2:
            remove(tool, "a.db")
        process = tool.start("audit", "--no-config", "--assume-language", "en", *command, environment={
            "LD_PRELOAD": FAKETIME, "FAKETIME_TIMESTAMP_FILE": tool.path("time"),
            "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": str(i % 3 // 2)})
        tool.write("time", steps.choice(("-5y", "+5y", "+0")))
        code = process.wait()
        outcome.tried += 1
        outcome.check(code == 1, f"{clock}: exit code {code}")
        outcome.check(tool.read("r.json") == reference, f"{clock}: another report")
        outcome.check(intact(tool.path("a.db")), f"{clock}: the store is damaged")
    return outcome


@attack("audits on one store at once, some of them killed")
def one_store(tool):
    outcome = Outcome()
    tool.articles(int(1000 * max(tool.scale, 0.2)))
    tool.audit("in", "--quiet", "--format", "json", "--output", "alone.json")
    reference = tool.read("alone.json")
    chance = random.Random(4)
    for _ in range(max(1, tool.times // 4)):
        remove(tool, "a.db")
        running = [tool.start("audit", "--no-config", "--assume-language", "en", "in", "--quiet",
                              "--format", "json", "--store", "a.db", "--output", f"{i}.json",
                              stderr=subprocess.DEVNULL) for i in range(4)]
        time.sleep(chance.uniform(0, 0.5))
        running[0].send_signal(signal.SIGKILL)
        for i, process in enumerate(running):
            code = process.wait()
            outcome.tried += 1
            outcome.check(i == 0 or code == 1, f"exit code {code}")
            if code == 1:
                outcome.check(tool.read(f"{i}.json") == reference, "another report")
            remove(tool, f"{i}.json")
        outcome.check(intact(tool.path("a.db")), "the store is damaged")
    return outcome
