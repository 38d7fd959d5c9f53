"""Every number leads to its quotes: each count equals the number of passages that can be read behind it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bp_qual.compare import compare_waves
from panel_builders import panel_of_talk

PLACES = [(person, wave) for person in ("P1", "P2", "P3") for wave in ("2010", "2015", "2020")]
sentences = st.lists(st.sampled_from(["samen", "hokjes", "wij", "samen samen", "geld?", "."]), max_size=6)
turns = st.lists(sentences.map(lambda words: " ".join(words) + "."), min_size=1, max_size=3).map("|".join)
talks = st.dictionaries(st.sampled_from(PLACES), turns, min_size=2)


@given(talks.filter(lambda talk: len({wave for _, wave in talk}) > 1))
@settings(max_examples=12, deadline=None)
def test_every_count_equals_the_number_of_quotes(talk: dict[tuple[str, str], str]) -> None:
    panel = panel_of_talk(talk, "samen", "hokjes")
    comparison = compare_waves(panel, floor=0)
    for row in comparison.persons.itertuples():
        waves = [quote.wave for quote in comparison.quotes(row.code, row.person)]
        for wave, count in ((comparison.before, row.mentions_before), (comparison.after, row.mentions_after)):
            there = (row.person, wave) in talk
            assert waves.count(wave) == (count if there else 0)
            assert (count == count) == there
        assert set(waves) <= {comparison.before, comparison.after}
    for row in panel.counts.itertuples():
        said = talk[row.person, row.wave].count(row.code)
        assert row.mentions == said
        assert row.present == (said > 0)
        assert row.sentences <= row.mentions


def test_quotes_of_a_person_stand_wave_by_wave_with_the_sentence_around_them() -> None:
    talk = {("P1", "2020"): "Nu samen dan.", ("P1", "2010"): "Toen niet. Wel samen gedaan."}
    quotes = compare_waves(panel_of_talk(talk, "samen")).quotes("samen", "P1")
    assert [(quote.wave, f"{quote.before}|{quote.quote}|{quote.after}") for quote in quotes] == [
        ("2010", "Toen niet. Wel |samen| gedaan."),
        ("2020", "Nu |samen| dan."),
    ]
