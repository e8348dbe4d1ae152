"""Stories in other languages: what is in force, what embeds them, what a reader is told."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import SmallEncoder

from summarize import languages, models
from summarize.cache import CachedEncoder
from summarize.encoders.lexical import LexicalEncoder
from summarize.errors import ModelError
from summarize.evaluate.dataset import Dataset, Topic
from summarize.evaluate.judge import Plan, evaluate
from summarize.evaluate.scores import rouge
from summarize.group import group
from summarize.languages import main_language, noted, suited, told
from summarize.models import load
from summarize.pipeline import summarize
from summarize.records import Article, Reading
from summarize.render import render
from summarize.settings import DEFAULT_MODEL, Settings
from summarize.text.tongues.force import speaking
from summarize.verify.prove import model_of, verify
from summarize.written.reread import reread

if TYPE_CHECKING:
    from desk import Run

    from summarize.records import Brief

LAW = settings(deadline=None, derandomize=True, max_examples=60)
MULTILINGUAL = "paraphrase-multilingual-MiniLM-L12-v2"
FRENCH = (
    Article(
        "un.txt",
        "Le vieux pont de Lorient restera fermé jusqu'au mois de juin, a annoncé la mairie lundi. "
        "Des fissures ont été découvertes dans trois piliers pendant une visite des ingénieurs. "
        "« Personne ne doit passer tant que les travaux durent », a dit la maire Anne Kervella. "
        "Les travaux coûteront 4 millions d'euros et dureront au moins quatre mois.",
        outlet="Le Courrier du Port",
    ),
    Article(
        "deux.txt",
        "À Lorient, les ingénieurs ont trouvé des fissures dans trois piliers du vieux pont. "
        "La mairie a annoncé lundi que le pont restera fermé jusqu'au mois de juin. "
        "Les commerçants de la rive droite craignent de perdre la moitié de leurs clients. "
        "Le coût des travaux est estimé à 6 millions d'euros par la région.",
        outlet="Gazette de la Rade",
    ),
    Article(
        "trois.txt",
        "Une navette gratuite reliera les deux rives de Lorient pendant la fermeture du pont. "
        "Elle partira toutes les vingt minutes du quai des Pêcheurs, de six heures à minuit. "
        "Les bus scolaires devront faire un détour de douze kilomètres par la route nationale.",
        outlet="Radio Ty Mor",
    ),
)
ENGLISH = Article(
    "four.txt",
    "The old bridge of Lorient will be closed until June, the town hall said on Monday. Engineers "
    "found cracks in three of its pillars, and the repairs will take four months at least.",
    outlet="The Harbour Post",
)
DEFAULT = load(DEFAULT_MODEL)  # its weights are not read until it encodes, which it must not here


def notes(brief: Brief | Reading) -> list[str]:
    return [drop.reason for drop in brief.drops if drop.stage == "language"]


def made(*articles: Article, **knobs: object) -> Brief:
    return summarize(articles, Settings(**{"words": 60, **knobs}), encoder=DEFAULT)


@pytest.fixture(autouse=True)
def _no_model_at_hand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))


def test_a_story_in_another_language_is_made_without_the_english_model() -> None:
    brief = made(*FRENCH)
    assert "model:lexical@1 " in brief.signature
    assert brief.words <= 60
    assert [article.language for article in brief.articles] == ["fr"] * 3
    assert any(len(pick.voices) == 2 for pick in brief.picks), "two report the closure"


def test_what_the_model_does_not_know_is_said_once_with_the_model_that_does() -> None:
    (note,) = notes(made(*FRENCH))
    assert "French" in note
    assert f"--model {MULTILINGUAL}" in note
    assert "\n" not in note


def test_an_encoder_of_ones_own_is_trusted_with_any_language() -> None:
    encoder = SmallEncoder()
    brief = summarize(FRENCH, Settings(words=60), encoder=encoder)
    assert "model:small@1 " in brief.signature
    assert encoder.encoded
    assert notes(brief) == []


def test_english_stories_are_told_nothing_and_have_no_language() -> None:
    encoder = SmallEncoder()
    brief = summarize([ENGLISH], Settings(words=60), encoder=encoder)
    assert notes(brief) == []
    assert "language" not in json.loads(render(brief, "json"))["sources"][0]


def test_the_language_of_each_source_is_in_the_json() -> None:
    page = json.loads(render(made(*FRENCH, ENGLISH), "json"))
    assert [source.get("language") for source in page["sources"]] == ["fr", "fr", "fr", None]


def test_a_mixed_set_says_so_once() -> None:
    mixed, missing = notes(made(*FRENCH, ENGLISH))
    assert f"(3 in French; 1 in English: {ENGLISH.path})" in mixed
    assert "French" in missing
    assert len(notes(noted(noted(Reading((*FRENCH, ENGLISH)), "auto", "x@1"), "auto", "x@1"))) == 1


def test_the_language_of_most_text_is_the_storys() -> None:
    assert main_language(told([FRENCH[0], ENGLISH])) == "fr"
    assert (
        main_language(told([FRENCH[2], ENGLISH, replace(ENGLISH, text=ENGLISH.text * 2)])) == "en"
    )
    assert main_language(()) == "en"


def test_what_is_known_of_english_alone_is_silent() -> None:
    brief = made(*FRENCH, words=200)
    assert brief.disagreements == ()
    assert {(pick.attributed_to, pick.rests_on) for pick in brief.picks} == {(None, None)}


def test_the_order_of_the_articles_changes_no_pick() -> None:
    one, other = made(*FRENCH), made(*reversed(FRENCH))
    assert [p.sentence.text for p in one.picks] == [p.sentence.text for p in other.picks]
    assert one.signature == other.signature


def test_a_language_that_is_given_is_taken_and_signed() -> None:
    short = Article("a", "Le pont restera fermé jusqu'au mois de juin.")
    brief = made(short, language="fr")
    assert brief.articles[0].language == "fr"
    assert " language:fr " in brief.signature
    assert told([FRENCH[0]], "en")[0].language == "en"


def test_a_chinese_brief_is_as_long_as_its_readers_count() -> None:
    text = (
        "市长说大桥明天不会开放。工程师在三个桥墩里发现了裂缝。"
        "居民们在码头等了三个小时。维修至少需要四个月。"
    )
    brief = made(Article("a", text), words=30)
    assert 12 <= brief.words <= 30
    assert len(brief.picks) > 1


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_a_brief_in_another_language_is_proved_by_its_articles(form: str) -> None:
    brief = made(*FRENCH)
    signed = reread(render(brief, form), "brief")
    assert model_of(signed) == "lexical"
    proof = verify(signed, Reading(FRENCH), load("lexical"))
    assert [finding.faults for finding in proof.findings if finding.faults] == []
    assert any("made again" in how for finding in proof.findings for how in finding.proofs)


def test_the_reader_is_warned_once_on_stderr(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path / "cache"))
    for article in FRENCH:
        (tmp_path / article.path).write_text(article.text)
    result = run(*(tmp_path / article.path for article in FRENCH))
    assert result.exit_code == 0
    assert result.stderr.count("warning: The articles are in French") == 1


def test_scores_cut_words_of_other_languages_by_unicode() -> None:
    text = "Η γέφυρα θα μείνει κλειστή. 大桥明天开放。"
    with speaking("el"):
        assert rouge([text], [text])["unstemmed"]["rouge2"][2] == 1.0
        assert rouge([text], ["Η γέφυρα θα ανοίξει αύριο."])["unstemmed"]["rouge1"][2] > 0.2
    assert rouge([text], [text])["unstemmed"]["rouge2"][2] == 0.0


def test_an_evaluation_is_signed_with_what_embeds() -> None:
    topic = Topic("1", Reading(FRENCH), ("Le pont restera fermé jusqu'en juin.",))
    run = evaluate(Dataset("d", "0" * 12, (topic,)), Plan(words=60, baselines=False), DEFAULT)
    assert " model:lexical@1 tokens:unicode " in run.signature


def test_a_multilingual_model_at_hand_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    small = SmallEncoder()
    monkeypatch.setattr(languages, "at_hand", languages.multilingual)
    monkeypatch.setattr(models, "load", {MULTILINGUAL: small}.__getitem__)
    brief = made(*FRENCH)
    assert "model:small@1 " in brief.signature
    assert notes(brief) == []
    with speaking("fr"):
        kept = suited(CachedEncoder(DEFAULT, Path("nowhere")))
    assert isinstance(kept, CachedEncoder)
    assert kept.revision == "small@1"


def test_the_multilingual_model_is_fetched_as_pinned_when_named_and_checked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[tuple[str, str | None]] = []

    def fetch(repository: str, revision: str | None = None, **_: object) -> str:
        asked.append((repository, revision))
        return str(tmp_path)

    monkeypatch.setattr("huggingface_hub.snapshot_download", fetch)
    encoder = load(MULTILINGUAL)
    assert asked == []
    with pytest.raises(ModelError, match="sha256 differs"):
        encoder.encode(["Bonjour."])
    manifest = languages.multilingual()
    assert asked == [(manifest.upstream, manifest.commit)]
    assert len(manifest.commit) == 40


def test_the_multilingual_model_is_at_hand_once_fetched(tmp_path: Path) -> None:
    manifest = languages.multilingual()
    assert languages.at_hand() is None
    folder = tmp_path / f"models--{manifest.upstream.replace('/', '--')}" / "snapshots"
    (folder / manifest.commit).mkdir(parents=True)
    assert languages.at_hand() == manifest


def test_lexical_vectors_can_be_asked_for_by_name() -> None:
    brief = summarize([ENGLISH], Settings(words=60), encoder=load("lexical"))
    assert "model:lexical@1 " in brief.signature


def test_a_pile_in_another_language_is_grouped_by_its_words() -> None:
    events = group(FRENCH, DEFAULT)
    assert sum(len(event.articles) for event in events) == 3


@LAW
@given(st.lists(st.text(max_size=40), max_size=8), st.sampled_from(["fr", "zh", "ar", None]))
def test_lexical_vectors_are_unit_vectors_of_their_texts_alone(
    texts: list[str], language: str | None
) -> None:
    with speaking(language):
        whole = LexicalEncoder().encode(texts)
        alone = [LexicalEncoder().encode([text])[0] for text in texts]
    assert whole.shape[0] == len(texts)
    assert whole.dtype == np.float32
    assert np.allclose(np.linalg.norm(whole, axis=1), 1, atol=1e-5)
    assert all(np.array_equal(one, row) for one, row in zip(alone, whole, strict=True))


def test_lexical_vectors_are_near_for_what_says_the_same() -> None:
    texts = [
        "Le pont restera fermé jusqu'au mois de juin.",
        "Jusqu'en juin, le pont de la ville restera fermé.",
        "Les commerçants craignent de perdre leurs clients.",
    ]
    with speaking("fr"):
        one, other, third = LexicalEncoder().encode(texts)
    assert one @ other > 0.6
    assert one @ third < 0.3


def test_of_languages_with_as_much_text_the_first_by_its_code_is_the_storys() -> None:
    three = [Article(code, "x" * 40, language=code) for code in ("fr", "de", "es")]
    assert {main_language(some) for some in permutations(three)} == {"de"}
