"""The command line: `bp-qual COMMAND [STUDY]`, verb for verb the library.

Exit codes: 0 for success, 1 for a problem in the user's files, 2 for a wrong command line, 130 after Ctrl-C. Tables go
to files or to stdout, everything else to stderr. Nothing heavy is imported before a command needs it.
"""

from __future__ import annotations

import contextlib
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from bp_qual import __version__
from bp_qual.cli.click_faults import in_own_words
from bp_qual.cli.code_command import code
from bp_qual.cli.codebook_commands import codebook
from bp_qual.cli.compare_command import compare
from bp_qual.cli.exchange_commands import export, import_
from bp_qual.cli.explain_command import explain
from bp_qual.cli.groups_command import groups
from bp_qual.cli.hand_commands import codings, restore
from bp_qual.cli.hindrances import check_standing, explain_hindrance
from bp_qual.cli.inputs import PATH
from bp_qual.cli.page_command import page
from bp_qual.cli.paper_command import paper
from bp_qual.cli.plan_commands import plan, sensitivity
from bp_qual.cli.portrait_command import portrait
from bp_qual.cli.printed import end_where_unprinted, mind_closed_output
from bp_qual.cli.pseudonyms_commands import pseudonyms
from bp_qual.cli.sheet_command import sheet
from bp_qual.cli.show_commands import framework, quotes, report
from bp_qual.cli.speaking import note_typed, running_language, say_error
from bp_qual.cli.study_commands import check, init
from bp_qual.cli.suggest_command import suggest
from bp_qual.cli.validation_commands import agree, sample, validate
from bp_qual.cli.words_command import words
from bp_qual.errors import BpQualError, BpQualWarning
from bp_qual.files.guard import allow_outside, allow_overwriting, guarded_run
from bp_qual.interrupting import ABORTED, INTERRUPTED
from bp_qual.processes import run_command
from bp_qual.windows import print_what_it_can
from bp_qual.wording import Remark, Wording


class Commands(click.Group):
    """Commands that report errors in the user's files in one message, with exit code 1 and no traceback."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the command line as far as the name of the command, and keep it as it was typed.

        Parameters
        ----------
        info_name, args, parent, extra
            As click gives them.

        Returns
        -------
        click.Context
            What was read.
        """
        mind_closed_output()
        print_what_it_can(sys.stdout, sys.stderr)
        typed = tuple(args)
        with end_where_unprinted(), _end_where_interrupted(), in_own_words(typed):
            context = super().make_context(info_name, args, parent, **extra)
        note_typed(context, typed)
        return context

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; report problems in the user's files, and on the command line, as plain text."""
        with (
            end_where_unprinted(),
            _end_where_interrupted(),
            guarded_run(_look_around),
            run_command(None),
            _notes_on_stderr(),
            in_own_words(),
        ):
            try:
                check_standing()
                return super().invoke(ctx)
            except BpQualError as error:
                click.echo(say_error(ctx, error), err=True)
                ctx.exit(1)
            except Exception as error:
                click.echo(say_error(ctx, explain_hindrance(error)), err=True)
                ctx.exit(1)


@contextlib.contextmanager
def _end_where_interrupted() -> Iterator[None]:
    """End the command in one line, with the exit code that shells give, where Ctrl-C broke it off."""
    try:
        yield
    except KeyboardInterrupt as error:
        click.echo(ABORTED, err=True)
        raise click.exceptions.Exit(INTERRUPTED) from error


def _look_around(folder: Path) -> None:
    """Note the study in which a file is to be written."""
    from bp_qual.study.places import note_study_around

    note_study_around(folder)


@contextlib.contextmanager
def _notes_on_stderr() -> Iterator[None]:
    """Show each `BpQualWarning` once, as a plain sentence in the language that the command speaks."""

    def show(message: Warning | str, category: type[Warning], *_: object) -> None:
        if issubclass(category, BpQualWarning):
            said = message.args[0] if isinstance(message, Warning) else message
            language = running_language()
            text = said.say(language) if isinstance(said, Remark) else str(said)
            if text not in told:  # two modules may warn of the same
                told.add(text)
                try:
                    click.echo(Wording(language)("check_note", text=text), err=True)
                except OSError as error:  # whoever reads a file must not take it for a fault of that file
                    untold.append(error)

    told, untold = set[str](), list[OSError]()
    with warnings.catch_warnings():
        warnings.simplefilter("once", BpQualWarning)
        warnings.showwarning = show  # type: ignore[assignment]
        yield
    if untold:
        raise untold[0]


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="bp-qual")
@click.pass_context
def main(context: click.Context) -> None:
    """Interviews with the same people, years apart: what changed, for whom, and how sure can one be?

    STUDY is the folder of a study (default: the current folder). No command contacts the network, but for a scheduler
    or an address that you name. Without a command it says what the current folder holds and what comes next.
    """
    if context.invoked_subcommand is None:
        _tell_next_step()


def _tell_next_step() -> None:
    """Say where the study in the current folder stands, in its language or the computer's."""
    from bp_qual.cli.speaking import own_language, speak
    from bp_qual.study.next_step import find_next_step

    step = find_next_step()
    language = speak(None, step.language, own_language())
    click.echo(step.say(language))
    click.echo(Wording(language)("cli_all_commands"), err=True)


def _let_overwrite(command: click.Command) -> None:
    """Give every command that writes a file the option to replace one that bp_qual did not write."""
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        _let_overwrite(inner)
    writes = {"output", "html", "docx", "xlsx", "csv", "parquet", "qdpx", "wide"}
    if any(param.name in writes and param.type is PATH for param in command.params):
        command.params.append(
            click.Option(
                ["--overwrite"],
                is_flag=True,
                expose_value=False,
                callback=lambda _context, _option, chosen: allow_overwriting() if chosen else None,
                help="Replace a file that bp_qual did not write (never one that it reads, or of a study).",
            )
        )


def _let_read_outside(command: click.Command) -> None:
    """Give every command that takes a study the option to read what the study names outside its own folder."""
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        _let_read_outside(inner)
    if any(param.name == "study" for param in command.params):
        command.params.append(
            click.Option(
                ["--allow-outside"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=lambda _context, _option, chosen: allow_outside() if chosen else None,
                help="Read files that STUDY names or links to outside its own folder (only if you trust it).",
            )
        )


for command in (
    init,
    check,
    code,
    quotes,
    compare,
    report,
    framework,
    portrait,
    paper,
    codebook,
    plan,
    sensitivity,
    explain,
    page,
    codings,
    restore,
    import_,
    agree,
    sample,
    sheet,
    export,
    validate,
    words,
    suggest,
    groups,
    pseudonyms,
):
    _let_overwrite(command)
    _let_read_outside(command)
    main.add_command(command)
