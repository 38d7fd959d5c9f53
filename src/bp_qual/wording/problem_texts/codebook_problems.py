"""What can be wrong with a codebook: its codes and versions. Its terms are in `term_problems`."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

_GUESS = ("{guess:said}", "{guess:said}")
_WRITE_ID = ("Write '- id: {id}'.", "Schrijf '- id: {id}'.")
_WRITE_VERSION = (
    "Write version: {higher}, and list under renamed, merged or split what became of the old codes.",
    "Schrijf version: {higher}, en zet onder renamed, merged of split wat er van de oude codes geworden is.",
)

CODEBOOK_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    "code is text": (
        (
            "a code of {inside:said} is text, not lines 'key: value'.",
            "een code van {inside:said} is tekst, geen regels 'sleutel: waarde'.",
        ),
        _WRITE_ID,
    ),
    "code is list": (
        (
            "a code of {inside:said} is a list, not lines 'key: value'.",
            "een code van {inside:said} is een lijst, geen regels 'sleutel: waarde'.",
        ),
        _WRITE_ID,
    ),
    "no codes to propose for": (
        (
            "has no codes, so there is nothing that sentences could be like.",
            "heeft geen codes, dus er is niets waar zinnen op kunnen lijken.",
        ),
        (
            "Write a code with a definition or an example in it, and run this again. Words that changed need no"
            " codebook: bp-qual words.",
            "Schrijf er een code met een definitie of een voorbeeld in en draai dit opnieuw. Woorden die veranderden"
            " vragen geen codeboek: bp-qual words.",
        ),
    ),
    "id twice": (
        (
            "the id '{code}' is used twice; the first is on line {line:number}.",
            "het id '{code}' is twee keer gebruikt; de eerste keer op regel {line:number}.",
        ),
        ("Give one of the two another id.", "Geef een van de twee een ander id."),
    ),
    "wrong id": (
        ("'{value}' is not a valid id.", "'{value}' kan geen id zijn."),
        (
            "Use letters, digits, '-', '_' and '.', and put the name in label.",
            "Gebruik letters, cijfers, '-', '_' en '.', en zet de naam in label.",
        ),
    ),
    "wrong version": (
        ("'{value}' is not a valid version.", "'{value}' kan geen versie zijn."),
        ("Write numbers with dots: 1.0.0.", "Schrijf getallen met punten: 1.0.0."),
    ),
    "wrong colour": (
        ("'{value}' is not a valid colour.", "'{value}' is geen kleur."),
        ("Write it in quotes, as '#1b9e77'.", "Schrijf haar tussen aanhalingstekens, zoals '#1b9e77'."),
    ),
    "wrong guid": (
        ("'{value}' is not a valid guid.", "'{value}' kan geen guid zijn."),
        (
            "Copy it from the other program: 36 characters with dashes.",
            "Neem hem over uit het andere programma: 36 tekens met streepjes.",
        ),
    ),
    "no language": (("'{value}' is no language.", "'{value}' is geen taal."), _GUESS),
    "key no language": (
        ("'{value}' in {inside:said} is not a language.", "'{value}' in {inside:said} is geen taal."),
        _GUESS,
    ),
    "empty sentence": (
        (
            "an empty sentence in '{key}' of {inside:said}.",
            "een lege zin in '{key}' van {inside:said}.",
        ),
        ("Write one, or delete it.", "Schrijf er een, of haal hem weg."),
    ),
    # which code is above which
    "two parents": (
        (
            "{inside:said} is written inside '{nested}', but its parent is '{parent}'.",
            "{inside:said} staat onder '{nested}', maar heeft als parent '{parent}'.",
        ),
        ("Delete the line 'parent', or move the code.", "Haal de regel 'parent' weg, of verplaats de code."),
    ),
    "no such parent": (
        (
            "the parent of code '{code}' is '{parent}', which is no code.",
            "de parent van code '{code}' is '{parent}', en dat is geen code.",
        ),
        _GUESS,
    ),
    "under itself": (
        ("code '{code}' ends up under itself.", "code '{code}' komt onder zichzelf te staan."),
        ("Remove one 'parent' of the cycle.", "Haal één 'parent' uit de kring weg."),
    ),
    # examples
    "example not coded": (
        (
            "example of code '{code}' is not coded with it: '{said}'",
            "voorbeeld van code '{code}' wordt er niet mee gecodeerd: '{said}'",
        ),
        ("Add a term that finds it.", "Zet er een term bij die het vindt."),
    ),
    "counterexample coded": (
        (
            "counterexample of code '{code}' is coded with it: '{said}'",
            "tegenvoorbeeld van code '{code}' wordt er wel mee gecodeerd: '{said}'",
        ),
        (
            "Make a term narrower, or add what excludes it under 'unless'.",
            "Maak een term nauwer, of zet onder 'unless' wat het uitsluit.",
        ),
    ),
    # versions
    "leads nowhere": (
        (
            "'{key}' leads to '{code}', which is no code of this version.",
            "'{key}' leidt naar '{code}', en dat is geen code van deze versie.",
        ),
        _GUESS,
    ),
    "still a code": (
        (
            "'{key}' lists '{code}', but it is still a code of this version.",
            "'{key}' noemt '{code}', maar dat is nog een code van deze versie.",
        ),
        (
            "Write {{old: new}}, with the former id on the left.",
            "Schrijf {{oud: nieuw}}, met het vroegere id links.",
        ),
    ),
    "version unchanged": (
        (
            "the meaning changed since version {before}, but the version is still {now}.",
            "de betekenis is veranderd sinds versie {before}, maar de versie is nog {now}.",
        ),
        _WRITE_VERSION,
    ),
    "version not raised": (
        (
            "the meaning changed since version {before}, but the version was lowered to {now}.",
            "de betekenis is veranderd sinds versie {before}, maar de versie is verlaagd naar {now}.",
        ),
        _WRITE_VERSION,
    ),
    "two versions": (
        ("the codings come from {coders:joined}.", "de coderingen komen van {coders:joined}."),
        (
            "Code all interviews again with one version (bp-qual code); carry codings made by hand over with"
            " bp-qual codebook migrate.",
            "Codeer alle interviews opnieuw met één versie (bp-qual code); neem met de hand gemaakte coderingen mee met"
            " bp-qual codebook migrate.",
        ),
    ),
}

CODEBOOK_PARTS: dict[str, Bilingual] = {
    "two letters": ("Write two letters: {form}.", "Schrijf twee letters: {form}."),
    "problems in codebook": (
        "{n:many problem} in {file}. Nothing was coded.",
        "{n:many problem} in {file}. Er is niets gecodeerd.",
    ),
    "many problems in codebook": (
        "... and {more:number} more.\n{n:many problem} in {file}. Nothing was coded.",
        "... en nog {more:number}.\n{n:many problem} in {file}. Er is niets gecodeerd.",
    ),
    "problems in codebooks": (
        "{n:many problem} in the codebooks. Nothing was compared.",
        "{n:many problem} in de codeboeken. Er is niets vergeleken.",
    ),
}
