"""The language in force: that of the articles at hand, for whatever compares words.

Words are cut and stemmed in a hundred places that see no article, only a sentence. As with the
precision of `decimal`, the language is therefore a context: `speaking` sets it for a while, in the
thread that does so and in no other. Without it the language is English.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH = "en"
_IN_FORCE: ContextVar[str | None] = ContextVar("language", default=None)

in_force = _IN_FORCE.get  # the code of a language that is not English, or None


def is_foreign(language: str | None) -> bool:
    """Return whether a language is known and not English."""
    return language is not None and language != ENGLISH


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """Have a language in force, English if it is None, and then the one of before."""
    token = _IN_FORCE.set(language if is_foreign(language) else None)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)
