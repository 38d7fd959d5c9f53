"""`bp-qual code`: find the themes in the interviews of a study."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bp_qual.cli.inputs import (
    PATH,
    code_study,
    codebook_option,
    coder_option,
    count_option,
    language_option,
    skip_option,
    study_argument,
)
from bp_qual.cli.speaking import spoken_language
from bp_qual.cli.wrong_options import check_ending
from bp_qual.wording import Wording

if TYPE_CHECKING:
    from bp_qual.coding.combining import Count


@click.command()
@study_argument
@codebook_option
@skip_option
@count_option
@coder_option
@language_option
@click.option("-o", "--output", type=PATH, required=True, help="Output file: .csv, .parquet or .xlsx.")
def code(
    study: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    count: Count | None,
    coder: str | None,
    language: str | None,
    output: Path,
) -> None:
    """Find the themes of the codebook in the interviews of STUDY and write the table of codings.

    With --count, what a person decided on the hits and coded by hand is in the table too; its column `status` says so.
    """
    from bp_qual.files import write_atomically
    from bp_qual.files.table_bytes import ENDINGS, table_bytes

    check_ending("-o", output, ENDINGS)
    described, _, _, counted = code_study(study, codebook, skip_unreadable, language, count=count, coder=coder)
    codings = counted.combined.codings
    write_atomically(output, table_bytes(codings, output.suffix.lower()))
    say = Wording(spoken_language(described, language))
    click.echo(say("cli_codings_written", n=len(codings), file=output), err=True)
