r"""Makes hostile text harmless: what an article contains reaches the reader as text.

Characters that steer a terminal or a viewer rather than show something are taken out, so that
`\x1b[31mred` is read as `[31mred`. What a script or an emoji needs to be written correctly stays.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

# Line and page breaks of every kind; a sentence or a title is shown as one line.
_BREAKS = re.compile(r"[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")

# C0, DEL and C1 controls; soft hyphen; bidirectional marks, embeddings, overrides and isolates;
# zero-width space, word joiner and byte order mark; annotation and tag characters, noncharacters.
STEERING = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
_STEERING = re.compile(f"[{STEERING}]")

# Zero-width (non-)joiners belong to Persian, Indic scripts and emoji; after a Latin, Greek or
# Cyrillic letter, a space or punctuation they only hide something.
_IDLE_JOINERS = re.compile("(?:^|(?<=[\x00-\u058f\u2000-\u206f\u3000-\u303f]))[\u200c\u200d]+")

_LINES = re.compile(r"\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile(r"[\t\x1f]")

_SURROGATES = re.compile("[\ud800-\udfff]")

# Always markup somewhere: emphasis, code, links, tables, strikethrough, headings, notes, escapes.
# An underscore within a word is not, and names of files are full of them.
_MARKUP = re.compile(r"[\\`*\[\]|~#^]|(?<![^\W_])_|_(?![^\W_])")
_TAGS = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITIES = re.compile(r"&(?=#?\w+;)")
_FORMULAS = re.compile(r"\$(?!\d)")  # "$5" is a price, "$x$" a formula to some viewers
_AUTOLINKS = re.compile(r"(?i)(?<=\bhttp)(?=://)|(?<=\bhttps)(?=://)|(?<=\bftp)(?=://)")
_HOSTS = re.compile(r"(?i)\b(www)(?=\.)")
# ":smile:" is a picture, "@name" a person or a reference to a book.
_NAMED = re.compile(r"(?<!\w):(?=[\w+-]+:)|(?<!\w)@(?=\w)")
_BLOCKS = re.compile(r"^(?:(\d{1,9})([.)])(?=\s|$)|(?=[-+>=:]))")


def inert(text: str) -> str:
    """Return `text` as one line that shows itself and steers nothing."""
    return _BREAKS.sub(" ", _steered(text)).strip()


def inert_lines(text: str) -> str:
    """Return `text` with its lines and blanks, made to show itself and steer nothing."""
    return _steered(_BLANKS.sub(" ", _LINES.sub("\n", text)))


def _steered(text: str) -> str:
    return _IDLE_JOINERS.sub("", _STEERING.sub("", well_formed(text)))


def well_formed(text: str) -> str:
    """Return `text` with every lone surrogate replaced, so that it can be encoded."""
    return _SURROGATES.sub("\ufffd", text)


def inert_markdown(text: str) -> str:
    """Return `text` as one line of Markdown that renders as `inert(text)` and nothing else.

    Ordinary prose stays as it is; only what could be read as markup is escaped.
    """
    line = _MARKUP.sub(r"\\\g<0>", inert(text))
    line = _TAGS.sub("&lt;", _ENTITIES.sub("&amp;", line))
    line = _NAMED.sub(r"\\\g<0>", line)
    line = _FORMULAS.sub(r"\\$", line)
    line = _HOSTS.sub(r"\1\\", _AUTOLINKS.sub(r"\\", line))
    return _BLOCKS.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else "\\", line)


def web_address(url: str | None) -> str | None:
    """Return `url`, safe between `<` and `>`, if it leads to a web page; None if it does not."""
    try:
        parts = urlsplit(inert(url or ""))
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return quote(parts.geturl(), safe="%/:?#@!&'()*+,;=~$-._[]")
