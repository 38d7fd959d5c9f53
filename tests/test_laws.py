"""Laws that hold for every corpus and every codebook, tried on random ones."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bp_qual.codebook import Codebook, parse_codebook
from bp_qual.coding import CODING_COLUMNS, apply_codebook
from bp_qual.panel import count_codes
from bp_qual.quotes import find_quotes
from bp_qual.transcripts import Corpus, Transcript, Turn

few = settings(
    max_examples=5,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

WAVES = ("2010", "2020")
PERSONS = ("P01", "P02", "P03")
WORDS = (
    *("we", "werken", "werkten", "samen", "samenwerken", "samengewerkt", "samenwerkingsverband", "met", "de", "niet"),
    *("hokje", "hokjes", "hond", "subsidie", "subsidieaanvraag", "draag", "het", "over", "handen", "slaan", "ineen"),
    *("GGZ", "ggz", "cocreatie", "co-creatie", "geen", "(lacht)", "ja", "nee", "eh", "gemeente", "Gemeente", "café"),
)
TERMS = (
    *("samenwerken", "samen", "samenwerking*", "hokje", "subsidie~", "overdragen", "gemeente", "de gemeente", "ggz"),
    *(
        "de handen ineenslaan",
        "café",
        "werken",
        {"exact": "GGZ"},
        {"regex": "co-?creat\\w+"},
        {"near": ["hond", "hokje"]},
    ),
)


@st.composite
def transcripts(draw, name: str, persons: tuple[str, ...], wave: str) -> Transcript:
    """An interview: turns of words and stops, each speaker behind a label."""
    text, turns = "", []
    for index in range(draw(st.integers(1, 6))):
        speaker = draw(st.sampled_from(("I", *persons)))
        said = " ".join(draw(st.lists(st.sampled_from((*WORDS, "samen.", "hokje,", "ja?")), min_size=1, max_size=14)))
        text += f"{speaker}: "
        role = "interviewer" if speaker == "I" else "respondent"
        turns.append(Turn(index, speaker, role, len(text), len(text) + len(said), "" if speaker == "I" else speaker))
        text += f"{said}\n"
    return Transcript(name, persons, wave, text, tuple(turns))


@st.composite
def corpora(draw) -> Corpus:
    """A corpus with gaps: one person may be missing from a wave, a couple may share an interview."""
    made = []
    for wave in WAVES:
        met = draw(st.lists(st.sampled_from(PERSONS), unique=True, max_size=3))
        made += [draw(transcripts(f"{person}_{wave}", (person,), wave)) for person in met]
        if draw(st.booleans()):
            made.append(draw(transcripts(f"P01+P02_{wave}", ("P01", "P02"), wave)))
    if not made:
        made.append(draw(transcripts("P01_2010", ("P01",), "2010")))
    return Corpus(tuple(made), PERSONS, WAVES)


@st.composite
def codebooks(draw) -> Codebook:
    """A codebook of a few codes, some below another, which may share their terms."""
    some = st.lists(st.sampled_from(range(len(TERMS))), min_size=1, max_size=4, unique=True)
    codes = []
    for number in range(draw(st.integers(1, 4))):
        code = {"id": f"c{number}", "terms": [TERMS[place] for place in draw(some)]}
        code["negated"] = draw(st.sampled_from(("keep", "drop")))
        if draw(st.booleans()):
            code["unless"] = ["samenwerkingsverband"]
        if codes and draw(st.booleans()):
            codes[-1].setdefault("codes", []).append(code)
        else:
            codes.append(code)
    text = json.dumps({"codebook": "Random", "version": "1.0.0", "language": "nl", "codes": codes})
    return parse_codebook(text)


def said_by(codings: pd.DataFrame) -> list[tuple[object, ...]]:
    """What was found, without where in the text it stands: offsets move when somebody else says more."""
    return list(codings[["interview", "person", "turn", "code", "quote", "term", "negated"]].itertuples(index=False))


@pytest.mark.slow
@few
@given(corpora(), codebooks())
def test_the_mentions_of_the_panel_are_the_rows_of_the_codings_are_the_quotes_that_are_shown(corpus, codebook):
    codings = apply_codebook(codebook, corpus)
    panel = count_codes(codings, corpus, codebook)
    rows = Counter(codings[["person", "wave", "code"]].itertuples(index=False, name=None))
    for cell in panel.counts.itertuples():
        place = (cell.person, cell.wave, cell.code)
        shown = find_quotes(codings, person=cell.person, wave=cell.wave, code=cell.code, corpus=corpus)
        assert cell.mentions == rows.pop(place, 0) == len(shown)
    assert not rows


@few
@given(corpora(), codebooks())
def test_every_quote_is_the_text_at_its_place_in_a_turn_of_its_person(corpus, codebook):
    interviews = {transcript.interview: transcript for transcript in corpus.transcripts}
    codings = apply_codebook(codebook, corpus)
    assert tuple(codings.columns) == CODING_COLUMNS
    for row in codings.itertuples():
        transcript = interviews[row.interview]
        turn = transcript.turns[row.turn]
        assert transcript.text[row.start : row.end] == row.quote
        assert turn.start <= row.start < row.end <= turn.end
        assert (turn.role, turn.person, transcript.wave) == ("respondent", row.person, row.wave)


@few
@given(corpora(), codebooks())
def test_a_code_has_no_two_rows_that_overlap_and_each_row_of_a_sub_code_lies_in_one_of_its_parent(corpus, codebook):
    codings = apply_codebook(codebook, corpus)
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for row in codings.itertuples():
        spans.setdefault((row.interview, row.code), []).append((row.start, row.end))
    for found in spans.values():
        assert all(one[1] <= other[0] for one, other in zip(sorted(found), sorted(found)[1:], strict=False))
    for row in codings.itertuples():
        parent = codebook.code(row.code).parent
        if parent:
            assert any(start < row.end and row.start < end for start, end in spans.get((row.interview, parent), ()))


@few
@given(corpora(), codebooks())
def test_coding_twice_finds_the_same(corpus, codebook):
    pd.testing.assert_frame_equal(apply_codebook(codebook, corpus), apply_codebook(codebook, corpus))


@pytest.mark.slow
@few
@given(corpora(), codebooks(), st.randoms(use_true_random=False))
def test_the_order_in_which_interviews_come_does_not_matter(corpus: Corpus, codebook, chance: random.Random):
    shuffled = list(corpus.transcripts)
    chance.shuffle(shuffled)
    other = replace(corpus, transcripts=tuple(shuffled))
    first, second = apply_codebook(codebook, corpus), apply_codebook(codebook, other)
    pd.testing.assert_frame_equal(first, second)
    one, two = count_codes(first, corpus, codebook), count_codes(second, other, codebook)
    pd.testing.assert_frame_equal(one.counts, two.counts)
    pd.testing.assert_frame_equal(one.exposure, two.exposure)


@few
@given(corpora(), codebooks())
def test_what_the_interviewer_says_is_never_coded_and_never_counted(corpus, codebook):
    """Put other words into the interviewers' mouths: nothing moves but the offsets and the mark `prompted`."""
    chatty = replace(corpus, transcripts=tuple(map(let_interviewer_talk, corpus.transcripts)))
    before, after = apply_codebook(codebook, corpus), apply_codebook(codebook, chatty)
    assert said_by(before) == said_by(after)
    one, two = count_codes(before, corpus, codebook), count_codes(after, chatty, codebook)
    pd.testing.assert_frame_equal(one.counts, two.counts)
    pd.testing.assert_frame_equal(one.exposure, two.exposure)


@few
@given(corpora(), codebooks())
def test_a_person_who_was_not_interviewed_has_no_row_and_one_who_was_has_a_row_for_every_code(corpus, codebook):
    panel = count_codes(apply_codebook(codebook, corpus), corpus, codebook)
    met = {(person, transcript.wave) for transcript in corpus.transcripts for person in transcript.persons}
    assert set(panel.counts[["person", "wave"]].itertuples(index=False, name=None)) == met
    assert len(panel.counts) == len(met) * len(codebook.codes)


@pytest.mark.slow
@few
@given(corpora(), codebooks(), st.integers(1, 5))
def test_an_interview_in_two_files_counts_as_much_as_in_one(corpus, codebook, turns):
    """Recorders stop and start again: cut every interview at a turn, and only the number of interviews changes."""
    cut = replace(corpus, transcripts=tuple(part for one in corpus.transcripts for part in cut_in_two(one, turns)))
    whole, parts = (count_codes(apply_codebook(codebook, some), some, codebook) for some in (corpus, cut))
    pd.testing.assert_frame_equal(whole.counts, parts.counts)
    pd.testing.assert_frame_equal(whole.exposure.drop(columns="interviews"), parts.exposure.drop(columns="interviews"))


@few
@given(corpora(), codebooks())
def test_what_persons_are_called_changes_nothing_but_their_names(corpus, codebook):
    names = {"P01": "Respondent 7", "P02": "\u202eb", "P03": 'x,"y"'}
    renamed = Corpus(tuple(rename(one, names) for one in corpus.transcripts), tuple(names.values()), WAVES)
    first, second = (apply_codebook(codebook, some) for some in (corpus, renamed))
    assert list(first["person"].map(names)) == list(second["person"])
    same = ["wave", "turn", "start", "end", "code", "quote", "term", "negated", "prompted"]
    pd.testing.assert_frame_equal(first[same], second[same])


def cut_in_two(transcript: Transcript, turns: int) -> list[Transcript]:
    """Return the interview as two, the second from that turn on; as it was where it has no more turns than that."""
    if turns >= len(transcript.turns):
        return [transcript]
    place = transcript.turns[turns].start
    begun = replace(transcript, turns=transcript.turns[:turns])
    moved = tuple(
        replace(turn, index=number, start=turn.start - place, end=turn.end - place)
        for number, turn in enumerate(transcript.turns[turns:])
    )
    name = f"{transcript.interview}_2"
    return [begun, replace(transcript, interview=name, text=transcript.text[place:], turns=moved)]


def rename(transcript: Transcript, names: dict[str, str]) -> Transcript:
    turns = tuple(replace(turn, person=names.get(turn.person, turn.person)) for turn in transcript.turns)
    return replace(transcript, persons=tuple(names[person] for person in transcript.persons), turns=turns)


def let_interviewer_talk(transcript: Transcript) -> Transcript:
    """Return the interview with a sentence full of themes in place of all that the interviewer said."""
    text, turns, done = "", [], 0
    for turn in transcript.turns:
        text += transcript.text[done : turn.start]
        said = transcript.text[turn.start : turn.end]
        said = "Samenwerken, hokjes, subsidie van de gemeente: GGZ." if turn.role == "interviewer" else said
        turns.append(replace(turn, start=len(text), end=len(text) + len(said)))
        text, done = text + said, turn.end
    return replace(transcript, text=text + transcript.text[done:], turns=tuple(turns))
