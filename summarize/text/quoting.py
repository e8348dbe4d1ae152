"""Quoting: what of a sentence stands in quotation marks, and whether the rest tells who says it.

Where another language than English is in force, both are told by what `tongues.quotations` knows.
"""

from __future__ import annotations

from itertools import pairwise

from summarize import counted
from summarize.text.cues import is_verb
from summarize.text.patterns import pattern
from summarize.text.tongues import quotations as foreign
from summarize.text.tongues.force import in_force

_QUOTED = pattern(r"“[^”]*”?|\"[^\"]*\"?|‘[^’]{20,}’")
_WORDS = pattern(r"[^\W\d_]+")
_LABEL = 80  # characters of a name and a role before a colon
_SPEAKERS = frozenset("i we he she they it".split())


def runs_on(text: str) -> bool:
    """Return whether a text opens a quotation that it does not close."""
    plain = text.count('"') % 2 == 1 and not text.rstrip().endswith('"')
    return plain or text.count("“") > text.count("”")


def unquoted(text: str) -> str:
    """Return the text with each quotation replaced by a full stop, so that nothing runs across."""
    if language := in_force():
        return foreign.unquoted(text, language, " . ")
    return _QUOTED.sub(" . ", text) if _may_quote(text) else text


def _may_quote(text: str) -> bool:
    """Return whether a text has a mark that opens a quotation, which most have not."""
    return "“" in text or '"' in text or "‘" in text


def quoted_share(text: str) -> float:
    """Return the share of the characters that stand in quotation marks."""
    if language := in_force():
        parts = foreign.spans(text, language)
        return sum(end - start for start, end in parts) / max(1, len(text))
    if not _may_quote(text):
        return 0.0
    return sum(len(match) for match in _QUOTED.findall(text)) / max(1, len(text))


def is_attributed(text: str) -> bool:
    """Return whether something outside the quotations of a text tells who says them.

    Two words do, of which one is more than a name: "said Park", "Jo Park:", but not "CNN Live –".
    """
    if language := in_force():
        return foreign.is_attributed(text, language)
    outside = _QUOTED.sub(" ", text)
    words = _WORDS.findall(outside)
    named = ":" in outside or any(word.islower() or is_verb(word.lower()) for word in words)
    return named and len(words) > 1


def attributed_quote(text: str) -> float:
    """Return the share of the words in quotation marks, 0 if nothing outside tells who says them.

    A mark that stands behind a quotation counts as a word outside of it.
    """
    if language := in_force():
        outside = foreign.unquoted(text, language)
        quotes = outside != text and foreign.is_attributed(text, language)
        return 1 - counted.words(outside) / max(1, counted.words(text)) if quotes else 0.0
    if not _may_quote(text) or not is_attributed(text):
        return 0.0
    return 1 - len(_QUOTED.sub(" ", text).split()) / max(1, len(text.split()))


def names_speaker(text: str) -> bool:
    """Return whether the words outside quotations tell who says them, by more than a pronoun."""
    if _is_labelled(text):
        return True
    words = _WORDS.findall(unquoted(text).lower())
    saying = [{*pair} for pair in pairwise(words) if any(is_verb(word) for word in pair)]
    return bool(saying) and not any(pair & _SPEAKERS for pair in saying)


def _is_labelled(text: str) -> bool:
    """Tell whether a text is what somebody says behind his name: "Mayor Eva Dahl: “Come in.”"."""
    label, colon, rest = text[:_LABEL].partition(":")
    words = label.split()
    quotes = bool(colon) and rest.lstrip()[:1] in ('"', "“") and not _may_quote(label)
    return quotes and len(words) > 1 and all(word[0].isupper() for word in words[-2:])
