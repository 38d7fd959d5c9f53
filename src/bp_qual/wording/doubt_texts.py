"""What there is to doubt about a change: how the coding may err, who asked, and the same change counted otherwise."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

DOUBTS: dict[str, Bilingual] = {
    "tipping_rise": ("The rise of '{code}'", "De stijging van '{code}'"),
    "tipping_fall": ("The fall of '{code}'", "De daling van '{code}'"),
    "tipping_both": (
        "{subject} could no longer be told from chance if the coding found it {unclear:limit} times as well in {more}"
        " as in {less}; at {gone:limit} times as well nothing would be left of it. The same if {false_unclear:portion}"
        " of what it found in {more} were wrong and nothing in {less}; at {false_gone:portion} nothing would be left.",
        "{subject} zou niet meer van toeval te onderscheiden zijn als de codering het thema in {more} {unclear:limit}"
        " keer zo goed vond als in {less}; bij {gone:limit} keer zo goed zou er niets van over zijn. Hetzelfde geldt"
        " als {false_unclear:portion} van wat in {more} gevonden is onterecht was en in {less} niets; bij"
        " {false_gone:portion} zou er niets van over zijn.",
    ),
    "tipping_gone": (
        "{subject} would disappear if the coding found it {gone:limit} times as well in {more} as in {less}, or if"
        " {false_gone:portion} of what it found in {more} were wrong and nothing in {less}.",
        "{subject} zou verdwijnen als de codering het thema in {more} {gone:limit} keer zo goed vond als in {less}, of"
        " als {false_gone:portion} van wat in {more} gevonden is onterecht was en in {less} niets.",
    ),
    "tipping_never": (
        "{subject} could no longer be told from chance if the coding found it {unclear:limit} times as well in {more}"
        " as in {less}, or if {false_unclear:portion} of what it found in {more} were wrong; it would disappear only if"
        " the coding had missed it in {less} altogether.",
        "{subject} zou niet meer van toeval te onderscheiden zijn als de codering het thema in {more} {unclear:limit}"
        " keer zo goed vond als in {less}, of als {false_unclear:portion} van wat in {more} gevonden is onterecht "
        "was; verdwijnen zou zij pas als de codering het in {less} helemaal gemist had.",
    ),
    "tipping_one_wave": (
        "{subject} would disappear only if the coding had missed it in {less} altogether, or if all that it found in"
        " {more} were wrong.",
        "{subject} zou pas verdwijnen als de codering het thema in {less} helemaal gemist had, of als alles wat in"
        " {more} gevonden is onterecht was.",
    ),
    "tipping_hardly": (
        "Unequal recall alone can hardly explain this.",
        "Ongelijke volledigheid alleen kan dit nauwelijks verklaren.",
    ),
    "tipping_hardly_all": (
        "Unequal recall alone can hardly explain all of it.",
        "Ongelijke volledigheid alleen kan dit nauwelijks helemaal verklaren.",
    ),
    "tipping_example": (
        "It would disappear, for instance, with a recall of {example} in {less} and {whole} in {more}.",
        "Zij verdwijnt bijvoorbeeld bij een volledigheid van {example} in {less} en {whole} in {more}.",
    ),
    "recount_equal openings": ("in openings of equal length", "in even lange beginstukken"),
    "recount_word-weighted": ("with persons weighed by their words", "met personen gewogen naar hun woorden"),
    "recount_length-adjusted": ("with length allowed for", "met de lengte verrekend"),
    "recount_without drifting terms": (
        "without words found in one wave only",
        "zonder woorden die maar in één ronde gevonden zijn",
    ),
    "recount_turned_up": ("{told} (then a rise)", "{told} (dan een stijging)"),
    "recount_turned_down": ("{told} (then a fall)", "{told} (dan een daling)"),
    "doubt_recounts": ("Counted otherwise", "Anders geteld"),
    "doubt_recounts_text": (
        "The same changes counted in other ways, each as its row says. A way that cannot be computed has no row.",
        "Dezelfde veranderingen op andere manieren geteld, elk zoals de rij zegt. Wat niet te berekenen is, heeft geen"
        " rij.",
    ),
    "head_counted": ("counted", "geteld"),
    "head_ratio": ("ratio", "verhouding"),
    "doubt_interviewing": ("Who asked, how much and how long", "Wie vroeg, hoeveel en hoe lang"),
    "interviewer": ("interviewer", "interviewer"),
    "not_known": ("not known", "niet bekend"),
    "head_interviews": ("interviews", "interviews"),
    "head_share_words": ("% of the words in these interviews", "% van de woorden in deze interviews"),
    "doubt_bound": (
        "{code}: a dropout cannot fall below 0, so the change of completers and dropouts together is at least"
        " {bound} {unit} (completers alone: {change}).",
        "{code}: een uitvaller kan niet onder 0 komen, dus de verandering van blijvers en uitvallers samen is ten"
        " minste {bound} {unit} (blijvers alleen: {change}).",
    ),
}
