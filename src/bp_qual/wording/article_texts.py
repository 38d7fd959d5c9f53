"""What the folder of `bp-qual paper` says: captions and notes of its tables, its README files, a second run."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

ARTICLE: dict[str, Bilingual] = {
    "methods": ("Methods", "Methode"),
    "tables": ("Tables", "Tabellen"),
    "caption": ("Table {n}. {text}", "Tabel {n}. {text}"),
    "rates": ("{before} → {after}", "{before} → {after}"),
    "ratio": ("Ratio ({level:percent} interval)", "Verhouding ({level:percent}-interval)"),
    "corrected": ("Corrected ratio", "Gecorrigeerde verhouding"),
    "wave": ("Wave", "Ronde"),
    "status": ("Compared", "Vergeleken"),
    "unread": ("not read", "niet gelezen"),
    "all_waves": ("all", "alle"),
    "changes": (
        "Change of each theme from {before} to {after}: {unit}, mean over {n:many person} in both waves",
        "Verandering van elk thema van {before} naar {after}: {unit}, gemiddeld over {n:many person} in beide rondes",
    ),
    "changes_note": (
        "n: persons compared. + / − / =: how many of them up, down, the same. p in brackets: adjusted for all tests. –"
        " not tested, or not known; the methods say when a theme is tested.",
        "n: vergeleken personen. + / − / =: hoeveel van hen meer, minder, gelijk. p tussen haakjes: gecorrigeerd voor"
        " alle toetsen. – niet getoetst, of niet bekend; de methode zegt wanneer een thema wordt getoetst.",
    ),
    "interviews": (
        "Who was interviewed when, and how many words each said",
        "Wie wanneer is geïnterviewd, en hoeveel woorden ieder zei",
    ),
    "interviews_note": (
        "– not interviewed, which is not zero.",
        "– niet geïnterviewd, en dat is geen nul.",
    ),
    "mentions": ("Mentions of each theme by each person, {waves}", "Vermeldingen van elk thema per persoon, {waves}"),
    "mentions_note": (
        "– not interviewed; ? interviewed, but not read or not coded for this theme. Neither is zero.",
        "– niet geïnterviewd; ? wel geïnterviewd, maar niet gelezen of niet gecodeerd voor dit thema. Geen van beide is"
        " nul.",
    ),
    "accuracy": (
        "How good the codebook is in each wave, judged by the sample that {coder} coded",
        "Hoe goed het codeboek is in elke ronde, beoordeeld met de steekproef die {coder} codeerde",
    ),
    "accuracy_note": (
        "Judged: passages that were coded by hand; found by the coder, and by the codebook, in how many of these."
        " Precision and recall are about all passages of the wave, with their intervals; without one where all that"
        " they are about was judged. – cannot be computed.",
        "Beoordeeld: passages die met de hand zijn gecodeerd; gevonden door de codeur, en door het codeboek, in hoeveel"
        " daarvan. Precisie en volledigheid gaan over alle passages van de ronde, met hun intervallen; zonder interval"
        " waar alles waarover ze gaan beoordeeld is. – niet te berekenen.",
    ),
    "agreement": (
        "How far the coders agree on each theme, in each wave",
        "In hoeverre de codeurs het per thema en ronde eens zijn",
    ),
    "agreement_note": (
        "With intervals over persons. – cannot be computed: nothing was judged by two coders, or all judged alike.",
        "Met intervallen over personen. – niet te berekenen: niets is door twee codeurs beoordeeld, of alle oordelen"
        " zijn gelijk.",
    ),
    "column_judged": ("Judged", "Beoordeeld"),
    "column_human": ("Coder", "Codeur"),
    "column_hits": ("Codebook", "Codeboek"),
    "column_precision": ("Precision", "Precisie"),
    "column_recall": ("Recall", "Volledigheid"),
    "column_units": ("Passages", "Passages"),
    "column_percent": ("Agreement", "Overeenstemming"),
    "column_positive": ("Positive agreement", "Positieve overeenstemming"),
    "column_alpha": ("Alpha", "Alfa"),
    "column_ac1": ("AC1", "AC1"),
    "column_kappa": ("Kappa", "Kappa"),
    "readme": (
        "# For the paper: {title}, {before} to {after}\n\n"
        "**Personal data.** The tables *interviews* and *mentions*, the pictures *heatmap*, *persons* and *interviews*,"
        " and the folder *reproduce* say something of each person, under the name in the column `person` of"
        " interviews.csv: a pseudonym only where you gave one. There are no quotes and no"
        " transcripts here. Who knows the persons may recognise them in numbers all the same: look before you"
        " publish.\n\n"
        "| file | what for |\n|---|---|\n"
        "| methods.docx, methods.md | the methods paragraph with its references, from the settings that were used |\n"
        "| tables.docx | all tables, with captions and notes |\n"
        "| checklists.docx | COREQ and SRQR: what the study answers, and what is for you to write |\n"
        "| tables.tex | the same for LaTeX: `\\usepackage{{booktabs}}`, then `\\input{{tables}}` |\n"
        "| tables_try.tex | a document with nothing else in it, to see that they compile |\n"
        "| figure_change | the change of each theme, with intervals |\n"
        "| figure_heatmap | the change of each theme in each person |\n"
        "| figure_persons | each person in both waves, a panel for each theme |\n"
        "| figure_interviews | who was interviewed when, and how much each said |\n"
        "| reproduce | codebook, settings, versions, fingerprints and numbers, to make it all again |\n\n"
        "Pictures are there three times: .pdf for LaTeX, .svg for a designer or recent Word, .png (300 dots an inch)"
        " for anything else.\n\n"
        "Edit copies: `bp-qual paper` makes these files anew, and refuses where one of them was changed.",
        "# Voor het artikel: {title}, {before} tot {after}\n\n"
        "**Persoonsgegevens.** De tabellen *interviews* en *mentions*, de tekeningen *heatmap*, *persons* en"
        " *interviews* en de map *reproduce* zeggen iets over elke persoon, onder de naam in de kolom `person`"
        " van interviews.csv: alleen een pseudoniem waar je dat gaf. Er staan hier geen"
        " citaten en geen transcripten. Wie de personen kent, kan hen ook in getallen herkennen: kijk ernaar voordat je"
        " publiceert.\n\n"
        "| bestand | waarvoor |\n|---|---|\n"
        "| methods.docx, methods.md | de methodeparagraaf met literatuur, uit de instellingen die gebruikt zijn |\n"
        "| tables.docx | alle tabellen, met titel en noot |\n"
        "| checklists.docx | COREQ en SRQR: wat het onderzoek beantwoordt, en wat aan jou is |\n"
        "| tables.tex | dezelfde voor LaTeX: `\\usepackage{{booktabs}}`, daarna `\\input{{tables}}` |\n"
        "| tables_try.tex | een document met niets anders erin, om te zien of ze compileren |\n"
        "| figure_change | de verandering van elk thema, met intervallen |\n"
        "| figure_heatmap | de verandering van elk thema bij elke persoon |\n"
        "| figure_persons | elke persoon in beide rondes, een vak per thema |\n"
        "| figure_interviews | wie wanneer is geïnterviewd, en hoeveel ieder zei |\n"
        "| reproduce | codeboek, instellingen, versies, vingerafdrukken en getallen, om alles opnieuw te maken |\n\n"
        "Elke tekening is er driemaal: .pdf voor LaTeX, .svg voor een vormgever of een recente Word, .png (300 punten"
        " per inch) voor al het andere.\n\n"
        "Bewerk kopieën: `bp-qual paper` maakt deze bestanden opnieuw, en weigert als er een veranderd is.",
    ),
    "reproduce": (
        "# To make the numbers again\n\n"
        "Made with bp_qual {version} and the codebook {name} {book}. In the folder that holds the study:\n\n"
        "    bp-qual paper STUDY --again PAPER\n\n"
        "with the study for STUDY and the folder above this one for PAPER. It reads and codes the interviews anew, with"
        " the settings in `run.json`, and says whether every number in these tables comes out the same; if not, which"
        " interviews, files, settings or versions are not as they were.\n\n"
        "- `run.json`: settings, versions, and the SHA-256 of each transcript, of the files of the study and of each"
        " table.\n"
        "- `codebook.yaml`: the codebook.{told}\n"
        "- the other files: the numbers, a table each. What the columns mean: docs/tables.md.\n\n"
        "No transcripts and no quotes are here. The numbers are those of persons, under the names"
        " that interviews.csv has for them.",
        "# Om de getallen opnieuw te maken\n\n"
        "Gemaakt met bp_qual {version} en het codeboek {name} {book}. In de map waarin het onderzoek staat:\n\n"
        "    bp-qual paper ONDERZOEK --again ARTIKEL\n\n"
        "met het onderzoek voor ONDERZOEK en de map hierboven voor ARTIKEL. Dat leest en codeert de interviews opnieuw,"
        " met de instellingen in `run.json`, en zegt of elk getal in deze tabellen hetzelfde is; zo niet, welke"
        " interviews, bestanden, instellingen of versies anders zijn dan toen.\n\n"
        "- `run.json`: instellingen, versies, en de SHA-256 van elk transcript, van de bestanden van het onderzoek en"
        " van elke tabel.\n"
        "- `codebook.yaml`: het codeboek.{told}\n"
        "- de andere bestanden: de getallen, een tabel elk. Wat de kolommen betekenen: docs/tables.md (Engels).\n\n"
        "Er staan hier geen transcripten en geen citaten. De getallen zijn die van personen, onder de"
        " naam die interviews.csv ze geeft.",
    ),
    "examples_left": (
        " {n:many example} said in an interview left out.",
        " Zonder {n:many example} die in een interview gezegd zijn.",
    ),
    "again_same": ("The same numbers in {n:many table}.", "Dezelfde getallen in {n:many table}."),
    "again_other": ("{n} of {all:many table} not as they were:", "{n} van {all:many table} niet als toen:"),
    "again_shape": ("  {table}: other rows or columns", "  {table}: andere rijen of kolommen"),
    "again_cell": (
        "  {table}: {column} of {row} was {was}, is {now}",
        "  {table}: {column} van {row} was {was}, is {now}",
    ),
    "again_edited": (
        "Changed in the folder since it was written, so that nothing can be said of them: {names}.",
        "In de map veranderd sinds ze geschreven is, zodat er niets van te zeggen is: {names}.",
    ),
    "again_transcripts_changed": (
        "Interviews whose text is not as it was: {names}.",
        "Interviews waarvan de tekst anders is dan toen: {names}.",
    ),
    "again_transcripts_gone": ("Interviews that are gone: {names}.", "Interviews die er niet meer zijn: {names}."),
    "again_transcripts_new": ("Interviews that are new: {names}.", "Interviews die erbij zijn gekomen: {names}."),
    "again_study_changed": (
        "Files of the study that are not as they were: {names}.",
        "Bestanden van het onderzoek die anders zijn dan toen: {names}.",
    ),
    "again_study_gone": (
        "Files of the study that are gone: {names}.",
        "Bestanden van het onderzoek die er niet meer zijn: {names}.",
    ),
    "again_study_new": (
        "Files of the study that are new: {names}.",
        "Bestanden van het onderzoek die erbij zijn gekomen: {names}.",
    ),
    "again_codebook": ("The codebook is not as it was: {names}.", "Het codeboek is anders dan toen: {names}."),
    "again_settings": (
        "Settings, or what followed from them, that are not as they were: {names}.",
        "Instellingen, of wat eruit volgde, die anders zijn dan toen: {names}.",
    ),
    "again_versions": ("Versions that are not as they were: {names}.", "Versies die anders zijn dan toen: {names}."),
    "names_guessed": (
        "Who is who was guessed by init from files and labels, and not confirmed: these names are in the tables and"
        " pictures, and may be real ones. Look at the column `person` of interviews.csv, and give pseudonyms first:"
        " bp-qual pseudonyms propose",
        "Wie wie is heeft init geraden uit bestanden en labels, en is niet bevestigd: die namen staan in de tabellen en"
        " tekeningen, en kunnen echte zijn. Bekijk de kolom `person` van interviews.csv, en geef eerst pseudoniemen:"
        " bp-qual pseudonyms propose",
    ),
    "written": (
        "{n:many file} written to {folder}. They say something of each person: see {readme}.",
        "{n:many file} geschreven in {folder}. Ze zeggen iets over elke persoon: zie {readme}.",
    ),
}
