#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Which files an audit takes: folders, patterns, lists, archives, git, the configuration file; and
what it does with files that go wrong.

usage: folders.py CLAIMLINT"""
import io
import json
import os
import pty
import random
import shutil
import signal
import subprocess
import sys
import tarfile
import threading
import time
import unittest
import zipfile

sys.dont_write_bytecode = True  # nothing of a test run stays in the source tree
from in_folder import InFolder

TOOL = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else None

CLAIM = "Our adjustment cures migraines.\n"
CLEAN = "The clinic is open from nine to five, and the bus stops at the door.\n"
NOBODY = 65534


class Case(InFolder):
    def write(self, name, text=CLEAN):
        return super().write(name, text)

    def run_tool(self, *arguments, **more):
        more.setdefault("cwd", self.folder)
        run = subprocess.run([TOOL, *arguments], capture_output=True, check=False,
                             env=self.environment(), **more)
        run.stdout, run.stderr = run.stdout.decode(), run.stderr.decode()
        return run

    def documents(self, *arguments, codes=(0, 1), **more):
        run = self.run_tool("audit", *arguments, "--format", "jsonl", **more)
        self.assertIn(run.returncode, codes, run.stderr)
        lines = [json.loads(line) for line in run.stdout.splitlines()]
        self.assertEqual(lines[-1]["kind"], "summary")
        return lines[:-1]

    def paths(self, *arguments, **more):
        return [document["path"] for document in self.documents(*arguments, **more)]

    def assert_refused(self, *arguments, says, **more):
        run = self.run_tool("audit", *arguments, **more)
        self.assertEqual((run.returncode, run.stdout), (2, ""), run.stderr)
        self.assertIn(says, run.stderr)


class Patterns(Case):
    def test_include_and_exclude_choose_by_the_path_in_the_report(self):
        for name in ("site/a.html", "site/b.md", "site/drafts/c.html", "site/blog/d.html"):
            self.write(name)
        self.assertEqual(self.paths("site", "--include", "*.html", "--exclude", "drafts/"),
                         ["a.html", "blog/d.html"])
        self.assertEqual(self.paths("site", "--include", "/a.*", "--include", "*.md"),
                         ["a.html", "b.md"])

    def test_an_empty_pattern_is_refused(self):
        self.assert_refused(".", "--exclude", "", says="--exclude: the pattern is empty")

    @unittest.skipUnless(shutil.which("git"), "git is not installed")
    def test_ignore_files_say_what_they_say_to_git(self):
        generator = random.Random(6)
        for tree in range(25):
            self.assert_same_as_git(f"tree{tree}", generator)

    def assert_same_as_git(self, tree, generator):
        os.mkdir(self.path(tree))
        subprocess.run(["git", "init", "-q", self.path(tree)], check=True)
        names = ["a", "b", "ab", "abc", "a b", "[a]", ".x", "\u00e4", "!a", "#a", "a\\b", "A", "*"]
        files = set()
        for _ in range(25):
            parts = generator.choices(names, k=generator.randint(0, 3))
            file = "/".join(parts + [generator.choice(names) + generator.choice([".txt", ".html"])])
            files.add(file)
            self.write(f"{tree}/{file}")
        folders = sorted({os.path.dirname(file) for file in files} - {""})
        for folder in ["", *generator.sample(folders, min(2, len(folders)))]:
            lines = "\n".join(pattern(generator, names) for _ in range(generator.randint(1, 5)))
            for name in (".gitignore", ".claimlintignore"):
                self.write(os.path.join(tree, folder, name), lines)
        ignored = subprocess.run(["git", "check-ignore", "-z", "--no-index", "--stdin"],
                                 input="\0".join(sorted(files)).encode(), capture_output=True,
                                 cwd=self.path(tree), check=False).stdout.decode().split("\0")
        self.assertEqual(set(self.paths(tree)), files - set(ignored), tree)


def pattern(generator, names):
    pieces = ["a", "b", "*", "**", "?", "/", "[ab]", "[!a]", "[a-c]", "\\", "[[:alpha:]]", "**/",
              "/**", "!", "#", " ", "*.txt", "[", "[]a]"]
    if generator.random() < 0.4:
        return "".join(generator.choices(pieces, k=generator.randint(1, 5)))
    start = generator.choice(["", "", "!", "/", "**/"])
    return start + generator.choice(names) + generator.choice(["", "/", "/**", "/*", ".txt"])


class Lists(Case):
    def test_lines_of_a_list_are_paths_as_they_are_given(self):
        for name in ("a/x.txt", "b/x.txt", "b/in/y.txt", "c.unknown"):
            self.write(name)
        self.write("list", "b/x.txt\n\n./a/x.txt\nb\nc.unknown\n")
        expected = ["b/x.txt", "a/x.txt", "b/in/y.txt", "b/x.txt", "c.unknown"]
        self.assertEqual(self.paths("--files-from", "list"), expected)
        with open(self.path("list"), "rb") as file:
            self.assertEqual(self.paths("--files-from", "-", stdin=file), expected)

    def test_a_list_read_while_the_report_is_written_loses_nothing(self):
        names = [f"{number:02}.txt" for number in range(40)]
        for name in names:
            self.write(name)
        for _ in range(25):
            self.assertEqual(self.paths("--files-from", "-", "--jobs", "2",
                                        input="\n".join(names).encode()), names)

    def test_patterns_hold_for_a_list_and_arguments_come_first(self):
        for name in ("a/x.txt", "a/y.txt", "z.txt"):
            self.write(name)
        self.assertEqual(self.paths("z.txt", "--files-from", "-", "--exclude", "a/x.*",
                                    input=b"a/x.txt\na/y.txt\n"), ["z.txt", "a/y.txt"])

    def test_names_with_line_ends_and_names_that_are_no_utf8(self):
        self.write("a\nb.txt")
        self.write("last.txt")
        bad = os.path.join(os.fsencode(self.folder), b"\xff.txt")
        with open(bad, "wb") as file:
            file.write(CLEAN.encode())
        names = b"a\nb.txt\0\xff.txt\0last.txt\0"
        documents = self.documents("--files-from", "-", "--null", input=names)
        self.assertEqual([document["path"] for document in documents],
                         ["a\nb.txt", "%FF.txt", "last.txt"])
        self.assertEqual({document["status"] for document in documents}, {"audited"})
        self.assertEqual(self.paths("."), ["a\nb.txt", "last.txt", "%FF.txt"])

    def test_what_a_list_names_and_is_not_there_is_said(self):
        self.write("there.txt")
        run = self.run_tool("audit", "--files-from", "-", input=b"gone.txt\nthere.txt\n")
        self.assertEqual(run.returncode, 3)
        self.assertIn("gone.txt: not audited: unreadable (no such file or directory)", run.stderr)
        self.assertIn("there.txt", run.stdout)

    def test_what_makes_no_sense_is_refused(self):
        self.assert_refused("--files-from", "gone", says="gone: cannot be read")
        self.assert_refused("--files-from", ".", says=".: cannot be read")
        self.assert_refused(".", "--null", says="--null needs --files-from")
        self.assert_refused("-", "--files-from", "-", says="either a list of files or an article")
        self.assert_refused(says="audit needs a file or folder")


class Archives(Case):
    MEMBERS = {"z.html": f"<p>{CLAIM}</p>", "in/a.txt": CLAIM, "\u00fc.md": CLEAN, "b.jpg": "no"}

    def zip(self, name, members):
        with zipfile.ZipFile(self.path(name), "w", zipfile.ZIP_DEFLATED) as archive:
            for member, text in members.items():
                archive.writestr(member, text)
        return name

    def tar(self, name, members, mode="w:gz"):
        with tarfile.open(self.path(name), mode) as archive:
            for member, text in members.items():
                data = text.encode() if isinstance(text, str) else text
                info = tarfile.TarInfo(member)
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
        return name

    def test_members_are_audited_as_the_files_would_be(self):
        for member, text in self.MEMBERS.items():
            self.write("plain/" + member, text)
        plain = {document["path"]: document for document in self.documents("plain")}
        for name in (self.zip("a.zip", self.MEMBERS), self.tar("a.tar.gz", self.MEMBERS),
                     self.tar("a.tgz", self.MEMBERS), self.tar("a.tar", self.MEMBERS, "w")):
            documents = self.documents(name)
            self.assertEqual([document["path"] for document in documents],
                             [f"{name}/z.html", f"{name}/in/a.txt", f"{name}/\u00fc.md"])
            for document in documents:
                path = document.pop("path").removeprefix(name + "/")
                self.assertEqual({"path": path, **document}, plain[path])

    def test_any_number_of_jobs_gives_the_same_bytes(self):
        os.mkdir(self.path("in"))
        for number in range(3):
            self.tar(f"in/{number}.tgz", {f"{i}.txt": CLAIM * (i % 7 + 1) for i in range(40)})
        runs = {self.run_tool("audit", "in", "--format", "jsonl", "--jobs", jobs).stdout
                for jobs in ("1", "2", "5")}
        self.assertEqual(len(runs), 1)

    def test_a_bomb_is_given_up_and_the_rest_is_done(self):
        os.mkdir(self.path("in"))
        self.tar("in/bomb.tgz", {f"{i}.html": bytes(30 << 20) for i in range(5)})
        self.write("in/after.txt", CLAIM)
        documents = self.documents("in", codes=(3,))
        self.assertEqual(documents[0]["path"], "after.txt")
        self.assertEqual(documents[0]["status"], "audited")
        self.assertEqual((documents[-1]["path"], documents[-1]["reasons"]),
                         ("bomb.tgz", ["budget"]))
        self.assertIn("decompressed it is too large for its size",
                      documents[-1]["notes"][0]["message"])

    def test_what_is_damaged_encrypted_or_an_archive_itself_is_said(self):
        self.zip("a.zip", {"x.zip": "no", "y.txt": CLEAN})
        self.write("b.zip", "no archive at all")
        data = bytearray(self.read(self.zip("c.zip", {"x.txt": CLEAN})))
        for signature, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
            data[data.index(signature) + flags] |= 1
        self.write("c.zip", bytes(data))
        self.tar("d.tar", {"x.txt": CLEAN, "y.txt": CLEAN * 99}, "w")
        self.write("d.tar", self.read("d.tar")[:2048])
        run = self.run_tool("audit", ".", "--format", "jsonl")
        self.assertEqual(run.returncode, 3)
        for line in ("a.zip/x.zip: not audited: unreadable (an archive within an archive is not "
                     "opened)", "b.zip: not audited: unreadable (no archive, or a damaged one",
                     "c.zip/x.txt: not audited: unreadable (is encrypted)", "d.tar"):
            self.assertIn(line, run.stderr)
        audited = [document["path"] for document in map(json.loads, run.stdout.splitlines()[:-1])
                   if document["status"] == "audited"]
        self.assertEqual(audited, ["a.zip/y.txt", "d.tar/x.txt"])

    def test_names_that_lead_out_lead_nowhere(self):
        self.tar("a.tar", {"../../x.txt": CLEAN, "/etc/y.txt": CLEAN}, "w")
        self.assertEqual(self.paths("a.tar"), ["a.tar/%2E%2E/%2E%2E/x.txt", "a.tar/etc/y.txt"])


@unittest.skipUnless(shutil.which("git"), "git is not installed")
class Git(Case):
    def setUp(self):
        super().setUp()
        for name in ("repo/a.txt", "repo/b.txt", "repo/in/c.txt", "repo/in/gone.txt"):
            self.write(name)
        self.git("init", "-q")
        self.git("add", ".")
        self.git("-c", "user.name=n", "-c", "user.email=e@example.org", "commit", "-qm", "first")

    def git(self, *arguments):
        subprocess.run(["git", *arguments], cwd=self.path("repo"), check=True)

    def test_only_what_differs_from_the_revision(self):
        self.assertEqual(self.paths("repo", "--changed-since", "HEAD"), [])
        self.write("repo/b.txt", CLAIM)
        self.write("repo/in/new\nname.txt", CLAIM)
        self.write("repo/.gitignore", "ignored.txt\n")
        self.write("repo/ignored.txt", CLAIM)
        os.remove(self.path("repo/in/gone.txt"))
        self.assertEqual(self.paths("repo", "--changed-since", "HEAD"),
                         ["b.txt", "in/new\nname.txt"])
        self.git("add", "b.txt")
        self.assertEqual(self.paths("repo/b.txt", "repo/a.txt", "--changed-since", "HEAD"),
                         ["b.txt"])
        self.assertEqual(self.paths("in", "--changed-since", "HEAD", cwd=self.path("repo")),
                         ["new\nname.txt"])

    def test_the_way_to_a_file_does_not_matter(self):
        self.write("repo/b.txt", CLAIM)
        os.symlink(self.path("repo"), self.path("link"))
        self.assertEqual(self.paths("link", "--changed-since", "HEAD"), ["b.txt"])

    def test_what_git_does_not_know_is_refused(self):
        self.write("plain/a.txt")
        self.assert_refused("plain", "--changed-since", "HEAD", says="'plain' is in no work tree")
        for revision in ("nothing", "--output=stolen", "HEAD; touch stolen", ""):
            self.assert_refused("repo", "--changed-since", revision,
                                says=f"git knows no revision '{revision}'")
        self.assertFalse(os.path.exists(self.path("repo/stolen")))
        self.assert_refused("--files-from", "-", "--changed-since", "HEAD", says="--changed-since")


class ConfigurationFile(Case):
    def test_one_is_found_upwards_from_the_first_path(self):
        self.write("site/.claimlint.toml", 'exclude = ["*.md"]\nformat = "jsonl"\n')
        self.write("site/blog/a.txt")
        self.write("site/blog/b.md")
        run = self.run_tool("audit", "site/blog")
        self.assertEqual(json.loads(run.stdout.splitlines()[0])["path"], "a.txt")
        self.assertEqual(run.stderr, "claimlint: options of site/.claimlint.toml\n")
        self.assertEqual(self.run_tool("audit", "site/blog", "--quiet").stderr, "")
        self.assertEqual(self.paths("site/blog", "--no-config"), ["a.txt", "b.md"])

    def test_the_command_line_wins(self):
        self.write(".claimlint.toml", 'fail-on = "never"\nexclude = ["a.txt"]\nquiet = true\n')
        self.write("a.txt", CLAIM)
        self.write("b.txt", CLAIM)
        self.assertEqual(self.run_tool("audit", ".").returncode, 0)
        self.assertEqual(self.run_tool("audit", ".", "--fail-on", "low").returncode, 1)
        self.assertEqual(self.paths("."), ["b.txt"])
        self.assertEqual(self.paths(".", "--exclude", "b.txt"), ["a.txt"])

    def test_names_of_files_are_taken_from_its_folder(self):
        self.write("a.txt", CLAIM)
        os.mkdir(self.path("ci"))
        self.write("ci/strict.toml", 'output = "out.json"\nformat = "json"\njobs = 2\n')
        self.assertEqual(self.run_tool("audit", "a.txt", "--config", "ci/strict.toml").stdout, "")
        report = json.loads(self.read("ci/out.json"))
        self.assertEqual(report["documents"][0]["path"], "a.txt")

    def test_all_that_is_wrong_is_said_with_its_place(self):
        self.write("a.txt")
        self.write(".claimlint.toml", 'format = "jsonl"\nfial-on = "low"\njobs = "many"\n'
                   'quiet = "yes"\nconfig = "x"\nexclude = [1]\n\n[[override]]\n'
                   'paths = []\nformat = "json"\nrules-only = 1\n\n[[override]]\nnothing = 1\n')
        self.assert_refused("a.txt", says="")
        run = self.run_tool("audit", "a.txt")
        self.assertEqual(run.stderr.splitlines(), [
            ".claimlint.toml:2:1: unknown key 'fial-on'",
            ".claimlint.toml:3:8: --jobs: 'many' is no number from 0 to 1024",
            ".claimlint.toml:4:9: expected true or false",
            ".claimlint.toml:5:1: unknown key 'config'",
            ".claimlint.toml:6:12: expected a string",
            ".claimlint.toml:9:9: expected an array of patterns",
            ".claimlint.toml:10:1: 'format' is for all paths or none",
            ".claimlint.toml:11:14: expected true or false",
            ".claimlint.toml:13:1: missing key 'paths'",
            ".claimlint.toml:14:1: unknown key 'nothing'"])

    def test_what_is_no_toml_is_said_with_its_place(self):
        self.write("a.txt")
        self.write(".claimlint.toml", "jobs = 2\njobs\n")
        run = self.run_tool("audit", "a.txt")
        self.assertEqual(run.returncode, 2)
        self.assertRegex(run.stderr, r"^\.claimlint\.toml:2:\d+: ")
        self.assert_refused("a.txt", "--config", "gone.toml", says="gone.toml: cannot be read")
        self.assert_refused("a.txt", "--config", "x", "--no-config", says="contradict")

    def test_overrides_are_for_the_paths_they_name(self):
        german = "Unsere Praxis ist von neun bis fünf Uhr geöffnet, und der Bus hält vor der Tür.\n"
        for name in ("blog/a.txt", "blog/in/b.txt", "c.txt"):
            self.write("site/" + name, german * 3)
        self.write("site/page.txt", f"<p>{CLEAN}</p>")
        self.write("site/.claimlint.toml",
                   '[[override]]\npaths = ["blog/**"]\nassume-language = "en"\n'
                   'jurisdiction = ["us", "uk"]\n'
                   '[[override]]\npaths = ["page.txt"]\ninput-format = "html"\n')
        documents = {document["path"]: document for document in self.documents("site", codes=(3,))}
        self.assertEqual({path: document["status"] for path, document in documents.items()},
                         {"blog/a.txt": "audited", "blog/in/b.txt": "audited",
                          "c.txt": "not_audited", "page.txt": "audited"})
        self.assertEqual(documents["page.txt"]["format"], "html")
        forced = self.documents("site", "--assume-language", "de", codes=(3,))
        self.assertEqual({document["status"] for document in forced}, {"not_audited"})

    def test_an_override_can_turn_a_switch_off(self):
        self.write("a.txt", CLAIM)
        self.write("b.txt", CLAIM)
        self.write(".claimlint.toml", 'rules-only = true\n[[override]]\npaths = ["b.txt"]\n'
                   'rules-only = false\n')
        first, second = self.documents(".")
        self.assertIsNone(first["sentences"][0]["claims"][0]["confidence"])
        self.assertIsNotNone(second["sentences"][0]["claims"][0]["confidence"])

    def test_an_override_that_no_audit_accepts_is_refused(self):
        self.write("a.txt")
        self.write(".claimlint.toml", '\n[[override]]\npaths = ["x"]\njurisdiction = "atlantis"\n')
        self.assert_refused("a.txt", says=".claimlint.toml:2:1: ")

    def test_overrides_are_part_of_the_configuration_of_the_report(self):
        self.write("a.txt")
        hashes = set()
        for text in ("", '[[override]]\npaths = ["x"]\nrules-only = true\n',
                     '[[override]]\npaths = ["y"]\nrules-only = true\n'):
            self.write(".claimlint.toml", text)
            self.run_tool("audit", "a.txt", "--format", "json", "--output", "out.json")
            configuration = json.loads(self.read("out.json"))["tool"]["configuration"]
            record = json.loads(self.read("out.json.run.json"))
            self.assertEqual(record["tool"]["configuration"], configuration)
            hashes.add(configuration)
        self.assertEqual(len(hashes), 3)


class BadFiles(Case):
    def test_an_unreadable_file_is_said_and_the_rest_is_done(self):
        if not os.path.exists("/proc/self/mem"):
            self.skipTest("there is no file here that nobody can read")
        self.write("a.txt")
        os.symlink("/proc/self/mem", self.path("b.txt"))
        self.write("c.txt")
        run = self.run_tool("audit", ".", "--format", "jsonl")
        self.assertEqual(run.returncode, 3)
        self.assertRegex(run.stderr, r"^claimlint: b\.txt: not audited: unreadable \(.+\)\n$")
        statuses = [json.loads(line)["status"] for line in run.stdout.splitlines()[:-1]]
        self.assertEqual(statuses, ["audited", "not_audited", "audited"])

    def test_a_growing_file_is_said_and_the_rest_is_done(self):
        # Large, so that reading takes longer than appending; of bytes that no format has.
        self.write("a.txt", bytes(40 << 20))
        self.write("b.txt")
        done = threading.Event()

        def grow():
            with open(self.path("a.txt"), "ab", buffering=0) as file:
                while not done.is_set() and file.tell() < 60 << 20:
                    file.write(b"\0")

        writer = threading.Thread(target=grow)
        writer.start()
        try:
            growing, other = self.documents(".", codes=(3,))
        finally:
            done.set()
            writer.join()
        self.assertIn("changed", growing["reasons"])
        self.assertIn("the file changed while it was being read",
                      [note["message"] for note in growing["notes"]])
        self.assertEqual(other["status"], "audited")

    def test_files_that_vanish_during_the_run_are_said_and_the_rest_is_done(self):
        names = [f"{i:04}.txt" for i in range(600)]
        for name in names:
            self.write("in/" + name, CLAIM * 20)
        remover = threading.Thread(target=lambda: [os.remove(self.path("in", name))
                                                   for name in reversed(names[300:])])
        remover.start()
        documents = self.documents("in", codes=(1, 3))
        remover.join()
        self.assertGreaterEqual(len(documents), 300)
        for document in documents:
            self.assertIn((document["status"], document["reasons"]),
                          [("audited", []), ("not_audited", ["unreadable"])])

    def test_a_folder_that_cannot_be_written_to_is_said_and_left_alone(self):
        self.write("a.txt")
        os.mkdir(self.path("out"))
        self.write("out/report.json", "old")
        os.chmod(self.path("out"), 0o555)
        os.chmod(self.folder, 0o755)
        more = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        try:
            subprocess.run([TOOL, "--version"], check=True, capture_output=True, **more)
        except (OSError, subprocess.CalledProcessError):
            self.skipTest("the tool cannot be run by a user without rights")
        run = self.run_tool("audit", "a.txt", "--output", "out/report.json", **more)
        self.assertEqual(run.returncode, 2)
        self.assertIn("out/report.json", run.stderr)
        self.assertEqual(os.listdir(self.path("out")), ["report.json"])
        self.assertEqual(self.read("out/report.json"), b"old")


class Progress(Case):
    def seen_on_terminal(self, *arguments, pause=False):
        """What standard error shows where it is a terminal."""
        terminal, tool_side = pty.openpty()
        with open(self.path("report"), "wb") as out:
            run = subprocess.Popen([TOOL, "audit", *arguments], cwd=self.folder, stdout=out,
                                   stdin=subprocess.DEVNULL, stderr=tool_side)
        os.close(tool_side)
        shown = b""
        while True:
            try:
                piece = os.read(terminal, 65536)
            except OSError:  # what Linux says when the other side is closed
                break
            if not piece:
                break
            if pause and not shown:
                run.send_signal(signal.SIGSTOP)
                time.sleep(1.2)
                run.send_signal(signal.SIGCONT)
            shown += piece
        os.close(terminal)
        run.wait()
        return shown.decode()

    def test_a_terminal_sees_how_far_it_is_and_how_long_it_takes(self):
        for number in range(400):
            self.write(f"in/{number:04}.txt", CLAIM * 200)
        shown = self.seen_on_terminal("in", "--jobs", "1", pause=True)
        self.assertRegex(shown, r"\d+ of 400 documents, \d+ claims, [\d.]+/s, [\d.]+ MB/s, "
                                r"\d+:\d\d left")
        self.assertTrue(shown.endswith("\r\x1b[K"))

    def test_a_list_has_no_time_left_and_quiet_is_quiet(self):
        self.write("a.txt")
        self.write("list", "a.txt\n")
        self.assertRegex(self.seen_on_terminal("--files-from", "list"), r"^1 documents, 0 claims\r")
        self.assertEqual(self.seen_on_terminal("a.txt", "--quiet"), "")

    def test_without_a_terminal_nothing_is_shown(self):
        self.write("a.txt")
        self.assertEqual(self.run_tool("audit", "a.txt").stderr, "")


if __name__ == "__main__":
    unittest.main()
