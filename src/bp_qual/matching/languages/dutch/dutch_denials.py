"""Denials in Dutch: the words that deny, and those that only look it."""

from __future__ import annotations

from bp_qual.matching.languages.denials import Denials, make_cues, split_list
from bp_qual.matching.languages.word_lists import words

# `hadden we maar`, `kon ik het maar`: a wish.
_IFS = "had|hadden|was|waren|kon|konden|deed|deden|kwam|kwamen|ging|gingen|mocht|mochten"
_WHO = "ik|je|jij|hij|ze|zij|we|wij|jullie|men|er|het|dat|iemand|mensen"
_WHAT = "het|dat|dit|ze|er|daar|hem|haar|ons|iets|wat|toen|nou|toch|ook|eens|gewoon"
_CUES = (
    *make_cues(
        "niet, nooit, nauwelijks, amper, niet meer, nooit meer, nog niet, evenmin, nergens",
        ahead=6,
        behind=8,
    ),
    *make_cues(
        "geen, geen enkele, geen enkel, noch, te weinig, gebrek aan, een gebrek aan",
        ahead=5,
        narrow=True,
    ),
    *make_cues(
        "geen sprake van, afwezigheid van, ontbreken van, ontbrak het aan, ontbreekt het aan",
        ahead=5,
        narrow=True,
    ),
    *make_cues(
        "zonder",
        ahead=5,
        narrow=True,
    ),
    *make_cues(
        "gestopt met, gestopt te, gestopt om, opgehouden met, stopte met, stopten met, stoppen met",
        ahead=6,
    ),
    *make_cues(
        "hield op met, hielden op met, niks aan, niets aan",
        ahead=6,
    ),
    *make_cues(
        "niemand, niks, niets",
        ahead=6,
    ),
    *make_cues(
        "ontbrak, ontbreekt, ontbraken, ontbreken, geen sprake, ho maar, kwam er niet van",
        behind=8,
    ),
    *make_cues(
        "zou, zouden, zou het mooi zijn",
        denies=False,
        ahead=15,
        behind=6,
    ),
    *make_cues(
        "misschien, wellicht, hopelijk, eventueel, stel dat, stel, mits, tenzij, indien",
        denies=False,
        ahead=15,
    ),
    *make_cues(
        "ik hoop, we hopen, hoop dat, hopen dat, wil graag, willen graag, het liefst",
        denies=False,
        ahead=15,
    ),
    *make_cues(
        f"{_IFS} {_WHO} maar, {_IFS} {_WHO} {_WHAT} maar, {_IFS} {_WHO} {_WHAT} {_WHAT} maar", denies=False, ahead=15
    ),
    *make_cues(
        "als we, als ik, als je, als er, als ze, als zij, als wij",
        denies=False,
        ahead=8,
    ),
)
_NOT_CUES = """
niet alleen, niet alleen maar, niet slecht, niet verkeerd, niet gek, niet zozeer, niet waar, niet zonder, niet
zo dat, zonder meer, zonder twijfel, niet voor niets, niet voor niks, niets anders dan, niet vanzelfsprekend,
niet te geloven, geen probleem, geen twijfel, niet
zomaar, waarom niet, zeker niet alleen, niet onbelangrijk, niet onder, als ik eerlijk ben, als ik het goed heb,
als ik terugkijk, als je kijkt, als je vraagt, niet eens alleen, kan niet anders, niet alles, niet iedereen, zo
niet, al dan niet, al of niet, zonder enige twijfel, nog nooit zo, niet gering
"""
DUTCH_DENIALS = Denials(
    _CUES,
    split_list(_NOT_CUES),
    borders=frozenset(
        words(
            "maar echter terwijl omdat want hoewel doordat zodat alhoewel behalve dat die of waar waarin "
            "waarop waarmee waarvan waarbij waardoor om wie zoals en als nadat voordat toen dus tot wat hoe"
        )
    ),
    listing=frozenset(words("en of noch")),
    closers=frozenset(
        words(
            "te om in op aan met van voor bij uit naar door over tot na tegen onder tussen ik je jij hij zij "
            "ze we wij jullie er het is was zijn waren heeft hebben had hadden wordt worden werd werden kan "
            "kunnen kon konden moet moeten wil willen zal zullen ging gaan"
        )
    ),
    resuming=frozenset(words("dat die")),
)
