"""order: the event first, then as the articles tell it; or by date, or by rank."""

from __future__ import annotations

from itertools import permutations

import pytest
from built import story
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.order import order
from summarize.records import Article, Story

EVENT = "A ferry ran aground off Sollen on Monday."
SAVED = "Lifeboats took all passengers of the ferry to Sollen."
HULL = "Divers inspect the hull before sailings resume."
UNION = "A union says crews were cut from three to two."
PAST = "The channel near the northern buoy silts up every spring."
TEXTS = (EVENT, SAVED, HULL, UNION, PAST)


def ordered(made: Story, scores: dict[str, float], how: str) -> list[str]:
    numbers = {made.sentence(n).text: n for n in range(len(made.embedded.statements))}
    picked = {numbers[text]: score for text, score in scores.items()}
    return [made.sentence(number).text for number in order(picked, how, made)]


def test_rank_is_by_falling_score_and_ties_go_by_the_text() -> None:
    made = story([list(TEXTS)])
    scores = {PAST: 0.9, EVENT: 0.5, HULL: 0.7, UNION: 0.7}
    assert ordered(made, scores, "rank") == [PAST, UNION, HULL, EVENT]


def test_time_is_by_the_articles_dates_and_undated_ones_are_last() -> None:
    known = [
        Article("c", "", date="2024-04-09"),
        Article("b", ""),
        Article("a", "", date="2024-04-08"),
    ]
    made = story([[UNION, PAST], [EVENT], [HULL, SAVED]], known=known)
    scores = dict.fromkeys(TEXTS, 0.5)
    assert ordered(made, scores, "time") == [HULL, SAVED, UNION, PAST, EVENT]


def test_a_story_starts_with_the_event_though_background_scores_as_high() -> None:
    made = story([[EVENT, SAVED, HULL, UNION, PAST], [EVENT, HULL, PAST]])
    scores = {PAST: 0.85, UNION: 0.6, HULL: 0.6, EVENT: 0.8, SAVED: 0.4}
    assert ordered(made, scores, "story")[0] == EVENT
    assert ordered(made, scores, "rank")[0] == PAST


def test_a_story_starts_with_what_most_voices_tell() -> None:
    cut = "A union on Sollen says crews were cut in March."
    made = story([[EVENT, SAVED], [cut, PAST], [HULL], [PAST]])
    numbers = {made.sentence(n).text: n for n in range(len(made.embedded.statements))}
    scores = {numbers[EVENT]: 0.5, numbers[cut]: 0.5}
    first, second = order(scores, "story", made)
    cites = {first: (0,), second: (0, 1, 2, 3)}
    assert order(scores, "story", made, cites) == (second, first)
    assert order(scores, "rank", made, cites) == order(scores, "rank", made)


def test_what_was_said_of_the_event_does_not_come_before_it() -> None:
    said = "“Divers see to every plate of the hull,” harbour master Lena Holt said."
    made = story([[said, EVENT, HULL], [PAST]])
    assert ordered(made, {said: 0.9, EVENT: 0.5, HULL: 0.4}, "story")[0] == EVENT
    assert ordered(made, {said: 0.9}, "story") == [said]


def test_a_story_follows_the_articles() -> None:
    apart = [EVENT, "Rain fell.", HULL, "Tea helped.", UNION, "Snow came.", PAST]
    made = story([apart])
    scores = {PAST: 0.5, UNION: 0.5, HULL: 0.5, EVENT: 0.9}
    assert ordered(made, scores, "story") == [EVENT, HULL, UNION, PAST]


def test_what_is_on_the_subject_at_hand_moves_up() -> None:
    near = "On Monday the ferry ran aground off Sollen with 212 on board."
    apart = [EVENT, HULL, UNION, near, "Rain fell.", "Tea helped.", "Snow came.", "Night fell."]
    scores = dict.fromkeys((HULL, UNION, near), 0.5) | {EVENT: 0.9}
    assert ordered(story([apart]), scores, "story") == [EVENT, near, HULL, UNION]


def test_a_few_words_do_not_open_a_brief_for_all_their_rank() -> None:
    few, event = (
        "Ferry stuck off Sollen.",
        "On Monday a ferry with 212 on board was stuck off Sollen.",
    )
    made = story([[few, HULL], [event, PAST]])
    assert ordered(made, {few: 0.9, event: 0.6, HULL: 0.3, PAST: 0.3}, "story")[0] == event
    # If it is worth as much more as it is shorter, it does.
    assert ordered(made, {few: 0.9, event: 0.2, HULL: 0.1, PAST: 0.1}, "story")[0] == few


def test_what_names_nothing_does_not_open_a_brief() -> None:
    nobody = "Rescuers brought all the passengers of a stranded ferry to a harbour in the night."
    event = "A ferry with 212 passengers was stranded off the island of Sollen in the night."
    made = story([[nobody, HULL], [event, PAST]])
    assert ordered(made, {nobody: 0.9, event: 0.4, HULL: 0.3, PAST: 0.3}, "story")[0] == event
    # Where nothing has a name, the rest decides.
    assert ordered(made, {PAST: 0.3, nobody: 0.9}, "story")[0] == nobody


def test_what_points_back_does_not_open_a_brief() -> None:
    back = "The party accused 3 members of the council of Sollen of hiding the letter from voters."
    event = "The Sollen Labour Party accused 3 members of the council of hiding a letter on Monday."
    made = story([[back, HULL], [event, PAST]])
    assert ordered(made, {back: 0.9, event: 0.4, HULL: 0.1, PAST: 0.1}, "story")[0] == event


def test_what_the_other_picks_are_not_about_does_not_open_a_brief() -> None:
    aside = "A telethon for the orchestra raised money from many listeners at home."
    event = "A ferry with many passengers ran aground off the harbour of Sollen."
    others = ["The ferry ran aground at Sollen.", "Passengers of the ferry are in the harbour."]
    made = story([[aside], [event, *others]])
    scores = {aside: 0.9, event: 0.8} | dict.fromkeys(others, 0.4)
    assert ordered(made, scores, "story")[0] == event


def dated(days: str) -> tuple[Story, dict[str, float]]:
    """Return a story of four articles of the days given, and scores of which EVENT's is best.

    Each article's first sentence stands for it, so that the articles' own order says nothing.
    """
    known = [Article(f"{n}.txt", "", date=day or None) for n, day in enumerate(days.split(","))]
    made = story([[EVENT], [HULL], [UNION], [SAVED, PAST]], known=known)
    return made, {EVENT: 0.9, HULL: 0.5, UNION: 0.5, SAVED: 0.5, PAST: 0.5}


def test_a_story_of_more_than_a_week_is_told_day_by_day_once_it_is_opened() -> None:
    made, scores = dated("2024-04-10,2024-04-16,2024-04-09,2024-04-08")
    assert ordered(made, scores, "story") == [EVENT, SAVED, PAST, UNION, HULL]
    made, scores = dated("2024-04-10,,2024-04-19,2024-04-08")
    assert ordered(made, scores, "story") == [EVENT, SAVED, PAST, UNION, HULL]


def test_what_an_earlier_day_named_stays_on_its_own_day() -> None:
    event = "A ferry of the line ran aground off Sollen on Monday night."
    back = "The ferry was towed to a yard in the south."
    rain, calm = "Rain fell on all the coast of Sollen.", "Calm returned to the isle of Sollen."
    days = ("2024-04-08", "2024-04-09", "2024-04-20", "2024-04-21")
    known = [Article(f"{n}.txt", "", date=day) for n, day in enumerate(days)]
    made = story([[event], [rain], [back], [calm]], known=known)
    scores = {event: 0.9, rain: 0.5, back: 0.5, calm: 0.5}
    assert ordered(made, scores, "story") == [event, rain, back, calm]
    soon = story([[event], [rain], [back], [calm]])
    assert ordered(soon, scores, "story")[:2] == [event, back]


def test_what_points_at_a_thing_stands_behind_what_names_it() -> None:
    event = "A ferry of the line ran aground off Sollen on Monday night."
    back, rain = "A hearing was set for that plea.", "Rain fell on all the coast of Sollen."
    plea = "The captain of the line entered a plea in Osk."
    made = story([[event, plea], [back], [rain]])
    scores = {event: 0.9, back: 0.8, rain: 0.5, plea: 0.1}
    told = ordered(made, scores, "story")
    assert told.index(plea) + 1 == told.index(back)


def test_days_of_one_week_have_no_part_in_the_order() -> None:
    undated, scores = dated(",,,")
    within, _ = dated("2024-04-10,2024-04-15,2024-04-09,2024-04-08")
    assert ordered(within, scores, "story") == ordered(undated, scores, "story")
    beyond, _ = dated("2024-04-10,2024-04-16,2024-04-09,2024-04-08")
    assert ordered(beyond, scores, "story") != ordered(undated, scores, "story")


def test_a_late_copy_leaves_a_sentence_on_the_day_it_was_first_told() -> None:
    days = ("2024-04-10", "2024-04-11", "2024-04-20", "2024-04-08")
    known = [Article(f"{n}.txt", "", date=day) for n, day in enumerate(days)]
    texts = [[EVENT], [PAST], [UNION, HULL], ["Rain fell.", "Tea helped.", "Night fell.", SAVED]]
    scores = {EVENT: 0.9, UNION: 0.5, SAVED: 0.5, HULL: 0.5}
    own = ordered(story(texts, voices="ABDC", known=known), scores, "story")
    copied = ordered(story(texts, voices="ABBC", known=known), scores, "story")
    assert own[1] == SAVED
    assert copied == ordered(story(texts, voices="ABBC"), scores, "story") != own


@pytest.mark.parametrize("how", ["story", "time", "rank"])
def test_nothing_and_one_sentence_are_in_order(how: str) -> None:
    made = story([[EVENT, HULL]])
    assert ordered(made, {}, how) == []
    assert ordered(made, {HULL: 0.1}, how) == [HULL]


@given(
    st.lists(st.lists(st.sampled_from(TEXTS), min_size=1, unique=True), min_size=1, max_size=3),
    st.lists(st.sampled_from([0.2, 0.5, 0.9]), min_size=5, max_size=5),
    st.sampled_from(["story", "time", "rank"]),
)
@settings(deadline=None, max_examples=40)
def test_the_order_of_the_articles_has_no_part_in_it(
    articles: list[list[str]], scores: list[float], how: str
) -> None:
    # No sentence twice, so that a text names one statement.
    seen: set[str] = set()
    unique = [[t for t in texts if not (t in seen or seen.add(t))] for texts in articles]  # type: ignore[func-returns-value]
    unique = [texts for texts in unique if texts]
    given_scores = {text: scores[TEXTS.index(text)] for text in seen}
    known = [Article(f"{n}", "", date=f"2024-04-{9 - n:02}") for n in range(len(unique))]
    found = {
        tuple(
            ordered(
                story([texts for texts, _ in way], known=[about for _, about in way]),
                given_scores,
                how,
            )
        )
        for way in permutations(zip(unique, known, strict=True))
    }
    assert len(found) == 1
    assert sorted(found.pop()) == sorted(seen)


def test_what_opens_with_a_noun_stands_behind_what_names_it() -> None:
    again = "The union was short of a third hand on every bridge."
    made = story([[EVENT, again, HULL, UNION, PAST]])
    scores = {EVENT: 0.9, again: 0.5, HULL: 0.5, UNION: 0.5}
    assert ordered(made, scores, "story") == [EVENT, HULL, UNION, again]
    # Right behind it, also where it was told further on.
    made = story([[EVENT, UNION, HULL, again, PAST]])
    assert ordered(made, scores, "story") == [EVENT, UNION, again, HULL]
    # Where none of the others names it, it stands where its article has it.
    made = story([[EVENT, again, HULL, UNION, PAST]])
    del scores[UNION]
    assert ordered(made, scores, "story") == [EVENT, again, HULL]


def test_an_office_stands_behind_who_is_named_with_it_and_else_where_it_was_told() -> None:
    promised = "The mayor has promised that every bridge will have two hands."
    named = "Mayor Ines Roe of Sollen went on board on Tuesday morning."
    made = story([[EVENT, promised, HULL, named, PAST]])
    scores = {EVENT: 0.9, promised: 0.5, HULL: 0.5, named: 0.5}
    assert ordered(made, scores, "story") == [EVENT, HULL, named, promised]
    made = story([[EVENT, named, HULL, promised, PAST]])
    assert ordered(made, scores, "story") == [EVENT, named, HULL, promised]
