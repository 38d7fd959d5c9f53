"""What is noted of a study: its files, waves, persons, labels and languages. None of it stops a comparison."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual
from bp_qual.wording.wave_texts import WAVE_NOTES

_WRITE_ORDER = (
    "Write the order into study.yaml, oldest first: waves: [{named}]",
    "Zet de volgorde in study.yaml, de oudste eerst: waves: [{named}]",
)

STUDY_NOTES: dict[str, Bilingual] = {
    **WAVE_NOTES,
    "told by check": (
        "{n:many note} besides ({points:commas}): bp-qual check {folder:shell}",
        "nog {n:many note} ({points:commas}): bp-qual check {folder:shell}",
    ),
    "brief guesses": ("{n} on guesses that nobody confirmed", "{n} over wat geraden en niet nagekeken is"),
    "brief unread": ("{n} on files that are not read", "{n} over bestanden die niet gelezen zijn"),
    "brief waves": ("{n} on dates and waves", "{n} over datums en rondes"),
    "brief described": ("{n} on persons.csv", "{n} over persons.csv"),
    "brief reading": ("{n} on how files were read", "{n} over hoe bestanden gelezen zijn"),
    "in file": ("{file}: {note:said}", "{file}: {note:said}"),
    "in files": ("{n:many file} ({files:some}): {note:said}", "{n:many file} ({files:some}): {note:said}"),
    "in all files": ("all {n:many file}: {note:said}", "alle {n:many file}: {note:said}"),
    "several samples": (
        "several coded samples are there, so none corrects the change: {samples:commas}. Name one: sample: NAME and"
        " sample_coder: NAME in study.yaml, or --sample and --sample-coder.",
        "er zijn meer gecodeerde steekproeven, dus geen ervan corrigeert het verschil: {samples:commas}. Noem er één:"
        " sample: NAAM en sample_coder: NAAM in study.yaml, of --sample en --sample-coder.",
    ),
    "sample not coded": (
        "sample {sample} corrects nothing, because nobody finished two of its passages: bp-qual page --sample {sample}"
        " --coder NAME {folder:shell}{codebook}{skip}. What was judged for another sample counts only beside that.",
        "steekproef {sample} corrigeert niets, omdat niemand er twee passages van gecodeerd heeft: bp-qual page"
        " --sample {sample} --coder NAAM {folder:shell}{codebook}{skip}. Wat voor een andere steekproef beoordeeld is,"
        " telt alleen daarnaast.",
    ),
    "sample not blind": (
        "sample {sample} corrects nothing, because nobody coded its passages one by one. That whole interviews are"
        " finished ({coders:joined}) is not enough: what the codebook found is in sight there, and hits may be left"
        " undecided. Code it blind: bp-qual page --sample {sample} --coder NAME {folder:shell}{codebook}{skip}. If a"
        " coder coded those interviews without seeing any hits, name that coder: sample_coder: NAME in study.yaml, or"
        " --sample-coder.",
        "steekproef {sample} corrigeert niets, omdat niemand de passages een voor een codeerde. Dat hele interviews af"
        " zijn ({coders:joined}) is niet genoeg: daar is in zicht wat het codeboek vond, en over treffers hoeft niet"
        " besloten te zijn. Codeer blind: bp-qual page --sample {sample} --coder NAAM {folder:shell}{codebook}{skip}."
        " Codeerde iemand die interviews zonder treffers te zien, noem die dan: sample_coder: NAAM in study.yaml, of"
        " --sample-coder.",
    ),
    "sample judged whole": (
        "sample {sample} is judged by whole interviews, because {coder} is named and coded none of its passages one by"
        " one: a hit that {coder} left undecided is taken as an error of the codebook",
        "steekproef {sample} wordt met hele interviews beoordeeld, omdat {coder} genoemd is en geen van de passages een"
        " voor een codeerde: een treffer waarover {coder} niet besloot, geldt als fout van het codeboek",
    ),
    "sample damaged": (
        "bp-qual suggest proposes nothing while it is not known which passages were drawn: {why:said}",
        "bp-qual suggest stelt niets voor zolang niet vaststaat welke passages getrokken zijn: {why:said}",
    ),
    "codebook since sample": (
        "the codebook has changed since sample {sample} was drawn ({drawn_with}): if its errors there were read to mend"
        " it, accuracy and corrected change are too favourable; draw a new sample for the codebook as it is now",
        "het codeboek is veranderd sinds steekproef {sample} getrokken werd ({drawn_with}): als de fouten daarin"
        " gelezen zijn om het te verbeteren, zijn betrouwbaarheid en gecorrigeerd verschil te gunstig; trek een nieuwe"
        " steekproef voor het codeboek zoals het nu is",
    ),
    "sample is open": (
        "sample {sample}: coders still differ in passages of it on {codes:joined}, so what they settled judges nothing"
        " of these codes: the passages on which they agree are the easier ones. Settle the rest (bp-qual agree"
        " --disagreements, or Settle on the page), or name one coder: sample_coder: NAME in study.yaml, --coder or"
        " --sample-coder",
        "steekproef {sample}: codeurs verschillen nog over passages ervan bij {codes:joined}, dus wat ze hebben"
        " opgelost beoordeelt niets van die codes: de passages waarover ze het eens zijn, zijn de makkelijkste. Los de"
        " rest op (bp-qual agree --disagreements, of Verschillen op de pagina), of noem één codeur: sample_coder: NAAM"
        " in study.yaml, --coder of --sample-coder",
    ),
    "sample redealt": (
        "sample {sample}: column coders was changed by hand after it was drawn, so that {units:names} are for others"
        " than chance gave them to, and answers may have been picked by who gave them. Put back what is in column"
        " dealt; a coder who joins is written behind the names that are there (anna becomes anna cor), and that changes"
        " nothing",
        "steekproef {sample}: kolom coders is na de trekking met de hand veranderd, zodat {units:names} voor anderen"
        " zijn dan het toeval aanwees, en antwoorden gekozen kunnen zijn naar wie ze gaf. Zet terug wat in kolom dealt"
        " staat; wie erbij komt, komt achter de namen die er staan (anna wordt anna cor), en dat verandert niets",
    ),
    "sample taken from": (
        "sample {sample}: what was finished of it by a coder whom the row no longer names does not count there"
        " (passages): {coders:joined}",
        "steekproef {sample}: wat er al van af was door een codeur die de rij niet meer noemt, telt daar niet mee"
        " (passages): {coders:joined}",
    ),
    "sample left out": (
        "not used to correct the change: {why:said}",
        "niet gebruikt om het verschil te corrigeren: {why:said}",
    ),
    "edited since done": (
        "edited after {coder} marked them as done, and what is new there was not looked at: {interviews:names}. Open"
        " them on the page, code what is new, and mark them as done again.",
        "bewerkt nadat {coder} ze als klaar markeerde, dus wat er nieuw in is, is niet bekeken: {interviews:names}."
        " Open ze op de pagina, codeer wat nieuw is en markeer ze weer als klaar.",
    ),
    "coders in other capitals": (
        "{coders:joined} differ in capitals only, and are taken as different coders. Where it is one person, add the"
        " lines of one file to the other and take the first away.",
        "{coders:joined} verschillen alleen in hoofdletters, en gelden als verschillende codeurs. Is het één persoon,"
        " voeg dan de regels van het ene bestand toe aan het andere en haal het eerste weg.",
    ),
    "imported without": (
        "without any coding by {coder}: {interviews:commas}. Not coded, or coded and nothing found? They count as not"
        " coded until you say so: import again with --empty INTERVIEW or --not-coded INTERVIEW.",
        "zonder enige codering van {coder}: {interviews:commas}. Niet gecodeerd, of gecodeerd en niets gevonden? Ze"
        " tellen als niet gecodeerd tot je het zegt: importeer opnieuw met --empty INTERVIEW of --not-coded INTERVIEW.",
    ),
    "no copy today": (
        "no copy of the codings was made today: {problem:said}",
        "vandaag is geen kopie van de coderingen gemaakt: {problem:said}",
    ),
    # which file is whose interview
    "files not read": ("not read: {files}.", "niet gelezen: {files}."),
    "documents not read": (
        "not read: {files}. An interview among these is missing from every count, as not read. Open it in Word or"
        " LibreOffice, save it as .docx, and name it or list it as the others.",
        "niet gelezen: {files}. Is er een interview bij, dan ontbreekt het overal, als niet gelezen. Open het in Word"
        " of LibreOffice, bewaar het als .docx, en geef het een naam of een rij zoals de andere.",
    ),
    "recordings not read": (
        "not read: {files}. If nobody wrote out what is said in one of these, it is missing from every count, as not"
        " read. Write it out, save it as .docx or .txt, and name it or list it as the others.",
        "niet gelezen: {files}. Is er een bij die niemand heeft uitgeschreven, dan ontbreekt het overal,"
        " als niet gelezen. Schrijf het uit, bewaar het als .docx of .txt, en geef het een naam of rij als de andere.",
    ),
    "entry not read": ("not read: {why:said}", "niet gelezen: {why:said}"),
    "packed unseen": (
        "{files}: what is packed there cannot be listed, and interviews of {persons} may be in it. They count as not "
        "read, not as dropouts. Unpack it here, or move it out of the study's folder.",
        "{files}: wat daarin zit is hier niet te zien, en er kunnen interviews van {persons} bij zijn. Die gelden als "
        "niet gelezen, niet als uitval. Pak het hier uit, of zet het buiten de map van het onderzoek.",
    ),
    "own results": (
        "made by bp_qual, so not an interview and not read: {files}.",
        "door bp_qual gemaakt, dus geen interview en niet gelezen: {files}.",
    ),
    "earlier table kept": (
        "{file} was written before, and may have been edited since: it is kept as {kept}. Delete that when you do not "
        "need it.",
        "{file} was er al, en kan sindsdien bewerkt zijn: het is bewaard als {kept}. Verwijder dat als je het niet"
        " meer nodig hebt.",
    ),
    "result among interviews": (
        "a result lies in the folder of the interviews ({folder}). It is not read as one, but a copy saved by another "
        "program may be: keep results elsewhere.",
        "een resultaat staat in de map met interviews ({folder}). Het wordt niet als interview gelezen, maar een kopie "
        "die een ander programma bewaart misschien wel: bewaar resultaten ergens anders.",
    ),
    "beside the transcripts": (
        "next to the folder of transcripts, so not read: {files}.",
        "naast de map met transcripten, dus niet gelezen: {files}.",
    ),
    "read outside": (
        "read outside the study's folder: {files}.",
        "gelezen buiten de map van het onderzoek: {files}.",
    ),
    "left out": (
        "{file} is left out: neither interviews.csv nor its name says person and wave.",
        "{file} doet niet mee: interviews.csv en de naam zeggen niet van wie het is en uit welke ronde.",
    ),
    "left out with a name": (
        "{file} is left out: no row of interviews.csv names it. If it is an interview, put there ({columns}):"
        " {rows:joined}",
        "{file} doet niet mee: geen rij van interviews.csv noemt het. Is het een interview, zet daar dan ({columns}):"
        " {rows:joined}",
    ),
    "papers left out": (
        "{file} is left out: its name is that of a form, a list of questions or the like. If it is an interview, list"
        " it in interviews.csv.",
        "{file} doet niet mee: het heet als een formulier, een vragenlijst of iets dergelijks. Is het een interview,"
        " zet het dan in interviews.csv.",
    ),
    "taken for": (
        "{file} is taken for {interview}: {clues:points}. List it in interviews.csv to be sure.",
        "{file} wordt gelezen als {interview}: {clues:points}. Zet het in interviews.csv om zeker te zijn.",
    ),
    "known from": ("{fields:part} from {source:said}", "{fields:part} uit {source:said}"),
    "row of the table": ("a row of the table", "een rij van de tabel"),
    "file name": ("the file name", "de bestandsnaam"),
    "file name month first": (
        "the file name (the year alone as {date} may have the month first)",
        "de bestandsnaam (alleen het jaar want in {date} kan de maand vooraan staan)",
    ),
    "names of the files": ("the names of the files together", "de bestandsnamen samen"),
    "folder": ("the folder '{folder}'", "de map '{folder}'"),
    "first lines": ("its first lines", "de eerste regels"),
    "properties": ("its front matter or properties", "de gegevens boven de tekst of de eigenschappen"),
    "label of who answers": ("the label of who answers", "het label van wie antwoordt"),
    "year of the date": ("the year of the date in {source:said}", "het jaar van de datum in {source:said}"),
    "nothing said": ("nothing said", "niets gezegd"),
    "one person of two": (
        "two persons whom the labels do not tell apart, taken as one",
        "twee personen die de labels niet onderscheiden, als één genomen",
    ),
    "two persons": (
        "two persons: say in speaker who is who, or make it one row and one person where the talk does not tell",
        "twee personen: zet in speaker wie wie is, of maak er één rij en één persoon van als de tekst dat niet zegt",
    ),
    "outside the window": (
        "{interview} is dated {date}, outside the window of wave {wave} ({start} to {end}).",
        "{interview} is van {date}, buiten de periode van ronde {wave} ({start} tot {end}).",
    ),
    "files counted together": (
        "{person} in {wave} is {n} files, counted together as {n} interviews: {files:some}. If one is a copy or an"
        " older version, take it out of interviews.csv; if not, list each there, with nothing in `guessed`.",
        "{person} in {wave} is {n} bestanden, samen geteld als {n} interviews: {files:some}. Is er een kopie of oudere"
        " versie bij, haal die dan uit interviews.csv; zo niet, zet elk daarin, met niets bij `guessed`.",
    ),
    "same talk": (
        "{first} and {second} hold the same talk ({words:many word}, {percent} % of the shorter). If it is one"
        " interview, take one of the two out of interviews.csv, or give each the right file. If two persons were"
        " interviewed together, name one file in the rows of both. If it is right as it is, write {second} in the"
        " column `same_talk` of {first} in interviews.csv.",
        "{first} en {second} bevatten dezelfde tekst ({words:many word}, {percent} % van de kortste). Is het één"
        " interview, haal er dan een uit interviews.csv, of geef elk het goede bestand. Zijn twee personen samen"
        " geïnterviewd, noem dan één bestand in de rijen van beiden. Klopt het zoals het is, zet dan {second} in de"
        " kolom `same_talk` van {first} in interviews.csv.",
    ),
    "same talk in several": (
        "{n:many file} hold the same talk (at least {words:many word} of each two): {files:some}. If they are"
        " one interview, leave one of them in interviews.csv, or give each row the right file. If it is right as it is,"
        " write the names of the others in the column `same_talk` of the first in interviews.csv, with | between.",
        "{n:many file} bevatten dezelfde tekst (minstens {words:many word} van elke twee): {files:some}."
        " Zijn ze één interview, laat er dan één staan in interviews.csv, of geef elke rij het goede bestand. Klopt het"
        " zoals het is, zet dan de namen van de andere in de kolom `same_talk` van het eerste in interviews.csv, met |"
        " ertussen.",
    ),
    "another wave on top": (
        "{file}: its first line says {said}, but it is listed in wave {wave}. Correct whichever is wrong; if the list"
        " is right, give the date in interviews.csv.",
        "{file}: de eerste regel zegt {said}, maar het staat bij ronde {wave}. Verbeter wat fout is; klopt de lijst,"
        " geef dan de datum in interviews.csv.",
    ),
    "another wave in name": (
        "{file}: its name says {said}, but it is listed in wave {wave}. Correct whichever is wrong; if the list is"
        " right, give the date in interviews.csv, and the wave its period in study.yaml ({{id, from, to}}).",
        "{file}: de naam zegt {said}, maar het staat bij ronde {wave}. Verbeter wat fout is; klopt de lijst, geef dan"
        " de datum in interviews.csv, en de ronde haar periode in study.yaml ({{id, from, to}}).",
    ),
    "cells guessed": (
        "{file}: init guessed {cells:points}. Where that is right, empty the cell `guessed`.",
        "{file}: init heeft geraden: {cells:points}. Waar dat klopt, maak de cel `guessed` leeg.",
    ),
    "keys guessed": (
        "study.yaml: init guessed {keys:commas}. Where that is right, take it out of `guessed:`.",
        "study.yaml: init heeft geraden: {keys:commas}. Waar dat klopt, haal het weg bij `guessed:`.",
    ),
    "cell guessed": ("{fields:commas} (line {lines:some})", "{fields:commas} (regel {lines:some})"),
    "cell guessed often": ("{fields:commas} (lines {lines:some})", "{fields:commas} (regels {lines:some})"),
    # the order of the waves
    "order contradicted": (
        f"the waves are taken in the order {{waves}}, but {{against:said}}. {_WRITE_ORDER[0]}, or correct what is"
        " wrong.",
        f"de rondes staan in de volgorde {{waves}}, maar {{against:said}}. {_WRITE_ORDER[1]}, of verbeter wat fout is.",
    ),
    "stated order contradicted": (
        "the waves are taken in the order {waves}, but {against:said}. Correct whichever is wrong.",
        "de rondes staan in de volgorde {waves}, maar {against:said}. Verbeter wat fout is.",
    ),
    "earlier by dates": (
        "by the dates of the interviews, {first_wave} came before {second_wave}",
        "naar de datums van de interviews kwam {first_wave} voor {second_wave}",
    ),
    "earlier by years": (
        "by the years in their names, {first_wave} came before {second_wave}",
        "naar de jaren in hun namen kwam {first_wave} voor {second_wave}",
    ),
    "earlier by names": (
        "by their names, {first_wave} came before {second_wave}",
        "naar hun namen kwam {first_wave} voor {second_wave}",
    ),
    "order from dates": (
        f"the order of the waves is that of their dates: {{waves}}. {_WRITE_ORDER[0]}, to be sure.",
        f"de volgorde van de rondes is die van hun datums: {{waves}}. {_WRITE_ORDER[1]}, om zeker te zijn.",
    ),
    "order from short years": (
        f"the waves are taken as years, in the order {{waves}}. {_WRITE_ORDER[0]}, to be sure.",
        f"de rondes zijn gelezen als jaren, in de volgorde {{waves}}. {_WRITE_ORDER[1]}, om zeker te zijn.",
    ),
    "codebook unread": (
        "{file} could not be read ({n:many problem}; `bp-qual check` names what is wrong), so nothing here says what is"
        " coded already.",
        "{file} kon niet gelezen worden ({n:many problem}; `bp-qual check` zegt wat er mis is), dus niets hier zegt wat"
        " al gecodeerd is.",
    ),
    "saving broken off": (
        "`bp-qual {command}` was killed before it was done, so that what was coded by hand may lack a part of it. Run"
        " it again: what is there already is not added again.",
        "`bp-qual {command}` is afgebroken voor het klaar was, zodat wat met de hand gecodeerd is er een deel van kan"
        " missen. Draai het nog eens: wat er al is, wordt niet opnieuw toegevoegd.",
    ),
    "no such audio": (
        "there is no recording '{name}' in the study, so there is nothing to play; all else works. Name in the column"
        " `audio` of interviews.csv a file in the folder of the study that ends in {endings:commas}, or leave the cell"
        " empty.",
        "er is geen opname '{name}' in het onderzoek, dus er valt niets af te spelen; al het andere werkt. Noem in de"
        " kolom `audio` van interviews.csv een bestand in de map van het onderzoek dat eindigt op {endings:commas}, of"
        " laat de cel leeg.",
    ),
    "silent": (
        "there are turns, but not a word in them, of: {persons}. Are they the answers?",
        "er zijn beurten, maar zonder een woord, van: {persons}. Zijn dat de antwoorden?",
    ),
    "short": (
        "fewer than {floor:many word}, so kept in the tables but not compared: {persons}. If interviews are that short,"
        " give a lower `floor:` in study.yaml.",
        "minder dan {floor:many word}, dus wel in de tabellen maar niet vergeleken: {persons}. Zijn interviews zo kort,"
        " zet dan een lagere `floor:` in study.yaml.",
    ),
    "term and base": ("'{term}' (said too: {base})", "'{term}' (ook gezegd: {base})"),
    "terms inflected": (
        "terms of the codebook in a form that finds itself only: {terms:commas}. Write the base form, which finds all,"
        " or {exact} if no other is meant. All such terms: bp-qual codebook check",
        "termen van het codeboek in een vorm die alleen zichzelf vindt: {terms:commas}. Schrijf de grondvorm, die alle"
        " vindt, of {exact} als geen andere bedoeld is. Al zulke termen: bp-qual codebook check",
    ),
    # languages
    "words in other languages": (
        "the codebook has words in {known:joined}, but {n} of {all} interviews seem to be in {seem:joined}: few themes"
        " can be found there.",
        "het codeboek heeft woorden in {known:joined}, maar {n} van {all} interviews lijken in {seem:joined} te zijn:"
        " daar zijn weinig thema's te vinden.",
    ),
    "language gaps": ("interviews in '{language}': {gaps:points}.", "interviews in '{language}': {gaps:points}."),
    "without denials": (
        "denials ('not', 'never') are not marked",
        "ontkenningen ('niet', 'nooit') worden niet gemarkeerd",
    ),
    "without split_verbs": (
        "verbs in two parts are found only where they are written as one word",
        "werkwoorden in twee delen worden alleen aaneengeschreven gevonden",
    ),
    "without verb_phrases": (
        "phrases with a verb are found only where their words follow each other",
        "uitdrukkingen met een werkwoord worden alleen gevonden waar de woorden naast elkaar staan",
    ),
    # what was kept apart, and what lies about
    "kept apart": (
        "kept apart from the talk, in visible characters: {parts:said}.",
        "apart gehouden van wat er gezegd is, in zichtbare tekens: {parts:said}.",
    ),
    "part kept apart": ("{part:part} {n:number}", "{part:part} {n:number}"),
    "no codebook": (
        "no codebook: name one in study.yaml (codebook: ...), or with --codebook.",
        "geen codeboek: noem er een in study.yaml (codebook: ...) of met --codebook.",
    ),
    "codebook not named": (
        "no codebook is named, and {file} is one: name it in study.yaml (codebook: {file}), or with --codebook.",
        "er is geen codeboek genoemd, en {file} is er een: noem het in study.yaml (codebook: {file}) of met"
        " --codebook.",
    ),
    "results changed": (
        "in out, not as run.json says: {files}. Edited since, or from another run. Move what you want to keep, and run"
        " compare again.",
        "in out, anders dan run.json zegt: {files}. Later bewerkt, of van een andere keer. Verplaats wat je wilt"
        " bewaren en draai compare opnieuw.",
    ),
}

# what `init` writes behind the lines of study.yaml
