r"""The style sheet of Rich Text: which styles of paragraphs (`\s`) and letters (`\cs`) have a look of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bp_qual.lazy_patterns import lazy_pattern

_SHEET, _LONGEST = lazy_pattern(r"\{\\stylesheet"), 200_000
_STYLE = lazy_pattern(r"\{(?:\\\*)?(?:\\(cs|s)(\d{1,5})(?![a-z0-9]))?((?:\\[a-z*][^{}\\]*)*)[^{}]*\}")
_WORD = lazy_pattern(r"\\(b|i|ul|cf|sbasedon)(?![a-z])(\d{0,5})")
_USUAL = ("s", "0")  # the style that all others are based on


class Style(NamedTuple):
    """How a style makes letters look; None for what it does not say.

    >>> Style(bold=True).italic is None
    True
    """

    bold: bool | None = None
    italic: bool | None = None
    colour: str | None = None


def read_styles(source: str, colours: Sequence[str]) -> dict[tuple[str, str], Style]:
    r"""Return the styles that make letters look otherwise, by their word and number.

    Parameters
    ----------
    source : str
        Rich Text.
    colours : sequence of str
        The colours of the document by their numbers.

    Returns
    -------
    dict of (word, number) to Style
        The colour of all text is none.

    Examples
    --------
    >>> read_styles(r"{\rtf1{\stylesheet{\s1\b Vraag;}{\s2\sbasedon1 Kop;}{\*\cs3\i Schuin;}} R: ja}", [])[("s", "2")]
    Style(bold=True, italic=None, colour=None)
    """
    sheet = _SHEET.search(source)
    if not sheet:
        return {}
    own, above = dict[tuple[str, str], Style](), dict[tuple[str, str], str]()
    for kind, number, words, *_ in _STYLE.findall(source, sheet.end(), sheet.end() + _LONGEST):
        said = dict(_WORD.findall(words))
        key = (kind or "s", number or "0")
        own.setdefault(key, _read_style(said, colours))
        above.setdefault(key, said.get("sbasedon", ""))
    usual = own.get(_USUAL, Style()).colour
    plain = {key: style._replace(colour=None) if style.colour == usual else style for key, style in own.items()}
    styles = {key: _on_above(key, plain, above) for key in plain}
    return {key: style for key, style in styles.items() if style != Style()}


def _read_style(said: Mapping[str, str], colours: Sequence[str]) -> Style:
    bold, *slants = (said[word] != "0" if word in said else None for word in ("b", "i", "ul"))
    italic = any(slants) if slants != [None, None] else None
    number = int(said.get("cf") or 0)
    return Style(bold, italic, colours[number] if "cf" in said and number < len(colours) else None)


def _on_above(
    key: tuple[str, str], styles: Mapping[tuple[str, str], Style], above: Mapping[tuple[str, str], str]
) -> Style:
    """Return a style on those that it is based on, which say what it does not."""
    look, seen = Style(), set[tuple[str, str]]()
    while key in styles and key not in seen:
        seen.add(key)
        look = styles[key]._replace(**{name: said for name, said in look._asdict().items() if said is not None})
        key = (key[0], above[key])
    return look
