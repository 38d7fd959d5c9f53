"""Codings that were written to a file and read again give the same numbers; wrong calls get a sentence."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import bp_qual as bq
from bp_qual.codebook import parse_codebook
from bp_qual.coding import contradictions
from bp_qual.coding.read_back import check_codings
from bp_qual.errors import BpQualWarning
from bp_qual.transcripts import Corpus, Transcript, Turn

BOOK = parse_codebook("{codebook: D, version: 1.0.0, language: nl, codes: [{id: samen, terms: [samen, '- nou']}]}")
SAID = "- nou samen, samen."


def corpus_of(persons: list[str], waves: list[str]) -> Corpus:
    transcripts = [
        Transcript(f"{person}_{wave}", (person,), wave, SAID, (Turn(0, "R", "respondent", 0, len(SAID), person),))
        for person in persons
        for wave in waves
    ]
    return Corpus(tuple(transcripts), tuple(persons), tuple(waves))


def codings_of(corpus: Corpus) -> pd.DataFrame:
    rows = [
        {"interview": t.interview, "person": t.persons[0], "wave": t.wave, "turn": 0, "start": start, "end": end,
         "code": "samen", "quote": SAID[start:end], "term": "samen", "kind": "lemma", "negated": False, "cue": "",
         "prompted": False, "coder": "D@1.0.0", "status": "auto"}
        for t in corpus.transcripts
        for start, end in ((0, 5), (6, 11), (13, 18))
    ]  # fmt: skip
    return pd.DataFrame(rows)


@pytest.mark.sweep(2)
@pytest.mark.parametrize(("persons", "waves"), [
    (["P01", "P02"], ["2010", "2020"]),
    (["007", "7a"], ["1", "2"]),
    (["007", "011"], ["2010", "2020"]),
    (["NA", "nan"], ["T0", "T1"]),
    (["-3", "'t Hart"], ["+1", "=2"]),
    (["@bakker", "'-3"], ["T0", "T1"]),
])  # fmt: skip
@pytest.mark.parametrize("separator", [",", ";"])
def test_codings_read_back_with_pandas_count_and_show_the_same(
    persons: list[str], waves: list[str], separator: str
) -> None:
    corpus = corpus_of(persons, waves)
    codings = codings_of(corpus)
    from bp_qual.files.table_bytes import csv_bytes

    text = csv_bytes(codings).decode()
    back = pd.read_csv(io.StringIO(text.replace(",", separator)), sep=separator)
    counts = [bq.count_codes(table, corpus, BOOK).counts for table in (codings, back)]
    pd.testing.assert_frame_equal(*counts)
    assert counts[0]["mentions"].sum() == len(codings)
    for wave in (waves[-1], int(waves[-1]) if waves[-1].isdigit() else waves[-1]):
        shown = [list(bq.find_quotes(table, wave=wave, corpus=corpus)) for table in (codings, back)]
        assert shown[0] == shown[1]
        assert len(shown[0]) == 3 * len(persons)


def test_a_table_in_which_all_is_text_or_said_in_dutch_is_read_too() -> None:
    corpus = corpus_of(["P01"], ["2010", "2020"])
    text = codings_of(corpus).astype(str).replace({"False": "ONWAAR"})
    assert bq.count_codes(text, corpus, BOOK).counts["mentions"].tolist() == [3, 3]
    back = check_codings(text, needed=[])
    assert back["negated"].tolist() == [False] * 6
    assert back["turn"].dtype.kind == "i"


def test_what_is_a_table_already_is_not_touched() -> None:
    codings = codings_of(corpus_of(["P01"], ["2010"]))
    assert check_codings(codings, needed=[]) is codings


def test_a_quote_keeps_an_apostrophe_that_was_said() -> None:
    codings = pd.DataFrame({"quote": ["'t is", "'- nou", "a;'-1 b"], "start": [0, 0, 0], "end": [5, 5, 6]})
    assert check_codings(codings, needed=[])["quote"].tolist() == ["'t is", "- nou", "a;-1 b"]


def test_texts_that_were_escaped_in_the_file_are_again_what_they_were() -> None:
    corpus = corpus_of(["-3", "'t Hart"], ["+1", "=2"])
    codings = codings_of(corpus).assign(term="- nou", cue="@niet")
    from bp_qual.files.table_bytes import csv_bytes

    back = pd.read_csv(io.BytesIO(csv_bytes(codings)), keep_default_na=False)
    pd.testing.assert_frame_equal(check_codings(back, needed=[]), codings, check_dtype=False)
    assert len(bq.find_quotes(back, person="-3", wave="=2")) == 3


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_file_read_with_the_wrong_separator_names_the_right_one(separator: str) -> None:
    corpus = corpus_of(["P01"], ["2010"])
    back = pd.read_csv(io.StringIO(codings_of(corpus).to_csv(sep=separator)))
    with pytest.raises(ValueError, match="one column only: read the file with") as refused:
        bq.count_codes(back, corpus, BOOK)
    assert str(refused.value).endswith(f"sep={separator!r})")


@pytest.mark.parametrize(("sep", "first"), [(";", ";"), (";", ","), ("\t", "\t")])
def test_a_table_of_excel_that_begins_with_its_separator_is_told_how_to_be_read(sep: str, first: str) -> None:
    corpus = corpus_of(["P01"], ["2010"])
    written = f"sep={sep}\n" + codings_of(corpus).to_csv(sep=sep, index=False)
    with pytest.raises(ValueError, match="begins with a line for Excel") as refused:
        bq.count_codes(pd.read_csv(io.StringIO(written), sep=first, on_bad_lines="skip"), corpus, BOOK)
    assert "skiprows=1" in str(refused.value)
    read = pd.read_csv(io.StringIO(written), sep=sep, skiprows=1)
    same = [bq.count_codes(table, corpus, BOOK).counts["mentions"].tolist() for table in (read, codings_of(corpus))]
    assert same[0] == same[1]


def test_a_person_that_was_lost_is_the_only_one_of_the_interview_and_nobody_else_changes() -> None:
    """pandas takes a person called NA for nobody; in an interview with two it cannot be known who it was."""
    alone, other, pair = (
        Transcript(name, persons, "2010", SAID, (Turn(0, "R", "respondent", 0, len(SAID), persons[0]),))
        for name, persons in (("NA_2010", ("NA",)), ("P2_2010", ("P2",)), ("pair_2010", ("NA", "P3")))
    )
    corpus = Corpus((alone, other, pair), ("NA", "P2", "P3"), ("2010",))
    rows = [("NA_2010", None), ("P2_2010", "P2"), ("pair_2010", "P3"), ("pair_2010", None)]
    table = check_codings(pd.DataFrame(rows, columns=["interview", "person"]), corpus, needed=[])
    assert table["person"].fillna("").tolist() == ["NA", "P2", "P3", ""]


def test_text_and_numbers_in_one_column_of_ids_become_text() -> None:
    mixed = pd.DataFrame({"wave": pd.Series(["2010", 2020, 2020.0], dtype=object)})
    assert check_codings(mixed, needed=[])["wave"].tolist() == ["2010", "2020", "2020"]


def test_rejected_codings_are_shown_no_more_than_they_are_counted() -> None:
    corpus = corpus_of(["P01"], ["2010"])
    codings = codings_of(corpus)
    codings.loc[0, "status"] = "rejected"
    assert len(bq.find_quotes(codings, code="samen")) == 2
    assert bq.count_codes(codings, corpus, BOOK).counts["mentions"].tolist() == [2]


@pytest.mark.parametrize(
    ("spoil", "error", "told"),
    [
        (lambda t: t.drop(columns="status"), ValueError, "lacks the column status; it needs interview"),
        (lambda t: t[["person", "wave", "code"]], ValueError, "go into make_panel"),
        (lambda t: t.to_dict("records"), TypeError, "codings is a table .* not a list"),
        (lambda t: t.assign(turn="x"), ValueError, "turn of row 1 is a whole number, not 'x'"),
        (lambda t: t.assign(negated="perhaps"), ValueError, "True or False, not 'perhaps'"),
        (lambda t: pd.read_csv(io.StringIO(t.to_csv(sep=";"))), ValueError, "sep=';'"),
    ],
)
def test_a_table_that_is_no_table_of_codings_is_a_sentence(spoil: object, error: type[Exception], told: str) -> None:
    corpus = corpus_of(["P01"], ["2010"])
    with pytest.raises(error, match=told):
        bq.count_codes(spoil(codings_of(corpus)), corpus, BOOK)


def panel() -> bq.Panel:
    rows = [{"person": p, "wave": w, "code": "c", "mentions": n} for p in "ABCDEF" for n, w in enumerate("12")]
    return bq.make_panel(rows, [{**row, "words": 2000} for row in rows])


def test_a_table_in_place_of_a_panel_is_a_sentence() -> None:
    with pytest.raises(
        TypeError, match=r"as count_codes\(codings, corpus, codebook\) or make_panel gives it, not a table"
    ):
        bq.compare_waves(codings_of(corpus_of(["P01"], ["2010"])))


def test_groups_that_are_no_table_are_a_sentence() -> None:
    with pytest.raises(TypeError, match="groups is a table"):
        bq.compare_waves(panel(), groups="rol")
    with pytest.raises(ValueError, match="needs a column person; it has rol"):
        bq.compare_waves(panel(), groups=pd.DataFrame({"rol": ["x"]}))


def test_a_number_that_differs_for_everybody_makes_no_groups_and_is_told() -> None:
    ages = pd.DataFrame({"person": list("ABCDEF"), "age": [31, 42, 53, 64, 75, 86], "rol": list("xxxyyy")})
    with pytest.warns(BpQualWarning, match=r"'age' is a different number for most persons.*pd\.cut"):
        assert bq.compare_waves(panel(), groups=ages[["person", "age"]]).groups.empty
    assert set(bq.compare_waves(panel(), groups=ages).groups["attribute"]) == {"rol"}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        classes = ages.assign(age=[30, 30, 30, 60, 60, 60])
        assert set(bq.compare_waves(panel(), groups=classes).groups["attribute"]) == {"age", "rol"}


def saved_by_a_spreadsheet(table: pd.DataFrame, tmp_path: Path) -> pd.DataFrame:
    """Return the table as Dutch Excel saves it where a column of numbers holds an empty cell: 2010,0 and 36,0."""
    text = table.astype(str)
    for name in ("wave", "turn", "start", "end"):
        text[name] += ",0"
    text["person"] = text["person"].where(~text["person"].str.isdecimal(), text["person"] + ",0")
    empty = pd.DataFrame([[""] * len(text.columns)], columns=text.columns)
    pd.concat([text, empty]).to_csv(tmp_path / "saved.csv", sep=";", index=False, encoding="utf-8-sig")
    return pd.read_csv(tmp_path / "saved.csv", sep=";")


def test_ids_as_decimals_and_empty_rows_of_a_spreadsheet_give_the_same_numbers(tmp_path: Path) -> None:
    corpus = corpus_of(["1", "2", "P03"], ["2010", "2020"])
    codings = codings_of(corpus)
    again = saved_by_a_spreadsheet(codings, tmp_path)
    pd.testing.assert_frame_equal(
        bq.count_codes(again, corpus, BOOK).counts, bq.count_codes(codings, corpus, BOOK).counts
    )
    assert len(bq.find_quotes(again, corpus=corpus, wave="2010")) == (codings["wave"] == "2010").sum()


@pytest.mark.parametrize("saved", [False, True], ids=["as it was", "read back"])
def test_a_coding_that_stands_there_twice_counts_once_is_shown_once_and_is_told(tmp_path: Path, *, saved: bool) -> None:
    corpus = corpus_of(["P01", "P02"], ["2010", "2020"])
    codings = codings_of(corpus)
    twice = pd.concat([codings, codings.head(1)])
    if saved:
        twice.to_csv(tmp_path / "codings.csv", index=False)
        twice = pd.read_csv(tmp_path / "codings.csv")
    with pytest.warns(UserWarning, match=r"more than once \(1 rows\); it counts once"):
        panel = bq.count_codes(twice, corpus, BOOK)
    pd.testing.assert_frame_equal(panel.counts, bq.count_codes(codings, corpus, BOOK).counts)
    with pytest.warns(UserWarning, match=r"more than once \(1 rows\); it counts once"):
        quotes = bq.find_quotes(twice, corpus=corpus)
    assert len(quotes) == len(codings) == panel.counts["mentions"].sum()
    with pytest.warns(UserWarning, match="counts once"):
        assert len(bq.find_quotes(twice.drop(columns=["status", "coder"]))) == len(codings)


def sorted_alone(table: pd.DataFrame, column: str) -> pd.DataFrame:
    return table.assign(**{column: table[column].iloc[::-1].tolist()})


SPOKEN = "Wij werken samen, en de subsidie hielp."


def two_who_said(said: str = SPOKEN) -> tuple[Corpus, pd.DataFrame]:
    corpus = corpus_of(["P01", "P02"], ["2010", "2020"])
    transcripts = tuple(replace(t, text=said, turns=(replace(t.turns[0], end=len(said)),)) for t in corpus.transcripts)
    table = codings_of(corpus)
    table = table.assign(start=[0, 11, 24] * 4, end=[3, 16, 32] * 4, term="samen")
    return replace(corpus, transcripts=transcripts), table.assign(
        quote=[said[start:end] for start, end in zip(table["start"], table["end"], strict=True)]
    )


@pytest.mark.parametrize("column", ["interview", "person", "wave", "start", "end", "quote"])
@pytest.mark.parametrize("use", [
    lambda table, corpus: bq.count_codes(table, corpus, BOOK),
    lambda table, corpus: bq.find_quotes(table, corpus=corpus),
])  # fmt: skip
def test_a_column_that_was_sorted_alone_is_refused(column: str, use: Callable[[pd.DataFrame, Corpus], object]) -> None:
    corpus, codings = two_who_said()
    use(codings, corpus)
    with pytest.raises(ValueError, match=r"columns of \d+ of 12 rows do not belong together\. Row \d+: ") as refused:
        use(sorted_alone(codings, column), corpus)
    assert "; row " in str(refused.value)
    assert "Sort whole rows" in str(refused.value)


@pytest.mark.parametrize("column", ["interview", "wave"])
def test_a_wave_sorted_alone_is_refused_without_the_interviews_too(column: str) -> None:
    _, codings = two_who_said()
    bq.find_quotes(codings)
    with pytest.raises(ValueError, match=r"interview 'P0\d_20\d0' has wave .* and .* here"):
        bq.find_quotes(sorted_alone(codings.iloc[:-1], column))


@pytest.mark.sweep(2)
@pytest.mark.parametrize("spoil", [
    lambda t: t.assign(quote=t["quote"].str.upper()),
    lambda t: t.assign(quote=" " + t["quote"] + "\r\n"),
    lambda t: t.assign(quote="... " + t["quote"] + " hoor"),
    lambda t: t.assign(quote=""),
    lambda t: t.assign(quote=t["quote"].str.encode("utf-8").str.decode("cp1252")),
    lambda t: t.assign(quote=t["quote"].str.normalize("NFD")),
    lambda t: t.drop(columns="quote"),
    lambda t: t.iloc[::-1],
])  # fmt: skip
def test_what_spreadsheets_and_people_do_to_quotes_is_no_contradiction(
    spoil: Callable[[pd.DataFrame], pd.DataFrame],
) -> None:
    corpus, codings = two_who_said("Wij werken sámen, en de subsídie hielp.")
    pd.testing.assert_frame_equal(
        bq.count_codes(spoil(codings), corpus, BOOK).counts, bq.count_codes(codings, corpus, BOOK).counts
    )


EDITED = "L'été tegen Jan, wij werken samen. Мы вместе, samne en samen."


def edited(table: pd.DataFrame, **quotes: str) -> pd.DataFrame:
    return table.assign(quote=table["quote"].replace({said.replace("_", " "): new for said, new in quotes.items()}))


@pytest.mark.sweep(2)
@pytest.mark.parametrize("edit", [
    lambda t: edited(t, tegen_Jan="tegen [naam]"),
    lambda t: edited(t, wij_werken_samen="wij ... samen"),
    lambda t: edited(t, wij_werken_samen="wij [allen] samen"),
    lambda t: edited(t, samne="samen"),
    lambda t: edited(t, wij_werken_samen="we work together"),
    lambda t: t.assign(quote=["vraag aan Els", *t["quote"].iloc[1:]]),
    lambda t: t.assign(quote="#NAME?"),
    lambda t: edited(t, **{"L'été": "L'ete"}),
    lambda t: t.assign(quote=t["quote"].str.encode("utf-8").str.decode("latin-1")),
    lambda t: t.assign(quote=[t["quote"].iloc[1], *t["quote"].iloc[1:]]),
])  # fmt: skip
def test_quotes_that_a_person_wrote_otherwise_are_no_contradiction(
    edit: Callable[[pd.DataFrame], pd.DataFrame],
) -> None:
    corpus, codings = two_who_said(EDITED)
    passages = ["L'été", "tegen Jan", "wij werken samen", "Мы вместе", "samne", "samen."] * 2
    places = [EDITED.index(said) for said in passages]
    codings = codings.assign(
        quote=passages, start=places, end=[at + len(said) for at, said in zip(places, passages, strict=True)]
    )
    whole = bq.count_codes(codings, corpus, BOOK).counts
    pd.testing.assert_frame_equal(bq.count_codes(edit(codings), corpus, BOOK).counts, whole)
    with pytest.raises(ValueError, match=r"Row 1: 'L'été' stands at 0 to 5 of interview 'P01_2010', not"):
        bq.count_codes(sorted_alone(codings.iloc[:-1], "quote"), corpus, BOOK)


def test_two_quotes_that_changed_places_are_refused() -> None:
    corpus, codings = two_who_said()
    quotes = codings["quote"].tolist()
    quotes[0], quotes[1] = quotes[1].upper(), quotes[0]
    with pytest.raises(ValueError, match="the columns of 2 of 12 rows"):
        bq.count_codes(codings.assign(quote=quotes), corpus, BOOK)


def test_a_coding_of_a_whole_interview_has_no_place() -> None:
    corpus, codings = two_who_said()
    whole = codings.iloc[::3].assign(start=0, end=0, quote="", status="human")
    assert bq.count_codes(whole, corpus, BOOK).counts["mentions"].sum() > 0
    with pytest.raises(ValueError, match=r"0 to 0 is no place in interview"):
        bq.count_codes(whole.assign(quote="samen"), corpus, BOOK)


def test_quotes_with_other_capitals_are_compared_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, codings = two_who_said()
    compared: list[tuple[str, str]] = []
    compare = contradictions._may_be
    monkeypatch.setattr(contradictions, "_may_be", lambda *pair: compared.append(pair) or compare(*pair))
    bq.count_codes(codings.assign(quote=codings["quote"].str.upper()), corpus, BOOK)
    assert not compared
    with pytest.raises(ValueError, match="do not belong together"):
        bq.count_codes(sorted_alone(codings, "quote"), corpus, BOOK)
    assert len(compared) == len(set(compared)) < len(codings)


def test_the_persons_of_a_couple_contradict_nothing() -> None:
    turns = (Turn(0, "A", "respondent", 0, 5, "P01"), Turn(1, "B", "respondent", 6, 11, "P02"))
    pair = Transcript("pair", ("P01", "P02"), "2010", "samen samen", turns)
    table = codings_of(corpus_of(["P01"], ["2010"])).head(2)
    table = table.assign(interview="pair", person=["P01", "P02"], turn=[0, 1], start=[0, 6], end=[5, 11], quote="samen")
    counts = bq.count_codes(table, Corpus((pair,), ("P01", "P02"), ("2010",)), BOOK).counts
    assert counts["mentions"].tolist() == [1, 1]


@pytest.mark.parametrize("column", ["person", "wave"])
def test_a_coding_of_nobody_in_the_interviews_is_refused(column: str) -> None:
    corpus = corpus_of(["P01", "P02"], ["2010", "2020"])
    codings = codings_of(corpus)
    codings = codings.assign(**{column: ["Jan", *codings[column].iloc[1:]]})
    with pytest.raises(ValueError, match=f"there is no {column} 'Jan' in the interviews"):
        bq.count_codes(codings, corpus, BOOK)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: bq.plot_change(panel()), "comparison is a Comparison, as compare_waves gives it, not a Panel"),
        (lambda: bq.plot_words("codes.csv", "a"), "comparison is a Comparison, as compare_waves gives it, not a str"),
        (lambda: bq.apply_codebook("book.yaml", None), "codebook is a Codebook, as read_codebook gives it, not a str"),
        (lambda: bq.apply_codebook(BOOK, panel()), "corpus is a Corpus, as read_corpus gives it or a TalkIndex, as"),
        (lambda: bq.make_panel("counts.csv", []), "counts is a table (a DataFrame) or a list, not a str"),
        (lambda: bq.make_panel([], 5), "exposure is a table (a DataFrame) or a list, not an int"),
        (lambda: bq.compare_waves(panel(), floor="veel"), "floor is a whole number, not a str"),
        (lambda: bq.compare_waves(panel(), plan="samen"), "plan is a list of texts, not a str"),
        (lambda: bq.compare_waves(panel(), asked={"c": 2020}), "asked is a dict of lists, not a dict"),
        (lambda: bq.compare_waves(panel(), draws="many"), "draws is a whole number, not a str"),
        (lambda: bq.make_framework(codings_of(corpus_of(["P01"], ["2010"]))), "panel is a Panel"),
        (lambda: bq.write_report(panel(), "x.html"), "comparison is a Comparison"),
        (lambda: bq.write_report(panel()), "missing 1 required positional argument: 'path'"),
    ],
)
def test_a_call_with_the_wrong_thing_says_what_the_right_one_is(call: Callable[[], object], told: str) -> None:
    with pytest.raises((TypeError, ValueError), match=re.escape(told)):
        call()


@pytest.mark.parametrize("backend", ["numpy_nullable", "pyarrow"])
def test_columns_with_an_empty_cell_of_their_own_give_the_same_numbers(backend: str) -> None:
    if backend == "pyarrow":
        pytest.importorskip("pyarrow")
    corpus = corpus_of(["007", "P02"], ["2010", "2020"])
    codings = codings_of(corpus)
    back = pd.read_csv(io.StringIO(codings.to_csv(index=False)), dtype_backend=backend)
    panel = bq.count_codes(codings, corpus, BOOK)
    pd.testing.assert_frame_equal(bq.count_codes(back, corpus, BOOK).counts, panel.counts)
    assert len(bq.find_quotes(back, corpus=corpus)) == len(bq.find_quotes(codings, corpus=corpus))
    again = bq.make_panel(panel.counts.convert_dtypes(), panel.exposure.convert_dtypes())
    assert again.counts["mentions"].tolist() == panel.counts["mentions"].tolist()


def test_a_status_is_known_whatever_its_capitals_and_one_that_is_none_is_refused() -> None:
    corpus = corpus_of(["P01"], ["2010", "2020"])
    codings = codings_of(corpus)
    assert len(bq.find_quotes(codings.assign(status=" Rejected"), corpus=corpus)) == 0
    with pytest.raises(ValueError, match=r"status of row 1 is 'afgekeurd'"):
        bq.find_quotes(codings.assign(status="afgekeurd"), corpus=corpus)


@pytest.mark.parametrize("nothing", [None, float("nan"), " "])
def test_a_coding_without_a_code_is_named_by_its_row(nothing: object) -> None:
    corpus = corpus_of(["P01"], ["2010", "2020"])
    codings = codings_of(corpus)
    codings["code"] = [nothing, *codings["code"][1:]]
    with pytest.raises(ValueError, match=r"code of row 1 is empty"):
        bq.count_codes(codings, corpus, BOOK)
