"""What is noted when a transcript is read: of its file, of what was kept apart from the talk, and of who speaks."""

from __future__ import annotations

from bp_qual.wording.misreading_texts import MISREADINGS
from bp_qual.wording.open_question_texts import LABELS, OPEN_QUESTIONS, TEXT_COLUMN
from bp_qual.wording.spoilt_texts import SPOILT_TEXTS
from bp_qual.wording.texts import Bilingual
from bp_qual.wording.unnamed_texts import ROW_NOTES

_SOURCE = ("give the document it was made from.", "geef het document waarvan het gemaakt is.")
READING_NOTES: dict[str, Bilingual] = {
    **MISREADINGS,
    **SPOILT_TEXTS,
    # the format
    "deletions": (
        "{n:many deletion} left out; insertions were read.",
        "{n:many deletion} weggelaten; invoegingen zijn gelezen.",
    ),
    "struck text": (
        "Text with a line through it was kept apart as deleted: {begin!r} ({n:many character}). If it was said, take"
        " the line away.",
        "Tekst met een streep erdoor is als verwijderd apart gehouden: {begin!r} ({n:many character}). Is hij wel"
        " gezegd, haal dan de streep weg.",
    ),
    "not understood": (
        "Text {where:part} was not understood and is not counted: {begin!r} ({n:many character}). Look at it.",
        "Tekst {where:part} is niet begrepen en telt niet mee: {begin!r} ({n:many character}). Kijk ernaar.",
    ),
    "document inserted": (
        "Another document is inserted in it, which was not read: open it in Word and save it again.",
        "Er is een ander document ingevoegd, dat niet gelezen is: open het in Word en bewaar het opnieuw.",
    ),
    "files inserted": (
        "Not counted: {n:many file} inside it ({endings:commas}). What is talk there, save as an interview of its own.",
        "Niet geteld: {n:many file} erin ({endings:commas}). Bewaar wat daarin gezegd is als een eigen interview.",
    ),
    **ROW_NOTES,
    "speakers of channels": (
        "Speakers are numbered anew in each channel; they are named {names:quoted}.",
        "De sprekers zijn per kanaal opnieuw genummerd; ze heten {names:quoted}.",
    ),
    "line numbers": ("The numbers of its lines were left out.", "De regelnummers zijn weggelaten."),
    "two columns": (
        "Text is in two columns on {n:number} of {all:number} pages; each was read from top to bottom, the left"
        f" column first. If it is a table of questions and answers, {_SOURCE[0]}",
        "Op {n:number} van {all:number} pagina's staat tekst in twee kolommen; elke is van boven naar beneden gelezen,"
        f" de linker eerst. Is het een tabel met vragen en antwoorden, {_SOURCE[1]}",
    ),
    "lines over others": (
        "Lines are printed over each other on page {pages}; each was read by itself. Look whether both are talk.",
        "Op pagina {pages} zijn regels over elkaar gedrukt; elke is apart gelezen. Kijk of ze allebei gesproken tekst"
        " zijn.",
    ),
    "letters over others": (
        "Letters are printed on each other on page {pages}; they were read in the order in which the file draws them."
        f" Look at it, or {_SOURCE[0]}",
        "Op pagina {pages} zijn letters op elkaar gedrukt; ze zijn gelezen in de volgorde waarin het bestand ze tekent."
        f" Kijk ernaar, of {_SOURCE[1]}",
    ),
    "labels between lines": (
        "Names stand beside the text, lower than its first line, on page {pages}, and it could not be seen which lines"
        f" are whose: some may have gone to another speaker. Look at it, or {_SOURCE[0]}",
        "Op pagina {pages} staan namen naast de tekst, lager dan de eerste regel, en niet was te zien welke regels van"
        f" wie zijn: er kunnen regels bij een ander terechtgekomen zijn. Kijk ernaar, of {_SOURCE[1]}",
    ),
    "perhaps headers": (
        "Comes back at the edge of pages, but was read as talk: {lines:shown}. If it is a header or footer,"
        f" {_SOURCE[0]}",
        "Komt terug aan de rand van pagina's, maar staat als gesproken tekst: {lines:shown}. Is het een kop- of"
        f" voettekst, {_SOURCE[1]}",
    ),
    "turned text": (
        "Text that is turned on its page was kept apart: {begin!r}.",
        "Tekst die gedraaid op de pagina staat, is apart gehouden: {begin!r}.",
    ),
    "typed over pages": (
        "What was typed over its pages (in form fields or text boxes) was kept apart: {begin!r}. If it is talk,"
        " print the file to a PDF again, which makes it part of the pages.",
        "Wat over de pagina's is getypt (in formuliervelden of tekstvakken), is apart gehouden: {begin!r}. Is"
        " dat gezegd, druk het bestand dan opnieuw af naar PDF: dan hoort het bij de pagina's.",
    ),
    "long words": (
        f"Its words are very long, as if blanks were missing. Look at it, or {_SOURCE[0]}",
        f"De woorden zijn erg lang, alsof er spaties ontbreken. Kijk ernaar, of {_SOURCE[1]}",
    ),
    "letters without width": (
        f"{{n:number}} letters have no width in the PDF: words and lines may be mixed up. Look at it, or {_SOURCE[0]}",
        f"{{n:number}} letters hebben in de pdf geen breedte: woorden en regels kunnen door elkaar staan. "
        f"Kijk ernaar, of {_SOURCE[1]}",
    ),
    "page broken": (
        f"The PDF is damaged on page {{pages}}: text of it may be missing. {_SOURCE[0].capitalize()}",
        f"De pdf is beschadigd op pagina {{pages}}: er kan tekst ontbreken. {_SOURCE[1].capitalize()}",
    ),
    "loose letters": (
        f"Its letters are separated as if each were a word. Check the text, or {_SOURCE[0]}",
        f"De letters staan los, alsof elke letter een woord is. Kijk ernaar, of {_SOURCE[1]}",
    ),
    "signs without letter": (
        f"{{n:number}} signs have no letter in the PDF: (cid:...). {_SOURCE[0].capitalize()}",
        f"Voor {{n:number}} tekens staat er geen letter in de pdf: (cid:...). {_SOURCE[1].capitalize()}",
    ),
    "printed codes": (
        "{n:number} short lines in a smaller or coloured type, or in the margin, count as talk ({lines:quoted}): if"
        " they are codes that a program printed, export the interview without them.",
        "{n:number} korte regels in een kleinere of gekleurde letter, of in de marge, tellen mee als gesproken tekst"
        " ({lines:quoted}): zijn het codes die een programma afdrukte, exporteer het interview dan zonder.",
    ),
    # who speaks
    "no stated label": (
        "No line begins as `labels` says ({labels}): read as if it said nothing.",
        "Geen regel begint zoals `labels` zegt ({labels}): gelezen alsof er niets stond.",
    ),
    "perhaps speakers": (
        "Read as talk and not as a speaker: {labels:shown}. If it is one, name it in the study.",
        "Gelezen als tekst en niet als spreker: {labels:shown}. Is het er wel een, noem die dan in de studie.",
    ),
    "labels not stated": (
        "Seems to be a speaker's label, but `labels` does not name it, so that it was read as talk of the speaker"
        " before: {labels:shown}. If it is one, write it there as well, behind a |.",
        "Lijkt het label van een spreker, maar staat niet in `labels`, en dus als tekst van de vorige spreker:"
        " {labels:shown}. Is het er een, zet het er dan ook in, achter een |.",
    ),
    "label without colon": (
        "Begins with a speaker's label, but was read as talk of the speaker before: {lines:shown}. If it is a turn,"
        " write the label as at other turns, with a colon right behind it.",
        "Begint met het label van een spreker, maar staat als tekst van de vorige: {lines:shown}. Is het een beurt,"
        " schrijf het label dan als bij andere beurten, met een dubbele punt er meteen achter.",
    ),
    "label or word": (
        "Begins as `labels` says of a speaker, but goes on as a sentence does, and was read as a turn: {lines:shown}."
        " Where it is none, write in `labels`, behind |!, how the line begins; where it is one, put a colon behind"
        " that label throughout the file.",
        "Begint zoals `labels` van een spreker zegt, maar gaat verder als een zin, en is gelezen als een beurt:"
        " {lines:shown}. Is het er geen, schrijf dan in `labels`, achter |!, hoe de regel begint; is het er wel een,"
        " zet dan in het hele bestand een dubbele punt achter dat label.",
    ),
    "label within a turn": (
        "Holds a speaker's label, but was read as talk of one speaker: {lines:shown}. If another speaks there, begin a"
        " new line with the label.",
        "Bevat het label van een spreker, maar staat als tekst van één spreker: {lines:shown}. Spreekt daar een ander,"
        " begin dan met het label een nieuwe regel.",
    ),
    "label doubted": (
        "Has a label with a question mark, and was read as talk of the speaker with that label: {lines:shown}. If"
        " another said it, change the label.",
        "Heeft een label met een vraagteken, en staat als tekst van de spreker met dat label: {lines:shown}. Zei een"
        " ander het, verander dan het label.",
    ),
    "legend": (
        "Kept apart, as it says who speaks: {lines:shown}. If it was said, end it with a full stop.",
        "Apart gehouden, want het zegt wie er spreekt: {lines:shown}. Is het wel gezegd, zet er dan een punt achter.",
    ),
    "perhaps legend": (
        "Perhaps says who speaks, but was read as talk: {lines:shown}. If nobody said it, take the label away; if it"
        " was said, end it with a full stop.",
        "Zegt misschien wie er spreekt, maar staat als gezegd: {lines:shown}. Zei niemand het, haal het label dan weg;"
        " is het wel gezegd, zet er dan een punt achter.",
    ),
    "look within turns": (
        "Looks unlike the talk around it, but was read as talk of the speaker named behind it: {lines:shown}. If"
        " another said it, begin a new line with that label; if it is a remark, put it in square brackets.",
        "Ziet er anders uit dan de tekst eromheen, maar staat als tekst van de spreker die erachter genoemd is:"
        " {lines:shown}. Zei een ander het, begin dan met dat label een nieuwe regel; is het een opmerking, zet het dan"
        " tussen vierkante haken.",
    ),
    "voice in brackets": (
        "In brackets within a turn, and counted as said in it: {lines:shown}. If somebody else said it, begin a new"
        " line with that label; if it is a remark, put it in square brackets.",
        "Tussen haakjes in een beurt, en daarin meegeteld als gezegd: {lines:shown}. Zei een ander het, begin dan met"
        " dat label een nieuwe regel; is het een opmerking, zet het dan tussen vierkante haken.",
    ),
    "label missing": (
        "Has no label, and was read as talk of the speaker before, though another seems to speak: {lines:shown}. If so,"
        " put the label before it.",
        "Heeft geen label en staat als tekst van de vorige spreker, terwijl daar een ander lijkt te spreken:"
        " {lines:shown}. Klopt dat, zet er dan het label voor.",
    ),
    "roles turned round": (
        "{usual!r} was read as the interviewer, but hardly asks, and {asks!r} mostly does. Write who is interviewed"
        " into the column `speaker` of interviews.csv.",
        "{usual!r} is gelezen als de interviewer, maar vraagt nauwelijks iets, terwijl {asks!r} dat meestal doet. Zet"
        " wie geïnterviewd is in de kolom `speaker` van interviews.csv.",
    ),
    "question not set apart": (
        "Is a question, but was read as part of the answer, as it does not look like the other questions:"
        " {lines:quoted}. If the interviewer asked it, give it their look.",
        "Is een vraag, maar is gelezen als deel van het antwoord, want ziet er niet uit als de andere vragen:"
        " {lines:quoted}. Vroeg de interviewer het, geef het dan hetzelfde uiterlijk.",
    ),
    "answer set apart": (
        "Looks like the questions, but seems to ask nothing, and was read as the interviewer's: {lines:quoted}. If it"
        " is an answer, give it the look of the answers.",
        "Ziet eruit als de vragen, maar lijkt niets te vragen, en is gelezen als van de interviewer: {lines:quoted}. Is"
        " het een antwoord, geef het dan het uiterlijk van de antwoorden.",
    ),
    "answer long": (
        "Stands between two paragraphs of an answer, where nearly all answers are one paragraph: {lines:quoted}. If the"
        " interviewer said it, give it the look of the questions.",
        "Staat tussen twee alinea's van een antwoord, terwijl bijna alle antwoorden één alinea zijn: {lines:quoted}."
        " Zei de interviewer het, geef het dan het uiterlijk van de vragen.",
    ),
    "cells beside talk": (
        "{n:many cell} beside the respondent's talk, counted as said: {begin}. If the column is notes, give it a"
        " heading that says so (Notes, Codes).",
        "{n:many cell} naast wat de respondent zei, meegeteld als gezegd: {begin}. Is het een kolom met notities, geef"
        " hem dan een kop die dat zegt (Notities, Codes).",
    ),
    "labels exchanged": (
        "{asks!r} asks and {answers!r} answers, {n:many time} on end, from {begin}. Check whether the labels were"
        " swapped there.",
        "{asks!r} vraagt en {answers!r} antwoordt, {n:many time} achter elkaar, vanaf {begin}. Kijk of de labels daar"
        " verwisseld zijn.",
    ),
    "pair exchanged": (
        "{asks!r} asks and {answers!r} answers, each with another turn of their own beside it: {begin}. Check whether"
        " the labels of the two turns were swapped.",
        "{asks!r} vraagt en {answers!r} antwoordt, elk met nog een eigen beurt ernaast: {begin}. Kijk of de labels van"
        " die twee beurten verwisseld zijn.",
    ),
    "rows exchanged": (
        "{asks!r} asks and {answers!r} answers in {n:many row}, unlike elsewhere: {begin}. Check whether the question"
        " and its answer were swapped there.",
        "{asks!r} vraagt en {answers!r} antwoordt in {n:many row}, anders dan verder in het bestand: {begin}. Kijk of"
        " de vraag en het antwoord daar verwisseld zijn.",
    ),
    "asks and goes on": (
        "{speaker!r} asks and goes on in a turn of their own: {begin}. If somebody else asked it, put that label before"
        " the question.",
        "{speaker!r} vraagt iets en gaat zelf verder in een nieuwe beurt: {begin}. Vroeg een ander het, zet dan diens"
        " label voor de vraag.",
    ),
    "thrice on end": (
        "{speaker!r} has three turns on end, while speakers take turns everywhere else; the middle one is {begin}."
        " Check whether its label is right.",
        "{speaker!r} heeft drie beurten achter elkaar, terwijl de sprekers elkaar verder steeds afwisselen; de"
        " middelste is {begin}. Kijk of het label daarvan klopt.",
    ),
    "twice on end": (
        "{speaker!r} has two turns on end, while speakers take turns everywhere else: {begin} and {after}. Check"
        " whether somebody else says part of them without a label.",
        "{speaker!r} heeft twee beurten achter elkaar, terwijl de sprekers elkaar verder steeds afwisselen: {begin} en"
        " {after}. Kijk of een ander er een deel van zegt, zonder label.",
    ),
    "asks another": (
        "{asks!r} ends a turn with a question, and {answers!r} goes on, which happens nowhere else here: {begin}. If"
        " the interviewer asked it, put that label before the question.",
        "{asks!r} eindigt een beurt met een vraag en {answers!r} gaat verder, wat hier nergens anders gebeurt: {begin}."
        " Vroeg de interviewer het, zet dan diens label voor de vraag.",
    ),
    "asks and answers": (
        "{speaker!r} asks and has the next turn too, which asks nothing: {begin}. If somebody else said it, put their"
        " label before it.",
        "{speaker!r} stelt een vraag en heeft ook de volgende beurt, die niets vraagt: {begin}. Zei een ander het, zet"
        " dan diens label ervoor.",
    ),
    "asks within a turn": (
        "Asks somebody within a turn, and goes on: {lines:shown}. If somebody else asked, give question and answer"
        " lines of their own, marked as other turns are.",
        "Stelt een ander binnen een beurt een vraag, en gaat verder: {lines:shown}. Vroeg een ander het, geef vraag en"
        " antwoord dan een eigen regel, gemarkeerd als de andere beurten.",
    ),
    "paragraphs unlabelled": (
        "Has no label, and was read as talk of the speaker named behind it, though another seems to speak there, or"
        " nobody: {lines:shown}. If so, put the label before it, or square brackets round it.",
        "Heeft geen label en staat als tekst van de spreker die erachter genoemd is, terwijl daar een ander lijkt te"
        " spreken, of niemand: {lines:shown}. Klopt dat, zet er dan het label voor, of vierkante haken omheen.",
    ),
    "interviewer's words": (
        "Sounds like the interviewer, but was read as talk of the speaker named behind it: {lines:shown}. If so,"
        " give it a line of its own, marked as the interviewer's turns are.",
        "Klinkt als de interviewer, maar staat als tekst van de spreker die erachter genoemd is: {lines:shown}. Klopt"
        " dat, geef het dan een eigen regel, gemarkeerd als de beurten van de interviewer.",
    ),
    "notes after the talk": (
        "Kept apart as notes that were written down after the talk ({words:many word}): {begin!r}. If it was said,"
        " put the label before it, or take off the words that head it.",
        "Apart gehouden als aantekeningen van na het gesprek ({words:many word}): {begin!r}. Is het gezegd, zet er"
        " dan het label voor, of haal de woorden die erboven staan weg.",
    ),
    "maybe no talk": (
        "Was read as talk of a speaker, but may be no talk: {lines:quoted}. If nobody said it, put square brackets"
        " round it.",
        "Is gelezen als tekst van een spreker, maar is misschien niet gezegd: {lines:quoted}. Zei niemand het, zet er"
        " dan vierkante haken om.",
    ),
    "bold within turns": (
        "Bold, but was read as talk of the speaker before: {lines:shown}. If it is a title, make it a heading; if a"
        " label, write it as at other turns, with a colon behind it.",
        "Vet, maar staat als tekst van de vorige spreker: {lines:shown}. Is het een titel, maak er een kop van; is het"
        " een label, schrijf het dan als bij andere beurten, met een dubbele punt erachter.",
    ),
    "taken for headings": (
        "Taken for headings, and for nobody's talk: {lines:shown}. If somebody says that, name the label in the study.",
        "Gelezen als kopjes, als tekst van niemand: {lines:shown}. Zegt iemand dat, noem het label dan in de studie.",
    ),
    "questions unlabelled": (
        "Only '{name}' has a label in this file. The line above each was read as the question, {look}. Check whether"
        " it is.",
        "Alleen '{name}' heeft een label in dit bestand. De regel erboven is steeds gelezen als de vraag, {look}. Kijk"
        " of dat klopt.",
    ),
    "answers unlabelled": (
        "Only '{name}' has a label in this file. The text below each was read as the answer, {look}. Check whether it"
        " is.",
        "Alleen '{name}' heeft een label in dit bestand. Wat eronder staat is steeds gelezen als het antwoord, {look}."
        " Kijk of dat klopt.",
    ),
    "one label": (
        "Only '{name}' has a label in this file. All talk is counted as theirs: put a label before the turns of"
        " others as well.",
        "Alleen '{name}' heeft een label in dit bestand. Alles staat op die naam: zet ook een label voor de beurten van"
        " anderen.",
    ),
    "no speaker": (
        f"No speaker is marked. If one person speaks throughout, {TEXT_COLUMN[0]}. {LABELS[0]}",
        f"Er is geen spreker aangegeven. Is er steeds één persoon aan het woord, {TEXT_COLUMN[1]}. {LABELS[1]}",
    ),
    "no speaker but a form": (
        "No speaker is recognised, but lines begin alike: {begin!r}. If that is who speaks, write {labels} in the"
        " column `labels` of this file in interviews.csv.",
        "Er is geen spreker herkend, maar regels beginnen op dezelfde manier: {begin!r}. Staat daar wie spreekt, zet"
        " dan {labels} in de kolom `labels` van dit bestand in interviews.csv.",
    ),
    "state labels": (
        "If it was read correctly all the same, say how speakers are marked in the column `labels` of interviews.csv,"
        " and behind ! how lines begin that hold no label: these doubts are then no longer mentioned.",
        "Is het toch goed gelezen, zet dan in de kolom `labels` van interviews.csv hoe sprekers aangegeven zijn, en"
        " achter ! hoe regels beginnen waar geen label staat: dan blijven deze opmerkingen weg.",
    ),
    "state labels as": (
        "If it was read correctly all the same, write {labels} in the column `labels` of interviews.csv: these doubts"
        " are then no longer mentioned.",
        "Is het toch goed gelezen, zet dan {labels} in de kolom `labels` van interviews.csv: dan blijven deze"
        " opmerkingen weg.",
    ),
    "no speaker but turns": (
        f"No speaker is marked. It seems that question and answer alternate. If so, {TEXT_COLUMN[0]}, for the one who"
        f" answers. {LABELS[0]}",
        "Er is geen spreker aangegeven. Vraag en antwoord lijken elkaar af te wisselen. Klopt dat, "
        f"{TEXT_COLUMN[1]}, voor wie antwoordt. {LABELS[1]}",
    ),
    **OPEN_QUESTIONS,
    "nobody speaks as": (
        "Nobody speaks as {names} ({person}). The labels in the file: {labels}.",
        "Niemand spreekt als {names} ({person}). De labels in het bestand: {labels}.",
    ),
    "nobody speaks as but": (
        "Nobody speaks as {names} ({person}). Is {near!r} meant? The labels in the file: {labels}.",
        "Niemand spreekt als {names} ({person}). Is {near!r} bedoeld? De labels in het bestand: {labels}.",
    ),
    "roles guessed": (
        "A guess, from who asks the questions: {roles:said}. Name the speakers in the study file.",
        "Geraden, naar wie de vragen stelt: {roles:said}. Noem de sprekers in study.yaml.",
    ),
    "role": ("{label!r} as {role:part}", "{label!r} als {role:part}"),
    "roles by look": (
        "A guess, from how lines look: the questions are '(heading)', the answers '(text)'."
        " If so, write (text) in the column `speaker` of interviews.csv.",
        "Geraden, naar hoe de regels eruitzien: de vragen zijn '(heading)', de antwoorden '(text)'."
        " Klopt dat, zet dan (text) in de kolom `speaker` van interviews.csv.",
    ),
    "others speak": (
        "Also speak here, and are not counted: {labels:quoted}. If one of them was interviewed, add a row for that"
        " person to interviews.csv: this file, the person's name, the wave, and that label in `speaker`; if not, write"
        " in study.yaml: {line}",
        "Hier spreken ook, en tellen niet mee: {labels:quoted}. Is een van hen geïnterviewd, voeg dan een rij toe aan"
        " interviews.csv: dit bestand, de naam van die persoon, de ronde, en dat label bij `speaker`; zo niet, zet dan"
        " in study.yaml: {line}",
    ),
    "speakers unknown": (
        "Unknown who this is: {labels:quoted}. Put it into the column `speaker` of interviews.csv.",
        "Onbekend wie dit is: {labels:quoted}. Zet het in de kolom `speaker` van interviews.csv.",
    ),
    "no talk of": ("No talk was found of {persons}.", "Er is geen tekst gevonden van {persons}."),
    "tiers of one speaker": (
        "Tiers {tiers:quoted} have the same times, and both count as said by {label!r}. If one is a translation,"
        " remove its participant in ELAN, or make it depend on the other.",
        "De lagen {tiers:quoted} hebben dezelfde tijden, en tellen allebei als gezegd door {label!r}. Is een daarvan"
        " een vertaling, haal dan in ELAN de deelnemer (participant) weg, of hang die laag aan de andere.",
    ),
    "labels there": (
        "Of others it was found: {labels:quoted}. If one of these is the person, put it into the column `speaker`.",
        "Van anderen wel: {labels:quoted}. Is een daarvan de persoon, zet die dan in de kolom `speaker`.",
    ),
    "hidden by the page": (
        "The page hides {n:many character}, from {begin!r} on: these are not counted. If that is talk, show it in the"
        " page.",
        "De pagina verbergt {n:many character}, vanaf {begin!r}: die tellen niet mee. Is dat gesprek, toon het dan in"
        " de pagina.",
    ),
    "perhaps one speaker": (
        "Perhaps one speaker: {one!r} and {other!r}. If so, name both in the study; if not, write in study.yaml:"
        ' different: ["{named}"]',
        "Misschien één spreker: {one!r} en {other!r}. Klopt dat, noem dan beide in de studie; zo niet, zet dan in"
        ' study.yaml: different: ["{named}"]',
    ),
}
