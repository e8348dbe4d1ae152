"""Fitness: whether a sentence can stand in a brief by itself."""

from __future__ import annotations

import re
from typing import Any

import pytest
from cases import load
from hypothesis import given
from hypothesis import strategies as st

from summarize.records import Span
from summarize.text import anaphors, complete
from summarize.text.attribution.quotations import is_amid
from summarize.text.clauses import main_clause
from summarize.text.quoting import unquoted
from summarize.text.tongues.force import speaking
from summarize.weighing.fitness import leans_on, unfit, unfit_at

BELOW = "\nA ferry ran aground off Sollen on Monday."  # what stands below a headline


@pytest.mark.parametrize("case", load("fitness"))
def test_case(case: dict[str, Any]) -> None:
    above, text = case.get("above"), case["text"]
    start = len(above or "")
    span, story = Span(0, start, start + len(text)), f"{above}{text}{case.get('below', BELOW)}"
    with speaking(case.get("language")):
        found = unfit(text) if above is None else unfit_at(story, span)
    if "reason" in case:
        assert found is not None
        assert found.startswith(case["reason"])
        return
    assert found is None
    assert leans_on(text, [], []) == case.get("leans")


def test_languages_that_say_it_in_fewer_words_have_a_lower_floor() -> None:
    assert unfit("Repairs cost 2.5 million hryvnias.") == "too short to stand alone"
    with speaking("uk"):
        assert unfit("Ремонт коштуватиме 2,5 млн гривень.") is None
        assert unfit("Ремонт триватиме.") == "too short to stand alone"


FERRY = "The ferry was built in 1994 and refitted two years ago."
MOVE = "The move surprised the union of the bridge crews."


def test_a_noun_is_explained_by_half_of_the_titles() -> None:
    assert leans_on(FERRY, [], []) == "ferry"
    assert leans_on(FERRY, [], ["Ferry runs aground", "All are safe"]) is None
    assert leans_on(FERRY, [], ["Ferries run late", "Aground", "All are safe"]) == "ferry"


def test_a_noun_is_explained_by_another_sentence_that_does_not_open_with_it() -> None:
    assert leans_on(FERRY, ["A ferry ran aground off Sollen on Monday."], []) is None
    assert leans_on(FERRY, ["Fog lay over the island."], []) == "ferry"
    assert leans_on(FERRY, ["The ferry is still on the bank."], []) == "ferry"


def test_a_noun_that_points_back_is_explained_by_no_other_sentence() -> None:
    assert leans_on(MOVE, ["Halden Lines announced a move to smaller crews."], []) == "move"


def test_what_is_pointed_at_amid_a_sentence_is_explained_by_whatever_names_it() -> None:
    plea = "A hearing on the northern quay was set for that plea."
    assert leans_on(plea, ["Fog lay over the island."], []) == "plea"
    assert leans_on(plea, ["The captain entered a plea on Monday."], []) is None
    with speaking("de"):  # of which English pointing says nothing
        assert leans_on(plea, ["Fog lay over the island."], []) is None


def test_an_office_is_explained_by_the_only_one_who_is_named_with_it() -> None:
    mayor = "The mayor has promised that the bridge will be open by May."
    assert leans_on(mayor, ["Mayor Ines Roe closed the bridge on Monday."], []) is None
    assert (
        leans_on(mayor, ["Halden's Mayor Roe wept.", "Mayor Ines Roe closed the bridge."], [])
        is None
    )
    assert leans_on(mayor, ["Mayor Roe met Mayor Holt on the bridge."], []) == "mayor"
    assert leans_on(mayor, ["A mayor closed the bridge.", "Its mayor wept."], []) == "mayor"
    assert leans_on(mayor, ["The Mayor closed the bridge on Monday."], []) == "mayor"
    court = "The court has ruled that the bridge may be closed."
    assert leans_on(court, ["Norway's Supreme Court heard the case on Monday."], []) is None
    assert leans_on(court, ["The High Court of Arn and the Supreme Court disagree."], []) == "court"
    house = "The university has closed its library to visitors."
    assert leans_on(house, ["The University of Halden was flooded."], []) is None
    assert leans_on(MOVE, ["Move Halden was founded by the bridge crews."], []) == "move"


SAID = "The ferry is aground. She has no crew. Halden Lines never paid for one."


@pytest.mark.parametrize(
    ("text", "amid"),
    [
        (f"“{SAID}”", True),
        (f'The mayor said: "{SAID}"', True),
        (f"“{SAID}\n\n“So it will be,” he added.", True),
        (SAID, False),
        (f"“So it is,” he said. {SAID} “So it will be.”", False),
        (f'Of the "Sea Dreamer" he said no more. {SAID} "So it will be."', False),
        (f"“So it is.\n\n{SAID} “So it will be.”", False),
        (SAID.replace("crew", "“crew”"), False),
        (f'He measured 5" of water. {SAID} It rose.', False),
    ],
)
def test_a_part_of_a_quotation_cannot_be_taken_from_its_place(text: str, amid: bool) -> None:  # noqa: FBT001
    start = text.find("Halden Lines never")
    found = unfit_at(text, Span(0, start, start + len("Halden Lines never paid for one.")))
    assert found == ("a part of a quotation" if amid else None)


@given(st.text(alphabet='ab. "“”\n', max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_what_stands_amid_a_quotation_has_no_mark_and_one_before_it(
    text: str, start: int, end: int
) -> None:
    if is_amid(text, min(start, end), max(start, end)):
        line = text[: min(start, end)].rpartition("\n")[2]
        assert set(line) & set('"“')
        assert not set(text[min(start, end) : max(start, end)]) & set('"“”')


@given(st.text(max_size=80))
def test_any_text_is_fit_or_has_a_reason(text: str) -> None:
    found = unfit(text)
    assert found is None or found
    assert unfit(text) == found
    leans_on(text, [text], [text])


PIECES = [
    "this ",
    "These ",
    "that ",
    "report",
    "move",
    " of it",
    " which",
    ", ",
    "; ",
    "“no” ",
    ". ",
]
PIECES += ["Divers from Arn found the wreck", "\n", "(", ")", "``", "''", "”", '"', "!", "?"]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=10).map("".join))
def test_what_a_quick_look_leaves_out_no_pattern_finds(text: str) -> None:
    clause = main_clause(unquoted(text))
    plain = re.compile(rf"{anaphors._POINTING.pattern}(?! (?:of|that|which|who)\b)")
    points = any(
        (match["noun"] or match["told"])
        not in re.findall(r"[^\W\d_]+", clause[: match.start()].lower())
        for match in plain.finditer(clause)
    )
    assert bool(anaphors.pointing(text)) == points
    ended = re.search(r"[.!?…。！？।؟][\"”'’)\]»]*$", text)
    assert ended or not complete.is_complete(text)
    if complete._TORN.search(text):
        assert not complete.is_complete(text)
    whole = f"The ferry sank {text}"
    if re.search(r"[.!?…。！？।؟][\"”'’)\]»]*$", whole) and not complete._TORN.search(whole):
        cut, open_ = complete._CUT.search(whole), whole.count("“") != whole.count("”")
        torn = "\ufffd" in whole or whole.count("(") > whole.count(")")
        torn = torn or complete._is_torn_off(whole) or whole.count('"') % 2 == 1
        assert complete.is_complete(whole) == (not cut and not open_ and not torn)
