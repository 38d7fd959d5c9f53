"""Dates that cannot be right: a person met earlier in a later wave, a date against a name or against the transcript."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bp_qual.display import first_few, show_name
from bp_qual.study.dates_on_top import find_days
from bp_qual.study.interviews import Interview, Wave
from bp_qual.study.slips_in_years import doubt_years
from bp_qual.study.written_dates import either_way
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.transcripts.moments import Span, find_span, span_of_date
from bp_qual.wording import Remark

_ROUND_MAY_RUN_ON = 183  # days that interviews of `2010` are held after that year, or before it
_ONE_MEETING = 31  # days between the date on top of a transcript and that of its interview


@dataclass(frozen=True, slots=True)
class DatedMeeting:
    """When a person was met in a wave, and how that is known to the reader of a message.

    >>> DatedMeeting("P01", "T1", "2010-03").span[0]
    733832
    """

    person: str
    wave: str
    date: str

    @property
    def span(self) -> Span:
        """The first and last day that the date can mean."""
        return span_of_date(self.date)


def doubt_dates(interviews: Iterable[Interview], waves: Sequence[Wave]) -> tuple[Remark, ...]:
    """Return a remark for each two waves whose dates some person has the other way round, and for years in doubt.

    Examples
    --------
    >>> from pathlib import Path
    >>> first = Interview(Path("a.txt"), {"P01": ()}, "T1", "interviews.csv:2", "2020")
    >>> second = Interview(Path("b.txt"), {"P01": ()}, "T2", "interviews.csv:3", "2010")
    >>> print(*doubt_dates([first, second], [Wave("T1"), Wave("T2")]))
    T1 comes before T2, but not by the dates of P01 (2020, 2010). Correct the dates or the waves in interviews.csv.
    """
    interviews = tuple(interviews)
    met = [DatedMeeting(p, i.wave, i.date) for i in interviews if i.date for p in i.persons]
    order = [wave.id for wave in waves]
    windows = {wave.id for wave in waves if wave.start or wave.end}
    doubts = (*_against_names(interviews, windows), *_far_apart(met, windows), *doubt_years(interviews, windows))
    return (*_turned_round(met, order), *doubts)


def _turned_round(met: Iterable[DatedMeeting], order: Sequence[str]) -> Iterator[Remark]:
    """Yield one remark for each two waves that the dates of some persons turn round."""
    place = {wave: number for number, wave in enumerate(order)}
    by_person: dict[str, list[DatedMeeting]] = {}
    for meeting in met:
        if meeting.wave in place:
            by_person.setdefault(meeting.person, []).append(meeting)
    wrong: dict[tuple[str, str], list[str]] = {}
    for person, own in by_person.items():
        own.sort(key=lambda meeting: place[meeting.wave])
        for number, first in enumerate(own):
            for second in own[number + 1 :]:
                if first.wave != second.wave and second.span[1] < first.span[0]:
                    told = wrong.setdefault((first.wave, second.wave), [])
                    told.append(f"{show_name(person)} ({first.date}, {second.date})")
    for (earlier, later), persons in wrong.items():
        yield Remark("dates turned round", values={"first": earlier, "second": later, "persons": first_few(persons)})


def _far_apart(met: Iterable[DatedMeeting], windows: Collection[str]) -> Iterator[Remark]:
    """Yield one remark on the persons whose interviews of one wave are more than half a year apart."""
    cells: dict[tuple[str, str], list[DatedMeeting]] = {}
    for meeting in met:
        cells.setdefault((meeting.person, meeting.wave), []).append(meeting)
    wrong = [
        f"{show_name(person)} ({wave}: {own[0].date}, {own[-1].date})"
        for (person, wave), unordered in cells.items()
        if (own := sorted(unordered, key=lambda meeting: meeting.span))
        and wave not in windows
        and _days_between(own[0].span, own[-1].span) > _ROUND_MAY_RUN_ON
    ]
    if wrong:
        yield Remark("dates far apart", values={"persons": first_few(wrong)})


def _against_names(interviews: Iterable[Interview], windows: Collection[str]) -> Iterator[Remark]:
    """Yield one remark on the interviews whose date is of another year than their file or wave is named after."""
    wrong = [
        f"{show_name(interview.file.name)} ({interview.date})"
        for interview in interviews
        if interview.date
        and interview.wave not in windows
        and any(_far(interview.date, name) for name in (interview.wave, interview.file.stem))
    ]
    if wrong:
        yield Remark("dates against names", values={"files": first_few(wrong)})


def _far(date: str, name: str) -> bool:
    """Return whether a date is months away from the time that a name says."""
    span = find_span(name)
    return span is not None and _days_between(span_of_date(date), span) > _ROUND_MAY_RUN_ON


def _days_between(span: Span, other: Span) -> int:
    return max(other[0] - span[1], span[0] - other[1], 0)


def doubt_dates_on_top(corpus: Corpus, waves: Sequence[Wave]) -> tuple[Remark, ...]:
    """Return remarks on the dates that stand above the talk, where they are not those of interview, wave or person.

    Examples
    --------
    >>> doubt_dates_on_top(Corpus((), (), ()), ())
    ()
    """
    tops = [(transcript, date) for transcript in corpus.transcripts if (date := _date_on_top(transcript))]
    windows = {wave.id: wave for wave in waves if wave.start or wave.end}
    listed = [
        f"{_file(transcript)} ({date}; {transcript.date})"
        for transcript, date in tops
        if transcript.date and _days_between(span_of_date(date), span_of_date(transcript.date)) > _ONE_MEETING
    ]
    of_wave = [
        f"{_file(transcript)} ({date})"
        for transcript, date in tops
        if not transcript.date and _outside(date, transcript.wave, windows)
    ]
    told = [Remark("date on top against list", values={"files": first_few(listed)})] if listed else []
    told += [Remark("date on top against wave", values={"files": first_few(of_wave)})] if of_wave else []
    undated = {person for transcript, _ in tops if not transcript.date for person in transcript.persons}
    dates = [(transcript, transcript.date) for transcript in corpus.transcripts if transcript.date]
    dates += [(transcript, date) for transcript, date in tops if not transcript.date]
    met = [DatedMeeting(p, transcript.wave, date) for transcript, date in dates for p in transcript.persons]
    return (
        *told,
        *_turned_round((meeting for meeting in met if meeting.person in undated), [wave.id for wave in waves]),
    )


def _file(transcript: Transcript) -> str:
    return show_name(transcript.source or transcript.interview)


def _outside(date: str, wave: str, windows: Mapping[str, Wave]) -> bool:
    window = windows.get(wave)
    return not window.holds(date) if window else _far(date, wave)


def _date_on_top(transcript: Transcript) -> str:
    """Return the first date above the talk that is not said to be of a birth, a version or the writing out.

    Of `03/04/2010` in English it is the year alone.
    """
    top = transcript.text[: min((turn.start for turn in transcript.turns), default=0)][:500]
    date = next(find_days(top), "")
    return date[:4] if transcript.language == "en" and either_way(date, top) else date
