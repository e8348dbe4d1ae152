"""Recall: a story that was understood before makes the same brief, at any length."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from cases import seeds
from hypothesis import HealthCheck, given
from hypothesis import settings as law
from hypothesis import strategies as st
from small import SmallEncoder

from summarize.answers import remembering
from summarize.cache import CachedEncoder, Records, stories_path
from summarize.errors import SummarizeError
from summarize.pipeline import understand
from summarize.program import program
from summarize.read import read
from summarize.reading.remembered import Heads
from summarize.recall import key
from summarize.records import Article, Encoder, Reading
from summarize.render import render
from summarize.settings import Settings
from summarize.web.wishes import Web

PIPELINE = sys.modules["summarize.pipeline"]
PROGRAM = sys.modules["summarize.program"]
SEEDS = Path(__file__).parent.parent / "seeds"
ASKED = st.fixed_dictionaries(
    {},
    optional={
        "focus": st.sampled_from(["missiles", "the parade in Pyongyang"]),
        "min_voices": st.integers(1, 2),
        "order": st.sampled_from(["story", "rank"]),
        "timeline": st.just(value=True),
        "until": st.just("2023-07-30"),
    },
).filter(lambda asked: not {"timeline", "order"} <= set(asked))
LENGTHS = st.one_of(
    st.fixed_dictionaries({"words": st.integers(40, 250)}),
    st.fixed_dictionaries({"sentences": st.integers(1, 8)}),
    st.fixed_dictionaries({"chars": st.integers(400, 1500)}),
    st.fixed_dictionaries({"ratio": st.floats(0.05, 0.5)}),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of one's own, behind the pipeline's own encoder."""
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path))
    # Whoever edits the program while its tests run is told so by one of them alone.
    monkeypatch.setattr(PROGRAM, "_STARTED", 1 << 62)
    program.cache_clear()
    monkeypatch.setattr(
        PIPELINE, "_encoder", lambda _: CachedEncoder(SmallEncoder(), tmp_path / "vectors.sqlite3")
    )
    return tmp_path


def warm(articles: list[Article] | Reading, **asked: Any) -> str:
    return page(articles, Settings(**asked), None)


def cold(articles: list[Article] | Reading, **asked: Any) -> str:
    return page(articles, Settings(**asked), SmallEncoder())


def page(articles: list[Article] | Reading, settings: Settings, encoder: Encoder | None) -> str:
    try:
        return render(PIPELINE.summarize(articles, settings, encoder), "json")
    except SummarizeError as problem:
        return str(problem)


@pytest.fixture
def understood(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many articles were understood each time."""
    seen: list[int] = []

    def noted(reading: Reading, *rest: Any) -> Any:
        seen.append(len(reading.articles))
        return understand(reading, *rest)

    monkeypatch.setattr(PIPELINE, "understand", noted)
    return seen


@law(
    deadline=None,
    derandomize=True,
    max_examples=8,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(ASKED, LENGTHS), min_size=1, max_size=2))
def test_warm_and_cold_briefs_are_the_same_bytes(given_: list[tuple[Any, Any]]) -> None:
    articles = seeds()
    for asked, length in given_:
        expected = cold(articles, **asked, **length)
        assert warm(articles, **asked, **length) == expected
        assert warm(articles, **asked, **length) == expected


def test_articles_are_understood_once(understood: list[int]) -> None:
    for words in (150, 90, 150):
        warm(seeds(), words=words)
    assert understood == [5]


@pytest.mark.parametrize(
    "change",
    [
        lambda articles: [*articles, Article("more.txt", "A parade was held on Thursday night.")],
        lambda articles: articles[1:],
        lambda articles: articles[::-1],
        lambda articles: [replace(articles[0], text=articles[0].text + " "), *articles[1:]],
        lambda articles: [replace(articles[0], title="Another title"), *articles[1:]],
        lambda articles: [replace(articles[0], path="another.txt"), *articles[1:]],
    ],
)
def test_other_articles_are_understood_anew(change: Any, understood: list[int]) -> None:
    articles = seeds()
    warm(articles)
    other = change(articles)
    assert warm(other) == cold(other)
    assert understood[:2] == [5, len(other)]


def test_another_program_reads_nothing_of_this_one(
    understood: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    warm(seeds())
    monkeypatch.setattr(sys.modules["summarize.recall"], "program", lambda: "another")
    warm(seeds())
    assert understood == [5, 5]


def test_a_program_that_changed_while_it_ran_keeps_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PROGRAM, "_STARTED", 0)
    program.cache_clear()
    warm(seeds())
    program.cache_clear()
    assert not stories_path(folder).exists()


def test_another_model_is_another_story(understood: list[int], folder: Path) -> None:
    warm(seeds())
    other = SmallEncoder()
    other.revision = "small@2"
    reading = Reading(tuple(seeds()))
    assert key(reading, Settings(), other) != key(reading, Settings(), SmallEncoder())


def test_every_setting_but_those_of_the_brief_makes_another_story() -> None:
    reading, encoder = Reading(tuple(seeds())), SmallEncoder()
    first = key(reading, Settings(), encoder)
    late = {"words": 90, "focus": "missiles", "min_voices": 2, "order": "rank", "since": "2023-07"}
    for name, value in late.items():
        settings = Settings()
        object.__setattr__(settings, name, value)
        assert key(reading, settings, encoder) == first
    length = {"sentences", "chars", "ratio", "until", "known", "timeline"}
    for name in {knob.name for knob in fields(Settings)} - set(late) - length:
        settings = Settings()
        object.__setattr__(settings, name, "other")
        assert key(reading, settings, encoder) != first


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"no database" * 999),
        lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
        lambda path: path.unlink(),
        lambda path: (path.unlink(), path.mkdir()),
    ],
    ids=["empty", "other", "truncated", "gone", "a folder"],
)
def test_a_damaged_cache_gives_the_right_brief(damage: Any, folder: Path) -> None:
    expected = warm(seeds())
    damage(stories_path(folder))
    assert warm(seeds()) == expected
    assert warm(seeds()) == expected


def test_a_bare_encoder_keeps_nothing(folder: Path) -> None:
    cold(seeds())
    assert list(folder.iterdir()) == []


def test_texts_are_kept_as_places(folder: Path) -> None:
    warm(seeds())
    kept = stories_path(folder).read_bytes()
    sentence = "Kim Jong Un"
    assert sentence in seeds()[0].text
    assert kept.count(b"sentences") == 1
    assert seeds()[0].text[1000:1100].encode() not in kept


def test_runs_at_once_make_the_same_brief(folder: Path) -> None:
    expected = [cold(seeds(), words=words) for words in (80, 120)]
    with ThreadPoolExecutor(3) as pool:
        made = list(pool.map(lambda n: warm(seeds(), words=(80, 120)[n % 2]), range(6)))
    assert made == expected * 3


def test_answers_do_not_pass_to_a_story_of_other_articles() -> None:
    story, _ = understand(Reading(tuple(seeds())), SmallEncoder())
    told = remembering(story)
    told.answers.learn([("rank", [])])
    assert remembering(told) is told
    assert replace(told, articles=told.articles[:1]).answers.known == {}


def test_what_texts_say_of_themselves_is_read_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read(SEEDS, Web())
    monkeypatch.setattr(
        sys.modules["summarize.reading.remembered"], "_inferred", lambda _: {}["again"]
    )
    assert read(SEEDS, Web()) == first
    with pytest.raises(KeyError):
        read(SEEDS, Web(keep=False))


def test_a_new_article_among_known_ones_is_read(folder: Path) -> None:
    heads = Heads(Records(folder / "stories.sqlite3"))
    told = heads.of("Old news\nBy Jane Roe, Daily Herald\n")
    heads.keep()
    again = Heads(Records(folder / "stories.sqlite3"))
    assert again.of("Old news\nBy Jane Roe, Daily Herald\n") == told
    assert again.of("https://news.example/a-story\n")["url"] == "https://news.example/a-story"


@pytest.mark.model
def test_the_program_is_as_right_warm_and_keeps_nothing_unasked(tmp_path: Path) -> None:
    def run(*options: str, where: str) -> bytes:
        command = [sys.executable, "-m", "summarize", str(SEEDS), "--words", "100", *options]
        place = {"SUMMARIZE_CACHE": str(tmp_path / where), "PATH": ""}
        return subprocess.run(command, check=True, capture_output=True, env=place).stdout

    bare = run("--no-cache", where="none")
    assert not (tmp_path / "none").exists()
    assert [run(where="own"), run(where="own")] == [bare, bare]


@pytest.mark.parametrize("more", [0, 1])
def test_only_stories_of_so_many_sentences_are_kept(
    more: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story, _ = understand(Reading(tuple(seeds())), SmallEncoder())
    most = len(story.sentences) - more
    monkeypatch.setattr(sys.modules["summarize.recall"], "MOST_SENTENCES", most)
    warm(seeds())
    assert stories_path(folder).exists() == (not more)


def test_installing_a_library_makes_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    libraries = tmp_path / "site-packages"
    monkeypatch.syspath_prepend(str(tmp_path / "no-packages"))
    monkeypatch.syspath_prepend(str(libraries))

    def now() -> str | None:
        program.cache_clear()
        return program()

    known = [now(), now()]
    libraries.mkdir()
    known.append(now())
    os.utime(libraries, ns=(1, 1))
    known.append(now())
    program.cache_clear()
    assert None not in known
    assert known[0] == known[1]
    assert len(set(known)) == 3
