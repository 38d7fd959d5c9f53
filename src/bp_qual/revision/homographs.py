"""Homographs: terms with forms that are another word too, or that are a noun as well as a verb.

Without talk, each such term is told by itself. With the talk of a study, one note a rule lists the terms by how often
it matters there: forms that nobody said and forms that were seldom said are left out, and so is what the matcher could
tell apart.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.display import shown
from bp_qual.matching import TalkIndex, compile_codebook
from bp_qual.matching.languages import Language, find_language
from bp_qual.matching.rules import Rule
from bp_qual.matching.talk import Block
from bp_qual.matching.token_table import RESPONDENT
from bp_qual.matching.word_reading import read_class
from bp_qual.wording import Remark

MIN_OWN_FORMS = 2
SHOWN = 10
SELDOM, SELDOM_SHARE = 3, 0.1
_MIXED, _MIXED_SHARE = 2, 0.2
_ENOUGH = 400

Note = tuple[Code, Term, str, dict[str, object]]
"""The code and the term that a notice is placed at, its kind, and what it fills in."""

Place = tuple[int, Term]
"""The number of a code, and one of its terms."""

Case = tuple[int, dict[str, object]]
"""How often a term is something else too, and what its sentence fills in."""


def note_shared_forms(codebook: Codebook) -> Iterator[Note]:
    """Yield a note for each term whose base form or plural another word has too, without looking at talk.

    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{language: nl, codes: [{id: a, terms: [zorg]}]}")
    >>> [values["others"] for *_, values in note_shared_forms(book)]
    [["'zorgen' (zorg, zorgen)"]]
    """
    for code in codebook.codes:
        for term in code.terms:
            if term.kind != "lemma" or term.word_class:
                continue
            others = {
                word: forms
                for word, forms in find_other_words(term.text, term.language or codebook.language).items()
                if {term.text, word} & set(forms) or any(form.endswith("en") for form in forms)
            }
            if others:
                names = [f"'{word}' ({', '.join(forms)})" for word, forms in others.items()]
                yield code, term, "shared forms", {"others": names}


def note_said_forms(codebook: Codebook, index: TalkIndex) -> Iterator[Note]:
    """Yield one note a rule on the terms whose forms are something else too, commonest in this talk first.

    Parameters
    ----------
    codebook : Codebook
        The codebook.
    index : TalkIndex
        The talk.

    Yields
    ------
    tuple
        Code and term of the commonest case, the kind of notice, and what it fills in.
    """
    shared: dict[Place, Counter[str]] = {}
    mixed: dict[Place, Counter[str]] = {}
    for block in index.blocks:
        for rule, tokens in _find_bare(codebook, block):
            place = (rule.code, rule.term)
            shared.setdefault(place, Counter()).update(_read_doubts(rule, tokens, block))
            if _is_mixed(rule, block.language):
                mixed.setdefault(place, Counter()).update(_read_as(block, tokens))
    yield from _note_together(codebook, dict(_note_shared(shared)), "another word")
    yield from _note_together(codebook, dict(_note_mixed(mixed)), "noun and verb")


def _find_bare(codebook: Codebook, block: Block) -> Iterator[tuple[Rule, list[int]]]:
    """Yield each bare term that names no class, with the tokens of respondents in which it was found."""
    matcher = compile_codebook(codebook, block.language.code)
    hits = matcher.find(block)
    single = (hits.first == hits.last) & (block.turns.role[block.turn[hits.first]] == RESPONDENT)
    for number, rule in enumerate(matcher.rules):
        if rule.is_bare and not rule.unless and not rule.term.word_class:
            tokens = hits.first[single & (hits.term == number)]
            if len(tokens):
                yield rule, tokens[:_ENOUGH].tolist()


def _read_doubts(rule: Rule, tokens: list[int], block: Block) -> Iterator[str]:
    """Yield the other word for each token that may be one, and "" for each that is surely the term."""
    others = {form: word for word, forms in find_other_words(rule.key, block.language.code).items() for form in forms}
    for token in tokens:
        form = block.word(token)
        yield others[form] if form in others and _is_doubtful(rule.key, form, token, block) else ""


def _is_doubtful(lemma: str, form: str, token: int, block: Block) -> bool:
    """Whether nothing tells a form from the other word: the model reads it as that, or has nothing to go by."""
    classes, model = block.language.class_lemmas(form), block.language.word_class_model
    own = {name for name, lemmas in classes.items() if lemma in lemmas}
    if model is None or not own or len(own) == len(classes):
        return True
    scores = read_class(model, block, token)
    return max(scores, key=scores.__getitem__) not in own


def _note_shared(counted: Mapping[Place, Counter[str]]) -> Iterator[tuple[Place, Case]]:
    for place, others in counted.items():
        total = others.total()
        often = {word: n for word, n in others.most_common() if word and (n >= SELDOM or n >= SELDOM_SHARE * total)}
        if often:
            words = [Remark("word so often", values={"word": word, "n": n, "all": total}) for word, n in often.items()]
            yield place, (max(often.values()), {"words": words})


def _note_mixed(counted: Mapping[Place, Counter[str]]) -> Iterator[tuple[Place, Case]]:
    for place, classes in counted.items():
        nouns, verbs = classes["noun"], classes["verb"]
        rarer = min(nouns, verbs)
        if rarer >= _MIXED and rarer >= _MIXED_SHARE * (nouns + verbs):
            yield place, (rarer, {"nouns": nouns, "verbs": verbs})


def _note_together(codebook: Codebook, told: Mapping[Place, Case], kind: str) -> Iterator[Note]:
    """Yield one note for all cases of a rule, commonest first."""
    if not told:
        return
    places = sorted(told, key=lambda place: (-told[place][0], place[0], place[1].text))
    cases = []
    for code, term in places[:SHOWN]:
        called = {"term": shown(term.text), "code": codebook.codes[code].id}
        cases.append(Remark(f"case {kind}", values=called | told[code, term][1]))
    if len(places) > SHOWN:
        cases.append(Remark("more cases", values={"n": len(places) - SHOWN}))
    code, term = places[0]
    yield codebook.codes[code], term, kind if len(places) == 1 else f"{kind} often", {"n": len(places), "cases": cases}


def _is_mixed(rule: Rule, language: Language) -> bool:
    """Whether a bare term is the lemma of its own form as a noun and as a verb: `train`."""
    classes = {name for name, lemmas in language.class_lemmas(rule.key).items() if rule.key in lemmas}
    return language.word_class_model is not None and "N" in classes and bool(classes & {"V", "B"})


def _read_as(block: Block, tokens: list[int]) -> Iterator[str]:
    model = block.language.word_class_model
    if model is not None:
        for token in tokens:
            scores = read_class(model, block, token)
            best = max(scores, key=scores.__getitem__)
            yield {"N": "noun", "P": "noun", "V": "verb", "B": "verb"}.get(best, "other")


def find_other_words(word: str, language: str) -> dict[str, list[str]]:
    """Return other words that share forms with this one, each with these forms.

    Participles, diminutives and spelling variants of the word itself do not count as other words.

    Parameters
    ----------
    word : str
        A term.
    language : str
        Its language.

    Returns
    -------
    dict of str to list of str

    Examples
    --------
    >>> find_other_words("zorg", "nl"), find_other_words("found", "en")
    ({'zorgen': ['zorg', 'zorgen']}, {'find': ['found']})
    >>> find_other_words("samenwerken", "nl")
    {}
    """
    known = find_language(language)
    own = known.forms(word)
    others: dict[str, list[str]] = {}
    for form in sorted(form for form in own if known.knows(form) and (_bare(form) == form or _bare(form) not in own)):
        for lemma in sorted(known.lemmas(form)):
            if known.knows(lemma) and _is_other(word, lemma, own, known):
                others.setdefault(lemma, []).append(form)
    return others


def _is_other(word: str, lemma: str, own: frozenset[str], known: Language) -> bool:
    """Return whether a lemma is a different word: not a variant or derivation, and with forms of its own."""
    theirs = known.forms(lemma)
    if _bare(word) == _bare(lemma) or lemma + "je" in own or word + "je" in theirs or lemma.endswith("je"):
        return False
    inflects = any(word in lemmas for name, lemmas in known.class_lemmas(word).items() if name != "A")
    if word in theirs and lemma not in own and not inflects:  # the term itself is a form of that word: 'gegroeid'
        return False
    return len(theirs - own) >= MIN_OWN_FORMS and not (lemma in own and lemma.endswith(("d", "de", "den", "t", "te")))


def _bare(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if letter.isalpha())
