"""The shapes in which services write down what they heard, one function each, in the order in which they are tried.

Rev, Amazon Transcribe, Deepgram, Azure, Google and YouTube have shapes of their own; Whisper, WhisperX, AssemblyAI,
Amberscript and many others write a list of segments with a text.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, groupby

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.cues import Cue, by_time
from bp_qual.readers.recognised_channels import Word, name_by_channel, part_at_pauses

Json = Mapping[str, object]

_LISTS = ("segments", "utterances", "monologues", "results", "transcript", "phrases", "transcription", "sentences")
_TEXTS = ("text", "transcript", "utterance", "body", "display", "sentence", "caption")
_SPEAKERS = (
    "speaker",
    "speaker_label",
    "speakerName",
    "speaker_name",
    "speakerLabel",
    "speaker_id",
    "speakerId",
    "participant",
)
_STARTS = ("start", "startTime", "start_time", "from", "offset", "startOffset", "begin", "ts", "offsetMilliseconds")
_ENDS = ("end", "endTime", "end_time", "to", "endOffset", "end_ts")
_WORD_TEXTS = ("punctuated_word", "text", "word", "value", "content")
_HOLDERS = frozenset(
    [*_TEXTS, *_WORD_TEXTS, "words", "elements", "items", "alternatives", "nBest", "segs", "utterances"]
)
_ISO = lazy_pattern(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")
_SLOWEST = 20  # seconds for a word, above which times are thousandths


def find_segments(content: object) -> list[Cue]:
    """Return the cues of a JSON document, whichever of the known shapes it has; [] for one of no known shape.

    >>> find_segments({"monologues": [{"speaker": 0, "elements": [{"type": "text", "value": "Ja.", "ts": 0.5}]}]})
    [Cue(at=0.5, until=0.5, text='Ja.', label='0')]
    """
    for shape in SHAPES:
        if cues := list(shape(content)):
            return cues
    return []


def _rev(content: object) -> Iterator[Cue]:
    names = _find_names(content)
    for monologue in items(_get(content, "monologues")):
        elements = items(monologue.get("elements"))
        text = "".join(text_of(element, ("value",)) for element in elements)
        at = _first(_seconds(element, ("ts",)) for element in elements)
        until = _last([at, *(_seconds(element, ("end_ts",)) for element in elements)])
        speaker = _show(monologue.get("speaker"))
        if text.strip():
            yield Cue(at, until, text, names.get(speaker) or speaker)


def _amazon(content: object) -> Iterator[Cue]:
    results = _get(content, "results")
    channels = [
        (_show(channel.get("channel_label")), items(channel.get("items")))
        for channel in items(_get(_get(results, "channel_labels"), "channels"))
    ]
    spoken = items(_get(results, "items"))
    if sum(bool(said) for _, said in channels) > 1:
        yield from _by_channel((name, _amazon_words(said, {})) for name, said in channels)
    elif spoken and "alternatives" in spoken[0]:
        labels = {
            (_show(item.get("start_time")), _show(item.get("end_time"))): _show(item.get("speaker_label"))
            for segment in items(_get(_get(results, "speaker_labels"), "segments"))
            for item in items(segment.get("items"))
        }
        yield from _join_words(_amazon_words(spoken, labels))


def _amazon_words(spoken: Iterable[Json], labels: Mapping[tuple[str, str], str]) -> list[Word]:
    words, speaker, until = list[Word](), "", None
    for item in spoken:
        text = text_of(next(iter(items(item.get("alternatives"))), {}), ("content",))
        stands_apart = item.get("type") != "punctuation"
        if stands_apart:
            key = (_show(item.get("start_time")), _show(item.get("end_time")))
            speaker = _show(item.get("speaker_label")) or labels.get(key, "")
            until = _seconds(item, _ENDS)
        at = _seconds(item, _STARTS) if stands_apart else until
        words.append((at, until, f" {text}" if stands_apart else text, speaker))
    return words


def _deepgram(content: object) -> Iterator[Cue]:
    results = _get(content, "results")
    if not items(_get(results, "channels")) and not items(_get(results, "utterances")):
        return
    if utterances := items(_get(results, "utterances")):
        yield from _segments(utterances, {})
        return
    channels = [next(iter(items(channel.get("alternatives"))), {}) for channel in items(_get(results, "channels"))]
    words = [[_word(word, "") for word in items(best.get("words"))] for best in channels]
    if len(channels) == 1 and words[0]:
        yield from _join_words(words[0])
        return
    unparted = [(None, None, text_of(best, _TEXTS), "") for best in channels]
    several = len(channels) > 1
    yield from _by_channel(
        (str(number) if several else "", said or [unparted[number]]) for number, said in enumerate(words)
    )


def _by_channel(channels: Iterable[tuple[str, Sequence[Word]]]) -> list[Cue]:
    """Return the utterances of channels that were written down each by itself, in order of time."""
    said = [(cue, name) for name, words in channels for part in part_at_pauses(words) for cue in _join_words(part)]
    return by_time(name_by_channel(said))


def _azure(content: object) -> Iterator[Cue]:
    said = list[tuple[Cue, str]]()
    for phrase in items(_get(content, "recognizedPhrases")):
        best = next(iter(items(phrase.get("nBest"))), {})
        at, lasts = _seconds(phrase, ("offset",)), _seconds(phrase, ("duration",))
        text = text_of(best, ("display", "maskedITN", "lexical"))
        cue = _lasting(at, lasts, text, _show(phrase.get("speaker", phrase.get("channel"))))
        said.append((cue, _show(phrase.get("channel"))))
    if "combinedPhrases" in as_mapping(content):
        for phrase in items(_get(content, "phrases")):
            at, lasts = (_scaled(_seconds(phrase, (f"{name}Milliseconds",)), 1000) for name in ("offset", "duration"))
            cue = _lasting(at, lasts, text_of(phrase, _TEXTS), _show(phrase.get("speaker", phrase.get("channel"))))
            said.append((cue, _show(phrase.get("channel"))))
    yield from name_by_channel(said)


def _google(content: object) -> Iterator[Cue]:
    by_channel = dict[str, list[Json]]()
    results = [item for item in items(_get(content, "results")) if "alternatives" in item]
    channels = [_show(result.get("channelTag", result.get("channel_tag"))) for result in results]
    for result, channel in zip(results, channels, strict=True):
        by_channel.setdefault(channel, []).append(next(iter(items(result.get("alternatives"))), {}))
    spoken = {channel: _google_words(best) for channel, best in by_channel.items()}
    if len(by_channel) == 1 and (words := spoken[channels[0]]):
        yield from _join_words(words)
    elif any(spoken.values()):
        yield from _by_channel((name, words or _google_texts(by_channel[name])) for name, words in spoken.items())
    else:
        texts = {channel: iter(_google_texts(best)) for channel, best in by_channel.items()}
        yield from name_by_channel((Cue(*next(texts[channel])), channel) for channel in channels)


def _google_words(best: Sequence[Json]) -> list[Word]:
    """Return the words of a channel with their speakers; [] where it has none. The last result holds those of all."""
    tagged = [items(result.get("words")) for result in best]
    named = [
        words for words in tagged if words and any("speakerTag" in word or "speakerLabel" in word for word in words)
    ]
    if not named:
        return []
    is_whole = len(named) == 1 or len(named[-1]) >= sum(map(len, named[:-1]))
    return [_word(word, "") for word in (named[-1] if is_whole else chain.from_iterable(named))]


def _google_texts(best: Sequence[Json]) -> list[Word]:
    texts = list[Word]()
    for result in best:
        words = items(result.get("words"))
        times = (_seconds(words[0], _STARTS), _seconds(words[-1], _ENDS)) if words else (None, None)
        texts.append((*times, text_of(result, ("transcript",)), ""))
    return texts


def _youtube(content: object) -> Iterator[Cue]:
    for event in items(_get(content, "events")):
        text = "".join(text_of(segment, ("utf8",)) for segment in items(event.get("segs")))
        if text.strip():
            at, lasts = (_scaled(_seconds(event, (name,)), 1000) for name in ("tStartMs", "dDurationMs"))
            yield _lasting(at, lasts, text, "")


def _generic(content: object) -> Iterator[Cue]:
    if isinstance(content, Sequence):
        yield from _segments(items(content), {})
        return
    for name in _LISTS:
        if cues := list(_segments(items(_get(content, name)), _find_names(content))):
            yield from cues
            return


SHAPES: tuple[Callable[[object], Iterator[Cue]], ...] = (_rev, _amazon, _deepgram, _azure, _google, _youtube, _generic)


def _segments(segments: Sequence[Json], names: Mapping[str, str]) -> Iterator[Cue]:
    said, given = list[tuple[Cue, str]](), set[str]().union(*segments)
    speakers, starts, ends = ([name for name in known if name in given] for known in (_SPEAKERS, _STARTS, _ENDS))
    for segment in segments:
        text = text_of(segment, _TEXTS)
        if not text:
            text = "".join(word[2] for word in (_word(word, "") for word in items(segment.get("words"))))
        speaker = next((segment[name] for name in speakers if segment.get(name) not in (None, "")), "")
        label = _show(as_mapping(speaker).get("name", "") if isinstance(speaker, dict) else speaker)
        channel = _show(segment.get("channel"))
        if parted := _parted_by_words(segment, text):
            said += [(cue._replace(label=names.get(cue.label) or cue.label), channel) for cue in parted]
        elif text.strip():
            cue = Cue(_seconds(segment, starts), _seconds(segment, ends), text, names.get(label) or label)
            said.append((cue, channel))
    cues = name_by_channel(said)
    words = sum(len(cue.text.split()) for cue in cues)
    scale = 1000 if words and (_last([cue.until for cue in cues]) or 0) > _SLOWEST * words else 1
    for cue in cues:
        yield cue._replace(at=_scaled(cue.at, scale), until=_scaled(cue.until, scale))


def _parted_by_words(segment: Json, text: str) -> list[Cue]:
    """Return a segment cut where its words are another speaker's; nothing where one says it all, or words are amiss."""
    words = [_word(word, "") for word in items(segment.get("words"))]
    named = list[str](accumulate((word[3] for word in words), _own_or_before))
    if len({*named} - {""}) < 2 or "".join(word[2] for word in words).split() != text.split():
        return []
    first = next(filter(None, named))  # words at the beginning without a speaker are of the first who has one
    return list(_join_words((*word[:3], own or first) for word, own in zip(words, named, strict=True)))


def _own_or_before(before: str, own: str) -> str:
    return own or before


def _word(word: Json, speaker: str) -> Word:
    label = next(
        (_show(word[name]) for name in ("speakerTag", *_SPEAKERS) if word.get(name) not in (None, "")), speaker
    )
    return _seconds(word, _STARTS), _seconds(word, _ENDS), f" {text_of(word, _WORD_TEXTS).strip()}", label


def _join_words(words: Iterable[Word]) -> Iterator[Cue]:
    for label, run in groupby(words, key=lambda word: word[3]):
        spoken = list(run)
        yield Cue(spoken[0][0], _last([word[1] for word in spoken]), "".join(word[2] for word in spoken), label)


def _lasting(at: float | None, lasts: float | None, text: str, label: str) -> Cue:
    return Cue(at, None if at is None or lasts is None else at + lasts, text, label)


def _scaled(time: float | None, by: int) -> float | None:
    return None if time is None else time / by


def _first(times: Iterable[float | None]) -> float | None:
    return next((time for time in times if time is not None), None)


def _last(times: Iterable[float | None]) -> float | None:
    return max((time for time in times if time is not None), default=None)


def _find_names(content: object) -> dict[str, str]:
    """Return the names of speakers where the file keeps them apart from their numbers."""
    people = items(_get(content, "speakers"))
    return {_show(person.get("spkid", person.get("id", ""))): _show(person.get("name")) for person in people}


def text_of(item: Json, names: Iterable[str]) -> str:
    """Return the first text that an item has under one of the names; a number there was said too.

    >>> text_of({"word": "ja", "text": "Ja."}, ("text", "word")), text_of({"text": 25}, ("text",))
    ('Ja.', '25')
    """
    values = (item.get(name) for name in names)
    said = next((value for value in values if isinstance(value, str | int | float) and value not in ("", False)), "")
    return said if isinstance(said, str) else "" if said is True else str(said)


def speaks_without_words(item: Json, name: str) -> bool:
    """Return whether a name in an item is that of a speaker, of whom the item has no words and no place for them.

    >>> [speaks_without_words(item, "speaker") for item in ({"speaker": "Jan"}, {"speaker": "Jan", "text": ""})]
    [True, False]
    """
    return name in _SPEAKERS and not item.keys() & _HOLDERS


def items(value: object) -> list[Json]:
    """Return the objects in a list; [] for anything else.

    >>> items([{"a": 1}, 2]), items("text")
    ([{'a': 1}], [])
    """
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def as_mapping(value: object) -> Json:
    """Return an object of JSON, or an empty one for anything else.

    >>> as_mapping([1])
    {}
    """
    return value if isinstance(value, dict) else {}


def _get(value: object, name: str) -> object:
    return as_mapping(value).get(name)


def _show(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _seconds(item: Json, names: Iterable[str]) -> float | None:
    """Return the first time under one of the names, in whatever way it is written; None where there is none."""
    value = next((item[name] for name in names if item.get(name) is not None), None)
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, dict):
        parts = (_seconds(value, ("seconds",)), _scaled(_seconds(value, ("nanos",)), 10**9))
        return sum(part or 0 for part in parts)  # a time of nothing is the beginning, and written so
    try:
        if isinstance(value, str):
            if (match := _ISO.fullmatch(value)) and any(match.groups()):
                return sum(float(part or 0) * size for part, size in zip(match.groups(), (3600, 60, 1), strict=True))
            value = value.removesuffix("s")
        number = float(value) if isinstance(value, str | int | float) else math.nan
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None
