"""Laws of lists of quotations: however a quote was copied, it is at its place or listed, and never in a wrong place.

`benchmarks/quotation_lists.py` runs the same law on 2,000 lists.
"""

from __future__ import annotations

import csv
import io
import random
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bp_qual.exchange.folding import fold
from bp_qual.exchange.quote_lists import read_quote_list
from bp_qual.exchange.received import Passage
from bp_qual.study.received_interviews import InterviewFinder
from bp_qual.study.received_places import place_all
from bp_qual.transcripts import Corpus, Transcript, Turn

WORDS = (
    *("ja", "nee", "samen", "samenwerken", "werk", "werken", "wérk", "wij", "zij", "dat", "de", "buurt", "‘heel’"),
    *("zwaar", "geworden,", "altijd.", "nooit", "niet", "meer", "Goed", "hoor.", "“echt”", "😀", "café", "cafe\u0301"),
    *("mijn", "moe\u00adder", "10.000", "euro", "–", "…", "en", "toen", "dus"),
)


@dataclass(frozen=True, slots=True)
class Copied:
    """A quote as it was copied, and which letters of which interview it was copied from."""

    passage: Passage
    interview: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class QuoteList:
    """A corpus, and quotes from it."""

    corpus: Corpus
    copied: tuple[Copied, ...]


def make_transcript(name: str, rng: random.Random) -> Transcript:
    text, turns = "", []
    phrase = " ".join(rng.choices(WORDS, k=5))
    for number in range(rng.randint(2, 8)):
        role = "interviewer" if number % 2 == 0 else "respondent"
        words = rng.choices(WORDS, k=rng.randint(3, 40))
        if rng.random() < 0.5:
            words.insert(rng.randrange(len(words)), phrase)  # what is said more than once
        text += f"{'I' if role == 'interviewer' else 'P01'}: "
        start = len(text)
        text += " ".join(words)
        turns.append(Turn(number, "x", role, start, len(text), "P01" if role == "respondent" else ""))
        text += "\n"
    return Transcript(name, ("P01",), name[-4:], text, tuple(turns))


def edit(quote: str, rng: random.Random) -> str:
    """Copy a quote as programs and people do."""
    for _ in range(rng.randint(0, 3)):
        way = rng.randrange(9)
        if way == 0:
            quote = quote.replace(" ", rng.choice(("  ", "\n", "\u00a0", " \t")))
        elif way == 1:
            quote = rng.choice(("“{}”", '"{}"', "‘{}’", "„{}”", "«{}»")).format(quote)
        elif way == 2:
            quote = quote.replace("‘", "'").replace("’", "'").replace("“", '"').replace("”", '"')
        elif way == 3:
            quote = rng.choice((quote.upper(), quote.lower(), quote.capitalize()))
        elif way == 4:
            quote = rng.choice(("…{}", "... {}", "{}...", "[...] {}", "{} (...)")).format(quote)
        elif way == 5:
            quote = quote.replace("\u00ad", "").replace("e\u0301", "é")
        elif way == 6:
            quote = quote.replace('"', '""').replace(" – ", " - ")
        elif way == 7 and len(quote) > 1:
            at = rng.randrange(len(quote))
            quote = quote[:at] + rng.choice(("", "x", "e")) + quote[at + 1 :]  # a slip of the pen
        else:
            words = quote.split(" ")
            cut = rng.randrange(len(words))
            quote = " ".join([*words[:cut], "[...]", *words[cut + rng.randint(0, 3) :]])
    return quote


def make_list(seed: int) -> QuoteList:
    rng = random.Random(seed)
    transcripts = tuple(make_transcript(name, rng) for name in ("P01_2010", "P01_2020"))
    copied = []
    for number in range(6):
        transcript = rng.choice(transcripts)
        turn = rng.choice([turn for turn in transcript.turns if turn.role == "respondent"])
        start = rng.randrange(turn.start, turn.end)
        end = rng.randrange(start, turn.end) + 1
        said = rng.random()
        passage = Passage(
            f"list.csv:{number + 2}",
            edit(transcript.text[start:end], rng),
            (0,),
            person="P01" if said < 0.9 else "",
            wave=transcript.wave if said < 0.7 else "",
            before=transcript.text[max(0, start - 30) : start] if rng.random() < 0.3 else "",
            start=rng.choice((start, -1, start + 3)),
            end=rng.choice((end, -1)),
        )
        letters = (len(fold(transcript.text[:start]).letters), len(fold(transcript.text[:end]).letters))
        copied.append(Copied(passage, transcript.interview, *letters))
    return QuoteList(Corpus(transcripts, ("P01",), ("2010", "2020")), tuple(copied))


HEADINGS = {
    "person": ("person", "Persoon", "Teilnehmer", "Respondent"),
    "wave": ("wave", "Ronde", "Welle", "jaar"),
    "code": ("Code", "Thema", "Kodes", "Nodes"),
    "quote": ("Coded Text", "Citaat", "Zitatinhalt", "Segment", "Textstelle", "Gecodeerde tekst"),
    "before": ("before", "ervoor", "davor"),
    "start": ("start", "begin", "Startposition"),
    "end": ("end", "eindpositie", "Ende"),
}


def through_sheet(quotes: QuoteList, seed: int) -> QuoteList:
    """Return a list as it is read back from a sheet with headings in some language, in some order, with some comma."""
    rng = random.Random(seed)
    keys = rng.sample([*HEADINGS], len(HEADINGS))
    table = io.StringIO()
    writer = csv.writer(table, delimiter=rng.choice(",;\t"), lineterminator=rng.choice(("\n", "\r\n")))
    writer.writerow([rng.choice(HEADINGS[key]) for key in keys])
    for copied in quotes.copied:
        cells = {**{key: getattr(copied.passage, key) for key in keys if key != "code"}, "code": "samen"}
        writer.writerow(["" if cells[key] == -1 else cells[key] for key in keys])
    data = table.getvalue().encode(rng.choice(("utf-8", "utf-8-sig", "utf-16")))
    passages = read_quote_list(data, "list.csv").passages
    read = [replace(copied, passage=passage) for copied, passage in zip(quotes.copied, passages, strict=True)]
    return replace(quotes, copied=tuple(read))


def misplaced(quotes: QuoteList) -> list[tuple[Copied, object]]:
    """Return the quotes that were given a wrong place, or neither a place nor a line in the list."""
    placed, listed = place_all([copied.passage for copied in quotes.copied], InterviewFinder(quotes.corpus))
    told = {left.passage.where.partition(" (")[0] for left in listed}  # each quote of a cell with several, too
    wrong: list[tuple[Copied, object]] = []
    for copied in quotes.copied:
        parts = [part for part in placed if part.passage.where == copied.passage.where]
        if not parts:
            wrong += [(copied, "lost")] if copied.passage.where not in told else []
        elif len(parts) > 1 or parts[0].transcript.interview != copied.interview:
            wrong.append((copied, parts))
        else:
            text, part = parts[0].transcript.text, parts[0]
            first, last = len(fold(text[: part.start]).letters), len(fold(text[: part.end]).letters)
            slack = 0 if part.how in ("same", "position", "context", "parts") else 12  # widened to whole words
            if fold(text).letters[first:last] == fold(copied.passage.quote).letters:
                slack = 1  # a slip of the pen that made the quote begin or end with the very letter beside it
            inside = copied.first - slack <= first and last <= copied.last + slack
            least = len(fold(copied.passage.quote).letters) - (copied.last - copied.first) // 5
            if not inside or last - first < least:
                wrong.append((copied, parts))
    return wrong


@pytest.mark.parametrize("seed", [599, 1121, 1360, 1563, 1003639, 32283])  # short or cut words at the edges
def test_a_list_that_once_had_a_quote_at_a_wrong_place_has_none(seed: int) -> None:
    assert misplaced(through_sheet(make_list(seed), seed)) == []


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(quotes=st.builds(make_list, st.integers(0, 2**32)))
def test_a_quote_is_at_its_place_or_listed_and_never_in_a_wrong_place(quotes: QuoteList) -> None:
    assert misplaced(quotes) == []


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_sheet_with_headings_in_any_language_gives_the_same_places(seed: int) -> None:
    assert misplaced(through_sheet(make_list(seed), seed)) == []
