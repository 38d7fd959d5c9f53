"""`bp-qual compare`: what changed between two waves."""

from __future__ import annotations

from pathlib import Path

import click

from bp_qual.cli.inputs import (
    PATH,
    after_option,
    before_option,
    check_waves,
    code_study,
    codebook_option,
    skip_option,
    study_argument,
)

MEASURES = ("mentions", "sentences", "words", "presence", "turns")


@click.command()
@study_argument
@codebook_option
@skip_option
@before_option
@after_option
@click.option("--measure", type=click.Choice(MEASURES), default="mentions", show_default=True, help="What is compared.")
@click.option(
    "--test",
    type=click.Choice(["permutation", "wilcoxon", "t"]),
    default="permutation",
    show_default=True,
    help="How chance is reckoned with.",
)
@click.option(
    "--without-negated", is_flag=True, help="Leave out mentions that stand under 'niet', 'geen' and the like."
)
@click.option("--without-prompted", is_flag=True, help="Leave out mentions that repeat the interviewer's word.")
@click.option("--floor", type=click.IntRange(0), help="The least words in a wave to be compared (study.yaml, or 300).")
@click.option("--draws", type=click.IntRange(99), default=9999, show_default=True, help="Of the permutation test.")
@click.option("--seed", type=int, default=1, show_default=True, help="For the permutations, where not all can be done.")
@click.option("-o", "--output", type=PATH, default=Path("out"), show_default=True, help="The folder for the results.")
def compare(
    study: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    before: str | None,
    after: str | None,
    measure: str,
    test: str,
    without_negated: bool,
    without_prompted: bool,
    floor: int | None,
    draws: int,
    seed: int,
    output: Path,
) -> None:
    """Say what changed between two waves of STUDY: a summary here, tables and a report in a folder."""
    from bp_qual.compare import compare_waves
    from bp_qual.panel import count_codes
    from bp_qual.results import write_results

    described, corpus, book, codings = code_study(study, codebook, skip_unreadable)
    check_waves(described, before, after)
    comparison = compare_waves(
        count_codes(codings, corpus, book),
        before=before,
        after=after,
        measure=measure,
        test=test,
        negated=not without_negated,
        prompted=not without_prompted,
        floor=described.floor if floor is None else floor,
        plan=described.plan,
        asked=described.asked,
        groups=described.persons if described.attributes else None,
        draws=draws,
        seed=seed,
    )
    names = write_results(
        comparison,
        output,
        title=described.name,
        language=described.language,
        attributes=described.persons,
        inputs=(*described.files, *((codebook,) if codebook else ())),
    )
    click.echo(comparison.summary(title=described.name))
    shown = [str(output / name) for name in ("report.html", "codes.csv", "persons.csv")]
    click.echo(f"\n{' · '.join(shown)} and {len(names) - len(shown)} more")
