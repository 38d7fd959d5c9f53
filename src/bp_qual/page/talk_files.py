"""The files of a study while it is open: an interview that was edited is read anew, the rest is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bp_qual.coding.by_hand.anchors import hash_text
from bp_qual.display import show_name
from bp_qual.errors import TranscriptError
from bp_qual.page.seen_files import SeenFile
from bp_qual.study.corpus_reading import name_questions, read_interview
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.wording import Wording


class TalkFiles:
    """The files that a study was read from.

    Parameters
    ----------
    study : Study
        The study.
    transcripts : iterable of Transcript
        Its interviews as they were read.

    Attributes
    ----------
    unreadable : dict of str to TranscriptError
        Why the file of an interview cannot be read now, by the interview's id.

    Examples
    --------
    >>> from pathlib import Path
    >>> TalkFiles(Study(Path(".")), ()).changed_inputs()
    ()
    """

    def __init__(self, study: Study, transcripts: Iterable[Transcript]) -> None:
        self._study = study
        self._interviews = {interview.id: interview for interview in study.interviews}
        self._inputs = [SeenFile(path) for path in study.inputs]
        self._talks = {
            talk.interview: SeenFile(self._interviews[talk.interview].file, talk.sha256)
            for talk in transcripts
            if talk.interview in self._interviews
        }
        self.unreadable: dict[str, TranscriptError] = {}
        self._earlier: dict[str, Transcript] = {}

    def read_changed(self, transcripts: Iterable[Transcript]) -> tuple[Transcript, ...]:
        """Return those of some interviews whose file holds something else now, as it holds them.

        A file that cannot be read, because a program is writing it or it is gone, is named in `unreadable` and tried
        again the next time.
        """
        return tuple(talk for known in transcripts if (talk := self._read_changed(known)) is not None)

    def _read_changed(self, known: Transcript) -> Transcript | None:
        name = known.interview
        seen = self._talks.get(name)
        if seen is None or not seen.is_changed():
            self.unreadable.pop(name, None)
            return None
        try:
            talk = read_interview(self._study, self._interviews[name])
        except TranscriptError as error:
            self.unreadable[name] = error
            return None
        self.unreadable.pop(name, None)
        self._talks[name] = SeenFile(seen.path, talk.sha256)
        self._earlier[hash_text(known.text)] = known
        return name_questions(replace(talk, language=talk.language or known.language))

    def as_seen(self, row: Mapping[str, object], corpus: Corpus, language: str) -> Corpus:
        """Return the interviews as a coder saw them who did something.

        Parameters
        ----------
        row : mapping
            What was done, and as ``text`` what the coder was looking at, where that is known.
        corpus : Corpus
            The interviews as they are now.
        language : str
            Language of the error.

        Returns
        -------
        Corpus
            What is coded in an earlier text has its place there.

        Raises
        ------
        ValueError
            Where an interview is marked as done that reads otherwise now, and where the text is not known.
        """
        name, seen = str(row.get("interview", "")), str(row.get("text", ""))
        talk = next((talk for talk in corpus.transcripts if talk.interview == name), None)
        if talk is None or not seen:
            return corpus
        is_same = seen == hash_text(talk.text)
        if row.get("do") == "done" and (not is_same or name in self.unreadable):
            raise ValueError(Wording(language)("hand_done_unreadable" if is_same else "hand_done_outdated"))
        if is_same or "start" not in row:
            return corpus
        if seen not in self._earlier:
            raise ValueError(Wording(language)("hand_text_outdated"))
        return replace(corpus, transcripts=(self._earlier[seen],))

    def why_unreadable(self, interview: str, language: str) -> str:
        """Return why the file of an interview cannot be read now; empty where it can."""
        error = self.unreadable.get(interview)
        return "" if error is None else error.problems[0].say(language)

    def changed_inputs(self) -> tuple[str, ...]:
        """Return the names of the files that describe the study and changed: the study is to be opened again."""
        return tuple(show_name(seen.path.name) for seen in self._inputs if seen.is_changed())

    def is_any_talk_changed(self) -> bool:
        """Return whether the file of any interview holds something else now than when it was read."""
        return any(seen.is_changed() for seen in self._talks.values())
