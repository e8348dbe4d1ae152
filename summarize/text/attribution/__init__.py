"""Attribution: who says a sentence, as far as words and their order tell. English only.

`clues` are what the weights of `speakers` are asked of each word, and `reported` finds the source
that a whole sentence is laid to (`according`, `worded`, `subjects`, `tags`, up to the next of its
`marks`; `titled` in a headline of capitals, `transcripts` in a line of a conversation,
`place_lists` where it ends with several places, `alongside` beside what somebody does; not in a
`subordinate` clause); `spans` and `extent` cut its words fit to print, and `compounds` gives a
source the noun that it is cut off before. `telling` asks whether anything is said, by the verbs
that are a source's own (`acting`) and not `silent`, `claimants` looks for the fuller name, and
`callings` for who "the official" is. `quotations` knows what stands between marks. `meant` tells
who he, she or they are: by who does what a sentence tells (`doers`, behind what is `leading` up to
them), whom they have to do with (`dealings`) and who else it may be (`candidates`), of whom
`persons` and `roles` tell what they are.
"""
