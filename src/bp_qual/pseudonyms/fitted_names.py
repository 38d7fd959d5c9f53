"""Names of coders, samples and codes with the names in them replaced: what they become can still be such a name.

A coder's file is called after the coder, and study.yaml, events and samples name the coder too; a code is named by its
id in the codebook, study.yaml, events and samples. `[naam 1]` can be none of these, so that it would count no more: it
is `naam_1` in all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from bp_qual.coding.by_hand.coder_names import fitting_coder
from bp_qual.files.as_written import composed
from bp_qual.files.file_names import fitting_name
from bp_qual.files.located import Entries, Items, Text
from bp_qual.files.yaml_text import parse_yaml
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.replacing import ReplacedPlace, ReplacedText, Replacer

_LINE_ENDS = lazy_pattern(r"\r\n|[\n\r\x85\u2028\u2029]")
_FATES = ("renamed", "merged", "split")


class FittedNames:
    """What coders, samples and codes are called in the new study.

    Examples
    --------
    >>> from bp_qual.pseudonyms.decided_names import DecidedName
    >>> fitted = FittedNames(Replacer([DecidedName("Jan", "[naam 1]"), DecidedName("Zwolle", "[plaats 1]")]))
    >>> fitted.coder("Jan"), fitted.coder("anna"), fitted.sample("Zwolle_2"), fitted.code("Zwolle.werk")
    ('naam_1', 'anna', 'plaats_1_2', 'plaats_1_werk')
    """

    def __init__(self, everywhere: Replacer) -> None:
        self._everywhere = everywhere

    def coder(self, name: str) -> str:
        """Return what a coder is called."""
        return self._fit(name, lambda new: fitting_coder(new, "coder"))

    def sample(self, name: str) -> str:
        """Return what a sample is called."""
        return self._fit(name, lambda new: fitting_name(new, "sample"))

    def code(self, name: str) -> str:
        """Return the id of a code."""
        return self._fit(name, lambda new: fitting_name(new, "code"))

    def coders_file(self, old: str, coder: str) -> str:
        """Return what a coder's file is called, or a copy of it: the coder's name and what stands behind it.

        Parameters
        ----------
        old : str
            Its path in the study.
        coder : str
            Whose it is.

        Returns
        -------
        str
        """
        path = PurePosixPath(old)
        rest = composed(path.stem).removeprefix(coder)
        new = self.coder(coder) + self._everywhere.replace(rest).text
        return old if composed(path.stem) == new else str(path.with_name(new + path.suffix))

    def _fit(self, name: str, fitting: Callable[[str], str]) -> str:
        new = self._everywhere.replace(name).text
        return name if new == name else fitting(new)


class NamesInYaml:
    r"""Replaces names in study.yaml or a codebook, where coders, samples and codes stay what can be called so.

    Parameters
    ----------
    replacer : Replacer
        Replaces names in all else that the file says.
    fitted : FittedNames
        What coders, samples and codes are called.

    Examples
    --------
    >>> from bp_qual.pseudonyms.decided_names import DecidedName
    >>> replacer = Replacer([DecidedName("Jan", "(naam 1)")])
    >>> NamesInYaml(replacer, FittedNames(replacer)).replace("study: Jan\ncoders: [Jan, anna]").text
    'study: (naam 1)\ncoders: [naam_1, anna]'
    """

    def __init__(self, replacer: Replacer, fitted: FittedNames) -> None:
        self._replacer, self._fitted = replacer, fitted

    def replace(self, text: str) -> ReplacedText:
        """Return a text with every decided name in it replaced."""
        parts: list[str] = []
        places: list[ReplacedPlace] = []
        at = made = 0
        for start, end, written in [*self._spans(text), (len(text), len(text), "")]:
            between = self._replacer.replace(text[at:start])
            places += [_moved(place, at, made) for place in between.places]
            made += len(between.text)
            if start < end:
                places.append(ReplacedPlace(start, end, made, made + len(written), text[start:end], written, written))
            parts += [between.text, written]
            made += len(written)
            at = end
        return ReplacedText("".join(parts), tuple(places))

    def _spans(self, text: str) -> list[tuple[int, int, str]]:
        """Return where the names of coders, samples and codes stand that become others, and what they become."""
        starts = [0, *(end.end() for end in _LINE_ENDS.finditer(text))]
        spans = []
        for name, fit in _named_in(parse_yaml(text, "").root, self._fitted):
            start = starts[name.line - 1] + name.column - 1 + name.quoted
            if name and text.startswith(name, start) and (new := fit(name)) != name:
                spans.append((start, start + len(name), new))
        return sorted(spans)


def _moved(place: ReplacedPlace, old: int, new: int) -> ReplacedPlace:
    return replace(
        place,
        old_start=place.old_start + old,
        old_end=place.old_end + old,
        start=place.start + new,
        end=place.end + new,
    )


_Fit = Callable[[str], str]


def _named_in(root: object, fitted: FittedNames) -> Iterator[tuple[Text, _Fit]]:
    """Yield the names of coders, samples and codes in a file, and what becomes of such a name."""
    if not isinstance(root, Entries):
        return
    for key, fit in (("coders", fitted.coder), ("sample_coder", fitted.coder), ("sample", fitted.sample)):
        yield from ((name, fit) for name in _texts_in(root.get(key)))
    yield from ((name, fitted.code) for key in ("plan", "asked", *_FATES) for name in _ids_in(root.get(key), key))
    yield from ((name, fitted.code) for name in _ids_of_codes(root.get("codes")))


def _texts_in(value: object) -> Iterator[Text]:
    for item in value if isinstance(value, Items) else (value,):
        if isinstance(item, Text):
            yield item


def _ids_in(value: object, key: str) -> Iterator[Text]:
    """Yield the ids of a list, or the keys of a mapping; of what became of codes what stands behind them too."""
    yield from _texts_in(value)
    if isinstance(value, Mapping):
        for old, new in value.items():
            yield old
            yield from _texts_in(new) if key in _FATES else ()


def _ids_of_codes(codes: object) -> Iterator[Text]:
    for code in codes if isinstance(codes, Items) else ():
        if isinstance(code, Entries):
            yield from (name for key in ("id", "parent") for name in _texts_in(code.get(key)))
            yield from _ids_of_codes(code.get("codes"))
