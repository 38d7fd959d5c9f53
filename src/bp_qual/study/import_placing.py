"""Where the codings that come in stand in the interviews of the study, and what of them has no place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bp_qual.coding.by_hand import place_codings, read_history
from bp_qual.coding.by_hand.following import followed
from bp_qual.coding.by_hand.log import History
from bp_qual.display import show_name
from bp_qual.study.import_events import Coded, at_known_ends
from bp_qual.study.import_reading import ImportChoices, Incoming
from bp_qual.study.received_codes import MatchedCodes
from bp_qual.study.received_interviews import InterviewFinder
from bp_qual.study.received_places import Listed, Placed, place_all

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, eq=False)
class Placement:
    """Where the passages of a file stand.

    Attributes
    ----------
    finder : InterviewFinder
        Which knows how the interviews are called in the file.
    placed, noted : tuple of Placed
        The passages that have a place: with a code, and with a memo only.
    coded : tuple of Coded
        Each passage with a place, with each of its codes.
    listed : tuple of Listed
        What has no place or no code, and why.
    histories : dict of str to History
        What each coder did in the study before.
    there : dict of str to DataFrame
        The codings that each of them has there.
    nothing : bool
        Whether nothing of the file has a place, and nothing else was said of it.
    """

    finder: InterviewFinder
    placed: tuple[Placed, ...]
    noted: tuple[Placed, ...]
    coded: tuple[Coded, ...]
    listed: tuple[Listed, ...]
    histories: dict[str, History]
    there: dict[str, pd.DataFrame]
    nothing: bool

    @property
    def untouched(self) -> list[str]:
        """The interviews of which the file says nothing, in the order of the study."""
        touched = {row.part.transcript.interview for row in self.coded}
        touched |= {
            transcript.interview for left in self.listed if left.passage.codes for transcript in left.transcripts
        }
        return [talk.interview for talk in self.finder.transcripts if talk.interview not in touched]


def place_incoming(incoming: Incoming, asked: ImportChoices) -> Placement:
    """Find the place of each passage of a file in the study.

    Parameters
    ----------
    incoming : Incoming
        The file and the study.
    asked : ImportChoices
        What was said of it.

    Returns
    -------
    Placement

    Raises
    ------
    StudyError
        Where it was said that nothing was found in an interview in which the file has codings.
    """
    corpus, matched, coders = incoming.corpus, incoming.matched, incoming.coders
    finder = InterviewFinder(corpus)
    placed, listed = place_all(incoming.passages, finder)
    noted = [part for part in placed if part.passage.memo and not part.passage.codes]
    placed = [part for part in placed if part.passage.codes or not part.passage.memo]
    coded, listed = _with_codes(placed, listed, matched, coders)
    incoming.answers.check(show_name(incoming.path), {row.part.transcript.interview for row in coded})
    histories = {
        name: followed(read_history(incoming.study.folder, name, matched.codebook), corpus)
        for name in dict.fromkeys(coders.values())
    }
    there = {name: place_codings(history, corpus).codings for name, history in histories.items()}
    coded = at_known_ends(coded, there, {transcript.interview: transcript for transcript in corpus.transcripts})
    said = coded or noted or incoming.answers.empty or asked.all_coded
    return Placement(
        finder, tuple(placed), tuple(noted), tuple(coded), tuple(listed), histories, there,
        nothing=bool(incoming.passages) and not said,
    )  # fmt: skip


def _with_codes(
    placed: Sequence[Placed], listed: Sequence[Listed], matched: MatchedCodes, coders: Mapping[str, str]
) -> tuple[list[Coded], list[Listed]]:
    """Return each placed passage with each of its codes; without a code, or with one of two of a name, it is listed."""
    coded, left = list[Coded](), [*listed]
    told = set[str]()
    for part in placed:
        ids = [matched.ids[code] for code in part.passage.codes]
        coded += [Coded(part, code, coders[part.passage.coder]) for code in ids if code]
        if not all(ids) or not ids:
            doubtful = tuple(code for code in part.passage.codes if not matched.ids[code])
            passage = replace(part.passage, codes=doubtful)
            if (row := f"{passage.where} {passage.coder}") not in told:
                told.add(row)
                left.append(Listed(passage, "code_twice" if ids else "no_code", transcripts=(part.transcript,)))
    return coded, left
