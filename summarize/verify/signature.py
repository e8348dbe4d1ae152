"""A brief's signature, read: by which program, model and settings, and of which texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_type_hints
from urllib.parse import unquote

from summarize.errors import UsageError
from summarize.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGNATURE = re.compile(
    r"summarize:(?P<version>\d+(?:\.\w+)*(?:\+[\w.]+)?) "
    r"(?P<knobs>(?:\S+ )*?)model:(?P<revision>.+@[0-9a-f]+) "
    r"articles:(?P<texts>[0-9a-f]{8})"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """What a signature says; `settings` are None where this version does not know them all.

    `revision` names the model's weights, `texts` is the digest of the articles' texts. `known` is
    what the reader was said to know, a digest and a day; among the settings it would be a path.
    """

    version: str
    revision: str
    texts: str
    settings: Settings | None
    known: str = ""

    @property
    def scope(self) -> Mapping[str, Any]:
        """What a brief of this signature says that it was asked to tell."""
        told: dict[str, Any] = {}
        if self.settings:
            days = {"since": self.settings.since, "until": self.settings.until}
            told = {"focus": self.settings.focus} | days
            told = {name: value for name, value in told.items() if value}
        if self.known:
            told["new_since"] = self.known.partition(":")[2] or None
        return told | ({"timeline": True} if self.settings and self.settings.timeline else {})

    @property
    def model(self) -> str:
        """The model's name, without the digest of its weights."""
        return self.revision.rpartition("@")[0]


def signature(text: str) -> Signature | None:
    """Return what a signature says, or None where it has not the form of one."""
    match = _SIGNATURE.fullmatch(text)
    if not match:
        return None
    knobs = dict(knob.partition(":")[::2] for knob in match["knobs"].split())
    known = knobs.pop("known", "")
    settings = _settings(knobs)
    return Signature(match["version"], match["revision"], match["texts"], settings, known)


def _settings(knobs: Mapping[str, str]) -> Settings | None:
    """Return the settings that a signature names, the model apart."""
    hints = get_type_hints(Settings)
    known = {knob.name.replace("_", "-"): knob.name for knob in fields(Settings)}
    try:
        given = {known[name]: _value(hints[known[name]], value) for name, value in knobs.items()}
        return Settings(**given)
    except (KeyError, ValueError, UsageError):
        return None


def _value(hint: Any, value: str) -> Any:
    kinds = get_args(hint) or (hint,)
    kind = next(kind for kind in kinds if kind is not NoneType)
    if kind is bool:
        return {"yes": True}[value]
    if kind is str:
        return unquote(value, errors="surrogatepass")
    if kind is int and not value.isdecimal():
        return int(float(value))  # sizes of a million and more are written as 1e+06
    return kind(value)
