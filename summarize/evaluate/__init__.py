"""evaluate: briefs of a `dataset` scored against references, beside `baselines`.

`judge` runs the topics, `scores` is ROUGE (with `lcs`), `significance` the intervals and paired
tests, `runs` what is saved and compared.
"""
