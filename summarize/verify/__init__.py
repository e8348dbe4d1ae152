"""verify: what of a written brief holds, asked of its articles claim by claim.

A file is read back (`reread`, `unmark`, in the `shape` of the schema) as what it told; its articles
are found again (`reunite`); `prove` asks `witness` for the words, `testimony` for the citations,
`statements` for sources and counts, and at last makes the brief `again` from its `signature`. What
comes out is a `proof`.
"""
