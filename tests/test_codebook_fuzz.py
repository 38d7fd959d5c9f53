"""Many mutated codebooks: each is read, or refused with its problems; none ends in a traceback."""

from __future__ import annotations

import random
import re
import time

import pytest

from bp_qual.codebook import codebook_text, parse_codebook
from bp_qual.errors import CodebookError, Problem
from processor_time import at_most

SEED_TEXT = """# a comment
codebook: Best Persons
version: 1.0.0
language: nl
description: >
  Two lines
  of text.
renamed: {kaders: hokjes}
codes:
  - id: samenwerking
    label: {nl: Samenwerking, en: "Collaboration"}
    definition: The person works with others.
    examples: [Wij werken samen., 'Samen: ja']
    terms:
      - samenwerken   # lemma
      - subsidie~
      - "*werk*"
      - rekening houden met|mee
      - {exact: SAMEN}
      - {regex: 'co-?creat\\w+'}
      - near: [subsidie, {exact: Stop}]
        within: 5
    unless: [samenwerkingsovereenkomst]
    negated: drop
    codes:
      - id: bondgenoten
        terms: {nl: [bondgenoot], en: [ally]}
        colour: '#1b6ca8'
  - {id: hokjes, parent: samenwerking, folder: yes}
"""
PIECES = [
    *"\t\n :-[]{}#&*!|>'\"%@`~,?\\\x00\x85\u2028\ufeff\U0001f642é0",
    "  ",
    "- ",
    ": ",
    "---\n",
    "...\n",
    "<<: ",
    "!!x ",
    "&a ",
    "*a ",
]
PIECES += [
    "codes:",
    "id: a",
    "terms: ",
    "regex: '(a+)+$'",
    "near: []",
    "within: x",
    "parent: hokjes",
    "parent: bondgenoten",
]
NUMBER = 1_200


def mutate(text: str, chance: random.Random) -> str:
    """Change a text in one to four places: cut, put in, double, swap lines, shift a line."""
    for _ in range(chance.randint(1, 4)):
        at, until = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        until = min(until, at + chance.choice([1, 3, 40]))
        lines = text.split("\n")
        line = chance.randrange(len(lines))
        how = chance.randrange(6)
        if how == 0:
            text = text[:at] + text[until:]
        elif how == 1:
            text = text[:at] + chance.choice(PIECES) + text[at:]
        elif how == 2:
            text = text[:at] + text[at:until] * chance.choice([2, 9]) + text[until:]
        elif how == 3:
            other = chance.randrange(len(lines))
            lines[line], lines[other] = lines[other], lines[line]
            text = "\n".join(lines)
        elif how == 4:
            lines[line] = " " * chance.randint(0, 9) + lines[line].lstrip()
            text = "\n".join(lines)
        else:
            text = (
                text[:at]
                + chr(chance.choice([chance.randrange(32, 0x250), chance.randrange(0xE000, 0x1FFFF)]))
                + text[until:]
            )
    return text


def problems_of(text: str) -> tuple[Problem, ...]:
    """Read a text; where that succeeds, write and read it once more."""
    try:
        book = parse_codebook(text, "x.yaml")
    except CodebookError as error:
        return error.problems
    assert parse_codebook(codebook_text(book)).sha256 == book.sha256
    return ()


def test_the_text_that_is_mutated_is_right_itself():
    assert len(parse_codebook(SEED_TEXT).codes) == 3


@pytest.mark.slow
def test_mutated_codebooks_are_read_or_refused_with_a_place():
    chance = random.Random(1)
    refused, longest = 0, (0.0, "")
    for _ in range(NUMBER):
        text = mutate(SEED_TEXT, chance)
        start = time.process_time()
        problems = problems_of(text)
        longest = max(longest, (time.process_time() - start, text))
        refused += bool(problems)
        for problem in problems:
            assert re.match(r"x\.yaml(:\d+:\d+)?$", problem.where), problem
            assert problem.what, problem
    assert 0.3 * NUMBER < refused < 0.99 * NUMBER
    with at_most(3):
        problems_of(longest[1])
