"""Years and words in names of files that stand for a wave of another name: 2010 and `voormeting` for round 1."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bp_qual.study.interviews import Interview, Wave
from bp_qual.study.named_together import years_within
from bp_qual.transcripts.wave_words import find_wave


def waves_told(waves: Iterable[Wave], interviews: Iterable[Interview]) -> dict[str, str]:
    """Return the wave that a year or word means: in whose dates it lies, else that of the files which are called so.

    What names of files of several waves say means none of them.

    Parameters
    ----------
    waves : iterable of Wave
        Those of the study, as far as they are stated.
    interviews : iterable of Interview
        Whose waves are known.

    Returns
    -------
    dict of str to str
        The wave by what a name says.

    Examples
    --------
    >>> from pathlib import Path
    >>> rows = [("Wim 2010", "1"), ("Els 2011", "1"), ("Els nameting", "2"), ("Jo 2020", "1"), ("An 2020", "2")]
    >>> waves_told((), [Interview(Path(f"{name}.txt"), {"A": ()}, wave, "a row") for name, wave in rows])
    {'2010': '1', '2011': '1', 'nameting': '2'}
    """
    waves, interviews = tuple(waves), tuple(interviews)
    said: defaultdict[str, set[str]] = defaultdict(set)
    for interview in interviews:
        if told := find_wave(interview.file.stem):
            said[told[0]].add(interview.wave)
    ids = {wave.id for wave in waves} | {interview.wave for interview in interviews}
    named = {word: next(iter(own)) for word, own in said.items() if len(own) == 1 and word not in ids}
    return named | years_within(waves)
