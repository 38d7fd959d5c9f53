"""`bp-qual code`: find the themes in the interviews of a study, here or with the workers of a scheduler."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bp_qual.cli.inputs import (
    PATH,
    archive_argument,
    code_study,
    codebook_option,
    coder_option,
    count_option,
    language_option,
    skip_option,
    tell_unfinished,
)
from bp_qual.cli.speaking import spoken_language
from bp_qual.cli.wrong_options import WrongOption, check_ending
from bp_qual.wording import Remark, Wording

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from distributed import Client

    from bp_qual.archive.coded_archive import CodedArchive
    from bp_qual.archive.listing import Listing
    from bp_qual.coding.counting import Count


@click.command()
@archive_argument
@codebook_option
@skip_option
@count_option
@coder_option
@click.option("--scheduler", help="Address of a Dask scheduler whose workers read and code (tcp://HOST:PORT).")
@click.option(
    "--local-cluster",
    type=click.IntRange(1, 256),
    help="Read and code with so many workers on this computer, in parts, as on a cluster.",
)
@language_option
@click.option(
    "-o",
    "--output",
    type=PATH,
    required=True,
    help="Output file: .csv, .parquet or .xlsx; with --scheduler or --local-cluster a folder.",
)
def code(
    study: Path | str,
    codebook: Path | None,
    skip_unreadable: bool,
    count: Count | None,
    coder: str | None,
    scheduler: str | None,
    local_cluster: int | None,
    language: str | None,
    output: Path,
) -> None:
    """Find the themes of the codebook in the interviews of STUDY and write the table of codings.

    With --count, what a person decided on the hits and coded by hand is in the table too; its column `status` says so,
    and `finished` whether the coder finished that person's interviews in that wave for that code: only those count.

    With --scheduler or --local-cluster, STUDY may be a large archive, also at an address (s3://bucket/talk); its tables
    are written in parts, and a run that was broken off goes on where it was.
    """
    if scheduler is not None or local_cluster is not None:
        if scheduler is not None and local_cluster is not None:
            raise WrongOption(Remark("one kind of workers"), "--scheduler, --local-cluster")
        if count not in (None, "machine") or coder is not None:
            raise WrongOption(Remark("workers code by machine"), "--count, --coder")
        _code_archive(study, codebook, scheduler, local_cluster, language, output, skip_unreadable)
    elif isinstance(study, str):
        raise WrongOption(Remark("address needs workers"), "STUDY")
    else:
        _code_here(study, codebook, skip_unreadable, count, coder, language, output)


def _code_here(
    study: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    count: Count | None,
    coder: str | None,
    language: str | None,
    output: Path,
) -> None:
    from bp_qual.coding.open_codes import open_for_persons
    from bp_qual.files import write_atomically
    from bp_qual.files.table_bytes import ENDINGS, table_bytes

    check_ending("-o", output, ENDINGS)
    described, corpus, _, counted = code_study(study, codebook, skip_unreadable, language, count=count, coder=coder)
    combined = counted.combined
    codings = combined.codings
    if combined.count != "machine":
        gaps, beside = set(combined.gaps), open_for_persons(combined.gaps, corpus)
        rows = codings[["interview", "person", "wave", "code"]].itertuples(index=False, name=None)
        codings = codings.assign(finished=[(row[0], row[-1]) not in gaps and row[1:] not in beside for row in rows])
    write_atomically(output, table_bytes(codings, output.suffix.lower()))
    say = Wording(spoken_language(described, language))
    tell_unfinished(combined, corpus, say.language)
    click.echo(say("cli_codings_written", n=len(codings), file=output), err=True)


def _code_archive(
    study: Path | str,
    codebook: Path | None,
    scheduler: str | None,
    workers: int | None,
    language: str | None,
    output: Path,
    skip_unreadable: bool,
) -> None:
    from bp_qual.archive.clusters import connected, local_cluster
    from bp_qual.archive.coding_archives import code_listing
    from bp_qual.archive.listing import list_archive
    from bp_qual.archive.output_folder import check_output

    listing = list_archive(study, codebook)
    say = Wording(spoken_language(listing.study, language))
    for note in listing.study.notes:
        click.echo(say("check_note", text=note.say(say.language)), err=True)
    check_output(output)
    cluster: AbstractContextManager[Client] = connected(scheduler) if scheduler else local_cluster(workers or 1)
    with contextlib.ExitStack() as stack:
        client = stack.enter_context(cluster)
        archive = code_listing(listing, client, output, language=say.language)
    _tell(archive, listing, say)
    if archive.failed and not skip_unreadable:
        click.get_current_context().exit(1)


def _tell(archive: CodedArchive, listing: Listing, say: Wording) -> None:
    """Say what is in doubt, what failed, and what was written where."""
    for file, text in archive.doubts_of(listing, say.language):
        note = Remark("in file", values={"file": file, "note": Remark("as written", values={"text": text})})
        click.echo(say("check_note", text=note.say(say.language)), err=True)
    for failure in archive.failed:
        for problem in failure.problems:
            click.echo(problem.say(say.language), err=True)
    if archive.failed:
        sizes = {"n": len(archive.failed), "all": archive.interviews}
        click.echo(say("cli_archive_failed", file=archive.folder / "failures.csv", **sizes), err=True)
    sizes = {"n": archive.codings_made, "parts": len(archive.parts), "kept": archive.kept}
    click.echo(say("cli_archive_written", folder=archive.folder, **sizes), err=True)
