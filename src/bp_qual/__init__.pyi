# The public names, listed here and nowhere else: `__init__.py` reads from this file in which room each one is,
# type checkers and editors take it as it stands. One line a name: `from ROOM import NAME as NAME`.

from bp_qual.codebook import Code as Code
from bp_qual.codebook import Codebook as Codebook
from bp_qual.codebook import Term as Term
from bp_qual.codebook import read_codebook as read_codebook
from bp_qual.codebook import write_codebook as write_codebook
from bp_qual.codebook.migration import migrate_codings as migrate_codings
from bp_qual.codebook.versions import diff_codebooks as diff_codebooks
from bp_qual.coding import apply_codebook as apply_codebook
from bp_qual.coding import check_examples as check_examples
from bp_qual.coding import to_spacy as to_spacy
from bp_qual.coding.combining import combine_codings as combine_codings
from bp_qual.coding.explanation import explain as explain
from bp_qual.coding.vetoed import find_vetoed as find_vetoed
from bp_qual.compare import Comparison as Comparison
from bp_qual.compare import compare_waves as compare_waves
from bp_qual.compare import plan_study as plan_study
from bp_qual.compare import vary_choices as vary_choices
from bp_qual.errors import BpQualError as BpQualError
from bp_qual.errors import BpQualWarning as BpQualWarning
from bp_qual.errors import CodebookError as CodebookError
from bp_qual.errors import Problem as Problem
from bp_qual.errors import StoreError as StoreError
from bp_qual.errors import StudyError as StudyError
from bp_qual.errors import TranscriptError as TranscriptError
from bp_qual.exchange import export_codebook as export_codebook
from bp_qual.exchange import import_codebook as import_codebook
from bp_qual.framework import make_framework as make_framework
from bp_qual.framework import read_framework as read_framework
from bp_qual.framework import write_framework as write_framework
from bp_qual.matching import index_corpus as index_corpus
from bp_qual.panel import Panel as Panel
from bp_qual.panel import count_codes as count_codes
from bp_qual.panel import make_panel as make_panel
from bp_qual.plots import Picture as Picture
from bp_qual.plots import plot_change as plot_change
from bp_qual.plots import plot_heatmap as plot_heatmap
from bp_qual.plots import plot_panel as plot_panel
from bp_qual.plots import plot_persons as plot_persons
from bp_qual.plots import plot_timeline as plot_timeline
from bp_qual.plots import plot_trajectories as plot_trajectories
from bp_qual.plots import plot_words as plot_words
from bp_qual.quotes import Quote as Quote
from bp_qual.quotes import Quotes as Quotes
from bp_qual.quotes import find_quotes as find_quotes
from bp_qual.quotes import show_codings as show_codings
from bp_qual.report import write_report as write_report
from bp_qual.report.results import write_results as write_results
from bp_qual.study import Study as Study
from bp_qual.study import read_corpus as read_corpus
from bp_qual.study import read_study as read_study
from bp_qual.study.checking import check_study as check_study
from bp_qual.study.hand_coding import read_codings as read_codings
from bp_qual.study.hand_coding import write_coding as write_coding
from bp_qual.study.importing import import_codings as import_codings
from bp_qual.transcripts import Corpus as Corpus
from bp_qual.transcripts import Transcript as Transcript
from bp_qual.transcripts import Turn as Turn
from bp_qual.transcripts import read_transcript as read_transcript
from bp_qual.validation.agreement import Agreement as Agreement
from bp_qual.validation.agreement import measure_agreement as measure_agreement

__version__: str
__all__: list[str]
