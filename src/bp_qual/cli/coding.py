"""`bp-qual code` and `bp-qual quotes`: find the themes, and read the passages."""

from __future__ import annotations

from pathlib import Path

import click

from bp_qual.cli.inputs import PATH, check_known, code_study, codebook_option, skip_option, study_argument


@click.command()
@study_argument
@codebook_option
@skip_option
@click.option("-o", "--output", type=PATH, required=True, help="The table: .csv, .parquet or .xlsx by its ending.")
def code(study: Path, codebook: Path | None, skip_unreadable: bool, output: Path) -> None:
    """Find the codebook's themes in the talk of STUDY and write the table of codings."""
    from bp_qual.files import write_atomically
    from bp_qual.tables import ENDINGS, table_bytes

    if output.suffix.lower() not in ENDINGS:
        raise click.BadParameter(f"'{output}' must end in {', '.join(ENDINGS)}.", param_hint="-o")
    _, _, _, codings = code_study(study, codebook, skip_unreadable)
    write_atomically(output, table_bytes(codings, output.suffix.lower()))
    click.echo(f"{len(codings):,} codings written to {output}", err=True)


@click.command()
@study_argument
@codebook_option
@skip_option
@click.option("--code", "code_id", required=True, help="The code whose passages are shown.")
@click.option("--person", help="Of this person only.")
@click.option("--wave", help="Of this wave only.")
def quotes(
    study: Path, codebook: Path | None, skip_unreadable: bool, code_id: str, person: str | None, wave: str | None
) -> None:
    """Print the passages of STUDY that were coded with a code, each with its place."""
    from bp_qual.quotes import find_quotes

    _, corpus, book, codings = code_study(study, codebook, skip_unreadable)
    check_known("code", code_id, [c.id for c in book.codes])
    check_known("person", person, corpus.persons)
    check_known("wave", wave, corpus.waves)
    click.echo(str(find_quotes(codings, code=code_id, person=person, wave=wave, corpus=corpus)))
