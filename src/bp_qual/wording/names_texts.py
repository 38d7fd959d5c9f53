"""What is said about names and pseudonyms; what stands in the place of a name."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

NAMES: dict[str, Bilingual] = {
    # what is put in the place of a name that is no person of the study
    "made_person": ("[name {n}]", "[naam {n}]"),
    "made_place": ("[place {n}]", "[plaats {n}]"),
    "made_organisation": ("[organisation {n}]", "[organisatie {n}]"),
    "made_address": ("[address {n}]", "[adres {n}]"),
    "made_phone": ("[telephone {n}]", "[telefoon {n}]"),
    "made_email": ("[email {n}]", "[e-mail {n}]"),
    "made_url": ("[website {n}]", "[website {n}]"),
    "made_handle": ("[account {n}]", "[account {n}]"),
    "made_iban": ("[bank account {n}]", "[rekening {n}]"),
    "made_bsn": ("[id number {n}]", "[persoonsnummer {n}]"),
    "made_postcode": ("[postcode {n}]", "[postcode {n}]"),
    "made_plate": ("[number plate {n}]", "[kenteken {n}]"),
    "made_birth": ("[date {n}]", "[datum {n}]"),
    "made_other": ("[other {n}]", "[overig {n}]"),
    # the sheet
    "sheet": ("Names", "Namen"),
    "sheet_notes": ("How to", "Uitleg"),
    "sheet_typed": ("Typed beside", "Ernaast getypt"),
    "typed_where": ("stood in", "stond in"),
    "typed_text": ("text", "tekst"),
    "typed_kept": ("They are kept on the worksheet '{sheet}'.", "Ze zijn bewaard op het werkblad '{sheet}'."),
    "column_replace": ("replace?", "vervangen?"),
    "column_spelling": ("spelling", "schrijfwijze"),
    "column_replacement": ("replacement", "vervanging"),
    "column_kind": ("kind", "soort"),
    "column_group": ("group", "groep"),
    "column_only_in": ("only in", "alleen in"),
    "column_count": ("count", "aantal"),
    "column_remark": ("remark", "opmerking"),
    "column_block": ("block", "blok"),
    "column_context": ("context", "context"),
    "yes": ("yes", "ja"),
    "no": ("no", "nee"),
    "block_likely": ("likely", "waarschijnlijk"),
    "block_perhaps": ("perhaps", "misschien"),
    "block_own": ("added", "toegevoegd"),
    "kind_person": ("person", "persoon"),
    "kind_place": ("place", "plaats"),
    "kind_organisation": ("organisation", "organisatie"),
    "kind_address": ("address", "adres"),
    "kind_phone": ("telephone", "telefoon"),
    "kind_email": ("e-mail", "e-mailadres"),
    "kind_url": ("website", "internetadres"),
    "kind_handle": ("account", "accountnaam"),
    "kind_iban": ("bank account", "rekeningnummer"),
    "kind_bsn": ("id number", "burgerservicenummer"),
    "kind_postcode": ("postcode", "postcode"),
    "kind_plate": ("number plate", "kenteken"),
    "kind_birth": ("date", "datum"),
    "kind_other": ("other", "anders"),
    "how_decide": (
        "Each row is one spelling. Say yes or no under 'replace?'; change the replacement and the kind where they are"
        " wrong. What is not replaced stays in the interviews.",
        "Elke rij is één schrijfwijze. Zet ja of nee onder 'vervangen?'; verander de vervanging en de soort waar die"
        " niet kloppen. Wat niet vervangen wordt, blijft in de interviews staan.",
    ),
    "how_same": (
        "Rows with the same replacement are one person, place or organisation. Two people of one name need two"
        " replacements.",
        "Rijen met dezelfde vervanging zijn één persoon, plaats of organisatie. Twee mensen met één naam hebben twee"
        " vervangingen nodig.",
    ),
    "how_only_in": (
        "Does a name stand for two people? Copy its row, give each row its own replacement, and write under 'only in'"
        " the interviews, persons or waves in which it is meant, with ; between them.",
        "Staat een naam voor twee mensen? Kopieer de rij, geef elke rij een eigen vervanging, en schrijf onder 'alleen"
        " in' de interviews, personen of rondes waarin die bedoeld is, met ; ertussen.",
    ),
    "how_add": (
        "A name that is not in the sheet is added as a row of its own. This sheet holds real names: keep it as you keep"
        " the interviews, and outside any folder that you share.",
        "Een naam die er niet bij staat, voeg je toe als een eigen rij. In dit blad staan echte namen: bewaar het zoals"
        " je de interviews bewaart, en buiten elke map die je deelt.",
    ),
    "small": (
        "Without capitals, so that fewer names are found there (about eight in ten): {interviews:names}.",
        "Zonder hoofdletters, zodat er minder namen gevonden worden (ongeveer acht op de tien): {interviews:names}.",
    ),
    "proposed": (
        "{file}: {likely:many spelling} likely, {perhaps:number} perhaps. Decide in it, then: {command}",
        "{file}: {likely:many spelling} waarschijnlijk, {perhaps:number} misschien. Beslis daarin, en dan: {command}",
    ),
    "earlier_kept": (
        "What was decided in it before is in the new sheet; the earlier one is kept as {file}.",
        "Wat er eerder in beslist was, staat in het nieuwe blad; het vorige is bewaard als {file}.",
    ),
    # what was replaced, found, given back
    "unknown": ("[name]", "[naam]"),
    "applied": (
        "{folder}: {places:many place}, {names:many pseudonym}. The key is {key}: keep it apart from the study.",
        "{folder}: {places:many place}, {names:many pseudonym}. De sleutel is {key}: bewaar die apart van de studie.",
    ),
    "turned": (
        "{old} could not keep its format with the names replaced; it is plain text now: {new}.",
        "{old} kon met de namen vervangen niet in zijn eigen vorm blijven; het is nu platte tekst: {new}.",
    ),
    "left_out": (
        "Not in the new study (recordings, pictures, results, what cannot be searched): {files:names}.",
        "Niet in de nieuwe studie (opnamen, afbeeldingen, resultaten, wat niet doorzocht kan worden): {files:names}.",
    ),
    "near": (
        "Not replaced, one letter from '{name}' or in other capitals: '{word}' ({n:number}×, first in {interview}).",
        "Niet vervangen, één letter van '{name}' of met andere hoofdletters: '{word}' ({n:number}×, eerst in"
        " {interview}).",
    ),
    "found_in": (
        "{file}: '{name}' still stands there ({n:number}×).",
        "{file}: '{name}' staat er nog ({n:number}×).",
    ),
    "stays_in": (
        "{file}: '{name}' stands there ({n:number}×), and stays, as you decided.",
        "{file}: '{name}' staat er ({n:number}×), en blijft staan, zoals besloten.",
    ),
    "dates_in": (
        "{file}: {dates:names} stands there, with a name of the key as the month of a date: check that no person is"
        " meant.",
        "{file}: {dates:names} staat er, met een naam uit de sleutel als maand van een datum: kijk of er geen persoon"
        " bedoeld is.",
    ),
    "unsearched": (
        "Not searched, or not wholly (pictures, recordings): {files:names}.",
        "Niet of niet helemaal doorzocht (afbeeldingen, opnamen): {files:names}.",
    ),
    "none_found": (
        "No name of the key stands in any of {n:many file}.",
        "Geen naam uit de sleutel staat in een van {n:many file}.",
    ),
    "no_other_found": (
        "No other name of the key stands in any of {n:many file}.",
        "Geen andere naam uit de sleutel staat in een van {n:many file}.",
    ),
    "revealed": (
        "{folder}: back in place: {n:many name}.",
        "{folder}: weer op hun plaats: {n:many name}.",
    ),
    "edited": (
        "{file} was edited since; not put back: {n:many name}.",
        "{file} is sindsdien veranderd; niet teruggezet: {n:many name}.",
    ),
    "still_text": (
        "{old} had become plain text and stays so: it is {new}, and the tables name it so.",
        "{old} was platte tekst geworden en blijft dat: het is {new}, en de tabellen noemen het zo.",
    ),
    "still": (
        "These keep their pseudonyms, and the places of their passages in the texts with pseudonyms: {files:names}.",
        "Deze houden hun pseudoniemen, en de plaatsen van hun passages in de teksten met pseudoniemen: {files:names}.",
    ),
    "unknown_to_key": (
        "Not in the new folder, as the key does not know them (made or renamed since): {files:names}.",
        "Niet in de nieuwe map, want de sleutel kent ze niet (sindsdien gemaakt of anders genoemd): {files:names}.",
    ),
    "gone": (
        "In the key, but no longer in the study: {files:names}.",
        "Wel in de sleutel, maar niet meer in de studie: {files:names}.",
    ),
}
