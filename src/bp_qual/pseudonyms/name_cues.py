"""The words around names: titles and kin before persons, tussenvoegsels, words for organisations and places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.link_words import LINK_WORDS


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text.

    >>> sorted(word_set("van de"))
    ['de', 'van']
    """
    return frozenset(text.split())


LINKS = LINK_WORDS
# Arabic and Spanish ones that are words in Dutch or English: between two names with a capital only.
BETWEEN_NAMES = word_set("ben bin bint ibn ould abu y e i")
# Adjectives before a first name that are part of a nickname.
NICKNAMES = word_set(
    "mooie kleine grote dikke lange korte ouwe oude rooie rode schele blonde zwarte witte kromme dove malle gekke"
)
# What stands before a noun, and seldom before a name.
DETERMINERS = word_set(
    "de het 't een 'n die dat deze dit mijn m'n je jouw zijn z'n haar ons onze hun jullie geen zo'n"
    " the a an this that my your"
)
# Those that may stand in front of a name and belong to it, in small letters.
LEADING_LINKS = LINKS - word_set("in op aan en of te the on al het de upon do")
STREET_ENDING = lazy_pattern(
    r"(?:straat|straatje|laan|weg|plein|kade|gracht|singel|dijk|steeg|plantsoen|dreef)$"
    r"|^(?:street|road|lane|avenue|square|close|drive|crescent|terrace|grove|gracht)$",
    re.IGNORECASE,
)
PLACE_ENDING = lazy_pattern(
    r"(?:wijk|dorp|stad|veen|burg|dam|oord|land|eiland|oost|west|zuid|noord|zicht|veld|meer|recht|kerk|huizen"
    r"|shire|ton|ford|ham|bury|field|borough|wick|mouth|pool)$"
)
# A Dutch compound that ends so is as often a name as a word.
NAMED_ENDING = lazy_pattern(
    r"(?:straat|laan|weg|plein|kade|gracht|singel|dijk|steeg|plantsoen|dreef|pad|hof|buurt|kerk|moskee|park|markt|brug"
    r"|burg|dorp|veen|dam|oord|eiland|huizen|veld|meer|berg|bergen|donk|horst|kamp|beek|broek|stra|ma|inga"
    r"|maker|werk|huis|zorg|punt|wijk|sluizen|sluis|haven|waard|zijl|monde|hoven)$"
)
# A Dutch compound with one of these endings has an article behind a preposition of place, unless it is a name.
BARE_PLACE_ENDING = lazy_pattern(
    r"(?<=\w{3})(?:straat|laan|plein|kade|gracht|singel|dijk|steeg|dreef|buurt|wijk|dorp|veen|burg|oord|eiland|huizen"
    r"|veld|meer|bergen|donk|horst|kamp|beek|polder|hoven|waard|zijl|monde|kwartier|noord|zuid|oost|west)$"
)
BEFORE_BARE_PLACES = word_set("in uit naar vanuit op richting te omgeving")
# Names of houses and flats in English: a name stands before them, in talk without capitals too.
BUILDINGS = word_set("house court tower towers lodge heights mansions buildings flats cottage cottages villas")
# The last word of the name of an organisation in English: 'Barlow Homes'.
ENDING_ORGANISATIONS = word_set(
    "homes kitchen bank services partnership project group stores bakery café cafe inn arms theatre library network"
    " union co-op consortium hub forum choir rovers rangers united"
)
# The last word of the name of a part of a town, which many leave out: 'Fernhill Estate'.
ENDING_PLACES = word_set("estate village park island valley wijk buurt dorp eiland polder")
# Before persons, though 'to' stands before places too.
TO_PERSONS = lazy_pattern(
    r"\b(?:according|thanks|spoke|spoken|speak|talk|talked|talking|listen|listened|said|wrote|married|next) to $",
    re.IGNORECASE,
)
# Kin and neighbours: 'van' behind them is no part of a name before a first name, as it is behind a title.
KIN = word_set("zus broer zoon dochter man vrouw moeder vader buurvrouw buurman collega oom ome tante opa oma")
# What ends a Dutch word for an organisation: 'wijkraad', 'huurdersvereniging'.
ORGANISATION_ENDING = lazy_pattern(
    r"^(?!school|kerk|raad)\w{3,}(?:stichting|vereniging|raad|fonds|bond|club|coöperatie|corporatie|school|college)$"
)

# What ends a Dutch word for a house of business or care: bare behind a preposition, a name follows it.
BUSINESS_ENDING = lazy_pattern(
    r"(?:bedrijf|(?<!zieken)(?<!stad)huis|atelier|winkel|zaak|garage|apotheek|kapsalon|salon|fabriek|drukkerij|kwekerij"
    r"|brouwerij|slagerij|bakkerij|smederij|wasserij|rederij|werf|makelaars?|aannemer|architecten|advocaten|notarissen"
    r"|fanfare|harmonie|orkest|koor|manege|camping|zwembad|theater|bioscoop|dancing|opvang|crèche|kinderdagverblijf"
    r"|centrum|hospice|kliniek|praktijk|tehuis|flat|complex|hoeve|boerderij|molen|combinatie|groep|beheer|bouw)$"
)
# Behind these a Dutch noun alone in the singular has an article, unless it is part of a name.
BARE_PREPOSITIONS = word_set("bij van voor in naar met via door tegen aan uit achter naast op")

# What groups are of, in English: 'the tenants association' names nobody.
OF_GROUPS = word_set(
    "action community support residents tenants parents friends neighbourhood neighbours womens women mens youth local"
)
# Titles that are followed by a name and nothing else.
FIRM_TITLES = word_set(
    "meneer mevrouw mevr mw dhr heer juffrouw mejuffrouw familie fam dokter dominee pastoor"
    " wethouder mr mrs ms miss pastor reverend dr ds drs"
)
# In full: 'broer' is followed by a first name, 'meneer' by a surname.
FIRST_NAME_TITLES = word_set(
    "tante oom ome opa oma zuster juf broer zus zoon dochter man vrouw our little auntie aunt uncle sister brother"
    " husband wife son daughter nan grandma grandpa"
)
_MONTHS_AND_DAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli"
    " augustus september oktober november december",
    "en": "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays"
    " saturdays sundays january february march april may june july august september october november december",
}
_PEOPLES = {
    "nl": "nederlands turks marokkaans engels duits frans pools somalisch surinaams arabisch grieks italiaans spaans"
    " belgisch vlaams chinees indonesisch russisch amerikaans bulgaars roemeens oekraïens syrisch afghaans koerdisch"
    " berbers antilliaans indisch moluks fries gronings limburgs brabants utrechts amsterdams rotterdams haags joods"
    " katholiek protestants gereformeerd hervormd islamitisch iraans iraaks portugees europees afrikaans papiaments",
    "en": "english polish british irish welsh scottish indian french german urdu punjabi gujarati hindi bengali"
    " pakistani somali caribbean jamaican nigerian african american chinese italian spanish greek turkish russian"
    " romanian bulgarian ukrainian dutch european asian catholic catholics muslim muslims jewish hindu sikh christian"
    " protestant methodist anglican victorian georgian",
}
_OTHER_CAPITALS = {
    "nl": "i u god kerst kerstmis pasen pinksteren koningsdag koninginnedag ramadan suikerfeest sinterklaas tweede"
    " eerste wereldoorlog tv wmo oké ok pc dvd cd sms hbo mbo vwo havo mavo ggz ww wao wia vut adhd corona covid nl"
    " nee ja ach eh ehm uhm hè hé nou tja goh joh zeg oei mwah ho hm hmm ah oh o hoor jawel welnee kijk tuurlijk"
    " ochtends morgens middags avonds nachts zondags maandags"
    " sich bsn btw aow id-kaart internet bijbel koran allah islam ned mts lts ehbo cv hr bv nv ie zn",
    "en": "i i'm i've i'd i'll god christmas easter ramadan eid diwali mum mam dad mummy daddy nan nana gran grandma"
    " grandpa grandad granny queen king second first world war tv ok pc dvd cd gp bible quran allah islam covid"
    " yeah yes no oh eh um uh er aye hm hmm nah okay ah well right blimey cheers please thanks"
    " hey wow alright yup yep yea yay gotcha mm mm-hm mhm mmm whoa ooh oops ouch aha haha ha gosh crikey bloody thx"
    " gonna wanna gotta dunno cos 'cause innit ta hello hi bye sorry"
    " internet ceo hr vat pe ie",
}
# Names that are months too: perhaps a person where a verb follows ('June said'), never after 'in'.
MONTHS_OR_NAMES = word_set("april may june august mei juni")
# What only persons do, and what stands before a month: 'before june died', not 'last june came'.
PERSONAL = word_set("said says lived lives told zei zegt woonde woont vertelde trouwde died married sang")
BEFORE_MONTHS = word_set(
    "in last this next since of by till until from early late every afgelopen vorige volgende sinds"
)
# Who does something: a verb follows.
SUBJECTS = word_set("ik jij je hij zij ze we wij jullie i you he she they")
# What stands before a street or district and belongs to its name.
STREET_ADJECTIVES = word_set(
    "lange korte oude nieuwe grote kleine hoge lage eerste tweede groene rode witte zwarte blauwe kromme"
    " old new great upper lower"
)
# What stands before the name of a place and belongs to it: 'Little Italy', 'op zuid'.
COMPASS = word_set(
    "little north south east west upper lower mount lake fort port glen loch noord zuid oost west groot klein nieuw"
)
# The second words of holidays, and the first.
DAYS = word_set("day eve night year monday friday sunday tuesday wednesday")
BEFORE_DAYS = word_set(
    "christmas easter boxing new mother's father's mothers fathers good bank pancake bonfire memorial"
)
# What a title or a heading calls a talk: the name behind it is that of somebody.
TALKS = word_set(
    "interview gesprek transcript transcriptie verslag gespreksverslag interviewverslag notulen aantekeningen opname"
    " bijlage vraaggesprek telefoongesprek notes minutes recording conversation transcription session meeting"
    " respondent participant deelnemer geïnterviewde interviewee informant"
)
# English offices that are surnames too, at the start of a sentence.
OFFICES = word_set("bishop judge dean pope priest sergeant constable marshal sheriff mayor abbot parson prior squire")
# Who speaks or is spoken to: behind a verb they are its subject.
OWN_PRONOUNS = word_set("ik je jij u we wij")
# Before 'van' they are followed by a surname and nothing else: 'bij van dam', in talk without capitals.
BEFORE_VAN = word_set("bij met naast tegen tegenover achter volgens tussen voor door aan en meneer mevrouw")
# Before a street without an article, in talk without capitals: 'on park road'.
BEFORE_STREETS = word_set("on in off down up at along from")
# Tussenvoegsels that plain talk hardly has.
OLD_LINKS = word_set("der den ter ten 't ’t")
# Small words after which, in talk without capitals, a listed surname is one.
SURNAME_LINKS = word_set("der den ter ten 't ’t el al dos von o'")
# Trades that are surnames: behind a preposition without article a Dutch one is somebody's name, 'van kuiper'.
TRADES = word_set(
    "bakker brouwer dekker drukker ketelaar koopman koster kramer kuiper kuyper looier metselaar molenaar mulder naaier"
    " poorter schilder schipper schoenmaker slager snijder timmerman timmermans tuinman verver visser vissers voerman"
    " wagenaar wever zager zanger zeeman boer smid smit meijer schouten"
)
BEFORE_TRADES = word_set("van bij met naar aan door tegen naast")
# Kinds of schools, before the word for one.
SCHOOL_KINDS = word_set("openbare christelijke katholieke islamitische protestantse bijzondere algemene vrije")
# Titles that are words too: before a listed surname, without 'my', it is one's.
BEFORE_SURNAMES = word_set("father sister brother nurse doctor captain pastoor zuster broeder kapelaan meester")
# Whose first name follows, in full talk: 'mijn zoon Wil die'.
CHILDREN = word_set("zoon dochter broer zus kleinzoon kleindochter son daughter brother sister grandson granddaughter")
# Words after which an ordinary word that is a first name too may be one.
BEFORE_PERSONS = word_set("met aan van tegen zonder en with and without told asked gave")
# Words that no name of an organisation is made of, in talk without capitals.
CLOSED = word_set(
    "toe af mee heen terug weg samen langs boven away back down off up together"
    " de het een die dat dit deze mijn je jouw zijn haar ons onze hun geen elke welke naar in op bij van"
    " voor met door uit over onder tegen te aan om tot en of maar dus want als dan toen is was zijn waren"
    " heb heeft had hadden wordt werd ging gaat kwam komt ik jij hij zij ze wij we jullie er hier daar niet"
    " wel ook nog al the a an this that these those my your his her its our their no every each which to in"
    " on at by of for with from about over under and or but so if as then when is was are were be been have"
    " has had do does did go goes went come came i you he she it we they there here not also still all"
    " can could would should must might kan kon zou zal moet moest mag mocht me him them us hem zo anders dus iets niks"
)


@dataclass(frozen=True, slots=True)
class NameCues:
    """What stands around names in one language.

    Examples
    --------
    >>> "meneer" in name_cues_of("nl").titles, "Mum".casefold() in name_cues_of("en").no_names
    (True, True)
    """

    titles: frozenset[str]
    organisations: frozenset[str]
    before_places: frozenset[str]
    no_names: frozenset[str]
    peoples: frozenset[str]
    naming: re.Pattern[str]
    verbs: frozenset[str]
    linking: frozenset[str]


def _peoples(language: str) -> frozenset[str]:
    """Return languages and peoples; in Dutch also with an -e, and -en for the people."""
    stems = _PEOPLES[language].split()
    return frozenset(stems) | (frozenset(f"{s}e" for s in stems) if language == "nl" else frozenset())


_DUTCH = NameCues(
    titles=word_set(
        "meneer mevrouw mevr mw dhr heer mr dr drs ir ing prof professor dokter dominee ds pastoor zuster broeder juf"
        " meester tante oom ome opa oma wethouder burgemeester familie fam buurvrouw buurman broer zus zoon dochter man"
        " vrouw collega imam ene juffrouw mejuffrouw ouderling notaris kapelaan rabbijn sergeant kapitein mevrouwtje"
        " meneertje"
    ),
    organisations=word_set(
        "stichting vereniging voetbalvereniging sportvereniging buurthuis wijkcentrum bakkerij ijssalon slagerij"
        " basisschool school universiteit gemeente bibliotheek moskee kerk thuiszorg ziekenhuis resto gasthuis koor"
        " lyceum fonds academie museum corporatie verzorgingshuis zorgcentrum restaurant café hotel supermarkt"
        " woningcorporatie buurtvereniging speeltuin buurtcentrum dorpshuis gymnasium mavo peuterspeelzaal woningbouw"
        " sv vv fc vc hv tc rkvv rksv svv praktijk"
    ),
    before_places=word_set("in uit naar vanuit richting bij te vlakbij van tot op omgeving"),
    peoples=_peoples("nl"),
    no_names=word_set(_MONTHS_AND_DAYS["nl"]) | _peoples("nl") | word_set(_OTHER_CAPITALS["nl"]),
    naming=lazy_pattern(
        r"\b(?:heet|heette|heten|noemen|noemde[n]?|roepnaam|naam is|genaamd)\s+"
        r"(?:(?:ze|zij|hij|hem|haar|ik|altijd|nu|nou|trouwens),?\s+){0,2}$",
        re.IGNORECASE,
    ),
    verbs=word_set(
        "is was had heeft zei zegt kwam komt ging gaat doet deed woont woonde werkt werkte belde hielp gaf sang heet"
        " heette zat stond wilde vertelde vond vindt bleef kreeg bracht nam liep waren hadden zeiden kwamen gingen"
        " deden woonden werkten zaten stonden"
    ),
    linking=word_set("en"),
)
_ENGLISH = NameCues(
    titles=word_set(
        "mr mrs ms miss dr prof professor pastor father sister brother auntie aunt uncle councillor reverend rev sir"
        " lady nan grandma grandpa husband wife son daughter our little old nurse doctor canon rabbi imam captain"
        " sergeant constable inspector vicar sheikh"
    ),
    organisations=word_set(
        "trust centre council mills hall school college university infirmary hospital aid concern army comprehensive"
        " museum academy church mosque limited ltd club society association foundation housing nursery primary infants"
        " juniors grammar chapel temple gurdwara masjid synagogue hospice surgery institute"
    ),
    before_places=word_set("in from to near around at of"),
    peoples=_peoples("en"),
    no_names=word_set(_MONTHS_AND_DAYS["en"]) | _peoples("en") | word_set(_OTHER_CAPITALS["en"]),
    naming=lazy_pattern(r"\b(?:called|named|name(?:'s| is| was)|call(?:ed)? (?:her|him)|name,)\s+$", re.IGNORECASE),
    verbs=word_set(
        "has said says came went lived lives worked runs took gave sang told never always brought led planted used set"
        " opened still rang was is had"
    ),
    linking=word_set("and"),
)
_CUES: Mapping[str, NameCues] = {"nl": _DUTCH, "en": _ENGLISH}


def name_cues_of(language: str) -> NameCues:
    """Return the words around names in a language; those of English where nobody described them."""
    return _CUES.get(language, _ENGLISH)
