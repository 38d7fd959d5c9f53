"""Chat lines: exports of a chat, in which each message begins with its date, its time and who sent it.

Where several lines begin so, what stands between the time and the first colon is the sender, whatever it is made of: a
telephone number, an emoji, a nickname in small letters. A line with a date and no sender is what the program says.
Where the dates were taken away, a telephone number or a name with an emoji that comes back is a sender too.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.label_forms import SENT, Candidate, talk_begin
from bp_qual.transcripts.speakers.labels import tidy_label

_MESSAGE = lazy_pattern(
    rf"[\s\u200b\u200e\ufeff]*+{SENT}"
    r"(?:[\u200e~ \u00a0\u202f]*+(?P<label>[^\s:][^:\n]{0,58}?)[ ]?:(?:[ \t]+|\Z))?"
)
_HEAD = lazy_pattern(r"(?P<label>[^\s:][^:\n]{0,40}?)[ ]?:[ \t]+")
_TELEPHONE = lazy_pattern(r"\+?(?:[ ()/.-]?\d){8,15}")
_BEGINS = frozenset("0123456789[ \t\u200b\u200e\ufeff")
_FEWEST = 3  # messages
_MOSTLY = 0.8  # share of the lines with a date that say who sent them


def find_messages(reading: Reading) -> tuple[dict[int, Candidate], frozenset[int]]:
    r"""Return the labels of the messages of a chat by their line, and the lines that the program wrote.

    >>> from bp_qual.readers import read_data
    >>> sent = "3-5-10 14:{} - {}"
    >>> said = ["Eva: Hoe?", "+31 6 12: Goed.", "Gemiste oproep", "Eva: Hm", "Jo \U0001f33b: Ja", "Eva: O?"]
    >>> lines = "\n".join(sent.format(10 + n, one) for n, one in enumerate(said))
    >>> labels, notices = find_messages(read_data(lines.encode(), where="a.txt"))
    >>> [label.label for label in labels.values()], sorted(notices)
    (['Eva', '+31 6 12', 'Eva', 'Jo 🌻', 'Eva'], [2])
    """
    labels, notices, text = dict[int, Candidate](), set[int](), reading.text
    for number, line in enumerate(reading.paragraphs):
        message = _MESSAGE.match(text, line.start, line.end) if text[line.start] in _BEGINS and not line.label else None
        if message and message["label"]:
            label = tidy_label(message["label"])
            labels[number] = Candidate(number, label, "tag", line.start, message.end(), line.at)
        elif message:
            notices.add(number)
    is_chat = len(labels) >= _FEWEST and len(labels) >= _MOSTLY * (len(labels) + len(notices))
    is_chat = is_chat and len({label.label for label in labels.values()}) > 1
    return (labels, frozenset(notices)) if is_chat else ({}, frozenset())


def find_odd_names(reading: Reading, taken: Collection[int]) -> list[Candidate]:
    r"""Return the labels that are telephone numbers or hold an emoji, and come back; on other lines than those taken.

    >>> from bp_qual.readers import read_data
    >>> lines = "Eva: Hoe?\nJo \U0001f33b: Zo.\nEva: En?\nJo \U0001f33b: Ook."
    >>> [label.label for label in find_odd_names(read_data(lines.encode(), where="a.txt"), {0, 2})]
    ['Jo 🌻', 'Jo 🌻']
    """
    found, text = list[Candidate](), reading.text
    for number, line in enumerate(reading.paragraphs):
        if number in taken or line.label or text.find(":", line.start, min(line.end, line.start + 90)) < 0:
            continue
        head = _HEAD.match(text, talk_begin(text, line), line.end)
        if head and (_TELEPHONE.fullmatch(head["label"]) or any(map(_is_picture, head["label"]))):
            found.append(Candidate(number, tidy_label(head["label"]), "tag", line.start, head.end(), line.at))
    counts = Counter(label.label for label in found)
    return [label for label in found if counts[label.label] > 1]


def _is_picture(sign: str) -> bool:
    return sign > "\u2000" and unicodedata.category(sign) == "So"
