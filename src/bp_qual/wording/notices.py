"""Notices: what deserves a look in a file of the researcher, with its place and what to do, in English and in Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bp_qual.wording.notice_texts import NOTICES
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
