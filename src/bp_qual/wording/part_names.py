"""What the parts of a file, the rules by which speakers are told apart, and roles are called in Dutch."""

from __future__ import annotations

from collections.abc import Iterable

# Words that name a part of a file, a rule or a role; the English ones are also their keys.
PARTS: dict[str, str] = {
    "alternative text": "alternatieve tekst",
    "annotation tiers": "annotatielagen",
    "before the first speaker": "wat voor de eerste spreker staat",
    "box": "tekstvakken",
    "codes and times": "codes en tijden",
    "comments": "opmerkingen in de kantlijn",
    "cue numbers and notes": "nummers en aantekeningen bij ondertitels",
    "deleted": "verwijderde tekst",
    "dependent tiers": "afhankelijke lagen",
    "drawings": "tekeningen",
    "empty form fields": "lege formuliervelden",
    "endnotes": "eindnoten",
    "footnotes": "voetnoten",
    "formulas": "formules",
    "form fields": "formuliervelden",
    "front matter": "gegevens boven de tekst",
    "header": "kop van het bestand",
    "headers": "kopregels",
    "headers and footers": "kop- en voetteksten",
    "headings": "koppen",
    "hidden text": "verborgen tekst",
    "incidents and notes": "gebeurtenissen en aantekeningen",
    "inserted files": "ingevoegde bestanden",
    "labels": "labels",
    "line numbers": "regelnummers",
    "lines outside the cues": "regels buiten de ondertitels",
    "list numbers": "lijstnummers",
    "markup": "opmaak",
    "names of tiers": "namen van lagen",
    "not understood": "niet begrepen",
    "notes after the talk": "aantekeningen van na het gesprek",
    "columns beside the text": "kolommen naast de tekst",
    "other columns": "andere kolommen",
    "other columns and labels": "andere kolommen en labels",
    "other sheets": "andere werkbladen",
    "page head": "kop van de pagina",
    "properties of the file": "eigenschappen van het bestand",
    "repeated captions": "herhaalde ondertitels",
    "scripts": "scripts",
    "shape": "vormen",
    "struck text": "doorgestreepte tekst",
    "symbols": "symbolen",
    "times": "tijden",
    "turned text": "gedraaide tekst",
    "words above the line": "woorden boven de regel",
    # where text was that was not understood
    "in no cell": "in geen enkele cel",
    "in cells with a formula that was never computed": "in cellen met een formule die nooit is uitgerekend",
    "outside the paragraphs of the document": "buiten de alinea's van het document",
    "outside every utterance": "buiten elke uiting",
    "outside the annotations": "buiten de annotaties",
    "outside the page, too deep in it, or within a tag": "buiten de pagina, te diep erin of binnen een tag",
    "in fields of the file that are no known ones": "in onbekende velden van het bestand",
    "in the name of a speaker": "in de naam van een spreker",
    "in cells below no heading": "in cellen onder geen kop",
    "on lines that are no known ones": "op onbekende regels",
    # by what speakers are told apart
    "headings or bold lines": "koppen of vette regels",
    "turns": "de afwisseling",
    "nothing": "niets",
    "colour": "kleur",
    # what a file says of itself
    "person": "persoon",
    "wave": "ronde",
    "date": "datum",
    "speaker": "spreker",
    # who speaks
    "interviewer": "interviewer",
    "respondent": "respondent",
    "other": "ander",
    "unknown": "onbekend",
}


def part_name(part: str, language: str) -> str:
    """Return what a part of a file is called; English has the name itself.

    >>> part_name("headings", "nl"), part_name("headings", "en")
    ('koppen', 'headings')
    """
    return PARTS[part] if language == "nl" else part


def check_parts(parts: Iterable[str]) -> None:
    """Refuse a part of a file that has no name in Dutch, so that none is added without one.

    >>> check_parts(["headings", "scribbles"])
    Traceback (most recent call last):
    ValueError: 'scribbles' has no line in PARTS of wording/part_names.py
    """
    for part in parts:
        if part not in PARTS:
            raise ValueError(f"{part!r} has no line in PARTS of wording/part_names.py")
