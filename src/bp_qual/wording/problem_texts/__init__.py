"""What is wrong in a file of the researcher and what to do about it: two sentences a kind, in English and in Dutch.

One table a room: `PROBLEMS` has them all. What fills a gap and is a phrase itself, and the line that closes an error,
are remarks; their texts are in `PARTS`. Where a file is stands before what is wrong, so most sentences have no subject.
"""

from __future__ import annotations

from bp_qual.wording.problem_texts.archive_problems import ARCHIVE_PROBLEMS
from bp_qual.wording.problem_texts.codebook_problems import CODEBOOK_PARTS, CODEBOOK_PROBLEMS
from bp_qual.wording.problem_texts.command_problems import COMMAND_PARTS, COMMAND_PROBLEMS
from bp_qual.wording.problem_texts.entry_problems import ENTRY_PROBLEMS
from bp_qual.wording.problem_texts.exchange_problems import EXCHANGE_PARTS, EXCHANGE_PROBLEMS
from bp_qual.wording.problem_texts.file_problems import FILE_PARTS, FILE_PROBLEMS
from bp_qual.wording.problem_texts.list_problems import LIST_PROBLEMS
from bp_qual.wording.problem_texts.names_problems import NAMES_PARTS, NAMES_PROBLEMS
from bp_qual.wording.problem_texts.page_problems import PAGE_PROBLEMS
from bp_qual.wording.problem_texts.pattern_problems import PATTERN_PROBLEMS
from bp_qual.wording.problem_texts.reader_problems import READER_PROBLEMS
from bp_qual.wording.problem_texts.result_problems import RESULT_PARTS, RESULT_PROBLEMS
from bp_qual.wording.problem_texts.sample_problems import SAMPLE_PROBLEMS
from bp_qual.wording.problem_texts.shared_parts import SHARED_PARTS
from bp_qual.wording.problem_texts.study_problems import STUDY_PARTS, STUDY_PROBLEMS
from bp_qual.wording.problem_texts.table_problems import TABLE_PROBLEMS
from bp_qual.wording.problem_texts.term_problems import TERM_PARTS, TERM_PROBLEMS
from bp_qual.wording.problem_texts.yaml_problems import YAML_PARTS, YAML_PROBLEMS
from bp_qual.wording.texts import Bilingual

PROBLEM_TABLES: tuple[dict[str, tuple[Bilingual, Bilingual]], ...] = (
    FILE_PROBLEMS,
    YAML_PROBLEMS,
    CODEBOOK_PROBLEMS,
    TERM_PROBLEMS,
    EXCHANGE_PROBLEMS,
    LIST_PROBLEMS,
    STUDY_PROBLEMS,
    PATTERN_PROBLEMS,
    ENTRY_PROBLEMS,
    SAMPLE_PROBLEMS,
    PAGE_PROBLEMS,
    COMMAND_PROBLEMS,
    READER_PROBLEMS,
    TABLE_PROBLEMS,
    RESULT_PROBLEMS,
    NAMES_PROBLEMS,
    ARCHIVE_PROBLEMS,
)
PART_TABLES: tuple[dict[str, Bilingual], ...] = (
    SHARED_PARTS,
    FILE_PARTS,
    YAML_PARTS,
    CODEBOOK_PARTS,
    TERM_PARTS,
    EXCHANGE_PARTS,
    STUDY_PARTS,
    COMMAND_PARTS,
    RESULT_PARTS,
    NAMES_PARTS,
)

PROBLEMS = {kind: sentences for table in PROBLEM_TABLES for kind, sentences in table.items()}
PROBLEM_PARTS = {kind: text for table in PART_TABLES for kind, text in table.items()}
