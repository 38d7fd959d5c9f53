"""Whether a first name is a woman's or a man's, where the lists give it to one of them only."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def sex_of_first_name(first: str) -> str:
    """Return `f` or `m` where the lists have a first name of women or of men only, else nothing.

    Parameters
    ----------
    first : str
        A first name in small letters, without accents; of several words, the first.

    Returns
    -------
    str

    Examples
    --------
    >>> sex_of_first_name("noreen"), sex_of_first_name("jan willem"), sex_of_first_name("robin")
    ('f', 'm', '')
    """
    return _sexes().get(first.split(" ")[0], "")


@cache
def _sexes() -> Mapping[str, str]:
    """Return the lists, those made by hand last: they decide."""
    folder = files("bp_qual.pseudonyms").joinpath("data")
    found: dict[str, str] = {}
    for sex, name in (("f", "womens_names"), ("m", "mens_names")):
        names = gzip.decompress(folder.joinpath(f"{name}.txt.gz").read_bytes()).decode("utf-8")
        found.update(dict.fromkeys(names.split("\n"), sex))
    for line in folder.joinpath("added_name_sexes.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            found.update(dict.fromkeys(line.split()[1:], line[0]))
    return found
