"""Persons who are heard in one wave only while a look-alike is heard in another only: both would count as dropouts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from bp_qual.display import first_few, show_name
from bp_qual.files.barred_names import yaml_names
from bp_qual.study.alike_ids import LookAlikes, are_different, look_alike_persons, look_alike_waves, parts_of
from bp_qual.study.interview_parts import is_generic
from bp_qual.study.interviews import Interview
from bp_qual.study.link_words import LINK_WORDS
from bp_qual.study.named_together import StudyNames
from bp_qual.study.study_folder import Study
from bp_qual.study.written_rows import RowForm, find_row_form
from bp_qual.wording import Remark

MOST_TOLD = 10  # pairs
_NAME = 3  # letters at least


def find_met_apart(study: Study) -> tuple[tuple[str, str], ...]:
    """Return the pairs of look-alikes that no wave has both of, but for those that somebody stated to be two.

    They are stated in study.yaml (`different`), where both are in persons.csv, or where all their interviews are in
    interviews.csv and none is a guess.

    Examples
    --------
    >>> from pathlib import Path
    >>> read = [Interview(Path(f"{p}_{w}.txt"), {p: ()}, w, "the file name") for p, w in (("P02", "1"), ("P02b", "2"))]
    >>> find_met_apart(Study(Path("."), interviews=tuple(read)))
    (('P02', 'P02b'),)
    """
    waves = defaultdict[str, set[str]](set)
    unsure = set[str]()
    for interview in study.interviews:
        for person in interview.persons:
            waves[person].add(interview.wave)
            unsure |= set() if interview.is_stated else {person}
    heard = set(waves)
    for unread in study.unread:
        for person, wave in ((unread.person, unread.wave), *unread.others):
            waves[person].add(wave)
    every = set[str]().union(*waves.values())
    unsure -= {row["person"] for row in study.attributes}
    apart = LookAlikes(person for person in heard if waves[person] != every)
    pairs = {tuple(sorted((person, other))) for person in unsure for other in apart.of(person)}
    met = {person: waves[person] for person in heard}
    pairs |= {*_numbered_otherwise(met, unsure), *_numbered_on(met, unsure), *_beside_initials(met, unsure)}
    pairs = {pair for pair in pairs if not waves[pair[0]] & waves[pair[1]]}
    pairs = {pair for pair in pairs if not are_different(pair, study.different)}
    names = StudyNames.of(study.interviews)  # a file of a couple is a problem of its own
    return tuple((one, other) for one, other in sorted(pairs) if not any(map(names.joined_in, (one, other))))


def _numbered_otherwise(waves: Mapping[str, set[str]], unsure: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield P02 and R02 where no wave has both numbers with a P and numbers with an R."""
    used, numbered = defaultdict[str, set[str]](set), defaultdict[str, list[str]](list)
    for person in sorted(waves):
        parts = parts_of(person)
        if len(parts) == 2 and parts[1].isdigit():
            used[parts[0]] |= waves[person]
            numbered[parts[1]].append(person)
    for persons in numbered.values():
        for place, one in enumerate(persons):
            for other in persons[place + 1 :]:
                begins = parts_of(one)[0], parts_of(other)[0]
                if begins[0] != begins[1] and not used[begins[0]] & used[begins[1]] and {one, other} & set(unsure):
                    yield one, other


def _numbered_on(waves: Mapping[str, set[str]], unsure: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield Docent1 and Docent2 where the numbers of that word go up from 1 with the waves, one in each."""
    numbered = defaultdict[str, list[tuple[str, str, str]]](list)
    for person, own in waves.items():
        parts = parts_of(person)
        if len(parts) == 2 and parts[1].isdigit() and not is_generic(parts[0]):
            numbered[parts[0]].append((parts[1], "".join(own) if len(own) == 1 else "", person))
    for met in map(sorted, numbered.values()):
        numbers, told, persons = zip(*met, strict=True)
        counted = [str(number) for number in range(1, len(met) + 1)]
        if list(numbers) == counted and list(told) == sorted({*told} - {""}) and set(persons) & set(unsure):
            yield from pairwise(persons)


def _beside_initials(persons: Collection[str], unsure: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield `KW Eli` and `LM Eli`: a name that nobody else has, beside initials or a short title in one of them."""
    having = defaultdict[str, list[str]](list)
    for person in sorted(persons):
        for part in set(parts_of(person)) - LINK_WORDS:
            if part.isalpha() and len(part) >= _NAME and not is_generic(part):
                having[part].append(person)
    for part, pair in having.items():
        rests = [[word for word in person.split() if parts_of(word) != (part,)] for person in pair]
        is_short = any(all(map(_is_short, rest)) for rest in rests)
        if len(pair) == 2 and all(rests) and is_short and _fit(*rests) and set(pair) & set(unsure):
            yield pair[0], pair[1]


def _fit(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a single letter beside a name may be of what is beside the other: `M. Jansen` is no `Pia Jansen`.

    It may be in `Jan M. Jansen` and in `mevr. Jansen`.
    """
    bare = [word.rstrip(".") for word in (*words, *others)]
    is_title = any(len(word) > 2 and "." not in word and f"{word}." in (*words, *others) for word in bare)
    begins = [{word[0].casefold() for word in own if word.casefold() not in LINK_WORDS} for own in (words, others)]
    has_letter = any(len(word) == 1 for word in bare)
    return is_title or not has_letter or not all(begins) or not begins[0].isdisjoint(begins[1])


def _is_short(word: str) -> bool:
    """Whether a word is initials, a title with a full stop, or such as `van`."""
    if any(map(str.isdigit, word)):
        return False
    return word.endswith(".") or len(word) == 1 or sum(map(str.isupper, word)) > 1 or word.casefold() in LINK_WORDS


def note_look_alikes(study: Study) -> tuple[Remark, ...]:
    """Return remarks on persons and waves that may be one: persons that no wave has both of first, with what to write.

    Examples
    --------
    >>> from pathlib import Path
    >>> read = [Interview(Path(f"{p}_{w}.txt"), {p: ()}, w, "the file name") for p, w in (("P02", "1"), ("P02b", "2"))]
    >>> print(*note_look_alikes(Study(Path("."), interviews=tuple(read))))
    'P02' (P02_1.txt) was interviewed in wave 1 only, 'P02b' (P02b_2.txt) in wave 2 only. ...
    """
    pairs = find_met_apart(study)
    own = defaultdict[str, list[Interview]](list)
    for interview in study.interviews:
        for person in interview.persons:
            own[person].append(interview)
    form = find_row_form(study) if pairs else RowForm(study.folder)
    notes = [_say(one, other, own, form) for one, other in pairs[:MOST_TOLD]]
    if len(pairs) > MOST_TOLD:
        named = first_few([f"{one} / {other}" for one, other in pairs[MOST_TOLD:]])
        notes.append(Remark("more met apart", values={"pairs": named}))
    told = {person for pair in pairs for person in pair}
    waves = look_alike_waves((interview.wave for interview in study.interviews), study.different)
    return (*notes, *look_alike_persons(own, told, study.different), *waves)


def _say(one: str, other: str, own: Mapping[str, Sequence[Interview]], form: RowForm) -> Remark:
    kept, odd = sorted((one, other), key=lambda person: (len(parts_of(person)), min(i.wave for i in own[person])))

    def name(interview: Interview) -> str:
        path = interview.file
        return show_name(path.relative_to(form.home) if path.is_relative_to(form.home) else path)

    said: dict[str, object] = {"one": kept, "other": odd}
    for key, person in (("one", kept), ("other", odd)):
        said[f"{key}_files"] = first_few([name(interview) for interview in own[person]])
        said[f"{key}_waves"] = sorted({interview.wave for interview in own[person]})
    said |= {"columns": form.headings, "row": form.write(own[odd][0].file, kept, own[odd][0].wave)}
    return Remark("met apart", values={**said, "named": yaml_names((kept, odd))})
