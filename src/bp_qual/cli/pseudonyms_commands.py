"""`bp-qual pseudonyms`: names proposed for a person to decide on, and replaced by the same pseudonym in every wave."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from bp_qual.cli.inputs import PATH, language_option, study_argument
from bp_qual.cli.speaking import speak
from bp_qual.cli.wrong_options import check_ending
from bp_qual.display import show_name
from bp_qual.wording import Wording

key_option = click.option(
    "--key", type=PATH, required=True, help="The file of the key: .csv, outside any study and git work tree."
)


@click.group()
def pseudonyms() -> None:
    """Names in the interviews: proposed in a sheet, decided by a person, replaced in a new study, the key apart."""


@pseudonyms.command()
@study_argument
@click.option("-o", "--output", type=PATH, required=True, help="The sheet to write: .xlsx. What it says is kept.")
@click.option("--key", type=PATH, help="A key that is there already: only names that are not in it are proposed.")
@click.option("--years", is_flag=True, help="Propose the year in the place of a date.")
@language_option
def propose(study: Path, output: Path, key: Path | None, years: bool, language: str | None) -> None:
    """Write a sheet of the likely names in all interviews of STUDY, to decide in.

    Each spelling has its counts by wave, lines of context, its group and a proposed replacement. Decisions that the
    sheet holds already are kept, and its earlier self stays beside it.
    """
    from bp_qual.files import keep_earlier, read_bytes, write_atomically
    from bp_qual.pseudonyms.key_file import NameKey, read_key
    from bp_qual.pseudonyms.name_rows import coarsen_dates, new_rows, told_of_rows
    from bp_qual.pseudonyms.name_sheet import NameBook, name_sheet_bytes, read_name_book
    from bp_qual.pseudonyms.proposing import propose_names

    check_ending("-o", output, (".xlsx",))
    before = read_bytes(output, noted=False) if output.exists() else b""
    book = read_name_book(before, where=show_name(output)) if before else NameBook(())
    proposals = propose_names(study)
    say = Wording(speak(language, proposals.language))
    known = read_key(key) if key else NameKey()
    rows = new_rows(proposals, book.rows, known)
    rows = coarsen_dates(rows, {row.spelling for row in book.rows}) if years else rows
    notes = [say("names_small", interviews=list(proposals.small))] if proposals.small else []
    data = name_sheet_bytes(rows, proposals.waves, language=say.language, notes=notes, typed=book.typed)
    kept = keep_earlier(output, data)
    write_atomically(output, data, edited=bool(before))
    told = (*proposals.notes, *told_of_rows(rows, book.rows, proposals, known))
    for text in (*notes, *(note.say(say.language) for note in told)):
        click.echo(say("check_note", text=text), err=True)
    for note in book.notes():
        kept_on = say("names_typed_kept", sheet=say("names_sheet_typed"))
        click.echo(say("check_note", text=f"{note.say(say.language)} {kept_on}"), err=True)
    if kept is not None:
        click.echo(say("names_earlier_kept", file=show_name(kept)), err=True)
    counts = {block: sum(row.block == block for row in rows) for block in ("likely", "perhaps")}
    command = shlex.join(["bp-qual", "pseudonyms", "apply", str(study), str(output), "-o"]) + " NEWSTUDY --key FILE"
    click.echo(say("names_proposed", file=show_name(output), command=show_name(command), **counts), err=True)


@pseudonyms.command()
@study_argument
@click.argument("names", type=PATH)
@click.option("-o", "--output", type=PATH, required=True, help="The folder of the new study; not there yet.")
@key_option
@language_option
def apply(study: Path, names: Path, output: Path, key: Path, language: str | None) -> None:
    """Write a new study in which the NAMES that a sheet decides on are pseudonyms; STUDY is not touched.

    Interviews, labels of speakers, file names, tables, codebook, codings, memos, samples and framework cells are
    changed. A key that is there already stands: the same person gets the same pseudonym in a new wave.
    """
    from bp_qual.pseudonyms.new_study import apply_pseudonyms

    done = apply_pseudonyms(study, names, output, key=key)
    click.echo(done.say(speak(language, done.language)), err=True)


@pseudonyms.command()
@study_argument
@key_option
@language_option
def check(study: Path, key: Path, language: str | None) -> None:
    """Search every file of STUDY for the names in the key, inside zips and Word files too; exit code 1 where any is."""
    from bp_qual.pseudonyms.searching_names import find_leftover_names
    from bp_qual.study.said_language import language_of_files

    found = find_leftover_names(study, key=key)
    click.echo(found.say(speak(language, language_of_files(study) or "")))
    if found.found:
        raise click.exceptions.Exit(1)


@pseudonyms.command()
@study_argument
@click.option("-o", "--output", type=PATH, required=True, help="The folder to write; not there yet.")
@key_option
@language_option
def reveal(study: Path, output: Path, key: Path, language: str | None) -> None:
    """Write a copy of STUDY with the names in their places again, from the key."""
    from bp_qual.pseudonyms.revealing import reveal_names
    from bp_qual.study.said_language import language_of_files

    done = reveal_names(study, output, key=key)
    click.echo(done.say(speak(language, language_of_files(study) or "")), err=True)
