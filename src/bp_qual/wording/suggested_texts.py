"""What is said of passages that are proposed for a code."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

SUGGESTED: dict[str, Bilingual] = {
    "head": (
        "{code}: like {known} (counts only once a person accepts it)",
        "{code}: lijkt op {known} (telt pas als iemand het overneemt)",
    ),
    "book": ("the codebook's text", "de tekst van het codeboek"),
    "by_person": ("{n:many coded passage}", "{n:many coded passage}"),
    "hits": ("{n:many unseen hit}", "{n:many unseen hit}"),
    "against": ("and not like {passages:joined}", "en niet op {passages:joined}"),
    "counterexamples": ("{n:many counterexample}", "{n:many counterexample}"),
    "rejected": ("{n:many rejected passage}", "{n:many rejected passage}"),
    "unknown": (
        "{code}: nothing is known of it yet: write a definition or an example in the codebook, or code a passage",
        "{code}: er is nog niets van bekend: schrijf een definitie of voorbeeld in het codeboek, of codeer een passage",
    ),
    "no codes": (
        "The codebook has no codes, so there is nothing that sentences could be like.",
        "Het codeboek heeft geen codes, dus er is niets waar zinnen op kunnen lijken.",
    ),
    "none": ("{code}: no sentence is left", "{code}: er is geen zin meer over"),
    "few": (
        "besides its definition {n:many passage} of this code are known: with {few} and more the list gets better",
        "van deze code is buiten de definitie bekend: {n:many passage}. Met {few} en meer wordt de lijst beter",
    ),
    "hardly": (
        "none of these is nearer to the known passages than a third of them are to each other: of such lists little"
        " fits, mostly",
        "geen hiervan ligt dichter bij de bekende passages dan een derde daarvan bij elkaar ligt: van zulke lijsten"
        " past meestal weinig",
    ),
    "like": ("like {where}: {quote}", "als {where}: {quote}"),
    "nearer": (
        "nearer to them than {share:percent} of them are to the others",
        "ligt er dichter bij dan {share:percent} daarvan bij de andere",
    ),
    "unsure": (
        "How many of these fit, only reading tells: where nothing more is said of a code, its list looks much the same."
        " The percentages rank within one code, and are no chance of being right.",
        "Hoeveel hiervan past, blijkt alleen bij het lezen: is er van een code niets meer gezegd, dan ziet de lijst er"
        " nauwelijks anders uit. De percentages ordenen binnen één code, en zijn geen kans dat een passage klopt.",
    ),
    "rest": ("and {n} more in the table (-o)", "en nog {n} in de tabel (-o)"),
    "sampled": (
        "nothing is proposed from passages of a drawn sample: those are coded blind",
        "uit passages van een getrokken steekproef wordt niets voorgesteld: die worden blind gecodeerd",
    ),
    "saved": (
        "{coder}: {accepted} accepted, {declined} declined, {removed} taken back",
        "{coder}: {accepted} overgenomen, {declined} afgewezen, {removed} teruggenomen",
    ),
    "judged": ("{code}: accepted {shares:said}", "{code}: overgenomen {shares:said}"),
}

SUGGESTED_NOTES: dict[str, Bilingual] = {
    "suggested no mark": (
        "{place}: '{text}' is neither yes nor no, so nothing was saved there",
        "{place}: '{text}' is geen ja of nee, dus daar is niets opgeslagen",
    ),
    "suggested codes moved": (
        "{n:many row} with the code for which the passage of another row was proposed, so nothing was saved there:"
        " {places:commas}. Sort whole rows, never the column code alone; where you do mean that code, empty column key",
        "{n:many row} met de code waarvoor de passage van een andere rij was voorgesteld, dus daar is niets opgeslagen:"
        " {places:commas}. Sorteer hele rijen, nooit de kolom code alleen; bedoel je die code wel, maak dan kolom key"
        " leeg",
    ),
    "suggested cut": (
        "{place}: '{text}' begins or ends in the middle of a word of {interview}, so nothing was saved there. Put the"
        " words back as they were proposed",
        "{place}: '{text}' begint of eindigt midden in een woord van {interview}, dus daar is niets opgeslagen. Zet de"
        " woorden terug zoals ze waren voorgesteld",
    ),
    "suggested no place": (
        "{place}: '{text}' is not in {interview}, or more than once, so nothing was saved there. Put the words back as"
        " they are in the interview, with the start and end of the sheet, or code the passage by hand (bp-qual page)",
        "{place}: '{text}' staat niet in {interview}, of meer dan eens, dus daar is niets opgeslagen. Zet de woorden"
        " terug zoals ze in het interview staan, met start en end uit het blad, of codeer de passage met de hand"
        " (bp-qual page)",
    ),
    "suggested no interview": (
        "{place}: there is no interview {interview}, so nothing was saved there",
        "{place}: er is geen interview {interview}, dus daar is niets opgeslagen",
    ),
    "suggested no code": (
        "{n:many row}: the codebook has no code {code}, so nothing was saved there. If it has another name now, say so"
        " in the codebook (renamed: {{{code}: NEW}}) and read the sheet again",
        "{n:many row}: het codeboek heeft geen code {code}, dus daar is niets opgeslagen. Heet hij nu anders, zeg dat"
        " dan in het codeboek (renamed: {{{code}: NIEUW}}) en lees het blad opnieuw in",
    ),
    "suggested split code": (
        "{n:many row}: the codebook split {code} into {codes:joined}, so nothing was saved there. Write in column code"
        " which it is, and read the sheet again",
        "{n:many row}: het codeboek splitste {code} in {codes:joined}, dus daar is niets opgeslagen. Schrijf in kolom"
        " code welke het is en lees het blad opnieuw in",
    ),
    "suggested in sample": (
        "{n:many passage} of this sheet are in a drawn sample now, to be coded blind: whoever answered has seen them."
        " Let somebody else code these, or draw another sample",
        "{n:many passage} uit dit blad staan nu in een getrokken steekproef, die blind gecodeerd wordt: wie antwoordde,"
        " heeft ze gezien. Laat een ander die coderen, of trek een andere steekproef",
    ),
    "suggested emptied": (
        "{n:many row} without a mark now, of passages that {coder} accepted before: those stay. Write no to take one"
        " back",
        "{n:many row} nu zonder antwoord, bij passages die {coder} eerder overnam: die blijven. Schrijf nee om er een"
        " terug te nemen",
    ),
    "suggested no emptied": (
        "{n:many row} without a mark now, of passages that {coder} declined before: those stay declined. Write yes to"
        " accept one",
        "{n:many row} nu zonder antwoord, bij passages die {coder} eerder afwees: die blijven afgewezen. Schrijf ja om"
        " er een over te nemen",
    ),
    "suggested own coding": (
        "{n:many row} with no, of passages that {coder} coded with the same code by hand: those codings stay, and the"
        " no was not saved. Take a coding away where it was made",
        "{n:many row} met nee, bij passages die {coder} zelf met dezelfde code codeerde: die coderingen blijven, en"
        " het nee is niet opgeslagen. Haal een codering weg waar ze gemaakt is",
    ),
    "suggested twice": (
        "{place} and {before} say otherwise of the same passage, so nothing was saved there",
        "{place} en {before} zeggen iets anders over dezelfde passage, dus daar is niets opgeslagen",
    ),
    "sheets not read": (
        "only worksheet '{sheet}' was read, and not {sheets:shown}. Put rows with answers below those of '{sheet}'",
        "alleen werkblad '{sheet}' is gelezen, en niet {sheets:shown}. Zet rijen met antwoorden onder die van"
        " '{sheet}'",
    ),
    "proposals in": ("{accepted} of {judged} in {wave}", "{accepted} van de {judged} in {wave}"),
    "proposals accepted": (
        "{coder} made {made:many coding} by hand; of these, proposed by bp_qual and accepted: {accepted:number} (it"
        " proposed {declined:number} more, which {coder} declined).",
        "{coder} maakte {made:many coding} met de hand; daarvan voorgesteld door bp_qual en overgenomen:"
        " {accepted:number} (nog {declined:number} voorgestelde passages wees {coder} af).",
    ),
    "proposals uneven": (
        "{code}: what was proposed to {coder} was right more often in one wave than in another ({shares:said}; p"
        " {p:p}). Coding by proposals alone makes a change of its own; look for what they miss too, as in a sample.",
        "{code}: wat aan {coder} is voorgesteld, klopte in de ene ronde vaker dan in een andere ({shares:said}; p"
        " {p:p}). Alleen op voorstellen coderen maakt zelf een verandering; zoek ook wat ze missen, zoals in een"
        " steekproef.",
    ),
}
