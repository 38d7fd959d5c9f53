"""A passage that stands in a transcript twice is told with its turns; what people say again is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import read_transcript

SAID = [
    "Hoe bent u hier in de straat terechtgekomen?", "Nou, via mijn zuster, die woonde er al een jaar of drie.",
    "En wat deed u toen u hier net woonde?", "Ik ging koken voor de hele straat, elke week een pan soep.",
    "Hm.", "En dat beviel wel, want er kwamen er altijd meer dan je dacht.",
    "Wie betaalde dat dan allemaal, die soep?", "Ik zelf, en later het fonds van de kerk hier om de hoek.",
]  # fmt: skip


def notes(folder: Path, said: list[str]) -> list[str]:
    path = folder / "a.txt"
    path.write_text("\n".join(f"{'IR'[n % 2]}: {line}" for n, line in enumerate(said)), "utf-8")
    read = read_transcript(path, interview="a", wave="1", persons={"P01": ()})
    return [str(note) for note in read.notes if note.kind == "pasted twice"]


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ([*SAID, "En nu?", "Nu niet meer.", *SAID[:4]], "1-4, 11-14"),
        ([*SAID, "En toen?", "Klaar.", *SAID[2:], "Ja?"], "3-8, 11-16"),
        ([*SAID, *SAID], "1-8, 9-16"),
        ([*SAID, *SAID, *SAID], "9-16, 17-24"),
    ],
)
def test_a_passage_that_stands_twice_is_told_once_with_its_turns(tmp_path: Path, said: list[str], places: str) -> None:
    (note,) = notes(tmp_path, said)
    assert f"({places})" in note


@pytest.mark.parametrize(
    "said",
    [
        SAID,
        [*SAID, *SAID[:2]],  # few words
        [*SAID, *SAID[1:4], "Daar had u het al over."][:-2],  # under the other's label
        ["Hm.", "Ja."] * 40,
        [one for n in range(8) for one in (SAID[2] + " En vond u dat goed, of had het anders gemoeten?", f"Nee, {n}.")],
        [one for said in SAID[1::2] for one in (SAID[0], said, "Kunt u daar nog wat meer over zeggen?", said[:9])],
        [*SAID, *(f"{line} Zo was dat." for line in SAID)],
        [" ".join(SAID), "Ja.", " ".join(SAID), "Nee."],  # one turn
        [one for n in range(2) for one in (SAID[1] * 3, "Ja.", SAID[3] * 3, f"De straat is {n}.")],  # read out
    ],
)
def test_what_is_said_again_is_not_told(tmp_path: Path, said: list[str]) -> None:
    assert not notes(tmp_path, said)


@pytest.mark.parametrize("cues", [1, 2])
def test_a_passage_in_subtitles_is_told_though_its_first_cue_joined_the_turn_before(tmp_path: Path, cues: int) -> None:
    said = [("IR"[n % 2], part) for n, line in enumerate(SAID) for part in [line, f"Ja. {line}"][:cues]]
    said = [*said, *said[cues:], ("I", "Goed, dank u.")]
    lines = [f"00:{n:02}.000 --> 00:{n:02}.900\n{who}: {line}\n" for n, (who, line) in enumerate(said)]
    path = tmp_path / "a.vtt"
    path.write_text("WEBVTT\n\n" + "\n".join(lines), "utf-8")
    read = read_transcript(path, interview="a", wave="1", persons={"P01": ()})
    (note,) = [str(note) for note in read.notes if note.kind == "pasted twice"]
    assert "(2-8, 8-14)" in note
