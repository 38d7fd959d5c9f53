"""Pseudonyms: names in a study proposed for a person to decide on, and replaced by the same pseudonym in every wave.

`identifiers` finds what has a form of its own (telephone numbers, postcodes), `found_names` the names, by capitals,
lists and the words around them (`name_cues`, `name_lists`, `word_evidence`); `name_spellings` puts the spellings of one
person together. Nothing here decides: it proposes, and recall comes first.
"""
