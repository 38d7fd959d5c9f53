"""Why a term found a word, why it nearly did, and what took a hit away: what `explain` says."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

# what speaks against two words being one verb in two parts, by the name of the weight
_SPLIT_DOUBTS: dict[str, Bilingual] = {
    "prep": ("the particle may be a preposition", "het deeltje kan een voorzetsel zijn"),
    "A&commas=1": ("a comma between", "een komma ertussen"),
    "A&commas=2": ("commas between", "komma's ertussen"),
    "A&conj=1": ("'en', 'maar' or the like between", "'en', 'maar' of iets dergelijks ertussen"),
    "A&conj=2": ("'en', 'maar' or the like between", "'en', 'maar' of iets dergelijks ertussen"),
    "A&clause": ("another clause begins between", "ertussen begint een andere zin"),
    "A&dat": ("a subordinate clause begins between", "ertussen begint een bijzin"),
    "A&te": ("'te' follows the particle", "na het deeltje komt 'te'"),
    "A&sub&fin": (
        "the particle comes before the verb of a subordinate clause",
        "het deeltje staat voor het werkwoord van een bijzin",
    ),
    "A&stranded": (
        "'daar' or 'waar' may belong to the preposition",
        "'daar' of 'waar' kan bij het voorzetsel horen",
    ),
    "A&dist=15+": ("far apart", "ver uit elkaar"),
    "A&dist=9-14": ("far apart", "ver uit elkaar"),
    "A&vpos=3+": ("the verb comes late", "het werkwoord staat laat in de zin"),
    "A&nounr1&prev=det": (
        "the verb may be a noun after an article",
        "na het lidwoord kan het werkwoord een zelfstandig naamwoord zijn",
    ),
    "A&nounr1&prev=adj": (
        "the verb may be a noun after an adjective",
        "na het bijvoeglijk naamwoord kan het werkwoord een zelfstandig naamwoord zijn",
    ),
    "ge0": ("no such participle is known", "dat voltooid deelwoord is niet bekend"),
    "thing&prv=det": (
        "the particle is a noun after an article",
        "na het lidwoord is het deeltje een zelfstandig naamwoord",
    ),
    "prep1&nc=det": ("an article follows the particle", "na het deeltje komt een lidwoord"),
    "prep1&nxt=de": ("'de' follows the particle", "na het deeltje komt 'de'"),
    "prep1&nxt=te": ("'te' follows the particle", "na het deeltje komt 'te'"),
    "prep0&nxt=te": ("'te' follows the particle", "na het deeltje komt 'te'"),
    "dwars&nc=prep": ("'dwars' with a preposition", "'dwars' met een voorzetsel"),
    "A&subjectless": (
        "there is no subject next to the verb, which may be a noun",
        "naast het werkwoord staat geen onderwerp; het kan een zelfstandig naamwoord zijn",
    ),
    "A&into": ("the particle belongs to the place before it", "het deeltje hoort bij de plaats ervoor"),
}

WHYS: dict[str, Bilingual] = {
    **{f"split doubt {name}": text for name, text in _SPLIT_DOUBTS.items()},
    "split doubt": ("{name}", "{name}"),
    # a word class
    "class N": ("a noun", "een zelfstandig naamwoord"),
    "class V": ("a verb", "een werkwoord"),
    "class B": ("the base form of a verb", "het hele werkwoord"),
    "class A": ("an adjective", "een bijvoeglijk naamwoord"),
    "class P": ("a name", "een naam"),
    "class O": ("a function word", "een functiewoord"),
    # found
    "found, not denied": ("{how:said}; {stops:points}", "{how:said}; {stops:points}"),
    "found near": ("both words are close enough", "beide woorden staan dicht genoeg bij elkaar"),
    "found exact": ("as written", "zoals geschreven"),
    "found pattern": ("the pattern fits", "het patroon past"),
    "found split": ("the verb is split", "het werkwoord is gesplitst"),
    "found split, scored": (
        "the verb is split (score {score:decimals})",
        "het werkwoord is gesplitst (score {score:decimals})",
    ),
    "found phrase": (
        "the words of the phrase are around its verb",
        "de woorden van de uitdrukking staan om het werkwoord heen",
    ),
    "found in a row": ("the words follow each other", "de woorden volgen op elkaar"),
    "found compound": ("a compound with '{word}' in it", "een samenstelling met '{word}'"),
    "found wildcard": ("the wildcard fits", "het jokerteken past"),
    "found word": ("the word as it is", "het woord zelf"),
    "found form": ("a form of '{word}'", "een vorm van '{word}'"),
    "found, read as": ("{how:said}, {reading:said}", "{how:said}, {reading:said}"),
    "read as": ("read as {name:said} (ahead by {ahead:tenths})", "gelezen als {name:said} ({ahead:tenths} voor)"),
    # a denial that does not concern the hit
    "does not deny": ("'{cue}' does not deny it: {stop:said}", "'{cue}' ontkent dit niet: {stop:said}"),
    "stop known": ("what it denies is that somebody knew it", "het ontkent dat iemand het wist of merkte"),
    "stop other way": ("it reaches the other way", "het slaat op wat aan de andere kant staat"),
    "stop far": ("it is too far away", "het staat te ver weg"),
    "stop comma": ("a comma comes between", "er komt een komma tussen"),
    "stop clause": ("another clause begins between", "ertussen begint een andere zin"),
    "stop subject": ("another subject comes between", "er komt een ander onderwerp tussen"),
    "stop narrow": (
        "it denies only the words right after it",
        "het ontkent alleen de woorden die er direct op volgen",
    ),
    "stop noun": ("it denies what is done, not this noun", "het ontkent wat er gebeurt, niet dit woord"),
    "stop double": ("with another denial it cancels out", "samen met een andere ontkenning is het geen ontkenning"),
    "stop question": ("it asks, and denies nothing", "het vraagt iets, en ontkent niets"),
    "stop fixed": (
        "it belongs to an expression that denies nothing",
        "het hoort bij een uitdrukking die niets ontkent",
    ),
    "stop condition": ("it is in a condition", "het staat in een voorwaarde"),
    "stop only": ("it denies that this is all", "het ontkent dat dit alles is"),
    "stop reason": ("it denies why, not that it is done", "het ontkent waarom, niet dat het gebeurt"),
    "stop compared": ("it compares", "het vergelijkt"),
    # found, but left out
    "left out unless": (
        "it lies in '{term}', which is listed under unless",
        "het staat in '{term}', dat onder unless staat",
    ),
    "left out denied": (
        "it is denied, and the code says negated: drop",
        "het is ontkend, en de code zegt negated: drop",
    ),
    "left out overlap": (
        "it overlaps another hit of the code, which counts",
        "het overlapt met een andere vindplaats van de code, die telt",
    ),
    # nearly found
    "veto before": (
        "behind '{word}' it is {name:said}, another word",
        "na '{word}' is het {name:said}, een ander woord",
    ),
    "veto half": ("it is one half of '{verb}'", "het is de helft van '{verb}'"),
    "veto class": (
        "it reads as {name:said} here (ahead by {ahead:tenths})",
        "het is hier gelezen als {name:said} ({ahead:tenths} voor)",
    ),
    "missed, never": (
        "it can never match: {why:said}. {remedy:said}",
        "dit kan nooit iets vinden: {why:said}. {remedy:said}",
    ),
    "missed split, taken": (
        "both halves are there, but another verb takes one of them",
        "beide helften staan er, maar één ervan hoort bij een ander werkwoord",
    ),
    "missed split": (
        "both halves are there, but hardly belong together (score {score:decimals}: nothing supports it)",
        "beide helften staan er, maar horen nauwelijks bij elkaar (score {score:decimals}: niets spreekt ervoor)",
    ),
    "missed split, against": (
        "both halves are there, but hardly belong together (score {score:decimals}: {against:said})",
        "beide helften staan er, maar horen nauwelijks bij elkaar (score {score:decimals}: {against:said})",
    ),
    "missed exact": (
        "the term is exact: capitals and form must be as written",
        "de term is exact: hoofdletters en vorm moeten zijn zoals geschreven",
    ),
    "missed signs": (
        "the term is looked for as it is written, signs included",
        "de term wordt gezocht zoals hij geschreven is, met tekens en al",
    ),
    "missed longer": (
        "the word is part of a longer one; '{term}~' would find it",
        "het woord is deel van een langer woord; '{term}~' vindt het wel",
    ),
    "missed beginning": (
        "another word with the same beginning; '{word}' as a term, or a wildcard, would find it",
        "een ander woord met hetzelfde begin; '{word}' als term, of een jokerteken, vindt het wel",
    ),
    "missed phrase": (
        "all words of the phrase are in the sentence, but not together",
        "alle woorden van de uitdrukking staan in de zin, maar niet bij elkaar",
    ),
    # why a term can never match, and what to write instead
    "never unless": (
        "it is also listed under 'unless' of its own code",
        "het staat ook onder 'unless' van de eigen code",
    ),
    "never said": (
        "it is matched as it is written, and nobody says '{piece}'",
        "er wordt gezocht naar wat er staat, en niemand zegt '{piece}'",
    ),
    "never optional": (
        "it is matched as it is written, with '{piece}'",
        "er wordt gezocht naar wat er staat, met '{piece}' erbij",
    ),
    "delete one": ("Delete it in one of the two places.", "Haal het op één van de twee plaatsen weg."),
    "write instead": ("Write '{better}'.", "Schrijf '{better}'."),
    "write without": (
        "Write '{better}', and what may come with it as a term of its own.",
        "Schrijf '{better}', en wat erbij kan komen als een eigen term.",
    ),
}

# how a finding is shown
EXPLAIN: dict[str, Bilingual] = {
    "found": (
        "{sign} {code}: '{quote}' by '{term}'{mark}: {why:said}",
        "{sign} {code}: '{quote}' door '{term}'{mark}: {why:said}",
    ),
    "denied": (" [denied: {cue}]", " [ontkend: {cue}]"),
    "perhaps": (" [perhaps: {cue}]", " [misschien: {cue}]"),
    "nothing": ("nothing found, and nothing came close", "niets gevonden, en niets kwam in de buurt"),
    "counted": ("counted", "telt mee"),
    "left out": ("left out", "telt niet mee"),
    "missed": ("missed", "gemist"),
    "code": ("code", "code"),
    "quote": ("quote", "citaat"),
    "term": ("term", "term"),
    "why": ("why", "waarom"),
    "cue": ("cue", "signaalwoord"),
}
