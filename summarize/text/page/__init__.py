"""A page: what of a text is its article, what it says of itself, and what stands around it."""
