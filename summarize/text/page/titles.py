"""Which of the lines before a story is its headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.page.credits import credit_line, dateline
from summarize.text.page.dates import dated, is_date, stamped
from summarize.text.page.ends import is_prose
from summarize.text.page.furniture import furniture
from summarize.text.page.outlets import named, split_title

if TYPE_CHECKING:
    from summarize.text.page.ends import Ends

_FURNITURE = re.compile(  # how lines around a story begin that no headline begins like
    r"\W*(?:skip to|sign (?:in|up)\b(?! or)|log ?in\b|register (?:now|here|today|for free"
    r"|to (?:read|continue|comment|get))|subscribe\b|menu\b|left menu|newsletters?$"
    r"|share (?:this|on|via)|like us|media (?:playback|caption)|follow (?:us|me|@|on)"
    r"|advertise (?:with|here|on)|search (?:our|this|the (?:site|archive)|by|results)"
    r"|cookies? (?:policy|settings|notice|preferences|consent|and (?:similar|privacy))|we use"
    r"|this (?:site|website|page)|click\b|copy link|show more|read (?:more|also|next)"
    r"|story highlights|watch (?:live|now|this|the (?:video|full|moment|latest|clip))\b"
    r"|stay up to date with|key developments\b"
    r"|get the (?:latest|best of|day[’']s|news|app|free|most|top)\b|you are here|you have\b"
    r"|leave a (?:comment|reply)|please (?:\w+ )?(?:enable|log|sign|subscribe|wait|try|enter|note"
    r"|read|click|turn|upgrade|update|check|select|share|support|consider|visit|do not|see)\b"
    r"|close (?:this|menu|search|the (?:menu|window|ad))\b|save (?:this|for later)\b"
    r"|print (?:this|article|page)\b|e-?mail (?:this|us|address)\b|last (?:updated|modified)"
    r"|download (?:our|the|this)\b.{0,40}\bapps?\b|listen (?:to (?:this|the|our|article)|now"
    r"|live)\b|filed under|most (?:read|popular)\b|breaking news$|add this|see more|by(?:line:)?\s"
    r"|(?:photos?|images?|videos?) (?:advert\w*|copyright|captions?|credits?|source|by|courtesy)\b"
    r"|editor.s (?:note|picks)|support (?:us|our)\b|\d+ comments|these crawls are|provided by"
    r"|the seed for this crawl|this (?:[\"“]?\w+[\"”]? )?crawl was|page \d)",
    re.IGNORECASE,
)
# And how headlines may begin too: "Search for ferry enters third day", "Video shows police …".
# Such a line is furniture if it is short, or if a mark makes a label of its beginning.
_MAYBE = re.compile(
    r"\W*(?:register|subscri\w*|newsletters?|advert\w*|search|cookies?|related(?: \w+)?"
    r"|welcome to(?: \w+)?|highlights|key points|photos?|images?|videos?|pictures?|download"
    r"|galler(?:y|ies)|watch|listen|enlarge|captions?|get the|home|top stories|trending"
    r"|latest news|comments?|back to(?: \w+)?|loading|updated?|published|posted|tags?"
    r"|categor(?:y|ies)|topics?|country|tweet|sorry|please|close|print|e-?mail|save|accessibility"
    r"|donate|leave a|javascript|enable|courtesy|(?:in )?pics|in (?:pictures|photos)"
    r"|this)\b(?P<label>(?: \w+)?\s*[:|»>›/])?",
    re.IGNORECASE,
)
_DESK = re.compile(r"\b(?:News|Web|Digital|City|Sports|National|World) ?Desk$", re.IGNORECASE)
# What stands before a headline in its line: a bullet of a list, the name of the outlet it is from.
_BULLET = re.compile(r"^[-–—►▶‣■◆◇]\s+(?=\S)")
_COUNTED = re.compile(r"\W*\d[\d.,]*\S{0,2} [a-z]")  # "4 drivers fined in Halden"
_FROM = re.compile(r"(?P<outlet>[A-Z][^:]{2,30}):\s+(?=\S+(?: \S+){3})")
_FEW = 4  # words: longer lines that begin like furniture are headlines more often
_CREDIT = re.compile(
    r"\b(?:photo|image|picture)s?\b.{0,30}(?:\bby\b|:|/)|\b(?:getty|reuters|afp|ap|epa|shutterstock)"
    r"\s?(?:images?|photo)?\)?$|/\s?(?:getty|ap\b|afp|reuters|facebook|twitter|instagram)"
    r"|/\s?(?:pa(?: wire| media| images)?|epa(?:-efe)?|upi|dpa|shutterstock|alamy|i?stock|handout)$"
    r"|\bpublic domain\b|\bcc[ -]by\b|^[(].*[)]$|^[^()]{0,40}[(][A-Z]\w{1,14}[)]"
    r"|[(](?:source|photo|image|credit)\b",
    re.IGNORECASE,
)


def headline(page: Ends) -> tuple[str | None, str | None]:
    """Return the headline, and the name of the site behind it.

    A headline stands before the first paragraph, and its words return in the story. Other lines
    that stand there, such as menus and the headlines of other stories, share few words with it.
    """
    found: list[tuple[str, str | None]] = []
    for line in page.before:
        date = dated(line)
        if date and date.labelled and len(date.rest.split()) >= 4:
            line = date.rest  # noqa: PLW2901 - the same line, without its date
        elif date or is_date(line):
            continue
        stamp = stamped(line)
        head, suffix = split_title(_BULLET.sub("", stamp.rest if stamp else line, count=1))
        source = _FROM.match(head)
        if source and (named(source["outlet"]) or named(source["outlet"].title())):
            head = head[source.end() :]
        if _is_headline(head):
            found.append((head, suffix))
    if not found or len(page.first) < 2:
        return None, None
    story = _stems(" ".join(line for line in page.first if is_prose(line)))
    good = [x for x in found if _shares(x[0], story)]
    good = [x for x in good if not _is_longer(x[0], found)]
    long = [x for x in good if len(x[0].split()) >= 5]
    repeated = [x for x in good if page.first.count(x[0]) > 1]
    if good:
        return (repeated or long or _twice(found, page, story) or good)[0]
    # A play on words shares nothing with its story; then only the very first line is sure.
    first = page.before[0].find(found[0][0]) == 0 and len(found[0][0].split()) >= 4
    return found[0] if first or found[0][1] else (None, None)


def _is_longer(headline: str, found: list[tuple[str, str | None]]) -> bool:
    """Whether it is another headline with a site's name or more behind a dash or a bar."""
    return any(
        len(x[0].split()) >= _FEW and re.match(r" [-–—|] ", headline[len(x[0]) :])
        for x in found
        if headline.startswith(x[0])
    )


def _twice(
    found: list[tuple[str, str | None]], page: Ends, story: frozenset[str]
) -> list[tuple[str, str | None]]:
    """Return the headlines that stand twice before the story and share a little with it."""
    return [
        x
        for x in found
        if page.first.count(x[0]) > 1 and len(x[0].split()) >= 5 and len(_stems(x[0]) & story) >= 2
    ]


def _stems(text: str) -> frozenset[str]:
    """Return the words of four letters and more, cut to five so that inflections agree."""
    return frozenset([word[:5] for word in re.findall(r"[^\W\d_]{4,}", text.lower())])


def _shares(headline: str, story: frozenset[str]) -> bool:
    words = _stems(headline)
    both = len(words & story)
    return both >= min(2, len(words)) and both >= 0.4 * len(words) > 0


def _is_headline(line: str) -> bool:
    words = line.split()
    wide = len(words) < 3 and len(line) >= 10 and not line.isascii()  # a script without spaces
    if not (wide or 3 <= len(words) <= 30) or len(line) > 220 or line[-1] in ".,:;…>»|-–—":
        return False
    first = next((char for char in line if char.isalpha()), "")
    counted = len(words) > _FEW and _COUNTED.match(line)
    if first.islower() and not counted and not re.match(r"\W*[a-z][A-Z]", line):
        return False
    if sum(char.isalpha() or char.isspace() for char in line) < 0.7 * len(line):
        return False
    credit = _CREDIT.search(line) or _DESK.search(line)
    if _is_furniture(line) or credit or is_prose(line) or named(line):
        return False
    return not (credit_line(line) or dateline(line) or re.search(r"[|»›•]|https?:|@", line))


def _is_furniture(line: str) -> bool:
    if _FURNITURE.match(line):
        return True
    maybe = _MAYBE.match(line)
    if maybe is None:
        return False
    short = line.count(" ") < _FEW
    return short or bool(maybe["label"]) or furniture(line, ended=True) is not None
