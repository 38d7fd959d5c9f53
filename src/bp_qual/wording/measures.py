"""The measures: one row each, with all that is ever said of it. `panel.rates` has one function each that computes it.

The command line, the comparison, the report, pictures, the methods paragraph and the Excel file read this table; a
measure is added by adding a row here and a function there.
"""

from __future__ import annotations

from dataclasses import dataclass

from bp_qual.wording.texts import Bilingual


@dataclass(frozen=True, slots=True)
class Measure:
    """One way of saying how much somebody speaks of a theme; every text in English and in Dutch.

    Parameters
    ----------
    id : str
        As in ``compare_waves(..., measure=)`` and ``--measure``.
    unit : pair of str
        Beside a number: "2.1 *per 1,000 words*".
    heading : pair of str
        Above rates of the persons compared: "What changed for these 8 (*mentions per 1,000 of their words*)".
    axis : pair of str
        Beside a picture.
    method : pair of str
        In a paper: "A theme was measured as *the share of the respondent's sentences*".
    column : pair of str
        What a rate is, among the column notes of a table.
    caution : pair of str
        What must be known wherever the measure is used; empty where nothing must. With a caution the measure is not
        among those of `sensitivity`, which are taken for as good as each other.

    >>> MEASURES["turns"].unit[0]
    '% of turns'
    """

    id: str
    unit: Bilingual
    heading: Bilingual
    axis: Bilingual
    method: Bilingual
    column: Bilingual
    caution: Bilingual = ("", "")


_ROWS = (
    Measure(
        "mentions",
        unit=("per 1,000 words", "per 1.000 woorden"),
        heading=("mentions per 1,000 of their words", "vermeldingen per 1.000 van hun woorden"),
        axis=("Mentions per 1,000 words", "Vermeldingen per 1.000 woorden"),
        method=("mentions per 1,000 words of the respondent", "vermeldingen per 1.000 woorden van de respondent"),
        column=("mentions per 1,000 words of the person", "vermeldingen per 1.000 woorden van de persoon"),
    ),
    Measure(
        "sentences",
        unit=("% of sentences", "% van de zinnen"),
        heading=("% of their sentences", "% van hun zinnen"),
        axis=("Sentences with the theme, % of a person's sentences", "Zinnen met het thema, % van iemands zinnen"),
        method=("the share of the respondent's sentences", "het aandeel van de zinnen van de respondent"),
        column=("sentences with the code, % of the person's sentences", "zinnen met de code, % van iemands zinnen"),
    ),
    Measure(
        "words",
        unit=("% of words", "% van de woorden"),
        heading=("% of their words, in sentences with the theme", "% van hun woorden, in zinnen met het thema"),
        axis=(
            "Words in sentences with the theme, % of a person's words",
            "Woorden in zinnen met het thema, % van iemands woorden",
        ),
        method=(
            "the share of the respondent's words that are in a coded sentence",
            "het aandeel van de woorden van de respondent dat in een gecodeerde zin staat",
        ),
        column=(
            "words in sentences with the code, % of the person's words",
            "woorden in zinnen met de code, % van iemands woorden",
        ),
    ),
    Measure(
        "presence",
        unit=("% of stretches", "% van de stukken"),
        heading=("% of stretches of equal length with the theme", "% van even lange stukken met het thema"),
        axis=(
            "Stretches with the theme, % of equally long stretches",
            "Stukken met het thema, % van even lange stukken",
        ),
        method=(
            "the share of all stretches as long as the person's shorter interview in which the theme was found",
            "het aandeel van alle stukken zo lang als iemands kortste interview waarin het thema is gevonden",
        ),
        column=(
            "stretches with the code, % of all stretches as long as the person's shorter interview",
            "stukken met de code, % van alle stukken zo lang als iemands kortste interview",
        ),
    ),
    Measure(
        "turns",
        unit=("% of turns", "% van de beurten"),
        heading=("% of their turns", "% van hun beurten"),
        axis=("Turns with the theme, % of a person's turns", "Beurten met het thema, % van iemands beurten"),
        method=("the share of the respondent's turns", "het aandeel van de beurten van de respondent"),
        column=("turns with the code, % of the person's turns", "beurten met de code, % van iemands beurten"),
        caution=(
            "turns get longer or shorter with the interviewer and the transcriber: a change in this measure may be"
            " theirs",
            "beurten worden langer of korter door interviewer en uitwerker: een verandering in deze maat kan van hen"
            " komen",
        ),
    ),
)

MEASURES: dict[str, Measure] = {measure.id: measure for measure in _ROWS}


def check_measure(name: str) -> None:
    """Refuse a measure that is not in the table, naming those that are.

    >>> check_measure("turnz")
    Traceback (most recent call last):
    ValueError: there is no measure 'turnz'; there is mentions, sentences, ...
    """
    if name not in MEASURES:
        raise ValueError(f"there is no measure {name!r}; there is {', '.join(MEASURES)}")
