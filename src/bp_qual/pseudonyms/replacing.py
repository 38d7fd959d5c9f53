"""Replace names in a text: the longest first, possessives kept, every place remembered."""

from __future__ import annotations

import bisect
import copy
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.bare_text import HIT_MARKS, bare_text, holds_escapes
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.endings_of_names import own_ending, possessive_of
from bp_qual.pseudonyms.forms_of_spelling import as_typed, glued_in_one_case, written_forms
from bp_qual.pseudonyms.months_in_dates import date_with_month
from bp_qual.pseudonyms.names_in_addresses import (
    SHORTEST,
    cut_at_capitals,
    find_address_spans,
    forms_in_addresses,
    is_ordinary_word,
    is_running_word,
)

_RUN = lazy_pattern(r"[^\W\d_]+|\d+")
_HYPHEN = r"[-‐‑](?:[ \t]*\r?\n[ \t]*)?"
_SOFT = "\u00ad"  # a hyphen that shows at the end of a line only
_GOES_ON = lazy_pattern(r"\u00ad+[^\W_]|[\u0300-\u036f]")  # a word that does not end here: Jan\u00adsen
_ENDING = r"(?P<ending>['’]s|['’](?![^\W_])|s)?"
_HISS = lazy_pattern(r"(?:[sxzß]|ce|[sc]h)\Z", re.IGNORECASE)
_NO_MORE, _NO_LETTER = r"(?![^\W_])", r"(?![^\W\d_])"

DateOf = Callable[[str, int, int], str]


@dataclass(frozen=True, slots=True)
class ReplacedPlace:
    """One replacement: where the name stood, where its pseudonym stands, and both as written.

    Examples
    --------
    >>> ReplacedPlace(0, 4, 0, 5, "Jans", "P01's", "P01").written
    "P01's"
    """

    old_start: int
    old_end: int
    start: int
    end: int
    original: str
    written: str
    pseudonym: str


@dataclass(frozen=True, slots=True)
class ReplacedText:
    """A text after replacement, and every place at which something was replaced, from left to right.

    Examples
    --------
    >>> ReplacedText("P01", (ReplacedPlace(0, 6, 0, 3, "Annie!", "P01", "P01"),)).move(4, is_end=True)
    3
    """

    text: str
    places: tuple[ReplacedPlace, ...]

    def move(self, offset: int, *, is_end: bool = False) -> int:
        """Return where an offset of the old text lies in the new one; inside a name a start goes to its first letter
        and an end behind its last, so that a passage that begins or ends inside a name has the whole of it.
        """
        index = bisect.bisect_right(self.places, offset, key=lambda place: place.old_start) - 1
        if is_end and index >= 0 and self.places[index].old_start == offset:
            index -= 1
        if index < 0:
            return offset
        place = self.places[index]
        if offset >= place.old_end:
            return offset - place.old_end + place.end
        return place.end if is_end else place.start


@dataclass(frozen=True, slots=True)
class _Form:
    name: DecidedName
    pseudonym: str
    lead: int  # characters before the first letter or digit
    pattern: re.Pattern[str]
    own_ending: str = ""  # a possessive that the spelling itself ends with
    takes_s: bool = False
    is_word: bool = False  # several words as one in one case, which may make an ordinary word: 'willpower'


@dataclass(frozen=True, slots=True)
class _Hit:
    """A form that stands in a text: where, and the possessive behind it."""

    start: int
    end: int
    ending: str
    form: _Form


class Replacer:
    """Replaces decided names in texts that go by certain names (the id, persons and wave of an interview).

    Parameters
    ----------
    names : iterable of DecidedName
        What was decided.
    here : collection of str, optional
        What the interview goes by. Not given: a text of no single interview, in which a spelling that stands for two is
        replaced by `unknown`.
    unknown : str
        What stands for a name that is two people's, where nothing tells which.
    keeps_dates : bool
        Leave a name that is the month of a date, as in what is said; not in names of files and tables of them.

    Examples
    --------
    >>> replacer = Replacer([DecidedName("Jan", "P01"), DecidedName("Jan Smit", "P02")])
    >>> replacer.replace("Jans boek, Jan Smit en JAN.").text
    "P01's boek, P02 en P01."
    """

    def __init__(
        self,
        names: Iterable[DecidedName],
        here: Collection[str] | None = None,
        *,
        unknown: str = "[name]",
        keeps_dates: bool = False,
    ) -> None:
        self._here, self._unknown = here, unknown
        self._date_of: DateOf = date_with_month if keeps_dates else no_date
        self._is_of_files, self._own = False, frozenset[str]()
        meant = [name for name in names if here is None or name.holds_in(here)]
        decided = {form: name for name in meant for form in written_forms(name.spelling)}
        decided |= {as_typed(name.spelling): name for name in meant}  # a row goes before a form of another
        decided.pop("", None)
        self.used: set[DecidedName] = set()  # names that stood where they are meant
        self.dates: set[str] = set()  # in which a name is the month, and stayed
        self._by_run: dict[str, list[_Form]] = {}
        self._in_addresses: dict[str, list[_Form]] = {}
        for form in sorted(decided, key=lambda form: (-len(form), form)):
            name = decided[form]
            run = _RUN.search(form)
            if run is not None:
                pseudonym = self._pseudonym(name)
                pattern = re.compile(_pattern_of(form) + _ENDING + (_NO_LETTER if _takes_digits(form) else _NO_MORE))
                own = own_ending(form, name, decided)
                takes_s, is_word = (
                    name.kind == "person" and name.takes_s and not own,
                    form in glued_in_one_case(name.spelling),
                )
                made = _Form(name, pseudonym, run.start(), pattern, own, takes_s, is_word)
                self._by_run.setdefault(run[0], []).append(made)
        self._longest = max(map(len, self._by_run), default=0)
        self._take_addresses(meant)

    def _pseudonym(self, name: DecidedName) -> str:
        return self._unknown if self._here is None and name.only_in else name.pseudonym

    def _take_addresses(self, names: Sequence[DecidedName]) -> None:
        """Learn how names are written in addresses; a row in small letters goes before the form of another."""
        rows = {form: name for name in names for form in forms_in_addresses(as_typed(name.spelling))}
        rows |= {as_typed(name.spelling): name for name in names if as_typed(name.spelling) in rows}
        for form in sorted(rows, key=lambda form: (-len(form), form)):
            words = [re.escape(word).replace(r"\-", "-?").replace("'", "['’._+-]?") for word in form.split(" ")]
            pattern = re.compile("[._+-]?".join(words) + "(?P<ending>)" + _NO_LETTER, re.IGNORECASE)
            made = _Form(rows[form], self._pseudonym(rows[form]), 0, pattern)
            for run in {found[0] for written in (form, re.sub("[ '-]", "", form)) for found in _RUN.finditer(written)}:
                self._in_addresses.setdefault(run, []).append(made)

    def with_dates(self, date_of: DateOf, *, is_noted: bool = True) -> Replacer:
        """Return one that leaves the months of other dates; what it uses and leaves is known to both, if noted.

        Parameters
        ----------
        date_of : callable of str, int and int
            The date of which a stretch of a text is the month; nothing where it is none.
        is_noted : bool
            False where it only looks.

        Returns
        -------
        Replacer

        Examples
        --------
        >>> replacer = Replacer([DecidedName("Jan", "P01")], keeps_dates=True)
        >>> replacer.replace("3 Jan 2010").text, replacer.with_dates(no_date).replace("3 Jan 2010").text
        ('3 Jan 2010', '3 P01 2010')
        """
        other = copy.copy(self)
        other._date_of = date_of
        if not is_noted:
            other.used, other.dates = set(), set()
        return other

    def in_file_names(self, own: Collection[str] = ()) -> Replacer:
        """Return one for names of files, which have names in small letters and as a part of a word, as addresses do.

        Parameters
        ----------
        own : collection of str
            What those are called who speak in the file: they are meant, though the word be an ordinary one.

        Returns
        -------
        Replacer

        Examples
        --------
        >>> replacer = Replacer([DecidedName("Mien Kok", "P01"), DecidedName("Will", "P02")]).in_file_names()
        >>> replacer.replace("mien kok 2010, as you will.txt").text, replacer.replace("InterviewMienKok.txt").text
        ('P01 2010, as you will.txt', 'InterviewP01.txt')
        """
        other = copy.copy(self)
        other._is_of_files, other._own = True, frozenset(name.casefold() for name in own)
        return other

    def replace(self, text: str) -> ReplacedText:
        """Return a text with every decided name in it replaced."""
        places: list[ReplacedPlace] = []
        parts: list[str] = []
        at = shift = 0
        for hit in self._hits(text):
            pseudonym, original = hit.form.pseudonym, text[hit.start : hit.end]
            written = pseudonym + possessive_of(hit.ending or hit.form.own_ending, pseudonym)
            if _runs_on(written, text[hit.end : hit.end + 1]):
                written += "_"  # 'Jan2010' is 'P01_2010', no longer number
            if written[:1].isdigit() and text[hit.start - 1 : hit.start].isdigit():
                written = "_" + written
            if holds_escapes(original) and not _is_link(hit.form.name.spelling):
                written = quote(written)  # the link stays one
            opens, closes = (mark * (mark in original) for mark in HIT_MARKS)
            written = opens + written + closes  # the other mark stands outside the name
            start = hit.start + shift
            span = (hit.start, hit.end, start, start + len(written))
            places.append(ReplacedPlace(*span, original, written, pseudonym))
            parts += [text[at : hit.start], written]
            at = hit.end
            shift += len(written) - len(original)
            if pseudonym == hit.form.name.pseudonym:
                self.used.add(hit.form.name)
        return ReplacedText("".join([*parts, text[at:]]), tuple(places))

    def _hits(self, text: str) -> list[_Hit]:
        """Return where names stand, from left to right: first those with something unseen or a line end in them."""
        bare = bare_text(text)
        if bare is None:
            return list(self._hits_in(text))
        whole = [_Hit(*bare.span(hit.start, hit.end), hit.ending, hit.form) for hit in self._hits_in(bare.text)]
        ends = [hit.end for hit in whole]

        def is_free(hit: _Hit) -> bool:
            after = bisect.bisect_right(ends, hit.start)
            is_part = text[hit.start - 1 : hit.start] == _SOFT or _GOES_ON.match(text, hit.end) is not None
            return not is_part and (after == len(whole) or whole[after].start >= hit.end)

        return sorted([*whole, *filter(is_free, self._hits_in(text))], key=lambda hit: hit.start)

    def _hits_in(self, text: str) -> Iterator[_Hit]:
        at = 0
        spans = [(0, len(text))] if self._is_of_files else find_address_spans(text)
        if self._is_of_files:
            text = text.replace(" ", "_")  # the words of an address have no blanks between them
        for run in _RUN.finditer(text):
            before = bisect.bisect_right(spans, (run.start(), len(text)))
            is_address = before > 0 and run.end() <= spans[before - 1][1]
            for hit in self._match(text, run, at, is_address):
                at = hit.end
                yield hit

    def _match(self, text: str, run: re.Match[str], at: int, is_address: bool) -> list[_Hit]:
        """Return the longest form that begins with this run of letters or digits, not before `at`."""
        word = run[0]
        forms = self._by_run.get(word, [])
        if is_address:
            forms = [*self._in_addresses.get(word.casefold(), ()), *forms]
        if word[-1:] == "s" and word[:-1] in self._by_run:
            forms = [*forms, *(form for form in self._by_run[word[:-1]] if form.takes_s)]
        for form in forms:
            start = run.start() - form.lead
            match = form.pattern.match(text, start) if start >= at else None
            if match is None or (start and _goes_before(text[start - 1], match[0])):
                continue
            if date := self._date_of(text, start, match.end() - len(match["ending"] or "")):
                self.dates.add(date)
                continue
            if form.is_word and not is_address and is_ordinary_word(match[0].casefold()):
                continue
            if self._is_of_files and match[0] not in self._own and is_running_word(match[0]):
                continue
            if form.takes_s or match["ending"] != "s":
                ending = match["ending"] or ""
                quoted = len(ending) == 1 and ending in "'’" and _closes_quote(text, start, match.end() - 1)
                return [_Hit(start, match.end() - quoted, "" if quoted else ending, form)]
        return self._parts_of(run, is_address) if run.start() >= at else []

    def _parts_of(self, run: re.Match[str], is_address: bool) -> list[_Hit]:
        """Return the names that a word with capitals inside is made of: all its parts, in a hashtag any of them."""
        cuts, hits, first = cut_at_capitals(run[0]), list[_Hit](), 0
        while first < len(cuts) - 1:
            furthest = bisect.bisect_right(cuts, cuts[first] + self._longest) - 1
            for last in range(furthest, first, -1):
                piece = run[0][cuts[first] : cuts[last]]
                forms = self._by_run.get(piece, ()) if SHORTEST <= len(piece) < len(run[0]) else ()
                form = next((form for form in forms if form.pattern.fullmatch(piece)), None)
                if form is not None:
                    hits.append(_Hit(run.start() + cuts[first], run.start() + cuts[last], "", form))
                    first = last
                    break
            else:
                if not is_address:
                    return []
                first += 1
        return hits


def no_date(_text: str, _start: int, _end: int) -> str:
    """Return nothing: a name is never the month of a date.

    Parameters
    ----------
    _text : str
        Any text.
    _start, _end : int
        Where a name begins and ends in it.

    Returns
    -------
    str

    Examples
    --------
    >>> no_date("3 Jan 2010", 2, 5)
    ''
    """
    return ""


def _runs_on(written: str, after: str) -> bool:
    """Return whether a pseudonym would make one number, or one word, with what stands behind it."""
    return (after.isdigit() and written[-1:].isdigit()) or (after.isalpha() and written[-1:].isalnum())


def _is_link(spelling: str) -> bool:
    """Return whether a spelling is a whole address, of which nothing stays."""
    return find_address_spans(spelling) == [(0, len(spelling))]


def _closes_quote(text: str, start: int, at: int) -> bool:
    """Return whether an apostrophe behind a name closes a quotation: one opens before it, or it ends in no hiss.

    >>> _closes_quote("'Jan'", 1, 4), _closes_quote("Kees' fiets", 0, 4), _closes_quote("(van Jan')", 5, 8)
    (True, False, True)
    """
    return text[max(0, start - 1) : start] in ("'", "‘") or _HISS.search(text, start, at) is None


def _takes_digits(form: str) -> bool:
    """Return whether digits may stand beside a form: 'Jan2010' is Jan's, 'P12' not P1's, nor 'R2' R's."""
    return len(form) >= SHORTEST and all(char.isalpha() or char in " '-" for char in form)


def _goes_before(char: str, form: str) -> bool:
    """Return whether what stands before a form makes one word of both; digits go before a name, as a date does."""
    return char.isalnum() and not (char.isdigit() and _takes_digits(form))


def _pattern_of(form: str) -> str:
    """Return a form as a pattern: a blank is any white space or low lines, apostrophe and hyphen are of any kind."""
    words = (re.escape(word).replace("'", "['’]").replace(r"\-", _HYPHEN) for word in form.split(" "))
    return r"[\s_]+".join(words)
