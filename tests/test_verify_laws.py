"""Laws of verify: one changed character is caught wherever it is, and nothing else is."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from proving import articles, faults, made, page, proved, value

from summarize.errors import SourceError
from summarize.text.difference import difference, nearest
from summarize.verify.signature import signature
from summarize.written.reread import reread

law = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
places = st.floats(0, 1, exclude_max=True)
chars = st.one_of(st.sampled_from("aeiou ETA0159.,;’“[]*_\\\n\"'–-"), st.characters(codec="utf-8"))
edits = st.tuples(places, st.sampled_from(["change", "insert", "delete"]), chars)
Edit = tuple[float, str, str]
COUNT = len(made().picks)


def edited(text: str, edit: Edit) -> str:
    """The text with one character changed; it is another text."""
    place, how, char = int(edit[0] * len(text)), edit[1], edit[2]
    rest = text[place + (how != "insert") :]
    new = text[:place] + ("" if how == "delete" else char) + rest
    assume(new != text)
    return new


@law
@given(st.integers(0, COUNT - 1), edits)
def test_a_character_of_a_sentence_in_json(number: int, edit: Edit) -> None:
    told = value()
    told["sentences"][number]["text"] = edited(told["sentences"][number]["text"], edit)
    assert any(fault.startswith(f"sentence {number + 1}: ") for fault in faults(proved(told)))


@law
@given(st.integers(0, COUNT - 1), st.sampled_from(["start", "end"]), st.integers(-2000, 2000))
def test_an_offset_in_json(number: int, which: str, offset: int) -> None:
    told = value()
    assume(told["sentences"][number][which] != offset)
    told["sentences"][number][which] = offset
    assert any(fault.startswith(f"sentence {number + 1}: ") for fault in faults(proved(told)))


@law
@given(st.integers(0, COUNT - 1), st.lists(st.integers(-1, 6), max_size=5))
def test_citations_in_json(number: int, cites: list[int]) -> None:
    told = value()
    sentence = told["sentences"][number]
    assume(sentence["cites"] != cites)
    same = set(sentence["cites"]) == set(cites)  # in another order, or one twice
    sentence["cites"] = cites
    found = faults(proved(told))
    assert found
    assert same or any(fault.startswith(f"sentence {number + 1}: ") for fault in found)


def told_apart(one: Any, other: Any) -> bool:
    """Whether a changed brief must fail; another program or model, and moved files, are noted."""
    ours, theirs = signature(one.signature), signature(other.signature)
    if ours and theirs and (ours.version, ours.revision) != (theirs.version, theirs.revision):
        return False
    return [entry.path for entry in one.entries] == [entry.path for entry in other.entries]


@settings(law, max_examples=60)
@given(edits)
def test_any_character_of_json(edit: Edit) -> None:
    changed = edited(page("json"), edit)
    try:
        told = reread(changed, "brief")
    except SourceError:
        return
    assume(told.page != value())
    proof = proved(changed)
    if told_apart(told, reread(page("json"), "brief")):
        assert not proof.holds
    else:
        assert proof.notes or not proof.holds


def numbers_in(inner: Any) -> list[tuple[Any, Any]]:
    """Every place of a number in a value: what holds it, and under which key."""
    pairs = inner.items() if isinstance(inner, dict) else enumerate(inner)
    found = []
    for key, item in pairs:
        if isinstance(item, (dict, list)):
            found += numbers_in(item)
        elif isinstance(item, (int, float)):
            found.append((inner, key))
    return found


@settings(law, max_examples=100)
@given(places, st.one_of(st.integers(-3, 9), st.integers(), st.floats()))
def test_any_number_in_json(place: float, number: float) -> None:
    told = value()
    found = numbers_in(told)
    inner, key = found[int(place * len(found))]
    assume(inner[key] != number)
    inner[key] = number
    try:
        assert faults(proved(told))
    except SourceError:
        return


@settings(law, max_examples=60)
@given(edits)
def test_any_character_of_markdown(edit: Edit) -> None:
    changed = edited(page("markdown"), edit)
    lines = [line.rstrip() for line in page("markdown").splitlines() if line.strip()]
    assume([line.rstrip() for line in changed.splitlines() if line.strip()] != lines)
    try:
        told = reread(changed, "brief")
    except SourceError:
        return
    if told_apart(told, reread(page("markdown"), "brief")):
        assert not proved(changed).holds
    else:
        assert proved(changed).notes


@settings(law, max_examples=40)
@given(st.integers(0, COUNT - 1), edits)
def test_a_character_of_a_sentence_in_markdown(number: int, edit: Edit) -> None:
    blocks = page("markdown").split("\n\n")
    blocks[number + 1] = edited(blocks[number + 1], edit)
    told = "\n\n".join(blocks)
    assume(told.split() != page("markdown").split())
    assert not proved(told).holds


@law
@given(st.integers(0, len(articles()) - 1), edits)
def test_a_character_of_an_article(number: int, edit: Edit) -> None:
    own = list(articles())
    own[number] = replace(own[number], text=edited(own[number].text, edit))
    for form in ("json", "markdown"):
        proof = proved(page(form), own)
        assert any(finding.about == "signature" for finding in proof.findings if finding.faults)


@law
@given(st.permutations(articles()))
def test_the_same_proof_whatever_the_order_of_the_sources(own: list[Any]) -> None:
    assert proved(page("json"), own) == proved(page("json"))


@law
@given(st.text(max_size=300))
def test_any_text_that_is_no_brief_is_refused_in_prose(text: str) -> None:
    for refused in (text, json.dumps(text), json.dumps({"schema": text})):
        with pytest.raises(SourceError, match="brief"):
            reread(refused, "a.json")


words = st.text(st.sampled_from("ab é\n."), min_size=1, max_size=60)


@settings(law, max_examples=200)
@given(words, words)
def test_a_difference_is_shown_where_there_is_one(one: str, other: str) -> None:
    assert (difference(one, other) == ("", "")) == (one == other)
    assert difference(one, other)[0] != difference(one, other)[1] or one == other


@settings(law, max_examples=200)
@given(words, words, words)
def test_a_quotation_is_found_where_it_stands(before: str, quoted: str, after: str) -> None:
    text = before + quoted + after
    most, place = nearest(quoted, text, len(before))
    assert most == len(quoted)
    assert text[place : place + len(quoted)] == quoted
