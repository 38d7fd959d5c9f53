"""How many attributes a tag of a web page has, each name once: a parser compares each with every other one."""

from __future__ import annotations

from bp_qual.errors import Problem, TranscriptError
from bp_qual.lazy_patterns import lazy_pattern

MOST = 2_000  # of one tag; with 20 it is an unusual one
_ATTRIBUTE = r"[\s/]*+[^\s>/][^\s>=/]*+(?>\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+"
_NAME = lazy_pattern(_ATTRIBUTE.replace(r"[^\s>/][^\s>=/]*+", r"([^\s>/][^\s>=/]*+)", 1))
_TAG = lazy_pattern(rf"<[a-zA-Z][^\s>/]*+((?>{_ATTRIBUTE})*+)")


def check_tags(source: str, where: str) -> None:
    """Refuse a page with a tag that has more attributes than any program writes.

    >>> check_tags("<p a=1 b='2 3' c>ja</p>", "a.html")
    >>> check_tags("<p " + " ".join(f"a{n}=1" for n in range(2_001)) + ">ja</p>", "a.html")
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.html:1  has a tag with 2,001 attributes (at most 2,000 are read). Take it out.
    """
    for tag in _TAG.finditer(source):
        inside = tag[1]
        if len(inside) > MOST and (n := len({name[1] for name in _NAME.finditer(inside)})) > MOST:
            line = source.count("\n", 0, tag.start()) + 1
            raise TranscriptError(Problem(f"{where}:{line}", "too many attributes", {"n": n, "most": MOST}))
