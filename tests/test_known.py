"""Only what is new: what earlier briefs and articles state is left out, and updates are not."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from cases import load
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small import SmallEncoder
from stories import EDITS, LOCAL, RADIO, WIRE, reports
from test_laws import ARTICLES, LENGTHS, content

from summarize import models
from summarize.asked.earlier import Earlier, Known, earlier, files
from summarize.asked.fresh import LATE, LEAD, fresh
from summarize.asked.known import known
from summarize.batch.make import Recipe
from summarize.batch.run import signature as batch_signature
from summarize.cli import main
from summarize.errors import NothingToSummarizeError, SourceError, UsageError
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
generated = settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])


def texts(brief: Brief) -> list[str]:
    return [pick.sentence.text for pick in brief.picks]


def new_to(path: Path, articles: Sequence[Article] | None = None, **knobs: Any) -> Brief:
    chosen = Settings(known=str(path), **knobs)
    return summarize(articles or reports(), chosen, encoder=ENCODER)


def tried(path: Path, articles: Sequence[Article], **knobs: Any) -> Brief | str:
    """The brief, or what is said instead."""
    try:
        return new_to(path, articles, **knobs)
    except NothingToSummarizeError as error:
        return str(error)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The wire story, known to the reader since the day it is dated."""
    (tmp_path / "known").mkdir()
    (tmp_path / "known" / "wire.txt").write_text(f"---\ndate: 2024-04-08\n---\n{WIRE}", "utf-8")
    return tmp_path / "known"


@pytest.mark.parametrize("case", load("known"))
@pytest.mark.model
def test_cases(case: dict[str, Any], encoder: Encoder) -> None:
    """Whether a reader of `known` knows `text`, by the real model."""
    story, _ = understand(Reading((Article("new.txt", case["text"]),)), encoder)
    before = Earlier((Known("earlier.txt", tuple(case["known"])),))
    assert bool(known(before, story, encoder, ())) is case["is_known"]


def test_what_known_articles_state_is_left_out_and_says_who_stated_it(folder: Path) -> None:
    brief = new_to(folder, words=400)
    assert texts(brief)
    assert not [text for text in texts(brief) if text in WIRE]
    reasons = [drop.reason for drop in brief.drops if drop.stage == "known"]
    assert len(reasons) > 8
    assert all(f"is known from {folder / 'wire.txt'}: “" in reason for reason in reasons)


def test_a_reader_of_a_brief_knows_its_sentences_and_not_its_articles(tmp_path: Path) -> None:
    first = summarize(reports(), Settings(words=60), encoder=ENCODER)
    path = tmp_path / "brief.json"
    path.write_text(render(first, "json"), "utf-8")
    second = texts(new_to(path, words=200))
    assert not set(second) & set(texts(first))
    assert [text for text in second if text in WIRE]


LATER = """\
The hull of the Aurora was sealed on Thursday, and the ferry was towed to a shipyard in Brandel.

Repairs are expected to take five weeks. Until then a smaller vessel from the mainland will sail \
to Sollen twice a day.
"""


def test_what_came_out_after_a_brief_is_told_before_what_it_left_out(tmp_path: Path) -> None:
    path = tmp_path / "brief.json"
    path.write_text(render(summarize(reports(), Settings(words=60), encoder=ENCODER), "json"))
    later = Article("later.txt", LATER, date="2024-04-11", outlet="Brandel Post")
    articles = [*reports(), later]
    brief = new_to(path, articles, words=28)
    assert texts(brief)
    assert all(text in LATER for text in texts(brief))
    # A copy of the wire that came out late is none that came out late.
    copy = replace(reports()[0], path="copy.txt", date="2024-04-11", outlet="Sollen Times")
    assert texts(new_to(path, [*articles, copy], words=28)) == texts(brief)
    # Where no day is known, or nothing came out later, nothing is gained.
    assert "fresh" not in new_to(path, words=45).picks[0].parts
    story, _ = understand(Reading(tuple(articles)), ENCODER)
    assert fresh(None, story) == {}
    gained = fresh("2024-04-09", story)["fresh"]
    late = [story.sentence(number).text in LATER for number in range(len(gained))]
    assert [value > 0 for value in gained] == late
    assert max(gained) == LATE + LEAD


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_briefs_are_read_in_either_format_with_their_last_day(tmp_path: Path, form: str) -> None:
    brief = summarize(reports(), Settings(words=60), encoder=ENCODER)
    path = tmp_path / f"brief.{'md' if form == 'markdown' else form}"
    path.write_text(render(brief, form), "utf-8")
    found = earlier(str(path))
    assert found.since == "2024-04-09"
    ((name, told, _),) = found.told
    assert name == str(path)
    assert list(told)[: len(brief.picks)] == texts(brief)


def test_a_folder_may_hold_briefs_and_articles(folder: Path) -> None:
    brief = summarize(reports()[1:], Settings(words=60), encoder=ENCODER)
    (folder / "brief.json").write_text(render(brief, "json"), "utf-8")
    (folder / "notes.md").write_text(RADIO, "utf-8")
    found = earlier(str(folder))
    assert {Path(name).name for name, *_ in found.told} == {"wire.txt", "brief.json", "notes.md"}
    assert found.since == "2024-04-09"
    assert len(files(str(folder))) == 3


def test_the_first_morning_nothing_is_known(tmp_path: Path) -> None:
    brief = new_to(tmp_path)
    plain = summarize(reports(), Settings(), encoder=ENCODER)
    assert texts(brief) == texts(plain)
    assert "Only what is new" in render(brief, "text")


def test_nothing_new_is_an_error_in_prose(folder: Path) -> None:
    with pytest.raises(NothingToSummarizeError, match="is new since 2024-04-08; what is known"):
        new_to(folder, reports()[:1])
    with pytest.raises(NothingToSummarizeError, match="Nothing about “divers” in the articles is"):
        new_to(folder, reports()[:1], focus="divers")


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="There is no file or folder"):
        earlier(str(tmp_path / "nowhere"))
    (tmp_path / "x.txt").write_bytes(b"\x00\x01")
    with pytest.raises(SourceError, match="What is known cannot be read"):
        earlier(str(tmp_path / "x.txt"))
    with pytest.raises(UsageError, match="--known needs the path"):
        Settings(known="")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_since_when(folder: Path, form: str) -> None:
    page = render(new_to(folder), form)
    if form == "json":
        assert json.loads(page)["scope"] == {"new_since": "2024-04-08"}
    else:
        assert "New since 2024-04-08" in page


def test_a_brief_and_a_batch_are_signed_alike_by_what_is_known(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "load", lambda _: ENCODER)
    own = earlier(str(folder)).knowing
    assert own.endswith(":2024-04-08")
    recipe = Recipe(Settings(known=str(folder)), "json")
    for signed in (new_to(folder).signature, batch_signature(recipe)):
        assert f" known:{own} " in signed


def test_a_brief_is_signed_by_what_is_known_and_not_by_its_path(
    folder: Path, tmp_path: Path
) -> None:
    brief = new_to(folder)
    signed = signature(brief.signature)
    assert signed is not None
    assert signed.known.endswith(":2024-04-08")
    (folder / "wire.txt").rename(tmp_path / "moved.txt")
    assert new_to(tmp_path / "moved.txt").signature == brief.signature
    (tmp_path / "moved.txt").write_text(LOCAL, "utf-8")
    assert new_to(tmp_path / "moved.txt").signature != brief.signature


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_it_is_proved_but_not_made_again(folder: Path, form: str) -> None:
    page = render(new_to(folder), form)
    proof = verify(reread(page, "brief"), Reading(tuple(reports())), ENCODER)
    assert proof.holds, [finding for finding in proof.findings if finding.faults]
    assert not any(finding.about == "brief" for finding in proof.findings)
    assert any("what its reader knew" in note for note in proof.notes)
    for ours, theirs in (
        ("since 2024-04-08", "since 2024-04-07"),
        ('"2024-04-08"\n  }', '""\n  }'),
    ):
        other = page.replace(ours, theirs)
        again = verify(reread(other, "brief"), Reading(tuple(reports())), ENCODER)
        assert again.holds is (other == page)


@given(ARTICLES, ARTICLES, LENGTHS, st.randoms())
@generated
def test_verbatim_within_the_length_and_free_of_the_order(
    tmp_path_factory: pytest.TempPathFactory,
    articles: list[Article],
    before: list[Article],
    length: dict[str, Any],
    random: Any,
) -> None:
    path = tmp_path_factory.mktemp("known")
    for number, article in enumerate(before):
        (path / f"{number}.txt").write_text(article.text, "utf-8")
    shuffled = articles.copy()
    random.shuffle(shuffled)
    brief, again = tried(path, articles, **length), tried(path, shuffled, **length)
    if isinstance(brief, str) or isinstance(again, str):
        assert brief == again
        return
    assert content(brief) == content(again)
    told = {text for source in earlier(str(path)).told for text in source.texts}
    assert {*brief.articles} <= {*articles}
    for pick in brief.picks:
        span = pick.sentence.span
        assert brief.articles[span.article].text[span.start : span.end] == pick.sentence.text
        assert pick.sentence.text not in told
    if "words" in length:
        assert brief.words <= length["words"]


@pytest.mark.parametrize("edit", EDITS)
def test_a_copy_changes_no_pick_and_a_known_copy_none_either(edit: Any, folder: Path) -> None:
    before = new_to(folder)
    assert texts(new_to(folder, [*reports(), edit(reports()[0])])) == texts(before)
    assert texts(new_to(folder, [*reports(), edit(reports()[1])])) == texts(before)
    (folder / "copy.txt").write_text(WIRE, "utf-8")
    assert texts(new_to(folder)) == texts(before)


def test_what_the_reader_knows_is_not_written_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    Path("known/today.md").write_text("Earlier words.", "utf-8")
    arguments = ["known", "--known", "known", "-o", "known/today.md"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "would be overwritten" in result.stderr
    assert Path("known/today.md").read_text("utf-8") == "Earlier words."


def test_an_update_of_a_number_is_new() -> None:
    told = "Rescuers said that 12 people were killed when the ferry ran aground off Sollen."
    for number, is_new in (("12", False), ("twelve", False), ("15", True)):
        text = told.replace("12", number)
        story, _ = understand(Reading((Article("new.txt", text),)), ENCODER)
        assert bool(known(Earlier((Known("a", (told,)),)), story, ENCODER, ())) is not is_new


def test_a_statement_left_out_before_is_not_asked_about() -> None:
    story, _ = understand(Reading(tuple(reports())), ENCODER)
    count = len(story.embedded.statements)
    before = Earlier((Known("wire.txt", tuple(story.sentence(n).text for n in range(count))),))
    assert set(known(before, story, ENCODER, range(3))) == set(range(3, count))
    assert known(replace(before, told=()), story, ENCODER, ()) == {}


@pytest.mark.parametrize(("day", "is_known"), [("2024-04-05", True), ("2024-03-01", False)])
def test_what_was_much_alike_long_ago_is_new(day: str, is_known: bool) -> None:  # noqa: FBT001
    text = "The ferry ran aground off the island of Sollen in thick fog, and all were saved."
    told = "The ferry ran aground near Sollen in fog before dawn, and divers were sent to its hull."
    story, _ = understand(Reading((Article("new.txt", text, date="2024-04-08"),)), ENCODER)
    before = Earlier((Known("old.txt", (told,), day),))
    assert bool(known(before, story, ENCODER, ())) is is_known
    before = Earlier((Known("old.txt", (text,), day),))
    assert known(before, story, ENCODER, ())


@pytest.mark.parametrize(("day", "is_known"), [("2024-04-05", True), ("2024-03-01", False)])
def test_a_lower_toll_is_an_older_one_only_of_the_same_days(day: str, is_known: bool) -> None:  # noqa: FBT001
    told = "The earthquake that struck Arvenia on Tuesday killed 214 people, the ministry said."
    text = "At least 187 people are dead."
    story, _ = understand(Reading((Article("new.txt", text, date="2024-04-08"),)), ENCODER)
    assert bool(known(Earlier((Known("old.txt", (told,), day),)), story, ENCODER, ())) is is_known
