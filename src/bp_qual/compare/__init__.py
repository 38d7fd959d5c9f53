"""Comparing waves: the same people, then and later; what changed, and how sure one can be.

`waves` compares two of them; `measures` makes the rates, `comparison` is the value that comes out and shows itself,
`summary` says it in a few lines, `remarks` are the sentences beside the numbers, in English and Dutch. Arithmetic on
bare arrays is the business of `bp_qual.statistics`.
"""

from __future__ import annotations

from bp_qual.compare.comparison import Comparison
from bp_qual.compare.remarks import Remark
from bp_qual.compare.waves import compare_waves

__all__ = ["Comparison", "Remark", "compare_waves"]
