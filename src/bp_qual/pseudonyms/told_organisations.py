"""Organisations in talk without capitals that the words around them tell: 'hollins and sons', 'talma wonen'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from bp_qual.pseudonyms.name_cues import CLOSED, LINKS, OF_GROUPS, word_set
from bp_qual.pseudonyms.name_words import TalkWord
from bp_qual.pseudonyms.word_evidence import NameLexicon

# Ordinary words that are the last of a name behind a word that the tables do not have, or the first before one.
_LAST = {
    "nl": word_set("wonen welzijn zorg bouw vastgoed groep advies transport schoonmaak"),
    "en": word_set(
        "homes park estate gardens green bridge station market library works electrical engineering stores motors"
        " group brewery rovers united wanderers albion textiles settlement pantry kitchen tabernacle mission fellowship"
        " builders brothers bakers bakery printers foundry colliery dairy dairies laundry cleaners cleaning caterers"
        " catering garages autos coaches transport logistics foods plastics steel steelworks shipyard pharmacy chemist"
        " opticians hairdressers barbers cafe café diner restaurant gym baths cinema theatre playhouse choir band"
        " orchestra rangers athletic legion federation union cooperative project hub hostel refuge shelter manor grange"
        " clinic preschool playgroup kindergarten insurance solicitors estates properties lettings security services"
        " care carpets furniture shipping fisheries mill pit club baptist methodist pentecostal"
    ),
}
_FIRST = {
    "nl": word_set("welzijn wonen zorg werkgroep comité actiegroep bewonersgroep"),
    "en": frozenset[str](),
}
# Behind a name: who else is in it.
_COMPANY = {
    "nl": r" (?:en|&) (?:zonen|zoon|zn|dochters?|gebroeders|partners|co)\b",
    "en": r" (?:and|&) (?:sons?|daughters?|co|company|brothers|bros|partners)\b",
}
_GROUPS = word_set("group association society club committee project forum trust")
# The last word of the name of a pub: 'the red lion'.
_PUBS = word_set("lion head arms inn tavern swan bell hare feathers anchor plough")
_SORTS = {
    "nl": r"buurthuis|buurtcentrum|wijkcentrum|school|basisschool|kerk|café|kroeg|winkel|bakker|slager|supermarkt"
    r"|fabriek|club|vereniging|stichting|theater|bioscoop|kleuterschool|verzorgingshuis|ziekenhuis|restaurant",
    "en": r"pub|club|school|church|shop|cafe|café|mill|factory|pit|hospital|centre|charity|bakery|cinema|nursery|hotel",
}
_IS_A_SORT = {
    "nl": r"\b(?:op|in|bij|van|naar|voor) ((?:de |het |'t )?(?P<n>\p{{L}}+(?: \p{{L}}+)?)),? (?:dat|die) (?:is|was)"
    r" (?:\p{{L}}+ ){{0,2}}(?:een|zo'n|'n) (?:\p{{L}}+ )?(?:{sorts})\b",
    "en": r"\b(?:at|in|to|from|for|with|of) ((?:the )?(?P<n>\p{{L}}+(?: \p{{L}}+)?)),? (?:that|which|it) (?:is|was)"
    r" (?:\p{{L}}+ ){{0,2}}(?:a|an) (?:\p{{L}}+ )?(?:{sorts})\b",
}
_IS_A_SORT_IN = {lang: regex.compile(form.format(sorts=_SORTS[lang])) for lang, form in _IS_A_SORT.items()}


def find_told_organisations(text: str, words: Sequence[TalkWord], lexicon: NameLexicon) -> Iterator[int]:
    """Yield the places of words that are part of an organisation's name, as the words around them tell.

    Parameters
    ----------
    text : str
        Talk without capitals.
    words : sequence of TalkWord
        Its words.
    lexicon : NameLexicon
        The words of its language.

    Yields
    ------
    int
        The place of a word in the row.

    Examples
    --------
    >>> from bp_qual.pseudonyms.name_words import words_of
    >>> lexicon = NameLexicon("en")
    >>> def told(talk): return list(find_told_organisations(talk, list(words_of(talk, lexicon)), lexicon))
    >>> told("at hollins and sons"), told("at fidler homes"), told("at the blue cat, that was a pub"), told("my sons")
    ([1, 2, 3], [1, 2], [2, 3], [])
    """
    language = lexicon.language if lexicon.language in _LAST else "en"
    yield from _listed(text, words, lexicon.lists.organisations)
    yield from _named_by_sort(text, words, _IS_A_SORT_IN[language])
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else None
        if following is None or not _are_joined(text, word, following):
            continue
        of_saint = place > 0 and words[place - 1].form in ("st", "saint")
        if (of_saint or _can_lead(word)) and following.form in _LAST[language]:
            yield from (place, place + 1)
        if language == "en" and _can_lead(word) and _is_between(text, words, place + 1, _LAST[language]):
            yield from (place, place + 1, place + 2)
        if word.form in _FIRST[language] and _can_lead(following):
            yield from (place, place + 1)
        company = regex.match(_COMPANY[language], text[word.end : word.end + 20])
        if company and word.form not in CLOSED and not word.seen.is_ordinary and word.seen.is_candidate:
            yield from (place, place + 1, place + 2)
        if (
            language == "en"
            and following.form in _PUBS
            and place
            and words[place - 1].form == "the"
            and not _is_bare(word)
        ):
            yield from (place, place + 1)
        if language == "en" and following.seen.is_street and not _is_bare(word):
            yield from _group_of_street(text, words, place)


def _listed(text: str, words: Sequence[TalkWord], organisations: frozenset[str]) -> Iterator[int]:
    """Yield the words of organisations that the list has, of three words at most."""
    for place, word in enumerate(words):
        for last in range(place, min(place + 3, len(words))):
            if text[word.start : words[last].end].replace("’", "'") in organisations:
                yield from range(place, last + 1)


def _are_joined(text: str, word: TalkWord, following: TalkWord) -> bool:
    return text[word.end : following.start] in (" ", " & ")


def _can_lead(word: TalkWord) -> bool:
    """Return whether a word before 'homes' or behind 'welzijn' makes a name of it: one that the tables lack."""
    seen = word.seen
    return seen.is_candidate and not seen.is_known and not seen.is_first_name and not seen.has_possessive


def _is_between(text: str, words: Sequence[TalkWord], place: int, last: frozenset[str]) -> bool:
    """Return whether a noun stands between a name and the last word of it: 'sandbrook food pantry'."""
    if place + 1 >= len(words) or words[place + 1].form not in last:
        return False
    return words[place].form not in CLOSED and _are_joined(text, *words[place : place + 2])


def _is_bare(word: TalkWord) -> bool:
    return word.form in CLOSED or word.form in LINKS


def _group_of_street(text: str, words: Sequence[TalkWord], place: int) -> Iterator[int]:
    """Yield the words of a group that has the name of its street: 'mill street action group'."""
    last = place + 1
    while last + 1 < len(words) and _are_joined(text, words[last], words[last + 1]) and last - place < 4:
        last += 1
        if words[last].form in _GROUPS:
            yield from range(place, last + 1)
            return
        if words[last].seen.key not in OF_GROUPS:
            return


def _named_by_sort(text: str, words: Sequence[TalkWord], pattern: regex.Pattern[str]) -> Iterator[int]:
    """Yield the words of which is said what kind of house or organisation it is: 'de bonte koe, dat was een café'."""
    for match in pattern.finditer(text):
        named = [place for place, word in enumerate(words) if match.start("n") <= word.start < match.end("n")]
        is_sort = any(words[place].form in CLOSED or words[place].form in LINKS for place in named)
        if named and not is_sort and (match[1] != match["n"] or not words[named[-1]].seen.is_ordinary):
            yield from named
