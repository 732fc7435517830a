# SPDX-License-Identifier: Apache-2.0
"""What tests of `claimlint serve` have in common: a server of their own, a store, and clients."""
import http.client
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import unittest

PATIENCE = 120  # seconds, on a machine that is busy with other things
CLAIMS = ["Our adjustment cures {}.".format(what) for what in (
    "asthma", "migraine", "cancer", "diabetes", "arthritis", "epilepsy", "depression", "eczema",
    "hypertension", "tinnitus")]


class Server:
    """A running server; its log is in `log`."""

    def __init__(self, tool, *arguments, address="127.0.0.1"):
        self.address = address
        self.process = subprocess.Popen(
            [tool, "serve", "--listen", f"{address}:0", *arguments], stderr=subprocess.PIPE,
            text=True, encoding="utf-8", errors="replace")
        first = self.process.stderr.readline()
        found = re.search(r":(\d+)/$", first.strip())
        if not found:
            self.process.wait(PATIENCE)
            raise RuntimeError(first + self.process.stderr.read())
        self.port = int(found.group(1))
        self.log = []
        self.reader = threading.Thread(target=lambda: self.log.extend(self.process.stderr))
        self.reader.start()

    def connect(self):
        return http.client.HTTPConnection(self.address, self.port, timeout=PATIENCE)

    def ask(self, method, path, body=None, **headers):
        """Status, headers and body of one response; `_` in names of headers stands for `-`."""
        connection = self.connect()
        try:
            connection.request(method, path, body,
                               {name.replace("_", "-"): value for name, value in headers.items()})
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        finally:
            connection.close()

    def get(self, path, **headers):
        status, _, body = self.ask("GET", path, **headers)
        assert status == 200, (path, status, body)
        return json.loads(body)

    def post(self, path, value, **headers):
        status, _, body = self.ask("POST", path, json.dumps(value),
                                   **{"Content_Type": "application/json", **headers})
        return status, json.loads(body)

    def raw(self, data, patience=PATIENCE):
        """All that comes back for these bytes until the server closes, or waits for more."""
        with socket.create_connection((self.address, self.port), timeout=patience) as client:
            try:
                client.sendall(data)
                client.shutdown(socket.SHUT_WR)
                got = b""
                while piece := client.recv(65536):
                    got += piece
                return got
            except (ConnectionError, socket.timeout):
                return b""

    def stop(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        code = self.process.wait(PATIENCE)
        self.reader.join()
        self.process.stderr.close()
        return code


class ServedTest(unittest.TestCase):
    tool = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = os.path.realpath(folder.name)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.path(name)

    def serve(self, *arguments, **options):
        server = Server(self.tool, *arguments, **options)
        self.addCleanup(server.stop, signal.SIGKILL)
        return server

    def run_tool(self, *arguments, **options):
        return subprocess.run([self.tool, *arguments], capture_output=True, cwd=self.folder,
                              check=False, timeout=PATIENCE, **options)

    def make_store(self):
        """Two documents with ten claims in each; the ids are the same in both."""
        for name in ("a.txt", "b.txt"):
            self.write(os.path.join("in", name), "\n\n".join(CLAIMS) + "\n")
        run = self.run_tool("audit", "in", "--store", "a.db", "--format", "json", "--output",
                            "r.json", "--fail-on", "never", "--assume-language", "en")
        self.assertEqual(run.returncode, 0, run.stderr)
        return self.path("a.db")

    def review(self):
        """A server over a store, the id of a document, and the ids of its claims."""
        store = self.make_store()
        server = self.serve("--store", store)
        connection = sqlite3.connect(store)
        try:
            (document,), *_ = connection.execute("SELECT id FROM documents ORDER BY path").fetchall()
            claims = [row[0] for row in connection.execute(
                "SELECT id FROM claims WHERE document = ? AND counts ORDER BY ordinal",
                (document,))]
        finally:
            connection.close()
        self.assertGreaterEqual(len(claims), 10)
        return server, document, claims

    def journal(self, store=None):
        connection = sqlite3.connect(store or self.path("a.db"))
        try:
            return connection.execute("SELECT * FROM decisions ORDER BY id").fetchall()
        finally:
            connection.close()


def number_argument(name, otherwise):
    """Takes `NAME N` off the command line."""
    if name not in sys.argv:
        return otherwise
    at = sys.argv.index(name)
    number = int(sys.argv.pop(at + 1))
    sys.argv.pop(at)
    return number


def main(case):
    """Runs the tests of a module, with the tool named first on the command line."""
    ServedTest.tool = os.path.abspath(sys.argv.pop(1))
    unittest.main(module="__main__")
