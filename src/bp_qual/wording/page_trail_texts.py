"""What the coding page says of what was done, and of taking it back."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

PAGE_TRAIL: dict[str, Bilingual] = {
    "undone_now": ("undone: {what}", "ongedaan gemaakt: {what}"),
    "redone_now": ("done again: {what}", "opnieuw gedaan: {what}"),
    "nothing_to_undo": ("Nothing to undo.", "Niets om ongedaan te maken."),
    "blind_nothing_to_undo": (
        "Nothing was done in this passage. p goes back to the one before.",
        "In deze passage is niets gedaan. p gaat terug naar de vorige.",
    ),
    "nothing_to_redo": ("Nothing to do again.", "Niets om opnieuw te doen."),
    "undo_elsewhere": (
        "Here you did nothing in this window that can be undone. Done in another window, or before: {what}. Undo once"
        " more takes that back.",
        "In dit venster deed je hier niets dat ongedaan te maken is. In een ander venster, of eerder: {what}. Nog eens"
        " ongedaan maken draait dat terug.",
    ),
    "redo_elsewhere": (
        "Here you undid nothing in this window. Undone in another window, or before: {what}. Redo once more does that"
        " again.",
        "In dit venster maakte je hier niets ongedaan. In een ander venster, of eerder: {what}. Nog eens opnieuw doen"
        " zet dat terug.",
    ),
    # the trail
    "trail": ("What you did", "Wat je deed"),
    "trail_none": ("Nothing yet.", "Nog niets."),
    "did_add": ("coded", "gecodeerd"),
    "did_remove": ("removed", "weggehaald"),
    "did_accept": ("accepted", "aanvaard"),
    "did_reject": ("rejected", "afgewezen"),
    "did_clear": ("took decision back", "besluit teruggenomen"),
    "did_memo": ("wrote memo", "memo geschreven"),
    "did_summary": ("wrote summary", "samenvatting geschreven"),
    "did_done": ("marked as done", "als klaar gemarkeerd"),
    "did_undone": ("opened again", "heropend"),
    "did_fits": ("said it still fits:", "klopt nog:"),
    "did_undo": ("undid:", "ongedaan gemaakt:"),
    "did_redo": ("did again:", "opnieuw gedaan:"),
    "was_undone": ("undone", "ongedaan gemaakt"),
}
