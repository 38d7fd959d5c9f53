"""Pseudonyms: names in a study proposed for a person to decide on, and replaced by the same pseudonym in every wave.

`identifiers` finds what has a form of its own (telephone numbers, postcodes), `found_names` the names, by capitals,
lists and the words around them (`name_cues`, `name_lists`, `word_evidence`); `name_spellings` puts the spellings of one
person together, `proposing` does so for a whole study. It proposes, and recall comes first; a person decides in the
sheet (`name_sheet`). `new_study` then writes a new study (`changed_files`, `replacing`, `file_texts`, `fitted_names`)
and the key (`key_file`); `searching_names` looks for what is left, `revealing` puts the names back.
"""
