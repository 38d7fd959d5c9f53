"""Short docstrings show their examples without a heading; on the site they get one, so that they are shown as code."""

from __future__ import annotations

import re
from typing import Any

import griffe

_FIRST = re.compile(r"^>>> ", re.M)


class HeadExamples(griffe.Extension):
    """Put the heading *Examples* above examples that have none."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Change the docstring of one function or class before it is parsed."""
        docstring = obj.docstring
        if docstring is not None and "\nExamples\n---" not in docstring.value:
            docstring.value = _FIRST.sub("Examples\n--------\n>>> ", docstring.value, count=1)
