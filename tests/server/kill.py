#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills `claimlint serve` under load, again and again: no decision that it has acknowledged is lost.

usage: kill.py CLAIMLINT [--rounds N]"""
import http.client
import json
import random
import signal
import sqlite3
import sys
import threading

sys.dont_write_bytecode = True  # nothing of a test run stays in the source tree
from served import PATIENCE, ServedTest, main, number_argument

ROUNDS = number_argument("--rounds", 4)

REVIEWERS = 4


class KillTest(ServedTest):
    def load(self, server, document, claims, kept, begun):
        """Reviewers who decide as fast as they are answered, until the server is gone."""
        def review(name):
            connection = server.connect()
            while True:
                serial = f"{len(kept)} {random.random()}"
                body = json.dumps({"document": document, "reviewer": name, "decisions": [
                    {"claim": claim, "state": "dismissed", "reason": f"{serial} {claim}"}
                    for claim in random.sample(claims, 3)]})
                try:
                    connection.request("POST", "/v1/review/decisions", body,
                                       {"Content-Type": "application/json"})
                    response = connection.getresponse()
                    if response.status == 200 and json.loads(response.read())["saved"] == 3:
                        kept.append((name, serial))
                        begun.set()
                except (OSError, http.client.HTTPException, ValueError):
                    return
        return [threading.Thread(target=review, args=(f"Reviewer {i}",)) for i in range(REVIEWERS)]

    def test_what_was_acknowledged_is_there(self):
        server, document, claims = self.review()
        server.stop()
        chance = random.Random(9)
        kept = []
        for _ in range(ROUNDS):
            server = self.serve("--store", self.path("a.db"))
            begun = threading.Event()
            threads = self.load(server, document, claims, kept, begun)
            for thread in threads:
                thread.start()
            self.assertTrue(begun.wait(PATIENCE))
            threading.Event().wait(chance.uniform(0, 0.5))
            server.stop(signal.SIGKILL)
            for thread in threads:
                thread.join()
            connection = sqlite3.connect(self.path("a.db"))
            self.assertEqual(connection.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            connection.close()
            there = {}
            for row in self.journal():
                key = (row[2], row[4].rsplit(" ", 1)[0])
                there[key] = there.get(key, 0) + 1
            # All of a request or nothing: three decisions each.
            self.assertEqual(set(there.values()), {3})
            self.assertLessEqual(set(kept), set(there))
        print(f"{ROUNDS} kills, {len(kept)} requests acknowledged, {len(there)} kept")
        self.assertGreater(len(kept), ROUNDS)


if __name__ == "__main__":
    main(KillTest)
