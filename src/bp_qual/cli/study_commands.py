"""`bp-qual init` and `bp-qual check`: begin a study, and see what is wrong in it."""

from __future__ import annotations

from pathlib import Path

import click

from bp_qual.cli.inputs import PATH, codebook_option, study_argument


@click.command()
@click.argument("folder", type=PATH)
def init(folder: Path) -> None:
    """Make a study that runs at once in a new FOLDER, or propose how to read a FOLDER of interviews.

    The proposals are study.yaml and interviews.csv, each written where it is absent; look them over. Nothing is written
    over what is there.
    """
    from bp_qual.study.starter import make_study

    written = make_study(folder)
    for file in written:
        click.echo(str(file), err=True)
    if folder / "codebook.yaml" in written:
        click.echo(f"\nTry it: bp-qual compare {folder} -o {folder / 'out'}", err=True)
    else:
        click.echo(f"\nThese are proposals: look them over, then run bp-qual check {folder}", err=True)


@click.command()
@study_argument
@codebook_option
def check(study: Path, codebook: Path | None) -> None:
    """Read everything, change nothing, and list every problem in the files of STUDY."""
    from bp_qual.study.checking import check_study

    findings = check_study(study, codebook=codebook)
    if findings.corpus.transcripts:
        click.echo(f"{findings.corpus}\n")
    click.echo(str(findings))
    if findings.problems:
        raise click.exceptions.Exit(1)
