"""What the reader asks for or knows: a focus, days, earlier briefs.

`within` takes the articles of the days asked for. `scope` puts together what may not be picked and
what ranks higher: `focus` by nearness to a text, `known` by what `earlier` briefs and articles
told, but for `updates`, and `fresh` by what came out since. `timeline` puts picks under their days,
past or to come by their `tense`; what is told of a `vague` time has none. A word of the focus that
no article has may be `misspelled`.
"""
