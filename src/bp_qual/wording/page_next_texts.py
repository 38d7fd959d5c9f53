"""What the page says where it shows what to look at next."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

PAGE_NEXT: dict[str, Bilingual] = {
    "next_title": ("What to look at next", "Wat eerst nakijken"),
    "next_how": (
        "Hits that nobody decided on, from all interviews: those first that are likely to be wrong or of which little"
        " is known yet. With a code chosen, sentences that no term found are proposed too; accepting one codes it.",
        "Treffers waarover nog niet besloten is, uit alle interviews: voorop wat waarschijnlijk niet klopt of waarvan"
        " nog weinig bekend is. Met een code gekozen worden ook zinnen voorgesteld die geen term vond; aanvaarden"
        " codeert die.",
    ),
    "next_of": ("Code", "Code"),
    "next_all": ("all codes", "alle codes"),
    "next_none": ("Nothing is left to decide here.", "Hier valt niets meer te besluiten."),
    "next_more": ("Show what comes next", "Toon wat daarna komt"),
    "next_unseen": (
        "'{term}' in {wave}: none looked at yet, {left} to go",
        "'{term}' in {wave}: nog geen nagekeken, nog {left} te gaan",
    ),
    "next_seen": (
        "'{term}' in {wave}: {right} of {looked} were right, {left} to go",
        "'{term}' in {wave}: {right} van {looked} klopten, nog {left} te gaan",
    ),
    "next_denied": ("denied by '{cue}'", "ontkend door '{cue}'"),
    "next_proposal": ("found by no term; like ‘{like}’", "door geen term gevonden; lijkt op ‘{like}’"),
    "next_proposals": (
        "proposals in {wave}: {right} of {looked} were right",
        "voorstellen in {wave}: {right} van {looked} klopten",
    ),
    "next_by_letters": (
        "Sentences are proposed by their letters. By meaning as well, once bp-qual suggest was run for this study.",
        "Zinnen worden op hun letters voorgesteld. Ook op betekenis, zodra bp-qual suggest voor dit onderzoek is"
        " uitgevoerd.",
    ),
    "next_in_samples": (
        "Not decided and left out here: {n}, in passages of a drawn sample. Those are coded blind.",
        "Niet besloten en hier weggelaten: {n}, in passages van een getrokken steekproef. Die worden blind gecodeerd.",
    ),
    "next_list": ("Proposed passages: {note}.", "Voorgestelde passages: {note}."),
    "next_uneven": (
        "{codes}: what was proposed was right more often in one wave than in another. Coding by proposals alone makes a"
        " change of its own; look for what they miss too, as in a sample.",
        "{codes}: wat is voorgesteld, klopte in de ene ronde vaker dan in een andere. Alleen op voorstellen coderen"
        " maakt zelf een verandering; zoek ook wat ze missen, zoals in een steekproef.",
    ),
    "next_first": (
        "This is the first one. Press the key again to decide on it.",
        "Dit is de eerste. Druk nog eens op de toets om erover te beslissen.",
    ),
    "next_undo_first": (
        "This proposal was decided on. u undoes it first.",
        "Over dit voorstel is al besloten. u maakt dat eerst ongedaan.",
    ),
    "next_last": (
        "Everything below is decided on. Show what comes next.",
        "Over alles hieronder is besloten. Toon wat daarna komt.",
    ),
    "next_end": ("That was the last one here.", "Dat was de laatste hier."),
    "next_accept": ("Accept", "Aanvaarden"),
    "next_reject": ("Reject", "Afwijzen"),
    "status_suggested": ("proposed", "voorgesteld"),
    "keys_next": (
        "a accepts, x rejects, j and k go on and back, u undoes. Where none is chosen yet, the first a or x only goes"
        " to the first.",
        "a aanvaardt, x wijst af, j en k gaan verder en terug, u maakt ongedaan. Is er nog geen gekozen, dan gaat de"
        " eerste a of x alleen naar de eerste.",
    ),
}
