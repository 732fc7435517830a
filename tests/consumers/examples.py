#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the programs of examples/ as an editor, a crawler and a CMS would.
usage: examples.py FOLDER_OF_PROGRAMS"""
import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAMS = pathlib.Path(sys.argv[1])
CURE = "Our adjustments cure migraine.\n"
PLAIN = "The atlas joins the skull to the neck.\n"


def run(program, *arguments, given=""):
    return subprocess.run([PROGRAMS / program, *arguments], input=given, text=True,
                          capture_output=True, timeout=60, check=False)


def expect(holds, what, result):
    if not holds:
        sys.exit(f"{what}: code {result.returncode}\n{result.stdout}{result.stderr}")


def cms_hook():
    held = run("cms_hook", "a.md", given=f"# Relief\n\n{CURE}")
    expect(held.returncode == 1, "a cure is held", held)
    expect("3:17: efficacy.cure: " in held.stdout, "with its place", held)
    plain = run("cms_hook", given=PLAIN)
    expect((plain.returncode, plain.stdout) == (0, ""), "plain anatomy is published", plain)
    empty = run("cms_hook")
    expect(empty.returncode == 1, "what is not audited is held", empty)


def crawl_filter():
    pages = {"https://a.example/ cure": CURE, "https://b.example/": PLAIN, "https://c.example/": ""}
    given = "".join(f"{url} {len(page)}\n{page}" for url, page in pages.items())
    result = run("crawl_filter", given=given)
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    expect([row[0] for row in rows] == ["keep", "drop", "retry"], "pages are told apart", result)
    expect([row[3] for row in rows] == list(pages), "by their URL", result)
    expect(float(rows[0][1]) > 0 and int(rows[0][2]) > 0, "with risk and claims", result)
    broken = run("crawl_filter", given="https://a.example/ 100\nshort")
    expect(broken.returncode == 2 and "ends early" in broken.stderr, "a cut page is told", broken)


def audit_on_save():
    with tempfile.TemporaryDirectory() as folder:
        draft = pathlib.Path(folder) / "draft.txt"
        draft.write_text(PLAIN, encoding="utf-8")
        once = run("audit_on_save", draft)
        expect((once.returncode, once.stdout) == (0, ""), "there is nothing to say", once)
        with subprocess.Popen([PROGRAMS / "audit_on_save", "--changes", "1", draft],
                              stdout=subprocess.PIPE, text=True) as watcher:
            # A change may come before it looks: go on until one was seen.
            for second in range(60):
                draft.write_text(PLAIN + CURE, encoding="utf-8")
                os.utime(draft, (second, second))
                try:
                    watcher.wait(1)
                    break
                except subprocess.TimeoutExpired:
                    continue
            watcher.kill()
            seen = watcher.stdout.read()
        if f"{draft}:2:17: error: " not in seen or "[efficacy.cure]" not in seen:
            sys.exit(f"a saved draft is audited: {seen}")


for example in (cms_hook, crawl_filter, audit_on_save):
    example()
    print(example.__name__, "works")
