"""What is noted of the persons of a study: whom persons.csv lacks, and who may be one."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

_DIFFERENT = 'different: ["{named}"]'
_SORTED = (
    "If a column was sorted without the others, whole interviews changed hands: take the table from an older copy. If"
    " not, correct these rows.",
    "Is een kolom los van de andere gesorteerd, dan zijn hele interviews verwisseld: neem de tabel uit een oudere"
    " kopie. Zo niet, verbeter dan deze regels.",
)

PERSON_NOTES: dict[str, Bilingual] = {
    "person without interview": (
        "{person} is in persons.csv but has no interview.",
        "{person} staat in persons.csv, maar heeft geen interview.",
    ),
    "person in no wave": (
        "persons.csv has {n:many row} of wave {others:joined}, in which nobody was interviewed ({waves:commas}), so"
        " those rows describe nobody. If a wave of the interviews is meant, write it as it is called there.",
        "persons.csv heeft {n:many row} van ronde {others:joined}, waarin niemand geïnterviewd is ({waves:commas}); die"
        " rijen beschrijven dus niemand. Is een ronde van de interviews bedoeld, schrijf die dan zoals die daar heet.",
    ),
    "person not described": (
        "{person} has an interview but is not in persons.csv.",
        "{person} heeft een interview, maar staat niet in persons.csv.",
    ),
    "speaker asks": (
        "{file}: {asks!r} stands in the column `speaker` for {person} (interviews.csv, line {line}), but asks, and"
        " {answers!r} answers. If {asks!r} is the interviewer, empty that cell or write {answers!r} in it: now the"
        " questions are counted as what {person} said.",
        "{file}: {asks!r} staat in de kolom `speaker` als {person} (interviews.csv, regel {line}), maar vraagt, en"
        " {answers!r} antwoordt. Is {asks!r} de interviewer, maak die cel dan leeg of zet er {answers!r} in: nu tellen"
        " de vragen als wat {person} zei.",
    ),
    "also named": (
        "{file} is read as the interview of {persons:commas}, but its name speaks of {others:commas}, of whom nothing"
        " is read in {wave}. If they are one person, give them one name in interviews.csv. If another spoke there too,"
        " add a row ({columns}) and, in both rows, whose label is whose at `speaker`: {row}",
        "{file} wordt gelezen als interview van {persons:commas}, maar heet ook naar {others:commas}, van wie uit"
        " {wave} niets gelezen wordt. Zijn ze één persoon, geef ze dan in interviews.csv één naam. Sprak daar ook een"
        " ander, zet er dan een regel bij ({columns}) en in beide regels het eigen label bij `speaker`: {row}",
    ),
    "named after another person": (
        "{n:many file} called after another person than the one whose interview it is in interviews.csv: {files}."
        f" {_SORTED[0]} Where a row is right, give its file the name of its person.",
        "{n:many file} met de naam van een ander dan van wie het interview is volgens interviews.csv: {files}."
        f" {_SORTED[1]} Klopt een regel, geef het bestand dan de naam van zijn persoon.",
    ),
    "named after another wave": (
        "{n:many file} called after another wave than the one that it is of in interviews.csv: {files}."
        f" {_SORTED[0]} Where a row is right, give its file the name of its wave.",
        "{n:many file} met de naam van een andere ronde dan die in interviews.csv: {files}."
        f" {_SORTED[1]} Klopt een regel, geef het bestand dan de naam van zijn ronde.",
    ),
    "file name without number": (
        "the file name without the number of the interview",
        "de bestandsnaam zonder het nummer van het gesprek",
    ),
    "file name without part": (
        "the file name without the number of the part: one interview in several files",
        "de bestandsnaam zonder het nummer van het deel: één interview in meer bestanden",
    ),
    "one with another": (
        "two names: leave at `person` whoever answers, or make it two rows if both do",
        "twee namen: laat bij `person` staan wie antwoordt, of maak er twee rijen van als beiden dat doen",
    ),
    "wave among years": (
        "the name says '{wave}' where most say a year: write at `wave` which of {years:commas} it is",
        "de naam zegt '{wave}' waar de meeste een jaar zeggen: zet bij `wave` welke van {years:commas} het is",
    ),
    "waves of sorts": (
        "the names of the waves are of several sorts ({sorts}) and nobody was interviewed in waves of two sorts. If"
        " {one} is {other}, for instance, write {other} at `wave` in the rows of {one} in interviews.csv; if each is a"
        f" wave of its own, write in study.yaml: {_DIFFERENT}",
        "de namen van de rondes zijn van meer soorten ({sorts}) en niemand is geïnterviewd in rondes van twee soorten."
        " Is bijvoorbeeld {one} hetzelfde als {other}, zet dan in interviews.csv bij `wave` {other} in de rijen van"
        f" {{one}}; is elke een eigen ronde, zet dan in study.yaml: {_DIFFERENT}",
    ),
    "persons look alike": (
        "{persons:joined} are counted as different persons. If they are one, give them one id; if not, write in"
        f" study.yaml: {_DIFFERENT}",
        "{persons:joined} tellen als verschillende personen. Is het er één, geef die dan één id; zo niet, zet dan in"
        f" study.yaml: {_DIFFERENT}",
    ),
    "waves look alike": (
        "{waves:joined} are counted as different waves. If they are one, give them one id; if not, write in"
        f" study.yaml: {_DIFFERENT}",
        "{waves:joined} tellen als verschillende rondes. Is het er één, geef die dan één id; zo niet, zet dan in"
        f" study.yaml: {_DIFFERENT}",
    ),
    "left out perhaps": (
        "{file} is left out: no row of interviews.csv names it. '{person}' may be {others:choice} of the study: if so,"
        " put that name in the row. If it is an interview, put there ({columns}): {rows:joined}",
        "{file} doet niet mee: geen rij van interviews.csv noemt het. '{person}' is misschien {others:choice} van het"
        " onderzoek: zet dan die naam in de rij. Is het een interview, zet daar dan ({columns}): {rows:joined}",
    ),
    "met apart": (
        "'{one}' ({one_files}) was interviewed in {one_waves:joined} only, '{other}' ({other_files}) in"
        " {other_waves:joined} only. They may be one person. If they are, write in interviews.csv, in place of the"
        f" row of that file if it has one ({{columns}}): {{row}}. If they are two, write in study.yaml: {_DIFFERENT}",
        "'{one}' ({one_files}) is alleen in {one_waves:joined} geïnterviewd, '{other}' ({other_files}) alleen in"
        " {other_waves:joined}. Misschien zijn ze één persoon. Klopt dat, zet dan in interviews.csv, in plaats"
        f" van de regel van dat bestand als die er is ({{columns}}): {{row}}. Zijn het er twee, zet dan in"
        f" study.yaml: {_DIFFERENT}",
    ),
    "more met apart": (
        "so may be one person, each interviewed in other waves than the other: {pairs}.",
        "misschien ook één persoon, steeds in andere rondes geïnterviewd dan de ander: {pairs}.",
    ),
    "maybe one person": (
        "'{one}' and '{other}' may be one person. If they are, give them one id in interviews.csv; if not, write in"
        f" study.yaml: {_DIFFERENT}",
        "'{one}' en '{other}' zijn misschien één persoon. Klopt dat, geef die dan één id in interviews.csv; zo niet,"
        f" zet dan in study.yaml: {_DIFFERENT}",
    ),
    "joined by guess": (
        "files taken for one person's by a guess, though their names say more of one than of another: {persons}. If"
        " that is somebody else, give each their own name in interviews.csv; if not, empty the cell `guessed` of these"
        " files.",
        "bestanden die volgens een gok van één persoon zijn, al zegt de naam van het ene meer dan die van het andere:"
        " {persons}. Is dat iemand anders, geef dan ieder een eigen naam in interviews.csv; zo niet, maak dan de cel"
        " `guessed` van deze bestanden leeg.",
    ),
    "maybe one label": (
        "{labels:joined} may be one person. If they are, name both in the column `speaker` of interviews.csv, as in:"
        " {example}",
        "{labels:joined} zijn misschien één persoon. Klopt dat, noem dan beide in de kolom `speaker` van"
        " interviews.csv, zoals: {example}",
    ),
    "label used": ("'{label}' ({n:many turn})", "'{label}' ({n:many turn})"),
    "one wave": (
        "all interviews are of one wave ({wave}): there is nothing to compare.",
        "alle interviews zijn van één ronde ({wave}): er valt niets te vergelijken.",
    ),
}
