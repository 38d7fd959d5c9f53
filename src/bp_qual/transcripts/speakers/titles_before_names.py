"""The titles before names: `mevrouw Smit`, `dr. Jansen`, `tante Truus`."""

from __future__ import annotations

import re

from bp_qual.lazy_patterns import lazy_pattern

TITLE = lazy_pattern(
    r"^(?:(?:de )?heer|meneer|mevrouw|mevr\.?|mw\.?|dhr\.?|mr\.?|mrs\.?|ms\.?|miss|dr\.?|drs\.?|ds\.?|prof\.?|dokter"
    r"|dominee|pastoor|zuster|juf|meester|tante|oom|ome|opa|oma|old mr|old|little|our|father|sister|auntie|aunt|uncle"
    r"|pastor|reverend|rev\.?|councillor|familie|fam\.?|nan|grandma|grandpa|ir\.?|ing\.?|frau|herr|mme\.?)\s+",
    re.IGNORECASE,
)
