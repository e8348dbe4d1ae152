"""Where two reports differ: `points` are what one tells that another could tell otherwise.

`lookup` finds the pairs worth a look, by the `stems` that they share. `contrast` asks of two
whether they cannot both be true, `distinct` for the signs that they are of two things, and `manner`
for such signs in the words around them; `results` for those of outcomes and votes, `referents` for
those of other persons, turns or outcomes. `rules` tells by which rule a value is compared. `naming`
tells what is a name in the story, `deeds` what somebody says did not happen, `tolls` who counts
which dead and hurt of one event. How that is shown to a reader is `laid_out`.
"""
