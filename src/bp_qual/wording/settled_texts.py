"""What is said of a list of disagreements that people filled in."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

SETTLED_NOTES: dict[str, Bilingual] = {
    "settled no mark": (
        "{place}: '{text}' is neither yes nor no, so nothing was settled there",
        "{place}: '{text}' is geen ja of nee, dus daar is niets opgelost",
    ),
    "settled no place": (
        "{place}: '{start}' to '{end}' is no place in a text, so nothing was settled there",
        "{place}: '{start}' tot '{end}' is geen plaats in een tekst, dus daar is niets opgelost",
    ),
    "settled twice": (
        "{place} and {before} settle the same otherwise, so nothing was settled there",
        "{place} en {before} lossen hetzelfde anders op, dus daar is niets opgelost",
    ),
    "settled emptied": (
        "{n:many row} without a decision now, of disagreements that were settled before: those decisions stay. Write"
        " yes or no to change one",
        "{n:many row} nu zonder besluit, bij verschillen die eerder zijn opgelost: die besluiten blijven. Schrijf ja"
        " of nee om er een te veranderen",
    ),
    "settled no disagreement": (
        "on this passage and code the coders do not differ, so nothing was settled: {places:names}",
        "over deze passage en code verschillen de codeurs niet, dus er is niets opgelost: {places:names}",
    ),
    "settled no passage": (
        "coders who can be compared judged no such passage now: the transcript was edited since this list was written,"
        " or the interview is open again. So nothing was settled: {places:names}. Write the list anew and decide there",
        "zo'n passage is nu niet beoordeeld door codeurs die te vergelijken zijn: het transcript is bewerkt sinds deze"
        " lijst geschreven is, of het interview is weer open. Er is dus niets opgelost: {places:names}. Schrijf de"
        " lijst opnieuw en beslis daarin",
    ),
    "settled no interview": (
        "there is no interview {interview} in the study now, so nothing was settled: {places:names}",
        "in het onderzoek is nu geen interview {interview}, dus er is niets opgelost: {places:names}",
    ),
    "settled merged": (
        "the codebook made {code} a part of {new} since this list was written, and nobody decided on the whole of"
        " {new}. So nothing was settled: {places:names}. Write the list anew and decide there on {new}",
        "het codeboek maakte {code} tot een deel van {new} sinds deze lijst geschreven is, en over heel {new} heeft"
        " niemand beslist. Er is dus niets opgelost: {places:names}. Schrijf de lijst opnieuw en beslis daarin over"
        " {new}",
    ),
    "settled split": (
        "the codebook split {code} into {codes:joined} since this list was written, and which of them it is nobody"
        " decided. So nothing was settled: {places:names}. Write the list anew and decide there on {codes:joined}",
        "het codeboek splitste {code} in {codes:joined} sinds deze lijst geschreven is, en welke van die het is heeft"
        " niemand beslist. Er is dus niets opgelost: {places:names}. Schrijf de lijst opnieuw en beslis daarin over"
        " {codes:joined}",
    ),
    "settled unknown code": (
        "the codebook has no code {code}, so nothing was settled: {places:names}. If it has another id now, say so in"
        " the codebook (renamed: {{{code}: NEW}}) and read the list again",
        "het codeboek heeft geen code {code}, dus er is niets opgelost: {places:names}. Heeft hij nu een andere id, zeg"
        " dat dan in het codeboek (renamed: {{{code}: NIEUW}}) en lees de lijst opnieuw in",
    ),
}
