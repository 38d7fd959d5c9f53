"""Which language the interviews are in, and what that limits: words the codebook lacks, a language known less well."""

from __future__ import annotations

from collections.abc import Sequence

from bp_qual.codebook import Codebook
from bp_qual.matching.languages import count_telltale_words, find_language, guess_language
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.wording import Remark


def language_notes(codebook: Codebook, corpus: Corpus) -> tuple[Remark, ...]:
    """Return what limits the search: no words for a language of the interviews, or a language that is known less well.

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{codebook: Themes, version: 1.0.0, language: en, codes: [{id: money, terms: [grant]}]}")
    >>> talk = Transcript("P01_2010", ("P01",), "2010", "R: Ja.", (), language="nl")
    >>> print(language_notes(book, Corpus((talk,), ("P01",), ("2010",)))[0])
    the codebook has words in en, but 1 of 1 interviews seem to be in nl: few themes can be found there.
    """
    languages = sorted({transcript.language for transcript in corpus.transcripts})
    gaps = (note_gaps(language, find_language(language).lacks) for language in languages)
    return (*_no_words_notes(codebook, corpus), *(note for notes in gaps for note in notes))


def note_gaps(language: str, lacks: Sequence[str]) -> tuple[Remark, ...]:
    """Return a remark on what is not done in a language, if anything is lacking.

    >>> print(*note_gaps("fr", ["denials"]))
    interviews in 'fr': denials ('not', 'never') are not marked.
    >>> note_gaps("en", [])
    ()
    """
    gaps = [Remark(f"without {part}") for part in lacks]
    return (Remark("language gaps", values={"language": language, "gaps": gaps}),) if gaps else ()


def _no_words_notes(codebook: Codebook, corpus: Corpus) -> tuple[Remark, ...]:
    spoken = {codebook.language} | {term.language for code in codebook.codes for term in code.terms} - {""}
    seem = [_apparent_language(transcript) for transcript in corpus.transcripts]
    others = [language for language in seem if language not in spoken]
    if not others or not codebook.codes:
        return ()
    counts = {"n": len(others), "all": len(seem)}
    languages = {"known": sorted(spoken), "seem": sorted(set(others))}
    return (Remark("words in other languages", values={**counts, **languages}),)


def guess_talk_language(transcripts: Sequence[Transcript]) -> str:
    """Return the language whose small words are said most; study.yaml names a language that has none listed."""
    return guess_language(_sample_talk(transcripts))


def _apparent_language(transcript: Transcript) -> str:
    """Return the language a transcript is said to be in, unless its small words say clearly otherwise."""
    counted = count_telltale_words(_sample_talk([transcript]))
    guess = max(counted, key=counted.__getitem__)
    others = sum(counted.values()) - counted[guess]
    return guess if counted[guess] >= 10 and counted[guess] > 3 * others else transcript.language


def _sample_talk(transcripts: Sequence[Transcript]) -> str:
    return " ".join(transcript.text[:2000] for transcript in transcripts[:10])
