"""Typography: blanks and marks are made alike, place for place, and nothing else changes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.records import Article
from summarize.text.tongues.sentences import sentence_starts
from summarize.text.typography import plain, plainly
from summarize.weighing.fitness import unfit

MARKS = str.maketrans("“”", '""')


@pytest.mark.parametrize(
    ("text", "found"),
    [("In\u00a0the second,\u202fshe left.", "In the second, she left."),
     ("Das\u2003Schiff\u2009sank.", "Das Schiff sank."),
     ("“All are safe,\" she said.", '"All are safe," she said.'),
     ('"All are safe,” she said.', '"All are safe," she said.'),
     ("”All are safe,” she said.", '"All are safe," she said.'),
     ("“All” are “well\" and “dry,” she said.", '"All" are "well" and "dry," she said.')],
)  # fmt: skip
def test_blanks_are_plain_and_marks_that_pair_are_of_one_kind(text: str, found: str) -> None:
    assert plain(text) == found


@pytest.mark.parametrize(
    "text",
    ["“All are safe,” she said, and “dry.”",
     "“All are safe, and the quotation goes on below.\n\n“It ends here,” she said.",
     "“All are safe,” she said. “And dry,” said “Jo.",  # nobody knows which of the three is alone
     "The deck was 30\" wide, she said.",
     "“It was 30\" wide,” she said.",
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


@pytest.mark.parametrize(
    ("language", "sentences"),
    [("sv", ["”Allt är bra!” sa han. ", "Han frågade: ”När? I morgon?” ", "Ingen svarade."]),
     ("fi", ["”Kaikki on hyvin!” hän sanoi. ", "”Milloin tulette?” ", "Kukaan ei vastannut."])],
)  # fmt: skip
def test_marks_that_close_on_both_sides_are_pairs(language: str, sentences: list[str]) -> None:
    text = "".join(sentences)
    starts = [*sentence_starts(plain(text), language), len(text)]
    assert [text[start:end] for start, end in pairwise(starts)] == sentences


@given(st.text(alphabet='ab .\n“”"\u00a0\u2009', max_size=60))
def test_nothing_but_blanks_and_marks_changes_and_only_once(text: str) -> None:
    found = plain(text)
    assert len(found) == len(text)
    assert plain(found) == found
    alike = text.replace("\u00a0", " ").replace("\u2009", " ").translate(MARKS)
    assert found.translate(MARKS) == alike


def test_articles_keep_all_else() -> None:
    article = Article("a.txt", "All\u00a0are safe.", title="A\u00a0ferry", outlet="Post")
    assert plainly([article]) == (Article("a.txt", "All are safe.", "A\u00a0ferry", "Post"),)
