"""What can be wrong with an interview in a table: its sheet, its headings, its rows."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

_NAME_COLUMNS = (
    "Call its columns speaker and text, or name them in study.yaml (columns: {{speaker: ..., text: ...}}; for answers,"
    " a row a person, columns: {{person: ..., questions: [...]}}). They are: {headings}.",
    "Noem de kolommen speaker en text, of geef ze in study.yaml aan (columns: {{speaker: ..., text: ...}}; voor"
    " antwoorden, een rij per persoon, columns: {{person: ..., questions: [...]}}). Het zijn: {headings}.",
)
_IF_ANSWERS = (
    "If each row holds the answers of a person, write in study.yaml: {line}.",
    "Staan in elke rij de antwoorden van één persoon, schrijf dan in study.yaml: {line}.",
)
_ONE_INTERVIEW = (
    "If all of it is one interview, give that column another heading, or for a .csv or sheet name the columns in"
    " study.yaml (columns: {{speaker: ..., text: ...}}).",
    "Is het toch één interview, geef die kolom dan een andere kop, of noem bij een .csv of rekenblad de kolommen in"
    " study.yaml (columns: {{speaker: ..., text: ...}}).",
)

TABLE_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    # the sheet
    "workbook unreadable": (
        (
            "is damaged: its workbook cannot be read ({type}).",
            "is beschadigd: de werkmap is niet te lezen ({type}).",
        ),
        ("Open it in Excel and save it again.", "Open het in Excel en bewaar het opnieuw."),
    ),
    "not a sheet": (
        ("is no OpenDocument sheet.", "is geen OpenDocument-rekenblad."),
        ("Save it as .ods or .csv.", "Bewaar het als .ods of .csv."),
    ),
    "without sheet": (("holds no sheet.", "bevat geen werkblad."), ("Save it as .csv.", "Bewaar het als .csv.")),
    "no rows": (("holds no rows.", "bevat geen rijen."), ("Save it again.", "Bewaar het opnieuw.")),
    "table is workbook": (
        (
            "is a workbook, which is not read as a table of the study.",
            "is een werkmap, en die wordt hier niet gelezen.",
        ),
        (
            "Save it in the spreadsheet as CSV (UTF-8) under the name {table}, and name that in study.yaml.",
            "Bewaar het in het rekenblad als CSV (UTF-8) onder de naam {table}, en noem die in study.yaml.",
        ),
    ),
    # its headings
    "talk column twice": (
        ("has the column '{name}' twice.", "heeft de kolom '{name}' twee keer."),
        ("Rename the one that is not the talk.", "Geef die zonder de tekst een andere naam."),
    ),
    "no headings": (
        (
            "is a row like the others ({cells}), so the table has no headings.",
            "is een rij als de andere ({cells}), dus de tabel heeft geen koppen.",
        ),
        (
            "Put a first line above it that names the columns, such as speaker and text.",
            "Zet er een eerste regel boven met de namen van de kolommen, zoals speaker en text.",
        ),
    ),
    "stated column missing": (
        (
            "has no column '{name}', which the study file names (columns).",
            "heeft geen kolom '{name}', die in het studiebestand staat (columns).",
        ),
        ("Its columns are: {headings}.", "De kolommen zijn: {headings}."),
    ),
    "no text column": (("has no column for the text.", "heeft geen kolom voor de tekst."), _NAME_COLUMNS),
    "no speaker column": (("has no column for the speaker.", "heeft geen kolom voor de spreker."), _NAME_COLUMNS),
    "no text column, maybe answers": (
        ("has no column for the text.", "heeft geen kolom voor de tekst."),
        (f"{_IF_ANSWERS[0]} {_NAME_COLUMNS[0]}", f"{_IF_ANSWERS[1]} {_NAME_COLUMNS[1]}"),
    ),
    "no speaker column, maybe answers": (
        ("has no column for the speaker.", "heeft geen kolom voor de spreker."),
        (f"{_IF_ANSWERS[0]} {_NAME_COLUMNS[0]}", f"{_IF_ANSWERS[1]} {_NAME_COLUMNS[1]}"),
    ),
    "headings misspelt": (
        (
            "has a heading {headings:quoted}; {meant:quoted} was probably meant.",
            "heeft een kop {headings:quoted}; waarschijnlijk is {meant:quoted} bedoeld.",
        ),
        (
            "Correct it in the table, or name its columns in study.yaml (columns: {{speaker: ..., text: ...}}).",
            "Verbeter dat in de tabel, of geef de kolommen in study.yaml aan (columns: {{speaker: ..., text: ...}}).",
        ),
    ),
    # its rows
    "waves in a table of turns": (
        (
            "holds several waves: its column '{column}' ({parts}).",
            "bevat meerdere rondes: de kolom '{column}' ({parts}).",
        ),
        (
            "Save the rows of each wave as a file of their own, and give each file its wave in interviews.csv."
            f" {_ONE_INTERVIEW[0]}",
            "Bewaar de rijen van elke ronde als een eigen bestand, en geef elk bestand zijn ronde in interviews.csv."
            f" {_ONE_INTERVIEW[1]}",
        ),
    ),
    "interviews in a table of turns": (
        (
            "holds several interviews: its column '{column}' ({parts}).",
            "bevat meerdere interviews: de kolom '{column}' ({parts}).",
        ),
        (
            f"Save the rows of each as a file of their own, and name the files in interviews.csv. {_ONE_INTERVIEW[0]}",
            "Bewaar de rijen van elk als een eigen bestand, en noem de bestanden in interviews.csv."
            f" {_ONE_INTERVIEW[1]}",
        ),
    ),
    "several waves": (
        (
            "holds several waves: '{person}' has a row for each '{column}' ({waves}).",
            "bevat meerdere rondes: '{person}' heeft een rij voor elke '{column}' ({waves}).",
        ),
        (
            "Save the rows of each wave as a file of their own, and give each file its wave in interviews.csv.",
            "Bewaar de rijen van elke ronde als een eigen bestand, en geef elk bestand zijn ronde in interviews.csv.",
        ),
    ),
    "row cut": (
        (
            "has no cell for the text: {cells:many cell} under {headings:many heading} ({begin}).",
            "heeft geen cel voor de tekst: {cells:many cell} onder {headings:many heading} ({begin}).",
        ),
        (
            "Put what is missing before it, or delete the row.",
            "Zet ervoor wat ontbreekt, of haal de rij weg.",
        ),
    ),
    "id too long": (
        ("{column}: {n:many character}, from '{begin}' on.", "{column}: {n:many character}, vanaf '{begin}'."),
        ("Use at most {most:many character}.", "Gebruik hoogstens {most:many character}."),
    ),
}
