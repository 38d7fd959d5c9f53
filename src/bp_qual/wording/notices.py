"""Notices: what deserves a look in a file of the researcher, with its place and what to do, in English and in Dutch.

Many notices of one kind are said as a group: what they have in common, each with its place, and once what to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bp_qual.wording.notice_texts import HEADINGS, NOTICES, SEVERAL
from bp_qual.wording.voice import Wording


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice: its kind, where it is, and what it fills in. Nothing is stopped by it, unlike a `Problem`.

    The kinds and their sentences are in `notice_texts`; a kind that is not there is refused when it is made.

    >>> notice = Notice("short compound", "themes.yaml:4:9", {"term": "ren~", "code": "sport"})
    >>> notice.say("nl")
    "themes.yaml:4:9  'ren~' van 'sport' is te kort voor '~': veel woorden die er niets mee te maken hebben, bevatten \
het. Kijk met `bp-qual codebook words` wat hij vindt."
    """

    kind: str
    where: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kind not in NOTICES:
            raise ValueError(f"there is no notice {self.kind!r}")

    def __str__(self) -> str:
        return self.say("en")

    @property
    def what(self) -> str:
        """What is the matter, in English."""
        return Wording("en").fill(NOTICES[self.kind][0], **self.values)

    @property
    def remedy(self) -> str:
        """What to do about it, in English."""
        return Wording("en").fill(NOTICES[self.kind][1], **self.values)

    def say(self, language: str) -> str:
        """Return where it is, what is the matter and what to do, in English (`en`) or Dutch (`nl`)."""
        say = Wording(language)
        what, remedy = (say.fill(text, **self.values) for text in NOTICES[self.kind])
        return f"{self.where}  {what} {remedy}".strip()


def group_notices(notices: Iterable[Notice], language: str) -> list[str]:
    """Return the notices said kind by kind, the kinds that concern a reader most first.

    What is noted once is a sentence. What is noted more often is a heading with its number, a line for each place, and
    once what to do where that is the same for all.

    >>> places = [Notice("short compound", f"themes.yaml:{n}:9", {"term": f"a{n}~", "code": "sport"}) for n in (4, 5)]
    >>> print(group_notices(places, "en")[0])
    too short for '~', 2 times:
      themes.yaml:4:9  'a4~' of 'sport' is too short for '~': many unrelated words contain it.
      themes.yaml:5:9  'a5~' of 'sport' is too short for '~': many unrelated words contain it.
      Check what it finds with `bp-qual codebook words`.
    """
    of_kind: dict[str, list[Notice]] = {kind: [] for kind in HEADINGS}
    for notice in notices:
        of_kind[notice.kind].append(notice)
    return [_say_together(group, language) for group in of_kind.values() if group]


def _say_together(notices: list[Notice], language: str) -> str:
    if len(notices) == 1:
        return notices[0].say(language)
    say = Wording(language)
    kind = notices[0].kind
    remedies = {say.fill(NOTICES[kind][1], **notice.values) for notice in notices}
    if len(remedies) == 1:
        lines = [f"{notice.where}  {say.fill(NOTICES[kind][0], **notice.values)}".strip() for notice in notices]
        lines += remedies
    else:
        lines = [notice.say(language) for notice in notices]
    heading = say.fill(SEVERAL, heading=say.fill(HEADINGS[kind]), n=len(notices))
    return "\n".join([heading, *(f"  {line}" for line in lines)])
