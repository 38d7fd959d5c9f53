"""Label offers: what to write in the column `labels`, so that a file is read as it was, or read at all.

An offer is only made where the pattern, tried on the file, gives the very same turns.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.asking import ASKS, Speaking, count_speaking
from bp_qual.transcripts.speakers.label_forms import STAMP, Candidate
from bp_qual.transcripts.speakers.label_patterns import add_settled, explain_pattern, find_stated
from bp_qual.transcripts.speakers.labels import ANSWERS, label_key
from bp_qual.transcripts.speakers.one_side import QUESTION, TEXT
from bp_qual.transcripts.speakers.stretch import UNLABELLED, Talk

_MOST_LABELS = 6  # that are written out, rather than {name}
_MOST_SETTLED = 8  # beginnings of lines that are written out as no labels
_MOST_NAMES = 12  # of a form that is offered
_CLEARLY = 2  # times as often as the other, whoever asks
_COVERED = 3  # a form is offered if every third line has it
_STAMPED = lazy_pattern(STAMP)
_HEAD = lazy_pattern(
    r"\s*(?P<open>[^\w\s]{0,3}[ ]?)(?P<name>[^\W\d_][\w .'’-]{0,25}?|\d{1,2})"
    r"(?P<close>[ ]?[^\w\s.,?!'’)(-]{1,3}|[ ]-)(?=\s|\w|\Z)"
)


def offer_labels(reading: Reading, talk: Talk, stated: str = "") -> Iterator[str]:
    r"""Yield what may be written in the column `labels`, so that a file is read as it was and nothing of it is doubted.

    Whether one of them keeps that promise is for the caller to try.

    Parameters
    ----------
    reading : Reading
        The file.
    talk : Talk
        What was found in it.
    stated : str
        What the study says already.

    Yields
    ------
    str
        Patterns, the plainest first; none where a file has no labels, or where what was read as answers asks.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> labels = (Candidate(0, "I", "colon", 0, 3), Candidate(1, "R", "colon", 8, 11))
    >>> talk = Talk((), labels=labels, unsettled=("R Mooi.",))
    >>> list(offer_labels(read_data(b"I: Hoe?\nR: Goed.\nR Mooi.", where="a.txt"), talk))
    ['I:|R:|!R Mooi.', '{name}:|!R Mooi.']
    """
    if len(talk.unsettled) > _MOST_SETTLED or _may_be_turned_round(reading, talk):
        return
    labels = [label for label in talk.labels if label.style != "inside"]
    looks = "|".join(sorted({stretch.speaker for stretch in talk.stretches})) if talk.style in UNLABELLED else ""
    for pattern in [stated or looks] if stated or looks else _patterns(reading, labels):
        offered = add_settled(pattern, talk.unsettled)
        if offered and not explain_pattern(offered):
            yield offered


def _may_be_turned_round(reading: Reading, talk: Talk) -> bool:
    """Whether the lines that were read as answers, by their look alone, are those that ask."""
    spoken = count_speaking(talk, reading.text, really=True) if talk.style == "headings" else {}
    asked, answered = (spoken.get(name, Speaking()) for name in (QUESTION, TEXT))
    asking = answered.real / max(1, answered.turns)
    return asking >= ASKS and asking > _CLEARLY * asked.real / max(1, asked.turns)


def _patterns(reading: Reading, labels: Sequence[Candidate]) -> list[str]:
    """Return the patterns that may find the labels of a file: each once, all that are written, a place for the name."""
    heads, forms, usual = Counter[str](), Counter[str](), defaultdict[str, Counter[str]](Counter)
    for label in labels:
        written = unicodedata.normalize("NFC", reading.text[label.start : label.talk]).strip()
        name = written.find(label.label)
        if name < 0 or label.style == "format" or any(sign in written for sign in "|{}"):
            continue
        around = (written[:name], written[name + len(label.label) :])
        before, after = (_STAMPED.sub("{time}", part) for part in around)
        heads[f"{before}{label.label}{after}"] += 1
        usual[label.label][f"{before}{label.label}{after}"] += 1
        forms[f"{before}{{name}}{after}"] += 1
    once = [max(sorted(counts), key=lambda head: counts[head]) for counts in usual.values()]
    if labels and all(label.style == "format" for label in labels):
        return ["{name}:"]  # whatever is written, such labels are found
    return list(dict.fromkeys("|".join(sorted(parts)) for parts in (once, heads, forms) if len(parts) <= _MOST_LABELS))


def offer_unread(reading: Reading) -> tuple[str, str]:
    r"""Return how the lines of a file without known labels begin, as a pattern, and one of them; '' where they differ.

    >>> from bp_qual.readers import read_data
    >>> offer_unread(read_data("~Eva~ Hoe?\n~Jan~ Goed.\n~Eva~ En?\n~Jan~ Ook.".encode(), where="a.txt"))
    ('~{name}~', '~Eva~ Hoe?')
    """
    names, first = defaultdict[tuple[str, str], Counter[str]](Counter), dict[tuple[str, str], str]()
    for line in reading.paragraphs:
        match = _HEAD.match(reading.text, line.start, line.end)
        if match and label_key(match["name"]) not in ANSWERS:
            form = match["open"], match["close"]
            names[form][match["name"].strip()] += 1
            first.setdefault(form, reading.text[line.start : line.end].strip())
    for form, counts in sorted(names.items(), key=lambda item: -item[1].total()):
        repeated = [name for name, count in counts.items() if count > 1]
        pattern = f"{form[0]}{{name}}{form[1]}"
        is_form = len(repeated) >= 2 and len(counts) <= _MOST_NAMES and not set("|{}!") & set("".join(form))
        is_form = is_form and _COVERED * counts.total() >= len(reading.paragraphs) and not explain_pattern(pattern)
        if is_form and len({candidate.label for candidate in find_stated(reading, pattern)}) >= 2:
            return pattern, first[form]
    return "", ""
