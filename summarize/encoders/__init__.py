"""What makes vectors of sentences: the default model in numpy, any other, or words alone.

`minilm` runs the default model, `encoder` any model on sentence-transformers, with what `hub` has
or fetches; `lexical` compares words where no model knows the language.
"""
