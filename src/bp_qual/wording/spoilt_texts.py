"""What is noted of a file whose bytes are not UTF-8, or whose letters were spoilt before it was saved."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

_AGAIN = ("Save it again from its source as UTF-8.", "Bewaar het opnieuw vanuit de bron als UTF-8.")
SPOILT_TEXTS: dict[str, Bilingual] = {
    "rows in one cell": (
        "Each row stands in one cell, as a spreadsheet saves it that opened it without cutting it at '{sign}'. It was"
        " read as if it were cut there: nothing is lost, and it can stay so.",
        "Elke rij staat in één cel, zoals een rekenblad het bewaart dat niet bij '{sign}' splitst. Het is gelezen alsof"
        " daar gesplitst was: er is niets verloren, en het kan zo blijven.",
    ),
    "windows 1252": (
        "Read as Windows-1252, because it is not UTF-8. Look at its accents.",
        "Gelezen als Windows-1252, want het is geen UTF-8. Kijk of de accenten kloppen.",
    ),
    "byte not utf-8": (
        "1 byte is not UTF-8 and was read as Windows-1252 ({byte} at byte {at:number}, line {line:number}: {letter!r})."
        " Look at it, and save the file as UTF-8.",
        "1 byte is geen UTF-8 en is gelezen als Windows-1252 ({byte} op byte {at:number}, regel {line:number}:"
        " {letter!r}). Kijk ernaar en bewaar het bestand als UTF-8.",
    ),
    "bytes not utf-8": (
        "{n:number} bytes are not UTF-8 and were read as Windows-1252 (first {byte} at byte {at:number}, line"
        " {line:number}: {letter!r}). Look at them, and save the file as UTF-8.",
        "{n:number} bytes zijn geen UTF-8 en zijn gelezen als Windows-1252 (de eerste {byte} op byte {at:number}, regel"
        " {line:number}: {letter!r}). Kijk ernaar en bewaar het bestand als UTF-8.",
    ),
    "control characters": (
        "{n:many control character} left out (line {line:number}: {sign}). Look at that place.",
        "{n:many control character} weggelaten (regel {line:number}: {sign}). Kijk naar die plek.",
    ),
    "control escapes": (
        "Control characters were left out (the first: {sign}, in {begin!r}). Look at that place.",
        "Er zijn stuurtekens weggelaten (het eerste: {sign}, in {begin!r}). Kijk naar die plek.",
    ),
    "control letters": (
        "{n:many control character} read as Windows-1252 (line {line:number}, {sign}: {letter!r}). It was taken for"
        " Latin-1, which is hardly ever right: name cp1252 in its place, or save the file again as UTF-8.",
        "{n:many control character} gelezen als Windows-1252 (regel {line:number}, {sign}: {letter!r}). Het werd voor"
        " Latin-1 gehouden, en dat klopt bijna nooit: noem in plaats daarvan cp1252, of bewaar het bestand opnieuw als"
        " UTF-8.",
    ),
    "accents spoilt": (
        f"Letters were spoilt before this file was saved ({{words:said}}; {{n:many place}}): words with them are not"
        f" found. {_AGAIN[0]}",
        f"Letters waren al bedorven voordat dit bestand bewaard werd ({{words:said}}; {{n:many place}}): woorden"
        f" daarmee worden niet gevonden. {_AGAIN[1]}",
    ),
    "accent": ("{spoilt!r} for {word!r}", "{spoilt!r} voor {word!r}"),
    "letters lost": (
        f"{{n:many letter}} lost before this file was saved (\ufffd, first in {{word!r}}, line {{line}}): words with"
        f" them are not found. {_AGAIN[0]}",
        f"{{n:many letter}} verloren gegaan voordat dit bestand bewaard werd (\ufffd, het eerst in {{word!r}}, regel"
        f" {{line}}): woorden daarmee worden niet gevonden. {_AGAIN[1]}",
    ),
    "signs inside words": (
        f"Signs that no word has occur inside {{n:many word}} ({{words:quoted}}), as if accents were lost: such"
        f" words are not found. {_AGAIN[0]}",
        f"Er staan tekens die in geen woord horen in {{n:many word}} ({{words:quoted}}), alsof accenten verloren"
        f" zijn gegaan: zulke woorden worden niet gevonden. {_AGAIN[1]}",
    ),
    "odd letters": (
        "Signs that are no letters, or only look like the letters beside them, are in {n:many word} ({words:quoted};"
        " first {sign}): such words are not found. Type them again.",
        "Er staan tekens die geen letters zijn, of er alleen op lijken, in {n:many word} ({words:quoted}; het eerst"
        " {sign}): zulke woorden worden niet gevonden. Typ ze opnieuw.",
    ),
    "marks inside words": (
        f"Question marks occur inside {{n:many word}} ({{words:quoted}}), as if accents were lost: such words are"
        f" not found. {_AGAIN[0]}",
        f"Er staan vraagtekens in {{n:many word}} ({{words:quoted}}), alsof accenten verloren zijn gegaan: zulke"
        f" woorden worden niet gevonden. {_AGAIN[1]}",
    ),
}
