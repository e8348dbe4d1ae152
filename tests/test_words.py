"""Word likeness: which words must match as they stand, and which may match by their meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import SmallEncoder

from summarize import models, words
from summarize.errors import ModelError
from summarize.models import locate, manifests
from summarize.pipeline import understand
from summarize.records import Article, Reading
from summarize.settings import DEFAULT_MODEL
from summarize.text import terms as texts
from summarize.text.terms import stem
from summarize.words import by_start, forms, is_state, likeness, terms

if TYPE_CHECKING:
    from pathlib import Path


def alike(one: str, other: str) -> float:
    return float(likeness([stem(one)], [stem(other)])[0, 0])


@pytest.mark.parametrize(
    ("text", "fixed", "common"),
    [
        ("Rescuers saved Paul Ode.", "paul ode", "rescuer save"),
        ("It cost 300 crowns on Monday.", "300 monday", "cost crown"),
        ("She called it a “moral defeat” again.", "moral defeat", "call"),
        ("Fog fell. Ships waited.", "", "fog fell ship wait"),
        ("“Fog fell,” the guard said.", "fog fell", "guard"),
        ("The Hwasong-17 flew.", "hwasong 17", "flew"),
        ("", "", ""),
    ],
)
def test_names_numbers_and_quoted_words_are_fixed(text: str, fixed: str, common: str) -> None:
    found = terms(text)
    assert set(found.fixed) == {stem(word) for word in fixed.split()}
    assert set(found.common) == {stem(word) for word in common.split()}


@given(st.text(alphabet=st.one_of(st.sampled_from("ab “”\".A1é'’-"), st.characters()), max_size=60))
def test_terms_are_sorted_and_in_one_list_only(text: str) -> None:
    found = terms(text)
    assert list(found.fixed) == sorted(set(found.fixed))
    assert list(found.common) == sorted(set(found.common))
    assert not set(found.fixed) & set(found.common)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("russia", "russian"),
        ("russian", "russia"),
        ("moscow", "russia"),
        ("kremlin", "russian"),
        ("pyongyang", "korean"),
        ("washington", "american"),
        ("ukraine", "ukrainian"),
        ("norway", "norway"),
        ("chinese", "china"),
        ("mexico", "mexican"),
        ("texas", "texan"),
        ("german", "germany"),
        ("presidential", "president"),
        ("northern", "north"),
    ],
)
def test_forms_of_one_name(one: str, other: str) -> None:
    assert forms(stem(one), by_start([stem(other), stem("harbour")])) == [stem(other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("russia", "rust"),
        ("moscow", "china"),
        ("kim", "kimono"),
        ("1953", "19534"),
        ("10000", "100000"),
        ("marten", "martha"),
        ("korea", "japan"),
        ("police", "policy"),
        ("indiana", "india"),
        ("frank", "france"),
        ("francisco", "france"),
        ("statement", "state"),
        ("president", "press"),
        ("obamacare", "obama"),
        ("martinez", "martin"),
        ("parker", "park"),
    ],
)
def test_other_names_are_no_forms(one: str, other: str) -> None:
    assert forms(stem(one), by_start([stem(other)])) == []


def test_forms_do_not_depend_on_the_order_of_the_stems() -> None:
    stems = [stem(word) for word in ("russian", "russia", "moscow", "rust", "kremlin")]
    found = forms("russia", by_start(stems))
    assert found == forms("russia", by_start(stems[::-1])) == sorted(found)
    assert len(found) == len({stem(w) for w in ("russian", "russia", "moscow", "kremlin")})


@pytest.mark.parametrize("name", ["russia", "russian", "moscow", "korean", "china", "seoul"])
def test_countries_their_people_and_capitals_are_states(name: str) -> None:
    assert is_state(stem(name))


@pytest.mark.parametrize(
    "name",
    ["halden", "ode", "monday", "1953", "reuters", "kim", "police", "islamic", "scott", "francis"],
)
def test_people_places_and_days_are_no_states(name: str) -> None:
    assert not is_state(stem(name))


@pytest.mark.parametrize(
    ("one", "other"), [("arms", "weapons"), ("ship", "vessel"), ("meeting", "talks")]
)
def test_words_of_one_meaning_are_alike(one: str, other: str) -> None:
    near = alike(one, other)
    assert 0 < near <= 1
    assert near == pytest.approx(alike(other, one))


@pytest.mark.parametrize(
    ("one", "other"), [("arms", "medicine"), ("ferry", "budget"), ("exhibition", "pandemic")]
)
def test_words_of_other_meanings_are_not(one: str, other: str) -> None:
    assert alike(one, other) == 0


def test_a_word_is_all_like_itself_and_an_unknown_one_like_nothing() -> None:
    assert alike("ferry", "ferry") == pytest.approx(1)
    assert alike("xqzzyk", "xqzzyk") == alike("xqzzyk", "ferry") == 0
    assert likeness([], ["ferri"]).shape == (0, 1)


def test_the_table_has_the_stems_that_the_stemmer_makes_of_the_models_words() -> None:
    (folder,) = (locate(one) for one in manifests() if one.name == DEFAULT_MODEL)
    assert folder is not None
    lines = (folder / "vocab.txt").read_text("utf-8").splitlines()
    known = {line for line in lines if line.isascii() and line.isalpha() and len(line) > 2}
    rows, vectors = words._table()
    assert list(rows) == sorted({stem(word) for word in known})
    assert list(rows.values()) == list(range(len(vectors)))


@pytest.mark.parametrize("content", [None, b"", b"no archive", b"PK\x03\x04 cut off"])
def test_a_damaged_table_is_prose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    path = tmp_path / "words.npz"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setattr(models, "word_table", lambda: path)
    with pytest.raises(ModelError, match=r"words\.npz cannot be read; reinstall summarize"):
        words._table.__wrapped__()


def test_the_texts_of_a_large_story_are_forgotten_before_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(texts, "_MANY", 3)
    texts._content.cache_clear()
    for number in range(3):
        texts.content(f"Ferry {number} sank.")
    texts.forget()
    assert texts._content.cache_info().currsize == 3
    texts.content("Ferry 3 sank.")
    understand(Reading((Article("a.txt", "The ferry sank on Monday night."),)), SmallEncoder())
    assert 0 < texts._content.cache_info().currsize < 4


def test_meanings_are_the_cosines_of_the_stored_vectors() -> None:
    row_of, table = words._table()
    stems = sorted(row_of)[::97]
    vectors = table[[row_of[word] for word in stems]].astype(np.float64)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    plain = np.clip((vectors @ vectors.T - words._FROM) / (words._FULL - words._FROM), 0, 1)
    np.testing.assert_allclose(likeness(stems, stems), plain, atol=1e-9)
    groups = [[0, 5, 9], [], [3], list(range(20))]
    most = [plain[:, group].max(axis=1, initial=0) for group in groups]
    np.testing.assert_allclose(words.Meanings(stems).most(groups), np.array(most).T, atol=1e-9)
