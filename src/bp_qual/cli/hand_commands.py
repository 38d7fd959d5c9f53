"""`bp-qual codings` and `bp-qual restore`: what was coded by hand, and the daily copies of it."""

from __future__ import annotations

from pathlib import Path

import click

from bp_qual.cli.inputs import (
    CODER,
    PATH,
    check_known,
    codebook_option,
    language_option,
    read_told,
    skip_option,
    study_argument,
)
from bp_qual.cli.speaking import speak
from bp_qual.cli.wrong_options import check_ending
from bp_qual.display import show_name
from bp_qual.errors import StudyError
from bp_qual.wording import Wording


@click.command()
@study_argument
@codebook_option
@skip_option
@language_option
@click.option("--fits", multiple=True, help="This code was redefined, and what was coded before still fits it.")
@click.option("--coder", type=CODER, default="", help="Who says so with --fits, where several have coded.")
@click.option("-o", "--output", type=PATH, help="Also write the table to a file: .csv, .parquet or .xlsx.")
def codings(
    study: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    language: str | None,
    fits: tuple[str, ...],
    coder: str,
    output: Path | None,
) -> None:
    """Show who coded STUDY by hand, how much is done, what lost its place and what is not in the codebook.

    Exit code 1 where something cannot be counted as it is; nothing is changed but what --fits says.
    """
    from bp_qual.coding import apply_codebook
    from bp_qual.files import write_atomically
    from bp_qual.files.table_bytes import ENDINGS, table_bytes
    from bp_qual.study.confirming import confirm_codings
    from bp_qual.study.hand_overview import overview_of

    check_ending("-o", output, ENDINGS)
    described, corpus, book, say = read_told(study, codebook, skip_unreadable, language)
    if fits:
        for code in fits:
            check_known("fits", code, [*book.ids, *book.successors])
        confirmed = confirm_codings(described, fits, coder=coder, codebook=book)
        click.echo(say.many("hand_fits", len(confirmed)), err=True)
    hits = apply_codebook(book, corpus, model=described.model)
    found = overview_of(described, hits, corpus, book, language=say.language)
    click.echo("\n".join(found.lines))
    if output is not None:
        write_atomically(output, table_bytes(found.table, output.suffix.lower()))
        click.echo(say("hand_written", n=len(found.table), file=output), err=True)
    if found.problems:
        raise click.exceptions.Exit(1)


@click.command()
@study_argument
@click.option("--day", help="Put the copy of this day back, as 2026-11-26 (default: list the copies).")
@language_option
def restore(study: Path, day: str | None, language: str | None) -> None:
    """List the daily copies of the codings and codebook of STUDY, or put one back.

    What is replaced is kept beside the copies, and so are files that an import made since.
    """
    from bp_qual.study.copies import copied_days, restore_day
    from bp_qual.study.gathering import gather_study
    from bp_qual.study.said_language import language_of_files

    described, problems = gather_study(study)
    if not described.folder.is_dir():
        raise StudyError(problems)
    say = Wording(speak(language, described.language or language_of_files(study)))
    days = copied_days(described.folder)
    if day is None or not day.strip():
        click.echo("\n".join(days) if days else say("hand_no_copies"))
        return
    restored = restore_day(described.folder, day)
    for path in restored.back:
        click.echo(say("hand_restored", file=path, day=day))
    if restored.away:
        click.echo(say("hand_set_aside", files=[show_name(path.name) for path in restored.away], day=day))
    if not (restored.back or restored.away):
        click.echo(say("hand_as_it_was", day=day))
    elif restored.same:
        click.echo(say("hand_left_same", files=[show_name(path.name) for path in restored.same], day=day))
    if restored.newer:
        click.echo(say("hand_left_newer", files=[show_name(path.name) for path in restored.newer], day=day))
    if restored.kept_in is not None:
        click.echo(say("hand_replaced_kept", folder=restored.kept_in))
