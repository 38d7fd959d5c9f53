"""English: lemmas and inflected forms, and the words that phrasal verbs need."""
