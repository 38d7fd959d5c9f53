"""How good the coding is, and what the change is once that is known.

`passages` cuts the talk into units to be judged, `judgements` says which coder found what in each, `agreement` how far
coders agree.
"""
