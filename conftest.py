"""The names that every docstring example may use without making them first.

Examples of what a user calls are complete and can be pasted; those of the rooms inside may start from these:

``panel``
    Counts of two codes, `contact` and `money`. P01 and P02 were interviewed in 2010 and 2020, P03 in 2010 only; each
    interview holds 2,000 words of the respondent. P01 speaks of contact 60 times in 2020 and never in 2010, P02 twice
    in each; P02 and P03 mention money three times in 2010.
``comparison``, ``facts``
    ``compare_waves(panel)``, and what a report gathers of it in English.
``codebook``, ``corpus``, ``codings``
    A codebook with the same two codes, two short English interviews with P01 (2010 and 2020), and what
    `apply_codebook` finds in them: *money* in 2010, a denied *money* and *neighbours* in 2020.
``desk``
    These open for coding by anna, who has done nothing yet and whose study has no folder.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from bp_qual import Corpus, Panel

COUNTS = [
    ("P01", "2020", "contact", 60),
    ("P02", "2010", "contact", 2),
    ("P02", "2020", "contact", 2),
    ("P02", "2010", "money", 3),
    ("P03", "2010", "money", 3),
]
INTERVIEWS = [("P01", "2010"), ("P01", "2020"), ("P02", "2010"), ("P02", "2020"), ("P03", "2010")]
CODEBOOK = """
codebook: Themes
version: 1.0.0
language: en
codes:
  - {id: contact, label: Contact, terms: [neighbour]}
  - {id: money, label: Money, terms: [money]}
"""
SAID = {"2010": "There was never enough. Money worried me.", "2020": "I have no money. My neighbours help me."}


def make_example_panel() -> Panel:
    """Return the panel called ``panel``."""
    from bp_qual import make_panel

    return make_panel(
        [{"person": p, "wave": w, "code": code, "mentions": mentions} for p, w, code, mentions in COUNTS],
        [{"person": p, "wave": w, "words": 2000} for p, w in INTERVIEWS],
    )


def make_example_corpus() -> Corpus:
    """Return the two interviews called ``corpus``: everything in them is said by P01."""
    from bp_qual import Corpus, Transcript, Turn

    transcripts = tuple(
        Transcript(f"P01_{wave}", ("P01",), wave, said, (Turn(0, "R", "respondent", 0, len(said), "P01"),), "en")
        for wave, said in SAID.items()
    )
    return Corpus(transcripts, ("P01",), tuple(SAID))


@pytest.fixture(autouse=True, scope="session")
def _names_for_examples(request: pytest.FixtureRequest, doctest_namespace: dict[str, Any]) -> None:
    if not any(isinstance(item, pytest.DoctestItem) for item in request.session.items):
        return
    from bp_qual import apply_codebook, compare_waves
    from bp_qual.codebook import parse_codebook
    from bp_qual.matching import index_corpus
    from bp_qual.page.desk import Desk
    from bp_qual.report.facts import gather_facts
    from bp_qual.study import Study
    from bp_qual.wording import Wording

    panel, codebook, corpus = make_example_panel(), parse_codebook(CODEBOOK), make_example_corpus()
    codings = apply_codebook(codebook, corpus)
    comparison = compare_waves(panel)
    doctest_namespace.update(panel=panel, comparison=comparison, facts=gather_facts(comparison, Wording("en")))
    doctest_namespace.update(codebook=codebook, corpus=corpus, codings=codings)
    doctest_namespace.update(desk=Desk(Study(Path("no/such/folder")), index_corpus(corpus), codebook, "anna"))
