"""Propose the names in a study: every spelling with its counts by wave, its lines, its group and a replacement.

Nothing is replaced here; a person decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.display import one_line, without_unseen
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.decided_names import goes_by
from bp_qual.pseudonyms.found_names import LIKELY, find_names
from bp_qual.pseudonyms.name_cues import LINKS
from bp_qual.pseudonyms.name_groups import NameGroup, group_names
from bp_qual.pseudonyms.name_words import has_capitals
from bp_qual.pseudonyms.other_texts import other_texts
from bp_qual.pseudonyms.prepositions_before import without_prepositions
from bp_qual.pseudonyms.talk_stretches import is_label_of_nobody, label_places, stretches_of
from bp_qual.pseudonyms.word_evidence import NameLexicon, bare
from bp_qual.study import Study, read_corpus, read_study
from bp_qual.study.corpus_reading import doubted_words
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

_MOST_CONTEXTS, _AROUND = 3, 40
_SMALL_WORD = lazy_pattern(r"(?<![\w'’-])[^\W\d_]{3,}(?![\w'’-])")


@dataclass(frozen=True, slots=True)
class NamePlace:
    """Where one spelling stands: an interview (or `where`, another file of the study) and the span of its text.

    Examples
    --------
    >>> NamePlace("P01_2010", "2010", 3, 6, "Jan", "person", "likely").spelling
    'Jan'
    """

    interview: str
    wave: str
    start: int
    end: int
    spelling: str
    kind: str
    block: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class NameProposals:
    """What is proposed for a study: the groups of spellings, and every place at which they stand.

    `small` names the interviews without capitals, in which less is found; `notes` tell of words that may not be as
    they were written; `called` has what each interview goes by under 'only in'.

    Examples
    --------
    >>> NameProposals("en", ("2010",), (), ()).table().columns.tolist()[:4]
    ['block', 'group', 'kind', 'spelling']
    """

    language: str
    waves: tuple[str, ...]
    groups: tuple[NameGroup, ...]
    places: tuple[NamePlace, ...]
    small: tuple[str, ...] = ()
    notes: tuple[Remark, ...] = ()
    called: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _counts: dict[str, Counter[str]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _lines: dict[str, dict[str, list[str]]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Count the places by spelling and wave, and keep a few lines of each interview."""
        for place in self.places:
            self._counts.setdefault(place.spelling, Counter())[place.wave] += 1
            lines = self._lines.setdefault(place.spelling, {}).setdefault(place.interview, [])
            if place.context and len(lines) < _MOST_CONTEXTS:
                lines.append(place.context)

    def only_in(self, spelling: str, interviews: Collection[str]) -> NameProposals:
        """Return what is proposed of one spelling in some of the interviews."""
        places = tuple(p for p in self.places if p.spelling == spelling and p.interview in interviews)
        return replace(self, places=places)

    def interviews_of(self, spelling: str) -> tuple[str, ...]:
        """Return the interviews in which a spelling stands."""
        return tuple(name for name in self._lines.get(spelling, {}) if name in self.called)

    def count(self, spelling: str, wave: str | None = None) -> int:
        """Return how often a spelling stands in a wave, or in all files of the study."""
        counts = self._counts.get(spelling, Counter())
        return counts.total() if wave is None else counts[wave]

    def contexts(self, spelling: str) -> tuple[str, ...]:
        """Return a few lines in which a spelling stands, of different interviews where there are."""
        seen = [lines for lines in self._lines.get(spelling, {}).values() if lines]
        firsts, rest = [lines[0] for lines in seen], [line for lines in seen for line in lines[1:]]
        return tuple(dict.fromkeys([*firsts, *rest]))[:_MOST_CONTEXTS]

    def table(self) -> pd.DataFrame:
        """Return a row for each spelling: block, group, kind, spelling, replacement, counts, a line of context."""
        import pandas as pd

        rows = []
        for number, group in enumerate(self.groups, start=1):
            for spelling in group.spellings:
                lines = self.contexts(spelling)
                counts = {f"count_{wave}": self.count(spelling, wave) for wave in self.waves}
                rows.append(
                    {
                        "block": group.block,
                        "group": number,
                        "kind": group.kind,
                        "spelling": spelling,
                        "replacement": group.replacement,
                        "count": self.count(spelling),
                        **counts,
                        "context": lines[0] if lines else "",
                    }
                )
        columns = ["block", "group", "kind", "spelling", "replacement", "count"]
        columns += [f"count_{wave}" for wave in self.waves]
        return pd.DataFrame(rows, columns=[*columns, "context"])


def propose_names(study: Study | Path | str, *, allow_outside: bool = False) -> NameProposals:
    r"""Return the likely names and other identifiers in all interviews of a study, for a person to decide on.

    Parameters
    ----------
    study : Study, Path or str
        A study, or the folder of one.
    allow_outside : bool
        Read files that the study names or links to outside its own folder.

    Returns
    -------
    NameProposals
        Groups of spellings, the most frequent first, those that are likely before those that are perhaps names.

    Raises
    ------
    BpQualError
        Where the study or one of its interviews cannot be read.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     talk = "I: Wie hielp u?\nR: Jan van den Berg, en Jans broer uit Zwolle.\nI: Ja?\nR: Mevrouw Smit ook."
    ...     _ = (Path(folder) / "P01_2010.txt").write_text(talk, encoding="utf-8")
    ...     proposals = propose_names(folder)
    >>> proposals.table()[["kind", "spelling", "replacement"]].values.tolist()[:2]
    [['person', 'Jan van den Berg', '[naam 1]'], ['person', 'Jans', '[naam 1]']]
    """
    if not isinstance(study, Study):
        study = read_study(study, allow_outside=allow_outside)
    corpus = read_corpus(study)
    language = study.language or corpus.language
    proposals = propose_in(corpus, known_persons(study), language=language, others=other_texts(study))
    called = {interview.id: goes_by(interview, study.folder.resolve()) for interview in study.interviews}
    return replace(proposals, notes=doubted_words(study, corpus), called=called)


def known_persons(study: Study) -> dict[str, str]:
    """Return the persons of the study by the names that it gives them: labels of speakers, and a column of names."""
    known: dict[str, str] = {}
    for interview in study.interviews:
        for person, labels in interview.persons.items():
            known |= {label: person for label in (*labels, person) if label and not is_label_of_nobody(label)}
    for row in study.attributes:
        for column, cell in row.items():
            if (
                column.casefold() in ("name", "naam", "first_name", "voornaam", "surname", "achternaam")
                and cell.strip()
            ):
                known[cell.strip()] = row.get("person", "")
    return {name: person for name, person in known.items() if person}


def propose_in(
    corpus: Corpus, known: Mapping[str, str], *, language: str, others: Iterable[tuple[str, str]] = ()
) -> NameProposals:
    """Return the proposals for interviews that have been read.

    Parameters
    ----------
    corpus : Corpus
        The interviews.
    known : mapping of str to str
        Names that the study itself gives, and whose they are.
    language : str
        That of the study; each interview is searched with the words of its own.
    others : iterable of tuple of str
        The file and text of what is no talk; they are counted in no wave.

    Returns
    -------
    NameProposals

    Examples
    --------
    >>> propose_in(corpus, {}, language="en").waves == corpus.waves
    True
    """
    capitals = {t.interview: has_capitals(s.text for s in stretches_of(t)) for t in corpus.transcripts}
    lexicons = _lexicons(corpus, capitals, language)
    given = frozenset(word for name in known for word in map(bare, re.split(r"[\s-]+", name)) if word not in LINKS)
    sure = given | _sure_words(corpus, lexicons, capitals)
    texts = [
        (t.text, t.interview, t.wave, tuple(_search(t, lexicons[t.language or language], capitals[t.interview], sure)))
        for t in corpus.transcripts
    ]
    for source, text in others:
        found = find_names(text, lexicons[language], sure=sure)
        texts.append((text, source, "", tuple((f.start, f.end, f.kind, f.block) for f in found)))
    spans = without_prepositions([(text, found) for text, _, _, found in texts], known)
    places = [
        place
        for (text, source, wave, _), found in zip(texts, spans, strict=True)
        for place in _places_in(text, source, wave, found)
    ]
    labels = {t.text[start:end] for t in corpus.transcripts for start, end in label_places(t)}
    groups = group_names(
        places, known=known, persons=corpus.persons, lexicons=lexicons, language=language, labels=labels
    )
    small = tuple(name for name, has in capitals.items() if not has)
    return NameProposals(language, corpus.waves, groups, tuple(places), small)


def _lexicons(corpus: Corpus, capitals: Mapping[str, bool], language: str) -> dict[str, NameLexicon]:
    """Return the words of each language that is spoken; a word that the study has in small letters is ordinary.

    Not where it is a listed name: 'roos' is both.
    """
    languages = dict.fromkeys([language, *(t.language or language for t in corpus.transcripts)])
    lexicons = {}
    for name in languages:
        counts: Counter[str] = Counter()
        for transcript in corpus.transcripts:
            if (transcript.language or language) == name and capitals[transcript.interview]:
                counts.update(word for word in _SMALL_WORD.findall(transcript.text) if word.islower())
        lists = NameLexicon(name).lists
        listed = lists.first_names | lists.last_names | lists.places
        lexicons[name] = NameLexicon(name, frozenset(w for w, n in counts.items() if n >= 2 and w not in listed))
    return lexicons


def _sure_words(corpus: Corpus, lexicons: Mapping[str, NameLexicon], capitals: Mapping[str, bool]) -> frozenset[str]:
    """Return the words that stand with a capital inside a sentence at least twice, and are no ordinary ones."""
    inside = re.compile(r"(?<=[^\W\d_,;] )[A-ZÀ-ÖØ-Þ][^\W\d_]{2,}")
    counts: Counter[str] = Counter()
    for transcript in corpus.transcripts:
        if capitals[transcript.interview]:
            counts.update(inside.findall(transcript.text))
    evidence = [lexicon.evidence for lexicon in lexicons.values()]
    return frozenset(
        bare(word)
        for word, count in counts.items()
        if count >= 2 and all(look(word).is_candidate and not look(word).is_known for look in evidence)
    )


def _search(
    transcript: Transcript, lexicon: NameLexicon, capitals: bool, sure: frozenset[str]
) -> Iterable[tuple[int, int, str, str]]:
    """Yield start, end, kind and block of each name in a transcript, labels of speakers among them."""
    for start, end in label_places(transcript):
        yield start, end, "person", LIKELY
    for stretch in stretches_of(transcript):
        for found in find_names(stretch.text, lexicon, capitals=capitals, sure=sure):
            yield stretch.start + found.start, stretch.start + found.end, found.kind, found.block


def _places_in(text: str, source: str, wave: str, found: Iterable[tuple[int, int, str, str]]) -> list[NamePlace]:
    return [
        NamePlace(
            source,
            wave,
            start,
            end,
            re.sub(r"\s+", " ", without_unseen(text[start:end])),
            kind,
            block,
            context_of(text, start, end),
        )
        for start, end, kind, block in found
    ]


def context_of(text: str, start: int, end: int) -> str:
    """Return a stretch with what stands around it, on one line.

    Parameters
    ----------
    text : str
        The text.
    start, end : int
        The stretch.

    Returns
    -------
    str

    Examples
    --------
    >>> context_of("Dat was Jan van hiernaast.", 8, 11)
    'Dat was »Jan« van hiernaast.'
    """
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    before = before.split(" ", 1)[-1] if start > _AROUND else before
    after = after.rsplit(" ", 1)[0] if end + _AROUND < len(text) else after
    lead, tail = (" " if before[-1:].isspace() else ""), (" " if after[:1].isspace() else "")
    return f"{one_line(before)}{lead}»{one_line(text[start:end])}«{tail}{one_line(after)}".strip()
