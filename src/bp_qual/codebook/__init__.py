"""The codebook: themes written in YAML by researchers, read into frozen values.

`terms` defines how a term is written, `codes` what a code and a codebook are; `loading` reads a file into a codebook,
reporting every problem at its line and column, and `yaml_writing` writes it back. Finding the terms in talk is done in
`matching`.
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
