r"""Escapes that programs left in a text: `\n` for a line's end, `\u2019` or `&rsquo;` for a mark.

They show where a text went through a program that escaped it and none that took this back. As with
mojibake, what was meant is read. What may be meant as it stands stays: a path (`C:\news`), a
formula (`\nu`), code (`"Hello\n"`) and the `&lt;` of who writes about HTML.
"""

from __future__ import annotations

import re

from summarize.text.patterns import pattern

_BEFORE = r"(?:(?<=[\s.!?…:;,”’»)\]\"'])(?<!\b[A-Za-z]:)|^)"
_AFTER = r"(?=\s|$|[“‘«(\"'\\]{0,3}[^\W_a-z])"
# One where a sentence may end, or two wherever they stand.
_ENDS = pattern(rf"{_BEFORE}(?:\\+[nrt])+{_AFTER}|(?:\\+r)?\\+n(?:(?:\\+r)?\\+n)+", re.MULTILINE)
_CODE = pattern(r"\\+u(d[89ab][\da-f]{2})\\+u(d[c-f][\da-f]{2})|\\+u([\da-f]{4})", re.IGNORECASE)
_BARE = pattern(r'(?<!\\)"')
# Not `G\"odel`, where the mark belongs to a letter.
_MARK = pattern(r"(?<!\w)\\+(\")|\\+(\")(?!\w)|(?<=\w)\\+(')(?=(?:s|t|re|ve|ll|d|m)\b)")
_ENTITY = pattern(
    r"&(?:amp;|#38;|#x26;){0,9}(#\d{2,6};|#x[\da-f]{2,5};|[a-z]{2,8}\d?;)", re.IGNORECASE
)
_LETTERS = 0x80  # from here on there is nothing that markup is made of
_PLAIN = "&\"'"
_JOINED = pattern(r"\s?\w")  # what an `&amp;` joins: one that stands alone may be meant
_ROUNDS = 4  # `&amp;quot;` after `\u0026` takes two


def unescaped(text: str) -> str:
    """Return a text with what was escaped for a program put back, the same if there is nothing."""
    for _ in range(_ROUNDS):
        known = text
        if "\\" in text:
            text = _ENDS.sub(_ended, _CODE.sub(_decoded, text))
            if _MARK.search(text) and not _BARE.search(text):
                text = _MARK.sub(r"\1\2\3", text)
        if "&" in text:
            text = _ENTITY.sub(_named, text)
        if text == known:
            break
    return text


def _ended(match: re.Match[str]) -> str:
    lines = match.group().count("n") or match.group().count("r")
    return "\n" * lines or "\t"


def _decoded(match: re.Match[str]) -> str:
    high, low, single = match.groups()
    if high:
        return bytes.fromhex(high + low).decode("utf-16-be")
    sign = chr(int(single, 16))
    known = sign in _PLAIN or (ord(sign) >= _LETTERS and not 0xD800 <= ord(sign) < 0xE000)
    return sign if known else match.group()


def _named(match: re.Match[str]) -> str:
    import html

    sign = html.unescape(f"&{match[1]}")
    if not sign or sign == "\ufffd" or sign.endswith(";"):  # the name of none, or a name and more
        return match.group()
    if sign == "&" and not _JOINED.match(match.string, match.end()):
        return match.group()
    return sign if sign in _PLAIN or min(map(ord, sign)) >= _LETTERS else match.group()
