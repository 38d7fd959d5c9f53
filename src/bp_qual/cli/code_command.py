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
    tell_unfinished,
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

    With --count, what a person decided on the hits and coded by hand is in the table too; its column `status` says so,
    and `finished` whether the coder finished that interview for that code: only those count.
    """
    from bp_qual.files import write_atomically
    from bp_qual.files.table_bytes import ENDINGS, table_bytes

    check_ending("-o", output, ENDINGS)
    described, corpus, _, counted = code_study(study, codebook, skip_unreadable, language, count=count, coder=coder)
    combined = counted.combined
    codings = combined.codings
    if combined.count != "machine":
        done = set(
            zip(*(combined.coded.loc[combined.coded["coded"], name] for name in ("interview", "code")), strict=True)
        )
        codings = codings.assign(
            finished=[row in done for row in zip(codings["interview"], codings["code"], strict=True)]
        )
    write_atomically(output, table_bytes(codings, output.suffix.lower()))
    say = Wording(spoken_language(described, language))
    tell_unfinished(combined, corpus, say.language)
    click.echo(say("cli_codings_written", n=len(codings), file=output), err=True)
