"""The evidence page as a file: what it shows, where it leads, and that it is self-contained."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from briefs import (
    ARTICLES,
    BRIDGE,
    COST,
    DENIAL,
    SHARE,
    TUESDAY,
    a_brief,
    brief_of,
    span,
)
from colours import EYES, contrast, difference
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import Element, borne_out, shown
from test_inert import texts

from summarize.records import Article, Brief, Drop, Pick, Sentence, Span, Voice
from summarize.render import views
from summarize.render.fragments import Note, paragraphs
from summarize.render.inert import inert

PAGE = Path(views.__file__).parent / "page"


def line(page: Element, number: int) -> Element:
    return page.by_id(f"p{number}")


# What it shows


def test_the_brief_is_there_with_its_counts_and_its_signature() -> None:
    page = shown(borne_out())
    assert page.one("h1").text == page.one("title").text == "Bridge closed"
    facts = [fact.text for fact in page.one(class_="facts").all("span")]
    assert facts == ["3 independent sources", "5 articles", "37 words in 3 sentences"]
    assert [text.text for text in page.all("p", "text")] == [BRIDGE, COST, DENIAL]
    carried = [button.text for button in page.all("button", "who")]
    assert carried == [
        "2 independent sources; [4] says Tuesday",
        "1 source",
        "2 independent sources",
    ]
    assert ["lone" in line(page, n).classes for n in (1, 2, 3)] == [False, True, False]
    assert page.one(class_="signature").text == a_brief().signature
    assert "10 sentences read: 3 picked, 6 merged into others" in page.one("footer").words


def test_it_says_who_says_it_and_on_whom_all_rest() -> None:
    brief = borne_out()
    first = replace(brief.picks[0], attributed_to="officials", rests_on="the road agency")
    page = shown(replace(brief, picks=(first, *brief.picks[1:])))
    said = line(page, 1).one(class_="said").words
    assert said == "according to officials"
    assert line(page, 1).words.count("all citing the road agency") == 1
    assert line(page, 2).one(class_="said").words == "according to Mayor Ida Brock"
    assert not shown(brief).by_id("p1").all(class_="said")


def test_who_carries_a_sentence_is_told_by_voice() -> None:
    page = shown(borne_out())
    told = [item.words for item in line(page, 1).one(class_="carriers").all("li")]
    assert told == [
        "A Associated Press: Valley Herald 1, Hill Times 2, 03.txt 3",
        "C standard input 5",
    ]
    assert "Only one source carries this" in line(page, 2).one(class_="carriers").words


def test_the_matrix_is_a_table_with_a_row_a_sentence_and_a_column_an_article() -> None:
    table = shown(borne_out()).one("table")
    assert table.one("caption").words
    groups = [head for head in table.all("th") if head.attributes["scope"] == "colgroup"]
    assert [head.attributes["colspan"] for head in groups] == ["3", "1", "1"]
    columns = [head for head in table.all("th") if head.attributes["scope"] == "col"]
    assert [head.words for head in columns][:2] == ["1 Valley Herald", "2 Hill Times"]
    rows = [[cell.words for cell in row.all("td")] for row in table.one("tbody").all("tr")]
    assert rows == [
        ["quoted from here", "states it", "states it", "no", "states it"],
        ["states it", "quoted from here", "no", "no", "no"],
        ["no", "no", "states it", "quoted from here", "no"],
    ]


def test_one_article_needs_no_matrix_and_many_need_room() -> None:
    article = ARTICLES[0]
    alone = replace(
        borne_out(),
        articles=(article,),
        voices=(Voice("A", "Valley Herald", (0,)),),
        picks=(Pick(Sentence(span(0, BRIDGE), BRIDGE, 0, 0), 1.0, {}, (0,), ("A",)),),
        drops=(),
        disagreements=(),
    )
    assert not shown(alone).all("table")
    assert line(shown(alone), 1).one("button").text == "1 article"
    many = replace(borne_out(), articles=(*ARTICLES, *[Article("x.txt", "X.")] * 5))
    assert not shown(borne_out()).all(class_="large")
    assert shown(many).all(class_="large")


def test_disagreements_stand_side_by_side_with_their_values_marked() -> None:
    page = shown(borne_out())
    (point,) = page.all(class_="point")
    assert point.one("h3").text == "The day the bridge was closed"
    monday, tuesday = point.all("div", "side")
    assert (monday.one(class_="value").text, monday.one("b").text) == ("Monday", "Monday")
    assert tuesday.one("blockquote").text == TUESDAY
    assert tuesday.one("a").attributes["href"] == f"#a4-{span(3, TUESDAY).start}"
    assert not shown(replace(borne_out(), disagreements=())).all(class_="points")


def test_dropped_furniture_is_grey_in_its_place_and_says_why() -> None:
    page = shown(borne_out())
    (drop,) = page.by_id("a1").all(class_="drop")
    assert drop.text == SHARE
    assert (drop.attributes["data-why"], drop.attributes["title"]) == (
        "share line",
        "left out: share line",
    )
    assert [p.text for p in page.by_id("a1").all("p", "out")] == [SHARE]
    assert not page.by_id("a5").all(class_="drop")  # not picked is not left out
    assert "news/broken.bin is no text" in page.one(class_="unread").words


def test_the_reason_is_told_once_for_a_run_of_drops() -> None:
    text = "Home\n\nNews\nSport\n\nThe bridge is closed. Share this"
    notes = [Note(0, 4, why="menu"), Note(6, 10, why="menu"), Note(11, 16, why="menu")]
    notes.append(Note(40, 50, why="share line"))
    found = [piece for one in paragraphs(text, notes) for piece in one.fragments if piece.why]
    assert [(piece.text, piece.told) for piece in found] == [
        ("Home", True),
        ("News", False),
        ("Sport", False),
        ("Share this", True),
    ]
    assert [one.dropped for one in paragraphs(text, notes)] == [True, True, False]


# Where it leads


def test_a_citation_leads_to_the_sentence_that_states_it() -> None:
    brief, page = borne_out(), shown(borne_out())
    for number, pick in enumerate(brief.picks, start=1):
        links = line(page, number).all("a", "chip")
        assert [int(link.text) - 1 for link in links] == list(pick.cites)
        own = pick.sentence.span
        (quoted,) = [link for link in links if "own" in link.classes]
        assert quoted.attributes["href"] == f"#a{own.article + 1}-{own.start}"
        for link in links:
            mark = page.by_id(link.attributes["href"][1:])
            assert mark.tag == "mark"
            assert str(number) in mark.attributes["data-picks"].split()


def test_of_several_sentences_that_state_it_a_citation_leads_to_the_closest() -> None:
    links = line(shown(borne_out()), 3).all("a", "chip")
    assert links[0].attributes["href"] == f"#a3-{span(2, DENIAL).start}"


def test_a_citation_without_a_known_sentence_leads_to_its_article() -> None:
    page = shown(a_brief())  # made without evidence
    assert [link.attributes["href"] for link in line(page, 1).all("a", "chip")] == [
        "#a1-18",
        "#a2",
        "#a3",
        "#a5",
    ]


def test_every_mark_leads_back_to_the_sentences_that_it_bears_out() -> None:
    mark_and_after = shown(borne_out()).by_id("a3")
    backs = [link.attributes["href"] for link in mark_and_after.all("a", "back")]
    assert backs == ["#p1", "#p3", "#p3"]


@pytest.mark.parametrize("brief", [a_brief(), borne_out(), brief_of("x")])
def test_every_name_in_the_page_is_unique_and_every_link_within_it_arrives(brief: Brief) -> None:
    page = shown(brief)
    names = [one.attributes["id"] for one in page.everything() if "id" in one.attributes]
    assert len(set(names)) == len(names)
    for one in page.everything():
        for attribute in ("aria-controls", "aria-labelledby"):
            assert one.attributes.get(attribute, names[0]) in names
        href = one.attributes.get("href", "")
        if href.startswith("#"):
            assert href[1:] in names


def test_marks_are_verbatim_at_their_offsets() -> None:
    brief, page = borne_out(), shown(borne_out())
    marks = 0
    for number, article in enumerate(brief.articles, start=1):
        for mark in page.by_id(f"a{number}").all("mark"):
            start, end = (int(mark.attributes[f"data-{edge}"]) for edge in ("start", "end"))
            assert mark.text == article.text[start:end]
            marks += 1
    assert marks == 9


@given(texts)
@settings(deadline=None)
def test_articles_are_there_word_for_word(text: str) -> None:
    for brief in (brief_of(text), replace(borne_out(), articles=brief_of(text).articles * 3)):
        page = shown(brief)
        for number, article in enumerate(brief.articles, start=1):
            body = page.by_id(f"a{number}").one(class_="body")
            assert "".join(body.text.split()) == "".join(inert(article.text).split())


NOTES = st.lists(
    st.builds(
        Note,
        st.integers(0, 70),
        st.integers(0, 70),
        st.none() | st.integers(1, 3),
        st.booleans(),
        st.none() | st.sampled_from(["menu", "byline"]),
    ),
    max_size=12,
)


@given(st.text("ab \n\r\t\u2028", max_size=60), NOTES)
def test_fragments_are_the_text_in_order_with_all_that_covers_them(
    text: str, notes: list[Note]
) -> None:
    found = paragraphs(text, notes)
    pieces = [piece for one in found for piece in one.fragments]
    assert "".join("".join(piece.text for piece in pieces).split()) == "".join(text.split())
    assert all(piece.text == text[piece.start : piece.end] for piece in pieces)
    assert pieces == sorted(pieces, key=lambda piece: piece.start)
    assert all(one.text.strip() for one in (p.fragments[0] for p in found))
    for piece in pieces:
        over = [note for note in notes if note.start <= piece.start and piece.end <= note.end]
        assert set(piece.picks) == {note.pick for note in over if note.pick}
        assert piece.side == any(note.side for note in over)
        assert (piece.why is None) == (not any(note.why for note in over))
    # The work is that of the text and its notes, not of their product.
    assert len(pieces) <= 2 * len(notes) + 2 * len(found)


def test_a_megabyte_of_blanks_and_lines_is_cut_at_once() -> None:
    text = " " * 500_000 + "word " * 1000 + "\n" * 500_000 + "end"
    first, last = paragraphs(text, [Note(0, len(text), pick=1)])
    assert (len(first.fragments), last.fragments[0].text) == (1, "end")


# That it can be read


def test_landmarks_and_headings_give_a_listener_the_way() -> None:
    page = shown(borne_out())
    for tag in ("main", "aside", "nav", "footer", "h1"):
        assert len(page.all(tag)) == 1
    order = [int(one.tag[1]) for one in page.everything() if re.fullmatch("h[1-6]", one.tag)]
    assert all(after - before <= 1 for before, after in pairwise(order))
    (skip,) = page.all("a", "skip")
    assert page.by_id(skip.attributes["href"][1:]) is page.one("aside")
    for one in [*page.all("a"), *page.all("button")]:
        assert one.attributes.get("aria-label") or one.words


def schemes() -> dict[str, dict[str, str]]:
    style = (PAGE / "page.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    light, dark = (dict(re.findall(r"--(\w+): (#\w{6});", block)) for block in blocks)
    assert set(dark) == set(light)
    return {"light": light, "dark": dark}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_at_least_aa(scheme: str) -> None:
    colours = schemes()[scheme]
    voices = [f"v{number}" for number in range(views.HUES + 1)]
    pairs = [(text, ground) for text in ("ink", "soft") for ground in ("paper", "sheet", "tint")]
    pairs += [("ink", "mark"), ("faint", "sheet"), ("faint", "tint")]
    pairs += [(voice, ground) for voice in voices for ground in ("paper", "sheet")]
    pairs += [("on", voice) for voice in voices]
    for text, ground in pairs:
        assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    for ground in ("paper", "sheet"):
        assert contrast(colours["rule"], colours[ground]) >= 3  # a line, no text


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_voices_are_told_apart_by_all_eyes(scheme: str, eyes: str) -> None:
    colours = schemes()[scheme]
    voices = [colours[f"v{number}"] for number in range(1, views.HUES + 1)]
    assert all(difference(one, other, eyes) > 0.07 for one, other in combinations(voices, 2))


def test_voices_beyond_the_colours_begin_anew() -> None:
    articles = tuple(Article(f"{n}.txt", f"Text {n}.") for n in range(8))
    voices = tuple(Voice(chr(65 + n), f"Voice {n}", (n,)) for n in range(8))
    pick = Pick(Sentence(Span(0, 0, 7), "Text 0.", 0, 0), 1.0, {}, tuple(range(8)), ("A",))
    drop = Drop("clean", Span(1, 0, 7), "menu")
    page = shown(Brief("t", "s", articles, voices, (pick,), (drop,), {}))
    hues = [group.classes[-1] for group in line(page, 1).all(class_="group")]
    assert hues == ["v1", "v2", "v3", "v4", "v5", "v6", "v1", "v2"]
