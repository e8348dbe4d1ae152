"""Articles in files of every kind: text, topics, pages, mail, papers, tables, crawls, archives."""
