"""The passages of another program in the interviews of the study: each has a place, or is listed with the reason.

Nothing is placed that could stand in two places. A passage that goes on beyond one answer is coded in each answer that
it covers; what is in nobody's answer is listed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from bp_qual.coding.by_hand.standing import find_turn
from bp_qual.exchange.folding import Folded, fold, span_as_written
from bp_qual.exchange.quote_search import FEWEST_IN_PARTS, is_within_word, search_quote
from bp_qual.exchange.quotes_in_cells import lines_in_cell, numbers_in_cell, quotes_in_cell
from bp_qual.exchange.received import Passage
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.possible_interviews import possible_interviews
from bp_qual.study.received_interviews import InterviewFinder, plain_name
from bp_qual.study.stated_places import StatedPlaces
from bp_qual.transcripts import Corpus, Transcript

CONTEXT = 40  # letters before and after a quote that tell its places apart
MOST_CHOICES = 100
_OF_RESPONDENTS = {  # labels before an answer, also where the transcript writes another
    *("r", "resp", "respondent", "participant", "interviewee", "deelnemer", "geïnterviewde", "befragter", "befragte"),
    *("proband", "teilnehmer", "teilnehmerin", "informant"),
}
_LABEL = lazy_pattern(r"\s*(?:[\[(]([\w][\w .-]{0,39})[\])]:?|([\w][\w .-]{0,39}):)\s*")
_SENTENCE_END = lazy_pattern(r"[.!?…]")
MOST_NEARLY = 20  # interviews in which a quote is looked for with differences


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage, or the part of it that lies in one answer, with its place.

    ``how`` says how it was found: ``position``, ``same``, ``context``, ``parts`` or ``nearly``; ``whole`` is where the
    whole passage stands. ``among_several`` is whether the file leaves open of which person or wave it is, and only the
    words told.
    """

    passage: Passage
    transcript: Transcript
    start: int
    end: int
    how: str
    whole: tuple[int, int] = (-1, -1)
    among_several: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A passage without a place, why, and where it could stand: interview, start and end.

    ``transcripts`` are the interviews that are meant, ``possible`` those that could be where none is.
    """

    passage: Passage
    why: str
    choices: tuple[tuple[Transcript, int, int], ...] = ()
    transcripts: tuple[Transcript, ...] = ()
    more: int = 0  # places beyond those that are listed
    possible: tuple[Transcript, ...] = ()


class Placer:
    """Finds the places of passages in a corpus.

    Parameters
    ----------
    finder : InterviewFinder
        What knows the interviews.
    stated : StatedPlaces, optional
        Where their file says that passages stand.

    Examples
    --------
    >>> placer = Placer(InterviewFinder(corpus))
    >>> found = placer.place(Passage("a.csv:2", "money WORRIED me", (0,), person="P01", wave="2010"))
    >>> found.why if isinstance(found, Listed) else [(part.start, part.how) for part in found]
    [(24, 'same')]
    """

    def __init__(self, finder: InterviewFinder, stated: StatedPlaces | None = None) -> None:
        self._finder, self._stated = finder, stated or StatedPlaces()
        self._folded: dict[tuple[str, bool], Folded] = {}
        self._sources: dict[str, Folded] = {}
        self._could_be: dict[tuple[str, ...], tuple[Transcript, ...]] = {}

    def place(self, passage: Passage) -> tuple[Placed, ...] | Listed:
        """Return the places of a passage, one for each answer that it covers, or why it has none."""
        transcripts = self.interviews_of(passage)
        if not transcripts:
            return Listed(passage, "no_interview", possible=() if passage.is_aside else self._possible(passage))
        if not passage.quote.strip():
            return Listed(passage, "no_quote", transcripts=transcripts)
        found, how = self._search(passage, transcripts)
        if len(found) > 1 and (chosen := [place for place in found if _has_context(passage, *place)]):
            found, how = chosen, how if how == "nearly" else "context"
        if len(found) > 1 and any(self._whose(passage, transcript) for transcript, *_ in found):
            own = [place for place in found if any(_answers(self._whose(passage, place[0]), *place))]
            found, how = (own, how if how == "nearly" else "context") if len(own) == 1 else (found, how)
        if len(found) != 1:
            why = "found_twice" if found else "not_found"
            more = max(0, len(found) - MOST_CHOICES)
            return Listed(passage, why, tuple(found[:MOST_CHOICES]), transcripts, more)
        transcript, start, end = found[0]
        if how != "position" and is_within_word(transcript.text, start, end):
            return Listed(passage, "within_word", tuple(found), transcripts)
        whole, answers = (start, end), _answers(self._whose(passage, transcript), transcript, start, end)
        several = len({(t.persons, t.wave) for t in transcripts}) > 1
        parts = tuple(Placed(passage, transcript, *span, how, whole, several) for span in answers)
        why = "no_speaker" if _is_of_unknown(transcript, start, end) else "no_answer"
        return parts or Listed(passage, why, tuple(found), transcripts)

    def interviews_of(self, passage: Passage) -> tuple[Transcript, ...]:
        """Return the interviews that are meant by all that a file says of a passage, the text of its document too."""
        return self._of_text(passage, self._finder.find(passage))

    def _possible(self, passage: Passage) -> tuple[Transcript, ...]:
        """Return the interviews that a passage could be of, where what its file says means none.

        Where it can mean none either, those in which its words stand, whoever's they are said to be.
        """
        key = (passage.document, passage.folder, passage.person, passage.wave)
        if key not in self._could_be:
            self._could_be[key] = possible_interviews(passage, self._finder)
        return self._could_be[key] or self._where_said(passage)

    def _where_said(self, passage: Passage) -> tuple[Transcript, ...]:
        letters = fold(passage.quote).letters
        if len(letters) < FEWEST_IN_PARTS:
            return ()
        return tuple(t for t in self._finder.transcripts if letters in self._fold(t, talk_only=False).letters)

    def _whose(self, passage: Passage, transcript: Transcript) -> str:
        """Return the plain name of the one in a shared interview whose words a passage holds; empty where anybody's."""
        if len(transcript.persons) < 2:
            return ""
        return plain_name(self._finder.person_in(passage, transcript), path=False)

    def _of_text(self, passage: Passage, transcripts: tuple[Transcript, ...]) -> tuple[Transcript, ...]:
        """Return the interviews that have the letters of the other program's text, also where its name says others.

        Where none has, they are those that are meant.
        """
        letters = self._source(passage).letters if passage.source else ""
        if not letters:
            return transcripts
        for some in (transcripts, self._finder.transcripts):
            if same := tuple(t for t in some if self._fold(t, talk_only=False).letters == letters):
                self._finder.of_text(passage, transcripts, same)
                return same
        return transcripts

    def _search(
        self, passage: Passage, transcripts: tuple[Transcript, ...]
    ) -> tuple[list[tuple[Transcript, int, int]], str]:
        stated = [(t, *span) for t in transcripts if (span := self._stated.find(passage, t))]
        stated = stated or [(t, *span) for t in transcripts if (span := self._by_letters(passage, t))]
        if len(stated) == 1:
            return stated, "position"
        quote, nearly_too = passage.quote, len(transcripts) <= MOST_NEARLY
        ways = [(quote, False, False), (quote, True, False)]
        if (said := _without_label(quote, transcripts)) != quote:
            ways += [(said, False, False), (said, True, False)]
        for quote, talk_only, nearly in [*ways, *([(said, False, True)] if nearly_too else [])]:
            hows: set[str] = set()
            found = []
            for transcript in transcripts:
                search = search_quote(quote, self._fold(transcript, talk_only), nearly=nearly)
                found += [(transcript, *place) for place in search.places]
                hows |= {search.how} if search.places else set()
            if found:
                return found, hows.pop() if len(hows) == 1 else "same"
        return [], ""

    def _by_letters(self, passage: Passage, transcript: Transcript) -> tuple[int, int] | None:
        """Return the place in a transcript with the letters of the other program's text: the same letters of it."""
        if not passage.source or not fold(passage.quote).letters:
            return None
        source = self._source(passage)
        folded = self._fold(transcript, talk_only=False)
        if source.letters != folded.letters:
            return None
        first, last = (bisect_left(source.places, place) for place in (passage.start, passage.end))
        return span_as_written(transcript.text, *folded.span(first, last), passage.quote)

    def _source(self, passage: Passage) -> Folded:
        """Return the letters of the text that the other program had."""
        if passage.document not in self._sources or self._sources[passage.document].text != passage.source:
            self._sources[passage.document] = fold(passage.source)
        return self._sources[passage.document]

    def _fold(self, transcript: Transcript, talk_only: bool) -> Folded:
        """Return the letters of an interview; without the names of the speakers where only talk counts."""
        key = (transcript.interview, talk_only)
        if key not in self._folded:
            spans = [(turn.start, turn.end) for turn in transcript.turns] if talk_only else None
            self._folded[key] = fold(transcript.text, spans)
        return self._folded[key]


def said_in(corpus: Corpus) -> Callable[[Passage], bool]:
    """Return what tells whether the words of a passage are in an answer of its interview, be it more than once.

    >>> is_said = said_in(corpus)
    >>> [is_said(Passage("a.csv:2", quote, (), document="P01_2010")) for quote in ("money", "a villa")]
    [True, False]
    """
    placer = Placer(InterviewFinder(corpus))

    def is_said(passage: Passage) -> bool:
        found = placer.place(passage)
        return not isinstance(found, Listed) or found.why == "found_twice"

    return is_said


def place_all(passages: Iterable[Passage], finder: InterviewFinder) -> tuple[list[Placed], list[Listed]]:
    """Return the passages that have a place, and those that have none.

    >>> place_all([Passage("a.csv:2", "never said", (0,), person="P01")], InterviewFinder(corpus))[1][0].why
    'not_found'
    """
    passages = [*passages]
    finder.read_folders(passages)
    placer, placed, listed = Placer(finder, StatedPlaces(passages, finder)), list[Placed](), list[Listed]()
    for passage in passages:
        found = [placer.place(passage)]
        if isinstance(found[0], Listed) and found[0].why == "not_found":
            found = _place_apart(placer, passage) or found
        elif not isinstance(found[0], Listed):
            found = _placed_apart(placer, passage, found[0]) or found
        for result in found:
            if isinstance(result, Listed):
                listed.append(result)
            elif passage.perhaps_by:
                listed.append(_of_somebody(result))
            else:
                placed += result
    return placed, listed


def _of_somebody(parts: tuple[Placed, ...]) -> Listed:
    """Return a passage that has a place, but may be of another coder, as one that has none."""
    first = parts[0]
    return Listed(first.passage, "whose_coding", ((first.transcript, *first.whole),), (first.transcript,))


def _place_apart(placer: Placer, passage: Passage) -> list[tuple[Placed, ...] | Listed]:
    """Return what became of each quote in a cell that holds several; nothing where it holds one."""
    if quotes := quotes_in_cell(passage):
        return [placer.place(quote) for quote in quotes]
    for parts in (numbers_in_cell(passage), lines_in_cell(passage)):
        found = [placer.place(part) for part in parts]
        if found and not any(isinstance(part, Listed) or part[0].how == "nearly" for part in found):
            return [*found]
    return []


def _placed_apart(placer: Placer, passage: Passage, whole: tuple[Placed, ...]) -> list[tuple[Placed, ...] | Listed]:
    """Return the places of the quotes in a cell that stand next to each other in the talk; nothing where it is one.

    It is one where the line breaks are those of the transcript, or where not every part has its own place in the whole.
    Lines without an end are several where sentences end between them in the talk, and one that was wrapped elsewhere.
    """
    first, last = whole[0], whole[-1]
    nearly = first.how == "nearly"
    if not nearly and "\n" in first.transcript.text[first.start : last.end]:
        return []
    lines = () if nearly else lines_in_cell(passage)
    parts = quotes_in_cell(passage) or (numbers_in_cell(passage) if nearly else lines)
    found = [placer.place(part) for part in parts]
    for part in found:
        if isinstance(part, Listed) or part[0].how == "nearly" or part[0].transcript is not first.transcript:
            return []
        if part[-1].end <= first.start or part[0].start >= last.end:
            return []
    if parts is lines and not _end_sentences([part for part in found if not isinstance(part, Listed)]):
        return []
    return [*found]


def _end_sentences(quotes: list[tuple[Placed, ...]]) -> bool:
    """Return whether a sentence ends between each of these places and the next: a wrapped quote would keep that end."""
    ends = [(one[-1].transcript.text, one[-1].end, following[0].start) for one, following in pairwise(quotes)]
    return bool(ends) and all(_SENTENCE_END.search(text[end:start]) for text, end, start in ends)


def _without_label(quote: str, transcripts: Iterable[Transcript]) -> str:
    """Return a quote without the name of who says it before it, as people copy it: ``R: We did.``, ``[P01] We did.``"""
    match = _LABEL.match(quote)
    if match is None or not fold(quote[match.end() :]).letters:
        return quote
    label = plain_name(match[1] or match[2], path=False)
    names = {plain_name(name, path=False) for t in transcripts for name in (*t.persons, *(u.speaker for u in t.turns))}
    return quote[match.end() :] if label in names | _OF_RESPONDENTS else quote


def _has_context(passage: Passage, transcript: Transcript, start: int, end: int) -> bool:
    """Return whether what the file says of the surroundings of a quote stands around a place."""
    before, after = fold(passage.before).letters[-CONTEXT:], fold(passage.after).letters[:CONTEXT]
    if not before and not after:
        return False
    around = 8 * CONTEXT  # there may be many signs that are no letters
    said_before = fold(transcript.text[max(0, start - around) : start]).letters
    said_after = fold(transcript.text[end : end + around]).letters
    return said_before.endswith(before) and said_after.startswith(after)


def _is_of_unknown(transcript: Transcript, start: int, end: int) -> bool:
    """Return whether nobody knows who says a passage: a respondent, for all that the interview tells."""
    return any(turn.role == "unknown" and turn.start < end and start < turn.end for turn in transcript.turns)


def _answers(person: str, transcript: Transcript, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what of a passage lies in each answer, or in each of that person."""
    for turn in transcript.turns:
        if turn.role != "respondent" or turn.end <= start or turn.start >= end:
            continue
        if person and plain_name(turn.person, path=False) != person:
            continue
        first, last = max(start, turn.start), min(end, turn.end)
        part = transcript.text[first:last]
        if (first, last) != (start, end):
            first, last = first + len(part) - len(part.lstrip()), last - len(part) + len(part.rstrip())
        says_something = bool(fold(part).letters) or (first, last) == (start, end)
        if says_something and find_turn(transcript, first, last) is not None:
            yield first, last
