"""again: a brief made anew from its signature, to see whether it is the one that was written."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from summarize import __version__
from summarize.errors import NothingToSummarizeError
from summarize.pipeline import compose
from summarize.render import render
from summarize.text.difference import difference
from summarize.verify.proof import Finding
from summarize.verify.signature import signature
from summarize.verify.statements import quoted

if TYPE_CHECKING:
    from summarize.records import Drop, Encoder, Story
    from summarize.verify.signature import Signature
    from summarize.written.told import Told

_NONE = object()  # what is not there, as null is


def made_again(
    told: Told, story: Story, drops: tuple[Drop, ...], encoder: Encoder
) -> Finding | None:
    """Return whether a brief is what its signature makes today.

    None where it is not and need not be, since another version or model made it, or where its
    settings, or what its reader knew, are not known here.
    """
    signed = signature(told.signature)
    if signed is None or signed.settings is None or signed.known:
        return None
    try:
        brief = compose(story, drops, signed.settings, encoder)
    except NothingToSummarizeError as problem:
        fault = f"cannot be made again: {problem}"
        return None if why_not(signed, encoder) else Finding("brief", None, (), (fault,))
    brief = replace(brief, signature=told.signature) if why_not(signed, encoder) else brief
    fault = _difference(told.page, render(brief, told.form), told.form)
    if fault:
        return None if why_not(signed, encoder) else Finding("brief", None, (), (fault,))
    return Finding("brief", None, ("made again from its signature, it is the same",))


def why_not(signed: Signature, encoder: Encoder) -> str:
    """Say why a brief of that signature may come out otherwise here; empty if it may not."""
    if signed.version != __version__:
        return f"by summarize {signed.version}, and this is {__version__}"
    if signed.revision != encoder.revision:
        return f"with the model {signed.revision}, and this is {encoder.revision}"
    return ""


def _difference(page: Any, again: str, form: str) -> str:
    """Say where a brief first differs from the one that was made again; empty if nowhere."""
    if form == "json":
        found = _unlike(_kept(page), _kept(json.loads(again)), "")
    else:
        found = _unlike_lines(page, again)
    if not found:
        return ""
    where, ours, theirs = found
    return f"differs from the one made again in {where}: it has {ours} for {theirs}"


def _unlike_lines(page: str, again: str) -> tuple[str, str, str] | None:
    """Return the first line of a page that differs, blank ones apart, by its number there."""
    own, other = _lines(page), _lines(again)
    pairs = zip_longest(own.items(), other.values(), fillvalue=None)
    for line, theirs in pairs:
        number, ours = line or (len(page.splitlines()) + 1, _NONE)
        found = _unlike(ours, _NONE if theirs is None else theirs, f"line {number}")
        if found:
            return found
    return None


def _lines(page: str) -> dict[int, str]:
    """Return the lines of a page that are not blank, by their numbers."""
    lines = enumerate(page.splitlines(), 1)
    return {number: line.rstrip() for number, line in lines if line.strip()}


def _kept(brief: Any) -> Any:
    """Return a brief without the sources that were not taken then: they may be gone by now.

    Nor has it the `id` that a batch writes on each of its lines.
    """
    brief = {name: value for name, value in brief.items() if name != "id"}
    drops = [d for d in brief.get("drops") or () if not (isinstance(d, dict) and "path" in d)]
    return brief | ({"drops": drops} if "drops" in brief else {})


def _unlike(one: Any, other: Any, where: str) -> tuple[str, str, str] | None:
    """Return the first place in which two values differ, with what they have there."""
    if isinstance(one, dict) and isinstance(other, dict):
        keys = [*one, *(key for key in other if key not in one)]
        pairs = [
            (f"{where} {key}".strip(), one.get(key, _NONE), other.get(key, _NONE)) for key in keys
        ]
    elif isinstance(one, list) and isinstance(other, list):
        both = zip_longest(one, other, fillvalue=_NONE)
        pairs = [(f"{where} {number}", *pair) for number, pair in enumerate(both, 1)]
    elif isinstance(one, str) and isinstance(other, str) and one != other:
        ours, theirs = difference(one, other)
        return where, quoted(ours), quoted(theirs)
    else:
        same = type(one) is type(other) and one == other
        ours, theirs = ("nothing" if v is _NONE else quoted(v) for v in (one, other))
        return None if same else (where, ours, theirs)
    found = (_unlike(first, second, place) for place, first, second in pairs)
    return next((unlike_ for unlike_ in found if unlike_), None)
