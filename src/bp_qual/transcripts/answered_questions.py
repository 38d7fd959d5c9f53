"""Questions as an interviewer asks them, with what is said to them in the same turn: `Where do you live? In Leeds.`

People ask themselves such questions too, and answer them. What tells them apart: whoever asks back does so at the
beginning of a turn, an answer begins with `well` or `yes`, and a file without any labels for questions is full of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bp_qual.lazy_patterns import lazy_pattern

_FORM = (  # how a question begins
    r"(?i:(?:and|but|so|ok|okay|right|en|maar|dus|goed|und|aber|also|et|mais|alors|bon)\b,? )?"
    r"(?i:(?:what|how|who|whom|whose|where|when|why|which|did|do|does|is|are|was|were|has|have|had|can|could|would|will"
    r"|wat|hoe\w*|wie|waar\w*|wanneer|waarom|welke?|hebt?|heeft|hadden|waren|zijn|bent?|ging\w*|kwam\w*|kon|kunt?|kan"
    r"|deed|doet?|werd|werkten?|woonden?|mocht|moest|wo|woher|wohin|wer|wann|warum|wieso|welche[rsn]?|hat|haben|hatten?"
    r"|ist|sind|waren|gibt|gab|wird|wurden?|comment|quand|pourquoi|qui|que|où|combien|quel\w*|est-ce)\b"
    r"|[^\W\d_]+[ -](?:je|jij|jullie|du|ihr|tu)\b"
    r"|(?<=[a-z] )(?:now|then|after that|later|toen|nu|daarna|jetzt|dann|danach|après|maintenant)(?=[ ?]))"
)
_ASKED = lazy_pattern(
    rf"(?<![^\s–—-])(?=[A-ZÀ-Þ])(?P<asked>{_FORM}[^.?!…\n]{{0,100}}\?)[ \n–—-]+(?=(?P<said>[^\W_][^?\n]{{2,200}}))"
)
_OF_YOU = lazy_pattern(
    r"\b(?:you|your|yours|je|jij|jou|jouw|jullie|du|dich|dir|dein\w*|ihr|euch|tu|toi|ton|ta|tes)\b", re.IGNORECASE
)
_OF_ME = lazy_pattern(r"\b(?:I|ik|we|wij|ich|wir)\b")
_ASKS_BACK = lazy_pattern(  # `Bedoel je de winkel? Nou, dicht.`, and what is asked of people in general
    r"(?:\w+[ ,]+)?(?:do|did) you (?:mean|want|say|call|do|know|see|hear|understand|remember)\b"
    r"|(?:(?:hoe|wat|how|what|wie|was|comment)[ ])?(?:bedoel|bedoelt|meen|weet|snap|begrijp|ken|zie|hoor|merk|wil|mag"
    r"|zal|zeg|noem|meinst|weißt|verstehst|kennst|siehst|sais|vois|connais|comprends)[ -](?:je|jij|du|tu)\b"
    r"|(?:\w+ ){1,2}(?:can|could|should|would|will|moet|kun|kan|doe) (?:you|je)(?: (?:do|say|er\w*|dan))?\b"
    r"|(?:can|could|should|would|will|shall|may|have|are) you (?:hear|see|kidding|serious|sure|got|like to|want)\b",
    re.IGNORECASE,
)
_IDLE = lazy_pattern(  # `Wat anders?`, `Hoe heette hij ook weer?`, `Wie had dat gedacht?`
    r"\b(?:anders|else|sonst|d[’']autre|ook (?:al ?)?weer|nou|toch|dan nog|waarom niet|why not|warum nicht)\b"
    r"|\b(?:pourquoi pas|voorstellen|imagine|vorstellen)\b"
    r"|\b(?:had|hätte|would|could|aurait) (?:\w+ ){0,2}(?:gedacht|verwacht|thought|guessed|expected|cru)\b"
    r"|\b(?:heb|doe|krijg|zie|zeg|do|machst|hast) (?:je|you|du)(?: (?:dan|daarop|then|dann|say|do))? ?\?",
    re.IGNORECASE,
)
_FEW_WORDS = 3  # of a question at least


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in a turn: where it begins, how it goes, and what is said to it."""

    start: int
    question: str
    answer: str

    @property
    def is_to_one(self) -> bool:
        """Whether it asks a `you`, and does not ask back or speak of people in general."""
        is_of_you = _OF_YOU.search(self.question) is not None and _OF_YOU.search(self.answer) is None
        return is_of_you and len(self.question.split()) >= _FEW_WORDS and not _ASKS_BACK.match(self.question)

    @property
    def is_idle(self) -> bool:
        """Whether it asks back, asks people in general, or asks as nobody does who waits for an answer."""
        return _ASKS_BACK.match(self.question) is not None or _IDLE.search(self.question) is not None


def is_asked_of_nobody(question: str) -> bool:
    """Whether a question asks back, is about oneself, or is asked as nobody asks who waits for an answer.

    >>> is_asked_of_nobody("Maar wat moet je dan?"), is_asked_of_nobody("En de jongeren, komen die nog wel?")
    (True, False)
    """
    return Asked(0, question, "").is_idle or _OF_ME.search(question) is not None


def find_questions(said: str) -> Iterator[Asked]:
    """Yield the questions in what somebody says that something is said to, but for those on oneself.

    >>> for asked in find_questions("Well. Where do you live? In Leeds. And what did I do? I went."):
    ...     print(asked.question, asked.is_to_one)
    Where do you live? True
    """
    for found in _ASKED.finditer(said):
        if not _OF_ME.search(found["asked"]):
            yield Asked(found.start("asked"), found["asked"], found["said"])
