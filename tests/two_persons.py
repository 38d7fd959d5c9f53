"""A small English study of two persons, who were heard in two waves and said the same."""

from __future__ import annotations

from pathlib import Path

TALK = {
    "2010": "I: How is it?\nR: My back hurts. I work too much.\n",
    "2020": "I: And now?\nR: I stopped in May. My knees are sore.\n",
}


def make_two_persons(folder: Path) -> Path:
    """Write the study without a codebook, and return its folder."""
    folder.mkdir()
    (folder / "study.yaml").write_text("language: en\n", encoding="utf-8")
    for person in ("P01", "P02"):
        for wave, talk in TALK.items():
            (folder / f"{person}_{wave}.txt").write_text(talk, encoding="utf-8")
    return folder
