"""`bp-qual agree`: how far coders agree."""

from __future__ import annotations

from pathlib import Path

import click

from bp_qual.cli.inputs import PATH, codebook_option, language_option, skip_option, study_argument
from bp_qual.cli.speaking import spoken_language
from bp_qual.cli.wrong_options import check_ending
from bp_qual.wording import Wording


@click.command()
@study_argument
@codebook_option
@skip_option
@language_option
@click.option("--coders", nargs=2, help="Two coders, as in: --coders anna bert (default: all who coded STUDY).")
@click.option("-o", "--output", type=PATH, help="Also write the table to a file: .csv, .parquet or .xlsx.")
@click.option("--disagreements", type=PATH, help="Write what was judged differently: .csv, .parquet or .xlsx.")
def agree(
    study: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    language: str | None,
    coders: tuple[str, str] | None,
    output: Path | None,
    disagreements: Path | None,
) -> None:
    """Show how far the coders of STUDY agree on each code, in each wave, with intervals over persons.

    The units are passages of about 60 words of the interviews that they finished, or the units of a sample.
    """
    from bp_qual.files import write_atomically
    from bp_qual.files.table_bytes import ENDINGS, table_bytes
    from bp_qual.study.hand_coding import read_coders
    from bp_qual.study.study_inputs import read_inputs
    from bp_qual.validation.agreement import measure_agreement
    from bp_qual.validation.saying import say_agreement

    check_ending("-o", output, ENDINGS)
    check_ending("--disagreements", disagreements, ENDINGS)
    described, corpus, book = read_inputs(study, codebook=codebook, skip_unreadable=skip_unreadable)
    say = Wording(spoken_language(described, language))
    found = measure_agreement(read_coders(described, coders or (), corpus=corpus), corpus, book)
    click.echo("\n".join(say_agreement(found, language=say.language)))
    if output is not None:
        write_atomically(output, table_bytes(found.table, output.suffix.lower()))
        click.echo(say("cli_written", file=output), err=True)
    if disagreements is not None:
        write_atomically(disagreements, table_bytes(found.disagreements, disagreements.suffix.lower()))
        click.echo(say("validation_disagreements", n=len(found.disagreements), file=disagreements), err=True)
