"""Which days of the lines above a talk are its own."""

from __future__ import annotations

import pytest

from bp_qual.study.dates_on_top import find_days


@pytest.mark.parametrize(
    "line",
    [
        "Interview met Els, 4 maart 2010",
        "Transcript interview Jo, 4-3-2010",
        "Transcribed interview with Jo, recorded 4 March 2010",
        "Opname gemaakt op 4 maart 2010",
        "Uitgewerkt gesprek van 4 maart 2010",
        "Els (geboren 3 mei 1951), 4 maart 2010",
        "Datum: 4 maart 2010. Uitgewerkt: 14 maart 2011",
        "Mevrouw Geboers, 4 maart 2010",
        "Version agreed with Els; 2010-03-04",
        "Gesprek 2, versie 3, gehouden op 4 maart 2010",
        "Interview transcribed by Jo. 4 March 2010",
    ],
)
def test_the_day_of_the_talk_is_read(line: str) -> None:
    assert list(find_days(line)) == ["2010-03-04"]


@pytest.mark.parametrize(
    "line",
    [
        "Getranscribeerd door Jan op 14 maart 2011",
        "Uitgewerkt: 14-3-2011",
        "Versie 2, 14 maart 2011",
        "Transcriptiedatum: 14-3-2011",
        "Datum transcriptie: 14-3-2011",
        "Transcribed by K. de Wit on 14 March 2011",
        "Date of transcription: 14 March 2011",
        "Laatst gewijzigd 14-3-2011",
        "Created 2011-03-14",
        "Geboren te Assen op 14 maart 1951",
        "Geboortedatum: 14-3-1951",
    ],
)
def test_a_day_of_birth_of_a_version_or_of_writing_out_is_none_of_the_talk(line: str) -> None:
    assert not list(find_days(line))
