"""Evidence: which articles state what a sentence states, and what a sentence adds to others."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from built import story
from cases import load
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import reports

from summarize.clean import clean
from summarize.segment import segment
from summarize.text.values.doers import swapped
from summarize.text.values.particulars import differ
from summarize.weighing.evidence import Evidence
from summarize.weighing.readable import REPEATED
from summarize.weighing.required import UNTOLD
from summarize.weighing.windows import FEW, SPREAD, Spans, Windows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Encoder, Story


def background() -> list[list[str]]:
    articles = reports()
    sentences = segment(articles, clean(articles).kept)
    return [[s.text for s in sentences if s.span.article == n] for n in range(len(articles))]


def supporters(made: Story, claim: str) -> tuple[int, ...]:
    number = next(n for n in range(len(made.embedded.statements)) if made.sentence(n).text == claim)
    return tuple(Evidence(made).supporters(number))


@pytest.mark.model
@pytest.mark.parametrize("case", load("evidence"))
def test_case(case: dict[str, Any], encoder: Encoder) -> None:
    articles = [[case["claim"]], *case["articles"], *background()]
    found = supporters(story(articles, encoder=encoder), case["claim"])
    assert 0 in found
    assert [number in found for number in range(1, len(case["states"]) + 1)] == case["states"]
    assert max(found) <= len(case["states"])


PARTS = [
    "Divers from Arn reached the wreck of the Aurora on Tuesday morning.",
    "They found a hole of two metres below the engine room.",
    "Pumps and sandbags kept water out of both cargo decks.",
]
CLAIM = (
    "Divers from Arn reached the wreck of the Aurora on Tuesday morning, found a hole of two "
    "metres below the engine room, and kept water out of both cargo decks with pumps and sandbags."
)


def test_statements_overlap_by_what_each_shares_with_another_and_not_with_itself() -> None:
    made = story([[PARTS[0]], ["Tea helped."], [f"{PARTS[0][:-1]}, divers said."]])
    evidence = Evidence(made)
    assert evidence.overlap([0]) == 0
    assert evidence.overlap([0, 1]) < 0.2
    assert evidence.overlap([0, 2]) > 0.8


def test_its_own_article_and_those_of_its_copies_support_a_statement() -> None:
    made = story([[CLAIM], ["Tea helped.", CLAIM], ["Tea helped."]], voices="AAB", copies={2: 0})
    assert tuple(Evidence(made).supporters(0)) == (0, 1)


def test_an_article_supports_by_sentences_in_a_row() -> None:
    between = ["Tea helped.", "Rain fell.", "Snow came."]
    apart = [PARTS[0], *between, PARTS[1], *between, PARTS[2]]
    rows = [PARTS, PARTS[::-1], *([part] for part in PARTS), apart]
    made = story([[CLAIM], *rows, *background()])
    assert supporters(made, CLAIM) == (0, 1, 2)


def test_support_is_found_in_the_copy_or_in_as_few_sentences_as_state_it() -> None:
    articles = [
        ["Tea helped.", CLAIM],
        ["Rain fell.", CLAIM],
        ["Snow came.", *PARTS, "Tea helped."],
    ]
    made = story([*articles, *background()], copies={3: 1})
    number = next(n for n in range(len(articles[0])) if made.sentence(n).text == CLAIM)
    assert Evidence(made).supporters(number) == {0: (1,), 1: (3,), 2: (5, 6)}


def test_only_what_has_few_words_loses_by_being_spread_over_sentences() -> None:
    windows = Windows(story([PARTS]))
    ones, twos, threes = (Spans(np.arange(3), np.zeros(3, int), np.full(3, n)) for n in range(3))
    counts = [FEW // 2, FEW, 2 * FEW]
    assert windows.spread(ones, counts).tolist() == [0, 0, 0]
    assert windows.spread(twos, counts).tolist() == [SPREAD / 2, 0, 0]
    assert windows.spread(threes, counts).tolist() == [SPREAD, 0, 0]


def test_what_loses_by_being_spread_over_sentences_is_not_cited(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = story([[CLAIM], PARTS, *background()])
    assert supporters(made, CLAIM) == (0, 1)
    # Of so many words nothing is lost, so as if they were few.
    monkeypatch.setattr(Windows, "spread", lambda _, spans, __: 1.0 * spans.sizes)
    assert supporters(made, CLAIM) == (0,)


def test_a_window_never_reaches_from_one_article_into_the_next() -> None:
    split = [["Tea helped.", PARTS[0]], [PARTS[1], "Rain fell."], [PARTS[2]]]
    made = story([[CLAIM], *split, *background()])
    assert supporters(made, CLAIM) == (0,)


def test_a_denial_needs_a_denial() -> None:
    claim = "Halden Lines has not paid the divers from Arn for the work on the Aurora."
    yes, no = claim.replace("has not paid", "has paid"), claim.replace("from Arn ", "")
    made = story([[claim], [yes], [no], *background()])
    assert supporters(made, claim) == (0, 2)


def test_the_countries_of_the_main_clause_must_be_there() -> None:
    claim = "Norway sent divers, pumps and two heavy tugs to the stranded ferry on Tuesday evening."
    other = claim.replace("Norway", "Denmark")
    same = claim.replace("Norway sent", "Norwegian ships brought")
    made = story([[claim], [other], [same], *background()])
    assert supporters(made, claim) == (0, 2)


def test_a_country_in_an_aside_need_not_be_there() -> None:
    claim = (
        "The pump, built by a shipyard and its Norwegian partner, drained the hold of the stranded "
        "ferry Aurora within two hours on Tuesday evening."
    )
    other = "The pump drained the hold of the stranded ferry Aurora within two hours on Tuesday."
    made = story([[claim], [other], *background()])
    assert supporters(made, claim) == (0, 1)
    told = claim.replace("its Norwegian partner", "its partner").replace(
        "The pump", "Norway’s pump"
    )
    assert supporters(story([[told], [other], *background()]), told) == (0,)


def repeated(text: str, *others: str) -> bool:
    made = story([[text, *others], *background()])
    return Evidence(made).repeated(0, list(range(1, len(others) + 1)), REPEATED)


def test_what_one_other_states_is_repeated() -> None:
    assert repeated(PARTS[0], CLAIM)
    assert repeated(CLAIM, "Fog lay thick.", CLAIM)
    assert not repeated(CLAIM, PARTS[0])


def test_what_two_others_state_together_is_repeated() -> None:
    both = (
        "Divers from Arn inspected the hull, and tugs from the mainland towed the Aurora to Dorn."
    )
    one = "Divers from Arn inspected the hull on a cold day with little wind and calm sea."
    other = "Tugs from the mainland towed the Aurora to Dorn while a crowd watched the bay."
    assert repeated(both, one, other)
    assert not repeated(both, one)
    assert not repeated(both, other)


def test_another_year_or_the_other_way_round_is_no_repetition() -> None:
    bridge = "The bridge to Skarvoy will open in 2027, the minister of transport told parliament."
    cup = "Norway defeated Sweden in the final of the sailing cup off Skarvoy on Sunday."
    assert repeated(bridge, bridge.replace(" told", " of the sea told"))
    assert not repeated(bridge, bridge.replace("2027", "2029"))
    assert repeated(bridge, bridge.replace("2027", "2029"), bridge.replace(" told", " then told"))
    assert repeated(cup, cup.replace("Sunday", "Sunday morning"))
    assert not repeated(cup, "Sweden defeated Norway" + cup.removeprefix("Norway defeated Sweden"))


def test_people_of_one_title_are_no_others_and_of_several_ranks_one_is_enough() -> None:
    assert swapped("Sweden struck Norway on Monday.", ["On Tuesday Norway struck Sweden."])
    assert swapped("Kay Roe sued Jo Park.", ["Kay Roe was sued by Jo Park."])
    assert not swapped("Mayor Roe sued Senator Park.", ["Senator Holt sued Mayor Moen."])
    both = ["Norway struck Sweden.", "Sweden struck Norway."]
    assert not swapped("Sweden struck Norway on Monday.", both)
    claim = "The second victim and the third victim were fishermen from Halden."
    assert not differ(claim, ["The third victim was a fisherman from Halden."])
    assert differ(claim, ["The fourth victim was a fisherman from Halden."])
    assert not differ("It sank in 2019.", ["It sank in May.", "It had been built in 2019."])
    assert differ("It sank in 2019.", ["It sank in 2018."])


def test_nothing_repeats_no_others_and_nothing_is_repeated_by_other_subjects() -> None:
    assert not repeated(CLAIM)
    assert not repeated(CLAIM, "Mayor Lena Brock opened the sports hall.", "Tea helped.")


def test_a_text_without_content_is_its_own_support_and_repeats_nothing() -> None:
    made = story([["And so on."], ["And so on and so on."], *background()])
    assert 0 in Evidence(made).supporters(0)
    assert not Evidence(made).repeated(0, [1], REPEATED)


POOL = [*PARTS, CLAIM, "Tea helped.", "Norway sent two tugs to the Aurora.", "No hole was found."]


@given(st.lists(st.lists(st.sampled_from(POOL), min_size=1), min_size=2, max_size=3))
@settings(deadline=None, max_examples=25)
def test_the_order_of_the_articles_changes_no_support(articles: Sequence[list[str]]) -> None:
    found = []
    for order in permutations(range(len(articles))):
        made = story([articles[n] for n in order])
        evidence = Evidence(made)
        found.append(
            sorted(
                (
                    made.sentence(n).text,
                    order[made.sentence(n).span.article],
                    sorted(order[a] for a in evidence.supporters(n)),
                )
                for n in range(len(made.embedded.statements))
            )
        )
    assert all(one == found[0] for one in found)


@given(
    st.permutations([CLAIM, *PARTS, "Tea helped.", "Divers from Arn reached Sollen on Tuesday."]),
    st.tuples(st.floats(0.1, 2.0), st.floats(0.1, 1.0)),
)
@settings(deadline=None, max_examples=60)
def test_repeated_is_what_no_shortcut_tells(
    texts: Sequence[str], limits: tuple[float, float]
) -> None:
    one = Evidence(story([[text] for text in texts]))
    others = list(range(1, len(texts)))
    claim = one._claims.of(0)
    weights = claim.weights / claim.weights.sum()
    columns = one._claims.shares.columns(claim.shares, np.array(others))
    alone = weights @ columns + one.cosines(0, others)
    both = [weights @ np.maximum(columns[:, a], b) for a in range(len(others)) for b in columns.T]
    # Rounded as there, so that the order of sums plays no part: all of a claim is 1, not 0.9999….
    plain = np.round(max(alone), 6) >= limits[0] or np.round(max(both), 6) >= limits[1]
    assert one.repeated(0, others, limits) == plain


def test_what_tells_nothing_like_what_happens_needs_more_of_the_rest() -> None:
    claim = "Divers raised the wreck of the Aurora on Tuesday, and it smelled of oil."
    told = [
        "Divers raised the wreck of the Aurora.",
        "Divers saw that the wreck of the Aurora smelled of oil.",
        "The wreck of the Aurora lies off Arn.",
    ]
    one = Evidence(story([[claim], *([text] for text in told), ["Rain fell all day in Arn."]]))
    shares = one._claims.of(0).shares
    windows = np.array([[1, 1, 1], [2, 2, 2], [3, 3, 3], [3, 1, 1]])
    lost = one._required.untold(0, shares, windows)
    assert lost.tolist() == [0, UNTOLD, UNTOLD, 0]
    assert not one._required.untold(3, one._claims.of(3).shares, windows).any()


def test_an_article_that_tells_nothing_like_what_happens_is_not_cited_where_it_is_close(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    claim = (
        "Divers of the navy lifted the rusty anchor of the ferry Aurora from the bottom of the bay "
        "near the lighthouse of Arn."
    )
    told = (
        "Divers of the navy, the rusty anchor of the ferry Aurora, of the bay near the lighthouse "
        "stood there in rain."
    )
    made = story([[claim], [told], ["Rain fell all day in Arn."]])
    assert supporters(made, claim) == (0,)
    monkeypatch.setattr("summarize.weighing.required.UNTOLD", 0.0)
    assert supporters(made, claim) == (0, 1)
