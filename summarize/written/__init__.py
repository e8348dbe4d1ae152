"""A brief that was written, read back: JSON in the `shape` of its schema, or Markdown (`unmark`).

`reread` tells the two apart and returns what the brief `told`, for who proves it and for who knows
what it said.
"""
