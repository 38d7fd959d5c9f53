"""The open cases of terms, and neighbours of the same kinds."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from bp_qual.codebook import parse_codebook, read_codebook
from bp_qual.coding import apply_codebook
from bp_qual.coding.explanation import explain
from bp_qual.revision import lint_codebook
from test_coding import make_corpus

CASES = Path(__file__).parents[2] / "shared" / "cases" / "terms"
needs_cases = pytest.mark.skipif(not CASES.is_dir(), reason="the cases are not beside the repository")


def code(term: str, text: str, language: str = "nl"):
    book = parse_codebook(f"{{language: {language}, codes: [{{id: a, terms: ['{term}']}}]}}")
    return apply_codebook(book, make_corpus(("respondent", text), language=language))


def rows(name: str) -> list[dict[str, str]]:
    if not CASES.is_dir():
        return []
    return list(csv.DictReader((CASES / name).read_text(encoding="utf-8").splitlines(), delimiter="\t"))


def check_denial(language: str, term: str, sentence: str, negated: str) -> None:
    table = code(term, sentence, language)
    expected = {"yes": [True], "no": [False], "not found at all": []}[negated]
    assert table["negated"].tolist() == expected


@needs_cases
@pytest.mark.parametrize("row", rows("split_before_tags.tsv"), ids=str)
def test_a_split_verb_is_found_before_a_tag(row: dict[str, str]) -> None:
    assert len(code(row["term"], row["found in"])) == 1


@pytest.mark.parametrize("tag", ["hè", "joh", "eigenlijk", "zeg maar", "dacht ik", "zei ze", "al jaren", "ook wel"])
@pytest.mark.parametrize(("term", "said"), [("aanvragen", "vroegen dat aan"), ("doorgeven", "gaven dat door")])
def test_another_split_verb_is_found_before_another_tag(term: str, said: str, tag: str) -> None:
    assert len(code(term, f"We {said} {tag}.")) == 1


SPLIT = [
    ("aanvragen", "we vroegen dat aan"),
    ("bijhouden", "ik hield dat bij"),
    ("uitleggen", "ik legde het uit"),
    ("langskomen", "hij kwam langs"),
    ("opknappen", "we knapten dat op"),
    ("voorbereiden", "we bereidden dat voor"),
    ("afbouwen", "we bouwden dat af"),
    ("terugkomen", "ik kwam terug"),
]
BEHIND = "iedere week|elke dag|ieder jaar|tegenwoordig|vandaag|'s avonds|zeker|zelfs|zonder problemen|zeg maar"


@pytest.mark.parametrize(("term", "said"), SPLIT)
def test_a_split_verb_is_found_before_a_word_that_no_preposition_governs(term: str, said: str) -> None:
    assert [behind for behind in BEHIND.split("|") if not len(code(term, f"{said} {behind}"))] == []


@pytest.mark.parametrize("behind", ["de hele dag", "een paar jaar", "twee keer per jaar", "die dag", "een tijdje"])
@pytest.mark.parametrize(("term", "said"), [("aanvragen", "we vroegen dat aan"), ("bijhouden", "ik hield dat bij")])
def test_a_stretch_of_time_behind_a_particle_is_not_governed_by_it(term: str, said: str, behind: str) -> None:
    assert len(code(term, f"{said} {behind}")) == 1


@pytest.mark.parametrize(
    ("term", "sentence"),
    [
        ("voorstellen", "Ze stelden hem voor volgend jaar een baan in het vooruitzicht."),
        ("inhalen", "We haalden er vijf in een week."),
        ("intrekken", "Ze trokken met paard en wagen de stad in."),
        ("oplopen", "Hij liep zo de straat op."),
        ("uitdelen", "Hij maakt deel uit van de groep."),
    ],
)
def test_a_particle_that_belongs_to_time_or_place_is_no_half_of_a_verb(term: str, sentence: str) -> None:
    assert len(code(term, sentence)) == 0


@needs_cases
@pytest.mark.parametrize("row", rows("denials.tsv"), ids=str)
def test_a_denial_is_marked_or_not(row: dict[str, str]) -> None:
    check_denial(row["language"], row["term"], row["sentence"], row["negated"])


@pytest.mark.parametrize(
    ("language", "term", "sentence", "negated"),
    [
        ("nl", "zeuren", "Zonder dat iemand zeurde ging het door.", "yes"),
        ("nl", "zeuren", "Ik denk niet dat die mensen zeuren.", "yes"),
        ("nl", "zeuren", "Ze houden op met zeuren.", "yes"),
        ("nl", "deadline", "De deadline werd niet gehaald.", "yes"),
        ("nl", "wijk", "Hij kwam niet meer langs in de wijk.", "no"),
        ("nl", "meedoen", "Ze deden niet alleen mee, ze betaalden ook.", "no"),
        ("nl", "langskomen", "Hij kwam af en toe langs.", "no"),
        ("nl", "meepraten", "Het is niet zo dat we nooit meepraten.", "no"),
        ("nl", "komen", "Ik denk niet dat ze niet komen.", "no"),
        ("nl", "baas", "Mijn baas was niet blij.", "no"),
        ("nl", "steun", "Die steun was er niet.", "yes"),
        ("nl", "tijd", "In die tijd was er nauwelijks werk.", "no"),
        ("nl", "plannen", "We plannen niks.", "yes"),
        ("en", "proud", "It's not that we weren't proud.", "no"),
        ("en", "employer", "My employer wasn't interested.", "no"),
        ("en", "money", "The money wasn't available.", "yes"),
        ("en", "lead", "He led us nowhere.", "no"),
        ("en", "argue", "They didn't just argue, they fought.", "no"),
        ("en", "argue", "We argue a lot, don't we?", "no"),
        ("en", "argue", "Nobody argued.", "yes"),
        ("en", "support", "We never got any support.", "yes"),
    ],
)
def test_another_denial_is_marked_or_not(language: str, term: str, sentence: str, negated: str) -> None:
    check_denial(language, term, sentence, negated)


@needs_cases
@pytest.mark.parametrize("row", rows("open_places.tsv"), ids=str)
def test_an_open_place_in_a_phrase_is_filled(row: dict[str, str]) -> None:
    assert len(code(row["term"], row["found in"], row["language"])) == 1


@pytest.mark.parametrize(
    ("language", "term", "sentence", "found"),
    [
        ("nl", "op zijn tenen lopen", "Ik loop al weken op mijn tenen.", 1),
        ("nl", "iemand tekort doen", "Ze hebben ons tekort gedaan.", 1),
        ("nl", "opkomen voor", "De zon kwam op, voor zes uur waren we weg.", 0),
        ("nl", "de koe bij de horens vatten", "We vatten de koe nu bij de horens.", 1),
        ("nl", "uitkijken naar", "Ze keken naar elkaar uit.", 1),
        ("nl", "uitkijken naar", "Ik kijk daar zo naar uit.", 1),
        ("nl", "uitkijken naar", "Ik kijk uit mijn raam naar het plein.", 0),
        ("nl", "uitkijken naar", "Hij keek naar mij en liep de kamer uit.", 0),
        ("nl", "omgaan met", "Hoe ga je met zo iemand om?", 1),
        ("nl", "omgaan met", "Ze gingen met de bus de hoek om.", 0),
        ("nl", "opkomen voor", "Ik durf voor mezelf op te komen.", 1),
        ("nl", "het stokje doorgeven", "Aan wie moet ik het stokje dan doorgeven?", 1),
        ("nl", "het stokje doorgeven", "We willen het stokje nu graag aan de jongeren doorgeven.", 1),
        ("nl", "trots zijn op", "We waren heel trots op hem.", 1),
        ("en", "be proud of", "I am so proud of it.", 1),
        ("en", "benefit of the doubt", "I gave her the benefit of the doubt.", 1),
        ("en", "turn his back on", "They turned their backs on us.", 1),
        ("en", "leave out", "They left us out of everything.", 1),
        ("en", "leave out", "I left my keys out there.", 0),
        ("en", "hang out", "We hung out there all day.", 1),
        ("en", "run down", "The kids run down the street.", 0),
        ("en", "run down", "They ran the school down.", 1),
        ("en", "look after", "We looked after lunch at the photos.", 0),
        ("en", "give credit", "They never gave us any credit.", 1),
        ("en", "pull his weight", "They all pulled their weight.", 1),
        ("en", "end up", "Where did you end up?", 1),
        ("en", "do up", "What did you do up there all day?", 0),
    ],
)
def test_a_phrase_lets_in_what_varies_and_no_more(language: str, term: str, sentence: str, found: int) -> None:
    assert len(code(term, sentence, language)) == found


@pytest.mark.parametrize(
    ("term", "said", "found"),
    [
        ("werk~", "welzijnswerkers", 1),
        ("werk~", "uitwerken", 0),
        ("boek~", "uitboeken", 0),
        ("zorg~", "verzorgen", 0),
        ("zorg~", "mantelzorgers", 1),
        ("mantelzorg~", "mantelzorgers", 1),
        ("mantelzorg~", "mantelzorger", 1),
        ("pijn~", "pijnstillers", 1),
        ("recht~", "scheidsrechter", 0),
        ("druk~", "hogedruk", 1),
        ("ontmoeting~", "buurtontmoetingsplek", 1),
        ("school~", "basisschoolleerling", 1),
        ("leiding~", "aanleidinggevend", 0),
        ("updaten", "geupdate", 1),
        ("updaten", "ge-update", 1),
        ("inchecken", "ingechecked", 1),
        ("managen", "gemanaget", 1),
        ("link", "links", 0),
        ("ander", "anders", 0),
    ],
)
def test_a_part_of_a_compound_and_a_loan_are_found_and_no_other_word(term: str, said: str, found: int) -> None:
    assert len(code(term, f"Dat was {said} toen.")) == found


@pytest.mark.parametrize(
    ("term", "sentence", "denied"),
    [
        ("uitleggen", "Ge legt dat efkes uit zenne.", False),
        ("uitleggen", "Hunne pa legde dat ne keer uit.", False),
        ("meedoen", "Gij doet daar toch nie aan mee.", True),
        ("subsidie", "Er was gene subsidie.", True),
        ("straat", "Da's een schoon straatke.", False),
        ("jongen", "Die jongeskes speelden buiten.", False),
        ("praatje", "Een praatske kan altijd.", False),
    ],
)
def test_flemish_forms_do_not_hide_a_term(term: str, sentence: str, denied: bool) -> None:
    assert code(term, sentence)["negated"].tolist() == [denied]


@pytest.mark.parametrize(
    ("term", "found"), [("communities~", 1), ("community~", 1), ("communities", 0), ("sub-communities", 1)]
)
def test_a_compound_with_a_hyphen_is_found_by_its_parts_with_a_tilde_only(term: str, found: int) -> None:
    assert len(code(term, "They ran sub-communities then.", "en")) == found


def finds_itself(term: str, language: str) -> bool:
    book = parse_codebook(
        "codebook: T\nversion: 1.0.0\nlanguage: "
        + language
        + "\ncodes:\n  - id: a\n    terms:\n      - "
        + json.dumps(term)
    )
    around = {"nl": ("Dat was ", " toen."), "en": ("It was ", " then.")}[language]
    tables = [
        apply_codebook(book, make_corpus(("respondent", said), language=language)) for said in (term, term.join(around))
    ]
    return all(term in table["quote"].tolist() for table in tables)


@needs_cases
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_term_finds_itself_with_its_signs(language: str) -> None:
    terms = (CASES / "itself.txt").read_text(encoding="utf-8").splitlines()
    assert [term for term in terms if term.strip() and not finds_itself(term, language)] == []


@pytest.mark.parametrize(
    "term", ["75%", "18+", "F#", "N.V.", "20.000 euro", "(be)handelen", "mr. Bakker", "'74", "a.u.b."]
)
def test_another_term_with_signs_finds_itself(term: str) -> None:
    assert finds_itself(term, "nl")


@needs_cases
@pytest.mark.parametrize("row", rows("signs.tsv"), ids=str)
def test_a_term_with_a_sign_is_not_found_without_it(row: dict[str, str]) -> None:
    assert len(code(row["term"], row["not found in"])) == 0


@needs_cases
@pytest.mark.parametrize("row", rows("zelfs.tsv"), ids=str)
def test_a_word_of_its_own_is_no_form_of_another(row: dict[str, str]) -> None:
    assert len(code(row["term"], row["not found in"])) == 0
    assert len(code(row["term"], row["found in"])) == 1


@needs_cases
def test_explain_works_with_a_codebook_of_token_patterns() -> None:
    assert "samen" in repr(explain(read_codebook(CASES / "tokens.yaml"), "We werken samen."))


@needs_cases
def test_no_term_that_alone_finds_something_is_said_to_add_nothing() -> None:
    assert not [note for note in lint_codebook(read_codebook(CASES / "advice.yaml")) if "adds nothing" in note.what]


@pytest.mark.parametrize(
    ("terms", "said", "doomed"),
    [
        ("[gaf, geven]", "ik gaf les en hij gaf het", []),
        ("[uit handen geven, geven]", "we gaven het uit handen", []),
        ("[lijden, leden]", "de leden van de club", []),
        ("[het voortouw nemen, 'neme*']", "ze nam het voortouw", []),
        ("[luisteren naar, 'luister*']", "ik heb naar de radio geluisterd", []),
        ("[luisteren naar, {regex: luisteren}]", "ik luisterde naar de radio", []),
        ("[geven, {exact: geven}]", "wij gaven en wij geven", ["geven"]),
        ("[{near: [zoeken, baan]}, 'zoek*']", "we zochten toen een baan", []),
        ("[burn-out, 'burn-out*']", "een burn out", []),
        ("[netwerken, 'netwerk*']", "netwerkclub netwerken", []),
        ("[samenwerken, 'samenwerk*']", "we werken samen samenwerkingsverband", []),
        ("[wethouder, wethouders]", "wethouder wethouders", ["wethouders"]),
        ("['werk*', 'werkgroep*']", "werkgroep", ["werkgroep*"]),
    ],
)
def test_following_the_advice_loses_no_coding(terms: str, said: str, doomed: list[str]) -> None:
    book = parse_codebook(f"{{language: nl, codes: [{{id: a, terms: {terms}}}]}}")
    notes = [note for note in lint_codebook(book) if "adds nothing" in note.what]
    assert [note.remedy for note in notes] == [f"Delete '{term}'." for term in doomed]
    told = tuple(note.where for note in notes)
    left = tuple(
        term for term in book.codes[0].terms if not any(place.endswith(f":{term.line}:{term.column}") for place in told)
    )
    less = replace(book, codes=(replace(book.codes[0], terms=left),))
    corpus = make_corpus(("respondent", said))
    assert len(apply_codebook(less, corpus)) == len(apply_codebook(book, corpus))
