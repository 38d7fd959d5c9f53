"""`bp-qual plan` and `bp-qual sensitivity`: the power of a study, and whether its conclusions depend on its choices."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

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
from bp_qual.cli.wrong_options import check_ending
from bp_qual.errors import Problem, StudyError
from bp_qual.files.table_bytes import ENDINGS
from bp_qual.wording.remarks import remark_of

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.coding.counting import Count
    from bp_qual.panel import Panel
    from bp_qual.study import Study


output_option = click.option(
    "-o", "--output", type=PATH, help="Also write the table to a file: .csv, .parquet or .xlsx."
)
seed_option = click.option("--seed", type=int, default=1, show_default=True, help="Seed of the random numbers.")


@click.command()
@study_argument
@codebook_option
@skip_option
@before_option
@after_option
@click.option(
    "--pairs", type=click.IntRange(2), multiple=True, help="Number of persons interviewed in both waves (repeatable)."
)
@click.option(
    "--simulations", type=click.IntRange(50), default=500, show_default=True, help="Number of simulated studies."
)
@seed_option
@language_option
@output_option
def plan(
    study: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    before: str | None,
    after: str | None,
    pairs: tuple[int, ...],
    simulations: int,
    seed: int,
    language: str | None,
    output: Path | None,
) -> None:
    """Estimate how large a change STUDY could detect, with its present number of persons and with more."""
    from bp_qual.compare import plan_study

    check_ending("-o", output, ENDINGS)
    described, panel = _panel(study, codebook, skip_unreadable, before, after, language)
    try:
        found = plan_study(
            panel,
            before=before,
            after=after,
            floor=described.floor,
            groups=described.persons if described.attributes else None,
            pairs=pairs,
            simulations=simulations,
            seed=seed,
            language=spoken_language(described, language),
        )
    except ValueError as error:
        raise StudyError(Problem("", "not planned", {"why": remark_of(error)})) from error
    click.echo(repr(found))
    _write(found.power, output)


@click.command()
@study_argument
@codebook_option
@skip_option
@count_option
@coder_option
@before_option
@after_option
@sample_option
@sample_coder_option
@seed_option
@language_option
@output_option
def sensitivity(
    study: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    count: Count | None,
    coder: str | None,
    before: str | None,
    after: str | None,
    sample: str | None,
    sample_coder: str | None,
    seed: int,
    language: str | None,
    output: Path | None,
) -> None:
    """Repeat the comparison of STUDY under other analytic choices and show whether each conclusion holds."""
    from bp_qual.compare import vary_choices

    check_ending("-o", output, ENDINGS)
    described, panel = _panel(study, codebook, skip_unreadable, before, after, language, count=count, coder=coder)
    source = panel.source
    judged = (
        None
        if source is None
        else choose_sample(described, source.corpus, source.codebook, language, sample=sample, coder=sample_coder)
    )
    found = vary_choices(
        panel,
        before=before,
        after=after,
        floor=described.floor,
        groups=described.persons if described.attributes else None,
        asked=described.asked,
        seed=seed,
        language=spoken_language(described, language),
        sample=judged,
    )
    click.echo(repr(found))
    _write(found.variants, output)


def _panel(
    study: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    before: str | None,
    after: str | None,
    language: str | None,
    *,
    count: Count | None = None,
    coder: str | None = None,
) -> tuple[Study, Panel]:
    from bp_qual.panel import count_codes

    described, corpus, book, counted = code_study(study, codebook, skip_unreadable, language, count=count, coder=coder)
    check_waves(described, before, after)
    check_names(described, book)
    return described, count_codes(counted.combined, corpus, book)


def _write(table: pd.DataFrame, output: Path | None) -> None:
    from bp_qual.files import write_atomically
    from bp_qual.files.table_bytes import table_bytes

    if output is not None:
        write_atomically(output, table_bytes(table, output.suffix.lower()))
        click.echo(str(output), err=True)
