"""verify proves a brief claim by claim, and says of each that fails what differs."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from proving import WORDS, articles, faults, made, page, proved, value
from small import SmallEncoder

from summarize import __version__, read
from summarize.brief import sign
from summarize.cache import CachedEncoder
from summarize.pipeline import summarize
from summarize.records import Reading
from summarize.render import render
from summarize.settings import Settings
from summarize.verify.prove import model_of, verify
from summarize.verify.reunite import reread_articles, reunite
from summarize.verify.signature import signature
from summarize.written.reread import reread

if TYPE_CHECKING:
    from summarize.records import Encoder

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_a_brief_that_was_not_changed_holds(form: str) -> None:
    proof = proved(page(form))
    assert faults(proof) == []
    assert proof.holds
    assert proof.notes == ()
    assert sum(finding.about == "sentence" for finding in proof.findings) == len(made().picks)
    assert proof.findings[-1].proofs == ("made again from its signature, it is the same",)


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_a_brief_of_odd_blanks_and_marks_holds(form: str) -> None:
    said = '\n\n“The hull of the ferry is sound," harbour master Lena Holt said on Monday.'
    own = [replace(a, text=(a.text + said).replace(" the ", "\u00a0the ")) for a in articles()]
    brief = summarize(Reading(tuple(own)), Settings(words=WORDS), encoder=SmallEncoder())
    picked = " ".join(pick.sentence.text for pick in brief.picks)
    assert "\u00a0" in picked
    assert "“The hull" in picked
    assert faults(proved(render(brief, form), own)) == []


@pytest.fixture(scope="module")
def cached(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    return CachedEncoder(encoder, tmp_path_factory.mktemp("cache") / "vectors.sqlite3")


@pytest.mark.model
@pytest.mark.parametrize("words", [100, 150, 250])
def test_the_briefs_of_the_seeds_hold(
    words: int, cached: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    reading = read(["seeds/"])
    brief = summarize(reading, Settings(words=words), encoder=cached)
    for form in ("json", "markdown"):
        proof = verify(reread(render(brief, form), "brief"), reading, cached)
        assert faults(proof) == []
        assert proof.findings[-1].about == "brief"


def test_a_changed_word_is_shown_as_it_is_told_and_as_it_is() -> None:
    told = value()
    number = next(n for n, s in enumerate(told["sentences"]) if " struck a " in s["text"])
    text = told["sentences"][number]["text"]
    told["sentences"][number]["text"] = text.replace("struck", "struk")
    (fault,) = [f for f in faults(proved(told)) if f.startswith("sentence")]
    assert fault.startswith(f"sentence {number + 1}: says ‘")
    told_as, is_ = fault.split("’ where ")
    assert "struk a" in told_as
    assert "struck a" in is_


def test_characters_that_look_alike_are_named() -> None:
    told = value()
    told["sentences"][0]["text"] = told["sentences"][0]["text"].replace(" ", "\u00a0", 1)
    assert any("‘U+00A0’" in fault and "‘U+0020’" in fault for fault in faults(proved(told)))


def test_a_sentence_elsewhere_in_its_article_or_in_another_is_found_there() -> None:
    told = value()
    told["sentences"][0]["start"] += 1
    told["sentences"][0]["end"] += 1
    assert "not where it says" in faults(proved(told))[0]
    told = value()
    number = next(n for n, s in enumerate(told["sentences"]) if s["source"] == 2)
    told["sentences"][number]["source"] = 3
    assert f"sentence {number + 1}: is in local.txt, not in radio.txt" in faults(proved(told))


def test_a_citation_without_support_and_a_missing_one_are_named() -> None:
    told = value()
    wire = next(n for n, s in enumerate(told["sentences"]) if s["cites"] == [1, 4])
    told["sentences"][wire]["cites"] = [1, 3]
    found = "\n".join(faults(proved(told)))
    assert f"sentence {wire + 1}: cites radio.txt without support there" in found
    assert f"sentence {wire + 1}: does not cite x-copy.txt, where it is stated too" in found
    told["sentences"][wire]["cites"] = [1, 4, 9]
    assert f"sentence {wire + 1}: cites source 9, and the brief lists 4" in faults(proved(told))


def test_a_citation_is_judged_for_every_article_that_markdown_cites() -> None:
    changed = page("markdown").replace("[1, 4]", "[1, 2, 4]", 1)
    assert changed != page("markdown")
    assert any("cites local.txt without support there" in f for f in faults(proved(changed)))


def test_the_days_that_markdown_tells_of_a_long_story_hold_and_no_others() -> None:
    days = ("2024-04-08", "2024-04-09", "2024-05-20", "2024-06-01")
    own = [replace(one, date=day) for one, day in zip(articles(), days, strict=True)]
    brief = summarize(Reading(tuple(own)), Settings(words=WORDS), encoder=SmallEncoder())
    told = render(brief, "markdown")
    assert told.count("; as of 2024-") == len(brief.picks)
    assert faults(proved(told, own)) == []
    (fault,) = faults(proved(told.replace("as of 2024-0", "as of 2023-0", 1), own))
    assert "as of 2023-0" in fault


def test_voices_are_those_of_what_is_cited() -> None:
    told = value()
    told["sentences"][0]["voices"] = ["A", "B", "C"]
    (fault,) = faults(proved(told))
    assert "‘A, B, C’ for voices" in fault
    told = value()
    told["voices"][0]["name"] = "Routers"
    (fault,) = faults(proved(told))
    assert fault.startswith("the voices are told as ‘A Routers ")
    changed = page("markdown").replace("(1 source)", "(2 independent sources)", 1)
    assert "2 independent sources’ for voices" in faults(proved(changed))[0]


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("title", "A Title"),
        ("outlet", "Another"),
        ("wire", None),
        ("date", "2024-04-09"),
        ("url", "https://x.example"),
    ],
)
def test_what_is_told_of_a_source_is_what_its_file_gives(field: str, said: str | None) -> None:
    told = value()
    told["sources"][0][field] = said
    assert any(
        f.startswith("source 1: its ") and "wire.txt gives" in f for f in faults(proved(told))
    )


def test_who_said_it_is_words_of_the_article() -> None:
    told = value()
    number = next(n for n, s in enumerate(told["sentences"]) if "harbour" in s["text"])
    told["sentences"][number]["attributed_to"] = "the lighthouse"
    assert any("which are no words of wire.txt" in fault for fault in faults(proved(told)))
    told["sentences"][number]["attributed_to"] = "the  harbour authority"
    assert not any("no words of" in fault for fault in faults(proved(told)))


def test_evidence_lies_in_the_cited_articles_and_covers_them() -> None:
    told = value()
    number = next(n for n, s in enumerate(told["sentences"]) if s["cites"] == [1, 4])
    sentence = told["sentences"][number]
    sentence["evidence"] = [{"source": 1, "start": 0, "end": 10}]
    start = f"sentence {number + 1}: "
    assert start + "names no evidence in x-copy.txt" in faults(proved(told))
    sentence["evidence"].append({"source": 4, "start": 5, "end": 99999})
    assert any(
        "characters 5 to 99999 of x-copy.txt, where there is none" in f
        for f in faults(proved(told))
    )
    sentence["evidence"][1] = {"source": 2, "start": 5, "end": 9}
    assert start + "names evidence in source 2, which it does not cite" in faults(proved(told))


def test_sides_of_a_disagreement_are_word_for_word() -> None:
    told = value()
    first = told["sentences"][0]
    side = {key: first[key] for key in ("source", "start", "end", "text")} | {"value": "Monday"}
    wrong = side | {"text": side["text"].replace("a", "o", 1)}
    told["disagreements"] = [{"about": "The day", "kind": "day", "sides": [side, wrong]}]
    (fault,) = [f for f in faults(proved(told)) if f.startswith("side")]
    assert fault.startswith("side 2: says ‘")


@pytest.mark.parametrize("count", ["articles", "voices", "sentences", "picked", "merged"])
def test_counts_add_up(count: str) -> None:
    told = value()
    told["counts"][count] += 1
    assert any(fault.startswith("the count of ") for fault in faults(proved(told)))


def test_a_title_is_that_of_an_article_or_begins_the_brief() -> None:
    told = value()
    told["title"] = "Ferry sinks"
    assert "the title ‘Ferry sinks’ is none of the articles' titles" in faults(proved(told))


@pytest.mark.parametrize("length", ["words:20", "sentences:1"])
def test_a_brief_is_not_longer_than_its_signature_allows(length: str) -> None:
    told = value()
    told["signature"] = told["signature"].replace("words:90", length)
    assert any("where its signature allows" in fault for fault in faults(proved(told)))


@pytest.mark.parametrize(
    ("said", "instead"),
    [("words:90", "words:200"), ("order:story", "order:rank"), ("order:story", "order:time")],
)
def test_settings_that_make_another_brief_are_no_settings_of_this_one(
    said: str, instead: str
) -> None:
    told = value()
    told["signature"] = told["signature"].replace(said, instead)
    (fault,) = faults(proved(told))
    assert fault.startswith("differs from the one made again in ")


def test_what_no_claim_tells_is_proved_by_making_the_brief_again() -> None:
    told = value()
    told["sentences"][1]["score"] += 0.0001
    (fault,) = faults(proved(told))
    assert fault.startswith("differs from the one made again in sentences 2 score: it has ")
    told = value()
    del told["drops"][0]["because_of"]
    assert "in drops 1 because_of: it has nothing for " in faults(proved(told))[0]


def test_an_article_that_changed_where_nothing_is_quoted() -> None:
    own = list(articles())
    own[2] = replace(own[2], text=own[2].text.replace("salvage", "savage"))
    assert (
        "source 3: radio.txt has changed since the brief was made "
        "(what the brief quotes of it is the same)"
    ) in faults(proved(page("json"), own))
    told = value()
    for source in told["sources"]:
        del source["sha256"]
    (fault,) = faults(proved(told, own))
    assert fault.startswith(
        "an article has changed since the brief was made (it does not tell which)"
    )


def test_another_version_or_model_is_noted_and_what_can_be_proved_is() -> None:
    for said, instead in ((__version__, "99.1"), ("small@1", "big@2")):
        told = value()
        told["signature"] = told["signature"].replace(said, instead)
        proof = proved(told)
        assert proof.holds
        assert any(instead in note for note in proof.notes)
        told["sentences"][0]["score"] = 0.0  # another version may have weighed otherwise
        assert proved(told).holds
        told["sentences"][0]["text"] += "!"
        assert not proved(told).holds


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(words=250, order="rank", min_voices=2),
        Settings(sentences=3, order="time"),
        Settings(chars=2_000_000),
        Settings(ratio=0.25),
    ],
)
def test_settings_are_read_from_the_signature_that_they_make(settings: Settings) -> None:
    read_back = signature(sign(articles(), settings, "a model@0f"))
    assert read_back is not None
    assert (read_back.version, read_back.model) == (__version__, "a model")
    assert read_back.settings is not None
    assert read_back.settings.length == settings.length
    assert replace(read_back.settings, words=settings.words) == settings


def test_a_signature_of_no_form_and_settings_of_no_version_fail() -> None:
    told = value()
    told["signature"] = "made by hand"
    assert "the signature ‘made by hand’ is not of the form" in faults(proved(told))[0]
    told = value()
    told["signature"] = told["signature"].replace("words:", "wards:")
    assert "has settings that do not exist" in faults(proved(told))[0]


def test_a_model_is_taken_from_a_brief_by_name_alone() -> None:
    told = value()
    for model in ("someone/else@ab", "/etc@ab", "all-MiniLM-L6-v2@53aa51172d14"):
        told["signature"] = told["signature"].replace("small@1", model)
        assert model_of(reread(json.dumps(told), "brief")) == "all-MiniLM-L6-v2"


def test_articles_are_found_by_name_by_content_and_by_what_is_left() -> None:
    own = articles()
    told = reread(page("json"), "brief")
    moved = [replace(article, path=f"elsewhere/{article.path}") for article in own[::-1]]
    renamed = [replace(a, path=f"{n}.txt", title=None) for n, a in enumerate(own)]
    swapped = [replace(own[1], path="radio.txt"), replace(own[2], path="local.txt")]
    for others in (moved, renamed[1:] + renamed[:1], [own[0], *swapped, own[3]]):
        found = reunite(told, others)
        assert [article and article.text for article in found] == [a.text for a in own]
        assert proved(page("json"), others).holds
    assert "wire.txt was found as 0.txt." in proved(page("json"), renamed).notes


def test_renamed_articles_of_a_brief_in_markdown_hold_too() -> None:
    own = [
        replace(a, outlet=None, path=f"{n}, so.txt", title=f"Ferry {n}" if n in (0, 3) else None)
        for n, a in enumerate(articles())
    ]
    told = render(summarize(own, Settings(words=90), encoder=SmallEncoder()), "markdown")
    renamed = [replace(a, path=f"b/x_{n}.txt") for n, a in enumerate(own)]
    proof = proved(told, renamed)
    assert faults(proof) == []
    assert "0, so.txt was found as x_0.txt." in proof.notes
    for other in ("Reuters", "Reuters.md", "a/0.txt"):
        lied = told.replace("1. 0, so.txt, ", f"1. {other}, ")
        assert lied != told
        assert any(
            fault.startswith("source 1: its entry is") for fault in faults(proved(lied, own))
        )


def test_what_is_added_below_a_brief_is_told() -> None:
    note = "My own note: see this."
    proof = proved(f"{page('markdown')}\n## Notes\n\n{note}\n\n{'long ' * 40}\n")
    assert faults(proof) == [
        "‘Notes’ stands below its end and is no part of it",
        f"‘{note}’ stands below its end and is no part of it",
        f"‘{'long ' * 15}long…’ stands below its end and is no part of it",
    ]


OTHER = f"summarize:{__version__}", "summarize:0.0.1"  # which is not made again


NOTES = ["- A lie.", "> A lie.", "### A lie.", "# A lie.", "<p>A lie."]
MORE = ["1. A lie.", "    A lie."]  # above the foot they are part of the list of sources


@pytest.mark.parametrize(
    ("before", "note"),
    [*product([2, 4, -2], NOTES), *product([2, 4], MORE)],
)
def test_what_is_put_in_between_the_parts_of_a_brief_is_told(note: str, before: int) -> None:
    blocks = page("markdown").replace(*OTHER).split("\n\n")
    blocks.insert(before, note)
    found = faults(proved("\n\n".join(blocks)))
    assert any("A lie." in fault for fault in found)


def test_what_is_put_in_between_disagreements_is_told() -> None:
    sides = "- **two**: Two. [1]\n- **six**: Six. [2]"
    differ = f"## Where the sources disagree\n\nNumber: x:\n\n{sides}\n\n## Sources"
    plain = page("markdown").replace(*OTHER).replace("## Sources", differ)
    assert not any("no part" in fault for fault in faults(proved(plain)))
    for old, new in (("x:\n", "x:\n\nA lie.\n"), ("sources dis", "A lie. sources ")):
        found = faults(proved(plain.replace(old, new)))
        assert any("stands in it and is no part of a brief" in fault for fault in found)
    two = page("markdown").replace(*OTHER)
    assert any("no part of a brief" in fault for fault in faults(proved(f"{two}\n{two}")))


def test_a_picture_stands_for_no_word_of_a_sentence() -> None:
    told = page("markdown").replace(*OTHER)
    assert faults(proved(told)) == []
    assert any(
        fault.startswith("sentence ")
        for fault in faults(proved(told.replace(" struck ", " ![struck](x.png) ")))
    )


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_a_title_that_was_taken_out_of_a_story_without_titles_is_missed(form: str) -> None:
    own = [replace(article, title=None) for article in articles()]
    brief = summarize(Reading(tuple(own)), Settings(words=WORDS), encoder=SmallEncoder())
    told = render(brief, form).replace(*OTHER)
    assert faults(proved(told, own)) == []
    bare = {"json": f'"title": "{brief.title}"', "markdown": f"# {brief.title}\n"}[form]
    assert bare in told
    for empty in ("", "…"):
        line = {"json": f'"title": "{empty}"', "markdown": f"# {empty}\n" if empty else ""}[form]
        (fault,) = faults(proved(told.replace(bare, line), own))
        assert "is none of the articles' titles" in fault


def test_a_line_that_is_written_otherwise_is_named_by_its_number_in_the_file() -> None:
    told = page("markdown")
    at = next(n for n, line in enumerate(told.splitlines(), 1) if "*(1 source)*" in line)
    (fault,) = faults(proved(told.replace("*(1 source)*", "_(1 source)_", 1)))
    assert fault.startswith(f"differs from the one made again in line {at}: ")
    (fault,) = faults(proved(told.replace("\n---\n", "\n")))
    foot = told.splitlines().index("---") + 2
    assert fault.startswith(f"differs from the one made again in line {foot}: it has ‘")
    assert faults(proved(told.replace("\n\n", "\n\n\n"))) == []
    (fault,) = faults(proved(f"{told}\n***\n"))
    assert f"in line {len(told.splitlines()) + 2}: it has ‘***’ for nothing" in fault


def test_articles_are_looked_for_beside_the_brief_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, article in enumerate(articles()):
        path = tmp_path / "work" / "in" / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article.text)
    monkeypatch.chdir(tmp_path / "work")
    brief = summarize(read("in"), Settings(words=90), encoder=SmallEncoder())
    written = render(brief, "json")
    monkeypatch.chdir(tmp_path)
    told = reread(written, "work/brief.json")
    reading = reread_articles(told)
    assert reading.drops == ()
    assert verify(told, reading, SmallEncoder()).holds
    lost = reread_articles(reread(written, "brief.json"))
    assert lost.drops[0].reason.endswith("are now: summarize verify BRIEF FOLDER.")


def test_a_changed_wire_article_is_not_taken_for_its_copy() -> None:
    own = list(articles())
    own[0] = replace(own[0], text=own[0].text.replace("aground", "agroumd"))
    found = reunite(reread(page("json"), "brief"), own)
    assert [article and article.path for article in found] == [a.path for a in own]


def test_a_sentence_that_is_glued_to_the_next_is_whole_and_half_a_word_is_not() -> None:
    text = (
        "Rescuers took everyone off the ferry on MondayHalden Lines, the operator, cancelled all "
        "of its sailings to the island until Tuesday. Halden Lines will look at the hull on Monday."
    )
    own = (replace(articles()[1], text=text),)
    brief = summarize(own, Settings(words=25), encoder=SmallEncoder())
    number = next(n for n, p in enumerate(brief.picks, 1) if p.sentence.text.startswith("Halden L"))
    for form in ("json", "markdown"):
        written = render(brief, form)
        assert faults(proved(written, own)) == []
    cut = written.replace("Halden Lines, the", "alden Lines, the")
    assert f"sentence {number}: cuts ‘MondayHalden’ of local.txt in two" in faults(proved(cut, own))


def test_a_missing_article_is_named_and_the_rest_is_proved() -> None:
    for form in ("json", "markdown"):
        proof = proved(page(form), articles()[:2])
        found = faults(proof)
        assert any(f.startswith("source 3: ") and f.endswith(" was not found") for f in found)
        assert any(finding.about == "sentence" and finding.proofs for finding in proof.findings)
        assert not any(finding.about == "signature" for finding in proof.findings)
        assert "takes all of the articles" in proof.notes[0]


def test_the_order_of_the_sources_given_changes_nothing() -> None:
    for form in ("json", "markdown"):
        assert proved(page(form), articles()[::-1]) == proved(page(form)) == proved(page(form))
