"""Words that deny, each with how far it reaches, and lists of them as a language writes them down."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True, slots=True)
class DenialCue:
    """A cue as it is said, whether it denies, and how many words it reaches before and behind it."""

    text: str
    denies: bool
    ahead: int = 0
    behind: int = 0
    narrow: bool = False
    clause: bool = False
    apart: bool = False
    answer: bool = False
    final: bool = False


def make_cues(
    texts: str,
    *,
    denies: bool = True,
    ahead: int = 0,
    behind: int = 0,
    narrow: bool = False,
    clause: bool = False,
    apart: bool = False,
    answer: bool = False,
    final: bool = False,
) -> tuple[DenialCue, ...]:
    """Return a cue for each text between commas.

    Parameters
    ----------
    texts : str
        The cues, separated by commas.
    denies : bool
        Whether they deny; if not, they speak of a wish or an if.
    ahead, behind : int
        How many words they reach to the right and to the left.
    narrow : bool
        Whether they deny the words directly behind them only.
    clause : bool
        Whether they deny the whole clause behind them, whatever word opens it.
    apart : bool
        Whether they leave alone what they stand in: `trokken het zonder uitleg in`.
    answer : bool
        Whether they deny only as the answer to a question: `oppassen? vergeet het maar`.
    final : bool
        Whether they deny only where a clause ends: `the trip fell through`, not `fell through the ice`.

    Returns
    -------
    tuple of DenialCue

    Examples
    --------
    >>> [cue.text for cue in make_cues("geen, geen enkele", ahead=5)]
    ['geen', 'geen enkele']
    """
    return tuple(
        DenialCue(text, denies, ahead, behind, narrow, clause, apart, answer, final) for text in split_list(texts)
    )


def split_phrases(texts: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each text between commas; ``a|b`` stands for either.

    >>> split_phrases("take|took place, go")
    (('take', 'place'), ('took', 'place'), ('go',))
    """
    return tuple(words for text in split_list(texts) for words in product(*(part.split("|") for part in text.split())))


def split_list(texts: str) -> tuple[str, ...]:
    r"""Return the texts between commas, white space collapsed.

    >>> split_list("niet alleen, niet\n slecht")
    ('niet alleen', 'niet slecht')
    """
    return tuple(" ".join(text.split()) for text in texts.split(","))
