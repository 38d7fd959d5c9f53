"""Denials by form: lists, what was meant and did not come about, verbs that deny, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

import bp_qual as bq
from bp_qual.codebook import parse_codebook
from bp_qual.matching import find_denials
from bp_qual.matching.languages.word_class import WordClassModel
from bp_qual.matching.talk import Block
from processor_time import assert_keeps_step

# Language, term, whether it is denied, and what was said.
SAID = """
nl | traplift | yes | je had hier geen lift of een traplift, je moest maar zien
nl | muziekles | yes | wij hadden geen sport, tekenles of muziekles
nl | buddy | yes | ze krijgen nooit een brief, een kaart of een buddy
nl | cursus | no | wij hadden geen sport of zo maar de cursus was leuk
nl | muziekles | no | ze hadden geen lokaal, de muziekles was in de gang
nl | tuin | no | hij had geen werk en een tuin
en | coach | yes | I'm not a teacher or a nurse or a coach
en | ramp | yes | there wasn't a lift or a ramp, you just managed
en | coach | yes | we had no teacher, nurse or coach
en | coach | no | I'm not a teacher or anything but I was a coach
en | coach | no | he's not a teacher, the coach is
en | garden | no | we had no heating and a garden
nl | cursus | yes | de cursus is opgeheven
nl | vergunning | yes | de vergunning werd afgewezen
nl | aangifte doen | yes | ze is vergeten aangifte te doen
nl | moestuin | yes | er kwam niks terecht van de moestuin
nl | optreden | yes | het was alles behalve een optreden
nl | schilderen | yes | ik kwam er maar niet aan toe om te schilderen
nl | cursus | no | de cursus is niet opgeheven
nl | optreden | no | alles behalve het optreden ging mis
nl | school | no | het is niet waar dat de school hem doorstuurde
nl | feest | yes | het is niet waar dat het feest het weekend doorging
en | concert | yes | the concert fell through
en | course | yes | nothing came of the course
en | insulation | yes | there's too little insulation in the walls
en | course | yes | there's no money for a course
en | trip | yes | we can't pay the rent, never mind a trip
en | compensation | yes | and did they give you compensation? not a penny
en | grant | yes | they refused us the grant
en | warden | yes | I've yet to see a warden here
en | permit | no | the permit wasn't turned down
en | concert | no | we nearly fell over when the concert came through
nl | verven | yes | kijk die muur, die zouden ze verven, was beloofd, dat is dus niet gebeurd
nl | feest | yes | dat feest, daar hebben we een jaar over gepraat en toen is het er dus niet van gekomen
nl | vergoeding | yes | ze zeiden dat we een vergoeding zouden krijgen, nou, die hebben we nooit gezien
nl | lift | yes | we wilden een lift, een kleine of een grote, maar nee
nl | ruzie | yes | wij hadden woorden, dat wel, maar ruzie, nee, dat hadden we nooit
nl | subsidie | no | we zouden van de subsidie een kas kopen, dat is niet gebeurd
nl | verven | no | we hebben de muur geverfd, dat is niet duur
nl | lift | no | we namen de lift, maar nee
nl | samenwerken | yes | samenwerken? nee, dat woord kennen ze daar niet
nl | boodschappen doen | yes | boodschappen doen? vergeet het maar, met die knie
nl | schilderen | no | wie gaat er schilderen? nee, dat weet ik niet
nl | toeslag | yes | de toeslag, waar iedereen op zat te rekenen, kwam nooit
nl | toeslag | no | de toeslag, die is nooit te laat
nl | huisarts | yes | een huisarts is er in het dorp al jaren niet meer
nl | huisarts | no | een huisarts is in het dorp nooit alleen
nl | uitkering | no | die uitkering was niet genoeg
nl | uitkering | yes | een uitkering was er niet
nl | doorverwijzen | no | als je niet op tijd belt dan verwijzen ze je gewoon door
nl | doorverwijzen | yes | als je te laat belt dan verwijzen ze je niet door
nl | afbetalen | yes | hij heeft nooit iets afbetaald
nl | sleutel | yes | ik heb een sleutel noch een pasje
nl | vrijwilligerswerk | yes | aan vrijwilligerswerk doe ik niet
nl | vrijwilligerswerk | no | aan vrijwilligerswerk verdien ik niet veel
nl | subsidie | yes | praat me niet van subsidie, die is er niet
nl | subsidie | yes | iedereen had het over die subsidie maar die hebben we nooit gekregen
nl | klachten | yes | ze zeiden dat er klachten waren, nou die waren er niet
nl | subsidie | no | wij hebben subsidie, die is er nog niet doorheen
nl | moeder | no | ik ging met mijn moeder, die was er niet
nl | lift | yes | een lift? die hadden we niet
nl | lift | yes | een lift, nooit
nl | lift | no | de lift, nooit kapot
en | waiting list | yes | the waiting list, we did away with that years ago
en | waiting list | no | the waiting list, we did away with the forms
en | spare parts | yes | by May we'd run out of spare parts
en | debt | yes | he's never been in debt
en | subsidy | yes | there was talk of a subsidy but it came to nothing
en | subsidy | no | we spent the subsidy but it came to nothing
en | lease | yes | the lease? never saw it
en | lease | no | who has the lease? never saw it
en | tenants' association | yes | the tenants' association is no more
en | vote | yes | they shut it without so much as a vote
en | rota | yes | she's given up on the rota
en | rota | yes | everyone goes on about the rota but there isn't one
en | complaints | yes | they said there'd been complaints, well there were none
en | complaints | no | we had complaints, there was none of that before
en | rota | no | we have a rota but there isn't a pen
en | sponsor | no | the sponsor never came to a game
en | repair | no | it's not the repair that costs
nl | vrijwilliger | no | er is geen vrijwilliger die niet een keer gehuild heeft
nl | vrijwilliger | yes | er is geen vrijwilliger die de sleutel heeft
en | volunteer | no | there isn't a volunteer who hasn't cried in that kitchen
en | volunteer | yes | there isn't a volunteer who has the key
en | cooperate | yes | cooperate? no, they don't know the word
en | borrow money | yes | borrow money? forget it, not in our house
en | paint | no | who will paint it? no, I don't know
en | grant | yes | the grant, which everybody wanted, never came
en | grant | no | the grant, which everybody wanted, never paid for the roof
en | permit | yes | we never managed to get a permit
en | compensation | yes | none of us ever saw a penny of compensation
en | concert | no | she never missed a concert
en | warden | no | we never spoke to the warden
en | pension | no | that pension wasn't enough
en | complain | no | complaining won't help, they say
en | complain | yes | complaining doesn't happen here
en | report | no | I never regretted reporting it
en | report | yes | I never thought of reporting it
en | move | no | if you don't pay the rent then you move
en | grant | yes | they promised us a grant, well, we never saw any of it
en | shed | yes | I'd have loved a shed, somewhere to hide, but no
en | diploma | yes | my dad worked all his life but a diploma, no, he never had one of them
en | debts | yes | everybody thinks we've got debts but we haven't
en | grant | no | we got the grant, we never saw any of them
en | shed | no | we sat in the shed, but no, she talked on
nl | sport | no | ik had geen vrienden of familie, sport was alles
nl | muziek | no | ik heb geen auto of rijbewijs, muziek is mijn leven
nl | sport | no | ik had geen vrienden, sport of niet
nl | bus | no | we hadden geen trein of tram of metro, de bus deed het wel
en | music | no | I've no car or licence, music is my life
en | pension | no | I've no savings or anything, just a pension
en | coach | no | I don't want a doctor or a therapist, a coach is fine
en | sport | yes | we had no time for friends, sport or anything
nl | buren | no | de nieuwe buren zijn net ingetrokken en dat gaat goed
nl | boerderij | no | de boerderij was helemaal vervallen
nl | reis | yes | de reis kwam te vervallen
nl | kind | no | mijn kind viel in het water
nl | trein | no | de trein is gestopt
nl | hart | no | zijn hart is gestopt
nl | aanbod | no | ik heb het aanbod afgewezen
en | church | no | he ran out of the church
en | school | no | he ran out of school crying
en | money | yes | we ran out of money
nl | aanvraag | yes | omdat de aanvraag afgewezen werd
nl | vergunning | yes | de vergunning werd ingetrokken
nl | uitkering | yes | mijn uitkering verviel
nl | broer | no | mijn broer verviel in oude fouten
en | son | no | my son fell through the ice once
en | light | no | the light fell through the windows
en | chapel | no | they packed in the chapel every Sunday
en | rent | no | rents are no more than anywhere else
en | garden | no | the garden is no more trouble than a dog
en | radio | no | the radio got turned down
en | hand | no | I let go of her hand
en | neighbours | no | never mind the neighbours, they're lovely really
en | nurse | no | the nurse was refused leave
en | grant | yes | the grant was refused, so we paid
en | mortgage | no | he's yet to be late with the mortgage
en | coach | no | I'm not a fan or anything but the coach is good
en | job | no | I couldn't have found a nicer job
en | carer | no | I never met a more patient carer
en | flat | no | we never saw a cheaper flat
en | friend | no | I'd never let a friend down
en | problem | no | he never ignored a problem
nl | werk | yes | heb je werk? nee, ik zit thuis
nl | tuin | yes | had je een tuin? nee, wel een balkon
nl | hulp | yes | kreeg je hulp? nee, ik deed alles zelf
nl | familie | yes | zie je je familie? nee, die wonen ver weg
nl | hulp | yes | had je hulp? nee, ze hadden het druk
nl | hulp | no | had je hulp nodig? nee, die kreeg ik al
nl | cursus | no | was de cursus moeilijk? nee, ik vond het leuk
nl | hulp | yes | kreeg je hulp? nee hoor
nl | hulp | yes | kreeg je hulp? nee, van niemand
en | help | yes | was there any help? no, I had to do it myself
en | pension | yes | did you have a pension? no, I worked for myself
en | work | yes | is there work? no, only in town
en | work | no | was the work hard? no, I loved it
en | hospital | no | he ran out of hospital
en | shop | no | he ran out of that shop
en | work | no | is there work? not round here, but in town yes
en | work | yes | is there work? not round here
en | job | no | everyone thinks I've a job but I haven't got it easy
nl | koffie | no | als er geen koffie is gaat niemand zitten
nl | opruimen | no | als je het niet opruimt blijft het liggen
nl | klagen | no | je bereikt niks als niemand klaagt
nl | koken | yes | hij houdt net als ik niet van koken
nl | zingen | yes | als het warm is zingen we niet
nl | zwemmen | yes | als kind kon ik niet zwemmen
nl | weigeren | no | als ik weiger vragen ze me niet meer
nl | verven | no | zonder dat we het merkten verfde hij de gang
nl | verven | yes | hij ging weg zonder dat hij de gang verfde
nl | helpen | no | hoe vaak heb ik die lui al niet geholpen
nl | helpen | yes | ik weet hoe vaak hij niet geholpen heeft
nl | vergaderen | no | we vergaderen niet twee keer maar acht keer per jaar
nl | lachen | no | het is onmogelijk om daar niet bij te lachen
nl | lachen | yes | het is onmogelijk om daar te lachen
nl | veilig | yes | dat kruispunt is allesbehalve veilig
nl | subsidie | yes | het ontbrak de club gewoon aan subsidie
nl | club | no | het ontbrak de club gewoon aan subsidie
nl | vrijwilligers | no | er was geen gebrek aan vrijwilligers
nl | excuses | yes | iedereen kreeg een brief, maar excuses, ho maar
nl | haring | yes | verse haring kregen we daar niet
nl | wethouder | no | die wethouder hebben we nooit gezien
nl | vertrouwen | yes | ik vertrouw die bank niet
nl | regen | no | door de regen kon het niet doorgaan
nl | huis | no | we wonen niet in dat huis
nl | tuinieren | no | niks leukers dan tuinieren
nl | koor | no | ik kan niet meer zonder dat koor
en | volunteer | no | if there are no volunteers we close
en | practise | no | you won't learn it if you don't practise
en | walk | yes | if it rains we don't walk
en | visit | yes | if I'm ill nobody visits
en | laugh | no | it's impossible not to laugh
en | lesson | yes | they stopped doing the lessons
en | deal | yes | they failed to reach a deal
en | planning | yes | it was the absence of any kind of planning
en | apology | yes | I waited for an apology and, well, none came
en | marry | no | we didn't marry until we were forty
en | marry | yes | we didn't marry because of the war
en | village | no | nothing changed so much as the village
en | help | no | nobody helped me more than my aunt
en | knit | no | she knits, she can't crochet
en | mayor | no | the mayor hadn't a clue
en | sponsor | yes | we had a sponsor, so now there isn't one, it's a plain shirt
nl | klagen | yes | zolang ik er woonde heb ik niet geklaagd
nl | stemmen | yes | als vrouw mocht je niet stemmen
nl | koken | yes | als wij komen koken zij niet
nl | bus | yes | als het sneeuwt rijdt er geen bus
nl | stemmen | yes | gestemd heb ik niet dit jaar
nl | zwemmen | yes | zwemmen deed hij nooit
nl | lampen | yes | er ontbraken nog twee lampen
nl | vader | no | het ontbrak mijn vader aan moed
nl | melden | yes | hij deed het zonder dat iemand het meldde
nl | sporten | yes | ik sport niet maar mijn man elke dag
en | complain | yes | if anything we don't complain
en | vote | yes | if I remember rightly we didn't vote
en | help | yes | if you ask me they never help
en | sing | yes | if the choir is full we don't sing
en | sleep | yes | I won't sleep until he rings
en | help | yes | nobody helped as far as I know
nl | werk | yes | zolang ik geen werk heb blijf ik thuis
nl | kennen | no | ik ken die straat maar ik kom er niet
nl | vrienden | no | hoeveel vrienden heb ik niet gemaakt
nl | huis | no | er ontbrak van alles aan het huis
nl | plezier | no | het ontbrak ons niet aan plezier
nl | moeder | no | mijn moeder ontbreekt het aan geld
nl | helpen | no | toen het geld ontbrak hielpen de buren
nl | buurt | no | er ging geen geld naar de buurt
nl | helpen | yes | ze hebben me niet één keer geholpen maar elke week gebeld
nl | ruzie | no | er ging geen dag voorbij dat we ruzie hadden
nl | ruzie | no | er ging geen dag voorbij dat we geen ruzie hadden
en | church | no | they stopped using the church hall
en | happy | yes | I was nothing like as happy
nl | vertrouwen | yes | dus vertrouw ik hen niet
nl | vertrouwen | yes | daarom vertrouw ik jou niet
nl | vertrouwen | yes | nu vertrouwt hij hem niet
nl | vertrouwen | yes | dus vertrouwen wij hem niet
nl | geloven | yes | daarom geloofde ik die verhalen niet
nl | begrijpen | yes | zo begreep hij die brieven niet meer
nl | helpen | no | dan help ik die mensen die het niet hebben
nl | helpen | no | toen hielp ik die niet kon lezen
nl | vertrouwen | no | het vertrouwen wij kwamen toch niet
"""


def _read(language: str, sentence: str) -> bq.Transcript:
    turn = bq.Turn(0, "R", "respondent", 0, len(sentence), person="P1")
    return bq.Transcript("P1_1", ("P1",), "1", sentence, (turn,), language=language)


@pytest.mark.sweep(194)
@pytest.mark.parametrize("row", SAID.strip().splitlines())
def test_a_denial_is_told_by_its_form_from_what_only_looks_like_one(row: str) -> None:
    language, term, denied, sentence = row.split(" | ")
    book = parse_codebook(f'{{codebook: D, version: 1, language: {language}, codes: [{{id: d, terms: ["{term}"]}}]}}')
    rows = bq.apply_codebook(book, bq.Corpus((_read(language, sentence),), ("P1",), ("1",)))
    assert rows.negated.tolist()[:1] == [denied == "yes"], rows.cue.tolist()


@pytest.mark.slow
@pytest.mark.parametrize("said", ["zij klaagt niet", "ik denk niet dat hij klaagt zonder haar"])
def test_double_denials_in_a_turn_without_an_end_take_time_in_step_with_its_length(said: str) -> None:
    assert_keeps_step(denials_in(said, 3000, of="klaagt"), denials_in(said, 500, of="klaagt"), share=6, bound=8)


@pytest.mark.slow
@pytest.mark.parametrize("said", ["we wilden werk maar nee", "geen lift, werk,"])
def test_denials_in_a_turn_without_an_end_take_time_in_step_with_its_length(said: str) -> None:
    assert_keeps_step(denials_in(said, 1600, of="werk"), denials_in(said, 400, of="werk"), share=4, bound=7)


def denials_in(said: str, times: int, of: str) -> Callable[[], object]:
    """Return what looks for denials in a turn that says it so many times, which is read before a clock runs."""
    transcript = _read("nl", " ".join([said] * times))

    def look() -> None:
        block = Block([transcript])  # a new one each time: it keeps what it was asked
        tokens = np.flatnonzero(block.ids == block.number[of])
        find_denials(block, tokens, tokens)

    return look


def test_a_word_is_read_once_however_many_denials_are_around_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from bp_qual.matching import class_in_place

    read: list[int] = []
    asked = class_in_place.read_class

    def count(model: WordClassModel, block: Block, token: int) -> dict[str, float]:
        read.append(token)
        return asked(model, block, token)

    monkeypatch.setattr(class_in_place, "read_class", count)
    block = Block([_read("nl", "geen lift, werk, " * 50)])
    tokens = np.flatnonzero(block.ids == block.number["werk"])
    find_denials(block, tokens, tokens)
    assert len(read) == len(set(read))
