"""Tags: the verbs that set off whose words a sentence tells: ", officials said." English only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.finite import has_event, has_verb
from summarize.text.attribution.marks import is_said, to_mark
from summarize.text.attribution.roles import are_many
from summarize.text.attribution.subjects import REPORTED
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token

# Forms that are nouns too, and verbs right behind a comma: ", claims the ministry".
_INVERTED = frozenset("claims reports states notes warns argues insists alleges writes".split())
_FOUND = frozenset(  # by a study
    "showed shows indicated indicates suggested suggests found finds".split()
)
# Verbs of saying that are no nouns, where they end a sentence: ", a former doctor maintains."
_ENDS = frozenset(
    """contends contended maintains maintained asserts asserted alleges believes believed predicts
    predicted concedes conceded acknowledges complains complained cautions cautioned stresses
    stressed admits admitted jokes joked declared suggested""".split()
)
_SETTING = frozenset("while although though when if after before because since".split())
_HELPED = frozenset("learned shown found suggested said".split())
_WRITES = frozenset("reads read states claims".split())
_WRITTEN = frozenset("paper saying".split())
_PAPERS = frozenset("suit petition brief policy website".split())
_QUOTES = frozenset(("”", '"', "''", "»"))


def is_reporting(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Return whether a token is a tag’s verb: "said", and by its place "claims" or "sighed"."""
    word, before = tokens[at].text, tokens[at - 1].text
    if word in REPORTED:
        return True
    if word in ("reporting", "saying"):
        return before in ("is", "are")
    if at + 2 >= len(tokens) and tokens[-1].text == "." and _is_last(tokens, kinds, at):
        return True
    if word in _INVERTED:
        return before == "," or before in _QUOTES
    says = is_past(word) or (word.endswith("s") and "say" in kinds[at].split("+"))
    closes = before in _QUOTES and tokens[at - 2].text in (",", "?", "!")
    return closes and says and _is_quotation(tokens, at - 1)


def _is_quotation(tokens: Sequence[Token], close: int) -> bool:
    """Tell whether what a mark closes is said, and no title amid words: in charge of “Harbour,”."""
    first = close
    while first > 0 and tokens[first - 1].quoted:
        first -= 1
    apart = first == 0 or not tokens[first - 1].text[0].isalnum()
    return apart or any(is_said(token) for token in tokens[first:close])


def _is_last(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether the last word of a sentence is a tag’s verb: "studies have shown"."""
    word, before = tokens[at].text, kinds[at - 1]
    if word in _WRITES:
        paper = not _WRITTEN.isdisjoint(before.split("+"))  # the letter reads
        return paper or tokens[at - 1].text in _PAPERS
    if word in _ENDS:
        return before != "and"
    if f"{word}s" in _FOUND | _ENDS:  # court records show
        many = tokens[at - 1].text
        return many.islower() and (many.endswith("s") or many == "data" or are_many(many))
    return word in _FOUND or word == "reports" or (word in _HELPED and before == "have")


def is_setting(tokens: Sequence[Token], kinds: Sequence[str], begin: int) -> bool:
    """Return whether a clause that only sets the scene goes up to a token: "When he left, a clerk".

    Not where what is told stands between the two: "While it rained, boats sank, a clerk said."
    """
    if tokens[0].text.lower() not in _SETTING:
        return False
    comma = to_mark(tokens, 0)
    if comma >= begin - 1 or tokens[comma].text != ",":
        return True
    told = has_verb(tokens, kinds, comma + 1, begin - 1)
    return not (told or has_event(tokens, kinds, comma + 1, begin - 1))
