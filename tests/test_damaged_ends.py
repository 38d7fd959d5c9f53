"""A passage of a REFI-QDA project whose end was damaged: it is as long as its name, not as the rest of the text."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from bp_qual import import_codings
from refi_builders import Mark, make_qdpx

TALK = "I: Hoe?\nP01: Het was altijd te veel werk. En toen ben ik gestopt, met alles en iedereen om mij heen.\n"


def damage(data: bytes, end: int) -> bytes:
    """Give every passage of a project this end."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(made := io.BytesIO(), "w") as packed:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith(".qde"):
                content = re.sub(rb'endPosition="\d+"', b'endPosition="%d"' % end, content)
            packed.writestr(name, content)
    return made.getvalue()


@pytest.mark.sweep(2)
@pytest.mark.parametrize("quote", ["Het was altijd te veel werk", "altijd", "te veel werk. En toen"])
@pytest.mark.parametrize("end", [4600, 99_999])
def test_an_end_far_beyond_the_text_is_that_of_the_name_and_told(tmp_path: Path, quote: str, end: int) -> None:
    (study := tmp_path / "study").mkdir()
    (study / "P01_2010.txt").write_text(TALK, encoding="utf-8")
    (path := tmp_path / "a.qdpx").write_bytes(
        damage(make_qdpx({"P01_2010": TALK}, {"P01_2010": [Mark(quote, "werk")]}), end)
    )
    done = import_codings(path, study)
    assert done.codings["quote"].tolist() == [quote]
    assert "moved by name" in [note.kind for note in done.notes]


def test_an_end_that_is_the_end_of_the_text_or_just_behind_it_is_meant(tmp_path: Path) -> None:
    (study := tmp_path / "study").mkdir()
    (study / "P01_2010.txt").write_text(TALK, encoding="utf-8")
    data = make_qdpx({"P01_2010": TALK}, {"P01_2010": [Mark("En toen ben ik gestopt", "werk")]})
    (path := tmp_path / "a.qdpx").write_bytes(damage(data, len(TALK) + 1))
    assert import_codings(path, study).codings["quote"].tolist() == [TALK[TALK.index("En toen") :].rstrip()]
