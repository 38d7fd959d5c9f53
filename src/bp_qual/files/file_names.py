"""Which names can become those of files, on every computer: of coders, and of samples. One rule for all."""

from __future__ import annotations

import re
import unicodedata

from bp_qual.display import shown
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.windows import is_device

_NAME = lazy_pattern(r"[^\W_][\w-]{0,39}")


def fitting_name(name: str, usual: str) -> str:
    """Return a name that can become that of a file: the name itself where it can, else one like it.

    It is letters, digits, - and _, at most 40, beginning with a letter or digit, with its accents composed.

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
    >>> fitting_name("anna-2", "anna"), fitting_name("eerste steekproef", "sample"), fitting_name("../", "sample")
    ('anna-2', 'eerste_steekproef', 'sample')
    >>> fitting_name("con", "anna"), fitting_name("(con)", "anna")
    ('con_1', 'con_1')
    """
    if not (_NAME.fullmatch(name) and unicodedata.normalize("NFC", name) == name):
        words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", name))
        name = "_".join(words)[:40].rstrip("_") or usual
    return f"{name}_1" if is_device(name) else name


def fault_of_name(name: str, usual: str) -> dict[str, str]:
    """Return what a message needs where no file can have this name; nothing where one can.

    >>> fault_of_name("eerste steekproef", "sample"), fault_of_name("first", "sample")
    ({'name': 'eerste steekproef', 'guess': 'eerste_steekproef'}, {})
    """
    guess = fitting_name(name, usual)
    return {} if guess == name else {"name": shown(name), "guess": guess}
