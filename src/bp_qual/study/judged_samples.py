"""Which sample of a study somebody coded, so that the change can be corrected by it; decided in one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.coding.agreeing import AGREED
from bp_qual.coding.by_hand import HandCodings, list_coders, read_history
from bp_qual.coding.by_hand.replay import replay
from bp_qual.coding.judgements import find_judged
from bp_qual.display import in_shell, show_name, skips
from bp_qual.errors import Problem, StudyError
from bp_qual.files.as_written import composed
from bp_qual.study.hand_coding import choose_coder, own_coders, read_codings
from bp_qual.study.sample_files import has_chances, read_chances
from bp_qual.study.sample_units import FOLDER, SampleUnit, list_sample_paths, read_sample, sample_path, sample_tables
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.validation.divided_work import judge_together, without_open
from bp_qual.validation.judged_sample import JudgedSample
from bp_qual.validation.made_for import judged_apart, usable
from bp_qual.validation.shown_masked import count_shown
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

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
        as many as another. Passages that were judged for another sample do not count: that sample chose them for
        reasons of its own. Only passages that were finished one by one count, as on the page with ``--blind`` or
        ``--sample``, and in a sheet: who finished an interview saw there what the codebook found, and did not answer
        for each passage. Interviews that were finished serve where that coder is named, and has no such passages.
        Where coders settled what they disagreed on (coder `agreed`), only what they settled, of the codes on which
        none of their differences in the sample is open. A sample that is divided
        between coders is that of all who coded a part of it, once; who is not among these counts only if named. Where
        it was changed by hand who is to code what, each says so (`told`).

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
    coders, coder = list_coders(study.folder), composed(coder)
    if not coders or not names:
        return ()
    found = list[JudgedSample]()
    hands = {who: read_codings(study, coder=who, corpus=corpus, codebook=codebook) for who in coders}
    blind = _by_passage(hands)
    for own in names:
        if not name and not has_chances(sample_path(study, own)):
            continue
        units = read_chances(study, own, corpus)
        done = {who: _count(units, blind[who], corpus, codebook) for who in ((coder,) if coder else coders)}
        fewest = max(_FEWEST_UNITS, max(done.values()) / 2)
        drawn = read_sample(study, own, corpus)
        together = None if coder else _together(own, units, drawn, blind, corpus, codebook)
        judged = [together] if together is not None else [
            without_open(JudgedSample(own, units, blind[who]), blind, corpus, codebook)
            for who, n in done.items()
            if n >= fewest
        ]  # fmt: skip
        if coder and done[coder] < fewest and _count(units, hands[coder], corpus, codebook) >= fewest:
            judged.append(JudgedSample(own, units, hands[coder], whole=True))
        changed = _redealt(units, drawn, blind, corpus, codebook)
        found += [replace(one, **changed, shown=_shown(one, blind)) for one in judged]
    settled = {judged.name for judged in found if judged.coder == AGREED}
    kept = [judged for judged in found if coder or judged.coder == AGREED or judged.name not in settled]
    return tuple(replace(judged, judges=codebook.coder) for judged in kept)


def _shown(sample: JudgedSample, hands: Mapping[str, HandCodings]) -> tuple[tuple[str, int], ...]:
    """Return how many passages of a sample were masked for those who coded it, not for who settled it together."""
    coders = sample.parts or sample.settled_by or (sample.coder,)
    return () if sample.whole else count_shown(sample.units, [hands[name] for name in coders if name in hands])


def _redealt(
    units: pd.DataFrame, drawn: Sequence[SampleUnit], hands: Mapping[str, HandCodings], corpus: Corpus,
    codebook: Codebook,
) -> dict[str, Any]:  # fmt: skip
    """Return which units others are to code than when they were drawn, and who finished how many of these in vain."""
    changed = {unit.unit: unit for unit in drawn if unit.is_redealt}
    rows = units[units["unit"].isin(set(changed))]
    own = [changed[unit] for unit in rows["unit"].tolist()]
    taken = list[tuple[str, int]]()
    for coder, hand in hands.items() if own else ():
        done = find_judged(rows, hand, corpus, codebook, codebook.ids)
        n = sum(bool(done[:, at].any()) and unit.is_taken_from(coder) for at, unit in enumerate(own))
        taken += [(coder, n)] if n and coder != AGREED else []
    return {"redealt": tuple(changed), "taken": tuple(taken)}


def _together(
    name: str, units: pd.DataFrame, drawn: Sequence[SampleUnit], hands: Mapping[str, HandCodings], corpus: Corpus,
    codebook: Codebook,
) -> JudgedSample | None:  # fmt: skip
    """Return a sample that is divided between coders as all of them coded it, if two or more did."""
    named = {unit.unit: unit.coders for unit in drawn}
    rows = [named[unit] for unit in units["unit"].tolist()]
    judged = judge_together(name, units, rows, tuple(hands.values()), corpus, codebook)
    return judged if judged and _count(units, judged.hand, corpus, codebook) >= _FEWEST_UNITS else None


def _count(units: pd.DataFrame, hand: HandCodings, corpus: Corpus, codebook: Codebook) -> int:
    """Return how many passages of a sample a coder finished for any code, and not for another sample alone."""
    done = find_judged(units, hand, corpus, codebook, codebook.ids)
    return int(usable(units, done, judged_apart(units, hand)).any(axis=0).sum())


def _by_passage(hands: Mapping[str, HandCodings]) -> dict[str, HandCodings]:
    """Return what each coder did with only the passages finished that were so one by one.

    Of `agreed` those that two or more coders finished so: what they settled of whole interviews is none.
    """
    found = {who: replace(hand, state=replace(hand.state, marks=())) for who, hand in hands.items()}
    if AGREED in found:
        spans = [
            list(zip(*(hand.units[name].tolist() for name in ("interview", "start", "end")), strict=True))
            for who, hand in hands.items()
            if who != AGREED
        ]
        units = found[AGREED].units
        twice = [
            sum(any(name == row.interview and s <= row.start and row.end <= e for name, s, e in own) for own in spans)
            > 1
            for row in units.itertuples()
        ]
        found[AGREED] = replace(found[AGREED], units=units[np.array(twice, dtype=bool)])
    return found


def _only_whole(study: Study, sample: str, corpus: Corpus, codebook: Codebook) -> tuple[str, ...]:
    """Return who finished whole interviews with passages of a sample that nobody coded one by one."""
    units = read_chances(study, sample, corpus)
    hands = {who: read_codings(study, coder=who, corpus=corpus, codebook=codebook) for who in own_coders(study.folder)}
    return tuple(who for who, hand in hands.items() if _count(units, hand, corpus, codebook) >= _FEWEST_UNITS)


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
        choose_coder(study.folder, who)
    try:
        found = list_judged_samples(study, corpus, codebook, name=named, coder=who)
    except StudyError as error:
        if named:
            raise
        return None, tuple(Remark("sample left out", values={"why": problem}) for problem in error.problems)
    if not found:
        names = [named] if named else [own.stem for own in _with_chances(study)]
        seen = {} if who else {own: _only_whole(study, own, corpus, codebook) for own in names}
        typed = _typed_behind(study, corpus, codebook)
        told = [
            Remark("sample not blind", values={"sample": s, "coders": list(own), **typed})
            for s, own in seen.items()
            if own
        ]
        if named and not told:
            told = [Remark("sample not coded", values={"sample": named, **typed})]
        return None, tuple(told)
    if len(found) > 1:
        values = {"samples": [f"{own.name} ({own.coder})" for own in found]}
        return None, (Remark("several samples", values=values),)
    return found[0], found[0].told


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
        Where it is not there, cannot be read, nobody coded it or several did, or the coder is none of the study.

    Examples
    --------
    >>> find_judged_sample(Study(Path("no/such/folder")), corpus, codebook)
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/folder/samples/sample.csv  there is no such sample...
    """
    usual, there = sample_path(study, USUAL), _with_chances(study)
    named = name or study.sample or (USUAL if usual in there or not there else "")
    who = coder or study.sample_coder
    if named:
        read_chances(study, named, corpus)
    if who:
        choose_coder(study.folder, who)
    found = list_judged_samples(study, corpus, codebook, name=named, coder=who)
    if len(found) == 1:
        return found[0]
    where = show_name(sample_path(study, named) if named else usual.parent)
    if found:
        values = {"samples": [f"{own.name} ({own.coder})" for own in found]}
        raise StudyError(Problem(where, "samples judged", values), Remark("nothing counted"))
    lacking = named or there[0].stem
    coders = () if who else _only_whole(study, lacking, corpus, codebook)
    kind = "sample seen" if coders else "sample not judged"
    typed = _typed_behind(study, corpus, codebook)
    gaps: dict[str, object] = {"sample": lacking, "coders": list(coders), **typed}
    raise StudyError(Problem(where, kind, gaps), Remark("nothing counted"))


def _typed_behind(study: Study, corpus: Corpus, codebook: Codebook) -> dict[str, object]:
    """Return what stands behind a command that is advised: a codebook where it is not the one of study.yaml."""
    is_other = Path(codebook.source).is_file() and codebook.source != (study.codebook and show_name(study.codebook))
    other = f" --codebook {in_shell(codebook.source)}" if is_other else ""
    return {"folder": study.folder, "codebook": other, "skip": skips(bool(corpus.unread))}


def judged_names(study: Study) -> tuple[str, ...]:
    """Return the samples of which somebody finished passages, as far as is known without reading an interview.

    >>> judged_names(Study(Path("no/such/folder")))
    ()
    """
    if not _with_chances(study):
        return ()
    done = set[tuple[str, str, str]]()
    for coder in list_coders(study.folder):
        units = replay(read_history(study.folder, coder).events).units
        done |= {(unit.interview, str(unit.start), str(unit.end)) for unit in units}
    places = {path.stem: table.rows for path, table in sample_tables(study) if has_chances(path)}
    rows = {name: {(row["interview"], row["start"], row["end"]) for _, row in own} for name, own in places.items()}
    return tuple(name for name, own in rows.items() if len(own & done) >= _FEWEST_UNITS)


def _with_chances(study: Study) -> list[Path]:
    """Return the files of the samples of a study that were drawn with known chances."""
    return [path for path in list_sample_paths(study) if has_chances(path)]


def who_has_units(study: Study, name: str, corpus: Corpus, codebook: Codebook) -> dict[str, tuple[str, ...]]:
    """Return whose each unit of a sample is: of who is to code it and who coded it; units of nobody are left out.

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
        A passage that several are to code stays that of all of them, also where only some did yet. What one was to code
        and another coded instead is the other's.

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
    hands = {who: read_codings(study, coder=who, corpus=corpus, codebook=codebook) for who in own_coders(study.folder)}
    for coder, hand in _by_passage(hands).items():
        done = find_judged(table, hand, corpus, codebook, codebook.ids)
        for at, unit in enumerate(units):
            if done[:, at].any():
                found[unit.unit].append(coder)
    return {unit.unit: own for unit in units if (own := _theirs(unit.coders, found[unit.unit]))}


def _theirs(named: Sequence[str], did: Sequence[str]) -> tuple[str, ...]:
    """Return whose a passage is: of those named for it and who coded it, but not of one for whom another took it over.

    >>> _theirs(["bert", "anna"], ["anna"]), _theirs(["bert"], ["anna"]), _theirs(["bert"], [])
    (('bert', 'anna'), ('anna',), ('bert',))
    """
    taken_over = len(named) == 1 and did and named[0] not in did
    return tuple(dict.fromkeys((*(() if taken_over else named), *did)))


def sample_files(study: Study, sample: JudgedSample | None) -> tuple[Path, ...]:
    """Return the files that a judged sample was read from, for the record of a run.

    >>> sample_files(Study(Path("study")), None)
    ()
    """
    return () if sample is None else (sample_path(study, sample.name), *sample.hand.files)
