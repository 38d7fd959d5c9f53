"""What is said of codebooks and of codings that come and go: words found, what a format cannot carry."""

from __future__ import annotations

from bp_qual.wording.coder_texts import CODERS
from bp_qual.wording.counting_texts import COUNTING
from bp_qual.wording.list_texts import LISTS
from bp_qual.wording.texts import Bilingual
from bp_qual.wording.theme_word_texts import THEME_WORDS

# what is not carried over to or from another program
LOST: dict[str, Bilingual] = {
    **CODERS,
    "spelled otherwise": (
        "{said} was taken for {person} (the same name in another spelling)",
        "{said} is opgevat als {person} (dezelfde naam anders gespeld)",
    ),
    "known by text": (
        "documents that have the text of an interview which their name does not say, and were taken for it: {n:number}"
        " ({pairs:names})",
        "documenten met de tekst van een interview dat hun naam niet noemt, en die als dat interview zijn opgevat:"
        " {n:number} ({pairs:names})",
    ),
    "known against": (
        "documents with the text of the interview that their name says, and were taken for it, while a case or variable"
        " of the file says another person or wave: {n:number} ({pairs:names})",
        "documenten met de tekst van het interview dat hun naam noemt, en die als dat interview zijn opgevat, terwijl"
        " een case of variabele van het bestand een andere persoon of ronde zegt: {n:number} ({pairs:names})",
    ),
    "taken whole": (
        "the file names no coder, nor {said}: all of it was taken as {coder}'s",
        "het bestand noemt geen codeur, ook {said} niet: alles is opgevat als van {coder}",
    ),
    "places cut": (
        "found in more than {most:many place}, of which the first are listed: {n:many row}",
        "op meer dan {most:many place} gevonden, waarvan de eerste zijn opgesomd: {n:many row}",
    ),
    "other coders": (
        "{n:many row} of {coders:commas}; import again without --coder to take all, each as their own",
        "{n:many row} van {coders:commas}; importeer opnieuw zonder --coder om ze alle te nemen, ieder apart",
    ),
    "all finished": (
        "a project does not say which codes were looked for where: interviews with codings ({n:number}) now"
        " count as finished for all its codes, so that a code without codings there is zero; name those"
        " in which not all were looked for with --not-coded INTERVIEW",
        "een project zegt niet naar welke codes waar gezocht is: interviews met coderingen ({n:number}) tellen"
        " nu als klaar voor alle codes ervan, zodat een code zonder coderingen daar nul is; noem de interviews"
        " waar niet naar alles gezocht is met --not-coded INTERVIEW",
    ),
    "codes of others": (
        "a code that only another coder of the file used is left open, and is no zero: {open:points}. If each of them"
        " looked for all the codes of the file, import it again with --one-codebook",
        "een code die alleen een andere codeur van het bestand gebruikte, blijft open en is geen nul: {open:points}."
        " Zochten ze elk naar alle codes van het bestand, importeer het dan opnieuw met --one-codebook",
    ),
    "with one codebook": (
        "taken as looked for too, by --one-codebook, though not in this file: {codes:names}",
        "met --one-codebook ook gelezen als gezocht, hoewel niet in dit bestand: {codes:names}",
    ),
    "codes of other": ("{codes:names} (for {coder})", "{codes:names} (bij {coder})"),
    "open codes": ("{codes:names} ({waves:commas})", "{codes:names} ({waves:commas})"),
    "in no file": (
        "not coded by {coder} where they were coded for other codes, because no file has these codes for them, with the"
        " number of interviews in each wave: {open:points}. There they count in no comparison. If they were looked for"
        " and nothing was found, say so: import {file} again in the same way, with --one-codebook added",
        "door {coder} niet gecodeerd in interviews die wel voor andere codes gecodeerd zijn, omdat geen bestand deze"
        " codes daarvoor heeft, met het aantal interviews in elke ronde: {open:points}. Daar tellen ze in geen"
        " vergelijking mee. Is ernaar gezocht en niets gevonden, zeg dat dan: importeer {file} opnieuw op dezelfde"
        " manier, met --one-codebook erbij",
    ),
    "in no file of": (
        "codes of this file that are not coded by {coder} where {coder} coded for others, with the number of interviews"
        " in each wave: {open:points}. There they count in no comparison of {coder}. If {coder} looked for them and"
        " found nothing, say so: import the lists of {coder} again with --one-codebook, or mark the interviews on the"
        " coding page as finished for these codes",
        "codes van dit bestand die niet door {coder} gecodeerd zijn in interviews die {coder} wel voor andere codes"
        " codeerde, met het aantal interviews in elke ronde: {open:points}. Daar tellen ze in geen vergelijking van"
        " {coder} mee. Zocht {coder} ernaar en vond die niets, zeg dat dan: importeer de lijsten van {coder} opnieuw"
        " met --one-codebook, of markeer die interviews op de codeerpagina als klaar voor deze codes",
    ),
    "open for others": (
        "still open for {coder}, and no zero, because rows of {files:commas} have no place there or can mean another"
        " code: {open:points}. Mend these rows in the list that -o writes, or in the file itself, and import that",
        "nog open bij {coder}, en geen nul, omdat rijen van {files:commas} daar geen plaats hebben of een andere code"
        " kunnen betekenen: {open:points}. Verbeter die rijen in de lijst die -o schrijft, of in het bestand zelf, en"
        " importeer dat",
    ),
    "finished said": (
        "which codes were finished is taken as the file says, in {n:many interview}",
        "welke codes klaar zijn is overgenomen zoals het bestand het zegt, in {n:many interview}",
    ),
    "finished none": (
        "the file says that no interview was finished by {coders:commas}: theirs count as not coded, and a code without"
        " codings there is no zero; mark what is finished on the coding page",
        "volgens het bestand is er geen interview klaar van {coders:commas}: die tellen als niet gecodeerd, en een code"
        " zonder coderingen is daar geen nul; merk op de codeerpagina aan wat klaar is",
    ),
    "finished nowhere": (
        "what the file says to be finished in no interview, or in one of several: {n:many row}",
        "wat volgens het bestand klaar is in geen interview, of in een van meer: {n:many row}",
    ),
    "bare name": (
        "{said} was taken for {path}, the only code of that name",
        "{said} is opgevat als {path}, de enige code met die naam",
    ),
    "name of before": (
        "{said} was taken for {code}, which it became as the codebook says",
        "{said} is opgevat als {code}: dat is het volgens het codeboek geworden",
    ),
    "bare names": (
        "{said} can be several codes: {paths:commas}; write the whole of the one that is meant",
        "{said} kan meer dan één code zijn: {paths:commas}; schrijf de hele naam van de bedoelde",
    ),
    "code apart": (
        "{said} is a new code ({code}): the codebook has {paths:commas}, which is another",
        "{said} is een nieuwe code ({code}): het codeboek heeft {paths:commas}, en dat is een andere",
    ),
    "definitions kept": (
        "codes that the file defines otherwise than the codebook does, or that it alone defines: {n:number}, the first"
        " {code}: '{begin}'; the codebook stays as it is, so write there what is meant",
        "codes die het bestand anders definieert dan het codeboek, of die alleen het bestand definieert: {n:number}, de"
        " eerste {code}: '{begin}'; het codeboek blijft zoals het is, dus schrijf daar wat bedoeld is",
    ),
    "code renamed": (
        "the file calls the code {code} '{said}': it keeps its name here; write the new one in the codebook if that is"
        " meant",
        "het bestand noemt de code {code} '{said}': hier houdt zij haar naam; schrijf de nieuwe in het codeboek als die"
        " bedoeld is",
    ),
    "nothing placed": (
        "nothing of this file has a place, so its codes were not put in a codebook, and study.yaml is as it was",
        "niets uit dit bestand heeft een plaats; daarom zijn de codes niet in een codeboek gezet, en is study.yaml"
        " zoals het was",
    ),
    "rows merged": (
        "the same coding as an earlier row has, kept once: {n:many row} ({pairs:some})",
        "dezelfde codering als een eerdere rij heeft, één keer bewaard: {n:many row} ({pairs:some})",
    ),
    "merged nearly": (
        "{where}: '{written}' was taken for '{quote}', as {before} has it; check",
        "{where}: '{written}' is opgevat als '{quote}', zoals {before} het heeft; kijk na",
    ),
    "coder renamed": (
        "taken as {coder}'s, as --coder says, though the file names {said}: {n:many row}",
        "opgevat als van {coder}, zoals --coder zegt, hoewel het bestand {said} noemt: {n:many row}",
    ),
    "lost term languages": ("the languages of the terms", "de talen van de termen"),
    "lost sets": ("the sets of codes {names:commas}", "de verzamelingen van codes {names:commas}"),
    "lost part": ("{part} of codes", "{part} van codes"),
    "lost loose text": ("text between codes that is of none: {begin}", "tekst tussen codes die van geen is: {begin}"),
    "lost condition": ("the condition in line {line}: {text}", "de voorwaarde in regel {line}: {text}"),
    "lost sign": ("the sign in line {line}: {text}", "het teken in regel {line}: {text}"),
    "lost foreign terms": ("{n:many term} in another language", "{n:many term} in een andere taal"),
    "lost inflections": (
        "the inflections of {n:many term}: only the form as written is found there",
        "de verbuigingen van {n:many term}: daar wordt alleen de geschreven vorm gevonden",
    ),
    "lost beginnings": (
        "what comes before the word in {n:many term}: LIWC allows * at the end only",
        "wat voor het woord staat in {n:many term}: LIWC kent * alleen aan het eind",
    ),
    "lost negation": ("marks of what is denied: {n:number}", "markeringen van wat ontkend wordt: {n:number}"),
    "lost prompts": (
        "marks of answers that a question prompted: {n:number}",
        "markeringen van antwoorden die een vraag uitlokte: {n:number}",
    ),
    "lost decisions": ("decisions on hits: {n:number}", "beslissingen over treffers: {n:number}"),
    "lost reviews": (
        "decisions on hits of the codebook: {n:number}; --count reviewed takes them",
        "beslissingen over treffers van het codeboek: {n:number}; --count reviewed neemt ze mee",
    ),
    "lost rejections": (
        "hits of the codebook that were rejected: {n:number}",
        "verworpen treffers van het codeboek: {n:number}",
    ),
    "lost declined": ("proposals that were declined: {n:number}", "afgewezen voorstellen: {n:number}"),
    "lost notes": ("memos on decisions: {n:number}", "memo's bij beslissingen: {n:number}"),
    "lost unfinished": (
        "codes for which no interview is finished: {n:number} ({codes:commas}); finish some, or take --count machine",
        "codes waarvoor geen interview af is: {n:number} ({codes:commas}); maak er af, of neem --count machine",
    ),
    "lost termless": ("codes without terms: {codes:commas}", "codes zonder termen: {codes:commas}"),
    "lost units": (
        "which passages of a sample {coder} finished: {n:number}",
        "welke passages van een steekproef {coder} afmaakte: {n:number}",
    ),
    "lost summaries": (
        "summaries of the framework matrix: {n:number}",
        "samenvattingen van de raamwerkmatrix: {n:number}",
    ),
    "lost marks": (
        "what was finished in {n:many interview}, of which the description would be longer than {most:number} signs:"
        " {interviews:commas}; when it is imported, they count as not coded",
        "wat af is in {n:many interview}, waarvan de beschrijving langer zou zijn dan {most:number} tekens:"
        " {interviews:commas}; bij het importeren tellen ze als niet gecodeerd",
    ),
    "lost memos": (
        "memos on interviews, persons, codes or nothing: {n:number}",
        "memo's bij interviews, personen, codes of niets: {n:number}",
    ),
    "lost free memos": ("memos on passages without a code: {n:number}", "memo's bij passages zonder code: {n:number}"),
    "lost codes": (
        "codes without codings, and none below them: {n:number}",
        "codes zonder coderingen, ook niet eronder: {n:number}",
    ),
    "lost descriptions": (
        "definitions of codes without codings of their own: {n:number}",
        "definities van codes zonder eigen coderingen: {n:number}",
    ),
    "lost labels": ("labels of codes: {n:number}", "labels van codes: {n:number}"),
    "lost offered": (
        "{n:many coding} with a code that the codebook does not have ({codes:commas}); they go out once study.yaml"
        " names the codebook that has it (codebook: {file})",
        "{n:many coding} met een code die het codeboek niet heeft ({codes:commas}); ze gaan mee zodra study.yaml het"
        " codeboek noemt dat die wel heeft (codebook: {file})",
    ),
    "lost foreign": (
        "{n:many coding} with a code that the codebook does not have ({codes:commas})",
        "{n:many coding} met een code die het codeboek niet heeft ({codes:commas})",
    ),
    "lost speakers": (
        "who speaks in {n:many interview} whose text names no speakers ({interviews:commas})",
        "wie er spreekt in {n:many interview} waarvan de tekst geen sprekers noemt ({interviews:commas})",
    ),
    "lost placeless": ("codings without a place: {n:number}", "coderingen zonder plaats: {n:number}"),
    "lost same names": (
        "names that several codes have, made distinct: {n:number}",
        "namen die meer codes hebben, onderscheiden gemaakt: {n:number}",
    ),
    "lost texts": ("documents without a text: {n:number}", "documenten zonder tekst: {n:number}"),
    "lost selections": (
        "passages of documents without a text: {n:number}",
        "passages van documenten zonder tekst: {n:number}",
    ),
    "lost code unknown": (
        "codings with a code that the file does not have: {n:number}",
        "coderingen met een code die het bestand niet heeft: {n:number}",
    ),
    "lost uncoded": (
        "passages with neither a code nor a memo: {n:number}",
        "passages zonder code en zonder memo: {n:number}",
    ),
    "lost empty": ("passages without any text: {n:number}", "passages zonder tekst: {n:number}"),
    "lost sources": ("pictures, PDF files and recordings: {n:number}", "beelden, PDF-bestanden en opnamen: {n:number}"),
    "lost journals": ("entries of the journal: {n:number}", "stukken van het dagboek: {n:number}"),
    "lost comments": (
        "comments that are empty or stand beside no text: {n:number}",
        "opmerkingen die leeg zijn of bij geen tekst staan: {n:number}",
    ),
    "lost long comments": (
        "comments longer than a code, taken as memos: {n:number}",
        "opmerkingen langer dan een code, opgevat als memo's: {n:number}",
    ),
    "earlier rows": (
        "{n:number} of {of:many coding} were there already, and the file lacks {stale:many coding} that came in"
        " earlier for {coder} ({files:commas}): {named:commas}. If this file corrects an earlier one, they still"
        " count: take them away on the coding page (bp-qual page), or first go back with bp-qual restore STUDY --day"
        " {day} (which takes back what else was done since, too) and import this file alone. If it is a list of its"
        " own, nothing has to be done",
        "{n:number} van {of:many coding} waren er al, en het bestand mist {stale:many coding} van {coder} van eerder"
        " ({files:commas}): {named:commas}. Verbetert dit bestand een eerder, dan tellen die"
        " nog mee: haal ze weg op de codeerpagina (bp-qual page), of ga eerst terug met bp-qual restore ONDERZOEK --day"
        " {day} (dat neemt ook terug wat er verder sindsdien is gedaan) en importeer alleen dit bestand. Is het een"
        " lijst op zichzelf, dan hoeft er niets",
    ),
    "changed elsewhere": (
        "{n:number} of {of:many coding} were there already, and the file lacks {stale:many coding} of {coder}:"
        " {named:commas}. Where they were deleted or got another code in the other program, they still count here: take"
        " them away on the coding page (bp-qual page). Where they were made here after the export, nothing has to be"
        " done",
        "{n:number} van {of:many coding} waren er al, en het bestand mist {stale:many coding} van {coder}:"
        " {named:commas}. Zijn ze in het andere programma verwijderd of kregen ze er een andere code, dan tellen ze"
        " hier nog mee: haal ze weg op de codeerpagina (bp-qual page). Zijn ze hier na de export gemaakt, dan hoeft er"
        " niets",
    ),
    "coder not in file": (
        "{stale:many coding} of {coder} came in with an earlier {file}, and none of {coder} are in this file:"
        " {named:commas}. Where they were deleted in the other program, they still count here: take them away on the"
        " coding page (bp-qual page). If {coder} codes in another project now, nothing has to be done",
        "{stale:many coding} van {coder}, eerder binnengekomen met {file}; in dit bestand is er geen van {coder}:"
        " {named:commas}. Zijn ze in het andere programma verwijderd, dan tellen ze hier nog mee: haal ze weg op de"
        " codeerpagina (bp-qual page). Codeert {coder} nu in een ander project, dan hoeft er niets",
    ),
    "earlier list": (
        "another {file} was imported on {day}: what that one coded stays, also where this one has another code or no"
        " longer has the row; take such codings away on the coding page (bp-qual page), or first go back with bp-qual"
        " restore STUDY --day {day} (which takes back what else was done since, too) and import again",
        "een andere {file} is geïmporteerd op {day}: wat die codeerde blijft staan, ook waar deze een andere code heeft"
        " of de rij er niet meer in staat; haal zulke coderingen weg op de codeerpagina (bp-qual page), of ga eerst"
        " terug met bp-qual restore ONDERZOEK --day {day} (dat neemt ook terug wat er verder sindsdien is"
        " gedaan) en importeer opnieuw",
    ),
    "memos kept": (
        "memos on an interview, a person, a code or the whole study, kept with those of the coder: {n:number}",
        "memo's bij een interview, een persoon, een code of het hele onderzoek, bewaard bij die van de codeur:"
        " {n:number}",
    ),
    "lost memos of others": (
        "memos on no passage, of somebody whose codings were not taken: {n:number} ({names:commas})",
        "memo's die bij geen passage horen, van iemand van wie geen coderingen zijn genomen: {n:number}"
        " ({names:commas})",
    ),
    "lost all memos": ("memos on codings: {n:number}", "memo's bij coderingen: {n:number}"),
    "lost dots": (
        "names with a dot in them, replaced by the id of the code: {n:number}",
        "namen met een punt erin, vervangen door de id van de code: {n:number}",
    ),
    "lost files": (
        "files of the folder without codings that were taken: {n:number} ({names:some})",
        "bestanden uit de map waaruit geen coderingen zijn overgenomen: {n:number} ({names:some})",
    ),
    "lost variables": (
        "the variables {names:commas} of cases and documents; what describes persons belongs in persons.csv",
        "de variabelen {names:commas} van cases en documenten; wat personen beschrijft hoort in persons.csv",
    ),
    "lost links": ("links: {n:number}", "koppelingen: {n:number}"),
    "lost graphs": ("diagrams: {n:number}", "schema's: {n:number}"),
    "lost sub-codes": ("places of sub-codes: {n:number}", "plaatsen van subcodes: {n:number}"),
}

# fields and kinds of terms that are counted there: singular and plural
_FIELDS: dict[str, tuple[Bilingual, Bilingual]] = {
    "definition": (("definition", "definitie"), ("definitions", "definities")),
    "include": (("'include' text", "'include'-tekst"), ("'include' texts", "'include'-teksten")),
    "exclude": (("'exclude' text", "'exclude'-tekst"), ("'exclude' texts", "'exclude'-teksten")),
    "examples": (("example", "voorbeeld"), ("examples", "voorbeelden")),
    "counterexamples": (("counterexample", "tegenvoorbeeld"), ("counterexamples", "tegenvoorbeelden")),
    "terms": (("term", "term"), ("terms", "termen")),
    "unless": (("'unless' term", "'unless'-term"), ("'unless' terms", "'unless'-termen")),
    "negated": (("'negated: drop'", "'negated: drop'"), ("'negated: drop'", "'negated: drop'")),
    "label": (
        ("label in another language", "label in een andere taal"),
        ("labels in other languages", "labels in andere talen"),
    ),
    "colour": (("colour", "kleur"), ("colours", "kleuren")),
    "guid": (
        ("id of another program", "id van een ander programma"),
        ("ids of another program", "id's van een ander programma"),
    ),
    "folder": (("mark of a heading", "markering als kop"), ("marks of headings", "markeringen als kop")),
    "regex": (("regex term", "regex-term"), ("regex terms", "regex-termen")),
    "tokens": (("tokens term", "tokens-term"), ("tokens terms", "tokens-termen")),
    "near": (("near term", "near-term"), ("near terms", "near-termen")),
}
LOST |= COUNTING | LISTS
LOST |= {
    f"lost {field} {number}": (f"{{n:number}} {text[0]}", f"{{n:number}} {text[1]}")
    for field, texts in _FIELDS.items()
    for number, text in zip(("one", "many"), texts, strict=True)
}

CODEBOOK: dict[str, Bilingual] = {
    # a new version
    "same": ("the meaning is the same", "de betekenis is dezelfde"),
    "renamed": ("another name or version, the same meaning", "een andere naam of versie, dezelfde betekenis"),
    "kind_added": ("added", "nieuw"),
    "kind_removed": ("removed", "weg"),
    "kind_renamed": ("renamed", "hernoemd"),
    "kind_merged": ("merged", "samengevoegd"),
    "kind_split": ("split", "gesplitst"),
    "kind_moved": ("moved", "verplaatst"),
    "kind_redefined": ("redefined", "omschrijving"),
    "kind_terms": ("terms", "termen"),
    "kind_unless": ("unless", "unless"),
    "kind_negated": ("negated", "negated"),
    "kind_examples": ("examples", "voorbeelden"),
    "kind_relabelled": ("relabelled", "label"),
    "in_study": ("In this study:", "In dit onderzoek:"),
    "mentions": ("{old} -> {new:many mention}", "{old} -> {new:many mention}"),
    "change_differs": ("change of {code} differs for {persons}", "de verandering van {code} is anders bij {persons}"),
    "unaffected": ("no coding is affected", "voor geen codering maakt het uit"),
    # a code
    "found_by": ("found by: {terms}", "gevonden door: {terms}"),
    "except_in": ("except in: {terms}", "behalve in: {terms}"),
    # codings carried over
    "carried": (
        "{n:many coding} carried over, {recode:number} to be recoded by a person",
        "{n:many coding} overgenomen, {recode:number} opnieuw te coderen door een mens",
    ),
    "doubles": (
        "{n:number} became duplicates through a merge and are kept separately",
        "{n:number} dubbel geworden door een samenvoeging en apart bewaard",
    ),
    "automatic": (
        "{n:many automatic coding}: to be made again with the new codebook",
        "{n:many automatic coding}: opnieuw te maken met het nieuwe codeboek",
    ),
    "rejected": (
        "{n:many row} rejected or only suggested: no coding, and kept separately",
        "{n:many row} afgewezen of alleen voorgesteld: geen codering, en apart bewaard",
    ),
    "was_split": ("was split", "is gesplitst"),
    "was_removed": ("was removed", "is weggevallen"),
    "was_unknown": ("is not a code of the old version", "is geen code van de oude versie"),
    "came_along": (
        "came with {code}, which no longer belongs to it: keep the row only if it holds by itself",
        "kwam mee met {code}, die er niet meer onder valt: houd de rij alleen als ze op zichzelf klopt",
    ),
    **THEME_WORDS,
}
