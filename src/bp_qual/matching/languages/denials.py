"""Denials: which words of a language deny what is said, or put it in the realm of wishes and ifs.

A cue reaches forward (`zonder subsidie`), backward (`dat lukt niet`) or both, within its clause. A *narrow* cue denies
only the words just behind it (`geen`); a *clause* cue the whole clause behind it (`ik denk niet dat`); one
without a reach only a word within it (`wist niet dat`). A language lists its own; how far a cue reaches is decided in
`matching.negation`, the same way for every language.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bp_qual.matching.languages.denial_words import DenialCue


@dataclass(frozen=True, slots=True, eq=False)
class Denials:
    """The words of a language that deny, and those at which a denial ends.

    Parameters
    ----------
    cues : tuple of DenialCue
        Words that deny, or that speak of a wish or an if.
    not_cues : tuple of str
        What looks like a denial and is none (`niet alleen`).
    borders : frozenset of str
        Words that end the reach of a cue: another clause begins.
    following_from : frozenset of str
        Words that begin what follows from a condition: `als je niet belt dan verhuizen we`.
    listing : frozenset of str
        Those borders that a cue may cross in a short list (`geen geld en tijd`).
    either : frozenset of str
        Those that join two things neither of which is there: `geen lift of een traplift`.
    neither : frozenset of str
        Those that deny what stands before them as well: `een sleutel noch een pasje`.
    opening : frozenset of str
        Finite verbs that open a clause behind one of those: `kon niet wachten en ging weg`.
    closers : frozenset of str
        Words that a narrow cue does not reach across.
    subjects : frozenset of str
        Subjects: one between a cue and a hit begins another clause.
    speakers : frozenset of str
        Words that are subjects as a rule: a cue behind one does not reach back across it.
    resuming : frozenset of str
        Words that take up what stood before a comma (`samenwerken, dat doen ze niet`).
    resuming_verbs : frozenset of str
        Verbs behind such a word that need no comma before it: `samenwerken dat doen ze niet`.
    states : frozenset of str
        Prepositions before what somebody is in: `not in debt`.
    staying : frozenset of str
        Verbs of being there, with or without their denial: `ze zit niet in een traject`.
    degrees : frozenset of str
        Words before an adjective that say how much: `die was niet zo moeilijk`.
    retaken_by : frozenset of str
        Pronouns that take up, behind a comma, what opened the sentence far before: `de cursus voor ons, die kwam niet`.
    such_things : tuple of tuple of str
        What else takes that up: `van dat soort dingen was er geen sprake`.
    occurring : tuple of tuple of str
        Words behind a denial with which something is there or comes about: `kwam niet van de grond`.
    answers : frozenset of str
        Denials that may stand before such a word: `subsidie, nee, dat hebben we niet`.
    times : frozenset of str
        Stretches of time, before which such a word opens no clause (`was er dat jaar niet`).
    then : frozenset of str
        Borders that are an adverb as well (`toen`), and open no clause before one of the next.
    pointing : frozenset of str
        Borders that are a pronoun as well (`dat`), and open no clause behind a subject or `is` and before a denial:
        `wij regelen dat niet meer`, `goede zorg is dat niet`.
    things : frozenset of str
        Denials that are a thing themselves, so that a noun before them is not what is denied: `ze krijgen niks`.
    indefinite : frozenset of str
        Articles of what is there or not: `een sponsor vonden we niet` denies the sponsor.
    nominatives : frozenset of str
        Pronouns that can only be a subject.
    clause_subjects : frozenset of str
        Words that begin the subject of a clause: `wij weten dat niet iedereen meedoet`.
    infinitive_signs : frozenset of str
        Words before an infinitive, which a denial of what stands apart reaches: `zonder het goed te keuren`.
    no_subjects : frozenset of str
        Words that cannot be the subject of a clause: `samenwerken deden we toen niet`.
    turning : frozenset of str
        Words that end the reach even of a cue that denies a whole clause (`maar`).
    tag_ends : frozenset of str
        Pronouns that make a tag of a cue before them, at the end of a sentence (`don't we`).
    tag_fillers : frozenset of str
        Words that may stand behind such a tag: `don't we you know`.
    around_nouns : frozenset of str
        Words that may be between a cue and the noun it denies: articles, adverbs, light verbs.
    counting : frozenset of str
        Last words of a denial behind which two nouns are one thing: `no school friends`, `not a clothing store`.
    having : frozenset of str
        Helping verbs with which somebody does something: `mijn buren heb ik nooit gesproken`.
    getting : frozenset of str
        Verbs whose object is not there where they are denied, wherever it comes from: `steun kregen we niet van hen`.
    prepositions : frozenset of str
        A noun behind one of these is not what a denial behind it denies: `in deze tijd nauwelijks`.
    wanting : frozenset of str
        Verbs of who does not want or have something: `employers don't want to know`, `de buurman wilde niet` deny no
        employers or neighbour.
    undone : frozenset of str
        What is done to a noun that ends it: behind a denial it is there (`the show wasn't cancelled`).
    feelings : frozenset of str
        Participles of what somebody feels or can: `the plumber wasn't pleased` denies no plumber.
    auxiliaries : frozenset of str
        Denials behind which a verb follows: a noun before one is denied where the verb says that something is or
        comes about (`the money never came`), and not where it acts (`the vicar didn't like it`).
    fronted : frozenset of tuple of str
        Last words of a denial with the preposition of what they deny before them: `aan vertrouwen ontbrak het`.
    copulas : frozenset of str
        Verbs behind which a denial and a noun with its article say what something is: `het geld was niet het probleem`.
    articles : frozenset of str
        Articles and the like that begin such a noun.
    passives : frozenset of str
        Helping verbs of something that is done to the noun: `de deadline wordt niet gehaald`.
    contrast : frozenset of str
        Words that bring what holds instead: `niet met de kerk samen maar met de gemeente` denies no `samenwerken`.
    there : frozenset of str
        Words that go with a preposition behind the denial: `mijn collega was er niet bij` denies no colleague.
    standing_in : frozenset of str
        The word for a subject that is named behind its verb: `there isn't one`, `die is er niet`.
    being : frozenset of str
        Adjectives that say that something is there (`available`): behind a denial they deny the noun before it.
    not_wishes : tuple of str
        What looks like a wish or an if and is none (`als ik eerlijk ben`).
    asides : tuple of str
        What is said in between, whose words end no clause (`dat moet ik zeggen`).
    stranding : frozenset of str
        Denials of what stands before them, if they end a clause: `schulden had hij geen`.
    ending : frozenset of str
        First words of a cue that tells of an end or a refusal: `never refused to` is no denial.
    inverted : frozenset of str
        Subjects behind a verb that asks (`didn't we argue`).
    before_verbs : frozenset of str
        Words before such a verb that are its subject, so that it does not ask (`they didn't they just sat`).
    filling : frozenset of str
        What makes a filler of the `you` before it (`they didn't you know help`).
    contracted : frozenset of str
        Helping verbs with their denial (`didn't`).
    who : frozenset of str
        Question words of which the answer is everybody: `wie heeft er nou nooit geleend`.
    why : frozenset of str
        Question words of a suggestion: `waarom kom je niet langs`.
    asked : frozenset of str
        The verbs that follow such a word in a question; without them any verb does.
    addressed : frozenset of str
        Pronouns of those who are asked or told.
    suggesting : frozenset of str
        Verbs that open a suggestion: `zullen we niet afspreken`.
    before_questions : frozenset of str
        Words that may stand before a question: `maar zullen we niet`.
    past_endings : tuple of str
        How a verb ends that tells and does not suggest.
    that : frozenset of str
        Words that open the clause of what is said or true (`zeg niet dat`).
    bare_clauses : bool
        Whether that clause may begin with its subject: `nobody said he didn't`.
    saying : frozenset of str
        Verbs and words before it; the clause is not asserted where they are denied.
    wishing : frozenset of str
        Verbs before it of a wish: `ik wou dat ik het nooit gedaan had`.
    relatives : frozenset of str
        Words that open a clause about the noun before them.
    nobody : frozenset of str
        First words of a denial that such a clause can be about (`niemand die niet`).
    not_described : frozenset of str
        Nouns behind which that clause is no description (`geen wonder dat ze niet hielp`).
    without : frozenset of str
        First words of a denial that another one empties: `nooit zonder te klagen`.
    never : frozenset of str
        First words of a denial that such a word empties.
    unreal : frozenset of str
        Helping verbs of what did not happen: `zonder haar hadden we niet`.
    unreal_behind : frozenset of str
        What follows such a verb, if anything has to: `couldn't have`.
    reproaching : frozenset of str
        Prepositions before what was done, if a verb of it is denied: `didn't apologise for complaining`.
    finding : frozenset of str
        Verbs behind `te` of what is not there: `begrip was nergens te vinden`.
    owners : frozenset of str
        Possessives: `het was niet mijn spaargeld` does not deny that there was any.
    only : frozenset of str
        Words that a denial of a clause denies instead: `niet dat ze alleen mij pestten`.
    topic_verbs : frozenset of str
        Verbs behind a denial of what opens the sentence: `meetings we never had`.
    taking_up : frozenset of str
        Words behind such a verb that take it up: `we never had those`.
    conditions : frozenset of str
        Words that open a condition.
    unmet : frozenset of str
        Those of them in whose clause a denial tells nothing of what is so: `if she hadn't helped`.
    until, past : frozenset of str
        Words of when something began, behind which a denial before it says that it did: `didn't marry until forty`; and
        the denials of which that is so.
    dismissing : frozenset of str
        First words of a denial that dismisses what was just named, whatever it is: `maar excuses, ho maar`.
    lacking : frozenset of str
        Denials of who has not what follows: `the mayor hadn't a clue` denies no mayor.
    amounts : frozenset of str
        Words between `as` and `as` that compare how much or how well something is done.
    how_often : tuple of tuple of str
        What asks how often or how many, and with a denial says very: `hoe vaak heb ik ze niet geholpen`.
    numbers : frozenset of str
        Numbers, which a contrast puts right: `niet twee keer maar vijf keer`.
    going_on : frozenset of str
        Words behind `en` with which another clause goes on: `die niks had en dan hielp zij`.
    likening : frozenset of str
        Words that liken a thing before it is taken up: `klagen zoals zij dat kenden wij niet`.
    modals : frozenset of str
        Helping verbs with which `niets zonder dat` tells a condition.
    valued : frozenset of str
        Adjectives whose comparative praises or blames what is denied: `geen betere begeleider`.
    comparative_endings : tuple of str
        How such a comparative ends.
    than : frozenset of str
        Words before what is compared with: `no better feeling than`.
    as_much : frozenset of str
        Words behind a noun that compare: `geen begeleider zo goed`.
    likened : frozenset of str
        Words before what something is compared with: `niemand zo betrouwbaar als hij`.
    unable : frozenset of str
        Helping verbs of what somebody can or may do: denied, it is not done for whatever reason.
    motives : tuple of tuple of str
        Phrases of why or how something is done, which a denial before them denies: `niet voor het geld`.
    done_with : frozenset of tuple of str
        Prepositions with the verbs that deny what opens a sentence behind them: `aan vrijwilligerswerk doe ik niet`.
    reasons : frozenset of str
        Words that open a reason.
    naming : tuple of tuple of str
        What opens the right reason behind a wrong one: `it was the rats`.
    definite : frozenset of str
        Definite articles and possessives.
    answering : frozenset of str
        Words that may stand beside a denial that is the whole answer: `nee hoor, nooit`.
    open_questions : frozenset of str
        Words that ask for more than yes or no: `waarom roken ze? nee, dat weet ik niet`.
    event_subjects : frozenset of str
        Pronouns for what somebody meant to do: `maar dat lukte niet`.
    failing : frozenset of str
        Verbs behind such a pronoun whose denial says that it was not done.
    planning, again : frozenset of str
        Words of a plan (`we zouden verhuizen maar dat ging niet`), and of what came about before.
    polar : frozenset of str
        Articles of a noun that is denied whatever the verb: `didn't meet any teachers`.
    more : frozenset of str
        Words behind such an article that only compare: `never met a more patient carer`.
    measures : tuple of tuple of str
        A little of something, denied with it: `never saw a penny of compensation`.
    spared : frozenset of str
        Verbs whose indefinite object is there if they are denied: `never missed a concert`.
    before_bases : frozenset of str
        Words before a verb as the word lists name it: `never managed to get a permit`.
    existing : tuple of tuple of str
        Verbs that say behind a noun that it is there: `een huisarts is er al jaren niet`.
    sufficing : frozenset of str
        Those adjectives of being there that leave alone what is known to be there: `die uitkering was niet genoeg`.
    giving, given_to : frozenset of str
        Verbs whose indefinite object is denied with them (`wouldn't give me a plan`), and pronouns that are an object.
    helped : frozenset of str
        First words of a cue that deny only with a helping verb before them: `heeft afgezien van`.

    Examples
    --------
    >>> from bp_qual.matching.languages.denial_words import make_cues
    >>> Denials(make_cues("not, never", ahead=6)).cues[1].text
    'never'
    """

    cues: tuple[DenialCue, ...]
    not_cues: tuple[str, ...] = ()
    borders: frozenset[str] = field(default=frozenset(), kw_only=True)
    following_from: frozenset[str] = field(default=frozenset(), kw_only=True)
    listing: frozenset[str] = field(default=frozenset(), kw_only=True)
    either: frozenset[str] = field(default=frozenset(), kw_only=True)
    neither: frozenset[str] = field(default=frozenset(), kw_only=True)
    opening: frozenset[str] = field(default=frozenset(), kw_only=True)
    closers: frozenset[str] = field(default=frozenset(), kw_only=True)
    subjects: frozenset[str] = field(default=frozenset(), kw_only=True)
    speakers: frozenset[str] = field(default=frozenset(), kw_only=True)
    resuming: frozenset[str] = field(default=frozenset(), kw_only=True)
    resuming_verbs: frozenset[str] = field(default=frozenset(), kw_only=True)
    states: frozenset[str] = frozenset()
    staying: frozenset[str] = frozenset()
    degrees: frozenset[str] = field(default=frozenset(), kw_only=True)
    retaken_by: frozenset[str] = field(default=frozenset(), kw_only=True)
    such_things: tuple[tuple[str, ...], ...] = field(default=(), kw_only=True)
    occurring: tuple[tuple[str, ...], ...] = field(default=(), kw_only=True)
    answers: frozenset[str] = field(default=frozenset(), kw_only=True)
    times: frozenset[str] = field(default=frozenset(), kw_only=True)
    then: frozenset[str] = field(default=frozenset(), kw_only=True)
    pointing: frozenset[str] = field(default=frozenset(), kw_only=True)
    things: frozenset[str] = field(default=frozenset(), kw_only=True)
    indefinite: frozenset[str] = field(default=frozenset(), kw_only=True)
    nominatives: frozenset[str] = field(default=frozenset(), kw_only=True)
    clause_subjects: frozenset[str] = field(default=frozenset(), kw_only=True)
    infinitive_signs: frozenset[str] = field(default=frozenset(), kw_only=True)
    no_subjects: frozenset[str] = field(default=frozenset(), kw_only=True)
    turning: frozenset[str] = field(default=frozenset(), kw_only=True)
    tag_ends: frozenset[str] = field(default=frozenset(), kw_only=True)
    tag_fillers: frozenset[str] = field(default=frozenset(), kw_only=True)
    around_nouns: frozenset[str] = field(default=frozenset(), kw_only=True)
    counting: frozenset[str] = field(default=frozenset(), kw_only=True)
    having: frozenset[str] = field(default=frozenset(), kw_only=True)
    getting: frozenset[str] = field(default=frozenset(), kw_only=True)
    prepositions: frozenset[str] = field(default=frozenset(), kw_only=True)
    wanting: frozenset[str] = field(default=frozenset(), kw_only=True)
    undone: frozenset[str] = field(default=frozenset(), kw_only=True)
    feelings: frozenset[str] = field(default=frozenset(), kw_only=True)
    auxiliaries: frozenset[str] = field(default=frozenset(), kw_only=True)
    fronted: frozenset[tuple[str, str]] = field(default=frozenset(), kw_only=True)
    copulas: frozenset[str] = field(default=frozenset(), kw_only=True)
    articles: frozenset[str] = field(default=frozenset(), kw_only=True)
    passives: frozenset[str] = field(default=frozenset(), kw_only=True)
    contrast: frozenset[str] = field(default=frozenset(), kw_only=True)
    there: frozenset[str] = field(default=frozenset(), kw_only=True)
    standing_in: frozenset[str] = field(default=frozenset(), kw_only=True)
    being: frozenset[str] = field(default=frozenset(), kw_only=True)
    not_wishes: tuple[str, ...] = field(default=(), kw_only=True)
    asides: tuple[str, ...] = field(default=(), kw_only=True)
    stranding: frozenset[str] = field(default=frozenset(), kw_only=True)
    ending: frozenset[str] = field(default=frozenset(), kw_only=True)
    inverted: frozenset[str] = field(default=frozenset(), kw_only=True)
    before_verbs: frozenset[str] = field(default=frozenset(), kw_only=True)
    filling: frozenset[str] = field(default=frozenset(), kw_only=True)
    contracted: frozenset[str] = field(default=frozenset(), kw_only=True)
    who: frozenset[str] = field(default=frozenset(), kw_only=True)
    why: frozenset[str] = field(default=frozenset(), kw_only=True)
    asked: frozenset[str] = field(default=frozenset(), kw_only=True)
    addressed: frozenset[str] = field(default=frozenset(), kw_only=True)
    suggesting: frozenset[str] = field(default=frozenset(), kw_only=True)
    before_questions: frozenset[str] = field(default=frozenset(), kw_only=True)
    past_endings: tuple[str, ...] = field(default=(), kw_only=True)
    that: frozenset[str] = field(default=frozenset(), kw_only=True)
    bare_clauses: bool = field(default=False, kw_only=True)
    saying: frozenset[str] = field(default=frozenset(), kw_only=True)
    wishing: frozenset[str] = field(default=frozenset(), kw_only=True)
    relatives: frozenset[str] = field(default=frozenset(), kw_only=True)
    nobody: frozenset[str] = field(default=frozenset(), kw_only=True)
    not_described: frozenset[str] = field(default=frozenset(), kw_only=True)
    without: frozenset[str] = field(default=frozenset(), kw_only=True)
    never: frozenset[str] = field(default=frozenset(), kw_only=True)
    unreal: frozenset[str] = field(default=frozenset(), kw_only=True)
    unreal_behind: frozenset[str] = field(default=frozenset(), kw_only=True)
    reproaching: frozenset[str] = field(default=frozenset(), kw_only=True)
    finding: frozenset[str] = field(default=frozenset(), kw_only=True)
    owners: frozenset[str] = field(default=frozenset(), kw_only=True)
    only: frozenset[str] = field(default=frozenset(), kw_only=True)
    topic_verbs: frozenset[str] = field(default=frozenset(), kw_only=True)
    taking_up: frozenset[str] = field(default=frozenset(), kw_only=True)
    conditions: frozenset[str] = field(default=frozenset(), kw_only=True)
    unmet: frozenset[str] = field(default=frozenset(), kw_only=True)
    until: frozenset[str] = field(default=frozenset(), kw_only=True)
    past: frozenset[str] = field(default=frozenset(), kw_only=True)
    dismissing: frozenset[str] = field(default=frozenset(), kw_only=True)
    lacking: frozenset[str] = field(default=frozenset(), kw_only=True)
    amounts: frozenset[str] = field(default=frozenset(), kw_only=True)
    how_often: tuple[tuple[str, ...], ...] = field(default=(), kw_only=True)
    numbers: frozenset[str] = field(default=frozenset(), kw_only=True)
    going_on: frozenset[str] = field(default=frozenset(), kw_only=True)
    likening: frozenset[str] = field(default=frozenset(), kw_only=True)
    modals: frozenset[str] = field(default=frozenset(), kw_only=True)
    valued: frozenset[str] = field(default=frozenset(), kw_only=True)
    comparative_endings: tuple[str, ...] = field(default=(), kw_only=True)
    than: frozenset[str] = field(default=frozenset(), kw_only=True)
    as_much: frozenset[str] = field(default=frozenset(), kw_only=True)
    likened: frozenset[str] = field(default=frozenset(), kw_only=True)
    motives: tuple[tuple[str, ...], ...] = field(default=(), kw_only=True)
    unable: frozenset[str] = field(default=frozenset(), kw_only=True)
    done_with: frozenset[tuple[str, str]] = field(default=frozenset(), kw_only=True)
    reasons: frozenset[str] = field(default=frozenset(), kw_only=True)
    naming: tuple[tuple[str, ...], ...] = field(default=(), kw_only=True)
    definite: frozenset[str] = field(default=frozenset(), kw_only=True)
    answering: frozenset[str] = field(default=frozenset(), kw_only=True)
    open_questions: frozenset[str] = field(default=frozenset(), kw_only=True)
    event_subjects: frozenset[str] = field(default=frozenset(), kw_only=True)
    failing: frozenset[str] = field(default=frozenset(), kw_only=True)
    again: frozenset[str] = field(default=frozenset(), kw_only=True)
    planning: frozenset[str] = field(default=frozenset(), kw_only=True)
    polar: frozenset[str] = field(default=frozenset(), kw_only=True)
    more: frozenset[str] = field(default=frozenset(), kw_only=True)
    measures: tuple[tuple[str, ...], ...] = field(default=(), kw_only=True)
    spared: frozenset[str] = field(default=frozenset(), kw_only=True)
    before_bases: frozenset[str] = field(default=frozenset(), kw_only=True)
    existing: tuple[tuple[str, ...], ...] = field(default=(), kw_only=True)
    sufficing: frozenset[str] = field(default=frozenset(), kw_only=True)
    giving: frozenset[str] = field(default=frozenset(), kw_only=True)
    given_to: frozenset[str] = field(default=frozenset(), kw_only=True)
    helped: frozenset[str] = field(default=frozenset(), kw_only=True)
