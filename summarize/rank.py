"""rank: what each statement is worth, with the parts.

Coverage comes first: the concepts it carries, by the number of independent voices that carry them.
Then how widely its words are shared, how early it stands in its article, whether it lets somebody
speak, and in a story of weeks how late it is. All parts are per word: length is the budget's.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from itertools import chain, count
from typing import TYPE_CHECKING

from summarize import counted
from summarize.records import Ranked
from summarize.text.quoting import attributed_quote
from summarize.text.terms import content
from summarize.text.tongues.force import in_force
from summarize.text.values.accusations import accuses, denies
from summarize.weighing.concepts import Concepts, carriers
from summarize.weighing.lateness import days_told, lateness
from summarize.weighing.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarize.records import Story
    from summarize.weighing.evidence import Evidence

# Per word, against coverage with a mean weight of 1 a concept. Tuned on MultiLing 2011 English,
# Multi-News and AllSides together, each checked with the others' values, 2026-11.
POSITION = 0.3  # times -ln(1 + position)
# In other languages than English, where endings hide that words return, coverage tells less and
# the place more. On MultiLing 2011 in six of them, 2026-11: 16.5 points of ROUGE-2 at 1.0, 16.2 at
# 0.6, 16.0 at 0.3; from there on it rises with the one whose references follow the ledes most.
POSITION_ABROAD = 1.0
# For each day on which a story was told, where that comes to more, and at most as abroad: the first
# sentences of later articles are what happened since. MultiLing 2011 English, 8 to 10 days a story,
# gains 0.9, the mean over eleven lengths, 2026-11; the other sets are of one day or undated.
POSITION_A_DAY = 0.125
CENTRALITY = 0.2  # times the z-score of the mean share of voices that use the words
QUOTATION = 0.75  # times the share of the words in an attributed quotation, at most
QUOTED_MOST = 2 / 3  # anything from .65 up is as good, less is worse; 2026-11
# Times the logarithm of the number of voices that state the same or come near to it, in any
# words, so that each doubling is worth the same. At 0.3: MultiLing + 0.5, Multi-News - 0.1,
# AllSides + 0.1.
SUPPORT = 0.3
# For a sentence that tells both an accusation and its denial, so that disputed matters are told
# from both sides. Costs nothing in ROUGE.
DISPUTE = 0.5
# Between the first and the last day of a story that has run for LONG days or more, and less of it
# in a shorter one: what came last is the news. The project's own topics gain 0.8 points of ROUGE-2
# and three of facts (0.3 much the same), MultiLing 2011 nothing either way up to 0.2, 2026-11.
RECENCY = 0.1
MOST_ASKED = 200  # statements whose support is asked for, best first; of others nothing is known


def rank(
    story: Story,
    known: Concepts,
    evidence: Evidence,
    more: Mapping[str, Sequence[float]] | None = None,
) -> tuple[Ranked, ...]:
    """Return the score of each statement: the sum of its parts, a word of the best one being 1.

    Parts: coverage (concepts by voices), centrality (words shared by voices), support (voices that
    state the same in any words, or nearly), position (early in the article), quotation (an
    attributed one), dispute (both sides in a sentence), recency (a late voice of a long story) and
    what `more` gives by name and statement. Those relative to the story's mean may be negative.
    """
    texts = [story.sentence(number).text for number in range(len(known.rows))]
    lengths = [max(1, counted.words(text)) for text in texts]
    own = chain(_parts(texts, lengths, known, story), (more or {}).items())
    parts = {name: array("d", values) for name, values in own}
    before = [math.fsum(values) for values in zip(*parts.values(), strict=True)]
    asked = sorted(range(len(texts)), key=lambda n: (-round(before[n], 9), texts[n]))[:MOST_ASKED]
    parts["support"] = array("d", _centred(_supported(asked, story, evidence)))
    sums = [math.fsum(values) for values in zip(*parts.values(), strict=True)]
    best = max((value for value in sums if value > 0), default=1.0)
    return tuple(
        Ranked(
            score=round(value / best, 6),
            parts=Parts(parts, i, best),
            worth=round((value - parts["coverage"][i]) * lengths[i], 9),
        )
        for i, value in enumerate(sums)
    )


def _parts(
    texts: Sequence[str], lengths: Sequence[int], known: Concepts, story: Story
) -> Iterator[tuple[str, list[float]]]:
    """Give by its name each part that needs no evidence, for each statement."""
    rows = (known.weights[row].tolist() for row in known.rows)
    yield "coverage", [math.fsum(own) / n for own, n in zip(rows, lengths, strict=True)]
    yield "centrality", [CENTRALITY * z for z in _standardized(_shared(texts, story))]
    told = max(POSITION, POSITION_A_DAY * len(days_told(story)))
    place = POSITION_ABROAD if in_force() else min(told, POSITION_ABROAD)
    positions = [story.sentence(number).position for number in range(len(texts))]
    yield "position", [place * p for p in _centred([-math.log1p(p) for p in positions])]
    quoted = [min(attributed_quote(text), QUOTED_MOST) for text in texts]
    yield "quotation", [QUOTATION * share for share in quoted]
    yield "dispute", [DISPUTE * (accuses(text) and denies(text)) for text in texts]
    yield "recency", [RECENCY * late for late in _centred(lateness(story))]


def _shared(texts: Sequence[str], story: Story) -> list[float]:
    """Return the mean share of the voices that use the content words of each text."""
    import numpy as np

    number_of: dict[str, int] = defaultdict(count().__next__)  # a new word has the next number
    words, ends = array("i"), array("q", [0])
    for text in texts:
        words.extend(set(map(number_of.__getitem__, content(text))))
        ends.append(len(words))
    sizes = np.diff(ends)
    owners = np.repeat(np.arange(len(texts)), sizes)
    items = np.array(words, dtype=np.int64)
    voices = carriers(story, owners, items, len(number_of))[items]
    # Whole numbers, so that their order plays no part.
    sums = np.bincount(owners, weights=voices, minlength=len(texts))
    shared: list[float] = (sums / np.maximum(1, sizes) / max(1, len(story.voices))).tolist()
    return shared


def _supported(asked: Sequence[int], story: Story, evidence: Evidence) -> list[float]:
    """Return for each statement SUPPORT × ln of the number of voices that tell of the same."""
    voice_of = story.voice_of
    found = [0.0] * len(story.embedded.statements)
    evidence.expect(asked)
    for number in asked:
        voices = {voice_of[article] for article in evidence.near(number)}
        found[number] = SUPPORT * math.log(len(voices))
    return found


def _centred(values: Sequence[float]) -> list[float]:
    mean = math.fsum(values) / max(1, len(values))
    return [value - mean for value in values]


def _standardized(values: Sequence[float]) -> list[float]:
    centred = _centred(values)
    deviation = math.sqrt(math.fsum(value * value for value in centred) / max(1, len(values)))
    return [value / (deviation + 1e-6) for value in centred]
