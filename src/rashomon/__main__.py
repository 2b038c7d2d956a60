"""The command ``rashomon``."""

from __future__ import annotations


def main() -> None:
    """Run the command line and leave with its exit code."""
    from rashomon.present.cli import app

    app(prog_name="rashomon")


if __name__ == "__main__":
    main()
