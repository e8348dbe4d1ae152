"""Articles in files of every kind: plain text, topics, pages, mail, papers, archives, feeds."""
