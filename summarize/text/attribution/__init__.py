"""Attribution: who says a sentence, as far as words and their order tell. English only."""
