"""What a paper needs of a comparison, in one folder: methods, tables, pictures, and what makes the numbers again.

Nothing here computes a statistic: the tables say what the comparison's say, in the words and numbers of the report.
"""

from __future__ import annotations

from bp_qual.paper.again import Again, check_again
from bp_qual.paper.folder import paper_files, write_paper
from bp_qual.paper.paper_tables import PaperTable, paper_tables

__all__ = ["Again", "PaperTable", "check_again", "paper_files", "paper_tables", "write_paper"]
