"""Denials in English: the words that deny, and those that only look it."""

from __future__ import annotations

from bp_qual.matching.languages.denial_words import make_cues, split_list, split_phrases
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.languages.english.english_words import PREPOSITIONS_ONLY
from bp_qual.matching.languages.word_lists import words

_SUBJECTS = """
i he she we they there i'm he's she's we're they're there's i'll he'll she'll we'll they'll i've we've they've i'd he'd
she'd we'd they'd
"""
_ASKING = "do|does|did|can|could|will|would|should|have|has|had|am|is|are|was|were"
_HAVE = "have|has|had|i've|we've|they've|you've|he's|she's|it's"
# `there's no money for a course`, `no sign of the warden`.
_LACKED = """
money|time|room|place|space|budget|funds|call|demand|hope|appetite|support for, need for|of,
sign|trace|evidence|record|mention|question|talk|word|chance|hope|form|kind|sort|sense|knowledge|way of, access to,
interest in, contact with, experience of|with
""".replace("\n", " ").split(",")
_CUES = (
    *make_cues(
        "not, never, never|not so much as, hardly, barely, no longer, cannot, hardly ever, scarcely, rarely, seldom, "
        "not once, at no point, in no way, under no circumstances",
        ahead=6,
        behind=6,
    ),
    *make_cues(  # `nor did we`: the subject is behind the verb
        ", ".join(
            f"{inverted} {_ASKING}"
            for inverted in (
                "at no point",
                "not for a|one moment",
                "under no circumstances",
                "in no way",
                "no way",
                "never|nor|neither|rarely|seldom|scarcely",
                "not once",
                "hardly ever",
            )
        ),
        ahead=10,
        clause=True,
    ),
    *make_cues(
        "shouldn't have to, should not have to, "
        "don't, doesn't, didn't, won't, wouldn't, can't, couldn't, isn't, aren't, wasn't, weren't, haven't, "
        "hasn't, hadn't, shouldn't, ain't, mustn't, needn't, dont, didnt, cant, wont",
        ahead=6,
        behind=6,
    ),
    *make_cues(
        "no, nothing like enough|as|so, neither, nor, lack of, a lack of, absence of, lack|absence of any, "
        "lack|absence of any|some sort|kind|form of, none of, hardly any, barely any, not a, zero, too little, "
        "too few, let alone, never mind a|an, nothing came|comes of|from, nothing ever came of|from, "
        + ", ".join(f"no {noun}" for noun in _LACKED),
        ahead=5,
        narrow=True,
    ),
    *make_cues(
        "without, without so|as much as, without ever",
        ahead=5,
        narrow=True,
        apart=True,
    ),
    *make_cues(
        "hardly anybody, hardly anyone, hardly a soul, barely anybody, barely anyone, scarcely anybody, "
        "scarcely anyone, not a penny|cent|bean|thing|chance|hope|bit, "
        "nobody, no one, no-one, nobody's, no one's, no-one's, none, nothing, nothing's, nowhere, not a soul, "
        + ", ".join(f"{none} of {us}" for none in ("neither", "none", "not one") for us in ("us", "them", "you")),
        ahead=6,
    ),
    *make_cues(
        "stopped, quit, gave up on, stop, lack, lacks, lacking, avoid, avoids, avoided, avoiding",
        ahead=2,
        narrow=True,
    ),
    *make_cues(  # `they stopped having the meetings`
        "stop|stops|stopped|quit doing|having|holding|running|offering|printing|selling",
        ahead=4,
        narrow=True,
    ),
    *make_cues(
        "gave up, given up, give up, failed to, fails to, fail to, instead of, rather than, far from, "
        "anything but, forgot to, forget to, forgotten to, forgets to",
        ahead=4,
    ),
    *make_cues(
        "wouldn't say, not saying, not claiming, not suggesting, can't say, cannot say, couldn't say, not say, not a "
        "day, no intention of, no intention to, no desire to, no wish to, no need to, unable to, impossible to, "
        "unwilling to, nobody to, no one to, nothing to, no time to,  nobody who, no one who, refuse to, refuses to, "
        "refused to, refusing "
        "to, refuse|refuses|refused flat|outright|absolutely|completely|simply to, refuse|refuses|refused point blank "
        "to, wouldn't|won't hear of, can't|couldn't imagine, don't|doesn't|didn't suppose|reckon|imagine, "
        "not|never|wasn't|isn't|weren't|aren't|hardly|ain't what you'd|i'd|they'd|we'd call, "
        "not|never|wasn't|isn't|weren't|aren't|hardly|ain't what you|i|they|we would call, nobody|no-one was|were|is "
        "there to, no one was|were|is there to, wasn't|weren't|isn't|ain't a soul who|that, gave up trying to, give "
        "up trying to, given up trying to, not like, don't think, didn't think, doesn't think, don't believe, didn't "
        "believe, doesn't believe, no one i, nobody i, no one we, nobody we, nothing we, nothing i, it's not that, it "
        "isn't that, it wasn't that, it was not that, it's not because, not|isn't|wasn't true that, not the case "
        "that, "
        "not so much that, not as if, not as though, " + ", ".join(f"not that {who}" for who in _SUBJECTS.split()),
        ahead=10,
        clause=True,
    ),
    *make_cues(
        "scrapped, axed, abolished, shelved, did|done|do|does|doing away with, called off, cancelled, canceled, "
        "scrapping, abolishing, cancelling, canceling, got|get rid of, pulled the plug on, run|ran|running out of, put "
        "a stop to, give|gives|given|giving up on",
        ahead=4,
        narrow=True,
    ),
    *make_cues(
        ", ".join(
            f"was|were|been|being|is|are|got|gets|get {ended}"
            for ended in (
                "scrapped|axed|abolished|shelved|cancelled|canceled|withdrawn|disbanded|discontinued",
                "called|rained off",
                "done away with",
            )
        )
        + ", came to nothing, came to an end",
        behind=6,
    ),
    *make_cues(  # `the permit was refused`, but not `she was refused leave`
        "was|were|been|being|is|are|got|gets|get rejected|refused, was|were|been|being|is|are|got|gets|get closed|shut "
        "down, fell|falls|fallen through, is|was|are|were no more",
        behind=6,
        final=True,
    ),
    *make_cues("refused|denied us|me|him|her|them, was|were refused|denied", ahead=3, narrow=True),
    *make_cues(
        "nope, forget it, no chance, no way, fat chance, not likely, not a chance, not round|around here, not here, "
        "not in our|my|this|that house|street|family|town|day|life, not on your life",
        answer=True,
    ),
    *make_cues("never|not get|gets|got|getting round|around to", ahead=6, clause=True),
    *make_cues(f"{_HAVE} yet to", ahead=6, clause=True),
    *make_cues(
        "decline|declines|declined|declining to, neglected to, omitted to, decided|decide|chose|opted|voted against, "
        "decided|chose|opted not to, shied away from, steered clear of, backed|pulled out of, thought better of",
        ahead=5,
    ),
    *make_cues(  # `what we don't do is lend money`
        "what i|we|they|you|he|she don't|doesn't|didn't|won't|can't|never "
        "do|have|get|offer|take|sell|did|had|got is|was",
        ahead=10,
        clause=True,
    ),
    *make_cues("doesn't|don't|didn't|wouldn't|not mean that, doesn't mean", ahead=10, clause=True),
    *make_cues("lacked", ahead=2, behind=6, narrow=True),
    *make_cues(
        "was lacking, is lacking, is gone, is missing, was missing",
        behind=6,
    ),
    *make_cues(
        "if only, if, unless, maybe, perhaps, hopefully, suppose, i wish, we wish, i hope, we hope",
        denies=False,
        ahead=12,
    ),
    *make_cues(
        "would, might, could have, would have, should have",
        denies=False,
        ahead=10,
        behind=4,
    ),
)
_ASIDES = """
to be honest, to be honest with you, to be fair, if i'm honest, you know, i mean, i think, i suppose, i'd say, as|so
far as i know|remember|recall, what do you call it, how do you say, god love|bless|rest him|her|them|it, bless
him|her|them, let me tell you, i tell you, i can tell you, i'll tell you, mind you, if you like, if you see what i
mean, if you know what i mean, in fact, of course, in the end, at the time, by then, at that point, as it happens,
as usual, after all, in those days, so to speak, what can i say, honest to god, you see, you understand
"""
_NOT_CUES = """
run|ran|running out of the|a|an|my|his|her|our|their|there|here|this|that|these|those|every|one|both,
run|ran|running out of school|class|church|work|town|bed|home|hospital|court|prison|jail|assembly|college,
or anything but, nothing like, can't|couldn't imagine a better|nicer|kinder,
have|has|had|i've|we've|they've|you've|he's|she's|it's yet to be late,
nobody's|no-one's saying|asking|blaming|business|fault|fool, no one's saying|asking|blaming|business|fault|fool, not
that|so|too|very long, it's|was not that long, it isn't|wasn't that long, isn't|wasn't that|so|too|very|too long, not
long, not much later, not far, no sooner, nothing but, no choice but, no option but, nobody|none but, none other than,
not the only, wasn't|weren't|isn't|aren't the only, not the first|last to|who|one|time, wasn't|weren't|isn't the
first|last to|who|one|time, no more|less|fewer than, not|never more|less than, not unlike, no shortage of, no end of,
never short of, not short of, no lack of, can't|couldn't|won't wait, couldn't|can't help but, couldn't|can't help
myself|it|but|crying|feeling|hearing|laughing|liking|loving|noticing|seeing|smiling|thinking|wondering|worrying, never
so|such, never been so, never felt so, never seen|had|known such, couldn't|can't tell you, can't|couldn't believe,
wouldn't|won't believe, couldn't|can't thank, don't|didn't care who|what|how|if|whether|where|why|when,
couldn't|didn't care less, don't|doesn't|didn't think twice|long, not many, no use|point, it's|is|was no good, never
mind, if that|this isn't|wasn't|ain't, if that's|this not, not half, wasn't half, didn't half, doesn't half, not only,
not just, not merely, not simply, don't|doesn't|didn't|isn't|wasn't|aren't|weren't merely|simply,
never|won't|don't|didn't|can't|couldn't forget, don't think|imagine how|why|what|who|where|when, can't|couldn't
imagine how|why|what|who|where|when, don't just, doesn't just, didn't just, isn't just, wasn't just, aren't just,
weren't just, don't only, doesn't only, didn't only, wasn't only, isn't only, nowhere near, not bad, not without, no
doubt, no problem, not necessarily, why not, not always, of course not, no wonder, no matter, not sure, couldn't have
done it without, can't do it without, whether or not, not until, can't say enough, cannot say enough, no time, can't
wait, not to mention, no idea, isn't everything, wasn't everything, not everyone, not everybody, not everything, not
all of, never stopped, didn't stop, don't stop, haven't stopped, hasn't stopped, never quit, never gave up on, never
failed to, never|don't|doesn't|didn't|can't regret|regretted, didn't fail to, never refused to, didn't refuse to,
not|never|didn't|don't|doesn't mean|meant to, not|never|don't|doesn't|didn't|can't|couldn't|won't|wouldn't|cannot
deny|denied|denying|dispute|disputed, impossible|hard|difficult not to, don't mind, didn't mind,
don't hesitate, didn't hesitate
"""
# `you can't not worry`: two denials make none.
_DOUBLE = tuple(f"{no} not" for no in ("can't", "cannot", "couldn't", "can not", "never", "don't", "didn't", "won't"))
# `he wasn't ashamed to borrow`: what somebody was not too much to do, and did.
_HELD_BACK = ", ".join(
    f"{be} {adverb}{adjective} to"
    for be in ("not|never|wasn't|weren't|isn't|aren't",)
    for adverb in ("", "too ", "above ")
    for adjective in ("ashamed|afraid|scared|frightened|proud|shy|embarrassed|slow|sorry",)
)
_CONTRACTED = frozenset(
    words(
        "don't doesn't didn't won't wouldn't can't couldn't isn't aren't wasn't weren't haven't hasn't hadn't "
        "shouldn't ain't mustn't needn't"
    )
)
ENGLISH_DENIALS = Denials(
    _CUES,
    (*split_list(_NOT_CUES), *split_list(_HELD_BACK), *_DOUBLE),
    not_wishes=split_list("even if, as if"),
    asides=split_list(_ASIDES),
    ending=frozenset(
        words(
            "stop stopped quit gave given give failed fails fail forgot forget forgotten forgets refuse refuses "
            "refused refusing avoid avoids avoided avoiding lack lacks lacked lacking decline declines declined "
            "declining "
            "scrapped axed abolished shelved cancelled canceled called backed pulled packed did done got came "
            "was were is are been being "
            "gets get fell falls fallen"
        )
    ),
    inverted=frozenset(words("i you he she it we they")),
    before_verbs=frozenset(words(_SUBJECTS)) | frozenset(words("you it that this which who what")),
    filling=frozenset(words("know see")),
    contracted=_CONTRACTED,
    who=frozenset(words("who")),
    why=frozenset(words("why")),
    asked=_CONTRACTED | frozenset(words("has have had is was does did do would will could can")),
    suggesting=frozenset(words("don't can't couldn't wouldn't shouldn't won't")),
    before_questions=frozenset(words("and but well so i mean said then yeah")),
    that=frozenset(words("that")) | frozenset(words(_SUBJECTS)) | frozenset(words("you it you'd you're it's")),
    bare_clauses=True,
    saying=frozenset(
        words(
            "say says said saying think thinks thinking thought claim claimed claims claiming pretend pretended deny "
            "denied believe believes reckon reckons true case like"
        )
    ),
    wishing=frozenset(words("wish wished")),
    relatives=frozenset(words("who that which")),
    nobody=frozenset(words("nobody none no no-one nothing nobody's nothing's no-one's")),
    not_described=frozenset(words("wonder idea doubt surprise reason way matter")),
    without=frozenset(words("without")),
    never=frozenset(words("never")),
    unreal=frozenset(words("couldn't wouldn't could would i'd we'd they'd he'd she'd you'd can't")),
    unreal_behind=frozenset(words("have been")),
    conditions=frozenset(words("if")),
    unmet=frozenset(words("if")),
    lacking=frozenset(words("hadn't haven't hasn't")),
    amounts=frozenset(words("much many well often hard")),
    until=frozenset(words("until till")),
    past=frozenset(words("didn't wasn't weren't hadn't couldn't didnt")),
    how_often=split_phrases("how often, how many times"),
    numbers=frozenset(words("once twice one two three four five six ten a every")),
    going_on=frozenset(words("then so now later afterwards")),
    resuming=frozenset(words("that")),
    reproaching=frozenset(words("for about")),
    owners=frozenset(words("my your our his her their")),
    only=frozenset(words("only merely")),
    topic_verbs=frozenset(words("had have has did do does got saw knew wanted needed touched get see know held made")),
    taking_up=frozenset(words("any those that it one them much none")),
    valued=frozenset(words("good bad fine kind nice hard strong big great close sweet brave friendly lovely fair")),
    comparative_endings=("er", "worse"),
    than=frozenset(words("than")),
    as_much=frozenset(words("as so")),
    likened=frozenset(words("as")),
    degrees=frozenset(words("so very too that really all particularly exactly quite especially terribly")),
    retaken_by=frozenset(words("that it this these those they he she")),
    such_things=split_phrases("that sort of thing, that kind of thing, things like that, stuff like that"),
    occurring=split_phrases(
        "take|took|taken place, go|went|gone ahead|through, come|came off|about|in|up|through|of, come|came to "
        "anything|"
        "nothing|light|pass, true, the case, "
        "get|got off the ground, get|got going, see|saw the light, materialise|materialised, "
        "materialize|materialized, happen|happened, work|worked out"
    ),
    motives=split_phrases(
        "for the money|fun|glory|cash|kudos, for money|fun|nothing|show|free|kicks, for the fun|love|sake|hell|good "
        "of, "
        "for a laugh|joke, for my|our|his|her|their own|health|pleasure|benefit, out of pity|kindness|charity|spite, "
        "on purpose, by choice|accident|chance|mistake"
    ),
    unable=frozenset(words("can't couldn't cannot cant couldnt can could")),
    reasons=frozenset(words("because cos coz cuz 'cause")),
    naming=split_phrases("it's, it was|is, that was|is, that's"),
    definite=frozenset(words("the my our his her their your")),
    answering=frozenset(words("no nope nah not never yet any more anymore really well oh yeah yes mate love actually")),
    open_questions=frozenset(words("who what where why how when which whose not never no")) | _CONTRACTED,
    before_bases=frozenset(words("to")),
    more=frozenset(words("more less better worse")),
    measures=split_phrases("penny|cent|bit|scrap|shred|sign|trace|hint|word|drop of"),
    spared=frozenset(
        words(
            "miss missed misses missing refuse refused refuses forget forgot skip skipped decline declined like liked "
            "likes love loved mind minded stand bear hate hated enjoy enjoyed trust trusted regret regretted lose lost "
            "break broke wish wished mean meant be been let lets ignore ignored"
        )
    ),
    sufficing=frozenset(words("enough sufficient")),
    event_subjects=frozenset(words("that it this")),
    failing=frozenset(words("came come arrived arrive")),
    again=frozenset(words("again since anymore")),
    planning=frozenset(
        words(
            "going gonna planned plan planning promised promise promises want wanted wanting hoped hoping hope "
            "supposed told meant intended would should might tried try trying agreed decided talk asked ask asking "
            "love loved applied there'd waited waiting"
        )
    ),
    giving=frozenset(
        words("give gave given offer offered send sent lend lent find found buy bought provide make made see saw")
    ),
    given_to=frozenset(words("me us him her them you it")),
    polar=frozenset(words("any anymore")),
    answers=frozenset(words("no well oh nah yes yeah")),
    indefinite=frozenset(words("a an one any single")),
    borders=frozenset(
        words(
            "but however although though because while whereas except that who which whether when where and "
            "if or so since until after before what how "
            "know knew known realise realised realize realized notice noticed aware"
        )
    ),
    following_from=frozenset(words("then")),
    listing=frozenset(words("and or nor")),
    either=frozenset(words("or nor")),
    opening=frozenset(words("was were went got had has have did is are came took started ended kept decided")),
    closers=frozenset(
        words(
            "to in on at with of for by from into i you he she they we it there is was are were has have had "
            "can could will would should did do does"
        )
    ),
    subjects=frozenset(words(_SUBJECTS)),
    auxiliaries=frozenset(
        words("never don't doesn't didn't won't wouldn't can't couldn't cannot dont didnt cant wont")
    ),
    copulas=frozenset(words("is was are were isn't wasn't aren't weren't it's that's")),
    articles=frozenset(words("the a an my our his her their")),
    contrast=frozenset(words("but")),
    turning=frozenset(words("but because although though while whereas so")),
    tag_fillers=frozenset(
        words("you though really then mate like i love dear darling pet man guys eh huh right back before")
    ),
    tag_ends=frozenset(words("i you he she it we they there one")),
    around_nouns=frozenset(
        words(
            "hold holds held holding want wants wanted need needs needed ask asked exist exists existed came come "
            "comes coming do does did done doing happen happens happened appear appeared appears arrive arrived "
            "arrives turn turned show showed materialise materialised work worked last lasted a an the any much many "
            "more enough real proper such that this these those my our their his her its your is was were are be been "
            "am have has had get gets got getting gotten receive received really very so other usual particular "
            "single under even ever there we they i you he she it just then now yet always actually exactly all"
        )
    ),
    wanting=frozenset(words("want need ask have")),
    undone=frozenset(
        words(
            "abolished banned cancelled canceled closed cut demolished dropped forgotten gone lost over refused "
            "solved resolved sorted settled rejected scrapped shut stopped withdrawn turned axed shelved disbanded "
            "discontinued called wound"
        )
    ),
    feelings=frozenset(
        words(
            "amused annoyed bored bothered convinced disappointed embarrassed frightened impressed interested involved "
            "married pleased prepared qualified satisfied scared shocked surprised thrilled tired trained upset used "
            "worried"
        )
    ),
    states=frozenset(words("in on under")),
    staying=frozenset(
        words("am is was are were been isn't aren't wasn't weren't ain't i'm he's she's we're they're you're")
    ),
    counting=frozenset(words("no a any")),
    getting=frozenset(words("get got")),
    prepositions=PREPOSITIONS_ONLY | frozenset(words("in on by about over through under between during around")),
    standing_in=frozenset(words("there")),
    being=frozenset(words("available possible present there enough necessary sufficient real allowed")),
    speakers=frozenset(words("you it one that this")),
)
