"""What is said of several coders whose codings count: how they count together, and who coded what."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

TEAM: dict[str, Bilingual] = {
    "how_all": ("as they agree passage by passage", "zoals zij het per passage eens zijn"),
    "how_any": ("each interview counted by one of them", "elk interview geteld bij één van hen"),
    "how_first": ("each interview counted by one of them", "elk interview geteld bij één van hen"),
    "how_team": ("as one coding made together", "als één codering die zij samen maakten"),
    "share": ("{coder} {n:many interview} ({waves:commas})", "{coder} {n:many interview} ({waves:commas})"),
    "nothing": ("{coder} no interviews", "{coder} geen interviews"),
    "shares": ("Who coded what: {shares}.", "Wie wat codeerde: {shares}."),
    "double_any": (
        "Several of them coded {n:many interview} ({interviews:names}); there counts what they agree on passage by"
        " passage.",
        "Meer dan één van hen codeerde {n:many interview} ({interviews:names}); daar telt waarover zij het per passage"
        " eens zijn.",
    ),
    "settled": (
        "Where they differed ({n:many passage}), what they settled counts.",
        "Waar zij verschilden ({n:many passage}), telt wat zij samen besloten.",
    ),
    "double_first": (
        "Several of them coded {n:many interview} ({interviews:names}); there only the first who did counts, in the"
        " order {coders:commas}.",
        "Meer dan één van hen codeerde {n:many interview} ({interviews:names}); daar telt alleen de eerste die dat"
        " deed, in de volgorde {coders:commas}.",
    ),
    "double_team": (
        "Several of them coded {n:many interview} ({interviews:names}); what they coded there is taken together, and"
        " overlapping codings of one code count once.",
        "Meer dan één van hen codeerde {n:many interview} ({interviews:names}); wat zij daar codeerden is samengenomen,"
        " en overlappende coderingen van één code tellen één keer.",
    ),
    "across": (
        "For {n} of the {compared:many person} compared, {before} and {after} were not coded by the same coder"
        " ({persons:names}): a change there can also be a difference between coders.",
        "Bij {n} van de {compared:many person} die vergeleken zijn, zijn {before} en {after} niet door dezelfde codeur"
        " gecodeerd ({persons:names}): een verandering kan daar ook een verschil tussen codeurs zijn.",
    ),
}
