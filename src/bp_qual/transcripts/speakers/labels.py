"""Labels: how speakers are named, and what no speaker is called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.speech import is_happening

_SHORT_TITLES = "dr drs prof ir ing ds mr mrs ms mme msc phd dipl"
(
    INTERVIEWER_LABELS,
    RESPONDENT_LABELS,
    NO_PERSONS,
    HEADER_WORDS,
    ANSWERS,
    _PARTICLES,
    SAYING,
    PREPOSITIONS,
    PRONOUNS,
) = (
    frozenset(words.split())
    for words in (
        "i int intv interv interviewer interviewster iv v vraag vr q question vraagsteller vraagstelster onderzoeker "
        "onderzoekster researcher moderator mod gespreksleider vragensteller f frage fragesteller interviewerin "
        "forscher forscherin intervieweur intervieweuse enqueteur enquetrice chercheur chercheuse host presentator",
        "r resp respondent respondente a antwoord antw answer p participant part geinterviewde interviewee informant "
        "deelnemer deelneemster b befragte befragter befragteperson interviewte interviewter ip antwort proband "
        "probandin repondant repondante interviewe enquete enquetee reponse guest gast",
        "break pauze pause clip jingle intro outro muziek music reclame sponsor advertentie advertisement audio "
        "werbung publicite",
        "datum date locatie location plaats place duur duration onderwerp subject topic project bestand file "
        "transcript transcriptie titel title tijd time versie version wave ronde meting leeftijd functie geslacht "
        "opname audio getranscribeerddoor transcribedby interviewnummer interview ort dauer lieu duree bijlage bilag "
        "anlage annexe appendix aanwezig aanwezigen afwezig deelnemers gesprekspartner gesprekspartners sprekers "
        "speakers attendees present participants anwesend anwesende teilnehmer teilnehmende presents length lengte "
        "gespreksduur interviewduur tijdsduur age gender sex occupation profession beroep setting language taal "
        "recorded recording opgenomen consent toestemming pseudonym pseudoniem nationality nationaliteit "
        "start begin end einde starttijd eindtijd tijdstip",
        "ja nee neen nou oke ok okay prima goed precies inderdaad klopt hm hmm mhm mm mmm uhm ehm eh uh yes yeah yep "
        "yup no nope right sure exactly well great good fine wow oh ah jawel zeker nein doch genau gut stimmt richtig "
        "na also oui non si ouais bon bien voila dakor daccord exact jo jep nej tak jawohl alright correct absolutely "
        "thanks dank bedankt danke merci indeed tja ach goh sorry pardon excuses test",
        "van de den der ten ter het von zu la le du of en und et op in t vd v.d v/d vdr v.der "
        f"heer mevrouw mevr mw dhr meneer mijnheer fam familie frau herr monsieur madame {_SHORT_TITLES}",
        "zei zegt zeg zeggen zeiden vroeg vraagt dacht denkt denk riep roept schreef schrijft antwoordde antwoordt "
        "said says say saying asked asks thought thinks told wrote replied goes like called sagte sagt sage fragte "
        "fragt meinte meint dachte schrieb dit disait demande demandait repondit",
        "tegen aan to an tegenover van met en of and or with von und dat die is was heet the de",
        "ik jij je u hij zij ze wij we jullie het dat die dit wie iemand niemand men i you he she it they this that "
        "who someone somebody ich du er sie es wir ihr man wer je tu il elle on nous vous ils elles qui",
    )
)
BEGINS_TALK = PRONOUNS | {
    *("en", "maar", "dus", "want", "omdat", "als", "toen", "zoals", "of", "bijvoorbeeld", "namelijk", "kijk", "nou"),
    *("er", "hier", "daar", "and", "but", "so", "because", "if", "when", "like", "or", "there", "here"),
    *("und", "aber", "also", "weil", "wenn", "et", "mais", "donc", "quand"),
    *("luister", "stel", "ook", "nu", "later", "vroeger", "eerst", "daarna", "bovendien", "kortom", "anders"),
    *("look", "listen", "now", "then", "first", "later", "anyway", "also", "besides", "suppose", "see"),
    *("schau", "schauen", "guck", "hor", "hör", "dann", "jetzt", "fruher", "früher", "später", "außerdem", "zuerst"),
    *("regarde", "regardez", "écoute", "écoutez", "alors", "puis", "ensuite", "avant", "après", "enfin", "voilà"),
}
_SUMS_UP = frozenset(  # what is before a colon in a sentence: `Gevolg: niemand kwam`
    (
        *("conclusie", "gevolg", "resultaat", "moraal", "punt", "feit", "probleem", "nadeel", "voordeel", "fout"),
        *("simpel", "kort", "feitelijk", "eerlijk", "samengevat", "alleen", "voorbeeld", "tip", "idee", "regel"),
        *("conclusion", "result", "problem", "upside", "downside", "point", "fact", "example", "simple", "only"),
        *("fazit", "ergebnis", "folge", "problem", "vorteil", "nachteil", "beispiel", "tatsache", "kurz"),
        *("résultat", "problème", "avantage", "inconvénient", "exemple", "bref", "morale"),
    )
)
_INTERPRETERS = frozenset(
    (
        *("tolk", "vertaler", "vertaalster", "interpreter", "translator", "dolmetscher", "dolmetscherin"),
        *("ubersetzer", "ubersetzerin", "interprete", "traducteur", "traductrice"),
    )
)
RELATION_WORDS = (
    r"(?:ex[- ]?)?(?:man|vrouw|echtgenoo?te?|partner|zoon|dochter|kind|moeder|vader|broer|zus|buurman|buurvrouw"
    r"|vriendin|vriend|husband|wife|son|daughter|mother|father|brother|sister|neighbour|friend|mann|frau|sohn"
    r"|tochter|mutter|vater|nachbar|nachbarin)"
)
_BESIDE = lazy_pattern(
    rf"(?:(?:haar|zijn|de|her|his|the|ihr|sein|die|der|sa|son|le|la) )?(?:{RELATION_WORDS}|echtgenoot|schoonzoon"
    r"|schoondochter|kleinzoon|kleindochter|zuster|mantelzorger|begeleider|begeleidster|hulp|bruder|schwester|freund"
    r"|freundin|mari|femme|fils|fille|mère|père|frère|sœur|soeur|voisine?|amie?|tolk|carer|interpreter)",
    re.IGNORECASE,
)
_INVISIBLE = lazy_pattern("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_FOR_A_NAME = lazy_pattern(r"(?:naam|name) \d{1,3}")
_BRACKETS = lazy_pattern(r"[ ]?[(\[{<]([^()\[\]{}<>]*)[)\]}>][ ]?")
_EMPTY = lazy_pattern(r"[(\[{<][\s?.…–—-]*[)\]}>]")
_QUOTES = "'’‘“”„\"«»"
_AFFILIATED = lazy_pattern(r",[ ]|[ ][–—-][ ]")  # before where somebody works: Eva Bos, Universiteit Utrecht
_INITIALS = lazy_pattern(r"[A-Z](?:\.[A-Z])*")
_TITLES = frozenset(f"heer mevrouw mevr mw dhr frau herr {_SHORT_TITLES}".split())
_MOST_WORDS, _MOST_PARTS = 5, 8  # of a name, and of one with its titles and initials
_CODE = lazy_pattern(r"\s*[A-Za-z]{1,6}[-_ ]?\d{1,3}(?:[._-]\d{1,3}){1,3}\s*\Z")


@lru_cache(maxsize=4096)
def label_key(label: str) -> str:
    """Return what is left of a label without case, accents, spaces and punctuation, to compare it with others.

    >>> label_key("Geïnterviewde 2.")
    'geinterviewde2'
    """
    bare = unicodedata.normalize("NFKD", label).casefold()
    return "".join(character for character in bare if character.isalnum())


@lru_cache(maxsize=4096)
def tidy_label(label: str) -> str:
    r"""Return a label as it is shown: one space between words, nothing invisible in it, no bracket that holds nothing.

    >>> tidy_label("Anna\u200b  de Wit "), tidy_label("Ahmed ( )"), tidy_label("Eva)"), tidy_label("Eva (buur)")
    ('Anna de Wit', 'Ahmed', 'Eva', 'Eva (buur)')
    """
    bare = _EMPTY.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFC", label)))
    bare = " ".join(bare.split()).strip(" ,:*_-")
    for opening, closing in ("()", "[]", "{}"):
        if bare.count(opening) != bare.count(closing):
            bare = bare.strip(f"{opening}{closing} ")
    return bare


@lru_cache(maxsize=4096)
def split_remark(label: str) -> tuple[str, str]:
    """Return a label without what is in brackets at its end, and what is in them.

    >>> split_remark("Jan Bos (JB)"), split_remark("Jan Bos")
    (('Jan Bos', 'JB'), ('Jan Bos', ''))
    """
    found = re.search(r"\A(.*[^\s(\[{<]) ?[(\[{<]([^()\[\]{}<>]+)[)\]}>]\Z", label)
    return (found[1], found[2].strip()) if found else (label, "")


@lru_cache(maxsize=4096)
def is_somebody_beside(remark: str) -> bool:
    """Return whether a remark behind a label says who spoke instead: the daughter beside her mother, `R (dochter)`.

    >>> [is_somebody_beside(remark) for remark in ("dochter", "haar man", "lachend", "dochter komt binnen")]
    [True, True, False, False]
    """
    return _BESIDE.fullmatch(remark.strip()) is not None


@lru_cache(maxsize=4096)
def is_no_person(label: str) -> bool:
    """Return whether a label stands for a break, a clip or music rather than for a speaker.

    >>> is_no_person("Clip from the show"), is_no_person("Clippy")
    (True, False)
    """
    return label_key(label.partition(" ")[0]) in NO_PERSONS


def is_interpreter(label: str) -> bool:
    """Return whether a label is that of somebody who says what others said, in another language.

    >>> is_interpreter("Tolk 1"), is_interpreter("Interpreter (Dari)"), is_interpreter("Tolkien")
    (True, True, False)
    """
    return label_key(label.partition(" ")[0]).rstrip("0123456789") in _INTERPRETERS


def is_code(line: str) -> bool:
    """Return whether a line is nothing but the number of a question or a code, as coding programs print it.

    >>> is_code("Q4.4"), is_code("P07")
    (True, False)
    """
    return _CODE.match(line) is not None


@lru_cache(maxsize=4096)
def is_role_label(key: str) -> bool:
    """Return whether a label's key is a usual name of a role, with or without a number.

    >>> is_role_label("r2"), is_role_label("anna")
    (True, False)
    """
    return bool(usual_role(key.rstrip("0123456789")))


def usual_role(base: str) -> str:
    """Return the role that a label's key without number is a usual name of, or nothing.

    >>> usual_role("vraag"), usual_role("anna")
    ('interviewer', '')
    """
    return "interviewer" if base in INTERVIEWER_LABELS else "respondent" if base in RESPONDENT_LABELS else ""


def may_be_initial(label: str, beside: Iterable[str]) -> bool:
    """Return whether a letter for a role can be an initial: the F of Frage, beside a label that is no role; not I or R.

    >>> may_be_initial("F", ["KW", "F"]), may_be_initial("F", ["F", "A"]), may_be_initial("R", ["KW", "R"])
    (True, False, False)
    """
    key = label_key(label)
    return len(key) == 1 and key not in "ir" and any(not is_role_label(label_key(other)) for other in beside if other)


@lru_cache(maxsize=4096)
def is_name(label: str) -> bool:
    """Return whether every word but a particle begins with a capital or a digit; what is in brackets may not.

    What stands for a name is one too, with small letters: `naam 3`. Of five words at most, not counting titles and
    initials, before a comma or a dash, and as many of an affiliation behind it.

    >>> is_name("Prof. dr. Eva M. Bos, Vrije Universiteit Amsterdam")
    True
    >>> is_name("Anna van der Wit"), is_name("Jan ‘Piet’ Bos (bewoner)"), is_name("Dat zei ze"), is_name("naam 3")
    (True, True, False, True)
    """
    if _FOR_A_NAME.fullmatch(label):
        return True
    who, *affiliation = _AFFILIATED.split(_BRACKETS.sub(" ", label), maxsplit=1)
    named, behind = _words(who), _words(" ".join(affiliation))
    known = _PARTICLES | {"v"} if named[:1] != ["v"] else _PARTICLES  # Jan v. Dijk; but <v Jan
    counted = [word for word in named if word.casefold() not in _TITLES and not _INITIALS.fullmatch(word)]
    is_short = 0 < len(named) <= _MOST_PARTS and max(len(counted), len(behind)) <= _MOST_WORDS
    return is_short and all(not word[0].islower() or word in known for word in (*named, *behind))


def _words(label: str) -> list[str]:
    words = (word.strip(f"().,{_QUOTES}") for word in re.split(r"[ /&+-]+", label))
    return [word for word in words if word]


@lru_cache(maxsize=4096)
def can_be_label(label: str, *, colon: bool) -> bool:
    """Return whether a speaker may be called so: nobody is called `Yeah.`, `En toen?`, `7` or `[laughs]`, but `#7`.

    Before a colon a full stop may end an abbreviation (`Int.:`).

    >>> [can_be_label(label, colon=True) for label in ("Int.", "Anna", "Ja", "En toen?", "12")]
    [True, True, False, False, False]
    """
    key = label_key(label)
    if not key or (key.isdigit() and label[0] not in "#@") or key in ANSWERS:
        return False
    if is_happening(label) and not is_no_person(label):
        return False
    if is_reported(label):
        return False
    if label[-1:] == "." and colon:
        words = label.split()
        is_initial = len(words[-1].rstrip(".")) < 3  # Mw. v.d. B.
        return (len(words) <= 2 and len(words[-1]) <= 6) or (is_initial and is_name(label))
    return label[-1:] not in ".?!…,;"


def is_reported(label: str) -> bool:
    """Return whether what is before a colon says that somebody is quoted: nobody is called `Kees zegt`.

    >>> is_reported("Kees zegt"), is_reported("Mijn moeder zei toen"), is_reported("Zegt"), is_reported("Kees de Wit")
    (True, True, False, False)
    """
    words = label.casefold().split()
    return len(words) > 1 and bool(SAYING & set(words[1:]))


def names_a_person(label: str) -> bool:
    """Return whether who is quoted has a name: perhaps it is a speaker after all.

    >>> names_a_person("Kees zegt"), names_a_person("Hij zegt"), names_a_person("Mijn moeder zei")
    (True, False, False)
    """
    words = label.split()
    until = next((place for place, word in enumerate(words) if place and word.casefold() in SAYING), 0)
    return 0 < until == len(words) - 1 and is_name(" ".join(words[:until])) and words[0].casefold() not in PRONOUNS


@lru_cache(maxsize=4096)
def is_talk(label: str) -> bool:
    """Return whether a label is a word that sentences begin with: hardly anybody is called `Wij`, `Kijk` or `Gevolg`.

    >>> [is_talk(label) for label in ("Wij", "Kijk", "Conclusion", "Wim", "Listen")]
    [True, True, True, False, True]
    """
    return label.casefold() in BEGINS_TALK or label.casefold() in _SUMS_UP


def is_word_of(text: str, label: str) -> bool:
    """Return whether a text holds a label as a word, more than once: `so I think`.

    >>> is_word_of("Well, I know, and I see.", "I"), is_word_of("Nou, dat weet ik.", "I")
    (True, False)
    """
    return len(re.findall(rf"[a-zà-ÿ,] {re.escape(label)} [a-zà-ÿ]", text)) > 1


def is_strong(label: str) -> bool:
    """Return whether a label can hardly be a word of the talk: a code, initials, a role.

    >>> is_strong("R"), is_strong("P07"), is_strong("Jan"), is_strong("B")  # plan B
    (True, True, False, False)
    """
    if len(label) == 1:
        return label in "IR"
    return is_role_label(label_key(label)) or (label.isupper() and len(label) <= 4) or any(map(str.isdigit, label))
