"""Coding: from texts and terms to the table of codings, and why a sentence is coded or not."""

from bp_qual.coding.codings import CODING_COLUMNS, apply_codebook, to_spacy
from bp_qual.coding.examples import check_examples

__all__ = ["CODING_COLUMNS", "apply_codebook", "check_examples", "to_spacy"]
