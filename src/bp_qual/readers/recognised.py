"""What speech recognition writes as .json: Whisper, Amberscript, Rev, AssemblyAI, Deepgram, YouTube, the clouds.

Word timings and the like say what the segments say once more: they are compared with the talk, word for word, and not
counted. Text under a name that is no known property, and a sentence under one that is, are remainders and reported
where the talk does not hold them; sentences in what a service says about the recording are `properties of the file`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import clean_text, decode_text
from bp_qual.files.json_text import parse_json
from bp_qual.files.nesting import NESTED, is_too_deep
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.cues import Cue, find_nobodys, join_cues
from bp_qual.readers.paragraphs import (
    NOT_UNDERSTOOD,
    Reading,
    check_lines,
    count_visible,
    join_pieces,
    note_not_understood,
)
from bp_qual.readers.recognised_channels import note_channels
from bp_qual.readers.recognised_shapes import find_segments, speaks_without_words

_PROPERTIES, _SUBTREES = (
    frozenset(words.split())
    for words in (
        "id uuid uid type status language languagecode locale model modelname task source timestamp created "
        "createdat updatedat updated date version name spkid speaker speakers speakerlabel speakername "
        "speakerid speakertag channel channeltag jobname accountid requestid transactionkey sha256 "
        "recognitionstatus duration offset start end starttime endtime startoffset endoffset from to begin ts "
        "endts acousticmodel languagemodel audiourl url uri file filename path audio "
        "media webhookurl format encoding device computetype confidence entitytype sentiment redact "
        "summarytype summarymodel speechmodel languagedetection mimetype participant role email resultendtime "
        "totalbilledtime begintime wiremagic nativeid hash title ",
        "metadata config configuration parameters settings options params info modelinfo speakerlabels tokens "
        "avglogprob features request words_metadata entities topics keywords ",
    )
)
_SECOND_SPELLINGS = frozenset(["lexical", "itn", "maskeditn", "normalizedtext", "phoneme"])
_NAMES = frozenset(
    [
        "name",
        "title",
        "jobname",
        "filename",
        "file",
        "path",
        "url",
        "uri",
        "audiourl",
        "audio",
        "media",
        "source",
        "speakername",
    ]
)
_PROPERTIES_OF_FILE = "properties of the file"
_WORD = lazy_pattern(r"[^\W_]+")
_SENTENCE = lazy_pattern(r"(?<![^\W\d_])[^\W\d_]++(?:[ ,;:'’-]++[^\W\d_]++){3}")  # more words than a property has
_TWO_WORDS = lazy_pattern(r"[^\W\d_]{3}\W+[^\W\d_]{3}")  # more than a number of a speaker has
_SHORTER = lazy_pattern(r"[0-9%‰€$£@#&+=/°]|\w[.]\w")  # 20 for twenty, a.be for a point be
_ENDS = (".", "?", "!", "…")


def read_recognised(data: bytes, *, where: str = "", encoding: str = "") -> Reading:
    """Read the .json of a speech recogniser: segments with times, and speakers where it tells them apart.

    Parameters
    ----------
    data, where, encoding
        As in `read_text`.

    Returns
    -------
    Reading
        A line for each segment.

    Raises
    ------
    TranscriptError
        Where it is no JSON, or holds no segments.

    Examples
    --------
    >>> reading = read_recognised(b'{"segments": [{"start": 1.5, "end": 2, "text": " Ja.", "speaker": "SPEAKER_00"}]}')
    >>> reading.text, reading.paragraphs[0].label, reading.paragraphs[0].at
    ('Ja.', 'SPEAKER_00', 1.5)
    """
    decoded = decode_text(data, where=where, encoding=encoding)
    try:
        content = parse_json(decoded.text, of_pairs=_keep_doubles)
    except (ValueError, RecursionError) as err:
        if is_too_deep(err):
            raise TranscriptError(Problem(where, NESTED)) from err
        raise TranscriptError(Problem(where, "json unreadable", {"line": getattr(err, "lineno", 1)})) from err
    cues = [
        Cue(cue.at, cue.until, " ".join(clean_text(cue.text).split()), clean_text(cue.label))
        for cue in find_segments(content)
    ]
    if not cues:
        raise TranscriptError(Problem(where, "json without talk"))
    are_nobodys, unnamed = find_nobodys(cues)
    pieces = list(join_cues(cues, nobody=are_nobodys))
    check_lines(len(pieces), where)
    text, lines = join_pieces(pieces)
    labels = {cue.label for cue in cues}
    rest = "\n".join(_find_unsaid(_texts_by_place(content), text, labels))
    about = "\n".join(_find_unsaid({(): list(_sentences_about(content))}, text, labels))
    notes = (
        *decoded.notes,
        *unnamed,
        *note_channels(cues),
        *note_not_understood(rest, "in fields of the file that are no known ones"),
    )
    apart = {name: said for name, said in ((NOT_UNDERSTOOD, rest), (_PROPERTIES_OF_FILE, about)) if said}
    visible = count_visible(text) + sum(map(count_visible, apart.values()))
    return Reading(text, lines, apart, notes, {}, visible, "json")


def _find_unsaid(texts: Mapping[tuple[str, ...], list[str]], text: str, labels: set[str]) -> Iterator[str]:
    """Yield the texts of a document that the talk does not hold; one list of items says the talk at most once."""
    said, talk = text.split(), Counter[str]()
    names = {"speaker"} | {word for label in labels for word in _words(label)}  # Deepgram writes Speaker 0 for 0
    for values in texts.values():
        joined = " ".join(values)
        if clean_text(joined).split() == said:
            continue  # the talk itself
        talk = talk or Counter(_words(text))
        left = Counter(talk)
        left.subtract(_words(joined))
        if all(count >= 0 or word in names for word, count in left.items()):
            continue  # the usual case: everything is said in the talk
        left = Counter(talk)
        for value in values:
            words = _words(value)
            left.subtract(words)
            if any(left[word] < 0 and word not in names for word in words):
                yield value
                left.update(words)


@lru_cache(maxsize=1024)
def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def _words(text: str) -> list[str]:
    return _WORD.findall(clean_text(text).casefold())


def _texts_by_place(content: object) -> dict[tuple[str, ...], list[str]]:
    """Return every text of a document by the names that lead to it; known properties and second guesses are none."""
    texts: dict[tuple[str, ...], list[str]] = {}
    groups: list[tuple[tuple[str, ...], list[object]]] = [((), [content])]
    while groups:  # all values that one path of names leads to are looked at in one go
        field, values = groups.pop()
        if said := [value for value in values if isinstance(value, str)]:
            texts.setdefault(field[:-1], []).extend(said)
        if len(said) == len(values):
            continue
        objects = [value for value in values if isinstance(value, dict)]
        for name in reversed(list(dict.fromkeys(chain.from_iterable(objects)))):
            if " " in name and len(_WORD.findall(name)) > 2:  # no name of a field, but talk that became one
                texts.setdefault(field, []).append(name)
            if inner := _values_of(objects, name):
                groups.append(((*field, name), inner))
        best = field[-1:] in (("alternatives",), ("nBest",))
        listed = [_without_guesses(value) if best else value for value in values if isinstance(value, list)]
        within = list(chain.from_iterable(listed))
        if said := [value for value in within if isinstance(value, str)]:
            texts.setdefault(field, []).extend(said)
        others: list[object] = [value for value in within if isinstance(value, dict | list)]
        groups += [(field, others)] * bool(others)
    return texts


def _without_guesses(alternatives: list[object]) -> list[object]:
    """Return the best of the alternatives, and those that have something that it has not: they are no second guesses.

    >>> _without_guesses([{"transcript": "ja", "words": []}, {"transcript": "nja"}, {"word": "nee"}])
    [{'transcript': 'ja', 'words': []}, {'word': 'nee'}]
    """
    best = alternatives[0] if alternatives else None
    known = best.keys() if isinstance(best, dict) else set[str]()
    return alternatives[:1] + [v for v in alternatives[1:] if not (isinstance(v, dict) and v.keys() <= known)]


def _values_of(objects: list[dict[str, object]], name: str) -> list[object]:
    """Return the texts, objects and lists under a name; of a property only sentences, of a second spelling none."""
    key = _key(name)
    if key in _SUBTREES:
        return []
    if key == "word":
        objects = [value for value in objects if not _is_said_again(value.get(name), value.get("punctuated_word"))]
    kinds: tuple[type, ...] = (dict, list) if key in _SECOND_SPELLINGS else (str, dict, list)
    found = [(inner, value) for value in objects if isinstance(inner := value.get(name), kinds)]
    return [
        inner
        for inner, value in found
        if key not in _PROPERTIES
        or not isinstance(inner, str)
        or _is_sentence(inner, key)
        or (_TWO_WORDS.search(inner) and speaks_without_words(value, name))
    ]


def _is_said_again(word: object, punctuated: object) -> bool:
    """Return whether a word is also there with capitals and signs, or as a number or sign where that is shorter.

    What has a digit or sign among the letters of the word itself is no shorter way of writing it.

    >>> _is_said_again("ja", "Ja,"), _is_said_again("twintig", "20"), _is_said_again("gebakken", "gebaken.")
    (True, True, False)
    >>> _is_said_again("gebakken", "geb9kken"), _is_said_again("www punt test punt nl", "www.test.nl")
    (False, True)
    """
    if not isinstance(punctuated, str) or not punctuated.strip():
        return False
    spoken, written = _words(str(word)), _words(punctuated)
    if spoken == written:
        return True
    letters, of_word = (sum(map(str.isalpha, said)) for said in (punctuated, str(word)))
    is_shorter = 2 * letters <= of_word or set(written) <= set(spoken)
    return is_shorter and _SHORTER.search(punctuated) is not None


def _is_sentence(said: str, key: str) -> bool:
    """Return whether what stands under a property is no property but talk; a name of a file or person may be long.

    >>> _is_sentence("wij bakken samen brood.", "type"), _is_sentence("punct", "type"), _is_sentence("a b c d", "title")
    (True, False, False)
    """
    return _SENTENCE.search(said) is not None and (key not in _NAMES or said.rstrip().endswith(_ENDS))


def _sentences_about(content: object) -> Iterator[str]:
    """Yield the sentences in what a service says about a recording: its settings, topics and the like."""
    groups = [(content, False)]
    while groups:
        value, about = groups.pop()
        if isinstance(value, str):
            if about and _SENTENCE.search(value):
                yield value
        elif isinstance(value, list):
            groups += [(inner, about) for inner in reversed(value)]
        elif isinstance(value, dict):
            groups += [(inner, about or _key(name) in _SUBTREES) for name, inner in reversed(value.items())]


def _keep_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object of JSON; what comes under a key a second time is kept as a field that nobody knows.

    >>> _keep_doubles([("text", "a"), ("text", "b")])
    {'text': 'a', 'text (2)': 'b'}
    """
    found: dict[str, object] = {}
    for number, (key, value) in enumerate(pairs, start=1):
        found[key if key not in found else f"{key} ({number})"] = value
    return found
