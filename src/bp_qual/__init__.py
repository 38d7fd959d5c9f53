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
    from bp_qual.codebook import Code, Codebook, Term, read_codebook
    from bp_qual.coding import apply_codebook, check_examples
    from bp_qual.compare import Comparison, compare_waves
    from bp_qual.errors import (
        BpQualError,
        BpQualWarning,
        CodebookError,
        Problem,
        StoreError,
        StudyError,
        TranscriptError,
    )
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
    from bp_qual.quotes import Quote, Quotes, find_quotes
    from bp_qual.report import write_report
    from bp_qual.study import Study, read_corpus, read_study
    from bp_qual.transcripts import Corpus, Transcript, Turn, read_transcript

__version__ = "0.1.0"

_HOME = {
    "read_study": "study",
    "Study": "study",
    "read_corpus": "study",
    "read_transcript": "transcripts",
    "Corpus": "transcripts",
    "Transcript": "transcripts",
    "Turn": "transcripts",
    "read_codebook": "codebook",
    "Codebook": "codebook",
    "Code": "codebook",
    "Term": "codebook",
    "apply_codebook": "coding",
    "find_quotes": "quotes",
    "Quote": "quotes",
    "Quotes": "quotes",
    "check_examples": "coding",
    "count_codes": "panel",
    "make_panel": "panel",
    "Panel": "panel",
    "compare_waves": "compare",
    "Comparison": "compare",
    "Picture": "plots",
    "plot_change": "plots",
    "plot_heatmap": "plots",
    "plot_panel": "plots",
    "plot_persons": "plots",
    "plot_timeline": "plots",
    "plot_trajectories": "plots",
    "plot_words": "plots",
    "write_report": "report",
    "BpQualError": "errors",
    "TranscriptError": "errors",
    "CodebookError": "errors",
    "StudyError": "errors",
    "StoreError": "errors",
    "BpQualWarning": "errors",
    "Problem": "errors",
}
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
    "compare_waves",
    "count_codes",
    "find_quotes",
    "make_panel",
    "plot_change",
    "plot_heatmap",
    "plot_panel",
    "plot_persons",
    "plot_timeline",
    "plot_trajectories",
    "plot_words",
    "read_codebook",
    "read_corpus",
    "read_study",
    "read_transcript",
    "write_report",
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
