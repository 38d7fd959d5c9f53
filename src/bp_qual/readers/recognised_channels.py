"""Who speaks where a service heard several channels: of each it may number the speakers anew, or number nobody.

Deepgram, Amazon and Google write down each channel by itself; a number is then one person's within its channel only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.cues import Cue, by_time
from bp_qual.wording.remarks import Remark

Word = tuple[float | None, float | None, str, str]  # start, end, the word with the blank before it, speaker

_PAUSE = 0.8  # seconds between two utterances, as Deepgram parts them
_NUMBER = lazy_pattern(r"(?i:(?:speaker|spk|s)[ _-]?)?\d+|[A-Z]")  # no name
_PAIR = lazy_pattern(r"channel .+ speaker .+")


def name_by_channel(said: Iterable[tuple[Cue, str]]) -> list[Cue]:
    """Return cues, of which each is given with its channel, by the names of their speakers, and in order of time.

    Where more than one channel has words, a speaker is a channel where nobody is numbered, and where a number is given
    out in more than one channel, a channel and a number. Cues stay in their order where some have no time.

    >>> said = [(Cue(0, 1, "Hoe?", "0"), "0"), (Cue(5, 6, "En?", "0"), "0"), (Cue(2, 3, "Zo.", "0"), "1")]
    >>> [cue.label for cue in name_by_channel(said)]
    ['channel 0 speaker 0', 'channel 1 speaker 0', 'channel 0 speaker 0']
    >>> [cue.label for cue in name_by_channel((cue._replace(label=""), channel) for cue, channel in said)]
    ['0', '1', '0']
    """
    known = [(cue, channel) for cue, channel in said if cue.text.strip()]
    cues = [cue for cue, _ in known]
    if len({channel for _, channel in known if channel}) < 2:
        return cues
    if not any(cue.label for cue in cues):
        cues = [cue._replace(label=channel) for cue, channel in known]
    else:
        numbered = {(cue.label, channel) for cue, channel in known if _NUMBER.fullmatch(cue.label)}
        if len({label for label, _ in numbered}) < len(numbered):
            cues = [
                cue._replace(label=f"channel {channel} speaker {cue.label}")
                if channel and (cue.label, channel) in numbered
                else cue
                for cue, channel in known
            ]
    return by_time(cues) if all(cue.at is not None for cue in cues) else cues


def part_at_pauses(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the words of one channel in utterances, between which words of another channel may come.

    >>> [len(part) for part in part_at_pauses([(0, 0.4, " hoe", ""), (0.5, 1, " dan", ""), (4, 5, " en", "")])]
    [2, 1]
    """
    part = list[Word]()
    until: float | None = None
    for word in words:
        if part and word[0] is not None and until is not None and word[0] - until >= _PAUSE:
            yield part
            part = []
        part.append(word)
        until = until if word[1] is None else word[1]
    if part:
        yield part


def note_channels(cues: Iterable[Cue]) -> tuple[Remark, ...]:
    """Return the note on speakers that are told apart by channel and number, if there are any.

    >>> print(*note_channels([Cue(0, 1, "Ja.", "channel 0 speaker 0"), Cue(1, 2, "Nee.", "channel 1 speaker 0")]))
    Speakers are numbered anew in each channel; they are named 'channel 0 speaker 0', 'channel 1 speaker 0'.
    """
    named = sorted({cue.label for cue in cues if _PAIR.fullmatch(cue.label)})
    return (Remark("speakers of channels", values={"names": named}),) if named else ()
