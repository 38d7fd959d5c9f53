"""Whose codings came in: the coders that a file names, as coders of the study."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from bp_qual.coding.by_hand import check_coder
from bp_qual.coding.by_hand.coder_names import fitting_coder, is_rule
from bp_qual.coding.by_hand.log import read_history
from bp_qual.coding.by_hand.replay import replay
from bp_qual.display import shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.received import Passage, Received
from bp_qual.files.as_written import composed
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.windows import is_device
from bp_qual.wording import Remark
from bp_qual.wording.guesses import did_you_mean

NOBODY = "imported"  # whose codings they are where neither the file nor the user says so
_CODEBOOK = lazy_pattern(r".+@.+\+[0-9a-f]{12}", re.DOTALL)  # the coder of its hits, as `bp-qual export` writes it
_SAID = lazy_pattern(r"[^\W_][\w .,()'’@+&:-]*")  # also that of a codebook, as its own list says it


def name_coders(
    received: Received,
    coder: str = "",
    known: Iterable[str] = (),
    called: Callable[[str], Collection[str]] = lambda _: (),
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
    called : callable
        What the files that came in before call one of these, where that is another name than here.

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
    here = {name.casefold(): name for name in known}
    chosen_names = _distinct(reversed(persons.values()), here, called)
    names = {name: chosen_names[_alike(name)] for name in named}
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
    coder = composed(coder)
    if is_rule(coder):
        return check_coder(coder)
    return _find_coder(coder, names) or here.get(coder.casefold()) or check_coder(coder)


def _alike(name: str) -> str:
    """Return what is the same in every spelling of a coder's name that differs in capitals and spaces only."""
    return " ".join(composed(name).split()).casefold()


def _find_coder(coder: str, names: Mapping[str, str]) -> str:
    """Return the coder of a file whom somebody names, as the file does or otherwise spelled; nothing where none is.

    Nor where several can be meant, as `A.B` is both `A/B` and `A B`.
    """
    said = coder_name(coder)
    exact = next((names[name] for name in names if coder in (name, names[name])), "")
    exact = exact or next((own for name, own in names.items() if _alike(coder) in (_alike(name), own.casefold())), "")
    meant = {own for name, own in names.items() if said in (own.casefold(), coder_name(name)) and said != NOBODY}
    return exact or (meant.pop() if len(meant) == 1 else "")


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


def called_here(coders: Mapping[str, str], coder: str) -> tuple[str, ...]:
    """Return what a file calls a coder here, where that is another name, and comes to this one as a file's.

    >>> called_here({"A/B": "a_b", "A B": "a_b-2", "AB": "anna"}, "a_b-2"), called_here({"AB": "anna"}, "anna")
    (('A B',), ())
    """
    own = coder.casefold()
    said = (name for name, here in coders.items() if name and here == coder and name.casefold() != own)
    return tuple(name for name in said if own == coder_name(name) or own.startswith(f"{coder_name(name)[:37]}-"))


def called_before(study: Path, coder: str) -> tuple[str, ...]:
    """Return what the files that came in call a coder of a study, where that is another name than here.

    >>> called_before(Path("no/such/folder"), "anna")
    ()
    """
    return tuple(name for event in replay(read_history(study, coder).events).imports for name in event.coders)


def say_same_file(coders: Mapping[str, str], coder: str = "") -> tuple[Remark, ...]:
    """Return which coders of a file have a number here, as their name comes to that of another where it names a file.

    Parameters
    ----------
    coders : mapping of str to str
        Coders here by their names in the file.
    coder : str
        What was said of whose they are: where that renames one, nobody needs to be told.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> [str(remark)[:79] for remark in say_same_file({"A/B": "a_b", "A B": "a_b-2"})]
    ['the codings of A B are under a_b-2: a_b, as a file of theirs would be called, i']
    """
    told = dict[str, Remark]()
    for said, here in coders.items() if "=" not in coder else ():
        own = coder_name(said) if said else here.casefold()
        if here.casefold().startswith(f"{own[:37]}-") and here.casefold() not in (own, said.casefold()):
            told.setdefault(here, Remark("coder told apart", values={"said": shown(said), "coder": here, "other": own}))
    return tuple(told.values())


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


def _distinct(
    names: Iterable[str], here: Mapping[str, str], called: Callable[[str], Collection[str]]
) -> dict[str, str]:
    """Return who each person of a file is here, with a number where others have the name that a file could have.

    A name that a file can have as it stands is that coder's, whatever others stand above it. Of other names that come
    to the same, as `A/B` and `A B` do, each is who was called so in an earlier file, or somebody new.
    """
    chosen: dict[str, str] = {}
    for name in sorted(names, key=lambda name: coder_name(name) != name.casefold()):
        own = coder_name(name)
        free = ""
        for number in range(1, len(here) + len(chosen) + 2):
            one = own if number == 1 else f"{own[:37]}-{number}"
            there = here.get(one, one)
            if there in chosen.values():
                continue
            before = {_alike(said) for said in called(there)} if one in here else set[str]()
            if name.casefold() == one or _alike(name) in before:
                free = there
                break
            free = free or ("" if before else there)
        chosen[_alike(name)] = free
    return chosen
