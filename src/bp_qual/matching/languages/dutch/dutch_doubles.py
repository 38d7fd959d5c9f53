"""Dutch words around denials that come to nothing: double denials, questions, and what is said in between."""

from __future__ import annotations

from bp_qual.matching.languages.word_lists import words

# `dat moet ik zeggen`, `voor zover ik weet`: said in between, and no clause begins or ends there.
ASIDES = """
dat moet|zal ik zeggen, dat moet|zal ik eerlijk zeggen, dat moet|mag ik wel zeggen, dat moet|mag gezegd, moet ik
zeggen, moet ik eerlijk zeggen, moet je weten, dat moet je weten, dat moet je niet vergeten, weet je wel, weet je,
denk|geloof ik, zeg maar, zeg ik altijd, dat zeg ik eerlijk, voor zover ik weet, voor zover ik me herinner, voor zover
ik mij herinner, bij mijn weten, als ik eerlijk ben, als ik het goed heb, als ik me goed herinner, eerlijk gezegd, om
eerlijk te zijn, om het zo te zeggen, hoe zal ik het zeggen, hoe heet het|dat, of hoe heet het|dat, dat
snap|begrijp|weet je, dat snap|begrijp je wel, of zo, of zoiets, zal ik maar zeggen, wat mij betreft, als je begrijpt
wat ik bedoel, in die tijd, op dat moment, tot nu toe, voor zover bekend, op de een of andere manier, destijds, van
zijn|haar|mijn leven
"""
# `ik zeg niet dat`, `het is niet waar dat`: what follows is not asserted, and with a denial in it is nearly so.
SAYING = frozenset(
    words(
        "zeg zegt zeggen zei zeiden gezegd beweer beweert beweren beweerde beweerden beweerd ontken ontkent ontkennen "
        "ontkende ontkenden ontkend denk denkt denken dacht dachten gedacht geloof gelooft geloven geloofde geloofden "
        "waar zo volhouden"
    )
)
WISHING = frozenset(words("wou wilde wens"))
NOT_DESCRIBED = frozenset(words("wonder idee toeval geheim reden benul flauw spijt"))
UNREAL = frozenset(words("had hadden zou zouden"))
# First words of a cue that is the verb of an end or a refusal: `durfde niet te weigeren`.
ENDING = frozenset(
    words(
        "weiger weigert weigeren weigerde weigerden geweigerd vergat vergaten vergeten nagelaten verzuimd gestopt "
        "opgehouden ophouden gekapt uitgescheden afgezien afgeschaft geschrapt stopgezet afgelast afgeblazen "
        "geannuleerd opgeheven wegbezuinigd opgedoekt ingetrokken afgewezen afgezegd beeindigd vervallen "
        "schrapte schrapten schrapt schrap schrappen"
    )
)
SUGGESTING = frozenset(words("zullen zou zouden moeten moet moest moesten kunnen kan kun kunt wil wilt willen mag"))
ADDRESSED = frozenset(words("we wij je jij jullie u ge gij"))
BEFORE_QUESTIONS = frozenset(words("maar nou ja nee zeg he hè en of"))
PAST_ENDINGS = ("te", "ten", "de", "den", "had", "was", "waren", "kwam", "ging", "deed")
