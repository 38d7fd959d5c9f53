"""Comparing waves: the same people, then and later; what changed, and how sure one can be.

`waves` checks the `choices`, measures rates and decides who is compared (`inclusion`). `comparison` is the value that
comes out: it keeps these and makes every table when it is asked for. `group` and `persons` hold the two tables
everybody looks at; `effects`, `dropouts`, `drift`, `person_groups`, `trends` and `code_pairs` add to them. `verdict`
decides what a change is called, `sameness` who counts as changed at all. `summary` and `methods` say it in words.
`planning` and `sensitivity` ask what could have been seen, and whether it depends on how one counts. Arithmetic on bare
arrays is the business of `bp_qual.statistics`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.lazy_names import load_when_asked

if TYPE_CHECKING:
    from bp_qual.compare.comparison import Comparison
    from bp_qual.compare.planning import Plan, plan_study
    from bp_qual.compare.sensitivity import Sensitivity, vary_choices
    from bp_qual.compare.waves import compare_waves
    from bp_qual.wording.remarks import Remark

__all__ = ["Comparison", "Plan", "Remark", "Sensitivity", "compare_waves", "plan_study", "vary_choices"]
__getattr__ = load_when_asked(__name__, __file__)
