"""The report: what changed, for whom, how surely, and the quotes, for someone who opens one file.

`content` says everything once, in Dutch or English (`facts` looks things up, `code_stories` and `person_stories` tell
their sections, `doubts` what to doubt, `drawings` places the lines); `html` makes a page of it, `word_report` a draft
annex, `excel` a workbook of all tables with a sheet that explains every column. Texts are in
`bp_qual.wording`, the looks of the page in ``templates/``.
"""

from __future__ import annotations

from bp_qual.report.excel import report_tables
from bp_qual.report.html import render_report
from bp_qual.report.writing import write_report

__all__ = ["render_report", "report_tables", "write_report"]
