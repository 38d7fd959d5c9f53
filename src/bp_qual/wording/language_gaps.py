"""What is said of a language that bp_qual knows less of than Dutch and English."""

from __future__ import annotations

from collections.abc import Sequence

from bp_qual.wording.texts import LANGUAGES

_PARTS = {
    "denials": ("denials ('not', 'never') are not marked", "ontkenningen ('niet', 'nooit') worden niet gemarkeerd"),
    "split_verbs": (
        "verbs in two parts are found only where they are written as one word",
        "werkwoorden in twee delen worden alleen aaneengeschreven gevonden",
    ),
    "verb_phrases": (
        "phrases with a verb are found only where their words follow each other",
        "uitdrukkingen met een werkwoord worden alleen gevonden waar de woorden naast elkaar staan",
    ),
}
_SENTENCE = ("interviews in '{code}': {parts}.", "interviews in '{code}': {parts}.")


def describe_gaps(code: str, lacks: Sequence[str], *, language: str = "en") -> str:
    """Return a sentence on what is not done in a language; empty where nothing is lacking.

    Parameters
    ----------
    code : str
        The code of the language of the interviews.
    lacks : sequence of str
        The parts that are not described: `denials`, `split_verbs`, `verb_phrases`.
    language : str
        The language of the sentence.

    Returns
    -------
    str

    Examples
    --------
    >>> describe_gaps("fr", ["denials"])
    "interviews in 'fr': denials ('not', 'never') are not marked."
    >>> describe_gaps("en", [])
    ''
    """
    column = LANGUAGES.index(language)
    parts = "; ".join(_PARTS[part][column] for part in lacks)
    return _SENTENCE[column].format(code=code, parts=parts) if parts else ""
