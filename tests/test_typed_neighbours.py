"""Small interviews as people type them, each with who says what; next to the cases that were found in real files."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts import read_transcript


def cues(*said: str, ending: str = "srt") -> str:
    """Return subtitles with a cue of two seconds for each text."""
    sign = "," if ending == "srt" else "."
    times = [f"00:00:{n * 3:02}{sign}000 --> 00:00:{n * 3 + 2:02}{sign}000" for n in range(len(said))]
    head = "" if ending == "srt" else "WEBVTT\n\n"
    return head + "\n".join(f"{time}\n{text}\n" for time, text in zip(times, said, strict=True))


ASKED = ["i Hoe ging dat?", "r Goed.", "i En toen?", "r Niks."]
TYPED = {
    "names in the cues, two in one": (
        "srt",
        cues("EVA: Hoe ging dat?\nJAN: Goed.", "EVA: En toen?", "JAN: Niks."),
        ASKED,
    ),
    "names in brackets in the cues": (
        "srt",
        cues("[Eva] Hoe ging dat?", "[Jan] Goed.", "[lacht]", "[Eva] En toen?", "[Jan] Niks."),
        ["i Hoe ging dat?", "r Goed. [lacht]", "i En toen?", "r Niks."],
    ),
    "arrows before names": (
        "srt",
        cues(">> EVA: Hoe ging dat?", ">> JAN: Goed.", "en wel zo.", ">> EVA: En toen?", ">> JAN: Niks."),
        ["i Hoe ging dat?", "r Goed. en wel zo.", "i En toen?", "r Niks."],
    ),
    "two voices in a cue, one not closed": (
        "vtt",
        cues("<v Eva>Hoe?</v>", "<v Jan>Goed.</v> <v Eva>Echt?</v>", "<v.loud Jan>Ja!</v>", "<v Jan>Nou", ending="vtt"),
        ["i Hoe?", "r Goed.", "i Echt?", "r Ja! Nou"],
    ),
    "an arrow with one dash, no blank lines": (
        "srt",
        "1\n00:00:01,000 --> 00:00:03,000\nEva: Hoe?\n2\n00:00:04,000 -> 00:00:05,000\nJan: Goed.\n3\n"
        "00:00:06,000 --> 00:00:07,000\nEva: En?\n",
        ["i Hoe?", "r Goed.", "i En?"],
    ),
    "short times": (
        "srt",
        "1\n0:00:01.0 --> 0:00:03.0\nEva: Hoe?\n\n2\n0:00:04.0 --> 0:00:05.0\nJan: Goed.\n\n"
        "3\n1:04 --> 1:06\nEva: En?\n",
        ["i Hoe?", "r Goed.", "i En?"],
    ),
    "numbered questions in German": (
        "txt",
        "Frage 1: Wie war das?\nAntwort: Gut.\nFrage 2: Und dann?\nAntwort: Nichts.\nFrage 3: Ja?\nAntwort: Ja.",
        ["i Wie war das?", "r Gut.", "i Und dann?", "r Nichts.", "i Ja?", "r Ja."],
    ),
    "blanks before colons in French": (
        "txt",
        "Enquêtrice : Comment ça va ?\nRépondant : Bien.\nEnquêtrice : Et puis ?\nRépondant : Rien.",
        ["i Comment ça va ?", "r Bien.", "i Et puis ?", "r Rien."],
    ),
    "numbers before labels": ("txt", "1. I: Hoe ging dat?\n2. R: Goed.\n3. I: En toen?\n4. R: Niks.", ASKED),
    "tabs, and a line set in by one": (
        "txt",
        "I:\tHoe ging dat?\nR:\tGoed.\n\tEn wel zo.\nI:\tEn toen?\nR:\tNiks.",
        ["i Hoe ging dat?", "r Goed. En wel zo.", "i En toen?", "r Niks."],
    ),
    "times before, behind and alone": (
        "txt",
        "(00:00:01) I: Hoe ging dat?\n(00:00:05) R: Goed.\n(00:00:09)\nI: En toen?\nR: (00:00:12) Niks.",
        ASKED,
    ),
    "dashes behind letters": ("txt", "I – Hoe ging dat?\nR – Goed.\nI – En toen?\nR – Niks.", ASKED),
    "several labels in a line": (
        "txt",
        "I: Hoe ging dat?\nR: Goed. I: Neem op. R: Nee hoor.\nI: En toen?\nR: [I: hm] niks.",
        ["i Hoe ging dat?", "r Goed.", "i Neem op.", "r Nee hoor.", "i En toen?", "i hm", "r niks."],
    ),
    "a head with who is there": (
        "txt",
        "Aanwezig: Eva (interviewer), Jan (P4)\nDatum: 3 mei 2010\n\nEva: Hoe ging dat?\nJan: Goed.\nEva: En toen?\n"
        "Jan: Niks.",
        ASKED,
    ),
    "a slip, a semicolon, another case": (
        "txt",
        "VRAAG: Hoe ging dat?\nANTWOORD: Goed.\n\nVRAAG: En toen?\nAntwoord; Niks.",
        ASKED,
    ),
}


@pytest.mark.parametrize("name", TYPED)
def test_what_people_type_is_read_as_it_was_meant(tmp_path: Path, name: str) -> None:
    ending, text, meant = TYPED[name]
    path = tmp_path / f"a.{ending}"
    path.write_text(text, encoding="utf-8")
    transcript = read_transcript(path, interview="a", wave="1", persons={"P01": ()})
    said = [(turn.role[0], " ".join(transcript.text[turn.start : turn.end].split())) for turn in transcript.turns]
    assert [f"{role} {words}" for role, words in said] == meant


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("I - en nu?", "'I - en nu?'"),
        ("Kees zegt: doe maar.", "'Kees zegt:'"),
        ("INTERVEIWER: En nu?", "INTERVEIWER"),
        ("Unknown Speaker: En nu?", "'Unknown Speaker'"),
        ("Opmerking: de buurman komt binnen.", "'Opmerking'"),
        ("Ik zei tegen R: kom maar.", "'Ik zei tegen R: kom maar.'"),
    ],
)
def test_what_may_be_somebody_else_is_told(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "a.txt"
    text = "I: Hoe ging dat?\nR: Goed.\nI: En toen?\nR: Niks.\nINTERVIEWER: Nee?\nR: Nee.\n"
    path.write_text(f"{text}{line}\nR: Zo.\n", encoding="utf-8")
    transcript = read_transcript(path, interview="a", wave="1", persons={"P01": ()})
    assert told in "\n".join(map(str, transcript.notes))
