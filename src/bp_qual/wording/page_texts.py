"""What the coding page says. Its gaps are filled in the browser, so they hold names only."""

from __future__ import annotations

from bp_qual.wording.page_help_texts import PAGE_HELP
from bp_qual.wording.page_next_texts import PAGE_NEXT
from bp_qual.wording.page_trail_texts import PAGE_TRAIL
from bp_qual.wording.texts import LANGUAGES, TEXTS, Bilingual

PAGE: dict[str, Bilingual] = {
    # everywhere
    "language": ("en", "nl"),
    "title": ("Coding by hand", "Coderen met de hand"),
    "skip": ("Skip to the interview", "Naar het interview"),
    "start": ("All interviews", "Alle interviews"),
    "coder": ("coder: {coder}", "codeur: {coder}"),
    "saved": ("saved", "opgeslagen"),
    "saving": ("saving {n}", "bezig met opslaan: {n}"),
    "unsent": ("not saved yet: {n}", "nog niet opgeslagen: {n}"),
    "gone": (
        "bp-qual page no longer answers: start it again. Until then nothing else can be opened; this tab goes on by"
        " itself, or says what to open.",
        "bp-qual page antwoordt niet meer: start het opnieuw. Tot dan kan er niets anders geopend worden; dit tabblad"
        " gaat vanzelf verder, of zegt wat je moet openen.",
    ),
    "locked": (
        "bp-qual page was started anew, and this tab is of the time before. Open the new address that it told, in this"
        " browser: after that this tab goes on by itself.",
        "bp-qual page is opnieuw gestart, en dit tabblad is van daarvoor. Open in deze browser het nieuwe adres dat het"
        " noemde: daarna gaat dit tabblad vanzelf verder.",
    ),
    "kept_in_tab": (
        "What you did is kept in this tab and is saved then: {n}.",
        "Wat je deed blijft in dit tabblad bewaard en wordt dan opgeslagen: {n}.",
    ),
    "kept_here": (
        "What was saved before stays saved. Kept in this tab until you try again: {n}.",
        "Wat al was opgeslagen, blijft opgeslagen. In dit tabblad bewaard tot je het opnieuw probeert: {n}.",
    ),
    "changed_elsewhere": (
        "You changed something here in another window: this is how it is now.",
        "Je veranderde hier iets in een ander venster: zo staat het er nu.",
    ),
    "codebook_anew": (
        "The codebook was changed on disk: this is version {version} now, and the page works with it.",
        "Het codeboek is op schijf veranderd: dit is nu versie {version}, en de pagina werkt daarmee.",
    ),
    "restart": (
        "Changed on disk: {files}. Start bp-qual page again to work with that.",
        "Op schijf veranderd: {files}. Start bp-qual page opnieuw om daarmee te werken.",
    ),
    "not_saved": ("Not saved: {why}", "Niet opgeslagen: {why}"),
    "read_only": (
        "Nothing can be saved, so the page only reads: {why}",
        "Er kan niets worden opgeslagen, dus de pagina is alleen om te lezen: {why}",
    ),
    "read_only_state": ("read only", "alleen lezen"),
    "retry": ("Try again", "Probeer opnieuw"),
    "codebook_changed": (
        "The codebook has changed ({version}). What was done with the version before is not saved: {n}.",
        "Het codeboek is veranderd ({version}). Wat met de vorige versie gedaan is, is niet opgeslagen: {n}.",
    ),
    "send_anyway": ("Save them with this version", "Met deze versie opslaan"),
    "refused": ("Not saved: {n}.", "Niet opgeslagen: {n}."),
    "too_long": (
        "This text is too long to save: shorten it to less than about a million characters, or divide it.",
        "Deze tekst is te lang om op te slaan: kort hem in tot minder dan ongeveer een miljoen tekens, of splits hem.",
    ),
    "store_full": (
        "The browser has no room to keep what is not saved yet: leave this tab open until it says “saved” above.",
        "De browser kan niet bewaren wat nog niet is opgeslagen: laat dit tabblad open tot er ‘opgeslagen’ staat.",
    ),
    "drop_refused": ("Drop what was not saved", "Laat vervallen wat niet is opgeslagen"),
    "drop_unsent": ("Drop them", "Laat ze vervallen"),
    "failed": ("That did not work: {why}", "Dat lukte niet: {why}"),
    "theme": ("Light or dark", "Licht of donker"),
    "help": ("Keys", "Toetsen"),
    "close": ("Close", "Sluiten"),
    "cancel": ("Cancel", "Annuleren"),
    "save": ("Save", "Opslaan"),
    # the study
    "person": ("person", "persoon"),
    "word_one": ("{n} word", "{n} woord"),
    "word_many": ("{n} words", "{n} woorden"),
    "hit_one": ("{n} hit", "{n} treffer"),
    "hit_many": ("{n} hits", "{n} treffers"),
    "decided": ("{n} reviewed", "{n} nagekeken"),
    "coded": ("{n} coded by you", "{n} door jou gecodeerd"),
    "done": ("done", "klaar"),
    "card_but_for": ("done, but not for {codes}", "klaar, maar niet voor {codes}"),
    "study_but_for": (
        "Done, but not for {codes}: {n}. Open each of them, look for that, and mark it as done again (d). Until then it"
        " is not counted there.",
        "Klaar, maar niet voor {codes}: {n}. Open ze, zoek daarnaar, en markeer ze weer als klaar (d). Tot dan telt"
        " het daar niet mee.",
    ),
    "outdated": (
        "{code} was redefined; {what} older than that ({versions}). Check whether what was coded still fits",
        "{code} is anders omschreven; {what} van daarvoor ({versions}). Kijk na of wat er gecodeerd is nog klopt",
    ),
    "outdated_merged": (
        "{code} was merged with another code or redefined; {what} older than that ({versions}). Check whether what was"
        " coded still fits",
        "{code} is samengevoegd met een andere code of anders omschreven; {what} van daarvoor ({versions}). Kijk na of"
        " wat er gecodeerd is nog klopt",
    ),
    "outdated_coding_one": ("{n} coding is", "{n} codering is"),
    "outdated_coding_many": ("{n} codings are", "{n} coderingen zijn"),
    "outdated_decision_one": ("{n} decision on a hit is", "{n} besluit over een treffer is"),
    "outdated_decision_many": ("{n} decisions on hits are", "{n} besluiten over treffers zijn"),
    "outdated_button": ("It still fits", "Het klopt nog"),
    "outdated_fits": ("What was coded as {code} still fits", "Wat gecodeerd is als {code}, klopt nog"),
    "not_shown": ("Nothing to show here", "Hier valt niets te tonen"),
    "not_interviewed": ("not interviewed", "niet geïnterviewd"),
    "not_read": ("could not be read", "kon niet gelezen worden"),
    "next": ("Go on with {interview}", "Verder met {interview}"),
    "all_done": ("Every interview is done.", "Alle interviews zijn klaar."),
    "look_at": ("To look at: {n}", "Om naar te kijken: {n}"),
    "progress_one": ("{done} of {n} interview done", "{done} van {n} interview klaar"),
    "progress_many": ("{done} of {n} interviews done", "{done} van de {n} interviews klaar"),
    "review_terms": ("Review term by term", "Per term nakijken"),
    "memos": ("Memos", "Memo's"),
    # an interview
    "talk_of": ("Interview {interview}", "Interview {interview}"),
    "numbered_wave": TEXTS["numbered_wave"],
    "other_wave": ("Other wave: {wave}", "Andere ronde: {wave}"),
    "show_other": ("Other wave", "Andere ronde"),
    "no_other": ("This person was interviewed in one wave only.", "Deze persoon is maar in één ronde geïnterviewd."),
    "mark_done": ("Mark as done", "Markeer als klaar"),
    "mark_undone": ("Open again", "Heropen"),
    "done_open": (
        "Not decided: {n}. What is not rejected counts with count reviewed; with human no hit counts.",
        "Niet besloten: {n}. Wat niet is afgewezen telt mee bij count reviewed; bij human telt geen treffer.",
    ),
    "done_within": (
        "In passages that you coded so yourself, and counted once with those: {n}.",
        "In passages die je zelf zo codeerde, en daarmee één keer geteld: {n}.",
    ),
    "done_but_for": (
        "Done, but not for {codes}. Look for that here, then press d: until then it is not counted here.",
        "Klaar, maar niet voor {codes}. Zoek dat hier nog, en druk dan op d: tot dan telt het hier niet mee.",
    ),
    "undo": ("Undo", "Ongedaan maken"),
    "redo": ("Redo", "Opnieuw doen"),
    "search": ("Search", "Zoeken"),
    "search_hint": ("words, in all their forms", "woorden, in alle vormen"),
    "found": ("found: {n}", "gevonden: {n}"),
    "nothing_found": ("Nothing was found.", "Niets gevonden."),
    "unknown_speaker": ("speaker unknown", "spreker onbekend"),
    "file_changed": (
        "The file of this interview was changed: the page shows it anew. What you did before is kept, and stands at its"
        " words as far as they are there.",
        "Het bestand van dit interview is veranderd: de pagina toont het opnieuw. Wat je eerder deed is bewaard, en"
        " staat bij de woorden waar het om ging voor zover die er zijn.",
    ),
    "file_edited": (
        "The file of this interview was changed after you marked it as done. Look at what is new, open it again and"
        " mark it as done again.",
        "Het bestand van dit interview is veranderd nadat je het als klaar markeerde. Kijk wat er nieuw is, heropen het"
        " en markeer het weer als klaar.",
    ),
    "file_unreadable": (
        "The file of this interview cannot be read now, so this is how it was. {why}",
        "Het bestand van dit interview kan nu niet gelezen worden; zo was het. {why}",
    ),
    "lost": (
        "Codings that have lost their place, because the interview was edited: {n}",
        "Coderingen die hun plaats kwijt zijn, doordat het interview is bewerkt: {n}",
    ),
    # the code and the mark in focus
    "beside": ("Beside the interview", "Naast het interview"),
    "lists": ("Lists", "Lijsten"),
    "chip": ("{code}, marks: {n} ({states})", "{code}, markeringen: {n} ({states})"),
    "chip_part": ("{decided} of {n} decided", "{decided} van {n} besloten"),
    "status_human": ("coded by you", "door jou gecodeerd"),
    "code_in_focus": ("Code in focus", "Code in beeld"),
    "no_code": (
        "Choose a code or a mark to see what it means.",
        "Kies een code of markering om te zien wat die betekent.",
    ),
    "definition": ("Definition", "Definitie"),
    "include": ("Include", "Wel"),
    "exclude": ("Exclude", "Niet"),
    "examples": ("Examples", "Voorbeelden"),
    "counterexamples": ("Not an example", "Geen voorbeeld"),
    "mark_in_focus": ("Mark in focus", "Markering in beeld"),
    "no_mark": (
        "Nothing is in focus. n goes to the next hit that nobody has decided on.",
        "Er is niets in beeld. n gaat naar de volgende treffer waarover nog niets besloten is.",
    ),
    "by_coder": ("coded by you, {at}", "door jou gecodeerd, {at}"),
    "by_codebook": ("found by the codebook", "gevonden door het codeboek"),
    "term": ("term: {term}", "term: {term}"),
    "rule_lemma": ("rule: all forms of the word", "regel: alle vormen van het woord"),
    "rule_phrase": ("rule: phrase, its words inflected", "regel: woordgroep, ook vervoegd"),
    "rule_wildcard": ("rule: beginning or end of a word", "regel: begin of eind van een woord"),
    "rule_compound": ("rule: the word and its compounds", "regel: het woord en zijn samenstellingen"),
    "rule_exact": ("rule: exactly as written", "regel: precies zo geschreven"),
    "rule_regex": ("rule: regular expression", "regel: reguliere expressie"),
    "rule_tokens": ("rule: token pattern", "regel: tokenpatroon"),
    "rule_near": ("rule: close to each other", "regel: dicht bij elkaar"),
    "cue": ("denied by: {cue}", "ontkend door: {cue}"),
    "prompted": ("the question used a term of this code", "de vraag bevatte een term van deze code"),
    "status_auto": ("not decided", "nog niet besloten"),
    "status_accepted": ("accepted", "aanvaard"),
    "status_rejected": ("rejected", "afgewezen"),
    "accept": ("Accept", "Aanvaarden"),
    "reject": ("Reject", "Afwijzen"),
    "clear": ("Take decision back", "Besluit terugnemen"),
    "remove": ("Remove coding", "Codering weghalen"),
    "memo": ("Memo", "Memo"),
    "quotes": ("Quotes", "Citaten"),
    "quotes_here": ("Quotes of this code, both waves", "Citaten bij deze code, beide rondes"),
    "no_quotes": ("No quotes from this person yet.", "Nog geen citaten van deze persoon."),
    # coding
    "choose_code": ("Code the selection", "Codeer de selectie"),
    "filter": ("Type part of a code", "Typ een deel van een code"),
    "new_code": ("New code: {label}", "Nieuwe code: {label}"),
    "new_code_title": ("New code", "Nieuwe code"),
    "code_id": ("id (letters, digits, - and _)", "id (letters, cijfers, - en _)"),
    "code_label": ("label", "label"),
    "code_definition": ("definition", "definitie"),
    "code_parent": ("under", "onder"),
    "no_parent": ("(no code above it)", "(geen code erboven)"),
    "add_code": ("Add to the codebook file", "Toevoegen aan het codeboek"),
    "recent": ("Recent", "Recent"),
    "no_such_code": ("There is no code of that name.", "Er is geen code met die naam."),
    "interviewer_words": (
        "What the interviewer says is not coded. Select in an answer.",
        "Wat de interviewer zegt wordt niet gecodeerd. Selecteer in een antwoord.",
    ),
    "select_here": (
        "That is another interview: open it to code in it.",
        "Dat is een ander interview: open het om erin te coderen.",
    ),
    "select_first": ("Select something first.", "Selecteer eerst iets."),
    "one_answer": (
        "A passage lies within one answer of a respondent.",
        "Een passage ligt binnen één antwoord van een respondent.",
    ),
    "added": ("{code}: {quote}", "{code}: {quote}"),
    "coded_already": ("already coded: {code}", "al gecodeerd: {code}"),
    "no_recent": (
        "Key {n} has no code yet; c opens the list.",
        "Toets {n} heeft nog geen code; c opent de lijst.",
    ),
    "code_gone": (
        "‘{code}’ is not in the codebook any more, so nothing was coded; c opens the list.",
        "‘{code}’ staat niet meer in het codeboek, dus er is niets gecodeerd; c opent de lijst.",
    ),
    "no_hit_here": (
        "No hit is in focus; n goes to the next.",
        "Er is geen treffer in beeld; n gaat naar de volgende.",
    ),
    "hit_stays": ("A hit is rejected with x.", "Een treffer wijs je af met x."),
    "removed": ("removed: {code}", "weggehaald: {code}"),
    "accepted_hit": ("accepted: {quote}", "aanvaard: {quote}"),
    "rejected_hit": ("rejected: {quote}", "afgewezen: {quote}"),
    "no_more_hits": ("No hit is left to decide on here.", "Hier zijn geen treffers meer om over te besluiten."),
    "code_made": (
        "‘{code}’ is in the codebook now, version {version}",
        "‘{code}’ staat nu in het codeboek, versie {version}",
    ),
    "edge_stays": (
        "That end goes no further: a passage is at least a word, within one answer.",
        "Dat eind gaat niet verder: een passage is minstens een woord, binnen één antwoord.",
    ),
    "selected": ("selected: {quote}", "geselecteerd: {quote}"),
    # terms
    "terms_title": ("Terms and their hits", "Termen en hun treffers"),
    "head_code": ("code", "code"),
    "head_term": ("term", "term"),
    "head_hits": ("hits", "treffers"),
    "head_open": ("not decided", "nog te besluiten"),
    "head_accepted": ("accepted", "aanvaard"),
    "head_rejected": ("rejected", "afgewezen"),
    "hits_of": ("Hits of '{term}' for {code}", "Treffers van '{term}' bij {code}"),
    "all": ("All", "Alle"),
    "accept_ticked": ("Accept {n} ticked", "{n} aangevinkte aanvaarden"),
    "reject_ticked": ("Reject {n} ticked", "{n} aangevinkte afwijzen"),
    "offer": (
        "These rejected hits would not be found if the codebook had, under this code (nothing is changed for you):",
        "Deze afgewezen treffers zouden niet gevonden worden als in het codeboek bij deze code stond (er wordt niets"
        " voor jou veranderd):",
    ),
    # memos
    "memo_about": ("About", "Over"),
    "about_mark": ("this mark", "deze markering"),
    "about_turn": ("this turn", "deze beurt"),
    "about_person": ("person {person}", "persoon {person}"),
    "about_code": ("code {code}", "code {code}"),
    "about_study": ("the study", "het onderzoek"),
    "about_interview": ("interview {interview}", "interview {interview}"),
    "memos_file": ("all memos as a file (.csv)", "alle memo's als bestand (.csv)"),
    "no_memos": ("No memos yet.", "Nog geen memo's."),
    "memo_kept": (
        "What you wrote is kept: m shows it again.",
        "Wat je schreef is bewaard: m toont het weer.",
    ),
    "memo_text": ("Text of the memo", "Tekst van de memo"),
    "delete": ("Delete", "Verwijderen"),
    # the recording
    "recording": ("Recording", "Opname"),
    "listen_from": ("listen from {time}", "luister vanaf {time}"),
    "no_recording": ("There is no recording of this interview.", "Van dit interview is er geen opname."),
    "recording_failed": (
        "This recording cannot be played: its file is gone, or of a kind that the browser does not know.",
        "Deze opname is niet af te spelen: het bestand is weg, of van een soort die de browser niet kent.",
    ),
    # coding blind
    "blind_title": ("Coding blind", "Blind coderen"),
    "blind_progress_one": ("{done} of {n} passage done", "{done} van {n} passage klaar"),
    "blind_progress_many": ("{done} of {n} passages done", "{done} van de {n} passages klaar"),
    "all_units_done": ("Every passage is done.", "Alle passages zijn klaar."),
    "unit_of": ("Passage {n} of {all}", "Passage {n} van {all}"),
    "next_unit": ("Go on with passage {n} of {all}", "Verder met passage {n} van {all}"),
    "role_interviewer": ("question", "vraag"),
    "role_respondent": ("to code", "te coderen"),
    "role_other": ("around it", "eromheen"),
    "first_unit": ("This is the first passage.", "Dit is de eerste passage."),
    "key_passages": ("next passage to code, and the one before", "volgende te coderen passage, en de vorige"),
    "key_done_blind": ("mark the passage as done and go on", "markeer de passage als klaar en ga verder"),
    "blind_no_code": (
        "No code is added while coding blind: that would change what the others code with.",
        "Bij blind coderen komt er geen code bij: dan zouden de anderen met iets anders coderen.",
    ),
    "blind_no_mark": (
        "Nothing is in focus. d marks the passage as done and goes on, n goes on without.",
        "Er is niets in beeld. d markeert de passage als klaar en gaat verder, n gaat verder zonder dat.",
    ),
    # what coders judged differently
    "settle": ("Settle", "Verschillen"),
    "settle_how": (
        "Compared is what each coded or accepted, whatever you count elsewhere, as bp-qual agree does. A hit that"
        " somebody did not decide on is not marked here, though it counts with --count reviewed. Below is what {coders}"
        " judged differently. What you decide together stands for all of you (bp-qual compare --coder all) and is"
        " kept as the work of the coder agreed.",
        "Vergeleken is wat ieder codeerde of aanvaardde, wat je elders ook telt, zoals bp-qual agree doet. Een treffer"
        " waarover iemand niet besloot is hier niet gemarkeerd, al telt hij mee bij --count reviewed. Hieronder staat"
        " wat {coders} verschillend beoordeelden. Wat jullie samen beslissen, geldt voor jullie allen (bp-qual compare"
        " --coder all) en wordt bewaard als het werk van de codeur agreed.",
    ),
    "settle_below": (
        "Not {code} also takes out what the codebook found here for {codes}, unless you agree on that.",
        "Niet {code} haalt ook weg wat het codeboek hier vond voor {codes}, tenzij jullie het daarover eens zijn.",
    ),
    "settle_nobody": ("Fewer than two persons coded this study.", "Minder dan twee personen codeerden deze studie."),
    "settle_undo": (
        "A decision here is changed, not undone: choose the other answer.",
        "Een beslissing verander je hier door het andere antwoord te kiezen; ongedaan maken kan niet.",
    ),
    "settle_left": ("{left} of {all} not settled", "{left} van {all} niet opgelost"),
    "settle_apart": ("{coder}: {why}", "{coder}: {why}"),
    "settle_found": ("{coder}: found", "{coder}: gevonden"),
    "settle_not_found": ("{coder}: not found", "{coder}: niet gevonden"),
    "settle_yes": ("It is {code}", "Dit is {code}"),
    "settle_no": ("It is not {code}", "Dit is niet {code}"),
    # the framework matrix
    "matrix": ("Framework matrix", "Raamwerkmatrix"),
    "matrix_how": (
        "What you make of what a person said in a wave. bp-qual framework puts it in the matrix for Excel or Word. What"
        " is filled in there comes back here when you run bp-qual framework again: with the only coder, or with the one"
        " named by --coder or in study.yaml.",
        "Wat je opmaakt uit wat een persoon in een ronde zei. bp-qual framework zet het in de matrix in Excel of Word."
        " Wat je daar invult, komt hier terug als je bp-qual framework nog eens uitvoert: bij de enige codeur, of bij"
        " wie met --coder of in study.yaml genoemd is.",
    ),
    "summary": ("summary", "samenvatting"),
    "summary_of": ("summary of {person}, {wave}", "samenvatting van {person}, {wave}"),
    "cell_stale": ("the quotes have changed since", "de citaten zijn sindsdien veranderd"),
    "cell_both": (
        "changed in two places: both texts are here",
        "op twee plaatsen geschreven: beide teksten staan hier",
    ),
    "no_quotes_here": ("no quotes", "geen citaten"),
    **PAGE_HELP,
    **PAGE_NEXT,
    **PAGE_TRAIL,
}  # fmt: skip


def say_page(language: str) -> dict[str, str]:
    """Return every text of the page in one language.

    >>> say_page("nl")["saved"]
    'opgeslagen'
    """
    chosen = LANGUAGES.index(language) if language in LANGUAGES else 0
    return {name: texts[chosen] for name, texts in PAGE.items()}
