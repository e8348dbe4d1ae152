"""Values: days, numbers, names, yes and no, as sentences give them, and whether two can be true.

A `value` is what can be compared. `days` (`absolute` where the whole date is given, `relative`
those told from today, `spans` those that are several), `quantities` (of `numerals`, and `fates` of
people), `names` and `polarity` read them. `accusations` tells who accuses and who denies, by
`charges` and `denials`; `contrary` whether a text tells the opposite or, of `particulars` such as
years and of `doers`, something else, `plans` whether it tells of what is to come, `unknown` whether
of what nobody knows, `undone` whether, without a "not", of what is not done, `stages` whether a
matter has moved on; `gist` is the clause without its value. `outcomes` are verdicts and the like,
`ballots` votes and scores, `hours` times of day, and `participants` who did what with which weapon.
`figures` writes numbers in one form, `asides` are what a clause says by the way, and `tallies` the
figures that need not be told twice.
"""
