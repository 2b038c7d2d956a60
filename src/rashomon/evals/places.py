"""Where the data stands that we measure with."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["CHECKOUT", "FLOORS", "GOLD", "SCHEMA", "shared"]

CHECKOUT = Path(__file__).resolve().parents[3]
GOLD = CHECKOUT / "evals" / "gold"
SCHEMA = GOLD / "schema.json"
FLOORS = CHECKOUT / "evals" / "floors.json"


def shared() -> Path:
    """Give the folder of data sets that are not ours to ship: RASHOMON_EVALS, else ``shared/evals`` by the checkout."""
    return Path(os.environ.get("RASHOMON_EVALS") or CHECKOUT.parent / "shared" / "evals")
