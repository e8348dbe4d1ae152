"""focus: how much each statement has to do with what the reader asks about.

Near is a statement whose vector is close to that of TEXT or that has its words: names, numbers and
quoted words as they stand, others also by meaning, each weighed by how rare it is in the story.
Countries, days, months and numerals are names however they are typed.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from summarize.barred import Barred
from summarize.records import Refusal
from summarize.text.calendar import MONTHS, WEEKDAYS
from summarize.text.terms import content, english_stem
from summarize.text.tongues.force import in_force
from summarize.text.values.numerals import FIGURES
from summarize.words import Terms, by_start, forms, is_state, likeness, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Encoder, Story

STAGE = "focus"

# On 86 mixes of two AllSides stories of one theme, the closest by title, with the title of one as
# focus, at 100 words: 83 % of the picks come from its articles, without a focus 52 %. WEIGHT from 6
# to 16 gives the same; NEAR at 0.45 gives 82, at 0.52 83 and shorter briefs. How nearness orders
# sentences does not depend on WORDS from 0 to 1 there, since titles are long; short aspects need
# it. Read on 18 aspects of the seeds and NewsWCL50. 2026-11.
WORDS = 0.3  # what having all words of a text is worth, in cosine
NEAR = 0.48  # less has nothing to do with it
WEIGHT = 10.0  # per word, of what nearness exceeds NEAR by; coverage has a mean weight of 1


def near(text: str, story: Story, encoder: Encoder) -> tuple[float, ...]:
    """Return how near each statement of a story is to a text: cosine + WORDS × share of its words.

    A text whose words are all there is as near as NEAR at least.
    """
    import numpy as np

    texts = [story.sentence(number).text for number in range(len(story.embedded.statements))]
    asked = encoder.encode([text])[0].astype(np.float64)
    cosines = story.embedded.vectors.astype(np.float64) @ asked
    shares = _shares(text, texts)
    return tuple(
        round(max(float(cosine) + WORDS * share, NEAR if share > 0.99 else 0.0), 6)
        for cosine, share in zip(cosines, shares, strict=True)
    )


def worth(nearness: Sequence[float]) -> list[float]:
    """Return what nearness adds to the score of each statement, per word."""
    return [WEIGHT * max(0.0, value - NEAR) for value in nearness]


def aside(text: str, nearness: Sequence[float], meant: str = "") -> Barred:
    """Return the statements that have nothing to do with a text; `meant` is what it may mean."""
    reason = f"has nothing to do with “{text}”"
    return Barred(
        {n: Refusal(STAGE, reason) for n, value in enumerate(nearness) if value < NEAR},
        f"Nothing in the articles is about “{text}”; leave out --focus, or name what you look for "
        f"as the articles do.{meant and ' '}{meant}",
        text,
    )


def _shares(text: str, texts: Sequence[str]) -> list[float]:
    """Return the share of the weight of a text's words that each of some others has."""
    wanted = _named(terms(text))
    if not (wanted.fixed or wanted.common):
        return [0.0] * len(texts)
    found = Counter(chain.from_iterable(set(content(other)) for other in texts))
    weight = {
        word: math.log(1 + len(texts) / max(1, found[word]))
        for word in wanted.fixed + wanted.common
    }
    whole = math.fsum(weight.values())
    return [_has(wanted, terms(other), weight) / whole for other in texts]


def _named(wanted: Terms) -> Terms:
    """Return words asked for with those as fixed that name a country, a day or a number.

    A reader types "germany", and at the start of a text any name could be a common word. By its
    meaning it would be like Russia, as Tuesday is like any day and seven like three.
    """
    if in_force():
        return wanted
    names = {word for word in wanted.common if word in _alike() or is_state(word)}
    fixed = tuple(sorted(names.union(wanted.fixed)))
    return Terms(fixed, tuple(word for word in wanted.common if word not in names))


@lru_cache(maxsize=1)
def _alike() -> frozenset[str]:
    """Return the stems of days, months and numerals; a march may be a demonstration."""
    words = [name.lower() for name in (*WEEKDAYS, *MONTHS) if name != "March"]
    return frozenset(english_stem(word) for word in chain(words, FIGURES))


def _has(wanted: Terms, own: Terms, weight: dict[str, float]) -> float:
    words = sorted({*own.fixed, *own.common})
    starts = by_start(words)
    alike = likeness(wanted.common, own.common).max(axis=1) if own.common else ()
    got = [weight[name] for name in wanted.fixed if forms(name, starts)]
    got += [weight[word] for word in wanted.common if word in words]
    got += [
        weight[word] * float(like)
        for word, like in zip(wanted.common, alike, strict=False)
        if word not in words
    ]
    return math.fsum(got)
