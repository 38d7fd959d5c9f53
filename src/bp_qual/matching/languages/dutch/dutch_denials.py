"""Denials in Dutch: the words that deny, and those that only look it."""

from __future__ import annotations

from bp_qual.matching.languages.denials import Denials, make_cues, split_list, split_phrases
from bp_qual.matching.languages.dutch.dutch_doubles import (
    ADDRESSED,
    ASIDES,
    BEFORE_QUESTIONS,
    ENDING,
    NOT_DESCRIBED,
    PAST_ENDINGS,
    SAYING,
    SUGGESTING,
    UNREAL,
    WISHING,
)
from bp_qual.matching.languages.dutch.dutch_words import (
    DETERMINERS,
    FINITE_AUXILIARIES,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    TAGS,
    TIMES,
)
from bp_qual.matching.languages.word_lists import words

# `hadden we maar`, `kon ik het maar`: a wish.
_IFS = "had|hadden|was|waren|kon|konden|deed|deden|kwam|kwamen|ging|gingen|mocht|mochten"
_WHO = "ik|je|jij|hij|ze|zij|we|wij|jullie|men|er|het|dat|iemand|mensen"
# `geen last van heimwee`, `geen behoefte aan een begeleider`.
_LACKED = [
    "last van",
    "sprake van",
    "spoor van",
    "idee van",
    "verstand van",
    "behoefte aan",
    "gebrek aan",
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
        "snappen snapte snapten begrijp begrijpen begreep begrepen zag zagen gezien door in gehoord hoorde hoorden erg "
        "jammer raar gek vreemd logisch leuk fijn verbaasd gewend helpen gerealiseerd vergeten ontkennen ontkend"
    )
)
# `ik ontken niet dat`: that holds.
_DENY = "ontken|ontkent|ontkende|ontkenden|betwist|betwistte|betwisten"
_NO = "niet|nooit|nie"
_INSIDE = "ook|toen|toch|eens|echt|nog|zo|ik|je|we|ze|het"
_WHAT = "het|dat|dit|ze|er|daar|hem|haar|ons|iets|wat|toen|nou|toch|ook|eens|gewoon"
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
_ENDED_BY = [f"{_ENDS} {_WHO}", f"{_ENDS} {_WHO} ermee|toen|daar|ook", f"{_ENDS} ermee|toen|daar|ook"]
_CUES = (
    *make_cues(  # without a reach: only what was known is denied
        f"{_KNOWN} {_NO} dat, {_KNOWN} {_INSIDE} {_NO} dat, {_NO} {_KNOWN} dat, {_NO} eens|zo {_KNOWN} dat, "
        f"{_KNOWN} {_WHO} dat|het|echt|nog {_NO} dat, {_DENY} {_NO} dat, {_DENY} {_WHO} {_NO} dat, niemand {_DENY} "
        f"dat, "
        f"{_NO} {_DENY} dat",
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
        "geen sprake van, afwezigheid van, ontbreken van, ontbrak het aan, ontbreekt het aan",
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
        "niks aan, niets aan, laat staan, vergat, vergaten, vergeten te, vergat|vergaten|vergeten om",
        ahead=6,
    ),
    *make_cues("in plaats van, ipv, i.p.v.", ahead=5, narrow=True, apart=True),
    *make_cues("in plaats van dat, in plaats van te, ipv te", ahead=10, clause=True),
    *make_cues(
        ", ".join(f"{thought} {no} dat" for thought in _THOUGHT for no in ("niet", "nooit", "nie", "geen moment")),
        ahead=10,
        clause=True,
    ),
    *make_cues(
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
        "afgeschaft, geschrapt, stopgezet, afgelast, afgeblazen, geannuleerd",
        behind=8,
    ),
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
niet alleen, niet alleen maar, niet meer alleen, niet enkel, niet enkel maar, niet louter, niet slechts, niet nooit,
niet zelden, niet slecht, niet verkeerd, niet gek, niet waar, niet zonder, zonder meer, zonder twijfel, niet voor
niets, niet voor niks, niets anders dan, niks anders dan, niet anders dan, niks|niets anders op dan, niks|niets dan,
geen keus|keuze dan, niemand anders dan, niet|nooit meer|minder dan, niks|niets minder dan, niet de enige|enigen, niet
de eerste|laatste die|dat, niet als enige|eerste|laatste, kan|kon|konden het niet laten, niet langer dan, niet
schelen, niks schelen, niets schelen, niet erg, niet lang, niet zo|heel|al|erg|te lang, niet al te lang, niet veel
later, niet ver, nog geen jaar|maand|week|dag|uur|minuut|kwartier later|geleden|of, geen
dag|week|maand|jaar|avond|nacht|keer voorbij, en niet anders, niet vergeten, nooit vergeten, niet te vergeten, maakt
niet uit, maakte niet uit, vind|denk|snap|begrijp je|u|jullie niet, maakt niks uit, maakte niks uit, maakt niets uit,
niet uitmaakt, niks uitmaakt, hindert niet, niet wachten, niet even, of niet soms, of niet dan, toch niet dan, niet
één maar, niet een maar, niet vanzelfsprekend, niet te geloven, geen probleem, geen twijfel, niet zomaar, waarom niet,
zeker niet alleen, niet onbelangrijk, niet onder voor, niet onder te doen, niet onderdoen, niet eens alleen, kan niet
anders, niet alles, niet iedereen, gene zijde, of gene, al dan niet, al of niet, zonder enige twijfel, nog nooit zo,
nooit zo'n, niet gering, niemand die zo, geen mens die zo, niemand die meer, niemand die beter, niet onderschatten,
nooit gestopt met, niet gestopt met, nooit opgehouden met, niet opgehouden met, nooit geweigerd om, nooit geweigerd
te, niet geweigerd om, niet geweigerd te, stop|stopt|stopte|stopten|stoppen niet|nooit met,
kap|kapt|kapte|kapten|kappen niet|nooit met, hou|houd|houdt|hield|hielden niet|nooit op, hou|houd|houdt|hield|hielden
maar|er|toch|ook|nog|daar niet|nooit op, hield|houdt er maar|toch|ook niet|nooit op, geen wonder, als dat|dit geen,
wil|wilt je|u niet weten, niet te stoppen met, vergeet|vergat|vergaten niet|nooit, weiger|weigert|weigerde|weigerden
niet|nooit, niet normaal, niet misselijk, niet te filmen, niet omheen, voor niks, voor niets, niets|niks te vroeg,
geen dag|minuut|moment te vroeg
"""
_NOT_WISHES = "als ik eerlijk ben, als ik het goed heb, als ik terugkijk, als je kijkt, als je vraagt"
# `had ik dat maar nooit gedaan`: it was done.
_REGRETS = ", ".join(f"{_IFS} {_WHO} {what}maar niet|nooit" for what in ("", f"{_WHAT} ", f"{_WHAT} {_WHAT} "))
DUTCH_DENIALS = Denials(
    _CUES,
    (*split_list(_NOT_CUES), *split_list(_REGRETS)),
    not_wishes=split_list(_NOT_WISHES),
    asides=split_list(ASIDES),
    stranding=frozenset(words("geen gene")),
    ending=ENDING,
    who=frozenset(words("wie")),
    why=frozenset(words("waarom")),
    addressed=ADDRESSED,
    suggesting=SUGGESTING,
    before_questions=BEFORE_QUESTIONS,
    past_endings=PAST_ENDINGS,
    that=frozenset(words("dat")),
    saying=SAYING,
    wishing=WISHING,
    relatives=frozenset(words("die dat")),
    nobody=frozenset(words("niemand geen gene niks niets")),
    not_described=NOT_DESCRIBED,
    without=frozenset(words("zonder")),
    never=frozenset(words("nooit")),
    unreal=UNREAL,
    going_on=frozenset(words("dan toen daarna vervolgens daarom")),
    likening=frozenset(words("zoals")),
    modals=frozenset(words("kan kun kunt kunnen mag mogen")),
    finding=frozenset(words("vinden krijgen bekennen bespeuren zien halen koop merken")),
    owners=frozenset(words("mijn m'n jouw je zijn z'n haar ons onze jullie hun")),
    only=frozenset(words("alleen enkel slechts")),
    valued=frozenset(words("goed mooi groot slecht erg fijn leuk aardig lief sterk hard gezellig eerlijk")),
    comparative_endings=("er", "ere"),
    than=frozenset(words("dan")),
    as_much=frozenset(words("zo")),
    likened=frozenset(words("als")),
    borders=frozenset(
        words(
            "maar echter terwijl omdat want hoewel doordat zodat alhoewel behalve dat die of waar waarin "
            "waarop waarmee waarvan waarbij waardoor waarom waarvoor waarnaar waaraan waarover waaruit wanneer "
            "welk welke hoeveel om wie zoals en als nadat voordat toen dus tot wat hoe"
        )
    ),
    listing=frozenset(words("en of noch")),
    opening=(MODALS | FINITE_AUXILIARIES) - frozenset(words("hebben zijn worden")),
    closers=frozenset(
        words(
            "te om in op aan met van voor bij uit naar door over tot na tegen onder tussen ik je jij hij zij "
            "ze we wij jullie er het is was zijn waren heeft hebben had hadden wordt worden werd werden kan "
            "kunnen kon konden moet moeten wil willen zal zullen ging gaan"
        )
    ),
    resuming=frozenset(words("dat die")),
    resuming_verbs=frozenset(
        words(
            "doe doet doen deed deden lukt lukte lukken lukten kan kun kunt kunnen kon konden mag mogen mocht mochten "
            "wil willen wou wilde wilden hoef hoeft hoeven hoefde gaat ging hebben heb heeft had hadden bestaat "
            "bestond gebeurt gebeurde gedaan zie ziet zien zag zagen ken kent kennen kende kenden"
        )
    ),
    degrees=frozenset(words("zo heel erg te echt bepaald zeer bijster al altijd even")),
    retaken_by=frozenset(words("dat die dit deze het ze zij hij")),
    such_things=split_phrases("dat soort dingen, dat soort zaken, zulke dingen, zulke zaken, zoiets"),
    occurring=split_phrases(
        "van de grond|gekomen|terecht, tot stand, uit de verf, aan de orde|bod, door, doorgegaan, doorgaan, "
        "gebeurd, gelukt, "
        "gekomen"
    ),
    motives=split_phrases(
        "voor het geld|plezier, voor de lol|gezelligheid|grap|vorm|sier|eer|show|fun|centen|leuk|leukigheid, voor "
        "mijn|m'n|"
        "je|jouw|haar|zijn|z'n|ons|hun plezier|lol|gezondheid, voor niks|niets, uit "
        "luxe|medelijden|liefde|liefdadigheid, "
        "met opzet, per ongeluk"
    ),
    reasons=frozenset(words("omdat vanwege doordat")),
    naming=split_phrases("het was|is, 't was|is, dat was|is"),
    definite=frozenset(words("de het die dat mijn m'n onze ons zijn z'n haar hun jullie")),
    answering=frozenset(words("nee neen hoor joh nooit niet nog meer echt zeker ja nou ach eigenlijk")),
    event_subjects=frozenset(words("dat het dit")),
    failing=frozenset(
        words(
            "doe doet doen deed deden gaat ging lukt lukte lukken kan kon mag mocht gebeurt gebeurde hoeft hoefde "
            "kwam komt"
        )
    ),
    helped=frozenset(words("afgezien")),
    answers=frozenset(words("nee neen ja nou tja ach")),
    times=TIMES,
    then=frozenset(words("toen dus")),
    pointing=frozenset(words("dat")),
    things=frozenset(words("niks niets")),
    indefinite=frozenset(words("een ne 'n")),
    nominatives=frozenset(words("ik 'k hij ie we wij ze zij je jij ge gij jullie men")),
    clause_subjects=((DETERMINERS | PRONOUNS) - frozenset(words("meer")))
    | frozenset(words("iedereen alles alle elk elke ieder iedere iemand niemand veel weinig sommige er mensen")),
    infinitive_signs=frozenset(words("te")),
    no_subjects=frozenset(
        words(
            "niet nooit geen gene nie ni nog ook al wel even gewoon echt nauwelijks amper zelden helemaal nergens "
            "niemand niks niets"
        )
    ),
    fronted=frozenset([*((word, "aan") for word in words("ontbrak ontbreekt ontbraken ontbreken")), ("sprake", "van")]),
    copulas=frozenset(words("is was waren zijn")),
    articles=frozenset(words("de het een mijn onze ons zijn haar hun")),
    passives=frozenset(words("wordt werd worden werden")),
    contrast=frozenset(words("maar")),
    turning=frozenset(words("maar echter want omdat terwijl hoewel dus")),
    having=frozenset(words("heb hebt heeft hebben had hadden")),
    getting=frozenset(words("krijg krijgt krijgen kreeg kregen gekregen")),
    prepositions=PREPOSITIONS,
    there=frozenset(words("er daar hier")),
    wanting=frozenset(words("wil willen wilde wilden wou")),
    undone=frozenset(
        words(
            "opgelost bijgelegd "
            "afgelast afgezegd afgeschaft afgewezen beeindigd dicht geannuleerd gesloten gesloopt geschrapt geweigerd "
            "ingetrokken opgeheven opgezegd stopgezet verboden vergeten verloren verdwenen weg weggegaan"
        )
    ),
    being=frozenset(words("beschikbaar mogelijk aanwezig voorhanden nodig genoeg toereikend voldoende toegestaan")),
    around_nouns=TAGS
    | frozenset(
        words(
            "wil willen wilde wilden hoef hoeft hoeven hoefde hoefden nodig bestaat bestaan bestond allang "
            "een de het zo'n zo die dat deze dit mijn onze ons hun zijn haar jullie echt meer veel heel erg enige "
            "enkele al nog ook toch wel ooit eens er daar hier we wij ze zij ik je hij jullie men nu toen dan gewoon "
            "eigenlijk helemaal alweer even altijd natuurlijk is was waren ben bent wordt werd werden worden heb "
            "hebt dus daarom uiteindelijk heeft hebben had hadden krijg krijgt krijgen kreeg kregen gekregen gehad "
            "geweest kom komt komen "
            "kwam kwamen gekomen jaar week dag maand keer moment zou zouden goed goede direct"
        )
    ),
)
