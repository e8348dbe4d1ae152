"""A brief as a reader meets it: one module a format, each with one function from Brief to text."""
