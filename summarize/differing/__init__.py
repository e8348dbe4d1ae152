"""Where two reports differ: `points` are what one tells that another could tell otherwise.

`lookup` finds the pairs worth a look, by the `stems` that they share. `contrast` asks of two
whether they cannot both be true, and `distinct` for the signs that they are of two things; `naming`
tells what is a name in the story, `deeds` what somebody says did not happen, and `tolls` who counts
which dead and hurt of one event.
"""
