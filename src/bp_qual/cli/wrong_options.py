"""What is wrong on the command line, said in the language that the command speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

import click

from bp_qual.cli.speaking import running_language
from bp_qual.display import show_name
from bp_qual.wording import Remark
from bp_qual.wording.remarks import remark_of


class WrongOption(click.UsageError):
    """A wrong value of an option or argument, or a wrong set of them; the language is that of the study.

    >>> print(WrongOption(Remark("waves are the same"), "--before, --after").message)
    Invalid value for --before, --after: the two waves are the same.
    """

    def __init__(self, fault: Remark, option: str = "", *, context: click.Context | None = None) -> None:
        self.fault = Remark("wrong value", values={"option": option, "fault": fault}) if option else fault
        super().__init__(str(self.fault), context or click.get_current_context(silent=True))
        self.language = running_language(self.ctx)

    def show(self, file: IO[Any] | None = None) -> None:
        """Print how the command is used, and what is wrong."""
        if self.ctx is None:
            super().show(file)
            return
        usage = " ".join([self.ctx.command_path, *self.ctx.command.collect_usage_pieces(self.ctx)])
        values = {"usage": usage, "command": self.ctx.command_path, "fault": self.fault}
        click.echo(Remark("wrong command", values=values).say(self.language), file=file, err=True)


def check_ending(option: str, path: Path | None, endings: Sequence[str]) -> None:
    """Refuse a file whose name ends in nothing that can be written.

    Parameters
    ----------
    option : str
        The name of the option or argument, as it is typed.
    path : Path, optional
        What was given; nothing is refused if nothing was.
    endings : sequence of str
        The endings that are possible.
    """
    if path is not None and not path.name.lower().endswith(tuple(endings)):
        raise WrongOption(Remark("must end in", values={"file": show_name(path), "endings": tuple(endings)}), option)


def check_unused(fault: str, options: Mapping[str, object]) -> None:
    """Refuse options that would be passed over beside another.

    Parameters
    ----------
    fault : str
        What is said of them, in the present tense.
    options : mapping of str to object
        Each as it is typed, with what was given: nothing is refused where nothing was.
    """
    if given := [option for option, value in options.items() if value]:
        raise WrongOption(Remark(fault), ", ".join(given))


def check_coders(option: str, names: Sequence[str], study: Path | None = None) -> None:
    """Refuse names of coders under which nobody's codings could be saved, and a name that is there twice.

    Parameters
    ----------
    option : str
        The name of the option, as it is typed.
    names : sequence of str
        What was given.
    study : Path, optional
        The folder of a study, of whose coders none may have a name that differs in capitals only.
    """
    from bp_qual.coding.by_hand import check_coder

    for name in names:
        try:
            check_coder(name, study)
        except ValueError as error:
            raise WrongOption(remark_of(error), option) from error
    check_doubles(option, names)


def check_doubles(option: str, names: Sequence[str]) -> None:
    """Refuse a name of a coder that is there twice."""
    if twice := next((name for at, name in enumerate(names) if name in names[:at]), ""):
        raise WrongOption(Remark("coder given twice", values={"coder": twice}), option)
