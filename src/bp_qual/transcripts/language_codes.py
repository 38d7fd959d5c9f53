"""Codes of languages: what one looks like, and which was meant by a name, a longer code or that of a country.

Nothing here knows a word of any language; of which there are word tables is known to `bp_qual.matching.languages`.
"""

from __future__ import annotations

import re

from bp_qual.wording import Remark

_MEANT = {
    # `no` is the code of Norwegian, whose two forms have tables of their own; other programs make `false` of it
    "nb nn": "no nor norwegian noors norsk false",
    "ar": "ara arabic arabisch", "bg": "bul bulgarian bulgaars", "ca": "cat catalan catalaans",
    "cs": "cz ces cze czech tsjechisch", "cy": "cym wel welsh", "da": "dk dan danish deens dansk",
    "de": "deu ger german duits deutsch", "el": "gr ell gre greek grieks", "en": "eng english engels",
    "es": "spa spanish spaans", "et": "ee est ekk estonian estisch", "fa": "ir fas per pes persian perzisch farsi",
    "fi": "fin finnish fins", "fr": "fra fre french frans", "ga": "gle irish iers",
    "hbs": "hr sr bs sh hrv srp bos croatian serbian bosnian kroatisch servisch bosnisch",
    "he": "iw heb hebrew hebreeuws",
    "hi": "hin hindi", "hu": "hun hungarian hongaars", "hy": "hye arm armenian armeens",
    "id": "in ind indonesian indonesisch", "is": "isl ice icelandic ijslands", "it": "ita italian italiaans",
    "ka": "kat geo georgian georgisch", "lt": "lit lithuanian litouws", "lv": "lav lvs latvian lets",
    "mk": "mkd mac macedonian macedonisch", "ms": "msa may zsm malay maleis", "nb": "nob bokmål bokmal",
    "nl": "nld dut dutch nederlands", "nn": "nno nynorsk", "pl": "pol polish pools",
    "pt": "por portuguese portugees", "ro": "ron rum romanian roemeens", "ru": "rus russian russisch",
    "se": "sme", "sk": "slk slo slovak slowaaks", "sl": "si slv slovenian sloveens",
    "sq": "al sqi alb albanian albanees",
    "sv": "swe swedish zweeds", "sw": "swa swh swahili", "tl": "fil tgl tagalog filipino", "tr": "tur turkish turks",
    "uk": "ua ukr ukrainian oekraïens",
}  # fmt: skip
_CODES = {said: tuple(codes.split()) for codes, names in _MEANT.items() for said in names.split()}


def is_language_code(said: str) -> bool:
    """Return whether a text is the code of a language: two or three small letters.

    >>> is_language_code("nl"), is_language_code("Dutch")
    (True, False)
    """
    return re.fullmatch("[a-z]{2,3}", said) is not None


def suggest_language(said: str, otherwise: Remark) -> Remark:
    """Return which code was meant by a name, by another code or by one with its country; what else to say, if unclear.

    >>> print(suggest_language("no", Remark("nothing")))
    Did you mean 'nb' or 'nn'?
    >>> [str(suggest_language(said, Remark("nothing"))) for said in ("Dutch", "nb_NO", "x1")]
    ["Did you mean 'nl'?", "Did you mean 'nb'?", '']
    """
    name = said.strip().casefold()
    code, *country = re.split("[-_.]", name, maxsplit=1)
    meant = _CODES.get(name) or _CODES.get(code) or ((code,) if country and code in _MEANT else ())
    return Remark("one of these meant", values={"names": meant}) if meant else otherwise
