"""Cleaning: nothing lost, the same twice and in any order, and what stays and what goes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from cases import load, seeds
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.clean import clean
from summarize.records import Article, Cleaned, Drop, Span

if TYPE_CHECKING:
    import random

# The same examples every time, and no limit in wall time: machines are shared.
LAW = settings(deadline=None, derandomize=True, max_examples=300)
LINES = st.sampled_from(
    [
        "The minister said on Monday that the talks in the capital had ended without a result.",
        "Officials in the north of the country said that at least 40 people were still missing "
        "there.",
        "“We will not yield,” she said.",
        "He was 78.",
        "PARIS, July 3 (Reuters) - The court in the city ruled on Friday that the law was void.",
        "The court in the city ruled on Friday that the law was void. (Source: Associated Press)",
        "The court in the city ruled on Friday that the law was void.",
        "Minister Says Talks Ended Without Result",
        "minister says talks in the capital of the country ended without any result at all, agency "
        "says",
        "Related Articles", "Comments", "TRENDING", "Advertisement", "4:05pm", "", "  ", "World",
        "By Jane Doe", "Share this story", "Sign up for our newsletter to get the news in your "
        "inbox.",
        "Read more: Talks end without a result.", "© 2023 All rights reserved", "\u00a0", "\t• "
        "item",
        "Das Ministerium teilte am Montag mit, die Gespräche seien ohne Ergebnis zu Ende gegangen.",
        "部長は月曜日に、首都での会談が成果なく終わったと述べた。", "a" * 300, "1", "(CNN)", "___",
        "July 3, 2023", "HARBOUR: The wall of the harbour held until the morning came.", "Also:",
    ]
)  # fmt: skip
PAGES = st.one_of(st.text(max_size=120), st.lists(LINES, max_size=14).map("\n".join))
ARTICLES = st.lists(
    st.builds(
        Article,
        path=st.just("a"),
        text=PAGES,
        title=st.sampled_from([None, "Minister Says Talks Ended Without Result"]),
        outlet=st.sampled_from([None, "Herald"]),
        date=st.sampled_from([None, "2023-07-03"]),
        extracted=st.booleans(),
    ),
    max_size=4,
)


def kept(articles: list[Article], number: int = 0) -> list[str]:
    text = articles[number].text
    return [text[s.start : s.end] for s in clean(articles).kept if s.article == number]


def dropped(articles: list[Article], number: int = 0) -> list[tuple[str, str]]:
    found = []
    for drop in clean(articles).drops:
        assert isinstance(drop.item, Span)
        if drop.item.article == number:
            found.append((drop.reason, articles[number].text[drop.item.start : drop.item.end]))
    return found


@pytest.mark.parametrize("case", load("clean"))
def test_case(case: dict[str, Any]) -> None:
    names = ("title", "outlet", "byline", "date", "extracted")
    facts = {name: case[name] for name in names if name in case}
    article = Article("a", case["text"], **facts)
    assert kept([article]) == case["kept"]
    for reason, start in case.get("dropped", []):
        reasons = {why for why, text in dropped([article]) if text.startswith(start)}
        assert reason in reasons, f"{start!r} was dropped as {reasons}"


@LAW
@given(ARTICLES)
def test_kept_and_dropped_cover_all_text_in_order_without_overlap(articles: list[Article]) -> None:
    cleaned = clean(articles)
    items = [drop.item for drop in cleaned.drops if isinstance(drop.item, Span)]
    assert list(cleaned.kept) == sorted(cleaned.kept)
    assert items == sorted(items)
    spans = sorted([*cleaned.kept, *items])
    for before, after in pairwise(spans):
        assert before.article < after.article or before.end <= after.start
    for number, article in enumerate(articles):
        left = list(article.text)
        for span in (span for span in spans if span.article == number):
            text = article.text[span.start : span.end]
            assert text == text.strip() != ""
            left[span.start : span.end] = " " * len(text)
        assert not "".join(left).strip()


@LAW
@given(ARTICLES)
def test_cleaning_twice_is_cleaning_once(articles: list[Article]) -> None:
    once = [
        replace(article, text="\n\n".join(kept(articles, number)))
        for number, article in enumerate(articles)
    ]
    assert clean(once).drops == ()


FERRY = (
    "PORT HALDEN (Reuters) - A ferry carrying 212 passengers ran aground off the island of Sollen "
    "on Monday, and rescuers took everyone off safely within three hours, the coastguard said."
)
SHOWN = "000000000000000000000000000000 000 0000 0 0."
COURT = "The court in the city ruled on Friday that the law was void."
TALKS = "The minister said on Monday that the talks in the capital had ended without a result."


@pytest.mark.parametrize(
    "text",
    ["AAAAAAA: " + 30 * "0" + "\ra.", "HARBOUR: The wall of the harbour stood\nuntil the morning.",
     "NEWPORT: HARBOUR: The wall of the harbour held until the morning came.",
     f"{FERRY}\n\nThe Aurora struck a sandbank in thick fog at 6:40 a. {FERRY}",
     f"{COURT} (Source: Associated Press)\nHARBOUR: The wall of the harbour held all night.",
     f"Sign up for our newsletter to get the news in your inbox. {COURT} (Source: AP)",
     "(AAA) 0000000000000000000 0 0 000 She " + 42 * "0" + 7 * " 0",
     f"{SHOWN}(Photo:){SHOWN}",
     "\n".join(["a" * 300, "a" * 300, "Related Articles", TALKS, "World"])],
    ids=["a line that was wide", "a line that was wide, in words", "a dateline behind a dateline",
         "a dateline of what becomes the first paragraph", "a paragraph behind a caption",
         "a notice and a caption on one line", "glue on what is rescued",
         "a picture's name, its credit and its name again", "rescued from wide lines"],
)  # fmt: skip
@pytest.mark.parametrize("extracted", [False, True])
def test_what_is_kept_stands_by_itself(text: str, *, extracted: bool) -> None:
    """What is cut off or dropped was no reason for which anything else was kept."""
    once = Article("a", text, extracted=extracted)
    again = replace(once, text="\n\n".join(kept([once])))
    assert dropped([again]) == []
    assert kept([again]) == kept([once])


@LAW
@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_only_their_numbers(
    articles: list[Article], chance: random.Random
) -> None:
    order = list(range(len(articles)))
    chance.shuffle(order)
    shuffled = clean([articles[number] for number in order])

    def back(span: Span) -> Span:
        return Span(order[span.article], span.start, span.end)

    def home(drop: Drop) -> Drop:
        assert isinstance(drop.item, Span)
        because = back(drop.because_of) if drop.because_of else None
        return replace(drop, item=back(drop.item), because_of=because)

    restored = Cleaned(
        tuple(sorted(map(back, shuffled.kept))),
        tuple(sorted(map(home, shuffled.drops), key=lambda drop: drop.item)),  # type: ignore[arg-type, return-value]
    )
    assert restored == clean(articles)


@LAW
@given(st.lists(PAGES, max_size=3))
def test_an_article_with_words_never_becomes_empty(texts: list[str]) -> None:
    articles = [Article("a", text) for text in texts]
    for number, article in enumerate(articles):
        assert bool(kept(articles, number)) == bool(article.text.strip())


@pytest.mark.parametrize("line", ["Dog bites man", "Breaking News", "Read more", "(CNN)", "5", "©"])
def test_a_line_that_is_all_there_is_stays(line: str) -> None:
    assert kept([Article("a", line)]) == [line]


def test_a_short_sentence_an_outlet_repeats_in_other_surroundings_goes() -> None:
    slogan = "The news that matters to you."
    stories = [
        ("The river rose by two metres in the night, and the lower town was flooded.",
         "The army has sent boats and blankets to the people who sit on their roofs."),
        ("The court met in the old hall on Monday to hear the case of the two brothers.",
         "The judge was late, and the lawyers waited for more than an hour in the rain."),
        ("The price of bread has doubled since the spring, said the union of bakers.",
         "They blame the cost of gas, which has risen even faster than that of flour."),
    ]  # fmt: skip
    articles = [
        Article("a", "\n".join([first, slogan, second]), outlet="Herald")
        for first, second in stories
    ]
    for number in range(3):
        assert dropped(articles, number) == [("repeated line", slogan)]
    assert slogan in kept(articles[:2])
    assert slogan in kept([articles[0], articles[1], replace(articles[2], outlet="Gazette")])


def test_copies_of_one_story_stay_whole_at_one_outlet() -> None:
    text = (
        "The river rose by two metres in the night, and the lower town was flooded.\n"
        "Nobody was hurt.\n"
        "The army has sent boats and blankets to the people who sit on their roofs."
    )
    articles = [Article("a", text, outlet="Herald")] * 3
    assert all(kept(articles, number) == text.split("\n") for number in range(3))


def test_the_repeat_names_the_block_it_repeats() -> None:
    sentence = "Rescuers said that they had found the last of the miners alive on Sunday."
    end = "The mine had been flooded for a week."
    text = "\n\n".join(["Top story", sentence, "Home", "Share", sentence, end])
    drop = next(drop for drop in clean([Article("a", text)]).drops if drop.because_of)
    assert (drop.reason, drop.item) == ("repeated paragraph", Span(0, 11, 11 + len(sentence)))
    assert drop.because_of == Span(0, text.rindex(sentence), text.rindex(sentence) + len(sentence))


SEED_STARTS = {
    0: ["North Korean leader Kim Jong Un has met", "The North's official", "The report did not",
        "KCNA also said", "Photos from the exhibition showed", "In a rare case", "While the truce",
        "The North Korean festivities", "State media, however", "Some experts say",
        "On Wednesday, Shoigu also", "North Korea has been aligning", "The Biden administration",
        "Both Moscow and Beijing"],
    1: ["North Korean leader Kim Jong Un met", "The North's official", "In a rare case",
        "Some experts say", "On Wednesday, Shoigu also", "Both Moscow and Beijing"],
    2: ["North Korean leader Kim Jong Un met", "The North’s official", "During the meeting",
        "The Biden administration", "In a rare case", "KCNA said Kim also", "Some of the weapons",
        "Analysts say Kim", "On Wednesday, Shoigu also", "KCNA reported that", "The Korean War was",
        "South Korean President Yoon"],
    3: ["Kim Jong-un showed", "After Washington earlier", "Shoigu and a high-ranking",
        "Kim and Shoigu visited", "Russia, a historical ally", "Kim and Shoigu had previously",
        "The North Korean leader has been firm", "During the visit", "Shoigu’s visit is",
        "Despite the high profile", "“If it is publicly", "Kim Jong-un attended", "The three sat",
        "The recital, which", "Popular North Korean", "Satellite images", "The inclusion of "
        "foreign",
        "The Seoul military", "“We are reviewing", "North Korea has imposed", "Beijing is North",
        "Kim Jong-un also met"],
    4: ["North Korea’s Kim Jong Un has", "According to North Korea’s", "The highlight of",
        "The meeting between Kim and Shoigu also", "The meeting between Kim and Shoigu shows"],
}  # fmt: skip


@pytest.mark.parametrize("number", SEED_STARTS)
def test_of_the_seeds_exactly_the_running_text_stays(number: int) -> None:
    found = kept(seeds(), number)
    assert len(found) == len(SEED_STARTS[number])
    for block, start in zip(found, SEED_STARTS[number], strict=True):
        assert block.startswith(start)


@pytest.mark.parametrize(
    ("number", "reason", "start"),
    [
        (0, "date line", "date 2023-07-27"),
        (0, "clock time", "4:05pm"),
        (0, "title", "Kim Jong Un meets"),
        (0, "caption", "North Korean leader Kim Jong Un shakes"),
        (0, "repeated caption", "North Korean leader Kim Jong Un shakes"),
        (1, "menu", "Left Menu"),
        (1, "repeated paragraph", "State media, however"),
        (1, "updated line", "PTI | Seoul"),
        (1, "repeated title", "North Korean leader Kim Jong Un meets"),
        (1, "syndication notice", "(This story has not been edited"),
        (1, "related list", "Post-Vacation Rejuvenation"),
        (1, "newsletter", "Subscribe to our Newsletter"),
        (1, "footer", "© Copyright 2023"),
        (2, "dateline", "SEOUL, South Korea (AP) —"),
        (2, "byline", "By Associated Press"),
        (2, "menu", "Back to top button"),
        (3, "caption", "Kim Jong-un applauds the show"),
        (3, "photo credit", "(KCNA/Reuters)"),
        (3, "section heading", "first aliens"),
        (4, "caption", "Kim led Shoigu on a tour"),
        (4, "comment box", "Leave a Reply"),
    ],
)
def test_reasons_in_the_seeds(number: int, reason: str, start: str) -> None:
    assert any(why == reason and text.startswith(start) for why, text in dropped(seeds(), number))


def test_what_follows_twenty_thousand_lines_is_dropped_in_one_piece() -> None:
    line = "The river rose by two metres in the night, and it flooded house number"
    text = "\n".join(f"{line} {number}." for number in range(20_010))
    cleaned = clean([Article("a", text)])
    assert len(cleaned.kept) == 20_000
    start = text.index(f"{line} 20000.")
    assert cleaned.drops == (Drop("clean", Span(0, start, len(text)), "beyond line 20000"),)


@pytest.mark.parametrize(
    "text",
    ["a" * 20_000_000, "short line\n" * 1_000_000, "a" + " " * 5_000_000 + "b", "(" * 1_000_000,
     ("By " + "Aa " * 200 + "\n") * 3_000, ("12 May 2020 - " * 40 + "x\n") * 2_000],
    ids=["one word", "a million lines", "white space", "brackets", "bylines", "dates"],
)  # fmt: skip
def test_hostile_text_is_kept_or_dropped_to_the_last_character(text: str) -> None:
    cleaned = clean([Article("a", text)])
    spans = sorted([*cleaned.kept, *(drop.item for drop in cleaned.drops)])
    ends = [0, *(span.end for span in spans)]
    gaps = [text[end : span.start] for end, span in zip(ends, spans, strict=False)]
    assert not "".join([*gaps, text[ends[-1] :]]).strip()


def test_a_word_without_an_end_is_no_article() -> None:
    assert [drop.reason for drop in clean([Article("a", "a" * 6000)]).drops] == ["no words"]
