"""The files of words: they say what the tables they were made from say, and nothing of what is not in them."""

from __future__ import annotations

import importlib.util
import random
import string
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bp_qual.matching.languages import find_language, table_hashes
from bp_qual.matching.languages.dutch.dutch import Dutch
from bp_qual.matching.languages.simplemma_list import WrittenList
from bp_qual.matching.languages.word_files import Entry, EntryTable, WordTable, pack_entry, pack_table, read_entry
from bp_qual.matching.languages.word_lists import read_table

SCRIPT = Path(__file__).parents[1] / "scripts" / "make_word_tables.py"
# No tab and no end of a line; surrogates and the line ends of Unicode are words like any other.
WORDS = st.text(st.characters(exclude_characters="\n\t", exclude_categories=()), min_size=1, max_size=12)
SAID = st.text(st.characters(exclude_characters="\n", exclude_categories=()), max_size=12)


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    """The script that makes the files."""
    spec = importlib.util.spec_from_file_location("make_word_tables", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
@given(st.dictionaries(WORDS, SAID, max_size=200), st.lists(WORDS, max_size=20))
def test_a_table_says_what_went_in_and_of_no_other_word_anything(words: dict[str, str], others: list[str]) -> None:
    table = WordTable(pack_table(words))
    assert dict(table.rows()) == words == {word: table[word] for word in table}
    assert len(table) == len(words)
    for other in others:
        assert table.get(other) == words.get(other)


@pytest.mark.slow
@given(st.dictionaries(WORDS, SAID, max_size=40), st.lists(WORDS, max_size=20), st.data())
def test_many_words_asked_at_once_are_what_each_is(
    words: dict[str, str], others: list[str], data: st.DataObject
) -> None:
    table = WordTable(pack_table(words))
    asked = others + (data.draw(st.lists(st.sampled_from(sorted(words)), max_size=20)) if words else [])
    assert table.among(asked) == {word: words[word] for word in asked if word in words}


@pytest.mark.parametrize("word", ["a\tx", "a\n", "\na", "", "zz", "a\tx\nb"])
def test_a_piece_of_a_line_is_no_word(word: str) -> None:
    assert word not in WordTable(pack_table({"a": "x", "b": "y"}))


@pytest.mark.parametrize("words", [{"a\tb": "c"}, {"a\nb": "c"}, {"a": "b\nc"}])
def test_a_word_that_would_break_a_line_goes_into_no_table(words: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="end of a line"):
        pack_table(words)


@given(WORDS, st.integers(0, 127), st.lists(st.tuples(st.integers(0, 127), WORDS), max_size=5))
def test_an_entry_comes_out_of_its_line_as_it_went_in(word: str, marks: int, others: list[tuple[int, str]]) -> None:
    entry = Entry(marks, tuple(others))
    assert read_entry(word, pack_entry(word, entry)) == entry


@pytest.mark.slow
@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_files_say_what_simplemma_lists(code: str, maker: ModuleType) -> None:
    written = maker.written_list(code)
    language = find_language(code)
    folded = read_table(written.items())
    sample = random.Random(1).sample(sorted(folded), 5000)
    assert all(language.knows(form) for form in sample)
    lists = WrittenList(language._lemma_table, EntryTable(_open(code, f"{code}_rest.words")))
    asked = random.Random(2).sample(sorted(written), 5000)
    assert [lists.get(form) for form in asked] == [written[form] for form in asked]
    made_up = ["".join(random.Random(n).choices(string.ascii_letters, k=7)) for n in range(200)]
    assert [lists.get(form) for form in made_up] == [written.get(form) for form in made_up]


def test_a_guess_is_what_simplemma_guesses_from_its_own_list() -> None:
    import simplemma

    dutch = find_language("nl")
    for form in (
        "buurtgesprekken",
        "Welzijnsstichtingen",
        "herinrichtingsplannetjes",
        "xqzen",
        "Ge-appte",
        "vijftigers",
    ):
        assert dutch._simplemma.lemmatize(form, lang="nl") == simplemma.lemmatize(form, lang="nl")


@pytest.mark.slow
def test_the_files_of_separable_verbs_are_what_the_code_makes_of_the_others(maker: ModuleType) -> None:
    for name, data in maker.make_separable().items():
        assert data == _data("nl", name), f"run {SCRIPT.name}"


def test_the_dutch_files_hold_every_row_of_the_tables_they_come_from(maker: ModuleType) -> None:
    dutch = Dutch()
    index, lookup = maker._read("index"), maker._read("lookup")
    for kind in ("noun", "verb", "adj"):
        for word in random.Random(3).sample(index[kind], 1000):
            assert maker.fold_word(word) in dutch.listed(kind)
    for form in random.Random(4).sample(sorted(lookup), 3000):
        assert maker.fold_word(lookup[form]) in dutch._lemma_table.of(maker.fold_word(form)).under(maker.LOOKED_UP)


def test_a_run_can_say_with_which_words_it_was_made() -> None:
    assert {"nl_lemmas.words", "nl_forms.words", "en_lemmas.words", "nl_word_class.words"} <= table_hashes().keys()


def _data(code: str, name: str) -> bytes:
    return (
        files(f"bp_qual.matching.languages.{ {'nl': 'dutch', 'en': 'english'}[code] }")
        .joinpath("data", name)
        .read_bytes()
    )


def _open(code: str, name: str) -> Mapping[str, str]:
    return WordTable(_data(code, name))
