"""What was found of a term is kept with the talk: a changed codebook gives what it gives talk never seen before."""

from __future__ import annotations

import gc
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.coding import apply_codebook, explanation
from bp_qual.coding.explanation import explain
from bp_qual.coding.vetoed import find_vetoed
from bp_qual.errors import BpQualWarning
from bp_qual.matching import index_corpus, iterate_blocks, kept_hits, languages, negation, term_search
from bp_qual.matching.languages import Language, register_language
from bp_qual.matching.sequences import find_slot_tokens
from bp_qual.transcripts import Corpus
from test_coding import make_book, make_corpus

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from bench_matching import make_codebook, timed
from bench_matching import make_corpus as make_talk

SENTENCES = (
    "Wij werken al jaren niet samen met de gemeente.",
    "Ze deelden flyers uit en een groot deel van ons deelde mee.",
    "Hij belde op en nam de kinderen mee, maar zij belde hem nooit meer af.",
    "De opzet leek me goed, ik zet dat wel op.",
    "We hebben de straat op de kaart gezet, en zetten de buurt op geen enkele kaart.",
    "Zonder subsidie stopt het werk op de lange termijn, of op lange-termijn.",
    "Ik wil niet zeggen dat we samenwerkten. Dat deed de corporatie nooit.",
    "Samenwerking, dat hadden we niet; De buurt wel, voor 50%.",
    "Zij werkte hem in en werkte daarna af wat hij uit had gewerkt.",
)
TERMS = (
    *(
        "samenwerken",
        "werken",
        "inwerken",
        "afwerken",
        "uitwerken",
        "delen",
        "uitdelen",
        "meedelen",
        "deel",
        "opzetten",
    ),
    *("zetten", "bellen", "opbellen", "afbellen", "meenemen", "afnemen", "werk~", "deel*", "op de kaart zetten"),
    *("lange termijn", "lange-termijn", "{exact: De}", "{regex: '[a-z]+heid|deel\\w*'}", "{lemma: werk, as: verb}"),
    *("{near: [subsidie, stoppen], within: 5}", "{near: [bellen, kinderen]}", "50%", "afbeunhazen", "de buurt"),
)
CHOSEN = st.lists(st.sampled_from(TERMS), max_size=6, unique=True)
CHANGES = st.lists(st.tuples(CHOSEN, CHOSEN, CHOSEN, st.sampled_from(["keep", "drop"])), min_size=2, max_size=5)
Change = tuple[list[str], list[str], list[str], str]


def book_of(change: Change) -> Codebook:
    above, below, unless = (", ".join(terms) for terms in change[:3])
    return make_book(
        f"{{id: a, terms: [{above}]}}",
        f"{{id: b, parent: a, negated: {change[3]}, terms: [{below}], unless: [{unless}]}}",
    )


def talk_of(sentences: list[int]) -> Corpus:
    said = " ".join(SENTENCES[number] for number in sentences)
    return make_corpus(("interviewer", "Werkte u samen met de buurt?"), ("respondent", said), ("respondent", said))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(range(len(SENTENCES))), min_size=1, max_size=12), CHANGES)
@example([5], [(["{lemma: werk, as: noun}"], [], [], "keep"), (["{lemma: werk, as: verb}"], [], [], "keep")])
@example([0, 1, 8], [(["werken"], [], [], "keep"), (["werken"], ["inwerken"], ["samenwerken"], "drop")])
@example(
    [1, 3], [(["delen", "deel"], [], [], "keep"), (["deel"], ["uitdelen"], [], "keep"), (["delen"], [], [], "keep")]
)
def test_any_row_of_changes_gives_what_talk_never_seen_before_gives(
    sentences: list[int], changes: list[Change]
) -> None:
    corpus = talk_of(sentences)
    index = index_corpus(corpus)
    for book in map(book_of, changes):
        assert apply_codebook(book, index).equals(apply_codebook(book, index_corpus(corpus)))
        assert find_vetoed(book, index).equals(find_vetoed(book, index_corpus(corpus)))


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from(range(len(SENTENCES))), min_size=1, max_size=3), CHANGES)
def test_a_sentence_is_explained_alike_whatever_was_tried_before(sentences: list[int], changes: list[Change]) -> None:
    said, books = " ".join(SENTENCES[number] for number in sentences), [*map(book_of, changes)]
    told = [repr(explain(book, said)) for book in (*books, *books)]
    for book, *both in zip(books, told, told[len(books) :], strict=False):
        explanation._cut.cache_clear()
        assert both == [repr(explain(book, said))] * 2


def test_a_language_that_is_put_in_the_place_of_another_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(languages._REGISTRY, "x-kept", Language)  # so that it is taken out again
    book, said = make_book("{id: a, terms: [katten]}"), "De kat."
    for table, outcome in (({"kat": "hond"}, []), ({"kat": "katten"}, ["counted"]), ({"kat": "hond"}, [])):
        register_language("x-kept", partial(Language, "x-kept", table))
        assert [finding.outcome for finding in explain(book, said, language="x-kept").findings] == outcome


def test_tokens_of_a_few_types_are_found_alike_with_and_without_a_list_of_them() -> None:
    said = " ".join(f"woord{number * number % 509}" for number in range(9_000))
    talk = make_corpus(("respondent", said))
    [listed], [plain] = index_corpus(talk).blocks, iterate_blocks(talk)
    types = {3: [9, 40, 200], 1: [40, 77], 8: []}
    assert listed.tokens_of(np.array([9, 40])) is not None
    assert plain.tokens_of(np.array([9, 40])) is None
    both = [find_slot_tokens(types, block) for block in (listed, plain)]
    assert len(both[0][0]) > 0
    assert [column.tolist() for column in both[0]] == [column.tolist() for column in both[1]]
    every = np.arange(len(listed.types))
    assert listed.tokens_of(every) is None  # going through all talk is quicker


CODED = """
import sys
from test_kept_hits import apply_codebook, book_of, talk_of
apply_codebook(book_of(eval(sys.argv[2])), talk_of(eval(sys.argv[1]))).to_csv(sys.stdout)
"""


def test_a_changed_codebook_gives_the_rows_of_a_process_that_never_saw_another() -> None:
    sentences = [*range(len(SENTENCES))] * 2
    changes: list[Change] = [
        ([*TERMS[:9]], ["deel*"], [], "keep"),
        ([*TERMS[4:]], ["delen"], ["uitdelen"], "keep"),
        ([*TERMS], ["samenwerken", "werken"], ["inwerken"], "drop"),
    ]
    index = index_corpus(talk_of(sentences))
    rows = [apply_codebook(book_of(change), index).to_csv() for change in changes]
    alone = [sys.executable, "-c", CODED, repr(sentences), repr(changes[-1])]
    fresh = subprocess.run(alone, capture_output=True, text=True, check=True, cwd=Path(__file__).parent).stdout
    assert rows[-1].replace("\r\n", "\n") == fresh
    assert len(set(rows)) == 3


def test_only_the_terms_that_changed_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    index, asked = index_corpus(talk_of([0, 1, 2])), list[list[str]]()
    search = term_search.search_terms
    monkeypatch.setattr(
        "bp_qual.matching.matcher.search_terms",
        lambda rules, block, model: (asked.append([rule.term.text for rule in rules]), search(rules, block, model))[1],
    )
    looked = list[int]()
    look = negation._look
    monkeypatch.setattr(
        negation, "_look", lambda block, first, last: (looked.append(len(first)), look(block, first, last))[1]
    )
    apply_codebook(make_book("{id: a, terms: [gemeente, samenwerken]}"), index)
    apply_codebook(make_book("{id: z, terms: [kind]}", "{id: b, terms: [samenwerken, gemeente]}"), index)
    assert asked == [["gemeente", "samenwerken"], ["kind"]]
    assert looked == [4, 2]


def test_a_pattern_that_ran_out_of_time_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it found until then is not all there is, and each run says so."""
    index = index_corpus(make_corpus(("respondent", "z" * 40)))
    book = Codebook("B", "1", "nl", (Code("a", terms=(Term("(z|zz)+[0-9]", "regex"),)),))
    monkeypatch.setattr("bp_qual.matching.patterns.TIME_LIMIT", 0.05)
    for _ in range(2):
        with pytest.warns(BpQualWarning, match="took more than"):
            apply_codebook(book, index)


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_hits, "MOST_ROWS", 4)
    index = index_corpus(talk_of([0, 1, 2]))
    [block] = index.blocks
    for term in ("werken", "delen", "bellen"):
        apply_codebook(make_book(f"{{id: a, terms: [{term}]}}"), index)
    kept = kept_hits.kept_hits_of(block)._found
    assert {key[3] for key in kept} == {"bellen"}


def test_what_is_kept_goes_with_the_talk() -> None:
    gc.collect()
    before = len(kept_hits._KEPT), len(negation._KNOWN)
    index = index_corpus(talk_of([0, 1, 2]))
    apply_codebook(make_book("{id: a, terms: [kind]}"), index)
    assert (len(kept_hits._KEPT), len(negation._KNOWN)) == (before[0] + 1, before[1] + 1)
    del index
    gc.collect()
    assert (len(kept_hits._KEPT), len(negation._KNOWN)) == before


@pytest.mark.slow
def test_one_changed_code_of_many_takes_a_small_part_of_coding_anew() -> None:
    """Measured on 10 MB: a twentieth of the first time, where it was half."""
    corpus, book, other = make_talk(0.4), make_codebook(100), make_codebook(104)
    index = index_corpus(corpus)
    apply_codebook(book, make_talk(0.05))
    first = timed(lambda: apply_codebook(book, index))[0]
    changed = [replace(book, codes=(code, *book.codes[1:])) for code in other.codes[100:]]
    assert min(timed(lambda one=one: apply_codebook(one, index))[0] for one in changed) < first / 4


def test_a_sentence_is_explained_again_in_a_small_part_of_the_time() -> None:
    """Measured: a quarter, and up to a half on a machine with more to do than it has processors."""
    book, said = make_codebook(30, seed=12), "Wij werken al jaren samen met de gemeente."
    whole = min(timed(lambda: (explanation._cut.cache_clear(), explain(book, said)))[0] for _ in range(5))
    assert min(timed(lambda: explain(book, said))[0] for _ in range(10)) < whole * 0.75
