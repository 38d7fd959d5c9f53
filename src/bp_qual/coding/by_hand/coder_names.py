"""The names of coders: each names a file on every computer, and none says how several coders count together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bp_qual.display import shown
from bp_qual.files.as_written import composed
from bp_qual.files.file_names import fitting_name
from bp_qual.windows import is_device
from bp_qual.wording import Remark

AGREED = "agreed"  # the coder whose work is what several settled between them
RULES = ("all", "any", "team")  # what `--coder` says of several coders
_TAKEN = frozenset((*RULES, AGREED))


def is_rule(name: str) -> bool:
    """Return whether a name says how several coders count together, in whatever letters, so that nobody has it.

    >>> [is_rule(name) for name in ("all", "Team", "AGREED", "anna")]
    [True, True, True, False]
    """
    return composed(name).casefold() in _TAKEN


def fitting_coder(name: str, usual: str) -> str:
    """Return a name that a coder can have: the name itself where that can be, else one like it.

    Parameters
    ----------
    name : str
        As it was given.
    usual : str
        What is returned where nothing of the name is left.

    Returns
    -------
    str

    Examples
    --------
    >>> [fitting_coder(name, "anna") for name in ("bert", "Anna de Wit", "con", "Team")]
    ['bert', 'Anna_de_Wit', 'con_1', 'Team_1']
    """
    name = fitting_name(name, usual)
    return f"{name}_1" if is_rule(name) else name


def refuse_coder(name: str, there: Sequence[str] = ()) -> str:
    """Refuse a name that no coder can have, and return one that a coder can have with its accents composed.

    Parameters
    ----------
    name : str
        The name.
    there : sequence of str
        The coders of a study, of whom none may have a name that differs in capitals only: on Windows and a Mac that is
        one file.

    Returns
    -------
    str

    Raises
    ------
    ValueError
        With what the name may be, or is already.

    Examples
    --------
    >>> refuse_coder("all")
    Traceback (most recent call last):
    ValueError: 'all' says how several coders count together; name one coder.
    """
    name = composed(name) if isinstance(name, str) else name
    guess = fitting_coder(str(name), "anna")
    if is_device(str(name)):
        raise ValueError(Remark("name of a device", values={"name": name}))
    if is_rule(str(name)):
        raise ValueError(Remark("name of a rule", values={"name": name}))
    if not isinstance(name, str) or guess != name:
        raise ValueError(Remark("no name of a coder", values={"name": shown(str(name)), "guess": guess}))
    same = next((coder for coder in there if coder.casefold() == name.casefold()), "")
    if same and name not in there:
        raise ValueError(Remark("coder in other capitals", values={"name": name, "there": same}))
    return name


def alike_but_for_capitals(coders: Iterable[str]) -> list[list[str]]:
    """Return the names that differ in capitals only: one person, most likely, who counts as two coders.

    >>> alike_but_for_capitals(["Anna", "anna", "bea"])
    [['Anna', 'anna']]
    """
    alike: dict[str, list[str]] = {}
    for coder in coders:
        alike.setdefault(coder.casefold(), []).append(coder)
    return [names for names in alike.values() if len(names) > 1]
