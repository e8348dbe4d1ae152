"""Many stories in one run: topics out of a file or a folder, briefs into a file or a folder.

`supply` streams the topics (as text by `encoding`), `make` turns one into a page, `workers` make
them side by side and give them back in order, `store` writes them, and `journal` knows what is
done, so that a run that was killed goes on where it stopped.
"""
