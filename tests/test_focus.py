"""A brief about one aspect: what is near it is told, what has nothing to do with it is not."""

from __future__ import annotations

import json
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small import SmallEncoder
from stories import EDITS, reports
from test_laws import ARTICLES, LENGTHS, content

from summarize.asked.focus import NEAR, aside, near, worth
from summarize.errors import NothingToSummarizeError, UsageError
from summarize.pipeline import summarize, understand
from summarize.records import Article, Brief, Reading
from summarize.render import FORMATS, render
from summarize.settings import Settings
from summarize.verify.prove import verify
from summarize.verify.signature import signature
from summarize.written.reread import reread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Encoder

ENCODER = SmallEncoder()
ASPECTS = ("the hull", "dredging", "injuries", "Lena Brock", "crews")
generated = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def about(focus: str | None, articles: Sequence[Article] | None = None, **knobs: Any) -> Brief:
    chosen = Settings(focus=focus, **knobs)
    return summarize(articles or reports(), chosen, encoder=ENCODER)


def tried(focus: str, articles: Sequence[Article], **knobs: Any) -> Brief | str:
    """The brief, or what is said instead."""
    try:
        return about(focus, articles, **knobs)
    except NothingToSummarizeError as error:
        return str(error)


def texts(brief: Brief) -> list[str]:
    return [pick.sentence.text for pick in brief.picks]


def test_what_it_tells_has_to_do_with_the_focus() -> None:
    told = texts(about("divers inspect the hull", words=200))
    assert told
    assert all("hull" in text or "divers" in text for text in told)


def test_the_brief_is_shorter_than_its_length_and_every_other_sentence_says_why() -> None:
    brief = about("dredging of the northern channel", words=300)
    assert brief.words < 150
    aside_ = [drop for drop in brief.drops if drop.stage == "focus"]
    assert len(aside_) > 5
    assert {drop.reason for drop in aside_} == {
        "has nothing to do with “dredging of the northern channel”"
    }


def test_names_must_match_as_they_stand() -> None:
    (told,) = texts(about("Lena Brock", sentences=3))
    assert told.startswith("Mayor Lena Brock")


def test_nearness_is_part_of_the_score() -> None:
    brief = about("injuries", words=60)
    assert all(pick.parts["focus"] > 0 for pick in brief.picks)
    assert all("focus" not in pick.parts for pick in about(None, words=60).picks)


@pytest.mark.parametrize("focus", ["football transfers", "Ruritania", "42"])
def test_a_focus_that_nothing_concerns_is_an_error_in_prose(focus: str) -> None:
    with pytest.raises(NothingToSummarizeError, match=f"about “{focus}”; leave out --focus"):
        about(focus)


@pytest.mark.parametrize("focus", ["", "  ", "?!", "—"])
def test_a_focus_without_words_is_refused(focus: str) -> None:
    with pytest.raises(UsageError, match="--focus needs some words"):
        Settings(focus=focus)


def test_disagreements_are_told_if_a_side_concerns_the_focus() -> None:
    from summarize.asked.scope import concerned
    from summarize.records import Disagreement, Side

    story, _ = understand(Reading(tuple(reports())), ENCODER)
    nearness = near("the hull", story, ENCODER)
    barred = aside("the hull", nearness)
    spans = [story.sentence(number).span for number in range(len(nearness))]
    far = [Side("", spans[n], "") for n in barred.refusals]
    close = [Side("", spans[n], "") for n in range(len(nearness)) if n not in barred.refusals]
    kept = Disagreement("kept", "day", (far[0], close[0]))
    gone = Disagreement("gone", "day", (far[0], far[1]))
    assert concerned((kept, gone), barred, story) == (kept,)


def test_only_what_exceeds_the_limit_adds_to_the_score() -> None:
    assert worth([NEAR - 0.2, NEAR]) == [0.0, 0.0]
    assert worth([NEAR + 0.1])[0] > 0


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_what_it_is_about(form: str) -> None:
    page = render(about("the hull"), form)
    if form == "json":
        assert json.loads(page)["scope"] == {"focus": "the hull"}
    else:
        assert "About “the hull”" in page


def test_without_a_focus_nothing_is_said_of_one() -> None:
    assert "scope" not in json.loads(render(about(None), "json"))
    assert not any("About “" in render(about(None), form) for form in FORMATS)


@given(ARTICLES, LENGTHS, st.sampled_from(ASPECTS), st.randoms())
@generated
def test_verbatim_within_the_length_and_free_of_the_order(
    articles: list[Article], length: dict[str, Any], focus: str, random: Any
) -> None:
    shuffled = articles.copy()
    random.shuffle(shuffled)
    brief, again = tried(focus, articles, **length), tried(focus, shuffled, **length)
    if isinstance(brief, str) or isinstance(again, str):
        assert brief == again
        return
    assert content(brief) == content(again)
    for pick in brief.picks:
        span = pick.sentence.span
        assert brief.articles[span.article].text[span.start : span.end] == pick.sentence.text
    told = texts(brief)
    ((unit, size),) = length.items()
    sizes = {"words": brief.words, "sentences": len(told), "chars": len(" ".join(told))}
    assert sizes.get(unit, 0) <= size
    kinds = ("picked", "merged", "unpicked", "dropped")
    assert sum(brief.counts[kind] for kind in kinds) == brief.counts["sentences"]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("focus", ASPECTS)
def test_a_copy_changes_no_pick(edit: Any, focus: str) -> None:
    before = about(focus)
    after = about(focus, [*reports(), edit(reports()[0])])
    assert texts(after) == texts(before)
    assert [pick.voices for pick in after.picks] == [pick.voices for pick in before.picks]


def test_every_order_of_the_story_gives_one_brief() -> None:
    pages = {tuple(texts(about("injuries", way))) for way in permutations(reports())}
    assert len(pages) == 1


@pytest.mark.parametrize("focus", ["", "100 % of ", "hull: model:x", "Ørë “divers” &"])
@pytest.mark.parametrize("form", ["json", "markdown"])
def test_a_brief_with_a_focus_is_proved_and_made_again(focus: str, form: str) -> None:
    focus += " the divers and the hull"
    brief = about(focus)
    signed = signature(brief.signature)
    assert signed is not None
    assert signed.settings is not None
    assert signed.settings.focus == " ".join(focus.split())
    told = reread(render(brief, form), "brief")
    proof = verify(told, Reading(tuple(reports())), ENCODER)
    assert proof.holds, [finding for finding in proof.findings if finding.faults]
    assert any(finding.about == "brief" for finding in proof.findings)


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_a_brief_that_says_it_is_about_something_else_fails(form: str) -> None:
    page = render(about("the hull"), form).replace("the hull", "the hulk")
    proof = verify(reread(page, "brief"), Reading(tuple(reports())), ENCODER)
    faults = [fault for finding in proof.findings for fault in finding.faults]
    assert any("asked for" in fault for fault in faults)


@pytest.mark.model
@pytest.mark.parametrize(
    ("focus", "words", "others"),
    [
        ("weapons for Ukraine", ("weapons", "arms"), "recital"),
        ("Chinese delegation", ("Chin", "Li Hongzhong"), "Hwasong"),
        ("drones", ("drones", "UAVs"), "armistice"),
    ],
)
def test_the_seeds_by_aspect(
    encoder: Encoder, focus: str, words: tuple[str, ...], others: str
) -> None:
    from summarize import read

    seeds = read("seeds")
    told = texts(summarize(seeds, Settings(focus=focus), encoder=encoder))
    assert all(any(word in text for word in words) for text in told)
    assert not any(others in text for text in told)
    with pytest.raises(NothingToSummarizeError):
        summarize(seeds, Settings(focus="the football transfer market"), encoder=encoder)


def test_what_is_about_it_and_cannot_stand_alone_is_not_called_nothing() -> None:
    story = "Storm\n\nThe storm left 40,000 homes in the north of the county dark on Friday."
    short = Article("a.txt", f"{story}\n\nThe governor declared an emergency.")
    assert tried("emergency", [short]) == (
        "No sentence about “emergency” can stand in a brief, as “The governor declared an "
        "emergency.” (too short to stand alone); leave out --focus, or see what there is with "
        "summarize explain."
    )
    assert "Nothing in the articles is about “football”" in str(tried("football", [short]))


def test_a_long_sentence_is_told_where_sentences_are_counted_and_no_other_is_about_it() -> None:
    """Of sentences that are counted the shorter are taken, but only of what was asked for."""
    long = f"The harbour of Vik was dredged {'by ships of many towns and firms ' * 6}in spring."
    story = "A ferry ran aground off the island of Sollen on Monday, the coast guard said."
    (told,) = texts(about("dredged harbour", [Article("a.txt", f"{story}\n\n{long}")], sentences=1))
    assert told == long


@pytest.mark.parametrize("focus", ["Tuesday", "tuesday", "april", "germany", "seven", "Tuesday?"])
def test_a_country_a_day_or_a_number_is_no_other_however_it_is_typed(focus: str) -> None:
    text = (
        "The coast guard of Sweden sent three large boats to the harbour on Thursday night.\n\n"
        "Divers from Russia joined the search for the ferry a day later in December.\n\n"
        "The ferry lies in the strait, and divers have inspected most of its hull by now."
    )
    article = [Article("a.txt", text)]
    assert "Nothing in the articles is about" in str(tried(focus, article))
    for named, start in (("thursday", "The coast"), ("russian", "Divers"), ("three", "The coast")):
        told = tried(named, article)
        assert not isinstance(told, str)
        assert [text.startswith(start) for text in texts(told)] == [True]


@pytest.mark.parametrize(
    ("focus", "told"),
    [
        ("Marden", "No article has “Marden” of --focus; did you mean “Marten”?"),
        ("the Aurorra hull", "No article has “Aurorra” of --focus; did you mean “Aurora”?"),
        ("dredgng", "No article has “dredgng” of --focus; did you mean “dredging”?"),
        (
            "Brok and Vreis",
            "No article has “Brok” of --focus; did you mean “Brock”? "
            "No article has “Vreis” of --focus; did you mean “Vries”?",
        ),
        ("Ruritania", ""),
        ("injury", ""),  # articles have "injuries"
        ("Tuesday", ""),
        ("Sunday", ""),  # near to "Monday", and no misspelling of it
        ("parts", ""),  # near to "Port", which is another word
        ("hul", ""),  # what is short is near to much
        ("\u0928\u093f\u0930\u0940\u0915\u094d\u0937\u0923", ""),
    ],
)
def test_a_word_that_no_article_has_is_told_with_what_is_near(focus: str, told: str) -> None:
    found = tried(focus, reports(), words=60)
    if isinstance(found, Brief):
        notes = [d.reason for d in found.drops if d.stage == "focus" and isinstance(d.item, str)]
        assert notes == ([told] if told else [])
    else:
        assert found.partition("as the articles do.")[2].strip() == told


def test_a_note_on_a_focus_is_of_no_account_to_a_proof() -> None:
    articles = [Article(a.path or f"{n}.txt", a.text) for n, a in enumerate(reports())]
    made = about("divers inspect the hull of the Aurorra", articles, words=60)
    assert "Aurorra" in made.drops[0].reason
    told = reread(render(made, "json"), "brief.json")
    assert verify(told, Reading(tuple(articles)), ENCODER).holds
