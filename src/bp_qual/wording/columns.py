"""What every column of the tables means, in English and Dutch: the last sheet of the Excel file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bp_qual.wording.measures import MEASURES
from bp_qual.wording.significance import TESTS
from bp_qual.wording.texts import Bilingual
from bp_qual.wording.voice import Wording

if TYPE_CHECKING:
    import pandas as pd

_EVERYWHERE: dict[str, Bilingual] = {
    "person": ("The person, by pseudonym.", "De persoon, met pseudoniem."),
    "code": ("The code (theme), by its id in the codebook.", "De code (het thema), met haar id in het codeboek."),
    "wave": ("The wave of interviews.", "De ronde van interviews."),
    "interview": (
        "The interview: person, wave, and a number if needed.",
        "Het interview: persoon, ronde, zo nodig nummer.",
    ),
    "persons": ("How many persons this rests on.", "Op hoeveel personen dit berust."),
    "mentions": ("Mentions: passages in which a term occurs.", "Vermeldingen: passages waarin een term voorkomt."),
    "mentions_before": (
        "Mentions in the earlier wave, whatever the rate is of.",
        "Vermeldingen in de eerdere ronde, waarvan de mate ook is.",
    ),
    "mentions_after": (
        "Mentions in the later wave, whatever the rate is of.",
        "Vermeldingen in de latere ronde, waarvan de mate ook is.",
    ),
    "rate_before": (
        "Rate in the earlier wave: {measure}.",
        "Mate in de eerdere ronde: {measure}.",
    ),
    "rate_after": (
        "Rate in the later wave: {measure}.",
        "Mate in de latere ronde: {measure}.",
    ),
    "difference": ("Later rate minus earlier rate.", "Latere mate min eerdere mate."),
    "ratio": ("Later rate divided by earlier rate.", "Latere mate gedeeld door eerdere mate."),
    "ratio_low": ("Lower end of the interval of the ratio.", "Ondergrens van het interval om de verhouding."),
    "ratio_high": ("Upper end of the interval of the ratio.", "Bovengrens van het interval om de verhouding."),
    "p": (
        "How often chance alone gives as much; empty: no test, see note.",
        "Hoe vaak toeval alleen zoveel geeft; leeg: geen toets.",
    ),
    "p_adjusted": (
        "p with all tests of this table taken together.",
        "p met alle toetsen van deze tabel samen genomen.",
    ),
    "note": ("What one must know to interpret the numbers.", "Wat bij de cijfers geweten moet worden."),
    "words_before": (
        "Words in the earlier wave; empty: not interviewed.",
        "Woorden in de eerdere ronde; leeg: niet geïnterviewd.",
    ),
    "words_after": (
        "Words in the later wave; empty: not interviewed.",
        "Woorden in de latere ronde; leeg: niet geïnterviewd.",
    ),
    "words": ("Words the person said.", "Woorden die de persoon zei."),
    "sentences": (
        "Sentences: with the code in panel, all in exposure.",
        "Zinnen: met de code in panel, alle in exposure.",
    ),
    "turns": ("Turns in which the person spoke.", "Beurten waarin de persoon sprak."),
    "interviews": ("Interviews of the person in the wave.", "Interviews van de persoon in de ronde."),
    "present": ("1 if mentioned at all, else 0.", "1 als het genoemd is, anders 0."),
    "term": ("The term of the codebook that found it.", "De term uit het codeboek die het vond."),
    "attribute": ("What the persons are grouped by.", "Waarnaar de personen gegroepeerd zijn."),
    "group": ("The group of persons.", "De groep personen."),
    "completers": ("Persons compared.", "Vergeleken personen."),
    "dropouts": (
        "Persons interviewed in the earlier wave only.",
        "Personen die alleen in de eerdere ronde geïnterviewd zijn.",
    ),
    "smd": ("Difference in standard deviations.", "Verschil in standaarddeviaties."),
    "verdict": (
        "What the change is called; the report says when.",
        "Hoe de verandering heet; het rapport zegt wanneer.",
    ),
}

_OF_TABLE: dict[str, dict[str, Bilingual]] = {
    "codes": {
        "persons": (
            "Persons compared: enough words in both waves.",
            "Vergeleken personen: genoeg woorden in beide rondes.",
        ),
        "up": ("Persons whose rate rose.", "Personen bij wie de mate steeg."),
        "down": ("Persons whose rate fell.", "Personen bij wie de mate daalde."),
        "same": ("Persons whose rate stayed the same.", "Personen bij wie de mate gelijk bleef."),
        "rate_before": (
            "Mean of the persons' rates in the earlier wave.",
            "Gemiddelde van de personen in de eerdere ronde.",
        ),
        "rate_after": (
            "Mean of the persons' rates in the later wave.",
            "Gemiddelde van de personen in de latere ronde.",
        ),
        "corrected": (
            "The difference with the codebook's errors, as seen in a sample, taken out; empty: found too seldom in it.",
            "Het verschil zonder de fouten van het codeboek, zoals een steekproef die toont; leeg: te weinig gevonden.",
        ),
        "corrected_low": ("Lower end of its interval.", "Ondergrens van het interval daarom."),
        "corrected_high": ("Upper end of its interval.", "Bovengrens van het interval daarom."),
        "corrected_ratio": ("The ratio, corrected in the same way.", "De verhouding, op dezelfde manier gecorrigeerd."),
        "corrected_ratio_low": ("Lower end of its interval.", "Ondergrens van het interval daarom."),
        "corrected_ratio_high": ("Upper end of its interval.", "Bovengrens van het interval daarom."),
        "corrected_p": ("p of the corrected difference.", "p van het gecorrigeerde verschil."),
        "corrected_p_adjusted": (
            "That p with all codes tested taken together.",
            "Die p met alle getoetste codes samen genomen.",
        ),
        "error_of_codebook": (
            "What of the difference as counted is error of the codebook, as seen in the sample.",
            "Wat van het verschil zoals geteld fout van het codeboek is, zoals de steekproef toont.",
        ),
        "reviewed_before": (
            "Share of the interviews of the earlier wave that the coder finished for this code.",
            "Aandeel van de interviews in de eerdere ronde waarin de codeur met deze code klaar is.",
        ),
        "reviewed_after": (
            "Share of the interviews of the later wave that the coder finished for this code.",
            "Aandeel van de interviews in de latere ronde waarin de codeur met deze code klaar is.",
        ),
        "difference_low": (
            "Lower end of the interval of the difference.",
            "Ondergrens van het interval om het verschil.",
        ),
        "difference_high": (
            "Upper end of the interval of the difference.",
            "Bovengrens van het interval om het verschil.",
        ),
    },
    "persons": {
        "trajectory": ("What became of the code in this person.", "Wat er in deze persoon van de code werd."),
    },
    "attrition": {
        "status": ("Compared, or why not.", "Vergeleken, of waarom niet."),
    },
    "effects": {
        "role": ("Confirmatory (planned), exploratory, or unplanned.", "Vooraf gepland, verkennend, of zonder plan."),
        "changed": ("Persons whose rate changed.", "Personen bij wie de mate veranderde."),
        "smallest_p": ("The smallest p that so few can give.", "De kleinste p die zo weinigen kunnen geven."),
        "p_holm": ("p corrected after Holm.", "p gecorrigeerd volgens Holm."),
        "p_bh": ("p corrected after Benjamini and Hochberg.", "p gecorrigeerd volgens Benjamini en Hochberg."),
        "dominance": ("Share of rises minus share of falls.", "Aandeel stijgers min aandeel dalers."),
        "dz": ("Mean difference in its standard deviations.", "Gemiddeld verschil in zijn standaarddeviaties."),
        "rank_biserial": ("Rank-biserial correlation of the pairs.", "Rangbiseriële correlatie van de paren."),
        "leaning_on": (
            "The person without whom the ratio moves most.",
            "De persoon zonder wie de verhouding het meest schuift.",
        ),
        "ratio_without": ("The ratio without that person.", "De verhouding zonder die persoon."),
        "persons_before": (
            "Everybody interviewed in the earlier wave.",
            "Ieder die in de eerdere ronde geïnterviewd is.",
        ),
        "persons_after": ("Everybody interviewed in the later wave.", "Ieder die in de latere ronde geïnterviewd is."),
        "all_before": ("Their mean rate in the earlier wave.", "Hun gemiddelde mate in de eerdere ronde."),
        "all_after": ("Their mean rate in the later wave.", "Hun gemiddelde mate in de latere ronde."),
        "all_ratio": (
            "Ratio of those two; other persons in each.",
            "Verhouding van die twee; telkens andere personen.",
        ),
    },
    "evidence": {
        "ratio": (
            "Ratio in this person, half a mention added to each.",
            "Verhouding in deze persoon, overal een halve vermelding bij.",
        ),
        "shrunken": (
            "The ratio drawn towards that of the group; for ranking persons.",
            "De verhouding, naar die van de groep getrokken: om personen mee te ordenen.",
        ),
        "stability": (
            "How often the label stays when parts are redrawn.",
            "Hoe vaak het oordeel blijft als stukken opnieuw getrokken worden.",
        ),
    },
    "dropouts": {
        "rate_completers": (
            "Rate of those compared, in the earlier wave.",
            "Mate van wie vergeleken zijn, in de eerdere ronde.",
        ),
        "rate_dropouts": (
            "Rate of the dropouts, in the earlier wave.",
            "Mate van de uitvallers, in de eerdere ronde.",
        ),
        "difference": ("Dropouts minus completers.", "Uitvallers min blijvers."),
        "change_completers": ("Change of those compared.", "Verandering van wie vergeleken zijn."),
        "tipping_point": (
            "Change of the dropouts that would undo it.",
            "Verandering van de uitvallers die het teniet zou doen.",
        ),
        "change_at_least": (
            "Least change of completers and dropouts together: no dropout can fall below 0.",
            "Kleinste verandering van blijvers en uitvallers samen: geen uitvaller kan onder 0 komen.",
        ),
    },
    "dropouts_by": {
        "share_completers": (
            "Share of the group among those compared.",
            "Aandeel van de groep onder wie vergeleken zijn.",
        ),
        "share_dropouts": ("Share of the group among the dropouts.", "Aandeel van de groep onder de uitvallers."),
    },
    "review": {
        "interviews": ("Interviews in this wave.", "Interviews in deze ronde."),
        "coded": (
            "In how many of them the coder finished this code; only these count.",
            "In hoeveel daarvan de codeur met deze code klaar is; alleen die tellen.",
        ),
        "automatic": ("Hits that the coder left as they were.", "Treffers die de codeur liet staan."),
        "accepted": ("Hits that the coder accepted.", "Treffers die de codeur aanvaardde."),
        "rejected": (
            "Hits that the coder rejected; they do not count.",
            "Treffers die de codeur afwees; ze tellen niet.",
        ),
        "added": ("Passages that the coder coded.", "Passages die de codeur codeerde."),
    },
    "drift": {
        "wave": ("The only wave in which the term was found.", "De enige ronde waarin de term gevonden is."),
    },
    "trend": {
        "slope": (
            "Change per year (per wave if waves are not years).",
            "Verandering per jaar (per ronde als rondes geen jaren zijn).",
        ),
        "bend_persons": ("Persons with three waves or more.", "Personen met drie rondes of meer."),
        "bend": (
            "How much higher (negative: lower) halfway than on a line from end to end.",
            "Hoeveel hoger (negatief: lager) halverwege dan op een lijn van begin tot eind.",
        ),
        "bend_p": ("Of a permutation within persons.", "Van een permutatie binnen personen."),
        "bend_p_adjusted": (
            "The same, allowing for how many codes were tested.",
            "Hetzelfde, rekening houdend met hoeveel codes getoetst zijn.",
        ),
    },
    "paths": {
        "path": (
            "+ found, 0 not found, . not interviewed, wave by wave.",
            "+ gehoord, 0 niet gehoord, . niet geïnterviewd, per ronde.",
        ),
        "waves_heard": ("In how many waves it was found.", "In hoeveel rondes het gehoord is."),
    },
    "profile": {
        "person": ("The person; empty: the group.", "De persoon; leeg: de groep."),
        "distance": (
            "How far the division over codes moved (0 to 1).",
            "Hoever de verdeling over codes verschoof (0 tot 1).",
        ),
        "expected": ("What chance alone gives.", "Wat toeval alleen geeft."),
        "beyond_chance": ("Distance minus what chance gives.", "Afstand min wat toeval geeft."),
    },
    "pairs": {
        "other": ("The other code of the pair.", "De andere code van het paar."),
        "persons": ("Persons who speak of both.", "Personen die over beide spreken."),
        "lift_before": (
            "How much oftener together than by chance, then (log).",
            "Hoeveel vaker samen dan bij toeval, toen (log).",
        ),
        "lift_after": (
            "How much oftener together than by chance, later (log).",
            "Hoeveel vaker samen dan bij toeval, later (log).",
        ),
    },
    "interviewers": {
        "interviewer": (
            "Who held the interview, as in interviews.csv; empty: not known.",
            "Wie het interview hield, zoals in interviews.csv; leeg: niet bekend.",
        ),
        "interviews": ("Interviews held, of persons compared.", "Gehouden interviews, van vergeleken personen."),
        "persons": ("How many persons compared were in them.", "Hoeveel vergeleken personen erin spraken."),
        "words": ("Words of interviewers in them.", "Woorden van interviewers erin."),
        "words_respondents": ("Words of respondents in them.", "Woorden van respondenten erin."),
        "share_words": (
            "Interviewers' words as a percentage of all words.",
            "Woorden van interviewers als percentage van alle woorden.",
        ),
    },
    "recounts": {
        "counted": (
            "How: equal openings, word-weighted, length-adjusted, without drifting terms.",
            "Hoe: even lange beginstukken, gewogen naar woorden, met de lengte verrekend, zonder verlopende termen.",
        ),
        "ratio": (
            "Later over earlier, counted so; empty: one wave has none, or length-adjusted.",
            "Later gedeeld door eerder, zo geteld; leeg: één ronde heeft niets, of met de lengte verrekend.",
        ),
        "direction": ("up, down or same.", "up (meer), down (minder) of same (gelijk)."),
        "conclusion": (
            "The direction where p is at most .05; else unclear; untested without a p.",
            "De richting waar p ten hoogste ,05 is; anders unclear (onduidelijk); untested: geen p.",
        ),
    },
    "codings": {
        "turn": ("Number of the turn in the interview, from 0.", "Nummer van de beurt in het interview, vanaf 0."),
        "start": ("Where the passage begins, in characters from 0.", "Waar de passage begint, in tekens vanaf 0."),
        "end": ("Where it ends: the character after the last.", "Waar zij eindigt: het teken na het laatste."),
        "quote": ("The words themselves.", "De woorden zelf."),
        "kind": ("The kind of term.", "Het soort term."),
        "negated": (
            "True if it is denied by 'not', 'no' and the like.",
            "Waar als het onder 'niet', 'geen' en dergelijke staat.",
        ),
        "cue": ("The word that negates it.", "Het woord dat het ontkent."),
        "prompted": (
            "True if a term of the same code was used in the question just before.",
            "Waar als een term van dezelfde code in de vraag vlak ervoor staat.",
        ),
        "coder": (
            "Who coded it: codebook@version+hash of its meaning, or a person.",
            "Wie codeerde: codeboek@versie+hash van de betekenis, of een persoon.",
        ),
        "memo": ("What the coder noted on the passage.", "Wat de codeur bij de passage noteerde."),
        "status": ("auto, suggested, accepted, rejected or human.", "auto, suggested, accepted, rejected of human."),
    },
    "memos": {
        "coder": ("Who wrote it.", "Wie het schreef."),
        "interview": ("The interview it is about, if any.", "Het interview waar het over gaat, als dat er is."),
        "start": (
            "Where its passage begins, in characters from 0; -1: none.",
            "Waar de passage begint, in tekens vanaf 0; -1: geen.",
        ),
        "end": ("Where its passage ends; -1: none.", "Waar de passage eindigt; -1: geen."),
        "code": ("The code it is about, if any.", "De code waar het over gaat, als die er is."),
        "person": ("The person it is about, if any.", "De persoon waar het over gaat, als die er is."),
        "of": ("The id of the coding it is on, if any.", "De id van de codering waar het bij staat, als die er is."),
        "quote": ("The words it stands on.", "De woorden waar het bij staat."),
        "note": ("What the coder noted.", "Wat de codeur noteerde."),
        "at": ("When.", "Wanneer."),
        "id": ("Its id.", "De id ervan."),
    },
    "settings": {
        "setting": ("What was chosen, or which version was used.", "Wat gekozen is, of welke versie gebruikt is."),
        "value": ("The choice.", "De keuze."),
    },
}


def explain_columns(
    tables: Mapping[str, pd.DataFrame], *, language: str = "en", measure: str = "mentions"
) -> pd.DataFrame:
    """Return a table that says of every column of these tables what it means.

    A column that nobody explained raises, so that none goes out without a word.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        By name.
    language : str
        `en` or `nl`.
    measure : str
        Which measure was compared: what a rate is a rate of.

    Returns
    -------
    DataFrame
        Columns table, column, meaning.

    Examples
    --------
    >>> import pandas as pd
    >>> explain_columns({"panel": pd.DataFrame(columns=["person"])}).to_dict("records")
    [{'table': 'panel', 'column': 'person', 'meaning': 'The person, by pseudonym.'}]
    """
    import pandas as pd

    say = Wording(language)
    p_of_tests = {
        f"p_{row.id}": (f"p of a test: {row.name[0]}.", f"p van een toets: {row.name[1]}.") for row in TESTS.values()
    }
    known = {"measure": say.fill(MEASURES[measure].column)}
    rows = [
        (name, column, say.fill({**p_of_tests, **_EVERYWHERE, **_OF_TABLE.get(name, {})}[column], **known))
        for name, table in tables.items()
        for column in map(str, table.columns)
    ]
    return pd.DataFrame(rows, columns=["table", "column", "meaning"])
