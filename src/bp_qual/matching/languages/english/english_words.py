"""Small words of English and what they do in a clause."""

from __future__ import annotations

from bp_qual.matching.languages.word_lists import words

PARTICLES = frozenset(
    words(
        "up out off down on over in away back around along through together about by forward apart across ahead aside "
        "round behind"
    )
)
PREPOSITIONS_ONLY = frozenset(words("with for at to from into onto upon of after against without"))
DETERMINERS = frozenset(
    words(
        "the a an my your his her its our their this that these those some any each every one two three four five "
        "another no such"
    )
)
BEFORE_ENGLISH_NOUNS = frozenset(words("the a an my your his its our their"))
LINKING = frozenset(words("and but or because so that which who when while if than"))
# Verbs whose object or adverb belongs to the phrase: `give credit`, `make ends meet`.
LIGHT_VERBS = frozenset(words("take give make have get keep pay set put bring hold find lose"))
# Places that one goes along, and verbs of going: in `run down the street` the particle belongs to the place.
PLACES_GONE = frozenset(
    words(
        "street road hill stairs steps lane path corridor hall hallway track river beach aisle slope drive driveway "
        "alley bridge line mountain ladder block coast motorway avenue pavement window door garden field"
    )
)
GOING = frozenset(
    words("run walk go come turn drive fall climb move look get head ride cycle wander march cut carry take bring pull")
)
# What stands without an article behind a preposition of time: `looked after lunch at the photos`.
TIMES = frozenset(
    words("lunch dinner breakfast supper tea school work midnight dark midday noon church christmas easter")
)
PLACE_WORDS = frozenset(words("there here"))
SUBJECT_PRONOUNS = frozenset(words("i you he she we they"))
MEASURES = frozenset(
    words("hour minute second day week weekend fortnight month year decade century hundred thousand million dozen mile")
)
MOMENTS = frozenset(
    words(
        "time times day days morning afternoon evening night nights week weeks weekend weekends month months year "
        "years winter spring summer autumn fall moment point hour hours minute minutes monday tuesday wednesday "
        "thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january "
        "february march april june july august september october november december christmas easter second decade "
        "fortnight lot thing bit"
    )
)
OBJECTS = frozenset(
    words("me us them him her you it everyone everybody everything people yourself myself himself herself")
)
# Particles that are no prepositions, so that an object may follow: `paid her back every penny`.
NEVER_PREPOSITIONS = frozenset(words("back away together apart forward ahead aside"))
# Prepositions that stand directly behind their verb but for an adverb: `took a photo after` is not `take after`.
CLOSE_PREPOSITIONS = frozenset(words("after onto upon without"))
# Words of degree and of swearing that may stand inside a phrase: `ran the whole show`.
GRADING = frozenset(words("whole entire bloody damn damned flipping blinking very own full proper total"))
# What counts or measures a noun: `make a lot of friends`, `gave us loads of credit`.
QUANTIFIERS = frozenset(words("lot lots load loads plenty bit couple kind sort ton tons heap heaps deal bunch"))
ADVERBS = frozenset(
    words(
        "really right back all just so very well not far quite too much even still always never ever only "
        "almost nearly rather pretty a bit lot little"
    )
)
# Phrasal verbs that take no object between their two words.
_ALONE = """
speak up, step down, step back, step up, stand up, sit down, sit up, wake up, grow up, show up, turn up, end up,
come up, go up, fall out, fall apart, fall off, drop out, drop in, join in, sign up, walk away, walk out, go
away, go on, go out, go off, go back, come back, come on, come in, come out, come along, come together, move on,
move in, move out, move away, carry on, keep on, hang on, hang out, hold on, give in, get on, get along, get by,
get together, look out, catch on, log in, log on, work together, stick around, pull together, speak out, pass
out, pass away, lie down, back down, die out, die down, go under, go through, come through, own up, opt out,
chip in, muck in, pitch in, settle in, tune in, step in, step aside, stand by, stand down, run away, get away,
stay in, go along, play along, drift apart, grow apart, get ahead, press ahead, go ahead, come forward, step
forward, look back, fall back, fall behind, drop by, stop by, come by, swing by, pop by, call by, go by, pop in, pop
round, come over, come round, go round
"""
ALONE = frozenset((pair.split()[0], pair.split()[1]) for pair in _ALONE.split(","))
