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
    "entrant_one": ("{n} entrant", "{n} instromer"),
    "entrant_many": ("{n} entrants", "{n} instromers"),
    "changed person_one": ("{n} changed person", "{n} veranderde persoon"),
    "changed person_many": ("{n} changed persons", "{n} veranderde personen"),
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
    "status_too little text": ("too little text to compare", "te weinig tekst om te vergelijken"),
    "role_confirmatory": ("confirmatory", "vooraf gepland"),
    "role_exploratory": ("exploratory", "verkennend"),
    "role_unplanned": ("unplanned", "zonder plan"),
    # pictures
    "change_title": ("What changed, {before} to {after}", "Wat er veranderde van {before} naar {after}"),
    "change_note": (
        "How many times as often in {after} as in {before}, {unit}, with its 95% interval (jackknife over"
        " persons); {n} compared. Filled: clear, all codes taken together; open: uncertain; grey: no clear change.",
        "Hoeveel keer zo vaak in {after} als in {before}, {unit}, met 95%-interval (jackknife over personen); {n}"
        " vergeleken. Gevuld: duidelijk, alle codes samen genomen; open: onzeker; grijs: geen duidelijke"
        " verandering.",
    ),
    "head_ratio_text": ("ratio (95%)", "verhouding (95%)"),
    "head_moves": ("persons", "personen"),
    "from_to": ("{before} to {after}", "van {before} naar {after}"),
    "in": ("in", "in"),
    "to": ("to", "tot"),
    "check_examples": (
        "{n} of the codebook's examples fail: the numbers of {codes} are doubtful (bp-qual check).",
        "{n} van de voorbeelden in het codeboek kloppen niet: de cijfers van {codes} zijn onzeker (bp-qual check).",
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
    # the report: frame
    "skip": ("Skip to what changed", "Naar wat er veranderde"),
    "contents": ("Contents", "Inhoud"),
    "section_compared": ("What was compared", "Wat er vergeleken is"),
    "section_changed": ("What changed", "Wat er veranderde"),
    "section_codes": ("Each code, with quotes", "Elke code, met citaten"),
    "section_persons": ("Each person", "Elke persoon"),
    "section_method": ("Methods", "Verantwoording"),
    "section_doubt": ("Limitations", "Beperkingen"),
    "filter": ("Filter", "Filter"),
    "filter_code": ("Code", "Code"),
    "filter_person": ("Person", "Persoon"),
    "filter_on": (
        "Only this is shown; the figures of the group stay as they are:",
        "Alleen dit is te zien; de cijfers van de groep blijven zoals ze zijn:",
    ),
    "all": ("all", "alle"),
    "show_all": ("Show all", "Toon alles"),
    "and": ("and", "en"),
    "yes": ("yes", "ja"),
    "no": ("no", "nee"),
    "code": ("Code", "Code"),
    "person": ("Person", "Persoon"),
    "words": ("Words", "Woorden"),
    "wave": ("wave", "ronde"),
    "head_mentions": ("mentions", "vermeldingen"),
    "word": ("word", "woord"),
    "together": ("together", "samen"),
    "codebook": ("Codebook {name}", "Codeboek {name}"),
    # the report: top
    "who_compared": (
        "Compared from {before} to {after}: {compared} of {n}",
        "Vergeleken van {before} naar {after}: {compared} van {n}",
    ),
    "who_dropout_one": ("{n} was not interviewed in {wave}", "{n} is niet geïnterviewd in {wave}"),
    "who_dropout_many": ("{n} were not interviewed in {wave}", "{n} zijn niet geïnterviewd in {wave}"),
    "who_entrant_one": ("{n} was first interviewed in {wave}", "{n} is in {wave} voor het eerst geïnterviewd"),
    "who_entrant_many": ("{n} were first interviewed in {wave}", "{n} zijn in {wave} voor het eerst geïnterviewd"),
    "who_missed a wave_one": ("{n} missed a wave", "{n} miste een ronde"),
    "who_missed a wave_many": ("{n} missed a wave", "{n} misten een ronde"),
    "who_too little text_one": ("{n} said too little", "{n} zei te weinig"),
    "who_too little text_many": ("{n} said too little", "{n} zeiden te weinig"),
    "who_amount": (
        "In total {interviews}, with {words} by respondents.",
        "In totaal {interviews}, met {words} van respondenten.",
    ),
    "lede_clear": ("A clear change: {codes}.", "Een duidelijke verandering: {codes}."),
    "lede_uncertain": ("Uncertain: {codes}.", "Onzeker: {codes}."),
    "lede_none_one": ("{n} other code shows no clear change", "{n} andere code laat geen duidelijke verandering zien"),
    "lede_none_many": (
        "{n} other codes show no clear change",
        "{n} andere codes laten geen duidelijke verandering zien",
    ),
    "lede_only_one": ("{n} code shows no clear change", "{n} code laat geen duidelijke verandering zien"),
    "lede_only_many": ("{n} codes show no clear change", "{n} codes laten geen duidelijke verandering zien"),
    "lede_untested_one": ("{n} could not be tested", "{n} kon niet worden getoetst"),
    "lede_untested_many": ("{n} could not be tested", "{n} konden niet worden getoetst"),
    "lede_unmentioned_one": (" ({n} of them was not found at all)", " ({n} ervan is niet gevonden)"),
    "lede_unmentioned_many": (" ({n} of them were not found at all)", " ({n} ervan zijn niet gevonden)"),
    "lede_unasked_one": ("{n} was asked for in one wave only", "naar {n} is maar in één ronde gevraagd"),
    "lede_unasked_many": ("{n} were asked for in one wave only", "naar {n} is maar in één ronde gevraagd"),
    "lede_uncoded_one": ("{n} was not coded", "{n} is niet gecodeerd"),
    "lede_uncoded_many": ("{n} were not coded", "{n} zijn niet gecodeerd"),
    "verdicts": ("What the words mean", "Wat de woorden betekenen"),
    "verdict_of_code": ("A code: {rule}.", "Een code: {rule}."),
    "verdict_of_person": ("A person: {rule}.", "Een persoon: {rule}."),
    "lede_trend": (
        "Over all {n} waves, within persons: {codes}.",
        "Over alle {n} rondes, binnen personen: {codes}.",
    ),
    "trend_rise": ("{code} rises ({p})", "{code} stijgt ({p})"),
    "trend_fall": ("{code} falls ({p})", "{code} daalt ({p})"),
    "trend_p": ("p {p}; {adjusted} for {n} codes", "p {p}; {adjusted} voor {n} codes"),
    # the report: what was compared
    "grid_caption": ("Words of each person in each wave", "Woorden van elke persoon in elke ronde"),
    "not_interviewed": ("not interviewed", "niet geïnterviewd"),
    # the report: what changed
    "reading": (
        "For each code: how often it was found in these persons in {before} and in {after}, {unit}, and the ratio of"
        " the two with its interval. A ratio of 1 means as often as before. 'No clear change' does"
        " not mean that nothing changed: look at the width of the interval. Every number links to its quotes.",
        "Per code: hoe vaak die bij deze personen gevonden is in {before} en in {after}, {unit}, en de verhouding"
        " tussen die twee met een interval. Een verhouding van 1 betekent: even vaak als toen. 'Geen duidelijke"
        " verandering' betekent niet dat er niets veranderde: kijk hoe breed het interval is. Elk getal verwijst naar"
        " zijn citaten.",
    ),
    "forest_caption": (
        "{n} compared, {before} to {after}; from the largest rise to the largest fall. Filled dot: clear when all"
        " codes are taken together; open dot: uncertain; grey: no clear change; diamond: found in one"
        " wave only.",
        "{n} vergeleken, van {before} naar {after}; van de grootste stijging naar de grootste daling. Gevulde stip:"
        " duidelijk, alle codes samen genomen; open stip: onzeker; grijs: geen duidelijke verandering; ruit: in één"
        " ronde gevonden.",
    ),
    "head_drawing": ("ratio, drawn", "verhouding, getekend"),
    "head_verdict": ("change", "verandering"),
    "head_p_one": ("p (for {n} code)", "p (voor {n} code)"),
    "head_p_many": ("p (for {n} codes)", "p (voor {n} codes)"),
    "head_p_none": ("p", "p"),
    "look_twice": ("Points to check", "Let op"),
    "back_to_changed": ("Back to what changed", "Terug naar wat er veranderde"),
    # the report: a code
    "part_of": ("part of {code}", "deel van {code}"),
    "definition": ("Definition", "Definitie"),
    "include": ("Counts", "Telt mee"),
    "exclude": ("Does not count", "Telt niet mee"),
    "terms": ("Terms", "Termen"),
    "sentence_interval": (
        "{ratio} times as often in {after} as in {before} (95% interval {low} to {high}; {rate_before} and"
        " {rate_after} {unit}; {persons}: {up} more, {down} less, {same} the same): {verdict}.",
        "{ratio} keer zo vaak in {after} als in {before} (95%-interval {low} tot {high}; {rate_before} en"
        " {rate_after} {unit}; {persons}: {up} meer, {down} minder, {same} gelijk): {verdict}.",
    ),
    "sentence_limit": (
        "{ratio} times as often in {after} as in {before} (95% interval: {limit}; {rate_before} and {rate_after}"
        " {unit}; {persons}: {up} more, {down} less, {same} the same): {verdict}.",
        "{ratio} keer zo vaak in {after} als in {before} (95%-interval: {limit}; {rate_before} en {rate_after}"
        " {unit}; {persons}: {up} meer, {down} minder, {same} gelijk): {verdict}.",
    ),
    "sentence_ratio": (
        "{ratio} times as often in {after} as in {before} ({rate_before} and {rate_after} {unit}; {persons}: {up}"
        " more, {down} less, {same} the same); there is no interval.",
        "{ratio} keer zo vaak in {after} als in {before} ({rate_before} en {rate_after} {unit}; {persons}: {up}"
        " meer, {down} minder, {same} gelijk); een interval is er niet.",
    ),
    "sentence_rates": (
        "{rate_before} {unit} in {before} and {rate_after} in {after} ({persons}: {up} more, {down} less, {same}"
        " the same).",
        "{rate_before} {unit} in {before} en {rate_after} in {after} ({persons}: {up} meer, {down} minder, {same}"
        " gelijk).",
    ),
    "sentence_nobody": (
        "Nobody could be compared between {before} and {after}.",
        "Niemand kon vergeleken worden tussen {before} en {after}.",
    ),
    "words_caption": ("Words that were found, in all interviews", "Gevonden woorden, in alle interviews"),
    "more_words_one": ("and {n} other word ({mentions} times)", "en {n} ander woord ({mentions} keer)"),
    "more_words_many": ("and {n} other words ({mentions} times)", "en {n} andere woorden ({mentions} keer)"),
    "slope_caption": (
        "{measure}, one line a person ({n} compared); dotted: their mean.",
        "{measure}, één lijn per persoon ({n} vergeleken); gestippeld: hun gemiddelde.",
    ),
    "slope_silent_one": ("Not found in {n}: not drawn.", "Bij {n} niet gevonden: niet getekend."),
    "slope_silent_many": ("Not found in {n}: not drawn.", "Bij {n} niet gevonden: niet getekend."),
    "nobody": ("Not found in anybody.", "Bij niemand gevonden."),
    "not_mentioned": ("not found", "niet gevonden"),
    "no_quotes": ("These counts came without texts.", "Bij deze tellingen zijn geen teksten."),
    "negated": ("negated", "ontkend"),
    "prompted": ("answers a question with a term of this code", "antwoord op een vraag met een term van deze code"),
    "note_absent": (
        "Note: {person} was not interviewed in {wave}.",
        "Let op: {person} is niet geïnterviewd in {wave}.",
    ),
    "turn": ("turn {n}", "beurt {n}"),
    "quotes": ("Quotes", "Citaten"),
    "quote_one": ("{n} quote", "{n} citaat"),
    "quote_many": ("{n} quotes", "{n} citaten"),
    "prompted_mark": ("prompted", "op een vraag ernaar"),
    "cell_cut": (
        "{shown} of {n} shown, spread over the interview; all are in codings.csv.",
        "{shown} van {n} getoond, verspreid over het interview; alle staan in codings.csv.",
    ),
    "page_cut": (
        "There are more quotes than fit on one page. At most {most} are shown for each person, code and wave, and"
        " each place says how many there are; codings.csv has all.",
        "Er zijn meer citaten dan er op een pagina passen. Per persoon, code en ronde staan er hoogstens {most}, en"
        " op elke plek staat hoeveel het er zijn; alle staan in codings.csv.",
    ),
    # the report: a person
    "person_wave": ("{words} in {wave}", "{words} in {wave}"),
    "person_absent": ("not interviewed in {wave}", "niet geïnterviewd in {wave}"),
    "person_short": ("Too little text to be compared.", "Te weinig tekst om te vergelijken."),
    "silent": ("Not found: {codes}.", "Niet gevonden: {codes}."),
    "head_trajectory": ("trajectory", "verloop"),
    "head_status": ("why not compared", "waarom niet vergeleken"),
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
    "matrix_carried": (
        "Summaries whose person or code no longer exists",
        "Samenvattingen bij een persoon of code die er niet meer is",
    ),
    "matrix_notes": ("Typed outside the fields", "Buiten de velden getypt"),
    "stale": ("the quotes changed after this was written", "de citaten zijn sindsdien veranderd"),
    # the report: how it was done
    "setting": ("setting", "instelling"),
    "value": ("value", "waarde"),
    "settings": ("Settings and versions", "Instellingen en versies"),
    "hashes": ("Fingerprints of the input (SHA-256)", "Vingerafdrukken van de invoer (SHA-256)"),
    # the report: what to doubt
    "doubt_coder": ("The coding", "De codering"),
    "doubt_unchecked": (
        "The coding is automatic and has not been checked by hand. A change may be a change of words rather than"
        " of themes.",
        "De codering is automatisch en niet met de hand nagekeken. Een verandering kan een verandering van woorden"
        " zijn in plaats van van thema's.",
    ),
    "doubt_tipping_rise": (
        "The rise of {code} would vanish if the terms found the theme {ratio} times as well in {after} as in {before}.",
        "De stijging van {code} zou verdwijnen als de termen het thema in {after} {ratio} keer zo goed vonden als in"
        " {before}.",
    ),
    "doubt_tipping_fall": (
        "The fall of {code} would vanish if the terms found the theme {ratio} times as well in {before} as in {after}.",
        "De daling van {code} zou verdwijnen als de termen het thema in {before} {ratio} keer zo goed vonden als in"
        " {after}.",
    ),
    "doubt_attrition": ("Attrition", "Uitval"),
    "doubt_attrition_text": (
        "These persons are not part of the comparison. If they differ from the others, it says less about the whole"
        " group.",
        "Deze personen zijn niet vergeleken. Verschillen zij van de anderen, dan zegt de vergelijking minder over de"
        " hele groep.",
    ),
    "doubt_leaning": ("Influential persons", "Invloedrijke personen"),
    "doubt_leaning_text": (
        "Without {person} the ratio of {code} would be {without} instead of {ratio}.",
        "Zonder {person} zou de verhouding van {code} {without} zijn in plaats van {ratio}.",
    ),
    "doubt_few": ("Sample size", "Aantal personen"),
    "doubt_few_text": (
        "With {n} only large changes, about a doubling or more, can be detected reliably. A change that was not"
        " found may well exist.",
        "Met {n} zijn alleen grote veranderingen, ongeveer een verdubbeling of meer, betrouwbaar vast te stellen. Een"
        " verandering die niet gevonden is, kan er toch zijn.",
    ),
    "doubt_asked": ("What was asked", "Waarnaar gevraagd is"),
    "doubt_asked_text": (
        "People talk about what they are asked. A theme that the questions raise in one wave and not in the other"
        " will seem to change.",
        "Mensen praten over waar naar gevraagd wordt. Een thema dat de vragen in de ene ronde oproepen en in de"
        " andere niet, lijkt te veranderen.",
    ),
    "doubt_prompted": (
        "Of the mentions, {n}% in {before} and {m}% in {after} answer a question in which a term of the same code was"
        " used.",
        "Van de vermeldingen is {n}% in {before} en {m}% in {after} een antwoord op een vraag waarin een term van"
        " dezelfde code voorkwam.",
    ),
    "doubt_drift": ("Words found in one wave only", "Woorden die maar in één ronde gevonden zijn"),
    "doubt_drift_text": (
        "These words were found in one wave only, in three or more of the compared persons. A new theme, or a new"
        " word for an old one? Read the quotes.",
        "Deze woorden zijn in maar één ronde gevonden, bij drie of meer van de vergeleken personen. Een nieuw"
        " thema, of een nieuw woord voor een oud? Lees de citaten.",
    ),
    "doubt_dropouts": ("Dropouts and completers", "Uitvallers naast blijvers"),
    "doubt_dropouts_text": (
        "What dropouts (persons not interviewed again in {after}) said in {before}, beside what the compared persons"
        " said then ({measure}). Where the two differ much, those who completed the study are not like everybody.",
        "Wat de uitvallers (in {after} niet meer geïnterviewd) in {before} zeiden, naast wat de vergeleken personen"
        " toen zeiden ({measure}). Waar die twee sterk verschillen, zijn de blijvers niet zoals iedereen.",
    ),
    "completers": ("completers", "blijvers"),
    "dropouts": ("dropouts", "uitvallers"),
}
