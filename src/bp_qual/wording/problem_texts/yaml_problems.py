"""What can be wrong with a file in YAML (a study, a codebook): its signs, its keys, and the shape of its values."""

from __future__ import annotations

from bp_qual.wording.problem_texts.shared_parts import NO_REMEDY
from bp_qual.wording.texts import Bilingual

_QUOTES = ("Put it in quotes.", "Zet het tussen aanhalingstekens.")
_QUOTE_TEXT = ("If it is text, put it in quotes.", "Is het tekst, zet het dan tussen aanhalingstekens.")
_QUOTE_IT = (
    "Put quotes around a text that holds ': ' or begins with '[' or '{{'.",
    "Zet een tekst met ': ' erin, of met '[' of '{{' vooraan, tussen aanhalingstekens.",
)
_SPACES = ("Use spaces.", "Gebruik spaties.")
_CLOSE = ("Close it.", "Sluit het.")
_GUESS = ("{guess:said}", "{guess:said}")

YAML_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    # its text
    "empty yaml": (("is empty.", "is leeg."), NO_REMEDY),
    "yaml not utf-8": (
        (
            "is not saved as UTF-8, so that letters such as é cannot be read.",
            "is niet als UTF-8 bewaard, zodat letters als é niet te lezen zijn.",
        ),
        ("Save it again with encoding UTF-8.", "Bewaar het opnieuw met codering UTF-8."),
    ),
    "hidden character": (
        ("holds the hidden character {sign}.", "bevat het onzichtbare teken {sign}."),
        ("Delete it.", "Haal het weg."),
    ),
    "strange indent": (
        (
            "the line is indented with a special kind of space, as copied from a web page or word processor.",
            "de regel springt in met een bijzonder soort spatie, zoals uit een webpagina of tekstverwerker.",
        ),
        ("Use the space bar.", "Gebruik de spatiebalk."),
    ),
    "item too deep": (
        (
            "'{item}' is indented further than the item above it, and so is read as more of that item.",
            "'{item}' springt verder in dan het onderdeel erboven, en wordt zo gelezen als een vervolg daarvan.",
        ),
        ("Let all `-` of a list stand below one another.", "Zet alle `-` van een lijst recht onder elkaar."),
    ),
    "indented with tab": (("the line is indented with a tab.", "de regel springt in met een tab."), _SPACES),
    # its signs
    "colon not allowed": (
        ("a colon where none is allowed.", "een dubbele punt waar die niet kan staan."),
        (
            "Put the whole text in quotes if it holds ': ', or align the line with its neighbours.",
            "Zet de hele tekst tussen aanhalingstekens als er ': ' in staat, of laat de regel even ver inspringen als"
            " de regels eromheen.",
        ),
    ),
    "list behind key": (
        ("a list begins behind its key.", "een lijst begint achter de sleutel."),
        ("Begin it on the next line with '- '.", "Begin op de volgende regel met '- '."),
    ),
    "quote not closed": (
        (
            "a quotation mark is opened here and never closed.",
            "hier staat een aanhalingsteken dat nergens gesloten wordt.",
        ),
        _CLOSE,
    ),
    "begins as alias": (
        ("a * or & begins a text here.", "een tekst begint hier met * of &."),
        ("Put the text in quotes: '*werk*'.", "Zet de tekst tussen aanhalingstekens: '*werk*'."),
    ),
    "strange begin": (("a text cannot begin with '{sign}'.", "een tekst kan niet met '{sign}' beginnen."), _QUOTES),
    "bracket not closed": (
        ("a list opened with [ is not closed with ].", "een lijst die met [ begint, wordt niet met ] gesloten."),
        _CLOSE,
    ),
    "brace not closed": (
        ("what is opened with {{ is not closed with }}.", "wat met {{ begint, wordt niet met }} gesloten."),
        _CLOSE,
    ),
    "unknown escape": (
        (
            "a backslash in double quotes means something to YAML.",
            "een backslash tussen dubbele aanhalingstekens betekent iets in YAML.",
        ),
        ("Use single quotes.", "Gebruik enkele aanhalingstekens."),
    ),
    "line of no item": (
        ("this line belongs to no list item.", "deze regel hoort bij geen punt van de lijst."),
        ("Align it with its neighbours.", "Laat hem even ver inspringen als de regels eromheen."),
    ),
    "line does not fit": (
        ("this line does not fit the lines above it.", "deze regel past niet bij de regels erboven."),
        (
            "Align it with its neighbours; a text in quotes must end with its closing quote.",
            "Laat hem even ver inspringen; een tekst tussen aanhalingstekens eindigt met het sluitende teken.",
        ),
    ),
    "colon missing": (
        ("a colon is missing.", "er ontbreekt een dubbele punt."),
        (
            "Write 'key: value', with a space after the colon.",
            "Schrijf 'sleutel: waarde', met een spatie na de dubbele punt.",
        ),
    ),
    "text after the end": (
        ("there is text after the end of the document.", "er staat tekst na het einde van het document."),
        ("Delete the line '...' or what follows it.", "Haal de regel '...' weg, of wat erna komt."),
    ),
    "second document": (
        ("a second document begins here.", "hier begint een tweede document."),
        ("Delete the line '---'.", "Haal de regel '---' weg."),
    ),
    "not yaml": (
        ("is not YAML: {text}.", "is geen YAML: {text}."),
        ("Look at the quotes and the indentation.", "Kijk naar de aanhalingstekens en het inspringen."),
    ),
    "nested too deep": (
        ("is nested more than {most:number} levels deep.", "is meer dan {most:number} niveaus diep."),
        ("Write it flatter.", "Schrijf het platter."),
    ),
    "alias": (
        (
            "'*{name}' is an alias of YAML, which is not allowed.",
            "'*{name}' is een alias van YAML, en die mag hier niet.",
        ),
        (
            "If it is a term with a wildcard, put it in quotes.",
            "Is het een term met een jokerteken, zet hem dan tussen aanhalingstekens.",
        ),
    ),
    "anchor": (
        (
            "'&{name}' is an anchor of YAML, which is not allowed.",
            "'&{name}' is een anker van YAML, en dat mag hier niet.",
        ),
        _QUOTE_TEXT,
    ),
    "tag": (
        ("'{name}' is a tag of YAML, which is not allowed.", "'{name}' is een tag van YAML, en die mag hier niet."),
        _QUOTE_TEXT,
    ),
    "tag of a file": (
        ("'{name}' is a tag of YAML, which is not allowed.", "'{name}' is een tag van YAML, en die mag hier niet."),
        (
            "Write 'terms_from: words.txt' for a word list in a file of its own.",
            "Schrijf 'terms_from: woorden.txt' voor een woordenlijst in een eigen bestand.",
        ),
    ),
    # its keys and values
    "key twice": (
        (
            "'{key}' occurs a second time; the first is on line {line:number}.",
            "'{key}' staat er twee keer; de eerste keer op regel {line:number}.",
        ),
        ("Keep one of the two.", "Laat er één staan."),
    ),
    "key not a word": (
        ("a key must be a word, not {shape:said}.", "een sleutel is een woord; hier staat {shape:said}."),
        _QUOTE_IT,
    ),
    "unknown key": (
        ("unknown key '{key}' in {inside:said}.", "onbekende sleutel '{key}' in {inside:said}."),
        _GUESS,
    ),
    "key missing": (
        ("{inside:said} has no '{key}'.", "'{key}' ontbreekt in {inside:said}."),
        ("Add a line '{key}: ...'.", "Schrijf een regel '{key}: ...'."),
    ),
    "value not text": (
        (
            "'{key}' of {inside:said} must be text, not {shape:said}.",
            "'{key}' van {inside:said} moet tekst zijn; er staat {shape:said}.",
        ),
        ("Write it on one line.", "Schrijf het op één regel."),
    ),
    "not texts": (
        (
            "'{key}' of {inside:said} must be a list of texts, but holds {shape:said}.",
            "'{key}' van {inside:said} moet een lijst van teksten zijn, maar bevat {shape:said}.",
        ),
        _QUOTE_IT,
    ),
    "not a choice": (
        ("'{key}' of {inside:said} is '{value}'.", "'{key}' van {inside:said} is '{value}'."),
        _GUESS,
    ),
    "not keys": (
        (
            "{inside:said} must be lines 'key: value', not {shape:said}.",
            "{inside:said} moet uit regels 'sleutel: waarde' bestaan; er staat {shape:said}.",
        ),
        NO_REMEDY,
    ),
    "not a list": (
        (
            "'{key}' of {inside:said} must be a list, not {shape:said}.",
            "'{key}' van {inside:said} moet een lijst zijn; er staat {shape:said}.",
        ),
        (
            "Begin each item on a line of its own with '- '.",
            "Begin elk punt op een eigen regel met '- '.",
        ),
    ),
}

YAML_PARTS: dict[str, Bilingual] = {
    # of what shape a value is
    "text": ("text", "tekst"),
    "a list": ("a list", "een lijst"),
    "key and value": ("lines 'key: value'", "een blok 'sleutel: waarde'"),
    "no value": ("nothing", "niets"),
    # in what a key or value stands
    "the study file": ("the study file", "het studiebestand"),
    "the key": ("'{key}'", "'{key}'"),
    "key of": ("'{key}' of {inside:said}", "'{key}' van {inside:said}"),
    "a wave": ("a wave", "een ronde"),
    "the codebook": ("the codebook", "het codeboek"),
    "a codebook": ("a codebook", "een codeboek"),
    "a code": ("a code", "een code"),
    "code without id": ("a code without id", "een code zonder id"),
    "this code": ("code '{code}'", "code '{code}'"),
    "label of": ("the label of {inside:said}", "het label van {inside:said}"),
    "term of": ("a term of {inside:said}", "een term van {inside:said}"),
}
