"""Following texts: what a coder did belongs to the text in which it was done, whatever that interview is called now.

The name of an interview comes from its file, and from which other files there are: take the first of two interviews
with a person in a wave away, and the second is called as the first was. Every coding, and every interview that is
finished, says with a fingerprint which text it was. The file of a coder is never written anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bp_qual.coding.by_hand.anchors import find_anchor, hash_text
from bp_qual.coding.by_hand.events import Event
from bp_qual.coding.by_hand.log import History
from bp_qual.coding.by_hand.sketches import is_edited_form
from bp_qual.transcripts import Corpus, Transcript

_MARKS = ("done", "undone")


def follow_texts(events: Sequence[Event], corpus: Corpus) -> tuple[Event, ...]:
    """Return what a coder did under the names that the interviews have now.

    Parameters
    ----------
    events : sequence of Event
        In order.
    corpus : Corpus
        The interviews as they are now.

    Returns
    -------
    tuple of Event
        What was done in a text that another interview has now is about that one, unless the interview of that name is
        an edited form of it; so is what was done in an interview of which no other but one new one is an edited form,
        where none has its name. That an interview is finished, and it has another text now that is no edited form, is
        about an interview that is not there, called as `name_other` has it.

    Examples
    --------
    >>> talk = corpus.transcripts[0]
    >>> events = [Event("e1", "done", interview="P07_2010", text=hash_text(talk.text)),
    ...           Event("e2", "done", interview="P01_2020", text="0ld")]
    >>> [event.interview for event in follow_texts(events, corpus)]
    ['P01_2010', 'P01_2020 (0ld)']
    """
    now = {talk.interview: hash_text(talk.text) for talk in corpus.transcripts}
    if all(not event.text or now.get(event.interview) == event.text for event in events if event.interview):
        return tuple(events)
    held = Counter(now.values())
    place = {text: name for name, text in now.items() if held[text] == 1}
    known = {(event.interview, event.text) for event in events if event.interview and event.text}
    talks, moved = {talk.interview: talk for talk in corpus.transcripts}, dict[tuple[str, str], str]()
    edited = _edited_under_other_names(events, corpus)
    for name, text in known:
        if now.get(name) == text or (name in now and _is_edited(name, text, events, talks[name])):
            continue
        if text in place:
            moved[name, text] = place[text]
        elif name in now:
            moved[name, text] = name_other(name, text)
        elif name in edited:
            moved[name, text] = edited[name]
    return tuple(_moved(events, moved)) if moved else tuple(events)


def followed(history: History, corpus: Corpus) -> History:
    """Return a history under the names that the interviews have now.

    >>> followed(History("anna", ()), corpus).events
    ()
    """
    events = follow_texts(history.events, corpus)
    return history if events == history.events else replace(history, events=events)


def name_other(interview: str, text: str) -> str:
    """Return what an interview is called that is no more, and whose name another has now.

    >>> name_other("P01_2020", "5e884898da28")
    'P01_2020 (5e8848)'
    """
    return f"{interview} ({text[:6]})"


def is_other(was: str, now: str) -> bool:
    """Return whether what an interview is called now says that its text is gone, and another has its name.

    >>> is_other("P01_2020", name_other("P01_2020", "5e884898da28")), is_other("P01_2020", "P07_2020")
    (True, False)
    """
    return now.startswith(f"{was} (") and now.endswith(")")


def list_renamed(events: Iterable[Event], followed: Iterable[Event]) -> dict[str, str]:
    """Return what interviews are called now in which a coder did something, by what they were called then.

    >>> list_renamed([Event("e1", "done", interview="P01")], [Event("e1", "done", interview="P02")])
    {'P01': 'P02'}
    """
    pairs = zip(events, followed, strict=True)
    return {was.interview: now.interview for was, now in pairs if was.interview != now.interview}


def _moved(events: Sequence[Event], moved: Mapping[tuple[str, str], str]) -> Iterable[Event]:
    """Yield events under the names that the texts have now; what says no text is about the last one of that name."""
    last: dict[str, str] = {}
    for event in reversed(events):
        if event.text:
            last[event.interview] = event.text  # the first one, for what was done before
    for event in events:
        if event.text:
            last[event.interview] = event.text
        text = last.get(event.interview, "")
        name = moved.get((event.interview, text), event.interview)
        is_passage = event.start >= 0 or event.do not in _MARKS  # which is found by its words, or lost
        is_kept = is_passage and name == name_other(event.interview, text)
        yield event if is_kept or name == event.interview else replace(event, interview=name)


def _is_edited(name: str, text: str, events: Iterable[Event], now: Transcript) -> bool:
    """Return whether the text that an interview of this name has now is an edited form of that earlier one.

    Where no sketch of it was kept, half of what was coded in it must be there.
    """
    own = [event for event in events if (event.interview, event.text) == (name, text)]
    if sketch := next((event.sketch for event in own if event.sketch), ""):
        return is_edited_form(sketch, now)
    passages = [event for event in own if event.quote]
    found = sum(find_anchor(event, now.text) is not None for event in passages)
    return bool(passages) and 2 * found >= len(passages)


def _edited_under_other_names(events: Sequence[Event], corpus: Corpus) -> dict[str, str]:
    """Return which interview is an edited form of one whose name no interview has now, by that name.

    It must be the only one, the edited form of no other, and one in which the coder did nothing yet.
    """
    there = {talk.interview for talk in corpus.transcripts}
    gone = {(event.interview, event.sketch) for event in events if event.sketch and event.interview not in there}
    if not gone:
        return {}
    known = {event.interview for event in events} | {event.text for event in events}
    new = [talk for talk in corpus.transcripts if not known & {talk.interview, hash_text(talk.text)}]
    pairs = {(name, talk.interview) for talk in new for name, sketch in gone if is_edited_form(sketch, talk)}
    forms, origins = Counter(name for name, _ in pairs), Counter(form for _, form in pairs)
    return {name: form for name, form in pairs if forms[name] == origins[form] == 1}
