"""Rules: by which one two values are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.values.outcomes import SLOT as OUTCOME
from summarize.text.values.quantities import FATES

if TYPE_CHECKING:
    from summarize.text.values.value import Value

_OWN = frozenset(("fate", "dispute", "month", "year", "hour", "vote", "score"))


def rule(value: Value) -> str:
    """Return by which rule a value is compared: its kind, or a closer one."""
    if value.slot.endswith("-#"):
        return "designation"
    if value.slot.startswith("age of "):
        return "age"
    if value.slot.startswith(OUTCOME):
        return "outcome"
    if value.slot.startswith("part "):
        return "part"
    own = "fate" if value.slot in FATES else value.slot
    return own if own in _OWN else value.kind
