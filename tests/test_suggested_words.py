"""Words that changed without any codebook: every count can be checked by hand, and chance makes no finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner, Result

from bp_qual import apply_codebook, compare_words, plot_word_changes, read_codebook, read_corpus
from bp_qual.cli import main
from bp_qual.matching.languages import Language, register_language
from bp_qual.matching.talk import Block
from bp_qual.suggestions.lemma_choice import choose_lemmas
from bp_qual.suggestions.spoken_words import list_spoken_words
from bp_qual.transcripts import Corpus, Transcript, Turn
from bp_qual.wording import Remark
from bp_qual.wording.guesses import did_you_mean

SAMPLE = Path(__file__).parents[1] / "transcripts_sample"
BOOK = Path(__file__).parents[1] / "codebooks" / "best_persons.yaml"
FILLER = "Dat was toen zo en dat bleef ook zo, en daar ging het om. "


def talk(person: str, wave: str, said: str, asked: str = "", language: str = "nl") -> Transcript:
    text = f"I: {asked}\nR: {said}\n"
    start = len(asked) + 7
    turns = (
        Turn(0, "I", "interviewer", 3, 3 + len(asked), ""),
        Turn(1, "R", "respondent", start, start + len(said), person),
    )
    return Transcript(f"{person}_{wave}", (person,), wave, text, turns, language)


def corpus_of(said: Mapping[tuple[str, str], str], asked: str = "", language: str = "nl") -> Corpus:
    talks = tuple(talk(person, wave, text, asked, language) for (person, wave), text in said.items())
    persons, waves = (tuple(dict.fromkeys(names)) for names in zip(*said, strict=True))
    return Corpus(talks, persons, waves)


def eight(before: str, after: str, persons: int = 8) -> dict[tuple[str, str], str]:
    return {
        (f"P{n}", wave): FILLER * 30 + text
        for n in range(1, persons + 1)
        for wave, text in (("1", before), ("2", after))
    }


def row_of(table: pd.DataFrame, word: str) -> dict[str, object]:
    (row,) = table[table["word"] == word].to_dict("records")
    return row


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def test_a_word_is_counted_in_every_form_and_in_two_parts() -> None:
    said = eight("We werkten samen. " * 2, "We werken al jaren samen, het samenwerken ging goed. Samengewerkt! ")
    row = row_of(compare_words(corpus_of(said)).table, "samenwerken")
    assert (row["count_before"], row["count_after"], row["said_before"], row["said_after"]) == (16, 24, 8, 8)
    assert "werken … samen 8" in str(row["forms"])


def test_the_p_is_that_of_every_order_of_the_waves() -> None:
    row = row_of(compare_words(corpus_of(eight("", "Een netwerk. ")), phrases=False).table, "netwerk")
    assert row["p"] == 2 / 2**8
    assert row["verdict"] == "clear"
    assert (row["up"], row["down"], row["same"]) == (8, 0, 0)


@pytest.mark.slow
def test_one_talkative_person_makes_no_word() -> None:
    said = eight("", "")
    said["P1", "2"] += "Olifanten! " * 80
    said["P2", "2"] += "Een olifant. "
    said["P3", "2"] += "Een olifant. "
    row = row_of(compare_words(corpus_of(said)).table, "olifant")
    assert row["verdict"] == "not tested"
    assert row["largest_share"] == pytest.approx(80 / 82)
    assert "98%" in compare_words(corpus_of(said)).to_text("en")


@pytest.mark.slow
def test_a_word_of_fewer_persons_than_asked_for_is_not_looked_at() -> None:
    said = eight("", "")
    for person in ("P1", "P2"):
        said[person, "2"] += "Giraffe! " * 9
    assert "giraffe" not in set(compare_words(corpus_of(said)).table["word"])
    assert "giraffe" in set(compare_words(corpus_of(said), fewest_persons=2).table["word"])


@pytest.mark.slow
def test_what_interviewers_say_is_beside_it_and_never_counted() -> None:
    found = compare_words(corpus_of(eight("", "Een netwerk. "), asked="Hoe gaat het met het netwerk?"))
    row = row_of(found.table, "netwerk")
    assert row["count_after"] == 8
    assert row["asked_after"] == pytest.approx(1000 / 6)
    quiet = compare_words(corpus_of(eight("", "Een netwerk. ")))
    assert np.isnan(row_of(quiet.table, "netwerk")["asked_after"])


@pytest.mark.slow
def test_words_of_the_guide_and_of_the_codebook_are_marked() -> None:
    corpus = corpus_of(eight("Het geld. ", "Een netwerk, en het geld. "))
    codings = pd.DataFrame({"interview": ["P1_2"], "start": [corpus.transcripts[1].text.index("netwerk")]})
    codings["end"] = codings["start"] + 7
    table = compare_words(corpus, guide="Met welke netwerken werkte u?", codings=codings).table
    network, money = row_of(table, "netwerk"), row_of(table, "geld")
    assert (network["in_guide"], money["in_guide"]) == (True, False)
    assert (network["in_codebook"], money["in_codebook"]) == (1 / 8, 0)
    assert compare_words(corpus).table["in_guide"].isna().all()


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("guide", "marked", "not_marked"),
    [
        ("Werkte u samen?", {"samenwerken"}, {"werken", "werk"}),
        ("Met welke buurtnetwerken?", {"buurtnetwerk"}, {"korte lijnen"}),
        ("Gaat u aan de slag? Zijn er korte\nlijnen?", {"aan de slag", "korte lijnen", "slag"}, {"samenwerken"}),
        ("Zijn ze kort, die lijnen? Korte. Lijnen.", {"kort", "lijn"}, {"korte lijnen"}),
        ("Hoe is het werk?", {"werk"}, {"werken", "samenwerken"}),
        ("Gaat u samenwerken?", {"samenwerken"}, {"werken"}),
        ("Hoe werkte dat?", {"werken"}, {"werk", "samenwerken"}),
        ("Wat is een netwerk?", set(), {"buurtnetwerk"}),
    ],
)
def test_the_guide_is_read_as_the_talk_is(guide: str, marked: set[str], not_marked: set[str]) -> None:
    after = (
        "Nu werken we al jaren samen in buurtnetwerken, een buurtnetwerk. We werken. We gaan aan de slag, en dat met"
        " die korte lijnen. Korte lijnen! Het werk, mijn werk. "
    )
    table = compare_words(corpus_of(eight("", after)), guide=guide).table
    assert marked | not_marked <= set(table["word"])
    found = set(table[table["in_guide"].astype(bool)]["word"])
    assert marked <= found
    assert not not_marked & found


def test_an_english_guide_is_read_as_english_talk() -> None:
    corpus = corpus_of(eight("", "We met in a close network. We like our close network! "), language="en")
    table = compare_words(corpus, guide="Which close network do you meet in?").table
    assert {"meet", "network", "close network"} <= set(table[table["in_guide"].astype(bool)]["word"])


def test_rejected_codings_are_no_codings() -> None:
    corpus = corpus_of(eight("Het geld. ", "Een netwerk, en het geld. "))
    start = corpus.transcripts[1].text.index("netwerk")
    codings = pd.DataFrame({"interview": ["P1_2"], "start": [start], "end": [start + 7], "status": ["rejected"]})
    assert row_of(compare_words(corpus, codings=codings).table, "netwerk")["in_codebook"] == 0


@pytest.mark.slow
def test_stop_words_are_left_out_and_can_be_others() -> None:
    corpus = corpus_of(eight("De fiets. ", "De fiets. "))
    assert {"de", "het", "dat"}.isdisjoint(compare_words(corpus, phrases=False).table["word"])
    other = set(compare_words(corpus, stop_words=["fietsen", "fiets"], phrases=False).table["word"])
    assert "fiets" not in other
    assert {"de", "dat"} <= other


@pytest.mark.sweep(2)
@pytest.mark.parametrize(("language", "said", "numbers"), [
    ("nl", "Drie fietsen, tweeduizend euro, drieëntwintig, achttienhonderd, vijftien en duizenden. ",
     {"drie", "tweeduizend", "drieëntwintig", "achttienhonderd", "vijftien", "duizend", "duizenden"}),
    ("en", "Three bicycles, a thousand euros, seventy-five, thirteen and millions. ",
     {"three", "thousand", "seventy-five", "seventy", "thirteen", "million", "millions"}),
])  # fmt: skip
@pytest.mark.parametrize("stops", [None, ["dat"]])
def test_numbers_are_left_out_also_as_words(
    language: str, said: str, numbers: set[str], stops: list[str] | None
) -> None:
    corpus = corpus_of(eight(said, said), language=language)
    words = set(compare_words(corpus, stop_words=stops, phrases=False).table["word"])
    assert words & {"fiets", "bicycle"}
    assert not words & numbers


def test_ordinals_and_words_made_of_numbers_are_no_numbers() -> None:
    said = "De tweede fiets, de tiende ronde, een zesje, een vijftiger, de honderdste. "
    words = set(compare_words(corpus_of(eight(said, said)), stop_words=["dat"], phrases=False).table["forms"])
    assert all(
        any(word in forms for forms in words) for word in ("tweede", "tiende", "zesje", "vijftiger", "honderdste")
    )


@pytest.mark.slow
def test_phrases_stand_for_what_is_said_together() -> None:
    said = eight("We gaan aan de slag. ", "De korte lijnen. Nu gaan we aan de slag met korte lijnen. ")
    table = compare_words(corpus_of(said)).table
    phrases = set(table[table["kind"] == "phrase"]["word"])
    assert {"aan de slag", "korte lijnen"} <= phrases
    assert {"de slag", "de korte"}.isdisjoint(phrases)
    assert row_of(table, "korte lijnen")["count_after"] == 16
    assert not set(compare_words(corpus_of(said), phrases=False).table["kind"]) - {"word"}


def test_a_phrase_does_not_reach_over_a_pause_or_into_the_next_sentence() -> None:
    said = eight("Het gaat, korte lijnen. ", "Kort, lijnen. Korte. Lijnen. ")
    assert row_of(compare_words(corpus_of(said)).table, "korte lijnen")["count_after"] == 0


@pytest.mark.parametrize(
    ("said", "chosen"),
    [
        ("Elke week kwam er geld. Het geldt niet meer.", {"week": "week", "geld": "geld", "geldt": "gelden"}),
        ("Vier mensen in de buurt en vier buurten.", {"vier": "vier", "buurten": "buurt", "mensen": "mens"}),
        ("Ik werk hier. Dat werk is zwaar, het werk, mijn werk.", {"werk": "werk"}),
    ],
)
def test_a_form_counts_for_the_word_that_it_mostly_is(said: str, chosen: dict[str, str]) -> None:
    found = choose_lemmas([Block([talk("P1", "1", said)])])
    assert {form: found[form] for form in chosen} == chosen


def test_english_and_a_language_without_a_model_work_too() -> None:
    english = corpus_of(eight("We meet. ", "We met in networks, a network! ").copy(), language="en")
    assert row_of(compare_words(english).table, "network")["count_after"] == 16
    language = Language("zz", {"buorren": "buorman"})
    register_language("zz", lambda: language)
    other = corpus_of(eight("Buorman. ", "Buorren, buorman. "), language="zz")
    assert row_of(compare_words(other).table, "buorman")["count_after"] == 16


@pytest.mark.slow
def test_every_count_of_the_sample_is_the_number_of_its_quotes() -> None:
    corpus = read_corpus(SAMPLE)
    found = compare_words(corpus, codings=apply_codebook(read_codebook(BOOK), corpus))
    assert len(found.table) > 100
    for row in found.table.head(40).to_dict("records"):
        said = [quote for quote in found.quotes(row["word"]) if quote.person in found.persons]
        by_wave = [sum(quote.wave == wave for quote in said) for wave in (found.before, found.after)]
        assert by_wave == [row["count_before"], row["count_after"]], row["word"]
    rates = found.rates
    assert np.allclose(np.nan_to_num(rates.rates * rates.words[:, :, None] / 1000), np.nan_to_num(rates.mentions))


@pytest.mark.slow
def test_kinds_of_persons_add_up_to_all_of_them() -> None:
    corpus, persons = read_corpus(SAMPLE), pd.read_csv(SAMPLE / "persons.csv")
    found = compare_words(corpus)
    kinds = found.by_group(persons, "type")
    summed = kinds.groupby("word")[["up", "down"]].sum().loc[found.table["word"]]
    assert summed["up"].tolist() == found.table["up"].tolist()
    assert summed["down"].tolist() == found.table["down"].tolist()
    assert list(dict.fromkeys(kinds["word"])) == found.table["word"].tolist()
    with pytest.raises(ValueError, match="no column 'rol'"):
        found.by_group(persons, "rol")


@pytest.mark.slow
def test_who_said_little_is_not_compared_and_nobody_is_said_to_be() -> None:
    corpus = corpus_of({("P1", "1"): "Ja hoor.", ("P1", "2"): "Nee."})
    found = compare_words(corpus)
    assert found.table.empty
    assert "Niemand" in found.to_text("nl")
    assert plot_word_changes(found).to_svg().startswith("<svg")


def test_a_word_that_was_not_compared_is_refused_with_the_nearest_one() -> None:
    found = compare_words(corpus_of(eight("", "Een netwerk. ")))
    with pytest.raises(ValueError, match="Did you mean 'netwerk'"):
        found.quotes("netwrk")


@pytest.mark.slow
def test_without_a_codebook_the_command_tells_writes_and_draws(tmp_path: Path) -> None:
    study = tmp_path / "study"
    study.mkdir()
    for (person, wave), said in eight("Er was geld. ", "Een netwerk. ", persons=6).items():
        (study / f"{person}_{2000 + int(wave)}.txt").write_text(f"I: En?\nR: {said}\n", encoding="utf-8")
    (study / "study.yaml").write_text("language: nl\n", encoding="utf-8")
    (tmp_path / "guide.txt").write_text("Vertel over uw netwerken.", encoding="utf-8")
    kinds = "person,kind\n" + "".join(f"P{n},{'ab'[n % 2]}\n" for n in range(1, 7))
    (study / "persons.csv").write_text(kinds, encoding="utf-8")
    out, picture = tmp_path / "words.csv", tmp_path / "words.svg"
    guide = tmp_path / "guide.txt"
    done = run("words", study, "-o", out, "--by", "kind", "--picture", picture, "--guide", guide, "--floor", "100")
    assert done.exit_code == 0, done.output
    assert "netwerk" in done.output
    assert "gespreksleidraad" in done.output
    assert pd.read_csv(out).set_index("word").loc["netwerk", "count_after"] == 6
    assert len(pd.read_csv(tmp_path / "words_kind.csv")) == 2 * len(pd.read_csv(out))
    assert "netwerk" in picture.read_text("utf-8")
    few = tmp_path / "few.svg"
    run("words", study, "--picture", few, "--floor", "100", "--most", "1")
    assert few.read_text("utf-8").count("<path") < picture.read_text("utf-8").count("<path")
    shown = run("words", study, "--kwic", "netwerk", "--floor", "100")
    assert shown.output.count("P1") == 1
    refused = run("words", study, "--kwic", "netwrk", "--floor", "100")
    assert refused.exit_code == 2
    assert "geen respondent zei 'netwrk'." in refused.output
    assert "netwerk" in refused.output


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("giraf", ["giraffen", "giraf"]),  # of one person, and too seldom for the table
        ("Giraffen", ["giraffen"]),
        ("gingen naar die", ["gingen naar die"]),
        ("gaan", ["gingen", "gaat"]),  # a stop word
        ("1996", ["1996"]),
        ("uh", ["uh"]),
        ("nou ja", ["Nou, ja"]),
        ("ja we", []),
        ("dierentuin", []),  # of the interviewer only
        ("", []),
        ("?", []),
    ],
)
def test_every_word_that_a_respondent_said_has_its_places(word: str, said: list[str]) -> None:
    talks = {
        ("P1", "1"): "Nou, ja. We gingen naar die giraffen in 1996, uh. Dat gaat zo. Een giraf!",
        ("P2", "2"): "Ja.",
    }
    found = compare_words(corpus_of(talks, asked="En de dierentuin?"), stop_words=["gaan", "ging", "gingen", "gaat"])
    assert found.find_said(word)["quote"].tolist() == said
    if said:
        assert [quote.quote for quote in found.quotes(word)] == said
        return
    with pytest.raises(ValueError, match="no respondent said"):
        found.quotes(word)


@pytest.mark.parametrize("option", ["--stop-words", "--guide"])
@pytest.mark.parametrize("words", ["", " \n\n", "-\n1. 2.\n"])
@pytest.mark.parametrize(("language", "told"), [("nl", "er staan geen woorden in"), ("en", "there are no words in")])
def test_a_list_or_guide_without_words_is_told(
    tmp_path: Path, option: str, words: str, language: str, told: str
) -> None:
    study = tmp_path / "study"
    study.mkdir()
    for wave in ("2010", "2020"):
        (study / f"P1_{wave}.txt").write_text("I: En?\nR: De giraf was in de tuin.\n", encoding="utf-8")
    (study / "study.yaml").write_text(f"language: {language}\n", encoding="utf-8")
    (tmp_path / "list.txt").write_text(words, encoding="utf-8")
    done = run("words", study, option, tmp_path / "list.txt", "--language", language)
    assert done.exit_code == 2
    assert f"{option}: {told} " in done.output
    assert "interview" not in done.output


@pytest.mark.slow
@pytest.mark.parametrize(("language", "told"), [("nl", "geen respondent zei 'olifant'."), ("en", "no respondent said")])
def test_the_concordance_of_a_seldom_word_is_printed_and_of_one_nobody_said_it_is_told(
    tmp_path: Path, language: str, told: str
) -> None:
    for wave in ("2010", "2020"):
        (tmp_path / f"P1_{wave}.txt").write_text("I: De olifant?\nR: De giraf was in de tuin.\n", encoding="utf-8")
    (tmp_path / "study.yaml").write_text(f"language: {language}\n", encoding="utf-8")
    for word in ("giraf", "de", "in de tuin"):
        shown = run("words", tmp_path, "--kwic", word)
        assert shown.exit_code == 0, shown.output
        assert "giraf" in shown.output
    refused = run("words", tmp_path, "--kwic", "olifant")
    assert refused.exit_code == 2
    assert told in refused.output


def made_up_study(
    rng: np.random.Generator,
    persons: int,
    planted: Iterable[str] = (),
    *,
    size: int = 400,
    syllables: int = 1,
    used: Callable[[int, int], bool] = lambda person, place: (person + place) % 3 != 0,
) -> Corpus:
    """Make talk in which nothing changed but the planted words: a person has words of preference, in both waves.

    There are 60 words, three times as many with each more of ``syllables``. Of each planted word ``used`` tells by its
    place which persons use it, three times in the later wave.
    """
    middles = ["".join(parts) for parts in product(("ta", "mo", "ri"), repeat=syllables)]
    words = [f"{a}{b}{c}" for a in ("bron", "klap", "strek", "vlon") for b in middles for c in "snlpk"]
    planted = list(planted)
    said = {}
    for number in range(persons):
        liking = rng.gamma(0.5, size=len(words))
        for wave in ("1", "2"):
            chosen = rng.choice(words, size=int(rng.integers(size, 2 * size)), p=liking / liking.sum()).tolist()
            if wave == "2":
                chosen += [word for place, word in enumerate(planted) if used(number, place) for _ in range(3)]
            said[f"P{number}", wave] = ". ".join(chosen)
    return corpus_of(said)


@pytest.mark.slow
def test_where_nothing_changed_few_studies_have_a_clear_word() -> None:
    rng = np.random.default_rng(5)
    studies = (made_up_study(rng, 10, size=200) for _ in range(20))
    tables = [compare_words(study, phrases=False, floor=100).table for study in studies]
    assert sum(bool((table["p_adjusted"] <= 0.05).any()) for table in tables) <= 4  # 5 in 20: 1 time in 150 at .06
    assert all((table["p"].notna().sum() > 5) for table in tables)


@pytest.mark.slow
def test_every_planted_new_word_is_found_among_twenty_persons() -> None:
    planted = [f"{a}{b}" for a in ("zwerm", "drift", "knak") for b in ("el", "oor", "ap", "ust")]
    table = compare_words(made_up_study(np.random.default_rng(7), 20, planted), phrases=False, draws=1999).table
    clear = set(table[(table["verdict"] == "clear") & (table["difference"] > 0)]["word"])
    assert set(planted) <= clear
    assert len(clear - set(planted)) <= 1


@pytest.mark.slow
def test_the_same_study_gives_the_same_table_in_any_order() -> None:
    corpus = read_corpus(SAMPLE)
    turned = Corpus(corpus.transcripts[::-1], corpus.persons, corpus.waves)
    first, second = compare_words(corpus).table, compare_words(turned).table
    pd.testing.assert_frame_equal(first, second)


@pytest.mark.slow
def test_words_without_a_place_of_their_own_are_in_no_other_persons_count() -> None:
    spoken = list_spoken_words(corpus_of(eight("Het geld. ", "Het geld! ")))
    texts = [corpus_of(eight("Het geld. ", "Het geld! ")).transcripts[row].text for row in spoken.transcript.tolist()]
    shown = {
        text[start:end] for text, start, end in zip(texts, spoken.start.tolist(), spoken.end.tolist(), strict=True)
    }
    assert "geld" in shown
    assert all(word == word.strip() for word in shown)


def test_where_nothing_alike_was_said_the_remark_ends_with_its_full_stop() -> None:
    fault = Remark("word not said", values={"word": "zzz", "guess": did_you_mean("zzz", ["tuin"])})
    assert (fault.say("nl"), fault.say("en")) == ("geen respondent zei 'zzz'.", "no respondent said 'zzz'.")


def test_forms_are_of_the_talk_that_is_counted_beside_them() -> None:
    said = eight("De buurten waren stil. " * 3, "De buurt was druk. " * 3) | {("P99", "1"): "Buurten. " * 5}
    table = compare_words(corpus_of(said, asked="Welke buurten? "), phrases=False, floor=20).table
    row = row_of(table, "buurt")
    counts = [int(part.rpartition(" ")[2]) for part in str(row["forms"]).split(", ")]
    assert sum(counts) == row["count_before"] + row["count_after"]
    assert set(str(row["forms"]).split(", ")) == {"buurten 24", "buurt 24"}


def test_words_are_shown_with_the_accents_and_hyphens_with_which_they_were_said(tmp_path: Path) -> None:
    later = (
        "De conciërges hadden ideeën, veel ideeën. Een concie\u0308rge, één coördinator. De NS-medewerker en Ideeen!"
    )
    later += "Een co\u00adach. "
    changes = compare_words(corpus_of(eight("", later)), fewest=2)
    table = changes.table.set_index("word")
    assert {"conciërge", "idee", "coördinator", "NS-medewerker", "coach"} <= set(table.index)
    assert table.loc["idee", "forms"] == "ideeën 24"
    assert table.loc["conciërge", "forms"] == "conciërge 8, conciërges 8"
    assert len(changes.quotes("conciërge")) == len(changes.quotes("concierge")) == 16
    groups = pd.DataFrame({"person": changes.persons, "kind": "a"})
    assert changes.by_group(groups, "kind")["word"].tolist() == changes.table["word"].tolist()


def test_capitals_are_kept_but_for_the_one_with_which_a_sentence_begins() -> None:
    later = "Wij hebben AI en WhatsApp. Gemeente en “Buurten” praten.\nMokum is de gemeente van Mokum. AI ook"
    words = set(compare_words(corpus_of(eight("", later)), fewest=2, phrases=False).table["word"])
    assert {"AI", "WhatsApp", "gemeente", "Mokum"} <= words


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Ja. Werkte met Jan samen. ", "werkte … samen 8"),
        ("Ja. IJs en zo. ", "ijs 8"),
        ("Ja. O'Brien kwam. ", "O'Brien 8"),
        ("Wij gingen naar\nAmsterdam toe. ", "Amsterdam 8"),
        ("Dat zei Dr. Jansen ook. ", "Jansen 8"),
        ("In de stad (bijv. Amsterdam) dus. ", "Amsterdam 8"),
        ("Dat was A. Jansen weer. ", "Jansen 8"),
        ("Zij zeiden dat\n\nGemeente en zo. ", "gemeente 8"),
        ("Zij zeiden dat\n- Gemeente en zo. ", "gemeente 8"),
        ("Dat was zo. Gemeente en zo. ", "gemeente 8"),
    ],
)
def test_a_capital_is_of_the_sentence_only_where_one_begins(said: str, shown: str) -> None:
    forms = compare_words(corpus_of(eight("", said)), fewest=2, phrases=False).table["forms"].tolist()
    assert shown in forms


def test_the_first_word_of_a_turn_has_the_capital_of_its_sentence() -> None:
    talks = [
        Transcript(f"P{n}_{w}", (f"P{n}",), w, text, (Turn(0, "Jan", "respondent", 4, len(text), f"P{n}"),), "nl")
        for n in range(1, 9)
        for w, text in (("1", "Jan\n" + FILLER * 30), ("2", "Jan\nGemeente dus. " + FILLER * 30))
    ]
    corpus = Corpus(tuple(talks), tuple(f"P{n}" for n in range(1, 9)), ("1", "2"))
    assert "gemeente 8" in compare_words(corpus, fewest=2, phrases=False).table["forms"].tolist()


def test_a_phrase_loses_the_capital_of_the_sentence_and_no_other() -> None:
    said = "Ja. Grote AI dus. " * 3
    table = compare_words(corpus_of(eight("", said)), fewest=2).table.set_index("word")
    assert table.loc["grote AI dus", "forms"] == "grote AI dus 24"


@pytest.mark.slow
def test_the_share_that_is_coded_is_of_the_uses_that_the_row_counts() -> None:
    said = eight("Een netwerk. ", "Een netwerk. ") | {
        (f"P{n}", "3"): FILLER * 30 + "Een netwerk. " for n in range(1, 9)
    }
    corpus = corpus_of(said | {("P9", "1"): FILLER * 30 + "Een netwerk. "})
    rows = [
        {"interview": talk.interview, "start": talk.text.index("netwerk"), "end": talk.text.index("netwerk") + 7}
        for talk in corpus.transcripts
        if talk.wave == "3" or talk.persons == ("P9",)
    ]
    codings = pd.DataFrame(rows).assign(status="auto", code="netwerk")
    shares = {
        waves: row_of(compare_words(corpus, before=waves[0], after=waves[1], codings=codings).table, "netwerk")
        for waves in (("1", "2"), ("2", "3"))
    }
    assert {waves: row["in_codebook"] for waves, row in shares.items()} == {("1", "2"): 0, ("2", "3"): 0.5}


def test_groups_without_a_file_to_write_them_to_are_told() -> None:
    done = run("words", SAMPLE, "--by", "type")
    assert done.exit_code == 2
    assert "-o" in done.output
    assert "--by" in done.output


def test_a_column_without_a_value_for_anybody_compared_is_told_and_writes_nothing(tmp_path: Path) -> None:
    study = tmp_path / "study"
    study.mkdir()
    for (person, wave), said in eight("Er was geld. ", "Een netwerk. ", persons=6).items():
        (study / f"{person}_{2000 + int(wave)}.txt").write_text(f"I: En?\nR: {said}\n", encoding="utf-8")
    (study / "persons.csv").write_text("person,kind\n" + "".join(f"P{n},\n" for n in range(1, 7)), encoding="utf-8")
    done = run("words", study, "-o", tmp_path / "words.csv", "--by", "kind", "--floor", "100")
    assert done.exit_code == 2
    assert "column kind" in done.output or "kolom kind" in done.output
    assert not [*tmp_path.glob("words*")]


@pytest.mark.slow
@pytest.mark.parametrize("command", [["words"], ["words", "--kwic", "gemeente"]])
def test_in_a_folder_of_interviews_alone_it_speaks_as_they_do(tmp_path: Path, command: list[str]) -> None:
    said = "Wij werken al jaren samen met de gemeente en dat gaat eigenlijk heel goed. "
    for name in (f"N0{n}_{wave}.txt" for n in range(1, 4) for wave in (2009, 2021)):
        (tmp_path / name).write_text(f"I: Hoe gaat het in de buurt?\nR: {said * 40}\n", encoding="utf-8")
    done = CliRunner().invoke(main, [*command, str(tmp_path)], env={"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"})
    assert done.exit_code == 0, done.output
    assert ("Woorden van respondenten" if len(command) == 1 else "· beurt 2") in done.output


def study_with_a_faulty_codebook(folder: Path, book: str) -> Path:
    folder.mkdir()
    for (person, wave), said in eight("Er was geld. ", "Een netwerk. ", persons=6).items():
        (folder / f"{person}_{2000 + int(wave)}.txt").write_text(f"I: En?\nR: {said}\n", encoding="utf-8")
    (folder / "study.yaml").write_text("language: nl\ncodebook: codes.yaml\n", encoding="utf-8")
    if book:
        (folder / "codes.yaml").write_text(book, encoding="utf-8")
    return folder


FAULTY = "codebook: C\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - id: geld\n    label: Geld\n    trems: [geld]\n"


@pytest.mark.slow
@pytest.mark.parametrize("book", [FAULTY, "codes: [", ""])
def test_words_need_no_codebook_so_a_faulty_one_is_told_in_one_line_and_leaves_its_column_empty(
    tmp_path: Path, book: str
) -> None:
    study, out = study_with_a_faulty_codebook(tmp_path / "study", book), tmp_path / "words.csv"
    done = run("words", study, "--floor", "100", "-o", out)
    assert done.exit_code == 0, done.output
    told = [line for line in done.output.splitlines() if "kon niet gelezen worden" in line]
    assert len(told) == 1
    assert "codes.yaml" in told[0]
    assert "niets hier zegt wat al gecodeerd is" in " ".join(done.output.split())
    assert pd.read_csv(out)["in_codebook"].isna().all()
    (study / "codes.yaml").write_text(FAULTY.replace("trems", "terms"), encoding="utf-8")
    done = run("words", study)
    assert "kon niet gelezen worden" not in done.output


@pytest.mark.slow
def test_groups_say_nothing_of_what_is_coded_so_a_faulty_codebook_is_not_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def encode(texts: Sequence[str]) -> np.ndarray:
        return np.array([[float("netwerk" in text), float("geld" in text), 1.0] for text in texts], dtype=np.float32)

    monkeypatch.setattr("bp_qual.suggestions.load_encoder", lambda _: encode)
    done = run("groups", study_with_a_faulty_codebook(tmp_path / "study", FAULTY), "-k", "2")
    assert done.exit_code == 0, done.output
    assert "codes.yaml" not in done.output
    assert "gecodeerd" not in done.output


def test_a_codebook_that_the_command_names_itself_has_to_be_right(tmp_path: Path) -> None:
    study = study_with_a_faulty_codebook(tmp_path / "study", FAULTY)
    done = run("words", study, "--codebook", study / "codes.yaml")
    assert done.exit_code == 1
    assert "trems" in done.output


@pytest.mark.sweep(2)
@pytest.mark.parametrize("command", ["words", "compare", "suggest", "quotes"])
def test_a_codebook_that_is_named_is_looked_for_where_the_command_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    study_with_a_faulty_codebook(tmp_path / "study", FAULTY)
    monkeypatch.chdir(tmp_path)
    words = {"suggest": ["--letters"], "quotes": ["--code", "geld"], "compare": ["-o", "out", "--floor", "1"]}
    given = [command, "study", "--codebook", "codes.yaml", *words.get(command, ["--floor", "1"])]
    done = run(*given)
    assert done.exit_code == 1
    assert "codes.yaml  bestaat niet" in done.output
    (tmp_path / "codes.yaml").write_text(FAULTY.replace("trems", "terms"), encoding="utf-8")
    assert run(*given).exit_code == 0


def test_a_codebook_that_may_not_be_read_stops_nothing_that_needs_none(tmp_path: Path) -> None:
    folder = tmp_path / "study"
    folder.mkdir()
    for (person, wave), said in eight("Een fiets. ", "Een netwerk. ").items():
        (folder / f"{person}_{wave}.txt").write_text(f"I: En?\nR: {said}\n", encoding="utf-8")
    (tmp_path / "elsewhere.yaml").write_text("codebook: D\nlanguage: nl\ncodes: [{id: a, terms: [fiets]}]\n", "utf-8")
    (folder / "study.yaml").write_text("language: nl\ncodebook: ../elsewhere.yaml\nfloor: 50\n", encoding="utf-8")
    done = run("words", folder)
    assert done.exit_code == 0, done.output
    assert "netwerk" in done.output
    assert done.output.count("elsewhere.yaml kon niet gelezen worden") == 1
    assert run("compare", folder, "-o", tmp_path / "out").exit_code == 1  # which needs one


@pytest.mark.slow
@pytest.mark.parametrize("stop", ["opschalen", "Opschalen"])
def test_a_verb_that_is_left_out_is_left_out_in_two_parts_too_and_its_places_are_still_found(stop: str) -> None:
    said = eight("", "We schalen het op. Ze wilden opschalen. We hebben opgeschaald. ")
    usual = compare_words(corpus_of(said))
    assert row_of(usual.table, "opschalen")["count_after"] == 24
    found = compare_words(corpus_of(said), stop_words=[stop])
    words = found.table[found.table["kind"] == "word"]
    assert "opschalen" not in set(words["word"])
    assert not any("opgeschaald" in forms or "schalen …" in forms for forms in words["forms"])
    assert found.find_said("opschalen")["quote"].value_counts().to_dict() == {
        "schalen het op": 8, "opschalen": 8, "opgeschaald": 8,
    }  # fmt: skip
    starts = [*zip(*(found.find_said("opschalen")[name] for name in ("interview", "start")), strict=True)]
    assert starts == sorted(starts)


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("C++", ["C++", "C++"]),
        ("c#", ["C#"]),
        ("50+", ["50+"]),
        ("50", ["50", "50"]),
        ("#metoo", ["#metoo"]),
        ("24/7", ["24/7"]),
        ("R&D", ["R&D"]),
        ("o.b.v.", ["o.b.v."]),
        ("3D-printer", ["3D-printer"]),
        ("C++!", []),
        ("geld?", ["geld?"]),
        ("jan@post.nl", ["jan@post.nl"]),
        ("buurt.nl/fiets", ["buurt.nl/fiets"]),
    ],
)
def test_a_word_with_signs_is_found_with_them(word: str, said: list[str]) -> None:
    talks = {
        ("P1", "1"): "Ik doe C++ en C#, [wijst naar C++] C++. De 50+ club; er waren 50 mensen. Dat is #metoo, 24/7 bij"
        " R&D, o.b.v. een 3D-printer. Om het geld? Mail jan@post.nl of kijk op buurt.nl/fiets.",
        ("P2", "2"): "Ja.",
    }
    found = compare_words(corpus_of(talks, asked="Met C++ of C#, bij 50+?"))
    assert found.find_said(word)["quote"].tolist() == said


def test_a_phrase_of_the_table_that_is_written_with_a_sign_has_all_its_places() -> None:
    said = eight("", "Ik ging naar dr. Jansen. Die dr Jansen, dr. Jansen. ")
    found = compare_words(corpus_of(said))
    (row,) = found.table[found.table["kind"].eq("phrase") & found.table["word"].str.contains("(?i)jansen")].to_dict(
        "records"
    )
    assert len(found.find_said(str(row["word"]))) == row["count_after"] == 24


ADDRESSES = (
    "Mail naar jan@post.nl hoor. Zie www.buurtfeest.nl/fietsen of https://site.org/tuin?x=1 en ook buurtkrant.nl."
    " Wij hebben een fiets. "
)


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    "nobody_said", ["nederland", "nl", "post", "buurtfeest", "fietsen", "org", "tuin", "buurtkrant"]
)
def test_words_in_an_address_are_no_words(nobody_said: str) -> None:
    found = compare_words(corpus_of(eight("", ADDRESSES)), guide="Kijk op www.fiets.nl")
    assert not [word for word in found.table["word"] if nobody_said in str(word).split()]
    assert row_of(found.table, "fiets")["count_after"] == 8
    assert row_of(found.table, "fiets")["in_guide"] is False
    if nobody_said != "fietsen":
        assert found.find_said(nobody_said).empty


@pytest.mark.slow
@pytest.mark.parametrize(("language", "written"), [("nl", "0,5"), ("en", "0.5")])
def test_numbers_on_the_axis_are_written_as_in_the_table(language: str, written: str) -> None:
    svg = plot_word_changes(compare_words(corpus_of(eight("Het geld. ", "Een netwerk. "))), language=language).to_svg()
    labels = set(re.findall(r">(\d+[.,]?\d*)</text>", svg))
    assert labels & {written}, labels
    other = ".,"[language == "en"]
    assert not [label for label in labels if other in label]


@pytest.mark.slow
@pytest.mark.parametrize(("page", "language"), [("new_words.md", "en"), ("nieuwe_woorden.md", "nl")])
def test_the_p_and_persons_that_the_page_shows_are_those_of_the_sample(page: str, language: str) -> None:
    text = (Path(__file__).parents[1] / "docs" / page).read_text("utf-8")
    done = run("words", SAMPLE, "--most", "99", "--language", language)
    (line,) = (line for line in done.output.splitlines() if line.startswith("  jaar "))
    printed = re.sub(" {2,}", " ", line)
    shown = re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)
    of_the_word = [cell for cell in shown if cell.startswith(("3", "x ", "6 ", "p "))]
    assert len(of_the_word) == 4
    assert [cell for cell in of_the_word if cell not in printed] == []
