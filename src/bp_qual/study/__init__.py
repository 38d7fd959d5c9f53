"""A study: a folder with interviews, and what the researcher says about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.lazy_names import load_when_asked

if TYPE_CHECKING:
    from bp_qual.study.corpus_reading import read_corpus
    from bp_qual.study.gathering import read_study
    from bp_qual.study.study_folder import Study

__all__ = ["Study", "read_corpus", "read_study"]
__getattr__ = load_when_asked(__name__, __file__)
