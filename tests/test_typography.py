"""Typography: blanks and marks are made alike, place for place, and nothing else changes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.records import Article
from summarize.text.quoting import attributed_quote
from summarize.text.tongues.sentences import sentence_starts
from summarize.text.typography import plain, plainly
from summarize.weighing.fitness import unfit

MARKS = str.maketrans("“”‘’'", '""' + '"' * 3)


@pytest.mark.parametrize(
    ("text", "found"),
    [("In\u00a0the second,\u202fshe left.", "In the second, she left."),
     ("Das\u2003Schiff\u2009sank.", "Das Schiff sank."),
     ("“All are safe,\" she said.", '"All are safe," she said.'),
     ('"All are safe,” she said.', '"All are safe," she said.'),
     ("”All are safe,” she said.", '"All are safe," she said.'),
     ("'All are safe. It's over,' she said.", "“All are safe. It's over,” she said."),
     ("‘All are safe,’ she said. ‘We’re dry.’", "“All are safe,” she said. “We’re dry.”"),
     ("It is a ‘war crime’, he wrote: 'The boys' boat is lost.'",
      "It is a “war crime”, he wrote: “The boys' boat is lost.”"),
     ("She called it a 'wonder' and left.", "She called it a “wonder” and left."),
     ("‘It was dark.\n\n‘We saw nothing.’", "“It was dark.\n\n“We saw nothing.”"),
     ("‘It was dark. Then ‘it was light.\n\n‘We saw it.’",
      "‘It was dark. Then “it was light.\n\n“We saw it.”"),
     ("“All” are “well\" and “dry,” she said.", '"All" are "well" and "dry," she said.')],
)  # fmt: skip
def test_blanks_are_plain_and_marks_that_pair_are_of_one_kind(text: str, found: str) -> None:
    assert plain(text) == found


@pytest.mark.parametrize(
    "text",
    ["“All are safe,” she said, and “dry.”",
     "“All are safe, and the quotation goes on below.\n\n“It ends here,” she said.",
     "“All are safe,” she said. “And dry,” said “Jo.",  # nobody knows which of the three is alone
     "“All are safe,\" she said, and “dry.",
     "The deck was 30\" wide, she said.",
     "“It was 30\" wide,” she said.",
     "She said “they shouted ‘fire’, and ran” on Monday.",
     "In the '90s, 'em' and rock 'n' roll were it, and the workers' rights, too.",
     "The sailors' boats and the miners' huts, he said, are the boys'.",
     "He 'll go, I 'd say, and they 're the players', not mine.",
     "‘It was dark, and nobody saw a thing.\n\nShe left.",
     "The wreck of 'Aurora was found by Sheikh 'Abd al-Rahman's men.",
     "東京\u3000大阪"],
)  # fmt: skip
def test_what_pairs_or_may_go_on_stays(text: str) -> None:
    assert plain(text) == text


def test_lines_are_looked_at_one_by_one() -> None:
    assert plain('“One," he said.\n“Two,” she said.') == '"One," he said.\n“Two,” she said.'


def test_a_quotation_in_marks_of_two_kinds_may_be_picked() -> None:
    mixed = '“All passengers of the ferry are safe and dry," said Mayor Ines Marten.'
    assert unfit(mixed) is not None
    assert unfit(plain(mixed)) is None


def test_who_speaks_is_told_of_quotations_in_single_marks() -> None:
    told = "'All passengers of the ferry are safe and dry,' said Mayor Ines Marten."
    alone = "'All passengers of the ferry are safe and dry, and nobody was left behind.'"
    assert unfit(alone) is None  # as if the author said so
    assert unfit(plain(alone)) is not None
    assert unfit(plain(told)) is None
    assert attributed_quote(plain(told)) > attributed_quote(told) == 0


@pytest.mark.parametrize(
    ("language", "sentences"),
    [("sv", ["”Allt är bra!” sa han. ", "Han frågade: ”När? I morgon?” ", "Ingen svarade."]),
     ("fi", ["”Kaikki on hyvin!” hän sanoi. ", "”Milloin tulette?” ", "Kukaan ei vastannut."])],
)  # fmt: skip
def test_marks_that_close_on_both_sides_are_pairs(language: str, sentences: list[str]) -> None:
    text = "".join(sentences)
    starts = [*sentence_starts(plain(text), language), len(text)]
    assert [text[start:end] for start, end in pairwise(starts)] == sentences


@given(st.text(alphabet="ab .,\n“”\"'‘’\u00a0\u2009", max_size=60))
def test_nothing_but_blanks_and_marks_changes_and_only_once(text: str) -> None:
    found = plain(text)
    assert len(found) == len(text)
    assert plain(found) == found
    alike = text.replace("\u00a0", " ").replace("\u2009", " ").translate(MARKS)
    assert found.translate(MARKS) == alike


def test_articles_keep_all_else() -> None:
    article = Article("a.txt", "All\u00a0are safe.", title="A\u00a0ferry", outlet="Post")
    assert plainly([article]) == (Article("a.txt", "All are safe.", "A\u00a0ferry", "Post"),)
