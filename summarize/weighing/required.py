"""Required: what no sentence may lack that supports another, however much else they share."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from summarize.text.clauses import main_clause, unadorned
from summarize.text.patterns import pattern
from summarize.text.predicates import predicates
from summarize.text.terms import negates, numbers
from summarize.text.tongues.force import in_force
from summarize.text.values.accusations import denies
from summarize.text.values.asides import without_asides
from summarize.text.values.figures import amounts, figures, hedged
from summarize.text.values.undone import is_undone
from summarize.text.values.unknown import is_unknown
from summarize.words import expressed, is_state, quotations, terms

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from summarize.arrays import Doubles, Flags, Longs
    from summarize.records import Story
    from summarize.weighing.shares import Shares
    from summarize.weighing.table import Table

MUST = 0.5  # how far a window must have what it must not lack
# Where it tells nothing like what happens, one citation in four was wrong, elsewhere one in 16: set
# on the labelled pairs of all development sets, 2026-11. With twice as much fewer are wrong, and as
# many fewer are found.
UNTOLD = 0.03
# What of a country's name is no word of another's: "US", "U.S." and "United States".
_IN_FULL = {"usa": "United States", "eu": "European Union", "uk": "United Kingdom"}
_IN_NAME = pattern(
    r"(?<![\w.’'-])(?:[A-Z][\w.’'-]{0,20}\s(?=[A-Z])|(?:[Tt]he|[Aa]n?)\s[A-Z][\w.]{0,20}(?=\s[a-z]))"
)
ALSO = 0.4  # share of a statement's words that a sentence has that tells without a "not" of it
FELT = 0.2  # likeness of "gratitude" and "thanked", the least of such pairs that were looked at


class Required:
    """What the statements of a story must have to support one another, looked up when asked."""

    def __init__(self, story: Story, shares: Shares | Table) -> None:
        self._story = story
        self._shares = shares
        self._in_full: dict[str, Flags] = {}  # which statements have a name, as far as asked
        # Both are asked of a statement beside one window after another.
        self._beside: dict[int, list[tuple[int, str]]] = {}
        self._cardinals: dict[int, frozenset[str]] = {}

    def lacking_nothing(self, number: int, shares: Any, columns: Longs) -> Flags:
        """Return which windows, given as rows of statements, have all that statement `number` asks.

        `shares` are those of its terms.
        """
        import numpy as np

        rows = self._rows(number, shares, columns.ravel())
        if not rows:
            return np.ones(len(columns), dtype=bool)
        have = np.array(rows).reshape(len(rows), *columns.shape)
        return (have.max(axis=2) >= MUST).all(axis=0)

    def lacking_beside(self, number: int, shares: Any, windows: Longs) -> bool:
        """Return whether a window, as statements, lacks what the other clauses of one ask.

        That is their countries and numbers too. A number of one digit or a rank is often told
        otherwise there, a country before another name is mostly a part of it (the U.S. Embassy),
        and one before what somebody is only describes him (the Russian minister).
        """
        if number not in self._beside:
            self._beside[number] = _asked_beside(figures(self._texts[number]))
        asked = self._beside[number]
        if not asked:
            return False
        text = figures(self._texts[number])
        here = self._shares.columns(shares, windows)
        unsure = (one for one in asked if here[one[0]].max() < MUST)
        told = (self._about(here[row], name, text, windows) for row, name in unsure)
        return any(have.max() < MUST for have in told)

    def untold(self, number: int, shares: Any, columns: Longs) -> Doubles:
        """Return what windows lose for telling nothing like what happens in a statement.

        That is less for a word more like one of its main clause's verbs, and nothing without any.
        """
        import numpy as np

        text = figures(self._texts[number])
        own = terms(text)
        happening = () if in_force() else predicates(main_clause(text))
        rows = [row for row, word in enumerate(own.fixed + own.common) if word in happening]
        if not rows:
            return np.zeros(len(columns))
        here = self._shares.columns(shares, columns.ravel())[rows].max(axis=0)
        return UNTOLD * (1 - here.reshape(columns.shape).max(axis=1))

    def _rows(self, number: int, shares: Any, columns: Longs) -> list[Doubles | Flags]:
        """Return, a row each, how far the statements have what no supporter may lack.

        That is the countries and numbers of the main clause, but for what it says by the way, any
        word of each quotation that stands for a thing, what somebody expresses or a word like it,
        for a denial a denial, and for what is not known that it is not.
        """
        text = figures(self._texts[number])
        own = terms(text)
        main = _told(main_clause(text)) if any(map(_acts, own.fixed)) else ()
        actors = [row for row, name in enumerate(own.fixed) if _acts(name) and name in main]
        quoted, felt = quotations(text), expressed(text)
        rows: list[Doubles | Flags] = list(self._denials(number, shares, columns))
        if not (actors or quoted or felt):
            return rows
        here = self._shares.columns(shares, columns)
        row_of = {word: row for row, word in enumerate(own.fixed + own.common)}
        rows += [self._about(here[row], own.fixed[row], text, columns) for row in actors]
        rows += [here[[row_of[word] for word in some]].max(axis=0) for some in quoted]
        rows += [here[row_of[word]] >= FELT for word in felt if word in row_of]
        return rows

    def _about(self, here: Doubles, name: str, text: str, columns: Longs) -> Doubles:
        """Return how far the statements have a name or number.

        "At least 12" is had by 14 too, and grade 12 by the 12th.
        """
        import numpy as np

        if name in _IN_FULL:
            return np.maximum(here, self._having(_IN_FULL[name])[columns])
        if not name[0].isdigit() or (here >= MUST).all():
            return here
        room = hedged(text).get(name)
        if room is None:
            cardinal = _cardinal(name)
            return np.maximum(here, [cardinal in self._numbers(n) for n in columns.tolist()])
        low, high = room
        told = (amounts(self._texts[n]) for n in columns.tolist())
        return np.maximum(here, [any(low <= one <= high for one in own) for own in told])

    def _numbers(self, number: int) -> frozenset[str]:
        """Return the numbers of a statement, an ordinal as its cardinal."""
        if number not in self._cardinals:
            own = numbers(figures(self._texts[number]))
            self._cardinals[number] = frozenset(map(_cardinal, own))
        return self._cardinals[number]

    def _having(self, name: str) -> Flags:
        import numpy as np

        if name not in self._in_full:
            self._in_full[name] = np.array([name in text for text in self._texts], dtype=bool)
        return self._in_full[name]

    def _denials(self, number: int, shares: Any, columns: Longs) -> Iterator[Flags]:
        """Give for each way in which a statement denies whether others do it too.

        "did not" needs a "not" to support it, also where only a clause beside the main one says it,
        or what says so in another word of the same matter; "denied" needs a "not" or a denial, and
        so does "is unclear" in the main clause.
        """
        no, denied = self._denying
        if no[number]:
            told = self._shares.columns(shares, columns).mean(axis=0) >= ALSO
            yield no[columns] | (self._undone[columns] & told)
        if denied[number]:
            yield no[columns] | denied[columns]
        if self._open[number] and is_unknown(main_clause(self._texts[number])):
            yield no[columns] | self._open[columns]

    @cached_property
    def _denying(self) -> tuple[Flags, Flags]:
        """Which statements say no, and which tell of a denial."""
        import numpy as np

        return np.array(list(map(negates, self._texts))), np.array(list(map(denies, self._texts)))

    @cached_property
    def _undone(self) -> Flags:
        """Which statements say without a "not" that something is not done."""
        import numpy as np

        return np.array(list(map(is_undone, self._texts)), dtype=bool)

    @cached_property
    def _open(self) -> Flags:
        """Which statements say that something is not known."""
        import numpy as np

        return np.array(list(map(is_unknown, self._texts)), dtype=bool)

    @cached_property
    def _texts(self) -> list[str]:
        count = len(self._story.embedded.statements)
        return [self._story.sentence(number).text for number in range(count)]


def _asked_beside(text: str) -> list[tuple[int, str]]:
    """Return the countries and numbers that a text's other clauses ask, each with its row."""
    fixed = terms(text).fixed
    if not any(map(_acts, fixed)):
        return []
    beside = _told(text, _IN_NAME) - _told(main_clause(text))
    return [
        (row, name)
        for row, name in enumerate(fixed)
        if name in beside and len(name) > 1 and _cardinal(name) == name and _acts(name)
    ]


def _cardinal(number: str) -> str:
    """Return the number of an ordinal, "12" of "12th", or what is given."""
    return number[:-2] if number.endswith(("st", "nd", "rd", "th")) else number


def _acts(name: str) -> bool:
    """Return whether a fixed term of a text is a country or a number."""
    return is_state(name) or name[0].isdigit()


def _told(text: str, less: re.Pattern[str] | None = None) -> frozenset[str]:
    """Return the names and numbers that a text tells and not only says by the way, but for `less`.

    A text is a sentence or its main clause.
    """
    clause = without_asides(unadorned(text))
    return frozenset(terms(less.sub("", clause) if less else clause).fixed)
