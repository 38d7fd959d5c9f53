"""Small words of Dutch and what they do in a clause."""

from __future__ import annotations

from bp_qual.matching.languages.word_lists import words

PREPOSITIONS = frozenset(
    words(
        "op uit in aan af over onder door om voor achter bij na tegen tot van naar toe binnen buiten langs rond "
        "voorbij met mee zonder tussen tijdens volgens wegens dankzij vanaf vanuit sinds sedert behalve per via "
        "te ten ter boven beneden naast tegenover rondom ondanks"
    )
)
DETERMINERS = frozenset(
    words(
        "de het een t n 't 'n mijn m'n jouw je zijn z'n haar ons onze jullie uw hun deze die dit dat elk elke ieder "
        "iedere geen veel weinig alle al enkele sommige vele meer welke welk zo'n zulke zulk beide wat een twee "
        "drie vier vijf zes zeven acht negen tien hem hen ze mij me jou u zich mekaar elkaar elkander iedereen "
        "iemand niemand niets iets alles wie ik hij zij wij we jij er hier daar"
    )
)
CONJUNCTIONS = frozenset(
    words("en maar of want dus dan als dat omdat doordat zodat terwijl toen zoals nadat voordat dan doch noch")
)
BEFORE_NOUNS = frozenset(
    words(
        "de het een t n 't 'n mijn m'n jouw zijn z'n haar ons onze uw hun deze dit elk elke ieder iedere geen veel "
        "weinig alle enkele sommige vele welke welk zo'n van voor met in op aan bij uit zonder per tot ter ten te"
    )
)
AUXILIARIES = frozenset(
    words(
        "kunnen willen moeten mogen zullen gaan komen laten blijven hebben zijn worden durven proberen helpen leren "
        "hoeven doen zien horen voelen komen staan zitten liggen lopen weten trachten dienen te heb heeft hebben hebt "
        "had hadden is zijn ben bent was waren wordt worden werd werden"
    )
)
FINITE_AUXILIARIES = frozenset(
    words("heb heeft hebben hebt had hadden is zijn ben bent was waren wordt worden werd werden")
)
COPULAS = frozenset(words("is zijn was waren ben bent"))
NEVER_VERBS = frozenset(
    words(
        "het vier de die dat als dan zo om tot wat wie hoe waar mijn haar onze alle al er ook nog wel niet van "
        "met en of in op aan uit voor door bij na naar over onder te twee drie vijf zes zeven acht negen "
        "tien een meer minder zeer heel echt weer even graag half lang wel bang warm sterk zonder zeker klaar want "
        "'s haast tegen men he hem hen z'n buiten naast rond zij toe jij jou jouw welk veel "
        "velen"
    )
)
# Words that are a verb only right beside its subject: `ik deel mee`, but `maakte deel uit`; `ik pas op`, `pas bij`.
VERBS_BESIDE_SUBJECTS = frozenset(words("deel pas"))
# Right before a particle they say how something is: `mijn vader was vroeg op`, but `hij vroeg het dossier op`.
QUALITIES = frozenset(words("vroeg hard koel nodig slecht"))
# `wat erin stond`, `als je belt`: the verb is the last of its clause, and no particle of it follows.
SUBORDINATING = frozenset(
    words("wat die dat als omdat doordat zodat terwijl zoals waar nadat voordat totdat of wie hoe")
)
BEFORE_LAST = frozenset(
    words(
        "ik 'k je jij hij ze zij we wij ge gij jullie er het men erin erop eraan erbij erachter ernaast erboven eruit "
        "ervan ervoor ermee hem haar ons hen hun me mij"
    )
)
NO_PREPOSITIONS = frozenset(words("af mee toe terug"))
R_PRONOUNS = words("er daar waar hier ergens nergens overal")
JOINING = words("en maar of want dus")
OPENING = words("dat die omdat als waar of toen wat")
# Words that no preposition governs: behind `aan, bij, op` they show, as a comma would, that this is a particle.
UNGOVERNED = frozenset(
    words(
        "hè he hé hoor ja nee joh zenne zulle jawel nietwaar oké oke ok tja och nou ik 'k hij wij we jij ge gij zelf "
        "samen aub alsjeblieft alstublieft al eigenlijk toch gewoon natuurlijk ook wel nog altijd nooit misschien "
        "ofzo enzo enzovoort allemaal alweer steeds vaak soms meestal gelukkig helaas inderdaad tenminste eindelijk "
        "uiteindelijk sowieso trouwens vooral even eens kennelijk blijkbaar waarschijnlijk uiteraard hopelijk "
        "jarenlang regelmatig echter immers overigens meteen graag zo sindsdien hierna zodra zolang niet tegenwoordig "
        "zeker zelfs klaar vandaag gisteren eergisteren morgen overmorgen vanavond vanmiddag vanochtend vanmorgen "
        "vannacht laatst onlangs dagelijks wekelijks maandelijks jaarlijks 's zonder sinds ondanks tijdens daarom "
        "daarna bijvoorbeeld ondertussen bovendien tevens hierdoor daardoor vervolgens eveneens reeds namelijk "
        "intussen wellicht inmiddels zelden vandaar tenslotte tegelijkertijd tegelijk ongetwijfeld voorheen thans "
        "telkens weliswaar dikwijls alsnog voortaan voorgoed opeens ineens plots plotseling niettemin gisteravond "
        "gistermiddag doorgaans daarentegen achteraf destijds allang effe effen efkes eventjes tussendoor straks "
        "daarstraks liever weer opnieuw echt letterlijk"
    )
)
# No preposition governs these either, but for `van hier`, `tot daar` and the like.
ELSEWHERE = frozenset(words("daar hier waar ergens nergens overal"))
BEFORE_ELSEWHERE = frozenset(words("van tot naar toe"))
# What urges behind a verb that commands: `bel maar aan`.
URGING = frozenset(words("maar even eens dan nou toch gewoon"))
# Those that no number or article makes a preposition of: `achter hoor mijn ouders`, but `op nog één rondje`.
TAGS = frozenset(
    words("hè he hé hoor ja nee joh zenne zulle jawel nietwaar oké oke ok tja och nou ofzo enzo enzovoort")
)
# What no preposition governs if a stretch of time follows: `elke dag`, but `aan elke bewoner`.
OF_TIME = frozenset(words("vorig vorige volgend volgende elk elke ieder iedere"))
TIMES = frozenset(
    words(
        "keer maal dag dagen week weken weekend maand maanden jaar jaren uur uren minuten kwartier middag ochtend "
        "avond nacht tijdje poos poosje seizoen zomer winter lente herfst voorjaar najaar maandag dinsdag woensdag "
        "donderdag vrijdag zaterdag zondag dagje weekje jaartje keertje"
    )
)
# Prepositions that a stretch of time follows: `in een week`, `op die dag`, but not `aan de hele dag`.
TEMPORAL = frozenset(words("in op over voor om na door tot van binnen tegen tussen onder rond"))
# Places that one goes into, out of or along: in `ze liep de straat op` the particle belongs to the place.
PLACES_GONE = frozenset(
    words(
        "stad straat kamer huis deur trap weg wijk buurt wereld gang tuin kerk school klas zaal keuken winkel poort "
        "berg heuvel bos park plein dorp land stoep brug tunnel lift trein bus auto podium toneel veld water zee "
        "rivier kade dijk zolder kelder hoek bocht snelweg gebouw kroeg café stal schuur pad helling ladder balkon "
        "gracht"
    )
)
GOING = frozenset(
    words(
        "gaan lopen trekken rennen rijden fietsen komen kijken stappen wandelen vliegen springen klimmen sluipen varen "
        "vluchten zwerven kruipen hollen reizen"
    )
)
# Expressions whose words are neither verb nor particle: *af en toe* is no half of `afspreken`.
FIXED = (
    "af en toe; tot nu toe; af en aan; op en neer; heen en weer; over en weer; om en nabij; om en om; in en uit; "
    "op en top; door en door; bij en bij; keer op keer; in stand; tot stand; in plaats; ter plaatse; "
    "onder andere; onder meer; op school; naar school; van school; in vorm; bij voorbaat; voor en na; "
    "in de plaats; over het algemeen; in het algemeen; op zich; op zichzelf"
)
# Adverbs that may stand inside a phrase: `de koe nu bij de horens vatten`.
INSIDE = frozenset(
    words("nu dan toch ook wel graag even maar eens weer nog al gewoon eigenlijk echt zelf steeds altijd")
)
# More adverbs that may stand between a phrase and its verb at the end: `de broekriem nooit aanhalen`.
ADVERBS = frozenset(
    words(
        "daar hier er heel zo toen niet niks nooit ooit wat iets veel meer minder helemaal bijna net pas allebei "
        "ergens nergens overal onmiddellijk snel elders af terug weer alleen zeer ongeveer vrijwel nauwelijks amper "
        "zowat haast nagenoeg enigszins nogal min minstens slechts voren thuis tamelijk best behoorlijk volledig"
    )
)
# `denk ik`, `zei hij`, `weet je`, `zeg maar`: tags, behind which the sentence may end.
TAG_VERBS = frozenset(
    words(
        "zeg zei zegt zeiden zeggen denk dacht denken dachten weet wist vind vond vinden vonden geloof bedoel snap "
        "hoop begrijp begreep"
    )
)
# Verbs that quote what was said just before, whoever said it: `meld je aan zei die man`.
QUOTING = frozenset(words("zei zegt zeiden riep riepen vroeg vroegen"))
TAG_ENDS = frozenset(words("ik 'k je jij ge gij hij ze zij we wij u men maar hem"))
PRONOUNS = frozenset(words("ik je jij u we wij ze zij hij het er ons dat die men jullie iemand niemand iedereen"))
NOMINATIVES = frozenset(words("ik 'k je jij hij ze zij we wij ge gij jullie"))
ARTICLES = frozenset(words("de het een"))
POSSESSIVES = frozenset(words("mijn m'n je jouw zijn z'n haar d'r ons onze jullie uw hun"))
COMPLEMENTIZERS = frozenset(words("omdat terwijl doordat zodat voordat nadat hoewel ofschoon aangezien"))
SUBJECTS = frozenset(words("ik je jij u hij zij ze wij we jullie het er men de een die deze mijn onze"))
THINGS = frozenset(words("deel plaats kennis les vorm prijs school adem stand gade"))
NUMBERS = frozenset(words("een twee drie vier vijf zes zeven acht negen tien elf twaalf vijftien twintig dertig"))
MODALS = frozenset(
    words(
        "kan kon konden wil wilde wilden wou moet moest moesten mag mocht mochten zal zou zouden gaat ging gingen komt "
        "kun kunt zult wilt kwam kwamen laat liet lieten blijft bleef bleven durft durfde durfden hoeft hoefde"
    )
)
PLACES = frozenset(words("daar waar hier"))
LIGHT_VERBS = frozenset(words("doen zijn hebben gaan staan zitten liggen"))
# Forms of the commonest verbs, which are also rare forms of other words (`moest` of `moe`): never meant as those.
_MAIN = """
moeten moet moest moesten; zijn is ben bent was waren; hebben heb hebt heeft had hadden; kunnen kan kon konden kunt;
willen wil wou wilt wilden; gaan ga gaat ging gingen; komen kom komt kwam kwamen; doen doet deed deden; zullen zal zou
zouden zult; mogen mag mocht mochten; worden word wordt werd werden; blijven blijft bleef bleven; laten liet lieten;
staan staat stond stonden; zien ziet zag zagen; zeggen zeg zegt zei zeiden; weten weet wist wisten
"""
MAIN_LEMMA = {form: line.split()[0] for line in _MAIN.split(";") for form in line.split()[1:]}
# Verbs that the tables give as a form of another word alone (`roken` of `ruiken`), or as no verb.
ALSO_VERBS = frozenset(
    words(
        "voeren staken roken slepen slopen zagen scholen weken keurmerken begraven vervangen ontvangen verlaten appen "
        "browsen dubbelklikken bezoeken gebruiken genezen bevallen bestaan gedragen braken stoven googelen spammen "
        "somberen"
    )
)
# Participles of common verbs that the tables give to a rarer verb in ge- alone (`gevoelen`), or to none.
PARTICIPLES = (
    ("gevoeld", "voelen"),
    ("gevoelde", "voelen"),
    ("gewaagd", "wagen"),
    ("gewroet", "wroeten"),
    ("gescout", "scouten"),
)
# Words of a closed class that the tables also give as a form of some rare or unlike word (`het` of `hebben`, `hoe` of
# `hoeven`, `weer` of `weren`): never meant as that. Learned from the training files of the Dutch treebanks, where at
# least 97 % of each are determiners, pronouns, prepositions, conjunctions, adverbs or numerals.
_CLOSED = """
alle al; deze; echter; eveneens; genoeg; haar; hare haar; hem; hen; het; hoe; in; langs; meer veel; meest veel; meeste
veel; men; mijn; minder weinig; minstens; nadien; negen; niet; omwille; ondanks; sindsdien; slechts; soms; tegen; veel;
vele veel; velen veel; voren; waaronder; weer; wel; zelfs; zij; er; die; dit; dat; ze; u; hun; ons; onze ons; of; als;
toe; toch; dan; nu; zo; door; over; om; op; uit; aan; af; bij; na; te; tot; van; voor; met; mee; zonder; tussen; sinds;
tijdens; volgens; wegens; maar; want; dus; omdat; toen; terwijl; anders; straks; ergens; nergens; overal; altijd; nooit;
indien; vaak; even; eens; ook; nog; reeds; zeer; heel; thans; daags; 's
"""
CLOSED_LEMMAS = {line.split()[0]: frozenset({line.split()[0], *line.split()[1:]}) for line in _CLOSED.split(";")}
