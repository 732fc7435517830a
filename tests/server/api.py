#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds `claimlint serve` against its description, and its audits against the command line's.

usage: api.py CLAIMLINT SOURCE_DIR"""
import glob
import json
import os
import re
import sqlite3
import sys
import threading

sys.dont_write_bytecode = True  # nothing of a test run stays in the source tree
import jsonschema
from served import CLAIMS, ServedTest, main

SOURCE = os.path.abspath(sys.argv.pop(2))
TOKEN = "a-token-that-is-long-enough"
ARTICLE = "Our adjustment cures migraines.\n"


def read(*parts, mode="rb"):
    with open(os.path.join(SOURCE, *parts), mode) as file:
        return file.read()


def as_json_schema(value):
    """OpenAPI 3.0 says `nullable` where JSON Schema has a type of its own."""
    if isinstance(value, list):
        return [as_json_schema(item) for item in value]
    if not isinstance(value, dict):
        return value
    value = {key: as_json_schema(item) for key, item in value.items()}
    if value.pop("nullable", False):
        return {"anyOf": [value, {"type": "null"}]}
    return value


class Description:
    def __init__(self):
        self.whole = json.loads(read("docs", "openapi.json"))

    def operations(self):
        return {(method.upper(), path): operation
                for path, methods in self.whole["paths"].items()
                for method, operation in methods.items()}

    def check(self, method, path, status, body):
        """That a response is one that is described."""
        response = self.operations()[method, path]["responses"][str(status)]
        schema = response["content"]["application/json"]["schema"]
        whole = as_json_schema({**self.whole, "allOf": [schema]})
        jsonschema.Draft4Validator(whole).validate(json.loads(body))


class ApiTest(ServedTest):
    description = Description()

    # --- audits

    def by_command_line(self, article, name):
        run = self.run_tool("audit", "-", "--input-format", name, "--format", "jsonl",
                            "--fail-on", "never", "--allow-incomplete", input=article)
        self.assertEqual(run.returncode, 0, run.stderr)
        return run.stdout.split(b"\n")[0]

    def test_an_audit_is_that_of_the_command_line_byte_for_byte(self):
        server = self.serve()
        articles = [(path, "text", "text/plain; charset=utf-8")
                    for path in sorted(glob.glob(os.path.join(SOURCE, "corpus", "*.txt")))[:25]]
        articles += [(path, "html", "text/html")
                     for path in sorted(glob.glob(os.path.join(SOURCE, "tests/fixtures/html/*.html")))]
        articles += [(os.path.join(SOURCE, "README.md"), "markdown", "text/markdown")]
        self.assertGreater(len(articles), 20)
        whole = json.loads(read("docs", "report.schema.json"))
        for path, name, media_type in articles:
            article = read(path)
            status, headers, body = server.ask("POST", "/v1/audit", article,
                                               Content_Type=media_type)
            self.assertEqual((status, headers["Content-Type"]), (200, "application/json"))
            self.assertEqual(body, self.by_command_line(article, name), path)
        self.assertEqual(json.loads(body)["schema"], 1)
        self.assertTrue(whole)

    def test_an_article_in_json_says_where_it_comes_from(self):
        server = self.serve()
        plain = server.ask("POST", "/v1/audit", ARTICLE, Content_Type="text/plain")[2]
        status, body = server.post("/v1/audit", {"text": ARTICLE})
        self.assertEqual((status, body), (200, json.loads(plain)))
        status, body = server.post("/v1/audit", {
            "text": "<p>" + ARTICLE, "format": "html", "path": "x.html", "language": "en",
            "url": "https://example.org/x", "site": "example.org", "title": "X",
            "retrieved": "2026-01-01"})
        self.assertEqual((status, body["path"], body["format"], body["status"]),
                         (200, "x.html", "html", "audited"))
        self.assertEqual(body["source"], {"url": "https://example.org/x", "site": "example.org",
                                          "title": "X", "retrieved": "2026-01-01"})
        self.assertTrue(any(sentence["claims"] for sentence in body["sentences"]))

    def test_articles_that_cannot_be_taken(self):
        server = self.serve()
        for value, expected in (({}, 422), ([], 422), ({"text": 1}, 422), ({"text": None}, 422),
                                ({"text": "x", "format": "pdf"}, 422),
                                ({"text": "x", "colour": "red"}, 422)):
            self.assertEqual(server.post("/v1/audit", value)[0], expected, value)
        for body in (b"", b"{", b"\xff", b'{"text": "\xff"}', b"[" * 100000):
            status, _, answer = server.ask("POST", "/v1/audit", body,
                                           Content_Type="application/json")
            self.assertEqual(status, 400, body[:20])
            self.description.check("POST", "/v1/audit", status, answer)

    def test_types_that_are_not_taken(self):
        server = self.serve()
        for media_type in ("application/pdf", "multipart/form-data", "text", "", "text/plainer"):
            self.assertEqual(
                server.ask("POST", "/v1/audit", ARTICLE, Content_Type=media_type)[0], 415)
        self.assertEqual(server.ask("POST", "/v1/audit", ARTICLE)[0], 415)
        self.assertEqual(server.ask("POST", "/v1/audit", ARTICLE, Content_Type="text/plain",
                                    Content_Encoding="gzip")[0], 415)

    def test_options_of_the_audit(self):
        server = self.serve("--jurisdiction", "uk", "--assume-language", "en")
        body = json.loads(server.ask("POST", "/v1/audit", ARTICLE, Content_Type="text/plain")[2])
        basis = {b["jurisdiction"] for s in body["sentences"] for c in s["claims"]
                 for b in c["basis"]}
        self.assertEqual(basis, {"uk"})
        run = self.run_tool("serve", "--listen", "127.0.0.1:0", "--jurisdiction", "atlantis")
        self.assertEqual(run.returncode, 2)

    # --- the description

    def test_the_description_has_exactly_the_routes(self):
        table = re.findall(r'\{"(GET|POST)", "([^"]+)"', read("server", "routes.cpp", mode="r"))
        self.assertEqual(sorted(table), sorted(self.description.operations()))
        server = self.serve()
        methods = {}
        for method, path in table:
            methods.setdefault(path, set()).add(method)
        for path, names in methods.items():
            status, headers, _ = server.ask("DELETE", path.replace("{id}", "1"))
            allowed = set(headers["Allow"].split(", ")) - {"HEAD"}
            self.assertEqual((status, allowed), (405, names), path)
        for path in ("/v1", "/v1/", "/v1/audit/", "//healthz", "/v1/rules/1", "/../healthz",
                     "/%68ealthz", "/v1/review/documents/", "/v1/review/documents/1/2", "/x"):
            self.assertEqual(server.ask("GET", path)[0], 404, path)

    def test_the_description_is_served_and_of_this_version(self):
        server = self.serve()
        self.assertEqual(server.get("/v1/openapi.json"), self.description.whole)
        self.assertEqual(server.get("/healthz")["version"],
                         self.description.whole["info"]["version"])

    def test_the_description_holds_together(self):
        text = json.dumps(self.description.whole)
        for name in re.findall(r'"#/components/schemas/(\w+)"', text):
            self.assertIn(name, self.description.whole["components"]["schemas"])
        identifiers = [o["operationId"] for o in self.description.operations().values()]
        self.assertEqual(len(identifiers), len(set(identifiers)))
        for (method, path), operation in self.description.operations().items():
            named = [p["name"] for p in operation.get("parameters", []) if p["in"] == "path"]
            self.assertEqual(named, re.findall(r"\{(\w+)\}", path), path)
            self.assertEqual("requestBody" in operation, method == "POST", path)
            self.assertTrue(all(r["description"] for r in operation["responses"].values()))

    def test_responses_are_as_described(self):
        server, document, claims = self.review()
        self.assertEqual(server.post("/v1/review/decisions", {
            "document": document, "reviewer": "Ann",
            "decisions": [{"claim": claims[0], "state": "accepted"}]})[0], 200)
        for method, path in self.description.operations():
            if method != "GET" or path == "/":
                continue
            for asked in (path.replace("{id}", str(document)), path.replace("{id}", "999")):
                status, _, body = server.ask("GET", asked)
                self.assertEqual(status, 404 if asked.endswith("999") else 200, asked)
                self.description.check("GET", path, status, body)

    def test_rules_are_those_of_the_command_line(self):
        rules = self.serve().get("/v1/rules")
        run = self.run_tool("rules")
        listed = run.stdout.decode()
        self.assertGreater(len(rules["rules"]), 50)
        for rule in rules["rules"]:
            self.assertIn(rule["id"], listed)
        types = {t["id"] for t in rules["types"]}
        provisions = {p["id"] for p in rules["provisions"]}
        for rule in rules["rules"]:
            self.assertIn(rule["type"], types)
            self.assertLessEqual(set(rule["basis"]), provisions)

    def test_head_gives_what_get_does_without_the_body(self):
        server = self.serve()
        _, get, body = server.ask("GET", "/v1/rules")
        status, head, nothing = server.ask("HEAD", "/v1/rules")
        self.assertEqual((status, nothing), (200, b""))
        self.assertEqual(head["Content-Length"], get["Content-Length"])
        self.assertEqual(int(head["Content-Length"]), len(body))

    # --- who may ask

    def token_file(self, text=TOKEN + "\n"):
        return self.write("token", text)

    def test_the_token_is_asked_for(self):
        server = self.serve("--token-file", self.token_file())
        for value in (None, "", TOKEN, "Bearer", "Bearer ", "Bearer x", f"Bearer {TOKEN}x",
                      f"Bearer {TOKEN[:-1]}", f"Basic {TOKEN}", f"Bearer  {TOKEN}"):
            headers = {} if value is None else {"Authorization": value}
            for method, path in (("GET", "/v1/rules"), ("POST", "/v1/audit"), ("GET", "/nothing")):
                status, answer, body = server.ask(method, path, **headers)
                self.assertEqual((status, answer["WWW-Authenticate"]), (401, "Bearer"), value)
                self.assertNotIn(TOKEN.encode(), body)
        self.assertEqual(server.ask("GET", "/v1/rules", Authorization=f"Bearer {TOKEN}")[0], 200)
        self.assertEqual(server.ask("GET", "/v1/rules", Authorization=f"bearer {TOKEN}")[0], 200)
        for path in ("/", "/healthz", "/v1/openapi.json"):
            self.assertEqual(server.ask("GET", path)[0], 200, path)

    def test_tokens_that_are_none(self):
        for text in ("", "\n", "short\n", "with a blank in its midst\n"):
            run = self.run_tool("serve", "--listen", "127.0.0.1:0", "--token-file",
                                self.token_file(text))
            self.assertEqual(run.returncode, 2, text)

    def test_nothing_is_open_to_other_machines_without_a_token(self):
        for address in ("0.0.0.0:0", "[::]:0", "192.0.2.1:0"):
            run = self.run_tool("serve", "--listen", address)
            self.assertEqual(run.returncode, 2, address)
            self.assertIn(b"--token-file is needed", run.stderr)
        for address in ("127.0.0.1", "nowhere:80", "127.0.0.1:http", "127.0.0.1:70000", ""):
            self.assertEqual(self.run_tool("serve", "--listen", address).returncode, 2, address)

    def test_other_names_are_not_answered(self):
        token = f"Bearer {TOKEN}"
        server = self.serve("--host", "claims.example", "--token-file", self.token_file())
        for host, expected in (("127.0.0.1", 200), (f"localhost:{server.port}", 200),
                               ("LOCALHOST", 200), ("[::1]:1", 200), ("claims.example", 200),
                               ("evil.example", 421), ("localhost.evil.example", 421),
                               ("127.0.0.1.evil.example:80", 421), ("", 421)):
            self.assertEqual(server.ask("GET", "/v1/rules", Host=host,
                                        Authorization=token)[0], expected, host)
        for head in (b"", b"Host: localhost\r\nHost: localhost\r\n"):
            got = server.raw(b"GET /healthz HTTP/1.1\r\n" + head + b"\r\n")
            self.assertTrue(got.startswith(b"HTTP/1.1 400"), got[:40])

    def test_a_name_for_a_proxy_needs_a_token(self):
        run = self.run_tool("serve", "--listen", "127.0.0.1:0", "--host", "claims.example")
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"--token-file is needed", run.stderr)

    def test_the_address_that_it_listens_on_is_a_name_of_it(self):
        server = self.serve(address="127.0.0.2")
        self.assertEqual(server.ask("GET", "/v1/rules")[0], 200)
        self.assertEqual(server.ask("GET", "/v1/rules", Host="127.0.0.3")[0], 421)

    def test_pages_of_other_sites_get_nothing(self):
        server = self.serve()
        host = f"127.0.0.1:{server.port}"
        for headers, expected in (({"Origin": f"http://{host}"}, 200),
                                  ({"Origin": f"https://{host}"}, 200),
                                  ({"Sec_Fetch_Site": "same-origin"}, 200),
                                  ({"Origin": "http://evil.example"}, 403),
                                  ({"Origin": "null"}, 403),
                                  ({"Origin": "http://127.0.0.1"}, 403),
                                  ({"Origin": f"http://{host}.evil.example"}, 403),
                                  ({"Sec_Fetch_Site": "cross-site"}, 403),
                                  ({"Sec_Fetch_Site": "same-site"}, 403)):
            status, answer, _ = server.ask("POST", "/v1/audit", ARTICLE,
                                           Content_Type="text/plain", **headers)
            self.assertEqual(status, expected, headers)
            self.assertFalse([n for n in answer if n.lower().startswith("access-control")])
        self.assertEqual(server.ask("OPTIONS", "/v1/audit")[0], 405)

    def test_every_response_is_kept_in_its_place(self):
        server = self.serve()
        for path in ("/", "/healthz", "/nothing"):
            _, headers, _ = server.ask("GET", path)
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(headers["Cache-Control"], "no-store")
            self.assertEqual(headers["X-Frame-Options"], "DENY")
            self.assertEqual(len(headers.get_all("Content-Security-Policy")), 1)
            self.assertIn("default-src 'none'", headers["Content-Security-Policy"])

    # --- reviews

    def decide(self, server, document, reviewer, states):
        return server.post("/v1/review/decisions", {
            "document": document, "reviewer": reviewer,
            "decisions": [{"claim": claim, "state": state, "reason": f"{reviewer} said so"}
                          for claim, state in states.items()]})

    def test_without_a_store_there_is_nothing_to_review(self):
        server = self.serve()
        status, _, body = server.ask("GET", "/v1/review/documents")
        self.assertEqual(status, 404)
        self.assertIn(b"--store", body)

    def test_documents_of_the_last_audit_are_listed_and_shown(self):
        server, document, claims = self.review()
        listed = server.get("/v1/review/documents")
        self.assertEqual(listed["mode"], "served")
        self.assertEqual(len(listed["documents"]), 2)
        shown = server.get(f"/v1/review/documents/{document}")
        with open(self.path("r.json"), encoding="utf-8") as file:
            report = json.load(file)
        self.assertEqual(shown["document"], report["documents"][0])
        self.assertEqual(shown["decisions"], [])
        for path in ("/v1/review/documents/99", "/v1/review/documents/x",
                     "/v1/review/documents/-1", "/v1/review/documents/99999999999999999999"):
            self.assertEqual(server.ask("GET", path)[0], 404, path)
        self.write("in/c.txt", ARTICLE)
        self.run_tool("audit", "in", "--store", "a.db", "--format", "json", "--output", "r.json",
                      "--assume-language", "en")
        self.assertEqual(len(server.get("/v1/review/documents")["documents"]), 3)
        self.assertTrue(claims)

    def test_two_reviewers_at_once_and_how_far_they_agree(self):
        server, document, claims = self.review()
        # Both accept 4 of 10 and dismiss 3: observed 0.7. Ann accepts 5, Bo 6: by chance
        # 0.5 * 0.6 + 0.5 * 0.4 = 0.5. Kappa is (0.7 - 0.5) / (1 - 0.5).
        yes, no = "accepted", "dismissed"
        said = {"Ann": [yes] * 4 + [yes] + [no] * 2 + [no] * 3,
                "Bo": [yes] * 4 + [no] + [yes] * 2 + [no] * 3}
        results = []

        def review(name):
            for claim, state in zip(claims, said[name]):
                results.append(self.decide(server, document, name, {claim: state})[0])
        threads = [threading.Thread(target=review, args=(name,)) for name in said]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(results, [200] * 20)
        agreement = server.get("/v1/review/agreement")
        self.assertEqual(agreement["reviewers"], ["Ann", "Bo"])
        (pair,) = agreement["pairs"]
        self.assertEqual((pair["a"], pair["b"], pair["n"], pair["agreed"]), ("Ann", "Bo", 10, 7))
        self.assertAlmostEqual(pair["kappa"], 0.4)
        self.assertEqual({d["claim"] for d in agreement["disagreements"]}, set(claims[4:7]))
        self.assertEqual(len(self.journal()), 20)

    def test_the_latest_holds_and_nothing_is_forgotten(self):
        server, document, claims = self.review()
        for state in ("accepted", "open", "dismissed"):
            status, answer = self.decide(server, document, "Ann", {claims[0]: state})
            self.assertEqual((status, answer["saved"]), (200, 1))
        (decision,) = server.get("/v1/review/decisions")["decisions"]
        self.assertEqual((decision["claim"], decision["state"], decision["reviewer"]),
                         (claims[0], "dismissed", "Ann"))
        self.assertEqual(server.get(f"/v1/review/documents/{document}")["decisions"], [decision])
        self.assertEqual(len(self.journal()), 3)

    def test_the_decisions_file_is_honoured_by_the_next_audit(self):
        server, document, claims = self.review()
        self.decide(server, document, "Ann", {claims[0]: "dismissed", claims[1]: "dismissed",
                                              claims[2]: "accepted", claims[3]: "open"})
        self.decide(server, document, "Bo & Cy", {claims[0]: "dismissed", claims[1]: "accepted"})
        _, headers, body = server.ask("GET", "/v1/review/decisions.json")
        self.assertIn("attachment", headers["Content-Disposition"])
        decisions = {d["claim"]: d for d in json.loads(body)["decisions"]}
        self.assertEqual(set(decisions), {claims[0], claims[2]})
        self.assertEqual(decisions[claims[0]]["by"], "Ann, Bo & Cy")
        self.assertIn(decisions[claims[0]]["text"], CLAIMS)
        self.write("d.json", body.decode())
        run = self.run_tool("audit", "in", "--decisions", "d.json", "--assume-language", "en")
        self.assertIn(b"2 dismissed", run.stderr)  # the claim stands in both documents
        _, _, body = server.ask("GET", "/v1/review/decisions.json?reviewer=Bo+%26%20Cy")
        self.assertEqual({d["claim"]: d["action"] for d in json.loads(body)["decisions"]},
                         {claims[0]: "dismiss", claims[1]: "accept"})

    def test_decisions_that_are_not_kept(self):
        server, document, claims = self.review()
        good = {"claim": claims[1], "state": "accepted"}
        def with_one(**members):
            return {"document": document, "reviewer": "Ann",
                    "decisions": [good, {**good, "claim": claims[0], **members}]}
        for value in (with_one(claim="f" * 32), with_one(claim="x"), with_one(claim=None),
                      with_one(state="maybe"), with_one(state="dismissed"),
                      with_one(state="dismissed", reason=" \n"), with_one(reason="x" * 2001),
                      with_one(claim=claims[1]), {**with_one(), "document": None},
                      {**with_one(), "reviewer": ""}, {**with_one(), "reviewer": " "},
                      {**with_one(), "reviewer": "a\nb"}, {**with_one(), "reviewer": "x" * 101},
                      {**with_one(), "reviewer": 7}, {**with_one(), "decisions": {}},
                      {**with_one(), "decisions": [1]}, {**with_one(), "decisions": [good] * 10001},
                      {}, []):
            status, answer = server.post("/v1/review/decisions", value)
            self.assertEqual(status, 422, value)
            self.assertTrue(answer["error"])
        for media_type in ("text/plain", "application/x-www-form-urlencoded", "text/html"):
            status, _, _ = server.ask("POST", "/v1/review/decisions", json.dumps(with_one()),
                                      Content_Type=media_type)
            self.assertEqual(status, 415)
        self.assertEqual(self.journal(), [])
        status, answer = server.post("/v1/review/decisions",
                                     {**with_one(), "document": str(document)})
        self.assertEqual((status, answer["saved"]), (200, 2))

    def test_claims_of_other_documents_are_kept_with_theirs(self):
        # As the page sends them for all claims that are alike.
        self.write("in/c.txt", "Our adjustment heals eczema, as a neighbour told " +
                   "a friend of " * 40 + "ours.\n")
        server, document, claims = self.review()
        connection = sqlite3.connect(self.path("a.db"))
        rows = connection.execute("SELECT id, document, sentence FROM claims").fetchall()
        connection.close()
        where = {}
        sentences = {}
        for claim, row, sentence in rows:
            where.setdefault(claim, set()).add(row)
            sentences[claim] = sentence
        other = [claim for claim, documents in where.items() if document not in documents]
        self.assertTrue(any(len(sentences[claim]) > 300 for claim in other))
        self.assertEqual(len(where[claims[0]]), 2)
        status, answer = self.decide(server, document, "Ann",
                                     dict.fromkeys([claims[0], *other], "accepted"))
        self.assertEqual((status, answer.get("saved")), (200, 1 + len(other)), answer)
        kept = {d["claim"]: d for d in server.get("/v1/review/decisions")["decisions"]}
        self.assertEqual(kept[claims[0]]["document"], str(document))
        for claim in other:
            self.assertEqual(kept[claim]["document"], str(max(where[claim])))
        for row in self.journal():
            self.assertEqual(row[9], sentences[row[1]][:300])
        # A document that is gone leaves its claims where they still stand.
        status, _ = self.decide(server, 99, "Bo", {claims[0]: "accepted"})
        self.assertEqual(status, 200)
        self.assertEqual(self.journal()[-1][6], max(where[claims[0]]))

    def test_what_cannot_be_kept_is_said_without_the_name_of_the_store(self):
        server, document, claims = self.review()
        connection = sqlite3.connect(self.path("a.db"))
        connection.execute("CREATE TRIGGER no BEFORE INSERT ON decisions BEGIN "
                           "SELECT RAISE(ABORT, 'no'); END")
        connection.close()
        status, answer = self.decide(server, document, "Ann", {claims[0]: "accepted"})
        self.assertEqual((status, answer), (500, {"error": "the decisions could not be kept"}))
        self.assertEqual(server.ask("GET", "/healthz")[0], 200)
        server.stop()
        self.assertIn("a.db", "".join(server.log))

    def test_a_store_that_is_none_is_refused(self):
        self.write("notes.db", ARTICLE * 100)
        run = self.run_tool("serve", "--listen", "127.0.0.1:0", "--store", "notes.db")
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"is no results store", run.stderr)

    # --- the log

    def test_the_log_has_a_line_a_request_and_nothing_of_the_article(self):
        server = self.serve()
        server.ask("POST", "/v1/audit?secret=1", ARTICLE, Content_Type="text/plain")
        server.raw(b"GET /\x1b[31m\xe2\x80\xae HTTP/1.1\r\nHost: localhost\r\n\r\n")
        self.assertEqual(server.stop(), 0)
        lines = [line for line in server.log if "POST /v1/audit" in line]
        self.assertEqual(len(lines), 1)
        self.assertRegex(lines[0], r"^\S+Z 127\.0\.0\.1 POST /v1/audit 200 \d+ \d+\.\d{4}$")
        everything = "".join(server.log)
        self.assertNotIn("migraine", everything)
        self.assertNotIn("secret", everything)
        self.assertTrue(all(" " <= c <= "~" or c == "\n" for c in everything))


if __name__ == "__main__":
    main(ApiTest)
