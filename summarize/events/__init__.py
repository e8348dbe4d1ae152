"""Events: what is compared of two reports, which reports could tell one event, and what is joined.

`pile` reads a mixed lot of articles; `group` leads through the rest: portrait, affinity,
candidates, merge.
"""
