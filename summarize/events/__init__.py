"""Events: what is compared of two reports, which reports could tell one event, and what is joined.

`group` leads through them: portrait, kinship, neighbours, merge.
"""
