"""What can be wrong with a sheet of names, a key, and a study that gets pseudonyms."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

NAMES_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    "not a sheet of names": (
        ("is no sheet of names.", "is geen blad met namen."),
        (
            "Make one with bp-qual pseudonyms propose, and keep its headings.",
            "Maak er een met bp-qual pseudonyms propose, en laat de kopjes staan.",
        ),
    ),
    "no column of answers": (
        ("has no column 'replace?' that says yes or no.", "heeft geen kolom 'vervangen?' die ja of nee zegt."),
        ("Put that heading above the answers.", "Zet dat kopje boven de antwoorden."),
    ),
    "replacement of nothing": (
        ("says the replacement '{text}', and no spelling.", "noemt de vervanging '{text}', en geen schrijfwijze."),
        ("Fill in the spelling, or empty the row.", "Vul de schrijfwijze in, of maak de rij leeg."),
    ),
    "formula for a name": (
        (
            "has a formula, '{text}', and not what it makes: no spreadsheet program has worked it out.",
            "heeft een formule, '{text}', en niet wat die oplevert: geen programma heeft haar uitgerekend.",
        ),
        ("Write the text itself.", "Schrijf de tekst zelf."),
    ),
    "kind of name": (
        ("'{text}' is no kind of name.", "'{text}' is geen soort naam."),
        ("{guess:said}", "{guess:said}"),
    ),
    "yes or no": (
        ("'{text}' is neither yes nor no.", "'{text}' is geen ja en geen nee."),
        ("Write yes or no.", "Schrijf ja of nee."),
    ),
    "no replacement": (
        ("is to replace '{name}', and does not say by what.", "moet '{name}' vervangen, en zegt niet waardoor."),
        ("Fill in the replacement, or write no.", "Vul de vervanging in, of schrijf nee."),
    ),
    "two replacements": (
        (
            "replaces '{name}' by '{first}' and by '{second}' in the same interviews (the sheet, or the key before"
            " it).",
            "vervangt '{name}' door '{first}' én door '{second}' in dezelfde interviews (het blad, of de sleutel"
            " daarvoor).",
        ),
        (
            "Give both rows the same replacement; or say for each under 'only in' in which interviews it is meant.",
            "Geef beide rijen dezelfde vervanging; of zeg bij elk onder 'alleen in' in welke interviews die bedoeld"
            " is.",
        ),
    ),
    "replacement is a name": (
        (
            "replaces '{name}' by '{replacement}', which is itself a name to be replaced.",
            "vervangt '{name}' door '{replacement}', en dat is zelf een naam die vervangen wordt.",
        ),
        ("Choose another replacement.", "Kies een andere vervanging."),
    ),
    "replacement of another": (
        (
            "replaces '{name}' by '{replacement}', and '{other}' is a name of the study: of somebody else, or one that"
            " stays.",
            "vervangt '{name}' door '{replacement}', en '{other}' is een naam van de studie: van een ander, of een die"
            " blijft staan.",
        ),
        ("Choose another replacement.", "Kies een andere vervanging."),
    ),
    "key in a study": (
        (
            "cannot be the key: it lies in a study ({folder}).",
            "kan de sleutel niet zijn: het ligt in een studie ({folder}).",
        ),
        (
            "Name a place outside any study; whoever gets the study must not get the key.",
            "Noem een plek buiten elke studie; wie de studie krijgt, mag de sleutel niet krijgen.",
        ),
    ),
    "key is a link": (
        (
            "cannot be the key: it is a link.",
            "kan de sleutel niet zijn: het is een verwijzing.",
        ),
        ("Name the file itself.", "Noem het bestand zelf."),
    ),
    "key in git": (
        (
            "cannot be the key: it lies in a folder that git keeps ({folder}).",
            "kan de sleutel niet zijn: het ligt in een map die git bewaart ({folder}).",
        ),
        ("Name a place outside it.", "Noem een plek daarbuiten."),
    ),
    "no key": (
        ("is no key of pseudonyms.", "is geen sleutel van pseudoniemen."),
        (
            "Name the file that bp-qual pseudonyms apply wrote.",
            "Noem het bestand dat bp-qual pseudonyms apply schreef.",
        ),
    ),
    "key of another study": (
        (
            "holds none of the files that {key} is the key to.",
            "bevat geen van de bestanden waar {key} de sleutel van is.",
        ),
        ("Name the study and the key that belong together.", "Noem de studie en de sleutel die bij elkaar horen."),
    ),
    "new study in the old": (
        ("cannot be the new study: it lies in the old one.", "kan de nieuwe studie niet zijn: het ligt in de oude."),
        ("Name a folder outside it.", "Noem een map daarbuiten."),
    ),
    "folder not empty": (
        ("is there already, and not empty.", "is er al, en is niet leeg."),
        ("Name a new folder.", "Noem een nieuwe map."),
    ),
    "two files of one name": (
        ("would get the same name as {other}: {name}.", "zou dezelfde naam krijgen als {other}: {name}."),
        (
            "Rename one of them, or give the persons different replacements.",
            "Geef een van beide een andere naam, of geef de personen verschillende vervangingen.",
        ),
    ),
    "interview outside": (
        ("lies outside the study's folder.", "ligt buiten de map van de studie."),
        ("Copy it into the study first.", "Kopieer het eerst naar de studie."),
    ),
    "not as text": (
        (
            "would read otherwise with its names replaced, in its own format and as plain text.",
            "zou met vervangen namen anders gelezen worden, in zijn eigen vorm en als platte tekst.",
        ),
        ("Save it as .docx or .txt and try again.", "Bewaar het als .docx of .txt en probeer het opnieuw."),
    ),
    "codebook reads otherwise": (
        (
            "could not be read as a codebook with its names replaced.",
            "zou met vervangen namen niet als codeboek te lezen zijn.",
        ),
        (
            "Choose other replacements, or give the codes other ids first.",
            "Kies andere vervangingen, of geef de codes eerst een andere id.",
        ),
    ),
    "reads otherwise": (
        (
            "would not be read as in the old study: other speakers or turns.",
            "zou niet gelezen worden zoals in de oude studie: andere sprekers of beurten.",
        ),
        (
            "Choose replacements for speakers that are a label: a letter and a number, such as P01.",
            "Kies voor sprekers vervangingen die een label kunnen zijn: een letter en een nummer, zoals P01.",
        ),
    ),
}
NAMES_PARTS: dict[str, Bilingual] = {
    "nothing replaced": ("Nothing was replaced.", "Er is niets vervangen."),
    "names typed beside": (
        "Beside the rows of names stand texts that were not read ({n:number}: {places:names}). A name counts once it"
        " has a row of its own below the headings.",
        "Naast de rijen met namen staan teksten die niet gelezen zijn ({n:number}: {places:names}). Een naam telt mee"
        " als die een eigen rij onder de kopjes heeft.",
    ),
    "idle name": (
        "Replaced nothing: '{name}' stands nowhere by itself.",
        "Niets vervangen: '{name}' staat nergens op zichzelf.",
    ),
    "idle only in": (
        "Replaced nothing: '{name}' stands in no interview, person or wave of its 'only in' ({places:names}); several"
        " are written with ; between them.",
        "Niets vervangen: '{name}' staat in geen interview, persoon of ronde van 'alleen in' ({places:names}); tussen"
        " meer dan een staat een ;.",
    ),
    "name outside only in": (
        "'{name}' stands in {interviews:names}, which no 'only in' of its rows names: a row for it is proposed.",
        "'{name}' staat in {interviews:names}, en geen 'alleen in' van die rijen noemt dat: er is een rij voor"
        " voorgesteld.",
    ),
    "maybe possessive": (
        "'{name}' may be '{other}' with an s of possession, and may be somebody else: it has a row of its own, with the"
        " replacement of '{other}' only if the two are one.",
        "'{name}' kan '{other}' zijn met een s van bezit, en kan een ander zijn: het heeft een eigen rij, en alleen als"
        " het om dezelfde gaat hoort daar de vervanging van '{other}' in.",
    ),
    "left before": (
        "Not proposed again, as it was decided before to leave them: {n:many spelling}. The key has them without a"
        " pseudonym.",
        "Niet opnieuw voorgesteld, want eerder besloten om ze te laten staan: {n:many spelling}. De sleutel heeft ze"
        " zonder pseudoniem.",
    ),
    "outside only in": (
        "Not replaced: '{name}' stands in {interviews:names} ({n:number}×), which no 'only in' of its rows names. Copy"
        " a row for them.",
        "Niet vervangen: '{name}' staat in {interviews:names} ({n:number}×), en geen 'alleen in' van die rijen noemt"
        " dat. Kopieer er een rij voor.",
    ),
    "no against the key": (
        "Replaced as the key says, though the sheet says no: {names:names}.",
        "Vervangen zoals de sleutel zegt, hoewel het blad nee zegt: {names:names}.",
    ),
    "months stay": (
        "Not replaced, as the month of a date: {dates:names} ({n:number}). Is a person meant? Then put a comma between"
        " number and name.",
        "Niet vervangen, als maand van een datum: {dates:names} ({n:number}). Is er iemand bedoeld? Zet dan een komma"
        " tussen getal en naam.",
    ),
    "halves stay": (
        "Half a double name may stand beside a pseudonym: {words:names}. Give the whole name a row of its own.",
        "Van een dubbele naam staat er misschien nog de helft naast een pseudoniem: {words:names}. Geef de hele naam"
        " een eigen rij.",
    ),
    "label of another": (
        "'{name}' is the label of {persons:names} in interviews.csv, and becomes {new}: check whether that is meant."
        " Tell two persons of one label apart under 'only in'.",
        "'{name}' is in interviews.csv het label van {persons:names}, en wordt {new}: kijk of dat de bedoeling is. Houd"
        " twee personen met één label uit elkaar onder 'alleen in'.",
    ),
    "terms are names": (
        "Terms of the code {code} are names, and find less in the new study, or nothing: {terms:names}. Compare this"
        " code in the old study.",
        "Termen van de code {code} zijn namen, en vinden in de nieuwe studie minder, of niets: {terms:names}. Vergelijk"
        " deze code in de oude studie.",
    ),
    "terms in pseudonyms": (
        "The code {code} finds more in the new study than in the old, as pseudonyms stand there: {terms:names}. Compare"
        " this code in the old study, or choose replacements without these words.",
        "De code {code} vindt in de nieuwe studie meer dan in de oude, doordat er pseudoniemen staan: {terms:names}."
        " Vergelijk deze code in de oude studie, of kies vervangingen zonder deze woorden.",
    ),
    "pictures not searched": (
        "The pictures in these were not looked into; they may show names: {files:names}.",
        "In de afbeeldingen hierin is niet gekeken; er kunnen namen op staan: {files:names}.",
    ),
    "codebook elsewhere": (
        "The codebook lies outside the study and was not copied: {file}.",
        "Het codeboek ligt buiten de studie en is niet meegekopieerd: {file}.",
    ),
}
