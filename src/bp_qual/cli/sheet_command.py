"""`bp-qual sheet`: a sample to be coded in Excel or Word, and read back."""

from __future__ import annotations

from pathlib import Path

import click

from bp_qual.cli.inputs import (
    CODER,
    PATH,
    check_code,
    codebook_option,
    language_option,
    read_told,
    skip_option,
    study_argument,
    typed_arguments,
)
from bp_qual.cli.wrong_options import WrongOption, check_coders, check_ending, check_unused
from bp_qual.wording import Remark


@click.command()
@study_argument
@codebook_option
@skip_option
@language_option
@click.option("--sample", "name", default="sample", show_default=True, help="The sample: STUDY/samples/NAME.csv.")
@click.option(
    "--coder", type=CODER, required=True, help="Who codes it; everybody has an order of passages of their own."
)
@click.option("-o", "--output", type=PATH, help="Write the sheet to a file: .xlsx or .docx.")
@click.option("--read", "filled_in", type=PATH, help="Read a sheet back that was filled in.")
@click.option("--codes", default="", help="Only these codes, with commas between them (default: of the sample).")
@click.option("--mask", is_flag=True, help="Blot out years and ages, which tell the wave.")
def sheet(
    study: Path, codebook: Path | None, skip_unreadable: bool, language: str | None, name: str, coder: str,
    output: Path | None, filled_in: Path | None, codes: str, mask: bool,
) -> None:  # fmt: skip
    """Write a sample of STUDY as a sheet to be coded blind in Excel or Word, or read it back.

    Rows may be sorted, columns moved and notes written anywhere; what cannot be read as a mark is told.
    """
    from bp_qual.files import write_atomically
    from bp_qual.study.coding_sheets import SHEET_ENDINGS, save_sheet, sheet_bytes
    from bp_qual.study.sample_files import read_codes_of_interest, read_drawn

    if (output is None) == (filled_in is None):
        raise WrongOption(Remark("sheet in or out"), "-o, --read")
    check_ending("-o", output, SHEET_ENDINGS)
    if filled_in is not None:
        check_unused("sheet says it itself", {"--codes": codes, "--mask": mask})
    check_coders("--coder", [coder], study)
    described, corpus, book, say = read_told(study, codebook, skip_unreadable, language)
    wanted = [code.strip() for code in codes.split(",") if code.strip()]
    for code in wanted:
        check_code("codes", code, book)
    units = read_drawn(described, name, corpus)
    if units and not any(unit.is_for(coder) for unit in units):
        coders = list(dict.fromkeys(own for unit in units for own in unit.coders))
        raise WrongOption(
            Remark("nothing for a coder", values={"sample": name, "coder": coder, "coders": coders}), "--coder"
        )
    if output is not None:
        data = sheet_bytes(
            units, corpus, book, coder=coder, ending=output.suffix.lower(), mask=mask,
            codes=wanted or read_codes_of_interest(described, name, book), language=say.language,
        )  # fmt: skip
        write_atomically(output, data)
        own = sum(unit.is_for(coder) for unit in units)
        text = "sheet_written_word" if output.suffix.lower() == ".docx" else "sheet_written"
        values = {"file": output, "arguments": typed_arguments(study, codebook, skip_unreadable), "name": name}
        click.echo(say(text, n=own, coder=coder, **values), err=True)
    if filled_in is not None:
        saved = save_sheet(described, filled_in, units, corpus, book, coder=coder, name=name)
        for remark in saved.told:
            click.echo(say("check_note", text=remark.say(say.language)), err=True)
        counts = {part: getattr(saved, part) for part in ("finished", "added", "removed", "notes", "left")}
        click.echo(say("sheet_read", coder=coder, **counts))
