"""What an interviewer says, within the turn of somebody else: `Volgende vraag.`, `Vertel daar eens over.`, `En uw man?`

A label may be missing before it. It stays where it is, and is told. A whole turn has its label, and is no such thing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from bp_qual.display import one_line
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.corpus import Transcript, Turn
from bp_qual.transcripts.told_speech import is_quoted, is_told, tells_of_speech
from bp_qual.wording.remarks import Remark

# One of these is in whatever the expression below finds; to look for them is much quicker.
_SEEDS = ("?", "olgende vraag", "aatste vraag", " onderwerp", "ertel", " question", " topic", "ell me ", "ell us ")
_MORE_SEEDS = {
    "de": ("ächste Frage", "rzählen Sie"),
    "fr": ("uestion suivante", "arlez-moi", "aconte"),
}
_TELLING = (
    r"(?:vertellen|uitleggen|toelichten|beschrijven|omschrijven|een voorbeeld|explain|describe|elaborate|expand on"
    r"|tell (?:me|us)|say (?:a (?:bit|little) )?more|walk (?:me|us) through|talk (?:a (?:bit|little) )?(?:more )?about"
    r"|give (?:me|us) an example|erzählen|erklären|beschreiben|ein beispiel|expliquer|décrire|raconter|un exemple)"
)
_SAYS = lazy_pattern(
    r"(?:(?:dan|nu|ok[eé]|okay|ok|goed|nou|ja|mooi|en|so|and|then|now|right|well|gut|dann|bon|alors)\b[, ]*){0,2}"
    r"(?:"
    r"(?:(?:de|mijn|onze|een|het|the|my|our|a|die|la) )?"
    r"(?:(?:volgende?|laatste?) (?:vraag|onderwerp|thema)|(?:next|last|final) (?:question|topic)|nächste Frage"
    r"|question suivante)(?=[.:?!…]|$| (?:is|gaat over|luidt|is about)\b)"
    r"|(?:dan )?(?:gaan we|ga ik|we gaan|ik ga|let[’']s|we[’']ll)\b[^.?!\n]{0,40}"
    r"\b(?:volgende? (?:vraag|onderwerp|thema)|next (?:question|topic))\b"
    r"|vertelt? (?!(?:mij|me) wat\b)(?:u )?(?:daar|hier|er|eens|maar|me|mij|ons|verder|iets)\b"
    r"|tell (?:me|us) (?!about it\b)(?:a (?:bit|little) )?(?:more|about|something about|how you|what you|why you)\b"
    r"|erzählen Sie\b|parlez-moi de\b|racontez(?:-moi|-nous)?\b"
    rf"|(?:kunt|kun|zou|wilt|wil|can|could|would|können|könnten|pouvez|pourriez)[ -](?:u|je|jij|you|sie|vous)\b"
    rf"[^.?!\n]{{0,100}}?\b{_TELLING}\b[^.?!\n]{{0,100}}\?"
    r")",
    re.IGNORECASE,
)
_BEGINS = lazy_pattern(r".*(?:[.?!…][)\"”’'\]]*\s+|\n[ \t]*|\s[–—-]\s+)", re.DOTALL)
_ENDS = lazy_pattern(r"[.?!…](?=\s|\Z)|\n|\Z")
_OF_YOU = lazy_pattern(r"(?i:\b(?:uw|your|jouw|jullie|votre|vos)\b)|\b(?:u|you|jij|Sie|Ihr(?:e[nrms]?)?|vous)\b")
_TAG = lazy_pattern(
    r"(?:herhalen|repeat|wiederholen|répéter|bedoelt?|mean|meinen)\b"
    r"|(?:weet|snap|begrijp|ken|zie|hoor|wist|denk|vind) (?:je|u|jij)\b|(?:do |did )?you (?:know|see|understand|hear)\b"
    r"|(?:wissen|verstehen) Sie\b|vous (?:savez|voyez)\b|how (?:do|can|could|would) you\b"
    r"|what (?:do|can|are|would) you\b",
    re.IGNORECASE,
)
_REACH = 200  # letters before a word in which its sentence begins
_SHORT = 5  # words of a question that needs no `you`: `En toen?`
_HARDLY = 0.3  # share of the turns of somebody who hardly asks
_CLOSING = " \t\"”’'»)*_"


def note_interviewers_words(transcript: Transcript, told: Collection[str] = ()) -> tuple[Remark, ...]:
    """Return the note on words of an interviewer in the turns of others.

    Parameters
    ----------
    transcript : Transcript
        The transcript.
    told : collection of str
        What other notes show of the file.

    Returns
    -------
    tuple of Remark
        None where there are no such words.

    Examples
    --------
    >>> said = "Goed hoor. Volgende vraag."
    >>> read = Transcript("a", ("P01",), "1", said, (Turn(0, "R", "respondent", 0, len(said), "P01"),))
    >>> print(*note_interviewers_words(read))
    Sounds like the interviewer, but was read as talk of the speaker named behind it: 'Volgende vraag. (R)'. If so, ...
    """
    found = dict[str, None]()
    for turn, said in sorted((*_find_sayings(transcript), *_find_last_questions(transcript)), key=_order):
        if not any(said[:30] in line for line in told):
            found[f"{one_line(said)[:40]} ({one_line(turn.speaker)})"] = None
    return (Remark("interviewer's words", values={"lines": tuple(found)}),) if found else ()


def _order(found: tuple[Turn, str]) -> int:
    return found[0].start


def _find_sayings(transcript: Transcript) -> Iterator[tuple[Turn, str]]:
    """Yield the sentences that begin as those of an interviewer do, in a respondent's turn that says more."""
    text = transcript.text
    seeds = (*_SEEDS, *_MORE_SEEDS.get(transcript.language, ()))
    places = sorted({place for seed in seeds for place in _find_all(text, seed)})
    turns = iter(transcript.turns)
    turn, until = next(turns, None), 0
    for place in places:
        while turn and turn.end <= place:
            turn = next(turns, None)
        if not turn or turn.start > place or turn.role != "respondent" or place < until:
            continue
        start = max(turn.start, place - _REACH)
        begun = _BEGINS.match(text, start, place)
        begin = begun.end() if begun else start
        until = _end(text, place, turn.end)
        is_whole = not text[turn.start : begin].strip() and not text[until : turn.end].strip()
        is_sentence = not is_whole and (begun or start == turn.start) and _SAYS.match(text, begin, until)
        if is_sentence and not is_quoted(text[turn.start : begin]):
            yield turn, text[begin:until].strip()


def _find_all(text: str, seed: str) -> Iterator[int]:
    place = text.find(seed)
    while place >= 0:
        yield place
        place = text.find(seed, place + 1)


def _end(text: str, place: int, end: int) -> int:
    """Return where the sentence at a place ends, with its sign."""
    match = _ENDS.search(text, place, end)
    return match.end() if match else end


def _find_last_questions(transcript: Transcript) -> Iterator[tuple[Turn, str]]:
    """Yield the question at the end of a turn of somebody who hardly asks, which the next turn does not answer.

    It says `you`, or has a line of its own and few words; the next turn, of another who asks, holds a question itself.
    """
    text, turns = transcript.text, transcript.turns
    asking = {turn.speaker for turn in turns if turn.role == "interviewer"}
    ended = [n for n, turn in enumerate(turns[:-1]) if turn.role == "respondent" and _asks(text, turn)]
    quiet = _hardly_asking(transcript) if asking and ended else set()
    for number in ended if asking else ():
        turn, after = turns[number], turns[number + 1]
        said = text[max(turn.start, turn.end - 2 * _REACH) : turn.end].rstrip(_CLOSING)
        begun = _BEGINS.match(said)
        question = said[begun.end() :] if begun else ""
        has_line = begun is not None and "\n" in begun[0][-3:]
        if not question or _TAG.search(question) or tells_of_speech(question) or is_told(said[: -len(question)]):
            continue
        is_open = after.speaker in asking and "?" in text[after.start : after.end]
        is_of_another = _OF_YOU.search(question) or (has_line and len(question.split()) <= _SHORT)
        if is_open and is_of_another and turn.speaker in quiet:
            yield turn, question


def _asks(text: str, turn: Turn) -> bool:
    return text[max(turn.start, turn.end - 5) : turn.end].rstrip(_CLOSING).endswith("?")


def _hardly_asking(transcript: Transcript) -> set[str]:
    """Return the speakers of whose turns few hold a question."""
    turns, asked = Counter[str](), Counter[str]()
    for turn in transcript.turns:
        turns[turn.speaker] += 1
        asked[turn.speaker] += transcript.text.find("?", turn.start, turn.end) >= 0
    return {speaker for speaker, own in turns.items() if asked[speaker] <= _HARDLY * own}
