"""The texts themselves: English and Dutch side by side, so that one is not changed without the other."""

from __future__ import annotations

_BOTH: dict[str, tuple[str, str]] = {
    # counted things
    "person_one": ("{n} person", "{n} persoon"),
    "person_many": ("{n} persons", "{n} personen"),
    "interview_one": ("{n} interview", "{n} interview"),
    "interview_many": ("{n} interviews", "{n} interviews"),
    "word_one": ("{n} word", "{n} woord"),
    "word_many": ("{n} words", "{n} woorden"),
    "code_one": ("{n} code", "{n} code"),
    "code_many": ("{n} codes", "{n} codes"),
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
    "nowhere": ("in neither wave", "in geen van beide golven"),
    "verdict_clear": ("clear change", "duidelijke verandering"),
    "verdict_tentative": ("uncertain", "onzeker"),
    "verdict_none": ("no clear change", "geen duidelijke verandering"),
    "verdict_untested": ("not tested", "niet getoetst"),
    "state_emerged": ("emerged", "opgekomen"),
    "state_faded": ("faded", "verdwenen"),
    "state_intensified": ("intensified", "toegenomen"),
    "state_receded": ("receded", "afgenomen"),
    "state_persisted": ("persisted", "gebleven"),
    "state_sporadic": ("in one wave", "in één golf"),
    "state_absent": ("absent", "afwezig"),
    "state_not covered": ("not compared", "niet vergeleken"),
    "status_compared": ("compared", "vergeleken"),
    "status_dropout": ("dropout: only in the earlier wave", "uitvaller: alleen in de eerdere golf"),
    "status_entrant": ("entrant: only in the later wave", "instromer: alleen in de latere golf"),
    "status_too little text": ("too little text to compare", "te weinig tekst om te vergelijken"),
    "unit_mentions": ("per 1,000 words", "per 1.000 woorden"),
    "unit_sentences": ("% of sentences", "% van de zinnen"),
    "unit_words": ("% of words", "% van de woorden"),
    "unit_presence": ("% of stretches", "% van de stukken"),
    "unit_turns": ("% of turns", "% van de beurten"),
    "measure_mentions": ("Mentions per 1,000 words", "Vermeldingen per 1.000 woorden"),
    "measure_sentences": (
        "Per cent of a person's sentences with the theme",
        "Procent van iemands zinnen met het thema",
    ),
    "measure_words": (
        "Per cent of a person's words that stand in sentences with the theme",
        "Procent van iemands woorden die in zinnen met het thema staan",
    ),
    "measure_presence": (
        "Per cent of equally long stretches of a person's talk with the theme",
        "Procent van even lange stukken van iemands verhaal met het thema",
    ),
    "measure_turns": ("Per cent of a person's turns with the theme", "Procent van iemands beurten met het thema"),
    "evidence_clear": ("clear", "duidelijk"),
    "evidence_tentative": ("tentative", "voorzichtige aanwijzing"),
    "evidence_no clear change": ("no clear change", "geen duidelijke verandering"),
    "evidence_too little text": ("too little text", "te weinig tekst"),
    # pictures
    "change_title": ("What changed, {before} to {after}", "Wat er veranderde, {before} naar {after}"),
    "change_note": (
        "How many times as often in {after} as in {before}, {unit}, with its 95 % interval (jackknife over"
        " persons); {n} compared. Filled: clear, all codes taken together; open: uncertain; grey: no clear change.",
        "Hoeveel keer zo vaak in {after} als in {before}, {unit}, met 95%-interval (jackknife over personen); {n}"
        " vergeleken. Gevuld: duidelijk, alle codes samen genomen; open: onzeker; grijs: geen duidelijke"
        " verandering.",
    ),
    "head_ratio_text": ("ratio (95 %)", "verhouding (95%)"),
    "head_moves": ("persons", "personen"),
    "from_to": ("{before} to {after}", "{before} naar {after}"),
    "in": ("in", "in"),
    "to": ("to", "tot"),
    "persons_title": ("Each person, {before} to {after}", "Elke persoon, {before} naar {after}"),
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
        "Woorden van elke respondent. {n}, van wie {both} in elke golf. Een streepje: niet geïnterviewd.",
    ),
    "heatmap_title": ("Who changed in what, {before} to {after}", "Wie waarin veranderde, {before} naar {after}"),
    "heatmap_note": (
        "Figures: mentions in {before} → {after}. Colour: the change per 1,000 words; vermilion more, blue less,"
        " the deepest from eight times on. A frame: the person's own interviews are evidence for it. Only who was"
        " compared.",
        "Cijfers: vermeldingen in {before} → {after}. Kleur: de verandering per 1.000 woorden; oranje meer, blauw"
        " minder, het diepst vanaf acht keer. Een kader: de interviews van de persoon zelf zijn er bewijs voor."
        " Alleen wie vergeleken is.",
    ),
    "flows_title": ("From wave to wave", "Van golf naar golf"),
    "flows_note": (
        "How many persons spoke of each code not at all, a little, or much (above the median of those who spoke"
        " of it); {n} interviewed in all waves. Vermilion: more; blue: less.",
        "Hoeveel personen niet, een beetje of veel over elke code spraken (veel: boven de mediaan van wie erover"
        " sprak); {n} in alle golven geïnterviewd. Oranje: meer; blauw: minder.",
    ),
    "flow": ("{origin} to {goal} {n}", "{origin} naar {goal} {n}"),
    "flow_none": ("none", "niet"),
    "flow_some": ("some", "wat"),
    "flow_much": ("much", "veel"),
    "timeline_title": ("Where it is talked about: {code}", "Waar erover gesproken wordt: {code}"),
    "timeline_note": (
        "{n} in {m}, each from beginning to end. Thin and dark: after a question that names the theme.",
        "{n} in {m}, elk van begin tot eind. Dun en donker: na een vraag waarin het thema genoemd wordt.",
    ),
    "beginning": ("beginning", "begin"),
    "end": ("end", "eind"),
    "words_title": (
        "Words found for {code}, {before} to {after}",
        "Woorden gevonden voor {code}, {before} naar {after}",
    ),
    "words_note": (
        "Per 10,000 words of the compared persons; open {before}, filled {after}; at the right how many times.",
        "Per 10.000 woorden van de vergeleken personen; open {before}, gevuld {after}; rechts hoeveel keer.",
    ),
    "words_left_out_one": ("{n} other word is not drawn.", "{n} ander woord is niet getekend."),
    "words_left_out_many": ("{n} other words are not drawn.", "{n} andere woorden zijn niet getekend."),
    # the report: frame
    "skip": ("Go to what changed", "Naar wat er veranderde"),
    "contents": ("Contents", "Inhoud"),
    "section_compared": ("What was compared", "Wat er vergeleken is"),
    "section_changed": ("What changed", "Wat er veranderde"),
    "section_codes": ("Each code, with quotes", "Elke code, met citaten"),
    "section_persons": ("Each person", "Elke persoon"),
    "section_method": ("How it was done", "Hoe het gedaan is"),
    "section_doubt": ("What to doubt", "Waaraan te twijfelen valt"),
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
    "code": ("Code", "Code"),
    "person": ("Person", "Persoon"),
    "words": ("Words", "Woorden"),
    "wave": ("wave", "golf"),
    "head_mentions": ("mentions", "vermeldingen"),
    "word": ("word", "woord"),
    "together": ("together", "samen"),
    "codebook": ("Codebook {name}", "Codeboek {name}"),
    # the report: top
    "who_compared": (
        "{compared} of {n} could be compared between {before} and {after}",
        "{compared} van {n} konden vergeleken worden tussen {before} en {after}",
    ),
    "who_dropout_one": ("{n} was heard only in {wave}", "{n} kwam alleen in {wave} aan het woord"),
    "who_dropout_many": ("{n} were heard only in {wave}", "{n} kwamen alleen in {wave} aan het woord"),
    "who_entrant_one": ("{n} only in {wave}", "{n} alleen in {wave}"),
    "who_entrant_many": ("{n} only in {wave}", "{n} alleen in {wave}"),
    "who_too little text_one": ("{n} said too little", "{n} zei te weinig"),
    "who_too little text_many": ("{n} said too little", "{n} zeiden te weinig"),
    "who_amount": (
        "In all {interviews}, with {words} by respondents.",
        "In totaal {interviews}, met {words} van respondenten.",
    ),
    "lede_clear": ("A clear change: {codes}.", "Een duidelijke verandering: {codes}."),
    "lede_tentative": ("Uncertain: {codes}.", "Onzeker: {codes}."),
    "lede_rest_one": (
        "{n} other code shows no clear change.",
        "{n} andere code laat geen duidelijke verandering zien.",
    ),
    "lede_rest_many": (
        "{n} other codes show no clear change.",
        "{n} andere codes laten geen duidelijke verandering zien.",
    ),
    "lede_all_one": ("The one code shows no clear change.", "De ene code laat geen duidelijke verandering zien."),
    "lede_all_many": (
        "None of the {n} codes shows a clear change.",
        "Geen van de {n} codes laat een duidelijke verandering zien.",
    ),
    # the report: what was compared
    "grid_caption": ("Words of each person in each wave", "Woorden van elke persoon in elke golf"),
    "not_interviewed": ("not interviewed", "niet geïnterviewd"),
    # the report: what changed
    "reading": (
        "For each code: how often these persons spoke of it in {before} and in {after}, {unit}, and how many"
        " times as often that is, with an interval. A ratio of 1 means as often as before. 'No clear change' does"
        " not mean that nothing changed: look at the width of the interval. Every number leads to its quotes.",
        "Per code: hoe vaak deze personen erover spraken in {before} en in {after}, {unit}, en hoeveel keer zo"
        " vaak dat is, met een interval. Een verhouding van 1 betekent: even vaak als toen. 'Geen duidelijke"
        " verandering' betekent niet dat er niets veranderde: kijk hoe breed het interval is. Elk getal leidt naar"
        " zijn citaten.",
    ),
    "forest_caption": (
        "{n} compared, {before} to {after}; from the largest rise to the largest fall. Filled dot: clear when all"
        " codes are taken together; open dot: uncertain; grey: no clear change; diamond: one wave does not have"
        " the code.",
        "{n} vergeleken, {before} naar {after}; van de grootste stijging naar de grootste daling. Gevulde stip:"
        " duidelijk, alle codes samen genomen; open stip: onzeker; grijs: geen duidelijke verandering; ruit: één"
        " golf heeft de code niet.",
    ),
    "head_drawing": ("ratio, drawn", "verhouding, getekend"),
    "head_verdict": ("change", "verandering"),
    "head_p_one": ("p (for {n} code)", "p (voor {n} code)"),
    "head_p_many": ("p (for {n} codes)", "p (voor {n} codes)"),
    "head_p_none": ("p", "p"),
    "look_twice": ("Look twice", "Kijk twee keer"),
    "back_to_changed": ("Back to what changed", "Terug naar wat er veranderde"),
    # the report: a code
    "part_of": ("part of {code}", "deel van {code}"),
    "definition": ("Definition", "Definitie"),
    "include": ("Counts", "Telt mee"),
    "exclude": ("Does not count", "Telt niet mee"),
    "terms": ("Terms", "Termen"),
    "sentence_interval": (
        "{ratio} times as often in {after} as in {before} (95 % interval {low} to {high}; {rate_before} and"
        " {rate_after} {unit}; {persons}: {up} more, {down} less, {same} the same): {verdict}.",
        "{ratio} keer zo vaak in {after} als in {before} (95%-interval {low} tot {high}; {rate_before} en"
        " {rate_after} {unit}; {persons}: {up} meer, {down} minder, {same} gelijk): {verdict}.",
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
    "words_caption": ("Words that were found", "Gevonden woorden"),
    "more_words_one": ("and {n} other word ({mentions} times)", "en {n} ander woord ({mentions} keer)"),
    "more_words_many": ("and {n} other words ({mentions} times)", "en {n} andere woorden ({mentions} keer)"),
    "slope_caption": (
        "{measure}, one line a person ({n} compared); dotted: their mean.",
        "{measure}, één lijn per persoon ({n} vergeleken); gestippeld: hun gemiddelde.",
    ),
    "slope_silent_one": ("{n} never spoke of it: not drawn.", "{n} sprak er nooit over: niet getekend."),
    "slope_silent_many": ("{n} never spoke of it: not drawn.", "{n} spraken er nooit over: niet getekend."),
    "nobody": ("Nobody spoke of this.", "Niemand sprak hierover."),
    "not_mentioned": ("not mentioned", "niet genoemd"),
    "no_quotes": ("These counts came without texts.", "Deze tellingen kwamen zonder teksten."),
    "negated": ("negated", "ontkend"),
    "prompted": ("after a question about it", "na een vraag ernaar"),
    "turn": ("turn {n}", "beurt {n}"),
    "cell_cut": (
        "{shown} of {n} shown, spread over the interview; all are in codings.csv.",
        "{shown} van {n} getoond, verspreid over het interview; alle staan in codings.csv.",
    ),
    "page_cut": (
        "There are more quotes than a page can hold. At most {most} are shown for each person, code and wave, and"
        " each place says how many there are; all are in codings.csv.",
        "Er zijn meer citaten dan een pagina kan dragen. Per persoon, code en golf staan er hoogstens {most}, en"
        " op elke plek staat hoeveel het er zijn; alle staan in codings.csv.",
    ),
    # the report: a person
    "person_wave": ("{words} in {wave}", "{words} in {wave}"),
    "person_absent": ("not interviewed in {wave}", "niet geïnterviewd in {wave}"),
    "person_short": ("Too little text to be compared.", "Te weinig tekst om te vergelijken."),
    "silent": ("Not spoken of: {codes}.", "Niet over gesproken: {codes}."),
    "head_trajectory": ("what became of it", "wat ervan werd"),
    "head_status": ("why not compared", "waarom niet vergeleken"),
    # the framework matrix
    "matrix_title": ("Framework matrix", "Raamwerkmatrix"),
    "matrix_how": (
        "Write a short summary in the field above the quotes of each person and wave. Quotes and numbers are made"
        " anew each time; what you write in the fields is kept.",
        "Schrijf een korte samenvatting in het veld boven de citaten van elke persoon en golf. Citaten en"
        " getallen worden telkens opnieuw gemaakt; wat u in de velden schrijft, blijft bewaard.",
    ),
    "matrix_summary": ("summary", "samenvatting"),
    "matrix_quotes": ("quotes", "citaten"),
    "matrix_state": ("state", "stand"),
    "matrix_carried": ("Summaries whose person or code is gone", "Samenvattingen zonder persoon of code"),
    "matrix_notes": ("Typed outside the fields", "Buiten de velden getypt"),
    "stale": ("the quotes changed after this was written", "de citaten zijn sindsdien veranderd"),
    # the report: how it was done
    "setting": ("setting", "instelling"),
    "value": ("value", "waarde"),
    "settings": ("Settings and versions", "Instellingen en versies"),
    "hashes": ("Fingerprints of what went in (SHA-256)", "Vingerafdrukken van wat erin ging (SHA-256)"),
    # the report: what to doubt
    "doubt_coder": ("The coding", "Het coderen"),
    "doubt_unchecked": (
        "The coding is automatic and no human has checked it here. A change can be a change of words rather than"
        " of themes.",
        "Het coderen is automatisch en hier door geen mens nagekeken. Een verandering kan er een van woorden"
        " zijn, niet van thema's.",
    ),
    "doubt_tipping_rise": (
        "The rise of {code} would vanish if the terms found {ratio} times as much of it in {after} as in"
        " {before}.",
        "De stijging van {code} zou verdwijnen als de termen er in {after} {ratio} keer zo veel van vonden als in"
        " {before}.",
    ),
    "doubt_tipping_fall": (
        "The fall of {code} would vanish if the terms found {ratio} times as much of it in {before} as in"
        " {after}.",
        "De daling van {code} zou verdwijnen als de termen er in {before} {ratio} keer zo veel van vonden als in"
        " {after}.",
    ),
    "doubt_attrition": ("Who is missing", "Wie er ontbreken"),
    "doubt_attrition_text": (
        "These persons do not count in what changed. If they differ from the others, the change says less about"
        " the whole group.",
        "Deze personen tellen niet mee in wat er veranderde. Verschillen zij van de anderen, dan zegt de"
        " verandering minder over de hele groep.",
    ),
    "doubt_leaning": ("On whom it leans", "Op wie het leunt"),
    "doubt_leaning_text": (
        "Without {person} the ratio of {code} would be {without} instead of {ratio}.",
        "Zonder {person} zou de verhouding van {code} {without} zijn in plaats van {ratio}.",
    ),
    "doubt_few": ("How few they are", "Hoe weinig het er zijn"),
    "doubt_few_text": (
        "With {n} only large changes, about a doubling or more, can be seen reliably. A change that was not found"
        " may well be there.",
        "Met {n} zijn alleen grote veranderingen, ongeveer een verdubbeling of meer, betrouwbaar te zien. Een"
        " verandering die niet gevonden is, kan er heel goed zijn.",
    ),
    "doubt_asked": ("What was asked", "Waar naar gevraagd is"),
    "doubt_asked_text": (
        "People speak of what they are asked about. A theme that the questions of one wave raise and those of the"
        " other do not will seem to change.",
        "Mensen praten over waar naar gevraagd wordt. Een thema dat de vragen in de ene golf oproepen en in de"
        " andere niet, lijkt te veranderen.",
    ),
    "doubt_prompted": (
        "Of the mentions, {n} % in {before} and {m} % in {after} follow a question that names the theme.",
        "Van de vermeldingen volgt {n}% in {before} en {m}% in {after} op een vraag waarin het thema genoemd"
        " wordt.",
    ),
    "doubt_drift": ("Words of one wave", "Woorden van één golf"),
    "doubt_drift_text": (
        "These words were found in one wave only, in three or more of the compared persons. A new theme, or a new"
        " word for an old one? Read the quotes.",
        "Deze woorden zijn maar in één golf gevonden, bij drie of meer van de vergeleken personen. Een nieuw"
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
}  # fmt: skip

TEXTS: dict[str, dict[str, str]] = {
    "en": {name: english for name, (english, _) in _BOTH.items()},
    "nl": {name: dutch for name, (_, dutch) in _BOTH.items()},
}
