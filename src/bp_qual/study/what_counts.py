"""What counts in a study: which codings, and whose; decided in one place for every command and notebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from bp_qual.codebook import Codebook
from bp_qual.coding.agreeing import AGREED
from bp_qual.coding.by_hand import HandCodings, list_coders
from bp_qual.coding.by_hand.coder_names import is_rule
from bp_qual.coding.by_hand.placing import MEMO_COLUMNS
from bp_qual.coding.combining import Combined, Together, combine_codings
from bp_qual.coding.counting import Count
from bp_qual.coding.team import combine_each
from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.study.answered_proposals import note_proposed, note_uneven
from bp_qual.study.hand_coding import choose_coder
from bp_qual.study.hand_overview import tell_capitals
from bp_qual.study.reading_agreed import read_agreed, read_agreed_now
from bp_qual.study.reading_hands import read_hand, tell_carried, tell_renamed
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd


EVERYBODY: dict[str, Together] = {"all": "all", "any": "any", "team": "team"}  # in whatever letters


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """The codings that count in a study, the hits and the work of the coders they come from, and what must be known."""

    combined: Combined
    hits: pd.DataFrame
    hands: tuple[HandCodings, ...] = ()
    notes: tuple[Remark, ...] = ()

    @property
    def with_memos(self) -> Combined:
        """The codings that count, with a column ``memo``: what the coders wrote on the passage.

        >>> combined = combine_codings(codings, None, corpus, codebook, count="machine")
        >>> Counted(combined, codings).with_memos.codings["memo"].tolist()
        ['', '', '']
        """
        table, memos = self.combined.codings, [hand.memo_of for hand in self.hands]
        places = zip(table["interview"], table["start"], table["end"], table["code"], strict=True)
        noted = [" · ".join(own[place] for own in memos if place in own) for place in places]
        return replace(self.combined, codings=table.assign(memo=noted))

    @property
    def memos(self) -> pd.DataFrame:
        """Every memo of the coders whose codings count, on whatever it is: `HandCodings.memos` with who wrote it.

        >>> combined = combine_codings(codings, None, corpus, codebook, count="machine")
        >>> list(Counted(combined, codings).memos)[:3]
        ['coder', 'interview', 'start']
        """
        import pandas as pd

        rows = [[hand.coder, *row] for hand in self.hands for row in hand.memos.itertuples(index=False, name=None)]
        return pd.DataFrame(rows, columns=["coder", *MEMO_COLUMNS])


def what_counts(
    study: Study, hits: pd.DataFrame, corpus: Corpus, codebook: Codebook, *, count: Count | None = None, coder: str = ""
) -> Counted:
    """Return the codings that count in a study: as asked, else as study.yaml says, else the codebook's hits.

    Parameters
    ----------
    study : Study
        Whose folder holds what coders did.
    hits : DataFrame
        From `apply_codebook`.
    corpus, codebook : Corpus and Codebook
        What was coded, and with what.
    count : {"machine", "reviewed", "human"}, optional
        The rule; that of study.yaml if not given.
    coder : str
        Whose codings; that of study.yaml if not given, or of the only one who coded. Of several coders ``all``, ``any``
        and ``team`` count by these rules of `combine_coders`; names with commas between them by its rule ``first``.

    Returns
    -------
    Counted
        With notes on decisions that found no hit, codings that lost their place, codes that are gone, and coders whose
        names differ in capitals only.

    Raises
    ------
    StudyError
        Where nobody coded, that coder did not, several did and none is named, or several are to count and they differ.

    Examples
    --------
    >>> from pathlib import Path
    >>> what_counts(Study(Path("no/such/folder")), codings, corpus, codebook).combined.count
    'machine'
    """
    rule, coders = count or study.count or "machine", list_coders(study.folder)
    if rule == "machine":
        if coder:
            raise StudyError(Problem(show_name(study.folder), "coder without rule"), Remark("nothing counted"))
        return Counted(replace(combine_codings(hits, None, corpus, codebook, count=rule), beside=coders), hits)
    chosen, together = choose_coders(study, coder, count=rule)
    settled = read_agreed_now(study.folder, corpus, codebook, hits=hits) if AGREED in chosen else None
    hands = tuple(
        settled.hand if settled and name == AGREED else read_hand(study.folder, name, corpus, codebook)
        for name in chosen
    )
    if together in ("all", "any", "team"):
        hands = _who_finished(hands, corpus, codebook)
        together = together if len(hands) > 1 else ""
    each = [combine_codings(hits, hand, corpus, codebook, count=rule) for hand in hands]
    combined, agreed = each[0], None
    if together:
        agreed = read_agreed(study.folder, corpus, codebook) if together in ("all", "any") else None
        combined = combine_each(each, hits, hands, corpus, codebook, count=rule, together=together, agreed=agreed)
    counted = {hand.coder for hand in hands} | ({AGREED} if agreed else set())
    others = tuple(name for name in coders if name not in counted)
    notes = [note for own, hand in zip(each, hands, strict=True) for note in _notes(own, hand)]
    notes += [note for hand in hands for note in note_uneven(hand, corpus.waves)]
    notes += [*(settled.told if settled else ()), *_silent(combined, hands), *tell_capitals(coders)]
    proposed = tuple(note for hand in hands for note in note_proposed(hand, corpus.waves))
    return Counted(replace(combined, beside=others, proposed=proposed), hits, hands, tuple(notes))


def choose_coders(study: Study, asked: str, *, count: Count) -> tuple[Sequence[str], Together | Literal[""]]:
    """Return whose codings are meant, and how those of several count; who is named first counts first.

    Parameters
    ----------
    study : Study
        Whose study.yaml may name them.
    asked : str
        A coder, several with commas, or one of `EVERYBODY`; who is named in study.yaml if empty.
    count : {"reviewed", "human"}
        What is counted, for the message.

    Returns
    -------
    sequence of str, str
        The coders, and the rule; empty for one coder.

    Raises
    ------
    StudyError
        Where nobody coded, that coder did not, or several did and none is named.

    Examples
    --------
    >>> from pathlib import Path
    >>> choose_coders(Study(Path("no/such/folder")), "anna", count="human")
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/folder  nobody has coded this study by hand, so nothing can be counted...
    """
    coders = list_coders(study.folder)
    named = tuple(dict.fromkeys(filter(None, map(str.strip, asked.split(","))))) or (asked,) if asked else study.coders
    named = tuple(AGREED if is_rule(name) and name.casefold() == AGREED else name for name in named)
    word = named[0].casefold() if len(named) == 1 else ""
    if coders and word in EVERYBODY:
        everybody = tuple(name for name in coders if name != AGREED) or coders
        return everybody, EVERYBODY[word] if len(everybody) > 1 else ""
    if coders and len(named) > 1:
        return [choose_coder(study.folder, name, (), count=count) for name in named], "first"
    return (choose_coder(study.folder, named[0] if asked else "", named, count=count),), ""


def _who_finished(hands: tuple[HandCodings, ...], corpus: Corpus, codebook: Codebook) -> tuple[HandCodings, ...]:
    """Return those who finished any interview, so not who only coded a sample; everybody where nobody did."""
    interviews = [transcript.interview for transcript in corpus.transcripts]
    return tuple(hand for hand in hands if hand.state.finished(interviews, codebook.ids)) or hands


def _notes(combined: Combined, hand: HandCodings) -> list[Remark]:
    """Say how much of a coder's work cannot be counted; `bp-qual codings` lists it."""
    counted = {
        "codings without a place": len(hand.lost), "decisions without a hit": len(combined.lost),
        "codings without a code": len(combined.foreign),
    }  # fmt: skip
    notes = [Remark(kind, values={"n": n, "coder": hand.coder}) for kind, n in counted.items() if n]
    edited = (
        [Remark("edited since done", values={"coder": hand.coder, "interviews": hand.edited})] if hand.edited else []
    )
    accepted = int((hand.decisions["status"] == "accepted").sum()) if combined.count == "human" else 0
    if accepted:
        notes.append(Remark("accepted not counted", values={"coder": hand.coder, "n": accepted}))
    state = hand.state
    return [
        *notes,
        *edited,
        *tell_renamed(hand.coder, hand.renamed, state.marks, set(combined.coded["interview"])),
        *tell_carried(hand.coder, (*state.codings, *state.decisions), hand.was),
    ]


def _silent(combined: Combined, hands: Sequence[HandCodings]) -> list[Remark]:
    """Name the interviews of which no file that was imported says whether they were coded."""
    tables = [table["interview"] for hand in hands for table in (hand.codings, hand.lost)]
    said = {mark.interview for hand in hands for mark in hand.state.answers} | {name for own in tables for name in own}
    silent = [name for name in dict.fromkeys(combined.coded["interview"]) if name not in said]
    if not combined.imports or not silent:
        return []
    return [Remark("imported without", values={"coder": combined.coder, "n": len(silent), "interviews": silent})]
