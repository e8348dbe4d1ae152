"""Many news articles on one story in, one attributed brief of verbatim sentences out."""
