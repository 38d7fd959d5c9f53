"""What a written name says: initials, first name, surname, and whether a title makes it a man's or a woman's."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.name_titles import sex_of_title, title_before
from bp_qual.pseudonyms.name_variants import is_known_first_name

_LINKS = (
    r"(?:van|von|de|den|der|ter|ten|te|'t|el|al|la|da|dos|do|op|aan|in|het|du|di|le"
    r"|(?<=[a-z]\s)ben|ait|ould|bin|ibn|abu)"
)
_SHORT = ((r"v\.?\s?d\.?", "van der"), (r"v/d", "van der"), (r"v\.", "van"), (r"vd", "van der"))
_SIKH = lazy_pattern(r"(?<=\w) (?:singh|kaur) (?=\w)")  # between first name and surname; many write it at times only
POSSESSIVE = lazy_pattern(r"(?<=[^s])'s$|(?<=[sxz])'$")


def fold_spelling(name: str) -> str:
    """Return a name without accents and capitals.

    >>> fold_spelling("Yıldırım"), fold_spelling("Şule")
    ('yildirim', 'sule')
    """
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("’", "'"))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


@dataclass(frozen=True, slots=True)
class NameParts:
    """What a spelling says: initials, first name, and surname without tussenvoegsels.

    Examples
    --------
    >>> split_name("mw. J. v.d. Berg")
    NameParts(initials='j', first='', last='berg', sex='f')
    """

    initials: str
    first: str
    last: str
    sex: str = ""

    @property
    def is_full(self) -> bool:
        """Whether there is a first name, and more of the surname than its first letter."""
        return bool(self.first and self.last) and not self.last.endswith(".")


def split_name(form: str) -> NameParts:
    """Return the parts of a spelling; one word alone is a first name, after a title a surname.

    >>> split_name("Anna de Wit-Pronk"), split_name("oom Henk").first, split_name("mevrouw Smit").last
    (NameParts(initials='', first='anna', last='wit-pronk', sex=''), 'henk', 'smit')
    """
    text = re.sub(r"\s+", " ", fold_spelling(form)).strip()
    sex, (title, titled) = sex_of_title(text), title_before(text)
    text = re.sub(rf"-(?:{_LINKS}\s)+", "-", text.removeprefix(title))  # 'Terlouw-de Haas'
    for short, full in _SHORT:
        text = re.sub(rf"(?<![\w.]){short}(?=\s)|(?<=\. ){short}(?=\s)", full, text)
    text = _SIKH.sub(" ", POSSESSIVE.sub("", text))
    if re.fullmatch(r"[A-Z]{2,3}", form):
        return NameParts(text, "", "", sex)
    initials = ""
    if match := re.match(r"((?:[a-z]\.\s?)+)\s*(.*)$", text):
        initials, text = re.sub(r"\W", "", match[1]), match[2]
    if match := re.match(rf"(.*?)(?:^|\s)((?:{_LINKS}\s)+)(.+)$", text):
        return NameParts(initials, _joined(match[1]), match[3], sex)
    if initials:
        return NameParts(initials, "", text.replace(" ", "_"), sex)
    if match := re.fullmatch(r"(\D+) ([a-z])\.?", text):  # 'Henk P.'
        return NameParts("", _joined(match[1]), f"{match[2]}.", sex)
    words = text.split()
    firsts = [is_known_first_name(word) or re.fullmatch(r"[a-z]\.", word) is not None for word in words]
    behind = next((at for at in range(1, len(words)) if not firsts[at]), len(words) - 1)
    if len(words) - behind > 1 or (titled and len(words) > 2):  # 'Gerda Tjong A Tak'
        first = words[:behind] if is_known_first_name(words[0]) or not titled else []
        return NameParts("", _joined(" ".join(first)), "_".join(words[len(first) :]), sex)
    if len(words) > 1:
        return NameParts("", _joined(" ".join(words[:-1])), words[-1], sex)
    word = words[0] if words else ""
    return NameParts("", "", word, sex) if titled else NameParts("", _joined(word), "", sex)


def _joined(first: str) -> str:
    return first.strip().replace("-", " ")
