# SPDX-License-Identifier: Apache-2.0
"""Words of strangers in what is written: to terminals, spreadsheets, pages and other programs."""
import csv
import html.parser
import io
import json
import os
import pty
import re

from attack import CLAIM, Outcome, attack

ESCAPES = ("\x1b[2J", "\x1b]0;owned\x07", "\x9b31m", "\u202e", "\u2066", "\u200f", "\r", "\x08" * 9,
           "\x00", "\u2028", "\ufeff", "\x7f", "\x85", "\U000e0041")
# What moves a cursor or turns the direction, as bytes; colours of our own are not among them.
DANGEROUS = re.compile(rb"\x1b(?!\[[0-9;]*m)|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae\x8e\x8f]|"
                       rb"\xe2\x81[\xa6-\xa9]|\xd8\x9c|\x00|\x07|\x08|\x7f")
NAMES = ("a\x1b[2Jb", "a\nb", "a\r\nclaimlint: all clean", "\u202egnp.exe", "=1+1", "-n", "--help",
         "<img src=x onerror=alert(1)>", "a'\";--", "%0a", "a,b", "a::error::b", "]]>", "a\x7f\x9bb",
         " ", "a b", "con", "\ufeffa", "\U000e0041")
INJECTED = ("</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"}],\"x\":[{\"",
            "=HYPERLINK(\"http://evil\")", "@SUM(1)", "+1", "-1", "\uff1d1", "::error file=a::b",
            "%0A::error::", "]]>", "<!--", "javascript:alert(1)", "${7*7}", "\\u0000", "\ud7ff\ufffd")
FORMATS = ("text", "explain", "summary", "json", "jsonl", "csv", "github", "html", "sarif")


def hostile_folder(tool):
    for i, escape in enumerate(ESCAPES + INJECTED):
        sentence = f"Our adjustment {escape} cures migraines {escape} for good."
        tool.write(f"in/{i}.txt", f"{escape}\n\n{sentence}\n\n{escape} {CLAIM}")
        tool.write(f"in/{i}.html", f"<title>{escape}</title><p>{sentence}<p title='{escape}'>{CLAIM}")
    for name in NAMES:
        tool.write(f"in/{name}.txt", f"{name} {CLAIM}")
        tool.write(f"in/{name}/x.docx", b"no docx")
    with open(os.fsencode(tool.path("in")) + b"/\xff\xfe\x9b.txt", "w", encoding="utf-8") as file:
        file.write(CLAIM)


def through_terminal(tool, *arguments):
    """What arrives at a terminal."""
    ours, theirs = pty.openpty()
    process = tool.start("audit", "--no-config", "--assume-language", "en", *arguments,
                         stdout=theirs, stderr=theirs)
    os.close(theirs)
    got = b""
    try:
        while piece := os.read(ours, 65536):
            got += piece
    except OSError:
        pass
    os.close(ours)
    return process.wait(), got


class Elements(html.parser.HTMLParser):
    """Tags and attributes of a page that no report of ours has."""

    def __init__(self):
        super().__init__()
        self.bad = []

    def handle_starttag(self, tag, attrs):
        self.bad += [name for name, _ in attrs if name.startswith("on")]
        self.bad += [value for name, value in attrs
                     if name in ("href", "src") and value and value.startswith("javascript:")]
        if tag == "img":
            self.bad.append(tag)

    def handle_data(self, data):
        if (self.get_starttag_text() or "").startswith("<script") and data.lstrip().startswith("alert"):
            self.bad.append(data[:20])


def check_form(outcome, name, out):
    if name in ("json", "sarif"):
        json.loads(out)
    elif name == "jsonl":
        for line in out.decode().split("\n")[:-1]:
            json.loads(line)
    elif name == "csv":
        rows = list(csv.reader(io.StringIO(out.decode(), newline="")))
        outcome.check(len({len(row) for row in rows}) == 1, "csv: rows of different lengths")
        formulas = [cell for row in rows[1:] for cell in row
                    if re.match(r"\s*[=+@\uff1d\uff0b\uff20-]", cell)]
        outcome.check(not formulas, f"csv: a formula {formulas[:1]}")
    elif name == "github":
        lines = out.decode().split("\n")[:-1]
        # The last says how many there are.
        strange = [line for line in lines[:-1] if not re.match(r"::(error|warning|notice) ", line)]
        outcome.check(not strange, f"github: a line of its own {strange[:1]}")
    elif name == "html":
        page = Elements()
        page.feed(out.decode())
        outcome.check(not page.bad, f"html: {page.bad[:1]}")


@attack("escapes, formulas and markup in articles and names, in every format")
def strange_words(tool):
    outcome = Outcome()
    hostile_folder(tool)
    for name in FORMATS:
        for more in ((), ("--with-vetoed", "--clusters"), ("--colour", "always")):
            run = tool.audit("in", "--format", name, *more)
            outcome.tried += 1
            outcome.check(run.code == 3, f"{name}: exit code {run.code}")
            for stream in (run.out if name not in ("html",) else b"", run.err):
                found = DANGEROUS.search(stream)
                outcome.check(not found, f"{name}: {stream[found.start() - 20:found.end() + 20]}"
                              if found else "")
            check_form(outcome, name, run.out)
    return outcome


@attack("escapes on a terminal: reports, progress, messages")
def terminals(tool):
    outcome = Outcome()
    hostile_folder(tool)
    for arguments in (("in",), ("in", "--format", "summary"), ("in", "--format", "explain"),
                      ("in", "--output", "r.json", "--format", "json"), ("in", "--suggest"),
                      ("no\x1b[2Jsuch\u202e",), ("in", "--fail-on", "\x1b[2J\u202e"),
                      ("in", "--config", "\x1b[2J"), ("in", "--lexicons", "in/\x1b[2Jb"),
                      ("in", "--decisions", "in/a\x1b[2Jb.txt"), ("in", "--store", "in/a\x1b[2Jb.txt"),
                      ("in", "--manifest", "in/a\x1b[2Jb.txt"), ("in", "--baseline", "\u202e.json"),
                      ("in", "--output", "no\x1b[2J/\u202e"), ("--\x1b[2J",),
                      ("in", "--reference", "in/0.txt")):
        code, seen = through_terminal(tool, *arguments)
        outcome.tried += 1
        # What progress erases its own line with.
        seen = seen.replace(b"\r\x1b[K", b"")
        found = DANGEROUS.search(seen)
        outcome.check(code in (0, 1, 2, 3), f"{arguments}: exit code {code}")
        outcome.check(not found, f"{arguments}: {seen[found.start() - 30:found.end() + 20]}"
                      if found else "")
    return outcome


@attack("reports of a hundred thousand claims in one document")
def many_claims(tool):
    outcome = Outcome()
    many = int(100_000 * tool.scale)
    tool.write("many.txt", "Our adjustment cures asthma.\n\n" * many)
    worst = (0.0, "")
    for name in FORMATS:
        run = tool.audit("many.txt", "--format", name)
        outcome.tried += 1
        outcome.check(run.code == 1, f"{name}: exit code {run.code}")
        outcome.check(len(run.out) > 0, f"{name}: nothing")
        check_form(outcome, name, run.out)
        if name == "csv":
            outcome.check(run.out.count(b"\r\n") >= many, f"csv: {run.out.count(bytes(2))} rows")
        if name == "json":
            claims = sum(len(s["claims"]) for s in json.loads(run.out)["documents"][0]["sentences"])
            outcome.check(claims >= many, f"json: {claims} claims")
        worst = max(worst, (run.seconds, f"{name}, {run.kib // 1024} MiB"))
    outcome.worst = f"{many} claims: {worst[0]:.1f} s for {worst[1]}"
    return outcome
