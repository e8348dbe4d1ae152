"""verify: what of a written brief holds, asked of its articles claim by claim.

The articles of what the file told are found again (`reunite`); `prove` asks `witness` for the
words, `testimony` for the citations, `statements` for sources and counts, and at last makes the
brief `again` from its `signature`. What comes out is a `proof`.
"""
