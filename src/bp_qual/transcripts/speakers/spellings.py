"""Spellings: which labels of a file are one speaker for certain, and which may be.

Joined is only what leaves no doubt: a remark (`R (lachend)`), a label that is introduced (`Jan Bos (JB)`, then `JB`), a
usual label in another case (`r`, `R`), numbers that count the questions (`Vraag 1`, `Vraag 2`). The rest is suggested.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from bp_qual.transcripts.speakers.labels import is_role_label, is_somebody_beside, label_key, split_remark, usual_role
from bp_qual.transcripts.speech import is_happening

_QUESTIONS = frozenset(  # words for what is said rather than for who says it
    ["v", "vr", "vraag", "q", "question", "f", "frage", "a", "antw", "antwoord", "answer", "antwort", "reponse"]
)
_SIGNS = ".…/,;!?>|=)]} "  # what a label may end with by a slip


def join_spellings(counts: Mapping[str, int]) -> dict[str, str]:
    """Return for each label how it is called in this file, from how often each label occurs, in order.

    >>> join_spellings({"R": 3, "R (lachend)": 1, "Respondent (R)": 1, "r": 1, "Jan (buur)": 1})
    {'R (lachend)': 'R', 'Respondent (R)': 'R', 'r': 'R'}
    """
    names = dict[str, str]()
    by_key = defaultdict[str, list[str]](list)
    for label in counts:
        by_key[label_key(label)].append(label)
    inners = defaultdict[str, set[str]](set)
    for label, count in counts.items():
        base, inner = split_remark(label)
        if inner and count > 1 and not is_happening(inner):
            inners[label_key(base)].add(label_key(inner))
    seen = set[str]()
    for label in counts:
        base, inner = split_remark(label)
        is_beside = label_key(base) in seen and is_somebody_beside(inner)  # R (man) before any R is R
        seen.add(label_key(label))
        if is_beside:
            continue
        introduced = label_key(inner) in by_key
        is_remark = is_happening(inner) or (label_key(base) in by_key and len(inners[label_key(base)]) < 2)
        is_remark = is_remark and not (len(inner) == 1 and inner.isdigit())  # R(2) is somebody else
        if inner and (introduced or is_remark):
            names[label] = inner if introduced else base
        elif label.rstrip(_SIGNS) in counts and label[-1:] in _SIGNS:
            names[label] = label.rstrip(_SIGNS)
    for key, labels in by_key.items():
        if is_role_label(key) and len(labels) > 1:
            usual = max(labels, key=lambda label: counts[label])
            names.update({label: usual for label in labels if label != usual})
    names |= _count_questions(counts)
    spelt = {label: _usual_spelling(name, by_key, counts) for label, name in names.items()}
    return {label: names.get(name, name) for label, name in spelt.items() if names.get(name, name) != label}


def _usual_spelling(name: str, by_key: Mapping[str, list[str]], counts: Mapping[str, int]) -> str:
    return max(by_key.get(label_key(name), [name]), key=lambda label: (counts[label], label)) if name else name


def _count_questions(counts: Mapping[str, int]) -> dict[str, str]:
    """Join `Vraag 1`, `Vraag 2`, `Vraag 3`: each once, in order, so that they number the questions.

    `R1`, `R2`, `R3` may be three persons; they are joined only beside numbers of another that go up with them.
    """
    series = defaultdict[str, list[tuple[int, str]]](list)
    for label, count in counts.items():
        match = re.fullmatch(r"(.*?)[ .]?(\d{1,3})", label)
        if match and usual_role(label_key(match[1])) and count == 1:
            series[match[1]].append((int(match[2]), label))
    numbers = {base: [number for number, _ in found] for base, found in series.items()}
    often = Counter(map(tuple, numbers.values()))
    return {
        label: base
        for base, found in series.items()
        if len(found) >= 3 and numbers[base] == list(range(found[0][0], found[0][0] + len(found)))
        if label_key(base) in _QUESTIONS or often[tuple(numbers[base])] > 1
        for _, label in found
    }


def suggest_same(labels: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return pairs of labels that differ in case, accents, punctuation or a letter: perhaps one speaker, perhaps not.

    Numbered labels (`R1`, `R2`) and initials are never suggested for one letter.

    >>> suggest_same(["Anna de Wit", "anna de wit", "Anna de Witt", "R1", "R2"])
    (('Anna de Wit', 'Anna de Witt'), ('Anna de Wit', 'anna de wit'), ('Anna de Witt', 'anna de wit'))
    """
    alike = defaultdict[tuple[str, str], list[str]](list)
    for label in sorted({label for label in labels if label}):
        for variant in _less_a_letter(label):
            alike[variant].append(label)
    pairs = {
        (label, other)
        for near in alike.values()
        for row, label in enumerate(near)
        for other in near[row + 1 :]
        if is_alike(label, other)
    }
    return tuple(sorted(pairs))


def _less_a_letter(label: str) -> Iterator[tuple[str, str]]:
    """Yield what labels that differ by a letter have in common: the digits, and the key or the key less a letter."""
    key = label_key(label)
    digits = re.sub(r"\D", "", key)
    yield digits, key
    if len(key) >= 4:
        yield from {(digits, key[:place] + key[place + 1 :]) for place in range(len(key)) if not key[place].isdigit()}


def is_alike(label: str, other: str) -> bool:
    """Return whether two different labels differ only in case, accents, punctuation or one letter.

    >>> is_alike("DB", "D.B."), is_alike("Anna", "Anna"), is_alike("R1", "R2"), is_alike("Speaker A", "Speaker B")
    (True, False, False, False)
    """
    a, b = label_key(label), label_key(other)
    if not a or not b or label == other:
        return False
    if a == b:
        return True
    digits = [re.sub(r"\D", "", key) for key in (a, b)]
    lone = [word if len(word) == 1 else "" for word in (label.casefold().split()[-1], other.casefold().split()[-1])]
    if all(lone) and lone[0] != lone[1]:
        return False
    if digits[0] != digits[1] or min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 1:
        return False
    return _letters_apart(a, b) <= 1


def _letters_apart(label: str, other: str) -> int:
    """Return by how many letters two words differ, for words that differ little."""
    blocks = SequenceMatcher(None, label, other, autojunk=False).get_matching_blocks()
    return max(len(label), len(other)) - sum(block.size for block in blocks)
