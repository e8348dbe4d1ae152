"""The message catalogue: what pages say of sources, by key, in English only for now.

A message that counts has two forms, for one and for more. A translation is another catalogue with
the same keys; which ones there are is tested.
"""

from __future__ import annotations

ENGLISH: dict[str, str | tuple[str, str]] = {
    # What is counted.
    "article": ("{n} article", "{n} articles"),
    "brief": ("{n} brief", "{n} briefs"),
    "event": ("{n} event", "{n} events"),
    "finding": ("{n} finding", "{n} findings"),
    "independent source": ("{n} independent source", "{n} independent sources"),
    "outlet": ("{n} outlet", "{n} outlets"),
    "sentence": ("{n} sentence", "{n} sentences"),
    "source": ("{n} source", "{n} sources"),
    "topic": ("{n} topic", "{n} topics"),
    "word": ("{n} word", "{n} words"),
    # Who says a sentence, and who all of several sources have it from.
    "according to": "according to {who}",
    "all citing": "{sources}, all citing {who}",
    "in outlets": "in {outlets}",
    "disagree": "Where the sources disagree",
    "sources": "Sources",
    # What a brief was asked to tell.
    "about": "about “{text}”",
    "new since": "new since {day}",
    "only new": "only what is new",
    "articles": "articles {days}",
    "since": "since {day}",
    "until": "until {day}",
    "undated": "Undated",
    "weekdays": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}


def message(key: str, n: int | None = None, **values: str) -> str:
    """Return a message with its values put in; of one that counts, the form for `n`."""
    forms = ENGLISH[key]
    form = forms if isinstance(forms, str) else forms[n != 1]
    return form.format(n=n, **values)
