"""The options of every command, a module for what they tune; all are checked before any work.

`knobs` are the fields of Settings, `sources` how sources are read (with `columns` for tables and
`fetching` for addresses; `counting` for options that are a number), `page` what comes out and
where, `configured` what files say of them; `judging`, `proving`, `batching` and `sorting` belong to
one command each.
"""
