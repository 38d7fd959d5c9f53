"""Which words at the start of a sentence, where all have a capital, can be the first of a name."""

from __future__ import annotations

from bp_qual.pseudonyms.name_cues import CLOSED, LINKS, TALKS
from bp_qual.pseudonyms.word_evidence import NameLexicon, WordEvidence

_MAY_LEAD = LINKS - frozenset(("en", "of", "in", "op", "aan", "on", "upon", "te", "het", "the", "de", "do"))


def may_lead(seen: WordEvidence, following: WordEvidence, lexicon: NameLexicon) -> bool:
    """Return whether a word at the start of a sentence can be the first part of a name: 'Van', not 'Was'.

    Parameters
    ----------
    seen, following : WordEvidence
        What is known of the word, and of the one behind it, which has a capital.
    lexicon : NameLexicon
        The words of the language.

    Returns
    -------
    bool

    Examples
    --------
    >>> english = NameLexicon("en")
    >>> may_lead(*map(english.evidence, ("Meaning", "Geoff")), english)
    False
    >>> may_lead(*map(english.evidence, ("Karen", "Geoff")), english)
    True
    """
    if seen.key in LINKS:
        return seen.key in _MAY_LEAD or (seen.key == "de" and following.is_last_name)
    if seen.key in TALKS or seen.key in lexicon.cues.verbs:
        return False
    whole = following.is_known and not following.is_name and not following.is_place  # 'Ons Genoegen'
    if len(following.key) == 1 and not seen.is_name:  # 'Volgens T. Kok'
        return False
    if lexicon.language == "en" and seen.key in CLOSED:  # 'My Council Tax'
        return False
    if lexicon.language == "en" and seen.key.endswith("ing") and seen.is_known and following.is_first_name:
        return seen.is_name  # 'Meaning Geoff'
    ordinary = seen.is_ordinary or seen.key in CLOSED
    return not ordinary or seen.is_first_name or whole or seen.key in lexicon.cues.organisations
