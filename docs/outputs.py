"""Keeps what the pages say a command prints equal to what it prints.

A block that follows ``<!-- output: COMMAND -->`` holds the command and its output, 88 columns wide.

    python docs/outputs.py            rewrite the blocks of README.md and docs/*.md
    python docs/outputs.py --check    only say which of them are not true, and leave with 1
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"(<!-- output: (?P<command>.+?) -->\n```console\n).*?(\n```\n)", re.DOTALL)


def main() -> int:
    """Rewrite or check every page; give the exit code."""
    check = "--check" in sys.argv[1:]
    wrong = 0
    for page in pages():
        old = page.read_text(encoding="utf-8")
        new = refreshed(old)
        if new != old:
            wrong += 1
            print(f"{page.relative_to(ROOT)}: {'not what the commands print' if check else 'rewritten'}")
            if not check:
                page.write_text(new, encoding="utf-8")
    return 1 if check and wrong else 0


def pages() -> list[Path]:
    """Give the pages of the project."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def refreshed(text: str) -> str:
    """Give ``text`` with every block as its command prints it now."""

    def block(found: re.Match[str]) -> str:
        return f"{found[1]}$ {found['command']}\n{printed(found['command'])}{found[3]}"

    return _BLOCK.sub(block, text)


def printed(command: str) -> str:
    """Give what the shell command ``command`` prints at the root of the project; leave where it prints nothing."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "88", "NO_COLOR": "1"}
    done = subprocess.run(command, shell=True, cwd=ROOT, env=environment, capture_output=True, check=False)
    if not done.stdout.strip():  # a page that shows an empty block would pass for a true one
        sys.exit(f"{command}: it prints nothing: {done.stderr.decode('utf-8').strip()[-500:]}")
    return done.stdout.decode("utf-8").strip("\n")


if __name__ == "__main__":
    sys.exit(main())
