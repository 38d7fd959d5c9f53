"""The texts themselves: English and Dutch side by side, so that one is not changed without the other."""

from __future__ import annotations

Bilingual = tuple[str, str]  # English, Dutch
LANGUAGES = ("en", "nl")

TEXTS: dict[str, Bilingual] = {
    # counted things
    "person_one": ("{n} person", "{n} persoon"),
    "person_many": ("{n} persons", "{n} personen"),
    "interview_one": ("{n} interview", "{n} interview"),
    "interview_many": ("{n} interviews", "{n} interviews"),
    "word_one": ("{n} word", "{n} woord"),
    "word_many": ("{n} words", "{n} woorden"),
    "dropout_one": ("{n} dropout", "{n} uitvaller"),
    "dropout_many": ("{n} dropouts", "{n} uitvallers"),
    "entrant_one": ("{n} entrant", "{n} instromer"),
    "entrant_many": ("{n} entrants", "{n} instromers"),
    "changed person_one": ("{n} changed person", "{n} veranderde persoon"),
    "changed person_many": ("{n} changed persons", "{n} veranderde personen"),
    "summary_one": ("{n} summary", "{n} samenvatting"),
    "summary_many": ("{n} summaries", "{n} samenvattingen"),
    "marked passage_one": ("{n} marked passage", "{n} gemarkeerde passage"),
    "marked passage_many": ("{n} marked passages", "{n} gemarkeerde passages"),
    "coder_one": ("{n} coder", "{n} codeur"),
    "coder_many": ("{n} coders", "{n} codeurs"),
    "passage_one": ("{n} passage", "{n} passage"),
    "passage_many": ("{n} passages", "{n} passages"),
    "wave_one": ("{n} wave", "{n} ronde"),
    "wave_many": ("{n} waves", "{n} rondes"),
    "code_one": ("{n} code", "{n} code"),
    "code_many": ("{n} codes", "{n} codes"),
    "problem_one": ("{n} problem", "{n} probleem"),
    "problem_many": ("{n} problems", "{n} problemen"),
    "note_one": ("{n} note", "{n} opmerking"),
    "note_many": ("{n} notes", "{n} opmerkingen"),
    "mention_one": ("{n} mention", "{n} vermelding"),
    "mention_many": ("{n} mentions", "{n} vermeldingen"),
    "head_mention_one": ("{n} mention by {persons}", "{n} vermelding door {persons}"),
    "head_mention_many": ("{n} mentions by {persons}", "{n} vermeldingen door {persons}"),
    "coding_one": ("{n} coding", "{n} codering"),
    "coding_many": ("{n} codings", "{n} coderingen"),
    "decision_one": ("{n} decision", "{n} beslissing"),
    "decision_many": ("{n} decisions", "{n} beslissingen"),
    "hit_one": ("{n} hit", "{n} treffer"),
    "hit_many": ("{n} hits", "{n} treffers"),
    "memo_one": ("{n} memo", "{n} memo"),
    "memo_many": ("{n} memos", "{n} memo's"),
    "automatic coding_one": ("{n} automatic coding", "{n} automatische codering"),
    "automatic coding_many": ("{n} automatic codings", "{n} automatische coderingen"),
    "change_one": ("{n} change", "{n} verschil"),
    "change_many": ("{n} changes", "{n} verschillen"),
    "term_one": ("{n} term", "{n} term"),
    "term_many": ("{n} terms", "{n} termen"),
    "error_one": ("{n} error", "{n} fout"),
    "error_many": ("{n} errors", "{n} fouten"),
    "warning_one": ("{n} warning", "{n} waarschuwing"),
    "warning_many": ("{n} warnings", "{n} waarschuwingen"),
    "cell_one": ("{n} cell", "{n} cel"),
    "cell_many": ("{n} cells", "{n} cellen"),
    "heading_one": ("{n} heading", "{n} kop"),
    "heading_many": ("{n} headings", "{n} koppen"),
    "file_one": ("{n} file", "{n} bestand"),
    "file_many": ("{n} files", "{n} bestanden"),
    "turn_one": ("{n} turn", "{n} beurt"),
    "turn_many": ("{n} turns", "{n} beurten"),
    "cue_one": ("{n} cue", "{n} ondertitel"),
    "cue_many": ("{n} cues", "{n} ondertitels"),
    "place_one": ("{n} place", "{n} plaats"),
    "place_many": ("{n} places", "{n} plaatsen"),
    "disagreement_one": ("{n} disagreement", "{n} verschil"),
    "disagreement_many": ("{n} disagreements", "{n} verschillen"),
    "row_one": ("{n} row", "{n} rij"),
    "row_many": ("{n} rows", "{n} rijen"),
    "character_one": ("{n} character", "{n} teken"),
    "character_many": ("{n} characters", "{n} tekens"),
    "control character_one": ("{n} control character was", "{n} stuurteken is"),
    "control character_many": ("{n} control characters were", "{n} stuurtekens zijn"),
    "letter_one": ("{n} letter was", "{n} letter is"),
    "letter_many": ("{n} letters were", "{n} letters zijn"),
    "deletion_one": ("{n} deletion under review was", "{n} verwijdering met bijgehouden wijzigingen is"),
    "deletion_many": ("{n} deletions under review were", "{n} verwijderingen met bijgehouden wijzigingen zijn"),
    # change
    "up_of": ("{up} of {n} up", "{up} van {n} meer"),
    "down_of": ("{down} of {n} down", "{down} van {n} minder"),
    "same_of": ("{same} of {n} the same", "{same} van {n} gelijk"),
    "down_same": ("{down} down, {same} same", "{down} minder, {same} gelijk"),
    "up_same": ("{up} up, {same} same", "{up} meer, {same} gelijk"),
    "up_and_down": ("{up} up, {down} down", "{up} meer, {down} minder"),
    "only_in": ("only in {wave}", "alleen in {wave}"),
    "nowhere": ("in neither wave", "in geen van beide rondes"),
    "state_emerged": ("emerged", "opgekomen"),
    "state_faded": ("faded", "verdwenen"),
    "state_intensified": ("intensified", "toegenomen"),
    "state_receded": ("receded", "afgenomen"),
    "state_persisted": ("persisted", "gebleven"),
    "state_sporadic": ("in one wave", "in één ronde"),
    "state_absent": ("absent", "afwezig"),
    "state_not covered": ("not compared", "niet vergeleken"),
    "status_compared": ("compared", "vergeleken"),
    "status_dropout": ("dropout: not interviewed again", "uitvaller: niet opnieuw geïnterviewd"),
    "status_entrant": ("entrant: not interviewed before the later wave", "instromer: pas in de latere ronde"),
    "status_missed a wave": ("missed a wave", "miste een ronde"),
    "status_not read": ("an interview could not be read", "een interview kon niet gelezen worden"),
    "status_not coded": ("coding not finished in both waves", "codering niet af in beide rondes"),
    "status_too little text": ("too little text to compare", "te weinig tekst om te vergelijken"),
    "role_confirmatory": ("confirmatory", "vooraf gepland"),
    "role_exploratory": ("exploratory", "verkennend"),
    "role_unplanned": ("unplanned", "zonder plan"),
    # pictures
    "change_title": ("What changed, {before} to {after}", "Wat er veranderde van {before} naar {after}"),
    "change_note": (
        "How many times as often in {after} as in {before}, {unit}, with its 95% interval;"
        " {n} compared. Filled: clear, also when corrected for many codes; open: uncertain; grey: no clear change.",
        "Hoeveel keer zo vaak in {after} als in {before}, {unit}, met 95%-interval; {n}"
        " vergeleken. Gevuld: duidelijk, ook na de correctie; open: onzeker; grijs: geen duidelijke"
        " verandering.",
    ),
    "head_ratio_text": ("ratio (95%)", "verhouding (95%)"),
    "head_moves": ("persons", "personen"),
    "from_to": ("{before} to {after}", "van {before} naar {after}"),
    "in": ("in", "in"),
    "to": ("to", "tot"),
    "check_examples": (
        "{n} of the codebook's examples fail: the numbers of {codes} are doubtful (bp-qual check).",
        "Voorbeelden in het codeboek die niet kloppen: {n}. De cijfers van {codes} zijn dus onzeker (bp-qual check).",
    ),
    "check_version": (
        "The meaning of the codebook changed since the last run, under the same version: bp-qual check.",
        "De betekenis van het codeboek is sinds de vorige keer veranderd, onder dezelfde versie: bp-qual check.",
    ),
    "check_terms": (
        "These terms can never match: {terms}.",
        "Deze termen kunnen nooit gevonden worden: {terms}.",
    ),
    "check_transcripts": (
        "{n} of {all} transcripts have reading notes: bp-qual check.",
        "Bij {n} van de {all} transcripten staan leesnotities: bp-qual check.",
    ),
    "at_least": ("at least {value}", "minstens {value}"),
    "at_most": ("at most {value}", "hoogstens {value}"),
    "no_limits": ("open on both sides", "naar beide kanten open"),
    "or": ("or", "of"),
    "and_more": ("and {n} more", "en nog {n}"),
    "term_in": ("'{term}' ({wave}, {n:many person})", "'{term}' ({wave}, {n:many person})"),
    "persons_title": ("Each person, {before} to {after}", "Elke persoon van {before} naar {after}"),
    "persons_note": (
        "{measure}; one line a person ({n} compared), dotted their mean; all codes on one scale. Vermilion: more;"
        " blue: less.",
        "{measure}; één lijn per persoon ({n} vergeleken), gestippeld hun gemiddelde; alle codes op één schaal."
        " Oranje: meer; blauw: minder.",
    ),
    "persons_note_own": (
        "{measure}; one line a person ({n} compared), dotted their mean; each code has its own scale. Vermilion:"
        " more; blue: less.",
        "{measure}; één lijn per persoon ({n} vergeleken), gestippeld hun gemiddelde; elke code heeft een eigen"
        " schaal. Oranje: meer; blauw: minder.",
    ),
    "presence_title": ("Who was interviewed when", "Wie wanneer is geïnterviewd"),
    "presence_note": (
        "Words of each respondent. {n}, {both} of them in every wave. A dash: not interviewed.",
        "Woorden van elke respondent. {n}, van wie {both} in alle rondes. Een streepje: niet geïnterviewd.",
    ),
    "heatmap_title": ("Who changed in what, {before} to {after}", "Wie waarin veranderde van {before} naar {after}"),
    "heatmap_note": (
        "Figures: mentions in {before} → {after}. Colour: the change per 1,000 words; vermilion more, blue less,"
        " the deepest from eight times on. A frame: clear in this person's own interviews. Persons"
        " compared only.",
        "Cijfers: vermeldingen in {before} → {after}. Kleur: de verandering per 1.000 woorden; oranje meer, blauw"
        " minder, het diepst vanaf acht keer. Een kader: duidelijk in de interviews van deze persoon zelf."
        " Alleen wie vergeleken is.",
    ),
    "pseudonym_one": ("{n} pseudonym", "{n} pseudoniem"),
    "pseudonym_many": ("{n} pseudonyms", "{n} pseudoniemen"),
    "name_one": ("{n} name", "{n} naam"),
    "name_many": ("{n} names", "{n} namen"),
    "spelling_one": ("{n} spelling", "{n} schrijfwijze"),
    "spelling_many": ("{n} spellings", "{n} schrijfwijzen"),
    "persons_silent_one": ("{n} line is left out: nothing was found.", "{n} lijn ontbreekt: daar is niets gevonden."),
    "persons_silent_many": (
        "{n} lines are left out: nothing was found.",
        "{n} lijnen ontbreken: daar is niets gevonden.",
    ),
    "persons_left_out_one": ("{n} person was not compared.", "{n} persoon is niet vergeleken."),
    "persons_left_out_many": ("{n} persons were not compared.", "{n} personen zijn niet vergeleken."),
    "flows_title": ("From wave to wave", "Van ronde naar ronde"),
    "flows_note": (
        "{measure}: how many persons have each code not at all, some, or much (above the median of those who have it)."
        " {n} with enough words in all waves. Vermilion: more; blue: less.",
        "{measure}: hoeveel personen elke code niet, een beetje of veel hebben (veel: boven de mediaan van wie hem"
        " hebben). {n} met genoeg woorden in alle rondes. Oranje: meer; blauw: minder.",
    ),
    "flow": ("{origin} to {goal} {n}", "van {origin} naar {goal} {n}"),
    "flow_none": ("none", "niet"),
    "flow_some": ("some", "een beetje"),
    "flow_much": ("much", "veel"),
    "timeline_title": ("{code}: where in the interviews", "{code}: waar in de interviews"),
    "timeline_note": (
        "{n} in {m}, each from beginning to end. Thin and dark: an answer to a question in which a term of the same"
        " code was used.",
        "{n} in {m}, elk van begin tot eind. Dun en donker: een antwoord op een vraag waarin een term van dezelfde"
        " code voorkwam.",
    ),
    "beginning": ("beginning", "begin"),
    "end": ("end", "eind"),
    "words_title": (
        "Words found for {code}, {before} to {after}",
        "Gevonden woorden voor {code}, van {before} naar {after}",
    ),
    "words_note": (
        "Per 10,000 words of the compared persons; open {before}, filled {after}; at the right how many times.",
        "Per 10.000 woorden van de vergeleken personen; open {before}, gevuld {after}; rechts hoeveel keer.",
    ),
    "words_left_out_one": ("{n} other word is not drawn.", "{n} ander woord is niet getekend."),
    "words_left_out_many": ("{n} other words are not drawn.", "{n} andere woorden zijn niet getekend."),
    # the Excel file
    "excel_rounded": (
        "Computed numbers are rounded to four digits in this file; the .csv files have all digits.",
        "Berekende getallen zijn in dit bestand afgerond op vier cijfers; de .csv-bestanden hebben alle cijfers.",
    ),
    # the framework matrix
    "matrix_title": ("Framework matrix", "Raamwerkmatrix"),
    "matrix_how": (
        "Write a short summary in the field above the quotes of each person and wave. Quotes and numbers are"
        " renewed each time; what you write in the fields is kept.",
        "Schrijf een korte samenvatting in het veld boven de citaten van elke persoon en ronde. Citaten en"
        " getallen worden telkens opnieuw gemaakt; wat u in de velden schrijft, blijft bewaard.",
    ),
    "matrix_summary": ("summary", "samenvatting"),
    "matrix_quotes": ("quotes", "citaten"),
    "matrix_state": ("status", "status"),
    "matrix_whose": ("Whose quotes these are", "Van wie de citaten zijn"),
    "matrix_machine": ("hits of the codebook, not reviewed", "treffers van het codeboek, niet nagekeken"),
    "matrix_reviewed": ("reviewed by {coder}", "nagekeken door {coder}"),
    "matrix_human": ("coded by {coder}", "gecodeerd door {coder}"),
    "matrix_carried": (
        "Summaries whose person or code no longer exists",
        "Samenvattingen bij een persoon of code die er niet meer is",
    ),
    "matrix_notes": ("Typed outside the fields", "Buiten de velden getypt"),
    "stale": ("the quotes changed after this was written", "de citaten zijn sindsdien veranderd"),
}
