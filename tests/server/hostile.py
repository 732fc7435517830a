#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sends `claimlint serve` what it must not be impressed by: malformed requests, too much, too slow.

usage: hostile.py CLAIMLINT [--malformed N]"""
import http.client
import json
import random
import signal
import socket
import sys
import threading
import time

sys.dont_write_bytecode = True  # nothing of a test run stays in the source tree
from served import PATIENCE, ServedTest, main, number_argument

MALFORMED = number_argument("--malformed", 10_000)

SENTENCE = "Our adjustment cures migraines. "


def status_of(answer):
    """Of a raw response; 0 where there was none."""
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0


class Malformed:
    """Requests of which none is one that a server should keep anything of. What is random in them
    is so from a seed."""

    def __init__(self, document, claims, seed):
        self.chance = random.Random(seed)
        self.good = json.dumps({"document": document, "reviewer": "Mallory", "decisions": [
            {"claim": claims[0], "state": "accepted"}]}).encode()
        # The same, of a claim that does not exist: it may be changed anyhow.
        self.bad = self.good.replace(claims[0].encode(), b"f" * 32)

    def head(self, line=b"POST /v1/review/decisions HTTP/1.1", host=b"Host: localhost\r\n",
             kind=b"Content-Type: application/json\r\n", extra=b"", length=None):
        length = b"" if length is None else b"Content-Length: %d\r\n" % length
        return line + b"\r\n" + host + kind + extra + length + b"\r\n"

    def flipped(self):
        request = bytearray(self.head(length=len(self.bad)) + self.bad)
        for _ in range(self.chance.randint(1, 8)):
            request[self.chance.randrange(len(request))] = self.chance.randrange(256)
        return bytes(request)

    def noise(self):
        return self.chance.randbytes(self.chance.randint(1, 400))

    def cut(self):
        request = self.head(length=len(self.good)) + self.good
        return request[:self.chance.randrange(len(request))]

    def too_short(self):
        return self.head(length=len(self.good) + self.chance.randint(1, 1000)) + self.good

    def two_lengths(self):
        return self.head(extra=b"Content-Length: 3\r\n", length=len(self.good)) + self.good

    def length_and_chunks(self):
        return self.head(extra=b"Transfer-Encoding: chunked\r\n", length=len(self.good)) + \
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(self.good), self.good)

    def bad_chunks(self):
        size = self.chance.choice([b"zz", b"-1", b"ffffffffffffffffff", b"", b"1" * 300])
        return self.head(extra=b"Transfer-Encoding: chunked\r\n") + size + b"\r\n" + self.good

    def foreign(self):
        return self.head(extra=b"Origin: http://evil.example\r\n", length=len(self.good)) + self.good

    def other_host(self):
        return self.head(host=b"Host: evil.example\r\n", length=len(self.good)) + self.good

    def form(self):
        kind = b"Content-Type: " + self.chance.choice([b"text/plain", b"a/b", b""]) + b"\r\n"
        return self.head(kind=kind, length=len(self.good)) + self.good

    def other_method(self):
        method = self.chance.choice([b"PUT", b"PATCH", b"DELETE", b"TRACE", b"CONNECT", b"post",
                                     b"G\xc3\x8bT"])
        return self.head(line=method + b" /v1/review/decisions HTTP/1.1",
                         length=len(self.good)) + self.good

    def other_version(self):
        version = self.chance.choice([b"HTTP/0.9", b"HTTP/2.0", b"HTTP/1.1 x", b"HTTX/1.1", b""])
        return self.head(line=b"POST /v1/review/decisions " + version,
                         length=len(self.good)) + self.good

    def other_path(self):
        path = self.chance.choice([b"/../../etc/passwd", b"/%2e%2e/x", b"/v1/audit\0", b"*", b"",
                                   b"http://localhost/v1/review/decisions", b"/" + b"a" * 9000])
        return self.head(line=b"POST " + path + b" HTTP/1.1", length=len(self.good)) + self.good

    def many_headers(self):
        return self.head(extra=b"".join(b"X-%d: %d\r\n" % (i, i) for i in range(5000)),
                         length=len(self.good)) + self.good

    def long_header(self):
        return self.head(extra=b"X: " + b"a" * 40_000 + b"\r\n", length=len(self.good)) + self.good

    def folded(self):
        return self.head(extra=b"X : a\r\n b\r\n: c\r\n", length=len(self.good)) + self.good

    def nested(self):
        body = self.chance.choice([b"[", b'{"a":', b'{"decisions":[']) * 20_000
        return self.head(length=len(body)) + body

    def broken_json(self):
        body = bytearray(self.good)
        body[self.chance.randrange(len(body) - 1)] = self.chance.choice(b"\x00\xff{[\\\n")
        body = bytes(body).replace(b"Mallory", b"") + b"]"
        return self.head(length=len(body)) + body

    def compressed(self):
        return self.head(extra=b"Content-Encoding: gzip\r\n", length=len(self.good)) + self.good

    def kinds(self):
        return [self.flipped, self.noise, self.cut, self.too_short, self.two_lengths,
                self.length_and_chunks, self.bad_chunks, self.foreign, self.other_host, self.form,
                self.other_method, self.other_version, self.other_path, self.many_headers,
                self.long_header, self.folded, self.nested, self.broken_json, self.compressed]


class HostileTest(ServedTest):
    def test_malformed_requests_change_nothing(self):
        server, document, claims = self.review()
        status, _ = server.post("/v1/review/decisions", {
            "document": document, "reviewer": "Ann",
            "decisions": [{"claim": claims[0], "state": "accepted"}]})
        self.assertEqual(status, 200)
        before = (self.journal(), server.get("/v1/review/documents"), server.get("/v1/rules"))
        malformed = Malformed(document, claims, seed=8)
        kinds = malformed.kinds()
        statuses = {}
        for i in range(MALFORMED):
            kind = kinds[i % len(kinds)]
            status = status_of(server.raw(kind()))
            self.assertNotEqual(status, 500, kind.__name__)
            if kind not in (malformed.flipped, malformed.noise):
                self.assertNotEqual(status, 200, kind.__name__)
            statuses[status] = statuses.get(status, 0) + 1
        print(f"{MALFORMED} malformed requests, by status: {dict(sorted(statuses.items()))}")
        after = (self.journal(), server.get("/v1/review/documents"), server.get("/v1/rules"))
        self.assertEqual(before, after)
        self.assertEqual(server.get("/healthz")["status"], "ok")
        self.assertGreater(len(statuses), 5)
        self.assertEqual(server.stop(), 0)

    def test_what_is_too_large_is_refused(self):
        server = self.serve("--max-bytes", "100000")
        for kind in ("text/plain", "application/json"):
            status, _, _ = server.ask("POST", "/v1/audit", b"a" * 100_001, Content_Type=kind)
            self.assertEqual(status, 413)
        self.assertEqual(server.ask("POST", "/v1/audit", b"a " * 50_000,
                                    Content_Type="text/plain")[0], 200)
        head = b"POST /v1/audit HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
        chunks = b"".join(b"4000\r\n" + b"a" * 0x4000 + b"\r\n" for _ in range(20))
        self.assertEqual(status_of(server.raw(
            head + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n")), 413)
        self.assertEqual(status_of(server.raw(
            head + b"Content-Length: 99999999999999999999999\r\n\r\n")), 400)
        self.assertEqual(status_of(server.raw(head + b"X: " + b"a" * 20_000)), 431)

    def test_bodies_that_nobody_asked_for_take_no_room_from_others(self):
        server = self.serve("--token-file", self.write("token", "a" * 32 + "\n"))
        clients = []
        for method in (b"GET", b"HEAD") * 10:
            client = socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
            self.addCleanup(client.close)
            client.sendall(method + b" /healthz HTTP/1.1\r\nHost: localhost\r\n"
                           b"Content-Length: %d\r\n\r\n" % (16 << 20))
            clients.append(client)
        status, _, _ = server.ask("POST", "/v1/audit", SENTENCE * 10, Content_Type="text/plain",
                                  Authorization="Bearer " + "a" * 32)
        self.assertEqual(status, 200)
        for client in clients:
            self.assertEqual(status_of(client.recv(1000)), 413)
        self.assertEqual(status_of(server.raw(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n"
                                              b"Content-Length: 0\r\n\r\n")), 200)

    def test_chunks_are_put_together(self):
        server = self.serve()
        body = SENTENCE.encode()
        whole = server.ask("POST", "/v1/audit", body, Content_Type="text/plain")[2]
        head = b"POST /v1/audit HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
        answer = server.raw(head + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" +
                            b"".join(b"1;x=y\r\n%c\r\n" % c for c in body) + b"0\r\nT: 1\r\n\r\n")
        self.assertEqual(answer.split(b"\r\n\r\n", 1)[1], whole)

    def test_who_asks_first_whether_to_send_is_told(self):
        server = self.serve()
        head = ("POST /v1/audit HTTP/1.1\r\nHost: localhost\r\nContent-Type: {}\r\n"
                "Expect: 100-continue\r\nContent-Length: 10\r\nConnection: close\r\n\r\n")
        with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as client:
            client.sendall(head.format("text/plain").encode())
            self.assertTrue(client.recv(1000).startswith(b"HTTP/1.1 100 "))
            client.sendall(b"0123456789")
            self.assertEqual(status_of(client.recv(1000)), 200)
        with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as client:
            client.sendall(head.format("image/png").encode())
            self.assertEqual(status_of(client.recv(1000)), 415)

    def test_requests_one_behind_the_other_are_answered_in_order(self):
        server = self.serve()
        one = b"GET /%s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
        answer = server.raw(one % (b"healthz", b"") + one % (b"x", b"") + one % (b"healthz", b"")
                            + one % (b"v1/rules", b"Connection: close\r\n"))
        statuses = [int(part[:3]) for part in answer.split(b"HTTP/1.1 ")[1:]]
        self.assertEqual(statuses, [200, 404, 200, 200])

    def test_slow_clients_hold_up_nobody_and_are_sent_away(self):
        server = self.serve("--timeout", "2")
        beginnings = [b"", b"GET /hea", b"POST /v1/audit HTTP/1.1\r\nHost: localhost\r\n"
                      b"Content-Type: text/plain\r\nContent-Length: 100\r\n\r\nabc"]
        slow = [socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
                for _ in range(150)]
        began = time.monotonic()
        for i, client in enumerate(slow):
            client.sendall(beginnings[i % len(beginnings)])
        for _ in range(20):
            self.assertEqual(server.ask("GET", "/healthz")[0], 200)
        # A byte now and then does not buy more time.
        trickle = slow[1]
        gone = False
        while not gone and time.monotonic() - began < 60:
            try:
                trickle.sendall(b"x")
                time.sleep(0.2)
            except OSError:
                gone = True
        self.assertTrue(gone)
        for client in slow:
            try:
                while client.recv(1000):
                    pass
            except ConnectionError:
                pass
            client.close()
        self.assertLess(time.monotonic() - began, 60)
        self.assertEqual(server.ask("GET", "/healthz")[0], 200)

    def test_who_never_reads_is_sent_away(self):
        server = self.serve("--timeout", "1")
        with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as client:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            request = b"GET /v1/rules HTTP/1.1\r\nHost: localhost\r\n\r\n"
            client.settimeout(1)
            try:
                for _ in range(2000):
                    client.sendall(request)
            except OSError:
                pass
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline:
                try:
                    client.sendall(request)
                except socket.timeout:
                    continue
                except OSError:
                    break
                time.sleep(0.1)
            self.assertLess(time.monotonic(), deadline)
        self.assertEqual(server.ask("GET", "/healthz")[0], 200)

    def test_more_connections_than_there_may_be_wait(self):
        server = self.serve("--timeout", "1")
        idle = [socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
                for _ in range(400)]
        self.assertEqual(server.ask("GET", "/healthz")[0], 200)
        for client in idle:
            client.close()

    def test_who_waits_for_nothing_gives_way(self):
        # Well before any of them runs out of time.
        server = self.serve("--timeout", "600")
        beginnings = [b"", b"GET /hea", b"POST /v1/audit HTTP/1.1\r\nHost: localhost\r\n"
                      b"Content-Type: text/plain\r\nContent-Length: 100\r\n\r\nabc"]
        there = []
        for beginning in beginnings:
            for _ in range(300):
                client = socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
                client.sendall(beginning)
                there.append(client)
            began = time.monotonic()
            self.assertEqual(server.ask("GET", "/healthz")[0], 200, beginning)
            self.assertLess(time.monotonic() - began, 60, beginning)
        for client in there:
            client.close()

    def test_who_is_being_answered_does_not_give_way(self):
        server = self.serve("--timeout", "600")
        article = (SENTENCE * 20_000).encode()
        answers = []
        threads = [threading.Thread(target=lambda: answers.append(server.ask(
            "POST", "/v1/audit", article, Content_Type="text/plain")[0])) for _ in range(3)]
        for thread in threads:
            thread.start()
        time.sleep(0.3)
        crowd = [socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
                 for _ in range(600)]
        self.assertEqual(server.ask("GET", "/healthz")[0], 200)
        for thread in threads:
            thread.join()
        for client in crowd:
            client.close()
        self.assertEqual(answers, [200] * 3)

    # --- the end

    def ending(self, how):
        server = self.serve()
        article = (SENTENCE * 40_000).encode()
        answers = []

        def audit():
            status, _, body = server.ask("POST", "/v1/audit", article, Content_Type="text/plain")
            answers.append((status, len(json.loads(body)["sentences"])))
        threads = [threading.Thread(target=audit) for _ in range(2)]
        for thread in threads:
            thread.start()
        idle = server.connect()
        idle.request("GET", "/healthz")
        idle.getresponse().read()
        self.addCleanup(idle.close)
        time.sleep(0.3)
        self.assertEqual(answers, [], "the audits were over before the signal")
        self.assertEqual(server.stop(how), 0)
        for thread in threads:
            thread.join()
        self.assertEqual([status for status, _ in answers], [200, 200])
        with self.assertRaises(OSError):
            server.ask("GET", "/healthz")
        self.assertIn("claimlint: stopped\n", server.log)

    def test_requests_are_finished_before_the_end(self):
        self.ending(signal.SIGTERM)

    def test_an_interrupt_is_an_end_like_any(self):
        self.ending(signal.SIGINT)

    def test_no_decision_is_lost_by_the_end(self):
        server, document, claims = self.review()
        kept = []
        going = threading.Event()

        def review(name):
            connection = server.connect()
            for i in range(100_000):
                body = json.dumps({"document": document, "reviewer": name, "decisions": [
                    {"claim": claims[i % 10], "state": "dismissed", "reason": f"{name} {i}"}]})
                try:
                    connection.request("POST", "/v1/review/decisions", body,
                                       {"Content-Type": "application/json"})
                    response = connection.getresponse()
                    response.read()
                except (OSError, http.client.HTTPException):
                    return
                if response.status == 200:
                    kept.append(f"{name} {i}")
                    going.set()
        threads = [threading.Thread(target=review, args=(name,)) for name in ("Ann", "Bo")]
        for thread in threads:
            thread.start()
        self.assertTrue(going.wait(PATIENCE))
        time.sleep(0.3)
        self.assertEqual(server.stop(), 0)
        for thread in threads:
            thread.join()
        reasons = {row[4] for row in self.journal()}
        self.assertLessEqual(set(kept), reasons)


if __name__ == "__main__":
    main(HostileTest)
