"""The command ``rashomon``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        from rashomon.present.cli import app

        app(prog_name="rashomon")
    except KeyboardInterrupt:  # while modules load; later the commands see to it
        sys.exit(130)


if __name__ == "__main__":
    main()
