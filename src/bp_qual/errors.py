"""What can be wrong in a user's files, said so that the user can mend it.

    BpQualError
    ├── TranscriptError    a file of an interview
    ├── CodebookError      the YAML with the themes
    ├── StudyError         study.yaml, interviews.csv, persons.csv, or how they fit the files
    └── StoreError         output that cannot be written

A wrong *call* raises ``TypeError`` or ``ValueError`` as everywhere in Python; these errors are for files.
``BpQualWarning`` is for a result that stands but deserves a look.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in one place: where it is, what it is, and what to do.

    Parameters
    ----------
    where : str
        A file, or ``file:line:column`` where there is a line.
    what : str
        What is wrong, in words of the field.
    remedy : str
        What to do about it; empty where the first sentence says so already.
    excerpt : str
        The offending line with a caret under the place, or nothing.

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
    """Something in the user's own files, with every problem found and one closing line.

    Parameters
    ----------
    problems : str, Problem, or iterable of Problem
        What is wrong. A plain string is a problem without a place.
    summary : str
        The last line: how much was wrong and what was (not) done.

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
    """A file of an interview cannot be read, or not wholly.

    Examples
    --------
    >>> print(TranscriptError(Problem("P01_2010.docx", "is empty.", "Save the interview again.")))
    P01_2010.docx  is empty. Save the interview again.
    """


class CodebookError(BpQualError):
    """A codebook says something that cannot be what its author meant.

    Examples
    --------
    >>> print(CodebookError(Problem("themes.yaml:5:9", "an empty term in code 'hokjes'."), "Nothing was coded."))
    themes.yaml:5:9  an empty term in code 'hokjes'.
    Nothing was coded.
    """


class StudyError(BpQualError):
    """The study's files do not fit together.

    Examples
    --------
    >>> StudyError(Problem("interviews.csv:3", "there is no file 'P02.txt'.")).problems[0].where
    'interviews.csv:3'
    """


class StoreError(BpQualError):
    """Output cannot be written where it was asked for.

    Examples
    --------
    >>> print(StoreError(Problem("out", "cannot be written.", "Choose another place.")))
    out  cannot be written. Choose another place.
    """


class BpQualWarning(UserWarning):
    """A result that stands but deserves a look.

    Examples
    --------
    >>> import warnings
    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("error", BpQualWarning)
    ...     warnings.warn("P05 has one wave only.", BpQualWarning, stacklevel=1)
    Traceback (most recent call last):
    bp_qual.errors.BpQualWarning: P05 has one wave only.
    """
