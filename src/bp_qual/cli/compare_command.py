"""`bp-qual compare`: what changed between two waves; also the options of a comparison, which `report` shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bp_qual.cli.inputs import (
    PATH,
    after_option,
    before_option,
    check_names,
    check_waves,
    choose_sample,
    code_study,
    codebook_option,
    coder_option,
    count_option,
    language_option,
    sample_coder_option,
    sample_option,
    skip_option,
    study_argument,
)
from bp_qual.cli.speaking import spoken_language
from bp_qual.wording import Wording
from bp_qual.wording.measures import MEASURES
from bp_qual.wording.significance import TESTS

if TYPE_CHECKING:
    from bp_qual.coding.counting import Count
    from bp_qual.compare import Comparison
    from bp_qual.study import Study
    from bp_qual.study.what_counts import Counted

Command = TypeVar("Command", bound=Callable[..., None])

_OPTIONS = (
    study_argument,
    codebook_option,
    skip_option,
    count_option,
    coder_option,
    sample_option,
    sample_coder_option,
    before_option,
    after_option,
    click.option(
        "--measure", type=click.Choice(MEASURES), default="mentions", show_default=True, help="Measure to compare."
    ),
    click.option(
        "--test",
        type=click.Choice(TESTS),
        default="permutation",
        show_default=True,
        help="Significance test.",
    ),
    click.option("--without-negated", is_flag=True, help="Leave out negated mentions ('niet', 'geen', 'no' ...)."),
    click.option(
        "--without-prompted",
        is_flag=True,
        help="Leave out mentions that answer a question in which a term of the same code was used.",
    ),
    click.option(
        "--floor",
        type=click.IntRange(0),
        help="Minimum words per wave for a person to be included (study.yaml, or 300).",
    ),
    click.option(
        "--draws", type=click.IntRange(99), default=9999, show_default=True, help="Number of random permutations."
    ),
    click.option("--seed", type=int, default=1, show_default=True, help="Seed of the random permutations."),
)


def comparison_options(command: Command) -> Command:
    """Add the options of a comparison to a command, to be passed on to `compare_study`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def compare_study(
    study: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    before: str | None,
    after: str | None,
    *,
    without_negated: bool,
    without_prompted: bool,
    floor: int | None,
    language: str | None,
    count: Count | None = None,
    coder: str | None = None,
    sample: str | None = None,
    sample_coder: str | None = None,
    memos: bool = False,
    **settings: Any,
) -> tuple[Study, Comparison, Counted]:
    """Read and code a study, and compare two of its waves.

    Parameters
    ----------
    study : Path
        The folder of the study.
    codebook : Path, optional
        A codebook instead of the one that study.yaml names.
    skip_unreadable : bool
        Go on without files that cannot be read.
    before, after : str, optional
        The two waves; the first and the last of the study if not given.
    without_negated, without_prompted : bool
        Leave out mentions that are negated, or that follow a question about the theme.
    floor : int, optional
        Minimum words per wave for a person to be included; that of study.yaml if not given.
    count, coder : str, optional
        What counts, and whose codings; as study.yaml says if not given.
    sample, sample_coder : str, optional
        Which sample corrects the change, as coded by whom; as study.yaml says if not given.
    memos : bool
        Give the quotes the memos that the coder wrote on them.
    **settings
        Passed on to `compare_waves`.

    Returns
    -------
    tuple of Study, Comparison and Counted
        The last has what the coder did whose codings count.
    """
    from bp_qual.compare import compare_waves
    from bp_qual.panel import count_codes

    described, corpus, book, counted = code_study(study, codebook, skip_unreadable, language, count=count, coder=coder)
    check_waves(described, before, after)
    check_names(described, book)
    judged = choose_sample(described, corpus, book, language, sample=sample, coder=sample_coder)
    combined = counted.with_memos if memos else counted.combined
    if judged is not None:
        combined = replace(combined, beside=tuple(name for name in combined.beside if name != judged.coder))
    comparison = compare_waves(
        count_codes(combined, corpus, book),
        before=before,
        after=after,
        negated=not without_negated,
        prompted=not without_prompted,
        floor=described.floor if floor is None else floor,
        plan=described.plan,
        margin=described.margin,
        asked=described.asked,
        groups=described.persons if described.attributes else None,
        language=spoken_language(described, language),
        sample=judged,
        **settings,
    )
    return described, comparison, counted


def what_check_knows(comparison: Comparison, records: Iterable[Path]) -> Iterator[str]:
    """Yield a line for each thing that `bp-qual check` would say of the codebook."""
    from bp_qual.coding import check_examples
    from bp_qual.report.run_record import hashes_of, version_problems
    from bp_qual.revision import find_dead_terms

    source, say = comparison.panel.source, Wording(comparison.language)
    if source is None:
        return
    book = source.codebook
    if failing := check_examples(book):
        codes = dict.fromkeys(str(problem.values["code"]) for problem in failing)
        yield say("check_examples", n=len(failing), codes=", ".join(codes))
    if version_problems(book, records, read=hashes_of(source.corpus)):
        yield say("check_version")
    if dead := find_dead_terms(book):
        yield say("check_terms", terms=", ".join(dead))


@click.command()
@comparison_options
@click.option("-o", "--output", type=PATH, default=Path("out"), show_default=True, help="Output folder.")
@language_option
def compare(output: Path, codebook: Path | None, language: str | None, **options: Any) -> None:
    """Compare two waves of STUDY: print a summary, and write tables and a report to a folder."""
    from bp_qual.report.results import write_results
    from bp_qual.study.judged_samples import sample_files

    described, comparison, counted = compare_study(codebook=codebook, language=language, **options)
    for note in what_check_knows(comparison, (output / "run.json", described.folder / "out" / "run.json")):
        click.echo(Wording(comparison.language)("check_note", text=note), err=True)
    names = write_results(
        comparison,
        output,
        title=described.name,
        language=comparison.language,
        attributes=described.persons,
        described=(
            *described.inputs,
            *(file for hand in counted.hands for file in hand.files),
            *sample_files(described, comparison.sample),
        ),
    )
    click.echo(comparison.summary(title=described.name))
    shown = [str(output / name) for name in ("report.html", "codes.csv", "persons.csv")]
    say = Wording(comparison.language)
    click.echo(f"\n{' · '.join(shown)} {say('and_more', n=len(names) - len(shown))}")
