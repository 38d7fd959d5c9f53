"""Explaining: what a codebook finds in a sentence and why, and what it nearly found and why it did not.

This is what a researcher tries when a number looks odd. The sentence is coded exactly as in a study, as the turn of a
respondent; then every term that came close is looked at again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.codebook.never_matched import why_never
from bp_qual.coding import apply_codebook
from bp_qual.coding.nearly import nearly_split, nearly_words, vetoed_words
from bp_qual.display import escape, one_line
from bp_qual.matching import Block, Matcher, compile_codebook
from bp_qual.matching.negation import explain_cues
from bp_qual.matching.rules import Rule
from bp_qual.matching.tokens import fold_word, split_tokens
from bp_qual.matching.word_reading import describe_reading
from bp_qual.transcripts import Corpus, Transcript, Turn


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
    why: str
    cue: str = ""
    negated: bool = False

    def __str__(self) -> str:
        sign = {"counted": "+", "left out": "-", "missed": "?"}[self.outcome]
        mark = f" [{'denied' if self.negated else 'perhaps'}: {one_line(self.cue)}]" if self.cue else ""
        return f"{sign} {self.code}: '{one_line(self.quote)}' by '{one_line(self.term)}'{mark}: {self.why}"


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """A sentence with all that was found in it; it shows itself, a line for each place.

    Lines with `+` count, lines with `-` were found but are left out, lines with `?` came close.
    """

    sentence: str
    findings: tuple[Finding, ...] = field(default=())

    def __repr__(self) -> str:
        if not self.findings:
            return f"{one_line(self.sentence)}\n  nothing found, and nothing came close"
        return "\n".join([one_line(self.sentence), *(f"  {finding}" for finding in self.findings)])

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(finding.outcome)}</td><td>{escape(finding.code)}</td><td>{escape(finding.quote)}</td>"
            f"<td>{escape(finding.term)}</td><td>{escape(finding.why)}</td><td>{escape(finding.cue)}</td></tr>"
            for finding in self.findings
        )
        head = "<tr><th></th><th>code</th><th>quote</th><th>term</th><th>why</th><th>cue</th></tr>"
        return f"<p>{escape(self.sentence)}</p><table>{head}{rows}</table>"


def explain(codebook: Codebook, sentence: str, *, language: str = "") -> Explanation:
    """Return what a codebook finds in a sentence, by which term and rule, and what it nearly finds.

    Parameters
    ----------
    codebook : Codebook
        Whose terms are tried.
    sentence : str
        What a respondent might say.
    language : str
        Of the sentence; that of the codebook if not given.

    Returns
    -------
    Explanation
        The hits and the near misses; it prints itself, a line for each.

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{language: nl, codes: [{id: a, terms: [samenwerken, keten]}]}")
    >>> explain(book, "We werken niet samen in de ketensamenwerking.")
    We werken niet samen in de ketensamenwerking.
      + a: 'werken niet samen' by 'samenwerken' [denied: niet]: the verb is split (score 0.78)
      ? a: 'ketensamenwerking' by 'keten': the word is part of a longer one; 'keten~' would find it
    """
    talk = language or codebook.language
    turn = Turn(0, "", "respondent", 0, len(sentence))
    transcript = Transcript("sentence", ("",), "", sentence, (turn,), talk)
    corpus = Corpus((transcript,), ("",), ("",))
    block, matcher = Block([transcript]), compile_codebook(codebook, talk)
    hits = [*_hits(codebook, matcher, block, corpus)]
    taken = {(finding.code, finding.start, finding.end) for finding in hits}
    near = [finding for finding in _near(codebook, matcher, block) if not _within(finding, hits)]
    near = [finding for finding in near if (finding.code, finding.start, finding.end) not in taken]
    return Explanation(sentence, tuple(sorted({*hits, *near}, key=_order)))


def _order(finding: Finding) -> tuple[int, int, int, str, str]:
    rank = ("counted", "left out", "missed").index(finding.outcome)
    return rank, finding.start, -finding.end, finding.code, finding.term


def _within(finding: Finding, hits: list[Finding]) -> bool:
    """Return whether a near miss lies where its term was found anyway."""
    same = [hit for hit in hits if (hit.code, hit.term) == (finding.code, finding.term)]
    return any(hit.start < finding.end and finding.start < hit.end for hit in same)


def _hits(codebook: Codebook, matcher: Matcher, block: Block, corpus: Corpus) -> Iterator[Finding]:
    """Yield every hit, counted or left out."""
    table = apply_codebook(codebook, corpus)
    own = {code.id: code.terms for code in codebook.codes}
    counted = {(row.code, row.term, row.start, row.end): row for row in table.itertuples()}
    hits = matcher.find(block)
    columns = zip(*(column.tolist() for column in hits), strict=True)
    for number, start, end, first, last in columns:
        rule = matcher.rules[number]
        if rule.unless:
            continue
        code = codebook.codes[rule.code].id
        row = counted.get((code, rule.term.text, start, end))
        why = _why_found(rule, block, first, last)
        outcome = "counted" if row is not None and rule.term in own[code] else "left out"
        if outcome == "left out":
            why = _why_left_out(codebook, matcher, rule, hits, (start, end))
        cue, negated = (row.cue, bool(row.negated)) if row is not None else ("", False)
        if not cue:
            why += "".join(
                f"; '{one_line(said)}' does not deny it: {stop}" for said, stop in explain_cues(block, first, last)
            )
        quote = block.text(start, end)
        yield Finding(code, rule.term.text, rule.term.kind, quote, start, end, outcome, why, cue, negated)


def _why_found(rule: Rule, block: Block, first: int, last: int) -> str:
    said = [block.types[type_id] for type_id in block.ids[first : last + 1].tolist()]
    if rule.pattern is not None or rule.term.kind in ("tokens", "near"):
        return {"near": "both words are close enough", "exact": "as written"}.get(rule.term.kind, "the pattern fits")
    if rule.halves and last > first:
        score = nearly_split(block, rule.halves).get((first, last))
        return f"the verb is split (score {score:.2f})" if score else "the verb is split"
    if rule.phrases:
        return "the words of the phrase are around its verb"
    if len(said) > 1:
        return "the words follow each other"
    key = fold_word(rule.term.text.rstrip("~"))
    if rule.term.kind == "compound" and said[0] not in block.language.forms(key):
        return f"a compound with '{key}' in it"
    if rule.term.kind == "wildcard":
        return "the wildcard fits"
    found = "the word as it is" if said[0] == key else f"a form of '{rule.term.text.rstrip('~')}'"
    return found + (f", {describe_reading(block, first)}" if rule.is_bare and rule.term.word_class else "")


def _why_left_out(codebook: Codebook, matcher: Matcher, rule: Rule, hits: object, span: tuple[int, int]) -> str:
    """Return what took a hit away: an `unless` term, a denial that the code drops, or a hit it overlaps."""
    term, start, end, *_ = (np.asarray(column) for column in hits)  # type: ignore[attr-defined]
    near = np.flatnonzero((start < span[1]) & (end > span[0])).tolist()
    others = [matcher.rules[int(term[row])] for row in near]
    for other in others:
        if other.unless and other.code == rule.code:
            return f"it lies in '{other.term.text}', which is listed under unless"
    if codebook.codes[rule.code].negated == "drop" and not any(o is not rule and o.code == rule.code for o in others):
        return "it is denied, and the code says negated: drop"
    return "it overlaps another hit of the code, which counts"


def _near(codebook: Codebook, matcher: Matcher, block: Block) -> Iterator[Finding]:
    """Yield what came close for every term."""
    for rule, token, why in vetoed_words(matcher, block):
        start, end = int(block.start[token]), int(block.end[token])
        code, quote = codebook.codes[rule.code].id, block.text(start, end)
        if not rule.unless:
            yield Finding(code, rule.term.text, rule.term.kind, quote, start, end, "missed", why)
    for rule in matcher.rules:
        if rule.unless:
            continue
        code = codebook.codes[rule.code].id
        never = why_never(rule.term, codebook.codes[rule.code], codebook.language)
        if never and set(split_tokens(rule.term.text).types) & set(block.types):
            why = f"it can never match: {never[0]}. {never[1]}"
            yield Finding(code, rule.term.text, rule.term.kind, "", 0, 0, "missed", why)
        for first, last, why in nearly_words(rule, block):
            start, end = int(block.start[first]), int(block.end[last])
            quote = block.text(start, end)
            yield Finding(code, rule.term.text, rule.term.kind, quote, start, end, "missed", why)
