"""What is noted of the waves of a study, of the dates of its interviews, and of tables that say them in a workbook."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

WAVE_NOTES: dict[str, Bilingual] = {
    "first lines month first": (
        "its first lines (the year alone as {date} may have the day or the month first)",
        "de eerste regels (alleen het jaar want in {date} kan de dag of de maand vooraan staan)",
    ),
    "workbook beside table": (
        "{file} is a workbook and was not read; {table} was. If the workbook has what you changed, save it in the"
        " spreadsheet as CSV (UTF-8) under the name {table}.",
        "{file} is een werkmap en is niet gelezen; {table} wel. Staat in de werkmap wat je veranderd hebt, bewaar die"
        " dan in het rekenblad als CSV (UTF-8) onder de naam {table}.",
    ),
    "workbook for table": (
        "{file} is a workbook and was not read, and there is no {table}. Save it in the spreadsheet as CSV (UTF-8)"
        " under the name {table}.",
        "{file} is een werkmap en is niet gelezen, en {table} is er niet. Bewaar de werkmap in het rekenblad als CSV"
        " (UTF-8) onder de naam {table}.",
    ),
    "dates unclear": (
        "{file}: {date} can be {one} or {other} ({n:many row} like it), so only the year is taken. Make the column"
        " `date` text in the spreadsheet and write whichever it is, {one} or {other}; or write it with dots, the day"
        " first, as in {dotted}.",
        "{file}: {date} kan {one} zijn of {other} ({n:many row} zo), dus alleen het jaar telt. Maak de kolom `date` in"
        " het rekenblad tekst en schrijf wat het is, {one} of {other}; of schrijf het met punten, de dag eerst, zoals"
        " {dotted}.",
    ),
    "empty waves": (
        "nobody was interviewed in {waves:commas}, and no comparison shows that. If no interview is still to come,"
        " remove {waves:commas} from `waves` in study.yaml.",
        "in {waves:commas} is niemand geïnterviewd, en geen vergelijking toont dat. Komt er geen interview meer, haal"
        " {waves:commas} dan uit `waves` in study.yaml.",
    ),
    "interviewed once": (
        "interviewed in {wave} only, so left out of paired comparisons: {persons}.",
        "alleen in {wave} geïnterviewd, dus niet vergeleken: {persons}.",
    ),
    "dates turned round": (
        "{first} comes before {second}, but not by the dates of {persons}. Correct the dates or the waves in"
        " interviews.csv.",
        "{first} komt voor {second}, maar niet naar de datums van {persons}. Verbeter de datums of de rondes in"
        " interviews.csv.",
    ),
    "dates against names": (
        "dated in another year than the file or the wave is named after: {files}. Correct whichever is wrong; if the"
        " dates are right, give the wave its period in study.yaml ({{id, from, to}}).",
        "van een ander jaar dan waarnaar het bestand of de ronde heet: {files}. Verbeter wat fout is; kloppen de"
        " datums, geef de ronde dan haar periode in study.yaml ({{id, from, to}}).",
    ),
    "year perhaps a slip": (
        "only {file} makes {wave} a wave, and there is nothing of {persons} in {other}. If that year is a slip, write"
        " {other} in the file's name or in interviews.csv; if it is right, give the wave its period in study.yaml"
        " ({{id, from, to}}).",
        "alleen {file} maakt van {wave} een ronde, en van {persons} is er niets in {other}. Is dat jaar een tikfout,"
        " zet dan {other} in de bestandsnaam of in interviews.csv; klopt het, geef de ronde dan haar periode in"
        " study.yaml ({{id, from, to}}).",
    ),
    "folder against name": (
        "counted in another year than the folder says: {files}. Correct whichever is wrong; if that year is right, give"
        " the wave its period in study.yaml ({{id, from, to}}).",
        "telt voor een ander jaar dan de map zegt: {files}. Verbeter wat fout is; klopt dat jaar, geef de ronde dan"
        " haar periode in study.yaml ({{id, from, to}}).",
    ),
    "dates far apart": (
        "interviews of one wave are more than half a year apart: {persons}. If they are of two waves, give each its own"
        " in interviews.csv; if not, give the wave its period in study.yaml ({{id, from, to}}).",
        "tussen interviews van één ronde ligt meer dan een half jaar: {persons}. Zijn het er twee, geef elk dan zijn"
        " eigen ronde in interviews.csv; zo niet, geef de ronde haar periode in study.yaml ({{id, from, to}}).",
    ),
    "date on top against list": (
        "the date above the talk is not that of the interview: {files}. Correct whichever is wrong.",
        "boven de tekst staat een andere datum dan het interview heeft: {files}. Verbeter wat fout is.",
    ),
    "date on top against wave": (
        "the date above the talk is not of the wave: {files}. Correct whichever is wrong; if the wave is right, give"
        " the date in interviews.csv, or the wave its period in study.yaml ({{id, from, to}}).",
        "de datum boven de tekst is niet van de ronde: {files}. Verbeter wat fout is; klopt de ronde, geef dan de datum"
        " in interviews.csv, of de ronde haar periode in study.yaml ({{id, from, to}}).",
    ),
}
