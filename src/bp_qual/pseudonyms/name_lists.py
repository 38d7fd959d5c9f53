"""Lists that come with the package: first names, surnames, places, ordinary words; and the words of a language.

`scripts/name_lists` makes them; NOTICES.md says from what.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

# Dutch (and for a few, both languages) for large places that the list has in English or in their own tongue only.
_OTHER_PLACE_NAMES = """den haag|den bosch|keulen|brussel|parijs|londen|berlijn|wenen|praag|warschau|boekarest|boedapest
athene|lissabon|moskou|kopenhagen|luik|rijsel|aken|duinkerken|milaan|venetië|napels|turijn|straatsburg|lyon|bazel
frankfurt|münchen|hamburg|antwerpen|gent|brugge|leuven|kortrijk|istanbul|ankara|casablanca|marrakesh|rabat|tanger|nador
paramaribo|willemstad|curaçao|aruba|engeland|schotland|wales|england|scotland|ireland|amerika|america|holland|friesland
brabant|twente|de achterhoek|zeeland|limburg|drenthe|gelderland|overijssel|flevoland|utrecht|groningen|yorkshire
lancashire|cornwall|kent|essex|sussex|devon|dorset|norfolk|suffolk|cumbria|durham|cheshire|jamaica|trinidad|barbados
texel|ameland|walcheren|veluwe|betuwe|salland|het gooi|kennemerland|west-friesland|zuid-beveland|goeree|bonaire|saba
hoeksche waard|rijnmond|skye|shetland|isle of wight|lake district|east anglia|tyneside|humberside|wirral|peak district
teesside|islay|arran|mirpur|kashmir|punjab|bengal|gujarat|kerala|koerdistan|palestina|vlaanderen|wallonië|bosnië|joegoslavië|tsjecho-slowakije"""


@dataclass(frozen=True, slots=True)
class NameLists:
    """Names as the lists hold them (case folded), and the words of one language.

    `known` are forms that a word table has in small letters; `ordinary` those that running text often has in them;
    `common` words with a capital that name nobody in particular: peoples, brands, public bodies.

    Examples
    --------
    >>> lists = read_name_lists("nl")
    >>> "anneke" in lists.first_names, "zwolle" in lists.places, "fiets" in lists.known, "van" in lists.ordinary
    (True, True, True, True)
    """

    first_names: frozenset[str]
    last_names: frozenset[str]
    places: frozenset[str]
    known: frozenset[str]
    ordinary: frozenset[str]
    common: frozenset[str]
    organisations: frozenset[str] = frozenset()


@cache
def read_name_lists(language: str) -> NameLists:
    """Return the lists for talk in a language; what it has no list for is empty."""
    ordinary, (small, declined) = _read(f"ordinary_{language}"), _read_table(language)
    known = small | ordinary | _read(f"rare_{language}") | _read_by_hand("talk_words", language)
    listed = _read("first_names") | _read_by_hand("added_first_names")
    first_names, last_names = listed - _read_by_hand("names_elsewhere", language), _read("last_names")
    places = _read("places") | frozenset(re.split(r"[|\n]", _OTHER_PLACE_NAMES))
    places |= frozenset(word.replace("_", " ") for word in _read_by_hand("neighbourhoods", language))
    if language == "nl":  # English words that everybody knows, but no names
        known |= _read("ordinary_en") - first_names - last_names - places
    peoples = declined - first_names - last_names - places if language == "nl" else frozenset()
    return NameLists(
        first_names=first_names,
        last_names=last_names,
        places=places,
        known=known,
        ordinary=ordinary,
        common=_read_by_hand("common_capitals") | peoples,
        organisations=frozenset(word.replace("_", " ") for word in _read_by_hand("organisations", language)),
    )


def _read(name: str) -> frozenset[str]:
    file = files("bp_qual.pseudonyms").joinpath("data", f"{name}.txt.gz")
    if not file.is_file():
        return frozenset()
    return frozenset(gzip.decompress(file.read_bytes()).decode("utf-8").split("\n"))


def _read_by_hand(name: str, only: str = "") -> frozenset[str]:
    """Return a list that was made by hand, of one kind of lines or of all: names and brands travel."""
    lines = files("bp_qual.pseudonyms").joinpath("data", f"{name}.txt").read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return frozenset(word for row in rows if row[0] == (only or row[0]) for word in row[1:])


def _read_table(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the forms and lemmas that simplemma writes in small letters, and those it declines under a capital.

    Those with a capital are names there; a Dutch one that is declined is nearly always a people ('Griek', 'Grieken').
    """
    from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY, SUPPORTED_LANGUAGES

    if language not in SUPPORTED_LANGUAGES:
        return frozenset(), frozenset()
    table = DEFAULT_DICTIONARY_FACTORY.get_dictionary(language)
    pairs = [*table.items()]
    small = frozenset(word for word in {*chain.from_iterable(pairs)} if word == word.lower())
    declined = [pair for pair in pairs if pair[0][:1].isupper() and pair[1][:1].isupper() and pair[0] != pair[1]]
    return small, frozenset(word.casefold() for pair in declined for word in pair)
