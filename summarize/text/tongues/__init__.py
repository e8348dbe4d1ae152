"""What is known of languages besides English: which it is, its sentences, its words.

`detect` tells the language and `force` which one is in force. `sentences` parts its texts, `words`
has its function words (`saying` its verbs of saying) and stems in one `spelling`; `openers` are the
words by which a sentence leans on another, `quotations` what stands between its marks.
"""
