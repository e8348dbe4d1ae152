"""Where sources disagree: what is shown, what is left alone, and laws that hold for any story."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from built import story
from cases import load, seeds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small import SmallEncoder
from stories import reports

from summarize.clean import clean
from summarize.compare import MOST, compare
from summarize.differing import points
from summarize.pipeline import understand
from summarize.records import Article, Reading
from summarize.segment import segment
from summarize.text.predicates import clause, leans, predicate
from summarize.text.values.days import crowded, days, periods
from summarize.text.values.gist import gist
from summarize.text.values.names import ages, designations, places, roles
from summarize.text.values.polarity import affirmed, denied, disputed, matter
from summarize.text.values.quantities import quantities
from summarize.text.values.value import agree, alike, total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.arrays import Vectors
    from summarize.records import Disagreement, Encoder, Story
    from summarize.text.values.value import Value


class Remembering:
    """The real model, asked once for each text: the cases share their background."""

    def __init__(self, inner: Encoder) -> None:
        self.revision = inner.revision
        self._inner = inner
        self._known: dict[str, Any] = {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known.update(zip(new, self._inner.encode(new), strict=True))
        return np.stack([self._known[text] for text in texts])


@pytest.fixture(scope="module")
def remembering(encoder: Encoder) -> Encoder:
    return Remembering(encoder)


def background() -> list[list[str]]:
    articles = reports()
    sentences = segment(articles, clean(articles).kept)
    return [[s.text for s in sentences if s.span.article == n] for n in range(len(articles))]


def told(
    articles: Sequence[Sequence[str]],
    encoder: Encoder,
    dates: Sequence[str] = (),
    voices: str = "",
) -> tuple[Story, tuple[Disagreement, ...]]:
    """The story of some articles amid others, and where it disagrees."""
    around = background()
    letters = (voices or "ABCDEFGH"[: len(articles)]) + "XYZ"
    given_dates = [*dates, *[""] * (len(articles) + len(around) - len(dates))]
    known = [Article(f"{n:03}.txt", "", date=day or None) for n, day in enumerate(given_dates)]
    made = story([*articles, *around], voices=letters, known=known, encoder=encoder)
    return made, compare(made)


@pytest.mark.model
@pytest.mark.parametrize("case", load("disagreements"))
def test_case(case: dict[str, Any], remembering: Encoder) -> None:
    made, found = told(case["articles"], remembering, case.get("dates", ()), case.get("voices", ""))
    if "kind" not in case:
        assert found == ()
        return
    sides = {(d.kind, tuple(sorted(side.value for side in d.sides))) for d in found}
    assert (case["kind"], tuple(sorted(case["values"]))) in sides
    verbatim(made, found)


@pytest.mark.model
def test_two_sentences_that_differ_in_two_points_are_shown_once(remembering: Encoder) -> None:
    one = "The blast in Osk killed 12 people and wounded 30 others."
    other = "The blast in Osk killed 14 people and wounded 41 others."
    _, found = told([[one, "Fog was thick."], [other, "Fog lifted."]], remembering)
    assert [[side.value for side in shown.sides] for shown in found] == [["12 people", "14 people"]]


def verbatim(made: Story, found: Sequence[Disagreement]) -> None:
    for point in found:
        assert point.kind in ("day", "number", "name", "place", "polarity")
        assert point.about == " ".join(point.about.split()) != ""
        assert len(point.sides) > 1
        for side in point.sides:
            text = made.articles[side.span.article].text
            assert text[side.span.start : side.span.end] == side.text
            assert all(part in side.text for part in side.value.split(" and "))


@pytest.mark.model
def test_the_seeds_disagree_on_the_day_the_missiles_and_the_arms(encoder: Encoder) -> None:
    made, _ = understand(Reading(tuple(seeds())), encoder)
    found = compare(made)
    verbatim(made, found)
    assert {(d.kind, tuple(sorted(s.value for s in d.sides))) for d in found} == {
        ("day", ("Thursday", "Wednesday")),
        ("name", ("Hwasong-15", "Hwasong-17 and Hwasong-18")),
        ("polarity", ("accused", "denied")),
    }
    (day,) = (d for d in found if d.kind == "day")
    assert day.about == (
        "Day: Kim Jong-un showed North Korea’s newest and most advanced weapons to the Russian "
        "defense minister"
    )


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("The harbour master resigned on Friday.", False),
        ("On Friday the harbour master resigned from the board of the port.", False),
        ("The harbour master leaves office Friday because he lied to the board.", True),
        ("The harbour master resigned Friday because he had lied to the board.", False),
        ("The board named him chairman of the Friday, May 3, regatta.", True),
        ("The harbour master resigned on Friday and returned on Monday.", True),
    ],
)
def test_a_day_may_not_be_that_of_the_verb_beside_it(text: str, unsure: bool) -> None:  # noqa: FBT001
    first = days(text, None, [])[0]
    assert crowded(text, first) is unsure


ENCODER = SmallEncoder()
POOL = [
    "The bus plunged into a ravine near Arvel on Friday, killing 14 people.",
    "The bus plunged into a ravine near Arvel on Friday, killing 17 people.",
    "The bus plunged into a ravine near Arvel on Monday, killing at least 12 people.",
    "The trawler Selkie sank in heavy seas off the northern cape.",
    "The trawler Brigantia sank in heavy seas off the northern cape.",
    "The pilot reported an engine fire before the crash of the cargo plane.",
    "The pilot did not report an engine fire before the crash of the cargo plane.",
    "A Corvan-12 drone was shown to visitors at the air show in Pell.",
    "A Corvan-14 drone was shown to visitors at the air show in Pell.",
    "Marta Kolb, 34, was arrested in Osk with the stolen painting.",
    "Marta Kolb, 37, was arrested in Tarn with the stolen painting.",
    "Orland accused Velia of sending weapons to rebels in the Kess valley.",
    "Velia denied sending weapons to rebels in the Kess valley.",
    "The meeting, which took place on Wednesday, was short.",
    "Tea helped.",
]
ARTICLES = st.lists(
    st.lists(st.sampled_from(POOL), min_size=1, max_size=4, unique=True), min_size=1, max_size=3
)
DATES = st.lists(st.sampled_from(["2024-05-14", "2024-05-15", ""]), min_size=4, max_size=4)
generated = settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])


def shown(articles: Sequence[tuple[Sequence[str], str]]) -> set[tuple[str, str, frozenset[Any]]]:
    """What is shown, without the numbers of the articles."""
    known = [Article("0.txt", "", date=day or None) for _, day in articles]
    found = compare(story([texts for texts, _ in articles], known=known, encoder=ENCODER))
    return {(d.about, d.kind, frozenset((s.value, s.text) for s in d.sides)) for d in found}


def test_the_pool_disagrees() -> None:
    found = shown([([text], "") for text in POOL])
    assert len(found) == MOST
    assert {"number", "name", "polarity"} <= {kind for _, kind, _ in found}


@given(ARTICLES, DATES)
@generated
def test_sides_are_verbatim_and_of_several_voices(articles: list[list[str]], dates: Any) -> None:
    made, found = told(articles, ENCODER, dates[: len(articles)])
    verbatim(made, found)
    assert len(found) <= MOST
    for point in found:
        assert len({made.voice_of[side.span.article] for side in point.sides}) > 1


@given(ARTICLES, DATES)
@generated
def test_the_order_of_the_articles_changes_nothing(articles: list[list[str]], dates: Any) -> None:
    pairs = list(zip(articles, dates, strict=False))
    expected = shown(pairs)
    assert all(shown(way) == expected for way in permutations(pairs))


@given(st.lists(st.sampled_from(POOL), min_size=1, max_size=8, unique=True), st.integers(2, 4))
@generated
def test_identical_articles_never_disagree(texts: list[str], copies: int) -> None:
    assert shown([(texts, "2024-05-14")] * copies) == set()


@given(ARTICLES, DATES)
@generated
def test_what_nobody_denies_is_no_point(articles: list[list[str]], dates: Any) -> None:
    _, found = told(articles, ENCODER, dates[: len(articles)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(points, "affirmed", lambda text, _: affirmed(text))
        assert told(articles, ENCODER, dates[: len(articles)])[1] == found


@given(ARTICLES)
@generated
def test_a_copy_of_an_article_changes_nothing(articles: list[list[str]]) -> None:
    count = sum(len(texts) for texts in articles)
    letters = "ABCD"[: len(articles)]
    before = compare(story(articles, voices=letters, encoder=ENCODER))
    again = story(
        [*articles, articles[0]],
        voices=letters + "A",
        copies={count + n: n for n in range(len(articles[0]))},
        encoder=ENCODER,
    )
    assert compare(again) == before


def test_a_verb_is_no_slot_of_another_kind() -> None:
    texts = ["The crew did not place buoys in Pell.", "The crew placed buoys in Osk."]
    for point in compare(story([[text] for text in texts], encoder=ENCODER)):
        assert {side.value for side in point.sides} in (
            {"did not place", "placed"},
            {"Pell", "Osk"},
        )


def test_a_story_of_one_voice_and_one_without_content_have_nothing_to_compare() -> None:
    assert compare(story([[POOL[0]], [POOL[1]]], voices="AA")) == ()
    assert compare(story([["And so on."], ["And so on and so on."]])) == ()


def only(values: Sequence[Value]) -> Value:
    (value,) = values
    return value


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("12 people", "12 people", True),
        ("at least 12 people", "15 people", True),
        ("at least 12 people", "nine people", False),
        ("more than 1,000 people", "998 people", True),
        ("up to 30 people", "26 people", True),
        ("about 200 people", "185 people", True),
        ("200 people", "198 people", True),
        ("198 people", "197 people", False),
        ("between 10 and 20 people", "14 people", True),
        ("twenty-one people", "21 people", True),
        ("2.5 million people", "2,480,000 people", True),
        ("2.5 million people", "2.7 million people", False),
        ("$4 million", "4 million dollars", True),
        ("7.2 percent", "7.2%", True),
        ("7.2 percent", "7.4%", False),
    ],
)
def test_numbers_agree_within_what_their_words_leave_open(
    one: str, other: str, *, same: bool
) -> None:
    first, second = (only(quantities(f"The town lost {text}.")) for text in (one, other))
    assert first.slot == second.slot
    assert agree(first, second) is same is agree(second, first)


@pytest.mark.parametrize(
    ("text", "slot", "shown"),
    [
        ("killing 14 people", "dead", "14 people"),
        ("Seventeen were wounded", "hurt", "Seventeen"),
        ("The death toll rose to 23.", "dead", "23"),
        ("The toll of the storm continues to rise, passing 80 people.", "dead", "80 people"),
        ("The confirmed death count is over 120.", "dead", "over 120"),
        ("the arrest of 31 people", "held", "31 people"),
        ("Eight out of 14 black rhinos have died.", "dead", "Eight out of 14 black rhinos"),
        ("It fired 59 Tomahawk missiles.", "missils", "59 Tomahawk missiles"),
        ("a 59-missile strike", "missil-", "59-missile"),
    ],
)
def test_what_is_counted(text: str, slot: str, shown: str) -> None:
    value = only(quantities(text))
    assert value.slot == slot
    assert text[value.start : value.end] == shown


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 ships came.",
        "On May 12 ships came.",
        "One in five ships came.",
        "Two others came.",
        "It happened three years ago.",
        "They met at 6:40 and left.",
        "The 70th anniversary passed.",
        "A Hwasong-15 rose.",
        "It is up from 12 ships.",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert quantities(text) == ()


def test_a_total_is_no_rival_of_its_parts() -> None:
    parts = list(quantities("Four people drowned, and five people froze."))
    nine, three = (only(quantities(f"{n} people drowned.")) for n in ("Nine", "Three"))
    assert total(nine, parts)
    assert not total(three, parts)
    assert not total(nine, parts[:1])


MONDAY = date(2024, 5, 13)


def test_days_are_resolved_against_the_day_of_publication() -> None:
    weekday, given_date = (
        only(days(text, date(2024, 5, 15), ()))
        for text in ("It sank on Monday.", "It sank on May 13.")
    )
    assert agree(weekday, given_date)
    near = only(days("It sank yesterday.", date(2024, 5, 14), ()))
    assert agree(near, weekday)
    assert not agree(near, only(days("It sank on Friday.", date(2024, 5, 15), ())))


def test_the_29th_of_february_is_of_the_leap_year_nearby() -> None:
    for published in (date(2024, 3, 1), date(2025, 1, 3), date(2023, 12, 30)):
        leap = only(days("It sank on February 29.", published, ()))
        assert leap.ranges[0][0] == date(2024, 2, 29).toordinal()
    assert days("It sank on February 29.", date(2022, 3, 1), ()) == ()


def test_an_article_without_a_date_is_read_against_the_others() -> None:
    undated = only(days("It sank on Tuesday.", None, [MONDAY]))
    assert agree(undated, only(days("It sank on May 14.", date(2024, 5, 16), ())))
    assert not agree(undated, only(days("It sank on Monday.", date(2024, 5, 16), ())))
    assert days("It sank yesterday.", None, [MONDAY]) == ()


def test_the_day_of_saying_is_nobodys_news() -> None:
    assert days("The ship sank, the coastguard said Tuesday.", MONDAY, ()) == ()
    assert days("Officials on Tuesday said that the ship sank.", MONDAY, ()) == ()
    assert days("It sinks every Tuesday.", MONDAY, ()) == ()
    assert len(days("The ship sank on Tuesday, the coastguard said.", MONDAY, ())) == 1


def test_periods() -> None:
    assert periods("In 2019 and last year") == {"2019", "last year"}
    assert periods("Nothing of the kind") == frozenset()


def test_names_by_role() -> None:
    text = "The ferry Aurora met a Corvan-12 in Pell."
    assert [v.slot for v in designations(text)] == ["corvan-#"]
    assert [text[v.start : v.end] for v in places(text)] == ["Pell"]
    assert [text[v.start : v.end] for v in roles(text)] == ["Aurora"]
    assert designations("It came on May 12 in Election 2016.") == ()
    assert places("It came in June 2009 and in May.") == ()
    assert [v.slot for v in ages("Marta Kolb, 34, met 19-year-old Dario Lenz.")] == [
        "age of marta kolb",
        "age of dario lenz",
    ]


def test_spellings_of_one_name_are_alike() -> None:
    assert alike(("sergei", "shoigu"), ("sergey", "shoygu"))
    assert alike(("aleksandra",), ("alexandra",))
    assert not alike(("selkie",), ("brigantia",))


def test_yes_and_no() -> None:
    assert [v.slot for v in denied("He did not report a fire.")] == ["to report"]
    assert "to report" in {v.slot for v in affirmed("He reported a fire.")}
    assert affirmed("He did not report a fire.") == ()
    assert denied("If he did not report it, some did not warn.") == ()
    assert denied("It was not only a fire.") == ()
    assert denied("It is not clear.") == ()


def test_accusations_and_denials_and_what_they_are_about() -> None:
    accused = "Orland accused Velia of sending arms to rebels."
    no = "Velia sent arms to rebels, Orland says, a charge Velia denied."
    assert agree(only(disputed(accused)), only(disputed("They allege fraud.")))
    assert not agree(only(disputed(accused)), only(disputed(no)))
    assert matter(accused, only(disputed(accused))) == "Velia of sending arms to rebels."
    assert "sent arms to rebels" in matter(no, only(disputed(no)))


def test_clauses_and_their_verbs() -> None:
    text = "On Monday, guards arrested the banker, who smiled."
    low, high = clause(text, 3, 9)
    assert text[low:high].rstrip(" ,") == "On Monday, guards arrested the banker"
    assert predicate(text[low:high], 3, 9) == ("arrest",)
    assert predicate("A crowded bus plunged into a ravine near Arvel on Friday", 50, 56) == (
        "plung",
    )
    assert predicate("Tea on Friday", 7, 13) == ()
    assert leans("The meeting, which took place on Wednesday, was short.")
    assert not leans("The bus plunged into a ravine.")


def test_headings_are_words_of_the_clause_without_its_value() -> None:
    text = "The Pentagon on Tuesday ordered troops to get the vaccine."
    assert gist(text, (16, 23), (0, len(text))) == (
        "The Pentagon on … ordered troops to get the vaccine"
    )
    text = "Guards arrested the banker at his villa on Monday."
    assert gist(text, (43, 49), (0, len(text))) == "Guards arrested the banker at his villa"
    text = "A jury in Dorn found Lena Holt guilty of fraud after a trial of six weeks on Tuesday."
    after = (31, 37), (0, text.index(" a trial"))
    assert gist(text, *after) == "A jury in Dorn found Lena Holt … of fraud"
    words = " ".join(f"w{n}" for n in range(40))
    assert len(gist(words, (0, 0), (0, len(words))).split()) <= 17
