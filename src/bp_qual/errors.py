"""Errors in the user's files, reported so that the user can correct them.

    BpQualError
    ├── TranscriptError    the file of an interview
    ├── CodebookError      the YAML file with the themes
    ├── StudyError         study.yaml, interviews.csv, persons.csv, or how they fit the files
    └── StoreError         output that cannot be written

A wrong *call* raises ``TypeError`` or ``ValueError`` as everywhere in Python; these errors are for files.
``BpQualWarning`` is for a valid result that should be checked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: where it is, what is wrong, and what to do about it.

    Parameters
    ----------
    where : str
        A file, or ``file:line:column`` where there is a line.
    what : str
        What is wrong, in the researcher's terms.
    remedy : str
        What to do about it; empty where that follows from ``what``.
    excerpt : str
        The offending line with a caret under the position, or empty.

    Examples
    --------
    >>> print(Problem("a.yaml:5:9", "unknown key 'inclde'.", "Did you mean 'include'?"))
    a.yaml:5:9  unknown key 'inclde'. Did you mean 'include'?
    """

    where: str
    what: str
    remedy: str = ""
    excerpt: str = ""

    def __str__(self) -> str:
        first = f"{self.where}  {self.what}".strip()
        lines = [" ".join(part for part in (first, self.remedy) if part)]
        lines += [f"    {line}" for line in self.excerpt.splitlines()]
        return "\n".join(lines)


class BpQualError(Exception):
    """A failure caused by the user's own files: all problems found, and one closing line.

    Parameters
    ----------
    problems : str, Problem, or iterable of Problem
        What is wrong. A plain string is a problem without a location.
    summary : str
        The last line: how many problems there were, and what was (not) done.

    Examples
    --------
    >>> print(BpQualError([Problem("a.txt", "is empty.")], "Nothing was coded."))
    a.txt  is empty.
    Nothing was coded.
    """

    def __init__(self, problems: str | Problem | Iterable[Problem], summary: str = "") -> None:
        if isinstance(problems, str):
            problems = Problem("", problems)
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        self.summary = summary
        super().__init__("\n".join([*map(str, self.problems), *([summary] if summary else [])]))


class TranscriptError(BpQualError):
    """The file of an interview cannot be read, or not completely.

    Examples
    --------
    >>> print(TranscriptError(Problem("P01_2010.docx", "is empty.", "Save the interview again.")))
    P01_2010.docx  is empty. Save the interview again.
    """


class CodebookError(BpQualError):
    """A codebook holds something that its author cannot have meant.

    Examples
    --------
    >>> print(CodebookError(Problem("themes.yaml:5:9", "an empty term in code 'hokjes'."), "Nothing was coded."))
    themes.yaml:5:9  an empty term in code 'hokjes'.
    Nothing was coded.
    """


class StudyError(BpQualError):
    """The files of a study do not fit together.

    Examples
    --------
    >>> StudyError(Problem("interviews.csv:3", "there is no file 'P02.txt'.")).problems[0].where
    'interviews.csv:3'
    """


class StoreError(BpQualError):
    """Output cannot be written to the requested location.

    Examples
    --------
    >>> print(StoreError(Problem("out", "cannot be written.", "Choose another place.")))
    out  cannot be written. Choose another place.
    """


class BpQualWarning(UserWarning):
    """A valid result that should be checked.

    Examples
    --------
    >>> import warnings
    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("error", BpQualWarning)
    ...     warnings.warn("P05 has one wave only.", BpQualWarning, stacklevel=1)
    Traceback (most recent call last):
    bp_qual.errors.BpQualWarning: P05 has one wave only.
    """
