"""What reading leans on: which files there are, what they hold, what they say of themselves.

`sources` lists and opens files, `desk` turns what they and addresses hold into articles, `topics`
reads topic files, `notes` what was given beside a text, and `remembered` keeps what texts told.
"""
