"""Revision: what a researcher checks before changing a codebook.

`lint` finds terms and codes that are probably not what was meant, `word_use` shows which words of a corpus each term
matched and which similar ones it missed, `coding_effects` shows how a change of the codebook affects a coded study.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.lazy_names import load_when_asked

if TYPE_CHECKING:
    from bp_qual.revision.coding_effects import Effects, find_effects
    from bp_qual.revision.lint import find_dead_terms, lint_codebook
    from bp_qual.revision.word_use import WordUse, find_words_of_code

__all__ = ["Effects", "WordUse", "find_dead_terms", "find_effects", "find_words_of_code", "lint_codebook"]
__getattr__ = load_when_asked(__name__, __file__)
