"""Denials as people say them: fronted, in contrast, of what something is, and those that only look like one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import bp_qual as bq
from bp_qual.codebook import parse_codebook

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
import score_talk

GOLD = Path(__file__).parents[1] / "benchmarks" / "gold"
LEAST = {"nl": 0.85, "en": 0.85}  # denials F1; measured .87 and .87


def denied(sentence: str, language: str, term: str) -> bool:
    """Whether the one hit of a term in a sentence is denied."""
    book = parse_codebook(f"{{codebook: D, version: 1, language: {language}, codes: [{{id: d, terms: [{term}]}}]}}")
    found = score_talk.code_sentences([score_talk.Sentence("s", language, "", sentence, ())], book)["s"]
    assert len(found) == 1, found
    return bool(found[0].negated)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_denials_in_talk_are_found_as_often_as_the_docs_say(language: str) -> None:
    book = bq.read_codebook(GOLD / f"spoken_denials_{language}.yaml")
    sentences, found = score_talk.score_file(GOLD / f"spoken_denials_{language}.tsv", book)
    score = score_talk.sum_scores(sentences, found)["negation"]
    assert score.f1 >= LEAST[language], score_talk.describe_errors(sentences, found)


@pytest.mark.parametrize("sentence", ["aan steun ontbrak het", "van steun was geen sprake"])
def test_what_is_lacking_may_stand_first_behind_its_preposition(sentence: str) -> None:
    assert denied(sentence, "nl", "steun")
    assert not denied("in die steun was hij nooit goed", "nl", "steun")


@pytest.mark.parametrize(
    ("language", "term", "same", "other"),
    [
        ("nl", "steun", "die steun was niet het probleem", "die steun was er niet"),
        ("nl", "steun", "steun is gewoon niet de oplossing", "steun was er niet de laatste tijd"),
        ("en", "advice", "the advice wasn't the problem", "the advice wasn't available"),
        ("en", "advice", "advice is never a solution", "advice was never available"),
    ],
)
def test_saying_what_something_is_not_denies_no_noun(language: str, term: str, same: str, other: str) -> None:
    assert not denied(same, language, term)
    assert denied(other, language, term)


def test_a_denial_with_but_behind_it_denies_only_with_whom() -> None:
    assert not denied("wij werken niet met de kerk samen maar met de school", "nl", "samenwerken")
    assert denied("wij werken niet met de kerk samen maar zij wel", "nl", "samenwerken")
    assert not denied("hij heeft niet met spullen geholpen maar met raad", "nl", "helpen")
    assert not denied("we talked not about it but about them", "en", "talk")


def test_what_was_named_first_is_taken_up_by_a_verb_of_being() -> None:
    assert denied("steun dat was er toen nog niet", "nl", "steun")
    assert denied("overleggen deden we toen niet", "nl", "overleggen")
    assert not denied("ze overlegden al toen ik er niet was", "nl", "overleggen"), "here a clause begins"


@pytest.mark.parametrize("sentence", ["de premie werd niet verhoogd", "de premie wordt nooit betaald"])
def test_what_was_not_done_with_something_denies_it(sentence: str) -> None:
    assert denied(sentence, "nl", "premie")
    assert not denied("mijn tante was niet bang", "nl", "tante")


@pytest.mark.parametrize(
    ("language", "term", "sentence"),
    [
        ("nl", "klagen", "ik ben nooit gestopt met klagen"),
        ("nl", "klagen", "niemand die zo kan klagen als hij"),
        ("nl", "klagen", "wisten jullie nog niet dat ze klagen"),
        ("en", "complain", "we never stopped complaining"),
        ("en", "complain", "not everyone complained"),
        ("en", "complain", "she didn't hesitate to complain"),
    ],
)
def test_what_only_looks_like_a_denial_is_none(language: str, term: str, sentence: str) -> None:
    assert not denied(sentence, language, term)


@pytest.mark.parametrize(
    ("language", "term", "sentence"),
    [
        ("nl", "steun", "we hadden nul komma nul steun"),
        ("en", "advice", "there was zero advice"),
        ("en", "advice", "they lacked the advice"),
        ("en", "complain", "no one I know would complain"),
    ],
)
def test_less_usual_words_deny_as_well(language: str, term: str, sentence: str) -> None:
    assert denied(sentence, language, term)


@pytest.mark.sweep(5)
@pytest.mark.parametrize(
    ("language", "term", "yes", "no"),
    [  # in the first sentence the term is denied, in the second it is not
        ("nl", "regelen", "wij regelen dat niet meer", "wij regelen dat niet iedereen komt"),
        ("nl", "regelen", "daarom regelen we dat nooit", "daarom regelen we dat nooit iemand wacht"),
        ("nl", "goede zorg", "goede zorg is dat niet", "goede zorg is dat wel"),
        ("nl", "klagen", "klagen doen we niet", "klagen helpt niet"),
        ("nl", "sponsor", "een sponsor hebben we nooit gevonden", "de sponsor heb ik nooit gesproken"),
        ("nl", "sponsor", "sponsors vonden we niet", "de sponsors krijgen niks"),
        ("nl", "goedkeuren", "zonder het goed te keuren", "het werd zonder overleg goedgekeurd"),
        ("nl", "goedkeuren", "het werd niet goedgekeurd", "zonder overleg keurden ze het goed"),
        ("nl", "inloggen", "ik slaag er niet in om in te loggen", "ik slaag er wel in om in te loggen"),
        ("nl", "inloggen", "ik krijg het niet voor elkaar om in te loggen", "ik ga er niet heen om in te loggen"),
        ("en", "respite", "I've not had a day's respite", "I've had a day's respite"),
        ("en", "hire", "hardly anybody hires round here", "somebody hires round here"),
        ("en", "employer", "we never had an employer", "employers don't want to know"),
        ("en", "listen to", "I'm not saying they listen to us", "I'm not saying they don't listen to us"),
        ("en", "fundraising", "without fundraising we were stuck", "we were stuck, and fundraising helped"),
    ],
)
def test_a_denial_is_of_what_it_is_about(language: str, term: str, yes: str, no: str) -> None:
    assert denied(yes, language, term)
    assert not denied(no, language, term)


@pytest.mark.parametrize(
    ("language", "term", "sentence"),
    [
        ("nl", "klussen", "ze klussen geen moment"),
        ("nl", "klussen", "klussen doen we haast niet meer"),
        ("nl", "geld", "der was gene cent geld"),
        ("nl", "klussen", "ze klussen geen moer"),
        ("nl", "klussen", "ik ben ermee gekapt met dat klussen"),
        ("nl", "klussen", "hij kapte met klussen"),
        ("nl", "klussen", "nee klussen dat doet hier niemand meer"),
        ("nl", "klussen", "klussen, nee, dat doe ik niet"),
        ("nl", "klussen", "dat klussen nee dat zie ik mezelf niet doen"),
        ("nl", "klussen", "zonder te klussen kwam ik de winter niet door"),
        ("nl", "voeren", "in plaats van die eenden te voeren gingen ze klagen"),
        ("nl", "voeren", "zonder die eenden te voeren"),
        ("nl", "fiets", "we namen de bus i.p.v. de fiets"),
        ("nl", "helpen", "in plaats van dat ze hielpen liepen ze weg"),
        ("nl", "voorlezen", "hij vergat voor te lezen"),
        ("nl", "voorlezen", "hij vertikte het om voor te lezen"),
        ("nl", "voorlezen", "ge kunt niet van hen verwachten dat ze alles blijven voorlezen"),
        ("nl", "begrip", "begrip was nergens te vinden"),
        ("en", "paint", "nor did we paint"),
        ("en", "paint", "at no point did we paint"),
        ("en", "paint", "under no circumstances would I paint"),
        ("en", "paint", "he forgot to paint it"),
        ("en", "paint", "he avoided painting"),
        ("en", "paint", "instead of painting they sat there"),
        ("en", "paint", "there was no time to paint"),
        ("en", "permit", "the permit was never issued"),
    ],
)
def test_what_is_not_done_is_denied_however_it_is_said(language: str, term: str, sentence: str) -> None:
    assert denied(sentence, language, term)


@pytest.mark.parametrize(
    ("language", "term", "sentence"),
    [
        ("nl", "klussen", "ze klusten me toch hard niet normaal"),
        ("nl", "klussen", "ze klussen voor niks"),
        ("nl", "klussen", "ze klussen niets te vroeg"),
        ("nl", "klussen", "ze stopten niet met klussen"),
        ("nl", "stemmen", "we kunnen er niet omheen we moeten stemmen"),
        ("nl", "school", "de school werd niet gesloten"),
        ("nl", "buurman", "de buurman wilde niet"),
        ("nl", "aangeven", "zo geeft ze aan dat ze nog niet klaar is"),
        ("nl", "subsidie", "zonder die subsidie waren we allang weg"),
        ("en", "rehearsal", "the rehearsals weren't cancelled"),
        ("en", "plumber", "the plumber wasn't pleased"),
        ("en", "cook", "they didn't merely cook they grew the stuff"),
        ("en", "paint", "she paints doesn't she love"),
        ("en", "paint", "I'll never forget painting it"),
        ("en", "paint", "they never stopped painting"),
    ],
)
def test_what_only_sounds_like_a_denial_denies_nothing(language: str, term: str, sentence: str) -> None:
    assert not denied(sentence, language, term)
