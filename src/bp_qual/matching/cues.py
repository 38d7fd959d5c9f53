"""Cues: the words that deny what is said, or put it in the realm of wishes and ifs.

A cue reaches forward (`zonder subsidie`), backward (`dat lukt niet`) or both, within its clause. A *narrow* cue denies
the words it stands before and no more (`geen`). What is in `NOT_CUES` looks like a denial and is none (`niet alleen`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bp_qual.matching.languages.plain import words


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as it is said, whether it denies, and how many words it reaches before and behind it."""

    text: str
    denies: bool
    ahead: int = 0
    behind: int = 0
    narrow: bool = False


def _cues(text: str, *, denies: bool = True, ahead: int = 0, behind: int = 0, narrow: bool = False) -> tuple[Cue, ...]:
    return tuple(Cue(each.strip(), denies, ahead, behind, narrow) for each in text.split(","))


# `hadden we maar`, `kon ik het maar`: a wish.
_IFS = "had|hadden|was|waren|kon|konden|deed|deden|kwam|kwamen|ging|gingen|mocht|mochten"
_WHO = "ik|je|jij|hij|ze|zij|we|wij|jullie|men|er|het|dat|iemand|mensen"
_WHAT = "het|dat|dit|ze|er|daar|hem|haar|ons|iets|wat|toen|nou|toch|ook|eens|gewoon"
_DUTCH = (
    *_cues(
        "niet, nooit, nauwelijks, amper, niet meer, nooit meer, nog niet, evenmin, nergens",
        ahead=6,
        behind=8,
    ),
    *_cues(
        "geen, geen enkele, geen enkel, noch, te weinig, gebrek aan, een gebrek aan",
        ahead=5,
        narrow=True,
    ),
    *_cues(
        "geen sprake van, afwezigheid van, ontbreken van, ontbrak het aan, ontbreekt het aan",
        ahead=5,
        narrow=True,
    ),
    *_cues(
        "zonder",
        ahead=5,
        narrow=True,
    ),
    *_cues(
        "gestopt met, gestopt te, gestopt om, opgehouden met, stopte met, stopten met, stoppen met",
        ahead=6,
    ),
    *_cues(
        "hield op met, hielden op met, niks aan, niets aan",
        ahead=6,
    ),
    *_cues(
        "niemand, niks, niets",
        ahead=6,
    ),
    *_cues(
        "ontbrak, ontbreekt, ontbraken, ontbreken, geen sprake, ho maar, kwam er niet van",
        behind=8,
    ),
    *_cues(
        "zou, zouden, zou het mooi zijn",
        denies=False,
        ahead=15,
        behind=6,
    ),
    *_cues(
        "misschien, wellicht, hopelijk, eventueel, stel dat, stel, mits, tenzij, indien",
        denies=False,
        ahead=15,
    ),
    *_cues(
        "ik hoop, we hopen, hoop dat, hopen dat, wil graag, willen graag, het liefst",
        denies=False,
        ahead=15,
    ),
    *_cues(
        f"{_IFS} {_WHO} maar, {_IFS} {_WHO} {_WHAT} maar, {_IFS} {_WHO} {_WHAT} {_WHAT} maar", denies=False, ahead=15
    ),
    *_cues(
        "als we, als ik, als je, als er, als ze, als zij, als wij",
        denies=False,
        ahead=8,
    ),
)
_NOT_DUTCH = """
niet alleen, niet alleen maar, niet slecht, niet verkeerd, niet gek, niet zozeer, niet waar, niet zonder, niet
zo dat, zonder meer, zonder twijfel, niet voor niets, niet voor niks, niets anders dan, niet vanzelfsprekend,
niet te geloven, geen probleem, geen twijfel, niet
zomaar, waarom niet, zeker niet alleen, niet onbelangrijk, niet onder, als ik eerlijk ben, als ik het goed heb,
als ik terugkijk, als je kijkt, als je vraagt, niet eens alleen, kan niet anders, niet alles, niet iedereen, zo
niet, al dan niet, al of niet, zonder enige twijfel, nog nooit zo, niet gering
"""
_ENGLISH = (
    *_cues(
        "not, never, hardly, barely, no longer, cannot, hardly ever, scarcely, nowhere",
        ahead=6,
        behind=6,
    ),
    *_cues(
        "don't, doesn't, didn't, won't, wouldn't, can't, couldn't, isn't, aren't, wasn't, weren't, haven't, "
        "hasn't, hadn't, shouldn't, ain't, mustn't, needn't, dont, didnt, cant, wont",
        ahead=6,
        behind=6,
    ),
    *_cues(
        "no, neither, nor, lack of, a lack of, absence of, none of, hardly any, barely any, not a",
        ahead=5,
        narrow=True,
    ),
    *_cues(
        "without",
        ahead=5,
        narrow=True,
    ),
    *_cues(
        "nobody, no one, no-one, none",
        ahead=6,
    ),
    *_cues(
        "stopped, quit, gave up on, stop",
        ahead=2,
        narrow=True,
    ),
    *_cues(
        "was lacking, is lacking, is gone, is missing, was missing, lacked",
        behind=6,
    ),
    *_cues(
        "if only, if, unless, maybe, perhaps, hopefully, suppose, i wish, we wish, i hope, we hope",
        denies=False,
        ahead=12,
    ),
    *_cues(
        "would, might, could have, would have, should have",
        denies=False,
        ahead=10,
        behind=4,
    ),
)
_NOT_ENGLISH = """
not only, not just, not bad, not without, no doubt, no problem, not necessarily, why
not, not always, of course not, no wonder, no matter, not sure, as if, couldn't have done it without, can't do
it without, whether or not, not until, no time, can't wait, not to mention, even if, no idea
"""
CUES: Mapping[str, tuple[Cue, ...]] = {"nl": _DUTCH, "en": _ENGLISH}
NOT_CUES: Mapping[str, tuple[str, ...]] = {
    "nl": tuple(each.strip() for each in _NOT_DUTCH.split(",")),
    "en": tuple(each.strip() for each in _NOT_ENGLISH.split(",")),
}
# Words that end the reach of a cue: another clause begins.
BORDERS: Mapping[str, frozenset[str]] = {
    "nl": frozenset(
        words(
            "maar echter terwijl omdat want hoewel doordat zodat alhoewel behalve dat die of waar waarin "
            "waarop waarmee waarvan waarbij waardoor om wie zoals en als nadat voordat toen dus tot wat hoe"
        )
    ),
    "en": frozenset(
        words(
            "but however although though because while whereas except that who which whether when where and "
            "if or so since until after before what how"
        )
    ),
}
LISTING: Mapping[str, frozenset[str]] = {"nl": frozenset(words("en of noch")), "en": frozenset(words("and or nor"))}
# Words a narrow cue does not reach across.
CLOSERS: Mapping[str, frozenset[str]] = {
    "nl": frozenset(
        words(
            "te om in op aan met van voor bij uit naar door over tot na tegen onder tussen ik je jij hij zij "
            "ze we wij jullie er het is was zijn waren heeft hebben had hadden wordt worden werd werden kan "
            "kunnen kon konden moet moeten wil willen zal zullen ging gaan"
        )
    ),
    "en": frozenset(
        words(
            "to in on at with of for by from into i you he she they we it there is was are were has have had "
            "can could will would should did do does"
        )
    ),
}
# Subjects: one between a cue and a hit begins another clause.
SUBJECTS: Mapping[str, frozenset[str]] = {"en": frozenset(words("i he she we they there"))}
# Words that are subjects as a rule: a cue behind one does not reach back across it.
SPEAKERS: Mapping[str, frozenset[str]] = {"en": frozenset(words("you it one that this"))}
# Words that take up what stood before a comma.
RESUMING: Mapping[str, frozenset[str]] = {"nl": frozenset(words("dat die"))}
