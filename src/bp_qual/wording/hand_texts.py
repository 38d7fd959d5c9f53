"""What is said about codings by hand."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

HAND: dict[str, Bilingual] = {
    "fits_one": (
        "In {n} interview it is said that what was coded before still fits.",
        "In {n} interview is gezegd dat wat eerder gecodeerd is nog klopt.",
    ),
    "fits_many": (
        "In {n} interviews it is said that what was coded before still fits.",
        "In {n} interviews is gezegd dat wat eerder gecodeerd is nog klopt.",
    ),
    "nobody": (
        "Nobody has coded this study by hand: there is no file in its folder codings.",
        "Niemand heeft deze studie met de hand gecodeerd: er staat geen bestand in de map codings.",
    ),
    "coder": (
        "{coder}: {codings:many coding}, {accepted:many hit} accepted, {rejected:number} rejected,"
        " {memos:many memo}; {done} of {interviews:many interview} finished.",
        "{coder}: {codings:many coding}, {accepted:many hit} aanvaard, {rejected:number} afgewezen,"
        " {memos:many memo}; {done} van {interviews:many interview} af.",
    ),
    "declined": ("{n:many proposal} declined", "{n:many proposal} afgewezen"),
    "written": (
        "{n:many row} written to {file}: every coding, every decision on a hit and every proposal declined",
        "{n:many row} geschreven in {file}: elke codering, elke beslissing over een treffer en elk afgewezen voorstel",
    ),
    "partly": (
        "{interviews:names}: finished, but not for {codes:names}.",
        "{interviews:names}: af, maar niet voor {codes:names}.",
    ),
    "lost": (
        "{coder}, {interview}, {code}: '{quote}' {why}",
        "{coder}, {interview}, {code}: '{quote}' {why}",
    ),
    "no_interview": (
        "is in an interview that is no longer in the study.",
        "staat in een interview dat niet meer bij de studie hoort.",
    ),
    "lost_place": (
        "is no longer there: the transcript was edited. Code it again, or put the old text back.",
        "staat er niet meer: het transcript is veranderd. Codeer het opnieuw of zet de oude tekst terug.",
    ),
    "unsure_place": (
        "is still said in the interview, but the transcript was edited around it, so it cannot be told whether that is"
        " the place that was coded. Code it again.",
        "staat nog wel in het interview, maar eromheen is het transcript veranderd, zodat niet te zeggen is of dat de"
        " plaats is die gecodeerd was. Codeer het opnieuw.",
    ),
    "no_respondent": (
        "is in nobody's answer. Check how the speakers of that interview are read.",
        "staat in niemands antwoord. Kijk hoe de sprekers van dat interview worden gelezen.",
    ),
    "no_hit": (
        "is a decision on a hit that the codebook no longer makes.",
        "is een beslissing over een treffer die het codeboek niet meer doet.",
    ),
    "foreign": (
        "{coder}: the codebook has no code {code} ({n:many coding}, {decisions:many decision}). Put it back, or say in"
        " the codebook what became of it: renamed: {{{code}: NEW}}.",
        "{coder}: het codeboek heeft geen code {code} ({n:many coding}, {decisions:many decision}). Zet hem terug of"
        " zeg in het codeboek wat ervan geworden is: renamed: {{{code}: NIEUW}}.",
    ),
    "split": (
        "{coder}: the codebook split {code} into {codes:names} ({n:many coding}, {decisions:many decision}). Only a"
        " person can say which it is: code these passages again; until then they are not counted.",
        "{coder}: het codeboek splitste {code} in {codes:names} ({n:many coding}, {decisions:many decision}). Alleen"
        " een mens kan zeggen welke het is: codeer die passages opnieuw; tot dan tellen ze niet mee.",
    ),
    "offered": (
        "{coder}: the codebook has no code {code} ({n:many coding}, {decisions:many decision}), but {file} has it: name"
        " it in study.yaml (codebook: {file}) or give --codebook.",
        "{coder}: het codeboek heeft geen code {code} ({n:many coding}, {decisions:many decision}), maar {file} wel:"
        " noem dat in study.yaml (codebook: {file}) of geef --codebook.",
    ),
    "damaged": (
        "{file}:{line} cannot be read, and is left out: a byte of it went wrong. The rest is used.",
        "{file}:{line} is niet te lezen en blijft buiten beschouwing: er ging een byte van stuk. De rest telt mee.",
    ),
    "newer": (
        "{file}:{line} was written by a newer version of bp_qual, and is left out: install that version and try again."
        " The rest is used.",
        "{file}:{line} is door een nieuwere versie van bp_qual geschreven en blijft buiten beschouwing: installeer die"
        " versie en probeer het opnieuw. De rest telt mee.",
    ),
    "unfinished": (
        "{file}:{line} is not whole, and is left out: the program stopped while it wrote that line, or it was cut off"
        " afterwards. Look whether what you did then is there.",
        "{file}:{line} is niet heel en blijft buiten beschouwing: het programma stopte terwijl het die regel schreef,"
        " of hij is later afgekapt. Kijk of wat je toen deed er staat.",
    ),
    "edited": (
        "{coder}: edited after it was marked as done, so what is new there was not looked at: {interviews:names}.",
        "{coder}: bewerkt nadat het als klaar gemarkeerd was, dus wat er nieuw in is, is niet bekeken:"
        " {interviews:names}.",
    ),
    "done_outdated": (
        "the file of this interview was changed meanwhile: look at it as it is now, then mark it as done",
        "het bestand van dit interview is intussen veranderd: bekijk het zoals het nu is, en markeer het dan als klaar",
    ),
    "done_unreadable": (
        "the file of this interview cannot be read now, so it cannot be marked as done",
        "het bestand van dit interview kan nu niet gelezen worden, dus kan het niet als klaar gemarkeerd worden",
    ),
    "no_event": (
        "nothing with the id '{name}' is in the coder's file",
        "in het bestand van de codeur staat niets met het id '{name}'",
    ),
    "other_event": (
        "something else was saved with the id '{name}', so this was not: do it again",
        "met het id '{name}' is iets anders bewaard, dus dit niet: doe het opnieuw",
    ),
    "no_code": (
        "there is no code '{name}' in the codebook. {guess}",
        "in het codeboek is er geen code '{name}'. {guess}",
    ),
    "unknown_interview": ("there is no interview '{name}'. {guess}", "er is geen interview '{name}'. {guess}"),
    "no_person": (
        "there is no person '{name}' in this study. {guess}",
        "in deze studie is er geen persoon '{name}'. {guess}",
    ),
    "no_wave": (
        "there is no wave '{name}' in this study. {guess}",
        "in deze studie is er geen ronde '{name}'. {guess}",
    ),
    "some_talk": ("an interview", "een interview"),
    "agree_now": (
        "the coders do not differ on this any more: something was coded or edited since this list was made. Open"
        " Settle again",
        "de codeurs verschillen hier niet meer: er is iets gecodeerd of bewerkt sinds deze lijst werd gemaakt. Open"
        " Verschillen opnieuw",
    ),
    "code_id": (
        "the id of a code is letters, digits, - . and _, without blanks",
        "de id van een code is letters, cijfers, - . en _, zonder spaties",
    ),
    "not_in_passage": ("it is not within the passage", "het ligt niet in de passage"),
    "text_outdated": (
        "the file of this interview was changed since that was done, and the page was started again: do it again in the"
        " text as it is now",
        "het bestand van dit interview is veranderd nadat je dat deed, en de pagina is opnieuw gestart: doe het opnieuw"
        " in de tekst zoals die nu is",
    ),
    "copies": (
        "{coder}: also read, as copies of the same file: {files:commas}.",
        "{coder}: ook gelezen, als kopieën van hetzelfde bestand: {files:commas}.",
    ),
    "strays": (
        "Not read, because they are no file of a coder: {files:commas}. Rename a copy of one to anna (copy).jsonl, with"
        " the name of its coder.",
        "Niet gelezen, omdat het geen bestanden van een codeur zijn: {files:commas}. Noem een kopie van zo'n bestand"
        " anna (kopie).jsonl, met de naam van de codeur.",
    ),
    "no_copies": (
        "There are no copies yet: the first is made when somebody codes by hand, or codings are imported.",
        "Er zijn nog geen kopieën: de eerste wordt gemaakt als iemand met de hand codeert, of coderingen importeert.",
    ),
    "link_used": ("This link does not open the page any more", "Deze link opent de pagina niet meer"),
    "link_why": (
        "A link of bp-qual page works once, so that nobody else can use it. This one was used before, or belongs to a"
        " page that was started earlier. Nothing was lost.",
        "Een link van bp-qual page werkt één keer, zodat niemand anders hem kan gebruiken. Deze is al gebruikt, of"
        " hoort bij een pagina die eerder gestart is. Er is niets verloren.",
    ),
    "link_here": (
        "In the browser that opened the page before: go to http://127.0.0.1:{port}/",
        "In de browser die de pagina eerder opende: ga naar http://127.0.0.1:{port}/",
    ),
    "link_else": (
        "In another browser, or after a new start: type bp-qual page with the same study and coder in a terminal again,"
        " also while it runs. It then gives a new link.",
        "In een andere browser, of na een nieuwe start: typ in een terminal opnieuw bp-qual page met hetzelfde"
        " onderzoek en dezelfde codeur, ook als het al draait. Je krijgt dan een nieuwe link.",
    ),
    "restored": ("{file} is as it was in the copy of {day}", "{file} is weer zoals in de kopie van {day}"),
    "as_it_was": (
        "Everything is as in the copy of {day} already.",
        "Alles is al zoals in de kopie van {day}.",
    ),
    "left_same": (
        "Left alone, as in the copy of {day} already: {files:names}",
        "Niet aangeraakt, want al zoals in de kopie van {day}: {files:names}",
    ),
    "set_aside": (
        "Taken away, made by an import since the copy of {day}: {files:names}",
        "Weggehaald, want sinds de kopie van {day} door een import gemaakt: {files:names}",
    ),
    "left_newer": (
        "Left as now, because the copy of {day} does not have it: {files:names}",
        "Gelaten zoals het nu is, want niet in de kopie van {day}: {files:names}",
    ),
    "replaced_kept": ("What was replaced is kept in {folder}", "Wat vervangen is, wordt bewaard in {folder}"),
}

HAND_NOTES: dict[str, Bilingual] = {
    "no such code": (
        "no code '{code}' in codebook {name}. {guess:said}",
        "geen code '{code}' in codeboek {name}. {guess:said}",
    ),
    "no such interview": (
        "there is no interview '{name}'. {guess:said}",
        "er is geen interview '{name}'. {guess:said}",
    ),
    "page for here": (
        "This page only answers on this computer. Start it with: bp-qual page",
        "Deze pagina antwoordt alleen op deze computer. Start haar met: bp-qual page",
    ),
    "page of another": (
        "The request comes from another page. Start it with: bp-qual page",
        "De vraag komt van een andere pagina. Start haar met: bp-qual page",
    ),
    "page link used": (
        "This link was used before, or is not of this page. Start it with: bp-qual page",
        "Deze link is al gebruikt, of is niet van deze pagina. Start haar met: bp-qual page",
    ),
    "no such deed": (
        "'{do}' is nothing that a coder does: {all:names}",
        "'{do}' is niets wat een codeur doet: {all:names}",
    ),
    "deed lacks": ("{do} needs {lacking:names}", "bij {do} hoort {lacking:names}"),
    "deed lacks files": (
        "{do} needs the interviews and the codebook",
        "voor {do} zijn de interviews en het codeboek nodig",
    ),
    "no whole number": ("{name} is a whole number, not '{value}'", "{name} is een geheel getal, niet '{value}'"),
    "not one answer": (
        "{start} to {end} of {interview} is not within one answer of a respondent",
        "{start} tot {end} van {interview} ligt niet binnen één antwoord van een respondent",
    ),
    "no passage there": (
        "{start} to {end} is no passage of {interview}",
        "{start} tot {end} is geen passage van {interview}",
    ),
    "other words there": (
        "{start} to {end} of {interview} is '{there}', not '{asked}'",
        "{start} tot {end} van {interview} is '{there}', niet '{asked}'",
    ),
    "no such unit": ("there is no such passage", "die passage is er niet"),
    "not done blind": ("{do} is not done here", "{do} kan hier niet"),
    "no list of deeds": (
        "events is a list of what was done, each with an id",
        "events is een lijst van wat er gedaan is, elk met een id",
    ),
    "not asked so": ("there is nothing at this address", "op dit adres is niets"),
    "no JSON sent": ("this address takes JSON", "op dit adres hoort JSON"),
    "too large to send": ("the request is too large", "er is te veel tegelijk gestuurd"),
    "too slow to send": ("the request did not arrive in time", "wat gestuurd werd, kwam niet op tijd aan"),
    "page failed": (
        "the page failed, and nothing was saved by this request",
        "er ging iets mis op de pagina, en hierdoor is niets opgeslagen",
    ),
    "codings without a place": (
        "Not counted, as their place is gone: {n:many coding} by {coder}. bp-qual codings lists them.",
        "Niet meegeteld, want de plaats is weg: {n:many coding} van {coder}. bp-qual codings noemt ze.",
    ),
    "accepted not counted": (
        "{coder} accepted {n:many hit} of the codebook, and with --count human these are no codings: only what was"
        " coded by hand counts. --count reviewed counts both.",
        "{coder} aanvaardde {n:many hit} van het codeboek, en bij --count human zijn dat geen coderingen: alleen wat"
        " met de hand gecodeerd is, telt. --count reviewed telt beide.",
    ),
    "codings followed": (
        "{coder}: what was done in {old} counts for {new}, which has its text now.",
        "{coder}: wat in {old} gedaan is, telt voor {new}, dat er nu de tekst van heeft.",
    ),
    "done of another text": (
        "not finished by {coder}, as another text is there now than was marked as done: {interviews:names}."
        " Code what is there, and mark it as done.",
        "niet af van {coder}, want er staat nu een andere tekst dan die als klaar gemarkeerd is: {interviews:names}."
        " Codeer wat er staat, en markeer het als klaar.",
    ),
    "done of no interview": (
        "finished by {coder}, but not among the interviews that are read now: {interviews:names}. What has another name"
        " and another text now counts once it is marked as done.",
        "af van {coder}, maar niet onder de interviews die nu gelezen worden: {interviews:names}. Wat nu een andere"
        " naam en een andere tekst heeft, telt zodra het als klaar gemarkeerd is.",
    ),
    "agreed is open": (
        "Not counted, as {coders:joined} differ there and did not settle it ({n:many passage}): {places:names}. Settle"
        " it between you: bp-qual page, Settle, or bp-qual agree --disagreements FILE and --settled FILE.",
        "Niet meegeteld, want {coders:joined} verschillen er en zijn het niet eens geworden ({n:many passage}):"
        " {places:names}. Word het samen eens: bp-qual page, Verschillen, of bp-qual agree --disagreements BESTAND en"
        " --settled BESTAND.",
    ),
    "decisions without a hit": (
        "{n:many decision} by {coder} on hits that the codebook no longer makes: bp-qual codings lists them.",
        "{n:many decision} van {coder} over treffers die het codeboek niet meer doet: bp-qual codings noemt ze.",
    ),
    "codings without a code": (
        "Not counted, as the codebook does not have their code: {n:many coding} by {coder}. bp-qual codings names it.",
        "Niet meegeteld, want het codeboek heeft de code niet: {n:many coding} van {coder}. bp-qual codings noemt hem.",
    ),
    "codings carried": (
        "{coder}: what was coded and decided with '{old}' counts for '{new}', as the codebook says ({n:many passage}).",
        "{coder}: wat met '{old}' gecodeerd en besloten is, telt voor '{new}', volgens het codeboek"
        " ({n:many passage}).",
    ),
    "codings damaged": (
        "{file}: {n:many line} cannot be read, the first is line {line}: what was coded there does not count."
        " `bp-qual codings` names each; `bp-qual restore` brings an earlier copy back.",
        "{file}: {n:many line} niet te lezen, de eerste is regel {line}: wat daar gecodeerd is, telt niet mee."
        " `bp-qual codings` noemt ze; `bp-qual restore` zet een eerdere kopie terug.",
    ),
    "codings resaved": (
        "{file} was saved as {encoding} in an editor, so {n:many line} cannot be read, the first is line {line}: what"
        " was coded there does not count, and nothing is added to the file. Open it in that editor and save it as UTF-8"
        " (in Notepad: Save as, Encoding); `bp-qual restore` brings an earlier copy back.",
        "{file} is in een teksteditor als {encoding} bewaard, dus {n:many line} niet te lezen, de eerste is regel"
        " {line}: wat daar gecodeerd is, telt niet mee, en er komt niets bij in het bestand. Open het in die editor en"
        " bewaar het als UTF-8 (in Kladblok: Opslaan als, Codering); `bp-qual restore` zet een eerdere kopie terug.",
    ),
    "codings newer": (
        "{file}: {n:many line} written by a newer version of bp_qual, the first is line {line}: what was coded there"
        " does not count. Install that version and try again.",
        "{file}: {n:many line} geschreven door een nieuwere versie van bp_qual, de eerste is regel {line}: wat daar"
        " gecodeerd is, telt niet mee. Installeer die versie en probeer het opnieuw.",
    ),
    "codings cut": (
        "{file}: the last line, {line}, is not whole and does not count: the program stopped while it wrote it, or the"
        " file was cut off when it was copied. `bp-qual restore` brings an earlier copy back.",
        "{file}: de laatste regel, {line}, is niet heel en telt niet mee: het programma stopte terwijl het die schreef,"
        " of het bestand is bij het kopiëren afgekapt. `bp-qual restore` zet een eerdere kopie terug.",
    ),
    "codings empty": (
        "{file} is empty, so nothing of that coder counts. `bp-qual restore` brings an earlier copy back.",
        "{file} is leeg, dus van die codeur telt niets mee. `bp-qual restore` zet een eerdere kopie terug.",
    ),
    "codings not read": (
        "codings/{file} is called like the file of a coder and cannot be read as one: it is a folder, or a link that"
        " leads elsewhere. Put the file itself there, or move this out of codings/.",
        "codings/{file} heet als het bestand van een codeur en is zo niet te lezen: het is een map, of een verwijzing"
        " naar elders. Zet het bestand zelf daar neer, of haal dit uit codings/.",
    ),
    "codings named otherwise": (
        "codings/{file} is not read, as its name is not that of a coder. Is it a copy of a coder's file, give it a name"
        " that begins with the coder's: anna (copy).jsonl. Else move it out of codings/.",
        "codings/{file} wordt niet gelezen, want de naam is niet die van een codeur. Is het een kopie van het bestand"
        " van een codeur, geef het dan een naam die met die van de codeur begint: anna (kopie).jsonl. Haal het anders"
        " uit codings/.",
    ),
    "codings missing": (
        "{coder}: {n:many line} gone from the file of codings, by number {numbers:some}: what stood there does not"
        " count. `bp-qual restore` brings an earlier copy back.",
        "{coder}: {n:many line} weg uit het bestand met coderingen, met nummer {numbers:some}: wat daar stond telt niet"
        " mee. `bp-qual restore` zet een eerdere kopie terug.",
    ),
}
