"""Whose interview a file is, by what its name says besides the wave, the date and words such as copy or def2."""

from __future__ import annotations

import re

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.matching.languages import find_language
from bp_qual.study.link_words import LINK_WORDS
from bp_qual.study.listed_names import is_listed_first_name
from bp_qual.transcripts.moments import NAME_OR_MONTH, cut_dates, find_date_in_name, keep_numbers, to_numbers
from bp_qual.transcripts.speakers import label_key
from bp_qual.transcripts.talk_parts import without_part
from bp_qual.transcripts.wave_words import find_word

NUMBERED_TALK = lazy_pattern(r"\b(?:interview|gesprek|conversation|session|sessie)[ _#-]*(\d{1,2})\b", re.IGNORECASE)
LETTER = lazy_pattern(r"[^\W\d_]")
_SHORT = 3  # letters of a label that stands for a longer name
_NOISE = lazy_pattern(  # what stands in file names beside a name
    r"\b(?:interviews?|(?:int|intv|interv|itv|gespr)\b(?!\W*\d)|transcript(?:ie|ion)?s?|transcribed|uitgewerkt|uitwerking|gesprek(?:ken)?|met|with|verslag|"
    r"(?:typed|written|cleaned|tidied)[ -]up|uitw|"
    r"def(?:initief)?\d*|final\d*|versie ?\d*|version ?\d*|v\d+|kopie(?: van)?|copy(?: of)?|concept|draft|anoniem|"
    r"bewerkt|bijgewerkt|herzien|gecorrigeerd|nagekeken|edited|revised|corrected|checked|"
    r"geanonimiseerd|anonymi[sz]ed|opname|audio|nieuw|new|stel|echtpaar|koppel|couple|clean|"
    r"schoon|anon|raw|topic ?lijst|topic ?list|deelnemers(?:lijst)?|respondenten(?:lijst)?|participants|vragenlijst|"
    r"leidraad|codeboek|codebook|"
    r"(?:(?:per|via|by|over|door) )?(?:e ?)?mails?|"
    r"scan|chat|video|zoom|teams|skype|whatsapp|facetime|online|videocall|videogesprek|call|belgesprek|"
    r"(?:(?:door|via|over|per) (?:de )?)?telefoon(?:gesprek)?|(?:by|over the) (?:tele)?phone|"
    r"telefonisch|telephone|phone|telephonic|live|face to face|huisbezoek|home visit|"  # how the talk was held
    r"(?:nog )?niet (?:af|klaar|compleet|volledig)|onaf|onvolledig|incompleet|compleet|volledig|klaar|"
    r"not (?:yet )?(?:done|finished|complete)|unfinished|incomplete|complete|typoscript|typescript)\b|"
    r"\(\d+\)|\bcopy\b|\.(?:docx?|txt|odt|rtf|pdf)\b|[- ](?:LAPTOP|DESKTOP|PC)[- ]\w+",
    re.IGNORECASE,
)
_NAMES_TOO = ("Klaar", "Live", "Zoom", "Call")
_NAMED_SO = lazy_pattern(  # what else is a word of how a talk was held: `Live Hansen`, `Klaar de Vries`, `Clara Call`
    rf"[\W_]*(?:(?:Klaar|Live|Zoom)(?: (?:{'|'.join(sorted(LINK_WORDS))}))+ \w+|(?:Klaar|Live) (?!Call)[A-ZÀ-Þ]\w+"
    r"|(?!Klaar|Live|Zoom)[A-ZÀ-Þ]\w+ Call)[\W_]*"
)
_MONTH_BEHIND = lazy_pattern(r"(?<=[^\W\d_] )(?:april|mei|may|juni|june|juli|july|augustus|august)\Z")  # `Anna mei`
_DOUBLE = lazy_pattern(
    r"(?<![^\W_])([A-ZÀ-Þ][^\W\d_A-Z]+)-([A-ZÀ-Þ][^\W\d_A-Z]+)(?![^\W_])"
)  # `Kees-Jan`, `Bakker-Smit`
BETWEEN = lazy_pattern(
    r"(?-i:([A-ZÀ-Þ]\w*[^\W\d_A-ZÀ-Þ])) (met|with) (?=(?-i:[A-ZÀ-Þ]\w*[^\W\d_A-ZÀ-Þ]))", re.IGNORECASE
)
_TALK = lazy_pattern(r"\w*(?:gesprek|interview|verslag|verhaal|afspraak|notes|ing|tie|[st]ion)", re.IGNORECASE)
_OWN = lazy_pattern(r"(?<=[^\W\d_])['’]s(?![^\W_])")  # `Anna's interview`
_INITIAL = lazy_pattern(r"(?<![^\W_])([A-ZÀ-Þ])\.(?=[^\W\d_]{2})")  # `A.Bakker`
_TURNED = lazy_pattern(
    r"((?:[^\W\d_'’-]+ )*[^\W\d_]+(?:[-’'][^\W\d_]+)*), ?([^\W\d_]+)((?: [a-z]+)*)"
)  # `Bakker, Anna`
_AGE_BEHIND = lazy_pattern(r"(?<![^\W_])([^\W\d_]+) +\d{1,3}(?:mo?|mth|mnd|w|wk|y|yr|jr?)(?![^\W_])")  # `Anna 3m`
_KEPT = "_"  # a blank at which no word ends
_CAPITALS = lazy_pattern(r"[A-ZÀ-Þ][^\W\d_]{0,2}[A-ZÀ-Þ]")
_NO_VOWEL = lazy_pattern(r"[b-df-hj-np-tv-xz]{2,4}", re.IGNORECASE)
_COUPLE = lazy_pattern(r"([^\W\d_]{2,}) (?:en|und|et|and|&|\+) ([^\W\d_]{2,})((?: [^\W\d_]+){0,4})", re.IGNORECASE)
_DONE = lazy_pattern(  # a participle in small letters, as the two languages form it
    r"(?<![^\W_])(?:(?P<nl>(?:[a-z]{2,5})?ge[a-z]{2,}(?:[dt]|en)|(?:be|her|ont|ver)[a-z]{2,}[dt])|(?P<en>[a-z]+[a-df-z]ed))(?![^\W_])"
)
OF_WOMEN, OF_MEN = "mevrouw|mevr|mw|mrs|ms|miss", "meneer|dhr|de heer|heer|mr"  # titles, without their full stops
_TITLES = lazy_pattern(rf"\b(?:{OF_WOMEN}|{OF_MEN}|dr|drs|prof)\b\.?(?=\s|\Z)", re.IGNORECASE)


def name_in(stem: str, wave: str) -> str:
    """Return what a file name says besides the wave, the date, and words such as interview, copy or def2.

    A hyphen stays within a name where nothing else is parted by hyphens.

    >>> name_in("Interview met Fatima 9-11-2021 def2", "2021"), name_in("Anna mei", ""), name_in("Topiclijst", "")
    ('Fatima', 'Anna', '')
    >>> name_in("Kees-Jan 2021", "2021"), name_in("Ans-Bakker-2021", "2021")
    ('Kees-Jan', 'Ans Bakker')
    """
    rest = _OWN.sub("", cut_dates(keep_numbers(without_part(stem)).replace("_", " ")))
    rest = _cut_word(rest, wave.replace("_", " ")) if wave else rest
    if word := find_word(rest):  # a year says which wave it is; `voormeting` beside it is no part of a name either
        rest = _cut_word(rest, word[1])
    if LETTER.search(NUMBERED_TALK.sub(" ", rest)):
        rest = NUMBERED_TALK.sub(" ", rest)
    rest = _AGE_BEHIND.sub(lambda found: found[is_listed_first_name(found[1])], rest)
    double = _DOUBLE.search(rest) if rest.count("-") == 1 else None
    rest = _without_done(_without_noise(BETWEEN.sub(_keep_between, rest.replace("-", " ")))).replace(_KEPT, " ")
    rest = rest.replace(f"{double[1]} {double[2]}", double[0]) if double else rest
    bare = _MONTH_BEHIND.sub("", " ".join(re.sub(r"[(\[{]\s*[)\]}]", " ", rest).split())).strip()
    spoken = stem.replace("_", " ")
    name = None if LETTER.search(bare) or find_date_in_name(spoken) else NAME_OR_MONTH.search(spoken)
    # `Jan 2021`: with nothing else for a name, it is more likely Jan than January
    return name[0] if name else _INITIAL.sub(r"\1. ", to_numbers(_first_name_first(bare)))


def _first_name_first(name: str) -> str:
    """Return `Anna de Wit` for `de Wit, Anna` and for `Wit, Anna de`."""
    turned = _TURNED.fullmatch(name)
    if turned is None or not is_listed_first_name(turned[2]) or not set(turned[3].split()) <= LINK_WORDS:
        return name
    return f"{turned[2]}{turned[3]} {turned[1]}"


def _keep_between(found: re.Match[str]) -> str:
    """Return `Anneke met` as what keeps `met`: who of the two asked nobody knows. `Kennismaking met` is as it was."""
    behind = re.match(r"\w+", found.string[found.end() :])
    is_talk = _NOISE.fullmatch(found[1]) or _TALK.fullmatch(found[1])
    is_name = not is_talk and behind is not None and not _NOISE.fullmatch(behind[0])
    return f"{found[1]}{_KEPT}{found[2]}{_KEPT}" if is_name else found[0]


def _without_noise(name: str) -> str:
    """Return a name without the words that are no part of it, but not where such a word is half of the name."""
    own = _NOISE.sub(lambda found: found[0] if found[0] in _NAMES_TOO else "|", name)
    return own.replace("|", " ") if _NAMED_SO.fullmatch(own) else _NOISE.sub(" ", name)


def _without_done(name: str) -> str:
    """Return a name without what was done to the file (typed, nagelezen): small letters beside a word with a capital.

    Only what the language has as a form of a verb: a name in small letters (`ahmed`) stays.
    """
    if not any(letter.isupper() for letter in name):
        return name
    return _DONE.sub(lambda found: found[0] if _is_name(found) else " ", name)


def _is_name(found: re.Match[str]) -> bool:
    """Whether what looks like a participle is part of a name: behind `van der`, or no regular form of a verb."""
    before = found.string[: found.start()].split()
    word, language = found[0], find_language(found.lastgroup or "")
    lemmas = [lemma for lemma in language.lemmas(word) if lemma != word] if language.knows(word) else []
    if found.lastgroup == "en":  # held, bred and the like are surnames as well
        lemmas = [
            lemma for lemma in lemmas if word[:-2] in (lemma, f"{lemma}{lemma[-1]}", f"{lemma[:-1]}i", lemma[:-1])
        ]
    return not lemmas or bool(before and before[-1].casefold() in LINK_WORDS)


def _cut_word(text: str, word: str) -> str:
    """Return a text without the last place of a word that is a whole one, else the last: `na`, not that of corona."""
    whole = [match.start() for match in re.finditer(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text)]
    place = whole[-1] if whole else text.rfind(word)
    return f"{text[:place]} {text[place + len(word) :]}" if place >= 0 else text


def without_title(name: str) -> str:
    """Return a name without `mevrouw`, `dr.` and the like, with a capital.

    >>> without_title("mevrouw de vries")
    'De vries'
    """
    bare = " ".join(_TITLES.sub(" ", name).split()).strip(" .,")
    return bare[:1].upper() + bare[1:] if bare else name


def shortens(label: str, name: str) -> bool:
    """Return whether a label is the beginning or the initials of a name that says more.

    >>> shortens("F", "fatima"), shortens("EA", "El Amrani"), shortens("J", "Mevrouw Jansen"), shortens("Els", "els")
    (True, True, True, False)
    """
    words = [key for word in re.split(r"[\s-]+", without_title(name)) if (key := label_key(word))]
    short = label_key(label)
    if not 0 < len(short) <= _SHORT or short == "".join(words):
        return False
    return short == "".join(word[0] for word in words) or any(word.startswith(short) for word in words)


def is_same_name(one: str, other: str) -> bool:
    """Return whether two names are of the same letters: `Kees-Jan` of `KeesJan` and of `Kees Jan`.

    >>> is_same_name("Kees-Jan", "KeesJan"), is_same_name("Kees", "KeesJan")
    (True, False)
    """
    said, named = (label_key(without_title(name)) for name in (one, other))
    return bool(said) and said == named


def spells(name: str, label: str) -> bool:
    """Return whether the name of a file is a label, of the same letters or with its parts shortened one after another.

    A label of one part is not shortened, and initials beside a name are those of who asked.

    >>> [spells(name, "Jean-Luc") for name in ("JeanLuc", "JLuc", "JL MvD", "J-Luc", "Jean", "Jean-Luc Bos", "Piet")]
    [True, True, True, True, False, False, False]
    >>> spells("Jan", "Jan"), spells("J", "Jan")
    (True, False)
    """
    words = without_title(name).split()
    named = label_key("".join([word for word in words if not are_initials(word, name)] or words[:1]))
    parts = [key for part in re.split(r"[\s-]+", without_title(label)) if (key := label_key(part))]
    if len(parts) < 2:
        return is_same_name(named, label)
    shortened = "".join(re.escape(key[0]) + _beginning(key[1:]) for key in parts)
    return re.fullmatch(shortened, named) is not None


def _beginning(letters: str) -> str:
    """Return a pattern for as many letters as there are from the first on."""
    return "".join(f"(?:{re.escape(letter)}" for letter in letters) + ")?" * len(letters)


def are_initials(word: str, beside: str = "") -> bool:
    """Return whether a word can be somebody's initials: two to four letters, in capitals at both ends or no vowel.

    Of a word in a text all in capitals only the vowels tell.

    >>> are_initials("MvD", "Gerda MvD"), are_initials("jb"), are_initials("JAN", "GERDA JAN"), are_initials("mw")
    (True, True, False, False)
    """
    letters = word.replace(".", "")
    in_capitals = any(map(str.islower, beside or "x")) and _CAPITALS.fullmatch(letters)
    return bool(in_capitals or _NO_VOWEL.fullmatch(letters)) and bool(_TITLES.sub("", word))


def abbreviates(label: str, name: str) -> bool:
    """Return whether a label shortens a name, or is initials from its first letter: SW of Sjaan, who is de Wit too.

    >>> abbreviates("SW", "Sjaan"), abbreviates("WB", "Willem de Boer"), abbreviates("MvD", "Sjaan")
    (True, True, False)
    """
    name = without_title(name)
    return shortens(label, name) or (are_initials(label) and label[:1].casefold() == name[:1].casefold())


def find_couple(name: str) -> str:
    """Return the names of two persons who are named together, each with the family name they share, a `+` between.

    >>> find_couple("Piet en Ans de Boer"), find_couple("Piet de Boer")
    ('Piet de Boer+Ans de Boer', '')
    """
    couple = _COUPLE.fullmatch(name)
    if not couple:
        return ""
    return "+".join(f"{given[:1].upper()}{given[1:]}{couple[3]}" for given in (couple[1], couple[2]))
