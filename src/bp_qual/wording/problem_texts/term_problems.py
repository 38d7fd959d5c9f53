"""What can be wrong with the terms of a codebook: words, word lists, regular expressions and token patterns."""

from __future__ import annotations

from bp_qual.wording.problem_texts.shared_parts import NO_REMEDY
from bp_qual.wording.texts import Bilingual

_GUESS = ("{guess:said}", "{guess:said}")
_DELETE = ("Delete it.", "Haal het weg.")

TERM_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    "term not text": (
        (
            "a term of {inside:said} must be text, not {shape:said}.",
            "een term van {inside:said} moet tekst zijn; er staat {shape:said}.",
        ),
        ("Give each term its own '- '.", "Geef elke term een eigen '- '."),
    ),
    "curly quotes": (
        (
            "the quotation marks in {term} are part of the term.",
            "de aanhalingstekens in {term} horen zo bij de term.",
        ),
        ("Use straight ones, or none.", "Gebruik rechte, of geen."),
    ),
    "letter lost in term": (
        (
            "the term {term} has a letter that was lost before the file was saved.",
            "de term {term} heeft een letter die verloren ging voordat het bestand bewaard werd.",
        ),
        ("Type it again.", "Typ hem opnieuw."),
    ),
    "empty term": (
        ("an empty term in {inside:said}.", "een lege term in {inside:said}."),
        (
            "Write a word after the '- ', or delete the line.",
            "Schrijf een woord achter de '- ', of haal de regel weg.",
        ),
    ),
    "empty exact": (
        ("an empty term in {inside:said}.", "een lege term in {inside:said}."),
        ("Write the words as they must appear.", "Schrijf de woorden zoals ze er moeten staan."),
    ),
    "term without word": (
        ("the term '{term}' holds no word.", "in de term '{term}' staat geen woord."),
        ("Write a word.", "Schrijf een woord."),
    ),
    "tilde in term": (
        ("'~' in the term '{term}'.", "'~' in de term '{term}'."),
        ("It goes after a single word: 'subsidie~'.", "Het hoort achter één woord: 'subsidie~'."),
    ),
    "bar without words": (
        ("'|' without a word on both sides in '{term}'.", "'|' zonder woord aan beide kanten in '{term}'."),
        ("Write 'met|mee', without spaces.", "Schrijf 'met|mee', zonder spaties."),
    ),
    "choice of terms": (
        ("'{term}' offers a choice of whole terms.", "'{term}' geeft een keuze tussen hele termen."),
        ("Give each a line of its own.", "Geef elke term een eigen regel."),
    ),
    "term of no kind": (
        (
            "a term of {inside:said} needs exactly one of lemma, exact, regex, tokens and near.",
            "een term van {inside:said} heeft precies één nodig van lemma, exact, regex, tokens en near.",
        ),
        (
            "If it is plain text that holds ': ', put quotes around it.",
            "Is het gewone tekst met ': ' erin, zet hem dan tussen aanhalingstekens.",
        ),
    ),
    "within without near": (
        ("'within' belongs to near, not to {key}.", "'within' hoort bij near, niet bij {key}."),
        _DELETE,
    ),
    "as without lemma": (("'as' belongs to lemma, not to {key}.", "'as' hoort bij lemma, niet bij {key}."), _DELETE),
    "lemma not a word": (
        ("'lemma' of {inside:said} is '{term}'.", "'lemma' van {inside:said} is '{term}'."),
        (
            "Write one word; a phrase or wildcard needs no key.",
            "Schrijf één woord; een uitdrukking of jokerteken heeft geen sleutel nodig.",
        ),
    ),
    "no word class": (("'as' of {inside:said} is '{value}'.", "'as' van {inside:said} is '{value}'."), _GUESS),
    "no distance": (("'within' of {inside:said} is '{value}'.", "'within' van {inside:said} is '{value}'."), _GUESS),
    "near not two": (
        ("'near' of {inside:said} needs two terms.", "'near' van {inside:said} heeft twee termen nodig."),
        (
            "Write {{near: [subsidie, stoppen], within: 5}}.",
            "Schrijf {{near: [subsidie, stoppen], within: 5}}.",
        ),
    ),
    "near of others": (
        (
            "'near' of {inside:said} takes only plain and exact terms.",
            "'near' van {inside:said} kan alleen gewone termen en exact hebben.",
        ),
        ("Write two plain terms.", "Schrijf twee gewone termen."),
    ),
    "term twice": (
        (
            "the term '{term}' occurs twice in {inside:said}; the first is on line {line:number}.",
            "de term '{term}' staat twee keer in {inside:said}; de eerste keer op regel {line:number}.",
        ),
        ("Delete one.", "Haal er een weg."),
    ),
    "function word": (
        (
            "'{term}' of code '{code}' is a function word, which is part of countless words.",
            "'{term}' van code '{code}' is een functiewoord, dat in talloze woorden zit.",
        ),
        (
            "Leave out '~', or write the compounds you mean.",
            "Laat '~' weg, of schrijf de samenstellingen die je bedoelt.",
        ),
    ),
    # word lists
    "list elsewhere": (
        (
            "the word list '{list}' of {inside:said} is outside the folder of the codebook.",
            "de woordenlijst '{list}' van {inside:said} ligt buiten de map van het codeboek.",
        ),
        ("Put it next to the codebook.", "Zet haar naast het codeboek."),
    ),
    "list unreadable": (
        ("the word list '{list}' {problem:said}", "de woordenlijst '{list}' {problem:said}"),
        NO_REMEDY,
    ),
    # regular expressions
    "many regexes": (
        ("more than {most:number} regexes.", "meer dan {most:number} regexen."),
        ("Write plain terms where you can.", "Schrijf gewone termen waar dat kan."),
    ),
    "regex not text": (
        (
            "the regex of {inside:said} must be text, not {shape:said}.",
            "de regex van {inside:said} moet tekst zijn; er staat {shape:said}.",
        ),
        ("Put it in single quotes.", "Zet hem tussen enkele aanhalingstekens."),
    ),
    "regex long": (
        (
            "the regex '{regex}' of {inside:said} is longer than {most:many character}.",
            "de regex '{regex}' van {inside:said} is langer dan {most:many character}.",
        ),
        ("Split it, or use a word list.", "Splits hem, of gebruik een woordenlijst."),
    ),
    "regex repeats": (
        (
            "the regex '{regex}' of {inside:said} repeats something more than {most:many time}, all its {{counts}}"
            " taken together.",
            "de regex '{regex}' van {inside:said} herhaalt iets meer dan {most:many time}, alle {{aantallen}} bij"
            " elkaar.",
        ),
        ("Say {{3,}} where there is no upper limit.", "Schrijf {{3,}} waar er geen bovengrens is."),
    ),
    "regex not tried": (
        (
            "the regex '{regex}' of {inside:said} is not tried out: the patterns above it took too long.",
            "de regex '{regex}' van {inside:said} is niet geprobeerd: de patronen erboven kostten te veel tijd.",
        ),
        ("Correct or simplify those first.", "Verbeter of vereenvoudig die eerst."),
    ),
    "regex empty": (
        (
            "the regex '{regex}' of {inside:said} also matches the empty string, and therefore everywhere.",
            "de regex '{regex}' van {inside:said} past ook op niets, en dus overal.",
        ),
        ("Use + rather than *.", "Gebruik + in plaats van *."),
    ),
    "regex broken": (
        (
            "the regex '{regex}' of {inside:said} does not compile: {why:said} at position {at:number}.",
            "de regex '{regex}' van {inside:said} klopt niet: {why:said} bij teken {at:number}.",
        ),
        ("In YAML, put a regex in single quotes.", "Zet een regex in YAML tussen enkele aanhalingstekens."),
    ),
    "regex without end": (
        (
            "the regex '{regex}' of {inside:said} does not terminate in time on an ordinary sentence.",
            "de regex '{regex}' van {inside:said} is bij een gewone zin niet op tijd klaar.",
        ),
        (
            "Do not repeat a group that repeats itself: (a+)+.",
            "Herhaal geen groep die zichzelf herhaalt: (a+)+.",
        ),
    ),
    "regex too deep": (
        (
            "the regex '{regex}' of {inside:said} is nested too deeply.",
            "de regex '{regex}' van {inside:said} heeft te veel haakjes in elkaar.",
        ),
        ("Make it simpler.", "Maak hem eenvoudiger."),
    ),
    "regex too much": (
        (
            "the regex '{regex}' of {inside:said} cannot be used: it asks for too much.",
            "de regex '{regex}' van {inside:said} is niet bruikbaar: hij vraagt te veel.",
        ),
        ("Make it simpler.", "Maak hem eenvoudiger."),
    ),
    # token patterns
    "tokens not a list": (
        ("'tokens' of {inside:said} must be a list.", "'tokens' van {inside:said} moet een lijst zijn."),
        (
            "Write {{tokens: [{{LOWER: partner}}, {{LOWER: in}}]}}.",
            "Schrijf {{tokens: [{{LOWER: partner}}, {{LOWER: in}}]}}.",
        ),
    ),
    "token not in braces": (
        (
            "a token of {inside:said} must be in braces, not {shape:said}.",
            "een token van {inside:said} moet tussen accolades staan; er staat {shape:said}.",
        ),
        ("Write {{LOWER: partner}}.", "Schrijf {{LOWER: partner}}."),
    ),
    "no token key": (
        (
            "'{key}' is not a key of spaCy's token patterns.",
            "'{key}' is geen sleutel van de tokenpatronen van spaCy.",
        ),
        _GUESS,
    ),
    "tokens repeat": (
        (
            "the token pattern of {inside:said} asks for more than {most:many word}, or for more than"
            " {optional:number} that may be absent, all its tokens taken together.",
            "het tokenpatroon van {inside:said} vraagt meer dan {most:many word}, of meer dan {optional:number}"
            " die er niet hoeven te zijn, alle tokens bij elkaar.",
        ),
        (
            "Say {{OP: '*'}} where there is no upper limit, or lower the counts.",
            "Schrijf {{OP: '*'}} waar er geen bovengrens is, of verlaag de aantallen.",
        ),
    ),
    "tokens refused": (
        (
            "spaCy refuses the token pattern of {inside:said}: {text}.",
            "spaCy weigert het tokenpatroon van {inside:said}: {text}.",
        ),
        ("See spacy.io, Matcher.", "Zie spacy.io, Matcher."),
    ),
    "model not installed": (
        ("the spaCy model '{model}' is not installed.", "het spaCy-model '{model}' is niet geïnstalleerd."),
        ("Install it with pip, or leave it out.", "Installeer het met pip, of laat het weg."),
    ),
    "no word tables": (
        ("no word tables for language '{language}'.", "geen woordtabellen voor de taal '{language}'."),
        ("{guess:said}", "{guess:said}"),
    ),
}

TERM_PARTS: dict[str, Bilingual] = {
    "write word class": ("Write one of {names:commas}.", "Schrijf een van {names:commas}."),
    "write distance": (
        "Write a number from 1 to {most:number}, or 'sentence'.",
        "Schrijf een getal van 1 tot {most:number}, of 'sentence'.",
    ),
    # why a regular expression does not compile
    "missing )": ("missing )", "er ontbreekt een )"),
    "unexpected )": ("unbalanced parenthesis", "een ) te veel"),
    "missing ]": ("unterminated character set", "er ontbreekt een ]"),
    "nothing to repeat": ("nothing to repeat", "er staat niets om te herhalen"),
    "multiple repeat": ("multiple repeat", "twee herhalingen achter elkaar"),
    "bad escape": ("bad escape", "een \\ die niets betekent"),
    "unknown group": ("unknown group", "een onbekende groep"),
}
