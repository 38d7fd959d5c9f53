"""The settings of a comparison in words, for a reader who does not know their names in Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bp_qual.wording.measures import MEASURES
from bp_qual.wording.significance import CORRECTIONS, TESTS
from bp_qual.wording.texts import Bilingual
from bp_qual.wording.voice import Wording

SETTINGS: dict[str, Bilingual] = {
    "before": ("earlier wave", "eerdere ronde"),
    "after": ("later wave", "latere ronde"),
    "measure": ("measure", "maat"),
    "negated": ("negated mentions count", "ontkende vermeldingen tellen mee"),
    "prompted": (
        "mentions that answer a question in which a term of the same code was used count",
        "vermeldingen die antwoord geven op een vraag waarin een term van dezelfde code voorkwam tellen mee",
    ),
    "floor": ("minimum words per wave for a person", "minimum aantal woorden per ronde voor een persoon"),
    "compared": ("persons compared", "vergeleken personen"),
    "tested": ("codes tested", "getoetste codes"),
    "test": ("significance test", "toets"),
    "exact_pairs": (
        "persons up to whom every arrangement is counted",
        "personen tot wie alle verwisselingen geteld worden",
    ),
    "draws": ("random permutations", "willekeurige verwisselingen"),
    "seed": ("seed", "startgetal (seed)"),
    "correction": ("correction for several codes", "correctie voor meer codes"),
    "correction_beside_plan": ("correction of codes that were not planned", "correctie van niet geplande codes"),
    "plan": ("codes planned beforehand", "vooraf geplande codes"),
    "asked": ("codes asked about in some waves only", "codes waarnaar in maar enkele rondes gevraagd is"),
    "groups": ("persons grouped by", "personen gegroepeerd naar"),
    "fewest_changed": ("fewest changed persons for a test", "minste veranderde personen voor een toets"),
    "level": ("confidence level", "betrouwbaarheid"),
    "count": ("what counts", "wat meetelt"),
    "coder": ("whose review or codings", "wiens controle of coderingen"),
    "reviewed": ("interviews finished by this coder", "interviews die deze codeur afmaakte"),
    "together": ("how several coders count", "hoe meer codeurs tellen"),
    "passages_settled": (
        "passages on which coders differed, and which they settled",
        "passages waarover codeurs verschilden, en samen beslisten",
    ),
    "interviews_by_coder": ("interviews by coder and wave", "interviews per codeur en ronde"),
    "coded_by_several": ("interviews coded by several", "interviews die meer codeurs codeerden"),
    "coders_differ_between_waves": (
        "persons whose waves were not coded by the same coder",
        "personen van wie de rondes niet door dezelfde codeur gecodeerd zijn",
    ),
    "sample": ("sample that the change is corrected by", "steekproef waarmee het verschil gecorrigeerd is"),
    "sample_coder": ("who coded that sample", "wie die steekproef codeerde"),
    "sample_judged": ("passages of it that were coded", "hoeveel passages daarvan gecodeerd zijn"),
    "corrected_codes": ("codes with a corrected change", "codes met een gecorrigeerd verschil"),
    "correction_of_corrected": (
        "correction for several codes where a sample corrects some",
        "correctie voor meer codes waar een steekproef er enkele corrigeert",
    ),
    "margin": ("factor within which a code has stayed", "factor waarbinnen een code gelijk bleef"),
}
SAID_ELSEWHERE = ("unit", "test_name", "proposed", "imported")  # the methods say what was proposed and imported


def describe_settings(settings: Mapping[str, object], say: Wording) -> list[tuple[str, str]]:
    """Return what was chosen, and what followed from it, as pairs of a name and a value in words.

    A setting without a name in words keeps its own, so that a version of a library can be among them.

    >>> describe_settings({"negated": True, "plan": [], "level": 0.95, "scipy": "1.17"}, Wording("nl"))[1:]
    [('vooraf geplande codes', '–'), ('betrouwbaarheid', '95%'), ('scipy', '1.17')]
    """
    return [
        (say.fill(SETTINGS[name]) if name in SETTINGS else name, _in_words(name, value, say))
        for name, value in settings.items()
        if name not in SAID_ELSEWHERE
    ]


def _in_words(name: str, value: object, say: Wording) -> str:
    """Say one value: yes or no, a list, a number, or the name of a measure or test."""
    rows: dict[str, Bilingual] = {
        **{row.id: row.axis for row in MEASURES.values() if name == "measure"},
        **{row.id: row.name for row in TESTS.values() if name == "test"},
        **{row.id: row.name for row in CORRECTIONS.values() if name.startswith("correction")},
    }
    if isinstance(value, str):
        return say.fill(rows[value]) if value in rows else value or "–"
    if isinstance(value, bool):
        return say("yes" if value else "no")
    if isinstance(value, Mapping):
        return "; ".join(f"{code}: {', '.join(waves)}" for code, waves in value.items()) or "–"
    if isinstance(value, Sequence):
        return ", ".join(map(str, value)) or "–"
    if isinstance(value, int | float):
        form = "percent" if name == "level" else "step" if name == "seed" else "number"
        return say.fill((f"{{value:{form}}}",) * 2, value=value)
    return str(value)
