"""`bp-qual import` and `bp-qual export`: codings of other programs into a study, and out to them."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bp_qual.cli.inputs import (
    CODER,
    PATH,
    codebook_option,
    coder_option,
    language_option,
    read_told,
    skip_option,
    study_argument,
)
from bp_qual.cli.speaking import speak
from bp_qual.cli.wrong_options import WrongOption, check_ending
from bp_qual.display import show_name
from bp_qual.wording import Remark, Wording
from bp_qual.wording.remarks import remark_of

if TYPE_CHECKING:
    from bp_qual.coding.counting import Count
    from bp_qual.exchange.blank_cells import Blanks
    from bp_qual.exchange.sheets_of_coders import Sheets
    from bp_qual.study.import_report import CodingImport


@click.command("import")
@click.argument("file", type=PATH)
@study_argument
@click.option(
    "--coder",
    "whose",
    type=CODER,
    multiple=True,
    help="Whose codings they are, where FILE names nobody; else the coder to take, or AB=anna: AB's as those of anna.",
)
@click.option(
    "--empty", multiple=True, help="An interview that was coded and in which nothing was found; may be repeated."
)
@click.option("--not-coded", multiple=True, help="An interview that was not coded; may be repeated.")
@click.option("--all-coded", is_flag=True, help="Interviews without codings in FILE were coded too: nothing was found.")
@click.option(
    "--blanks",
    type=click.Choice(["above", "none"]),
    help="What an empty cell below a code or a person in a list says: the same as the one above it, or none.",
)
@click.option(
    "--as-spelled",
    is_flag=True,
    help="Codes of a list whose names differ by a letter or a sign are different codes, and 'work / home' is one.",
)
@click.option(
    "--one-codebook",
    is_flag=True,
    help="Who coded in FILE looked for every code that anybody coded with, in each interview that they coded.",
)
@click.option(
    "--sheets",
    type=click.Choice(["coders", "codes", "none"]),
    help="What the sheets of a workbook are that have a name of their own: coders, codes (of rows that have none), or"
    " none, and all is of one coder.",
)
@click.option("--code", default="", help="The code of all quotes in FILE, where no column has the codes.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option(
    "-o", "--output", type=PATH, help="Also write what has no place, or only partly, to mend and import: .csv or .xlsx."
)
@language_option
def import_(
    file: Path,
    study: Path,
    whose: tuple[str, ...],
    empty: tuple[str, ...],
    not_coded: tuple[str, ...],
    all_coded: bool,
    blanks: Blanks | None,
    as_spelled: bool,
    one_codebook: bool,
    sheets: Sheets | None,
    code: str,
    dry_run: bool,
    output: Path | None,
    language: str | None,
) -> None:
    """Take the codings in FILE into STUDY.

    FILE is a REFI-QDA project (.qdpx), a list of quotations (.csv, .xlsx) or a folder with one for each code, what
    NVivo exports of a code (.docx, .txt), a project of Taguette (.sqlite3) or of
    QualCoder (the folder NAME.qda), the XML that ATLAS.ti exports (.xml), a Word document with comments, or a folder of
    these (.docx), or Web Annotations (.json).

    Each quote gets its place in the interview, or is listed with the reason; exit code 1 where any is listed. What is
    there already is not added again.
    """
    from bp_qual.study.importing import import_codings

    check_ending("-o", output, (".csv", ".xlsx"))
    if len(whose) > 1:
        raise WrongOption(Remark("one coder a time"), "--coder")
    coder = "".join(whose)
    try:
        done = import_codings(
            file, study, coder=coder, all_coded=all_coded, empty=empty, not_coded=not_coded, blanks=blanks or "",
            as_spelled=as_spelled, one_codebook=one_codebook, sheets=sheets or "", code=code, dry_run=dry_run,
            listed_in=output,
        )  # fmt: skip
    except ValueError as error:
        if not (error.args and isinstance(error.args[0], Remark)):
            raise
        raise WrongOption(remark_of(error), "--coder") from error
    say = Wording(speak(language, done.language))
    click.echo(done.say(say.language))
    if output is not None and (len(done.listed) or len(done.cut) or len(done.check)):
        click.echo(say("exchange_listed_in", file=show_name(output)), err=True)
    if done.kept is not None:
        click.echo(say("cli_kept", file=show_name(done.kept)), err=True)
    if len(done.codings) and not dry_run:
        for text, coders in _whose_count(done):
            command = ["bp-qual", "compare", str(study), "--count", "human", "--coder", coders]
            command += [] if done.counts else ["--codebook", str(done.codebook)]
            click.echo(say(text, command=show_name(shlex.join(command))), err=True)
    if len(done.listed):
        raise click.exceptions.Exit(1)


def _whose_count(done: CodingImport) -> tuple[tuple[str, str], ...]:
    """Return what can be compared next, with the text that says so: no coder is left out."""
    if done.shared:
        return ("exchange_next_team", "team"), ("exchange_next_first", ",".join(done.interviews))
    if len(done.interviews) > 1:
        return (("exchange_next", "any"),)
    return (("exchange_next", str(done.codings["coder"].mode()[0])),)


@click.command()
@study_argument
@codebook_option
@skip_option
@click.option("--qdpx", type=PATH, help="A REFI-QDA project, for NVivo, ATLAS.ti, MAXQDA, QualCoder, ...: .qdpx.")
@click.option("--taguette", type=PATH, help="A project of Taguette: .sqlite3.")
@click.option("--annotations", type=PATH, help="W3C Web Annotations: .json.")
@click.option("--csv", type=PATH, help="A list of quotations: .csv.")
@click.option("--xlsx", type=PATH, help="A list of quotations: .xlsx.")
@click.option("--wide", type=PATH, help="One row a person, for SPSS, R or Stata: .csv, with a codebook of its columns.")
@click.option(
    "--count",
    type=click.Choice(["machine", "reviewed", "human"]),
    help="Which codings (default: those by hand, of everybody; without any the hits of the codebook). For "
    "--wide study.yaml goes first.",
)
@coder_option
@language_option
def export(
    study: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    qdpx: Path | None,
    taguette: Path | None,
    annotations: Path | None,
    csv: Path | None,
    xlsx: Path | None,
    wide: Path | None,
    count: Count | None,
    coder: str | None,
    language: str | None,
) -> None:
    """Write the codings of STUDY for other programs; what a format cannot carry is said by name and number."""
    from bp_qual.errors import StudyError
    from bp_qual.files import write_together
    from bp_qual.study.exporting import form_codings, form_wide, gather_codings, gather_wide

    named = {
        "--qdpx": (qdpx, ".qdpx"), "--taguette": (taguette, ".sqlite3"), "--annotations": (annotations, ".json"),
        "--csv": (csv, ".csv"), "--xlsx": (xlsx, ".xlsx"), "--wide": (wide, ".csv"),
    }  # fmt: skip
    for option, (path, ending) in named.items():
        check_ending(option, path, (ending,))
    if not any(path for path, _ in named.values()):
        raise WrongOption(Remark("nothing to write"), ", ".join(named))
    described, corpus, book, say = read_told(study, codebook, skip_unreadable, language)
    lists = [path for option, (path, _) in named.items() if path is not None and option != "--wide"]
    try:  # what may refuse comes first
        tables = gather_wide(described, corpus, book, count=count, coder=coder or "") if wide is not None else None
    except StudyError as error:
        raise StudyError(error.problems, Remark("nothing written")) from error
    given = gather_codings(described, corpus, book, count=count, coder=coder or "") if lists else None
    made = [(path, form_codings(given, path)) for path in lists] if given is not None else []
    beside = form_wide(*tables[:2], wide) if wide is not None and tables is not None else ()
    write_together([*((path, done.data) for path, done in made), *beside])
    for path, done in made:
        for item in done.lost:
            click.echo(say("cli_not_carried", item=item), err=True)
        click.echo(say("cli_written_to", files=show_name(path)), err=True)
    if wide is not None and tables is not None:
        for item in tables[2]:
            click.echo(say("cli_not_carried", item=item), err=True)
        click.echo(say("cli_written_to", files=show_name(wide)), err=True)
