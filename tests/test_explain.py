"""explain: every sentence is accounted for, with the stage and the reason."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace

import pytest
from briefs import BRIDGE, BRIDGE_UK, COST, DENIAL, SHARE, SHORT, TUESDAY, a_brief, brief_of

from summarize.explain import DROPPED, MERGED, PICKED, Row, explain
from summarize.records import Drop, Span
from summarize.render import ROW_FORMATS, render_rows


def row_of(text: str, article: int) -> Row:
    (row,) = [row for row in explain(a_brief()) if row.text == text and row.span.article == article]
    return row


def test_every_pick_and_every_dropped_stretch_has_one_row() -> None:
    brief = a_brief()
    spans = [row.span for row in explain(brief)]
    assert spans == sorted(spans)
    assert set(spans) == {pick.sentence.span for pick in brief.picks} | {
        drop.item for drop in brief.drops if drop.stage != "read"
    }
    assert len(spans) == brief.counts["sentences"] + 1  # and the share line


def test_a_pick_knows_its_number_in_the_brief() -> None:
    row = row_of(COST, 1)
    assert (row.verdict, row.pick, row.stage) == (PICKED, 2, None)


def test_a_merged_sentence_points_at_the_one_that_stands_for_it() -> None:
    row = row_of(BRIDGE_UK, 4)
    assert (row.verdict, row.stage) == (MERGED, "fold")
    assert row.into_row == (0, row_of(BRIDGE, 0).number)
    assert row_of(TUESDAY, 3).verdict == MERGED


def test_a_dropped_stretch_has_stage_and_reason() -> None:
    row = row_of(SHARE, 0)
    assert (row.verdict, row.stage, row.reason) == (DROPPED, "clean", "share line")
    assert row_of(SHORT, 4).stage == "select"


def test_nothing_is_less_than_nothing() -> None:
    """A part of a score that rounds to zero has no sign."""
    brief = a_brief()
    parts = {"centrality": -0.001, "position": -0.2, "coverage": 0.0}
    brief = replace(brief, picks=(replace(brief.picks[0], parts=parts, score=-0.004),))
    page = render_rows(brief, explain(brief), "text", 80, colour=False)
    assert "(score 0.00: centrality 0.00, position -0.20, coverage 0.00)" in page


def test_find_ignores_case_and_white_space_and_keeps_the_numbers() -> None:
    rows = explain(a_brief(), "builder  DENIED")
    assert [row.text for row in rows] == [DENIAL, DENIAL]
    assert [row.number for row in rows] == [2, 2]
    assert explain(a_brief(), "no such words") == ()


def test_text_has_a_row_a_line_in_three_columns() -> None:
    brief = a_brief()
    page = render_rows(brief, explain(brief), "text", 80, colour=False)
    lines = [line.split("\t") for line in page.splitlines()]
    assert all(len(line) == 3 for line in lines)
    assert lines[0] == ["1.1", "dropped (clean: share line)", SHARE]
    assert ["4.1", "merged into 1.2 (cluster: says the same)", TUESDAY] in lines
    assert lines[1][1].startswith("picked: sentence 1 of the brief (score 0.83: centrality 0.41")


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_terminal_page_groups_by_article_and_fits(width: int) -> None:
    brief = a_brief()
    page = render_rows(brief, explain(brief), "terminal", width, colour=False)
    assert max(map(len, page.splitlines())) <= width
    assert page.startswith("[1] Valley Herald · Bridge closed\n\n1.1  dropped")
    assert "[5] standard input" in page


def test_terminal_page_shortens_long_furniture_but_text_does_not() -> None:
    menu = "menu " * 200
    brief = brief_of(menu.strip())
    rows = explain(brief)
    assert "…" in render_rows(brief, rows, "terminal", 80, colour=False)
    assert menu.strip() in render_rows(brief, rows, "text", 80, colour=False)


def test_json_rows_follow_the_schema() -> None:
    brief = a_brief()
    made = json.loads(render_rows(brief, explain(brief), "json", 80, colour=False))
    assert made["schema"] == "summarize/explain/1"
    assert made["rows"][0] == {
        "id": "1.1",
        "verdict": "dropped",
        "source": 1,
        "start": 0,
        "end": len(SHARE),
        "text": SHARE,
        "sentence": None,
        "score": None,
        "parts": None,
        "stage": "clean",
        "reason": "share line",
        "because_of": None,
    }
    assert [row["sentence"] for row in made["rows"] if row["verdict"] == "picked"] == [1, 2, 3]


@pytest.mark.parametrize("form", ROW_FORMATS)
def test_hostile_text_is_inert_in_rows(form: str) -> None:
    brief = brief_of("[red]x[/red] \x1b[2J \x9b1m \u202e <script> \ud800")
    page = render_rows(brief, explain(brief), form, 80, colour=False)
    assert {c for c in page if unicodedata.category(c) in ("Cc", "Cs")} <= {"\n", "\t"}
    assert not re.search("[\u202a-\u202e]", page)
    assert "[red]x[/red]" in page


def test_what_gave_way_to_a_part_of_a_row_points_at_that_row_and_to_a_whole_row_at_itself() -> None:
    brief, row = a_brief(), row_of(BRIDGE, 0)
    within = Span(0, row.span.start + 1, row.span.end - 1)
    beyond = Span(0, row.span.end, row.span.end)
    across = Drop("clean", Span(0, row.span.start - 1, row.span.end - 1), "a stretch before it")
    for into, more, number in (
        (within, (), row.number),
        (beyond, (), None),
        (row.span, (across,), row.number + 1),
        (Span(0, 0, row.span.start), (), row.number - 1),
    ):
        drops = [replace(d, because_of=into) if d.because_of else d for d in brief.drops]
        rows = explain(replace(brief, drops=(*drops, *more)))
        found = {r.into_row for r in rows if r.into}
        assert found == {(0, number) if number else None}, into
