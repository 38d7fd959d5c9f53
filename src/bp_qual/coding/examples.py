"""The examples and counterexamples of a codebook, coded with it: does it do what it says?"""

from __future__ import annotations

from bp_qual.codebook import Code, Codebook
from bp_qual.coding.codings import code_talk
from bp_qual.errors import Problem
from bp_qual.transcripts import Corpus, Transcript, Turn


def check_examples(codebook: Codebook) -> tuple[Problem, ...]:
    """Return a problem for each example that is not coded with its code and each counterexample that is.

    >>> from bp_qual.codebook import parse_codebook
    >>> text = "{language: nl, codes: [{id: a, terms: [samenwerken], examples: [Samengewerkt!, Alleen.]}]}"
    >>> [problem.what for problem in check_examples(parse_codebook(text, "a.yaml"))]
    ["example of code 'a' is not coded with it: 'Alleen.'"]
    """
    tried = [
        (code, sentence, expected)
        for code in codebook.codes
        for sentences, expected in ((code.examples, True), (code.counterexamples, False))
        for sentence in sentences
    ]
    if not tried:
        return ()
    transcripts = tuple(
        Transcript(str(number), ("",), "", said, (Turn(0, "", "respondent", 0, len(said)),), codebook.language)
        for number, (_, said, _) in enumerate(tried)
    )
    found = code_talk(codebook, Corpus(transcripts, ("",), ("",)))
    coded = set(zip(found["interview"].tolist(), found["code"].tolist(), strict=True))
    return tuple(
        _example_problem(codebook, code, said, expected)
        for number, (code, said, expected) in enumerate(tried)
        if ((str(number), code.id) in coded) != expected
    )


def _example_problem(codebook: Codebook, code: Code, said: str, expected: bool) -> Problem:
    kind = "example not coded" if expected else "counterexample coded"
    return codebook.problem(code.places.get(said, (code.line, 0)), kind, {"code": code.id, "said": said}, len(said))
