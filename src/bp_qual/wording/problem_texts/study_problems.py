"""What can be wrong with a study: study.yaml, interviews.csv, persons.csv, and how they fit the files in the folder."""

from __future__ import annotations

from bp_qual.wording.problem_texts.file_problems import CONVERT
from bp_qual.wording.problem_texts.shared_parts import NO_REMEDY
from bp_qual.wording.texts import Bilingual

_GUESS = ("{guess:said}", "{guess:said}")

STUDY_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    # the folder
    "no study there": (
        ("is not there.", "bestaat niet."),
        (
            "Give the folder of a study, or make one with: bp-qual init {folder:shell}",
            "Geef de map van een onderzoek, of maak er een met: bp-qual init {folder:shell}",
        ),
    ),
    "not a study": (
        ("is no study.", "is geen onderzoek."),
        ("Give its folder, or its study.yaml.", "Geef de map ervan, of de study.yaml."),
    ),
    "no transcripts there": (
        ("the folder of transcripts is not there.", "de map met transcripten bestaat niet."),
        ("Correct it in study.yaml.", "Verbeter het in study.yaml."),
    ),
    "too many entries": (
        (
            "holds more than {most:many file} and folders, so it is not the folder of a study.",
            "bevat meer dan {most:many file} en mappen, dus dit is niet de map van een onderzoek.",
        ),
        ("Name the folder with the interviews.", "Noem de map met de interviews."),
    ),
    "impossible name": (
        (
            "is a name that no file can have: it is too long, or holds a NUL.",
            "is een naam die geen bestand kan hebben: te lang, of er staat een NUL in.",
        ),
        ("Correct it where the study names it.", "Verbeter de naam waar het onderzoek die noemt."),
    ),
    "outside the study": (
        (
            "lies outside the study's folder, and a study reads nothing but its own files.",
            "ligt buiten de map van het onderzoek, en daarbuiten wordt niets gelezen.",
        ),
        (
            "Put it into the folder; or, if you trust this study, add --allow-outside.",
            "Zet het in de map; of, als je dit onderzoek vertrouwt, geef --allow-outside.",
        ),
    ),
    "link out of the study": (
        (
            "is a link to {target}: it lies outside the study's folder, and a study reads nothing but its own files.",
            "verwijst naar {target}: dat ligt buiten de map van het onderzoek, en daarbuiten wordt niets gelezen.",
        ),
        (
            "Put it into the folder; or, if you trust this study, add --allow-outside.",
            "Zet het in de map; of, als je dit onderzoek vertrouwt, geef --allow-outside.",
        ),
    ),
    "nothing to propose": (
        ("is not empty, and no transcript is in it.", "is niet leeg, en er staat geen transcript in."),
        (
            "Name a folder that is not there yet, or one with interviews.",
            "Noem een map die nog niet bestaat, of een met interviews.",
        ),
    ),
    "nothing but old documents": (
        (
            "holds no transcript that can be read, only {n:many document} of an older kind: {files}.",
            "bevat geen transcript dat te lezen is, alleen {n:many document} van een oudere soort: {files}.",
        ),
        CONVERT,
    ),
    "nothing but recordings": (
        (
            "holds {n:many recording} and no transcript: {files}.",
            "bevat {n:many recording} en geen transcript: {files}.",
        ),
        (
            "Have them transcribed, and put the transcripts here.",
            "Laat ze uitschrijven, en zet de transcripten hier.",
        ),
    ),
    "not an empty folder": (
        ("is there already, and not an empty folder.", "bestaat al, en is geen lege map."),
        ("Name a folder that is not there yet.", "Noem een map die nog niet bestaat."),
    ),
    "there already": (("is there already.", "bestaat al."), ("Name a new file.", "Noem een nieuw bestand.")),
    "no interviews known": (
        (
            "holds no interview whose person and wave are known.",
            "bevat geen interview waarvan persoon en ronde bekend zijn.",
        ),
        (
            "Name the files like P01_2010.docx, or list them in interviews.csv (file, person, wave), which bp-qual init"
            " proposes.",
            "Geef de bestanden namen als P01_2010.docx, of zet ze in interviews.csv (file, person, wave), dat bp-qual"
            " init voorstelt.",
        ),
    ),
    "different from nobody": (
        ("names one only: {name}.", "noemt er maar één: {name}."),
        (
            "Write all that are different, with | between: different: [P02 | P02b]",
            "Zet alle verschillende erin, met | ertussen: different: [P02 | P02b]",
        ),
    ),
    "no interviews": (("there are no interviews.", "er zijn geen interviews."), NO_REMEDY),
    "no codebook": (
        ("has no codebook.", "heeft geen codeboek."),
        (
            "Name one in study.yaml (codebook: FILE), or with --codebook FILE.",
            "Noem er een in study.yaml (codebook: BESTAND), of met --codebook BESTAND.",
        ),
    ),
    "codebook not named": (
        ("names no codebook, and {file} is one.", "noemt geen codeboek, en {file} is er een."),
        (
            "Name it in study.yaml (codebook: {file}), or with --codebook.",
            "Noem het in study.yaml (codebook: {file}), of met --codebook.",
        ),
    ),
    # study.yaml
    "no language code": (
        ("'{value}' is not the code of a language.", "'{value}' is niet de code van een taal."),
        ("{guess:said}", "{guess:said}"),
    ),
    "no pipeline": (
        (
            "'{value}' is no name of an installed pipeline.",
            "'{value}' is geen naam van een geïnstalleerd taalmodel.",
        ),
        ("Write nl_core_news_sm.", "Schrijf nl_core_news_sm."),
    ),
    "no pattern of labels": (
        ("{fault:said}.", "{fault:said}."),
        (
            "Write what precedes the talk, as '{{name}}:' or 'I:|R:'.",
            "Schrijf wat er voor de tekst staat, zoals '{{name}}:' of 'I:|R:'.",
        ),
    ),
    "date of a wave": (
        ("'{value}' is not a date.", "'{value}' is geen datum."),
        ("Write 2008-11 or 2008.", "Schrijf 2008-11 of 2008."),
    ),
    "ends before it begins": (
        ("'{end}' is before '{start}'.", "'{end}' ligt voor '{start}'."),
        ("Write the first date at 'from'.", "Schrijf de eerste datum bij 'from'."),
    ),
    "wave twice": (
        (
            "wave '{wave}' is listed twice; the first is on line {line:number}.",
            "ronde '{wave}' staat er twee keer; de eerste keer op regel {line:number}.",
        ),
        ("Give each wave an id of its own.", "Elke ronde heeft een eigen id."),
    ),
    "label of two roles": (
        (
            "'{label}' is under '{role}' and under '{other}' (line {line:number}): nobody has two roles.",
            "'{label}' staat bij '{role}' en bij '{other}' (regel {line:number}): niemand heeft twee rollen.",
        ),
        (
            "Take it out of one. Case, spaces and punctuation make no other label of it.",
            "Haal het bij een van beide weg. Hoofdletters, spaties en leestekens maken er geen ander label van.",
        ),
    ),
    "margin without plan": (
        ("a margin is decided for the codes of a plan.", "een marge geldt voor de codes van een plan."),
        ("Write plan: [codes] too.", "Schrijf ook plan: [codes]."),
    ),
    "no margin": (
        ("'{value}' is not a factor above 1.", "'{value}' is geen factor boven 1."),
        ("Write margin: 1.5.", "Schrijf margin: 1.5."),
    ),
    "no floor": (
        ("'{value}' is not a number of words.", "'{value}' is geen aantal woorden."),
        ("Write floor: 300.", "Schrijf floor: 300."),
    ),
    "not of the codebook": (
        ("'{name}' is not a code of the codebook.", "'{name}' is geen code van het codeboek."),
        _GUESS,
    ),
    "not of the study": (
        ("'{name}' is not a wave of the study.", "'{name}' is geen ronde van het onderzoek."),
        _GUESS,
    ),
    "waves of sorts": (
        (
            "the names of the waves are of several sorts, and some may be the same wave: {sorts}.",
            "de namen van de rondes zijn van meer soorten, en sommige zijn misschien dezelfde ronde: {sorts}.",
        ),
        (
            "If {one}, say, is {other}, write so at `wave` in interviews.csv; if not, waves: [...] here, oldest first.",
            "Is bijvoorbeeld {one} hetzelfde als {other}, zet dat dan bij `wave` in interviews.csv; zo niet, zet hier"
            " waves: [...], de oudste eerst.",
        ),
    ),
    "order unknown": (
        (
            "nothing says in which order the waves came: {waves:commas}.",
            "nergens staat in welke volgorde de rondes kwamen: {waves:commas}.",
        ),
        (
            "Write the order into study.yaml, oldest first: waves: [{named}]. Or give dates in interviews.csv.",
            "Zet de volgorde in study.yaml, de oudste eerst: waves: [{named}]. Of geef datums in interviews.csv.",
        ),
    ),
    # what counts
    "no rule of counting": (
        ("'{value}' does not say what counts.", "'{value}' zegt niet wat meetelt."),
        ("Write count: machine, reviewed or human.", "Schrijf count: machine, reviewed of human."),
    ),
    "nobody coded": (
        (
            "nobody has coded this study by hand, so nothing can be counted as {count}.",
            "niemand heeft dit onderzoek met de hand gecodeerd, dus er is niets te tellen als {count}.",
        ),
        (
            "Code it first (bp-qual page), or count: machine.",
            "Codeer het eerst (bp-qual page), of kies count: machine.",
        ),
    ),
    "nobody coded yet": (
        ("nobody has coded this study by hand.", "niemand heeft dit onderzoek met de hand gecodeerd."),
        ("Code it first (bp-qual page).", "Codeer het eerst (bp-qual page)."),
    ),
    "not a coder here": (
        ("{coder} has not coded this study.", "{coder} heeft dit onderzoek niet gecodeerd."),
        _GUESS,
    ),
    "several coders": (
        (
            "{coders:joined} coded this study, and their codings are never added up.",
            "{coders:joined} hebben dit onderzoek gecodeerd, en hun coderingen worden nooit opgeteld.",
        ),
        (
            "Say whose count: --coder NAME (or coders: [NAME] in study.yaml). If they divided the interviews: --coder"
            " any. If they made one coding together: --coder team.",
            "Zeg wiens coderingen tellen: --coder NAAM (of coders: [NAAM] in study.yaml). Als zij de interviews"
            " verdeelden: --coder any. Als zij samen één codering maakten: --coder team.",
        ),
    ),
    "one of several coders": (
        ("{coders:joined} coded this study.", "{coders:joined} hebben dit onderzoek gecodeerd."),
        ("Say whose work is meant: --coder NAME.", "Zeg wiens werk bedoeld is: --coder NAAM."),
    ),
    "coder without rule": (
        (
            "only the codebook's hits are counted, so --coder has nothing to choose.",
            "alleen de treffers van het codeboek tellen, dus met --coder valt er niets te kiezen.",
        ),
        ("Add --count reviewed or --count human.", "Voeg --count reviewed of --count human toe."),
    ),
    # interviews.csv and persons.csv
    "row without": (
        ("says {columns:joined}.", "noemt {columns:joined}."),
        ("Fill it in, or delete the row.", "Vul het in, of haal de rij weg."),
    ),
    "answer on no interview": (
        ("is no interview of this study.", "is geen interview van dit onderzoek."),
        ("{guess:said}", "{guess:said}"),
    ),
    "answered both ways": (
        ("is said to be coded and empty, and not to be coded.", "zou gecodeerd en leeg zijn, en ook niet gecodeerd."),
        ("Give it one of the two.", "Geef het er één van de twee."),
    ),
    "coded and empty": (
        (
            "has codings in {interviews:commas}, and --empty says that nothing was found there.",
            "heeft coderingen in {interviews:commas}, en volgens --empty is daar niets gevonden.",
        ),
        ("Leave these out of --empty.", "Laat deze weg bij --empty."),
    ),
    "no such interview": (
        (
            "there is no file '{name}' for {person} in {wave}.",
            "er is geen bestand '{name}' voor {person} in {wave}.",
        ),
        _GUESS,
    ),
    "wave not in study": (
        ("wave '{wave}' is not in study.yaml.", "ronde '{wave}' staat niet in study.yaml."),
        ("Its waves: {waves:commas}.", "De rondes daar: {waves:commas}."),
    ),
    "labels of interview": (
        ("labels: {fault:said}.", "labels: {fault:said}."),
        ("Write what precedes the talk, as '{{name}}:'.", "Schrijf wat er voor de tekst staat, zoals '{{name}}:'."),
    ),
    "file in two waves": (
        (
            "'{name}' is in wave {wave} here and in {before} on line {line:number}.",
            "'{name}' staat hier bij ronde {wave} en op regel {line:number} bij {before}.",
        ),
        ("One file, one wave.", "Eén bestand hoort bij één ronde."),
    ),
    "file twice": (
        (
            "'{name}' is listed twice for {person}; the first is on line {line:number}.",
            "'{name}' staat er twee keer voor {person}; de eerste keer op regel {line:number}.",
        ),
        ("Delete one of the rows.", "Haal een van de rijen weg."),
    ),
    "label of two": (
        (
            "'{name}' has the speaker {label} for {other} (line {line:number}) and for {person}: all that is said under"
            " it can be of one only.",
            "'{name}' heeft de spreker {label} voor {other} (regel {line:number}) en voor {person}: wat daaronder"
            " gezegd wordt kan maar van één zijn.",
        ),
        (
            "Give each person another label in the column `speaker`. If the file does not tell them apart, name them"
            " as one person.",
            "Geef elk een eigen label in de kolom `speaker`. Houdt het bestand ze niet uit elkaar, noem ze dan als één"
            " persoon.",
        ),
    ),
    "date of interview": (
        ("'{value}' is not a date.", "'{value}' is geen datum."),
        ("Write it as 2010-05-12, 2010-05 or 2010.", "Schrijf 2010-05-12, 2010-05 of 2010."),
    ),
    "person twice": (
        (
            "{person} is listed twice; the first is on line {line:number}.",
            "{person} staat er twee keer; de eerste keer op regel {line:number}.",
        ),
        ("Keep one row.", "Laat één rij staan."),
    ),
    "several files": (
        ("{n:many file} for {person} in wave {wave}.", "{n:many file} voor {person} in ronde {wave}."),
        (
            "If these are several interviews, list each in interviews.csv; if not, remove one.",
            "Zijn het verschillende interviews, zet ze dan elk in interviews.csv; haal er anders een weg.",
        ),
    ),
    "couple as one person": (
        (
            "is called after {persons:joined}, and would count as the interview of one person, {person}.",
            "heet naar {persons:joined}, en zou tellen als het interview van één persoon, {person}.",
        ),
        (
            "Say in interviews.csv whose it is: a row for each, with the label of what they say, or one row.",
            "Zet in interviews.csv van wie het is: een regel voor elk, met het label van wat die zegt, of één regel.",
        ),
    ),
    # what a command needs
    "one wave only": (
        (
            "all interviews are of one wave ({wave}): there is nothing to compare.",
            "alle interviews zijn van één ronde ({wave}): er valt niets te vergelijken.",
        ),
        ("Add the interviews of another wave.", "Voeg de interviews van een andere ronde toe."),
    ),
}

STUDY_PARTS: dict[str, Bilingual] = {
    "is it meant": ("Is '{name}' meant?", "Bedoel je '{name}'?"),
    "no column": ("no {name}", "geen {name}"),
    "put it there": ("Put the file there, or delete the row.", "Zet het bestand daar, of haal de rij weg."),
    # what is wrong with a pattern of labels
    "pattern holds": (
        "'{part}' holds '{strange}'; only {{name}} and {{time}} are allowed there",
        "in '{part}' staat '{strange}'; daar kan alleen {{name}} of {{time}} staan",
    ),
    "pattern of nobody": (
        "'{part}' names nobody: it needs {{name}}, or a label such as I:",
        "'{part}' noemt niemand: er hoort {{name}} in, of een label zoals I:",
    ),
    "pattern names twice": ("'{part}' has {gap} twice", "in '{part}' staat {gap} twee keer"),
    "pattern of many": (
        "the pattern names {n:number} labels, and may name {most:number}",
        "het patroon noemt {n:number} labels, en mag er {most:number} noemen",
    ),
    "empty pattern": ("the pattern is empty", "het patroon is leeg"),
    # the line that closes an error
    "problems in study": (
        "{n:many problem} in the study's files. Nothing was read further.",
        "{n:many problem} in de bestanden van het onderzoek. Er is niets verder gelezen.",
    ),
    "problems, nothing coded": (
        "{n:many problem}. Nothing was coded.",
        "{n:many problem}. Er is niets gecodeerd.",
    ),
    "problems, may be skipped": (
        "{n:many problem}. Nothing was coded. Files can be left out with --skip-unreadable.",
        "{n:many problem}. Er is niets gecodeerd. Bestanden overslaan kan met --skip-unreadable.",
    ),
    "files not readable": (
        "{n:number} of {all:many file} cannot be read.",
        "Niet te lezen: {n:number} van {all:many file}.",
    ),
    "files may be skipped": (
        "{n:number} of {all:many file} cannot be read. Repair what cannot, or go on without it (--skip-unreadable).",
        "Niet te lezen: {n:number} van {all:many file}. Verbeter wat niet te lezen is, of ga verder zonder"
        " (--skip-unreadable).",
    ),
    "no matrix": ("No matrix was written.", "Er is geen matrix geschreven."),
    "no portrait": ("No portrait was written.", "Er is geen portret geschreven."),
}
