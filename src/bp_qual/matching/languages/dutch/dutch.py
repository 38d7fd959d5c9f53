"""Dutch: its words, and the parts that read them in talk (split verbs, phrases whose verb moves, clauses, classes)."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt

from bp_qual.matching.languages.dutch.clauses import find_clause_starts
from bp_qual.matching.languages.dutch.dutch_forms import DutchForms
from bp_qual.matching.languages.dutch.dutch_phrases import DutchPhrases
from bp_qual.matching.languages.dutch.split_verbs import DutchSplitVerbs
from bp_qual.matching.languages.parts import SplitVerbs, VerbPhrases
from bp_qual.matching.languages.word_class import Weights, WordClassModel
from bp_qual.matching.token_table import TokenTable


class Dutch(DutchForms):
    """Dutch.

    >>> Dutch().lacks
    ()
    """

    @cached_property
    def split_verbs(self) -> SplitVerbs:
        """The verbs that can be split."""
        return DutchSplitVerbs(self)

    @cached_property
    def verb_phrases(self) -> VerbPhrases:
        """How the verb of a phrase moves."""
        return DutchPhrases(self)

    @cached_property
    def word_class_model(self) -> WordClassModel:
        """What distinguishes a noun from a verb or adjective in context."""
        package = "bp_qual.matching.languages.dutch"
        return WordClassModel(lambda: Weights.open(package, "nl_word_class.words"), self.class_lemmas)

    def clause_starts(self, table: TokenTable) -> npt.NDArray[np.int64]:
        """Return the tokens at which a clause begins without a sign or joining word."""
        return find_clause_starts(table, self)
