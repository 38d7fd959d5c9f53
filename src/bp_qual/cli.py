"""The command line: `bp-qual COMMAND [STUDY]`, verb for verb the library.

Exit codes: 0 done, 1 something in your files, 2 wrong command line. Tables go to files or to stdout, everything else to
stderr. Nothing heavy is imported before a command needs it.
"""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bp_qual import __version__
from bp_qual.errors import BpQualError, BpQualWarning, StudyError

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.codebook import Codebook
    from bp_qual.study import Study
    from bp_qual.transcripts import Corpus


class Commands(click.Group):
    """Commands whose errors in the user's files are one message and exit code 1, never a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; say what is wrong in the user's files in plain words."""
        with _notes_on_stderr():
            try:
                return super().invoke(ctx)
            except BpQualError as error:
                click.echo(str(error), err=True)
                ctx.exit(1)


@contextlib.contextmanager
def _notes_on_stderr() -> Iterator[None]:
    """Show each `BpQualWarning` once, as a plain sentence."""

    def show(message: Warning | str, category: type[Warning], *_: object) -> None:
        if issubclass(category, BpQualWarning):
            click.echo(f"Note: {message}", err=True)

    with warnings.catch_warnings():
        warnings.simplefilter("once", BpQualWarning)
        warnings.showwarning = show  # type: ignore[assignment]
        yield


_PATH = click.Path(path_type=Path)
study_argument = click.argument("study", type=_PATH, default=Path())
codebook_option = click.option("--codebook", type=_PATH, help="A codebook instead of the one that study.yaml names.")
skip_option = click.option("--skip-unreadable", is_flag=True, help="Go on without files that cannot be read.")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="bp-qual")
def main() -> None:
    """Interviews with the same people, years apart: what changed, for whom, and how sure can one be?

    STUDY is the folder of a study (default: the one you stand in). Nothing ever contacts the network.
    """


@main.command()
@click.argument("folder", type=_PATH)
def init(folder: Path) -> None:
    """Make a study in a new FOLDER that runs at once, to be filled with your own interviews."""
    from bp_qual.starter import make_study

    for file in make_study(folder):
        click.echo(str(file), err=True)
    click.echo(f"\nTry it: bp-qual compare {folder} -o {folder / 'out'}", err=True)


@main.command()
@study_argument
@codebook_option
def check(study: Path, codebook: Path | None) -> None:
    """Read everything, change nothing, and list every problem in the files of STUDY."""
    from bp_qual.check import check_study

    findings = check_study(study, codebook=codebook)
    click.echo(f"{findings.corpus}\n" if findings.corpus.transcripts else "", nl=False)
    click.echo(str(findings))
    if findings.problems:
        raise click.exceptions.Exit(1)


@main.command()
@study_argument
@codebook_option
@skip_option
@click.option("-o", "--output", type=_PATH, required=True, help="The table: .csv, .parquet or .xlsx by its ending.")
def code(study: Path, codebook: Path | None, skip_unreadable: bool, output: Path) -> None:
    """Find the codebook's themes in the talk of STUDY and write the table of codings."""
    from bp_qual.files import write_atomically
    from bp_qual.tables import ENDINGS, table_bytes

    if output.suffix.lower() not in ENDINGS:
        raise click.BadParameter(f"'{output}' must end in {', '.join(ENDINGS)}.", param_hint="-o")
    _, _, _, codings = _coded(study, codebook, skip_unreadable)
    write_atomically(output, table_bytes(codings, output.suffix.lower()))
    click.echo(f"{len(codings):,} codings written to {output}", err=True)


@main.command()
@study_argument
@codebook_option
@skip_option
@click.option("--before", help="The earlier wave (default: the first).")
@click.option("--after", help="The later wave (default: the last).")
@click.option("--seed", type=int, default=1, show_default=True, help="For the permutations, where not all can be done.")
@click.option("-o", "--output", type=_PATH, default=Path("out"), show_default=True, help="The folder for the results.")
def compare(
    study: Path,
    codebook: Path | None,
    skip_unreadable: bool,
    before: str | None,
    after: str | None,
    seed: int,
    output: Path,
) -> None:
    """Say what changed between two waves of STUDY: a summary here, tables and a report in a folder."""
    from bp_qual.compare import compare_waves
    from bp_qual.panel import count_codes
    from bp_qual.results import write_results

    described, corpus, book, codings = _coded(study, codebook, skip_unreadable)
    _check_waves(described, before, after)
    panel = count_codes(codings, corpus, book)
    comparison = compare_waves(panel, before=before, after=after, floor=described.floor, seed=seed)
    names = write_results(
        comparison, output, title=described.name, language=described.language, attributes=described.persons
    )
    click.echo(comparison.summary(title=described.name))
    tables = [str(output / name) for name in ("report.html", "codes.csv", "persons.csv")]
    click.echo(f"\n{' · '.join(tables)} and {len(names) - len(tables)} more")


@main.command()
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

    _, corpus, book, codings = _coded(study, codebook, skip_unreadable)
    _check_known("code", code_id, [c.id for c in book.codes])
    _check_known("person", person, corpus.persons)
    _check_known("wave", wave, corpus.waves)
    click.echo(str(find_quotes(codings, code=code_id, person=person, wave=wave, corpus=corpus)))


def _coded(place: Path, codebook: Path | None, skip_unreadable: bool) -> tuple[Study, Corpus, Codebook, pd.DataFrame]:
    """Read a study and code it; every problem of its files is one error."""
    from bp_qual.coding import apply_codebook
    from bp_qual.study import read_inputs

    study, corpus, book = read_inputs(place, codebook=codebook, skip_unreadable=skip_unreadable)
    for note in (*study.notes, *corpus.unread):
        click.echo(f"Note: {note}", err=True)
    return study, corpus, book, apply_codebook(book, corpus)


def _check_waves(study: Study, before: str | None, after: str | None) -> None:
    ids = [wave.id for wave in study.waves]
    _check_known("before", before, ids)
    _check_known("after", after, ids)
    if len(ids) < 2:
        raise StudyError(f"all interviews are of one wave ({', '.join(ids)}): there is nothing to compare.")


def _check_known(option: str, value: str | None, known: list[str] | tuple[str, ...]) -> None:
    """Refuse an option's value that the study does not have, naming what was meant or what there is."""
    import difflib

    if value is None or value in known:
        return
    close = difflib.get_close_matches(value, known, 1)
    hint = f"Did you mean '{close[0]}'?" if close else f"There are: {', '.join(known)}."
    raise click.BadParameter(f"'{value}' is not in the study. {hint}", param_hint=f"--{option}")
