"""What is said of words that changed between waves."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

WORDS: dict[str, Bilingual] = {
    "head": (
        "Words of respondents, {before} to {after}: {persons} of {everybody:many person} compared, {words:many word}"
        " and {phrases:many phrase} that enough of them said",
        "Woorden van respondenten, van {before} naar {after}: {persons} van {everybody:many person} vergeleken,"
        " {words:many word} en {phrases:many phrase} die genoeg van hen zeiden",
    ),
    "more": ("More in {after}", "Meer in {after}"),
    "less": ("Less in {after}", "Minder in {after}"),
    "p": ("p {p:p}, {adjusted:p}", "p {p:p}, {adjusted:p}"),
    "untested": ("not tested", "niet getoetst"),
    "one person": ("{share:percent} from one person", "{share:percent} van één persoon"),
    "asked": (
        "interviewers {before:rate} -> {after:rate}",
        "interviewers {before:rate} -> {after:rate}",
    ),
    "in guide": ("in the topic guide", "in de gespreksleidraad"),
    "coded": ("{share:percent} coded", "{share:percent} gecodeerd"),
    "rest_one": ("and {n} other", "en nog {n}"),
    "rest_many": ("and {n} others", "en nog {n}"),
    "none": ("no word", "geen woord"),
    "nobody": (
        "Nobody has enough words in both waves, so no word can be compared.",
        "Niemand heeft genoeg woorden in beide rondes, dus is er niets te vergelijken.",
    ),
    "how": (
        "Rates are uses per 1,000 words of each person, and their mean. A word is tested where six persons changed (who"
        " were interviewed together count as one); the second p is corrected for the {n:number} that were. These are"
        " words to read about, not findings: nothing is coded by them.",
        "De maat is keren per 1.000 woorden van elke persoon, en daarvan het gemiddelde. Een woord is getoetst als zes"
        " personen veranderden (wie samen geïnterviewd zijn tellen als één); de tweede p is gecorrigeerd voor de"
        " {n:number} die getoetst zijn. Dit zijn woorden om op te zoeken en geen bevindingen: er wordt niets mee"
        " gecodeerd.",
    ),
    "picture_title": ("Words, {before} to {after}", "Woorden, van {before} naar {after}"),
    "picture_note": (
        "Uses per 1,000 words of those who were compared; open {before}, filled {after}; at the right how many persons"
        " went up and down. Coloured: clear or uncertain; grey: no clear change, or too few persons changed to test.",
        "Keren per 1.000 woorden van wie vergeleken zijn; open {before}, gevuld {after}; rechts hoeveel personen meer"
        " en minder. Gekleurd: duidelijk of onzeker; grijs: geen duidelijke verandering, of te weinig personen"
        " veranderden om te toetsen.",
    ),
}
