"""Talk as automatic transcripts have it: clauses without a sign, verbs said twice, phrases with words between."""

from __future__ import annotations

import pytest

import bp_qual as bq
from bp_qual.codebook import parse_codebook
from bp_qual.transcripts import Transcript, Turn


def find(language: str, term: str, said: str) -> list[tuple[str, bool]]:
    """Return what a term finds in a sentence, each with whether it is denied."""
    written = f'{{codebook: D, version: 1.0.0, language: {language}, codes: [{{id: a, terms: ["{term}"]}}]}}'
    turn = Turn(0, "R", "respondent", 0, len(said), "P")
    talk = Transcript("P_1", ("P",), "1", said, (turn,), language)
    table = bq.apply_codebook(parse_codebook(written), bq.Corpus((talk,), ("P",), ("1",)))
    return list(zip(table["quote"], table["negated"], strict=True))


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("meedenken", "ik denk het valt mee"),
        ("meekomen", "hij kwam ik weet nog we deden mee"),
        ("opgeven", "ze geeft er niks om ik stond gewoon op"),
        ("achterstaan", "ze lieten alles wat erin stond gewoon achter toen"),
        ("grootbrengen", "hij bracht een groot stuk taart"),
        ("oppassen", "ze legden het pas op zondag bij"),
    ],
)
def test_a_verb_does_not_reach_its_particle_in_the_next_clause(term: str, said: str) -> None:
    assert find("nl", term, said) == []


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("opwassen", "het geld was op"),
        ("afwassen", "toen het huis af was was alles af"),
        ("uitwassen", "de verkering was uit hè"),
        ("inwassen", "die was mijnwerker in nou ja in Limburg"),
        ("opvragen", "mijn vader was altijd vroeg op"),
        ("uitharden", "we fietsten hard uit de wijk en dan hard aan"),
    ],
)
def test_was_is_a_form_of_to_be_and_a_quality_before_a_particle_is_no_verb(term: str, said: str) -> None:
    assert find("nl", term, said) == []


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("term", "said", "quote"),
    [
        ("afwassen", "zij wasten na het eten de borden af", "wasten na het eten de borden af"),
        ("opvragen", "de gemeente vroeg de stukken op", "vroeg de stukken op"),
        ("opvragen", "dat vroeg ik op", "vroeg ik op"),
        ("opstaan", "hij stond altijd vroeg op", "stond altijd vroeg op"),
        ("inpakken", "we we pakten pakten alles in wat we hadden", "pakten alles in"),
        ("aanbellen", "hij belde hij belde aan en niemand deed open", "belde aan"),
        ("achterlaten", "ze liet alles achter hoor mijn ouders mijn werk", "liet alles achter"),
        ("opruimen", "ruim jij de boel maar op die je maakt", "ruim jij de boel maar op"),
        ("voorstellen", "ik stelde dat een keer voor toen", "stelde dat een keer voor"),
        ("lastigvallen", "ze vielen dat meisje elke dag lastig", "vielen dat meisje elke dag lastig"),
        ("vreemdgaan", "hij ging gewoon jarenlang vreemd", "ging gewoon jarenlang vreemd"),
        ("geruststellen", "je moet hem gewoon gerust stellen", "gerust stellen"),
    ],
)
def test_a_verb_said_again_or_with_an_adjective_for_a_particle_is_found_where_it_is_whole(
    term: str, said: str, quote: str
) -> None:
    assert [found for found, _ in find("nl", term, said)] == [quote]


@pytest.mark.parametrize("verb", ["huisvesten", "rechtvaardigen", "raadplegen"])
def test_a_verb_whose_participle_is_not_split_is_not_split_either(verb: str) -> None:
    first, base = {"huisvesten": ("huis", "vesten"), "rechtvaardigen": ("recht", "vaardigden")}.get(
        verb, ("raad", "pleegden")
    )
    assert find("nl", verb, f"ze {base} daar een {first}") == []


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("zich thuis voelen", "ik voelde me daar meteen thuis"),
        ("zich thuis voelen", "ik heb me er nooit thuis gevoeld"),
        ("zich bekeren", "hij heeft zich toen bekeerd"),
        ("zich eenzaam voelen", "ze heeft zich daar jarenlang eenzaam gevoeld"),
        ("op iemand rekenen", "je kan op die vrouw rekenen"),
        ("op iemand rekenen", "op mij kun je rekenen dat weten ze"),
        ("op iemand letten", "je moet op die kleine blijven letten"),
        ("bij iemand aankloppen", "dan klop je maar weer bij de gemeente aan"),
        ("met iemand in zee gaan", "ik ga niet meer met die aannemer in zee"),
        ("de broekriem aanhalen", "we moesten de broekriem flink aanhalen"),
        ("afscheid nemen van", "we hebben thuis van haar afscheid genomen"),
        ("bezig zijn met", "waarmee ben je eigenlijk bezig"),
        ("omgaan met", "daar kon ze niet mee omgaan"),
        ("deelnemen aan", "daaraan heb ik nooit deelgenomen"),
        ("uitkijken naar", "ik keek ernaar uit"),
    ],
)
def test_a_phrase_is_found_with_what_speakers_put_between_its_words(term: str, said: str) -> None:
    assert len(find("nl", term, said)) == 1


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("de draad oppakken", "ze pakte de naald en de draad lag op tafel"),
        ("in het zonnetje zetten", "in het zonnetje voor de deur zetten ze hun stoelen"),
        ("bezig zijn met", "ze zijn met de trein en ik was bezig"),
    ],
)
def test_a_phrase_does_not_reach_into_another_clause(term: str, said: str) -> None:
    assert find("nl", term, said) == []


@pytest.mark.parametrize(
    ("term", "word"),
    [
        ("school~", "schoolverlaters"),
        ("zorg~", "thuiszorgmedewerkers"),
        ("kerk~", "kerkgangers"),
        ("buurt~", "buurthuisbezoekers"),
        ("buurt~", "achterbuurtkinderen"),
        ("jongere~", "probleemjongeren"),
    ],
)
def test_a_compound_of_three_parts_or_with_a_person_is_found(term: str, word: str) -> None:
    assert find("nl", term, f"dat zijn de {word} van toen") == [(word, False)]


@pytest.mark.parametrize(
    ("term", "word"), [("werk~", "uitwerking"), ("bouw~", "opbouwen"), ("school~", "geschoold"), ("taal~", "betaald")]
)
def test_a_word_with_a_prefix_is_no_compound(term: str, word: str) -> None:
    assert find("nl", term, f"dat is {word} van toen") == []


@pytest.mark.parametrize(
    ("language", "term", "said"),
    [
        ("nl", "wegtrekken", "ik wil niet dat ze wegtrekken"),
        ("nl", "toegeven", "ik geloof nooit dat die toegeeft"),
        ("nl", "invallen", "geen mens die inviel"),
        ("nl", "heimwee", "ik heb geen last van heimwee"),
        ("nl", "bidden", "wij hebben daar noeit gebeden"),
        ("nl", "voorlezen", "ze zijn ermee opgehouden voor te lezen"),
        ("nl", "steun", "die steun was er dat jaar niet"),
        ("en", "homesick", "I wouldn't say I was homesick"),
        ("en", "apologise", "I've no intention to apologise"),
        ("en", "homework", "they didn't do homework"),
        ("en", "pension", "the pension never came"),
    ],
)
def test_a_denial_is_marked_whatever_it_is_made_of(language: str, term: str, said: str) -> None:
    assert [denied for _, denied in find(language, term, said)] == [True]


@pytest.mark.sweep(12)
@pytest.mark.parametrize(
    ("language", "term", "said"),
    [
        ("nl", "steunen", "het maakte niet uit ze steunden mij toch"),
        ("nl", "bidden", "dat kan me niks schelen ik bid gewoon"),
        ("nl", "langskomen", "omdat ze niet kon slapen kwam ze langs"),
        ("nl", "afsnauwen", "als je niet uitkijkt snauwt hij je af"),
        ("nl", "wegtrekken", "ik snap niet waarom ze wegtrokken"),
        ("nl", "toegeven", "ik kon niet anders dan toegeven"),
        ("nl", "langskomen", "ik kan niet zeggen dat ze niet langskwam"),
        ("nl", "dominee", "ik had geen ruzie met die dominee"),
        ("nl", "kerk", "ze kwam niet meer bij de kerk"),
        ("nl", "collega", "toen was mijn collega er niet bij"),
        ("nl", "opstappen", "het duurde niet lang of hij stapte op"),
        ("en", "vicar", "the vicar didn't like it"),
        ("en", "neighbour", "my neighbour never slept"),
        ("en", "shout at", "if you don't watch it he'll shout at you"),
        ("en", "pray", "not a day went by that she didn't pray"),
        ("en", "pray", "we prayed didn't we you know"),
    ],
)
def test_a_denial_of_something_else_marks_nothing(language: str, term: str, said: str) -> None:
    assert [denied for _, denied in find(language, term, said)] == [False]


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("hand in", "I handed my notice in the very next day"),
        ("pay back", "I paid her back every penny of it"),
        ("fall behind", "I fell so far behind that they kept me back"),
        ("get on someone's nerves", "it gets on everyone's nerves that dog"),
    ],
)
def test_a_phrasal_verb_is_found_before_a_time_and_with_adverbs_inside(term: str, said: str) -> None:
    assert len(find("en", term, said)) == 1


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("put up with", "put up the tent with some rope"),
        ("take after", "I took a photo after the wedding"),
        ("fall behind", "I fell behind the sofa laughing"),
        ("turn to", "I turned round to look at him"),
    ],
)
def test_a_phrasal_verb_takes_no_object_where_it_has_no_room_for_one(term: str, said: str) -> None:
    assert find("en", term, said) == []


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("met de deur in huis vallen", "we kwamen met de deuren. in huis vielen ze stil"),
        ("opbouwen", "we bouwden een schuurtje. op de markt was het druk."),
        ("contact opnemen", "we hadden contact samen. opnemen deden we zelden"),
    ],
)
def test_nothing_reaches_over_a_full_stop_before_a_small_letter(term: str, said: str) -> None:
    assert find("nl", term, said) == []


def test_a_denial_ends_at_a_full_stop_before_a_small_letter() -> None:
    assert find("nl", "bidden", "we werkten niet samen. bidden deden we wel") == [("bidden", False)]


def test_an_abbreviation_ends_no_sentence() -> None:
    assert find("nl", "aansturen", "hij stuurde o.a. de jongens bijv. bij feesten aan") != []
    assert find("nl", "contact opnemen", "neem contact met mevr. de wit op") != []


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("wegvallen", "we vielen van de ene verbazing in de andere weg was hij"),
        ("opkomen voor", "de zon kwam op voor zes uur waren we al thuis"),
        ("vastlopen", "hij liep naar de deur en vast niet voor het laatst"),
        ("rondbrengen", "hij bracht mij naar huis rond een uur of elf"),
        ("nazingen", "ze zongen nooit meer na dat ongeluk"),
        ("inkeren", "ze braken twee keer bij mij in op zondag"),
    ],
)
def test_a_particle_behind_en_or_before_its_own_noun_or_of_a_counted_time_is_no_half_of_a_verb(
    term: str, said: str
) -> None:
    assert find("nl", term, said) == []


@pytest.mark.parametrize(
    ("term", "said", "quote"),
    [
        ("inladen", "we laadden de wagen uit en in", "laadden de wagen uit en in"),
        ("aanmelden", "meld je maar aan zei die man van de club", "meld je maar aan"),
        ("nakomen", "ze kwamen dat netjes na moet ik zeggen", "kwamen dat netjes na"),
        ("uitschelden", "ze schold mij uit waar iedereen bij was", "schold mij uit"),
        ("opknappen", "we knapten dat op ondertussen met z'n allen", "knapten dat op"),
        ("inbreken", "ze braken bij mij in in een jaar", "braken bij mij in"),
        ("uitstellen", "ik heb het nog uit weten te stellen", "uit weten te stellen"),
        ("dwarszitten", "ze zaten mij dwars van het begin af", "zaten mij dwars"),
    ],
)
def test_what_follows_a_particle_in_talk_may_be_a_quote_an_adverb_or_the_same_word(
    term: str, said: str, quote: str
) -> None:
    assert [found for found, _ in find("nl", term, said)] == [quote]


@pytest.mark.parametrize(
    ("term", "said", "quote"),
    [
        ("een hart onder de riem steken", "dat heeft ons wel een hart onder de riem gestoken", "een hart onder"),
        ("elkaar in de haren vliegen", "ze vlogen elkaar zowat in de haren", "vlogen elkaar zowat in de haren"),
        ("zich neerleggen bij", "ik leg me daar bij neer", "leg me daar bij neer"),
        ("voorzitter~", "hij was vicevoorzitter van de club", "vicevoorzitter"),
    ],
)
def test_a_dutch_phrase_begins_at_its_nearest_article_and_lets_adverbs_in(term: str, said: str, quote: str) -> None:
    [(found, _)] = find("nl", term, said)
    assert found.startswith(quote)


@pytest.mark.parametrize(
    ("language", "term", "said"),
    [
        ("nl", "overnemen", "ik ben niet van plan dat over te nemen"),
        ("nl", "solliciteren", "ik had geen zin meer om te solliciteren"),
        ("nl", "inloggen", "dat inloggen dat lukt mij niet met die codes"),
        ("nl", "stemmen", "stemmen dat doe ik niet meer"),
        ("en", "shout at", "not that I'd ever shout at anyone"),
    ],
)
def test_what_is_not_planned_or_is_taken_up_and_denied_is_denied(language: str, term: str, said: str) -> None:
    assert [denied for _, denied in find(language, term, said)] == [True]


@pytest.mark.parametrize(
    ("language", "term", "said"),
    [
        ("nl", "de eindjes aan elkaar knopen", "je kon de eindjes aan elkaar knopen meer was het niet"),
        ("nl", "opruimen", "ik zag hem opruimen dat vond ik niet leuk"),
        ("en", "lonely", "you get lonely don't you of an evening"),
    ],
)
def test_a_denial_of_the_next_clause_or_in_a_tag_denies_nothing(language: str, term: str, said: str) -> None:
    assert [denied for _, denied in find(language, term, said)] == [False]


@pytest.mark.parametrize(
    ("term", "said", "quote"),
    [
        ("turn down", "they've turned me down three times now", "turned me down"),
        ("ring up", "I rang her up every Sunday", "rang her up"),
        ("give up", "I gave it up the whole thing", "gave it up"),
        ("run the show", "she ran the whole show", "ran the whole show"),
        ("make friends", "you make a lot of friends", "make a lot of friends"),
        ("let off steam", "he lets off a bit of steam", "lets off a bit of steam"),
        ("let down", "it let a lot of people down that did", "let a lot of people down"),
        ("drop by", "no one drops by any more", "drops by"),
    ],
)
def test_an_english_phrase_lets_in_what_counts_or_grades_its_noun(term: str, said: str, quote: str) -> None:
    assert [found for found, _ in find("en", term, said)] == [quote]


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("make friends", "he made his friends wait outside"),
        ("drop by", "I dropped the plate by accident"),
        ("go back on", "I went back to bed on and off"),
    ],
)
def test_an_english_phrase_is_not_made_of_words_that_belong_elsewhere(term: str, said: str) -> None:
    assert find("en", term, said) == []


@pytest.mark.parametrize(
    ("language", "term", "said"),
    [
        ("nl", "zin", "het heeft geen zin om te klagen"),
        ("en", "store", "it was not a clothing store"),
        ("en", "complaint", "but no other complaints"),
    ],
)
def test_a_noun_inside_a_denial_or_behind_another_noun_is_denied(language: str, term: str, said: str) -> None:
    assert [denied for _, denied in find(language, term, said)] == [True]


@pytest.mark.parametrize(
    ("term", "said", "denied"),
    [
        ("wethouder", "die wethouder hebben we nooit gezien", False),
        ("plan", "het plan komt niet uit de lucht vallen", False),
        ("steun", "die steun hebben we nooit gekregen", True),
    ],
)
def test_a_noun_is_not_denied_where_nothing_was_done_with_it(term: str, said: str, denied: bool) -> None:
    assert [flag for _, flag in find("nl", term, said)] == [denied]


def test_what_stands_behind_a_particle_or_between_verb_and_particle_decides_in_english() -> None:
    assert [quote for quote, _ in find("en", "grow up", "I grew up one of nine")] == ["grew up"]
    assert [quote for quote, _ in find("en", "round up", "the dog rounded them all up")] == ["rounded them all up"]
    assert find("en", "tell off", "they told me to get off at the lights") == []


def test_a_denial_within_a_phrase_or_before_as_if_counts_and_a_tag_before_when_does_not() -> None:
    assert [denied for _, denied in find("nl", "last hebben van", "hij had er geen last van zei die")] == [True]
    assert [denied for _, denied in find("en", "knock down", "it's not as if they knocked it down")] == [True]
    assert [denied for _, denied in find("en", "worry", "you worry don't you when they're late")] == [False]


@pytest.mark.parametrize(
    ("term", "said", "quote"),
    [
        ("bijklussen", "hij klust in het weekend een beetje bij", "klust in het weekend een beetje bij"),
        ("doorappen", "we appten daar gewoon over door", "appten daar gewoon over door"),
        ("afvallen", "ze viel in dat jaar ik denk wel twintig kilo af", "viel in dat jaar ik denk wel twintig kilo af"),
        ("doorsturen", "stuur je die mail dan door", "stuur je die mail dan door"),
        ("aansluiten", "ze sluiten ons nu op zo'n net aan zeggen ze", "sluiten ons nu op zo'n net aan"),
        ("videobellen", "we hebben gevideobeld met opa", "gevideobeld"),
        ("videobellen", "we videobelden elke zondag", "videobelden"),
        ("iemand zijn gang laten gaan", "we lieten hem maar zijn gang gaan", "lieten hem maar zijn gang gaan"),
        ("het hoofd laten hangen", "ze liet na die tijd haar hoofd hangen", "liet na die tijd haar hoofd hangen"),
    ],
)
def test_a_new_verb_and_a_verb_before_its_infinitive_are_found_in_all_their_parts(
    term: str, said: str, quote: str
) -> None:
    assert [found for found, _ in find("nl", term, said)] == [quote]


def test_somebody_who_falls_off_a_thing_does_not_lose_weight() -> None:
    assert find("nl", "afvallen", "hij viel van de trap af en brak zijn heup") == []
    assert find("nl", "afvallen", "hij viel door die dokter af") != []


@pytest.mark.parametrize(
    ("term", "said", "quote"),
    [
        ("stir up trouble", "it stirred a lot of trouble up", "stirred a lot of trouble up"),
        ("make up your mind", "she made her own mind up", "made her own mind up"),
        ("cheer up", "he cheered me right up that fella", "cheered me right up"),
        ("tuck in", "she tucked them all in one by one", "tucked them all in"),
        ("pull yourself together", "they pulled themselves together", "pulled themselves together"),
        ("work late", "we worked really late on Fridays", "worked really late"),
    ],
)
def test_an_english_phrase_lets_its_particle_adverb_and_reflexive_vary(term: str, said: str, quote: str) -> None:
    assert [found for found, _ in find("en", term, said)] == [quote]


def test_an_adjective_behind_its_verb_lets_no_object_in() -> None:
    assert find("en", "work late", "we worked the garden late") == []


@pytest.mark.parametrize(
    ("language", "term", "said", "denied"),
    [
        ("nl", "uitbuiten", "ik wist niet dat ze werden uitgebuit", False),
        ("nl", "weten", "ik wist niet dat ze werden uitgebuit", True),
        ("nl", "uitbuiten", "ik denk niet dat ze werden uitgebuit", True),
        ("nl", "oversteken", "hij kon niet wachten en ging oversteken", False),
        ("nl", "oversteken", "hij kon niet lopen en oversteken", True),
        ("nl", "intrekken", "ze trokken de vergunning zonder uitleg in", False),
        ("nl", "intrekken", "ze trokken geen vergunning in", True),
        ("nl", "buur", "mijn buren die heb ik nooit gesproken", False),
        ("nl", "hangjongere", "hangjongeren heb je hier niet hoor", True),
        ("en", "worry about", "you can't not worry about them", False),
        ("en", "sublet", "I didn't know people sublet it", False),
        ("en", "know", "I didn't know people sublet it", True),
        ("en", "download", "why don't you download it", False),
        ("en", "interpreter", "the interpreter wasn't on time", False),
        ("en", "bailiff", "the bailiff couldn't get in", False),
        ("en", "borrow", "neither of us borrowed it", True),
        ("en", "insult", "it wasn't that they insulted us", True),
    ],
)
def test_what_was_not_known_or_is_beside_a_denial_is_not_denied(
    language: str, term: str, said: str, denied: bool
) -> None:
    assert [negated for _, negated in find(language, term, said)] == [denied]
