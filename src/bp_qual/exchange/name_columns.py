"""Which column of a list names the persons: by its heading, or because what stands in it are persons of the study."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bp_qual.display import shown
from bp_qual.exchange.list_headings import NAMES_OF_ROWS, plain_heading
from bp_qual.exchange.sheet_rows import Sheet
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording import Remark

_PERSONS = (
    r"(?:person|persoon|resp|respondent|participant|deelnemer|interviewee|geïnterviewde|informant|proband|teilnehmer"
    r"|teilnehmerin|befragte|befragter|case|casus|subject|cli[eë]nt|pati[eë]nt|ppn?)(?:e?n|s)?"
)
_NAMING = "(?:id|nr|no|nummer|number|num|code|kode|naam|name|pseudoni?[iy]e?m)"
_OF_PERSONS = lazy_pattern(
    rf"pid|(?:{_NAMING} (?:(?:of|van|von|der|des)(?: (?:the|de|het))? )?)?{_PERSONS}(?: ?{_NAMING})?"
)
_OWN_NAMES = ("name", "naam", "pseudoniem", "pseudonym")


def speaks_of_persons(heading: str) -> bool:
    """Return whether a heading says that persons are named below it.

    >>> [speaks_of_persons(heading) for heading in ("Resp.nr", "Naam van de deelnemer", "pid", "Respondent's age")]
    [True, True, True, False]
    """
    return bool(_OF_PERSONS.fullmatch(plain_heading(heading)))


def find_person_column(
    sheet: Sheet, columns: Mapping[str, int], is_known: Callable[[str], bool]
) -> tuple[dict[str, int], list[Remark]]:
    """Return the columns of a list with that of persons, where its heading is no common one; and a remark that says so.

    It is the one whose heading speaks of persons. Otherwise most names in it are those of the study: the one called
    *ID* or *name* before others, and of several others none. A number can be anything where no heading says persons.

    Parameters
    ----------
    sheet : Sheet
        The list.
    columns : mapping of str to int
        Those that were found by their headings.
    is_known : callable
        Whether a name is that of a person or an interview of the study.

    Returns
    -------
    dict of str to int
    list of Remark

    Examples
    --------
    >>> sheet = Sheet("a.csv", ("Wie?", "code", "quote"), ((2, ("P01", "work", "Too much.")),))
    >>> columns, told = find_person_column(sheet, {"code": 1, "quote": 2}, lambda name: name == "P01")
    >>> columns["person"], str(told[0])
    (0, "the column 'Wie?' has persons of the study in it, and was taken to say who each row is about")
    """
    free = {index: heading for index, heading in enumerate(sheet.header) if index not in columns.values()}
    if "person" in columns:
        return {**columns}, []
    if spoken := [index for index, heading in free.items() if speaks_of_persons(heading)]:
        known = [index for index in spoken if _has_known(sheet, index, is_known)]
        return {**columns, "person": (known or spoken)[0]}, []
    if "document" in columns:
        return {**columns}, []
    called = [index for index, heading in free.items() if plain_heading(heading) in NAMES_OF_ROWS]
    for index in called:
        if _has_known(sheet, index, is_known):
            return {**columns, "person": index}, []
    others = [index for index in free if index not in called and _has_known(sheet, index, is_known)]
    if len(others) != 1:
        return {**columns}, []
    told = Remark("persons by their names", values={"name": shown(sheet.header[others[0]])})
    return {**columns, "person": others[0]}, [told]


def _has_known(sheet: Sheet, index: int, is_known: Callable[[str], bool]) -> bool:
    """Return whether most names in a column are those of the study; a number is one only where its heading says so."""
    cells = [cell for _, row in sheet.rows if index < len(row) and (cell := row[index].strip())]
    heading, names = plain_heading(sheet.header[index]), {*cells}
    numbered = heading in _OWN_NAMES or speaks_of_persons(heading) or (heading == "id" and len(names) < len(cells))
    return sum(is_known(name) for name in names if numbered or not name.isdecimal()) * 2 > len(names)
