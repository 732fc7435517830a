# SPDX-License-Identifier: Apache-2.0
"""What attacks have in common: the tool, a folder of their own, and what they come to."""
import dataclasses
import os
import resource
import subprocess
import tempfile
import time

PATIENCE = 600  # seconds, on a machine that is busy with other things
CLAIM = "Our adjustment cures migraines.\n"
CLEAN = "Drink water when you are thirsty.\n"
EXITS = (0, 1, 2, 3)


@dataclasses.dataclass
class Outcome:
    """What came of an attack: how often it was tried, what went wrong, the worst that was seen."""
    tried: int = 0
    wrong: list = dataclasses.field(default_factory=list)
    worst: str = ""

    def check(self, holds, message):
        if not holds:
            self.wrong.append(message)


@dataclasses.dataclass
class Run:
    """A run of the tool that has ended."""
    code: int
    out: bytes
    err: bytes
    seconds: float  # of processor time
    kib: int        # most memory


class Tool:
    """The tool under attack, in a folder that is gone afterwards. `scale` is below 1 where little
    time is given."""

    def __init__(self, path, folder, times, scale):
        self.program = os.path.abspath(path)
        self.folder = folder
        self.times = times
        self.scale = scale

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def write(self, name, content):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def start(self, *arguments, limits=(), user=None, environment=None, **options):
        """`limits`: pairs of a resource and how much of it there is."""
        def prepare():
            for what, amount in limits:
                resource.setrlimit(what, (amount, amount))
            if user is not None:
                os.setgid(user)
                os.setuid(user)
        before = prepare if limits or user is not None else None
        return subprocess.Popen(
            [self.program, *arguments], cwd=self.folder, preexec_fn=before,
            env={**os.environ, "XDG_CACHE_HOME": self.path("cache"), **(environment or {})},
            **{"stdin": subprocess.DEVNULL, **options})

    def run(self, *arguments, **options):
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            process = self.start(*arguments, **{"stdout": out, "stderr": err, **options})
            deadline = time.monotonic() + PATIENCE
            pid = 0
            while pid == 0:
                pid, status, usage = os.wait4(process.pid, os.WNOHANG)
                if pid == 0 and time.monotonic() > deadline:
                    process.kill()
                if pid == 0:
                    time.sleep(0.005)
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            err.seek(0)
            return Run(process.returncode, out.read(), err.read(),
                       usage.ru_utime + usage.ru_stime, usage.ru_maxrss)

    def audit(self, *arguments, **options):
        """Never with the configuration of a folder above, never silent of language."""
        return self.run("audit", "--no-config", "--assume-language", "en", *arguments, **options)

    def articles(self, count, folder="in"):
        """So many small articles, each with a claim."""
        for i in range(count):
            self.write(os.path.join(folder, f"{i:05}.txt"), f"Article {i}.\n\n" + CLAIM * (1 + i % 7))
        return folder


def attack(what):
    """Marks a function as an attack: it takes a Tool and gives an Outcome."""
    def mark(function):
        function.what = what
        return function
    return mark


def attacks_of(module):
    return [value for value in vars(module).values() if hasattr(value, "what")]
