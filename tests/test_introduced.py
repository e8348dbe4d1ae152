"""Who is named in full before he goes by his surname, in the order of a brief and its opening."""

from __future__ import annotations

import pytest
from built import story

from summarize.order import order
from summarize.text.tongues.force import speaking
from summarize.weighing.introduced import mentions

EVENT = "A ferry with 212 people on board ran aground off Sollen on Monday."
LATER = "Two tugs pulled the ferry into the harbour of Sollen in the evening."
SHORT = "Marten said the channel had been too shallow for years."
AGAIN = "“We had warned them in May,” Mr. Marten said."
FULL = "Ines Marten, the mayor of Sollen, came to the pier at noon."


def told(texts: list[str], articles: list[list[str]] | None = None) -> list[str]:
    """Return some sentences in the order of a brief that the first of them is to open."""
    made = story(articles or [texts])
    numbers = {made.sentence(n).text: n for n in range(len(made.embedded.statements))}
    scores = {numbers[text]: 0.9 if text == texts[0] else 0.5 for text in texts}
    return [made.sentence(number).text for number in order(scores, "story", made)]


def test_whom_a_sentence_calls_by_surname_another_introduces_before() -> None:
    assert told([EVENT, SHORT, AGAIN, FULL]) == [EVENT, FULL, SHORT, AGAIN]


def test_what_introduces_is_taken_from_another_article_too() -> None:
    texts = [EVENT, SHORT, FULL]
    assert told(texts, [[EVENT, SHORT], ["Rain fell.", "Tea helped.", FULL]]) == [
        EVENT,
        FULL,
        SHORT,
    ]


@pytest.mark.parametrize(
    "first",
    [
        "Ines Marten told it to all who asked on the pier.",
        "Mayor Marten told it to all who asked on the pier.",
        "By then Ines Marten’s ferry had run aground off Sollen.",
    ],
)
def test_nobody_is_introduced_twice(first: str) -> None:
    assert told([EVENT, first, SHORT, FULL]) == [EVENT, first, SHORT, FULL]


def test_of_two_who_are_called_so_neither_is_moved() -> None:
    other = "Olaf Marten, a pilot of 61, watched it from the mole."
    assert told([EVENT, SHORT, other, FULL]) == [EVENT, SHORT, other, FULL]


@pytest.mark.parametrize(
    "full",
    [
        "Fort Marten had closed its gates by then.",  # nothing says that it is somebody
        "Watch Marten for a quarter of an hour at the pier, and he says so.",
        "Drugmaker Marten, a sponsor of the line, said it would pay, and the drugmaker did.",
        "On Monday Marten said it would pay.",
    ],
)
def test_what_is_not_somebody_in_full_introduces_nobody(full: str) -> None:
    assert told([EVENT, SHORT, full]) == [EVENT, SHORT, full]


def test_two_whom_one_sentence_calls_by_surname_are_both_introduced() -> None:
    both = "Marten and Roe had quarrelled over the channel."
    roe = "Olaf Roe, the harbour master of Sollen, said that he had been asleep."
    assert told([EVENT, both, FULL, roe]) == [EVENT, FULL, both, roe]


def test_who_is_introduced_by_another_does_not_open_a_brief() -> None:
    lead = "Marten, 51, told the council of Sollen that a ferry with 212 people ran aground."
    assert told([lead, FULL, LATER], [[lead, LATER], [FULL]])[0] == FULL
    # Where no other can, it does, and whoever it is comes second.
    quote = "“I have seen it all,” said Ines Marten, the mayor of Sollen."
    assert told([lead, LATER, quote], [[lead, quote], [LATER]])[0] == LATER
    assert told([lead, quote], [[lead], [quote]]) == [lead, quote]


def test_other_languages_keep_their_order() -> None:
    with speaking("de"):
        assert told([EVENT, SHORT, FULL]) == [EVENT, SHORT, FULL]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr. Marten left.", [("Marten", True)]),
        ("On Sunday Marten left.", [("Marten", True)]),
        ("In October, Marten left.", [("Marten", True)]),
        ("Marten’s car was found.", [("Marten", True)]),
        ("Mayor Marten left.", [("Marten", False)]),
        ("They met historian Marten.", [("Marten", False)]),
        ("Ines Marten left.", [("Ines Marten", False)]),
        ("Olaf Roe’s Ines Marten left.", [("Olaf Roe", False), ("Ines Marten", False)]),
        ("Jo de Marten left.", [("Jo", True), ("Marten", False)]),
        ("They liked the Marten plan.", []),
        ("Watch Marten go.", []),
    ],
)
def test_names_are_those_that_a_sentence_has(text: str, names: list[tuple[str, bool]]) -> None:
    found = [(" ".join(name), bare) for name, bare in mentions(text)]
    assert [one for one in found if one[0] != "They"] == names
