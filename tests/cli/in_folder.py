# SPDX-License-Identifier: Apache-2.0
"""What tests of the command line have in common: a folder of their own, and the tool run in it."""
import os
import subprocess
import tempfile
import unittest


class InFolder(unittest.TestCase):
    tool = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        # Without links, so that what the tool finds upwards is what the test wrote.
        self.folder = os.path.realpath(folder.name)

    def environment(self):
        return {**os.environ, "XDG_CACHE_HOME": self.path("user-cache"),
                "GIT_CEILING_DIRECTORIES": os.path.dirname(self.folder)}

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        return name

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def run_tool(self, *arguments):
        return subprocess.run([self.tool, *arguments], capture_output=True, text=True,
                              cwd=self.folder, encoding="utf-8", check=False,
                              env=self.environment())
