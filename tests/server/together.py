#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Clients of `claimlint serve` who audit, decide, read and misbehave all at once, while audits of
other processes renew what it shows, and who still do when it is told to end.

usage: together.py CLAIMLINT [--seconds N]"""
import contextlib
import http.client
import itertools
import json
import signal
import socket
import struct
import sys
import threading
import time

sys.dont_write_bytecode = True  # nothing of a test run stays in the source tree
from served import CLAIMS, PATIENCE, ServedTest, main, number_argument

SECONDS = number_argument("--seconds", 5)

ARTICLES = (("text/plain", "\n\n".join(CLAIMS)),
            ("text/html", "<ul>" + "".join(f"<li>{claim}" for claim in CLAIMS)),
            ("text/markdown", "# What we treat\n\n" + "".join(f"- {claim}\n" for claim in CLAIMS)),
            ("application/json", json.dumps({"text": CLAIMS[0], "format": "text"})))
READ = ("/", "/healthz", "/v1/openapi.json", "/v1/rules", "/v1/review/documents",
        "/v1/review/decisions", "/v1/review/decisions.json", "/v1/review/agreement")
HEAD = (b"POST /v1/audit HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
        b"Content-Length: %d\r\n\r\n")


class Clients:
    """Threads of which each does the same again and again. Good ones complain of whatever they are
    not answered well; that a connection is lost is no matter, as crowds take places from others."""

    def __init__(self, server, document, claims):
        self.server = server
        self.document = document
        self.claims = claims
        self.ended = threading.Event()
        self.complaints = []
        self.kept = []
        self.done = {}
        self.threads = []

    def start(self, how):
        name = f"{how.__name__} {len(self.threads)}"
        self.done[name] = 0

        def go():
            for turn in itertools.count():
                if self.ended.is_set():
                    return
                try:
                    how(name, turn)
                    self.done[name] += 1
                except (OSError, http.client.HTTPException):
                    time.sleep(0.01)
        self.threads.append(threading.Thread(target=go))
        self.threads[-1].start()

    def audit(self, name, turn):
        media_type, article = ARTICLES[turn % len(ARTICLES)]
        status, _, body = self.server.ask("POST", "/v1/audit", article, Content_Type=media_type)
        claims = [claim for sentence in json.loads(body).get("sentences", [])
                  for claim in sentence["claims"]]
        if status != 200 or len(claims) < (1 if media_type == "application/json" else len(CLAIMS)):
            self.complaints.append(f"{name}: {status}, {len(claims)} claims of {media_type}")

    def read(self, name, turn):
        paths = (*READ, f"/v1/review/documents/{self.document}")
        status, _, body = self.server.ask("GET", paths[turn % len(paths)])
        if status != 200 or not body:
            self.complaints.append(f"{name}: {status} for {paths[turn % len(paths)]}")

    def decide(self, name, turn):
        reason = f"{name} {turn}"
        status, _ = self.server.post("/v1/review/decisions", {
            "document": self.document, "reviewer": name, "decisions": [
                {"claim": self.claims[turn % len(self.claims)], "state": "dismissed",
                 "reason": reason}]})
        if status == 200:
            self.kept.append(reason)
        else:
            self.complaints.append(f"{name}: {status}")

    def leave(self, _, turn):
        """Asks, and is gone before it is answered: in the midst of the head, of the body, or of the
        audit."""
        request = HEAD % len(ARTICLES[0][1]) + ARTICLES[0][1].encode()
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=PATIENCE) as client:
            client.sendall(request[:(20, len(HEAD) + 10, len(request))[turn % 3]])
            if turn % 2:
                # Resets the connection.
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.ended.wait(0.05)

    def crowd(self, *_):
        with contextlib.ExitStack() as there:
            for _ in range(300):
                there.enter_context(socket.create_connection(("127.0.0.1", self.server.port),
                                                             timeout=PATIENCE))
            self.ended.wait(0.3)
        self.ended.wait(1)

    def stop(self):
        self.ended.set()
        for thread in self.threads:
            thread.join()


class TogetherTest(ServedTest):
    def renew(self, number):
        self.write(f"in/{number}.txt", CLAIMS[0])
        run = self.run_tool("audit", "in", "--store", "a.db", "--format", "json", "--output",
                            "r.json", "--fail-on", "never", "--assume-language", "en")
        self.assertEqual(run.returncode, 0, run.stderr)

    def together(self, how):
        server, document, claims = self.review()
        clients = Clients(server, document, claims)
        try:
            for what in (clients.audit, clients.read, clients.decide) * 2 + (
                    clients.leave, clients.crowd):
                clients.start(what)
            end = time.monotonic() + SECONDS / 2
            for number in itertools.count():
                self.renew(number)
                time.sleep(0.2)
                if time.monotonic() > end and all(clients.done.values()):
                    break
                self.assertLess(time.monotonic(), end + PATIENCE, clients.done)
            # Not before it has gone: they go on asking meanwhile.
            self.assertEqual(server.stop(how), 0)
        finally:
            clients.stop()
        print(", ".join(f"{name}: {count}" for name, count in clients.done.items()),
              f"audits beside them: {number + 1}", sep=", ")
        self.assertEqual(clients.complaints, [])
        self.assertLessEqual(set(clients.kept), {row[4] for row in self.journal()})
        self.assertIn("claimlint: stopped\n", server.log)

    def test_until_it_is_ended(self):
        self.together(signal.SIGTERM)

    def test_until_it_is_interrupted(self):
        self.together(signal.SIGINT)


if __name__ == "__main__":
    main(TogetherTest)
