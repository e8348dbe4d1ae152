"""Silent: verbs of saying that tell of nobody's words: a name, or an answer that was not given.

English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token

_CALLED = frozenset("called named dubbed titled nicknamed code-named codenamed".split())
_NAMED = frozenset("Name CAPS number".split())
_ANSWERS = frozenset("respond responded return returned reply replied answer answered".split())
_COMMENT = frozenset("comment commented".split())
_RECALLS = frozenset("recalled recalls recall recalling".split())
_RECALLED = frozenset(  # is called back, and not remembered
    "ambassador ambassadors envoy envoys diplomats troops products vehicles cars units".split()
)
# What is done by saying it: who does so is no source of it.
_ACTS = ("plead", "pled ", "order", "rul", "authori", "command", "invit", "greet", "thank")
_WITH = ("agree", "speak", "spoke", "talk")
_DEALS = frozenset("to on with upon".split())  # what is agreed to is done
_AT = frozenset("for in at before by during after from near".split())  # spoke in Halden
_OBJECT = 6  # tokens behind it in which that stands
_NOT = 3  # tokens before an answer in which "not" stands: "did not immediately respond"
_ASKED = 8  # tokens behind it in which its request stands
_REQUESTS = frozenset(
    """request requests call calls message messages email emails e-mail e-mails inquiry inquiries
    question questions query queries comment""".split()
)


def is_silent(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Return whether a verb only names a thing, calls one back, or says that nobody answered."""
    if tokens[at].text in _RECALLS:
        near = (token.text for token in tokens[at + 1 : at + _OBJECT])
        return not _RECALLED.isdisjoint(near)
    if tokens[at].text == "reported" and [one.text for one in tokens[at + 1 : at + 2]] == ["from"]:
        return True  # Roe reported from Halden
    return is_naming(tokens, kinds, at) or _is_unanswered(tokens, kinds, at)


def is_act(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a verb tells what is done by saying it: who agrees to a deal does so."""
    word = tokens[at].text.lower()
    near = [token.text for token in tokens[at + 1 : at + _OBJECT]]
    if f"{word} ".startswith(_ACTS):
        return not word.startswith("rul") or "that" not in near  # ruled on Friday that
    if not word.startswith(_WITH):
        return False
    spoke = not word.startswith("agree") and near[1:2] != ["length"]
    return not _DEALS.isdisjoint(near[:1]) or (spoke and not _AT.isdisjoint(near[:1]))


def is_naming(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a participle only tells a name: "a restaurant called Red Harbour"."""
    before = tokens[at - 1].text if at else ""
    if tokens[at].text not in _CALLED or not (before[:1].isalnum() or before == ","):
        return False
    end = at + 1
    if end < len(tokens) and tokens[end].quoted:
        end += 1
        if end >= len(tokens) or not tokens[end].text[0].isupper():
            return False
        while end < len(tokens) and tokens[end].quoted:
            end += 1
    else:
        while end < len(tokens) and (kinds[end] in _NAMED or kinds[end][-1] == "^"):
            end += 1
    if end == at + 1:
        return False
    after = kinds[end] if end < len(tokens) else "."
    return not after[0].isalnum() or after in ("prep", "that", "it", "he", "be", "have", "as")


def _is_unanswered(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a verb tells that an answer was not given: "did not respond to requests"."""
    word = tokens[at].text
    near = range(max(0, at - _NOT), at)
    if not any(kinds[n] == "not" or tokens[n].text in ("failed", "yet") for n in near):
        return False
    if word in _COMMENT:
        return True
    asked = (token.text for token in tokens[at + 1 : at + _ASKED])
    return word in _ANSWERS and (at + 2 >= len(tokens) or not _REQUESTS.isdisjoint(asked))
