"""The nouns of the pipeline: frozen records that every stage takes and gives.

Offsets are into `Article.text`, the text as read (decoded), so that every record can be
traced back to the characters it came from. Articles are numbered from 0 in the order given.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from summarize.counted import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarize.arrays import Vectors


@dataclass(frozen=True, slots=True)
class Article:
    """One input document; what is unknown about it is None."""

    path: str
    text: str
    title: str | None = None
    outlet: str | None = None
    wire: str | None = None
    byline: str | None = None
    date: str | None = None  # ISO 8601 day, "2023-07-27"
    url: str | None = None
    extracted: bool = False  # from a page, by what takes off what surrounds its article
    language: str | None = None  # ISO 639-1, "fr"; None is English or unknown


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of article number `article`."""

    article: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Drop:
    """Something left out: at which stage, what, why, and because of what."""

    stage: str
    item: Span | str  # of an article, or the path of a source that could not be read
    reason: str
    because_of: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles that could be read (what iterating gives), and as drops what could not."""

    articles: tuple[Article, ...]
    drops: tuple[Drop, ...] = ()

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What of each article is article (`kept`: blocks, a paragraph or a line each) and what not.

    Kept and dropped spans together cover all non-blank text, in order, without overlap.
    """

    kept: tuple[Span, ...]
    drops: tuple[Drop, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A slice of one article: in a story its text is made `plain`, in a brief it is verbatim.

    `position` counts the article's kept sentences from 0, `paragraph` its kept blocks from 0.
    """

    span: Span
    text: str
    position: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Voice:
    """An independent origin: the articles that carry the same wire story, or one alone."""

    id: str
    name: str
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Near-copies of one sentence, by words alone; `sentence` is the version that stands for all.

    Numbers index the tuple of sentences; `copies` contains `sentence` and is sorted.
    """

    sentence: int
    copies: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Embedded:
    """Statements and their unit vectors: row i of `vectors` (n × d, float32) is statement i."""

    statements: tuple[Statement, ...]
    vectors: Vectors


@dataclass(frozen=True, slots=True)
class Cluster:
    """Statements, from any articles, that say the same thing; `leader` is their centre.

    Numbers index the statements; `members` has `leader` and is sorted; `voices` are the support.
    """

    leader: int
    members: tuple[int, ...]
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """All that is known of the articles before anything is chosen."""

    articles: tuple[Article, ...]
    sentences: tuple[Sentence, ...]
    voices: tuple[Voice, ...]
    embedded: Embedded
    clusters: tuple[Cluster, ...]

    def sentence(self, statement: int) -> Sentence:
        """Return the sentence that stands for a statement."""
        return self.sentences[self.embedded.statements[statement].sentence]

    def verbatim(self, at: Span) -> str:
        """Return what stands at a place, as its article has it."""
        return self.articles[at.article].text[at.start : at.end]

    @property
    def voice_of(self) -> dict[int, str]:
        """The id of each article's voice."""
        return {number: voice.id for voice in self.voices for number in voice.articles}


@dataclass(frozen=True, slots=True)
class Ranked:
    """A statement's score, its parts, and what it is worth besides the concepts that it covers."""

    score: float
    parts: Mapping[str, float]
    worth: float


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a statement was not picked; `because_of` is the picked statement it gave way to."""

    stage: str
    reason: str
    because_of: int | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """The picked statements, and for every other the reason why it was not."""

    picked: tuple[int, ...]
    refused: Mapping[int, Refusal]


@dataclass(frozen=True, slots=True)
class Pick:
    """A sentence of the brief: its score with the parts, who carries it, who says it.

    `cites` are the articles that state its content, `evidence` the sentences that do, `voices` the
    voices' ids. `rests_on` is who all of several voices have it from, `day` its day on a timeline.
    """

    sentence: Sentence
    score: float
    parts: Mapping[str, float]
    cites: tuple[int, ...]
    voices: tuple[str, ...]
    attributed_to: str | None = None
    rests_on: str | None = None
    evidence: tuple[Span, ...] = ()
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One value that one article gives for a disputed point, with the sentence that gives it."""

    value: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A point on which articles state different values; `kind` as in the JSON schema."""

    about: str
    kind: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The picks in reading order and all around them; `scope` is what was asked of it, by name."""

    title: str
    signature: str
    articles: tuple[Article, ...]
    voices: tuple[Voice, ...]
    picks: tuple[Pick, ...]
    drops: tuple[Drop, ...]
    counts: Mapping[str, int]
    disagreements: tuple[Disagreement, ...] = ()
    scope: Mapping[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> int:
        """Words of the picked sentences, as readers of their language count them."""
        return sum(words(pick.sentence.text) for pick in self.picks)


class Encoder(Protocol):
    """Anything that turns texts into unit vectors; those of one `revision` can be compared."""

    @property
    def revision(self) -> str:
        """What the vectors depend on besides the text."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, n × d, float32, whatever the order or number of texts."""
