"""What a name is likely to be the name of: a person, a place, an organisation, a street."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from bp_qual.pseudonyms.name_cues import (
    ENDING_ORGANISATIONS,
    ENDING_PLACES,
    ORGANISATION_ENDING,
    PLACE_ENDING,
    TO_PERSONS,
)
from bp_qual.pseudonyms.name_words import REACH, TalkWord
from bp_qual.pseudonyms.word_evidence import NameLexicon

_INITIALS = regex.compile(r"(?:\p{Lu}\.\s?)+\p{Lu}\p{Ll}")
_ORGANISATION = regex.compile(r"\p{Lu}{2,5}|\p{Lu}\p{Ll}+\p{Lu}\w+")


def guess_kind(
    text: str, words: Sequence[TalkWord], earlier: TalkWord | None, span: tuple[int, int], lexicon: NameLexicon
) -> str:
    """Return what a name is likely to be the name of; a guess that a person changes.

    Parameters
    ----------
    text : str
        The talk.
    words : sequence of TalkWord
        Those of the name.
    earlier : TalkWord, optional
        The word before it.
    span : tuple of int
        Where it begins and ends.
    lexicon : NameLexicon
        The words of the language.

    Returns
    -------
    str
        `person`, `place`, `organisation` or `address`.

    Examples
    --------
    >>> from bp_qual.pseudonyms.name_words import words_of
    >>> talk, words = "in Zwolle", list(words_of("in Zwolle", NameLexicon("nl")))
    >>> guess_kind(talk, words[1:], words[0], (3, 9), NameLexicon("nl"))
    'place'
    """
    cues, (start, end) = lexicon.cues, span
    keys = [word.seen.key for word in words]
    before = earlier.seen.key if earlier and not text[earlier.end : start].strip(" \"'“”‘’«»") else ""
    written, text_before = text[start:end], text[max(0, start - REACH) : start]
    if any(word.seen.is_street for word in words):
        return "address"
    if before in cues.organisations or cues.organisations & set(keys) or _ORGANISATION.fullmatch(written):
        return "organisation"
    is_called = keys[-1] in ENDING_ORGANISATIONS or keys[0] in cues.peoples or ORGANISATION_ENDING.search(keys[0])
    if len(keys) > 1 and is_called:
        return "organisation"
    if before in cues.titles or _INITIALS.match(written):
        return "person"
    is_first = words[0].seen.is_first_name
    before_place = before in cues.before_places and TO_PERSONS.search(text_before) is None
    is_place = written.casefold() in lexicon.lists.places or words[0].seen.is_place
    if is_place and (not is_first or before_place):
        return "place"
    if len(keys) > 1 and keys[-1] in ENDING_PLACES:
        return "place"
    if len(keys) > 1 and keys[0] in ("st", "sint", "saint"):
        return "organisation"
    if is_first or any(word.seen.is_last_name for word in words):
        return "person"
    if PLACE_ENDING.search(written.casefold()):
        return "place"
    if regex.search(
        r"\b(?:bij|via) (?:de |het )?$|\bvan (?:de|het) $|\bat (?:the )?$|\b(?:with|by) the $", text_before
    ):
        return "organisation"
    return "place" if before_place else "person"
