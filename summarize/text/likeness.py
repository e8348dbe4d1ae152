"""How alike two articles are, and whether that makes them one voice.

A page of its own text that quotes another has the quoted words in one place. A later or a local
version of a story has the story's words in many places, with new text between them. So the more
places there are, the smaller a share of shared words is proof.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Two articles are one voice when the shares of each that stand in the other come to this. Half a
# story within another of its size has 1; two paragraphs in a page of its own text, 0.5. Copies in
# the seeds have 1.1 and more, others 0.03; other outlets of newswcl50 0.3 at most, of allsides
# 0.656 at most but for one true copy (1.5), 2026-11.
SAME_VOICE = 0.68
# Besides, more than half of the one or a part of the other: a story of which half is quoted, at
# most, is no longer version.
MOST_OF_IT, ENOUGH_OF_IT = 0.55, 0.25
# Where both credit the same agency, a later version that keeps little of the first passes too.
SAME_VOICE_CREDITED = 0.4
# So does one with the words of the other in several places. Reports of newswcl50 and allsides that
# are not copies have two such places at most; recall of edited copies hardly moves if these numbers
# do (0.35 to 0.45 for 0.4, 15 to 25 words, 1.3 to 1.4), 2026-11.
A_PLACE = 15  # words, a short sentence; what two reporters hit upon is mostly shorter
SEVERAL = 3
SAME_VOICE_IN_PLACES = 0.4
# And one that shows in two places or more what the other has in fewer, so in longer stretches.
TORN = 1.3
SAME_VOICE_TORN = 0.5


@dataclass(frozen=True, slots=True)
class Likeness:
    """The stretches of words that the shorter of two articles has of the longer, and the reverse.

    `sizes` are the words of the two articles.
    """

    shorter: tuple[int, ...]
    longer: tuple[int, ...]
    sizes: tuple[int, int]

    @property
    def shares(self) -> tuple[float, float]:
        """The share of the shorter that stands in the longer, and of the longer in the shorter."""
        return sum(self.shorter) / max(1, self.sizes[0]), sum(self.longer) / max(1, self.sizes[1])

    @property
    def total(self) -> float:
        """Both shares together: 0 of strangers, 2 of an exact copy."""
        return round(sum(self.shares), 6)

    def copied(self, *, credited: bool) -> bool:
        """Tell whether one is a copy of the other; `credited` if both credit one agency."""
        if credited and self.total >= SAME_VOICE_CREDITED:
            return True
        places = max(_places(self.shorter), _places(self.longer))
        if places >= SEVERAL and self.total >= SAME_VOICE_IN_PLACES:
            return True
        if self._torn and self.total >= SAME_VOICE_TORN:
            return True
        shorter, longer = self.shares
        return self.total >= SAME_VOICE and (shorter >= MOST_OF_IT or longer >= ENOUGH_OF_IT)

    @property
    def _torn(self) -> bool:
        """Whether a stretch of the one stands in pieces in the other, new text between them."""
        few, many = sorted((self.shorter, self.longer), key=_places)
        return 1 < _places(many) > _places(few) and bool(few) and max(few) >= TORN * max(many)


def _places(stretches: Sequence[int]) -> int:
    return sum(words >= A_PLACE for words in stretches)
