"""The codebook: themes written in YAML by researchers, read into frozen values.

`terms` is how a term is written, `codes` what a code and a codebook are, `reading` how a file becomes one, with every
problem at its line and column, and `writing` the way back. No theme is looked for in any text here: that is the
business of `matching`.
"""

from __future__ import annotations

from bp_qual.codebook.codes import Code, Codebook, draw_tree
from bp_qual.codebook.loading import parse_codebook, read_codebook
from bp_qual.codebook.terms import TERM_KINDS, Term
from bp_qual.codebook.yaml_writing import codebook_text, write_codebook

__all__ = [
    "TERM_KINDS",
    "Code",
    "Codebook",
    "Term",
    "codebook_text",
    "draw_tree",
    "parse_codebook",
    "read_codebook",
    "write_codebook",
]
