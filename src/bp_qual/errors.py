"""Errors in the user's files, reported so that the user can correct them.

    BpQualError
    ├── TranscriptError    the file of an interview
    ├── CodebookError      the YAML file with the themes
    ├── StudyError         study.yaml, interviews.csv, persons.csv, or how they fit the files
    └── StoreError         output that cannot be written

A wrong *call* raises ``TypeError`` or ``ValueError`` as everywhere in Python, in English; these errors are for files,
and are said in the language of the study. ``BpQualWarning`` is for a valid result that should be checked.

To add a problem: write its two sentences (what is wrong, what to do) in English and in Dutch into the table of its
room in ``wording/problem_texts/``, and raise ``StudyError(Problem(where, "its kind", {"gap": value}))``. What fills a
gap and is a phrase itself is a `Remark` (``{why:said}`` in the text), as is the closing line. `str` of an error is
English, ``error.say("nl")`` Dutch; the commands say it in the language of the study.
"""

from __future__ import annotations

import inspect
import os
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.wording.problem_texts import PROBLEMS
from bp_qual.wording.remarks import Remark
from bp_qual.wording.voice import Wording


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: where it is, what is wrong, and what to do about it, in English and in Dutch.

    Parameters
    ----------
    where : str
        A file, or ``file:line:column`` where there is a line.
    kind : str
        What is wrong: one of the kinds in ``wording/problem_texts/``, which have its sentences.
    values : mapping of str to object
        What fills the gaps of these sentences.
    excerpt : str
        The offending line with a caret under the position, or empty.

    Examples
    --------
    >>> problem = Problem("P01_2010.docx", "empty file")
    >>> print(problem)
    P01_2010.docx  is empty. Save the interview again, or take it out of the study.
    >>> print(problem.say("nl"))
    P01_2010.docx  is leeg. Bewaar het interview opnieuw, of haal het uit het onderzoek.
    """

    where: str
    kind: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
    excerpt: str = ""

    def __post_init__(self) -> None:
        if self.kind not in PROBLEMS:
            raise ValueError(f"there is no problem {self.kind!r}")

    @property
    def what(self) -> str:
        """What is wrong, in English."""
        return self.sentences("en")[0]

    @property
    def remedy(self) -> str:
        """What to do about it, in English; empty where that follows from what is wrong."""
        return self.sentences("en")[1]

    def __str__(self) -> str:
        return self.say("en")

    def say(self, language: str) -> str:
        """Return where it is, what is wrong and what to do, in English (`en`) or Dutch (`nl`).

        >>> print(Problem("themes.yaml:5:9", "empty file").say("nl")[:24])
        themes.yaml:5:9  is leeg
        """
        what, remedy = self.sentences(language)
        first = f"{self.where}  {what}".strip()
        lines = [" ".join(part for part in (first, remedy) if part)]
        lines += [f"    {line}" for line in self.excerpt.splitlines()]
        return "\n".join(lines)

    def sentences(self, language: str) -> tuple[str, str]:
        """Return what is wrong and what to do, without where, in English (`en`) or Dutch (`nl`).

        >>> Problem("a.txt", "empty file").sentences("nl")[0]
        'is leeg.'
        """
        say = Wording(language)
        what, remedy = (show_name(say.fill(text, **self.values)).rstrip() for text in PROBLEMS[self.kind])
        return what, remedy


_HERE = f"{Path(__file__).parent}{os.sep}"
MOST_SAID = 200  # problems that are said at once; the number of the others is said too


class BpQualError(Exception):
    """A failure caused by the user's own files: all problems found, and one closing line.

    Parameters
    ----------
    problems : Problem, or iterable of Problem
        What is wrong.
    summary : Remark, optional
        The last line: how many problems there were, and what was (not) done.

    Examples
    --------
    >>> error = BpQualError([Problem("a.txt", "empty file")], Remark("nothing coded"))
    >>> print(error)
    a.txt  is empty. Save the interview again, or take it out of the study.
    Nothing was coded.
    >>> print(error.say("nl"))
    a.txt  is leeg. Bewaar het interview opnieuw, of haal het uit het onderzoek.
    Er is niets gecodeerd.
    """

    def __init__(self, problems: Problem | Iterable[Problem], summary: Remark | None = None) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        self.summary = summary
        super().__init__(self.problems, summary)

    def __str__(self) -> str:
        return self.say("en")

    def say(self, language: str) -> str:
        """Return every problem on a line of its own and the closing line, in English (`en`) or Dutch (`nl`)."""
        lines = [problem.say(language) for problem in self.problems[:MOST_SAID]]
        left = len(self.problems) - MOST_SAID
        more = [Remark("more problems", values={"n": left}), *([self.summary] if self.summary else [])]
        return "\n".join([*lines, *(remark.say(language) for remark in (more if left > 0 else more[1:]))])


class TranscriptError(BpQualError):
    """The file of an interview cannot be read, or not completely.

    Examples
    --------
    >>> print(TranscriptError(Problem("P01_2010.docx", "not there")))
    P01_2010.docx  does not exist. Check the name and the folder.
    """


class CodebookError(BpQualError):
    """A codebook holds something that its author cannot have meant.

    Examples
    --------
    >>> print(CodebookError(Problem("themes.yaml", "not there"), Remark("nothing coded")))
    themes.yaml  does not exist. Check the name and the folder.
    Nothing was coded.
    """


class StudyError(BpQualError):
    """The files of a study do not fit together.

    Examples
    --------
    >>> StudyError(Problem("interviews.csv:1", "column twice", {"name": "wave"})).problems[0].where
    'interviews.csv:1'
    """


class StoreError(BpQualError):
    """Output cannot be written to the requested location.

    Examples
    --------
    >>> print(StoreError(Problem("out", "file for a folder")))
    out  cannot be written: there is a file where a folder is needed. Name another place.
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


def warn_caller(warning: Warning) -> None:
    """Warn of something at the line that called bp_qual, however deep inside it was found.

    Examples
    --------
    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as told:
    ...     warnings.simplefilter("always")
    ...     warn_caller(BpQualWarning("P05 has one wave only."))
    >>> told[0].filename.startswith("<doctest")
    True
    """
    level, frame = 1, inspect.currentframe()
    while frame and frame.f_code.co_filename.startswith(_HERE):
        level, frame = level + 1, frame.f_back
    warnings.warn(warning, stacklevel=level)
