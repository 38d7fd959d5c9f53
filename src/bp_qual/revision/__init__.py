"""Revision: what a researcher looks at before changing a codebook.

`lint` finds terms and codes that are likely not what was meant, `words` shows which words of a corpus each term
matched and which similar ones it did not, `effects` says what a change of the codebook does to the codings of a study.
"""

from __future__ import annotations

from bp_qual.revision.coding_effects import Effects, find_effects
from bp_qual.revision.lint import lint_codebook
from bp_qual.revision.word_use import WordUse, find_words_of_code

__all__ = ["Effects", "WordUse", "find_effects", "find_words_of_code", "lint_codebook"]
