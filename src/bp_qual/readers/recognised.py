"""What speech recognition writes as .json: Whisper, WhisperX, and services that name segments or utterances.

The segments have a text (or words), a start, and perhaps a speaker. Word timings, scores and the like are not talk and
not counted, since they say what the segments say once more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bp_qual.display import one_line
from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import clean_text, decode_text
from bp_qual.readers.cues import Cue, join_cues
from bp_qual.readers.paragraphs import Reading, check_lines, count_visible, join_pieces

_LISTS = ("segments", "utterances", "monologues", "results", "transcript")
_TEXTS, _SPEAKERS = (
    ("text", "transcript", "utterance", "body"),
    ("speaker", "speaker_label", "speakerName", "speaker_name"),
)
_STARTS, _ENDS = ("start", "startTime", "start_time", "from", "offset"), ("end", "endTime", "end_time", "to")


def read_recognised(data: bytes, *, where: str = "", encoding: str = "") -> Reading:
    """Read a .json of segments.

    >>> reading = read_recognised(b'{"segments": [{"start": 1.5, "end": 2, "text": " Ja.", "speaker": "SPEAKER_00"}]}')
    >>> reading.text, reading.paragraphs[0].label, reading.paragraphs[0].at
    ('Ja.', 'SPEAKER_00', 1.5)
    """
    decoded = decode_text(data, where=where, encoding=encoding)
    try:
        content = json.loads(decoded.text)
    except (ValueError, RecursionError) as err:
        raise TranscriptError(
            Problem(where, f"is no JSON that can be read ({one_line(str(err))}).", "Export it again.")
        ) from err
    segments = _find_segments(content)
    names = _find_names(content)
    cues = [cue for segment in segments for cue in _cue(segment, names)]
    if not cues:
        remedy = "It needs a list 'segments' whose items have a 'text', as Whisper writes it."
        raise TranscriptError(Problem(where, "is JSON, but no transcript.", remedy))
    pieces = list(join_cues(cues))
    check_lines(len(pieces), where)
    text, lines = join_pieces(pieces)
    visible = sum(count_visible(cue.text) for cue in cues)
    return Reading(text, lines, {}, tuple(filter(None, [decoded.note])), {}, visible, "json")


def _find_segments(content: Any) -> list[Mapping[str, Any]]:
    if isinstance(content, Mapping):
        content = next((content[name] for name in _LISTS if isinstance(content.get(name), list)), [])
    return [item for item in content if isinstance(item, Mapping)] if isinstance(content, list) else []


def _find_names(content: Any) -> dict[str, str]:
    """Return the names of speakers where the file keeps them apart from their numbers (Amberscript)."""
    people = content.get("speakers", []) if isinstance(content, Mapping) else []
    people = [one for one in people if isinstance(one, Mapping)] if isinstance(people, list) else []
    return {str(one.get("spkid", one.get("id", ""))): str(one.get("name") or "") for one in people}


def _cue(segment: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[Cue]:
    text = next((segment[name] for name in _TEXTS if isinstance(segment.get(name), str)), "")
    if not text and isinstance(words := segment.get("words"), list):
        bits = (str(word.get("text", word.get("word", ""))) for word in words if isinstance(word, Mapping))
        text = " ".join(bit.strip() for bit in bits)
    speaker = next((segment[name] for name in _SPEAKERS if segment.get(name) not in (None, "")), "")
    if isinstance(speaker, Mapping):
        speaker = speaker.get("name", "")
    text = " ".join(clean_text(text).split())
    if text:
        label = clean_text(str(speaker))
        yield Cue(_number(segment, _STARTS), _number(segment, _ENDS), text, names.get(label) or label)


def _number(segment: Mapping[str, Any], names: tuple[str, ...]) -> float:
    value = next((segment[name] for name in names if isinstance(segment.get(name), int | float)), 0)
    return float(value)
