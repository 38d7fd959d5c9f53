"""An invented name that somebody has is looked for in time that grows with what is said; all names are invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.names_taken import find_taken
from bp_qual.transcripts import Corpus, read_transcript
from processor_time import assert_keeps_step


@pytest.mark.slow
def test_eight_times_as_many_places_of_an_invented_name_take_about_eight_times_as_long(tmp_path: Path) -> None:
    """With each place held against all others it is 64 times."""
    names = (DecidedName("Sjaan", "Noor"), DecidedName("Noor", "[naam 2]"))

    def looking(turns: int) -> Callable[[], object]:
        path = tmp_path / f"{turns}.txt"
        path.write_text("I: En toen?\nNoor: Ja.\n" * turns, encoding="utf-8")
        talk = read_transcript(path, interview="P01_2010", wave="2010", persons={"P01": ("Noor",)})
        corpus = Corpus((talk,), ("P01",), ("2010",))
        assert find_taken(names[:1], names[:1], corpus, {}, where="names.xlsx") != ()
        return lambda: find_taken(names[:1], names, corpus, {}, where="names.xlsx")

    assert_keeps_step(looking(8_000), looking(1_000), bound=20)
