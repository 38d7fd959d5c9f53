"""Statistics: pure functions on arrays, which know nothing of interviews, persons or tables.

`permutation` asks what chance alone could have made of the differences, `difference_interval` within which limits they
lie, and `ratio_interval` within which the ratio does, both in agreement with that test (by way of `tilted` and
`signed_sums`); `intervals` has those of shares, of one person, and of a ratio when the test is left aside.
`paired` has ranks and effect sizes, `multiplicity` what to do with many codes, `blocks` and `occasions` one person,
`trend` more waves, `groups` groups of persons (of whom some are one: `group_units`), `profiles` and `cooccurrence`
codes together, `power` planning, and `thresholds` what would have to be otherwise for a result to be gone.
"""
