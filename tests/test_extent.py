"""What the words around a source tell: how far it goes, and whether anything is said."""

from __future__ import annotations

import pytest

from summarize.text.agencies import agency
from summarize.text.attribution.clues import tokenized
from summarize.text.attribution.extent import in_full
from summarize.text.attribution.reported import agree, laid_to
from summarize.text.attribution.telling import tells


def span(text: str, words: str) -> tuple[int, int]:
    """Return the range of tokens that words of a text are."""
    tokens = tokenized(text)
    start = text.index(words)
    here = [n for n, token in enumerate(tokens) if start <= token.start < start + len(words)]
    return here[0], here[-1] + 1


def words(text: str, found: tuple[int, int] | None) -> str | None:
    """Return the words of a text that a range of its tokens are."""
    tokens = tokenized(text)
    return text[tokens[found[0]].start : tokens[found[1] - 1].end].strip(" ,") if found else None


@pytest.mark.parametrize(
    ("text", "found", "full"),
    [
        ("There was word that the pier is shut.", "There", None),
        ("Tom Vries, who is in Sollen, said no.", "Tom Vries, who is in Sollen", "Tom Vries"),
        ("Tom Vries sold his boat and left.", "Tom Vries sold his boat", "Tom Vries"),
        ("Tom Vries left as head of the yard.", "Tom Vries left as head of the yard", "Tom Vries"),
        ("A boat named Ines told them so.", "A boat named Ines", "A boat named Ines"),
        ("A letter mailed March 3 said so.", "A letter mailed March 3", "A letter mailed March 3"),
        ("It is shut from March 3, they said.", "March 3", None),
        ("A list published on Friday said so.", "A list published on Friday",
         "A list published on Friday"),
        ("A US Senator said no.", "Senator", "US Senator"),
        ("Two friends of the mayor said no.", "the mayor", "Two friends of the mayor"),
        ("People close to Ines Marten said no.", "Ines Marten", "People close to Ines Marten"),
        ("They wrote to Ines Marten, urging her to go.", "Ines Marten", None),
        ("According to Ines Marten it is shut.", "Ines Marten", "Ines Marten"),
        ("It rained when Ines Marten, a doctor, said no.", "a doctor", "Ines Marten, a doctor"),
        ("In Halden, police, who came late, said no.", "police", "police"),
        ("Late Wednesday, they said no.", "Late Wednesday", None),
        ("They paid 90,000 for it.", "000", None),
        ("Please try the door.", "Please", None),
        ("Asked for a word, Kelly said no.", "Kelly", "Kelly"),
        ("It is shut, the Halden Courier reports, as before.", "the Halden Courier reports",
         "the Halden Courier"),
        ("The reports of the office said so.", "The reports", "The reports"),
        ("They sold 4,000 boats, it said.", "000 boats", "4,000 boats"),
        ("The photos I saw were old.", "The photos I", "I"),
        ("The Department of Roads said so.", "Roads", "The Department of Roads"),
        ("Guards in Halden filed papers at noon.", "Guards in Halden filed papers",
         "Guards in Halden"),
        ("The mayor stood firm and said no.", "The mayor stood firm", "The mayor"),
        ("The Halden 76ers issued a note.", "The Halden 76ers issued a note", "The Halden 76ers"),
        ("Republicans moved Democrats to tears.", "Republicans moved Democrats", "Republicans"),
        ("A crew of 76 issued a note.", "A crew of 76", "A crew of 76"),
        ("Tom Vries, who last May said no.", "who last May", "who last May"),
        ("Tom Vries, who guards said swam.", "who guards", "guards"),
        ("Tom Vries, who in both talks said no.", "who in both talks", "who in both talks"),
        ("Last week’s report said no.", "Last week’s report", "Last week’s report"),
        ("Last week guards said no.", "Last week guards", "guards"),
        ("An aide to the mayor’s guests said no.", "the mayor’s guests",
         "An aide to the mayor’s guests"),
        ("A list of guests of Ines Roe said so.", "Ines Roe", "A list of guests of Ines Roe"),
        ("Scenes of grief have praised it.", "grief", None),
        ("They came back in May and said so.", "They", "They"),
        ("They met officials in Halden who said no.", "Halden", "officials in Halden"),
        ("They met friends of Ines Roe, who said no.", "Ines Roe", "friends of Ines Roe"),
        ("They read a letter from Halden that said no.", "Halden", "a letter from Halden"),
        ("Ines Roe, the first head of a guild, said no.", "Ines Roe, the first",
         "Ines Roe, the first head of a guild"),
        ("Ines Roe, the head, as we met, said no.", "Ines Roe, the", "Ines Roe, the head"),
    ],
)  # fmt: skip
def test_a_source_is_named_in_full_and_without_a_clause(
    text: str, found: str, full: str | None
) -> None:
    tokens = tokenized(text)
    assert words(text, in_full(tokens, span(text, found), None)) == full


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ines Marten of Halden swam to Sollen.", None),
        ("They have Ines Marten in the hall.", None),
        ("Old ledgers list Ines Marten as an owner.", None),
        ("The pier is shut, a claim by Ines Marten.", "Ines Marten"),
        ("Ines Marten, who swam to Sollen, said no.", "Ines Marten"),
        ("Members who swam to Sollen praised the boat.", "Members"),
        ("Ines Marten swam to Sollen, praising the boat.", "Ines Marten"),
        ("Ines Marten swam to Sollen and praised the boat.", "Ines Marten"),
        ("Ines Marten expressed joy.", "Ines Marten"),
        ("Ines Marten made a promise to the crew.", "Ines Marten"),
        ("Ines Marten made a boat for the crew.", None),
        ("Ines Marten’s report is long.", "Ines Marten"),
        ("Ines Marten agreed to a swim.", None),
        ("Ines Marten agreed that it was far.", "Ines Marten"),
        ("Ines Marten swam “like a seal” to Sollen.", "Ines Marten"),
        ("“Red Tides,” with Ines Marten, is out.", None),
        ("A clerk described by Ines Marten left.", "Ines Marten"),
        ("Ines Marten, described by a clerk, left.", None),
        ("Ines Marten has, in fact, praised the boat.", "Ines Marten"),
        ("Ines Marten found the boat in a bay.", None),
        ("Ines Marten found that the boat was lost.", "Ines Marten"),
        ("Ines Marten found the boat was lost.", "Ines Marten"),
        ("Ines Marten declined to say it.", "Ines Marten"),
        ("Ines Marten welcomed a child.", None),
        ("Ines Marten welcomed the decision.", "Ines Marten"),
        ("Ines Marten certainly put the boat away.", None),
        ("Ines Marten swam to Sollen and added sugar.", None),
    ],
)
def test_a_sentence_tells_that_somebody_says_something(text: str, source: str | None) -> None:
    asked = source or "Ines Marten"
    assert tells(tokenized(text), *span(text, asked)) == (source is not None)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the mayor, Ines Marten, it is shut.", "the mayor, Ines Marten"),
        ("According to the mayor, Ines Marten shut it.", "the mayor"),
        ("The pier is shut, according to Ortex Group, a surveyor.", "Ortex Group"),
        ("Kelly said an old pier rots.", "Kelly"),
        ("Sadly, it is the kind of pier that rots, said Tom Vries.", "Tom Vries"),
        ("The pier is shut, as confirmed by the mayor.", "the mayor"),
        ("The pier is shut, per Radio Halden.", "Radio Halden"),
        ("They pay nine crowns, per person.", None),
        ("The pier has been shut, reports the Courier.", "the Courier"),
        ("The pier has been shut, Radio Halden (RH) reports.", "Radio Halden"),
        ("The pier has been shut after nine long wet reports.", None),
        ("The pier has been shut, Radio Halden is reporting.", "Radio Halden"),
        ("The pier has been shut, boats are reported lost.", None),
        ("The pier has been shut, a count showed.", "a count"),
        ("“The pier is shut,” groaned Ines Marten.", "Ines Marten"),
        ("The pier has been shut, said guards — not the crew.", None),
        ("The new Halden yard (HY: 12) announced the largest order.", None),
        ("“The pier is shut,” argued a “Red Book” of old rules.", None),
        ("“The pier is shut,” Ines Marten, in tears, said late Monday.", "Ines Marten"),
        ("They found a man, a guest police said was lost.", None),
        ("The pier is shut, reports the Courier quoting two guards.", "the Courier"),
        ("Radio Halden cited guards as saying no.", "Radio Halden"),
        ("Radio Halden first reported the fire.", "Radio Halden"),
        ("The mayor on Monday told them so, as part of the plan.", "The mayor"),
        ("The old chief clerk, Ines Marten, told them so.", "The old chief clerk, Ines Marten"),
        ("Boats are slow, Ines Marten, a clerk, told them.", "Ines Marten"),
        ("The owner, Ines Marten, waits for rain, though dry, said Tom Vries.", "Tom Vries"),
        ("Ines Marten, members of the yard, said no.", "Ines Marten"),
        ("Ines Marten, as a young clerk, said no.", "Ines Marten"),
        ("The mayor claimed one seat.", None),
        ("Boats need to wait the mayor said.", None),
        ("Boats as old as the mayor said sank.", None),
        ("It has been shut for now – said late Monday.", None),
        ("The pier has been shut, all of it by nine wet reports.", None),
        ("Throughout Monday, clerks of the yard sat as Tom Vries, the mayor, said no.", None),
        ("The deal goes back on plans announced in May.", None),
        ("The mayor claimed that it was so.", "The mayor"),
        ("This week, Ines Marten, a clerk, said no.", "Ines Marten"),
        ("Some 4,200 guests from the yard said no.", "Some 4,200 guests from the yard"),
        ("Halden seems to hold as the mayor said.", None),
        ("They left, and the clerks of the yard said no.", None),
    ],
)
def test_a_sentence_as_a_whole_is_laid_to_one(text: str, source: str | None) -> None:
    assert words(text, laid_to(tokenized(text))) == source


@pytest.mark.parametrize(
    ("text", "found", "whole", "same"),
    [
        ("It is shut, his lawyer, Ines Marten said.", "his lawyer, Ines Marten", "Ines Marten",
         True),
        ("It is shut, Ines Marten, a clerk said.", "Ines Marten, a clerk", "a clerk", True),
        ("To the Courier, a clerk said so.", "the Courier, a clerk", "a clerk", False),
        ("Far off, Ines Marten, director of a hall in Halden, Sollen said.",
         "Ines Marten, director of a hall in Halden, Sollen", "Sollen", True),
        ("The dam broke at noon clerks said.", "The dam broke at noon clerks", "clerks", False),
        ("Ines Marten, another swimmer, said so.", "Ines Marten, another swimmer", "Ines Marten",
         True),
        ("Ines Marten, dean of the hall, said so.", "Ines Marten, dean of the hall",
         "Ines Marten", True),
        ("Ines Marten, mayor since Friday, said so.", "Ines Marten, mayor since Friday",
         "Ines Marten", True),
        ("By the list, a clerk at the yard showed it.", "the list, a clerk at the yard",
         "the list", False),
        ("By the list, nine of them have left.", "the list, nine of them have left",
         "the list", False),
    ],
)  # fmt: skip
def test_a_source_may_be_named_with_its_role(
    text: str,
    found: str,
    whole: str,
    same: bool,  # noqa: FBT001 - a case
) -> None:
    assert agree(span(text, found), span(text, whole), tokenized(text)) is same


@pytest.mark.parametrize("name", ["Sputnik", "Sputnik News", "UNIAN"])
def test_an_agency_is_one_whatever_it_calls_itself(name: str) -> None:
    assert {agency(name)} <= {"Sputnik", "UNIAN"}
