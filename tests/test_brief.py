"""brief: everything the stages found, with counts that add up and a signature."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise, permutations
from typing import TYPE_CHECKING

import pytest
from small import SmallEncoder
from stories import EDITS, reports

from summarize import __version__
from summarize.brief import brief, picks, sign
from summarize.explain import explain
from summarize.pipeline import summarize
from summarize.records import Article, Brief, Drop, Reading, Selection, Span
from summarize.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

FURNITURE = "Home\n\nSubscribe to our newsletter\n\n{}\n\nShare this story\n"


def made(articles: Sequence[Article] | None = None, **settings: object) -> Brief:
    knobs = Settings(**settings)  # type: ignore[arg-type]
    return summarize(articles or reports(), knobs, encoder=SmallEncoder())


def story() -> list[Article]:
    """The reports with page furniture around them, and two edited copies of the wire."""
    wire, *others = reports()
    wire = replace(wire, text=FURNITURE.format(wire.text))
    return [wire, *others, EDITS[0](wire), EDITS[3](wire)]


@pytest.mark.parametrize("words", [30, 80, 150, 10_000])
def test_counts_add_up_and_are_the_rows_of_explain(words: int) -> None:
    one = made(story(), words=words)
    counts = one.counts
    kinds = ("picked", "merged", "unpicked", "dropped")
    assert counts["sentences"] == sum(counts[kind] for kind in kinds) == len(explain(one))
    assert counts["picked"] == len(one.picks) > 0
    assert counts["articles"] == 5
    assert counts["voices"] == len(one.voices) == 3
    assert counts["merged"] > 0 < counts["dropped"]


def test_every_sentence_is_a_pick_or_a_drop_and_none_is_both() -> None:
    one = made(story(), words=80)
    spans = [pick.sentence.span for pick in one.picks]
    spans += [drop.item for drop in one.drops if isinstance(drop.item, Span)]
    assert max(Counter(spans).values()) == 1
    for number, article in enumerate(one.articles):
        covered = sorted(span for span in spans if span.article == number)
        assert all(a.end <= b.start for a, b in pairwise(covered))
        left = list(article.text)
        for span in covered:
            left[span.start : span.end] = " " * (span.end - span.start)
        assert "".join(left).strip() == ""


def test_every_drop_says_stage_and_reason_and_merged_ones_the_sentence_that_stands() -> None:
    one = made(story(), words=80)
    standing = {pick.sentence.span for pick in one.picks}
    sentences = standing | {drop.item for drop in one.drops}
    for drop in one.drops:
        assert drop.stage
        assert drop.reason
        if drop.stage == "fold":
            assert drop.because_of in sentences
        if drop.stage == "cluster":
            assert drop.because_of in standing


def test_sources_that_could_not_be_read_are_drops_and_count_for_nothing() -> None:
    plain = made()
    missing = Drop("read", "gone.txt", "There is no file gone.txt.")
    one = made(Reading(tuple(reports()), (missing,)))  # type: ignore[arg-type]
    assert one.drops[0] == missing
    assert one.counts == plain.counts


def test_citations_are_sorted_hold_the_source_and_match_the_voices() -> None:
    one = made(story())
    voice_of = {number: voice.id for voice in one.voices for number in voice.articles}
    for pick in one.picks:
        assert pick.sentence.span.article in pick.cites
        assert list(pick.cites) == sorted(set(pick.cites))
        assert set(pick.voices) == {voice_of[number] for number in pick.cites}
        assert pick.sentence.span in pick.evidence
        assert {span.article for span in pick.evidence} == set(pick.cites)
        assert list(pick.voices) == sorted(pick.voices)


def test_the_signature_names_program_length_order_model_and_texts() -> None:
    signature = sign(reports(), Settings(sentences=3, order="time"), "small@1")
    for part in (f"summarize:{__version__}", "sentences:3", "order:time", "model:small@1"):
        assert part in signature.split()
    assert made().signature == sign(reports(), Settings(), "small@1")


def test_the_signature_is_the_same_for_the_articles_in_any_order() -> None:
    ways = {sign(list(way), Settings(), "m") for way in permutations(reports())}
    assert len(ways) == 1


def test_the_signature_changes_with_all_that_changes_a_brief() -> None:
    articles = reports()
    changed = [replace(articles[0], text=articles[0].text + "More."), *articles[1:]]
    signatures = [
        sign(articles, Settings(), "m"),
        sign(articles, Settings(words=151), "m"),
        sign(articles, Settings(chars=150), "m"),
        sign(articles, Settings(ratio=0.1), "m"),
        sign(articles, Settings(order="time"), "m"),
        sign(articles, Settings(), "other"),
        sign(articles[:2], Settings(), "m"),
        sign(changed, Settings(), "m"),
        sign([articles[0], *articles], Settings(), "m"),
    ]
    assert len(set(signatures)) == len(signatures)


def test_lone_surrogates_can_be_signed() -> None:
    assert sign([Article("a", "lone \ud800")], Settings(), "m")


def test_the_title_is_the_one_that_the_first_sentence_bears_out() -> None:
    titles = ["Weather for Monday", "Ferry runs aground off Sollen", "Sollen diary"]
    titled = [replace(a, title=t) for a, t in zip(reports(), titles, strict=True)]
    for way in permutations(titled):
        assert made(way).title == titles[1]


def test_without_titles_the_first_sentence_gives_one_cut_at_a_word() -> None:
    one = made([replace(article, title=None) for article in reports()])
    first = one.picks[0].sentence.text
    assert one.title.endswith(" …")
    kept = one.title.removesuffix(" …")
    assert first.startswith(kept)
    assert not first[len(kept)].isalnum()
    assert len(one.title) <= 92
    short = "A ferry ran aground off the island of Sollen on Monday."
    assert made([Article("a", short)]).title == short.removesuffix(".")


def test_a_brief_of_nothing_chosen_has_the_first_title() -> None:
    one = made()
    from summarize.records import Embedded, Story  # the record alone, with no sentence left

    empty = Story(
        tuple(replace(a, title=t) for a, t in zip(reports(), "cab", strict=True)),
        (),
        one.voices,
        Embedded((), SmallEncoder().encode([])),
        (),
    )
    assert picks((), (), (), empty) == ()
    assert brief((), Selection((), {}), empty, (), "s").title == "a"
