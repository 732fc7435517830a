# SPDX-License-Identifier: Apache-2.0
"""Much of everything: audits in one process, and a server under load with bad clients beside it."""
import glob
import os
import re
import shutil
import signal
import socket
import subprocess
import threading
import time
import urllib.request

from attack import CLAIM, Outcome, attack
from complexity import SOURCE

GROWTH = 1.15
ARTICLE = (CLAIM * 20).encode()
WRK = """wrk.method = "POST"
wrk.headers["Content-Type"] = "text/plain"
wrk.body = string.rep("Our adjustment cures migraines.\\n", 20)
"""


@attack("audits in one process")
def many_audits(tool):
    outcome = Outcome()
    program = os.environ.get("CLAIMLINT_MANY_AUDITS")
    if not program:
        outcome.worst = "not tried: CLAIMLINT_MANY_AUDITS names no program"
        return outcome
    count = int(os.environ.get("CLAIMLINT_AUDITS", int(100_000 * tool.scale)))
    corpus = sorted(glob.glob(os.path.join(SOURCE, "corpus", "*.txt")))
    run = subprocess.run([program, str(count), "1", *corpus], capture_output=True, text=True,
                         check=False)
    outcome.tried = count
    outcome.check(run.returncode == 0, f"exit code {run.returncode}: {run.stdout[-200:]}")
    memory = [int(kib) for kib in re.findall(r"^\d+ [\d.]+ (\d+)$", run.stdout, re.M)]
    outcome.worst = f"{memory[0] // 1024} MiB at first, {memory[-1] // 1024} MiB at last"
    return outcome


class Server:
    def __init__(self, tool, *arguments, **options):
        self.process = tool.start("serve", "--listen", "127.0.0.1:0", "--quiet", *arguments,
                                  stderr=subprocess.PIPE, **options)
        self.port = int(re.search(rb":(\d+)/", self.process.stderr.readline()).group(1))
        self.url = f"http://127.0.0.1:{self.port}"

    def kib(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1))

    def audit(self, article=ARTICLE):
        request = urllib.request.Request(self.url + "/v1/audit", article,
                                         {"Content-Type": "text/plain"})
        with urllib.request.urlopen(request, timeout=120) as response:
            return response.status, response.read()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(120)
        self.process.stderr.close()
        return code


class Crowd:
    """Clients that mean no good, until they are told to stop."""

    HEAD = b"POST /v1/audit HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"

    def __init__(self, port):
        self.port = port
        self.ended = threading.Event()
        self.asked = 0
        self.threads = [threading.Thread(target=self.go, args=(how,), daemon=True)
                        for how in (self.idle, self.slow, self.huge, self.broken, self.deaf)]
        for thread in self.threads:
            thread.start()

    def go(self, how):
        while not self.ended.is_set():
            self.asked += 1
            try:
                how()
            except OSError:
                time.sleep(0.01)

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=20)

    def idle(self):
        """Three hundred who say nothing."""
        clients = [self.connect() for _ in range(300)]
        self.ended.wait(1)
        for client in clients:
            client.close()

    def slow(self):
        with self.connect() as client:
            for byte in self.HEAD[:30]:
                client.sendall(bytes([byte]))
                if self.ended.wait(0.05):
                    return

    def huge(self):
        with self.connect() as client:
            client.sendall(self.HEAD + b"Content-Length: 4000000\r\n\r\n")
            for _ in range(61):
                client.sendall(b"It may ease. " * 5042)
            client.recv(100)

    def broken(self):
        with self.connect() as client:
            client.sendall(self.HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n\0\xff")
        with self.connect() as client:
            client.sendall(os.urandom(300))

    def deaf(self):
        """One who asks and never reads."""
        with self.connect() as client:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            for _ in range(20):
                client.sendall(b"GET /v1/rules HTTP/1.1\r\nHost: localhost\r\n\r\n")
            self.ended.wait(0.3)

    def stop(self):
        self.ended.set()
        for thread in self.threads:
            thread.join(60)


@attack("serve under wrk, with slow, huge, broken and deaf clients beside it")
def server_load(tool):
    outcome = Outcome()
    if not shutil.which("wrk"):
        outcome.worst = "not tried: no wrk"
        return outcome
    server = Server(tool, "--timeout", "5")
    expected = server.audit()
    crowd = Crowd(server.port)
    script = tool.write("audit.lua", WRK)
    answered, errors, memory = 0, 0, []
    for _ in range(max(3, tool.times)):
        run = subprocess.run(["wrk", "-t1", "-c16", "-d2s", "--timeout", "20s", "-s", script,
                              server.url + "/v1/audit"], capture_output=True, text=True, check=False)
        answered += int(re.search(r"(\d+) requests in", run.stdout).group(1))
        refused = re.search(r"Non-2xx or 3xx responses: (\d+)", run.stdout)
        errors += int(refused.group(1)) if refused else 0
        memory.append(server.kib())
    began = time.monotonic()
    outcome.check(server.audit() == expected, "another response than before")
    took = time.monotonic() - began
    outcome.check(took < 20, f"a good client waited {took:.1f} s")
    crowd.stop()
    outcome.tried = answered + crowd.asked
    outcome.check(answered > 0, "nobody was answered")
    outcome.check(errors == 0, f"{errors} good requests refused")
    half = len(memory) // 2
    outcome.check(max(memory[half:]) < GROWTH * max(memory[:half + 1]) + 20_000, f"memory: {memory}")
    outcome.check(server.stop() == 0, "it did not end well")
    outcome.worst = (f"{answered} answered beside {crowd.asked} bad clients, last in {took:.1f} s, "
                     f"{memory[0] // 1024} to {max(memory) // 1024} MiB")
    return outcome


@attack("more idle connections than the server takes")
def idle_crowd(tool):
    outcome = Outcome()
    server = Server(tool, "--timeout", "600")
    there = []
    slowest = 0.0
    for _ in range(max(2, min(tool.times, 10))):
        there += [socket.create_connection(("127.0.0.1", server.port)) for _ in range(300)]
        began = time.monotonic()
        status, _ = server.audit()
        slowest = max(slowest, time.monotonic() - began)
        outcome.tried += 1
        outcome.check(status == 200, f"status {status}")
    for client in there:
        client.close()
    outcome.check(slowest < 60, f"a good client waited {slowest:.1f} s")
    outcome.check(server.stop() == 0, "it did not end well")
    outcome.worst = f"a good client waited {slowest:.1f} s"
    return outcome
