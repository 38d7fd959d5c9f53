"""A small study that is open on the page."""

from __future__ import annotations

import wave as sound_files
from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

from bp_qual.page import Desk, open_desk

TOKEN, PORT = "t" * 43, 8000

CODEBOOK = """\
# Themes of a test
codebook: Themes
version: 1.0.0
language: nl
codes:
  - id: samen
    label: Samenwerken
    definition: Met anderen aan een doel werken.
    include: Ook als het mislukt.
    exclude: Samen wonen.
    colour: "#1b6ca8"
    examples: [Wij werkten samen aan de tuin.]
    terms: [samenwerken, buurt*]  # more to come
  - id: alleen
    label: Alleen
    terms: [alleen]
  - id: hand
    label: Met de hand
"""


def said_by(person: str, wave: str, answers: int = 6) -> str:
    lines = []
    for number in range(answers):
        lines.append(f"I: Vraag {number + 1}: hoe ging dat toen?")
        lines.append(
            f"R: In {wave} werkten wij samen met buurt {number} aan de tuin. {person} deed het ook wel eens alleen."
            " Dat was niet erg 😀 hoor."
        )
    return "\n\n".join(lines) + "\n"


def make_page_study(folder: Path, *, answers: int = 6, codebook: str = CODEBOOK) -> Path:
    """Write a study of two persons in two waves."""
    folder.mkdir(parents=True, exist_ok=True)
    for person in ("P01", "P02"):
        for wave in ("2010", "2020"):
            (folder / f"{person}_{wave}.txt").write_text(said_by(person, wave, answers), "utf-8")
    (folder / "themes.yaml").write_text(codebook, "utf-8")
    lines = ["study: Buurt", "language: nl", "waves: ['2010', '2020']", "codebook: themes.yaml"]
    (folder / "study.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def make_desk(folder: Path, **options: object) -> Desk:
    return open_desk(make_page_study(folder, **options), coder="anna")


def let_in(gate: Callable[..., object]) -> TestClient:
    """Return who asks a page and has its key; the page was made with `TOKEN` and `PORT`."""
    return TestClient(gate, base_url=f"http://127.0.0.1:{PORT}", headers={"cookie": f"bp_qual_{PORT}={TOKEN}"})


def record(path: Path, seconds: int = 8) -> Path:
    """Write a silent recording."""
    path.parent.mkdir(exist_ok=True)
    with sound_files.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(bytes([128]) * 8000 * seconds)
    return path
