"""The words for a change and when each is given: one table, printed by docs, report and terminal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bp_qual.wording.texts import LANGUAGES


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict in English and Dutch: its word, and when a code and a person get it.

    >>> RULES["not tested"].word("nl")
    'niet getoetst'
    """

    words: tuple[str, str]
    codes: tuple[str, str]
    persons: tuple[str, str]

    def word(self, language: str) -> str:
        """Return the word itself.

        >>> RULES["clear"].word("en")
        'clear'
        """
        return self.words[LANGUAGES.index(language)]

    def rule(self, language: str, *, of: str = "codes") -> str:
        """Return when the word is given, of `codes` (the group) or of `persons`.

        >>> RULES["uncertain"].rule("en")
        'p of at most .05, but not all that a clear change needs'
        """
        return (self.codes if of == "codes" else self.persons)[LANGUAGES.index(language)]


# In the order in which they are tried: the first that applies is given.
RULES: dict[str, Verdict] = {
    "not coded": Verdict(
        ("not coded", "niet gecodeerd"),
        (
            "nobody finished the interview for the code, or it has no terms and nobody coded it",
            "niemand is klaar met het interview voor deze code, of de code heeft geen termen en niemand codeerde hem",
        ),
        (
            "nobody finished the interview for the code, or it has no terms and nobody coded it",
            "niemand is klaar met het interview voor deze code, of de code heeft geen termen en niemand codeerde hem",
        ),
    ),
    "not asked": Verdict(
        ("not asked", "niet gevraagd"),
        ("the topic guide of one wave only asked for it", "de topiclijst van maar één ronde vroeg ernaar"),
        ("the topic guide of one wave only asked for it", "de topiclijst van maar één ronde vroeg ernaar"),
    ),
    "not mentioned": Verdict(
        ("not mentioned", "niet gevonden"),
        ("found in no interview of the persons compared", "in geen interview van de vergeleken personen gevonden"),
        ("found in neither interview", "in geen van beide interviews gevonden"),
    ),
    "not tested": Verdict(
        ("not tested", "niet getoetst"),
        ("fewer than six persons changed, so there is no p", "minder dan zes personen veranderden: geen p"),
        (
            "not interviewed in both waves, or with too few words",
            "niet in beide rondes geïnterviewd, of met te weinig woorden",
        ),
    ),
    "clear": Verdict(
        ("clear", "duidelijk"),
        (
            "p of at most .05 after the correction, a ratio that is not 1.0 and an interval without 1, if they exist; "
            "in the plan, if there is one",
            "p ten hoogste ,05 na de correctie, een verhouding die niet 1,0 is en een interval zonder 1, als ze er "
            "zijn; in het plan, als dat er is",
        ),
        (
            "p of at most .05 (.02 if one interview is over 1.5 times as long as the other), a factor of 1.5 or more, "
            "and five mentions or more",
            "p ten hoogste ,05 (,02 als het ene interview meer dan 1,5 keer zo lang is als het andere), een factor 1,5 "
            "of meer en ten minste vijf vermeldingen",
        ),
    ),
    "uncertain": Verdict(
        ("uncertain", "onzeker"),
        (
            "p of at most .05, but not all that a clear change needs",
            "p ten hoogste ,05, maar niet alles wat een duidelijke verandering vraagt",
        ),
        (
            "p of at most .05, but not all that a clear change needs",
            "p ten hoogste ,05, maar niet alles wat een duidelijke verandering vraagt",
        ),
    ),
    "stayed": Verdict(
        ("stayed", "gelijk gebleven"),
        (
            "p above .05, and two one-sided tests show that the ratio lies within the margin of the plan",
            "p boven ,05, en twee eenzijdige toetsen laten zien dat de verhouding binnen de marge van het plan ligt",
        ),
        ("", ""),  # one interview each cannot show that
    ),
    "no clear change": Verdict(
        ("no clear change", "geen duidelijke verandering"),
        ("p above .05; that is no evidence of no change", "p boven ,05; dat bewijst niet dat er niets veranderde"),
        ("p above .05; that is no evidence of no change", "p boven ,05; dat bewijst niet dat er niets veranderde"),
    ),
}  # fmt: skip
VERDICTS = tuple(RULES)


def explain_verdicts(language: str = "en", *, of: str = "codes", words: Iterable[str] = VERDICTS) -> tuple[str, ...]:
    """Return the rules for verdicts as sentences, one for each word, in the order in which they are tried.

    Parameters
    ----------
    language : str
        `en` or `nl`.
    of : str
        `codes` for the group, `persons` for a single person.
    words : iterable of str
        Only these of `VERDICTS`.

    Returns
    -------
    tuple of str
        Each begins with the word it explains.

    Examples
    --------
    >>> explain_verdicts(words=["no clear change"])
    ('no clear change: p above .05; that is no evidence of no change',)
    """
    chosen = set(words)
    return tuple(
        f"{rule.word(language)}: {rule.rule(language, of=of)}"
        for word, rule in RULES.items()
        if word in chosen and rule.rule(language, of=of)
    )
