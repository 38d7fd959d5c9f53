"""What is said of the sample by which a change is corrected, and of the codes that it does not correct."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

SAMPLE: dict[str, Bilingual] = {
    "used": (
        "Corrected for the errors of the codebook by sample {sample} ({judged:number} of {n:many passage}"
        " coded by {coder}); verdicts are on the corrected change where there is one.",
        "Gecorrigeerd voor de fouten van het codeboek met steekproef {sample} ({judged:number} van {n:many passage}"
        " gecodeerd door {coder}); het oordeel gaat over het gecorrigeerde verschil waar dat er is.",
    ),
    "others": (
        "Other codes were found in fewer than {needed} passages of a wave.",
        "Andere codes zijn in minder dan {needed} passages van een ronde gevonden.",
    ),
    "none": (
        "Sample {sample} ({judged:number} of {n:many passage} coded by {coder}) corrects no code.",
        "Steekproef {sample} ({judged:number} van {n:many passage} gecodeerd door {coder}) corrigeert geen enkele"
        " code.",
    ),
    "broad": (
        "Marked on whole passages, which does not say what the codebook missed beside a hit, and so not corrected:"
        " {codes:names}. Correct by passages (bp-qual validate --per passages), or mark the words.",
        "Op hele passages gemarkeerd, waaraan niet te zien is wat het codeboek naast een treffer miste, en dus niet"
        " gecorrigeerd: {codes:names}. Corrigeer in passages (bp-qual validate --per passages), of markeer de woorden.",
    ),
    "unjudged": (
        "Not judged, in the sample or in a stratum of it, and so not corrected: {codes:names}. Finish those passages.",
        "Niet beoordeeld, in de steekproef of in een stratum ervan, en dus niet gecorrigeerd: {codes:names}. Maak die"
        " passages af.",
    ),
    "persons": (
        "Sample {sample} ({judged:number} of {n:many passage} coded by {coder}) corrects no code: {persons:many person}"
        " can be compared (those interviewed or living together count as one), and a test needs {fewest}.",
        "Steekproef {sample} ({judged:number} van {n:many passage} gecodeerd door {coder}) corrigeert geen enkele code:"
        " te vergelijken zijn {persons:many person} (wie samen geïnterviewd is of samenwoont telt als één), en een"
        " toets vraagt er {fewest}.",
    ),
    "one_wave": (
        "Sample {sample} corrects no code: those that were found often enough were asked about in one wave only.",
        "Steekproef {sample} corrigeert geen code: naar wat vaak genoeg gevonden is, is maar in één ronde gevraagd.",
    ),
    "nothing": (
        "Sample {sample} ({judged:number} of {n:many passage} coded by {coder}) corrects no code: none was found in"
        " {needed} passages of each wave. Draw more of it (bp-qual sample --top-up {sample}).",
        "Steekproef {sample} ({judged:number} van {n:many passage} gecodeerd door {coder}) corrigeert geen enkele code:"
        " geen is in {needed} passages van beide rondes gevonden. Trek er meer (bp-qual sample --top-up {sample}).",
    ),
    "both_changes": (
        "  {code}: as counted {naive:signed}, corrected {change:signed} ({low:signed} to {high:signed}); by"
        " estimate {bias:signed} is error of the codebook",
        "  {code}: zoals geteld {naive:signed}, gecorrigeerd {change:signed} ({low:signed} tot {high:signed});"
        " naar schatting is {bias:signed} fout van het codeboek",
    ),
}
