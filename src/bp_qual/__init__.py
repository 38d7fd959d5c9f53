"""What changed between interviews with the same people years apart, and how sure one can be.

    >>> import bp_qual as bq
    >>> bq.__version__
    '0.1.0'

The steps of the research are plain functions; nothing heavy is loaded before one of them is used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bp_qual.codebook import Code, Codebook, Term, read_codebook, write_codebook
    from bp_qual.codebook.migration import migrate_codings
    from bp_qual.codebook.versions import diff_codebooks
    from bp_qual.coding import apply_codebook, check_examples, to_spacy
    from bp_qual.coding.explanation import explain
    from bp_qual.compare import Comparison, compare_waves, plan_study, vary_choices
    from bp_qual.errors import (
        BpQualError,
        BpQualWarning,
        CodebookError,
        Problem,
        StoreError,
        StudyError,
        TranscriptError,
    )
    from bp_qual.exchange import export_codebook, import_codebook
    from bp_qual.framework import make_framework, read_framework, write_framework
    from bp_qual.matching import index_corpus
    from bp_qual.panel import Panel, count_codes, make_panel
    from bp_qual.plots import (
        Picture,
        plot_change,
        plot_heatmap,
        plot_panel,
        plot_persons,
        plot_timeline,
        plot_trajectories,
        plot_words,
    )
    from bp_qual.quotes import Quote, Quotes, find_quotes, show_codings
    from bp_qual.report import write_report
    from bp_qual.report.results import write_results
    from bp_qual.study import Study, read_corpus, read_study
    from bp_qual.study.checking import check_study
    from bp_qual.transcripts import Corpus, Transcript, Turn, read_transcript

__version__ = "0.1.0"

_ROOMS = {
    "study": (
        "Study",
        "read_corpus",
        "read_study",
    ),
    "transcripts": (
        "Corpus",
        "Transcript",
        "Turn",
        "read_transcript",
    ),
    "codebook": (
        "Code",
        "Codebook",
        "Term",
        "read_codebook",
        "write_codebook",
    ),
    "codebook.versions": ("diff_codebooks",),
    "codebook.migration": ("migrate_codings",),
    "exchange": (
        "export_codebook",
        "import_codebook",
    ),
    "matching": ("index_corpus",),
    "coding": (
        "apply_codebook",
        "check_examples",
        "to_spacy",
    ),
    "coding.explanation": ("explain",),
    "quotes": (
        "Quote",
        "Quotes",
        "find_quotes",
        "show_codings",
    ),
    "panel": (
        "Panel",
        "count_codes",
        "make_panel",
    ),
    "compare": (
        "Comparison",
        "compare_waves",
        "plan_study",
        "vary_choices",
    ),
    "plots": (
        "Picture",
        "plot_change",
        "plot_heatmap",
        "plot_panel",
        "plot_persons",
        "plot_timeline",
        "plot_trajectories",
        "plot_words",
    ),
    "report": ("write_report",),
    "report.results": ("write_results",),
    "framework": (
        "make_framework",
        "read_framework",
        "write_framework",
    ),
    "study.checking": ("check_study",),
    "errors": (
        "BpQualError",
        "BpQualWarning",
        "CodebookError",
        "Problem",
        "StoreError",
        "StudyError",
        "TranscriptError",
    ),
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names}
__all__ = [
    "BpQualError",
    "BpQualWarning",
    "Code",
    "Codebook",
    "CodebookError",
    "Comparison",
    "Corpus",
    "Panel",
    "Picture",
    "Problem",
    "Quote",
    "Quotes",
    "StoreError",
    "Study",
    "StudyError",
    "Term",
    "Transcript",
    "TranscriptError",
    "Turn",
    "apply_codebook",
    "check_examples",
    "check_study",
    "compare_waves",
    "count_codes",
    "diff_codebooks",
    "explain",
    "export_codebook",
    "find_quotes",
    "import_codebook",
    "index_corpus",
    "make_framework",
    "make_panel",
    "migrate_codings",
    "plan_study",
    "plot_change",
    "plot_heatmap",
    "plot_panel",
    "plot_persons",
    "plot_timeline",
    "plot_trajectories",
    "plot_words",
    "read_codebook",
    "read_corpus",
    "read_framework",
    "read_study",
    "read_transcript",
    "show_codings",
    "to_spacy",
    "vary_choices",
    "write_codebook",
    "write_framework",
    "write_report",
    "write_results",
]


def __getattr__(name: str) -> object:
    """Load a public name from its room the first time it is asked for (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module 'bp_qual' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"bp_qual.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Show the public names, loaded or not."""
    return sorted([*__all__, "__version__"])
