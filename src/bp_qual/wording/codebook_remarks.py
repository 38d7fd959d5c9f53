"""What is said of versions of a codebook that are compared, and what to look at in one."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

# what a new version of a codebook is warned of
VERSIONS: dict[str, Bilingual] = {
    "maybe renamed": (
        "'{new}' has all terms of '{old}': if it was renamed, write renamed: {{{old}: {new}}}.",
        "'{new}' heeft alle termen van '{old}': is de naam veranderd, schrijf dan renamed: {{{old}: {new}}}.",
    ),
    "renamed in capitals": (
        "'{new}' and the earlier '{old}' differ by capitals only: if it is the same code, write '{old}' again, or"
        " renamed: {{{old}: {new}}}.",
        "'{new}' en het eerdere '{old}' verschillen alleen in hoofdletters: is het dezelfde code, schrijf dan weer"
        " '{old}', of renamed: {{{old}: {new}}}.",
    ),
    "version not raised": (
        "the meaning changed since version {version}, but the version is still {now}. Write version: {higher}, and list"
        " under renamed, merged or split what became of the old codes.",
        "de betekenis veranderde sinds versie {version}, maar de versie is nog {now}. Schrijf version: {higher}, en zet"
        " onder renamed, merged of split wat er van de oude codes geworden is.",
    ),
    "version lowered": (
        "the meaning changed since version {version}, but the version was lowered to {now}. Write version: {higher},"
        " and list under renamed, merged or split what became of the old codes.",
        "de betekenis veranderde sinds versie {version}, maar de versie werd verlaagd tot {now}. Schrijf version:"
        " {higher}, en zet onder renamed, merged of split wat er van de oude codes geworden is.",
    ),
    "moved from": ("from {old:said} to {new:said}", "van {old:said} naar {new:said}"),
    "the code": ("{code}", "{code}"),
    "the top": ("the top", "het hoogste niveau"),
    "definition changed": (
        "the {fields} of '{code}' changed: review its {n:many coding}.",
        "{fields} van '{code}' is veranderd: kijk {n:many coding} na.",
    ),
}

# warnings of the library, on a result that stands
WARNINGS: dict[str, Bilingual] = {
    "pattern stopped": (
        "the pattern '{term}' took more than {seconds:step} s in {interviews} and was stopped there; what it had found"
        " until then counts (after three such interviews it is looked for no more). Make it"
        " simpler: a repetition inside a repetition can take for ever.",
        "het patroon '{term}' deed langer dan {seconds:step} s over {interviews} en is daar gestopt; wat het tot dan"
        " vond, telt (na drie zulke interviews wordt er niet meer naar gezocht). Maak het"
        " eenvoudiger: een groep met een herhaling binnen een herhaling loopt op hol.",
    ),
    "token pattern stopped": (
        "the REGEX in the token pattern '{term}' took more than {seconds:step} s and was stopped; what it had found"
        " until then counts. Make it simpler: a repetition inside a repetition can take for ever.",
        "de REGEX in het tokenpatroon '{term}' deed er langer dan {seconds:step} s over en is gestopt; wat hij tot dan"
        " vond, telt. Maak hem eenvoudiger: een groep met een herhaling binnen een herhaling loopt op hol.",
    ),
    "token pattern slow": (
        "the token pattern '{term}' would take more than {seconds:step} s over {interviews} and was stopped there; what"
        " it had found until then counts (after three such interviews it is looked for no more). Leave"
        " out a {{OP: '*'}} or {{OP: '+'}}.",
        "het tokenpatroon '{term}' zou langer dan {seconds:step} s over {interviews} doen en is daar gestopt; wat het"
        " tot dan vond, telt (na drie zulke interviews wordt er niet meer naar gezocht). Laat"
        " een {{OP: '*'}} of {{OP: '+'}} weg.",
    ),
    "token pattern without model": (
        "the token pattern '{term}' asks for {key}, which only a spaCy model knows; without one it finds nothing. Name"
        " an installed model, or write the words.",
        "het tokenpatroon '{term}' vraagt naar {key}, dat alleen een spaCy-model kent; zonder model vindt het niets."
        " Noem een geïnstalleerd model, of schrijf de woorden zelf.",
    ),
    "backwards": (
        "in this study {last_wave} comes before {first_wave}, so the change is shown backwards in time.",
        "in deze studie komt {last_wave} voor {first_wave}, dus de verandering staat andersom in de tijd.",
    ),
    "quotes of nothing": (
        "no row of these codings has '{asked}' in its column {column}, where there is {known}.",
        "geen rij van deze coderingen heeft '{asked}' in de kolom {column}, waar wel staat: {known}.",
    ),
    "groups too fine": (
        "groups: '{name}' is a different number for most persons, so it makes no groups. Turn it into classes first,"
        " for"
        " instance pd.cut(persons['{name}'].astype(float), 3).",
        "groups: '{name}' is voor de meeste personen een ander getal en maakt dus geen groepen. Maak er eerst klassen"
        " van, bijvoorbeeld pd.cut(persons['{name}'].astype(float), 3).",
    ),
}
