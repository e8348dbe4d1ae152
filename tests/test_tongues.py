"""Languages besides English: which it is, where sentences begin, what the words are."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import Any

import pytest
from cases import load
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import counted
from summarize.clean import clean
from summarize.records import Article, Span
from summarize.segment import segment
from summarize.text import terms
from summarize.text.authors import speaks_for_itself
from summarize.text.complete import is_complete
from summarize.text.openers import unresolved
from summarize.text.tongues.detect import NAMES, language
from summarize.text.tongues.force import in_force, speaking
from summarize.text.tongues.sentences import sentence_starts

# The same examples every time, and no limit in wall time: machines are shared.
LAW = settings(deadline=None, derandomize=True, max_examples=200)
CASES = load("tongues")
SYNTHETIC = [param for param in CASES if str(param.id).startswith("synthetic")]
CODES = st.sampled_from(sorted(NAMES))
SCRIPTS = st.sampled_from(
    [
        *('a É Ж ї ע " ״ ع ـ हि । δ ; 中 。 「 」 カ ー 는 ệ 😀 . 3. „ “ ﷺ ไ'.split()),
        *("\u0650", "e\u0301", "\u200d", "\u202e", "\ud83d", ". ", " ", "\n", "« ", " »"),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(SCRIPTS, max_size=30).map("".join))


def text_of(case: dict[str, Any]) -> str:
    return str(case.get("glue", " ")).join(case["sentences"])


@pytest.mark.parametrize("case", CASES)
def test_sentences_begin_where_they_do(case: dict[str, Any]) -> None:
    text = text_of(case)
    starts = [*sentence_starts(text, case["language"]), len(text)]
    assert [text[a:b].strip() for a, b in pairwise(starts)] == case["sentences"]


@pytest.mark.parametrize("case", SYNTHETIC)
def test_a_language_is_told_by_a_paragraph_of_it(case: dict[str, Any]) -> None:
    assert language(text_of(case)) == case["language"]


@pytest.mark.parametrize("case", SYNTHETIC)
def test_whole_sentences_are_whole_and_their_halves_are_not(case: dict[str, Any]) -> None:
    with speaking(case["language"]):
        assert all(is_complete(sentence) for sentence in case["sentences"])
        assert not any(is_complete(sentence[:-1]) for sentence in case["sentences"][-1:])


@pytest.mark.parametrize("case", SYNTHETIC)
def test_what_is_english_about_openings_is_silent(case: dict[str, Any]) -> None:
    with speaking(case["language"]):
        for sentence in case["sentences"]:
            assert unresolved(f"It {sentence}") is None
            assert not speaks_for_itself(f"my {sentence}")
    assert unresolved("It is late.") == "It"


@pytest.mark.parametrize("case", SYNTHETIC)
def test_articles_of_a_language_are_kept_and_lines_around_them_go(case: dict[str, Any]) -> None:
    page = "\n\n".join(["Menu", "Sport", *case["sentences"], "Facebook", "16:30", "Twitter"])
    cleaned = clean([Article("a", page)])
    assert [page[span.start : span.end] for span in cleaned.kept] == case["sentences"]


def test_english_is_told_and_costs_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.text.tongues.detect._identifier", None)
    text = "The mayor said on Monday that the old bridge would not be opened before the summer."
    assert language(text) == "en"
    menu = "Home\n\nSport\n\n" * 300
    assert language(menu + text) == "en"
    names = "Jane Roe, John Doe, Lena Brock, Paul Ode, Ines Marten, Tom Vries, Olga Ray, Sol Hart"
    full = [f"{names}, all donors, dined with the mayor and the governor." for _ in range(6)]
    assert language("\n".join(full)) == "en"


@pytest.mark.parametrize("text", ["", "42", "OK", "© 2023", "\ud83d", "Kim, Xi", "12:30 – 14:45"])
def test_of_too_little_text_no_language_is_told(text: str) -> None:
    assert language(text) is None


def test_a_language_is_in_force_for_a_while() -> None:
    assert in_force() is None
    with speaking("fr"):
        assert in_force() == "fr"
        with speaking("en"):
            assert in_force() is None
        with speaking(None):
            assert in_force() is None
        assert in_force() == "fr"
    assert in_force() is None


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("fr", "les élections", "l’élection"),
        ("de", "die Häuser", "das Haus der"),
        ("es", "presidentes", "presidente"),
        ("pt", "as cidades", "a cidade"),
        ("it", "i governi", "del governo"),
        ("ru", "правительство", "правительства"),
        ("uk", "України", "в Україні"),
        ("cs", "vláda", "vlády"),
        ("el", "κυβέρνηση", "της κυβέρνησης"),
        ("ar", "الحكومة", "والحكومة"),
        ("ar", "الحكومة", "الحكومه"),
        ("ar", "والحكومة", "للحكومه"),
        ("ar", "المستشفى", "مستشفي"),
        ("ar", "بريطانيا", "البريطانيين"),
        ("ar", "ألمانيا", "الألمانية"),
        ("ar", "القوات", "قوات"),
        ("ar", "مسؤول", "المسئولين"),
        ("he", "הממשלה", "ממשלה"),
        ("hi", "हिन्दी", "हिंदी"),
        ("hi", "हफ़्ता", "हफ्ते"),
        ("hi", "पहुँच", "पहुंच"),
        ("hi", "२०१२", "2012"),
        ("tr", "Türkiye'nin", "TÜRKİYE"),
        ("uk", "Україна", "Україні"),
        ("hi", "लड़के", "लड़का"),
        ("zh", "大桥", "大桥。"),
        ("ja", "市長", "「市長」"),
        ("ko", "시장은", "시장이"),
        ("vi", "cây cầu", "CÂY CẦU"),
    ],
)
def test_forms_of_a_word_have_a_stem_in_common(code: str, one: str, other: str) -> None:
    with speaking(code):
        assert set(terms.content(one)) & set(terms.content(other))


def test_a_name_of_three_letters_is_no_function_word_spelled_otherwise() -> None:
    with speaking("ar"):
        assert terms.content("علي على") == terms.content("علي") != ()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fr", "le la de et"), ("de", "der und mit"), ("es", "el y con"), ("pt", "o e com"),
        ("it", "il e con"), ("ru", "и в на"), ("uk", "від до про"), ("cs", "a v na"),
        ("el", "και το στις"), ("ar", "من على في"), ("he", "של את על"), ("hi", "का में है"),
        ("ja", "のは"), ("zh", "的"), ("vi", "và của"),
        ("ar", "قالت أضاف"), ("cs", "řekl uvedla"), ("de", "sagte erklärte"), ("el", "είπε δήλωσε"),
        ("fr", "dit déclaré"), ("he", "אמרה מסר"), ("hi", "बताया"),
        ("ru", "сообщил заявила"), ("uk", "повідомив додала"), ("tr", "dedi ekledi"),
    ],
)  # fmt: skip
def test_function_words_carry_no_news(code: str, words: str) -> None:
    with speaking(code):
        assert terms.content(words) == ()
    assert terms.content("the of and") == ()


@pytest.mark.parametrize(
    ("code", "yes", "no"),
    [
        ("fr", "Il vient.", "Il ne vient pas."),
        ("de", "Er kommt.", "Er kommt nicht."),
        ("es", "Viene hoy.", "No viene hoy."),
        ("ru", "Он пришёл.", "Он не пришёл."),
        ("uk", "Він прийшов.", "Він не прийшов."),
        ("el", "Ήρθε σήμερα.", "Δεν ήρθε σήμερα."),
        ("ar", "حضر الوزير.", "لم يحضر الوزير."),
        ("he", "הוא בא.", "הוא לא בא."),
        ("hi", "वह आया।", "वह नहीं आया।"),
        ("zh", "他来了。", "他没来。"),
        ("vi", "Ông đến.", "Ông không đến."),
    ],
)
def test_a_denial_is_no_copy_of_what_it_denies(code: str, yes: str, no: str) -> None:
    with speaking(code):
        assert (terms.negates(yes), terms.negates(no)) == (False, True)


def test_vowel_signs_are_part_of_a_word() -> None:
    with speaking("hi"):
        assert terms.tokens("हिन्दी में") == ["हिन्दी", "में"]
    with speaking("ar"):
        assert terms.tokens("كِتَابٌ كتاب") == ["كتاب", "كتاب"]


def test_a_language_in_force_leaves_english_knowledge_as_it_is() -> None:
    from summarize.text import cues
    from summarize.text.metonyms import metonyms

    found = terms.stem("countries"), cues.kind("says"), metonyms()
    for cached in (metonyms, cues.kind, cues._kinds, cues.irregular):
        cached.cache_clear()
    with speaking("fr"):
        metonyms(), cues.kind("says")
    cues.kind.cache_clear()  # what is asked now is answered by what was made in French
    assert (terms.stem("countries"), cues.kind("says"), metonyms()) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The old bridge — closed.", 5),
        ("大桥明天开放。", 6),
        ("大桥2023年开放，ABC说。", 8),
        ("市長は「ハイ」と述べた。", 9),
        ("시장은 말했다.", 2),
        ("Cây cầu cũ", 3),
        ("", 0),
    ],
)
def test_words_are_counted_as_readers_count_them(text: str, words: int) -> None:
    assert counted.words(text) == words


@LAW
@given(TEXTS)
def test_counting_by_the_piece_is_counting_the_whole(text: str) -> None:
    pieces = text.split()
    assert counted.words(text) == sum(map(counted.words, pieces))
    assert counted.span(text) <= counted.words(text) or not text


@pytest.mark.parametrize("extra", range(0, 40, 7))
def test_a_long_paragraph_is_parted_where_a_short_one_is(extra: int) -> None:
    sentence = f"Le pont {'x' * extra} restera fermé jusqu'au mois de juin. "
    starts = sentence_starts(sentence * 300, "fr")
    assert starts == [number * len(sentence) for number in range(300)]


def test_a_row_of_marks_takes_no_time_to_speak_of() -> None:
    begin = time.process_time()
    for text in ("a. " + "» " * 50_000, "« " * 50_000, "中。" * 20_000, "." * 100_000):
        sentence_starts(text, "fr")
    assert time.process_time() - begin < 20  # looked at all at once, they take minutes


@LAW
@given(TEXTS, CODES)
def test_any_text_in_any_language_keeps_its_offsets(text: str, code: str) -> None:
    starts = sentence_starts(text, code)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    blocks = (Span(0, 0, len(text)),)
    found = segment([Article("a", text, language=code)], blocks)
    assert all(text[s.span.start : s.span.end] == s.text == s.text.strip() for s in found)
    assert "".join("".join(s.text for s in found).split()) == "".join(text.split())


@LAW
@given(TEXTS, CODES)
def test_any_text_in_any_language_has_words(text: str, code: str) -> None:
    with speaking(code):
        words = terms.tokens(text)
        assert all(words)
        assert all(terms.stem(word) for word in words)
        assert set(terms.content(text)) <= {terms.stem(word) for word in words}
        terms.negates(text)
    assert language(text) is None or language(text) in NAMES
