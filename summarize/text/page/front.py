"""What is given about an article: the front matter of its file, and how given values are read."""

from __future__ import annotations

import re

from summarize.text.agencies import agency
from summarize.text.page.dates import given_day

KEYS = ("title", "outlet", "wire", "byline", "date", "url")
_ALIASES = {
    **{key: key for key in KEYS},
    "source": "outlet",
    "publisher": "outlet",
    "agency": "wire",
    "author": "byline",
    "published": "date",
    "link": "url",
}
_BLOCK = re.compile(r"\A---[ \t]*\n(.{1,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LONGEST = 1000  # characters; what is longer is no headline, and would fill a screen with itself
_SCHEME = re.compile(r"(?!https?:)[a-z]{2,20}:(?!\d)", re.IGNORECASE)
_LINE = re.compile(r"(\w[\w -]*):(?:[ \t]+(.*))?")


def split(text: str) -> tuple[dict[str, str], str]:
    """Return a text's front matter and the text after it.

    Front matter is a block of YAML between `---` lines at the very top that says at least one
    thing about the article. Anything else is text.
    """
    match = _BLOCK.match(text)
    if not match:
        return {}, text
    given: dict[str, str] = {}
    for key, value in _pairs(match[1]).items():
        known = _ALIASES.get(str(key).strip().lower())
        if known and isinstance(value, str):
            given.setdefault(known, value)
        elif known == "byline" and isinstance(value, list):
            given.setdefault(known, " and ".join(x for x in value if isinstance(x, str)))
    return (given, text[match.end() :].lstrip("\n")) if given else ({}, text)


def normal(given: dict[str, str]) -> dict[str, str | None]:
    """Return given values in their normal form; an empty one says that there is none.

    A date becomes its ISO day, a wire its agency's name; a date that is none is left out, and so is
    an address that is not of the web. A title of a megabyte is its beginning.
    """
    values: dict[str, str | None] = {}
    for key, value in given.items():
        plain = " ".join(value.split())
        if key == "url" and (len(plain) > _LONGEST * 8 or _SCHEME.match(plain)):
            continue
        if plain and not any(map(str.isalnum, plain)):
            continue  # what broken YAML leaves of a value
        if key != "url" and len(plain) > _LONGEST:
            plain = plain[:_LONGEST].rstrip() + "…"
        text: str | None = plain or None
        if text and key == "date":
            text = given_day(text)
            if text is None:
                continue
        elif text and key == "wire":
            text = agency(text) or text
        values[key] = text
    return values


def _pairs(block: str) -> dict[object, object]:
    """Parse YAML as plain strings, so that dates and `no` stay as written."""
    import yaml

    try:
        found = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but strings
    except (yaml.YAMLError, ValueError, RecursionError):
        # A headline with a colon is no YAML, but clear enough where every line is `key: value`.
        lines = [_LINE.fullmatch(line) for line in block.split("\n") if line.strip()]
        return {x[1]: (x[2] or "").strip("\"' ") for x in lines if x} if all(lines) else {}
    return found if isinstance(found, dict) else {}
