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
    ("term", "said", "quote"),
    [
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
