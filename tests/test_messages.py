"""The message catalogue: every key that pages ask for is there, and none is left over."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from summarize.render.messages import ENGLISH, message
from summarize.render.views import OUTCOMES

# What a proof's findings are about.
ABOUTS = {
    f"about {subject}"
    for subject in "sentence side source articles voices title counts signature brief".split()
}
RENDER = Path(__file__).parent.parent / "summarize" / "render"


def asked() -> set[str]:
    """The keys that are named in the renderers and their templates, or made of what they show."""
    files = [*RENDER.glob("*.py"), *RENDER.glob("page/*.j2")]
    text = "\n".join(path.read_text("utf-8") for path in files if path.name != "messages.py")
    named = re.findall(r"\bmessage\(\s*[\"']([^\"']+)[\"']", text)
    counted = re.findall(r"\bcount\([^\"'\n]*, [\"']([^\"']+)[\"']\)", text)
    return {*named, *counted, *OUTCOMES, *ABOUTS, "source", "independent source", "since", "until"}


def test_the_catalogue_has_what_is_asked_for_and_no_more() -> None:
    assert asked() == set(ENGLISH)


COUNTING = [key for key, forms in ENGLISH.items() if isinstance(forms, tuple)]


@pytest.mark.parametrize("key", COUNTING)
def test_what_counts_has_a_form_for_one_and_one_for_more(key: str) -> None:
    one, two, none = (message(key, n) for n in (1, 2, 0))
    assert "1" in one
    assert two == none.replace("0", "2") != one.replace("1", "2")


@pytest.mark.parametrize("key", [key for key in COUNTING if ENGLISH[key][0] == f"{{n}} {key}"])
def test_a_noun_that_is_counted_has_its_plural(key: str) -> None:
    assert message(key, 1) == f"1 {key}"
    assert message(key, 2) == f"2 {key}s"


@pytest.mark.parametrize("key", sorted(ENGLISH))
def test_a_value_may_hold_anything(key: str) -> None:
    forms = ENGLISH[key]
    fields = {
        name
        for form in ([forms] if isinstance(forms, str) else forms)
        for _, name, _, _ in string.Formatter().parse(form)
        if name and name != "n"
    }
    told = message(key, 2, **dict.fromkeys(fields, "{n} {0!r}"))
    assert told.count("{n} {0!r}") == len(fields)
