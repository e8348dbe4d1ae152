"""What reading leans on: which files there are, what they hold, what they say of themselves.

`sources` lists and opens files, or tells the `trouble` with them; what they and addresses hold is a
`document` each, which `intake` makes an article. `topics` reads topic files with their `ids`,
`notes` what was given beside a text, and `remembered` keeps what texts told.
"""
