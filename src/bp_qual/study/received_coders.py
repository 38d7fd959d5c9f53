"""Whose codings came in: the coders that a file names, as coders of the study."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bp_qual.coding.by_hand import check_coder
from bp_qual.coding.by_hand.coder_names import fitting_coder, is_rule
from bp_qual.display import shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.received import Passage, Received
from bp_qual.files.file_names import is_device
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording import Remark
from bp_qual.wording.guesses import did_you_mean

NOBODY = "imported"  # whose codings they are where neither the file nor the user says so
_CODEBOOK = lazy_pattern(r".+@.+\+[0-9a-f]{12}", re.DOTALL)  # the coder of its hits, as `bp-qual export` writes it
_SAID = lazy_pattern(r"[^\W_][\w .,()'’@+&:-]*")  # also that of a codebook, as its own list says it


def name_coders(
    received: Received, coder: str = "", known: Iterable[str] = ()
) -> tuple[tuple[Passage, ...], dict[str, str]]:
    """Return the passages to take, and who each coder of the file is here.

    Parameters
    ----------
    received : Received
        What came in.
    coder : str
        Who it is where the file names nobody; where it names coders, the one whose passages to take, with those of
        nobody: only these where it does not name this one. In any spelling: Anna is anna. ``AB=anna`` takes those of
        AB as anna's.
    known : iterable of str
        Who has coded here already.

    Returns
    -------
    tuple of Passage
        The passages; one that may be of several coders, for all that an empty cell tells, for each of these.
    dict of str to str
        Names here by names in the file.

    Raises
    ------
    CodebookError
        Where the file names coders for all its passages, and not this one.
    ValueError
        Where nobody can be called so.

    Examples
    --------
    >>> from bp_qual.exchange.received import Passage
    >>> by = [Passage("a.csv:2", "x", (), coder="Anna de Wit"), Passage("a.csv:3", "y", (), coder="B")]
    >>> name_coders(Received("a.csv", tuple(by), ()))[1]
    {'Anna de Wit': 'anna_de_wit', 'B': 'b'}
    """
    said = dict.fromkeys(passage.coder for passage in received.passages if not passage.perhaps_by)
    said |= dict.fromkeys(name for passage in received.passages for name in passage.perhaps_by)
    said |= dict.fromkeys(part.coder for part in received.finished)
    named = tuple(filter(None, said))
    persons = {_alike(name): name for name in reversed(named)}  # SJ and sj are one
    chosen_names = dict(zip(reversed(persons), _distinct(map(coder_name, reversed(persons.values()))), strict=True))
    here = {name.casefold(): name for name in known}
    owns = {name: chosen_names[_alike(name)] for name in named}
    names = {name: here.get(own, own) for name, own in owns.items()}
    of_file, _, under = coder.partition("=")
    if coder:
        coder = _own_name(under or of_file, {} if under else names, here)
    if not coder or not named:
        everybody = {name: coder or names.get(name, NOBODY) for name in said}
        everybody = everybody or {"": coder or NOBODY}
        return (*_of_whom(received.passages, everybody, everybody),), everybody
    taken = _find_coder(of_file, names)
    whose = {} if under else {"": coder}
    whose |= {name: coder for name in named if names[name] == taken}
    passages = tuple(_of_whom(received.passages, whose, {**names, **whose}))
    if not passages and not whose.keys() & {part.coder for part in received.finished}:
        values = {"guess": did_you_mean(of_file, [*named, *names.values()]), "first": named[0], "coder": coder}
        raise CodebookError(Problem(received.where, "several coders in file", {"coders": list(named), **values}))
    return passages, whose


def _of_whom(passages: Iterable[Passage], taken: Mapping[str, str], names: Mapping[str, str]) -> Iterator[Passage]:
    """Yield the passages of the coders who are taken.

    One below a name, which may be of that coder or of nobody, is of each who can be meant, so that none of them has a
    zero there; where all of them are one person here, it is that person's.
    """
    for passage in passages:
        can = {name: names[name] for name in (*passage.perhaps_by, passage.coder) if name in names}
        is_sure = len({*can.values()}) == 1 and passage.coder in can
        one_each = {own: name for name, own in reversed(can.items()) if name in taken}
        for name in reversed(one_each.values()):
            yield replace(passage, coder=name, perhaps_by=() if is_sure else passage.perhaps_by)


def _own_name(coder: str, names: Mapping[str, str], here: Mapping[str, str]) -> str:
    """Return what a coder is called here, by the name that is said."""
    if is_rule(coder):
        return check_coder(coder)
    return _find_coder(coder, names) or here.get(coder.casefold()) or check_coder(coder)


def _alike(name: str) -> str:
    """Return what is the same in every spelling of a coder's name that differs in capitals and spaces only."""
    return " ".join(name.split()).casefold()


def _find_coder(coder: str, names: Mapping[str, str]) -> str:
    """Return the coder of a file whom somebody names, as the file does or otherwise spelled; nothing where none is."""
    said = coder_name(coder)
    exact = next((names[name] for name in names if coder in (name, names[name])), "")
    return exact or next((own for own in names.values() if own.casefold() == said and said != NOBODY), "")


def say_renamed(received: Received, coders: Mapping[str, str]) -> tuple[Remark, ...]:
    """Return how many rows are taken as those of another than the one coder whom the file names.

    >>> by = Passage("a.csv:2", "x", (), coder="Anna")
    >>> [str(remark) for remark in say_renamed(Received("a.csv", (by,), ()), {"Anna": "bert"})]
    ["taken as bert's, as --coder says, though the file names Anna: 1 row"]
    """
    said = [passage.coder for passage in received.passages if passage.coder in coders and passage.coder]
    if len(set(map(_alike, said))) != 1:  # nobody, or several: each then has the own name
        return ()
    coder = coders[said[0]]
    values = {"n": len(said), "said": shown(said[0]), "coder": coder}
    return () if coder_name(said[0]).casefold() == coder.casefold() else (Remark("coder renamed", values=values),)


def say_devices(coders: Mapping[str, str]) -> tuple[Remark, ...]:
    """Return which coders of a file have another name here, as theirs is a rule's, or a device's on Windows.

    >>> [str(remark) for remark in say_devices({"Con": "con_1", "B": "b"})]
    ['the codings of Con are under con_1: no file can be called Con on Windows']
    """
    return tuple(
        Remark("coder a rule" if is_rule(said) else "coder a device", values={"said": shown(said), "coder": coder})
        for said, coder in coders.items()
        if (is_device(said) and not is_device(coder)) or (is_rule(said) and not is_rule(coder))
    )


def say_codebooks(coders: Mapping[str, str]) -> tuple[Remark, ...]:
    """Return which coders of a file are codebooks: what nobody looked at now counts as coded by hand.

    >>> [str(remark)[:67] for remark in say_codebooks({"B@1.0.0+0123456789ab": "b_1", "anna@x.nl": "anna"})]
    ['B@1.0.0+0123456789ab is a codebook: its hits, which nobody needs to']
    """
    own = [(said, coder) for said, coder in coders.items() if _CODEBOOK.fullmatch(said)]
    return tuple(Remark("coder a codebook", values={"said": shown(said, 60), "coder": coder}) for said, coder in own)


def say_taken_whole(received: Received, coder: str) -> tuple[Remark, ...]:
    """Return that ``AB=anna`` takes all of a file as anna's, where the file names nobody.

    >>> [str(remark) for remark in say_taken_whole(Received("a.csv", (Passage("a.csv:2", "x", (0,)),), ()), "AB=anna")]
    ["the file names no coder, nor AB: all of it was taken as anna's"]
    """
    of_file, _, under = coder.partition("=")
    if not under or not received.passages or any(passage.coder for passage in received.passages):
        return ()
    return (Remark("taken whole", values={"said": shown(of_file), "coder": under}),)


def check_said(coder: str) -> None:
    """Refuse what nobody is called, in whatever program, before anything is read.

    Parameters
    ----------
    coder : str
        As somebody says it: ``Anna de W.``, ``AB=anna``; before the ``=`` is what the file says, which may be anything.

    Raises
    ------
    ValueError
        With what a name may be.

    Examples
    --------
    >>> check_said("Anna de W.")
    """
    *of_file, name = coder.split("=", 1)
    if not _SAID.fullmatch(name) or "" in of_file:
        check_coder("" if "" in of_file else name)


def coder_name(name: str) -> str:
    """Return the name of a coder as it can name a file.

    >>> coder_name("Anna de Wit"), coder_name("José (UvA)"), coder_name("???"), coder_name("CON")
    ('anna_de_wit', 'josé_uva', 'imported', 'con_1')
    """
    return fitting_coder(name.casefold(), NOBODY)


def _distinct(names: Iterable[str]) -> list[str]:
    """Return the names, with a number where two persons would get one."""
    taken: list[str] = []
    for name in names:
        number, chosen = 2, name
        while chosen in taken:
            chosen, number = f"{name[:37]}-{number}", number + 1
        taken.append(chosen)
    return taken
