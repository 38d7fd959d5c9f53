"""What is noted of a file that may not have been read as it was meant: what was kept apart, and what counts as said."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

MISREADINGS: dict[str, Bilingual] = {
    "second interview": (
        "Another interview seems to begin at line {line:number} ({begin!r}), under the same labels; all of it counts as"
        " one person's in one wave. If so, save it as a file of its own.",
        "Op regel {line:number} lijkt een ander interview te beginnen ({begin!r}), met dezelfde labels; alles telt als"
        " dat van één persoon in één meting. Klopt dat, bewaar het dan als een eigen bestand.",
    ),
    "much before": (
        "{percent} % of the file comes before the first speaker and is not counted: {begin}. If it is talk, put a"
        " label before it.",
        "{percent} % van het bestand staat voor de eerste spreker en telt niet mee: {begin}. Is het gesproken tekst,"
        " zet er dan een label voor.",
    ),
    "much apart": (
        "{percent} % of the file is kept apart from the talk, as {names:part}. If that is talk, make it plain text with"
        " a label before it.",
        "{percent} % van het bestand is apart gehouden van de gesproken tekst, als {names:part}. Is het wel gesproken,"
        " maak er dan gewone tekst van met een label ervoor.",
    ),
    "apart may be talk": (
        "Not counted, as {part:part}, but it reads as if somebody said it: {begin} ({n:many character}). Look at it.",
        "Niet geteld, als {part:part}, maar het leest alsof iemand het zei: {begin} ({n:many character}). Kijk ernaar.",
    ),
    "lines in brackets": (
        "The respondent has {n:many line} all in brackets, or between signs, not counted as said: {begin}. If it was"
        " said, take the brackets off.",
        "Bij de respondent: {n:many line} helemaal tussen haakjes of tekens, niet meegeteld als gezegd: {begin}. Is het"
        " wel gezegd, haal de haakjes dan weg.",
    ),
    "words in brackets": (
        "The respondent has words in < >, {{ }}, / / or == ==, or behind #, counted as said, in {n:many place}:"
        " {begin}. If somebody else said them, put that label before them; if they are remarks or codes, put them"
        " in [ ].",
        "De respondent heeft woorden tussen < >, {{ }}, / / of == ==, of achter #, meegeteld als gezegd, op"
        " {n:many place}: {begin}. Zei een ander ze, zet dan diens label ervoor; zijn het opmerkingen of codes, zet ze"
        " dan tussen [ ].",
    ),
    "comments printed": (
        "{n:many place} hold a comment that Word printed beside the text, counted as said: {begin}. Give the document"
        " it was printed from, or print it without comments.",
        "Op {n:many place} staat een opmerking die Word naast de tekst afdrukte, meegeteld als gezegd: {begin}. Geef"
        " het document waarvan het is afgedrukt, of druk het af zonder opmerkingen.",
    ),
    "bracket not closed": (
        "In the respondent's talk a square bracket does not close on its line, or only after 200 characters, in"
        " {n:many place}; what follows it is counted as said: {begin}. If it is a remark, close the bracket behind it.",
        "Bij de respondent gaat een vierkante haak op die regel niet dicht, of pas na 200 tekens, op {n:many place};"
        " wat erachter staat is meegeteld als gezegd: {begin}. Is het een opmerking, zet de haak er dan achter.",
    ),
    "bracket not opened": (
        "In the respondent's talk a square bracket closes that nothing opened, in {n:many place}; what comes before it"
        " is counted as said: {begin}. If it is a remark, open the bracket before it.",
        "Bij de respondent gaat een vierkante haak dicht die nergens opengaat, op {n:many place}; wat ervoor staat is"
        " meegeteld als gezegd: {begin}. Is het een opmerking, zet de haak er dan voor.",
    ),
    "questions in brackets": (
        "In the respondent's talk a question stands in round brackets, in {n:many place}; it is counted as said by the"
        " respondent: {begin}. If somebody else asked it, put their label into the brackets, as in (I: ...); if it is"
        " a remark, make the brackets square.",
        "Bij de respondent staat een vraag tussen ronde haken, op {n:many place}; die is meegeteld als gezegd door de"
        " respondent: {begin}. Vroeg iemand anders dat, zet dan diens label erbij, zoals (I: ...); is het een"
        " opmerking, maak de haken dan vierkant.",
    ),
    "few words": (
        "{person} says only {percent} % of the words ({own:number} of {all:number}). Check whether their label is"
        " missing somewhere.",
        "{person} zegt maar {percent} % van de woorden ({own:number} van {all:number}). Kijk of hun label ergens"
        " ontbreekt.",
    ),
    "long turn": (
        "{speaker!r} has a turn of {words:many word}, {begin}; half of the turns here have {usual} or less. Check"
        " whether a label within it was missed.",
        "{speaker!r} heeft een beurt van {words:many word}, {begin}; de helft van de beurten hier heeft er {usual}"
        " of minder. Kijk of er een label in gemist is.",
    ),
    "long turns": (
        "{speaker!r} has a turn of {words:many word}, {begin}, and {more} more such; half of the turns here have"
        " {usual} or less. Check whether a label within it was missed.",
        "{speaker!r} heeft een beurt van {words:many word}, {begin}, en er zijn er nog {more}; de helft van de"
        " beurten hier heeft er {usual} of minder. Kijk of er een label in gemist is.",
    ),
    "mixed rules": (
        "speakers are told apart {usual:said}, {others:said}. Check whether that is intended; if so, name the"
        " speakers of"
        " those files in the column `speaker`, or `labels`.",
        "sprekers zijn te onderscheiden {usual:said}, {others:said}. Kijk of dat de bedoeling is; zo ja, noem de"
        " sprekers van die bestanden in de kolom `speaker`, of `labels`.",
    ),
    "usual rule": ("by {rule:part} in {n:many file}", "aan {rule:part} in {n:many file}"),
    "other rule": ("by {rule:part} in {n} ({files})", "aan {rule:part} in {n} ({files})"),
}
