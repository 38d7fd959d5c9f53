"""Two folders of interviews as researchers have them: of the fictional samples, under names that say little.

The pages `docs/own_interviews.md` and `docs/eigen_interviews.md` go from these to a finding.
"""

from __future__ import annotations

import shutil
from pathlib import Path

ENGLISH = {
    "Maureen interview Feb 2005.docx": "P01_2005.docx",
    "Maureen 8 Sept 2022 FINAL.docx": "P01_2022.docx",
    "Declan 9 June 2005.txt": "P02_2005.txt",
    "interview Declan phone June 2022.txt": "P02_2022.txt",
    "Shazia_2005-03-22.txt": "P03_2005.txt",
    "Shazia zoom 3 march 2022.vtt": "P03_2022.vtt",
    "Interview with Mr Rennie 2006 v2.docx": "P04_2005.docx",
    "Mr Rennie October 2022.docx": "P04_2022.docx",
    "health visitor 2005.docx": "P05_2005.docx",
    "Health Visitor may 2021 (2).docx": "P05_2022.docx",
    "Gwen june 2005.txt": "P08_2005.txt",
    "Gwen 2022.txt": "P08_2022.txt",
    "Ray 2005.txt": "P06_2005.txt",
    "Bernie May 2022.txt": "P10_2022.txt",
}
DUTCH = {
    "Interview Corrie 17-03-2010.docx": "P01_2010.docx",
    "corrie 2e gesprek aug 2020 DEF.docx": "P01_2020.docx",
    "Henk mei 2010.txt": "P02_2010.txt",
    "interview Henk okt 2019.txt": "P02_2020.txt",
    "Driss_2009-11-12.txt": "P03_2010.txt",
    "Driss video 15 sept 2020.vtt": "P03_2020_video.vtt",
    "Samira en Bertus 30-9-2010.docx": "P04_P09_2010.docx",
    "Samira 2019.docx": "P04_2020.docx",
    "Bertus juli 2020.docx": "P09_2020.docx",
    "Interview Ria 29-10-2009.docx": "P06_2010.docx",
    "Ria 14 juli 2020 (2).txt": "P06_2020.txt",
    "gesprek wijkmanager 2009.docx": "P08_2010.docx",
    "Wijkmanager juni 2020.txt": "P08_2020.txt",
    "Interview Yvonne nov 2010 v2.docx": "P11_2010.docx",
    "Yvonne 2020.txt": "P11_2020.txt",
    "Mohammed feb 2011.txt": "P10_2010.txt",
    "Mo okt 2020.docx": "P13_2020.docx",
}
OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000)


def make_messy_folders(place: Path) -> None:
    """Write `my_interviews` and `mijn_interviews` beside copies of the samples."""
    for folder, names, sample, old in (
        ("my_interviews", ENGLISH, "transcripts_sample_en", "Kit 2005.doc"),
        ("mijn_interviews", DUTCH, "transcripts_sample", "Leendert 2010.doc"),
    ):
        own = place / folder
        own.mkdir()
        for name, source in names.items():
            shutil.copy(place / sample / source, own / name)
        (own / old).write_bytes(OLD_WORD)
    _mark_speakers_oddly(place / "my_interviews" / "Gwen june 2005.txt", "Interviewer:", "Respondent:", "MT", "Gwen")
    _mark_speakers_oddly(place / "mijn_interviews" / "Yvonne 2020.txt", "INT:", "RESP:", "MT", "Yvonne")


def _mark_speakers_oddly(file: Path, asks: str, answers: str, *names: str) -> None:
    text = file.read_text("utf-8")
    assert asks in text
    assert answers in text
    file.write_text(text.replace(asks, f"{names[0]} ~").replace(answers, f"{names[1]} ~"), "utf-8")
