"""Who does it, and who he is: subjects without a parser, and persons by their article's words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.text.attribution.dealings import dealings
from summarize.text.attribution.doers import doer
from summarize.text.attribution.leading import opening
from summarize.text.attribution.persons import genders, is_persons, may_be_persons
from summarize.text.attribution.roles import are_many, is_role

PIECES = st.sampled_from(
    ["Ines Marten", " ", "Mr. ", "he ", "who ", "said ", "told ", ", ", "“", "”", '"', "’s ",
     "(", ")", "On ", "When ", "Saying ", "the ", "mayor ", "officials ", "and ", "of ", "2009",
     ".", "\u202e", "東京 ", "—", "\x00", "but ", "Downing "]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "sort"),
    [
        ("Ines Marten left at noon.", "Ines Marten", "name"),
        ("But on Sunday, mayor Tom Vries defended it.", "mayor Tom Vries", "name"),
        ("On Sunday Tom Vries defended it.", "Tom Vries", "name"),
        ("The harbour’s lawyer, Peter J. Alder, denies it.", "The harbour’s lawyer, Peter J. Alder",
         "name"),
        ("Tom Vries, who chairs the board, was against it.", "Tom Vries", "name"),
        ("Author and pilot Kay Oldham told the crew.", "Author and pilot Kay Oldham", "name"),
        ("Mrs. Marten herself wrote of it.", "Mrs. Marten", "name"),
        ("Downing, 31, has a new job.", "Downing", "name"),
        ("Downing also wrote of it.", "Downing", "name"),
        ("Wedding planner Kay Roe is here, with others.", "Wedding planner Kay Roe", "name"),
        ("The mayor hinted at more.", "The mayor", "role"),
        ("The captain of the ferry says no.", "The captain of the ferry", "role"),
        ("Harbour officials said no.", "Harbour officials", "many"),
        ("Still, she went.", "she", "she"),
        ("Kay Roe criticized the toll.", "Kay Roe", "name"),
        ("When he left, they cheered.", "they", "they"),
    ],
)  # fmt: skip
def test_the_doer_of_a_sentence(text: str, words: str, sort: str) -> None:
    found = doer(text)
    assert found
    assert (text[found.start : found.end], found.sort) == (words, sort)


@pytest.mark.parametrize(
    "text",
    [
        "“It was close,” Tom Vries said.",
        "Tom Vries and Kay Roe left at noon.",
        "Tom Vries, Kay Roe and others left at noon.",
        "Photos of Tom Vries showed nothing.",
        "Vries rallies drew few people.",
        "It’s unclear why Tom Vries left.",
        "The report named nobody.",
        "In the harbour of Sollen Tom Vries",
        "",
    ],
)
def test_no_doer_is_better_than_a_wrong_one(text: str) -> None:
    assert doer(text) is None


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Kay Roe spoke with Tom Vries in Sollen.", ["Tom Vries"]),
        (
            "Kay Roe flew north to meet German Chancellor Tom Vries.",
            ["German Chancellor Tom Vries"],
        ),
        ("Kay Roe was joined by her husband, Tom Vries.", ["husband"]),
        ("Kay Roe replaces Tom Vries.", ["Tom Vries"]),
        ("Kay Roe, joined by Tom Vries, left.", ["Tom Vries"]),
        ("Kay Roe, a friend of Tom Vries, left.", []),
        ("Kay Roe said Tom Vries met Ann Bell.", []),
        ("Kay Roe said in an interview with Tom Vries it was so.", []),
        ("Kay Roe told reporter Tom Vries that it was so.", []),
        ("Kay Roe is a mining champion and an assistant managing editor.", []),
        ("Kay Roe met the Obama camp and praised Tom Vries’s work.", []),
        ("Kay Roe left the house of Tom Vries.", []),
        ("Kay Roe wrote: Tom Vries met Ann Bell.", []),
    ],
)
def test_with_whom_a_doer_has_to_do(text: str, met: list[str]) -> None:
    who = doer(text)
    assert who
    assert [text[slice(*place)] for place in dealings(text, who, opening=True)] == met


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_a_doer_stands_in_its_sentence(text: str) -> None:
    assert 0 <= opening(text) <= len(text)
    if found := doer(text):
        assert 0 <= found.start <= found.named < found.end <= found.until <= len(text)


def test_an_opening_ends_with_its_comma() -> None:
    assert opening("When he left, they cheered.") == len("When he left,")
    assert opening("Saying so, he left.") == len("Saying so,")
    assert opening("In May, he left.") == opening("He left, saying so.") == 0


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Brock left.",
        "mayor Lena Brock left.",
        "Lena Brock, 51, left.",
        "Lena Brock, who left, is here.",
        "Lena Brock, a chief economist at Sollen, left.",
        "Lena Brock left. Brock said no.",
        "volcanologist Lena Brock left.",
    ],
)
def test_an_article_tells_that_a_name_is_a_persons(text: str) -> None:
    assert is_persons(text, "Brock")
    assert may_be_persons(text, "Brock")


def test_a_town_a_company_and_a_body_are_nobodys_names() -> None:
    assert not is_persons("Brock closed its bridge.", "Brock")
    assert not is_persons("Halden Lines denied it.", "Halden Lines")
    assert may_be_persons("Halden Lines denied it.", "Halden Lines")
    for name in ("NATO", "Norway", "the Harbourton Council", "Reuters"):
        assert not may_be_persons(f"Mr. {name} said so.", name)


def test_the_sex_is_told_by_titles_or_by_what_an_article_calls_somebody() -> None:
    assert genders("Mrs. Lena Brock left. Brock said he was late.", "Brock") == {"she"}
    assert genders("Mr. Brock met Ms. Brock.", "Brock") == {"he", "she"}
    assert genders("Brock said she left. Brock told her crew. Brock said no.", "Brock") == {"she"}
    assert genders("Brock said she left.", "Brock") == frozenset()


def test_roles_by_what_they_are() -> None:
    for word in ("mayor", "Captain", "reporter", "firefighter", "spokeswoman", "frontman"):
        assert is_role(word), word
    for word in ("talisman", "ottoman", "caiman", "superhuman", "snowman", "Talisman"):
        assert not is_role(word), word
    for word in ("report", "reportedly", "Observer", "German", "human", "officials", "many"):
        assert not is_role(word), word
    assert are_many("officials")
    assert are_many("police")
    assert not are_many("reports")
