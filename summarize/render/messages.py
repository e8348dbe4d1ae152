"""The message catalogue: all that pages say in words of their own, by key, in English for now.

A message that counts has two forms, for one and for more. A translation is another catalogue with
the same keys. Which ones there are is tested, and that no page has a word beside them; the words of
an evaluation and of the command line are not readers' and stand where they are used.
"""

from __future__ import annotations

ENGLISH: dict[str, str | tuple[str, str]] = {
    "language": "en",  # of the messages: a tag of BCP 47
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
    "says": "{source} says {value}",
    "as of": "as of {day}",  # when a sentence was told
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
    # How large a brief is, what it was made of and how.
    "untitled": "Brief",
    "size": "{words} in {sentences}",
    "made by": "{size}. Made by {signature}",
    "standard input": "standard input",
    "disagreement": "The sources disagree: {about}",
    "voice": "Voice",
    "voice of": "source {voice}",
    "outlets": "Outlet",
    "date": "Date",
    "title": "Title",
    # What became of sentences and files.
    "read": "{sentences} read: {fates}.",
    "picked": "{n} picked",
    "merged": "{n} merged into others",
    "unpicked": "{n} not picked",
    "dropped": "{n} left out as page furniture",
    "left out": "left out",
    "left out because": "left out: {why}",
    "notes": "To know",
    "drops": "Left out",
    "unread": "Could not be read",
    # The evidence page: the table of sentences by articles, and who carries a sentence.
    "skip": "Skip to the articles",
    "coverage": "Who carries what",
    "coverage is": "Sentences of the brief by the articles that state them; columns of one colour "
    "are one independent source.",
    "sentence number": "Sentence {number}",
    "sentence of": "Sentence {number} of the brief",
    "quoted": "quoted from here",
    "quoted cell": "quoted",
    "states": "states it",
    "states not": "no",
    "the brief": "The brief",
    "lone": "Only one source carries this",
    "carried by": "Carried by",
    "one voice": "in {n} articles, one source",
    # The evidence page: its articles, and how they are marked.
    "the articles": "The articles",
    "articles here": "Articles",
    "back": "Back to the brief",
    "to the brief": "← Brief",
    "previous": "Previous sentence in this article",
    "next": "Next sentence in this article",
    "step": "{here} of {all}",
    "on the web": "on the web",
    "underlined": "Underlined",
    "underlined is": "states the sentence of the brief whose number follows.",
    "dotted": "Dotted",
    "dotted is": "one side of a disagreement.",
    "grey": "Grey",
    "grey is": "left out as page furniture.",
    # Lists of many briefs and of the events of a pile.
    "without brief": "{topics} without a brief",
    "from to": "{first} to {last}",
    "pile": "{articles}: {events} that several tell, {lone} told by one alone",
    # An explanation: what became of a row.
    "score": "score {score}",
    "row picked": "picked: sentence {number} of the brief ({score})",
    "row merged": "merged ({why})",
    "row merged into": "merged into {there} ({why})",
    "row dropped": "dropped ({why})",
    "row see": "{fate}, see {there}",
    # The proof of a brief: what a finding is about, and what is said of it.
    "about articles": "articles",
    "about brief": "the brief",
    "about signature": "signature",
    "about source": "source",
    "about title": "title",
    "about voices": "voices",
    "about sentence": "sentence",
    "about side": "disagreement, side",
    "about counts": "counts",
    "sources hold": (
        "sources: {n} article is there and as told",
        "sources: {n} articles are there and as told",
    ),
    "all holds": "All holds: {sentences}.",
    "failed": "{findings} of {all} failed.",
}


def message(key: str, n: int | None = None, **values: str) -> str:
    """Return a message with its values put in; of one that counts, the form for `n`."""
    forms = ENGLISH[key]
    form = forms if isinstance(forms, str) else forms[n != 1]
    return form.format(n=n, **values)
