"""The law of exchange: what goes out and comes back in is the same, whatever the letters and whoever shared a talk."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bp_qual import export_codings, import_codings, read_codebook, read_codings, read_corpus
from bp_qual.codebook import Code, Codebook, codebook_text
from bp_qual.coding.by_hand import CoderLog, mark_passage
from bp_qual.transcripts import Corpus

HARD = (
    *(
        "ja",
        "samen",
        "cafe\u0301",
        "café",
        "moe\u00adder",
        "\U0001f600",
        "\U0001f469\U0001f3fd\u200d\U0001f9b3",
        "x < y & z",
    ),
    *(
        "שלום",
        "مرحبا",
        "a\u0308\u0323",
        "ﬁets",
        "日本",
        "“echt”",
        "\u2019s",
        "…",
        "–",
        "1.000",
        "\U00020000",
        "ẞ",
        "İ",
        "]]>",
    ),
)
WORDS = st.lists(st.sampled_from(HARD), min_size=1, max_size=12).map(" ".join)
INTERVIEWS = (  # a second talk in one wave, and one that two persons share
    ("P01_2010", ("P01",), "2010"),
    ("P01_2010_later", ("P01",), "2010"),
    ("P01_2020", ("P01",), "2020"),
    ("both", ("P02", "P03"), "2010"),
    ("P02_2020", ("P02",), "2020"),
)
CODERS = ("anna", "josé")
KEPT = ["interview", "person", "wave", "start", "end", "code", "quote", "coder"]


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    """Codes below one another, with names that occur twice and descriptions of several lines."""
    codes: list[Code] = []
    for number in range(draw(st.integers(1, 6))):
        lines = draw(st.lists(WORDS, max_size=2))
        codes.append(
            Code(
                f"c{number}",
                label={"nl": draw(WORDS)},
                definition="\n".join(lines),
                include=draw(st.sampled_from(("", "ook dit & dat"))) if lines else "",
                examples=(draw(WORDS),) if draw(st.booleans()) else (),
                colour=draw(st.sampled_from(("", "#ff8800"))),
                folder=draw(st.booleans()) if number == 0 else False,
                parent=draw(st.sampled_from(["", *(code.id for code in codes)])),
            )
        )
    from bp_qual.exchange.drafts import parents_first

    return Codebook("Proef", "1.0.0", "nl", parents_first(codes))


@st.composite
def talks(draw: st.DrawFn) -> dict[str, str]:
    """A text for each interview, in which the persons are named who speak."""
    texts = {}
    for name, persons, _ in INTERVIEWS:
        speakers = [persons[number % len(persons)] for number in range(draw(st.integers(1, 3)))]
        turns = [f"{speaker}: {draw(WORDS)}\n{draw(WORDS)}" for speaker in speakers]
        texts[name] = "\n".join([f"I: {draw(WORDS)}", *turns]) + "\n"
    return texts


def make_study(folder: Path, texts: dict[str, str]) -> Corpus:
    folder.mkdir()
    rows = ["file,person,wave,speaker"]
    for name, persons, wave in INTERVIEWS:
        (folder / f"{name}.txt").write_text(texts[name], encoding="utf-8")
        rows += [f"{name}.txt,{person},{wave},{person if len(persons) > 1 else ''}" for person in persons]
    (folder / "interviews.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "study.yaml").write_text("study: Proef\nlanguage: nl\ncodebook: codebook.yaml\n", encoding="utf-8")
    return read_corpus(folder) if (folder / "codebook.yaml").exists() else Corpus((), (), ())


def code_at_random(folder: Path, corpus: Corpus, book: Codebook, data: st.DataObject) -> None:
    """Code passages anywhere in the answers, by two coders, some with a memo."""
    turns = [(t, turn) for t in corpus.transcripts for turn in t.turns if turn.role == "respondent"]
    codable = [code.id for code in book.codes]
    for coder in CODERS:
        events = []
        for number in range(data.draw(st.integers(1, 6))):
            transcript, turn = data.draw(st.sampled_from(turns))
            start = data.draw(st.integers(turn.start, turn.end - 1))
            end = data.draw(st.integers(start + 1, turn.end))
            start = start if transcript.text[start:end].strip() else turn.start  # nobody codes a blank
            note = data.draw(st.one_of(st.just(""), WORDS))
            code = data.draw(st.sampled_from(codable))
            event_id = f"{coder}{number}"
            events.append(mark_passage("add", transcript, start, end, code, book, note=note, event_id=event_id))
        CoderLog(folder, coder).append(events)


def codings_of(folder: Path) -> list[list[object]]:
    rows = []
    for coder in CODERS:
        hand = read_codings(folder, coder=coder)
        once = hand.codings.drop_duplicates(["interview", "start", "end", "code"])
        rows += [[*row, hand.memo_of.get((row[0], row[3], row[4], row[5]), "")] for row in once[KEPT].values.tolist()]
    return sorted(rows, key=str)


def codes_of(book: Codebook) -> list[tuple[object, ...]]:
    return [(c.id, c.parent, c.definition, c.include, c.examples, c.colour, c.folder) for c in book.codes]


@pytest.mark.slow
@settings(max_examples=5, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(book=codebooks(), texts=talks(), data=st.data())
def test_what_goes_out_comes_back_the_same(book: Codebook, texts: dict[str, str], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder, file = Path(place) / "study", Path(place) / "out.qdpx"
        make_study(folder, texts)
        (folder / "codebook.yaml").write_text(codebook_text(book), encoding="utf-8")
        corpus = read_corpus(folder)
        code_at_random(folder, corpus, book, data)
        before = codings_of(folder)
        export_codings(folder, file)
        other = Path(place) / "other"
        make_study(other, texts)
        (other / "study.yaml").unlink()
        done = import_codings(file, other)
        assert done.listed[["why", "quote", "person", "document"]].values.tolist() == []
        assert codings_of(other) == before
        assert codes_of(read_codebook(other / "codebook.yaml")) == codes_of(book)
        empty = Path(place) / "empty"
        import_codings(file, empty)
        assert codings_of(empty) == before
