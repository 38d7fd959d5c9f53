"""What the page says of its keys."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

PAGE_HELP: dict[str, Bilingual] = {
    # the keys
    "keys_move": ("Move", "Bewegen"),
    "keys_code": ("Code", "Coderen"),
    "keys_review": ("Review", "Nakijken"),
    "keys_else": ("Other", "Overig"),
    "key_arrows": ("previous and next word, sentence or turn", "vorige en volgende woord, zin of beurt"),
    "key_turns": ("previous and next answer", "vorige en volgende antwoord"),
    "key_units": ("select word, sentence, turn", "selecteer woord, zin, beurt"),
    "key_begin": ("the arrows move the beginning of the selection", "de pijlen verzetten het begin van de selectie"),
    "key_end": ("the arrows move the end of the selection", "de pijlen verzetten het eind van de selectie"),
    "key_stretch": (
        "let the selection grow at its end by a word, a sentence; ← and ↑ let it shrink",
        "laat de selectie aan het eind een woord of een zin groeien; met ← en ↑ krimpen",
    ),
    "key_code": ("choose a code for the selection", "kies een code voor de selectie"),
    "key_recent": ("code with a recent code", "codeer met een recente code"),
    "key_repeat": ("code with the last code again", "codeer nog eens met de laatste code"),
    "key_next": ("next and previous hit not decided on", "volgende en vorige treffer waarover nog niet besloten is"),
    "key_accept": ("accept, reject the hit in focus", "aanvaard de treffer in beeld, wijs hem af"),
    "key_marks": ("next and previous mark of any kind", "volgende en vorige markering van elke soort"),
    "key_remove": (
        "remove the coding in focus, or take the decision back",
        "haal de codering in beeld weg, of neem het besluit terug",
    ),
    "key_memo": ("write a memo", "schrijf een memo"),
    "key_undo": ("undo, redo", "ongedaan maken, opnieuw doen"),
    "key_done": ("mark the interview as done, or open it again", "markeer het interview als klaar, of heropen het"),
    "key_search": ("search", "zoeken"),
    "key_other": ("show or hide the other wave", "toon of verberg de andere ronde"),
    "key_listen": ("play the recording from here, or stop it", "speel de opname vanaf hier af, of stop"),
    "key_help": ("these keys", "deze toetsen"),
    "key_escape": ("let go", "loslaten"),
}
