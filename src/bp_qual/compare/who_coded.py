"""Who coded what, where several coders count: a change must not be a difference between two of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.coding.combining import AND, Combined
from bp_qual.coding.made_with import say_redefined
from bp_qual.coding.open_codes import name_files, open_for_persons, say_left_open, say_open_codes
from bp_qual.coding.review import Reviewed
from bp_qual.wording import Wording

if TYPE_CHECKING:
    from bp_qual.compare.comparison_tables import ComparisonTables
    from bp_qual.panel.source import Source


@dataclass(frozen=True, slots=True)
class WhoCoded:
    """What each of several coders coded of what counts.

    Attributes
    ----------
    coders : tuple of str
        Who, in the order in which they count.
    together : {"all", "any", "first", "team"}
        How they count, as `combine_coders` has it.
    interviews : dict of str to dict of str to int
        For each coder the number of interviews in each wave.
    double : tuple of str
        Interviews that several of them finished for the same code.
    settled : int
        On how many passages they differed, and settled it.
    across : tuple of str
        Persons compared of whom the two waves were not coded by the same coders.

    Examples
    --------
    >>> WhoCoded(("anna", "bea"), "any", {"anna": {"2010": 5}, "bea": {"2020": 5}}, (), 0, ("P01",)).across
    ('P01',)
    """

    coders: tuple[str, ...]
    together: str
    interviews: dict[str, dict[str, int]]
    double: tuple[str, ...]
    settled: int
    across: tuple[str, ...]


def find_who_coded(comparison: ComparisonTables) -> WhoCoded | None:
    """Return who coded what; None where the codebook did, or one coder.

    >>> find_who_coded(comparison) is None
    True
    """
    source = comparison.panel.source
    combined = source.combined if source else None
    if source is None or combined is None or not combined.together:
        return None
    talks = {transcript.interview: transcript for transcript in source.corpus.transcripts}
    coded, beside = combined.coded[combined.coded["coded"]], open_for_persons(combined.gaps, source.corpus)
    theirs: dict[str, set[str]] = {coder: set() for coder in combined.coders}
    by: dict[tuple[str, str, str], set[str]] = defaultdict(set)  # person, wave, code: by whom
    for interview, code, names in zip(coded["interview"], coded["code"], coded["coder"], strict=True):
        for coder in names.split(AND):
            theirs[coder].add(interview)
        for person in talks[interview].persons:
            if (person, talks[interview].wave, code) not in beside:
                by[person, talks[interview].wave, code].add(names)
    waves = {coder: [talks[name].wave for name in names] for coder, names in theirs.items()}
    first, last, codes = comparison.before, comparison.after, dict.fromkeys(coded["code"])
    return WhoCoded(
        coders=combined.coders,
        together=combined.together,
        interviews={
            coder: {wave: own.count(wave) for wave in source.corpus.waves if wave in own}
            for coder, own in waves.items()
        },
        double=combined.double,
        settled=combined.settled,
        across=tuple(
            person
            for person in comparison.who.names
            if any(
                by[person, first, code] != by[person, last, code]
                for code in codes
                if (person, first, code) in by and (person, last, code) in by
            )
        ),
    )


def say_beside(combined: Combined | None, say: Wording) -> list[str]:
    """Name who coded by hand and is not counted, so that nobody takes the numbers for theirs; nothing where all are.

    >>> from dataclasses import replace
    >>> from bp_qual.coding.combining import combine_codings
    >>> combined = combine_codings(codings, None, corpus, codebook, count="machine")
    >>> say_beside(combined, Wording("en")), len(say_beside(replace(combined, beside=("anna",)), Wording("en")))
    ([], 1)
    """
    if combined is None or not combined.beside:
        return []
    return [say(f"summary_beside_{'machine' if combined.count == 'machine' else 'person'}", coders=combined.beside)]


def say_counted(comparison: ComparisonTables, say: Wording, *, named: bool = True) -> list[str]:
    """Return what counts and how much a person looked at, where a person did, and which of several coders.

    Parameters
    ----------
    comparison : Comparison
        As `compare_waves` returns it.
    say : Wording
        In the language of the reader.
    named : bool
        Whether files that were imported are named: not in results.

    Returns
    -------
    list of str
        None where only the codebook's hits count.

    Examples
    --------
    >>> say_counted(comparison, Wording("en"))
    []
    """
    source = comparison.panel.source
    done = source.reviewed if source else None
    if source is None or source.combined is None or done is None:
        return []
    combined = source.combined
    values = {
        name: getattr(done, name)
        for name in ("coder", "interviews", "of", "accepted", "rejected", "automatic", "added")
    }
    partly = _say_partly(source, combined, done, say, named) if done.partly else []
    partly += say_left_open(combined.left_by, source.corpus, source.codebook, say, named=named)
    if not combined.together:
        told = " ".join([say(f"summary_counted_{combined.count}", **values), *partly])
        return [told, *_say_uncounted(combined, done, say), *_say_redefined(source.codebook, done, say)]
    how = say(f"coded_how_{combined.together}")
    counted = say(f"summary_counted_{combined.count}_several", **values, coders=combined.coders, how=how)
    told = " ".join([counted, *partly, *say_who_coded(comparison, say)])
    return [told, *_say_uncounted(combined, done, say), *_say_redefined(source.codebook, done, say)]


def _say_partly(source: Source, combined: Combined, done: Reviewed, say: Wording, named: bool) -> list[str]:
    """Say for which codes interviews that were finished for others are open, and how that is mended after an import."""
    cells = [(interview, code) for interview, codes in combined.left.items() for code in codes]
    left = say_open_codes(cells, source.corpus, source.codebook, language=say.language)
    told = [say("summary_counted_partly", n=done.partly, open=left)]
    files = [*dict.fromkeys(event.file for event in combined.imports)]
    files = files if combined.together else files[-1:]  # one of a coder's files says it of all
    is_answer = files and not combined.left_by.keys() >= set(cells)
    if not is_answer:
        return told
    return [*told, say("summary_counted_one_codebook", files=name_files(files, say, named=named))]


def _say_uncounted(combined: Combined, done: Reviewed, say: Wording) -> list[str]:
    """Say of each coder why some codings and decisions do not count; nothing of those of whom all do."""
    sentences = []
    for of in combined.uncounted:
        added = done.added_by.get(of.coder, 0)
        parts = [say.many(f"summary_uncounted_{reason}", n) for reason, n in of.parts(added).items() if n]
        if parts:
            values = {"coder": of.coder, "made": of.made, "added": added}
            sentences.append(say("summary_uncounted", **values, parts="; ".join(parts)))
    for of in combined.undecided:
        parts = [say.many(f"summary_uncounted_{reason}", n) for reason, n in of.out.items() if n]
        if parts:
            sentences.append(say("summary_undecided", coder=of.coder, made=of.made, parts="; ".join(parts)))
    return sentences


def _say_redefined(codebook: Codebook, done: Reviewed, say: Wording) -> list[str]:
    """Say of each coder of how many codings and decisions that count the code means something else by now."""
    each = ((done.redefined, done.added_by), (done.redecided, done.decided_by))
    return [
        line
        for redefined, made in each
        for coder, events in redefined.items()
        for line in say_redefined(events, made[coder], coder, codebook, say)
    ]


def say_who_coded(comparison: ComparisonTables, say: Wording) -> list[str]:
    """Return who coded what as sentences: by whom, who counts where several coded, and whose waves have two coders.

    Parameters
    ----------
    comparison : Comparison
        As `compare_waves` returns it.
    say : Wording
        In the language of the reader.

    Returns
    -------
    list of str
        None where the codebook coded, or one coder.

    Examples
    --------
    >>> say_who_coded(comparison, Wording("en"))
    []
    """
    who = find_who_coded(comparison)
    if who is None:
        return []
    shares = [
        say("coded_share", coder=coder, n=sum(waves.values()), waves=[f"{wave}: {n}" for wave, n in waves.items()])
        if waves
        else say("coded_nothing", coder=coder)
        for coder, waves in who.interviews.items()
    ]
    sentences = [say("coded_shares", shares="; ".join(shares))] if who.together != "all" else []
    if who.double and who.together != "all":
        double = {"n": len(who.double), "interviews": who.double, "coders": who.coders}
        sentences.append(say(f"coded_double_{who.together}", **double))
    if who.settled:
        sentences.append(say("coded_settled", n=who.settled))
    if who.across:
        values = {"n": len(who.across), "persons": who.across, "compared": comparison.compared}
        sentences.append(say("coded_across", **values, before=comparison.before, after=comparison.after))
    return sentences
