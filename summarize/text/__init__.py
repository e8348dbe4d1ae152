"""What is known of words and lines: shared knowledge below the stages, which import from here."""
