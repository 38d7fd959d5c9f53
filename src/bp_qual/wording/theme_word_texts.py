"""What is said of the words of a code: those that its terms found, and those that may belong to it."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

THEME_WORDS: dict[str, Bilingual] = {
    "words_of": ("Words of {code}", "Woorden van {code}"),
    "not_found": ("not found", "niet gevonden"),
    "similar": ("Not matched, but similar in spelling:", "Niet gevonden, maar lijkt erop in spelling:"),
    "beside": (
        "Said beside it more than elsewhere (how often beside it, by how many persons, and in each wave):",
        "Ernaast vaker gezegd dan elders (hoe vaak ernaast, door hoeveel personen, en in elke ronde):",
    ),
    "meaning": ("Close in meaning (said in each wave):", "Verwant in betekenis (gezegd in elke ronde):"),
    "beside_hits": (
        "codings by {coders:commas} are not looked around: name one with --coder",
        "rond coderingen van {coders:commas} is niet gekeken: noem er een met --coder",
    ),
    "word_to_read": (
        "These are words to read about: nothing is coded by them. Add one with"
        " bp-qual codebook add {code} {arguments} --term WORD.",
        "Dit zijn woorden om na te lezen: er wordt niets mee gecodeerd. Voeg er een toe met"
        " bp-qual codebook add {code} {arguments} --term WOORD.",
    ),
    "term_finds": ("{term} finds {n:many passage}", "{term} vindt {n:many passage}"),
    "term_finds_none": (
        "{term} finds nothing in this study: no respondent said it. Look at how it is written before you keep it.",
        "{term} vindt niets in dit onderzoek: geen respondent zei het. Kijk na hoe het geschreven is voor je het"
        " houdt.",
    ),
    "example_is": ("Example of {code}: {text}", "Voorbeeld van {code}: {text}"),
    "no_example": (
        "No example with {term}: it finds no sentence that is not an example or a counterexample already.",
        "Geen voorbeeld met {term}: die vindt geen zin die niet al een voorbeeld of tegenvoorbeeld is.",
    ),
    "would_add": ("Nothing is written (--dry-run).", "Er is niets geschreven (--dry-run)."),
    "example_added": (
        "Examples were added in the words of respondents: share the codebook as you share the interviews.",
        "Er zijn voorbeelden toegevoegd in de woorden van respondenten: deel het codeboek zoals je de interviews"
        " deelt.",
    ),
    "column_term": ("term", "term"),
    "column_said": ("said", "gezegd"),
    "column_word": ("word", "woord"),
    "column_like": ("like", "lijkt op"),
    "column_beside": ("beside", "ernaast"),
    "column_speakers": ("persons", "personen"),
    "column_total": ("total", "totaal"),
}
