"""What became of the codings in a file: where each stands now, which have no place and why, and what is left to do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from bp_qual.display import one_line, show_name, shown
from bp_qual.study.import_events import Coded
from bp_qual.study.import_mending import shown_short
from bp_qual.study.received_coders import NOBODY
from bp_qual.transcripts import Transcript
from bp_qual.wording import Remark, Wording, choose_language

if TYPE_CHECKING:
    import pandas as pd

CODING_COLUMNS = (
    "where", "interview", "person", "wave", "start", "end", "code", "quote", "coder", "how", "written", "memo", "new",
)  # fmt: skip
WHYS = (
    "no_interview", "no_quote", "not_found", "found_twice", "within_word", "no_answer", "no_speaker",
    "whose_coding", "no_code", "code_twice",
)  # fmt: skip
_MOST_SHOWN = 8


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CodingImport:
    """What became of the codings in a file of another program.

    Attributes
    ----------
    where : str
        The file.
    coders : tuple of str
        Whose codings they are, as the study knows them.
    codings : DataFrame
        where (in the file), interview, person, wave, start, end, code, quote (as it stands in the transcript), coder,
        how it was found (`position`, `same`, `context`, `parts` or `nearly`), written (the quote as the file has it),
        memo, new (False: it was there already).
    listed : DataFrame
        where, document, person, wave, code, quote, coder, why, start, end, before, after, memo: what has no place. A
        passage that could stand in several places has a row for each; keep the right one and import the table.
    cut : DataFrame
        The columns of `listed` without the reason, and answers, words, left_out: passages that lie in several answers,
        with a coding in each, or partly in none, with how many words of them are not coded, and which.
    check : DataFrame
        The columns of `listed`: codings that have a place and are to be looked at, because the file leaves open of whom
        they are (`anywhere`) or letters differ (`nearly`).
    new_codes : tuple of str
        Codes that the codebook did not have, by id.
    codebook : Path or None
        The codebook with them.
    first : bool
        Whether the study had no codebook.
    labels : mapping of str to str
        What the new codes are called.
    counts : bool
        Whether they count as it is: the study names that codebook. Otherwise say it with every command.
    human : bool
        Whether study.yaml says that what people coded counts.
    without : tuple of str
        Interviews in which the file has no coding at all, and that nobody answered for: not coded, or coded and nothing
        found?
    interviews : mapping of str to int
        In how many interviews each coder coded.
    shared : tuple of str
        Interviews with codings of several coders.
    anywhere : tuple of str
        Where the file leaves open of which person or wave a coding is (it names nobody, no wave, or two), so that it
        was looked for in several interviews.
    unnamed : int
        How many codings are under a name that stands for nobody, because neither the file nor the caller names a coder.
    lost : tuple of Remark
        What of the file is not carried over.
    notes : tuple of Remark
        What else is to be known of how it was read.
    language : str
        That of the study.
    kept : Path or None
        Where the earlier list of what has no place is, in which somebody may have written.
    dry_run : bool
        Whether nothing was written.
    """

    where: str
    coders: tuple[str, ...]
    codings: pd.DataFrame
    listed: pd.DataFrame
    cut: pd.DataFrame
    check: pd.DataFrame
    new_codes: tuple[str, ...] = ()
    codebook: Path | None = None
    first: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)
    counts: bool = True
    human: bool = True
    without: tuple[str, ...] = ()
    interviews: Mapping[str, int] = field(default_factory=dict)
    shared: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    unnamed: int = 0
    lost: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
    language: str = ""
    dry_run: bool = False
    kept: Path | None = None

    def __repr__(self) -> str:
        return self.say(choose_language(None, self.language))

    def say(self, language: str) -> str:
        """Return the report in English (`en`) or Dutch (`nl`)."""
        return "\n".join(self._lines(Wording(language)))

    def _lines(self, say: Wording) -> Iterator[str]:
        new = int(self.codings["new"].sum())
        counts = {"n": new, "there": len(self.codings) - new, "coders": list(self.coders)}
        yield say("exchange_would" if self.dry_run else "exchange_added", file=self.where, **counts)
        if self.unnamed:
            yield say("exchange_nobody", file=self.where, n=self.unnamed, coder=NOBODY)
        if len(self.interviews) > 1:
            shares = [say("exchange_share", coder=coder, n=n) for coder, n in self.interviews.items()]
            yield say("exchange_shares", shares=shares)
            values = {"n": len(self.shared), "interviews": self.shared, "names": ",".join(self.interviews)}
            yield say("exchange_shared" if self.shared else "exchange_divided", **values)
        anywhere = self.codings[self.codings["where"].isin(self.anywhere)].drop_duplicates("where")
        if len(anywhere):
            yield say("exchange_anywhere", n=len(anywhere))
            for row in anywhere.head(_MOST_SHOWN).itertuples():
                yield f"  {row.where}: {shown_short(row.quote)} → {row.interview}"
            yield from self._more(say, len(anywhere))
        nearly = self.codings[self.codings["how"] == "nearly"]
        if len(nearly):
            yield say("exchange_nearly", n=nearly["where"].nunique())
            for row in nearly.drop_duplicates("where").head(_MOST_SHOWN).itertuples():
                yield f"  {row.where}: {shown_short(row.written)} → {shown_short(row.quote)}"
        yield from self._cut(say)
        for why in WHYS:
            yield from self._listed(say, why)
        yield from self._codes(say)
        yield from (say("check_note", text=note.say(say.language)) for note in self.notes)
        for item in self.lost:
            yield say("cli_not_carried", item=item)
        if self.without:
            values = {"coders": list(self.coders), "interviews": self.without}
            yield say("exchange_without", n=len(self.without), **values)

    def _cut(self, say: Wording) -> Iterator[str]:
        """Yield which passages go on beyond one answer, and what of them is not coded."""
        cut = self.cut.drop_duplicates(["where", "start", "end"])
        whole, outside = cut[cut["words"] == 0], cut[cut["words"] > 0]
        if n := int((cut["answers"] > 1).sum()):
            yield say("exchange_spread", n=n)
        yield from (f"  {row.where}: {shown_short(row.quote)}" for row in whole.head(_MOST_SHOWN).itertuples())
        yield from self._more(say, len(whole))
        if len(outside):
            yield say("exchange_outside", n=len(outside), words=int(outside["words"].sum()))
        for row in outside.head(_MOST_SHOWN).itertuples():
            counted = say.many("word", int(row.words))
            yield f"  {row.where}: {shown_short(row.quote)}: {counted}: {shown_short(row.left_out)}"
        yield from self._more(say, len(outside))

    def _codes(self, say: Wording) -> Iterator[str]:
        """Yield which codes the codebook lacked, where they are or would be, and whether they count there."""
        if not self.new_codes:
            return
        file, would = show_name(self.codebook or ""), "_would" if self.dry_run else ""
        names = [_between_commas(shown(self.labels.get(code, code), 60)) for code in self.new_codes]
        text = "first_codes" if self.first else "new_codes"
        yield say(f"exchange_{text}{would}", n=len(names), codes=names, file=file)
        counted = f"codes_count{would}" if self.human else "codes_named"
        yield say(f"exchange_{counted if self.counts else 'codes_wait'}", file=file)

    def _listed(self, say: Wording, why: str) -> Iterator[str]:
        rows = self.listed[self.listed["why"] == why].drop_duplicates("where")
        if not len(rows):
            return
        yield say(f"exchange_{why}", n=len(rows))
        for row in rows.head(_MOST_SHOWN).itertuples():
            what = ", ".join(filter(None, (row.document, row.person, row.wave, row.code)))
            yield f"  {row.where}: {shown(one_line(what))}: {shown_short(row.quote)}"
        yield from self._more(say, len(rows))

    @staticmethod
    def _more(say: Wording, rows: int) -> Iterator[str]:
        if rows > _MOST_SHOWN:
            yield f"  {say('and_more', n=say.number(rows - _MOST_SHOWN))}"


def _between_commas(name: str) -> str:
    """Return a name as it stands among others, between commas."""
    return f"'{name}'" if "," in name else name


def codings_table(coded: Sequence[Coded], new: Collection[str]) -> pd.DataFrame:
    """Return the codings that have a place, each once.

    Parameters
    ----------
    coded : sequence of Coded
        In the order of the file.
    new : collection of str
        The ids of those that were not there yet.

    Returns
    -------
    DataFrame
        The columns of `CodingImport.codings`.

    Examples
    --------
    >>> codings_table([], ()).shape
    (0, 13)
    """
    import pandas as pd

    rows: dict[str, tuple[object, ...]] = {}
    for row in coded:
        part, passage = row.part, row.part.passage
        transcript = part.transcript
        quote = transcript.text[part.start : part.end]
        rows.setdefault(
            row.event_id,
            (
                *(PurePath(passage.where).name, transcript.interview),
                *(_person_at(transcript, part.start), transcript.wave),
                *(part.start, part.end, row.code, quote, row.coder, part.how, passage.quote, passage.memo),
                row.event_id in new,
            ),
        )
    table = pd.DataFrame([*rows.values()], columns=list(CODING_COLUMNS))
    return table.astype({"start": "int64", "end": "int64", "new": bool})


def say_merged(coded: Sequence[Coded]) -> Iterator[Remark]:
    """Yield how many rows say the same coding once more, and each of these that is not in the words of the transcript.

    >>> [*say_merged([])]
    []
    """
    first, again = dict[str, str](), dict[str, Coded]()
    for row in coded:
        if first.setdefault(row.event_id, row.part.passage.where) != row.part.passage.where:
            again.setdefault(row.part.passage.where, row)
    if again:
        pairs = [f"{PurePath(where).name} = {PurePath(first[row.event_id]).name}" for where, row in again.items()]
        yield Remark("rows merged", values={"n": len(again), "pairs": pairs})
    for where, row in again.items():
        if row.part.how == "nearly":
            quote = row.part.transcript.text[row.part.start : row.part.end]
            before = PurePath(first[row.event_id]).name
            said = {"written": shown(one_line(row.part.passage.quote)), "quote": shown(one_line(quote))}
            yield Remark("merged nearly", values={"where": PurePath(where).name, "before": before, **said})


def _person_at(transcript: Transcript, start: int) -> str:
    return next((turn.person for turn in transcript.turns if turn.start <= start < turn.end), "")
