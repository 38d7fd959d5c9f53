"""How a value shows itself at a glance, in a notebook or a terminal: an interview, a corpus, a study, a panel."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

GLANCE: dict[str, Bilingual] = {
    "transcript": (
        "Transcript {interview}: {who} in {wave}, {turns:many turn}, {words:many respondent word}",
        "Transcript {interview}: {who} in {wave}, {turns:many turn}, {words:many respondent word}",
    ),
    "nobody": ("nobody", "niemand"),
    "marked": ("{n:many marked passage}", "{n:many marked passage}"),
    "corpus": (
        "{interviews:many interview} with {persons:many person}; respondent words:",
        "{interviews:many interview} met {persons:many person}; woorden van respondenten:",
    ),
    "corpus_of": (
        "{interviews:many interview} with {persons:number} of {all:many person}; respondent words:",
        "{interviews:many interview} met {persons:number} van {all:many person}; woorden van respondenten:",
    ),
    "person": ("person", "persoon"),
    "left_out": ("Left out: {problem}", "Niet meegenomen: {problem}"),
    "study": (
        "Study '{name}': {persons:many person}, {interviews:many interview}, waves {waves:commas}",
        "Studie '{name}': {persons:many person}, {interviews:many interview}, rondes {waves:commas}",
    ),
    "archive": (
        "Archive: {interviews:many interview} · waves {waves:commas} · {n:many coding}",
        "Archief: {interviews:many interview} · rondes {waves:commas} · {n:many coding}",
    ),
    "panel": (
        "Panel: {persons:many person} · {n:many wave} ({waves:commas}) · {codes:many code} · {mentions:many mention} in"
        " {words:many respondent word}",
        "Panel: {persons:many person} · {n:many wave} ({waves:commas}) · {codes:many code} · {mentions:many mention} in"
        " {words:many respondent word}",
    ),
    "panel_words": ("Respondent words:", "Woorden van respondenten:"),
    "matrix": (
        "Framework: {persons:many person} x {codes:many code} x {waves:many wave} · {written:many summary}, {stale} of"
        " them stale",
        "Raamwerkmatrix: {persons:many person} x {codes:many code} x {waves:many wave} · {written:many summary}, bij"
        " {stale} zijn de citaten sindsdien veranderd",
    ),
    "matrix_by_change": (
        "Longitudinal matrix: {persons:many row} x {codes:many code} · {written:many summary}, {stale} of them stale",
        "Longitudinale matrix: {persons:many row} x {codes:many code} · {written:many summary}, bij {stale} is"
        " sindsdien veranderd wat ernaast staat",
    ),
    "matrix_gone": (
        "{n:number} of persons or codes that are gone",
        "{n:number} van personen of codes die er niet meer zijn",
    ),
    "matrix_notes": ("{n:many note} outside the fields", "{n:many note} buiten de velden"),
    "stale": ("stale", "citaten veranderd"),
}
