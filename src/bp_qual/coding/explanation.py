"""Explaining: what a codebook finds in a sentence and why, and what it nearly found and why it did not.

This is what a researcher tries when a number looks odd. The sentence is coded exactly as in a study, as the turn of a
respondent; then every term that came close is looked at again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.codebook.never_matched import why_never
from bp_qual.coding.codings import code_block
from bp_qual.coding.nearly import nearly_words, vetoed_words
from bp_qual.display import escape, one_line
from bp_qual.matching import Block, Matcher, compile_codebook
from bp_qual.matching.languages import Language, find_language
from bp_qual.matching.languages.parts import SplitCandidate
from bp_qual.matching.negation import explain_cues
from bp_qual.matching.rules import Rule
from bp_qual.matching.tokens import fold_word, split_tokens
from bp_qual.matching.word_reading import describe_reading
from bp_qual.transcripts import Corpus, Transcript, Turn
from bp_qual.wording import Remark, Wording, choose_language


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in the sentence that a term found, or nearly found: whether it counts, and why (not).

    ``outcome`` is `counted`, `left out` (found, but something takes it away) or `missed` (nearly found).
    """

    code: str
    term: str
    kind: str
    quote: str
    start: int
    end: int
    outcome: str
    why: Remark
    cue: str = ""
    negated: bool = False

    def __str__(self) -> str:
        return self.say("en")

    def say(self, language: str) -> str:
        """Return the finding on a line, in English (`en`) or Dutch (`nl`).

        >>> Finding("a", "wijk", "lemma", "wijken", 0, 6, "missed", Remark("missed exact")).say("nl")
        "? a: 'wijken' door 'wijk': de term is exact: hoofdletters en vorm moeten zijn zoals geschreven"
        """
        say = Wording(language)
        sign = {"counted": "+", "left out": "-", "missed": "?"}[self.outcome]
        cue = one_line(self.cue)
        mark = say("explain_denied" if self.negated else "explain_perhaps", cue=cue) if cue else ""
        texts = {"quote": one_line(self.quote), "term": one_line(self.term)}
        return say("explain_found", sign=sign, code=self.code, mark=mark, why=self.why, **texts)


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """A sentence with all that was found in it; it shows itself, a line for each place.

    Lines with `+` count, lines with `-` were found but are left out, lines with `?` came close.
    """

    sentence: str
    findings: tuple[Finding, ...] = field(default=())
    language: str = "en"

    def __repr__(self) -> str:
        lines = [finding.say(self.language) for finding in self.findings]
        lines = lines or [Wording(self.language)("explain_nothing")]
        return "\n".join([one_line(self.sentence), *(f"  {line}" for line in lines)])

    def in_language(self, language: str) -> Explanation:
        """Return the same explanation, said in another language: `en` or `nl`.

        >>> Explanation("Onze wijk.").in_language("nl")
        Onze wijk.
          niets gevonden, en niets kwam in de buurt
        """
        return replace(self, language=choose_language(language))

    def _repr_html_(self) -> str:
        say = Wording(self.language)
        names = ("code", "quote", "term", "why", "cue")
        table = [
            (say(f"explain_{row.outcome}"), row.code, row.quote, row.term, row.why.say(self.language), row.cue)
            for row in self.findings
        ]
        head = "<th></th>" + "".join(f"<th>{escape(say(f'explain_{name}'))}</th>" for name in names)
        rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in table)
        return f"<p>{escape(self.sentence)}</p><table><tr>{head}</tr>{rows}</table>"


def explain(codebook: Codebook, sentence: str, *, language: str = "") -> Explanation:
    """Return what a codebook finds in a sentence, by which term and rule, and what it nearly finds.

    It is said in the language of the codebook, in English where there are no texts in that; `in_language` changes it.

    Parameters
    ----------
    codebook : Codebook
        Whose terms are tried.
    sentence : str
        What a respondent might say.
    language : str
        Language of the sentence; that of the codebook if not given.

    Returns
    -------
    Explanation
        The hits and the near misses; it prints itself, a line for each.

    Raises
    ------
    BpQualError
        For a language without word tables.

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{language: nl, codes: [{id: a, terms: [samenwerken, keten]}]}")
    >>> found = explain(book, "We werken niet samen in de ketensamenwerking.")
    >>> found
    We werken niet samen in de ketensamenwerking.
      + a: 'werken niet samen' door 'samenwerken' [ontkend: niet]: het werkwoord is gesplitst (score 0,78)
      ? a: 'ketensamenwerking' door 'keten': het woord is deel van een langer woord; 'keten~' vindt het wel
    >>> found.in_language("en")
    We werken niet samen in de ketensamenwerking.
      + a: 'werken niet samen' by 'samenwerken' [denied: niet]: the verb is split (score 0.78)
      ? a: 'ketensamenwerking' by 'keten': the word is part of a longer one; 'keten~' would find it
    """
    talk = language or codebook.language
    matcher, block = compile_codebook(codebook, talk), _cut(sentence, talk, find_language(talk))
    corpus = Corpus(block.transcripts, ("",), ("",))
    split_verbs = matcher.weigh_split_verbs(block)
    hits = [*_hits(matcher, block, corpus, split_verbs)]
    taken = {(finding.code, finding.start, finding.end) for finding in hits}
    near = [finding for finding in _near(codebook, matcher, block, split_verbs) if not _within(finding, hits)]
    near = [finding for finding in near if (finding.code, finding.start, finding.end) not in taken]
    found = {_place_of(finding): finding for finding in (*hits, *near)}
    spoken = choose_language(None, codebook.language)
    return Explanation(sentence, tuple(sorted(found.values(), key=_order)), spoken)


@lru_cache(16)
def _cut(sentence: str, talk: str, language: Language) -> Block:  # noqa: ARG001 - another language, another block
    """Return a sentence as talk, cut into words once: it is tried with one codebook after another."""
    turn = Turn(0, "", "respondent", 0, len(sentence))
    return Block([Transcript("sentence", ("",), "", sentence, (turn,), talk)])


def _place_of(finding: Finding) -> tuple[object, ...]:
    """Return what makes two findings one and the same: all but the values of the reason, which may be lists."""
    return finding.code, finding.term, finding.quote, finding.start, finding.end, finding.outcome, str(finding.why)


def _order(finding: Finding) -> tuple[int, int, int, str, str]:
    rank = ("counted", "left out", "missed").index(finding.outcome)
    return rank, finding.start, -finding.end, finding.code, finding.term


def _within(finding: Finding, hits: list[Finding]) -> bool:
    """Return whether a near miss lies where its term was found anyway."""
    same = [hit for hit in hits if (hit.code, hit.term) == (finding.code, finding.term)]
    return any(hit.start < finding.end and finding.start < hit.end for hit in same)


def _hits(matcher: Matcher, block: Block, corpus: Corpus, split_verbs: list[SplitCandidate]) -> Iterator[Finding]:
    """Yield every hit, counted or left out."""
    codebook = matcher.codebook
    own = {code.id: code.terms for code in codebook.codes}
    coded = {name: column.tolist() for name, column in code_block(matcher, block, corpus).items()}
    places = zip(*(coded[name] for name in ("code", "term", "start", "end")), strict=True)
    counted = dict(zip(places, zip(coded["cue"], coded["negated"], strict=True), strict=True))
    hits = matcher.find(block)
    columns = zip(*(column.tolist() for column in hits), strict=True)
    for number, start, end, first, last in columns:
        rule = matcher.rules[number]
        if rule.unless:
            continue
        code = codebook.codes[rule.code].id
        said = counted.get((code, rule.term.text, start, end))
        why = _why_found(rule, block, (first, last), split_verbs)
        outcome = "counted" if said is not None and rule.term in own[code] else "left out"
        if outcome == "left out":
            why = _why_left_out(codebook, matcher, rule, hits, (start, end))
        cue, negated = said or ("", False)
        if not cue and (stops := explain_cues(block, first, last)):
            why = Remark("found, not denied", values={"how": why, "stops": stops})
        quote = block.text(start, end)
        yield Finding(code, rule.term.text, rule.term.kind, quote, start, end, outcome, why, cue, negated)


def _why_found(rule: Rule, block: Block, span: tuple[int, int], split_verbs: list[SplitCandidate]) -> Remark:
    first, last = span
    said = [block.types[type_id] for type_id in block.ids[first : last + 1].tolist()]
    if rule.pattern is not None or rule.term.kind in ("tokens", "near"):
        return Remark({"near": "found near", "exact": "found exact"}.get(rule.term.kind, "found pattern"))
    if rule.halves and last > first:
        scores = [verb.score for verb in split_verbs if verb.halves in rule.halves and (verb.first, verb.last) == span]
        return Remark("found split, scored", values={"score": scores[0]}) if scores else Remark("found split")
    if rule.phrases:
        return Remark("found phrase")
    if len(said) > 1:
        return Remark("found in a row")
    key = fold_word(rule.term.text.rstrip("~"))
    if rule.term.kind == "compound" and said[0] not in block.language.forms(key):
        return Remark("found compound", values={"word": key})
    if rule.term.kind == "wildcard":
        return Remark("found wildcard")
    form = Remark("found form", values={"word": rule.term.text.rstrip("~")})
    found = Remark("found word") if said[0] == key else form
    reading = describe_reading(block, first) if rule.is_bare and rule.term.word_class else None
    return Remark("found, read as", values={"how": found, "reading": reading}) if reading else found


def _why_left_out(codebook: Codebook, matcher: Matcher, rule: Rule, hits: object, span: tuple[int, int]) -> Remark:
    """Return what took a hit away: an `unless` term, a denial that the code drops, or a hit it overlaps."""
    term, start, end, *_ = (np.asarray(column) for column in hits)  # type: ignore[attr-defined]
    near = np.flatnonzero((start < span[1]) & (end > span[0])).tolist()
    others = [matcher.rules[int(term[row])] for row in near]
    for other in others:
        if other.unless and other.code == rule.code:
            return Remark("left out unless", values={"term": other.term.text})
    if codebook.codes[rule.code].negated == "drop" and not any(o is not rule and o.code == rule.code for o in others):
        return Remark("left out denied")
    return Remark("left out overlap")


def _near(codebook: Codebook, matcher: Matcher, block: Block, split_verbs: list[SplitCandidate]) -> Iterator[Finding]:
    """Yield what came close for every term."""
    for rule, token, why in vetoed_words(matcher, block):
        start, end = int(block.start[token]), int(block.end[token])
        code, quote = codebook.codes[rule.code].id, block.text(start, end)
        if not rule.unless:
            yield Finding(code, rule.term.text, rule.term.kind, quote, start, end, "missed", why)
    never, said = _never(matcher), set(block.types)
    for number, rule in enumerate(matcher.rules):
        if rule.unless:
            continue
        code = codebook.codes[rule.code].id
        if number in never and set(split_tokens(rule.term.text).types) & said:
            yield Finding(code, rule.term.text, rule.term.kind, "", 0, 0, "missed", never[number])
        for first, last, why in nearly_words(rule, block, split_verbs):
            start, end = int(block.start[first]), int(block.end[last])
            quote = block.text(start, end)
            yield Finding(code, rule.term.text, rule.term.kind, quote, start, end, "missed", why)


@lru_cache(4)
def _never(matcher: Matcher) -> dict[int, Remark]:
    """Return why terms can never match, by the number of their rule: asked once of a codebook."""
    codebook = matcher.codebook
    asked = (
        (number, why_never(rule.term, codebook.codes[rule.code], codebook.language))
        for number, rule in enumerate(matcher.rules)
    )
    return {
        number: Remark("missed, never", values={"why": never[0], "remedy": never[1]})
        for number, never in asked
        if never
    }
