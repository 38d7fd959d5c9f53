"""Coding: from texts and terms to the table of codings, and why a sentence is coded or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.lazy_names import load_when_asked

if TYPE_CHECKING:
    from bp_qual.coding.codings import CODING_COLUMNS, apply_codebook, to_spacy
    from bp_qual.coding.examples import check_examples

__all__ = ["CODING_COLUMNS", "apply_codebook", "check_examples", "to_spacy"]
__getattr__ = load_when_asked(__name__, __file__)
