"""The texts of the report, on the page and in the Word file."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

REPORT: dict[str, Bilingual] = {
    # the report: frame
    "skip": ("Skip to what changed", "Naar wat er veranderde"),
    "contents": ("Contents", "Inhoud"),
    "section_compared": ("What was compared", "Wat er vergeleken is"),
    "section_changed": ("What changed", "Wat er veranderde"),
    "section_codes": ("Each code, with quotes", "Elke code, met citaten"),
    "section_persons": ("Each person", "Elke persoon"),
    "section_method": ("Methods", "Verantwoording"),
    "section_doubt": ("Limitations", "Beperkingen"),
    "section_memos": ("Memos", "Memo's"),
    "memos_of": ("What was noted while coding by hand.", "Wat bij het coderen met de hand genoteerd is."),
    "memo_on_study": ("the study", "het onderzoek"),
    "memo_on_code": ("code: {code}", "code: {code}"),
    "memo_on_person": ("person: {person}", "persoon: {person}"),
    "memo_on_interview": ("interview {interview}", "interview {interview}"),
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
    "who_not read_one": ("an interview of {n} could not be read", "van {n} kon een interview niet gelezen worden"),
    "who_not read_many": ("an interview of {n} could not be read", "van {n} kon een interview niet gelezen worden"),
    "who_not coded_one": (
        "the coding of {n} was not finished in both waves",
        "de codering van {n} is niet in beide rondes af",
    ),
    "who_not coded_many": (
        "the coding of {n} was not finished in both waves",
        "de codering van {n} is niet in beide rondes af",
    ),
    "who_missed a wave_one": ("{n} missed a wave", "{n} miste een ronde"),
    "who_missed a wave_many": ("{n} missed a wave", "{n} misten een ronde"),
    "who_elsewhere_one": ("{n} in another wave only", "{n} alleen in een andere ronde"),
    "who_elsewhere_many": ("{n} in other waves only", "{n} alleen in andere rondes"),
    "who_too little text_one": ("{n} said too little", "{n} zei te weinig"),
    "who_too little text_many": ("{n} said too little", "{n} zeiden te weinig"),
    "who_amount": (
        "In total {interviews}, with {words} by respondents.",
        "In totaal {interviews}, met {words} van respondenten.",
    ),
    "lede_clear": ("A clear change: {codes}.", "Een duidelijke verandering: {codes}."),
    "lede_uncertain": ("Uncertain: {codes}.", "Onzeker: {codes}."),
    "lede_stayed": (
        "Stayed within a factor {margin:step}: {codes}.",
        "Bleef binnen een factor {margin:step}: {codes}.",
    ),
    "lede_none_one": ("{n} other code shows no clear change", "{n} andere code laat geen duidelijke verandering zien"),
    "lede_none_many": (
        "{n} other codes show no clear change",
        "{n} andere codes laten geen duidelijke verandering zien",
    ),
    "lede_only_one": ("{n} code shows no clear change", "{n} code laat geen duidelijke verandering zien"),
    "lede_only_many": ("{n} codes show no clear change", "{n} codes laten geen duidelijke verandering zien"),
    "lede_untested_one": ("{n} code could not be tested", "{n} code kon niet worden getoetst"),
    "lede_untested_many": ("{n} codes could not be tested", "{n} codes konden niet worden getoetst"),
    "lede_none_tested": (
        "A test needs at least {needed} persons who changed: read this as description.",
        "Een toets heeft minstens {needed} personen nodig die veranderden: lees dit als beschrijving.",
    ),
    "lede_unmentioned_one": (
        " ({n} of them was found in neither wave)",
        " ({n} ervan is in geen van beide rondes gevonden)",
    ),
    "lede_unmentioned_many": (
        " ({n} of them were found in neither wave)",
        " ({n} ervan zijn in geen van beide rondes gevonden)",
    ),
    "lede_unasked_one": ("{n} was asked for in one wave only", "naar {n} is maar in één ronde gevraagd"),
    "lede_unasked_many": ("{n} were asked for in one wave only", "naar {n} is maar in één ronde gevraagd"),
    "lede_uncoded_one": ("{n} was not coded", "{n} is niet gecodeerd"),
    "lede_uncoded_many": ("{n} were not coded", "{n} zijn niet gecodeerd"),
    "told_corrected": ("corrected × {ratio:ratio}", "gecorrigeerd × {ratio:ratio}"),
    "told_corrected_by": ("corrected {change:signed} {unit}", "gecorrigeerd {change:signed} {unit}"),
    "verdicts": ("What the words mean", "Wat de woorden betekenen"),
    "verdict_of_code": ("A code: {rule}.", "Een code: {rule}."),
    "verdict_of_person": ("A person: {rule}.", "Een persoon: {rule}."),
    "lede_trend": (
        "Over all {n} waves, within persons: {codes}.",
        "Over alle {n} rondes, binnen personen: {codes}.",
    ),
    "course_trend_rise": ("{code} rises ({p})", "{code} stijgt ({p})"),
    "course_trend_fall": ("{code} falls ({p})", "{code} daalt ({p})"),
    "course_bend_rise": (
        "{code} is higher in between than before and after ({p})",
        "{code} ligt ertussen hoger dan ervoor en erna ({p})",
    ),
    "course_bend_fall": (
        "{code} is lower in between than before and after ({p})",
        "{code} ligt ertussen lager dan ervoor en erna ({p})",
    ),
    "trend_p_alone": ("p {p}", "p {p}"),
    "trend_p": ("p {p}; {adjusted} for {n} codes", "p {p}; {adjusted} voor {n} codes"),
    # the report: what was compared
    "grid_caption": ("Words of each person in each wave", "Woorden van elke persoon in elke ronde"),
    "not_read": ("interview not read", "interview niet gelezen"),
    "head_coded": ("coded in {coded} of {n:many interview}", "gecodeerd in {coded} van {n:many interview}"),
    "shares_coded": (
        "coded in {coded_before} of {of_before:many interview} in {before} and {coded_after} of {of_after:number} in"
        " {after}",
        "gecodeerd in {coded_before} van {of_before:many interview} in {before} en {coded_after} van {of_after:number}"
        " in {after}",
    ),
    "head_coded_of": ("interviews coded", "gecodeerde interviews"),
    "head_automatic": ("hits left", "treffers gebleven"),
    "head_accepted": ("accepted", "aanvaard"),
    "head_rejected": ("rejected", "afgewezen"),
    "head_added": ("added", "toegevoegd"),
    "by_hand": ("coded by {coder}", "gecodeerd door {coder}"),
    "accepted_hit": ("accepted", "aanvaard"),
    "not_coded": ("not coded", "niet gecodeerd"),
    "person_uncoded": ("not coded there: {codes}", "daar niet gecodeerd: {codes}"),
    "person_unread": ("the interview in {wave} was not read", "het interview in {wave} is niet gelezen"),
    "not_interviewed": ("not interviewed", "niet geïnterviewd"),
    # the report: what changed
    "reading": (
        "For each code: how often it was found in these persons in {before} and in {after}, {unit}, and the ratio of"
        " the two with its interval. A ratio of 1 means as often as before. 'No clear change' does"
        " not mean that nothing changed: look at the width of the interval. It is of all people such as these, and may"
        " reach above 1 where nobody here rose. Every number links to its quotes.",
        "Per code: hoe vaak die bij deze personen gevonden is in {before} en in {after}, {unit}, en de verhouding"
        " tussen die twee met een interval. Een verhouding van 1 betekent: even vaak als toen. 'Geen duidelijke"
        " verandering' betekent niet dat er niets veranderde: kijk hoe breed het interval is. Het gaat over alle mensen"
        " zoals deze, en kan boven 1 komen waar hier niemand steeg. Elk getal verwijst naar zijn citaten.",
    ),
    "forest_caption": (
        "{n} compared, {before} to {after}; from the largest rise to the largest fall. Filled dot: clear, also"
        " when corrected for many codes; open dot: uncertain; grey: no clear change, or not tested; diamond:"
        " found in one wave only.",
        "{n} vergeleken, van {before} naar {after}; van de grootste stijging naar de grootste daling. Gevulde stip:"
        " duidelijk, ook na de correctie; open stip: onzeker; grijs: geen duidelijke verandering, of niet"
        " getoetst; ruit: in één ronde gevonden.",
    ),
    "head_drawing": ("ratio, drawn", "verhouding, getekend"),
    "head_verdict": ("change", "verandering"),
    "head_p_one": ("p (for {n} code)", "p (voor {n} code)"),
    "head_p_many": ("p (for {n} codes)", "p (voor {n} codes)"),
    "head_p_planned": ("p (corrected)", "p (gecorrigeerd)"),
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
    "sentence_uncoded": (
        "Nobody was coded for it in both {before} and {after}.",
        "Bij niemand is deze code in zowel {before} als {after} gecodeerd.",
    ),
    "words_caption": ("Words that were found, in all interviews", "Gevonden woorden, in alle interviews"),
    "more_words_one": ("and {n} other word ({mentions:many time})", "en {n} ander woord ({mentions:many time})"),
    "more_words_many": ("and {n} other words ({mentions:many time})", "en {n} andere woorden ({mentions:many time})"),
    "slope_caption": (
        "{measure}, one line a person ({n} compared): orange up, blue down, grey the same; dotted: their mean.",
        "{measure}, één lijn per persoon ({n} vergeleken): oranje omhoog, blauw omlaag, grijs gelijk; gestippeld: hun"
        " gemiddelde.",
    ),
    "slope_silent_one": ("Not found in {n}: not drawn.", "Bij {n} niet gevonden: niet getekend."),
    "slope_silent_many": ("Not found in {n}: not drawn.", "Bij {n} niet gevonden: niet getekend."),
    "nobody": ("Not found in anybody.", "Bij niemand gevonden."),
    "not_mentioned": ("not found", "niet gevonden"),
    "no_quotes": ("These counts came without texts.", "Bij deze tellingen zijn geen teksten."),
    "negated": ("negated", "ontkend"),
    "prompted": ("answers a question with a term of this code", "antwoord op een vraag met een term van deze code"),
    "note_unread": (
        "Note: the interview of {person} in {wave} was not read.",
        "Let op: het interview van {person} in {wave} is niet gelezen.",
    ),
    "note_absent": (
        "Note: {person} was not interviewed in {wave}.",
        "Let op: {person} is niet geïnterviewd in {wave}.",
    ),
    "turn": ("turn {n}", "beurt {n}"),
    "quotes": ("Quotes", "Citaten"),
    "quote_one": ("{n} quote", "{n} citaat"),
    "quote_many": ("{n} quotes", "{n} citaten"),
    "quotes_in": ("{quotes} in {n:many passage}", "{quotes} in {n:many passage}"),
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
    # the report: how it was done
    "setting": ("setting", "instelling"),
    "value": ("value", "waarde"),
    "settings": ("Settings and versions", "Instellingen en versies"),
    "hashes": ("Fingerprints of the input (SHA-256)", "Vingerafdrukken van de invoer (SHA-256)"),
    # the report: what to doubt
    "doubt_coder": ("The coding", "De codering"),
    "doubt_one_coder": (
        "One person decided; how well two would agree is not known from this.",
        "Eén persoon besliste; hoe goed twee het eens zouden zijn, blijkt hier niet uit.",
    ),
    "doubt_all_coder": (
        "What counts is what all agree on, passage by passage; what not all finished does not count.",
        "Wat telt, is waarover allen het per passage eens zijn; wat niet bij allen af is, telt niet.",
    ),
    "doubt_any_coder": (
        "Each interview was decided on by one person; how well two would agree is not known from this (bp-qual agree"
        " shows it for interviews that two coded on their own).",
        "Over elk interview besliste één persoon; hoe goed twee het eens zouden zijn, blijkt hier niet uit (bp-qual"
        " agree laat het zien voor interviews die twee mensen los van elkaar codeerden).",
    ),
    "doubt_first_coder": (
        "Each interview was decided on by one person; how well two agree, bp-qual agree shows for interviews that two"
        " coded on their own.",
        "Over elk interview besliste één persoon; hoe goed twee het eens zijn, laat bp-qual agree zien voor interviews"
        " die twee mensen los van elkaar codeerden.",
    ),
    "doubt_team_coder": (
        "They made one coding together; how well two would agree on their own is not known from this.",
        "Zij maakten samen één codering; hoe goed twee het los van elkaar eens zouden zijn, blijkt hier niet uit.",
    ),
    "doubt_unchecked": (
        "The coding is automatic and has not been checked by hand. A change may be a change of words rather than"
        " of themes.",
        "De codering is automatisch en niet met de hand nagekeken. Een verandering kan een verandering van woorden"
        " zijn in plaats van van thema's.",
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
        "What dropouts (persons not interviewed again in {after}) said in {before}, next to what the compared persons"
        " said then ({measure}). Where the two differ much, those who completed the study are not like everybody.",
        "Wat de uitvallers (in {after} niet meer geïnterviewd) in {before} zeiden, naast wat de vergeleken personen"
        " toen zeiden ({measure}). Waar die twee sterk verschillen, zijn de blijvers niet zoals iedereen.",
    ),
    "completers": ("completers", "blijvers"),
    "dropouts": ("dropouts", "uitvallers"),
}
