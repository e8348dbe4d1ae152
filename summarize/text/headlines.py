"""Headlines that end with a full stop like a sentence, as archives hand them on.

A headline tells its news in the present and does without articles and helping verbs: "Council backs
tunnel under strait." Or it has its words written large: "Council Votes To Dig." So may a sentence
here and there, so only what stands above a story, and nothing but other headlines before it, is
taken for one. English only.
"""

from __future__ import annotations

from itertools import pairwise

from summarize.text.attribution.clues import is_little
from summarize.text.patterns import pattern
from summarize.text.predicates import is_past
from summarize.text.tongues.force import in_force

_FEWEST, _MOST = 4, 22  # words
_REACH = 300  # characters above a headline, which other headlines and a label may take up
_LARGE = 4  # of so many words one may be written small
# What headlines leave out, and the days, which are told in full below them.
_SPELT_OUT = pattern(
    r"[“”\"]|\b(?:[Aa]n?|[Tt]he|[Tt]h(?:is|ese|ose)|I|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|[Yy]ou"
    r"|[Tt]here|is|are|was|were|am|been|has|have|had|did|will|would|can|could|may|might"
    r"|must|shall|should|said|told|used|also|yesterday|today|tonight|tomorrow|ago|last|next"
    r"|week|month|year|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May"
    r"|June|July|August|September|October|November|December)\b|n[’']t\b"
)
# Behind these a past is an adjective: "in redacted memos".
_BEFORE = frozenset("after against at by for from in into of on over to under with".split())
_ENDED = pattern(r"(?<=[a-z\d’'][.!?])[’']?\s+(?=[A-Z])|\n")
_WORD = pattern(r"[A-Za-z][\w’'-]*")


def is_headline(text: str, start: int, end: int) -> bool:
    """Return whether a sentence of an article's text is a headline above its story."""
    if start > _REACH or in_force() or not text[end:].strip() or not _is_one(text[start:end]):
        return False
    above = (line.strip() for line in _ENDED.split(text[:start]))
    return all(_is_one(line) for line in above if line.endswith((".", "!", "?")))


def _is_one(text: str) -> bool:
    words = _WORD.findall(text)
    return _FEWEST <= len(words) <= _MOST and (_is_large(words) or _is_terse(text, words))


def _is_large(words: list[str]) -> bool:
    """Tell whether words are written large, and one that is no part of a name among them."""
    small = sum(word[0].islower() for word in words)
    others = (word for word in words[1:] if word[0].isupper() and len(word) > 1)
    return small * _LARGE <= len(words) and any(map(is_little, others))


def _is_terse(text: str, words: list[str]) -> bool:
    """Tell whether a text has no article, no helping verb, no past and no day."""
    past = any(is_past(word) and last not in _BEFORE for last, word in pairwise(words))
    return not past and not _SPELT_OUT.search(text)
