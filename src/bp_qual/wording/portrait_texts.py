"""What a portrait of a person says besides the quotes."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

PORTRAIT: dict[str, Bilingual] = {
    "title": ("Portrait of {person}", "Portret van {person}"),
    "glance": (
        "Portrait of {person}: {interviews:many interview}, {themes:many theme}, {quotes:many quote},"
        " {memos:many memo}",
        "Portret van {person}: {interviews:many interview}, {themes:many theme}, {quotes:many quote},"
        " {memos:many memo}",
    ),
    "interviews": ("Interviews", "Interviews"),
    "wave": ("Wave", "Ronde"),
    "interview": ("Interview", "Interview"),
    "words": ("Words of {person}", "Woorden van {person}"),
    "voices": ("Who spoke", "Wie er sprak"),
    "voice_respondent": ("respondent", "respondent"),
    "voice_interviewer": ("interviewer", "interviewer"),
    "voice_other": ("other voices", "andere stemmen"),
    "voice_unknown": ("unknown", "onbekend"),
    "themes": ("Themes over time", "Thema's door de tijd"),
    "how": (
        "Mentions, and beside them mentions per 1,000 words of this person, which the bars show. What the counts point"
        " at is a place to read, and no finding: two interviews differ by chance as well.",
        "Vermeldingen, en ernaast vermeldingen per 1.000 woorden van deze persoon; die tonen de balkjes. Waar de"
        " tellingen op wijzen is een plek om te lezen, en geen bevinding: twee interviews verschillen ook door toeval.",
    ),
    "how_written": (
        "Mentions, and in brackets mentions per 1,000 words of this person. What the counts point at is a place to"
        " read, and no finding: two interviews differ by chance as well.",
        "Vermeldingen, en tussen haakjes vermeldingen per 1.000 woorden van deze persoon. Waar de tellingen op wijzen"
        " is een plek om te lezen, en geen bevinding: twee interviews verschillen ook door toeval.",
    ),
    "drawn": ("Drawn", "Getekend"),
    "pointed": ("The counts point at", "De tellingen wijzen op"),
    "gap_not_interviewed": ("not interviewed", "niet geïnterviewd"),
    "gap_not_read": ("interview not read", "interview niet gelezen"),
    "gap_not_coded": ("not coded", "niet gecodeerd"),
    "gap_no_words": ("nothing said", "niets gezegd"),
    "no_themes": ("No theme was found.", "Er is geen thema gevonden."),
    "silent": ("Looked for and not said: {codes:commas}.", "Gezocht en niet gezegd: {codes:commas}."),
    "beside": ("Side by side", "Naast elkaar"),
    "not_said": ("not said", "niet gezegd"),
    "written": ("{n:many portrait} written to {folder}", "{n:many portrait} geschreven in {folder}"),
    "personal": (
        "They show all that these persons said of the themes: keep them as you keep the transcripts.",
        "Ze laten alles zien wat deze personen over de thema's zeiden: bewaar ze zoals de transcripten.",
    ),
}
