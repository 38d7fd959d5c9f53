"""COREQ and SRQR, item by item: what a study says of it as it is, and what is for the authors to write.

An answer is counted or read from the corpus, the codings and the codebook. An item that these answer in part says so;
names of people and quotes are in none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from bp_qual.compare import Comparison
from bp_qual.display import visible
from bp_qual.extras import installed_version
from bp_qual.files.word_writing import packed_document
from bp_qual.paper.paper_tables import PaperTable
from bp_qual.report.word_report import blank_document
from bp_qual.report.word_tables import add_text_table
from bp_qual.transcripts import Corpus
from bp_qual.transcripts.speech import count_words
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

ITEMS = {"coreq": 32, "srqr": 21}
ANSWERED_BY: Mapping[str, Mapping[int, tuple[str, ...]]] = {  # an item, and the facts that answer it
    "coreq": {
        1: ("interviewers",), 12: ("sample_size",), 13: ("dropouts", "unread"), 15: ("present",), 16: ("dates",),
        18: ("repeats",), 21: ("length",), 24: ("coders", "agreement"), 25: ("tree",), 26: ("derived",),
        27: ("software",), 29: ("quotes",), 31: ("themes",),
    },
    "srqr": {
        10: ("dates", "repeats"), 12: ("sample_size", "length"), 13: ("coders", "tree"), 14: ("analysis", "coders"),
        15: ("agreement", "accuracy", "again"), 16: ("themes",), 17: ("quotes",), 19: ("dropouts", "unread", "doubts"),
    },
}  # fmt: skip
WHOLE = {"coreq": (12, 18, 24, 25, 27), "srqr": ()}  # nothing is left to write where there is an answer


def paper_checklists(
    comparison: Comparison, *, language: str = "", agreement: pd.DataFrame | None = None
) -> tuple[PaperTable, ...]:
    """Return COREQ and SRQR as tables: number, item, what the study says of it, what is for the authors to write.

    Parameters
    ----------
    comparison : Comparison
        Of a panel that was counted from codings and a corpus.
    language : str
        `en` or `nl`; that of the comparison if empty.
    agreement : DataFrame, optional
        The table of `measure_agreement`, where two or more persons coded.

    Returns
    -------
    tuple of PaperTable
        The 32 items of COREQ, the 21 of SRQR.

    Raises
    ------
    ValueError
        Where the panel came without texts.

    References
    ----------
    Tong, A., Sainsbury, P., & Craig, J. (2007). Consolidated criteria for reporting qualitative research (COREQ).
    International Journal for Quality in Health Care, 19(6), 349-357.
    O'Brien, B. C., Harris, I. B., Beckman, T. J., Reed, D. A., & Cook, D. A. (2014). Standards for reporting
    qualitative research. Academic Medicine, 89(9), 1245-1251.

    Examples
    --------
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import count_codes
    >>> tables = paper_checklists(compare_waves(count_codes(codings, corpus, codebook)), language="en")
    >>> tables[0].rows[11][:2], tables[0].rows[11][2][:24]
    (('12', 'how many took part'), '1 person, 2 interviews, ')
    """
    if comparison.panel.source is None:
        raise ValueError("the panel has no codings and corpus; use count_codes, not make_panel")
    say = Wording(language or comparison.language)
    facts = dict(_facts(comparison, comparison.panel.source.corpus, say, agreement))
    head = tuple(say(f"reporting_{name}") for name in ("number", "item", "study", "yours"))
    return tuple(
        PaperTable(name, say(f"reporting_{name}"), head, tuple(_rows(name, facts, say)), texts=4) for name in ITEMS
    )


def checklists_document(tables: Sequence[PaperTable], say: Wording) -> bytes:
    """Return the checklists as a Word file.

    >>> checklists_document([PaperTable("coreq", "COREQ", ("No.",), (("1",),))], Wording("en"))[:2]
    b'PK'
    """
    document = blank_document(say("reporting_title"), say.language, landscape=True)
    document.add_heading(say("reporting_title"), 1)
    document.add_paragraph(say("reporting_how"))
    for table in tables:
        document.add_heading(table.name.upper(), 2)
        add_text_table(document, visible(table.caption), table.head, table.rows)
    return packed_document(document)


def _rows(name: str, facts: Mapping[str, str], say: Wording) -> Iterator[tuple[str, ...]]:
    for number in range(1, ITEMS[name] + 1):
        told = " ".join(facts[fact] for fact in ANSWERED_BY[name].get(number, ()) if facts.get(fact))
        left = "all" if not told else "nothing" if number in WHOLE[name] else "rest"
        yield (
            str(number),
            say(f"reporting_{name}_{number}"),
            told or say("reporting_nothing"),
            say(f"reporting_{left}"),
        )


def _facts(
    comparison: Comparison, corpus: Corpus, say: Wording, agreement: pd.DataFrame | None
) -> Iterator[tuple[str, str]]:
    yield from _sample_facts(comparison, corpus, say)
    yield from _talk_facts(corpus, say)
    yield from _coding_facts(comparison, say)
    if agreement is not None and len(agreement):
        yield "agreement", say("reporting_agreement")
    if comparison.sample is not None:
        yield "accuracy", say("reporting_accuracy")
    for name in ("derived", "themes", "analysis", "again", "doubts"):
        yield name, say(f"reporting_{name}")
    yield "software", say("reporting_software", version=installed_version("bp_qual"))


def _sample_facts(comparison: Comparison, corpus: Corpus, say: Wording) -> Iterator[tuple[str, str]]:
    met = Counter((person, t.wave) for t in corpus.transcripts for person in t.persons)
    waves = {person: {wave for own, wave in met if own == person} for person in corpus.persons}
    size = {"persons": len(corpus.persons), "interviews": len(corpus.transcripts)}
    said = say("reporting_sample_size", words=int(comparison.panel.exposure["words"].sum()), **size)
    each = "; ".join(
        say("reporting_each_wave", wave=wave, n=sum(wave in own for own in waves.values())) for wave in corpus.waves
    )
    yield "sample_size", f"{said} {each}."
    ends = {"before": comparison.before, "after": comparison.after}
    gone, new = (
        sum(one in own and other not in own and (person, other) not in corpus.missing for person, own in waves.items())
        for one, other in ((comparison.before, comparison.after), (comparison.after, comparison.before))
    )
    yield "dropouts", say("reporting_dropouts", n=gone, new=new, **ends)
    if corpus.missing:
        yield "unread", say("reporting_unread", n=len(corpus.missing))
    twice = len({person for (person, _), times in met.items() if times > 1})
    repeated = sum(len(own) > 1 for own in waves.values())
    yield "repeats", say("reporting_repeats", n=repeated, all=len(corpus.persons), twice=twice)


def _talk_facts(corpus: Corpus, say: Wording) -> Iterator[tuple[str, str]]:
    import numpy as np

    every = corpus.transcripts
    if named := {name for transcript in every for name in transcript.interviewers}:
        yield "interviewers", say("reporting_interviewers", n=len(named))
    others = sum(any(turn.role == "other" for turn in t.turns) for t in every)
    shared = sum(len(t.persons) > 1 for t in every)
    yield "present", say("reporting_present", n=others, all=len(every), shared=shared)
    if dates := sorted(t.date for t in every if t.date):
        yield "dates", say("reporting_dates", n=len(dates), all=len(every), first=dates[0], last=dates[-1])
    words = [
        sum(count_words(t.text, turn.start, turn.end) for turn in t.turns if turn.role == "respondent") for t in every
    ]
    if words:
        yield "length", say("reporting_length", median=float(np.median(words)), least=min(words), most=max(words))


def _coding_facts(comparison: Comparison, say: Wording) -> Iterator[tuple[str, str]]:
    source = comparison.panel.source
    assert source is not None
    count, coders = (source.combined.count, source.combined.coders) if source.combined else ("machine", ())
    yield "coders", say(f"reporting_coders_{count}", n=len(coders))
    book = source.codebook
    below = sum(bool(code.parent) for code in book.codes)
    yield "tree", say("reporting_tree", name=book.name, version=book.version, n=len(book.codes), below=below)
    places = source.codings[["interview", "start", "end"]].drop_duplicates()
    yield "quotes", say("reporting_quotes", n=len(places))
