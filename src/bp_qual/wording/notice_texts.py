"""What is noted of the terms and codes of a codebook, and what to do about it: two sentences a kind of notice."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

_READ_QUOTES = ("Read its quotes; a phrase is more specific.", "Lees de citaten; een uitdrukking is preciezer.")
_SAY_WHICH = (
    "Read their quotes; say which is meant ({{lemma: zorg, as: noun}}), or write a phrase.",
    "Lees de citaten; zeg welk woord bedoeld is ({{lemma: zorg, as: noun}}), of schrijf een uitdrukking.",
)
_WRITE_CLASS = (
    "If only one is meant, write it: {{lemma: train, as: verb}}.",
    "Is er maar één bedoeld, schrijf dat dan op: {{lemma: trein, as: noun}}.",
)
_BY_HAND = (
    "Check it with `bp-qual codebook words`, or code it by hand.",
    "Bekijk hem met `bp-qual codebook words`, of codeer met de hand.",
)

NOTICES: dict[str, tuple[Bilingual, Bilingual]] = {
    "ids alike": (
        (
            "the codes '{other}' and '{code}' differ by capitals only.",
            "de codes '{other}' en '{code}' verschillen alleen in hoofdletters.",
        ),
        (
            "If they are one theme, merge them; if not, give one another id.",
            "Voeg ze samen als ze één thema zijn; geef anders één van de twee een andere id.",
        ),
    ),
    "shared term": (
        ("the term '{term}' belongs to {codes:joined}.", "de term '{term}' hoort bij {codes:joined}."),
        ("Both are coded.", "Beide worden gecodeerd."),
    ),
    "never matched": (
        (
            "'{term}' of '{code}' can never match: {why:said}.",
            "'{term}' van '{code}' kan nooit iets vinden: {why:said}.",
        ),
        ("{remedy:said}", "{remedy:said}"),
    ),
    "not its own words": (
        ("'{term}' of '{code}' can never match.", "'{term}' van '{code}' kan nooit iets vinden."),
        (
            "It does not match its own words: check 'unless' and the special characters in it.",
            "Hij vindt zijn eigen woorden niet: kijk naar 'unless' en naar de bijzondere tekens erin.",
        ),
    ),
    "adds nothing": (
        (
            "'{term}' of '{code}' adds nothing: '{other}' finds it already.",
            "'{term}' van '{code}' voegt niets toe: '{other}' vindt het al.",
        ),
        ("Delete '{term}'.", "Haal '{term}' weg."),
    ),
    "needs a model": (
        (
            "'{term}' of '{code}' asks for {key}, which only a spaCy model knows; without one it never matches.",
            "'{term}' van '{code}' vraagt naar {key}, dat alleen een spaCy-model kent; zonder model vindt hij niets.",
        ),
        ("Write the words, or LOWER or LEMMA.", "Schrijf de woorden zelf, of LOWER of LEMMA."),
    ),
    "inflected": (
        (
            "'{term}' of '{code}' is a form of '{base}', of which no other form is found.",
            "'{term}' van '{code}' is een vorm van '{base}', waarvan geen andere vorm gevonden wordt.",
        ),
        ("Write '{base}'.", "Schrijf '{base}'."),
    ),
    "short compound": (
        (
            "'{term}' of '{code}' is too short for '~': many unrelated words contain it.",
            "'{term}' van '{code}' is te kort voor '~': veel woorden die er niets mee te maken hebben, bevatten het.",
        ),
        (
            "Check what it finds with `bp-qual codebook words`.",
            "Kijk met `bp-qual codebook words` wat hij vindt.",
        ),
    ),
    "many words": (
        (
            "'{term}' of '{code}' matches {n:number} different words: {some:commas}, ...",
            "'{term}' van '{code}' vindt {n:number} verschillende woorden: {some:commas}, ...",
        ),
        (
            "Make it longer, or list the words you mean.",
            "Maak hem langer, of noem de woorden die je bedoelt.",
        ),
    ),
    "found in one wave": (
        (
            "'{term}' of '{code}' is found in {wave} only ({mentions:many mention}, {persons:many person}).",
            "'{term}' van '{code}' is alleen in {wave} gevonden ({mentions:many mention}, {persons:many person}).",
        ),
        (
            "Did the word change, or the theme? Check which words were used for it in the other wave.",
            "Veranderde het woord, of het thema? Ga na met welke woorden erover gesproken werd in de andere ronde.",
        ),
    ),
    "no such language": (
        (
            "the terms of '{code}' in '{language}' never match: no interview is in that language.",
            "de termen van '{code}' in '{language}' vinden niets: geen interview is in die taal.",
        ),
        (
            "State the language of the interviews in study.yaml.",
            "Zet de taal van de interviews in study.yaml.",
        ),
    ),
    "nobody coded": (
        (
            "nobody is coded with '{code}': none of its terms is found.",
            "niemand is gecodeerd met '{code}': geen van de termen is gevonden.",
        ),
        _BY_HAND,
    ),
    "code without terms": (
        (
            "nobody is coded with '{code}': it has no terms.",
            "niemand is gecodeerd met '{code}': hij heeft geen termen.",
        ),
        _BY_HAND,
    ),
    "covered": (
        (
            "every mention of '{code}' is also one of {others:either}.",
            "elke vermelding van '{code}' is er ook een van {others:either}.",
        ),
        (
            "Is it a separate theme? Merge it, or give it its own terms.",
            "Is het een thema op zichzelf? Voeg het samen, of geef het eigen termen.",
        ),
    ),
    # terms whose forms are another word too
    "shared forms": (
        (
            "'{term}' of '{code}' also finds forms of {others:commas}.",
            "'{term}' van '{code}' vindt ook vormen van {others:commas}.",
        ),
        _READ_QUOTES,
    ),
    "another word": (("{cases:points}.", "{cases:points}."), _SAY_WHICH),
    "another word often": (
        (
            "{n:many term} may be another word in places, commonest first: {cases:points}.",
            "{n:many term} zijn soms misschien een ander woord, de meest voorkomende eerst: {cases:points}.",
        ),
        _SAY_WHICH,
    ),
    "noun and verb": (("{cases:points}.", "{cases:points}."), _WRITE_CLASS),
    "noun and verb often": (
        (
            "{n:many term} are found as nouns and as verbs, commonest first: {cases:points}.",
            "{n:many term} zijn als zelfstandig naamwoord en als werkwoord gevonden, de meest voorkomende eerst:"
            " {cases:points}.",
        ),
        _WRITE_CLASS,
    ),
}

# what several notices of a kind have in common; the first kinds concern a reader most
HEADINGS: dict[str, Bilingual] = {
    "found in one wave": ("found in one wave only", "in maar één ronde gevonden"),
    "covered": ("always mentioned together with another code", "altijd samen met een andere code genoemd"),
    "nobody coded": ("nobody is coded with it", "niemand is ermee gecodeerd"),
    "code without terms": ("nobody is coded with it: no terms", "niemand is ermee gecodeerd: geen termen"),
    "ids alike": ("ids that differ by capitals only", "id's die alleen in hoofdletters verschillen"),
    "never matched": ("can never match", "kan nooit iets vinden"),
    "not its own words": ("does not match its own words", "vindt zijn eigen woorden niet"),
    "needs a model": ("asks for a spaCy model", "vraagt om een spaCy-model"),
    "no such language": ("in a language that nobody speaks here", "in een taal die hier niemand spreekt"),
    "another word": ("may be another word", "misschien een ander woord"),
    "another word often": ("may be another word", "misschien een ander woord"),
    "noun and verb": ("found as a noun and as a verb", "als zelfstandig naamwoord en als werkwoord gevonden"),
    "noun and verb often": ("found as a noun and as a verb", "als zelfstandig naamwoord en als werkwoord gevonden"),
    "shared forms": ("also finds forms of another word", "vindt ook vormen van een ander woord"),
    "many words": ("finds very many words", "vindt heel veel woorden"),
    "short compound": ("too short for '~'", "te kort voor '~'"),
    "inflected": ("an inflected form", "een verbogen vorm"),
    "adds nothing": ("adds nothing to another term", "voegt niets toe aan een andere term"),
    "shared term": ("a term of more than one code", "een term van meer dan één code"),
}
SEVERAL: Bilingual = ("{heading}, {n:many time}:", "{heading}, {n:many time}:")

# the cases that such a notice lists
CASES: dict[str, Bilingual] = {
    "case another word": (
        "'{term}' of '{code}' may be {words:either}",
        "'{term}' van '{code}' is misschien {words:either}",
    ),
    "case noun and verb": (
        "'{term}' of '{code}' is found {nouns:many time} as a noun and {verbs:many time} as a verb",
        "'{term}' van '{code}' is {nouns:many time} als zelfstandig naamwoord gevonden en {verbs:many time} als"
        " werkwoord",
    ),
    "word so often": ("'{word}' ({n:number} of {all:many time})", "'{word}' ({n:number} van de {all:many time})"),
    "more cases": ("and {n:number} more", "en nog {n:number}"),
}
