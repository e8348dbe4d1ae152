"""The author's own voice: sentences in which whoever wrote them speaks of himself or to the reader.

English only.
"""

from __future__ import annotations

import re

from summarize.text.patterns import pattern
from summarize.text.quoting import unquoted
from summarize.text.tongues.force import in_force

_FIRST_PERSON = pattern(
    r"(?<!\.)\b(?=[ILMOUWYlmouwy])(?:I|I['’](?:m|ve|d|ll)|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|[Yy]ou|[Yy]our"
    r"|[Ll]et['’]s)\b(?! Weekly|-\d)"
)
# A letter of initials, "the F.B.I. director", or a numeral behind a name: "World War I".
_INITIAL = pattern(r"\.[A-Z]")
_NAMED = pattern(r"[A-Z]\.$|[^.!?…:;“”\"] [A-Z][a-z]+ $")
_RUNNING = pattern(r"[a-z,] $")  # amid a sentence: "in My Lai", but not "Sign up You will …"
_NAMES = frozenset(("My", "Our", "Us"))
_NEAR = 30  # characters; more than the longest name has
_TO_A_SCREEN = pattern(r"(?:click|tap) (?:here|on|the|this|below|above)\b", re.IGNORECASE)


def speaks_for_itself(text: str) -> bool:
    """Return whether the author speaks as I or we, or to the reader, outside quotations."""
    if in_force():
        return False
    own = unquoted(text)
    spoken = any(not _is_letter(own, found) for found in _FIRST_PERSON.finditer(own))
    return spoken or bool(_TO_A_SCREEN.match(own.lstrip()))


def _is_letter(text: str, found: re.Match[str]) -> bool:
    """Tell whether an "I" is no pronoun but a letter of initials or a numeral, or "My" a name."""
    if found.group() != "I":
        return found.group() in _NAMES and bool(_RUNNING.search(text[: found.start()]))
    before = text[max(0, found.start() - _NEAR) : found.start()]
    return bool(_INITIAL.match(text, found.end()) or _NAMED.search(before))
