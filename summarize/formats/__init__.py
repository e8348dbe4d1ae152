"""Articles in files of every kind: text, topics, pages, mail, papers, tables, crawls, archives.

What a page says of itself (`selfsaid`), hides (`hidden`) and puts beside its sentences
(`set_apart`) is seen to before its text is taken, and its markup is `mended`.
"""
