"""How good the coding is, and what the change is once that is known.

`sampling` draws passages to be judged, `accuracy` says how well a codebook finds what a person found, `agreement` how
far coders agree.
"""
