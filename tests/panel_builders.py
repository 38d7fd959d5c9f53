"""Small interviews and panels for the tests of counting and comparing."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.panel import Panel, count_codes, make_panel
from bp_qual.transcripts import Corpus, Transcript, Turn


def make_transcript(interview: str, wave: str, *said: tuple[str, str]) -> Transcript:
    """Build an interview in which each (person, words) is a turn; an empty person is the interviewer."""
    text, turns = "", []
    for index, (person, words) in enumerate(said):
        role = "respondent" if person else "interviewer"
        turns.append(Turn(index, person or "I", role, len(text), len(text) + len(words), person))
        text += words + "\n"
    persons = tuple(sorted({person for person, _ in said if person}))
    return Transcript(interview, persons, wave, text, tuple(turns))


def make_corpus(*transcripts: Transcript) -> Corpus:
    persons = tuple(sorted({person for transcript in transcripts for person in transcript.persons}))
    waves = tuple(sorted({transcript.wave for transcript in transcripts}))
    return Corpus(transcripts, persons, waves)


def code_word(corpus: Corpus, word: str, code: str) -> pd.DataFrame:
    """Code every occurrence of a word in the respondents' turns."""
    rows = []
    for transcript in corpus.transcripts:
        for turn in transcript.turns:
            start = transcript.text.find(word, turn.start, turn.end) if turn.role == "respondent" else -1
            while start >= 0:
                rows.append((transcript.interview, turn.person, transcript.wave, turn.index, start, start + len(word)))
                start = transcript.text.find(word, start + 1, turn.end)
    table = pd.DataFrame(rows, columns=["interview", "person", "wave", "turn", "start", "end"])
    return table.assign(code=code, quote=word, negated=False, prompted=False, status="auto")


def panel_of(counts: dict[str, list[tuple[int, int]]], *, words: int = 1000, extra: tuple = ()) -> Panel:
    """Build a panel in which person k said each code (before, after) times in `words` words a wave."""
    persons = [f"P{k:02}" for k in range(1, 1 + max(map(len, counts.values())))]
    rows = [
        {"person": person, "wave": wave, "code": code, "mentions": pair[column]}
        for code, pairs in counts.items()
        for person, pair in zip(persons, pairs, strict=True)
        for column, wave in enumerate(("2010", "2020"))
    ]
    exposure = [{"person": person, "wave": wave, "words": words} for person in persons for wave in ("2010", "2020")]
    for person, wave, said, mentions in extra:
        exposure.append({"person": person, "wave": wave, "words": said})
        rows.append({"person": person, "wave": wave, "code": next(iter(counts)), "mentions": mentions})
    return make_panel(rows, exposure, waves=("2010", "2020"))


def panel_of_talk(
    talk: dict[tuple[str, str], str | list[str]], *words: str, parents: dict[str, str] | None = None
) -> Panel:
    """Build a panel from what each (person, wave) said, in one interview or a list of them; every word is a code."""
    interviews = [
        make_transcript(f"{person}_{wave}{'_' * number}", wave, *((person, turn) for turn in said.split("|")))
        for (person, wave), interviews in talk.items()
        for number, said in enumerate([interviews] if isinstance(interviews, str) else interviews)
    ]
    corpus = make_corpus(*interviews)
    codings = pd.concat([code_word(corpus, word, word).assign(term=word) for word in words], ignore_index=True)
    codes = tuple(Code(word, terms=(Term(word, "lemma"),), parent=(parents or {}).get(word, "")) for word in words)
    return count_codes(codings, corpus, Codebook("Demo", "1", "nl", codes))


def panel_of_interviews(*held: tuple[tuple[str, ...], str, tuple[str, ...], str, str], word: str = "samen") -> Panel:
    """Build a panel of interviews: (persons, wave, interviewers, what was asked, what each person answered)."""
    interviews = [
        replace(
            make_transcript("+".join(persons) + "_" + wave, wave, ("", asked), *((person, said) for person in persons)),
            interviewers=interviewers,
        )
        for persons, wave, interviewers, asked, said in held
    ]
    corpus = make_corpus(*interviews)
    codings = code_word(corpus, word, word).assign(term=word)
    return count_codes(codings, corpus, Codebook("Demo", "1", "nl", (Code(word, terms=(Term(word, "lemma"),)),)))
