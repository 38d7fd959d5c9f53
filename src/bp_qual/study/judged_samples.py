"""Which sample of a study somebody coded, so that the change can be corrected by it; decided in one place."""

from __future__ import annotations

from pathlib import Path

from bp_qual.codebook import Codebook
from bp_qual.coding.agreeing import AGREED
from bp_qual.coding.by_hand import HandCodings, list_coders
from bp_qual.coding.judgements import find_judged
from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.study.hand_coding import choose_coder, own_coders, read_codings
from bp_qual.study.sample_files import has_chances, read_chances
from bp_qual.study.sample_units import FOLDER, read_sample, sample_path
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.validation.judged_sample import JudgedSample
from bp_qual.wording import Remark

USUAL = "sample"  # what a sample is called that nobody gave a name
_FEWEST_UNITS = 2


def list_judged_samples(
    study: Study, corpus: Corpus, codebook: Codebook, *, name: str = "", coder: str = ""
) -> tuple[JudgedSample, ...]:
    """Return every sample of a study with everybody who coded it.

    Parameters
    ----------
    study : Study
        Whose folder holds samples and codings.
    corpus, codebook : Corpus and Codebook
        As they are now.
    name, coder : str
        Only this sample, and this coder.

    Returns
    -------
    tuple of JudgedSample
        A coder who finished fewer than two of its passages did not code it, nor did one who finished fewer than half
        as many as another: an interview that was reviewed holds a few of them. Where coders settled what they disagreed
        on (coder `agreed`), only what they settled.

    Raises
    ------
    StudyError
        For a sample that cannot be read, or was drawn from other texts.

    Examples
    --------
    >>> list_judged_samples(Study(Path("no/such/folder")), corpus, codebook)
    ()
    """
    names = (name,) if name else sorted(path.stem for path in (study.folder / FOLDER).glob("*.csv"))
    coders = list_coders(study.folder)
    if not coders or not names:
        return ()
    found = list[JudgedSample]()
    hands: dict[str, HandCodings] = {}
    for own in names:
        if not name and not has_chances(sample_path(study, own)):
            continue
        units, done = read_chances(study, own, corpus), dict[str, int]()
        for who in (coder,) if coder else coders:
            hands[who] = hands.get(who) or read_codings(study, coder=who, corpus=corpus, codebook=codebook)
            done[who] = int(find_judged(units, hands[who], corpus, codebook, codebook.ids).any(axis=0).sum())
        fewest = max(_FEWEST_UNITS, max(done.values()) / 2)
        found += [JudgedSample(own, units, hands[who]) for who, n in done.items() if n >= fewest]
    settled = {judged.name for judged in found if judged.coder == AGREED}
    return tuple(judged for judged in found if coder or judged.coder == AGREED or judged.name not in settled)


def choose_judged_sample(
    study: Study, corpus: Corpus, codebook: Codebook, *, name: str = "", coder: str = ""
) -> tuple[JudgedSample | None, tuple[Remark, ...]]:
    """Return the sample by which a change is to be corrected, and what must be known of the choice.

    Parameters
    ----------
    study : Study
        Whose folder holds samples and codings, and whose study.yaml may name which.
    corpus, codebook : Corpus and Codebook
        As they are now.
    name, coder : str
        Which sample, as coded by whom; those of study.yaml if not given, else the only ones that there are.

    Returns
    -------
    JudgedSample or None, tuple of Remark
        None where nobody coded a sample, or it is not clear which is meant: then a remark says how to name one.

    Raises
    ------
    StudyError
        Where the sample or coder that is named is not there, or did not code it.

    Examples
    --------
    >>> choose_judged_sample(Study(Path("no/such/folder")), corpus, codebook)
    (None, ())
    """
    named, who = name or study.sample, coder or study.sample_coder
    if who:
        choose_coder(study.folder, who, count="human")
    try:
        found = list_judged_samples(study, corpus, codebook, name=named, coder=who)
    except StudyError as error:
        if named:
            raise
        return None, tuple(Remark("sample left out", values={"why": problem}) for problem in error.problems)
    if named and not found:
        return None, (Remark("sample not coded", values={"sample": named}),)
    if len(found) > 1:
        values = {"samples": [f"{own.name} ({own.coder})" for own in found]}
        return None, (Remark("several samples", values=values),)
    return (found[0] if found else None), ()


def find_judged_sample(
    study: Study, corpus: Corpus, codebook: Codebook, *, name: str = "", coder: str = ""
) -> JudgedSample:
    """Return the sample by which a codebook is to be judged, or say why it is not clear which.

    Parameters
    ----------
    study : Study
        Whose folder holds samples and codings, and whose study.yaml may name which.
    corpus, codebook : Corpus and Codebook
        As they are now.
    name, coder : str
        Which sample, as coded by whom; those of study.yaml if not given, else the one that is called `sample`, else the
        only one.

    Returns
    -------
    JudgedSample

    Raises
    ------
    StudyError
        Where it is not there, cannot be read, nobody coded it or several did.

    Examples
    --------
    >>> find_judged_sample(Study(Path("no/such/folder")), corpus, codebook)
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/folder/samples/sample.csv  there is no such sample...
    """
    usual = sample_path(study, USUAL)
    there = [path for path in sorted(usual.parent.glob("*.csv")) if has_chances(path)]
    named = name or study.sample or (USUAL if usual in there or not there else "")
    who = coder or study.sample_coder
    if named:
        read_chances(study, named, corpus)
    choose_coder(study.folder, "", (who,) if who else list_coders(study.folder)[:1], count="human")
    found = list_judged_samples(study, corpus, codebook, name=named, coder=who)
    if len(found) == 1:
        return found[0]
    where = show_name(sample_path(study, named) if named else usual.parent)
    if found:
        values = {"samples": [f"{own.name} ({own.coder})" for own in found]}
        raise StudyError(Problem(where, "samples judged", values), Remark("nothing counted"))
    raise StudyError(Problem(where, "sample not judged", {"sample": named or there[0].stem}), Remark("nothing counted"))


def who_has_units(study: Study, name: str, corpus: Corpus, codebook: Codebook) -> dict[str, tuple[str, ...]]:
    """Return who coded each unit of a sample, else who was to code it; units of nobody are left out.

    Parameters
    ----------
    study : Study
        Whose folder holds samples and codings.
    name : str
        Of the sample.
    corpus, codebook : Corpus and Codebook
        As they are now.

    Returns
    -------
    dict of str to tuple of str

    Examples
    --------
    >>> who_has_units(Study(Path("no/such/folder")), "first", corpus, codebook)
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/folder/samples/first.csv  there is no such sample...
    """
    import pandas as pd

    units = read_sample(study, name, corpus)
    table = pd.DataFrame(
        [(unit.interview, unit.start, unit.end) for unit in units], columns=["interview", "start", "end"]
    )
    found: dict[str, list[str]] = {unit.unit: [] for unit in units}
    for coder in own_coders(study.folder):
        hand = read_codings(study, coder=coder, corpus=corpus, codebook=codebook)
        done = find_judged(table, hand, corpus, codebook, codebook.ids)
        for at, unit in enumerate(units):
            if done[:, at].any():
                found[unit.unit].append(coder)
    return {unit.unit: tuple(found[unit.unit]) or unit.coders for unit in units if found[unit.unit] or unit.coders}


def sample_files(study: Study, sample: JudgedSample | None) -> tuple[Path, ...]:
    """Return the files that a judged sample was read from, for the record of a run.

    >>> sample_files(Study(Path("study")), None)
    ()
    """
    return () if sample is None else (sample_path(study, sample.name), *sample.hand.files)
