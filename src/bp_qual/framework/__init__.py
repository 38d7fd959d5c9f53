"""The framework matrix: persons by themes by waves, in each cell a summary by the researcher and the quotes under it.

`matrix` lays it out and knows which summaries have gone stale; `by_change` lays out the other kind, after Saldaña, with
a row for each person and descriptor; `workbook` and `document` write either as an Excel or a Word file to fill in by
hand, and read the summaries back; `merging` puts them together with those of the page. `portraits` shows all cells of
one person on a page. What a researcher wrote is never thrown away: a summary whose person or code is no longer in the
study is carried along at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.lazy_names import load_when_asked

if TYPE_CHECKING:
    from bp_qual.framework.by_change import is_by_change, make_change_matrix
    from bp_qual.framework.matrix import Cell, Framework, make_framework
    from bp_qual.framework.matrix_files import read_framework, write_framework
    from bp_qual.framework.merging import merge_summaries
    from bp_qual.framework.portrait_files import write_portraits
    from bp_qual.framework.portraits import Portrait, make_portraits

__all__ = [
    "Cell", "Framework", "Portrait", "is_by_change", "make_change_matrix", "make_framework", "make_portraits",
    "merge_summaries", "read_framework", "write_framework", "write_portraits",
]  # fmt: skip
__getattr__ = load_when_asked(__name__, __file__)
