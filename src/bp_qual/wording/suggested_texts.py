"""What is said of passages that are proposed for a code."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

SUGGESTED: dict[str, Bilingual] = {
    "head": (
        "{code}: like {known} (not counted; accept or decline each)",
        "{code}: lijkt op {known} (telt niet; neem elke over of wijs haar af)",
    ),
    "book": ("the codebook's text", "de tekst van het codeboek"),
    "by_person": ("{n:many passage} coded or accepted", "{n:many passage} die gecodeerd of overgenomen zijn"),
    "hits": ("{n:many hit} that nobody looked at", "{n:many hit} die niemand bekeek"),
    "declined": ("unlike {n:many passage} declined", "niet op {n:many passage} die afgewezen zijn"),
    "unknown": (
        "{code}: nothing is known of it yet: write a definition or an example in the codebook, or code a passage",
        "{code}: er is nog niets van bekend: schrijf een definitie of voorbeeld in het codeboek, of codeer een passage",
    ),
    "none": ("{code}: no sentence is left", "{code}: er is geen zin meer over"),
    "like": ("like {where}: {quote}", "als {where}: {quote}"),
    "typical": (
        "more like them than {share:percent} of them are like the rest",
        "lijkt er meer op dan {share:percent} van henzelf op de rest",
    ),
    "rest": ("and {n} more in the table (-o)", "en nog {n} in de tabel (-o)"),
    "accepted": (
        "{coder}: {added} accepted, {declined} declined, {removed} taken back",
        "{coder}: {added} overgenomen, {declined} afgewezen, {removed} teruggenomen",
    ),
    "share": (
        "{code}: of what was proposed {accepted} of {judged} in {wave} were accepted",
        "{code}: van wat is voorgesteld, zijn in {wave} {accepted} van {judged} overgenomen",
    ),
    "differs": (
        "{code}: what is proposed fits one wave better than another ({shares}; p {p:p}); proposals that are right more"
        " often in one wave make a change of their own, so look for what they miss in the other too",
        "{code}: wat wordt voorgesteld, past beter bij de ene ronde dan bij de andere ({shares}; p {p:p}); voorstellen"
        " die in één ronde vaker kloppen, maken zelf een verandering, dus zoek ook wat ze in de andere missen",
    ),
    "letters_only": (
        "proposed by letters only: with the library of [suggest] also what is said in other words is found. Run:"
        ' pip install "bp_qual[suggest]"',
        "alleen op letters voorgesteld: met de bibliotheek van [suggest] wordt ook gevonden wat in andere woorden is"
        ' gezegd. Draai: pip install "bp_qual[suggest]"',
    ),
}
