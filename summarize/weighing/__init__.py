"""What choosing weighs: what statements cover, what carries them, what may stand beside what.

`concepts` are what a brief is to cover. `evidence` tells which articles state a statement: by its
words as `claims` (`shares`, or a `table` of a small story), in one to three sentences in a row
(`windows`) that have what no supporter may lack (`required`), and by how near two articles are
(`relatedness`). `carried` asks which statements enough voices state, `lateness` how late they came,
`off_topic` which articles are of another matter, `blank` which are of none, `stories` how many
stories there are; `parts` is what a score is made of.

`fitness` says what can stand alone, `reasons` why a story's statements cannot, `rivals` what says
the same. `budget` counts the length, `pack` fills it, and `readable` takes back what does not go
with the rest, what is told twice (`retold`), the smaller of two tolls (`outdone`) and what is told
of nobody but a "he" (`unnamed`). `opening` tells which pick a brief begins with.
"""
