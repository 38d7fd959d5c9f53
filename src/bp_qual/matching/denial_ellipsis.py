"""Denials that leave out what they deny, since it was just said: `they were going to sing but they didn't`.

Behind a contrast with the same subject (`we hadden willen helpen, maar dat ging niet`), and as the answer to one's own
question (`weggooien? nee, nooit`).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from bp_qual.matching.class_in_place import is_base_form, is_noun
from bp_qual.matching.denial_anaphors import is_missing
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.languages.denying_words import denying_words
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE, STOP

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_ASKED, _CONTRASTED, _BEFORE_SUBJECT, _SUBJECT_NEAR = 5, 14, 5, 3
_AGAIN, _ANSWERED = 6, 12


def find_answering_cues(block: Block, denials: Denials, cue: tuple[Ints, Ints], only: Flags) -> Flags:
    """Return which denials answer a question just before: `roken? nee, nooit`, `oppassen? vergeet het maar`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    cue : tuple of arrays
        The first and the last token of each denial.
    only : array of bool
        Which of them deny nothing but as an answer.

    Returns
    -------
    array of bool
    """
    first, last = cue
    found = np.zeros(len(first), dtype=bool)
    near = np.zeros(len(first), dtype=bool)
    for step in range(_ASKED):
        near |= block.gap[np.maximum(first - step, 0)] >= STOP
    for row in np.flatnonzero(near).tolist():
        found[row] = _is_answer(block, denials, (int(first[row]), int(last[row])), only=bool(only[row]))
    return found


def _is_answer(block: Block, denials: Denials, cue: tuple[int, int], *, only: bool) -> bool:
    """Return whether a denial is a whole answer, or the refusal with which one begins."""
    token, last = cue
    taken = had = False
    while block.gap[token] < STOP:
        word = block.word(token - 1) if token else ""
        taken |= word in denials.retaken_by
        had |= word in denials.having | denials.getting
        if word not in denials.answers | denials.answering and not _is_light(denials, word):
            return False
        token -= 1
    if not token or block.gap[token] > STOP or "?" not in _between(block, token):
        return False
    behind = last + 1
    if _asks_openly(block, denials, token - 1):
        return False
    if _are_seen(block, denials, behind) and not block.joined(behind + 2):
        return True  # `the lease? never saw it`
    if only or block.word(last) in denials.answers:
        return (only or not block.joined(behind)) and _is_borne_out(block, denials, cue)
    while block.joined(behind) and block.word(behind) in denials.answering | (
        denials.getting if taken else frozenset()
    ):
        behind += 1
    light = block.word(token) not in denials.answers | denials.answering and token < cue[0]
    return not block.joined(behind) and ((taken and had) or not light)


def _is_borne_out(block: Block, denials: Denials, cue: tuple[int, int]) -> bool:
    """Return whether what follows an answer does not take it back: `nee, die kreeg ik al`, `not here, but in town`.

    Behind a mere `no` comes why not, as a rule: `nee, ik zit thuis`, `nee, alleen van mijn zus`.
    """
    behind = _behind_answer(block, denials, cue)
    if block.word(cue[1]) not in denials.answers:
        return denials.contrast.isdisjoint(behind)
    if len(behind) < 3 or not denying_words(denials).isdisjoint(behind):
        return True
    taken, had, who = behind[:3]
    is_had = taken in denials.retaken_by and had in denials.having | denials.getting and who in denials.nominatives
    return not is_had


def _behind_answer(block: Block, denials: Denials, cue: tuple[int, int]) -> list[str]:
    """Return the words that follow an answer in its sentence, without what is part of it: of `nee hoor, ik` only ik."""
    token = cue[1] + 1
    while token < len(block) and block.gap[token] < STOP and block.word(token) in denials.answering | denials.answers:
        token += 1
    if token >= len(block) or block.gap[token] >= STOP:
        return []
    stop = min(token + _ANSWERED, len(block))
    return [block.word(place) for place in range(token, stop) if block.sentence[place] == block.sentence[cue[0]]]


def _is_light(denials: Denials, word: str) -> bool:
    """Return whether a word takes up what was asked about, or tells that somebody has it: `die hadden we niet`."""
    return word in denials.retaken_by | denials.having | denials.getting | denials.nominatives | denials.subjects


def _asks_openly(block: Block, denials: Denials, last: int) -> bool:
    """Return whether the question that ends at a token asks for more than yes or no."""
    token = last
    while True:
        if block.word(token) in denials.open_questions:
            return True
        if block.gap[token] >= STOP:
            return False
        token -= 1


def _between(block: Block, token: int) -> str:
    """Return the signs before a token."""
    return block.text(int(block.end[token - 1]), int(block.start[token]))


def is_left_out(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether a denial behind a hit denies it without naming it again.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    hit, cue : tuple of int
        The first and the last token of the hit, and of the denial.

    Returns
    -------
    bool
    """
    (_, last), (begin, stop) = hit, cue
    if block.sentence[last] != block.sentence[begin]:
        asked = begin
        while block.sentence[asked] == block.sentence[begin]:
            asked -= 1
        if block.sentence[asked] != block.sentence[last] or asked - last >= _ASKED:
            return False
        behind = _behind_answer(block, denials, cue) if block.word(stop) in denials.answers else []
        denies = not denying_words(denials).isdisjoint(behind)
        return asked == last or denies or not behind  # `was the work hard? no, I loved it`: it was not hard
    if _is_dismissed(block, denials, hit, cue):
        return True
    start, turned = _last_clause(block, denials, last, cue)
    if start < 0 or _is_repeated(block, denials, cue):
        return False
    if is_missing(block, denials, hit, start, cue):
        return True
    meant = _is_meant(block, denials, hit, start - turned) and (turned or not _is_known(block, denials, hit))
    if not meant and (start == last + 1 or not _is_named_alone(block, denials, hit)):
        return False
    if block.word(stop) in denials.answers:
        return turned and stop == start and not block.joined(stop + 1)  # `we wanted a lift but no`
    if turned and _is_short(block, denials, hit, (start, begin), cue):
        return True
    if meant and block.word(start) in denials.subjects and begin == start + 1:
        end = not block.joined(stop + 3) or block.word(stop + 3) in denials.prepositions  # not `haven't got it easy`
        return end and _are_seen(block, denials, stop + 1)  # `they promised us help, we never saw any of it`
    return _comes_to_nothing(block, denials, hit, start, cue)


def _is_dismissed(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether what is named alone is denied at once: `a rota, never`; `the rota, we dropped that`."""
    (_, last), (begin, stop) = hit, cue
    if begin == last + 1 and block.word(begin) in denials.dismissing:
        return bool(block.gap[begin] < STOP)
    if begin == last + 1 and _is_refused(block, denials, hit, cue):
        return True
    if not _is_named_alone(block, denials, hit):
        return False
    if begin == last + 1:
        answer = block.word(stop) in denials.answers  # `complaints, no`
        return not answer and not block.joined(stop + 1) and not _is_known(block, denials, hit)
    object_ = block.word(stop + 1) if block.joined(stop + 1) else ""
    ended = block.word(begin) in denials.ending and object_ in denials.taking_up
    return ended and not any(block.gap[token] >= PAUSE for token in range(last + 2, stop + 1))


def _is_refused(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether a hit alone is behind a contrast and `no` behind its comma: `praten wel, maar luisteren, nee`."""
    (first, _), (begin, stop) = hit, cue
    if begin != stop or block.word(begin) not in denials.answers or block.gap[begin] != PAUSE:
        return False
    ends = stop + 1 >= len(block) or block.gap[stop + 1] >= STOP
    return ends and first > 0 and block.word(first - 1) in denials.contrast


def _last_clause(block: Block, denials: Denials, last: int, cue: tuple[int, int]) -> tuple[int, bool]:
    """Return where the clause of a denial begins behind a hit, and whether it is told as a contrast; -1 for none.

    A comma, a contrast or `and` is before it.
    """
    begin, stop = cue
    start = stop if block.word(begin) in denials.contrast else begin  # `maar nee`
    while start > last:
        word = block.word(start - 1)
        if word in denials.contrast:
            return start, True
        if block.gap[start] >= PAUSE or word in denials.listing - denials.either:
            return start, False
        start -= 1
    return -1, False


def _is_short(
    block: Block, denials: Denials, hit: tuple[int, int], clause: tuple[int, int], cue: tuple[int, int]
) -> bool:
    """Return whether a clause has no more than the subject of a hit and its denied verb: `but they didn't`."""
    start, begin = clause
    if begin == start or begin - start >= _BEFORE_SUBJECT or not _is_only_denied(block, denials, cue):
        return False
    return _is_subject_before(block, denials, hit[0], block.word(begin - 1))


def _comes_to_nothing(block: Block, denials: Denials, hit: tuple[int, int], start: int, cue: tuple[int, int]) -> bool:
    """Return whether a clause tells that what was meant did not come about: `en toen is het er niet van gekomen`."""
    (begin, stop), subject = cue, start
    while subject < begin and block.word(subject) in denials.going_on | denials.answers | denials.then:
        subject += 1
    verb = subject + 1
    if block.word(subject) in denials.opening | denials.copulas | denials.failing:
        subject, verb = verb, subject
    word = block.word(subject)
    if begin == subject and word in denials.nobody:
        return any(_follow(block, denials.occurring, token + 1) for token in cue)  # `but nothing came of it`
    if block.word(begin) in denials.ending and begin - subject in (1, 2):
        return word in denials.event_subjects and not block.joined(stop + 1)  # `but it came to nothing`
    if word in denials.there:
        return _follow(block, denials.occurring, stop + 1)  # `maar daar is niks van terechtgekomen`
    return word in denials.event_subjects and _fails(block, denials, hit, (subject, verb), cue)


def _are_seen(block: Block, denials: Denials, verb: int) -> bool:
    """Return whether a verb of having or seeing is there with a word that takes up what it is about."""
    taken = block.joined(verb + 1) and block.word(verb + 1) in denials.taking_up
    return taken and block.word(verb) in denials.topic_verbs


def _is_named_alone(block: Block, denials: Denials, hit: tuple[int, int]) -> bool:
    """Return whether a noun opens a sentence with nothing but a comma behind it: `het feest, daar praten we over`."""
    first, last = hit
    if last + 1 >= len(block) or block.gap[last + 1] != PAUSE:
        return False
    known = denials.definite | denials.indefinite | denials.answers | denials.before_questions
    while block.gap[first] < STOP and block.word(first - 1) in known:
        first -= 1
    return bool(block.gap[first] >= STOP) and is_noun(block, hit)


def _is_meant(block: Block, denials: Denials, hit: tuple[int, int], turn: int) -> bool:
    """Return whether a hit was planned, promised or said, rather than told as done: `we zouden verhuizen, maar`."""
    first, last = hit
    words = set()
    for token in range(first - 1, max(first - _CONTRASTED, -1), -1):
        if block.gap[token + 1] >= STOP or block.word(token) in denials.turning:
            break
        words.add(block.word(token))
    behind = range(last + 1, turn)
    if not any(block.gap[token] >= PAUSE or block.word(token) in denials.turning for token in behind):
        words |= {block.word(token) for token in behind}
    if words & denials.saying:
        return True
    if not words & denials.planning:
        return False
    done = "V" in block.language.class_lemmas(block.word(first)) and not is_noun(block, hit)
    done = done and not any(is_base_form(block, token) for token in range(first, last + 1))
    return not done


def _is_known(block: Block, denials: Denials, hit: tuple[int, int]) -> bool:
    """Return whether a noun is definite or behind a preposition, so that something else was meant to be done with it.

    `we zouden van die subsidie een kas kopen, dat is niet gebeurd`.
    """
    first = hit[0]
    if not is_noun(block, hit):
        return False
    while block.joined(first) and first > hit[0] - _SUBJECT_NEAR:
        word = block.word(first - 1)
        if word in denials.definite | denials.owners | denials.prepositions:
            return True
        if word not in denials.indefinite and "A" not in block.language.class_lemmas(word):
            return False
        first -= 1
    return False


def _is_repeated(block: Block, denials: Denials, cue: tuple[int, int]) -> bool:
    """Return whether it is denied that something came about once more: `but that never happened again`."""
    for token in range(cue[0], cue[1] + _AGAIN):
        if token > cue[1] and not block.joined(token):
            return False
        if block.word(token) in denials.again:
            return True
    return False


def is_afterthought(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether a hit says behind a comma what did not come about: `it never happened, that barbecue`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    hit, cue : tuple of int
        The first and the last token of the hit, and of the denial before it.

    Returns
    -------
    bool
    """
    (first, _), (begin, stop) = hit, cue
    comma = first - 1
    if comma <= stop or block.gap[comma] != PAUSE or block.gap[first] >= PAUSE:
        return False
    if block.word(comma) not in denials.definite | denials.retaken_by or any(
        block.gap[token] >= PAUSE for token in range(begin, comma)
    ):
        return False
    near = range(max(begin - _SUBJECT_NEAR, 0), begin)
    before = [block.word(token) for token in near if block.sentence[token] == block.sentence[begin]]
    told = tuple(block.word(token) for token in range(stop + 1, comma))
    fails = told in denials.occurring or (not told and bool(set(before) & denials.failing))
    return fails and bool(set(before) & denials.event_subjects)


def _follow(block: Block, phrases: tuple[tuple[str, ...], ...], token: int) -> bool:
    """Return whether one of these phrases begins at a token, if it is one word as the last of its clause."""
    said = tuple(block.word(place) for place in range(token, min(token + 3, len(block))) if block.joined(place))
    found = [words for words in phrases if said[: len(words)] == words]
    return any(len(words) > 1 or not block.joined(token + 1) for words in found)


def _is_only_denied(block: Block, denials: Denials, cue: tuple[int, int]) -> bool:
    """Return whether a clause ends with its denied helping verb: `but they didn't`, `but he never did`."""
    stop = cue[1]
    if not block.joined(stop + 1):
        return block.word(stop) in denials.contracted
    never = block.word(cue[0]) in denials.never and not block.joined(stop + 2)
    return never and block.word(stop + 1) in denials.asked and denials.bare_clauses


def _is_subject_before(block: Block, denials: Denials, first: int, subject: str) -> bool:
    """Return whether the last subject before a hit is the same pronoun: `they were going to sing but they didn't`."""
    for token in range(first - 1, max(first - _CONTRASTED, -1), -1):
        if block.gap[token + 1] >= STOP:
            return False
        word = block.word(token)
        if word in denials.subjects | denials.nominatives:
            return word.split("'")[0] == subject
    return False


def _fails(block: Block, denials: Denials, hit: tuple[int, int], said: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether what was said is denied to come about: `maar dat ging niet`, `but that never happened`."""
    (subject, verb), (begin, stop) = said, cue
    behind = [block.word(token) for token in (stop + 1, stop + 2) if block.joined(token)]
    if denials.bare_clauses:
        return begin == subject + 1 and any(
            tuple(behind[: len(words)]) == words[:2] for words in denials.occurring if behind
        )
    if behind[:1] and behind[0] in denials.getting | denials.finding:
        return True  # `ze beloofden hulp maar die hebben we nooit gekregen`
    others = [block.word(token) for token in range(max(subject, verb) + 1, begin)]
    pronouns = [word for word in others if word in denials.nominatives]
    if any(not _is_subject_before(block, denials, hit[0], word) for word in pronouns):
        return False
    light = block.word(verb) in denials.failing and not behind
    return light or any(tuple(behind[: len(words)]) == words[:2] for words in denials.occurring if behind)
