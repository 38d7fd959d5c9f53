"""Reading Universal Dependencies treebanks, which are not part of this repository, for the scores beside this file.

The files are looked for in `../shared/ud` next to the repository, or in the folder named by `BP_QUAL_UD`. They are
licensed CC BY-SA 4.0 (UD_Dutch-Alpino, UD_Dutch-LassySmall, UD_English-EWT).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bp_qual.matching.tokens import fold_word

FILES = {"nl": ("nl_alpino-ud-dev.conllu", "nl_lassysmall-ud-dev.conllu"), "en": ("en_ewt-ud-dev.conllu",)}


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its number in the sentence, form, lemma, word class, head and relation."""

    id: int
    form: str
    lemma: str
    kind: str
    head: int
    relation: str
    tag: str = ""
    features: str = ""
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its text and its tokens."""

    text: str
    tokens: tuple[Token, ...]


def find_treebanks(language: str) -> list[Path]:
    """Return the development files of a language that are there."""
    folder = Path(os.environ.get("BP_QUAL_UD", Path(__file__).parents[2] / "shared" / "ud"))
    return [folder / name for name in FILES[language] if (folder / name).exists()]


def read_treebank(path: Path) -> list[Sentence]:
    """Return the sentences of a CoNLL-U file."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [sentence for sentence in map(_read_sentence, blocks) if sentence.tokens]


def _read_sentence(block: str) -> Sentence:
    text, tokens = "", []
    for line in block.splitlines():
        if line.startswith("# text ="):
            text = line.split("=", 1)[1].strip()
        columns = line.split("\t")
        if len(columns) == 10 and columns[0].isdigit():
            number, form, lemma, kind, tag, features, head, relation, _, more = columns
            above, glued = int(head) if head.isdigit() else 0, "SpaceAfter=No" in more
            tokens.append(Token(int(number), form, lemma, kind, above, relation, tag, features, glued))
    written = "".join(token.form + " " * (not token.glued) for token in tokens).strip()
    return Sentence(text or written, tuple(tokens))


def whole_lemma(token: Token) -> str:
    """Return a lemma as it is written: the Dutch treebanks write `grond_wet` and `jeugd_gezondheid_zorg`."""
    if "_" not in token.lemma:
        return token.lemma.lower()
    parts = token.lemma.lower().split("_")
    form, last = token.form.lower(), parts[-1]
    if token.kind not in ("VERB", "AUX") and form.startswith(parts[0][:2]):
        for size in (len(last), len(last) - 1, len(last) - 2, 3):
            place = form.rfind(last[:size]) if size > 1 else -1
            if place > 0 and place >= len(parts[0]) - 2:
                return form[:place] + last
    return "".join(parts)


def content_words(sentences: list[Sentence], language: str) -> Iterator[tuple[str, str]]:
    """Yield form and folded gold lemma of every noun, verb and adjective; of a split verb the verb alone."""
    for sentence in sentences:
        split = {token.head for token in sentence.tokens if token.relation == "compound:prt"}
        for token in sentence.tokens:
            if token.kind not in ("NOUN", "VERB", "ADJ"):
                continue
            lemma = whole_lemma(token) if language == "nl" else token.lemma
            first, _, rest = token.lemma.partition("_")
            if language == "nl" and token.id in split and rest and not token.form.lower().startswith(first.lower()):
                lemma = rest
            yield token.form, fold_word(lemma)
