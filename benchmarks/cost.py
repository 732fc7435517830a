# SPDX-License-Identifier: Apache-2.0
"""Asks claimlint-cost what the audit of made-up documents costs."""
import dataclasses
import pathlib
import select
import subprocess
import tempfile


class TooSlow(Exception):
    pass


@dataclasses.dataclass
class Cost:
    nanoseconds: int
    size: int
    sentences: int
    claims: int

    @property
    def per_byte(self):
        return self.nanoseconds / max(1, self.size)


class Coster:
    """A process that has loaded the lexicons once."""
    def __init__(self, tool, lexicons=None):
        self.command = [str(tool)] + ([str(lexicons)] if lexicons else [])
        self.folder = tempfile.TemporaryDirectory()
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command,
                                        stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE,
                                        text=True)
        self.load_nanoseconds, self.kib_before, self.kib_loaded = self.answer(600)

    def answer(self, seconds):
        ready, _, _ = select.select([self.process.stdout], [], [], seconds)
        if not ready:
            self.process.kill()
            self.process.wait()
            self.start()
            raise TooSlow(f"no answer in {seconds} s")
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.command[0]} ended with {self.process.wait()}")
        return [int(number) for number in line.split()]

    def of_file(self, path, rounds=1, seconds=600):
        self.process.stdin.write(f"{rounds} {path}\n")
        self.process.stdin.flush()
        return Cost(*self.answer(seconds))

    def of_bytes(self, document, extension="txt", rounds=1, seconds=600):
        path = pathlib.Path(self.folder.name) / f"document.{extension}"
        path.write_bytes(document if isinstance(document, bytes) else document.encode())
        return self.of_file(path, rounds, seconds)

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.folder.cleanup()
