# SPDX-License-Identifier: Apache-2.0
"""The command-line tool: this process becomes it."""
from __future__ import annotations

import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    tool = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bin", "claimlint")
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(tool, ["claimlint", *sys.argv[1:]])


if __name__ == "__main__":
    main()
