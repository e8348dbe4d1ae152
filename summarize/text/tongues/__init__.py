"""What is known of languages besides English: which it is, its sentences, its words."""
