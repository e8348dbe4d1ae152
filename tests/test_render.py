"""The four formats: what they say to a reader or a program."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from hashlib import sha256

import pytest
from briefs import COST, DENIAL, TUESDAY, a_brief, sentence
from marked import parsed, shown

from summarize.records import Brief, Voice
from summarize.render import FORMATS, render
from summarize.render.phrases import citation, said_by, support, voices


@pytest.mark.parametrize(
    ("articles", "written"),
    [
        ((0,), "[1]"),
        ((0, 1), "[1, 2]"),
        ((0, 1, 2), "[1–3]"),
        ((4, 2, 0, 1), "[1–3, 5]"),
        ((0, 2, 3, 4, 8), "[1, 3–5, 9]"),
    ],
)
def test_citations_count_from_one_and_join_three_in_a_row(
    articles: tuple[int, ...], written: str
) -> None:
    assert citation(articles) == written


@pytest.mark.parametrize("width", [30, 60, 80, 140])
def test_terminal_page_fits_its_width(width: int) -> None:
    page = render(a_brief(), "terminal", width)
    assert max(len(line) for line in page.splitlines()) <= width


def test_terminal_page_tells_what_an_editor_needs() -> None:
    page = render(a_brief(), "terminal", 80)
    lines = page.splitlines()
    assert lines[0] == "Bridge closed"
    assert "1  The old bridge over the Lenne was closed on Monday after inspectors found" in lines
    assert "   cracks. [1–3, 5] (2 independent sources; [4] says Tuesday)" in lines
    assert "[1, 2] — Mayor Ida Brock (1 source)" in page
    assert "3 independent sources (A: AP in 3 outlets [1–3]; B: Der Bote [4]; C: standard" in lines
    assert "Where the sources disagree" in lines
    assert "Tuesday  Inspectors closed the bridge on Tuesday. [4]" in lines
    assert "1  A      Valley Herald   2024-03-05  Bridge closed" in lines
    assert lines[-1].startswith("37 words in 3 sentences · summarize 0.1.0")


def test_a_narrow_page_lists_its_sources_below_one_another() -> None:
    lines = render(a_brief(), "terminal", 60).splitlines()
    at = lines.index("1  A  Valley Herald, 2024-03-05")
    assert lines[at + 1] == "      Bridge closed"


def test_prose_keeps_a_readable_measure_in_a_wide_window() -> None:
    assert max(map(len, render(a_brief(), "terminal", 200).splitlines())) <= 100


def test_citations_stay_in_one_piece_at_any_width() -> None:
    for width in range(40, 100):
        assert "[1–3, 5]" in render(a_brief(), "terminal", width)


def test_no_word_of_a_note_is_broken_where_the_note_fits_no_line() -> None:
    """As in a window of 40 columns: what is held together else breaks between words then."""
    brief = a_brief()
    first = replace(brief.picks[0], rests_on="the Ministry of Roads and Bridges")
    many = replace(first, cites=tuple(range(0, 60, 2)))
    for pick, told in ((first, "all citing the Ministry of Roads and Bridges"), (many, "31, 33")):
        for width in range(36, 100):
            page = render(replace(brief, picks=(pick, *brief.picks[1:])), "terminal", width)
            assert told in " ".join(page.split())


def test_colour_is_only_there_when_asked_for_and_names_no_fixed_background() -> None:
    assert "\x1b" not in render(a_brief(), "terminal", 80)
    codes = re.findall(r"\x1b\[([\d;]*)m", render(a_brief(), "terminal", 80, colour=True))
    used = {code for group in codes for code in group.split(";")}
    assert used <= {"0", "1", "2", "3", "36"}  # reset, bold, dim, italic, cyan
    assert "36" in used


def test_colour_does_not_depend_on_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in [("FORCE_COLOR", "1"), ("COLUMNS", "33"), ("TTY_COMPATIBLE", "1")]:
        monkeypatch.setenv(name, value)
    assert "\x1b" not in render(a_brief(), "terminal", 80)
    assert max(map(len, render(a_brief(), "terminal", 80).splitlines())) > 33
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[36m" in render(a_brief(), "terminal", 80, colour=True)


def test_one_voice_alone_needs_no_count() -> None:
    alone = replace(a_brief(), voices=(Voice("A", "Associated Press", (0, 1, 2, 3, 4)),))
    for form in ("terminal", "markdown", "text"):
        page = render(alone, form)
        assert "1 source (A: AP in 5 outlets" in page
        assert "(1 source)" not in page
        assert "independent" not in page


def test_markdown_reads_well_as_it_stands() -> None:
    page = render(a_brief(), "markdown")
    assert page.startswith("# Bridge closed\n\nThe old bridge over the Lenne was closed on Monday")
    assert f"{COST} \\[[1], 2\\] — Mayor Ida Brock *(1 source)*" in page
    assert f"{DENIAL} [3, 4] *(2 independent sources)*" in page  # says itself who says it
    assert "3. 03.txt, Cracks close bridge, 2024-03-06, source A" in page
    assert page.rstrip().endswith("Made by summarize 0.1.0 all-MiniLM-L6-v2 words=150")


def test_markdown_numbers_of_sources_with_an_address_link_to_it() -> None:
    tokens = parsed(render(a_brief(), "markdown"))
    links = [token.attrs["href"] for token in tokens if token.type == "link_open"]
    assert set(links) == {"https://valley.example/bridge"}
    assert len(links) >= 4
    assert "found cracks. [1, 2, 3, 5] (2 independent" in shown(render(a_brief(), "markdown"))


def test_markdown_without_addresses_cites_in_plain_brackets() -> None:
    brief = a_brief()
    brief = replace(brief, articles=tuple(replace(item, url=None) for item in brief.articles))
    page = render(brief, "markdown")
    assert "found cracks. [1–3, 5] *(2 independent sources; \\[4\\] says Tuesday)*" in page
    assert page.count("\\") == 2  # so that no address written below makes a link of this number


def test_text_is_a_sentence_a_line() -> None:
    lines = render(a_brief(), "text").splitlines()
    assert f"{COST} [1, 2] — Mayor Ida Brock (1 source)" in lines
    assert "[1] A · Valley Herald · Bridge closed · 2024-03-05 · https://valley.example/bridge" in (
        lines
    )
    assert "- Tuesday: Inspectors closed the bridge on Tuesday. [4]" in lines


def test_json_follows_the_schema() -> None:
    page = render(a_brief(), "json")
    made = json.loads(page)
    assert page.endswith("}\n")
    assert made["schema"] == "summarize/brief/1"
    assert list(made) == [
        "schema",
        "signature",
        "title",
        "words",
        "sources",
        "voices",
        "sentences",
        "disagreements",
        "drops",
        "counts",
    ]
    assert made["words"] == 37
    assert made["voices"][0] == {"id": "A", "name": "Associated Press", "sources": [1, 2, 3]}
    assert made["sources"][3] == {
        "id": 4,
        "path": "news/04.txt",
        "title": "Ein Brückenschaden",
        "outlet": "Der Bote",
        "wire": None,
        "date": None,
        "url": None,
        "sha256": sha256(a_brief().articles[3].text.encode()).hexdigest(),
        "voice": "B",
    }
    first = made["sentences"][0]
    assert first["cites"] == [1, 2, 3, 5]
    assert first["voices"] == ["A", "C"]
    assert first["score"] == 0.8312
    assert first["parts"] == {"centrality": 0.4123, "coverage": 0.3}
    assert first["attributed_to"] is None
    assert made["disagreements"][0]["sides"][1]["value"] == "Tuesday"
    assert made["drops"][0] == {
        "stage": "read",
        "reason": "news/broken.bin is no text; leave it out.",
        "source": None,
        "start": None,
        "end": None,
        "path": "news/broken.bin",
        "because_of": None,
    }
    assert made["drops"][2]["because_of"]["source"] == 2
    assert made["counts"]["merged"] == 6


def test_json_offsets_find_the_text_in_its_article() -> None:
    brief = a_brief()
    made = json.loads(render(brief, "json"))
    sides = [side for point in made["disagreements"] for side in point["sides"]]
    for item in made["sentences"] + sides:
        text = brief.articles[item["source"] - 1].text
        assert text[item["start"] : item["end"]] == item["text"]


@pytest.mark.parametrize("form", FORMATS)
def test_formats_are_deterministic_and_end_with_one_new_line(form: str) -> None:
    page = render(a_brief(), form)
    assert page == render(a_brief(), form)
    assert page.endswith("\n")
    assert not page.endswith("\n\n")


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_brief_still_renders(form: str) -> None:
    empty = Brief("", "sig", (), (), (), (), {})
    assert "sig" in render(empty, form)


def test_a_voice_tells_in_how_many_outlets_it_is_and_an_outlet_counts_once() -> None:
    brief = a_brief()
    articles = tuple(replace(item, outlet="Valley Herald") for item in brief.articles[:2])
    brief = replace(brief, articles=(*articles, *brief.articles[2:]))
    assert voices(brief) == (
        "3 independent sources (A: AP in 2 outlets [1–3]; B: Der Bote [4]; C: standard input [5])"
    )
    brief = replace(brief, voices=(Voice("A", "Reuters", (0, 1)), *brief.voices[1:]))
    assert voices(brief).startswith("3 independent sources (A: Reuters [1, 2]; B")


@pytest.mark.parametrize("form", ["terminal", "markdown", "text"])
def test_sources_that_all_cite_one_claimant_are_told_as_such(form: str) -> None:
    brief = a_brief()
    denial = replace(brief.picks[2], rests_on="a union")
    page = render(replace(brief, picks=(*brief.picks[:2], denial)), form, 120)
    assert "(2 independent sources, all citing a union)" in page
    assert "citing" not in render(brief, form, 120)


def test_what_a_source_states_instead_is_told_beside_the_sentence_that_states_otherwise() -> None:
    brief = a_brief()
    first, second, _third = brief.picks
    (point,) = brief.disagreements
    assert support(brief, first) == "2 independent sources; [4] says Tuesday"
    assert support(brief, second) == "1 source"
    other = replace(first, sentence=sentence(3, TUESDAY), cites=(3,), voices=("B",))
    assert support(brief, other) == "1 source; [1] says Monday"
    again = replace(point, sides=(*point.sides, replace(point.sides[1], value="Friday")))
    both = replace(brief, disagreements=(again,))
    assert support(both, first) == "2 independent sources; [4] says Tuesday; [4] says Friday"
    assert support(both, replace(other, rests_on="a union")) == "1 source; [1] says Monday"
    count = replace(point.sides[1], value="At least 45 people")
    tolls = replace(point, kind="number", sides=(point.sides[0], count))
    counted = replace(brief, disagreements=(tolls,))
    assert support(counted, first) == "2 independent sources; [4] says at least 45 people"
    cried = replace(tolls, sides=(point.sides[0], replace(count, value="TWELVE people")))
    shouted = replace(brief, disagreements=(cried,))
    assert support(shouted, first) == "2 independent sources; [4] says TWELVE people"


def dated(*days: str | None) -> Brief:
    brief = a_brief()
    articles = zip(brief.articles, days, strict=True)
    return replace(brief, articles=tuple(replace(one, date=day) for one, day in articles))


def test_in_a_story_of_more_than_a_week_each_sentence_tells_its_day() -> None:
    long = dated("2024-03-05", "2024-03-13", None, "2024-03-20", "2024-03-05")
    assert [support(long, pick) for pick in long.picks] == [
        "2 independent sources; [4] says Tuesday; as of 2024-03-05",
        "1 source; as of 2024-03-13",
        "2 independent sources; as of 2024-03-20",
    ]
    # What is undated has no day to tell, and what no pick is taken from makes no story longer.
    undated = dated("2024-03-05", None, "2023-01-01", "2024-03-20", "some day")
    told = [support(undated, pick) for pick in undated.picks]
    assert ["as of" in one for one in told] == [True, False, True]
    week = dated("2024-03-05", "2024-03-06", "2023-01-01", "2024-03-12", "2024-04-05")
    assert not any("as of" in support(week, pick) for pick in week.picks)
    nothing = dated(None, None, None, None, None)
    assert not any("as of" in support(nothing, pick) for pick in nothing.picks)


def test_an_accusation_and_its_denial_are_no_two_values() -> None:
    brief = a_brief()
    (point,) = brief.disagreements
    brief = replace(brief, disagreements=(replace(point, kind="polarity"),))
    assert support(brief, brief.picks[0]) == "2 independent sources"


@pytest.mark.parametrize("form", ["terminal", "markdown", "text"])
def test_what_the_article_leaves_at_a_pronoun_is_not_named(form: str) -> None:
    brief = a_brief()
    cost = replace(brief.picks[1], attributed_to="she")
    page = render(replace(brief, picks=(brief.picks[0], cost)), form, 120)
    assert "— she" not in page


def test_a_name_is_told_where_it_says_more_than_the_sentence() -> None:
    brief = a_brief()
    pick = brief.picks[1]  # … the mayor said.
    for who, told in (
        ("Mayor Ida Brock", True),
        ("Ida Brock", True),
        ("the town’s mayor", False),
        ("Mayor Brock", False),
        ("the mayor", False),
        ("KCNA", True),
        ("she", False),
        (None, False),
    ):
        assert bool(said_by(brief, replace(pick, attributed_to=who))) == told, who


def test_whom_a_quotation_names_does_not_say_it() -> None:
    brief = a_brief()
    pick = brief.picks[1]
    for text, told in (
        ("“Mr. Brock will pay for it,” she said.", True),
        ("“He will pay for it,” Mr. Brock said.", False),
    ):
        quoted = replace(pick, sentence=replace(pick.sentence, text=text))
        assert bool(said_by(brief, replace(quoted, attributed_to="Lena Brock"))) == told, text


def test_who_is_told_between_dashes_is_not_told_again() -> None:
    brief = a_brief()
    text = "“We heard a bang,” said Ida Brock – the mayor – of Sollen."
    pick = replace(brief.picks[1], sentence=replace(brief.picks[1].sentence, text=text))
    who = "Ida Brock – the mayor – of Sollen"
    assert said_by(brief, replace(pick, attributed_to=who)) == ""


def test_who_is_called_by_a_last_name_is_named_in_full_where_the_brief_has_not_named_him() -> None:
    brief = a_brief()
    bare = replace(brief.picks[1].sentence, text="Repairs cost 2.5 million euros, Brock said.")
    pick = replace(brief.picks[1], sentence=bare, attributed_to="Ida Brock")
    assert said_by(replace(brief, picks=(pick,)), pick) == "Ida Brock"
    named = replace(pick, sentence=replace(bare, text="Ida Brock closed the bridge on Monday."))
    assert said_by(replace(brief, picks=(named, pick)), pick) == ""
    assert said_by(replace(brief, picks=(pick,)), replace(pick, attributed_to="Brock")) == ""
    titled = replace(pick, sentence=replace(bare, text="Repairs are dear, Mayor Brock said."))
    assert said_by(replace(brief, picks=(titled,)), titled) == ""
