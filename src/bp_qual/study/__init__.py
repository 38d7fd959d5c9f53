"""A study: a folder with interviews, and what the researcher says about them."""

from bp_qual.study.study_folder import Study, read_corpus, read_study

__all__ = ["Study", "read_corpus", "read_study"]
