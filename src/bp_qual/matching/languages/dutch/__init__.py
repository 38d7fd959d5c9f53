"""Dutch: lemmas from tables, compounds, and verbs that split."""
