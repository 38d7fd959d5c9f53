"""Where a service heard several channels, a number is one person's within its channel only. The talk is fictional."""

from __future__ import annotations

import json

import pytest

from bp_qual.readers import read_data

SAID = [("0", 0, "Hoe begon het?"), ("1", 3, "Met soep."), ("0", 10, "En toen?"), ("1", 12, "Weet ik niet.")]


def words(channel: str, **speaker: int) -> list[dict[str, object]]:
    return [
        {"word": word, "start": at + 0.3 * n, "end": at + 0.3 * n + 0.2, **speaker}
        for heard, at, said in SAID
        if heard == channel
        for n, word in enumerate(said.split())
    ]


def deepgram(**speaker: int) -> object:
    return {"results": {"channels": [{"alternatives": [{"words": words(channel, **speaker)}]} for channel in "01"]}}


def utterances(**speaker: object) -> list[dict[str, object]]:
    """Return what is said channel by channel, as some services write it down."""
    said = sorted(SAID)
    return [{"channel": int(c), "start": at, "end": at + 1, "transcript": text, **speaker} for c, at, text in said]


def amazon() -> object:
    channels = [
        {
            "channel_label": f"ch_{channel}",
            "items": [
                {
                    "type": "pronunciation",
                    "channel_label": f"ch_{channel}",
                    "start_time": str(word["start"]),
                    "end_time": str(word["end"]),
                    "alternatives": [{"content": word["word"]}],
                }
                for word in words(channel)
            ],
        }
        for channel in "01"
    ]
    spoken = [item for channel in channels for item in channel["items"]]
    return {"results": {"items": spoken, "channel_labels": {"channels": channels, "number_of_channels": 2}}}


def azure(**speaker: int) -> object:
    phrases = [{"offsetMilliseconds": at * 1000, "text": text, "channel": int(c), **speaker} for c, at, text in SAID]
    return {"combinedPhrases": [], "phrases": phrases}


def google(**speaker: int) -> object:
    tagged = [{"channelTag": int(c), "alternatives": [{"transcript": text}]} for c, _, text in SAID]
    spoken = [{"channelTag": int(c), "alternatives": [{"words": words(c, **speaker)}]} for c in "01" if speaker]
    return {"results": spoken or tagged}


PAIRS = ["channel 0 speaker 0", "channel 1 speaker 0"]
SHAPES = {
    "deepgram": (deepgram(speaker=0), PAIRS),
    "deepgram unnumbered": (deepgram(), ["0", "1"]),
    "utterances": ({"results": {"utterances": utterances(speaker=0)}}, PAIRS),
    "utterances unnumbered": ({"results": {"utterances": utterances()}}, ["0", "1"]),
    "amazon": (amazon(), ["ch_0", "ch_1"]),
    "azure": (azure(), ["0", "1"]),
    "azure numbered": (azure(speaker=0), PAIRS),
    "google": (google(), ["0", "1"]),
    "google numbered": (google(speakerTag=0), PAIRS),
    "segments": ({"segments": utterances(speaker="SPEAKER_0")}, [p.replace("r 0", "r SPEAKER_0") for p in PAIRS]),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_number_that_two_channels_give_out_is_two_speakers(shape: str) -> None:
    content, speakers = SHAPES[shape]
    reading = read_data(json.dumps(content).encode(), where="a.json")
    assert [line.label for line in reading.paragraphs] == [speakers[int(channel)] for channel, *_ in SAID]
    assert reading.text.split("\n") == [text for *_, text in SAID]
    told = [f"{name!r}" for name in speakers if "channel" in name]
    assert all(name in " ".join(map(str, reading.notes)) for name in told)
    assert len(reading.notes) == bool(told)


@pytest.mark.parametrize(
    ("labels", "channels"),
    [
        ("0101", "0000"),
        (["1A", "2A", "1A", "2B"], "1212"),
        (["Jan Bos", "Eva", "Jan Bos", "Eva"], "0110"),
        ("0101", "0101"),
    ],
)
def test_speakers_of_whom_no_number_is_in_two_channels_keep_their_names(labels: list[str], channels: str) -> None:
    said = zip(labels, channels, SAID, strict=True)
    segments = [
        {"speaker": who, "channel": c, "start": at, "end": at + 1, "text": text} for who, c, (_, at, text) in said
    ]
    reading = read_data(json.dumps({"utterances": segments}).encode(), where="a.json")
    assert [line.label for line in reading.paragraphs] == list(labels)
    assert not reading.notes
