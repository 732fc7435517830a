# SPDX-License-Identifier: Apache-2.0
"""Texts that are made to cost: each may take no more for a byte than 20 times what articles do."""
import glob
import json
import os
import random
import tomllib

from attack import CLAIM, CLEAN, Outcome, attack

BAR = 20
LIMIT = 1        # seconds that an audit is given
MOST_BEYOND = 5  # seconds; reading and cutting the text is one stage, which is not broken off
SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def examples(key):
    """What the shipped rules give as examples."""
    found = []
    for path in sorted(glob.glob(os.path.join(SOURCE, "lexicons", "*.toml"))):
        with open(path, "rb") as file:
            for rule in tomllib.load(file).get("rule", []):
                found += rule.get(key, [])
    random.Random(1).shuffle(found)
    return found


def halves():
    return " ".join(text[:len(text) // 2] for text in examples("want")) + " "


def near_misses():
    return " ".join(text.rstrip(".!?") for text in examples("absent")) + " "


def misses_in_sentences():
    return " ".join(examples("absent")) + "\n\n"


# A name, an extension, and what is repeated.
REPEATED = [
    ("rules half said", "txt", halves),
    ("near misses, one sentence", "txt", near_misses),
    ("near misses, a sentence each", "txt", misses_in_sentences),
    ("triggers without roles", "txt", lambda: "cures heals eliminates guarantees reverses "),
    ("triggers without roles, and a role at last", "txt", lambda: "cures " * 5000 + "asthma "),
    ("denials", "txt", lambda: "not never no without "),
    ("hedges", "txt", lambda: "may can might could perhaps "),
    ("quotes never closed", "txt", lambda: "\"It cures asthma, "),
    ("curved quotes never closed", "txt", lambda: "“It cures asthma, ‘he said "),
    ("brackets never closed", "txt", lambda: "(it cures [asthma {"),
    ("quotes", "txt", lambda: "\" ' ” ’ "),
    ("mentions in a sentence", "txt", lambda: "asthma, neck pain, the spine and "),
    ("nested lists of conditions", "txt", lambda: "upper and lower back, neck or arm and leg "),
    ("abbreviations defined", "txt", lambda: "sudden knee pain (SKP), "),
    ("numbers", "txt", lambda: "87% of 10,000 in 3.5 mg 1/2 "),
    ("citations", "txt", lambda: "[1] (Smith et al., 2001) doi:10.1000/182 PMID 1 "),
    ("list items", "md", lambda: "- cures asthma\n"),
    ("list items under one heading", "html", lambda: "<li>asthma"),
    ("headings", "md", lambda: "# We cure\n"),
    ("claims", "txt", lambda: "It cures asthma. "),
    ("questions", "txt", lambda: "Does it cure asthma? "),
    ("marks on one letter", "txt", lambda: "cure" + "\u0301" * 1000 + "s asthma "),
    ("marks on each letter", "txt", lambda: "c\u0301u\u0301r\u0301e\u0301s\u0301 asthma "),
    ("soft hyphens", "txt", lambda: "c\u00adu\u00adr\u00ade\u00ads\u00ad asthma "),
    ("joiners of no width", "txt", lambda: "c\u200bu\u200dr\u2060e\ufeffs asthma "),
    ("spaced letters", "txt", lambda: "c u r e s  a s t h m a "),
    ("glued words", "txt", lambda: "curesasthmaandneckpain "),
    ("one word", "txt", lambda: "cure"),
    ("hyphens", "txt", lambda: "cure-"),
    ("full stops", "txt", lambda: "e.g. Dr. U.S. "),
    ("line ends", "txt", lambda: "cures\n"),
    ("direction marks", "txt", lambda: "\u202ecures\u202c \u2067asthma\u2069 "),
    ("letters in capitals", "txt", lambda: "CURES ASTHMA "),
]


class Measure:
    """Processor time for a byte of the whole tool, without what it takes to begin."""

    def __init__(self, tool):
        self.tool = tool
        tool.write("empty.txt", "")
        self.begin = min(self.seconds("empty.txt")[0] for _ in range(3))
        corpus = sorted(glob.glob(os.path.join(SOURCE, "corpus", "*.txt")))
        size = sum(os.path.getsize(path) for path in corpus)
        seconds = min(tool.audit(*corpus, *self.quietly()).seconds for _ in range(2))
        self.per_byte = (seconds - self.begin) / size

    @staticmethod
    def quietly():
        return ("--format", "jsonl", "--output", "/dev/null", "--quiet", "--jobs", "1",
                "--fail-on", "never", "--allow-incomplete")

    def seconds(self, name):
        run = self.tool.audit(name, *self.quietly())
        return run.seconds, run.code

    def weigh(self, outcome, name, extension, text):
        """How many times what the corpus costs for a byte; counted as tried, and held to the bar."""
        path = f"costly.{extension}"
        self.tool.write(path, text)
        seconds, code = self.seconds(path)
        ratio = (seconds - self.begin) / len(text) / self.per_byte
        outcome.tried += 1
        outcome.check(code == 0, f"{name}: exit code {code}")
        outcome.check(ratio <= BAR, f"{name}: {ratio:.1f} times the corpus for a byte")
        os.remove(self.tool.path(path))
        return ratio


def sizes(tool):
    return int(1_000_000 * tool.scale)


@attack("texts made to cost")
def costly_texts(tool):
    outcome = Outcome()
    measure = Measure(tool)
    worst = []
    for name, extension, make in REPEATED:
        unit = make()
        text = (unit * (sizes(tool) // len(unit.encode()) + 1)).encode()[:sizes(tool)]
        worst.append((measure.weigh(outcome, name, extension, text), name))
    outcome.worst = ", ".join(f"{name} {ratio:.1f}x" for ratio, name in sorted(worst)[:-4:-1])
    return outcome


@attack("a hundred thousand list items, a million mentions in a sentence")
def many_of_one(tool):
    outcome = Outcome()
    measure = Measure(tool)
    many = int(1_000_000 * tool.scale)
    for name, extension, text in (
            ("list items", "html", "<ul>" + "<li>cures asthma" * (many // 10)),
            ("mentions", "txt", "asthma, " * many + "and more."),
            ("triggers and mentions", "txt", "cures asthma and " * (many // 2) + "more.")):
        ratio = measure.weigh(outcome, name, extension, text)
        outcome.worst += f"{', ' if outcome.worst else ''}{name} {ratio:.1f}x"
    return outcome


@attack("texts made to cost, five times as long, with a second for each")
def limited(tool):
    """What there was no time for is said, and the time is kept."""
    outcome = Outcome()
    most, cut = (0.0, ""), 0
    for name, extension, make in REPEATED:
        unit = make()
        path = f"costly.{extension}"
        tool.write(path, unit * (5 * sizes(tool) // len(unit.encode()) + 1))
        run = tool.audit(path, "--format", "jsonl", "--jobs", "1", "--max-seconds", str(LIMIT),
                         "--fail-on", "never")
        document = json.loads(run.out.splitlines()[0])
        spent = "budget" in document.get("reasons", [])
        outcome.tried += 1
        cut += spent
        outcome.check(run.code == (3 if spent else 0), f"{name}: exit code {run.code}")
        outcome.check((document["status"] == "audited") != spent,
                      f"{name}: {document['status']}, budget: {spent}")
        outcome.check(run.seconds < LIMIT + MOST_BEYOND, f"{name}: {run.seconds:.1f} s")
        most = max(most, (run.seconds, name))
        os.remove(tool.path(path))
    outcome.check(cut > 0 or tool.scale < 1, "none of them took a second")
    outcome.worst = f"{cut} cut short, {most[1]} {most[0]:.1f} s of processor time"
    return outcome


@attack("the rest of a batch beside costly documents")
def neighbours(tool):
    """What is said of other documents is the same bytes."""
    outcome = Outcome()
    tool.write("in/a.txt", CLAIM)
    tool.write("in/z.txt", CLEAN)
    alone = tool.audit("in", "--format", "jsonl", "--allow-incomplete").out.splitlines()[:2]
    for _ in range(tool.times):
        chance = random.Random(outcome.tried)
        for name, _, make in chance.sample(REPEATED, 6):
            unit = make()
            tool.write(f"in/m-{name}.txt", unit * (sizes(tool) // 10 // len(unit) + 1))
        tool.write("in/n.txt.gz", b"\x1f\x8b" + chance.randbytes(1000))
        tool.write("in/o.docx", chance.randbytes(1000))
        tool.write("in/p.html", b"<div>" * 100_000 + chance.randbytes(1000))
        run = tool.audit("in", "--format", "jsonl")
        lines = run.out.splitlines()
        documents = {json.loads(line)["path"]: line for line in lines[:-1]}
        outcome.tried += 1
        outcome.check(run.code == 3, f"exit code {run.code}")
        outcome.check([documents.get("a.txt"), documents.get("z.txt")] == alone,
                      "neighbours have another report")
    return outcome
