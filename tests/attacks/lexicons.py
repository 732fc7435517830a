# SPDX-License-Identifier: Apache-2.0
"""Lexicons of a careless or hostile user: refused with the place, or bounded in time and memory."""
import resource
import shutil

from attack import Outcome, attack

MOST_SECONDS = 60
MOST_KIB = 1_500_000
HEAD = 'why = "a"\nsource = "b"\n'
ARTICLE = "Our adjustment cures migraines. " * 200 + "\n\n" + "a b c d e ab ba word " * 1000


def rule(pattern, number=0):
    return (f'\n[[rule]]\nid = "efficacy.cure.attack{number}"\ntype = "efficacy.cure"\n'
            f"pattern = '''{pattern}'''\nmessage = \"m\"\n"
            'want = ["Our adjustment cures migraines."]\nabsent = ["There is no cure.", "a"]\n')


def cue(pattern, number):
    return (f'\n[[cue]]\nid = "attack.a{number}"\nclass = "attack{number}"\n'
            f"pattern = '''{pattern}'''\n")


def rules(count, pattern):
    return "".join(rule(pattern.replace("#", str(i)), i) for i in range(count))


def classes(count, width, last):
    """Cue classes of which each has the one before in it, `width` times."""
    text = "".join(cue(" ".join(["{attack%d}" % (i - 1)] * width) if i else "lol", i)
                   for i in range(count))
    return text + rule("{attack%d} cure" % last)


def terms(count):
    listed = ",".join(f'"zork{i} blah{i % 977}"' for i in range(count))
    return f'[[concept]]\nid = "condition.attack"\nname = "attack zero"\nterms = [{listed}]\n'


# What is in the file, and a piece of the message where it must be refused.
CASES = [
    ("groups in groups", lambda n: rule("(" * n + "a" + ")" * n), "x.toml:7", 200_000),
    ("groups and alternatives", lambda n: rule("(a|" * n + "b" + ")" * n), "x.toml:7", 20_000),
    ("a long literal", lambda n: rule("a" * n), "x.toml:7", 1_000_000),
    ("many alternatives", lambda n: rule("|".join(f"w{i} cure" for i in range(n))), "x.toml:7",
     200_000),
    ("repetitions of repetitions", lambda n: rule("(((a b){10}){10}){10} cure" * n), "x.toml:7",
     2_000),
    ("repetitions in many rules", lambda n: rules(n, "(abcdefgh cure# ijkl mnop qrst){1000}"),
     "x.toml:", 3_000),
    ("a class of letters, often", lambda n: rule(r"[\pL\pN]{%d}" % min(n, 1000)), "x.toml:7", 1000),
    ("classes that double", lambda n: classes(min(n, 60), 2, min(n, 60) - 1), "x.toml:", 60),
    ("classes that grow tenfold", lambda n: classes(10, 10, 9), "x.toml:", 10),
    ("classes in classes", lambda n: classes(n, 1, n - 1), "x.toml:", 50_000),
    ("a class that stands for itself",
     lambda n: cue("{attack1}", 0) + cue("{attack0}", 1) + rule("{attack0} cure"), "x.toml:", 1),
    ("a key of many parts", lambda n: ".".join(["a"] * n) + " = 1", "x.toml:", 200_000),
    ("a table of many parts", lambda n: "[" + " . ".join(['"a"'] * n) + "]", "x.toml:", 200_000),
    ("a key within a table", lambda n: "x = { b = 1, " + ".".join(["a"] * n) + " = 1 }", "x.toml:",
     200_000),
    ("arrays in arrays", lambda n: "x = " + "[" * n + "]" * n, "x.toml:3", 200_000),
    ("tables in tables", lambda n: "x = " + "{a=" * n + "1" + "}" * n, "x.toml:3", 200_000),
    ("everything wrong", lambda n: "[[rule]]\nx = 1\n" * n, "x.toml:3", 100_000),
    ("escapes in a key", lambda n: '"\\u001b[31m\\u202e" = 3', "x.toml:3", 1),
    ("no text", lambda n: "\0" * n, "x.toml:3", 1_000_000),
    ("a lookahead", lambda n: rule("cure (?=a)"), "x.toml:7", 1),
    ("whatever there is", lambda n: rule(".*"), "x.toml:7", 1),
    # These are odd and allowed.
    ("many gaps", lambda n: rule(r"cure.*" * min(n, 200)), None, 200),
    ("a blank, often", lambda n: rule("( *)* cure"), None, 1),
    ("optional words", lambda n: rule("(?:(a|b|c|d|e) )?" * n + "x"), None, 200),
    ("letters in any order", lambda n: rule("(?:[abcde] ?)*(?:[abcde] ?)*(?:[abcde] ?)*zz"), None, 1),
    ("states of states", lambda n: rules(n, r"(?i)(?:[a-z]+ )*(?:a|b) (?:[a-z]+ ){14}c#"), None, 60),
    ("ten thousand rules", lambda n: rules(n, "cure# foo"), None, 10_000),
    ("many terms", terms, None, 500_000),
    ("a term of many words",
     lambda n: f'[[concept]]\nid="condition.attack"\nname="{"zork blah " * n}"\n', None, 100_000),
]
QUICK = ("groups in groups", "classes that double", "a key of many parts", "escapes in a key")


@attack("lexicons made to hang or to exhaust")
def hostile_lexicons(tool):
    outcome = Outcome()
    tool.write("article.txt", ARTICLE)
    cpu, kib = (0.0, ""), (0, "")
    for name, make, refused, size in CASES:
        if tool.scale < 1 and name not in QUICK:
            continue
        tool.write("own/x.toml", HEAD + make(size))
        run = tool.audit("article.txt", "--lexicons", "own", "--no-lexicon-cache", "--quiet",
                         "--fail-on", "never", "--format", "summary",
                         limits=[(resource.RLIMIT_CPU, 5 * MOST_SECONDS)])
        outcome.tried += 1
        outcome.check(run.code == (2 if refused else 0), f"{name}: exit code {run.code}")
        outcome.check(not refused or refused in run.err.decode(), f"{name}: {run.err[:100]}")
        outcome.check(b"\x1b" not in run.err and b"\xe2\x80\xae" not in run.err,
                      f"{name}: an escape is printed")
        outcome.check(len(run.err) < 1_000_000, f"{name}: {len(run.err)} bytes of messages")
        outcome.check(run.seconds < MOST_SECONDS, f"{name}: {run.seconds:.0f} s")
        outcome.check(run.kib < MOST_KIB, f"{name}: {run.kib} KiB")
        cpu, kib = max(cpu, (run.seconds, name)), max(kib, (run.kib, name))
        shutil.rmtree(tool.path("own"))
    outcome.worst = f"{cpu[1]} {cpu[0]:.0f} s, {kib[1]} {kib[0] // 1024} MiB"
    return outcome


@attack("configuration files of strangers")
def hostile_configuration(tool):
    outcome = Outcome()
    for content in (".".join(["a"] * 200_000) + " = 1", ".".join(["a"] * 2000) + " = 1",
                    ".".join(["a"] * 32_000) + " = 1",
                    "[" * 60_000, "exclude = [" + '"a",' * 10_000 + "]", "\0" * 1000,
                    '"\\u001b[31m" = 1', "jobs = 999999999999999999999", "jobs = -1",
                    'fail-on = "\\u202ehigh"'):
        tool.write("in/.claimlint.toml", content)
        tool.write("in/a.txt", "a")
        run = tool.run("audit", "in")
        outcome.tried += 1
        outcome.check(run.code in (0, 2), f"{content[:20]!r}: exit code {run.code}")
        outcome.check(b"\x1b" not in run.err and b"\xe2\x80\xae" not in run.err,
                      f"{content[:20]!r}: an escape is printed")
    return outcome
