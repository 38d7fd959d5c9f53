"""What can be wrong with a pattern for file names, as study.yaml has it."""

from __future__ import annotations

from bp_qual.wording.problem_texts.shared_parts import NO_REMEDY
from bp_qual.wording.texts import Bilingual

_BETWEEN = (
    "Put something fixed between its parts, as in '{{person}}_{{wave}}'.",
    "Zet iets vasts tussen de delen, zoals in '{{person}}_{{wave}}'.",
)

PATTERN_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    "filename without both": (
        (
            "filename: '{written}' must contain {{person}} and {{wave}} once each, as in '{{person}}_{{wave}}'.",
            "filename: '{written}' moet {{person}} en {{wave}} elk één keer bevatten, zoals '{{person}}_{{wave}}'.",
        ),
        NO_REMEDY,
    ),
    "filename with a brace": (
        (
            "filename: '{written}' has a '{brace}' that belongs to no {{name}}.",
            "filename: in '{written}' staat een '{brace}' die bij geen {{naam}} hoort.",
        ),
        (
            "Write each part as {{name}}, as in '{{person}}_{{wave}}'; where the files have a brace, write {{other}}.",
            "Schrijf elk deel als {{naam}}, zoals in '{{person}}_{{wave}}'; schrijf {{rest}} waar de bestanden een "
            "accolade hebben.",
        ),
    ),
    "filename without a border": (
        (
            "filename: in '{written}' nothing stands between {one} and {other}: where one ends is anybody's guess.",
            "filename: in '{written}' staat niets tussen {one} en {other}: waar het ene ophoudt, is een gok.",
        ),
        (
            "Put something fixed between them, as in '{{person}}_{{wave}}', or, where the names have nothing there "
            "between person and wave, name the waves (waves: ['2010', '2020']); otherwise use interviews.csv.",
            "Zet er iets vasts tussen, zoals in '{{person}}_{{wave}}', of noem de rondes (waves: ['2010', '2020']) als "
            "er in de namen niets tussen persoon en ronde staat; gebruik anders interviews.csv.",
        ),
    ),
    "filename too loose": (
        (
            "filename: '{written}' can be read in too many ways in '{name}'.",
            "filename: '{written}' is in '{name}' op te veel manieren te lezen.",
        ),
        _BETWEEN,
    ),
}
