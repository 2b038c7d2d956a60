"""Where the data stands that we measure with."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["CHECKOUT", "FLOORS", "GOLD", "SCHEMA", "Absent", "shared"]

CHECKOUT = Path(__file__).resolve().parents[3]
GOLD = CHECKOUT / "evals" / "gold"
SCHEMA = GOLD / "schema.json"
FLOORS = CHECKOUT / "evals" / "floors.json"


class Absent(Exception):  # a state of the machine, not a mistake
    """What is needed to measure is not on this machine; its message says what, and a measure is then left out."""


def shared() -> Path:
    """Give the folder of data sets that are not ours to ship: RASHOMON_EVALS, else ``shared/evals`` by the checkout."""
    return Path(os.environ.get("RASHOMON_EVALS") or CHECKOUT.parent / "shared" / "evals")
