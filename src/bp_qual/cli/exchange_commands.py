"""`bp-qual import`: codings of other programs into a study."""

from __future__ import annotations

from pathlib import Path

import click

from bp_qual.cli.inputs import PATH, language_option, study_argument
from bp_qual.cli.speaking import spoken_language
from bp_qual.cli.wrong_options import WrongOption, check_ending, remark_of
from bp_qual.display import show_name
from bp_qual.wording import Wording


@click.command("import")
@click.argument("file", type=PATH)
@study_argument
@click.option(
    "--coder", default="", help="Whose codings they are, where FILE does not say; of several, the one to take."
)
@click.option("--all-coded", is_flag=True, help="Interviews without codings in FILE were coded too: nothing was found.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option("-o", "--output", type=PATH, help="Also write what has no place, to mend and import: .csv or .xlsx.")
@language_option
def import_(
    file: Path,
    study: Path,
    coder: str,
    all_coded: bool,
    dry_run: bool,
    output: Path | None,
    language: str | None,
) -> None:
    """Take the codings in FILE into STUDY: a REFI-QDA project (.qdpx) or a list of quotations (.csv, .xlsx).

    Each quote gets its place in the interview, or is listed with the reason; exit code 1 where any is listed. What is
    there already is not added again.
    """
    from bp_qual.coding.by_hand import check_coder
    from bp_qual.files import write_atomically
    from bp_qual.files.table_bytes import table_bytes
    from bp_qual.study.gathering import read_study
    from bp_qual.study.importing import import_codings

    check_ending("-o", output, (".csv", ".xlsx"))
    if coder:
        try:
            check_coder(coder)
        except ValueError as error:
            raise WrongOption(remark_of(error), "--coder") from error
    described = read_study(study)
    say = Wording(spoken_language(described, language))
    done = import_codings(file, described, coder=coder, all_coded=all_coded, dry_run=dry_run)
    click.echo(done.say(say.language))
    if output is not None and len(done.listed):
        write_atomically(output, table_bytes(done.listed, output.suffix.lower()))
        click.echo(say("exchange_listed_in", file=show_name(output)), err=True)
    if done.new_codes == () and len(done.codings) and not dry_run:
        click.echo(say("exchange_next", study=show_name(study), coder=done.coders[0]), err=True)
    if len(done.listed):
        raise click.exceptions.Exit(1)
