"""What tells the wave is blotted out of a passage that is coded blind, and other numbers are not."""

from __future__ import annotations

import re

import pytest

from bp_qual.validation.masking import mask_times

TOLD = [  # what is between brackets is blotted out, and nothing else
    # ages, English
    "I was [62] then.",
    "I'm [62].",
    "I’m nearly [sixty-two], you know.",
    "When I turned [62] I stopped.",
    "She was just [forty] when it began.",
    "At [65] I retired; he did at the age of [seventy].",
    "Women aged [80], and a [62]-year-old man of [forty two] years old.",
    "It was on my [fiftieth] birthday, on my [50th].",
    "I am in my [sixties], I am [62] now and will be [63] next year.",
    # ages, Dutch
    "Ik was [62] toen het begon.",
    "Ik ben [tweeënzestig]. Hij is bijna [drie-en-zestig].",
    "Toen ik [62] werd, stopte ik; toen hij [achttien] was ook.",
    "Ik ben net [zestig] geworden.",
    "Ik word volgende maand [70], mijn man is nu [71] jaar.",
    "op mijn [zestigste], op m'n [62e], mijn [60ste] verjaardag",
    "Ik ben begin [zestig], hij is dik in de [vijftig], een echte [zeventiger].",
    "een [62]-jarige vrouw van [62] jaar oud",
    # years and decades
    "In [1998], in [2010/11], in ['98], in [’98] and since [98].",
    "Het was in [98], zomer van [99], op [12-03-2011] en [1/2/’12].",
    "the [nineties], the [90s], the [1980s] and the ['80s]",
    "de jaren [negentig], de jaren [80], [tachtiger] jaren",
    "in [two thousand and ten], [nineteen ninety-eight], [twenty nineteen] and [two thousand].",
    "in [negentienhonderdachtennegentig], [negentien tachtig], [tweeduizend tien], [twintig twintig] en [tweeduizend].",
    "Dat was in [zestien], denk ik, of in maart [zeventien].",
    "Het begon in [tweeduizend tien], de zomer van [achttien], en was klaar in [twee duizend twintig].",
    "Uit [nul zes], eind [twaalf], en sinds [eenentwintig] niet meer.",
    "Back in [sixteen], in [twenty ten], since [oh nine] and in the summer of [twenty-one].",
    # how long ago, what was said before, the pandemic
    "[Two] years ago it burnt; the last [ten] years were hard, and [five] years later too.",
    "[Twee] jaar geleden, de afgelopen [tien] jaar, [tien] jaar later.",
    "In [the pandemic], during [the lockdown], with [covid].",
    "Tijdens de [coronatijd], met [COVID-19].".replace("[COVID-19]", "[COVID]-19"),
    "You said so in the [previous interview].",
    "[Vorige keer] zei u dat, in het [eerste gesprek].",
]  # fmt: skip
LEFT = [
    "in tien, vijftien minuten; in twaalf van de gevallen; in tien steden; in tien of twaalf.",
    "It was over in ten, fifteen minutes, in twelve cases, in ten or twelve.",
    "I was 62 kilos and 3 days late.",
    "I was one of them, in 12 cases, in 15 minutes.",
    "There are twelve houses and 30 people; it costs 50 euro or 20 per cent.",
    "I have been there for 30 years, on my second day.",
    "He was the first man in the second house.",
    "Ik ben prettig en rustig geweest, en dat was nuttig.",
    "Ik was drie dagen ziek en woog 62 kilo.",
    "Er waren twaalf mensen, in 20 procent van de gevallen.",
    "Ik had drie kinderen; we waren met 62 mensen.",
    "Het kostte tweeduizend vierhonderd euro.",
    "Mijn eerste man werkte hier 30 dagen, op hun tweede dag.",
]  # fmt: skip


@pytest.mark.parametrize("said", TOLD)
def test_what_tells_a_time_is_blotted_out_and_nothing_else(said: str) -> None:
    plain = said.replace("[", "").replace("]", "")
    masked = re.sub(r"\[(.*?)\]", lambda match: re.sub(r"\S", "█", match[1]), said)
    assert mask_times(plain) == masked
    assert len(masked) == len(plain)


@pytest.mark.parametrize("said", LEFT)
def test_numbers_that_tell_no_time_are_left(said: str) -> None:
    assert mask_times(said) == said
