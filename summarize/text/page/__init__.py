"""A page: what of a text is its article, what it says of itself, and what stands around it.

`decode` (by `alphabets`), `escapes`, `quoted`, `unwrap` and `wrapped` make bytes the text that was
meant; `pages` cuts it into `blocks`, and off them what is `glued` to them (`places`) or stands
`inside`. What is no article shows by how it looks (`layout`, `lists`, `prose`), by its words
(`furniture`, of `notices`, `house`, `standing`, `fineprint`, `offers` and `asking`, and in other
languages than English `foreign`; `captions`; of `firms` and `writers`), by what is shown again
(`repeats`), and where others have taken most of it off, by what is left (`extracted`); `telling` is
what only news does. Where all shows so, something is `rescued`. `front` and `heads` read what it
says of itself, at its `ends`: `titles`, `outlets`, `credits`, `dates` (`timestamps`, as parts of
patterns).
"""
