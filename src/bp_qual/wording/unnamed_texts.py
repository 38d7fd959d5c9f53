"""What is noted of the rows of tables and the cues of subtitles, which name a speaker or do not."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

ROW_NOTES: dict[str, Bilingual] = {
    "one sheet": (
        "Of its {n} sheets only '{name}' was read.",
        "Van de {n} werkbladen is alleen '{name}' gelezen.",
    ),
    "hidden columns": (
        "Hidden columns of the sheet were read like the others: {columns:shown}. Delete what should not count.",
        "Verborgen kolommen van het werkblad zijn gewoon meegelezen: {columns:shown}. Verwijder wat niet moet tellen.",
    ),
    "column taken for text": (
        "The column '{heading}' was taken for the text. If that is right, name it in study.yaml (columns: {{text:"
        " ...}}).",
        "De kolom '{heading}' is gelezen als de tekst. Klopt dat, noem haar dan in study.yaml (columns: {{text:"
        " ...}}).",
    ),
    "column taken for speaker": (
        "The column '{heading}' was taken for the speaker. If that is right, name it in study.yaml (columns: {{speaker:"
        " ...}}).",
        "De kolom '{heading}' is gelezen als de spreker. Klopt dat, noem haar dan in study.yaml (columns: {{speaker:"
        " ...}}).",
    ),
    "perhaps waves in a table of turns": (
        "The column {column!r} ({parts:shown}) was read as what is told of in one interview. If these are waves, save"
        " the rows of each as a file of their own.",
        "De kolom {column!r} ({parts:shown}) is gelezen als waarover in één interview verteld wordt. Zijn het rondes,"
        " bewaar de rijen van elk dan als een eigen bestand.",
    ),
    "column copied": (
        "The column {copy!r} holds the same as {of!r}: that was read once. Delete one of the two.",
        "In de kolom {copy!r} staat hetzelfde als in {of!r}: dat is één keer gelezen. Verwijder een van de twee.",
    ),
    "row without text": (
        "{n:many row} without text but with words in another column, first in line {line} ({cells}). Check whether a"
        " cell was left out.",
        "{n:many row} zonder tekst maar met woorden in een andere kolom, eerst in regel {line} ({cells}). Kijk of er"
        " een cel is weggevallen.",
    ),
    "cells exchanged": (
        "Words in the speakers' column and a speaker in that of the talk: {n:many row}, first line {line} ({cells})."
        " They are not counted. Put the two cells in each other's place.",
        "Woorden in de kolom van de sprekers en een spreker in die van de tekst: {n:many row}, eerst regel {line}"
        " ({cells}). Die tellen niet mee. Zet de twee cellen op elkaars plaats.",
    ),
    "broken times": (
        "The time of {n:many cue} could be read only in part ({lines:said}).",
        "De tijd van {n:many cue} kon maar voor een deel gelezen worden ({lines:said}).",
    ),
    "line": ("line {n}", "regel {n}"),
    "outside cues": (
        "Left out, as no cue holds it: {lines:shown}. If it was said, put it below a time of its own.",
        "Niet meegelezen, want het staat in geen ondertitel: {lines:shown}. Is het gezegd, zet het dan onder een eigen"
        " tijd.",
    ),
    "late names": (
        "Only {named:number} of {all:many cue} name a speaker, the first ({name!r}) after {before:number} without a"
        " name: who speaks in those is not known. Put a name before the first cue of each turn.",
        "Maar {named:number} van {all:many cue} noemen een spreker, de eerste ({name!r}) na {before:number}"
        " zonder naam: wie daar spreekt is niet bekend. Zet een naam voor de eerste ondertitel van elke beurt.",
    ),
    "dashes": (
        "In {n:many cue} a dash or >> marks a change of speaker without saying who speaks: put a name before each"
        " (Jan: ...).",
        "In {n:many cue} geeft een streepje of >> aan dat een ander spreekt, zonder te zeggen wie: zet er steeds een"
        " naam voor (Jan: ...).",
    ),
    "cues unnamed": (
        "Pieces of talk without a speaker, though others have one: {n:number} of {all:number} (first: {begin!r})."
        " They are not counted. Name the speaker in the file.",
        "Stukken tekst zonder spreker, terwijl andere er een hebben: {n:number} van {all:number} (het eerste:"
        " {begin!r}). Ze tellen niet mee. Noem de spreker in het bestand.",
    ),
    "unnamed between": (
        "No speaker is named for {lines:shown}, and the one before was taken, though named again after it. Check who"
        " it is.",
        "Bij {lines:shown} staat geen spreker; de vorige is genomen, hoewel die daarna weer genoemd wordt. Kijk wie het"
        " is.",
    ),
    "columns apart": (
        "{percent} % of the text stands in other columns of the table and is not counted: {begin}. If it is talk, put"
        " it into the column with the text, or name that column in study.yaml if this is a .csv or .xlsx (columns:"
        " {{speaker: ..., text: ...}}).",
        "{percent} % van de tekst staat in andere kolommen van de tabel en telt niet mee: {begin}. Is het gesproken"
        " tekst, zet die dan in de kolom met de tekst, of noem die kolom in study.yaml als dit een .csv of .xlsx is"
        " (columns: {{speaker: ..., text: ...}}).",
    ),
    "pasted twice": (
        "{words:many word} stand in the file twice, word for word, and are counted twice: {places:shown} (the numbers"
        " are those of the turns). If a part was pasted in twice, take one of the two out.",
        "{words:many word} staan twee keer woordelijk in het bestand, en tellen twee keer mee: {places:shown} (met de"
        " nummers van de beurten). Is een deel twee keer geplakt, haal er dan een weg.",
    ),
    "answers apart": (
        "{percent} % of what was answered is not counted, as the headings do not ask: {headings:shown}. If these are"
        " answers too, write in study.yaml: {line}. If not: {without}.",
        "{percent} % van wat geantwoord is telt niet mee, want de koppen vragen niets: {headings:shown}. Zijn dit ook"
        " antwoorden, schrijf dan in study.yaml: {line}. Zo niet: {without}.",
    ),
    "turns without words": (
        "{speaker!r} has {all:many turn}, {n:number} of them without any words: what was said there may stand under"
        " another label. Put each label before what was said.",
        "{speaker!r} heeft {all:many turn}, waarvan {n:number} zonder woorden: wat daar gezegd is, staat misschien"
        " bij een ander label. Zet elk label voor wat er gezegd is.",
    ),
    "unnamed taken": (
        "Pieces of talk without a speaker, which were given to the speaker before: {n:number} of {all:number}"
        " ({percent} % of the text): {lines:shown}. Check who speaks there, and name the speaker in the file.",
        "Stukken tekst zonder spreker, die bij de vorige spreker zijn gevoegd: {n:number} van {all:number} ({percent} %"
        " van de tekst): {lines:shown}. Kijk wie daar spreekt, en noem de spreker in het bestand.",
    ),
}
