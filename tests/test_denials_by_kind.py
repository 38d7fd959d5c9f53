"""Denials by kind: pairs of sentences of one form, of which one denies the term and the other something else."""

from __future__ import annotations

import numpy as np
import pytest

import bp_qual as bq
from bp_qual.codebook import parse_codebook

# Language, term, whether it is denied, and what was said.
SAID = """
nl | rooster | yes | het rooster waar we allemaal op zaten te wachten, dat is nooit gekomen
nl | cursus | yes | die cursus voor de nieuwe begeleiders, ja, die is uiteindelijk niet doorgegaan
nl | tuinfeest | yes | het tuinfeest, met muziek en alles, dat kwam er dus niet
nl | sporten | yes | en sporten met die kapotte knie, dat kon dus echt niet meer
nl | lening | yes | de lening, waar hij maanden op had gewacht, werd nooit uitbetaald
nl | cursus | no | die cursus voor de nieuwe begeleiders, ja, die was niet zo moeilijk
nl | rooster | no | het rooster waar we allemaal op zaten te wachten, dat hing niet op de goede plek
nl | sporten | no | sporten met die kapotte knie, dat was niet slim
nl | tuinfeest | no | het tuinfeest, met muziek en alles, dat vonden de buren niet leuk
nl | lening | no | de lening kwam in maart, dat was niet te laat
nl | lening | no | we hadden een lening, die was niet hoog
nl | kok | no | de kok van het eetcafe, die heb ik nooit ontmoet
en | newsletter | yes | the newsletter we were all waiting for, well, it never came
en | workshop | yes | the workshop for new parents, the one in May, that didn't happen
en | loan | yes | the loan from the credit union, which we'd been counting on, was never approved
en | barbecue | yes | the barbecue, you know, with the band and all that, it didn't go ahead
en | workshop | no | the workshop for new parents, the one in May, that wasn't hard
en | cook | no | the cook from the cafe, well, she didn't like us
en | loan | no | the loan from the credit union, that didn't bother me
en | barbecue | no | we had a barbecue, it didn't rain
en | loan | no | we got the loan, that wasn't the problem
en | parents' evening | no | I didn't know about the parents' evening
en | bank account | no | she didn't want to talk about her bank account
en | food parcel | no | he couldn't carry the box with the food parcel
en | food parcel | yes | we never got a food parcel
en | bank account | yes | she hasn't got a bank account
en | parents' evening | yes | there was no parents' evening
en | food parcel | yes | there weren't any food parcels that week
nl | sociale dienst | no | ik kwam nooit meer bij de sociale dienst
nl | vaste baan | yes | hij had geen vaste baan
nl | vaste baan | yes | een vaste baan heb ik nooit gehad
nl | vaste baan | no | hij is niet blij met zijn vaste baan
nl | sociale dienst | no | de sociale dienst was niet vriendelijk
nl | oude moeder | no | hij woont niet meer bij zijn oude moeder
nl | eigen kamer | yes | zij kregen daar geen eigen kamer
nl | eigen kamer | yes | een eigen kamer was er niet
nl | huiswerk | yes | een computer hadden we wel, huiswerk dus niet
nl | rooster | yes | er kwam dus nooit een rooster
nl | sporten | yes | sporten mochten die meiden niet
nl | stemmen | yes | stemmen kunnen die mensen niet
nl | sporten | no | hij sportte elke dag dus hij was niet dik
nl | stemmen | no | wij stemmen dus niemand kan klagen
nl | sporten | no | sporten doen die meiden, niet leren
nl | huiswerk | no | hij maakte zijn huiswerk dus was ze niet boos
nl | sporten | no | ik sport met meiden die niet roken
nl | zingen | no | ik zing niet voor het geld, ik zing omdat ik het fijn vind
nl | koken | no | zij koken daar niet voor de lol
nl | koken | no | we koken niet voor niks elke week voor dertig man
nl | oppassen | no | ze past niet op voor haar plezier hoor
nl | koken | yes | we koken niet voor dertig man
nl | zingen | yes | ik zing niet meer voor publiek
nl | oppassen | yes | ze past niet op voor haar zus
nl | koken | yes | hij kookt nooit voor zijn vrouw
en | sing | no | I don't sing for the money, I sing because it keeps me sane
en | cook | no | they don't cook for fun
en | coach | no | I'm not coaching for the good of my health
en | teach | no | she didn't teach for nothing all those years
en | sing | yes | I don't sing for strangers
en | cook | yes | he never cooks for his wife
en | coach | yes | I'm not coaching for that club any more
en | teach | yes | she didn't teach for a year
en | leave | no | she didn't leave because of the noise, it was the damp that did it
en | leave | yes | she didn't leave because of the noise, it was the neighbours
en | sing | no | we don't sing because we're good, it's because we're lonely
en | move | no | they didn't move because of the neighbours but because of the stairs
en | teach | no | I'm not teaching because I have to, it's the kids I do it for
en | move | yes | we didn't move because the rent went up, it was awful
en | sing | yes | I didn't sing because my throat was sore
en | leave | yes | he couldn't leave because of his mother, he loved her
en | teach | yes | she doesn't teach because they closed the school, it's sad
nl | verhuizen | no | we zijn niet verhuisd vanwege het lawaai, het was de schimmel die ons wegjoeg
nl | zingen | no | ik zing niet omdat het moet maar omdat ik het leuk vind
nl | verhuizen | yes | we zijn niet verhuisd omdat mijn moeder ziek werd
nl | zingen | yes | zij zong niet omdat ze keelpijn had, het was jammer
nl | cursus | yes | ze hebben de cursus vorig jaar geschrapt
nl | buurtfeest | yes | het buurtfeest is afgeschaft
nl | cursus | yes | die cursus, die hebben ze stopgezet
nl | gemeente | no | de gemeente heeft het feest afgeschaft
nl | cursus | no | de cursus is niet afgeschaft
nl | trainer | no | de trainer schrapte het feest
nl | cursus | no | op de cursus werd de pauze afgeschaft
en | course | yes | they scrapped the course last year
en | newsletter | yes | the newsletter was scrapped
en | party | yes | the club did away with the party
en | teach | yes | he declined to teach us
en | council | no | the council scrapped the buses
en | course | no | the course wasn't scrapped
en | club | no | the club abolished the fee
en | teach | no | she didn't decline to teach us
en | newsletter | no | in the newsletter it said the bus was scrapped
en | dog | yes | people say we've got a dog but we haven't
en | sing | yes | they were going to sing but they didn't
en | garden | yes | he told them we had a garden but we didn't
en | teach | yes | I wanted to teach but I couldn't
en | sing | no | she sang but I didn't
en | dog | no | they had a dog but we haven't
en | garden | no | we had a garden but we didn't use it
en | teach | no | he taught us but the others didn't
nl | zingen | yes | ze zouden zingen maar dat deden ze niet
nl | feest | yes | we wilden een feest geven maar dat is niet doorgegaan
nl | verhuizen | yes | wij wilden verhuizen maar dat lukte niet
nl | sporten | yes | hij zou gaan sporten maar dat kwam er niet van
nl | zingen | no | zij zongen maar dat deden wij niet
nl | feest | no | we gaven een feest maar dat hielp niet
nl | sporten | no | ik sport veel maar dat weet hij niet
nl | verhuizen | no | we verhuisden maar dat was niet leuk
en | meet | yes | we were going to meet but that never happened
en | perform | yes | they planned to perform at the fair but it didn't come off
en | meet | no | we met every week but that didn't help
en | perform | no | they performed at the fair but it didn't go well
nl | roken | yes | roken? nooit, nee
nl | klagen | yes | of ze klagen? nee hoor, nooit
nl | sporten | yes | en sporten? nog niet
nl | feest | yes | hebben jullie een feest gegeven? nee, nooit
nl | klagen | no | klagen ze? dat hoor je niet
nl | sporten | no | sporten? elke dag, nooit moe
nl | feest | no | wie kwam er op het feest? niemand weet het
en | garden | yes | have they got a garden? not yet
en | smoke | yes | smoke? never, no
en | dog | yes | do you have a dog? no, never
en | choir | yes | is there a choir? not any more, no
en | garden | no | who does the garden? not me
en | smoke | no | why did you smoke? not sure
en | dog | no | what's the dog called? never mind
en | choir | no | how's the choir? not bad
en | grandchildren | yes | you won't see any grandchildren in this house
en | jobs | yes | they didn't offer any jobs
en | printer | yes | we couldn't borrow any printer
en | teachers | yes | I didn't meet any teachers
en | teachers | no | I didn't thank the teachers
en | grandchildren | no | she won't spoil her grandchildren
en | choir | yes | there's no choir as such
en | garden | yes | we had no garden as such just a yard
en | teacher | yes | there was no teacher as yet
en | choir | no | there's no choir as good
en | garden | no | I've seen no garden as lovely as hers
en | dog | no | there's no dog as clever as ours
en | argue | no | I don't deny that we argued
en | steal | no | he never denied stealing it
en | argue | no | you can't deny we argued
en | shout | no | I won't deny I shouted
nl | stelen | no | hij ontkende nooit dat hij had gestolen
nl | schreeuwen | no | ik zal niet ontkennen dat ik heb geschreeuwd
nl | liegen | no | niemand ontkent dat hij loog
nl | liegen | yes | ik geloof niet dat hij loog
en | argue | yes | I don't think that we argued
en | steal | yes | I don't believe he stole it
en | smoke | no | just because I smoke doesn't mean I drink
en | smile | no | the fact that she smiled didn't mean she was happy
en | laugh | no | they laughed but that doesn't mean it was funny
en | teach | no | that he taught us didn't prove anything
en | smoke | no | I didn't mean to smoke in there
nl | lachen | no | dat ze lachen betekent niet dat ze gelukkig zijn
nl | roken | no | dat ik rook wil nog niet zeggen dat ik drink
nl | lachen | no | ze lachten maar dat zegt niet alles
en | teacher | no | it's not true that the teacher took it
en | neighbours | no | I don't believe the neighbours said that
en | mosque | no | it's not the case that the mosque owns it
en | discount | yes | I don't think there was a discount
en | discount | yes | it's not true that we got a discount
en | garden | yes | I don't think they have a garden
en | meetings | yes | I don't think the meetings took place
nl | gemeente | no | ik denk niet dat de gemeente dat betaalt
nl | buurvrouw | no | het is niet zo dat de buurvrouw dat zei
nl | moskee | no | ik geloof niet dat de moskee dat wist
nl | trainer | no | het is niet waar dat de trainer hem sloeg
nl | korting | yes | ik denk niet dat er korting was
nl | korting | yes | ik geloof niet dat we korting kregen
nl | feest | yes | ik denk niet dat het feest er komt
nl | tuin | yes | het is niet zo dat wij een tuin hebben
nl | afspraak | yes | de afspraak met de huisarts is nooit doorgegaan
nl | cursus | yes | een cursus voor beginners was er niet
nl | toneelclub | no | de toneelclub van school was niet duur
nl | afspraak | no | de afspraak met de huisarts was niet leuk
en | deal | yes | the deal with the bakery never happened
en | deal | no | the deal with the bakery wasn't cheap
en | garden | no | the garden behind the church didn't smell
nl | brief | no | zij kon de brief niet lezen
nl | huur | no | we konden de huur niet betalen
nl | fiets | no | hij wilde zijn fiets niet verkopen
nl | hond | no | ze mochten de hond niet aaien
nl | brief | yes | ze heeft de brief niet gekregen
nl | fiets | yes | hij kon geen fiets krijgen
nl | verkopen | yes | hij wilde zijn fiets niet verkopen
nl | lezen | yes | zij kon de brief niet lezen
en | paint | yes | he said he would paint it but he never did
en | cook | yes | they were supposed to cook but in the end they didn't
nl | koken | yes | ze zouden koken maar dat hebben ze nooit gedaan
nl | fiets | yes | ze beloofden een fiets maar die hebben we nooit gekregen
en | cook | no | they cooked every week but he never did
en | paint | no | he painted it but he never finished the door
nl | koken | no | ze koken elke week maar dat hebben wij nooit gedaan
nl | fiets | no | we kregen een fiets maar die hebben we nooit gebruikt
en | plan | no | the plan wasn't clear
en | roof | no | the roof isn't safe
en | neighbour | no | my neighbour is never home
en | school | no | the school wasn't big
en | coach | yes | there wasn't a coach
en | roof | yes | there isn't a roof
en | plan | yes | a plan was never made
en | coach | yes | a coach was never found
en | sign up | yes | nobody's signed up for the trip
en | cook | yes | no one's cooked in that kitchen for years
en | paint | yes | nobody's ever painted those railings
en | coach | yes | no one's coached them since May
en | cook | no | nobody's saying they cooked badly
en | paint | no | that's nobody's business who paints it
en | coach | no | nobody's asking you to coach them
en | barbecue | no | it's nobody's fault, the barbecue was wet
en | loan | yes | what we don't do is loans
en | workshop | yes | what they never had was a workshop
en | paint | yes | what I don't do is paint ceilings
en | coach | yes | what we didn't have was a coach
nl | lening | yes | wat we niet doen is leningen
nl | cursus | yes | wat ze nooit hebben is een cursus
nl | koken | yes | wat ik niet doe is koken
nl | kok | yes | wat we niet hadden was een kok
en | loan | no | what we don't do we leave to the bank that has a loan
en | paint | no | what she didn't know is where they paint
en | coach | no | what we didn't have, the coach brought
en | workshop | no | what I didn't say is that the workshop was good
nl | lening | no | wat we niet wisten is hoe hoog de lening was
nl | kok | no | wat hij niet lekker vond maakte de kok toch
nl | koken | no | wat we niet lusten, koken we gewoon
nl | cursus | no | wat ik niet zei is dat de cursus goed was
en | paint | yes | we were going to paint it but nothing came of it
nl | verven | yes | we zouden de gang verven maar daar is niks van gekomen
nl | koken | yes | ze beloofden te koken maar daar is nooit iets van terechtgekomen
nl | verven | yes | ik had beloofd te verven maar het is er niet van gekomen
en | loan | yes | he said there was a loan but that wasn't true
nl | lening | yes | ze zeiden dat er een lening was maar dat klopte niet
en | paint | no | we painted it but nothing happened to the walls
nl | koken | no | zij koken elke week maar daar kon hij niet bij
nl | koken | no | ze kookten elke week maar daar heb ik niks van gehoord
nl | verven | no | ik ging verven maar het is er niet van opgeknapt
en | loan | no | he had a loan but that wasn't the worst
nl | lening | no | hij had een lening maar dat zei hij niet
en | barbecue | yes | it never happened, that barbecue
en | workshop | yes | it didn't go ahead, the workshop
nl | verven | yes | het ging niet door, dat verven
nl | tuinfeest | yes | ik hoorde dat het niet doorging, dat tuinfeest
en | barbecue | no | it never rained, that barbecue
en | workshop | no | it didn't cost much, the workshop
nl | verven | no | het duurde niet lang, dat verven
nl | tuinfeest | no | het regende niet, dat tuinfeest was droog
en | loan | yes | he's not in a loan of any sort
en | partnership | yes | we aren't in a partnership with them
en | waiting list | yes | they're not on a waiting list
en | contract | yes | I wasn't under contract then
nl | traject | yes | hij zit niet in een traject
nl | contract | yes | wij waren niet onder contract
nl | wachtlijst | yes | ze staat niet op een wachtlijst
nl | bijstand | yes | hij zat niet in bijstand
en | contract | no | it wasn't in the contract
en | waiting list | no | she wasn't on the waiting list for fun
en | shed | no | the bike wasn't in the shed
en | school | no | I never slept in school
nl | contract | no | dat stond niet in het contract
nl | wachtlijst | no | hij keek niet op de wachtlijst
nl | schuur | no | de fiets stond niet in de schuur
nl | school | no | zij sliep niet op school
en | partnership | no | that is how it was. Not in a partnership we were told.
en | partnership | no | we aren't in a partnership of equals
en | prison | no | he isn't in prison any more for that
en | sleep | yes | I couldn't sleep because of the noise, it was the neighbours
en | work | yes | I didn't work because I was ill, it was the flu
en | leave | yes | I couldn't leave for the money
nl | slapen | yes | ik kon niet slapen vanwege het lawaai, het waren de buren
nl | werken | yes | ik werk niet omdat ik ziek ben, het was de griep
nl | gewerkt | yes | ik heb niet gewerkt voor het geld dat ik kreeg
en | party | yes | it's not true that the party went on
en | cheque | yes | it's not true that the cheque cleared
nl | uitkering | yes | ik denk niet dat de uitkering stopt
nl | baby | yes | het is niet waar dat de baby leefde
nl | moeder | no | mijn moeder, die was er nooit
nl | dokter | no | de dokter, nee, die wilde niet
nl | gemeente | no | de gemeente, die deed niks
nl | gemeente | no | de gemeente, die kwam nooit
nl | kinderen | no | de kinderen, die mochten dat niet
nl | kinderen | no | mijn kinderen, die zie ik niet meer
nl | oorlog | no | de oorlog, die vergeet je nooit
nl | pijn | no | de pijn die gaat nooit over
en | mother | no | my mother, who was ill, didn't work
en | money | no | the money, that wasn't enough
en | grant | no | the grant, which we got, wasn't enough
en | council | no | the council, they never came
en | council | no | the council, which we called, didn't come
nl | subsidie | yes | de subsidie, die kregen we niet
nl | subsidie | yes | de subsidie, die ging niet door
nl | verhuisd | no | we zijn toch verhuisd, maar dat mocht niet
nl | vrijwilligerswerk | no | ik doe vrijwilligerswerk, maar dat hoeft niet
en | complain | no | I complained but nothing happened
en | argue | no | we argued a lot but nothing came of it
en | moved | no | we moved but that never happened again
en | hated | no | he knew the neighbours hated it but he didn't
en | complained | no | we wanted a repair so we complained but nothing came of it
nl | feest | no | we wilden het feest vieren, maar dat is er nooit meer van gekomen
en | support | yes | we were promised support but nothing came of it
nl | oefenen | no | we oefenen niet meer in de kerkzaal maar bij Toos in de schuur
nl | oefenen | no | omdat ze niet met een dirigent oefenen maar met een bandje
nl | meezingen | no | ik zing niet mee met de mannen maar met de kinderen
nl | oefenen | yes | we oefenen niet meer in de kerkzaal maar dat geeft niks
nl | oefenen | yes | we oefenen niet met de fanfare maar zij vragen het elk jaar
nl | oefenen | yes | we oefenen niet meer in die zaal maar
en | rehearse | no | we don't rehearse in the church hall but at Dot's
en | rehearse | yes | we don't rehearse for the council but they still ask us
nl | roken | no | er wordt in dat trappenhuis niet veel gerookt
nl | opruimen | no | ze ruimen daar niet genoeg op
nl | meedoen | no | die jongens doen niet altijd mee
nl | doorverwijzen | no | ze verwijzen je niet meteen door
"""


@pytest.mark.sweep(9)
@pytest.mark.parametrize("row", SAID.strip().splitlines())
def test_what_is_denied_is_told_from_what_only_stands_beside_a_denial(row: str) -> None:
    language, term, denied, sentence = row.split(" | ")
    book = parse_codebook(f'{{codebook: D, version: 1, language: {language}, codes: [{{id: d, terms: ["{term}"]}}]}}')
    turn = bq.Turn(0, "R", "respondent", 0, len(sentence), person="P1")
    talk = bq.Transcript("P1_1", ("P1",), "1", sentence, (turn,), language=language)
    rows = bq.apply_codebook(book, bq.Corpus((talk,), ("P1",), ("1",)))
    assert rows.negated.tolist()[:1] == [denied == "yes"], rows.cue.tolist()


@pytest.mark.sweep(4)
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Smoke? No no no never drinking. And then we moved."),
        ("en", "Smoke? Well no, really no, never drinking or smoking at all."),
        ("nl", "Roken? Nee nee nee nooit meer drinken. En toen verhuisden we."),
        ("nl", "Roken? Nou ja nee, echt nooit, hoor. Drinken? Nee joh."),
    ],
)
def test_a_denial_is_the_same_whatever_else_is_asked_about(language: str, sentence: str) -> None:
    from bp_qual.matching import find_denials
    from bp_qual.matching.talk import Block

    turn = bq.Turn(0, "R", "respondent", 0, len(sentence), person="P1")

    def find(tokens: list[int]) -> list[bool]:
        block = Block([bq.Transcript("P1_1", ("P1",), "1", sentence, (turn,), language=language)])
        return find_denials(block, np.array(tokens), np.array(tokens))[0].tolist()

    tokens = list(range(len(sentence.split())))
    assert find(tokens) == [denied for token in tokens for denied in find([token])]
    assert find(tokens) == find(tokens[::-1])[::-1]


@pytest.mark.parametrize(
    ("language", "term", "sentence", "why"),
    [
        ("nl", "zingen", "ik zing niet voor het geld", "it denies why"),
        ("en", "sing", "we don't sing because we're good, it's because we're lonely", "it denies why"),
        ("en", "teacher", "it's not true that the teacher took it", "not this noun"),
    ],
)
def test_explain_says_that_a_denial_is_about_a_reason_or_another_word(
    language: str, term: str, sentence: str, why: str
) -> None:
    book = parse_codebook(f"{{codebook: D, version: 1, language: {language}, codes: [{{id: d, terms: [{term}]}}]}}")
    assert why in str(bq.explain(book, sentence).in_language("en"))


@pytest.mark.parametrize(
    ("language", "term", "sentence"),
    [
        ("nl", "zingen", "ik zing in een koor maar zij zou liever"),
        ("nl", "fiets", "we kregen een fiets maar als"),
        ("en", "paint", "they paint every week but maybe"),
        ("en", "cook", "we cook for thirty but if"),
    ],
)
def test_a_wish_behind_a_contrast_is_not_the_cue_of_what_was_said_before_it(
    language: str, term: str, sentence: str
) -> None:
    book = parse_codebook(f"{{codebook: D, version: 1, language: {language}, codes: [{{id: d, terms: [{term}]}}]}}")
    turn = bq.Turn(0, "R", "respondent", 0, len(sentence), person="P1")
    talk = bq.Transcript("P1_1", ("P1",), "1", sentence, (turn,), language=language)
    rows = bq.apply_codebook(book, bq.Corpus((talk,), ("P1",), ("1",)))
    assert [*rows.cue] == [""]


def test_each_word_behind_a_denial_is_read_a_few_times_however_many_motives_a_language_lists(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All motives were tried on all thirty words behind a denial, which made coding a sixth slower."""
    from bp_qual.matching.denial_reasons import denies_reason
    from bp_qual.matching.talk import Block

    said = "ik zing niet " + " ".join(["daar gewoon met veel mensen"] * 8)
    turn = bq.Turn(0, "R", "respondent", 0, len(said), person="P1")
    block = Block([bq.Transcript("P1_1", ("P1",), "1", said, (turn,), language="nl")])
    read: list[int] = []
    word = Block.word
    monkeypatch.setattr(Block, "word", lambda self, token: read.append(token) or word(self, token))
    assert block.language.denials is not None
    assert not denies_reason(block, block.language.denials, (1, 1), (2, 2))
    assert len(read) < 3 * len(block)
