"""What choosing weighs: what statements cover, what carries them, what may stand beside what.

`concepts` are what a brief is to cover, `evidence` (with `shares` and `windows`) tells which
articles state a statement, and `carried` which of them enough voices carry. `fitness` says what can
stand alone, `rivals` what says the same, `pack` fills the length, and `readable` takes back what
does not go with the rest.
"""
