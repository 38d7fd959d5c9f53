"""The longitudinal matrix after Saldaña: what its rows are called, and what stands beside a field.

Matrices that people filled in are read back by the names of the rows, `row_` and `everyone`, in both languages, and by
`words`: who changes one of these must go on reading the one it had (`framework/by_change.py`).
"""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

LONGITUDINAL: dict[str, Bilingual] = {
    "title": ("What changed: longitudinal matrix", "Wat er veranderde: longitudinale matrix"),
    "how": (
        "After the longitudinal qualitative data summary matrix of J. Saldaña (2003). Write in the fields what you make"
        " of it; what stands beside them is renewed each time, what you write is kept. In each row stands what the"
        " counts point at, with the quotes: a place to read, and no finding. Two interviews may differ by chance alone;"
        " an epiphany is in the words, never in a count.",
        "Naar de longitudinal qualitative data summary matrix van J. Saldaña (2003). Schrijf in de velden wat je ervan"
        " vindt; wat ernaast staat wordt telkens opnieuw gemaakt, wat je schrijft blijft bewaard. In elke rij staat"
        " waar de tellingen op wijzen, met de citaten: een plek om te lezen, en geen bevinding. Twee interviews kunnen"
        " ook door toeval verschillen; een plotseling inzicht staat in de woorden, nooit in een telling.",
    ),
    "words": ("In your own words", "In eigen woorden"),
    "shown": ("What the interviews show", "Wat de interviews laten zien"),
    "everyone": ("all persons", "alle personen"),
    # the rows
    "row_increase": ("increases or emerges", "neemt toe of komt op"),
    "row_cumulative": ("cumulative: builds up", "cumulatief: bouwt zich op"),
    "row_surge": ("surge, epiphany, turning point", "opleving, inzicht, keerpunt"),
    "row_decrease": ("decreases or ceases", "neemt af of houdt op"),
    "row_constant": ("constant, consistent", "constant, blijft gelijk"),
    "row_idiosyncratic": ("idiosyncratic", "idiosyncratisch"),
    "row_missing": ("missing", "ontbreekt"),
    "row_differences": ("note: other than in earlier summaries", "notitie: anders dan in eerdere samenvattingen"),
    "row_conditions": ("note: context, what intervened", "notitie: context, wat ertussen kwam"),
    "row_interrelations": ("note: how changes hang together", "notitie: hoe veranderingen samenhangen"),
    "row_development": (
        "note: with or against human development, social processes",
        "notitie: met of tegen levensloop, sociale processen",
    ),
    "row_through_line": ("note: through-line", "notitie: rode draad"),
    # what was found, for one person
    "emerges": ("Emerges from {before} to {after}.", "Komt op van {before} naar {after}."),
    "increases": ("Increases from {before} to {after}.", "Neemt toe van {before} naar {after}."),
    "builds_up": ("Builds up from {before} to {after}.", "Bouwt zich op van {before} naar {after}."),
    "surges": ("Surges in {waves:names}.", "Leeft op in {waves:names}."),
    "turns": ("Turns in {waves:names}.", "Keert in {waves:names}."),
    "ceases": ("Ceases from {before} to {after}.", "Houdt op van {before} naar {after}."),
    "decreases": ("Decreases from {before} to {after}.", "Neemt af van {before} naar {after}."),
    "stays": ("Stays the same from {before} to {after}.", "Blijft gelijk van {before} naar {after}."),
    "only_speaker": (
        "The only one of {n:many person} who speaks of it.",
        "De enige van {n:many person} die erover spreekt.",
    ),
    "only_up": (
        "The only one of {n:many person} who speaks of it more.",
        "De enige van {n:many person} die er meer over spreekt.",
    ),
    "only_down": (
        "The only one of {n:many person} who speaks of it less.",
        "De enige van {n:many person} die er minder over spreekt.",
    ),
    "never_said": ("Not said in {waves:names}.", "Niet gezegd in {waves:names}."),
    # the same for all persons
    "those_emerges": ("emerges", "komt op"),
    "those_increases": ("increases", "neemt toe"),
    "those_builds_up": ("builds up", "bouwt zich op"),
    "those_surges": ("surges", "leeft op"),
    "those_turns": ("turns", "keert"),
    "those_ceases": ("ceases", "houdt op"),
    "those_decreases": ("decreases", "neemt af"),
    "those_stays": ("stays the same", "blijft gelijk"),
    "those_only_speaker": ("the only one who speaks of it", "de enige die erover spreekt"),
    "those_only_up": ("the only one who speaks of it more", "de enige die er meer over spreekt"),
    "those_only_down": ("the only one who speaks of it less", "de enige die er minder over spreekt"),
    "those_never_said": ("not said in any known interview", "in geen bekend interview gezegd"),
    "those": (
        "{what}: {n} of {among:many person}: {persons:commas}",
        "{what}: {n} van {among:many person}: {persons:commas}",
    ),
    "for_notes": ("For your notes on all persons.", "Voor je notities over alle personen."),
    "nobody": ("No evidence in {among:many person}.", "Geen aanwijzing bij {among:many person}."),
    "nobody_known": (
        "Cannot be told: nobody has {n:many interview} in which this is known.",
        "Niet te zeggen: niemand heeft {n:many interview} waarin dit bekend is.",
    ),
    # what was not found, and what is not known
    "nothing": ("No evidence in {waves:names}.", "Geen aanwijzing in {waves:names}."),
    "too_few": (
        "Cannot be told: known in {waves:names} only.",
        "Niet te zeggen: alleen bekend in {waves:names}.",
    ),
    "too_few_none": ("Cannot be told: known in no wave.", "Niet te zeggen: in geen ronde bekend."),
    "two_only": (
        "Cannot be told from two interviews ({waves:names}): a surge or a build-up looks like any other difference.",
        "Niet te zeggen met twee interviews ({waves:names}): een opleving of opbouw ziet eruit als elk ander verschil.",
    ),
    "asked": (
        "The topic guide asked about it in {waves:names} only.",
        "Volgens de topiclijst is er alleen in {waves:names} naar gevraagd.",
    ),
    "count": ("{wave}: {n:many mention} in {words:many word}", "{wave}: {n:many mention} in {words:many word}"),
    "gap": ("{wave}: {why}", "{wave}: {why}"),
    "no_words": ("nothing said", "niets gezegd"),
    "quote": ("{wave}: {said} ({interview}, {turn})", "{wave}: {said} ({interview}, {turn})"),
    "stale": (
        "what stands beside it changed after this was written",
        "wat ernaast staat is sindsdien veranderd",
    ),
}
