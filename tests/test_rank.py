"""rank: scores that are the sum of their parts, by voices first."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from built import story
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import reports

from summarize.clean import clean
from summarize.rank import rank
from summarize.records import Article
from summarize.segment import segment
from summarize.text.tongues.force import speaking
from summarize.weighing.concepts import concepts
from summarize.weighing.evidence import Evidence
from summarize.weighing.parts import Parts

if TYPE_CHECKING:
    from summarize.records import Ranked, Story

FERRY = "The ferry ran aground in fog off the island of Sollen on Monday morning."
HULL = "Divers will inspect the hull of the ship on Tuesday, the company said."
FOG = "Fog lay thick over the island when the ferry left its port that day."
TEA = "Fishermen brought blankets and hot tea to the people on the deck."
POOL = [FERRY, HULL, FOG, TEA, "Nine people were hurt.", "Nobody knows when boats will sail."]


def ranked(made: Story) -> dict[str, Ranked]:
    found = rank(made, concepts(made), Evidence(made))
    return {made.sentence(number).text: one for number, one in enumerate(found)}


def of_reports() -> list[list[str]]:
    articles = reports()
    sentences = segment(articles, clean(articles).kept)
    return [[s.text for s in sentences if s.span.article == n] for n in range(len(articles))]


def test_a_score_is_the_sum_of_its_parts_and_the_best_is_one() -> None:
    found = ranked(story(of_reports()))
    for one in found.values():
        assert one.score == pytest.approx(sum(one.parts.values()), abs=1e-5)
        assert set(one.parts) == {
            *("coverage", "centrality", "support", "position", "quotation", "dispute", "recency")
        }
    assert max(one.score for one in found.values()) == 1


def lateness(days: list[str | None], voices: str = "") -> list[float]:
    """How much later the days make each of some articles' sentences rank."""
    known = [Article(f"{number}.txt", "", date=day) for number, day in enumerate(days)]
    made = story([[text] for text in POOL[: len(days)]], known=known, voices=voices)
    found = ranked(made)
    best = sum(found[POOL[0]].parts.values()) / found[POOL[0]].score
    return [round(found[text].parts["recency"] * best, 3) for text in POOL[: len(days)]]


def test_what_comes_late_in_a_story_of_weeks_ranks_higher() -> None:
    early, undated, late = lateness(["2024-01-01", None, "2024-04-01"])
    assert early < undated < late
    days = lateness(["2024-01-01", "2024-01-03"])
    weeks = lateness(["2024-01-01", "2024-04-01"])
    assert 0 < days[1] - days[0] < weeks[1] - weeks[0]
    assert lateness(["2024-01-01", "2024-01-01"]) == lateness([None, "no day"]) == [0, 0]


def test_a_story_of_thirty_days_is_as_long_as_any() -> None:
    half, month, months = (
        lateness(["2024-01-01", day])[1] for day in ("2024-01-16", "2024-01-31", "2024-06-01")
    )
    assert half == pytest.approx(month / 2, abs=2e-3)
    assert month == months


def test_in_another_language_than_english_the_place_counts_three_times_as_much() -> None:
    here = place([None])
    with speaking("fr"):
        assert place([None]) == pytest.approx(here * 10 / 3, rel=1e-3)


def place(days: list[str | None], voices: str = "") -> float:
    """What the place of a first sentence counts in a story of these days, in that of its words."""
    known = [Article(f"{number}.txt", "", date=day) for number, day in enumerate(days)]
    made = story([[text, HULL] for text in POOL * 2][: len(days)], known=known, voices=voices)
    parts = ranked(made)[FERRY].parts
    return parts["position"] / parts["coverage"]


DAYS = [f"2024-01-0{day}" for day in range(1, 10)]


def test_the_place_counts_by_the_days_on_which_a_story_was_told() -> None:
    once = place([DAYS[0]] * 9)
    assert place([None] * 9) == pytest.approx(once, rel=1e-3)
    assert place(DAYS[:2] + [None] * 7) == pytest.approx(once, rel=1e-3)
    four, eight = place(DAYS[:4] + [DAYS[3]] * 5), place([*DAYS[:8], DAYS[7]])
    assert four == pytest.approx(once * 5 / 3, rel=1e-3)
    assert eight == pytest.approx(once * 10 / 3, rel=1e-3)
    assert place(DAYS) == pytest.approx(eight, rel=1e-3)


def test_copies_on_other_days_change_nothing_of_the_place() -> None:
    assert place(DAYS[:8], "A" * 8) == place([DAYS[0]] * 8, "A" * 8)


def test_a_late_copy_makes_nothing_late() -> None:
    early, late = lateness(["2024-01-01", "2024-04-01"], "AB")
    assert early < late
    copied = lateness(["2024-01-01", "2024-04-01", "2024-05-01"], "ABA")
    assert copied[0] == copied[2] < copied[1]


def test_what_more_voices_carry_ranks_higher() -> None:
    alone = ranked(story([[TEA, FERRY, HULL], [HULL]]))
    carried = ranked(story([[TEA, FERRY, HULL], [HULL, FERRY]]))
    assert carried[FERRY].parts["coverage"] > carried[TEA].parts["coverage"]
    lead = {
        text: found[FERRY].score - found[TEA].score
        for text, found in (("alone", alone), ("carried", carried))
    }
    assert lead["carried"] > lead["alone"]


def test_support_counts_voices_that_say_the_same() -> None:
    found = ranked(story([[FERRY, TEA], [FERRY, HULL], [FERRY]]))
    assert found[FERRY].parts["support"] > 0 > found[TEA].parts["support"]


def test_what_stands_earlier_ranks_higher() -> None:
    first = ranked(story([[FERRY, HULL, TEA]]))
    last = ranked(story([[TEA, HULL, FERRY]]))
    assert first[FERRY].parts["position"] > last[FERRY].parts["position"]
    parts = [first[text].parts["position"] for text in (FERRY, HULL, TEA)]
    assert parts == sorted(parts, reverse=True)


def test_an_attributed_quotation_earns_its_part_up_to_a_limit() -> None:
    half = "“The crew stayed calm,” said Paul Ode, a teacher from Sollen."
    whole = (
        "“" + "The crew stayed calm and so did all of the children on board. " * 3 + "” said Ode."
    )
    found = ranked(story([[half, whole, TEA]]))
    assert found[TEA].parts["quotation"] == 0
    assert found[whole].parts["quotation"] > found[half].parts["quotation"] > 0
    unscaled = found[whole].parts["quotation"] / found[half].parts["quotation"]
    assert unscaled == pytest.approx(2 / 3 / (4 / 11), rel=1e-3)


def test_a_sentence_that_tells_accusation_and_denial_earns_its_part() -> None:
    both = "The union accused Halden Lines of cutting crews, which the company denied."
    one = "The union accused Halden Lines of cutting crews in the last autumn."
    found = ranked(story([[both, one, TEA]]))
    assert found[both].parts["dispute"] > 0 == found[one].parts["dispute"]


def test_a_copy_in_the_same_voice_changes_no_score() -> None:
    once = story([[FERRY, TEA], [HULL, FOG]], voices="AB")
    again = story([[FERRY, TEA], [HULL, FOG], [FERRY, TEA]], voices="ABA", copies={4: 0, 5: 1})
    assert ranked(once) == ranked(again)


@given(st.lists(st.lists(st.sampled_from(POOL), min_size=1, unique=True), min_size=1, max_size=3))
@settings(deadline=None, max_examples=20)
def test_the_order_of_the_articles_changes_no_score(articles: list[list[str]]) -> None:
    found = []
    for order in permutations(articles):
        made = story(order)
        scores = rank(made, concepts(made), Evidence(made))
        found.append(
            sorted((made.sentence(n).text, one.score, one.worth) for n, one in enumerate(scores))
        )
    assert all(one == found[0] for one in found)


def test_the_parts_of_a_score_are_a_mapping_that_shares_its_columns() -> None:
    parts = Parts({"one": [1.0, 2.0], "other": [0.0, 1 / 3]}, 1, 3.0)
    assert dict(parts) == {"one": 0.666667, "other": 0.111111}
    assert (len(parts), list(parts)) == (2, ["one", "other"])


def test_support_is_of_the_voices_that_come_near_to_a_statement() -> None:
    class Told(Evidence):
        def near(self, number: int) -> frozenset[int]:
            return frozenset(range(3)) if number == 1 else frozenset({number})

    made = story([["Tea helped."], ["Fog lay thick."], ["Rain fell all day."]])
    support = [one.parts["support"] for one in rank(made, concepts(made), Told(made))]
    assert max(support) == support[1] > support[0] == support[2]
