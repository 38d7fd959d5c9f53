"""Chat lines: exports of a chat, in which each message begins with its date, its time and who sent it.

Where several lines begin so, what stands between the time and the first colon is the sender, whatever it is made of: a
telephone number, an emoji, a nickname in small letters. A line with a date and no sender is what the program says.
Where the dates were taken away, a telephone number or a name with an emoji that comes back is a sender too.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.label_forms import SENT, Candidate, talk_begin
from bp_qual.transcripts.speakers.labels import tidy_label

_MESSAGE = lazy_pattern(
    rf"[\s\u200b\u200e\ufeff]*+{SENT}"
    r"(?:[\u200e~ \u00a0\u202f]*+(?P<label>[^\s:][^:\n]{0,58}?)[ ]?:(?:[ \t]+|\Z))?"
)
_HEAD = lazy_pattern(r"(?P<label>[^\s:][^:\n]{0,40}?)[ ]?:[ \t]+")
_UNDATED = lazy_pattern(r"(?P<label>[^\s:][^:\n\t]{0,40}?)(?:[ ]?:(?:[ \t]+|\Z)|\t)")
_TELEPHONE = lazy_pattern(r"\+(?:[ ()/.-]?\d){8,15}|(?!(?:19|20)\d\d[-/. ])(?:[ ()/.-]?\d){9,15}")  # but 2010-2011
_EMOJI = "\U0001f300"  # the first of them; what lies before is bullets and ticks as well
_ARROWS = ("\U0001f780", "\U0001f900")  # signs of geometry and arrows among them
_SHOWN_AS_EMOJI = "\ufe0f"
_BEGINS = frozenset("0123456789[ \t\u200b\u200e\ufeff")
_FEWEST = 3  # messages
_MOSTLY, _HALF = 0.8, 0.5  # share of the lines with a date that say who sent them; of those whose sender comes back
_FEW_WORDS = 2  # of who sent a message, called `You` or the like
_BY_PROGRAM = "\u200e"  # WhatsApp on an iPhone begins with it what nobody typed: `Eva: image omitted`
_OWNER = frozenset(("u", "je", "jij", "you", "du", "sie", "vous", "tu"))
_SECRECY = ("end-to-end", "ende-zu-ende", "bout en bout")
_PAIR = 2  # labels without a date that come back: those of an interview in which a diary or a chat was copied


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
        message = (
            _MESSAGE.match(text, line.start, line.end)
            if text[line.start : line.start + 1] in _BEGINS and not line.label
            else None
        )
        if message and message["label"]:
            label = tidy_label(message["label"])
            labels[number] = Candidate(number, label, "tag", line.start, message.end(), line.at)
        elif message:
            notices.add(number)
    names = Counter(label.label for label in labels.values())
    told = {
        number
        for number, label in labels.items()
        if _is_told(label.label, names) or text[label.talk : label.talk + 1] == _BY_PROGRAM
    }
    labels = {number: label for number, label in labels.items() if number not in told}
    names = Counter(label.label for label in labels.values())
    lines = {number: text[reading.paragraphs[number].start : reading.paragraphs[number].end] for number in notices}
    n_unknown = sum(not _is_notice(line, names) for line in lines.values())
    notices |= told
    n_back = sum(names[label.label] > 1 for label in labels.values())
    is_chat = len(labels) >= max(_FEWEST, _HALF * (len(labels) + len(notices)), _MOSTLY * (len(labels) + n_unknown))
    is_chat = is_chat and len({label.label for label in labels.values()}) > 1 and n_back >= _HALF * len(labels)
    is_chat = is_chat and not _speak_others(reading, labels.keys() | notices)
    return (labels, frozenset(notices)) if is_chat else ({}, frozenset())


def _is_told(label: str, names: Counter[str]) -> bool:
    """Whether the program tells what a sender or its owner did: `Eva heeft het onderwerp gewijzigd in: Zorg`."""
    words = label.split()
    if _is_addressed(words):
        return len(words) > _FEW_WORDS and words[-1].islower()
    senders = (" ".join(words[:count]) for count in range(1, len(words) - 1))
    is_sentence = words[-1].islower() and names[label] == 1
    return is_sentence and any(names[sender] and words[len(sender.split())].islower() for sender in senders)


def _is_addressed(words: Sequence[str]) -> bool:
    """Whether words are said to the owner of the telephone: `You created this group`."""
    return len(words) > 1 and words[0].casefold() in _OWNER and words[1].islower()


def _is_notice(line: str, names: Collection[str]) -> bool:
    """Whether a dated line without a sender is one as chat programs write: of a sender, to the owner, or on secrecy."""
    sent = _MESSAGE.match(line)
    said = line[sent.end() if sent else 0 :].lstrip("\u200e ")
    is_of_sender = any(said.startswith(f"{name} ") and said[len(name) + 1].islower() for name in names)
    is_on_secrecy = any(words in said.casefold() for words in _SECRECY)
    return is_of_sender or is_on_secrecy or _is_addressed(said.split())


def _speak_others(reading: Reading, dated: Collection[int]) -> bool:
    """Whether labels without a date come back, of two at least."""
    lines = (line for number, line in enumerate(reading.paragraphs) if number not in dated)
    heads = (_UNDATED.match(reading.text, line.start, line.end) for line in lines)
    counts = Counter(head["label"] for head in heads if head)
    return sum(count > 1 for count in counts.values()) >= _PAIR


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
        if head and (_TELEPHONE.fullmatch(head["label"]) or _has_picture(head["label"])):
            found.append(Candidate(number, tidy_label(head["label"]), "tag", line.start, head.end(), line.at))
    counts = Counter(label.label for label in found)
    return [label for label in found if counts[label.label] > 1]


def _has_picture(label: str) -> bool:
    """Whether a label holds an emoji: not the bullets, arrows and ticks that stand before what is listed."""
    signs = (sign for sign in label if sign >= _EMOJI and not _ARROWS[0] <= sign < _ARROWS[1])
    return label.find(_SHOWN_AS_EMOJI) > 1 or any(unicodedata.category(sign) == "So" for sign in signs)
