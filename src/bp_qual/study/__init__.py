"""A study: a folder with interviews, and what the researcher says about them."""

from typing import TYPE_CHECKING

from bp_qual.study.gathering import read_study
from bp_qual.study.study_folder import Study

if TYPE_CHECKING:
    from bp_qual.study.corpus_reading import read_corpus

__all__ = ["Study", "read_corpus", "read_study"]


def __getattr__(name: str) -> object:
    """Load what reads interviews once it is asked for: a study is described without."""
    if name == "read_corpus":
        from bp_qual.study.corpus_reading import read_corpus

        return read_corpus
    raise AttributeError(name)
