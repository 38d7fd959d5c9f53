"""Whether there are word tables of every language that a codebook is in; where it is written, if not."""

from __future__ import annotations

from bp_qual.codebook import Codebook
from bp_qual.errors import CodebookError, Problem
from bp_qual.files.yaml_text import Entries, Text, parse_yaml
from bp_qual.matching.languages import fault_of_language
from bp_qual.wording import Remark


def refuse_unknown_languages(codebook: Codebook) -> Codebook:
    r"""Return a codebook; refuse it where nothing is known of its language, or of the language of a list of terms.

    >>> from bp_qual.codebook import parse_codebook
    >>> refuse_unknown_languages(parse_codebook("codebook: Temaer\nlanguage: no\ncodes: [{id: arbeid}]", "temaer.yaml"))
    Traceback (most recent call last):
    bp_qual.errors.CodebookError: temaer.yaml:2:11  no word tables for language 'no'. Did you mean 'nb' or 'nn'?
        language: no
                  ^^
    1 problem in temaer.yaml. Nothing was coded.
    """
    terms = [term for code in codebook.codes for term in (*code.terms, *code.unless)]
    first = {term.language: term for term in reversed(terms) if term.language != codebook.language}
    problems = [
        Problem(f"{term.source or codebook.source}:{term.line}:{term.column}", *fault)
        for language, term in first.items()
        if language and (fault := fault_of_language(language))
    ]
    if codebook.language and (wrong := fault_of_language(codebook.language)):
        root = parse_yaml("\n".join(codebook.lines), codebook.source).root
        written = root.get("language") if isinstance(root, Entries) else None
        place = (written.line, written.column) if isinstance(written, Text) else (0, 0)
        problems.insert(0, codebook.problem(place, *wrong, len(codebook.language)))
    if problems:
        counts = {"n": len(problems), "more": 0, "file": codebook.source}
        raise CodebookError(problems, Remark("problems in codebook", values=counts))
    return codebook
