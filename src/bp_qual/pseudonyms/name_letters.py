"""Words that are the same but for a letter."""

from __future__ import annotations


def are_near(first: str, second: str) -> bool:
    """Return whether two words are the same but for one letter more, less or other, in words of five or more.

    >>> are_near("jansen", "janssen"), are_near("jan", "jaap"), are_near("berg", "borg")
    (True, False, False)
    """
    if first == second:
        return True
    return min(len(first), len(second)) >= 5 and first[0] == second[0] and are_one_letter_apart(first, second)


def are_one_letter_apart(first: str, second: str) -> bool:
    """Return whether two words are the same but for one letter more, less or other, or altogether.

    >>> are_one_letter_apart("roos", "rooos"), are_one_letter_apart("roos", "raas"), are_one_letter_apart("ab", "ba")
    (True, False, False)
    """
    if abs(len(first) - len(second)) > 1:
        return False
    pairs = zip(first, second, strict=False)
    place = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))
    return (
        first[place + 1 :] == second[place + 1 :]
        or first[place:] == second[place + 1 :]
        or first[place + 1 :] == second[place:]
    )
