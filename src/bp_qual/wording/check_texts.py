"""What `check` notes about a study that can be read."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

CHECK: dict[str, Bilingual] = {
    "note": ("Note: {text}", "Let op: {text}"),
    "total": ("{problems:many problem}, {notes:many note}.", "{problems:many problem}, {notes:many note}."),
    "no_codebook": (
        "no codebook: name one in study.yaml (codebook: ...), or with --codebook.",
        "geen codeboek: noem er een in study.yaml (codebook: ...) of met --codebook.",
    ),
    "results_changed": (
        "in out, not as run.json says: {files}. Edited since, or from another run. Move what you want to keep, and run"
        " compare again.",
        "in out, anders dan run.json zegt: {files}. Later bewerkt, of van een andere keer. Verplaats wat u wilt bewaren"
        " en draai compare opnieuw.",
    ),
    "one_wave": (
        "all interviews are of one wave ({wave}): there is nothing to compare.",
        "alle interviews zijn van één ronde ({wave}): er valt niets te vergelijken.",
    ),
    "only_in": (
        "interviewed in {wave} only, so left out of paired comparisons: {persons}.",
        "alleen in {wave} geïnterviewd, dus niet vergeleken: {persons}.",
    ),
    "silent": (
        "there are turns, but not a word in them, of: {persons}. Are they the answers?",
        "er zijn beurten, maar zonder een woord, van: {persons}. Zijn dat de antwoorden?",
    ),
    "short": (
        "fewer than {floor:number} words, so kept in the tables but not compared: {persons}.",
        "minder dan {floor:number} woorden, dus wel in de tabellen maar niet vergeleken: {persons}.",
    ),
    "apart": (
        "kept apart from the talk, in visible characters: {parts}.",
        "apart gehouden van wat er gezegd is, in zichtbare tekens: {parts}.",
    ),
}
