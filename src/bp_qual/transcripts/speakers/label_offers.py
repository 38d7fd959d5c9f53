"""Label offers: what to write in the column `labels`, so that a file is read as it was, or read at all.

An offer is only made where the pattern, tried on the file, does what it promises.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.label_forms import STAMP, Candidate
from bp_qual.transcripts.speakers.label_patterns import explain_pattern, find_stated
from bp_qual.transcripts.speakers.labels import ANSWERS, label_key
from bp_qual.wording.remarks import Remark

_MOST_LABELS = 6  # that are written out, rather than {name}
_MOST_NAMES = 12  # of a form that is offered
_COVERED = 3  # a form is offered if every third line has it
_STAMPED = lazy_pattern(STAMP)
_HEAD = lazy_pattern(
    r"\s*(?P<open>[^\w\s]{0,3}[ ]?)(?P<name>[^\W\d_][\w .'’-]{0,25}?|\d{1,2})"
    r"(?P<close>[ ]?[^\w\s.,?!'’)(-]{1,3}|[ ]-)(?=\s|\w|\Z)"
)


def offer_as_read(reading: Reading, labels: Sequence[Candidate]) -> Remark:
    r"""Return the note that says how to state that the labels of a file were read correctly.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        The labels at the beginning of its lines; none where it has none.

    Returns
    -------
    Remark
        With the line to write, where one gives just these labels.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"I: Hoe?\nR: Goed.\nR Mooi.", where="a.txt")
    >>> offer_as_read(reading, [Candidate(0, "I", "colon", 0, 3), Candidate(1, "R", "colon", 8, 11)]).values["labels"]
    'I:|R:'
    """
    at_lines = {label.line: label for label in labels if label.style != "inside"}
    for pattern in _patterns(reading, list(at_lines.values())):
        if not explain_pattern(pattern):
            found = find_stated(reading, pattern)
            if {c.line: label_key(c.label) for c in found} == {n: label_key(c.label) for n, c in at_lines.items()}:
                return Remark("state labels as", values={"labels": pattern})
    return Remark("state labels")


def _patterns(reading: Reading, labels: Sequence[Candidate]) -> list[str]:
    """Return the patterns that may find the labels of a file: written out, and with a place for the name."""
    heads, forms = Counter[str](), Counter[str]()
    for label in labels:
        written = reading.text[label.start : label.talk].strip()
        name = written.find(label.label)
        if name < 0 or label.style == "format" or any(sign in written for sign in "|{}"):
            continue
        around = (written[:name], written[name + len(label.label) :])
        before, after = (_STAMPED.sub("{time}", part) for part in around)
        heads[f"{before}{label.label}{after}"] += 1
        forms[f"{before}{{name}}{after}"] += 1
    written_out = ["|".join(sorted(heads))] if 0 < len(heads) <= _MOST_LABELS else []
    return [*written_out, *(["|".join(sorted(forms))] if 0 < len(forms) <= _MOST_LABELS else [])]


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
        is_form = len(repeated) >= 2 and len(counts) <= _MOST_NAMES and not set("|{}") & set("".join(form))
        is_form = is_form and _COVERED * counts.total() >= len(reading.paragraphs) and not explain_pattern(pattern)
        if is_form and len({candidate.label for candidate in find_stated(reading, pattern)}) >= 2:
            return pattern, first[form]
    return "", ""
