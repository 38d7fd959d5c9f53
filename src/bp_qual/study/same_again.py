"""The options that make an earlier comparison again, as its `run.json` tells which those were."""

from __future__ import annotations

from collections.abc import Mapping

from bp_qual.coding.by_hand import list_coders
from bp_qual.display import in_shell
from bp_qual.study.sample_units import list_sample_paths
from bp_qual.study.study_folder import Study

_FIXED = {"measure": "mentions", "test": "permutation", "draws": "9999", "seed": "1"}
_LEFT_OUT = {"negated": "--without-negated", "prompted": "--without-prompted"}
_OF_STUDY = ("--floor", "--count", "--coder", "--sample", "--sample-coder")  # study.yaml can say these
Options = dict[str, str]


def options_again(settings: Mapping[str, str], study: Study) -> Options:
    """Return the options without which `compare` would compare otherwise now; those without a value have ''.

    >>> from pathlib import Path
    >>> options_again({"floor": "100", "count": "reviewed", "coder": "anna", "negated": "False"}, Study(Path(".")))
    {'--floor': '100', '--count': 'reviewed', '--coder': 'anna', '--without-negated': ''}
    """
    waves = [wave.id for wave in study.waves]
    usual = {**_FIXED, "floor": str(study.floor), "count": study.count or "machine"}
    usual |= {"before": waves[0], "after": waves[-1]} if waves else {}
    names = ("before", "after", *_FIXED, "floor", "count")
    given = {name: settings[name] for name in names if settings.get(name, usual.get(name)) != usual.get(name)}
    given = {name: value for name, value in given.items() if name not in ("before", "after") or value in waves}
    found = {f"--{name}": value for name, value in given.items()}
    coders = list_coders(study.folder)
    if settings.get("count", "machine") != "machine" and (coder := coder_asked(settings)):
        found |= {"--coder": coder} if coder != (",".join(study.coders) or ",".join(coders)) else {}
    samples = [path.stem for path in list_sample_paths(study)]
    if (sample := settings.get("sample", "")) in samples:
        found |= {"--sample": sample} if sample != (study.sample or ",".join(samples)) else {}
        coder = settings.get("sample_coder", "")
        is_usual = coder == (study.sample_coder or ",".join(coders))
        found |= {"--sample-coder": coder} if coder in coders and not is_usual else {}
    return found | {option: "" for name, option in _LEFT_OUT.items() if settings.get(name) == "False"}


def coder_asked(settings: Mapping[str, object]) -> str:
    """Return the value of --coder that gives the coder or coders of a run.

    >>> coder_asked({"coder": "anna AND bert", "together": "first"}), coder_asked({"coder": "all", "together": "all"})
    ('anna,bert', 'all')
    """
    coder, together = str(settings.get("coder") or ""), str(settings.get("together") or "")
    return coder.replace(" AND ", ",") if together == "first" else together or coder


def said_in_study(options: Mapping[str, str]) -> Options:
    """Return those of the options that study.yaml can say as well.

    >>> said_in_study({"--seed": "2", "--floor": "100"})
    {'--floor': '100'}
    """
    return {name: value for name, value in options.items() if name in _OF_STUDY}


def as_options(options: Mapping[str, str]) -> str:
    """Return options as they are typed behind a command, each with a space before it.

    >>> as_options({"--coder": "anna b", "--without-negated": ""})
    " --coder 'anna b' --without-negated"
    """
    return "".join(f" {name} {in_shell(value)}" if value else f" {name}" for name, value in options.items())
