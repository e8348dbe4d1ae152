"""Where two reports differ: `points` are what one tells that another could tell otherwise.

`contrast` finds two that cannot both be true, and `distinct` the signs that they are of two things.
"""
