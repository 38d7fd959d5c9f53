"""Denials in Dutch: the words that deny, and those that only look it."""

from __future__ import annotations

from bp_qual.matching.languages.denial_words import split_list, split_phrases
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.languages.dutch.dutch_cues import DUTCH_CUES, IFS, WHAT, WHO
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
geen dag|minuut|moment te vroeg, niet|nooit|geen gebrek|tekort,
niet|niks|niets|nooit te klagen, niet te versmaden|evenaren|overtreffen|stuiten, niet meegerekend|meegeteld,
viel|vielen|valt|vallen niet|nooit tegen, viel|vielen|valt|vallen helemaal|echt|ook niet tegen,
onmogelijk niet, moeilijk|lastig|zonde|jammer om niet, niet genoeg|voldoende, niet veel, niet zo|heel|al|erg|te veel,
niet zo heel|erg veel, niet graag, niet gauw, niet gelijk|meteen|direct, niet allemaal, niet altijd, niet overal,
niet vaak, niet zo|heel|al|erg|te vaak,
geen dag|week|maand|jaar|avond|nacht voorbij dat ik|hij|ze|zij|we|wij|je|jullie|het|er niet|geen
"""
_NOT_WISHES = "als ik eerlijk ben, als ik het goed heb, als ik terugkijk, als je kijkt, als je vraagt"
# `had ik dat maar nooit gedaan`: it was done.
_REGRETS = ", ".join(
    f"{ifs} {who} {what}maar niet|nooit"
    for ifs, who in ((IFS, WHO.replace("|er|het", "")), ("had|hadden|was|waren", "er|het"))  # not `kwam er maar niet`
    for what in ("", f"{WHAT} ", f"{WHAT} {WHAT} ")
)
DUTCH_DENIALS = Denials(
    DUTCH_CUES,
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
    finding=frozenset(words("vinden krijgen bekennen bespeuren zien halen koop merken gezien teruggezien")),
    owners=frozenset(words("mijn m'n jouw je zijn z'n haar ons onze jullie hun")),
    only=frozenset(words("alleen enkel slechts")),
    valued=frozenset(words("goed mooi groot slecht erg fijn leuk aardig lief sterk hard gezellig eerlijk")),
    comparative_endings=("er", "ere"),
    than=frozenset(words("dan")),
    as_much=frozenset(words("zo net")),
    likened=frozenset(words("als")),
    borders=frozenset(
        words(
            "maar echter terwijl omdat want hoewel doordat zodat alhoewel behalve dat die of waar waarin "
            "waarop waarmee waarvan waarbij waardoor waarom waarvoor waarnaar waaraan waarover waaruit wanneer "
            "welk welke hoeveel om wie zoals en als nadat voordat toen dus tot wat hoe"
        )
    ),
    following_from=frozenset(words("dan")),
    listing=frozenset(words("en of noch")),
    neither=frozenset(words("noch")),
    either=frozenset(words("of noch")),
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
        "van de grond, van gekomen|terecht|terechtgekomen, iets van gekomen|terecht|terechtgekomen, "
        "te kloppen, waar, tot stand, uit de verf, aan de orde|bod, door, doorgegaan, doorgaan, "
        "doorging|doorgingen|doorgaat, "
        "gebeurd, gelukt, gedaan, "
        "gekomen"
    ),
    motives=split_phrases(
        "voor het geld|plezier, voor de lol|gezelligheid|grap|vorm|sier|eer|show|fun|centen|leuk|leukigheid, voor "
        "mijn|m'n|"
        "je|jouw|haar|zijn|z'n|ons|hun plezier|lol|gezondheid, voor niks|niets, uit "
        "luxe|medelijden|liefde|liefdadigheid, "
        "met opzet, per ongeluk"
    ),
    unable=frozenset(words("kan kon konden kunnen mag mocht mochten mogen")),
    done_with=frozenset(
        [
            *(("aan", verb) for verb in words("doe doet doen deed deden")),
            *(("met", verb) for verb in words("werk werken")),
        ]
    ),
    reasons=frozenset(words("omdat vanwege doordat")),
    naming=split_phrases("het was|is, 't was|is, dat was|is"),
    definite=frozenset(words("de het die dat mijn m'n onze ons zijn z'n haar hun jullie")),
    answering=frozenset(words("nee neen hoor joh nooit niet nog meer echt zeker ja nou ach eigenlijk")),
    open_questions=frozenset(words("wie wat waar waarom waarvoor hoe hoeveel wanneer welk welke niet geen nooit")),
    conditions=frozenset(words("als indien zolang wanneer")),
    dismissing=frozenset(words("ho")),
    unmet=frozenset(words("als indien")),
    how_often=split_phrases("hoe vaak, hoeveel mensen|keer|keren|mensen|jaren|uren|dagen|avonden|nachten"),
    numbers=frozenset(words("een één twee drie vier vijf zes zeven acht negen tien elk elke iedere wel")),
    existing=split_phrases("is|was|zijn|waren|komt|kwam|kwamen|bestaat|zit|zat|stond|hing er"),
    sufficing=frozenset(words("genoeg toereikend voldoende")),
    event_subjects=frozenset(words("dat het dit die")),
    failing=frozenset(
        words(
            "doe doet doen deed deden gaat ging lukt lukte lukken kan kon mag mocht gebeurt gebeurde hoeft hoefde "
            "kwam komt klopt klopte"
        )
    ),
    again=frozenset(words("meer weer opnieuw sindsdien")),
    planning=frozenset(
        words(
            "wil willen wilde wilden wou wouden gewild zou zouden zullen beloofd beloofde beloofden belooft beloven "
            "gehoopt hoopte hoopten gepland planden plan probeerde probeerden geprobeerd moest moesten toegezegd "
            "gevraagd vroeg vroegen aangevraagd graag afgesproken wachtte wachtten gewacht"
        )
    ),
    helped=frozenset(words("afgezien vergeten")),
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
    states=frozenset(words("in onder op")),
    staying=frozenset(words("ben is was waren zijn zit zat zitten zaten sta staat stond stonden staan")),
    given_to=frozenset(words("me mij je jou hem haar ons jullie hen hun het ze dit dat")),
    getting=frozenset(words("krijg krijgt krijgen kreeg kregen gekregen")),
    prepositions=PREPOSITIONS,
    there=frozenset(words("er daar hier")),
    wanting=frozenset(words("wil willen wilde wilden wou")),
    undone=frozenset(
        words(
            "opgelost bijgelegd "
            "afgelast afgezegd afgeschaft afgewezen beeindigd dicht geannuleerd gesloten gesloopt geschrapt geweigerd "
            "ingetrokken opgeheven opgezegd stopgezet verboden vergeten verloren kwijtgeraakt kwijt verdwenen weg "
            "weggegaan wegbezuinigd opgedoekt vervallen gestopt uitgebleven"
        )
    ),
    standing_in=frozenset(words("er")),
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
