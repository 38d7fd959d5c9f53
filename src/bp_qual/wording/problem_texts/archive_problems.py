"""What can be wrong where an archive is coded by the workers of a scheduler: the workers, the address, the folder."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

_RUN_AGAIN: Bilingual = (
    "What was done is kept: run the same command again, and it goes on from there.",
    "Wat klaar is blijft bewaard: geef dezelfde opdracht nog eens, en het gaat daar verder.",
)

ARCHIVE_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    "no scheduler": (
        ("does not answer ({why:said}).", "geeft geen antwoord ({why:said})."),
        (
            "Start a scheduler there (dask scheduler), check the address, or use --local-cluster 2 on this computer.",
            "Start daar een scheduler (dask scheduler), controleer het adres, of gebruik --local-cluster 2 op deze"
            " computer.",
        ),
    ),
    "no workers": (
        ("has no workers.", "heeft geen workers."),
        (
            "Start some (dask worker ADDRESS --nthreads 1), and run the command again.",
            "Start er een paar (dask worker ADRES --nthreads 1) en geef de opdracht nog eens.",
        ),
    ),
    "no workers here": (
        ("can start no workers here ({why:said}).", "kan hier geen workers starten ({why:said})."),
        ("Code without it; one computer rarely needs it.", "Codeer zonder; op een computer is het zelden nodig."),
    ),
    "scheduler gone": (("does not answer any more.", "geeft geen antwoord meer."), _RUN_AGAIN),
    "other version on worker": (
        (
            "has another version of {name} than this computer: {there} there, {here} here.",
            "heeft een andere versie van {name} dan deze computer: daar {there}, hier {here}.",
        ),
        (
            "Install the same on all, so that every interview is coded alike.",
            "Installeer overal hetzelfde, zodat elk interview gelijk wordt gecodeerd.",
        ),
    ),
    "cannot be fetched": (
        ("cannot be fetched ({why:said}).", "kan niet worden opgehaald ({why:said})."),
        ("Check the address and your rights.", "Controleer het adres en je rechten."),
    ),
    "nothing at the address": (
        ("holds no files.", "bevat geen bestanden."),
        ("Give the folder of the interviews.", "Geef de map met de interviews."),
    ),
    "library for address missing": (
        (
            "needs one more library for addresses that begin with {scheme}:// ({library}).",
            "heeft nog een bibliotheek nodig voor adressen die met {scheme}:// beginnen ({library}).",
        ),
        ("Run, here and on every worker: pip install {library}", "Draai hier en op elke worker: pip install {library}"),
    ),
    "stopped the worker": (
        (
            "stopped every worker that tried to code it ({why:said}).",
            "liet elke worker stoppen die het probeerde te coderen ({why:said}).",
        ),
        (
            "Look whether it opens, or save it anew; perhaps the workers have too little memory for it.",
            "Kijk of het opengaat, of bewaar het opnieuw; misschien hebben de workers er te weinig geheugen voor.",
        ),
    ),
    "archive at work": (
        ("is being written by another run.", "wordt nu door een andere opdracht geschreven."),
        ("Wait until that has ended, or name another folder.", "Wacht tot die klaar is, of noem een andere map."),
    ),
    "among the parts": (
        (
            "lies among the tables of the archive, and would be read as one of them.",
            "staat tussen de tabellen van het archief, en zou als een ervan gelezen worden.",
        ),
        ("Move it elsewhere.", "Zet het ergens anders."),
    ),
    "not an archive": (
        ("is not a coded archive.", "is geen gecodeerd archief."),
        (
            "Give the folder that `bp-qual code` with --scheduler or --local-cluster wrote (-o).",
            "Geef de map die `bp-qual code` met --scheduler of --local-cluster geschreven heeft (-o).",
        ),
    ),
    "archive not finished": (
        ("is an archive that was not coded to the end.", "is een archief dat niet helemaal gecodeerd is."),
        _RUN_AGAIN,
    ),
}
