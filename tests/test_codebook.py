"""What a codebook that is right becomes."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bp_qual.codebook import Code, Codebook, Term, parse_codebook, read_codebook
from bp_qual.codebook.schema import codebook_schema, schema_text
from bp_qual.errors import CodebookError
from bp_qual.files.yaml_text import MAX_BYTES, parse_yaml, read_yaml
from bp_qual.matching.tokens import _DROPPED
from processor_time import at_most

patiently = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])

ROOT = Path(__file__).parents[1]
BOOKS = sorted((ROOT / "codebooks").glob("*.yaml"))
DESIGN = """
codebook: Best Persons
version: 1.0.0
language: nl
codes:
  - id: samenwerking
    label: {nl: Samenwerking, en: Collaboration}
    definition: The person works with others
      towards a shared end.
    terms:
      - samenwerken                   # a bare word is a lemma
      - samenwerking*                 # wildcard
      - subsidie~
      - de handen ineenslaan
      - rekening houden met|mee
      - {exact: SAMEN}
      - {regex: "co-?creat\\\\w+"}
      - {tokens: [{LOWER: partner}, {IS_ALPHA: true, LENGTH: 2}]}
      - {near: [subsidie~, {exact: Stop}], within: 5}
      - {near: [a, b]}
    unless: [samenwerkingsovereenkomst]
    negated: drop
    codes:
      - id: bondgenoten
        terms: {nl: [bondgenoot], en: [ally, on our side]}
        codes: [{id: trouw}]
  - id: hokjes
"""


def make_codebook(codes: str) -> Codebook:
    return parse_codebook(f"language: nl\ncodes:\n{codes}")


def test_every_kind_of_term_of_the_design_is_read():
    terms = parse_codebook(DESIGN).code("samenwerking").terms
    assert [(term.text, term.kind) for term in terms] == [
        ("samenwerken", "lemma"),
        ("samenwerking*", "wildcard"),
        ("subsidie~", "compound"),
        ("de handen ineenslaan", "phrase"),
        ("rekening houden met|mee", "phrase"),
        ("SAMEN", "exact"),
        ("co-?creat\\w+", "regex"),
        ("[LOWER=partner] [IS_ALPHA=True LENGTH=2]", "tokens"),
        ("subsidie~ … Stop (≤ 5)", "near"),
        ("a … b", "near"),
    ]
    assert terms[7].tokens == ({"LOWER": "partner"}, {"IS_ALPHA": True, "LENGTH": 2})
    assert [part.kind for part in terms[8].parts] == ["compound", "exact"]
    assert (terms[8].within, terms[9].within) == (5, 0)
    assert (terms[0].line, terms[0].column) == (11, 9)


def test_terms_per_language_know_their_language():
    terms = parse_codebook(DESIGN).code("bondgenoten").terms
    assert [(term.text, term.language) for term in terms] == [
        ("bondgenoot", "nl"),
        ("ally", "en"),
        ("on our side", "en"),
    ]


def test_codes_are_flat_with_parents_before_children():
    book = parse_codebook(DESIGN)
    assert [(code.id, code.parent) for code in book.codes] == [
        ("samenwerking", ""),
        ("bondgenoten", "samenwerking"),
        ("trouw", "bondgenoten"),
        ("hokjes", ""),
    ]
    assert book.descendants("samenwerking") == ("bondgenoten", "trouw")
    assert book.ancestors("trouw") == ("bondgenoten", "samenwerking")
    assert book.children("") == ("samenwerking", "hokjes")


def test_a_parent_may_be_named_instead_of_nested_and_even_stand_below():
    book = make_codebook("  - {id: c, parent: b}\n  - {id: b, parent: a}\n  - id: a\n")
    assert [code.id for code in book.codes] == ["a", "b", "c"]


def test_a_definition_over_several_lines_becomes_one():
    assert (
        parse_codebook(DESIGN).code("samenwerking").definition == "The person works with others towards a shared end."
    )


def test_words_that_yaml_would_turn_into_something_else_stay_words():
    terms = (
        make_codebook("  - {id: a, terms: [no, on, 012, 2010-01-01, 1e3, null, 0x1F, 1_000, .inf]}\n").codes[0].terms
    )
    assert [t.text for t in terms] == ["no", "on", "012", "2010-01-01", "1e3", "null", "0x1F", "1_000", ".inf"]


def test_a_code_without_terms_is_legal():
    assert make_codebook("  - id: a\n").code("a").terms == ()


def test_one_text_stands_for_a_list_of_one():
    code = make_codebook("  - {id: a, terms: samen doen, examples: Zij doen het samen., unless: {exact: X}}\n").code(
        "a"
    )
    assert (code.terms[0].text, code.examples, code.unless[0].kind) == ("samen doen", ("Zij doen het samen.",), "exact")


def test_labels_fall_back_from_the_language_asked_to_the_codebooks_to_any_to_the_id():
    book = make_codebook("  - {id: a, label: {nl: Aap, en: Ape}}\n  - {id: b, label: {fr: Bon}}\n  - id: c\n")
    assert (book.label("a", "en"), book.label("a", "de"), book.label("b"), book.label("c")) == (
        "Ape",
        "Aap",
        "Bon",
        "c",
    )


def test_a_word_list_comes_from_a_file_beside_the_codebook(tmp_path):
    (tmp_path / "words.txt").write_text("# allies\nbondgenoot\n\n  de handen ineenslaan \n", encoding="utf-8")
    (tmp_path / "book.yaml").write_text("language: nl\ncodes: [{id: a, terms: [samen], terms_from: words.txt}]")
    terms = read_codebook(tmp_path / "book.yaml").code("a").terms
    assert [(term.text, term.source, term.line) for term in terms] == [
        ("samen", "", 2),
        ("bondgenoot", "words.txt", 2),
        ("de handen ineenslaan", "words.txt", 4),
    ]


def test_a_mistake_in_a_word_list_is_reported_at_its_line_there(tmp_path):
    (tmp_path / "words.txt").write_text("goed\nsub~sidie\n")
    (tmp_path / "book.yaml").write_text("language: nl\ncodes: [{id: a, terms_from: {nl: [words.txt]}}]")
    with pytest.raises(CodebookError, match=r"words\.txt:2:1  '~' in the term 'sub~sidie'"):
        read_codebook(tmp_path / "book.yaml")


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x9b", "\ufeff"])
def test_a_hidden_character_is_refused_in_a_word_list_as_in_a_codebook(sign, tmp_path):
    (tmp_path / "words.txt").write_text(f"goed\nsub{sign}sidie\n", encoding="utf-8")
    (tmp_path / "book.yaml").write_text("language: nl\ncodes: [{id: a, terms_from: words.txt}]")
    with pytest.raises(CodebookError, match=rf"words\.txt:2:4  holds the hidden character U\+{ord(sign):04X}"):
        read_codebook(tmp_path / "book.yaml")


@pytest.mark.slow
def test_a_word_list_full_of_hidden_characters_is_refused_at_once(tmp_path):
    (tmp_path / "words.txt").write_bytes(b"a\n\0" * 300_000)
    (tmp_path / "book.yaml").write_text("language: nl\ncodes: [{id: a, terms_from: words.txt}]")
    with at_most(20), pytest.raises(CodebookError, match="holds the hidden character"):
        read_codebook(tmp_path / "book.yaml")


UNSEEN = [
    chr(code) for code in _DROPPED if unicodedata.category(chr(code)) in ("Cf", "Cn") and code != 0xFEFF
]  # that one is refused


@pytest.mark.slow
@pytest.mark.parametrize("written", ["{}", "{{lemma: {}}}", "{{exact: {}}}", "{{near: [{}, dag]}}"])
def test_signs_that_nobody_sees_make_no_other_term_as_they_make_no_other_word_in_talk(written):
    for sign in UNSEEN:
        terms = [
            make_codebook(f"  - {{id: a, terms: [{written.format(word)}]}}\n").code("a").terms
            for word in ("gemeente", f"ge{sign}meente{sign}")
        ]
        assert [term.meaning for term in terms[0]] == [term.meaning for term in terms[1]], ascii(sign)


@pytest.mark.parametrize("written", ["gem\ufffdente", "{exact: gem\ufffdente}", "de gem\ufffdente"])
def test_a_term_with_a_letter_that_was_lost_is_refused(written):
    with pytest.raises(CodebookError, match="a letter that was lost before the file was saved"):
        make_codebook(f"  - {{id: a, terms: [{written}]}}\n")


def test_a_word_list_behind_a_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "secret.txt").write_text("geheim\n")
    (tmp_path / "study").mkdir()
    (tmp_path / "study" / "words.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "study" / "book.yaml").write_text("language: nl\ncodes: [{id: a, terms_from: words.txt}]")
    with pytest.raises(CodebookError, match="outside the folder of the codebook") as caught:
        read_codebook(tmp_path / "study" / "book.yaml")
    assert "geheim" not in str(caught.value)


def test_two_codes_with_one_term_are_told_not_refused():
    book = make_codebook("  - {id: a, terms: [Samen]}\n  - {id: b, terms: [samen]}\n")
    assert [str(note) for note in book.notes] == [
        "codebook.yaml:4:21  the term 'samen' belongs to 'a' and 'b'. Both are coded."
    ]


def test_all_problems_come_at_once_in_the_order_of_the_file():
    text = "language: nl\ncodes:\n  - {id: a, inclde: x}\n  - {id: b, terms: ['']}\n  - {id: a}\nverison: 1\n"
    with pytest.raises(CodebookError) as caught:
        parse_codebook(text, "x.yaml")
    assert [problem.where for problem in caught.value.problems] == [
        "x.yaml:3:13",
        "x.yaml:4:21",
        "x.yaml:5:10",
        "x.yaml:6:1",
    ]
    assert str(caught.value).endswith("4 problems in x.yaml. Nothing was coded.")


def test_thousands_of_regexes_are_refused():
    terms = "".join(f"      - {{regex: 'x{i}y+'}}\n" for i in range(2_001))
    with pytest.raises(CodebookError, match="more than 2,000 regexes"):
        make_codebook(f"  - id: a\n    terms:\n{terms}")


def test_a_thousand_problems_are_not_printed_one_by_one():
    with pytest.raises(CodebookError) as caught:
        make_codebook("".join(f"  - {{id: a{i}, x: y}}\n" for i in range(1000)))
    assert len(caught.value.problems) == 100
    assert "and 900 more" in str(caught.value.summary)


# --- identity -------------------------------------------------------------------------------------------------------


def test_the_hash_is_of_the_meaning_not_of_the_writing():
    first = parse_codebook("language: nl\ncodes: [{id: a, terms: [x, y], label: L}, {id: b}]")
    again = """
# a comment
codebook:   Another name
version: 2.0.0
language: nl
codes:
  - id: b
  - id: a
    colour: "#ffffff"
    label: {nl: L}
    terms:
      - Y
      - x
"""
    assert parse_codebook(again).sha256 == first.sha256


@pytest.mark.parametrize(
    "changed",
    [
        "{id: a, terms: [x, z]}",
        "{id: a, terms: [x, y~]}",
        "{id: a, terms: [x, {exact: y}]}",
        "{id: a, terms: {nl: [x, y]}}",
        "{id: a, terms: [x, y], unless: [z]}",
        "{id: a, terms: [x, y], negated: drop}",
        "{id: a, terms: [x, y], definition: other}",
        "{id: a, terms: [x, y], examples: [x y]}",
        "{id: b, terms: [x, y]}",
    ],
)
def test_the_hash_changes_with_the_meaning(changed):
    assert make_codebook(f"  - {changed}\n").sha256 != make_codebook("  - {id: a, terms: [x, y]}\n").sha256


def test_the_hash_of_a_meaning_stays_the_same_over_the_years():
    """A new way of hashing would make every codebook look changed: if it must be, say so in the changelog."""
    assert parse_codebook(DESIGN).sha256 == "13d5fbf59618c4bf5dc7ab30eb9bcbaa8f905c4c5f7c3440b46f702723087566"


def test_a_changed_copy_of_a_codebook_has_a_hash_of_its_own():
    book = make_codebook("  - {id: a, terms: [x]}\n  - id: b\n")
    assert replace(book, codes=book.codes[:1]).sha256 != book.sha256
    assert replace(book, version="9.0.0").sha256 == book.sha256


def test_a_codebook_can_be_sent_to_another_process():
    book = parse_codebook(DESIGN)
    assert pickle.loads(pickle.dumps(book)) == book


def test_two_near_terms_that_differ_in_distance_differ_in_meaning():
    first, second = (make_codebook(f"  - {{id: a, terms: [{{near: [x, y], within: {n}}}]}}\n") for n in (4, 5))
    assert first.sha256 != second.sha256


def test_a_codebook_with_two_equal_ids_cannot_be_made_by_hand_either():
    with pytest.raises(ValueError, match="same id"):
        Codebook("x", "1", "nl", (Code("a"), Code("a")))


def test_values_cannot_be_changed():
    with pytest.raises(AttributeError):
        Term("a", "lemma").text = "b"  # type: ignore[misc]


def test_a_codebook_shows_itself_as_a_tree():
    assert repr(parse_codebook(DESIGN)).splitlines() == [
        "Best Persons 1.0.0: 4 codes, 13 termen, nl",
        "samenwerking  10 termen",
        "└─ bondgenoten  3 termen",
        "   └─ trouw",
        "hokjes",
    ]
    assert "&lt;b&gt;" in make_codebook("  - {id: a, label: <b>}\n")._repr_html_()


def test_a_code_shows_itself_in_a_few_lines():
    code = make_codebook("  - {id: a, label: <b>, definition: D, terms: [x, y~], unless: [z]}\n").code("a")
    assert repr(code).splitlines() == ["a  <b>", "  D", "  gevonden door: x, y~", "  behalve in: z"]
    assert "&lt;b&gt;" in code._repr_html_()


# --- the codebooks of the project, and the schema -------------------------------------------------------------------


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.name)
def test_the_codebooks_of_the_project_are_complete(path):
    book = read_codebook(path)
    assert not book.notes
    for code in book.codes:
        assert code.definition, code.id
        assert code.include, code.id
        assert code.exclude, code.id
        assert code.terms, code.id
        assert len(code.examples) >= 2, code.id
        assert code.counterexamples, code.id
        assert {"nl", "en"} <= code.label.keys(), code.id


def test_the_dutch_and_the_english_codebook_have_the_same_codes():
    dutch, english = (read_codebook(ROOT / "codebooks" / f"best_persons{end}.yaml") for end in ("", "_en"))
    assert [(c.id, c.parent, c.label) for c in dutch.codes] == [(c.id, c.parent, c.label) for c in english.codes]


def test_the_schema_on_disk_is_the_one_the_reader_makes():
    assert (ROOT / "codebook.schema.json").read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize("text", [DESIGN, *(path.read_text(encoding="utf-8") for path in BOOKS)])
def test_the_schema_accepts_what_the_reader_accepts(text):
    jsonschema.validate(yaml.safe_load(text), codebook_schema())


BAD = [
    "language: nl",
    "codes: [{id: a}]",
    "language: Dutch\ncodes: [{id: a}]",
    "language: nl\ncodes: [{label: a}]",
    "language: nl\ncodes: [{id: a, inclde: x}]",
    "language: nl\ncodes: [{id: a b}]",
    "language: nl\ncodes: [{id: a, negated: x}]",
    "language: nl\ncodes: [{id: a, colour: red}]",
    "language: nl\ncodes: [{id: a, terms: [{regx: a}]}]",
    "language: nl\ncodes: [{id: a, terms: [{near: [a]}]}]",
    "language: nl\ncodes: [{id: a, terms: [{near: [a, b], within: 99}]}]",
    "language: nl\ncodes: [{id: a, terms: [{exact: a, regex: b}]}]",
    "language: nl\ncodes: [{id: a, terms: {dutch: [a]}}]",
    "language: nl\ncodes: [{id: a, label: [b]}]",
    "language: nl\nversion: v1\ncodes: [{id: a}]",
    "language: nl\nextra: 1\ncodes: [{id: a}]",
]


@pytest.mark.parametrize("text", BAD)
def test_the_schema_refuses_what_the_reader_refuses(text):
    with pytest.raises(CodebookError):
        parse_codebook(text)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(text), codebook_schema())


# --- hostile files --------------------------------------------------------------------------------------------------


def test_a_file_too_large_is_refused(tmp_path):
    (tmp_path / "big.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    assert "is too large" in str(read_yaml(tmp_path / "big.yaml").problems[0])


def test_a_file_that_is_not_utf8_is_named_with_the_place(tmp_path):
    (tmp_path / "old.yaml").write_bytes("language: nl\nlabel: café".encode("cp1252"))
    assert str(read_yaml(tmp_path / "old.yaml").problems[0]).startswith(
        f"{tmp_path}/old.yaml:2:11  is not saved as UTF-8"
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_with_a_byte_order_mark_is_read(tmp_path, encoding):
    (tmp_path / "book.yaml").write_text("language: nl\ncodes: [{id: é}]\n", encoding=encoding)
    assert read_codebook(tmp_path / "book.yaml").codes[0].id == "é"


def test_a_folder_is_no_codebook(tmp_path):
    with pytest.raises(CodebookError, match="is not a file"):
        read_codebook(tmp_path)


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"b{i}: &b{i} [*a,*a,*a,*a,*a,*a,*a]\n" for i in range(9)),
        "[" * 20_000 + "]" * 20_000,
        "".join("  " * i + "a:\n" for i in range(400)),
        "? " * 10_000,
        "- " * 10_000,
        "{a: " * 10_000,
        '"' + "\\" * 50_000,
        "a: |" + "\n" * 50_000 + " x",
    ],
    ids=["aliases", "nested lists", "nested keys", "questions", "dashes", "braces", "backslashes", "empty lines"],
)
def test_a_yaml_bomb_is_refused_at_once(bomb):
    with at_most(1), pytest.raises(CodebookError):
        parse_codebook(bomb)


def test_escape_codes_of_a_terminal_do_not_reach_the_message():
    with pytest.raises(CodebookError) as caught:
        parse_codebook('language: nl\ncodes: [{id: a, "x\\e[31m\\u202e": y}]\n')
    assert re.search("[\x1b\u202e]", str(caught.value)) is None


PIECES = [
    "- ",
    "id: ",
    "a",
    "terms: ",
    "[",
    "]",
    "{",
    "}",
    "*",
    "&",
    "!",
    "|",
    ">",
    ": ",
    "'",
    '"',
    "#",
    "~",
    "\n",
    "  ",
]
PIECES += [
    "\t",
    "\\",
    "%",
    "@",
    "`",
    "---\n",
    "...\n",
    "language: nl\n",
    "codes:\n",
    "near: ",
    "regex: ",
    "(a+)+",
    "é",
    "\u2028",
]


def problems_of(text: str) -> tuple[object, ...]:
    try:
        parse_codebook(text)
    except CodebookError as error:
        return error.problems
    return ("none",)


@patiently
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_no_text_ends_in_a_traceback(text):
    assert problems_of(text)


@patiently
@given(st.text(max_size=80))
def test_no_unicode_ends_in_a_traceback(text):
    assert problems_of("language: nl\ncodes:\n  - id: a\n    label: " + text)


@patiently
@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), st.text("xyz 01", max_size=6), max_size=5))
def test_values_know_their_place(entries):
    text = "".join(f"{key}: '{value}'\n" for key, value in entries.items()) or "a: 'b'"
    root = parse_yaml(text, "x.yaml").root
    lines = text.splitlines()
    for key, value in root.items():
        assert lines[value.line - 1][value.column - 1 :] == f"'{value}'"
        assert lines[key.line - 1].startswith(key)


def test_reading_a_codebook_loads_no_pandas_and_no_spacy():
    code = f"import sys, bp_qual; bp_qual.read_codebook({str(BOOKS[0])!r}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pandas", "spacy"} & set(done.stdout.split())
