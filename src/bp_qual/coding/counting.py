"""What may count: the names of the ways, for whoever reads a study's settings and counts nothing."""

from __future__ import annotations

from typing import Literal

Count = Literal["machine", "reviewed", "human"]
COUNTS: tuple[Count, ...] = ("machine", "reviewed", "human")
