"""Codings by hand in the interviews as they are now: placed where the quote stands, or listed; and what counts."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pandas as pd
import pytest

from bp_qual.codebook import Codebook, parse_codebook
from bp_qual.coding import CODING_COLUMNS, apply_codebook
from bp_qual.coding.by_hand import Event, HandCodings, History, mark_passage, place_codings
from bp_qual.coding.by_hand.anchors import anchor_event, find_anchor, find_between
from bp_qual.coding.by_hand.carrying import carry_over
from bp_qual.coding.combining import combine_codings
from bp_qual.coding.judgements import finished_passages
from bp_qual.panel import count_codes
from bp_qual.transcripts import Corpus, Transcript, Turn

BOOK = """
codebook: Boek
version: 1.0.0
language: nl
codes:
  - id: samen
    terms: [samen]
    codes:
      - id: tegen
        terms: [tegenwerken]
  - id: vrij
"""
SAID = "Wij doen dat samen. Toen werkte de gemeente tegen. En samen verder, samen met de buurt."


def make_transcript(said: str = SAID, person: str = "P01", wave: str = "2010") -> Transcript:
    text = f"I: Hoe ging dat samen?\nR: {said}\n"
    begin = text.index("R: ") + 3
    turns = (
        Turn(0, "I", "interviewer", 3, begin - 4, ""),
        Turn(1, "R", "respondent", begin, begin + len(said), person),
    )
    return Transcript(f"{person}_{wave}", (person,), wave, text, turns, "nl")


def make_corpus(*transcripts: Transcript) -> Corpus:
    persons = sorted({person for transcript in transcripts for person in transcript.persons})
    return Corpus(transcripts, tuple(persons), ("2010", "2020"))


CORPUS = make_corpus(make_transcript(), make_transcript(wave="2020"))
CODEBOOK = parse_codebook(BOOK)


def at(quote: str, nth: int = 0, transcript: Transcript = CORPUS.transcripts[0]) -> tuple[int, int]:
    """Return where a quote stands in the answer, the first time or a later one."""
    start = transcript.text.index("R: ")
    for _ in range(nth + 1):
        start = transcript.text.index(quote, start + 1)
    return start, start + len(quote)


def mark(do: str, quote: str, code: str, nth: int = 0, transcript: Transcript = CORPUS.transcripts[0]) -> Event:
    return mark_passage(do, transcript, *at(quote, nth, transcript), code, CODEBOOK)


def hand_of(*events: Event, corpus: Corpus = CORPUS) -> HandCodings:
    numbered = [Event(**{**_fields(event), "n": n}) for n, event in enumerate(events, start=1)]
    return place_codings(History("anna", tuple(numbered)), corpus)


def _fields(event: Event) -> dict[str, object]:
    return {name: getattr(event, name) for name in Event.__slots__}


def counted(hand: HandCodings | None, count: str, codebook: Codebook = CODEBOOK) -> list[tuple[str, str, str]]:
    combined = combine_codings(apply_codebook(codebook, CORPUS), hand, CORPUS, codebook, count=count)  # type: ignore[arg-type]
    table = combined.codings[combined.codings["interview"] == "P01_2010"]
    return list(zip(table["code"], table["quote"], table["status"], strict=True))


def test_a_coding_is_a_row_of_the_table_of_codings() -> None:
    table = hand_of(mark("add", "verder", "vrij")).codings
    assert tuple(table.columns[: len(CODING_COLUMNS)]) == CODING_COLUMNS
    row = table.iloc[0]
    assert CORPUS.transcripts[0].text[row["start"] : row["end"]] == row["quote"] == "verder"
    assert (row["person"], row["wave"], row["turn"], row["coder"], row["status"]) == ("P01", "2010", 1, "anna", "human")


def test_only_an_answer_can_be_coded_and_only_with_a_code_that_is_there() -> None:
    talk = CORPUS.transcripts[0]
    question = talk.text.index("samen")
    with pytest.raises(ValueError, match="not within one answer"):
        mark_passage("add", talk, question, question + 5, "samen", CODEBOOK)
    with pytest.raises(ValueError, match="Did you mean 'samen'"):
        mark_passage("add", talk, *at("samen"), "sammen", CODEBOOK)


@pytest.mark.slow
def test_edits_of_a_text_never_put_a_coding_under_other_words() -> None:
    """What is not found again for certain is listed; an edit elsewhere costs nothing."""
    draw, kept, lost = random.Random(11), 0, 0
    for _ in range(120):
        words = [draw.choice(["samen", "werken", "wij", "de", "buurt", "ja"]) for _ in range(40)]
        before = make_transcript(" ".join(words))
        place = draw.randrange(40)
        start = before.turns[1].start + (len(" ".join(words[:place])) + 1 if place else 0)
        event = mark_passage("add", before, start, start + len(words[place]), "vrij", CODEBOOK)
        marked = [*words[:place], words[place].upper(), *words[place + 1 :]]
        for _ in range(draw.randrange(4)):
            spot = draw.randrange(len(marked))
            what = draw.random()
            if what < 0.4:
                marked.insert(spot, draw.choice(["samen", "ja"]))
            elif what < 0.7 and not marked[spot].isupper():
                del marked[spot]
            elif not marked[spot].isupper():
                marked[spot] = draw.choice(["samen", "huis"])
        upper = next(word for word in marked if word.isupper())
        after = make_transcript(" ".join(marked).replace(upper, upper.lower(), 1))
        truth = after.turns[1].start + " ".join(marked).index(upper)
        placed = hand_of(event, corpus=make_corpus(after))
        assert len(placed.codings) + len(placed.lost) == 1
        if len(placed.codings):
            kept += 1
            row = placed.codings.iloc[0]
            assert after.text[row["start"] : row["end"]] == row["quote"]
            beside = after.text[max(0, truth - 7) : truth + 14].split()
            assert row["start"] == truth or beside.count(row["quote"]) > 1  # 'samen samen' without one of the two
        else:
            lost += 1
            assert placed.lost["why"].tolist() == ["unsure_place"]  # the word itself is never taken away
    assert kept > 95
    assert lost > 0


def test_a_quote_that_occurs_again_elsewhere_is_not_taken_for_the_one_that_was_deleted() -> None:
    event = mark("add", "samen", "vrij")
    edited = make_transcript(SAID.replace("Wij doen dat samen. ", ""))
    placed = hand_of(event, corpus=make_corpus(edited))
    assert (len(placed.codings), placed.lost["why"].tolist()) == (0, ["unsure_place"])


def test_a_text_whose_hash_is_known_is_believed_only_where_the_quote_stands() -> None:
    text = "samen samen"
    event = anchor_event(Event("e", "add"), text, 6, 11)
    assert find_anchor(replace(event, start=0, end=4), text) is None


TWICE = [
    # the sentence that was coded is taken out, and another like it is left: which answer it is in is never guessed
    ("Thuis is het rustig, {0}. Dat zeg ik.", "Die man kwam met papieren, {0}. Maar goed.", "daar heb ik het niet op"),
    ("Van de stad kregen we {0}. Genoeg.", "Van de kerk kregen we {0}. Maar dat was minder.", "geld"),
    ("Van de stad en van de kerk kregen we {0}. Genoeg.", "Van de stad en van de kerk kregen we {0}. Niet.", "geld"),
    ("Ja, {0}. Elke dag.", "Ja, {0}. Maar die zijn oud.", "van de buren"),
]


@pytest.mark.parametrize(("first", "second", "quote"), TWICE)
@pytest.mark.parametrize("which", [0, 1])
def test_a_passage_taken_out_is_not_found_in_another_answer(first: str, second: str, quote: str, which: int) -> None:
    answers = [first.format(quote), second.format(quote)]
    text = f"{answers[0]}\nEn later?\n{answers[1]}\nTot slot?"
    place = [found.start() for found in re.finditer(re.escape(quote), text)][which]
    event = anchor_event(Event("e", "reject"), text, place, place + len(quote))
    answers[which] = (first, second)[which].format("")
    edited = f"{answers[0]}\nEn later?\n{answers[1]}\nTot slot?"
    assert find_anchor(event, edited) is None
    assert find_between(event, edited, [(0, 1, 0, 1)]) is None
    assert find_anchor(event, f"Vooraf. {text}") == (place + 8, place + 8 + len(quote))


def test_a_coding_in_an_interview_that_is_gone_or_in_nobodys_answer_is_listed() -> None:
    event = mark("add", "samen", "vrij")
    asked = Transcript("P01_2010", ("P01",), "2010", CORPUS.transcripts[0].text, (), "nl")
    assert hand_of(event, corpus=make_corpus(asked)).lost["why"].tolist() == ["no_respondent"]
    assert hand_of(event, corpus=make_corpus()).lost["why"].tolist() == ["no_interview"]


def test_the_machine_counts_what_the_codebook_found() -> None:
    assert counted(None, "machine") == [
        ("samen", "samen", "auto"),
        ("samen", "werkte de gemeente tegen", "auto"),
        ("tegen", "werkte de gemeente tegen", "auto"),
        ("samen", "samen", "auto"),
        ("samen", "samen", "auto"),
    ]


def test_reviewed_counts_what_was_not_rejected_and_what_was_added() -> None:
    hand = hand_of(
        mark("reject", "samen", "samen"), mark("accept", "samen", "samen", 1), mark("add", "met de buurt", "vrij")
    )
    rows = counted(hand, "reviewed")
    assert rows == [
        ("samen", "samen", "rejected"),
        ("samen", "werkte de gemeente tegen", "auto"),
        ("tegen", "werkte de gemeente tegen", "auto"),
        ("samen", "samen", "accepted"),
        ("samen", "samen", "auto"),
        ("vrij", "met de buurt", "human"),
    ]


def test_a_rejected_hit_of_a_sub_code_leaves_nothing_above_it() -> None:
    rows = counted(hand_of(mark("reject", "werkte de gemeente tegen", "tegen")), "reviewed")
    assert [(code, status) for code, quote, status in rows if quote.startswith("werkte")] == [("tegen", "rejected")]


def test_a_hit_rejected_for_the_code_above_stays_with_the_code_itself() -> None:
    rows = counted(hand_of(mark("reject", "werkte de gemeente tegen", "samen")), "reviewed")
    kept = [(code, status) for code, quote, status in rows if quote.startswith("werkte")]
    assert kept == [("samen", "rejected"), ("tegen", "auto")]


def test_the_coders_own_passage_goes_before_a_hit_that_it_overlaps_and_counts_for_codes_above() -> None:
    rows = counted(hand_of(mark("add", "gemeente tegen. En samen", "tegen")), "reviewed")
    assert [(code, quote, status) for code, quote, status in rows if "tegen" in quote] == [
        ("samen", "gemeente tegen. En samen", "human"),
        ("tegen", "gemeente tegen. En samen", "human"),
    ]
    assert [quote for code, quote, _ in rows if code == "samen"] == ["samen", "gemeente tegen. En samen", "samen"]


def test_human_counts_nothing_but_what_the_coder_coded() -> None:
    hand = hand_of(mark("accept", "samen", "samen"), mark("add", "verder", "vrij"))
    assert counted(hand, "human") == [("vrij", "verder", "human")]


def test_a_decision_on_a_hit_that_is_no_more_is_listed_as_lost() -> None:
    hand = hand_of(mark("reject", "samen", "samen"), mark("accept", "verder", "samen"))
    combined = combine_codings(apply_codebook(CODEBOOK, CORPUS), hand, CORPUS, CODEBOOK)
    assert combined.lost["quote"].tolist() == ["verder"]


def test_codings_with_a_code_that_is_gone_are_kept_and_listed_and_do_not_count() -> None:
    hand = hand_of(mark("add", "verder", "vrij"), mark("add", "buurt", "samen"))
    book = parse_codebook(BOOK.replace("  - id: vrij\n", ""))
    combined = combine_codings(apply_codebook(book, CORPUS), hand, CORPUS, book, count="human")
    assert (combined.codings["code"].tolist(), combined.foreign["code"].tolist()) == (["samen"], ["vrij"])


def test_what_nobody_finished_was_not_looked_at() -> None:
    hand = hand_of(Event("d1", "done", interview="P01_2010"), Event("d2", "undone", interview="P01_2010", code="vrij"))
    for count in ("reviewed", "human"):
        coded = combine_codings(apply_codebook(CODEBOOK, CORPUS), hand, CORPUS, CODEBOOK, count=count).coded  # type: ignore[arg-type]
        assert coded.loc[coded["coded"], ["interview", "code"]].values.tolist() == [
            ["P01_2010", "samen"],
            ["P01_2010", "tegen"],
        ]
    machine = combine_codings(apply_codebook(CODEBOOK, CORPUS), None, CORPUS, CODEBOOK, count="machine").coded
    assert set(machine.loc[machine["coded"], "code"]) == {"samen", "tegen"}


def test_rows_of_a_code_are_its_mentions_also_when_a_person_coded() -> None:
    hand = hand_of(mark("add", "gemeente tegen. En samen", "tegen"), mark("reject", "samen", "samen"))
    combined = combine_codings(apply_codebook(CODEBOOK, CORPUS), hand, CORPUS, CODEBOOK)
    panel = count_codes(combined.codings, CORPUS, CODEBOOK)
    rows = combined.codings[combined.codings["status"] != "rejected"]
    expected = rows.groupby(["wave", "code"]).size()
    for (wave, code), number in expected.items():
        cell = panel.counts[(panel.counts["wave"] == wave) & (panel.counts["code"] == code)]
        assert cell["mentions"].tolist() == [number]
    assert isinstance(expected, pd.Series)


def test_another_rule_or_no_coder_is_refused() -> None:
    auto = apply_codebook(CODEBOOK, CORPUS)
    with pytest.raises(ValueError, match="machine, reviewed or human, not 'both'"):
        combine_codings(auto, None, CORPUS, CODEBOOK, count="both")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="needs the codings of a coder"):
        combine_codings(auto, None, CORPUS, CODEBOOK)


@pytest.mark.parametrize("seed", range(30))
def test_overlapping_rows_of_a_code_count_once_the_coders_own_first(seed: int) -> None:
    """The quick way gives what looking at every pair gives."""
    from bp_qual.coding.combining import _RANK, _count_once

    draw = random.Random(seed)
    spans = [(start := draw.randrange(60), start + draw.randrange(1, 9)) for _ in range(25)]
    rows = [("i", draw.choice("ab"), draw.choice(list(_RANK)), *span) for span in spans]
    table = pd.DataFrame(rows, columns=["interview", "code", "status", "start", "end"])
    order = sorted(range(len(rows)), key=lambda n: (_RANK[rows[n][2]], rows[n][3], -rows[n][4], n))
    kept: list[int] = []
    for n in order:
        own = [rows[other] for other in kept if rows[other][1] == rows[n][1]]
        if not any(rows[n][3] < row[4] and row[3] < rows[n][4] for row in own):
            kept.append(n)
    assert _count_once(table).index.tolist() == sorted(kept)


def test_codings_of_one_passage_stand_in_the_order_of_their_codes() -> None:
    both = [mark("add", "samen", "vrij"), mark("add", "samen", "samen")]
    for order in (both, both[::-1]):
        named = [replace(event, id=event.code[::-1]) for event in order]
        assert hand_of(*named).codings["code"].tolist() == ["samen", "vrij"]


POTJE = "Wij hadden een eigen potje van de gemeente. Daar kochten wij bollen van, ieder voorjaar weer."


def told_of(event: Event, after: str, *others: Event) -> tuple[list[int], list[str]]:
    text = make_transcript(after)
    placed = hand_of(event, *others, corpus=make_corpus(text))
    rows = placed.codings[placed.codings["id"] == event.id]
    assert all(text.text[row.start : row.end] == row.quote for row in rows.itertuples())
    return [row.start - text.turns[1].start for row in rows.itertuples()], placed.lost["why"].tolist()


def coded_in(said: str, words: str) -> Event:
    talk = make_transcript(said)
    start = talk.text.index(words)
    return mark_passage("add", talk, start, start + len(words), "vrij", CODEBOOK)


def test_words_edited_on_both_sides_of_a_passage_cost_it_nothing_where_it_occurs_once() -> None:
    event = coded_in(POTJE, "potje")
    after = POTJE.replace("een eigen", "ons eigen").replace("van de gemeente", "van die gemeente")
    assert told_of(event, after) == ([after.index("potje")], [])
    long = coded_in(POTJE, "bollen van, ieder voorjaar")
    after = f"Plantjes. {POTJE[POTJE.index('bollen') :].replace(' weer', '! Mooi')}"
    assert told_of(long, after) == ([after.index("bollen")], [])


def test_a_word_among_wholly_other_words_is_said_to_be_there_and_not_to_be_gone() -> None:
    event = coded_in(POTJE, "potje")
    assert told_of(event, "Op het vuur stond altijd wel iets, een potje soep bijvoorbeeld.") == ([], ["unsure_place"])
    assert told_of(event, "Wij hadden een potjeslatijn van de gemeente.") == ([], ["lost_place"])


def test_a_word_that_occurs_twice_is_placed_by_the_order_of_its_neighbours() -> None:
    said = f"{POTJE} Later kwam er weer een potje bij, van de provincie."
    event, bulbs = coded_in(said, "potje"), coded_in(said, "kochten wij bollen")
    after = said.replace("een eigen potje van", "zelf zo'n potje, ja, van").replace("de gemeente", "Utrecht")
    assert told_of(event, after) == ([], ["unsure_place"])
    assert told_of(event, after, bulbs) == ([after.index("potje")], [])
    without = said.replace("een eigen potje van de gemeente", "niets van Utrecht")
    assert told_of(event, without, bulbs) == ([], ["unsure_place"])  # the other one, beyond its neighbour


def test_neighbours_place_a_word_only_near_to_where_it_was() -> None:
    said = f"{POTJE} {'En zo ging dat maar door. ' * 30}"
    event, first = coded_in(said, "potje"), coded_in(said, "Wij hadden")
    filler = "En zo ging dat maar door. " * 30
    assert told_of(event, f"Wij hadden niets. {filler}Wie een potje breekt, betaalt.", first) == ([], ["unsure_place"])
    near = told_of(event, f"Wij hadden niets. Wie een potje breekt, betaalt. {filler}", first)
    assert near == ([26], [])


def test_a_passage_finished_for_one_code_and_then_for_another_is_finished_for_both() -> None:
    corpus = Corpus((make_transcript(),), ("P01",), ("2010",))
    book = parse_codebook(BOOK)
    start = corpus.transcripts[0].text.index(SAID)
    at = {"interview": corpus.transcripts[0].interview, "start": start, "end": start + len(SAID), "quote": SAID}
    done = [Event(code, "done", n=n, code=code, **at) for n, code in enumerate(("samen", "vrij"), 1)]

    def finished(*events: Event) -> set[str]:
        hand = place_codings(History("anna", events), corpus)
        return {code for _, code in finished_passages(hand, book)}

    assert finished(*done) == {"samen", "vrij"}
    assert finished(*done, Event("o", "undone", n=3, code="vrij", **at)) == {"samen"}
    assert finished(*done, Event("o", "undone", n=3, **at)) == set()
    of_samples = [Event(name, "done", n=n, note=name, codes=(code,), **at)
                  for n, (name, code) in enumerate((("first", "samen"), ("second", "vrij")), 1)]  # fmt: skip
    assert finished(*of_samples) == {"samen", "vrij"}
    opened = Event("o", "undone", n=3, note="first", codes=("vrij",), **at)
    assert finished(*of_samples, opened) == {"samen"}  # a passage that is opened is so for every sample
    assert finished(*of_samples, opened, Event("a", "done", n=4, code="vrij", **at)) == {"samen", "vrij"}
    samples = place_codings(History("anna", tuple(of_samples)), corpus).units["sample"]
    assert sorted(samples) == ["first", "second"]


def test_a_passage_that_is_opened_after_its_interview_was_edited_is_open() -> None:
    before, after = make_transcript(), make_transcript(f"Nou. {SAID}")
    book = parse_codebook(BOOK)
    done, opened = (
        replace(mark_passage(do, talk, (at := talk.text.index(SAID)), at + len(SAID), "", book), n=n)
        for n, (do, talk) in enumerate((("done", before), ("undone", after)), 1)
    )
    corpus = Corpus((after,), ("P01",), ("2010",))
    counts = [len(place_codings(History("anna", did), corpus).units) for did in ((done,), (done, opened))]
    assert counts == [1, 0]
    again = replace(opened, do="done")
    assert len(place_codings(History("anna", (done, again)), corpus).units) == 1


def test_a_passage_finished_for_one_of_two_codes_that_were_merged_is_not_finished_for_the_merged_code() -> None:
    book = parse_codebook("{codebook: B, language: nl, merged: {rood: kleur, blauw: kleur}, codes: [{id: kleur}]}")
    at = {"interview": "P01_2010", "start": 3, "end": 8, "quote": "samen"}
    events = [Event(code, "done", n=n, code=code, **at) for n, code in enumerate(("rood", "blauw"), 1)]
    assert [[e.code for e in carry_over(tuple(events[:n]), book)[0]] for n in (1, 2)] == [["blauw"], ["blauw", "kleur"]]
