"""Names in talk without capitals that only their neighbours give away: 'den haag', 'stichting present', 'kees visser'.

Each function yields the places, in a row of words, of those that are part of such a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from bp_qual.matching.languages import find_language
from bp_qual.pseudonyms.name_cues import (
    BARE_PREPOSITIONS,
    BEFORE_STREETS,
    BEFORE_VAN,
    BUILDINGS,
    BUSINESS_ENDING,
    CLOSED,
    DETERMINERS,
    LINKS,
    NAMED_ENDING,
    OF_GROUPS,
    OLD_LINKS,
    ORGANISATION_ENDING,
    SCHOOL_KINDS,
)
from bp_qual.pseudonyms.name_words import TalkWord
from bp_qual.pseudonyms.plain_uses import is_plain_use
from bp_qual.pseudonyms.told_organisations import find_told_organisations
from bp_qual.pseudonyms.word_evidence import NameLexicon, is_pronominal

_BESIDE = regex.compile(r"[ \n.’'&-]{0,2}")
_PLACES_OF_WORDS = regex.compile(
    r"(?=\b((?:den|de|het|'s|st|sint)[ -]\w+|\w+ (?:aan|on|upon|op|van|of|am|a/d)(?: de[nr]?| het| the)? \w+))"
)
_DE = regex.compile(r" de ")
# What stands between a word for a business and the noun or surname of its name: 'de', 'van', 'ons'.
_BEFORE_LAST = frozenset(("de", "het", "'t", "’t", "den", "ons", "onze", "van", "der", "in", "de", "la", "el"))
# Houses and bodies of which there is one in every place: an article behind them begins something else.
_GENERAL_HOUSES = frozenset(
    ("school", "kerk", "gemeente", "ziekenhuis", "winkel", "universiteit", "thuiszorg", "bibliotheek")
)
# Old inflected tussenvoegsels, which plain talk has between no first name and another word.
_OLD_LINKS = regex.compile(r" (?:van der|van den|van 't|van ’t|v\.d\.|ter|ten|op 't|in 't) ")


def are_beside(text: str, word: TalkWord, following: TalkWord) -> bool:
    """Return whether nothing but a blank, hyphen or initial's dot stands between a word and the next.

    Parameters
    ----------
    text : str
        The talk.
    word, following : TalkWord
        A word of it and the one behind it.

    Returns
    -------
    bool

    Examples
    --------
    >>> from bp_qual.pseudonyms.name_words import words_of
    >>> talk = "Jan Smit, ja"
    >>> first, second, third = words_of(talk, NameLexicon("nl"))
    >>> are_beside(talk, first, second), are_beside(talk, second, third)
    (True, False)
    """
    between = text[word.end : following.start]
    if "." in between or "\n\n" in between:
        return len(word.form) == 1 and between.count(".") == 1
    return _BESIDE.fullmatch(between) is not None and not (between == "\n" and not word.seen.has_capital)


def find_neighbours(text: str, words: Sequence[TalkWord], lexicon: NameLexicon) -> Iterator[int]:
    """Yield the places of the words that their neighbours make part of a name.

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
    >>> talk, lexicon = "bij stichting windkracht in den haag", NameLexicon("nl")
    >>> sorted(set(find_neighbours(talk, list(words_of(talk, lexicon)), lexicon)))
    [1, 2, 4, 5]
    """
    yield from _places_of_words(text, words, lexicon)
    if lexicon.language == "nl":
        yield from _called_houses(text, words, lexicon)
    yield from find_told_organisations(text, words, lexicon)
    for place, word in enumerate(words):
        if _is_bare_head(text, words, place, lexicon):
            yield from _behind_bare_head(text, words, place, lexicon)
        if _is_organisation(word, lexicon) or word.seen.is_street:
            yield from _organisation(text, words, place, lexicon)
        elif word.form in ("st", "sint") or (word.form in BUILDINGS and lexicon.language == "en"):
            yield from _saint_or_building(text, words, place)
        elif word.form == "van":
            yield from _behind_van(text, words, place, lexicon)
        elif _is_first_name(word) and not is_plain_use(text, words, place, lexicon):
            yield from _surname(text, words, place, lexicon)
        elif word.seen.is_first_name and _is_before_surname(text, words, place):
            yield place


def _places_of_words(text: str, words: Sequence[TalkWord], lexicon: NameLexicon) -> Iterator[int]:
    """Yield the words of a place of several words ('den haag')."""
    for match in _PLACES_OF_WORDS.finditer(text):
        if match[1] in lexicon.lists.places:
            yield from (place for place, word in enumerate(words) if match.start(1) <= word.start < match.end(1))
    for place, word in enumerate(words):
        for last in range(place + 1, min(place + 4, len(words))):
            if text[word.start : words[last].end] in lexicon.lists.places:
                yield from _place_of_nouns(words, place, last, lexicon)


def _called_houses(text: str, words: Sequence[TalkWord], lexicon: NameLexicon) -> Iterator[int]:
    """Yield what a house, school or club is called ('ons koor heet de notenkrakers'), and parts of town ('op zuid')."""
    for place, word in enumerate(words[:-1]):
        following = words[place + 1]
        if (
            word.form in ("heet", "heette", "heetten", "heten")
            and place
            and _is_organisation(words[place - 1], lexicon)
        ):
            last = place + 2 if following.form in ("de", "het", "'t", "ons", "onze") else place + 1
            if last < len(words) and words[last].seen.key not in CLOSED | lexicon.cues.verbs:
                yield from range(place + 1, last + 1)
        if word.form in ("op", "in", "naar", "uit", "vanuit") and following.form in ("zuid", "noord", "oost", "west"):
            third = words[place + 2].form if place + 2 < len(words) else ""
            if text[word.end : following.start] == " " and third not in ("van", "naar"):
                yield place + 1


def _place_of_nouns(words: Sequence[TalkWord], first: int, last: int, lexicon: NameLexicon) -> Iterator[int]:
    """Yield the words of a listed place, unless all are words of the language and no preposition leads to them."""
    span = words[first : last + 1]
    if any(word.seen.key in CLOSED for word in span):
        return
    led = first > 0 and words[first - 1].seen.key in lexicon.cues.before_places
    if led or not all(word.seen.is_known for word in span):
        yield from range(first, last + 1)


def _is_organisation(word: TalkWord, lexicon: NameLexicon) -> bool:
    if word.seen.key in lexicon.cues.organisations:
        return True
    return lexicon.language == "nl" and ORGANISATION_ENDING.search(word.seen.key) is not None


def _is_bare_head(text: str, words: Sequence[TalkWord], place: int, lexicon: NameLexicon) -> bool:
    """Return whether a Dutch word for a house or business follows a preposition without article: 'bij bakkerij x'."""
    if not place or lexicon.language != "nl" or words[place - 1].form not in BARE_PREPOSITIONS:
        return False
    is_head = _is_organisation(words[place], lexicon) or BUSINESS_ENDING.search(words[place].seen.key) is not None
    return is_head and text[words[place - 1].end : words[place].start] == " "


def _behind_bare_head(text: str, words: Sequence[TalkWord], place: int, lexicon: NameLexicon) -> Iterator[int]:
    """Yield a business and what stands behind it up to its noun or surname: 'bij bloemenhuis de roos'."""
    last = place + 1
    while last < len(words) and last - place < 4 and words[last].form in _BEFORE_LAST:
        last += 1
    if last >= len(words) or regex.fullmatch(r"[\w'’ ]*", text[words[place].end : words[last].start]) is None:
        return
    seen = words[last].seen
    is_noun = "noun" in find_language("nl").word_classes(seen.key) or seen.is_name or not seen.is_known
    acts = seen.key in lexicon.cues.verbs or lexicon.is_verb_form(seen) or seen.key in lexicon.cues.no_names
    if seen.key in CLOSED or acts or not is_noun or (seen.is_ordinary and last == place + 1):
        return
    yield from range(place, last + 1)


def _organisation(text: str, words: Sequence[TalkWord], place: int, lexicon: NameLexicon) -> Iterator[int]:
    """Yield a word for organisations and what stands beside it ('stichting present', 'royal infirmary').

    At least one of the words beside it must be no ordinary one.
    """
    first = last = place
    leads = lexicon.language == "nl" and not words[place].seen.is_street  # 'stichting x', but 'x trust', 'lange straat'
    while (
        first and place - first < 3 and _may_name(words[first - 1]) and are_beside(text, *words[first - 1 : first + 1])
    ):
        if leads and words[first - 1].seen.is_known and not _is_bare_compound(words[first - 1], lexicon):
            break
        first -= 1
    if leads:
        while last + 1 < len(words) and last - place < 2 and are_beside(text, *words[last : last + 2]):
            if words[last + 1].seen.key in lexicon.cues.verbs or lexicon.is_verb_form(words[last + 1].seen):
                break
            if not _may_name(words[last + 1]):
                last = _behind_link(text, words, last)
                break
            last += 1
        while last > place and words[last].seen.is_ordinary:
            last -= 1
        if last == place:
            last = _behind_article(text, words, place)
    if first and last > place and (words[first - 1].form in SCHOOL_KINDS or _is_people(words[first - 1], lexicon)):
        first -= 1
    beside = [words[other] for other in range(first, last + 1) if other != place]
    is_named = any(_can_tell(word, lexicon) for word in beside) or last - place == 2
    if is_named or (words[place].seen.is_street and _follows_preposition(text, words, place)):
        yield from range(first, last + 1)


def _is_people(word: TalkWord, lexicon: NameLexicon) -> bool:
    """Return whether a word before a Dutch one for an organisation says whose it is: 'turkse vrouwenvereniging gül'."""
    return lexicon.language == "nl" and word.seen.key in lexicon.cues.peoples


def _can_tell(word: TalkWord, lexicon: NameLexicon) -> bool:
    """Return whether a word beside one for organisations makes it a name: no ordinary one, no day or month."""
    if lexicon.language == "en" and word.seen.key in lexicon.cues.organisations | OF_GROUPS:  # 'church hall'
        return False
    return not word.seen.is_ordinary and (word.seen.is_candidate or word.seen.key in lexicon.cues.peoples)


def _is_bare_compound(word: TalkWord, lexicon: NameLexicon) -> bool:
    """Return whether a word before one for an organisation is a compound noun: apart they are a name ('maasstad')."""
    classes = find_language("nl").word_classes(word.seen.key)
    return lexicon.language == "nl" and word.seen.is_compound and classes.isdisjoint(("adj", "verb"))


def _behind_article(text: str, words: Sequence[TalkWord], place: int) -> int:
    """Return the last word of a name with an article in it: 'van stichting de haven', but not 'de stichting'."""
    if place + 2 >= len(words) or words[place].form in _GENERAL_HOUSES:
        return place
    article, word = words[place + 1 : place + 3]
    between = text[words[place].end : article.start] + text[article.end : word.start]
    has_article = place > 0 and words[place - 1].form in ("de", "het", "een", "die", "dat", "deze", "onze")
    named = article.form in ("de", "het") and between == "  " and _may_name(word) and not has_article
    return place + 2 if named else place


def _follows_preposition(text: str, words: Sequence[TalkWord], place: int) -> bool:
    """Return whether an English word for a street has a word before it, and before that a preposition alone."""
    if place < 2 or not _may_name(words[place - 1]) or not are_beside(text, *words[place - 1 : place + 1]):
        return False
    return words[place - 2].form in BEFORE_STREETS and are_beside(text, *words[place - 2 : place])


def _behind_van(text: str, words: Sequence[TalkWord], place: int, lexicon: NameLexicon) -> Iterator[int]:
    """Yield the surname behind a preposition and 'van': 'tegenover van dam'."""
    last = place + 1
    while last < len(words) and last - place < 3 and words[last].form in ("de", "der", "den", "het", "'t"):
        last += 1
    if last < len(words) and not OLD_LINKS.isdisjoint(word.form for word in words[place + 1 : last]):  # 'van der ploeg'
        if (
            regex.fullmatch(r"[\w'’ ]*", text[words[place].end : words[last].start])
            and words[last].seen.key not in CLOSED
        ):
            yield last
        return
    before = words[place - 1].form if place else ""
    leads = before in BEFORE_VAN or before in lexicon.cues.titles or before in ("pa", "ma")
    if leads and last < len(words) and words[last].seen.is_last_name:
        between = text[words[place - 1].end : words[last].start]
        if regex.fullmatch(r"[\w' ]*", between) and words[last].seen.key not in CLOSED:
            yield last


def _behind_link(text: str, words: Sequence[TalkWord], last: int) -> int:
    """Return the last word of a name that goes on behind a small word: 'vereniging vrienden van het orgel'."""
    further = last + 1
    while (
        further < len(words)
        and words[further].form in ("van", "voor", "de", "het", "den", "der", "al", "el", "an")
        and further - last < 4
    ):
        further += 1
    joined = further - last > 1 and further < len(words) and _may_name(words[further])
    is_one = joined and regex.fullmatch(r"[\w ]*", text[words[last].end : words[further].start])
    return further if is_one and not words[further].seen.is_ordinary else last


def _saint_or_building(text: str, words: Sequence[TalkWord], place: int) -> Iterator[int]:
    """Yield a saint with the name behind ('st barnabas'), or a house with the name before ('gladstone court')."""
    is_saint = words[place].form in ("st", "sint")
    other = place + 1 if is_saint else place - 1
    if not 0 <= other < len(words) or not _may_name(words[other]) or words[other].seen.is_ordinary:
        return
    between = text[min(words[place].end, words[other].end) : max(words[place].start, words[other].start)]
    has_article = other > 0 and words[other - 1].seen.key in ("the", "a", "this", "that")
    named = is_saint or not words[other].seen.is_known or (words[other].seen.is_last_name and not has_article)
    if between.strip(".-") in ("", " ") and named and not words[other].seen.has_possessive:
        yield from (place, other)


def _is_first_name(word: TalkWord) -> bool:
    """Return whether a word is a first name as it stands ('jan', not 'jans'), and no ordinary word."""
    return word.seen.is_first_name and not word.seen.is_ordinary and not word.seen.has_possessive


def _is_before_surname(text: str, words: Sequence[TalkWord], place: int) -> bool:
    """Return whether an ordinary word that is a first name too stands before a surname: 'vrede akkerman'."""
    if place + 1 >= len(words) or text[words[place].end : words[place + 1].start] != " ":
        return False
    surname = words[place + 1].seen
    is_one = surname.is_last_name and not surname.is_known and not surname.is_first_name
    return is_one and not (place and words[place - 1].form in DETERMINERS)


def _surname(text: str, words: Sequence[TalkWord], place: int, lexicon: NameLexicon) -> Iterator[int]:
    """Yield the word behind a first name, where it can hardly be anything but a surname: 'kees visser kwam'.

    It is no verb and no ordinary word, and a verb or the end of a clause follows, or an old tussenvoegsel leads to it.
    """
    link = _OLD_LINKS.match(text, words[place].end) or _DE.match(text, words[place].end)
    if link:
        found = [n for n, word in enumerate(words) if word.start == link.end()]
        of_de = link[0] != " de " or (found and words[found[0]].seen.is_last_name)  # 'anneke de groot'
        if found and words[found[0]].seen.key not in CLOSED and of_de:
            yield from (place, found[0])
        return
    if place + 1 >= len(words) or not are_beside(text, words[place], words[place + 1]):
        return
    word, third = words[place + 1], words[place + 2] if place + 2 < len(words) else None
    if word.seen.is_ordinary and _is_ordinary_surname(text, words, place + 1, lexicon):
        yield place + 1
    if word.seen.is_ordinary or word.seen.key in LINKS or not word.seen.is_candidate or not word.form.isalpha():
        return
    ends_clause = third is None or regex.match(r"\s*(?:[,.?!;]|[js]r\b)", text[word.end : word.end + 5]) is not None
    acts = third is not None and third.seen.key in lexicon.cues.verbs
    classes = find_language("nl").word_classes(word.seen.key) if lexicon.language == "nl" else {"verb"}
    inflected = word.form.endswith(("t", "te", "de", "en", "ed", "ing")) and "noun" not in classes
    if ends_clause and NAMED_ENDING.search(word.seen.key) and word.seen.is_place:  # 'judith wijnbergen'
        yield place + 1
    if word.seen.is_known and not is_pronominal(word.seen.key) and (acts or (ends_clause and not inflected)):
        yield place + 1


def _is_ordinary_surname(text: str, words: Sequence[TalkWord], place: int, lexicon: NameLexicon) -> bool:
    """Return whether an ordinary English word behind a first name is a surname, as a clause ends or a verb follows."""
    word, third = words[place], words[place + 1] if place + 1 < len(words) else None
    if lexicon.language != "en" or not word.seen.is_last_name or word.seen.key in CLOSED | lexicon.cues.verbs:
        return False
    if third is None or regex.match(r"\s*[,.?!;]", text[word.end : word.end + 5]) is not None:
        return True
    return third.seen.key in lexicon.cues.verbs or third.form in ("who", "from", "and")


def _may_name(word: TalkWord) -> bool:
    """Return whether a word may be part of the name of an organisation, in talk without capitals."""
    return word.seen.key not in CLOSED and word.form[:1].isalpha()
