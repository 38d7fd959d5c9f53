"""What is written is read back with the same meaning."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bp_qual.codebook import Code, Codebook, Term, codebook_text, parse_codebook, read_codebook, write_codebook

patiently = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])

BOOKS = sorted((Path(__file__).parents[1] / "codebooks").glob("*.yaml"))

SIGNS = "ab é:#-?'\"\\{}[],&*!|>%@`~.0=🙂\u2028\u0085\t"
line = st.text(SIGNS, min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
odd = st.sampled_from(["no", "null", "012", "2010-01-01", "- a", "a: b", "#a", "on", "~", "a #b", "x:", "'", '"', "<<"])
text = line | odd
word = st.text("abcé", min_size=1, max_size=6)
plain_term = st.builds(Term, word, st.just("lemma")) | st.builds(lambda w: Term(w + "~", "compound"), word)
plain_term |= st.builds(lambda w: Term(w + "*", "wildcard"), word)
plain_term |= st.builds(lambda a, b: Term(f"{a} {b}|{a}", "phrase"), word, word)
exact = st.builds(lambda t: Term("a" + t, "exact"), text)
pattern = st.sampled_from([r"co-?creat\w+", r"a{2,3}b", r"[a,b]+", r"x\s'y'", r'"\d"', "a: b", "#x"])


def near(a: Term, b: Term, within: int) -> Term:
    distance = f" (≤ {within})" if within else ""
    return Term(f"{a.text} … {b.text}{distance}", "near", parts=(a, b), within=within)


term = plain_term | exact | st.builds(lambda p: Term(p, "regex"), pattern)
term |= st.builds(near, plain_term | exact, plain_term | exact, st.integers(0, 50))


@st.composite
def terms(draw):
    many = draw(st.lists(term, max_size=4, unique_by=lambda t: t.meaning))
    languages = draw(st.sampled_from([("",), ("nl",), ("nl", "en")]))
    spread = [(each, draw(st.sampled_from(languages))) for each in many]
    return tuple(
        replace(each, language=where, parts=tuple(replace(part, language=where) for part in each.parts))
        for where in languages
        for each, at in spread
        if at == where
    )


@st.composite
def codebooks(draw):
    ids = draw(
        st.lists(
            st.from_regex(r"\A[a-z0-9é][\w.-]{0,5}\Z").filter(str.isprintable), min_size=1, max_size=6, unique=True
        )
    )
    codes: list[Code] = []
    for place, each in enumerate(ids):
        parent = draw(st.sampled_from(["", *ids[:place]]))
        codes.append(
            Code(
                each,
                label=draw(st.dictionaries(st.sampled_from(["nl", "en", "fr"]), text, max_size=2)),
                definition=draw(st.just("") | text),
                include=draw(st.just("") | text),
                exclude=draw(st.just("") | text),
                examples=tuple(draw(st.lists(text, max_size=2))),
                counterexamples=tuple(draw(st.lists(text, max_size=2))),
                terms=draw(terms()),
                unless=draw(terms()),
                negated=draw(st.sampled_from(["keep", "drop"])),
                parent=parent,
                colour=draw(st.sampled_from(["", "#abc", "#012345"])),
                guid=draw(st.sampled_from(["", "01234567-89AB-CDEF-0123-456789ABCDEF"])),
                folder=draw(st.booleans()),
            )
        )
    renamed = draw(st.dictionaries(st.sampled_from(["old 1", "old,2", "no"]), st.just(ids[0]), max_size=2))
    split = draw(st.dictionaries(st.sampled_from(["old 3", "x"]), st.just((ids[0], ids[-1])), max_size=1))
    name, about = draw(text), draw(st.just("") | text)
    return Codebook(name, "1.2.3", "nl", tuple(codes), description=about, renamed=renamed, split=split)


@pytest.mark.slow
@patiently
@given(codebooks())
def test_what_is_written_is_read_back_with_the_same_meaning(book):
    again = parse_codebook(codebook_text(book))
    assert again.sha256 == book.sha256
    assert {c.id: (c.parent, c.colour, c.guid, c.folder, dict(c.label)) for c in again.codes} == {
        c.id: (c.parent, c.colour, c.guid, c.folder, dict(c.label)) for c in book.codes
    }
    assert (again.name, again.version, again.description) == (book.name, book.version, book.description)
    assert (again.renamed, again.merged, again.split) == (book.renamed, book.merged, book.split)
    assert codebook_text(again) == codebook_text(parse_codebook(codebook_text(again)))


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.name)
def test_the_codebooks_of_the_project_survive_writing_and_reading(path, tmp_path):
    book = read_codebook(path)
    write_codebook(book, tmp_path / "again.yaml")
    again = read_codebook(tmp_path / "again.yaml")
    assert again.sha256 == book.sha256
    assert [code.id for code in again.codes] == [code.id for code in book.codes]


def test_a_token_pattern_survives_writing_and_reading():
    tokens = "[{LOWER: {IN: [x, 'y: z']}}, {IS_ALPHA: no, LENGTH: {'>=': 3}}]"
    book = parse_codebook(f"{{language: nl, codes: [{{id: a, terms: [{{tokens: {tokens}}}]}}]}}")
    again = parse_codebook(codebook_text(book))
    assert again.codes[0].terms[0].tokens == book.codes[0].terms[0].tokens
    assert again.sha256 == book.sha256


def test_sub_codes_nested_deeper_than_yaml_allows_are_written_with_their_parent():
    codes = tuple(Code(f"c{i}", parent=f"c{i - 1}" if i else "") for i in range(40))
    book = Codebook("deep", "1", "nl", codes)
    assert [(c.id, c.parent) for c in parse_codebook(codebook_text(book)).codes] == [(c.id, c.parent) for c in codes]
