"""What coders finished, in a project of Taguette: in the description of a document, the tags below each coder's name.

Taguette shows it with the document and keeps it, but for whose it is: a project that is opened in it is that of the one
user there. A tag is known by the name that the log gave it first, so that one with another name stays finished, and a
new tag with its old name does not become so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from bp_qual.exchange.received import NO_CODE, FinishedPart, ReceivedText
from bp_qual.exchange.taguette_log import Logged, coder_of
from bp_qual.lazy_patterns import lazy_pattern

_BY = lazy_pattern(r"finished by (.+):")
_BEFORE = "- "


def finished_lines(finished: Mapping[str, Sequence[str]]) -> str:
    r"""Return what coders finished in a document, as its description says it: tags by coder.

    >>> finished_lines({"anna": ["work", "work.stress"], "bob": []})
    'finished by anna:\n- work\n- work.stress\nfinished by bob:\n- -'
    """
    lines = (
        (f"finished by {coder}:", *(_BEFORE + tag for tag in tags or (NO_CODE,))) for coder, tags in finished.items()
    )
    return "\n".join(line for own in lines for line in own)


class FinishedTags:
    """Reads from the descriptions of documents what coders finished in them.

    Parameters
    ----------
    log : iterable of Logged
        What was done in the project.
    codes : mapping of int to int
        Numbers of codes by the ids of their tags.
    users : collection of str
        The logins of the project. What is finished by nobody among these is that of the one user.
    """

    def __init__(self, log: Iterable[Logged], codes: Mapping[int, int], users: Collection[str]) -> None:
        first: dict[int, str] = {}
        self._merged: dict[int, set[int]] = {}
        for logged in log:
            if logged.kind == "tag_add":
                first.setdefault(logged.number("tag_id"), _plain(str(logged.said.get("tag_path", ""))))
            elif logged.kind == "tag_merge":
                gone, kept = logged.number("src_tag_id"), logged.number("dest_tag_id")
                self._merged.setdefault(kept, set()).update({gone}, self._merged.pop(gone, ()))
        self._tags = {path: tag for tag, path in reversed(first.items())}
        self._codes, self._users = codes, users

    def read(self, description: str, text: ReceivedText) -> Iterator[FinishedPart]:
        """Yield what a description says that coders finished in a text; tags that are no more are left out.

        A tag into which others were merged is finished where all of these are.
        """
        by: dict[str, list[str]] = {}
        tags: list[str] = []
        for line in map(_plain, description.splitlines()):
            if said := _BY.fullmatch(line):
                tags = by.setdefault(said[1], [])
            elif line.startswith(_BEFORE):
                tags.append(line.removeprefix(_BEFORE))
        for coder, own in by.items():
            said_of = {self._tags.get(tag) for tag in own}
            codes = (code for tag, code in self._codes.items() if {tag, *self._merged.get(tag, ())} <= said_of)
            yield FinishedPart(text.name, text.person, text.wave, self._coder(coder), tuple(codes))

    def _coder(self, login: str) -> str:
        return coder_of(login) if login in self._users else ""


def _plain(name: str) -> str:
    return " ".join(name.split())
