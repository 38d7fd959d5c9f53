"""Dutch separable verbs: which verbs can be split, into which halves, and how the halves look.

A verb is separable if it is a particle and a verb, and where the particle may also be a fixed prefix (`over`, `door`,
`voor`) if its participle with `ge` in the middle is attested. Built from the word lists alone; what is listed of them
lies in files that `scripts/make_word_tables.py` writes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from bp_qual.matching.languages.dutch.dutch_tables import DutchTables
from bp_qual.matching.languages.word_files import WordTable
from bp_qual.matching.languages.word_lists import words

PARTICLES = words(
    "af op uit in aan mee mede samen terug toe bij na weg los vast neer tegen heen voort vooruit achteruit "
    "tegemoet overeen uiteen bijeen ineen aaneen thuis klaar plaats deel kennis les vorm prijs dwars lam "
    "tewerk gevangen bezig school adem stil vrij goed open dicht vol dood hoog laag leeg schoon teleur "
    "tentoon teniet terecht teloor tekort rond binnen buiten neder omhoog omlaag opzij voorbij langs achter "
    "voorop vooraf achterna weer mis gade stand tot kapot waar lief kwijt bekend bloot plat groot klein "
    "gelijk zwart wit warm koud ter voor door over om onder rechtop opeen nabij onderuit vandaan verder "
    "voorover achterover terzijde"
)
# Words that are split from a verb where it is a term, but are too common beside verbs to be looked for everywhere.
_RESULTS = words(
    "stuk droog recht fijn glad gereed krom beet kaal scheef zoek proef achterom hard nat blind schuil diep klem "
    "schadeloos kwaad televisie stijf auto maat leiding gewaar handel dienst wijs feest fout thee raad dun boek flauw "
    "koffie vreemd motor heet geheim paard dank belang vaarwel tekeer veilig teweer raak puin scherp zeker "
    "verslag huis "
    "buit lastig gerust tevreden kort storm wacht toneel schaak ruzie fiets piano rust ongedaan teweeg omver overhoop "
    "boven wel gelijk duidelijk wakker ziek vuil mooi zuiver samen"
)
_PERHAPS_FIXED = frozenset(words("over onder door om voor achter mis weer vol aan bij rond"))
# Of these `aan`, `bij` and `rond` are no fixed prefix but in a few verbs, which the cuts leave out.
_FIXED_WITHOUT_GE = _PERHAPS_FIXED - {"aan", "bij", "rond"}
_NEVER_SPLIT = frozenset(words("aanbidden aanvaarden aanschouwen"))
FIXED_PREFIXES = words("be ge ver her ont er mis wan")
KINDS = ("finite", "infinitive", "participle", "present participle")


class SeparableVerbs:
    """The separable verbs of Dutch.

    >>> from bp_qual.matching.languages import find_language
    >>> verbs = find_language("nl").separable
    >>> verbs.halves("samenwerken"), verbs.halves("werken")
    ((('samen', 'werken'),), ())
    >>> verbs.verbs_of(["droeg", "overheid"])
    {'droeg': (('dragen', 'finite'),)}
    """

    def __init__(self, dutch: DutchTables) -> None:
        self._dutch = dutch
        self._halves: dict[str, tuple[tuple[str, str], ...]] = {}

    def halves(self, verb: str) -> tuple[tuple[str, str], ...]:
        """Return the ways to split a verb into particle and verb; none if it is not separable."""
        if verb not in self._halves:
            found = self._split(verb)
            if not found and verb.endswith("n"):
                found = [(p, b) for p, b in self._cuts(verb) if self._splits_as_term(p, b)]
            if not found and verb.endswith("n"):
                cuts = ((verb[: len(part)], verb[len(part) :]) for part in _RESULTS if verb.startswith(part))
                found = [(p, b) for p, b in cuts if self.is_listed(b) and self.is_attested(p, b)]
            self._halves[verb] = tuple(sorted(found))
        return self._halves[verb]

    def is_verb(self, word: str) -> bool:
        """Return whether this is the infinitive of a known verb, or of a separable one made of known parts."""
        return self.is_listed(word) or bool(self.halves(word))

    def is_listed(self, word: str) -> bool:
        """Return whether the word lists know this as an infinitive."""
        return word in self._dutch.listed("verb")

    @cached_property
    def particles(self) -> Mapping[str, frozenset[str]]:
        """For each verb the particles it can be joined with."""
        return {base: frozenset(particles.split()) for base, particles in _open("nl_particles.words").rows()}

    def verbs_of(self, words: Collection[str]) -> dict[str, tuple[tuple[str, str], ...]]:
        """Return for each form among some words the verbs it belongs to, and as which of the `KINDS` of forms."""
        return {
            form: tuple((reading[1:], KINDS[int(reading[0])]) for reading in readings.split())
            for form, readings in self._forms.among(words).items()
        }

    @cached_property
    def _forms(self) -> WordTable:
        return _open("nl_verb_forms.words")

    def list_particles(self, verbs: Iterable[str]) -> dict[str, set[str]]:
        """Return of some verbs the particles that each verb is joined with in them."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for verb in verbs:
            for particle, base in self._split(verb):
                found[base].add(particle)
        return dict(found)

    def list_forms(self, particles: Mapping[str, Collection[str]]) -> dict[str, set[tuple[str, str]]]:
        """Return for each form of some verbs, alone or behind their particles, which verbs it belongs to and how."""
        found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for base in particles:
            for form, reading in self.readings(base):
                found[form].add(reading)
            for particle in particles[base]:  # `schaften` is in the lists as `afschaften` only
                for form in self._dutch.listed_forms(particle + base):
                    rest = form[len(particle) :]
                    if form.startswith(particle) and rest != base and len(rest) > len(particle):
                        found[rest].add((base, _kind_of_form(rest, base)))
        return dict(found)

    def readings(self, base: str) -> list[tuple[str, tuple[str, str]]]:
        """Return each form of a verb with the verb and what form it is."""
        return [(form, (base, _kind_of_form(form, base))) for form in self._dutch.listed_forms(base)]

    def is_attested(self, particle: str, base: str) -> bool:
        """Return whether a participle with `ge` after the particle is in the word lists."""
        if any(form.startswith(particle + "ge") for form in self._dutch.listed_forms(particle + base)):
            return True
        forms = self._dutch.listed_forms(base)
        return any(form.startswith("ge") and self._dutch.knows(particle + form) for form in forms)

    def _split(self, verb: str) -> list[tuple[str, str]]:
        return [
            (particle, base)
            for particle, base in self._cuts(verb)
            if particle not in _PERHAPS_FIXED or base.startswith(FIXED_PREFIXES) or self.is_attested(particle, base)
        ]

    def _splits_as_term(self, particle: str, base: str) -> bool:
        """Return whether a verb that somebody writes as a term splits, though no participle of it is attested.

        A new verb does (`doorappen`); of those the lists know, all but what may have a fixed prefix (`weerklinken`).
        """
        verb = particle + base
        return particle not in _FIXED_WITHOUT_GE or not (self.is_listed(verb) or self._dutch.knows(verb))

    def _cuts(self, verb: str) -> list[tuple[str, str]]:
        if verb in _NEVER_SPLIT:
            return []
        cuts = ((verb[:cut], verb[cut:]) for cut in range(2, len(verb) - 2))
        return [(particle, base) for particle, base in cuts if particle in _PARTICLE_SET and self.is_listed(base)]


_PARTICLE_SET = frozenset(PARTICLES)


def _open(name: str) -> WordTable:
    return WordTable.open("bp_qual.matching.languages.dutch", name)


def _kind_of_form(form: str, base: str) -> str:
    if form == base:
        return "infinitive"
    if form.startswith("ge") and not base.startswith("ge"):
        return "participle"
    if form.endswith(("end", "ende")) and form.startswith(base[:-2] + "en"):
        return "present participle"
    return "finite"
