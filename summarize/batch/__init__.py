"""Many stories in one run: topics out of a file or a folder, briefs into a file or a folder.

`supply` streams the topics, `make` turns one into a page, `crew` has several processes make them
and gives them back in order, `shelf` writes them, and `journal` knows what is done, so that a run
that was killed goes on where it stopped.
"""
