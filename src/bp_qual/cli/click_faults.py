"""What click finds wrong on a command line, as remarks, so that it too is said in the language of the study."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence

import click

from bp_qual.cli.speaking import note_typed
from bp_qual.cli.wrong_options import WrongOption
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording import Remark

# Click has a class for some mistakes and only a sentence for the others; a sentence that is not here stays English.
_WRITTEN = {
    "no such command": lazy_pattern(r"No such command '(?P<name>.*?)'\."),
    "needs a value": lazy_pattern(r"Option '(?P<name>.*)' requires an argument\."),
    "takes no value": lazy_pattern(r"Option '(?P<name>.*)' does not take a value\."),
    "no such choice": lazy_pattern(r"'(?P<value>.*)' is not one of (?P<known>.*)\."),
    "no whole number": lazy_pattern(r"'(?P<value>.*)' is not a valid integer(?: range)?\."),
    "outside the range": lazy_pattern(r"(?P<value>\S+) is not in the range (?P<range>.*)\."),
    "one argument too many": lazy_pattern(r"Got unexpected extra argument \((?P<arguments>.*)\)"),
    "arguments too many": lazy_pattern(r"Got unexpected extra arguments \((?P<arguments>.*)\)"),
    "no command": lazy_pattern(r"Missing command\."),
}


@contextlib.contextmanager
def in_own_words(typed: Sequence[str] = ()) -> Iterator[None]:
    """Raise what click refuses as a `WrongOption`, which speaks the language of the study.

    >>> with in_own_words():
    ...     raise click.NoSuchOption("--langauge", possibilities=["--language"])
    Traceback (most recent call last):
    bp_qual.cli.wrong_options.WrongOption: No such option '--langauge'. Did you mean '--language'?
    """
    try:
        yield
    except (WrongOption, click.exceptions.NoArgsIsHelpError):
        raise
    except click.UsageError as error:
        if error.ctx is not None and typed:
            note_typed(error.ctx, typed)
        raise WrongOption(fault_in(error), context=error.ctx) from error


def fault_in(error: click.UsageError) -> Remark:
    """Return what click finds wrong.

    >>> fault_in(click.UsageError("Missing command.")).say("nl")
    'Noem een commando.'
    >>> fault_in(click.BadParameter("'x' is not a valid integer.", param_hint="'--seed'")).say("nl")
    "Ongeldige waarde voor '--seed': 'x' is geen geheel getal."
    """
    name = _parameter_of(error)
    if isinstance(error, click.NoSuchOption):
        return _with_guess(Remark("no such option", values={"name": error.option_name}), error)
    if isinstance(error, click.MissingParameter):
        return Remark("no argument" if isinstance(error.param, click.Argument) else "no option", values={"name": name})
    fault = _written_fault(error)
    return Remark("wrong value", values={"option": name, "fault": fault}) if name else fault


def _written_fault(error: click.UsageError) -> Remark:
    for kind, written in _WRITTEN.items():
        if match := written.fullmatch(error.message):
            return _with_guess(Remark(kind, values=match.groupdict()), error)
    return Remark("as written", values={"text": error.message})


def _parameter_of(error: click.UsageError) -> str:
    """Return the option or argument at fault, as click writes it; nothing where it is none."""
    if not isinstance(error, click.BadParameter):
        return ""
    if error.param_hint:
        return error.param_hint if isinstance(error.param_hint, str) else " / ".join(map(repr, error.param_hint))
    return error.param.get_error_hint(error.ctx) if error.param and error.ctx else ""


def _with_guess(fault: Remark, error: click.UsageError) -> Remark:
    alike = getattr(error, "possibilities", None)
    guess = Remark("did you mean", values={"name": alike[0]}) if alike else None
    return Remark("wrong but close", values={"fault": fault, "guess": guess}) if guess else fault
