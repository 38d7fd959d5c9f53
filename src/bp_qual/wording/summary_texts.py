"""The lines of the terminal: the summary of a comparison, why a number is missing, planning and sensitivity."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

SUMMARY: dict[str, Bilingual] = {
    # who
    "codebook": ("codebook {name}", "codeboek {name}"),
    "in_nl": ("Dutch", "Nederlands"),
    "in_en": ("English", "Engels"),
    "in_de": ("German", "Duits"),
    "in_fr": ("French", "Frans"),
    "both_one": (
        "{both} of {persons:many person} was interviewed in both waves",
        "{both} van {persons:many person} is in beide rondes geïnterviewd",
    ),
    "both_many": (
        "{both} of {persons:many person} were interviewed in both waves",
        "{both} van {persons:many person} zijn in beide rondes geïnterviewd",
    ),
    "enough": ("{n} said enough to compare", "{n} zeiden genoeg om te vergelijken"),
    "entrants": ("{n:many entrant} in {wave}", "{n:many entrant} in {wave}"),
    "words": ("{n:many respondent word}", "{n:many respondent word}"),
    # what changed
    "changed_one": ("What changed for this one person ({unit})", "Wat er veranderde bij deze ene persoon ({unit})"),
    "changed_many": ("What changed for these {n} ({unit})", "Wat er veranderde bij deze {n} ({unit})"),
    "rates": ("{before:rate} -> {after:rate}", "{before:rate} -> {after:rate}"),
    "ratio": ("x {ratio:ratio}", "x {ratio:ratio}"),
    "interval": ("({low:limit} to {high:limit})", "({low:limit} tot {high:limit})"),
    "moves": ("{up} up, {down} down", "{up} meer, {down} minder"),
    "moves_same": ("{up} up, {down} down, {same} same", "{up} meer, {down} minder, {same} gelijk"),
    "p": ("p {p:p}", "p {p:p}"),
    "p_exploratory": ("p {p:p}, exploratory", "p {p:p}, verkennend"),
    "p_corrected": ("p {p:p}, {adjusted:p} for {n} codes", "p {p:p}, {adjusted:p} voor {n} codes"),
    "p_of_corrected": (
        "corrected {change:signed}, p {p:p}, {p_adjusted:p} with the other codes",
        "gecorrigeerd {change:signed}, p {p:p}, {p_adjusted:p} met de andere codes",
    ),
    "two_p": (
        "The first p is of the code alone, the second is corrected for the {n} codes that could be tested.",
        "De eerste p is van de code alleen, de tweede is gecorrigeerd voor de {n} codes die getoetst konden worden.",
    ),
    "two_p_planned": (
        "The first p is of the code alone, the second is corrected for the {n} codes of the plan.",
        "De eerste p is van de code alleen, de tweede is gecorrigeerd voor de {n} codes van het plan.",
    ),
    "p_planned": ("p {p:p}, {adjusted:p} for {n} planned codes", "p {p:p}, {adjusted:p} voor {n} geplande codes"),
    "more": ("and {n} more in codes.csv", "en nog {n} in codes.csv"),
    "all_waves": (
        "Over all {n} waves, within persons: {trends}.",
        "Over alle {n} rondes, binnen personen: {trends}.",
    ),
    "course_trend_up": ("{code} up ({p})", "{code} meer ({p})"),
    "course_trend_down": ("{code} down ({p})", "{code} minder ({p})"),
    "course_bend_up": (
        "{code} more in between than before and after ({p})",
        "{code} ertussen meer dan ervoor en erna ({p})",
    ),
    "course_bend_down": (
        "{code} less in between than before and after ({p})",
        "{code} ertussen minder dan ervoor en erna ({p})",
    ),
    # what to look at twice
    "asked_once": (
        "Asked about in one wave only, so not compared: {codes}.",
        "In maar één ronde naar gevraagd, dus niet vergeleken: {codes}.",
    ),
    "without_terms": (
        "Without terms, so not searched for: {codes}.",
        "Zonder termen, dus niet naar gezocht: {codes}.",
    ),
    "drift": (
        "Check: the word '{term}' (of the theme {code}) was found only in {wave} ({n:many person}): a new word, or a"
        " new theme?",
        "Let op: het woord '{term}' (van het thema {code}) is alleen in {wave} gevonden ({n:many person}): een nieuw"
        " woord of een nieuw thema?",
    ),
    "drift_gone": (
        "Check: the word '{term}' (of the theme {code}) was found only in {wave} ({n:many person}): a word that went"
        " out of use, or a theme that went?",
        "Let op: het woord '{term}' (van het thema {code}) is alleen in {wave} gevonden ({n:many person}): een woord"
        " dat in onbruik raakte, of een thema dat verdween?",
    ),
    "drift_more_one": ("And {n} more such word in drift.csv.", "En nog {n} zo'n woord in drift.csv."),
    "drift_more_many": ("And {n} more such words in drift.csv.", "En nog {n} van zulke woorden in drift.csv."),
    "counted_reviewed": (
        "Counted is the codebook as reviewed by {coder}: {interviews} of {of:many interview} finished,"
        " {accepted:many hit} accepted, {rejected:number} rejected, {automatic:number} left as they were, {added:many"
        " coding} added. What was not finished is not counted.",
        "Geteld is het codeboek zoals {coder} het nakeek: {interviews} van {of:many interview} af, {accepted:many hit}"
        " aanvaard, {rejected:number} afgewezen, {automatic:number} zo gelaten, {added:many coding} toegevoegd. Wat"
        " niet af is, telt niet mee.",
    ),
    "counted_human": (
        "Counted is what {coder} coded by hand: {added:many coding}, {interviews} of {of:many interview} finished. What"
        " was not finished is not counted.",
        "Geteld is wat {coder} met de hand codeerde: {added:many coding}, {interviews} van {of:many interview} af. Wat"
        " niet af is, telt niet mee.",
    ),
    "counted_partly": (
        "Finished for some of the codes only: {n:many interview} of these. Not coded, and so in no comparison, are"
        " there (with the number of interviews in each wave): {open:points}.",
        "Niet voor alle codes af: {n:many interview} daarvan. Niet gecodeerd, en dus in geen vergelijking, zijn daar"
        " (met het aantal interviews in elke ronde): {open:points}.",
    ),
    "counted_one_codebook": (
        "If they were looked for and nothing was found, say so: import {files:commas} again in the same way with"
        " --one-codebook added, which is about every code that anybody coded with here. For any other code, and for"
        " whoever coded on the coding page (bp-qual page), mark these interviews there as done.",
        "Is ernaar gezocht en niets gevonden, zeg dat dan: importeer {files:commas} opnieuw op dezelfde manier met"
        " --one-codebook erbij; dat gaat over elke code waarmee hier iemand codeerde. Markeer deze interviews voor een"
        " andere code, en voor wie op de codeerpagina codeerde (bp-qual page), daar als klaar.",
    ),
    "imported_files_one": ("the imported file", "het geïmporteerde bestand"),
    "imported_files_many": ("the imported files", "de geïmporteerde bestanden"),
    "counted_left_open": (
        "Open, and no zero, because rows of {files:commas} have no place there or can mean another code: {open:points}."
        " Mend these rows in the list that import -o writes, or in the file itself, and import that.",
        "Open, en geen nul, omdat rijen van {files:commas} daar geen plaats hebben of een andere code kunnen betekenen:"
        " {open:points}. Verbeter die rijen in de lijst die import -o schrijft, of in het bestand zelf, en importeer"
        " dat.",
    ),
    "uncounted": (
        "Of {made:many coding} by {coder}, {added:number} count. Not counted: {parts}.",
        "Van {made:many coding} van {coder} tellen er {added:number}. Niet geteld: {parts}.",
    ),
    "undecided": (
        "Not counted of {made:many decision} on hits by {coder}: {parts}.",
        "Niet geteld van {made:many decision} van {coder} over treffers: {parts}.",
    ),
    "uncounted_lost_one": ("{n} that has lost its place", "{n} die zijn plaats kwijt is"),
    "uncounted_lost_many": ("{n} that have lost their place", "{n} die hun plaats kwijt zijn"),
    "uncounted_foreign_one": (
        "{n} with a code that the codebook does not have",
        "{n} met een code die het codeboek niet heeft",
    ),
    "uncounted_foreign_many": (
        "{n} with codes that the codebook does not have",
        "{n} met codes die het codeboek niet heeft",
    ),
    "uncounted_hitless_one": (
        "{n} on a hit that the codebook no longer makes",
        "{n} op een treffer die het codeboek niet meer doet",
    ),
    "uncounted_hitless_many": (
        "{n} on hits that the codebook no longer makes",
        "{n} op treffers die het codeboek niet meer doet",
    ),
    "uncounted_differ_one": (
        "{n} with a code on which coders still differ there",
        "{n} met een code waarover codeurs daar nog verschillen",
    ),
    "uncounted_differ_many": (
        "{n} with codes on which coders still differ there",
        "{n} met codes waarover codeurs daar nog verschillen",
    ),
    "uncounted_joint_one": (
        "{n} in an interview that not two of the coders finished, or not for that code",
        "{n} in een interview dat niet bij twee van de codeurs af is, of niet voor die code",
    ),
    "uncounted_joint_many": (
        "{n} in interviews that not two of the coders finished, or not for that code",
        "{n} in interviews die niet bij twee van de codeurs af zijn, of niet voor die code",
    ),
    "uncounted_unit_one": (
        "{n} in a passage that was finished by itself (coding blind), in an interview that is not finished",
        "{n} in een passage die op zichzelf af is (blind gecodeerd), in een interview dat niet af is",
    ),
    "uncounted_unit_many": (
        "{n} in passages that were finished by themselves (coding blind), in interviews that are not finished",
        "{n} in passages die op zichzelf af zijn (blind gecodeerd), in interviews die niet af zijn",
    ),
    "uncounted_open_one": (
        "{n} in an interview that is not finished, or not for that code",
        "{n} in een interview dat niet af is, of niet voor die code",
    ),
    "uncounted_open_many": (
        "{n} in interviews that are not finished, or not for that code",
        "{n} in interviews die niet af zijn, of niet voor die code",
    ),
    "uncounted_beside_one": (
        "{n} in an interview that is finished, with a person of whom another interview in that wave is not",
        "{n} in een interview dat af is, met een persoon van wie een ander interview in die ronde dat niet is",
    ),
    "uncounted_beside_many": (
        "{n} in interviews that are finished, with persons of whom another interview in that wave is not",
        "{n} in interviews die af zijn, met personen van wie een ander interview in die ronde dat niet is",
    ),
    "uncounted_other_one": (
        "{n} in an interview that counts as another coder coded it",
        "{n} in een interview dat telt zoals een andere codeur het codeerde",
    ),
    "uncounted_other_many": (
        "{n} in interviews that count as another coder coded them",
        "{n} in interviews die tellen zoals een andere codeur ze codeerde",
    ),
    "uncounted_alone_one": (
        "{n} in an interview that not every coder finished, or not for that code",
        "{n} in een interview dat niet bij elke codeur af is, of niet voor die code",
    ),
    "uncounted_alone_many": (
        "{n} in interviews that not every coder finished, or not for that code",
        "{n} in interviews die niet bij elke codeur af zijn, of niet voor die code",
    ),
    "uncounted_settled_one": (
        "{n} that not all of them marked, or on which they settled otherwise",
        "{n} die niet allen markeerden, of waarover zij samen anders besloten",
    ),
    "uncounted_settled_many": (
        "{n} that not all of them marked, or on which they settled otherwise",
        "{n} die niet allen markeerden, of waarover zij samen anders besloten",
    ),
    "uncounted_twice_one": (
        "{n} on another coding of the same code or of one below it, which counts once",
        "{n} op een andere codering van dezelfde code of een code eronder, die één keer telt",
    ),
    "uncounted_twice_many": (
        "{n} on other codings of the same code or of one below it, which count once",
        "{n} op andere coderingen van dezelfde code of een code eronder, die één keer tellen",
    ),
    "redefined_one": (
        "{n} of {of:many coding} by {coder} was made before its code was redefined ({codes:joined}): with"
        " {versions:joined}, and the codebook is now {now}. Check whether it still fits, and say so: bp-qual page, or"
        " bp-qual codings --fits.",
        "{n} van {of:many coding} van {coder} is gemaakt voordat de betekenis van de code veranderde ({codes:joined}):"
        " met {versions:joined}, en het codeboek is nu {now}. Kijk na of deze nog klopt, en zeg dat dan: bp-qual page,"
        " of bp-qual codings --fits.",
    ),
    "redefined_many": (
        "{n} of {of:many coding} by {coder} were made before their code was redefined ({codes:joined}): with"
        " {versions:joined}, and the codebook is now {now}. Check whether they still fit, and say so: bp-qual page, or"
        " bp-qual codings --fits.",
        "{n} van {of:many coding} van {coder} zijn gemaakt voordat de betekenis van hun code veranderde"
        " ({codes:joined}): met {versions:joined}, en het codeboek is nu {now}. Kijk na of ze nog kloppen, en zeg dat"
        " dan: bp-qual page, of bp-qual codings --fits.",
    ),
    "redecided_one": (
        "{n} of {of:many decision} on hits by {coder} was made before its code was redefined ({codes:joined}): with"
        " {versions:joined}, and the codebook is now {now}. Check whether it still fits, and say so: bp-qual page, or"
        " bp-qual codings --fits.",
        "{n} van {of:many decision} van {coder} over treffers is gemaakt voordat de betekenis van de code veranderde"
        " ({codes:joined}): met {versions:joined}, en het codeboek is nu {now}. Kijk na of dit nog klopt, en zeg dat"
        " dan: bp-qual page, of bp-qual codings --fits.",
    ),
    "redecided_many": (
        "{n} of {of:many decision} on hits by {coder} were made before their code was redefined ({codes:joined}): with"
        " {versions:joined}, and the codebook is now {now}. Check whether they still fit, and say so: bp-qual page, or"
        " bp-qual codings --fits.",
        "{n} van {of:many decision} van {coder} over treffers zijn gemaakt voordat de betekenis van hun code veranderde"
        " ({codes:joined}): met {versions:joined}, en het codeboek is nu {now}. Kijk na of ze nog kloppen, en zeg dat"
        " dan: bp-qual page, of bp-qual codings --fits.",
    ),
    "counted_reviewed_several": (
        "Counted is the codebook as {coders:joined} reviewed it, {how}: {interviews} of {of:many interview} finished,"
        " {accepted:many hit} accepted, {rejected:number} rejected, {automatic:number} left as they were, {added:many"
        " coding} added. What was not finished is not counted.",
        "Geteld is het codeboek zoals {coders:joined} het nakeken, {how}: {interviews} van {of:many interview} af,"
        " {accepted:many hit} aanvaard, {rejected:number} afgewezen, {automatic:number} zo gelaten, {added:many coding}"
        " toegevoegd. Wat niet af is, telt niet mee.",
    ),
    "counted_human_several": (
        "Counted is what {coders:joined} coded by hand, {how}: {added:many coding}, {interviews} of {of:many interview}"
        " finished. What was not finished is not counted.",
        "Geteld is wat {coders:joined} met de hand codeerden, {how}: {added:many coding}, {interviews} van {of:many"
        " interview} af. Wat niet af is, telt niet mee.",
    ),
    "imported": (
        "Imported from other programs: {origins}. What had no place is not counted.",
        "Geïmporteerd uit andere programma's: {origins}. Wat geen plaats had, telt niet mee.",
    ),
    "beside_machine": (
        "Coded by hand too, and not counted here: {coders:joined} (--count reviewed or human).",
        "Ook met de hand gecodeerd, en hier niet geteld: {coders:joined} (--count reviewed of human).",
    ),
    "beside_person": (
        "Coded by hand too, and not counted here: {coders:joined} (--coder).",
        "Ook met de hand gecodeerd, en hier niet geteld: {coders:joined} (--coder).",
    ),
    "unchecked": ("The coding is automatic and unchecked.", "De codering is automatisch en niet nagekeken."),
    # why a number is missing
    "nothing_missing": ("No number is missing.", "Er ontbreekt geen getal."),
    "missing_terms": (
        "All numbers: the code has no terms, so it was not searched for here.",
        "Alle getallen: de code heeft geen termen, dus er is hier niet naar gezocht.",
    ),
    "missing_persons": (
        "All numbers: nobody has enough words in both {before} and {after}.",
        "Alle getallen: niemand heeft genoeg woorden in zowel {before} als {after}.",
    ),
    "missing_coding": (
        "All numbers: nobody was coded for it in both {before} and {after}.",
        "Alle getallen: bij niemand is deze code in zowel {before} als {after} gecodeerd.",
    ),
    "missing_ratio_one": (
        "ratio: only in {wave}, and nothing can be divided by zero.",
        "ratio: alleen in {wave}, en door nul kan niets gedeeld worden.",
    ),
    "missing_ratio_none": (
        "ratio: not found in these persons in either wave, and nothing can be divided by zero.",
        "ratio: bij deze personen in geen van beide rondes gevonden, en door nul kan niets gedeeld worden.",
    ),
    "missing_difference": (
        "difference_low, difference_high: an interval needs two persons or more; there is one.",
        "difference_low, difference_high: een interval vraagt twee personen of meer; het is er één.",
    ),
    "missing_alike": (
        "difference_low, difference_high: all changed by the same amount, so the variation between persons is unknown.",
        "difference_low, difference_high: allen veranderden evenveel, dus niets zegt hoe personen verschillen.",
    ),
    "missing_interval": (
        "ratio_low, ratio_high: nobody's rate changed, so nothing sets a limit.",
        "ratio_low, ratio_high: bij niemand veranderde het, dus niets stelt een grens.",
    ),
    "missing_asked": (
        "p: asked about in {wave} only, so a change may come from the questions.",
        "p: alleen in {wave} naar gevraagd, dus een verandering kan van de vragen komen.",
    ),
    "missing_few": (
        "p: too few for a test ({changed} changed; {needed} needed). With {changed:many changed person} no p can be"
        " below {p:p}.",
        "p: te weinig voor een toets ({changed} veranderd; {needed} nodig). Met {changed:many changed person} kan geen"
        " p kleiner zijn dan {p:p}.",
    ),
    "missing_spread": (
        "p: all changed by the same amount, so a t test is undefined.",
        "p: allen veranderden evenveel, dus een t-toets is niet mogelijk.",
    ),
    "recount": ("p {p:p} {how}", "p {p:p} {how}"),
    "recount_untested": ("no test {how}", "geen toets {how}"),
    "recounts": ("{code} counted otherwise: {found}.", "{code} anders geteld: {found}."),
    # how unequal recall would have to be
    "no_ratio": ("{code} has no ratio: {reason}.", "{code} heeft geen verhouding: {reason}."),
    "no_change": (
        "{code} did not change, as far as the coding shows.",
        "{code} veranderde niet, voor zover de codering dat laat zien.",
    ),
    # planning
    "plan_how": (
        "Simulated from the {n} persons compared: the smallest change that four of five studies would show"
        " (p at most .05, one code), and in brackets how many would show a doubling.",
        "Gesimuleerd vanuit de {n} vergeleken personen: de kleinste verandering die vier van de vijf onderzoeken zouden"
        " laten zien (p ten hoogste ,05, één code), en tussen haakjes hoeveel een verdubbeling zouden laten zien.",
    ),
    "plan_units": (
        "They count as {n}: who was interviewed together or lives together counts as one.",
        "Zij tellen voor {n}: wie samen geïnterviewd is of samenwoont telt als één.",
    ),
    "plan_staying": (
        "If nothing changed: how many studies could show that the ratio stayed within a factor 1.5, and within a factor"
        " 2 (two one-sided tests, one code).",
        "Als er niets veranderde: hoeveel onderzoeken zouden kunnen laten zien dat de verhouding binnen een factor 1,5"
        " bleef, en binnen een factor 2 (twee eenzijdige toetsen, één code).",
    ),
    "plan_stayed": ("{near:percent}, {far:percent}", "{near:percent}, {far:percent}"),
    "plan_beyond": ("> x 4 ({share:percent})", "> x 4 ({share:percent})"),
    "plan_seen": ("x {ratio:step} ({share:percent})", "x {ratio:step} ({share:percent})"),
    # sensitivity
    "vary_title": ("The same comparison, counted in other ways", "Dezelfde vergelijking, anders geteld"),
    "vary_up": ("up", "meer"),
    "vary_down": ("down", "minder"),
    "vary_unclear": ("unclear", "onduidelijk"),
    "vary_untested": ("untested", "niet getoetst"),
    "vary_no_test": ("no test in any of {n}", "in geen van {n} een toets"),
    "vary_both": (
        "up in {up}, down in {down} of {n}: it depends on how one counts",
        "meer in {up}, minder in {down} van {n}: het hangt af van de telling",
    ),
    "vary_none_one": (
        "unclear in the only one of {all} that could be tested",
        "onduidelijk in de enige van {all} die getoetst kon worden",
    ),
    "vary_none_many": ("unclear in all {n} that could be tested", "onduidelijk in alle {n} die getoetst konden worden"),
    "vary_all": ("{direction} in {found} of {n}", "{direction} in {found} van {n}"),
    "vary_most": (
        "{direction} in {found} of {n}; same direction in {same}",
        "{direction} in {found} van {n}; zelfde richting in {same}",
    ),
    "vary_other": (
        "{headline} as counted here, {direction} in {found} of {n}: it depends on how one counts",
        "{headline} zoals hier geteld, {direction} in {found} van {n}: het hangt af van de telling",
    ),
}
