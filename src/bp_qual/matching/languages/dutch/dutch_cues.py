"""The words that deny in Dutch, and those of a wish or an if, each with how far it reaches."""

from __future__ import annotations

from bp_qual.matching.languages.denial_words import make_cues
from bp_qual.matching.languages.word_lists import words

# `hadden we maar`, `kon ik het maar`: a wish.
IFS = "had|hadden|was|waren|kon|konden|deed|deden|kwam|kwamen|ging|gingen|mocht|mochten"
WHO = "ik|je|jij|hij|ze|zij|we|wij|jullie|men|er|het|dat|iemand|mensen"
# `geen last van heimwee`, `geen behoefte aan een begeleider`.
_LACKED = [
    "last van",
    "sprake van",
    "spoor van",
    "idee van",
    "verstand van",
    "behoefte aan",
    "aandacht voor",
    "tijd voor",
    "geld voor",
    "plaats voor",
    "plek voor",
    "ruimte voor",
    "kans op",
    "recht op",
    "uitzicht op",
    "zicht op",
    "hoop op",
    "zin in",
    "trek in",
    "interesse in",
    "vertrouwen in",
    "ervaring met",
    "contact met",
    "toegang tot",
    "vraag naar",
    "budget voor",
    "animo voor",
    "belangstelling voor",
    "kennis van",
    "weet van",
    "notie van",
    "enkele vorm van",
]
# Behind one of these and `niet dat` a whole clause is denied.
_THOUGHT = [
    "denk",
    "denken",
    "dacht",
    "dachten",
    "geloof",
    "geloven",
    "geloofde",
    "vind",
    "vinden",
    "vond",
    "vonden",
    "meen",
    "menen",
    "wil",
    "willen",
]
# Behind one of these and `niet dat` the clause holds: `ik wist niet dat ze werden uitgebuit`.
_KNOWN = "|".join(
    words(
        "weet weten wist wisten geweten besef beseffen besefte beseften beseft merk merken merkte merkten gemerkt snap "
        "snappen snapte snapten begrijp begrijpen begreep begrepen zag zagen gezien door gehoord hoorde hoorden erg "
        "jammer raar gek vreemd logisch leuk fijn verbaasd gewend helpen gerealiseerd vergeten ontkennen ontkend"
    )
)
# `ik ontken niet dat`: that holds.
_DENY = "ontken|ontkent|ontkende|ontkenden|betwist|betwistte|betwisten"
_NO = "niet|nooit|nie"
_INSIDE = "ook|toen|toch|eens|echt|nog|zo|ik|je|we|ze|het"
WHAT = "het|dat|dit|ze|er|daar|hem|haar|ons|iets|wat|toen|nou|toch|ook|eens|gewoon"
# Behind `niet` and one of these an infinitive with `te` is denied: `niet van plan dat over te nemen`.
_NEVER_DONE = [
    "van plan",
    "in staat",
    "bereid",
    "bij machte",
    "gewend",
    "gewoon om",
    "de moed om",
    "durven om",
    "gelukt om",
    "aan toegekomen om",
    "toe gekomen om",
    "toegekomen om",
]
_NOT_DONE = ["in", "in geslaagd", "voor elkaar", "voor mekaar", "aan toe"]
_LACKED_TO = [
    "zin",
    "tijd",
    "geld",
    "behoefte",
    "kans",
    "reden",
    "moeite",
    "gelegenheid",
    "ruimte",
    "energie",
    "fut",
    "puf",
]
# `ze zijn ermee gekapt, met dat klussen`, `hield op met klussen`.
_ENDED_WITH = [f"{with_it} {ended}" for with_it in ("ermee", "mee") for ended in ("gestopt", "opgehouden", "gekapt")]
_ENDED = [
    "stop|stopt|stopte|stopten|stoppen|gestopt",
    "kap|kapt|kapte|kapten|kappen|gekapt",
    "opgehouden|ophouden|uitgescheden",
    "hield|hielden|hou|houd|houdt|houden op",
    "op te houden",
]
_ENDS = "stop|stopt|stopte|stopten|kap|kapt|kapte|kapten"
_ENDED_BY = [f"{_ENDS} {WHO}", f"{_ENDS} {WHO} ermee|toen|daar|ook", f"{_ENDS} ermee|toen|daar|ook"]
DUTCH_CUES = (
    *make_cues(  # without a reach: only what was known is denied
        f"{_KNOWN} {_NO} dat, {_KNOWN} {_INSIDE} {_NO} dat, {_NO} {_KNOWN} dat, {_NO} eens|zo {_KNOWN} dat, "
        f"{_KNOWN} {WHO} dat|het|echt|nog {_NO} dat, {_DENY} {_NO} dat, {_DENY} {WHO} {_NO} dat, niemand {_DENY} "
        f"dat, "
        f"{_NO} {_DENY} dat, zie|ziet|zien|zag|zagen {_NO} in dat, zie|ziet|zien|zag|zagen {WHO} {_NO} in dat",
    ),
    *make_cues(
        ", ".join(f"{no} {done}" for no in ("niet", "nooit", "nie", "niet meer", "nog niet") for done in _NEVER_DONE),
        ahead=10,
        clause=True,
    ),
    *make_cues(
        ", ".join(
            f"{no} {noun} {om}"
            for no in ("geen", "nooit", "te weinig", "gene")
            for noun in _LACKED_TO
            for om in ("om", "meer om")
        ),
        ahead=10,
        clause=True,
    ),
    *make_cues(  # `slaag er niet in om`, `krijg het niet voor elkaar om`
        ", ".join(f"{no} {done} om" for no in ("niet", "nooit", "nie") for done in _NOT_DONE),
        ahead=10,
        clause=True,
    ),
    *make_cues(
        "lukt niet om, lukte niet om, lukt me niet om, lukte me niet om, lukt mij niet om, lukte mij niet om, lukte "
        "ons niet "
        "om, lukt ons niet om, lukt het niet om, lukte het niet om",
        ahead=10,
        clause=True,
    ),
    *make_cues(
        "niet, nooit, nauwelijks, amper, zelden, niet meer, nooit meer, nog niet, evenmin, nergens, nie, ni, nie meer, "
        "ni meer, nog nie, noeit, nooit niet, nooit nie, nooit en te nimmer, "
        "haast|bijna|vrijwel niet|nooit, haast|bijna niet meer, "
        "geen moment|seconde|minuut|uur|dag|week|keer|ogenblik, "
        "geen moment|seconde|minuut|dag|keer meer, "
        "geen|gene|ginne cent|euro|greintje|spatje|druppel|moer|reet|snars|fluit|bal|zak|steek|klap|barst, "
        "voor geen goud|geld|prijs",
        ahead=6,
        behind=8,
    ),
    *make_cues(
        "geen, geen enkele, geen enkel, noch, nul, nul komma nul, te weinig, gebrek aan, een gebrek aan, "
        "gene, genen, ginne, ginnen, gin",
        ahead=5,
        narrow=True,
    ),
    *make_cues(
        ", ".join(f"geen {noun}" for noun in _LACKED),
        ahead=5,
        narrow=True,
    ),
    *make_cues(
        "geen sprake van, afwezigheid van, ontbreken van, ontbrak|ontbreekt het aan, geen cent|euro|stuiver voor",
        ahead=5,
        narrow=True,
    ),
    *make_cues(
        "zonder, zonder ook maar iets van, zonder ook maar enig|enige",
        ahead=5,
        narrow=True,
        apart=True,
    ),
    *make_cues(
        ", ".join(f"{ended}, {ended} met, {ended} met dat|die|het" for ended in _ENDED_WITH)
        + ", gestopt te, gestopt om, "
        + ", ".join(f"{ended} met, {ended} met dat|die|het" for ended in _ENDED)
        + ", "
        + ", ".join(f"{ended} {met}" for ended in _ENDED_BY for met in ("met", "met dat|die|het")),
        ahead=6,
    ),
    *make_cues(
        "niks aan, niets aan, laat staan, vergat, vergaten, vergeten, vergeten te, vergat|vergaten|vergeten om, "
        f"ben|is|was|zijn|waren vergeten, ben|is|was|zijn|waren {WHO} vergeten",
        ahead=6,
    ),
    *make_cues("in plaats van, ipv, i.p.v.", ahead=5, narrow=True, apart=True),
    *make_cues(  # `wat we niet doen is geld uitlenen`
        f"wat {WHO} niet|nooit doen|doe|doet|deden|hebben|heb|heeft|hadden|krijgen|bieden|verkopen is|zijn|was|waren",
        ahead=10,
        clause=True,
    ),
    *make_cues("in plaats van dat, in plaats van te, ipv te", ahead=10, clause=True),
    *make_cues(
        ", ".join(f"{thought} {no} dat" for thought in _THOUGHT for no in ("niet", "nooit", "nie", "geen moment")),
        ahead=10,
        clause=True,
    ),
    *make_cues(
        "onmogelijk om, onmogelijk om te, "
        "zonder te, zonder dat, zonder ooit te, niet dat, niet zozeer, weiger, weigert, weigeren, weigerde, weigerden, "
        "geweigerd om, geweigerd te, verdom|verdomt|verdomde|verdomden|verdommen het, vertik|vertikt|vertikte "
        "het, vertikten het, nagelaten om, nagelaten te, verzuimd om, verzuimd te, geen sprake "
        "van dat, niet zeggen dat, geen dag dat, niet verwachten "
        "dat, niet van ons|hen|hun|mij|me|jou|je|hem|haar|iemand|mensen|ze|u verwachten|eisen|vragen|verlangen dat, "
        "niet willen dat, niet geloven dat, niet hebben dat, niemand die, geen mens die, geen mensen die, "
        "geen hond "
        "die, niet de bedoeling dat, niet de bedoeling om, niet zo dat, niet waar dat, niet bepaald, niet wat je noemt",
        ahead=10,
        clause=True,
    ),
    *make_cues(
        "niemand, geen mens, geen mensen, geen hond, geen kip, geen ziel, geen sterveling, geen van allen, geen van "
        "beiden, geen van ons, geen van die",
        ahead=6,
        behind=4,
    ),
    *make_cues(
        "afgeschaft, geschrapt, stopgezet, afgelast, afgeblazen, geannuleerd, opgeheven, wegbezuinigd, opgedoekt, "
        "afgezegd, beëindigd, te vervallen, bleef|bleven uit, uitgebleven, "
        "is|zijn|was|waren|wordt|worden|werd|werden afgewezen, afgewezen is|zijn|was|waren|wordt|worden|werd|werden, "
        "wordt|worden|werd|werden ingetrokken, ingetrokken wordt|worden|werd|werden",
        behind=8,
    ),
    *make_cues("verviel, vervielen", behind=8, final=True),  # but `hij verviel in oude fouten`
    *make_cues(
        "alles behalve een, allesbehalve, niks|niets terecht|terechtgekomen van, "
        "kwam|komt er niks|niets van, kwam|komt niks|niets van",
        ahead=4,
        narrow=True,
    ),
    *make_cues(
        "nee, neen, vergeet het maar, mooi niet, geen denken aan, dat kun|kan|kon|kunt je|u vergeten, kom nou",
        answer=True,
    ),
    *make_cues("maar nee"),  # without a reach: only what was meant before it is denied
    *make_cues(
        "schrapte|schrapten|schrap|schrapt|schrappen, afschaffen|stopzetten|afgelasten van",
        ahead=4,
        narrow=True,
    ),
    *make_cues(
        "afgezien van, afgezien om, ervan af om, ervan afgezien om, bedankte|bedankten|bedank voor, "
        + ", ".join(f"zag|zagen|zie|ziet|zien {who}af van" for who in ("", "ik|we|ze|hij|wij|zij ")),
        ahead=5,
    ),
    *make_cues("afgezien", behind=5),
    *make_cues("niks, niets", ahead=6, behind=2),
    *make_cues("ontbrak, ontbreekt, ontbraken, ontbreken", ahead=6, behind=8),
    *make_cues("geen sprake, ho maar, kwam er niet van", behind=8),
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
    *make_cues(f"{IFS} {WHO} maar, {IFS} {WHO} {WHAT} maar, {IFS} {WHO} {WHAT} {WHAT} maar", denies=False, ahead=15),
    *make_cues(
        "als we, als ik, als je, als er, als ze, als zij, als wij",
        denies=False,
        ahead=8,
    ),
)
