"""Small words inside names: they belong to a name and never are one."""

LINK_WORDS = frozenset((
    "van", "von", "de", "den", "der", "des", "ter", "ten", "te", "'t", "’t", "el", "al", "la", "da", "dos", "do", "op",
    "aan", "in", "het", "di", "du", "le", "en", "of", "on", "the", "upon", "o'",
))  # fmt: skip
