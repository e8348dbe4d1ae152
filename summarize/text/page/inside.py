"""What stands amid a paragraph and is not part of it, and the caption that one is glued to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.narrow import has
from summarize.text.page.telling import telling
from summarize.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_INSIDE = pattern(
    r"(?:\bADVERTISEMENT\b|\bAdvertisement(?:\s*[-–—]\s*(?:Continue Reading Below|story continues "
    r"below))|\bStory continues below advertisement\b|\bEnlarge this image toggle caption\b"
    r"|\btoggle caption\b|\bHide Caption \d+ of \d+\b|\bMedia playback is unsupported on your "
    r"device\b|\bScroll down for video\b)[.:]?\s*"
)
_INSIDE_MARKS = ("ADVERT", "dvertisement", "aption", "Media playback", "Scroll down")
# Whose picture it is, in brackets of its own amid the text: "(Photo by Jo Park / AFP)The flood".
_PICTURED = pattern(
    r"[(\[](?:(?:[Ff]ile )?(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Pp]hotograph)s?(?: (?:by|from"
    r"|courtesy|credit)\b|:| via\b)|(?:AP|AFP|PTI|ANI|UPI|EPA|Reuters|REUTERS|Xinhua|Getty)"
    r" (?:[Ff]ile )?(?:Photo|Image)s?\b)[^()\[\]]{0,90}[)\]]\s*(?=[“\"‘']?[A-Z\d])"
)
_HANDOUT = pattern(
    r"(?:[\w.’'&-]+(?: [\w.’'&-]+){0,4}/){1,2}(?:[Hh]andout )?via (?:REUTERS|Reuters|AP|AFP"
    r"|Getty Images)\s+(?=[“\"‘']?[A-Z])"
)
_DATED = pattern(r"\b(?:19|20)\d\d\b[^\s]?$|\b(?:19|20)\d\d\. ")
_LEAST_SHOWN, _MOST_SHOWN = 8, 500  # words, and characters, of a caption
_LEAST = 35  # characters of what a caption is glued to
CREDIT_MARKS = ("(", "[")
# Dashes and bullets before the labels or sentences of a list that was run together.
_RUN_TOGETHER = pattern(
    r"(?<=[.!?:])\s?[—–•▪●]\s?(?=[A-Z][\w’' ]{2,30}:\s)|(?<=[.!?])\s+[•▪●]\s+(?=[A-Z])"
)
_RUN_MARKS = ("—", "–", "•", "▪", "●")
# A headline without its stop before the first sentence: "Court strikes down tax The court struck".
_HEADLINE = pattern(
    r"(?P<head>(?:[^.!?:;“”\"]|(?<=[\dA-Z])\.(?=[\dA-Z]|\s[a-z])){30,200}?(?:[a-z\d%]{3,}\s+"
    r"(?=(?:The|An?|In|On|At|After|As|When|While|It|He|She|They|This|These)\s[a-z\d$£€])"
    r"|\s[a-z][\w’'-]*\s+(?=(?:Members|Police|Officials|Authorities|Residents|Thousands|Hundreds"
    r"|Dozens|Scientists|Researchers|Prosecutors|Lawmakers)\s[a-z])))"
)
_TWICE = pattern(
    r"(?:[A-Z][\w&’'-]*\s){0,3}(?P<head>[“\"‘]?[A-Z\d].{25,160}?[^\s.,])\s+(?P=head)\s+"
    r"(?=[“\"‘]?[A-Z])"
)
_SHORT, _LONG = 5, 24  # words of a headline
_CHUNK = 20  # characters
_LEDE = 60  # characters of a first sentence


def before(head: str, *, opening: bool) -> tuple[int, str] | None:
    """Return where a caption or a headline ends that a paragraph is glued to, and which it is."""
    if end := _shown(head, opening=opening):
        return end, "caption"
    shapes = ([_TWICE] if _may_be_twice(head) else []) + ([_HEADLINE] if opening else [])
    for shape in shapes:
        found = shape.match(head)
        if found and _SHORT <= len(found["head"].split()) <= _LONG:
            return (found.end(), "title") if len(head) - found.end() >= _LEDE else None
    return None


def _may_be_twice(head: str) -> bool:
    """Whether some letters at the beginning of a paragraph come back: quicker than the pattern."""
    start = 0
    for _ in range(4):
        if head.find(head[start : start + _CHUNK], start + _CHUNK, start + 10 * _CHUNK) > 0:
            return True
        start = head.find(" ", start) + 1
        if not start:
            break
    return False


def _shown(head: str, *, opening: bool) -> int:
    """Return where a caption and its credit end that a paragraph is glued to; 0 without any.

    What is over, and is not dated, may be the paragraph's own beginning.
    """
    if found := _HANDOUT.search(head, 0, _MOST_SHOWN) if "/" in head else None:
        return found.end()
    found = _PICTURED.search(head, 0, _MOST_SHOWN) if has(head, CREDIT_MARKS) else None
    if not found or len(head) - found.end() < _LEAST:
        return 0
    told = head[: found.start()]
    if len(told.split()) < _LEAST_SHOWN:
        return 0
    glued = not found.group()[-1].isspace()
    sure = glued or _DATED.search(told) or not telling(told)
    return found.end() if sure and (opening or glued or _DATED.search(told)) else 0


def inside(block: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield what stands amid a text and is not part of it, in order, without overlap."""
    cuts: list[tuple[int, int, str]] = []
    if has(block, _INSIDE_MARKS):
        for found in _INSIDE.finditer(block, start, end):
            name = found.group().casefold()
            why = "advertisement" if "adv" in name else "caption"
            cuts.append((found.start(), found.end(), why))
    if has(block, CREDIT_MARKS):
        found_all = _PICTURED.finditer(block, start, end)
        cuts += [(found.start(), found.end(), "photo credit") for found in found_all]
    if has(block, _RUN_MARKS):
        found_all = _RUN_TOGETHER.finditer(block, start, end)
        cuts += [(found.start(), found.end(), "bullet") for found in found_all]
    for cut in sorted(cuts):
        if cut[0] >= start:
            yield cut
            start = cut[1]
