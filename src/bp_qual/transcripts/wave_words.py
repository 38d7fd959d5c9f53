"""What people call a wave: the usual words in Dutch and English, and the wave that a name of a file or folder says.

One table serves both questions: which wave came first (`wave_order`), and which wave a file is of.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.moments import SHORT_YEAR, YEAR, cut_dates, full_year
from bp_qual.transcripts.plain_letters import bare_letters, to_key, without_accents
from bp_qual.transcripts.since_start import find_bare_lapse, find_lapse
from bp_qual.transcripts.talk_parts import without_part

# What a wave may be called, oldest first; the words of one line come at the same time.
PHASES = (
    "pre before voor vooraf voormeting vóór nulmeting baseline start startmeting begin beginmeting aanvang intake "
    "instroom entry entrance admission opname then toen vroeger eerder earlier old oud oude pretest voortest ex-ante "
    "ante ervoor past initial early vroeg vorig vorige previous vorher vor davor früher frueher damals alt "
    "avant début ancien autrefois prä prae anfang beginn",
    "mid during tijdens tussen tussentijds tussenmeting midline midterm midden middle halverwege während pendant",
    "post after na achteraf nameting endline end eind einde slot afsluiting exit uitstroom discharge ontslag now nu "
    "heden later late laat huidig huidige current endterm new nieuw nieuwe posttest natest eindmeting "
    "slotmeting ex-post erna present finish ende nachher nach danach heute jetzt neu après fin nouveau maintenant",
    "follow-up followup followupmeting fu vervolg vervolgmeting vervolginterview vervolggesprek opvolging nazorg "
    "herhaling herhaalmeting herhalingsmeting hermeting herinterview repeat reinterview re-interview revisit",
)
ORDINALS = (
    "nul nulde nulmeting zero null baseline intake start",
    "een eerste eenmeting first one i 1e 1ste 1st initial initiële initiale erste erster erst ein eins "
    "premier première un une",
    "twee tweede tweemeting second two ii 2e 2de 2nd zweite zweiter zweit zwei deuxième deux",
    "drie derde driemeting third three iii 3e 3de 3rd dritte dritter dritt drei troisième trois",
    "vier vierde viermeting fourth four iv 4e 4de 4th vierte quatrième quatre",
    "vijf vijfde vijfmeting fifth five v 5e 5de 5th fünfte fünf cinquième cinq",
    "zes zesde sixth six vi 6e 6de 6th sechs sechste sixième",
    "zeven zevende seventh seven vii 7e 7de 7th sieben siebte sept septième",
    "acht achtste eighth eight viii 8e 8ste 8th achte huit huitième",
    "negen negende ninth nine ix 9e 9de 9th neun neunte neuf neuvième",
    "tien tiende tenth ten x 10e 10de 10th zehn zehnte dix dixième",
    "elf elfde eleventh eleven xi 11e 11de 11th elfte onze onzième",
    "twaalf twaalfde twelfth twelve xii 12e 12de 12th zwölf zwölfte douze douzième",
    "laatste last final finale letzte letzter dernier dernière",
)
SEVERAL_TIMES = ("follow-up", "fu", "vervolg", "vervolginterview", "vervolggesprek", "nameting")  # `follow-up 1`, and 2
# Words of the tables that in the name of a file say something else, or are too short to say anything alone.
_SOMETHING_ELSE = (
    "opname old oud oude new nieuw nieuwe laatste last final fu een one i ii iii iv v twee two drie three vier four "
    "vijf five nul zero repeat nazorg slot heden vooraf then ante ervoor erna past present initial vor nach davor "
    "danach damals alt early vroeg vorig vorige previous late laat huidig huidige current neu früher frueher "
    "anfang beginn ende finish finale erst zweit dritt heute jetzt autrefois ancien nouveau fin début maintenant "
    "pendant während"
)
_ROUND = (
    r"(?:wave|ronde|round|meting|golf|fase|phase|welle|vague|time|tijd(?:stip)?|measurement|visit|bezoek|sessie|session"
    r"|(?:meet|contact)?moment|meeting)"
)
_NUMBERED = lazy_pattern(
    rf"(?:{_ROUND}|(?<![^\W_])(?:jaar|year))[ _-]?(\d{{1,2}})(?!\d)|(?<![a-z])[tw]=?(\d)(?![a-z\d])", re.IGNORECASE
)
_ORDINAL_RANKS = {word: rank for rank, line in enumerate(ORDINALS[:-1]) for word in line.split()}
_RANKS = {to_key(word): rank for word, rank in _ORDINAL_RANKS.items()}
_ZERO = ("nul", "nulde", "zero")
_COUNTED = "|".join(  # `ronde x` is any round
    sorted((word for word, rank in _ORDINAL_RANKS.items() if word in _ZERO or (rank and word != "x")), key=len)[::-1]
)
_BESIDE_ROUND = lazy_pattern(
    rf"(?<![^\W_])(?:({_COUNTED})[ -]{_ROUND}|{_ROUND}[ -]({_COUNTED}))(?![^\W_])", re.IGNORECASE
)
_ORDINAL_ALONE = lazy_pattern(
    r"(?<![^\W_])(eerste|tweede|derde|vierde|vijfde|first|second|third|fourth|fifth|[1-5](?:e|ste|de|st|nd|rd|th))"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_NO_WAVE = lazy_pattern(  # of a name that says which version it is, or by whom
    r"(?<![^\W_])(?:tweede|derde|vierde|second|third|fourth|zweite|dritte|[1-9](?:e|de|ste|st|nd|rd|th))[ .-]?"
    r"(?:versie|version|fassung|concept|draft|entwurf|coder|codeur|codierer|kodierer|codering|coding|reader|lezer)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_MORE_NUMBERS = lazy_pattern(r"(?:(?:-|\s*(?:[/&+]|en|and|und|t/m|tot|to|bis)\s*)\d{1,2}(?![\d.:/-]))+", re.IGNORECASE)
_TWO_YEARS = lazy_pattern(r"(?<!\d)((?:19|20)\d\d)[/-](\d\d)(?![\d./-]|-\d)")
_COMPOUNDS = {word for line in ORDINALS for word in line.split() if word.endswith("meting")}
_IN_NAMES = {word for line in PHASES for word in line.split()} | _COMPOUNDS
_PHASE_WORDS = sorted(_IN_NAMES - set(_SOMETHING_ELSE.split()), key=len, reverse=True)
_OCCASIONS = "meting|test|interview|gesprek|messung|befragung|gesprach|termin|interventie|intervention"
_BEFORE_OCCASIONS = "pre|pra|prae|voor|vor|begin|start|intake|tussen|post|na|nach|eind|slot|exit"
_COUNTED_PHASE = "|".join(SEVERAL_TIMES).replace("-", "[ -]?")
_PHASE = lazy_pattern(
    rf"(?<![^\W_])((?:{_COUNTED_PHASE})[ -]?[1-9]"
    rf"|{'|'.join(map(without_accents, _PHASE_WORDS)).replace('-', '[ -]?')}"
    rf"|(?:{_BEFORE_OCCASIONS})-?(?:{_OCCASIONS}))"
    r"(?:(?<=view)s|(?<=test)s|(?<=up)s|(?<=take)s|(?<=gesprek)ken|(?<=meting)en)?(?![^\W_])",  # folders of several
    re.IGNORECASE,
)
_OF_NAME = lazy_pattern(r"(?i:(?<![^\W_])(?:van|van d(?:er?|en)|v\.? ?d\.?)) [A-Z][a-z]+\Z")  # `Els van der Post`
# What only the names of several files together make a wave.
WORDS_BESIDE_OTHERS = _IN_NAMES | {word for line in ORDINALS for word in line.split() if word != "x"}


def find_wave(text: str, known: Collection[str] = ()) -> tuple[str, str] | None:
    """Return the wave that a name says, and how it says it: a year, or wave 1, T2, before, eindmeting.

    Parameters
    ----------
    text : str
        The name of a file or folder, or a first line.
    known : collection of str
        The waves of the study, where they are known: a name that holds one of them says that one.

    Returns
    -------
    tuple of str and str, or None
        The id of the wave, and the words for it in the text; None where the text says no wave.

    Examples
    --------
    >>> find_wave("Interview P01, wave 2020"), find_wave("Ronde 2"), find_wave("Ahmed eindmeting")
    (('2020', '2020'), ('2', 'Ronde 2'), ('eindmeting', 'eindmeting'))
    >>> find_wave("P01 ’98"), find_wave("Anna jaar 5")
    (('1998', '’98'), ('5', 'jaar 5'))
    >>> find_wave("T1", known=["T1", "T2"]), find_wave("tweede gesprek", known=["T1", "T2"])
    (('T1', 'T1'), ('T2', 'tweede'))
    """
    text = text.replace("_", " ")
    if stated := _stated(text, known):
        return stated
    if years := YEAR.findall(text):
        return years[-1], years[-1]
    if short := SHORT_YEAR.search(text):
        return str(full_year(short[1])), short[0]
    wave, said = find_word(without_part(cut_dates(text))) or ("", "")  # `2nd Sept 22` is no second wave
    return (_known_by_number(wave, known) or wave, said) if wave else None


def find_waves(text: str, known: Collection[str] = ()) -> tuple[str, ...]:
    """Return every wave that a name says: with two in it, neither is meant for certain.

    Parameters
    ----------
    text : str
        As in `find_wave`.
    known : collection of str
        The waves of the study; without them every year in the text is one.

    Returns
    -------
    tuple of str
        Those of the study, once each, in the order of the study, else what `find_wave` finds; nothing where the text
        says no wave.

    Examples
    --------
    >>> find_waves("P01_2010 exported 2020-05-01", ["2010", "2020"]), find_waves("P01 T1, tweede versie", ["T1", "T2"])
    (('2010', '2020'), ('T1',))
    >>> find_waves("2010 en 2020"), find_waves("P01 2015", ["2010", "2020"]), find_waves("wave 1 and 2", ["1", "2"])
    (('2010', '2020'), ('2015',), ('1', '2'))
    """
    spaced = text.replace("_", " ")
    text = _NO_WAVE.sub(" ", spaced if _stated(spaced, known) else without_part(spaced))
    years = [*YEAR.findall(text), *(str(full_year(short)) for short in SHORT_YEAR.findall(text))]
    years += [f"{year[:2]}{short}" for year, short in _TWO_YEARS.findall(text)] if known else []
    ordinals = [_number_of(match[0]) for match in _ORDINAL_ALONE.finditer(text)]
    numbered = ({_known_by_number(wave, known) or wave for wave in waves} for waves in (_numbered(text), ordinals))
    for said in ({*_all_stated(text, known), *years, *next(numbered)}, *numbered):
        if meant := tuple(wave for wave in known if wave in said):
            return meant
    if not known and years:
        return tuple(dict.fromkeys(years))
    wave = find_wave(text, known)
    return (wave[0],) if wave else ()


def _numbered(text: str) -> Iterator[str]:
    """Yield the numbers of all waves that a text says beside a word for wave: 1 and 2 of ``wave 1 and 2``."""
    for match in _NUMBERED.finditer(text):
        yield match[1] or match[2]
        more = _MORE_NUMBERS.match(text, match.end())
        yield from re.findall(r"[0-9]{1,2}", more[0]) if more else ()
    for match in _BESIDE_ROUND.finditer(text):
        yield str(_RANKS[to_key(match[1] or match[2])])


def find_word(text: str) -> tuple[str, str] | None:
    """Return the wave that the words and numbers of a text say, whatever years are in it.

    >>> find_word("els-voormeting-2019"), find_word("P01 2019")
    (('voormeting', 'voormeting'), None)
    """
    return next(_waves_said(text.replace("_", " ")), None)


def _stated(text: str, known: Collection[str]) -> tuple[str, str] | None:
    """Return which of the known waves is in a text as a whole word; the last, and of two in one place the longer."""
    found = _places_of(text, known)
    return max(found)[2:] if found else None


def _all_stated(text: str, known: Collection[str]) -> list[str]:
    """Return the known waves that are in a text as whole words, without those within a longer one: `2` of `post 2`."""
    found = _places_of(text, known)
    spans = [(end - len(said), end) for end, _, _, said in found]
    return [
        wave
        for (start, end), (_, _, wave, _) in zip(spans, found, strict=True)
        if not any(first <= start and end <= last and (first, last) != (start, end) for first, last in spans)
    ]


def _places_of(text: str, known: Collection[str]) -> list[tuple[int, int, str, str]]:
    """Return where each known wave is in a text as a whole word: where it ends, how long it is, which, and how said."""
    found: list[tuple[int, int, str, str]] = []
    for wave in known:
        words = r"[\W_]*".join(map(re.escape, re.findall(r"[^\W_]+", wave)))
        if words and not re.fullmatch(r"\d{1,2}", wave):  # wave 1 is not in every name that holds a 1
            matches = re.finditer(rf"(?<![^\W_]){words}(?![^\W_])", text, re.IGNORECASE)
            found += [(match.end(), len(wave), wave, match[0]) for match in matches]
    return found


def _waves_said(text: str) -> Iterator[tuple[str, str]]:
    """Yield the waves that the usual words and numbers in a text say, the surest first."""
    bare = bare_letters(text)
    lapse = find_lapse(bare)
    if match := None if lapse else _NUMBERED.search(text):
        yield match[1] or match[2], match[0]
    if match := _BESIDE_ROUND.search(text):
        yield str(_RANKS[to_key(match[1] or match[2])]), match[0]
    phase = next((found for found in _PHASE.finditer(bare) if not _OF_NAME.search(text, 0, found.end())), None)
    for match, own in ((lapse, 0), (phase, 1)):
        if match:
            yield text[slice(*match.span(own))].casefold().replace(" ", "-"), text[slice(*match.span())]
    if match := _ORDINAL_ALONE.search(text):
        yield _number_of(match[0]), match[0]
    if match := find_bare_lapse(text):
        yield match[0].casefold(), match[0]


def _number_of(ordinal: str) -> str:
    """Return the number that a word stands for: of `1de`, which nobody should write, 1."""
    return ordinal[0] if ordinal[0].isdecimal() else str(_RANKS[to_key(ordinal)])


def _known_by_number(wave: str, known: Collection[str]) -> str:
    """Return the known wave with the same number: T2 for wave 2; empty where none or several have it."""
    if not wave.isdecimal():
        return ""
    alike = [name for name in known if [int(number) for number in re.findall(r"\d+", name)] == [int(wave)]]
    return alike[0] if len(alike) == 1 else ""
