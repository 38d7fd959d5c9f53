"""The words of a language that deny by themselves."""

from __future__ import annotations

from functools import cache

from bp_qual.matching.languages.denials import Denials


@cache
def denying_words(denials: Denials) -> frozenset[str]:
    """Return the words that deny by themselves.

    Parameters
    ----------
    denials : Denials
        The denials of a language.

    Returns
    -------
    frozenset of str

    Examples
    --------
    >>> from bp_qual.matching.languages.denial_words import make_cues
    >>> sorted(denying_words(Denials(cues=make_cues("niet, geen van ons, nooit"))))
    ['niet', 'nooit']
    """
    return frozenset(cue.text for cue in denials.cues if cue.denies and not cue.answer and " " not in cue.text)
