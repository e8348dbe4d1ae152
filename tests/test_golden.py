"""The briefs of the seeds, as golden files and as an editor reads them, with the real model.

The texts, their order, citations and voices are those of tests/golden/*.json; after a change that
is meant, `python tests/test_golden.py` writes them anew. What each sentence should cite is in
tests/golden/labels.toml, from reading the articles, and is not written by any program.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from summarize import read
from summarize.cache import CachedEncoder
from summarize.cli import main
from summarize.cluster import cluster
from summarize.models import load
from summarize.pipeline import summarize, understand
from summarize.settings import DEFAULT_MODEL, Settings
from summarize.text.terms import content
from summarize.weighing.evidence import Evidence
from summarize.weighing.fitness import unfit
from summarize.weighing.readable import REPEATED

if TYPE_CHECKING:
    from summarize.records import Brief, Encoder

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
WORDS = (100, 150, 250)
SEEDS = ("000", "001", "002", "003", "004")

pytestmark = pytest.mark.model
each_length = pytest.mark.parametrize("words", WORDS)


@pytest.fixture(scope="module")
def cached(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    return CachedEncoder(encoder, tmp_path_factory.mktemp("cache") / "vectors.sqlite3")


@lru_cache
def of_seeds(words: int, encoder: Encoder) -> Brief:
    return summarize(read(ROOT / "seeds"), Settings(words=words), encoder=encoder)


def texts(brief: Brief) -> list[str]:
    return [pick.sentence.text for pick in brief.picks]


def digest(brief: dict[str, Any]) -> dict[str, Any]:
    """What of a brief in JSON a golden file holds."""
    return {
        "title": brief["title"],
        "words": brief["words"],
        "voices": brief["voices"],
        "sentences": [
            {key: sentence[key] for key in ("text", "source", "cites", "voices")}
            for sentence in brief["sentences"]
        ],
    }


def golden(words: int) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((GOLDEN / f"{words}.json").read_text("utf-8"))
    return made


@each_length
def test_the_brief_is_the_golden_one_by_the_library(words: int, cached: Encoder) -> None:
    from summarize.render import render

    made = json.loads(render(of_seeds(words, cached), "json"))
    assert digest(made) == golden(words)


@each_length
def test_the_brief_is_the_golden_one_by_the_command(
    words: int, cached: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys.modules["summarize.pipeline"], "_encoder", lambda _: cached)
    result = CliRunner().invoke(main, ["seeds/", "--words", str(words), "--format", "json"])
    assert result.exit_code == 0
    assert result.stderr == ""
    assert digest(json.loads(result.stdout)) == golden(words)


@each_length
def test_three_voices_and_five_sources_are_cited(words: int, cached: Encoder) -> None:
    brief = of_seeds(words, cached)
    named = {voice.name: voice.articles for voice in brief.voices}
    assert named["Associated Press"] == (0, 1, 2)
    assert sorted(named.values()) == [(0, 1, 2), (3,), (4,)]
    assert {number for pick in brief.picks for number in pick.cites} == set(range(5))


@each_length
def test_the_length_is_kept_and_used(words: int, cached: Encoder) -> None:
    assert 0.85 * words <= of_seeds(words, cached).words <= words


@each_length
def test_the_first_sentence_tells_that_kim_met_shoigu(words: int, cached: Encoder) -> None:
    first = texts(of_seeds(words, cached))[0]
    assert re.search(r"\bKim\b.*\b(met|meets|hosted|meeting)\b.*\bShoigu\b", first)


@each_length
def test_every_sentence_stands_alone(words: int, cached: Encoder) -> None:
    for text in texts(of_seeds(words, cached)):
        assert unfit(text) is None
        assert not re.match(
            r"(He|She|It|They|This|That|These|Those|But|And|However|So|The report|The three)\b",
            text,
        )
        assert re.search(r"[.”]$", text)


FURNITURE = re.compile(
    r"\(AP\)|KCNA/Reuters|Image Credit|Source:|Updated|Created|Newsletter|Related Articles|"
    r"Leave a Reply|Back to top|auto-generated|TRENDING|Copyright|Devdiscourse|PTI|4:05pm|"
    r"[a-z][.!?][A-Z]|NorthLee|\. from Ewha|SEOUL, South Korea|first aliens|shakes hands",
)


@each_length
def test_no_sentence_is_furniture_or_glued(words: int, cached: Encoder) -> None:
    for text in texts(of_seeds(words, cached)):
        assert not FURNITURE.search(text)


MEETING = r"Kim .*met .*Shoigu"
FACTS = {
    100: (MEETING, "anniversary"),
    150: (
        *(MEETING, "anniversary", r"(exhibition|showed|showcas)[^.]*weapons"),
        *(
            r"[Mm]issile",
            "drones?|UAV",
            r"(accus|charge|according to Washington)[^.]*",
            "den(y|ied)",
        ),
        r"supply of|arms|shipping weapons",
    ),
    250: (
        *(MEETING, "anniversary", r"(exhibition|showed|showcas)[^.]*weapons"),
        *(
            r"[Mm]issile",
            "drones?|UAV",
            r"(accus|charge|according to Washington)[^.]*",
            "den(y|ied)",
        ),
        *(r"Chinese delegation|delegations from Russia and China|pandemic", r"\bletter\b"),
        r"support for[^.]*Ukraine|aligning with Russia over",
    ),
}


@each_length
def test_the_facts_are_there(words: int, cached: Encoder) -> None:
    brief = of_seeds(words, cached)
    whole = " ".join(texts(brief))
    for fact in FACTS[words]:
        assert re.search(fact, whole), fact
    assert any(pick.sentence.span.article in (3, 4) for pick in brief.picks)


@each_length
def test_no_two_sentences_say_the_same(words: int, cached: Encoder) -> None:
    brief = of_seeds(words, cached)
    story, _ = understand(read(ROOT / "seeds"), cached)
    assert cluster(story.sentences, story.embedded, story.voices) == story.clusters
    evidence = Evidence(story)
    number = {story.sentence(n).text: n for n in range(len(story.embedded.statements))}
    picked = [number[text] for text in texts(brief)]
    cluster_of = {m: c.leader for c in story.clusters for m in c.members}
    assert len({cluster_of[one] for one in picked}) == len(picked)
    for one in picked:
        assert not evidence.repeated(one, [other for other in picked if other != one], REPEATED)
    for one, other in combinations(texts(brief), 2):
        shared = set(content(one)) & set(content(other))
        assert len(shared) < 0.7 * min(len(set(content(one))), len(set(content(other))))


LABELS = tomllib.loads((GOLDEN / "labels.toml").read_text("utf-8"))


@each_length
def test_every_sentence_has_been_labelled_by_a_reader(words: int) -> None:
    labelled = {label["text"] for label in LABELS["sentence"]}
    assert {sentence["text"] for sentence in golden(words)["sentences"]} <= labelled


@pytest.mark.parametrize(
    "label",
    [
        pytest.param(
            label,
            id=label["text"][:50],
            marks=[pytest.mark.xfail(strict=True)] if label.get("wrong_today") else [],
        )
        for label in LABELS["sentence"]
    ],
)
def test_citations_are_those_that_a_reader_finds(label: dict[str, Any], cached: Encoder) -> None:
    assert set(label["why"]) == set(SEEDS)
    story, _ = understand(read(ROOT / "seeds"), cached)
    number = next(n for n, one in enumerate(story.sentences) if one.text == label["text"])
    (statement,) = (n for n, one in enumerate(story.embedded.statements) if number in one.copies)
    found = Evidence(story).supporters(statement)
    assert [SEEDS[article] for article in found] == label["states"]


@pytest.mark.parametrize(
    "pair",
    [
        pytest.param(
            pair,
            id=pair["fact"],
            marks=[pytest.mark.xfail(strict=True)] if pair.get("wrong_today") else [],
        )
        for pair in LABELS["same_fact"]
    ],
)
def test_no_two_sentences_state_the_same_fact_to_a_reader(pair: dict[str, Any]) -> None:
    for words in WORDS:
        picked = [sentence["text"] for sentence in golden(words)["sentences"]]
        assert not all(any(text.startswith(start) for text in picked) for start in pair["starts"])


def write() -> None:
    """Write the golden files anew from what the program gives today."""
    from summarize.render import render

    encoder = load(DEFAULT_MODEL)
    for words in WORDS:
        made = digest(json.loads(render(of_seeds(words, encoder), "json")))
        page = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
        (GOLDEN / f"{words}.json").write_text(page, "utf-8")


if __name__ == "__main__":
    write()
